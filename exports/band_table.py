"""The band table: countries by domains, letter and score in each cell, colour second."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportlab.graphics.shapes import Drawing, Group

from exports import fonts, house, marks
from exports.house import COLOUR, Palette
from wb6assess.reports.figures import CONFIDENTIAL, INSUFFICIENT, PROVISIONAL
from wb6assess.reports.wording import band_words
from wb6assess.scoring.bands import BANDS, Band

IN_PROGRESS = "assessment in progress"

_LABEL_WIDEST = 127.0
_ROW = 33.0
_GAP = 2.2
_APART = 8.0
_WIDEST = 84.0
_LINE = 14.0
_LEGEND_ROW = 30.0
_HEAD = 7.5
_HEAD_SMALLEST = 6.4
_HEAD_LEADING = 10.0
_ASIDE_ROOM = 15.0
_BESIDE = ("Beside, not in the overall score", "Beside")


@dataclass(frozen=True, slots=True)
class BandCell:
    """One cell; `value` and `band` are None where `sign` is ":", "c" or "z"."""

    sign: str
    value: Decimal | None = None
    band: Band | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class BandLine:
    """One country; nothing of it is published while it is in progress."""

    country: str
    in_progress: bool
    cells: tuple[BandCell, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the columns stand: left edges of the cells, and their common width."""

    label: float
    lefts: tuple[float, ...]
    cell: float

    def right(self, place: int) -> float:
        return self.lefts[place] + self.cell


def band_table(
    columns: Sequence[str],
    rows: Sequence[BandLine],
    lines: Sequence[tuple[str, Sequence[str]]],
    width: float = house.TEXT_WIDTH,
    *,
    beside: int = 0,
    palette: Palette = COLOUR,
) -> Drawing:
    """Countries in code order, the overall column set apart, regional lines under it.

    Args:
        columns: Heads; the first is the overall column.
        rows: One per country.
        lines: Name and one text per column: mean, median, ...
        width: Of the whole table.
        beside: How many of the last columns are not in the overall score; they stand apart.
        palette: Colours of the bands.
    """
    grid = _grid(columns, rows, beside, width)
    head = _Head(columns, grid)
    aside = _ASIDE_ROOM if beside else 0.0
    below = len(lines) * _LINE + 8 if lines else 0.0
    heights = [_row_height(row, grid) for row in rows]
    height = aside + head.height + sum(heights) + len(rows) * _GAP + 8 + below
    drawing = Drawing(width, height)
    drawing.add(marks.line(0, height - 0.5, width, height - 0.5, house.RULE_STRONG, house.INK))
    if beside:
        _aside(drawing, grid, len(columns) - beside, height)
    y = height - aside - head.height
    head.draw(drawing, y)
    drawing.add(marks.line(0, y, width, y, house.RULE, house.INK))
    y -= 4
    for row, tall in zip(rows, heights, strict=True):
        y -= tall + _GAP
        _country(drawing, row, grid, y, tall, palette)
    y -= 6
    if lines:
        drawing.add(marks.line(0, y + 2, width, y + 2, house.RULE_STRONG, house.INK))
    for name, texts in lines:
        y -= _LINE
        drawing.add(marks.text(0, y + 3, name, 8.5, fill=house.CAPTION))
        for place, words in enumerate(texts):
            drawing.add(marks.text(grid.right(place) - 4, y + 3, words, 8.5, anchor="end"))
    return drawing


def _grid(columns: Sequence[str], rows: Sequence[BandLine], beside: int, width: float) -> _Grid:
    names = [fonts.width(row.country, 9.5) for row in rows]
    label = min(_LABEL_WIDEST, max(names, default=0.0) + 8)
    apart = _APART * (2 if beside else 1)
    cell = min(_WIDEST, (width - label - apart) / len(columns) - _GAP)
    first_beside = len(columns) - beside
    lefts = tuple(
        label
        + place * (cell + _GAP)
        + (_APART if place else 0.0)
        + (_APART if beside and place >= first_beside else 0.0)
        for place in range(len(columns))
    )
    return _Grid(label, lefts, cell)


