"""The tile with a band's letter; hatched when there is no score."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from ui.tokens import BAND_EDGE, BAND_FILLS
from ui.widgets.painted import draw_box, inset


def paint_band_tile(painter: QPainter, rect: QRectF, band: str, letter: str) -> None:
    """Fill, edge and letter; `band` is "" when there is no score."""
    t = tokens()
    edge = t.control if t.dark else BAND_EDGE
    if not band:
        _paint_hatch(painter, rect)
        return
    fill, ink = BAND_FILLS[band]
    draw_box(painter, rect, 4, fill=fill, edge=edge)
    x = rect.x() + (rect.width() - text_width(letter, Style.TILE)) / 2 + 0.5
    draw_line(painter, letter, Style.TILE, ink, x, rect.y(), rect.height())


def _paint_hatch(painter: QPainter, rect: QRectF) -> None:
    t = tokens()
    painter.save()
    shape = QPainterPath()
    shape.addRoundedRect(inset(rect, 1), 4, 4)
    draw_box(painter, rect, 4, fill=t.surface)
    painter.setClipPath(shape)
    painter.setPen(QPen(t.control, 1.0))
    x = rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(round(x), round(rect.bottom()), round(x + rect.height()), round(rect.top()))
        x += 4
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    draw_box(painter, rect, 4, edge=t.control)


class BandTile(QWidget):
    """A tile as a widget; its accessible name is the band in words."""

    def __init__(self, size: int = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._band, self._letter = size, "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_band(self, band: str, letter: str, words: str) -> None:
        """Show a band; "" for none."""
        self._band, self._letter = band, letter
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, _event: object) -> None:
        """Draw the tile."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_band_tile(painter, QRectF(self.rect()), self._band, self._letter)
        painter.end()
