"""A regional workbook while it is written: formats, sheets, tables, score cells."""

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from textwrap import shorten

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports import house
from exports.house import COLOUR, Palette
from exports.own_output import CATEGORY
from exports.workbook.live import Content, put
from exports.workbook.measure import column_points, height
from wb6assess.model.framework import METHODOLOGY
from wb6assess.reports.wording import published_sign
from wb6assess.scoring.bands import BANDS
from wb6assess.scoring.rounds import ProgressWord
from wb6assess.scoring.tree import NodeScore
from wb6assess.session.desk.consolidation import Consolidation

HEAD_ROW = 3
FIRST_ROW = HEAD_ROW + 1
_NEVER = datetime(2000, 1, 1)  # noqa: DTZ001 - properties of workbooks carry no zone
_SIZE = 10
_HEADER = 100
"""Characters of the title in the head of a printed page; Excel takes 255 for the whole head."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What every sheet says about the workbook: title of the whole, tag, who it is for."""

    title: str
    tag: str
    audience: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Heads and widths in characters; `looks` names the format of each column's cells."""

    heads: Sequence[str]
    widths: Sequence[float]
    looks: Sequence[str]

    def after_numbers(self, column: int) -> bool:
        """Whether texts of this column stand right of a column of numbers."""
        here, before = self.looks[column], self.looks[max(0, column - 1)]
        return here in _TEXTS and before not in _TEXTS


_TEXTS = {"cell", "bold"}


@contextmanager
def workbook_at(target: Path) -> Iterator[Workbook]:
    """A workbook that is set in memory and written when the block ends without error.

    XlsxWriter's own files would lie in the system's temporary folder, where a killed program leaves
    experts' ratings behind, and a full disk would end in an error of its own instead of `OSError`.
    """
    content = io.BytesIO()
    book = Workbook(content, {"in_memory": True, "strings_to_urls": False})
    yield book
    book.close()
    target.write_bytes(content.getvalue())