class _Head:
    """The heads of the columns: smaller, then upright, before a word would be cut."""

    def __init__(self, columns: Sequence[str], grid: _Grid) -> None:
        self.columns, self.grid = columns, grid
        longest = max(
            (fonts.width(word, _HEAD, fonts.BOLD) for words in columns for word in words.split()),
            default=0.0,
        )
        fitting = _HEAD * min(1.0, (grid.cell - 3) / longest) if longest else _HEAD
        self.upright = fitting < _HEAD_SMALLEST
        self.size = _HEAD if self.upright else fitting
        room = 110.0 if self.upright else grid.cell
        self.wrapped = [fonts.wrap(words, room, self.size, fonts.BOLD) for words in columns]
        self.height = 8 + (
            max(fonts.width(line, self.size, fonts.BOLD) for part in self.wrapped for line in part)
            if self.upright
            else _HEAD_LEADING * max(len(part) for part in self.wrapped)
        )

    def draw(self, drawing: Drawing, y: float) -> None:
        """Set the heads above the line at `y`."""
        for left, lines in zip(self.grid.lefts, self.wrapped, strict=True):
            for place, words in enumerate(lines):
                if self.upright:
                    word = Group(marks.text(0, 0, words, self.size, font=fonts.BOLD))
                    word.translate(left + _HEAD_LEADING * (place + 1), y + 4)
                    word.rotate(90)
                    drawing.add(word)
                else:
                    base = y + _HEAD_LEADING * (len(lines) - place - 1) + 4
                    drawing.add(marks.text(left, base, words, self.size, font=fonts.BOLD))


def _aside(drawing: Drawing, grid: _Grid, first: int, top: float) -> None:
    """What sets the last columns apart, over a rule as long as they are."""
    left, right = grid.lefts[first], grid.right(len(grid.lefts) - 1)
    words = next((text for text in _BESIDE if fonts.width(text, 7) <= right - left), _BESIDE[-1])
    drawing.add(marks.text(left, top - 10.5, words, 7, fill=house.CAPTION))
    drawing.add(marks.line(left, top - 13.5, right, top - 13.5, house.RULE, house.AXIS_END))


def legend(
    confidential: str,
    insufficient: str,
    width: float = house.TEXT_WIDTH,
    *,
    palette: Palette = COLOUR,
) -> Drawing:
    """The bands with their words and limits, and the signs, in cells of the same look."""
    drawing = Drawing(width, 2 * _LEGEND_ROW + 2)
    step = width / len(BANDS)
    top = _LEGEND_ROW + 14
    for place, band in enumerate(BANDS):
        x = place * step
        _sign_cell(drawing, x, top - 6, band=band, palette=palette)
        words = fonts.wrap(band_words(band), step - 30, 7)
        for line, part in enumerate(words):
            drawing.add(marks.text(x + 25, top + 2 - 9 * line, part, 7))
        limits = f"{20 * place}.0–{100.0 if place == 4 else 20 * place + 19.9}"
        base = top + 2 - 9 * len(words)
        drawing.add(marks.text(x + 25, base, limits, 7, fill=house.CAPTION))
    x = 0.0
    for sign, text in (
        (INSUFFICIENT, insufficient),
        (CONFIDENTIAL, confidential),
        ("z", "not applicable"),
    ):
        _sign_cell(drawing, x, 4, sign=sign)
        drawing.add(marks.text(x + 25, 9.5, text, 7))
        x += 25 + fonts.width(text, 7) + 14
    return drawing


def band_table_alt(columns: Sequence[str], rows: Sequence[BandLine]) -> str:
    """The whole table in one sentence."""
    parts = []
    for row in rows:
        if row.in_progress:
            parts.append(f"{row.country}: {IN_PROGRESS}")
            continue
        cells = ", ".join(
            f"{column} {cell.sign}" + (f" ({band_words(cell.band)})" if cell.band else "")
            for column, cell in zip(columns, row.cells, strict=True)
        )
        parts.append(f"{row.country}: {cells}")
    return f"Band table, {len(rows)} countries. {'; '.join(parts)}."


