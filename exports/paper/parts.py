"""Building blocks of pages: section heads, charts, tables, blocks side by side, vector marks."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.platypus import CondPageBreak, Indenter, KeepTogether, Spacer, Table, TableStyle
from reportlab.platypus import Flowable as BaseFlowable

from exports import fonts, house
from exports.paper.canvas import paper_under
from exports.paper.styles import Flowable, paragraph
from exports.paper.tagging import LayoutTags, TableTags, artifact, marked
from wb6assess.model.instrument import Severity

Row = TypeVar("Row")

TALLEST = 0.8 * house.PAGE_HEIGHT - 48 * house.MM
"""Height in points of what may need a page break inside, however long foot and head are."""

_TWO_LINES = 28.0


class Rule(BaseFlowable):  # type: ignore[misc, unused-ignore]
    """A horizontal rule as wide as the text."""

    def __init__(
        self,
        weight: float = house.RULE_STRONG,
        stroke: str = house.INK,
        *,
        after: float = 0.0,
        length: float | None = None,
    ) -> None:
        super().__init__()
        self.weight, self.stroke, self.after, self.length = weight, stroke, after, length
        self.keepWithNext = 1

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = self.length or width
        return self.width, self.weight + self.after

    def draw(self) -> None:
        """Draw the line at the top of its room."""
        with artifact(self.canv):
            self.canv.setStrokeColor(HexColor(self.stroke))
            self.canv.setLineWidth(self.weight)
            y = self.after + self.weight / 2
            self.canv.line(0, y, self.width, y)


class Bookmark(BaseFlowable):  # type: ignore[misc, unused-ignore]
    """An entry of the outline that leads here; takes no room."""

    def __init__(self, title: str, key: str, level: int = 0) -> None:
        super().__init__()
        self.title, self.key, self.level = title, key, level
        self.keepWithNext = 1

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room at all."""
        return 0, 0

    def draw(self) -> None:
        """Put the entry into the outline."""
        self.canv.bookmarkHorizontal(self.key, 0, 15)
        self.canv.addOutlineEntry(fonts.plain(self.title), self.key, self.level)


class Part(BaseFlowable):  # type: ignore[misc, unused-ignore]
    """From here on heads of pages name this part; takes no room."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.keepWithNext = 1

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room at all."""
        return 0, 0

    def draw(self) -> None:
        """A page that begins with a new part names that one, else the one that goes on."""
        top = self.canv.absolutePosition(0, 0)[1] > house.PAGE_HEIGHT - 40 * house.MM
        paper = paper_under(self)
        if top or not paper.part_of_page:
            paper.part_of_page = self.title
        paper.part = self.title


class Item(BaseFlowable):  # type: ignore[misc, unused-ignore]
    """Between two of these lies one question; the head of a page it goes on over says so."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room at all."""
        return 0, 0

    def draw(self) -> None:
        """Remember which question is open; none when the name is empty."""
        paper_under(self).item = self.name


class Chart(BaseFlowable, Generic[Row]):  # type: ignore[misc, unused-ignore]
    """A chart over rows that can continue on the next page, with its alternative text."""

    def __init__(
        self,
        rows: Sequence[Row],
        draw: Callable[[Sequence[Row]], Drawing],
        alternative: Callable[[Sequence[Row]], str],
    ) -> None:
        super().__init__()
        self.rows, self.picture, self.alternative = rows, draw, alternative
        self.drawing = draw(rows)
        # One row with a very long label may be taller than a page, and a row never splits.
        self.scale = min(1.0, TALLEST / self.drawing.height) if len(rows) == 1 else 1.0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size of the drawing."""
        return self.drawing.width * self.scale, self.drawing.height * self.scale

    def split(self, _width: float, height: float) -> list[Flowable]:
        """As many rows as fit here, the rest on the next page."""
        count = len(self.rows)
        while count and self._part(self.rows[:count]).wrap(0, height)[1] > height:
            count -= 1
        if not count:
            return []
        return [self._part(part) for part in (self.rows[:count], self.rows[count:]) if part]

    def _part(self, rows: Sequence[Row]) -> "Chart[Row]":
        return Chart(rows, self.picture, self.alternative)

    def draw(self) -> None:
        """Draw the shapes as one picture that carries its text alternative."""
        with marked(self.canv, "Figure", fonts.plain(self.alternative(self.rows))):
            self.canv.scale(self.scale, self.scale)
            renderPDF.draw(self.drawing, self.canv, 0, 0)


class Mark(BaseFlowable):  # type: ignore[misc, unused-ignore]
    """A small drawing inside a table cell; without words for it, it is decoration."""

    def __init__(self, drawing: Drawing, alternative: str = "") -> None:
        super().__init__()
        self.drawing, self.alternative = drawing, alternative

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size of the drawing."""
        return self.drawing.width, self.drawing.height

    def draw(self) -> None:
        """Draw the shapes."""
        words = fonts.plain(self.alternative)
        with marked(self.canv, "Figure", words) if words else artifact(self.canv):
            renderPDF.draw(self.drawing, self.canv, 0, 0)


