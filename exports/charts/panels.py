"""Small dot plots side by side: one label column, one common axis, the values at the right."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from exports import axes, fonts, house, marks
from exports.chart_rows import DotRow, Panel
from exports.house import COLOUR, Palette

_LABELS = 88.0
_VALUE = 34.0
_BETWEEN = 24.0
_TITLE = 13.0
_SIZE = 8.5


def interval_panels(
    panels: Sequence[Panel], width: float = house.TEXT_WIDTH, *, palette: Palette = COLOUR
) -> Drawing:
    """Scores with their intervals, one panel a field; the panels share the column of labels.

    Args:
        panels: One or two with the same labels in the same order: the rows of a page of panels.
        width: Of the whole chart, with room for two panels even when there is one.
        palette: Colours of the bands.
    """
    labels = [fonts.wrap(row.label, _LABELS - 8, _SIZE) for row in panels[0].rows]
    heights = [max(axes.ROW, axes.LEADING * len(lines) + 7) for lines in labels]
    plot = (width - _LABELS - 2 * _VALUE - _BETWEEN) / 2
    titles = [fonts.wrap(panel.title, plot + _VALUE, 9.5, fonts.BOLD) for panel in panels]
    top = axes.BELOW + sum(heights)
    title_room = _TITLE * max(len(lines) for lines in titles)
    drawing = Drawing(width, top + axes.STRIP + title_room + 4)
    lefts = [_LABELS + place * (plot + _VALUE + _BETWEEN) for place in range(len(panels))]
    for left, lines in zip(lefts, titles, strict=True):
        axis = axes.Axis(left, plot)
        for place, words in enumerate(reversed(lines)):
            y = top + axes.STRIP + 5 + _TITLE * place
            drawing.add(marks.text(left, y, words, 9.5, font=fonts.BOLD))
        axes.frame(drawing, axis, axes.BELOW, top, palette)
    y, end = top, lefts[-1] + plot + _VALUE
    for place, (lines, height) in enumerate(zip(labels, heights, strict=True)):
        middle = y - height / 2
        y -= height
        if y > axes.BELOW + 1:
            drawing.add(marks.line(0, y, end, y, house.RULE_THIN, house.HAIRLINE))
        axes.stack(drawing, 0, middle, lines)
        for left, panel in zip(lefts, panels, strict=True):
            _row(drawing, axes.Axis(left, plot), panel.rows[place], middle)
    return drawing


def _row(drawing: Drawing, axis: axes.Axis, row: DotRow, middle: float) -> None:
    axes.dot(drawing, axis, row, middle)
    x = axis.left + axis.width + _VALUE - 2
    drawing.add(marks.text(x, middle - 3, row.sign, _SIZE, font=fonts.BOLD, anchor="end"))
    if row.provisional:
        drawing.add(marks.text(x, middle - 2, "†", 7))
