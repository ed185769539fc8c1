"""One of several ways to go on: a ring, a title, what it does."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.text import block
from ui.theme import Style, line_height, px, tokens
from ui.widgets.painted import PaintedButton, draw_box, draw_ring

_LEFT = 40


class OptionRow(PaintedButton):
    """Exclusive in its button group; the whole row is the button."""

    def __init__(self, key: str, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._words = key, words
        self.setText(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(f"{title}. {words}")
        self.wrap_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the row that is chosen already goes on to the dialog."""
        if self.isChecked() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Title and words."""
        room = self._room(width)
        title = block(self.text(), Style.BODY_MEDIUM, room).height
        return px(20) + title + block(self._words, Style.SMALL, room).height

    def sizeHint(self) -> QSize:
        """A dialog's width."""
        return QSize(px(440), self.heightForWidth(px(440)))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(200), px(44))

    def paint(self, painter: QPainter) -> None:
        """Frame, ring, words."""
        t = tokens()
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        fill = t.tint if chosen else t.press if self.isDown() else t.hover if self.hovered else t.surface
        draw_box(painter, rect, 8, fill=fill, edge=t.accent if chosen else t.control, width=t.edge)
        self._paint_ring(painter)
        room, y = self._room(self.width()), px(10)
        title = block(self.text(), Style.BODY_MEDIUM, room)
        title.draw(painter, px(_LEFT), y, t.ink)
        words = block(self._words, Style.SMALL, room)
        words.draw(painter, px(_LEFT), y + title.height, t.ink2)
        if self.ring:
            draw_ring(painter, rect, 8)

    def _paint_ring(self, painter: QPainter) -> None:
        t = tokens()
        middle = QPointF(px(22), px(10) + line_height(Style.BODY_MEDIUM) / 2)
        radius = px(8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(t.accent if self.isChecked() else t.control, 1.6))
        painter.drawEllipse(middle, radius, radius)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.accent)
            painter.drawEllipse(middle, radius - px(4), radius - px(4))

    def _room(self, width: int) -> int:
        return max(px(120), width - px(_LEFT) - px(14))
