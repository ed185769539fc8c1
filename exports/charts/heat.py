"""A heat map: rows of letters and numbers, colour second."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Group

from exports import axes, fonts, house, marks
from exports.chart_rows import HeatCell, HeatRow
from exports.house import Palette
from exports.look import PAPER, Look
from exports.row_drawing import RowDrawing
from wb6assess.reports.figures import CONFIDENTIAL, INSUFFICIENT

_LABELS = 190.0
_ROW = 16.0
_WIDEST = 60.0
_GAP = 1.4
_SIZE = 8.0


def heat_map(
    columns: Sequence[str],
    rows: Sequence[HeatRow],
    look: Look = PAPER,
    *,
    first: str = "",
    width: float = house.TEXT_WIDTH,
) -> RowDrawing:
    """Cells in columns under upright heads where they are narrow; a number stands in every cell.

    Args:
        columns: Heads.
        rows: Each with one cell per column.
        look: Colours, words, sizes.
        first: Head of the label column.
        width: Of the whole chart.
    """
    cell = min(_WIDEST, (width - _LABELS) / max(1, len(columns)))
    upright = any(fonts.width(words, 7.5, fonts.BOLD) > cell - 3 for words in columns)
    head_room = (max(fonts.width(words, 7.5, fonts.BOLD) for words in columns) + 8) if upright else 14.0
    key_width = max((fonts.width(row.key, 7.5) for row in rows if row.key), default=-6.0) + 6
    labels = [fonts.wrap(row.label, _LABELS - key_width - 8, _SIZE, _font(row)) for row in rows]
    heights = [max(_ROW, 9.6 * len(lines) + 5) for lines in labels]
    top = sum(heights)
    chart = RowDrawing(width, top + head_room, look)
    axes.head(chart, 0, top + 5, first)
    for place, words in enumerate(columns):
        _column_head(chart, _LABELS + place * cell, top, cell, words, upright=upright)
    y = top
    for row, lines, height in zip(rows, labels, heights, strict=True):
        y -= height
        middle = y + height / 2
        if row.key:
            chart.caption(0, middle - 2.6, row.key)
        base = middle + 9.6 * len(lines) / 2 - 7.4
        for place, words in enumerate(lines):
            chart.text(key_width, base - 9.6 * place, words, _SIZE, font=_font(row))
        for place, value in enumerate(row.cells):
            x = _LABELS + place * cell + _GAP / 2
            chart.add(_cell(x, y + _GAP / 2, cell - _GAP, height - _GAP, value, row, chart.palette))
    return chart


def _font(row: HeatRow) -> str:
    return fonts.BOLD if row.strong else fonts.REGULAR


def _column_head(
    chart: RowDrawing, x: float, top: float, cell: float, words: str, *, upright: bool
) -> None:
    if not upright:
        axes.head(chart, x + cell / 2, top + 5, words, anchor="middle")
        return
    turned = Group(marks.text(0, 0, words, 7.5, font=fonts.BOLD, fill=chart.palette.caption))
    turned.translate(x + cell / 2 + 2.7, top + 4)
    turned.rotate(90)
    chart.add(turned)


def _cell(
    x: float, y: float, width: float, height: float, cell: HeatCell, row: HeatRow, palette: Palette
) -> Group:
    group, middle = Group(), y + height / 2
    if cell.band is None:
        if cell.sign == INSUFFICIENT:
            group.add(marks.hatch(x, y, width, height, palette=palette))
            group.add(marks.box(x + width / 2 - 6, middle - 5.5, 12, 11, palette.paper))
        else:
            fill = palette.confidential if cell.sign == CONFIDENTIAL else palette.paper
            group.add(marks.box(x, y, width, height, fill, edge=palette.band_edge, weight=0.4))
        sign = marks.text(
            x + width / 2, middle - 2.9, cell.sign, _SIZE, fill=palette.ink, anchor="middle"
        )
        group.add(sign)
        return group
    ink, fill = palette.band_text[cell.band], palette.band_fill[cell.band]
    group.add(marks.box(x, y, width, height, fill, edge=palette.band_edge, weight=0.4))
    if fonts.width(cell.sign, _SIZE) + 14 <= width:
        letter = marks.text(x + 4, middle - 2.9, cell.band.letter, _SIZE, font=fonts.BOLD, fill=ink)
        group.add(letter)
        words = marks.text(
            x + width - 4, middle - 2.9, cell.sign, _SIZE, font=_font(row), fill=ink, anchor="end"
        )
    else:
        words = marks.text(
            x + width / 2, middle - 2.9, cell.sign, _SIZE, font=fonts.BOLD, fill=ink, anchor="middle"
        )
    group.add(words)
    return group
