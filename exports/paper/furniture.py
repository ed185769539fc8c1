"""A document: pages with head and foot, properties, bookmarks; the same input gives the same bytes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import XMP, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from exports import fonts, house
from exports.house import COLOUR, Palette
from exports.paper.canvas import PaperCanvas
from exports.paper.flow import HeadsKept
from exports.paper.styles import Flowable
from exports.paper.tagging import Structure, artifact
from exports.paper.xmp import metadata
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.wording import OWN_BANDS

_ABOVE = 22 * house.MM
_BOTTOM = 24 * house.MM
_FOOT_LEADING = 9.2
_HEAD_LEADING = 9.4
_TAG_GAP = 6.0
_FINGERPRINT_ROOM = 170.0
_LOWEST = 7 * house.MM
_HEAD_LINES, _FOOT_LINES = 3, 3
FRAME_HEIGHT = house.PAGE_HEIGHT - _ABOVE - _BOTTOM


@dataclass(frozen=True)
class Furniture:
    """What stands on every page.

    Attributes:
        title: Of the document, in its properties.
        head: Left part of the head; nothing on the first page when `bare_first`.
        foot: Left part of the foot: questionnaire, methodology, revision.
        fingerprint: 16 digits in groups, or what stands in their place.
        created: When the content was last changed; the file's own date.
        tags: "SAMPLE …", "DRAFT".
        status_note: Footnote of a country's name; empty when it does not appear.
        bands: Whether pages use band words, and so must say whose they are.
        language: Of the text, as a language tag.
        write_in: What is to be filled in by hand at the right of the head.
        palette: Colours of the tags.
        landscape: Whether the paper lies on its long side.
    """

    title: str
    head: str
    foot: str
    fingerprint: str
    created: datetime
    tags: tuple[str, ...] = ()
    status_note: str = ""
    bands: bool = True
    bare_first: bool = True
    language: str = "en"
    write_in: str = ""
    palette: Palette = COLOUR
    landscape: bool = False

    @property
    def page(self) -> tuple[float, float]:
        """Width and height of the paper."""
        size = (house.PAGE_WIDTH, house.PAGE_HEIGHT)
        return size[::-1] if self.landscape else size

    @property
    def text_width(self) -> float:
        """Room between the margins."""
        return self.page[0] - 2 * house.MARGIN

    @property
    def head_line(self) -> float:
        """Baseline of the head's first line."""
        return self.page[1] - 13 * house.MM

    @cached_property
    def head_room(self) -> float:
        """Width of the head beside the tags and what is to be written in."""
        tags = sum(_tag_width(tag) + _TAG_GAP for tag in self.tags)
        return self.text_width - tags - fonts.width(self.write_in, 7.5) - 8

    def head_lines(self, part: str = "") -> tuple[str, ...]:
        """The head of a page on which this part of the paper begins or goes on."""
        own = fonts.wrap(self.head, self.head_room, 7.5)
        if not part:
            return _shortened(own, _HEAD_LINES)
        words = f"{self.head}  |  {part}"
        return _shortened(fonts.wrap(words, self.head_room, 7.5), max(2, min(len(own), _HEAD_LINES)))

    @cached_property
    def whole_head(self) -> str:
        """What the head of every page begins with, lines joined."""
        return "".join(self.head_lines())

    @cached_property
    def foot_lines(self) -> tuple[str, ...]:
        """Every line of the foot; the first ones leave room for the fingerprint."""
        note = fonts.wrap(self.status_note, self.text_width, 6.8) if self.status_note else []
        own = fonts.wrap(self.foot, self.text_width - _FINGERPRINT_ROOM, 7)
        return (*_shortened(own, _FOOT_LINES), *([OWN_BANDS] if self.bands else []), *note)

    @cached_property
    def frame_top(self) -> float:
        """Where the text begins: lower when the head has more lines than usual."""
        return self.page[1] - _ABOVE - _HEAD_LEADING * max(0, len(self.head_lines()) - 2)

    @cached_property
    def frame_height(self) -> float:
        """How tall the text of a page can be."""
        return self.frame_top - _bottom(self)

    def foot_line(self, place: int) -> float:
        """Baseline of the foot's n-th line; the last one keeps clear of the paper's edge."""
        first = max(13.5 * house.MM, _LOWEST + _FOOT_LEADING * (len(self.foot_lines) - 1))
        return first - _FOOT_LEADING * place


class _Paper(PaperCanvas):
    """A canvas that knows the number of pages when it is saved, and the structure of what is drawn.

    Page numbers are forms filled in at the end, so one pass is enough and bookmarks keep their page.
    """

    furniture: Furniture
    structure: Structure
    _doc: Any

    def save(self) -> None:
        """Draw the forms with "page | of pages", add structure and metadata, then write the file."""
        total = self.getPageNumber() - 1
        for number in range(1, total + 1):
            self.beginForm(f"page{number}")
            words = f"fingerprint {self.furniture.fingerprint}   |   {number} / {total}"
            edge = self.furniture.page[0] - house.MARGIN
            _left(self, edge - fonts.width(words, 7), self.furniture.foot_line(0), words, 7)
            self.endForm()
        self._describe()
        super().save()

    def _describe(self) -> None:
        """Put structure and metadata into the catalog; each page points to its own part of it."""
        document, furniture = self._doc, self.furniture
        pages = dict(enumerate(document.Pages.pages, start=1))
        for number, page in pages.items():
            # The library writes only the keys it knows.
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
        references = {number: document.Reference(page) for number, page in pages.items()}
        catalog = document.Catalog
        catalog.StructTreeRoot = self.structure.write(document, references)
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.Metadata = XMP(
            creator=lambda _: metadata(furniture.title, furniture.language, furniture.created)
        )


