"""Levels chosen: anonymous dots on 0-5, columns for many. For meetings only, never public."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Circle, Drawing

from exports import house
from exports.marks import box, colour, line, text
from wb6assess.reports.meeting.rows import TOP_LEVEL, LevelCount

_MOST = 5
"""Dots on top of each other; more are a column with its number, in a row one dot with it."""

_AXIS_ROOM = 1.75


def level_dots(
    levels: Sequence[LevelCount], width: float, *, radius: float = 3.1, size: float = 7.0
) -> Drawing:
    """The dots over an axis from 0 to 5; columns with their numbers where there are too many.

    Args:
        levels: How many experts stand where.
        width: Of the drawing, in points.
        radius: Of a dot.
        size: Of the numbers under the axis.
    """
    step = 2 * radius + 0.8
    tallest = max((count.experts for count in levels), default=1)
    many = tallest > _MOST
    axis = _AXIS_ROOM * size + 2
    over = 1.2 * size if many else radius / 2
    drawing = Drawing(width, axis + 1.6 + min(tallest, _MOST) * step + over)
    edge = radius + 4
    _draw_axis(drawing, edge, width - edge, axis, size)
    for count in levels:
        x = edge + (width - 2 * edge) * count.level / TOP_LEVEL
        if many:
            # One dot for twenty beside four for four would turn the picture around.
            high = _MOST * step * count.experts / tallest
            drawing.add(box(x - radius, axis + 1.6, 2 * radius, high, house.INK))
            drawing.add(text(x, axis + 1.6 + high + 2, str(count.experts), size, anchor="middle"))
            continue
        for place in range(count.experts):
            y = axis + 1.6 + radius + place * step
            drawing.add(Circle(x, y, radius, fillColor=colour(house.INK), strokeColor=None))
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
