"""One row of a sidebar."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import Icon, paint_icon
from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.painted import PaintedButton, draw_box, draw_ring


class SidebarRow(PaintedButton):
    """One place to go, with a count or a key at the right; where it is narrow, its icon.

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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
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
        return QSize(px(30 if self._narrow else 200), px(30))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the rail."""
        return QSize(px(30), px(30))

    def _say(self) -> None:
        self.setAccessibleDescription(self._right if self._count else "")
        cut = self._narrow or elided(self.text(), self._style, self._room) != self.text()
        words = (self.text() if cut else "", self._right if cut and not self._keys else "", self._keys)
        self.setToolTip(" · ".join(filter(None, words)))
        self.update()

    @property
    def _style(self) -> Style:
        return Style.SECTION if self.isChecked() else Style.BODY

    @property
    def _room(self) -> int:
        """What the words may take: they matter more than the key, which the tooltip has, too."""
        right = self.width() - px(12) - text_width(self._right, Style.SMALL)
        fits = text_width(self.text(), self._style) <= right - px(46)
        return (right if fits or self._count else self.width() - px(4)) - px(46)

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
        right = self.width() - px(12) - text_width(self._right, Style.SMALL)
        if right - px(46) >= self._room:
            draw_line(painter, self._right, Style.SMALL, t.ink3, right, 0, self.height())
        words = elided(self.text(), self._style, self._room)
        ink = t.ink if self.isChecked() else t.ink2
        draw_line(painter, words, self._style, ink, px(38), 0, self.height())