class _Document(BaseDocTemplate):
    """Reports each page to the caller's progress."""

    def __init__(self, target: str, furniture: Furniture, progress: Progress) -> None:
        super().__init__(
            target,
            pagesize=furniture.page,
            title=furniture.title,
            author="WB6 Assess",
            subject=furniture.head,
            creator="WB6 Assess",
            lang=furniture.language,
            invariant=1,
            initialFontName=fonts.REGULAR,
            keepTogetherClass=HeadsKept,
        )
        self._progress = progress
        frame = Frame(
            house.MARGIN,
            _bottom(furniture),
            furniture.text_width,
            furniture.frame_height,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        self.addPageTemplates(
            PageTemplate("page", [frame], onPageEnd=lambda canvas, _: _draw(canvas, furniture))
        )

    def afterPage(self) -> None:
        """ReportLab calls this when a page is full."""
        self._progress.step(self.page, 0, f"page {self.page}")


def build(
    target: Path, furniture: Furniture, story: Sequence[Flowable], progress: Progress = SILENT
) -> None:
    """Set a story into a PDF file."""
    fonts.ensure_fonts()
    document = _Document(str(target), furniture, progress)

    def canvas(*args: Any, **options: Any) -> Canvas:
        paper = _Paper(*args, **{**options, "initialFontName": fonts.REGULAR})
        paper.setViewerPreference("DisplayDocTitle", "true")
        paper.furniture, paper.structure = furniture, Structure()
        _date(paper, furniture.created)
        return paper

    document.build(list(story), canvasmaker=canvas)


def _date(paper: _Paper, created: datetime) -> None:
    """Both dates of the file are those of its content, so that writing it again changes nothing."""
    stamp = paper._doc._timeStamp  # noqa: SLF001 - the library has no other way to name a date
    moment = created.astimezone(UTC)
    stamp.t = moment.timestamp()
    stamp.lt = moment.timetuple()
    stamp.YMDhms = tuple(stamp.lt)[:6]
    stamp.dhh = stamp.dmm = 0
    stamp.tzname = "UTC"


def _draw(canvas: Canvas, furniture: Furniture) -> None:
    """Head and foot, at the end of a page, when it is known what stands on it."""
    assert isinstance(canvas, PaperCanvas)
    canvas.saveState()
    with artifact(canvas):
        _draw_head(canvas, furniture)
        _draw_foot(canvas, furniture)
    canvas.restoreState()


def _draw_head(canvas: PaperCanvas, furniture: Furniture) -> None:
    part, canvas.part_of_page = canvas.part_of_page, canvas.part
    item, canvas.item_of_page = canvas.item_of_page, canvas.item
    if item:
        part = f"{part}  |  {item} continued"
    if canvas.getPageNumber() > 1 or not furniture.bare_first:
        for place, line in enumerate(furniture.head_lines(part)):
            _left(canvas, house.MARGIN, furniture.head_line - _HEAD_LEADING * place, line, 7.5)
    edge = furniture.page[0] - house.MARGIN
    for tag in furniture.tags:
        edge = _tag(canvas, edge, tag, furniture) - _TAG_GAP
    if furniture.write_in:
        x = edge - fonts.width(furniture.write_in, 7.5)
        _left(canvas, x, furniture.head_line, furniture.write_in, 7.5)


def _draw_foot(canvas: PaperCanvas, furniture: Furniture) -> None:
    left, right = house.MARGIN, furniture.page[0] - house.MARGIN
    canvas.setStrokeColor(HexColor(house.TABLE_LINE))
    canvas.setLineWidth(house.RULE)
    canvas.line(left, furniture.foot_line(0) + 9.5, right, furniture.foot_line(0) + 9.5)
    # The form of this page's number is drawn when the last page is known.
    canvas.doForm(f"page{canvas.getPageNumber()}")
    foot_of_page, canvas.foot_of_page = canvas.foot_of_page, ""
    for place, line in enumerate(furniture.foot_lines):
        words = f"{line}  |  {foot_of_page}" if foot_of_page and not place else line
        _left(canvas, left, furniture.foot_line(place), words, 6.8)


def _shortened(lines: Sequence[str], most: int) -> tuple[str, ...]:
    """Heads and feet repeat what the first page says in full, so that pages keep room for text."""
    return tuple(lines) if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1]} …")


def _bottom(furniture: Furniture) -> float:
    """Where the text ends, clear of a foot of many lines."""
    return max(_BOTTOM, furniture.foot_line(0) + 20)


def _tag_width(words: str) -> float:
    return fonts.width(words, 7.5, fonts.BOLD) + 9


def _tag(canvas: Canvas, right: float, words: str, furniture: Furniture) -> float:
    """A white-on-colour tag ending at `right`; returns its left edge."""
    room = _tag_width(words)
    canvas.setFillColor(HexColor(furniture.palette.tag))
    y = furniture.head_line
    canvas.rect(right - room, y - 3.6, room, 12, stroke=0, fill=1)
    _left(canvas, right - room + 4.5, y, words, 7.5, fonts.BOLD, house.TAG_TEXT)
    return right - room


def _left(
    canvas: Canvas,
    x: float,
    y: float,
    words: str,
    size: float,
    font: str = fonts.REGULAR,
    fill: str = house.CAPTION,
) -> None:
    canvas.setFillColor(HexColor(fill))
    for name, piece in fonts.runs(words, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, piece)
        x += fonts.width(piece, size, font)
