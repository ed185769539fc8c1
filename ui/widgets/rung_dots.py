"""How many of a group chose each rung, as dots in its row; without names."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from ui.widgets.painted import draw_box

ROOMY = 560
"""Design px of a ladder from which dots stand in its rows; in a narrower one they stand below it."""

_DOT, _STEP, _GAP = 9, 11, 6
_LINE, _LINES, _LEAST = 8, 3, 3
"""Dots beside each other, lines of them in a row; the smallest dot in design px."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """How a group chose: how many each rung, from the lowest; one's own rung, None for none."""

    counts: tuple[int, ...] = ()
    own: int | None = None

    def __bool__(self) -> bool:
        return any(self.counts)

    def on(self, key: str) -> int:
        """How many chose a rung."""
        return self.counts[int(key)] if key.isdigit() and int(key) < len(self.counts) else 0


NOBODY = Crowd()


def crowd_width(crowd: Crowd) -> int:
    """Px that number and dots of the fullest rung take."""
    return _number_width(crowd) + px(_GAP) + min(max(crowd.counts), _LINE) * px(_STEP)


def paint_crowd(painter: QPainter, crowd: Crowd, key: str, left: float, middle: float) -> None:
    """One rung's number and dots, around the middle of its row; one's own dot is filled."""
    count = crowd.on(key)
    if not count:
        return
    t = tokens()
    number = _number_width(crowd)
    x = left + number - text_width(str(count), Style.SMALL)
    draw_line(painter, str(count), Style.SMALL, t.ink2, x, middle - px(10), px(20))
    # However many they are, three lines hold them; every rung in the same measure.
    most = max(crowd.counts)
    line = max(_LINE, -(-most // _LINES))
    step = px(_STEP) * _LINE / line
    size = max(px(_LEAST), min(px(_DOT), step - px(2)))
    lines = -(-count // line)
    top = middle - (lines * step - (step - size)) / 2
    for place in range(count):
        row, column = divmod(place, line)
        box = QRectF(left + number + px(_GAP) + column * step, top + row * step, size, size)
        if place == 0 and key == str(crowd.own):
            draw_box(painter, box, size / 2, fill=t.accent)
        else:
            draw_box(painter, box, size / 2, fill=t.surface, edge=t.ink2, width=1.4)


def _number_width(crowd: Crowd) -> int:
    return text_width(str(max(crowd.counts)), Style.SMALL)