class FindingMark(BaseFlowable):  # type: ignore[misc, unused-ignore]
    """The kind of a finding as a shape, so that it survives a grey printer."""

    def __init__(self, severity: Severity) -> None:
        super().__init__()
        self.severity = severity

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room of one text line."""
        return 8, 11

    def draw(self) -> None:
        """Draw the shape; the kind stands as a word beside it."""
        with artifact(self.canv):
            self._draw()

    def _draw(self) -> None:
        """Solid bar: comment; ring: warning; dot: information; square with a bar: blocks."""
        canvas = self.canv
        canvas.setFillColor(HexColor(house.INK))
        canvas.setStrokeColor(HexColor(house.INK))
        match self.severity:
            case Severity.COMMENT:
                canvas.rect(0.5, 0.5, 4.6, 9.5, stroke=0, fill=1)
            case Severity.WARN:
                canvas.setLineWidth(1.3)
                canvas.circle(3, 5, 2.2, stroke=1, fill=0)
            case Severity.INFO:
                canvas.circle(3, 5, 2.6, stroke=0, fill=1)
            case Severity.BLOCK:
                canvas.rect(0, 1.5, 7, 7, stroke=0, fill=1)
                canvas.setFillColor(HexColor(house.WHITE))
                canvas.rect(1.3, 4.2, 4.4, 1.6, stroke=0, fill=1)


def section(title: str, lead: str = "", *, key: str, level: int = 0) -> list[Flowable]:
    """Rule, head and one explaining line, kept with what follows."""
    head = [
        Bookmark(title, key, level),
        Rule(after=4),
        paragraph(title, "section", keep=True),
    ]
    return [*head, paragraph(lead, "note", keep=True)] if lead else head


class Gap(Spacer):  # type: ignore[misc, unused-ignore]
    """Empty room between two things; none at the top of a page."""

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room, or nothing where a page begins."""
        frame = getattr(self, "_frame", None)
        at_top = frame is not None and frame._atTop  # noqa: SLF001
        return self.width, 0.0 if at_top else self.height


def gap(points: float, *, keep: bool = False) -> Flowable:
    """Empty room, dropped at the top of a page; `keep` under a head, which stays with what follows."""
    room = Gap(1, points)
    room.keepWithNext = int(keep)
    return room


class HeadsKept(KeepTogether):
    """Heads with the beginning of what they stand over: a long table may go on after a page break."""

    _content: list[Flowable]

    def split(self, width: float, height: float) -> list[Flowable]:
        """All of it here when the last part can begin under its heads; else on the next page."""
        *heads, last = self._content
        room = height - height_of(heads, width)
        if not isinstance(last, KeepTogether) and room > 0:
            fits = last.wrapOn(self.canv, width, room)[1] <= room
            if fits or len(last.splitOn(self.canv, width, room)) > 1:
                return list(self._content)
        return list(super().split(width, height))


def needs(points: float) -> Flowable:
    """A page break where less room than this is left: a head must not stand alone."""
    return CondPageBreak(points)