class Book:
    """Formats are made once; every sheet begins the same way."""

    def __init__(self, book: Workbook, cover: Cover, *, palette: Palette = COLOUR) -> None:
        self.book, self.cover, self.palette = book, cover, palette
        caption = {"font_size": 9, "font_color": house.CAPTION}
        head = {**caption, "bold": True, "text_wrap": True, "top": 2, "bottom": 1, "valign": "bottom"}
        row = {"bottom": 1, "bottom_color": house.TABLE_LINE, "valign": "vcenter"}
        right = {**row, "align": "right"}
        self.title = self._format(font_size=18, bold=True)
        self.sub = self._format(**caption)
        self.note = self._format(**caption, text_wrap=True, valign="top")
        self.head = self._format(**head)
        self.head_right = self._format(**head, align="right")
        self.cell = self._format(**row, text_wrap=True)
        self.bold = self._format(**row, bold=True)
        self.group = self._format(bold=True, bg_color=house.PILLAR_FILL, bottom=1)
        self.score = self._format(**right, num_format=house.XLSX_SCORE)
        self.count = self._format(**right, num_format="0")
        self.share = self._format(**right, num_format=house.XLSX_SHARE)
        self.signed = self._format(**right, num_format="+0.0;-0.0;0.0")
        self.alpha = self._format(**right, num_format="0.00")
        self.full = self._format(**right, num_format=house.XLSX_FULL)
        self.right = self._format(**right)
        self.centre = self._format(**row, align="center", bold=True)
        self.helper = self._format(
            **{**right, "font_color": house.CAPTION, "num_format": house.XLSX_FULL}
        )
        # Texts beside a column of numbers keep their distance.
        self.cell_after = self._format(**row, text_wrap=True, indent=1)
        self.head_after = self._format(**{**head, "align": "left"}, indent=1)
        self.no_score = self._format(
            align="right", valign="vcenter", border=1, border_color=house.BAND_EDGE
        )
        self.legend = {band: self._band(band, letter=False) for band in BANDS}
        self.bands = {band: self._band(band, letter=True) for band in BANDS}
        fills = house.PROGRESS_GREY if palette is house.GREY else house.PROGRESS_FILL
        self.progress = {
            word: self._format(
                **row, bg_color=fills[word], font_color=house.PROGRESS_TEXT[word], indent=1
            )
            for word in ProgressWord
        }

    def _band(self, band: object, *, letter: bool) -> Format:
        key = next(one for one in BANDS if one is band)
        shown: dict[str, object] = (
            {"num_format": f'"{key.letter}"  {house.XLSX_SCORE}', "align": "right", "valign": "vcenter"}
            if letter
            else {}
        )
        return self._format(
            bg_color=self.palette.band_fill[key],
            font_color=self.palette.band_text[key],
            bold=True,
            border=1,
            border_color=house.BAND_EDGE,
            **shown,
        )

    def _format(self, **properties: object) -> Format:
        return self.book.add_format({"font_name": house.WORKBOOK_FONT, "font_size": _SIZE, **properties})

    def describe(self, created: datetime | None, comments: str) -> None:
        """Properties; the newest answer's time, not the clock's: same input, same bytes."""
        moment = created.replace(tzinfo=None, microsecond=0) if created else _NEVER
        told = {"title": self.cover.title, "comments": comments, "category": CATEGORY}
        self.book.set_properties({**told, "created": moment})

    def sheet(
        self, name: str, sub: str, widths: Sequence[float], heads: Sequence[str], numbers_from: int
    ) -> Worksheet:
        """A sheet with title, sub line and table head; columns from `numbers_from` on are numbers."""
        sheet = self.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_row(0, 26)
        sheet.write_string(0, 0, name, self.title)
        sheet.write_string(1, 0, sub, self.sub)
        sheet.set_row(HEAD_ROW, 30)
        for column, head in enumerate(heads):
            made = self.head_right if column >= numbers_from else self.head
            sheet.write_string(HEAD_ROW, column, head, made)
        sheet.freeze_panes(FIRST_ROW, min(numbers_from, 2))
        self._page(sheet)
        return sheet

    def table(
        self,
        name: str,
        sub: str,
        columns: Columns,
        rows: Iterable[Sequence[Content]],
        *,
        filtered: bool = True,
    ) -> Worksheet:
        """A sheet that is one table: texts as text, numbers and formulas in their column's format."""
        sheet = self.sheet(name, sub, columns.widths, columns.heads, len(columns.heads))
        for column, look in enumerate(columns.looks):
            if look not in _TEXTS or columns.after_numbers(column):
                made = self.head_after if look in _TEXTS else self.head_right
                sheet.write_string(HEAD_ROW, column, columns.heads[column], made)
        row = FIRST_ROW
        for row, contents in enumerate(rows, start=FIRST_ROW):
            self.write_row(sheet, row, contents, columns)
        if filtered:
            sheet.autofilter(HEAD_ROW, 0, max(row, FIRST_ROW), len(columns.heads) - 1)
        return sheet

    def colour_progress(
        self, sheet: Worksheet, column: int, words: Sequence[ProgressWord | None]
    ) -> None:
        """Give the words of a column their colours, row by row; a state has other ones."""
        for row, word in enumerate(words, start=FIRST_ROW):
            if word is not None:
                sheet.write_string(row, column, word.value, self.progress[word])

    def write_row(
        self, sheet: Worksheet, row: int, contents: Sequence[Content], columns: Columns
    ) -> None:
        """One row of a table, as high as its longest text needs."""
        texts = [
            (content, column_points(width), _SIZE, False)
            for content, width, look in zip(contents, columns.widths, columns.looks, strict=True)
            if isinstance(content, str) and look == "cell"
        ]
        tallest = max((height(text) for text in texts), default=0.0)
        if tallest > 20:
            sheet.set_row(row, tallest)
        for column, (content, look) in enumerate(zip(contents, columns.looks, strict=True)):
            put(sheet, row, column, content, self._made(content, column, look, columns))

    def _made(self, content: Content, column: int, look: str, columns: Columns) -> Format:
        if isinstance(content, str) and look not in _TEXTS:
            return self.right
        if look == "cell" and columns.after_numbers(column):
            return self.cell_after
        return getattr(self, look)

    def _page(self, sheet: Worksheet) -> None:
        sheet.set_paper(9)  # A4
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD_ROW)
        # An ampersand begins a code in heads and feet; a head too long would be left out, tag and all.
        short = shorten(self.cover.title, _HEADER, placeholder=" …")
        title, tag = (text.replace("&", "&&") for text in (short, self.cover.tag))
        sheet.set_header(f"&L&8{title}&R&8&B{tag}")
        sheet.set_footer(f"&L&8methodology {METHODOLOGY}, {self.cover.audience}&R&8&P / &N")

    def write_node(self, sheet: Worksheet, row: int, column: int, node: NodeScore) -> None:
        """The published score on its band's colour, with the letter; a sign where there is none."""
        if node.published is None or node.band is None:
            sheet.write_string(row, column, published_sign(node.status, None), self.no_score)
        else:
            sheet.write_number(row, column, float(node.published), self.bands[node.band])

    def write_texts(self, sheet: Worksheet, row: int, texts: Sequence[str], start: int = 0) -> None:
        """Texts side by side; never read as a formula or link."""
        for column, text in enumerate(texts, start=start):
            sheet.write_string(row, column, text, self.cell)


class CoordinatorBook(Book):
    """The workbook that holds everything and stays with the coordinator."""

    def __init__(self, book: Workbook, data: Consolidation, *, palette: Palette = COLOUR) -> None:
        draft = "" if data.final else house.DRAFT_TAG
        cover = Cover(
            f"{data.framework.title}, round {data.round}",
            house.SAMPLE_TAG if data.sample else draft,
            "coordinator's workbook",
        )
        super().__init__(book, cover, palette=palette)
        self.data = data

    @property
    def by_the_app(self) -> str:
        """What stands over values no formula makes."""
        robustness = self.data.analysis.robustness
        return f"Computed by the app, seed {robustness.seed}, {robustness.draws} replicates."
