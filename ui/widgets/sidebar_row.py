"""One row of a sidebar."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.icons import Icon, paint_icon
from ui.text import block, draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.painted import PaintedButton, draw_box, draw_ring

_LEFT, _RIGHT, _GAP, _HEIGHT = 38, 8, 4, 30
_COUNTS = "00"
"""Rooms leave room for a count from the start, so that none moves their words."""


class SidebarRow(PaintedButton):
    """One place to go, with a count or a key at the right; where it is narrow, its icon.

    Words of a room take another line rather than be cut.

    Signals:
        stepped: Up or down was pressed; carries -1 or 1.
    """

    stepped = Signal(int)

    def __init__(self, icon: Icon, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._right, self._keys = icon, "", ""
        self._count, self._narrow = 0, False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.wrap_height()
        self.toggled.connect(self._say)

    def nextCheckState(self) -> None:
        """The sidebar decides which row is chosen."""

    def show_right(self, text: str) -> None:
        """A count or a key."""
        self._right = text
        self._say()

    def show_count(self, count: int) -> None:
        """How many wait there; 0 shows none."""
        self._count = count
        self.show_right(str(count) if count else "")

    def say_keys(self, keys: str) -> None:
        """The keys that go there, in the tooltip."""
        self._keys = keys
        self._say()

    def show_narrow(self, narrow: bool) -> None:
        """The icon alone, or the whole row."""
        self._narrow = narrow
        self.updateGeometry()
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from row to row."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tooltip says what no longer fits."""
        super().resizeEvent(event)
        self._say()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(px(30 if self._narrow else 200), px(_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        """Words that need two lines make it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One row, or what its words take."""
        if self._narrow or self._fits(width):
            return px(_HEIGHT)
        words = block(self.text(), Style.SECTION, self._room(width))
        return max(px(_HEIGHT), round(words.height) + px(10))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the rail."""
        return QSize(px(30), px(30))

    def _say(self) -> None:
        self.setAccessibleDescription(self._right if self._count else "")
        room = self._room(self.width())
        cut = self._narrow or (self._one_line and text_width(self.text(), self._style) > room)
        words = (self.text() if cut else "", self._right if cut and not self._keys else "", self._keys)
        self.setToolTip(" · ".join(filter(None, words)))
        self.update()

    @property
    def _style(self) -> Style:
        return Style.SECTION if self.isChecked() else Style.BODY

    @property
    def _one_line(self) -> bool:
        """Rows at the foot keep to one line: they show a key, which the tooltip has, too."""
        return not self.isCheckable()

    def _room(self, width: int) -> int:
        """What the words may take beside what stands at the right."""
        whole = width - px(_LEFT) - px(_RIGHT)
        counts = "" if self._one_line else _COUNTS
        right = max(text_width(self._right, Style.SMALL), text_width(counts, Style.SMALL))
        beside = whole - px(_GAP) - right
        if self._one_line and text_width(self.text(), self._style) > beside:
            return whole
        return beside

    def _fits(self, width: int) -> bool:
        return self._one_line or text_width(self.text(), Style.SECTION) <= self._room(width)

    def paint(self, painter: QPainter) -> None:
        """Bar, icon, word, count."""
        t = tokens()
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            draw_box(painter, rect, 6, fill=t.tint, edge=t.tint_line if t.contrast else None, width=2)
            bar = QRectF(0, px(7), px(3), rect.height() - 2 * px(7))
            draw_box(painter, bar, 1.5, fill=t.accent)
        elif self.isDown() or self.hovered:
            draw_box(painter, rect, 6, fill=t.press if self.isDown() else t.hover)
        size = px(15)
        left = (self.width() - size) / 2 if self._narrow else px(12)
        box = QRectF(left, (self.height() - size) / 2, size, size)
        paint_icon(painter, self._icon, box, t.accent if chosen else t.ink2)
        if not self._narrow:
            self._paint_words(painter)
        if self.ring:
            draw_ring(painter, rect, 6)

    def _paint_words(self, painter: QPainter) -> None:
        t = tokens()
        room, ink = self._room(self.width()), t.ink if self.isChecked() else t.ink2
        right = self.width() - px(_RIGHT) - text_width(self._right, Style.SMALL)
        if right >= px(_LEFT) + room:
            draw_line(painter, self._right, Style.SMALL, t.ink3, right, 0, self.height())
        if self._fits(self.width()):
            words = elided(self.text(), self._style, room)
            draw_line(painter, words, self._style, ink, px(_LEFT), 0, self.height())
        else:
            lines = block(self.text(), self._style, room)
            lines.draw(painter, px(_LEFT), (self.height() - lines.height) / 2, ink)
