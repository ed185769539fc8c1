"""Small dot plots side by side: one label column, one common axis, the values at the right."""

from collections.abc import Sequence

from exports import axes, fonts, house
from exports.chart_rows import DotRow, Panel
from exports.look import PAPER, Look
from exports.row_drawing import RowDrawing

_LABELS = 88.0
_VALUE = 34.0
_BETWEEN = 24.0
_TITLE = 13.0


def interval_panels(
    panels: Sequence[Panel], look: Look = PAPER, *, width: float = house.TEXT_WIDTH
) -> RowDrawing:
    """Scores with their intervals, one panel a field; the panels share the column of labels.

    Args:
        panels: One or two with the same labels in the same order: the rows of a page of panels.
        look: Colours, words, sizes.
        width: Of the whole chart, with room for two panels even when there is one.
    """
    rows = panels[0].rows
    labels = [axes.wrap(look, row.label, _LABELS - 8) for row in rows]
    heights = [axes.row_height(look.row, lines, air=7) for lines in labels]
    plot = (width - _LABELS - 2 * _VALUE - _BETWEEN) / 2
    titles = [fonts.wrap(panel.title, plot + _VALUE, 9.5, fonts.BOLD) for panel in panels]
    top = axes.BELOW + sum(heights)
    title_room = _TITLE * max(len(lines) for lines in titles)
    chart = RowDrawing(width, top + axes.STRIP + title_room + 4, look)
    lefts = [_LABELS + place * (plot + _VALUE + _BETWEEN) for place in range(len(panels))]
    for left, lines in zip(lefts, titles, strict=True):
        for place, words in enumerate(reversed(lines)):
            chart.text(left, top + axes.STRIP + 5 + _TITLE * place, words, 9.5, font=fonts.BOLD)
        axes.frame(chart, axes.Axis(left, plot), axes.BELOW, top)
    end = lefts[-1] + plot + _VALUE
    middles = chart.walk(top, [row.about for row in rows], heights, last=False, end=end)
    for place, (lines, middle) in enumerate(zip(labels, middles, strict=True)):
        axes.stack(chart, 0, middle, lines, font=axes.font_of(chart, rows[place].about))
        for left, panel in zip(lefts, panels, strict=True):
            _row(chart, axes.Axis(left, plot), panel.rows[place], middle)
    return chart


def _row(chart: RowDrawing, axis: axes.Axis, row: DotRow, middle: float) -> None:
    axes.dot(chart, axis, row, middle)
    x = axis.left + axis.width + _VALUE - 2
    chart.text(x, middle - 3, row.sign, axes.LABEL, font=fonts.BOLD, anchor="end")
    if row.provisional:
        chart.text(x, middle - 2, "†", 7)
