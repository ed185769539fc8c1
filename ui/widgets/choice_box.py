"""A drop-down that looks like our fields."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui.icons import Icon, paint_icon
from ui.text import draw_line, elided
from ui.theme import Style, px, tokens
from ui.widgets.painted import draw_box, draw_ring


class ChoiceBox(QComboBox):
    """One of several keys by their labels; the first, empty one means no choice when offered.

    Signals:
        picked: The person chose; carries the key, "" for none.
    """

    picked = Signal(str)

    words_style = Style.BODY
    """A larger one for what is read from the back of a room."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        empty: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._locked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.offer(options, empty=empty)
        self.activated.connect(self._activated)

    def offer(self, options: Sequence[tuple[str, str]], *, empty: str | None = None) -> None:
        """Offer other options; the first is chosen."""
        self.clear()
        if empty is not None:
            self.addItem(empty, "")
        for key, label in options:
            self.addItem(label, key)
            self.setItemData(self.count() - 1, label, Qt.ItemDataRole.ToolTipRole)

    def reword(self, options: Sequence[tuple[str, str]]) -> None:
        """The same options in other words; the chosen one stays. Emits nothing."""
        for key, label in options:
            place = self.findData(key)
            self.setItemText(place, label)
            self.setItemData(place, label, Qt.ItemDataRole.ToolTipRole)
        self.update()

    def show_key(self, key: str) -> None:
        """Show a choice; emits nothing."""
        place = self.findData(key)
        self.setCurrentIndex(place if place >= 0 or key else (0 if self.itemData(0) == "" else -1))

    @property
    def key(self) -> str:
        """The chosen key; "" for none."""
        return str(self.currentData() or "")

    def lock(self, locked: bool) -> None:
        """Show without letting choose; the keyboard still comes by."""
        self._locked = locked
        self.update()

    def showPopup(self) -> None:
        """No list while locked."""
        if not self._locked:
            super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key chooses while locked."""
        if self._locked:
            event.ignore()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as other fields."""
        return QSize(px(160), px(30))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(64), px(30))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page must not change an answer."""
        event.ignore()

    def paintEvent(self, _event: object) -> None:
        """Field, words, chevron."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        rect = QRectF(self.rect())
        active = self.isEnabled() and not self._locked
        edge = t.control if active else t.line
        draw_box(painter, rect, 6, fill=t.surface, edge=edge, width=t.edge)
        words = elided(self.currentText(), self.words_style, self.width() - px(36))
        ink = t.ink if self.currentData() else t.ink3
        draw_line(painter, words, self.words_style, ink, px(10), 0, self.height())
        self.setToolTip(self.currentText() if words != self.currentText() else "")
        if active:
            size = px(12)
            box = QRectF(self.width() - px(10) - size, (self.height() - size) / 2, size, size)
            paint_icon(painter, Icon.DOWN, box, t.ink2)
        if self.hasFocus():
            draw_ring(painter, rect, 6)
        painter.end()

    def _activated(self, _place: int) -> None:
        self.picked.emit(self.key)