def _names(row: BandLine, grid: _Grid) -> list[str]:
    return fonts.wrap(row.country, grid.label - 7, 9.5)


def _row_height(row: BandLine, grid: _Grid) -> float:
    """Taller only where a name takes more lines than a cell has room for."""
    return max(_ROW, 11.5 * len(_names(row, grid)) + 6)


def _country(
    drawing: Drawing, row: BandLine, grid: _Grid, y: float, tall: float, palette: Palette
) -> None:
    names = _names(row, grid)
    base = y + tall / 2 - 3.4 + 5.75 * (len(names) - 1)
    for place, part in enumerate(names):
        drawing.add(marks.text(0, base - 11.5 * place, part, 9.5))
    if row.in_progress:
        start = grid.lefts[0]
        room = grid.right(len(grid.lefts) - 1) - start
        drawing.add(marks.box(start, y, room, tall, house.CONFIDENTIAL_FILL, edge=house.BAND_EDGE))
        drawing.add(marks.text(start + room / 2, y + tall / 2 - 3, IN_PROGRESS, 8.5, anchor="middle"))
        return
    for left, value in zip(grid.lefts, row.cells, strict=True):
        drawing.add(_cell(left, y, grid.cell, tall, value, palette))


def _cell(x: float, y: float, width: float, tall: float, cell: BandCell, palette: Palette) -> Group:
    group = Group()
    middle = y + tall / 2
    if cell.band is None or cell.value is None:
        if cell.sign == INSUFFICIENT:
            group.add(marks.hatch(x, y, width, tall))
            group.add(marks.box(x + width / 2 - 8, middle - 8, 16, 16, house.WHITE))
        else:
            fill = house.CONFIDENTIAL_FILL if cell.sign == CONFIDENTIAL else house.WHITE
            group.add(marks.box(x, y, width, tall, fill, edge=house.BAND_EDGE))
        group.add(marks.text(x + width / 2, middle - 4, cell.sign, 11, font=fonts.BOLD, anchor="middle"))
        return group
    ink = palette.band_text[cell.band]
    group.add(marks.box(x, y, width, tall, palette.band_fill[cell.band], edge=house.BAND_EDGE))
    group.add(marks.text(x + 7, middle - 4.6, cell.band.letter, 13, font=fonts.BOLD, fill=ink))
    group.add(marks.text(x + width - 9, middle - 4, cell.sign, 11, fill=ink, anchor="end"))
    if cell.provisional:
        group.add(marks.text(x + width - 8, middle - 2, PROVISIONAL, 8, fill=ink))
    return group


def _sign_cell(
    drawing: Drawing,
    x: float,
    y: float,
    *,
    band: Band | None = None,
    sign: str = "",
    palette: Palette = COLOUR,
) -> None:
    width, height = 19.0, 14.0
    if band is not None:
        drawing.add(marks.box(x, y, width, height, palette.band_fill[band], edge=house.BAND_EDGE))
        ink = palette.band_text[band]
        drawing.add(
            marks.text(
                x + width / 2, y + 4.2, band.letter, 8, font=fonts.BOLD, fill=ink, anchor="middle"
            )
        )
        return
    if sign == INSUFFICIENT:
        drawing.add(marks.hatch(x, y, width, height))
        drawing.add(marks.box(x + width / 2 - 4, y + 2, 8, 10, house.WHITE))
    else:
        fill = house.CONFIDENTIAL_FILL if sign == CONFIDENTIAL else house.WHITE
        drawing.add(marks.box(x, y, width, height, fill, edge=house.BAND_EDGE))
    drawing.add(marks.text(x + width / 2, y + 4.2, sign, 8, font=fonts.BOLD, anchor="middle"))
