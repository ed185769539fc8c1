"""Published scores as dots on the common axis, with their intervals."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from exports import axes, fonts, house, marks
from exports.chart_rows import DotRow
from exports.house import COLOUR, Palette

_VALUES = 74.0
"""Room for score and band."""
_LABELS, _AXIS = 178.0, 100.0
"""The widest column of labels; the axis keeps its room before that."""


def dot_plot(
    rows: Sequence[DotRow],
    *,
    first: str,
    columns: Sequence[str] = (),
    width: float = house.TEXT_WIDTH,
    label_width: float | None = None,
    step: float = axes.COLUMN,
    palette: Palette = COLOUR,
) -> Drawing:
    """Published scores as dots on the common axis, with exact values in the same row.

    A row with an interval shows it as a line with end ticks; the dot stands at the published score,
    which need not be its middle. A row without one is led to its dot from 0.

    Args:
        rows: In the order of the instrument, or of the country codes.
        first: Head of the label column.
        columns: Heads of the columns right of score and band.
        width: Of the whole chart.
        label_width: Of keys and labels together; what they need, within limits, when None.
        step: Width of a further column.
        palette: Colours of the bands.
    """
    key_width = max((fonts.width(row.key, 7.5) for row in rows if row.key), default=-7.0) + 7
    right = width - step * len(columns)
    if label_width is None:
        widest = max((fonts.width(row.label, axes.LABEL) for row in rows), default=0.0)
        most = min(_LABELS, right - _VALUES - _AXIS)
        label_width = min(max(110.0, key_width + widest + 12), most)
    room = label_width - key_width - 10
    labels = [fonts.wrap(row.label, room, axes.LABEL) for row in rows]
    heights = [max(axes.ROW, axes.LEADING * len(lines) + 8) for lines in labels]
    axis = axes.Axis(label_width, right - _VALUES - label_width)
    top = axes.BELOW + sum(heights)
    drawing = Drawing(width, top + axes.STRIP + 14)
    axes.column_heads(drawing, first, columns, top + axes.STRIP + 5, right, width, step=step)
    axes.frame(drawing, axis, axes.BELOW, top, palette)
    y = top
    for row, lines, height in zip(rows, labels, heights, strict=True):
        middle = y - height / 2
        y -= height
        if y > axes.BELOW + 1:
            drawing.add(marks.line(0, y, width, y, house.RULE_THIN, house.HAIRLINE))
        if row.key:
            drawing.add(marks.text(0, middle - 2.7, row.key, 7.5, fill=house.CAPTION))
        axes.stack(drawing, key_width, middle, lines)
        axes.dot(drawing, axis, row, middle)
        axes.dot_values(drawing, row, middle, right, palette, step=step)
    return drawing
