"""A chart at one width in the look in force: vectors, their pixels, and where the rows lie."""

from collections.abc import Hashable

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from exports.sketch import AnySketch
from ui.charts.look import POINT, screen_look
from ui.charts.ready import offer_fonts
from ui.theme import px, tokens
from ui.tokens import Tokens

_KEPT = 8


class Picture:
    """One drawing; its pixels are made when it is painted, and again on a finer screen."""

    def __init__(self, sketch: AnySketch, width: int, least: int, chosen: str) -> None:
        """A chart `width` px wide, laid out for no less than `least` px and made smaller to fit."""
        from exports.svg import as_svg

        points = max(width, least) / (px(100 * POINT) / 100)
        scale = width / points
        drawing = sketch.draw(sketch.rows, points, screen_look(chosen))
        self.size = QSize(width, round(drawing.height * scale))
        self.rows = [
            (place.about, round(place.top * scale), round(place.bottom * scale))
            for place in drawing.places
        ]
        self._svg = as_svg(drawing, sketch.title)
        self._pixels: QPixmap | None = None

    def pixels(self, ratio: float) -> QPixmap:
        """The drawing on nothing, at a screen's pixels for a pixel."""
        if self._pixels is not None and self._pixels.devicePixelRatio() == ratio:
            return self._pixels
        offer_fonts()
        pixels = QPixmap(self.size * ratio)
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        renderer = QSvgRenderer(QByteArray(self._svg.encode()))
        renderer.render(painter, QRectF(0, 0, self.size.width(), self.size.height()))
        painter.end()
        self._pixels = pixels
        return pixels


class Pictures:
    """The drawings made last, by content: looking back and forth draws nothing anew."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Picture] = {}
        self._tokens: Tokens | None = None

    def picture(self, sketch: AnySketch, width: int, least: int, chosen: str) -> Picture:
        """The chart at a width in px, laid out for `least` px or more."""
        if self._tokens is not tokens():
            self._made.clear()
            self._tokens = tokens()
        key = sketch.content, width, chosen
        made = self._made.pop(key, None) or Picture(sketch, width, least, chosen)
        self._made[key] = made
        while len(self._made) > _KEPT:
            self._made.pop(next(iter(self._made)))
        return made
