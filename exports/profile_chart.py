"""A country's profile: the overall score, each field and its pillars on one axis."""

from collections.abc import Sequence

from exports import axes, fonts, house
from exports.chart_rows import DotGroup, DotRow
from exports.look import PAPER, Look
from exports.row_drawing import RowDrawing

_STEP = 41.0
_LABELS = 226.0
_KEY = 30.0
_SIZE = 8.0
_LEADING = 9.4
_ROW = 11.6
_HEAD_ROW = 14.5
_AFTER = 2.5
_ASIDE = 7.0


def profile(
    groups: Sequence[DotGroup],
    look: Look = PAPER,
    *,
    columns: Sequence[str] = (),
    width: float = house.TEXT_WIDTH,
) -> RowDrawing:
    """Fields in bold with a larger dot, their pillars under them; exact values in the same row.

    Args:
        groups: The overall score and each field, in the order of the band table.
        look: Colours, words, sizes.
        columns: Heads of the columns right of score and band.
        width: Of the whole chart.
    """
    right = width - _STEP * len(columns)
    axis = axes.Axis(_LABELS, right - 74 - _LABELS)
    rows = [_heights(group) for group in groups]
    top = axes.BELOW + sum(sum(heights) + _AFTER for heights in rows)
    chart = RowDrawing(width, top + axes.STRIP + 14, look)
    axes.column_heads(chart, "", columns, top + axes.STRIP + 5, right, step=_STEP)
    axes.frame(chart, axis, axes.BELOW, top)
    y = top
    for group, heights in zip(groups, rows, strict=True):
        if y < top:
            chart.line(0, y, width, y, house.RULE, chart.palette.table_line)
        y -= heights[0]
        _field(chart, group, y + heights[0] / 2)
        _marks(chart, axis, group.head, y + heights[0] / 2, right, field=True)
        for row, height in zip(group.rows, heights[1:], strict=True):
            y -= height
            _pillar(chart, row, y + height / 2)
            _marks(chart, axis, row, y + height / 2, right, field=False)
        y -= _AFTER
    return chart


def _heights(group: DotGroup) -> list[float]:
    lines = len(_field_lines(group)) + (group.aside != "" and not _on_the_line(group))
    head = max(_HEAD_ROW, _LEADING * lines + 5)
    return [head, *(max(_ROW, _LEADING * len(_pillar_lines(row)) + 2.2) for row in group.rows)]


def _on_the_line(group: DotGroup) -> bool:
    """Whether what sets a field apart has room beside its name."""
    taken = fonts.width(group.head.label, _SIZE + 0.5, fonts.BOLD) + 6
    return taken + fonts.width(group.aside, _ASIDE) <= _LABELS - 8


def _field_lines(group: DotGroup) -> list[str]:
    return fonts.wrap(group.head.label, _LABELS - 10, _SIZE + 0.5, fonts.BOLD)


def _pillar_lines(row: DotRow) -> list[str]:
    return fonts.wrap(row.label, _LABELS - _KEY - 8, _SIZE)


def _field(chart: RowDrawing, group: DotGroup, middle: float) -> None:
    lines = _field_lines(group)
    beside = _on_the_line(group)
    below = 0 if beside or not group.aside else 1
    y = middle + _LEADING * (len(lines) + below) / 2 - 7.4
    for words in lines:
        chart.text(0, y, words, _SIZE + 0.5, font=fonts.BOLD)
        y -= _LEADING
    if group.aside:
        x = fonts.width(lines[-1], _SIZE + 0.5, fonts.BOLD) + 6 if beside else 0.0
        y += _LEADING if beside else 0.0
        chart.caption(x, y, group.aside, _ASIDE)


def _pillar(chart: RowDrawing, row: DotRow, middle: float) -> None:
    lines = _pillar_lines(row)
    y = middle + _LEADING * len(lines) / 2 - 7.2
    chart.caption(0, middle - 2.6, row.key, 7.2)
    for words in lines:
        chart.text(_KEY, y, words, _SIZE)
        y -= _LEADING


def _marks(
    chart: RowDrawing, axis: axes.Axis, row: DotRow, middle: float, right: float, *, field: bool
) -> None:
    radius, height = (3.4, 8.0) if field else (2.4, 6.0)
    axes.dot(chart, axis, row, middle, radius=radius, band=height)
    font = fonts.BOLD if field else fonts.REGULAR
    axes.dot_values(chart, row, middle, right, step=_STEP, font=font)
