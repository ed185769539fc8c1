"""Levels chosen: stacked anonymous dots on 0-5. For meetings only, never in public output."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Circle, Drawing

from exports import house
from exports.marks import colour, line, text
from wb6assess.reports.meeting.rows import TOP_LEVEL, LevelCount

_MOST = 5
"""Dots on top of each other; more are one dot with their number."""

_AXIS_ROOM = 1.75


def level_dots(
    levels: Sequence[LevelCount], width: float, *, radius: float = 3.1, size: float = 7.0
) -> Drawing:
    """The dots over an axis from 0 to 5.

    Args:
        levels: How many experts stand where.
        width: Of the drawing, in points.
        radius: Of a dot.
        size: Of the numbers under the axis.
    """
    step = 2 * radius + 0.8
    tallest = min(max((count.experts for count in levels), default=1), _MOST)
    axis = _AXIS_ROOM * size + 2
    drawing = Drawing(width, axis + 1.6 + tallest * step + radius / 2)
    edge = radius + 4
    _draw_axis(drawing, edge, width - edge, axis, size)
    for count in levels:
        x = edge + (width - 2 * edge) * count.level / TOP_LEVEL
        dots = count.experts if count.experts <= _MOST else 1
        for place in range(dots):
            y = axis + 1.6 + radius + place * step
            drawing.add(Circle(x, y, radius, fillColor=colour(house.INK), strokeColor=None))
        if dots < count.experts:
            words = f"× {count.experts}"
            drawing.add(text(x + radius + 2, axis + radius - size / 4, words, size))
    return drawing


def _draw_axis(drawing: Drawing, left: float, right: float, y: float, size: float) -> None:
    drawing.add(line(left, y, right, y, 0.6, house.AXIS))
    for level in range(int(TOP_LEVEL) + 1):
        x = left + (right - left) * level / TOP_LEVEL
        drawing.add(line(x, y - 2, x, y + 2, 0.6, house.AXIS_END))
        drawing.add(text(x, 1.5, str(level), size, fill=house.CAPTION, anchor="middle"))


def dot_row(experts: int, *, radius: float = 4.6) -> Drawing:
    """So many dots in a row, ending at the right edge; beside a rung."""
    step = 2 * radius + 4
    shown = experts if experts <= _MOST else 1
    number = f"× {experts}" if shown < experts else ""
    room = 26.0 if number else 0.0
    drawing = Drawing(max(1, shown) * step + room, 2 * radius + 1)
    for place in range(shown):
        x = radius + place * step
        drawing.add(Circle(x, radius, radius, fillColor=colour(house.INK), strokeColor=None))
    if number:
        drawing.add(text(step, radius - 3.6, number, 11))
    return drawing
