"""Published scores as dots on the common axis, with their intervals."""

from collections.abc import Sequence

from exports import axes, fonts, house
from exports.chart_rows import DotRow
from exports.look import PAPER, Look
from exports.row_drawing import RowDrawing

_VALUES = 74.0
"""Room for score and band."""
_LABELS = 178.0
"""The widest column of labels; the axis keeps its room before that."""
_NARROW = 84.0
"""Room labels keep where the chart is narrow."""


def dot_plot(
    rows: Sequence[DotRow],
    look: Look = PAPER,
    *,
    first: str,
    columns: Sequence[str] = (),
    width: float = house.TEXT_WIDTH,
    label_width: float | None = None,
    step: float = axes.COLUMN,
) -> RowDrawing:
    """Published scores as dots on the common axis, with exact values in the same row.

    A row with an interval shows it as a line with end ticks; the dot stands at the published score,
    which need not be its middle. A row without one is led to its dot from 0.

    Args:
        rows: In the order of the instrument, or of the country codes.
        look: Colours, words, sizes.
        first: Head of the label column.
        columns: Heads of the columns right of score and band; below the labels where it is narrow.
        width: Of the whole chart.
        label_width: Of keys and labels together; what they need, within limits, when None.
        step: Width of a further column.
    """
    key_width = max((fonts.width(row.key, 7.5) for row in rows if row.key), default=-7.0) + 7
    below = width - step * len(columns) - _VALUES - _NARROW < axes.LEAST
    right = width if below else width - step * len(columns)
    if label_width is None:
        label_width = _label_width(rows, key_width, right - _VALUES)
    room = label_width - key_width - 10
    labels = [axes.wrap(look, row.label, room) for row in rows]
    remarks = [_remark(columns, row, room) if below else [] for row in rows]
    heights = [
        axes.row_height(look.row, lines, remark) for lines, remark in zip(labels, remarks, strict=True)
    ]
    axis = axes.Axis(label_width, right - _VALUES - label_width)
    top = axes.BELOW + sum(heights)
    chart = RowDrawing(width, top + axes.STRIP + 14, look)
    axes.column_heads(chart, first, () if below else columns, top + axes.STRIP + 5, right, step=step)
    axes.frame(chart, axis, axes.BELOW, top)
    middles = chart.walk(top, [row.about for row in rows], heights, last=False)
    for row, lines, remark, middle in zip(rows, labels, remarks, middles, strict=True):
        if row.key:
            chart.caption(0, middle - 2.7, row.key)
        axes.stack(chart, key_width, middle, lines, remark, font=axes.font_of(chart, row.about))
        axes.dot(chart, axis, row, middle)
        axes.dot_values(chart, row, middle, right, step=step, columns=not below)
    return chart


def _label_width(rows: Sequence[DotRow], key_width: float, room: float) -> float:
    """What labels need, as long as the axis keeps its room."""
    widest = max((fonts.width(row.label, axes.LABEL, fonts.BOLD) for row in rows), default=0.0)
    most = max(_NARROW, min(_LABELS, room - axes.LEAST))
    return min(max(_NARROW, 110.0 if room > 300 else 0.0, key_width + widest + 12), most)


def _remark(columns: Sequence[str], row: DotRow, room: float) -> list[str]:
    """What stands in columns where there is room for them."""
    said = [f"{name} {words}" for name, words in zip(columns, row.columns, strict=False) if words]
    return [line for words in said for line in fonts.wrap(words, room, axes.REMARK)]