def table(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    *,
    head: Sequence[str] = (),
    right: frozenset[int] = frozenset(),
    top_rule: bool = False,
    padding: float = 2.6,
    wide: Mapping[int, int] | None = None,
    layout: bool = False,
    heads: int = 0,
) -> Flowable:
    """Rows between thin rules; heads repeat after a page break; a row splits only where it must.

    Args:
        rows: Cells are flowables, lists of them, or strings (set as table cells).
        widths: Of the columns.
        head: Titles of the columns, set as a first row.
        right: Columns of numbers.
        top_rule: A strong rule above.
        padding: Above and below each cell.
        wide: Row -> the column that takes all the room to its right.
        layout: It only places things, and is no table to whoever has it read aloud.
        heads: How many of the rows are heads, where no titles are given.
    """
    cells = [[_cell(cell, right=place in right) for place, cell in enumerate(row)] for row in rows]
    if head:
        labels = [paragraph(words, "label", right=place in right) for place, words in enumerate(head)]
        cells.insert(0, labels)
        heads = 1
    rules: list[tuple[Any, ...]] = [
        # Even empty cells would otherwise name a font that is not embedded.
        ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), 6),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
        ("LINEBELOW", (0, 0), (-1, -1), house.RULE_THIN, HexColor(house.TABLE_LINE)),
    ]
    if heads:
        rules += [
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
            ("LINEBELOW", (0, 0), (-1, 0), house.RULE, HexColor(house.INK)),
        ]
    rules += [("SPAN", (column, row), (-1, row)) for row, column in (wide or {}).items()]
    if top_rule:
        rules.append(("LINEABOVE", (0, 0), (-1, 0), house.RULE_STRONG, HexColor(house.INK)))
    return _set(cells, widths, rules, LayoutTags() if layout else TableTags(heads), heads)


def plain_table(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    *,
    padding: float = 0.0,
    padding_right: float = 0.0,
) -> Flowable:
    """Cells in columns without any rule."""
    rules: list[tuple[Any, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), padding_right),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
    ]
    cells = [[_cell(cell, right=False) if cell else "" for cell in row] for row in rows]
    return _set(cells, widths, rules)


def side_by_side(
    left: Sequence[Flowable],
    right: Sequence[Flowable],
    widths: tuple[float, float, float],
    room: float,
) -> list[Flowable]:
    """Two blocks in columns; one after the other where either is taller than `room`.

    Args:
        left: First block.
        right: Second block.
        widths: Of the left column, the gutter and the right column.
        room: Height in points both must fit into.
    """
    tallest = max(height_of(left, widths[0]), height_of(right, widths[2]))
    if tallest > room:
        return [*left, gap(12), *right]
    return [plain_table([[list(left), "", list(right)]], widths)]


def together(block: Sequence[Flowable]) -> Flowable:
    """Keep a block on one page when it fits on one."""
    return KeepTogether(list(block))


class PageTable(Table):
    """Starts at the left margin, its parts after a page break included."""

    _rowHeights: list[float]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{**options, "hAlign": "LEFT"})

    def split(self, width: float, height: float) -> list[Flowable]:
        """Between rows; inside one only where it is taller than a page can be."""
        if sum(self._rowHeights[: self.repeatRows]) > TALLEST / 2:
            self.repeatRows = 0  # such a head would leave no room for what stands under it
        if max(self._rowHeights, default=0.0) > TALLEST:
            self.splitInRow = 1
        return split_rows(self, super().split, width, height)


def split_rows(
    rows: Table, split: Callable[[float, float], list[Flowable]], width: float, height: float
) -> list[Flowable]:
    """Parts of a table; a row a little taller than the room needs less of it to be split at all.

    Two lines of a paragraph stay together, so that one line too many moves two.
    """
    parts = split(width, height)
    if not parts and rows.splitInRow:
        parts = split(width, height - _TWO_LINES)
    return list(parts)


def _set(
    cells: Sequence[Sequence[Any]],
    widths: Sequence[float],
    rules: Sequence[tuple[Any, ...]],
    tags: LayoutTags | None = None,
    heads: int = 0,
) -> Flowable:
    """A table set from cells, column widths and rules."""
    return PageTable(
        cells,
        colWidths=list(widths),
        style=TableStyle(list(rules)),
        repeatRows=heads,
        renderCB=tags,
    )


def _cell(cell: Any, *, right: bool) -> Any:
    return paragraph(cell, "cell", right=right) if isinstance(cell, str) else cell


def height_of(block: Sequence[Flowable], width: float) -> float:
    """Height in points of a block set one below the other, indents heeded."""
    total = 0.0
    for item in block:
        if isinstance(item, Indenter):
            width -= float(item.left) + float(item.right)
        else:
            total += item.getSpaceBefore() + item.wrapOn(None, width, 10_000)[1] + item.getSpaceAfter()
    return total
