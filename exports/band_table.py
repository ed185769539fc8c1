"""The band table: countries by domains, letter and score in each cell, colour second."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportlab.graphics.shapes import Drawing, Group

from exports import fonts, house, marks
from wb6assess.reports.figures import CONFIDENTIAL, INSUFFICIENT, PROVISIONAL
from wb6assess.reports.wording import band_words
from wb6assess.scoring.bands import BANDS, Band

IN_PROGRESS = "assessment in progress"

_LABEL_WIDTH = 127.0
_ROW = 33.0
_GAP = 2.2
_APART = 8.0
_WIDEST = 84.0
_LINE = 14.0
_LEGEND_ROW = 30.0


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


def band_table(
    columns: Sequence[str],
    rows: Sequence[BandLine],
    lines: Sequence[tuple[str, Sequence[str]]],
    width: float = house.TEXT_WIDTH,
) -> Drawing:
    """Countries in code order, the overall column set apart, regional lines under it.

    Args:
        columns: Heads; the first is the overall column.
        rows: One per country.
        lines: Name and one text per column: mean, median, ...
        width: Of the whole table.
    """
    cell = min(_WIDEST, (width - _LABEL_WIDTH - _APART) / len(columns) - _GAP)
    lefts = [
        _LABEL_WIDTH + place * (cell + _GAP) + (_APART if place else 0.0)
        for place in range(len(columns))
    ]
    heads = [fonts.wrap(words, cell, 7.5, fonts.BOLD) for words in columns]
    head_height = 10.0 * max(len(lines_) for lines_ in heads) + 8
    below = len(lines) * _LINE + 8 if lines else 0.0
    height = head_height + len(rows) * (_ROW + _GAP) + 8 + below
    drawing = Drawing(width, height)
    drawing.add(marks.line(0, height - 0.5, width, height - 0.5, house.RULE_STRONG, house.INK))
    y = height - head_height
    for left, words in zip(lefts, heads, strict=True):
        for place, part in enumerate(words):
            base = y + 10.0 * (len(words) - place - 1) + 4
            drawing.add(marks.text(left, base, part, 7.5, font=fonts.BOLD))
    drawing.add(marks.line(0, y, width, y, house.RULE, house.INK))
    y -= 4
    for row in rows:
        y -= _ROW + _GAP
        _country(drawing, row, lefts, cell, y)
    y -= 6
    if lines:
        drawing.add(marks.line(0, y + 2, width, y + 2, house.RULE_STRONG, house.INK))
    for name, texts in lines:
        y -= _LINE
        drawing.add(marks.text(0, y + 3, name, 8.5, fill=house.CAPTION))
        for left, words in zip(lefts, texts, strict=True):
            drawing.add(marks.text(left + cell - 4, y + 3, words, 8.5, anchor="end"))
    return drawing


def legend(confidential: str, insufficient: str, width: float = house.TEXT_WIDTH) -> Drawing:
    """The bands with their words and limits, and the signs, in cells of the same look."""
    drawing = Drawing(width, 2 * _LEGEND_ROW + 2)
    step = width / len(BANDS)
    top = _LEGEND_ROW + 14
    for place, band in enumerate(BANDS):
        x = place * step
        _sign_cell(drawing, x, top - 6, band=band)
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


def _country(drawing: Drawing, row: BandLine, lefts: Sequence[float], cell: float, y: float) -> None:
    names = fonts.wrap(row.country, _LABEL_WIDTH - 8, 9.5)
    base = y + _ROW / 2 - 3.4 + 5.75 * (len(names) - 1)
    for place, part in enumerate(names):
        drawing.add(marks.text(0, base - 11.5 * place, part, 9.5))
    if row.in_progress:
        room = lefts[-1] + cell - lefts[0]
        drawing.add(marks.box(lefts[0], y, room, _ROW, house.CONFIDENTIAL_FILL, edge=house.BAND_EDGE))
        drawing.add(marks.text(lefts[0] + room / 2, y + _ROW / 2 - 3, IN_PROGRESS, 8.5, anchor="middle"))
        return
    for left, value in zip(lefts, row.cells, strict=True):
        drawing.add(_cell(left, y, cell, value))


def _cell(x: float, y: float, width: float, cell: BandCell) -> Group:
    group = Group()
    middle = y + _ROW / 2
    if cell.band is None or cell.value is None:
        if cell.sign == INSUFFICIENT:
            group.add(marks.hatch(x, y, width, _ROW))
            group.add(marks.box(x + width / 2 - 8, middle - 8, 16, 16, house.WHITE))
        else:
            fill = house.CONFIDENTIAL_FILL if cell.sign == CONFIDENTIAL else house.WHITE
            group.add(marks.box(x, y, width, _ROW, fill, edge=house.BAND_EDGE))
        group.add(marks.text(x + width / 2, middle - 4, cell.sign, 11, font=fonts.BOLD, anchor="middle"))
        return group
    ink = house.BAND_TEXT[cell.band]
    group.add(marks.box(x, y, width, _ROW, house.BAND_FILL[cell.band], edge=house.BAND_EDGE))
    group.add(marks.text(x + 7, middle - 4.6, cell.band.letter, 13, font=fonts.BOLD, fill=ink))
    group.add(marks.text(x + width - 9, middle - 4, cell.sign, 11, fill=ink, anchor="end"))
    if cell.provisional:
        group.add(marks.text(x + width - 8, middle - 2, PROVISIONAL, 8, fill=ink))
    return group


def _sign_cell(
    drawing: Drawing, x: float, y: float, *, band: Band | None = None, sign: str = ""
) -> None:
    width, height = 19.0, 14.0
    if band is not None:
        drawing.add(marks.box(x, y, width, height, house.BAND_FILL[band], edge=house.BAND_EDGE))
        ink = house.BAND_TEXT[band]
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
