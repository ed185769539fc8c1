"""Small drawings that stand on every page, kept as pictures: a path costs thirty times as much."""

from collections.abc import Callable
from functools import lru_cache
from math import floor

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

Draw = Callable[[QPainter, str, QRectF, QColor], None]
"""Draws what has a name into a square, in one colour; never beyond its edges."""

_KEPT = 512
"""Pictures of some 1 KB: every mark in a few sizes, at a few places inside a pixel, in two themes."""


def paint_stamp(painter: QPainter, draw: Draw, name: str, rect: QRectF, ink: QColor) -> None:
    """Paint a small drawing, as a picture wherever that looks the same; `draw` is a plain function."""
    ratio = painter.device().devicePixelRatio()
    if ratio != floor(ratio) or not painter.worldTransform().isIdentity():
        # Its pixels are not those of the picture.
        draw(painter, name, rect, ink)
        return
    x, y = rect.x(), rect.y()
    left, top = floor(x), floor(y)
    place = x - left, y - top, rect.width(), rect.height()
    painter.drawPixmap(left, top, _picture(draw, name, place, ink.rgba(), ratio))


@lru_cache(maxsize=_KEPT)
def _picture(
    draw: Draw, name: str, place: tuple[float, float, float, float], rgba: int, ratio: float
) -> QPixmap:
    """The drawing on a transparent ground; `place` is where it stands inside its first pixel."""
    rect = QRectF(*place)
    wide, high = floor(rect.right()) + 1, floor(rect.bottom()) + 1
    picture = QPixmap(round(wide * ratio), round(high * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, name, rect, QColor.fromRgba(rgba))
    painter.end()
    return picture
