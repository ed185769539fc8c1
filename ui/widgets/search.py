"""A field with a magnifying glass."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.icons import Icon, paint_icon
from ui.text import text_width
from ui.theme import Style, px, tokens
from ui.widgets.textbox import LineField


class SearchField(LineField):
    """Esc empties it; with nothing left Esc is somebody else's key.

    Signals:
        down_pressed: The person wants to go into what was found.
    """

    down_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextMargins(px(22), 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has no room inside stands in the tooltip."""
        super().resizeEvent(event)
        room = self.width() - self.textMargins().left() - 2 * px(12)
        words = self.placeholderText()
        self.setToolTip(words if text_width(words, Style.BODY) > room else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then the glass."""
        super().paintEvent(event)
        painter = QPainter(self)
        size = px(14)
        box = QRectF(px(10), (self.height() - size) / 2, size, size)
        paint_icon(painter, Icon.SEARCH, box, tokens().ink2)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties; Down goes on to the results."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.flush()
            return
        if event.key() == Qt.Key.Key_Down and not event.modifiers():
            self.down_pressed.emit()
            return
        super().keyPressEvent(event)
