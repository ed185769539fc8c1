"""Special states beside the ladder: not applicable, don't know, withheld."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.marks import Mark, paint_mark
from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from ui.widgets.keycap import draw_keycap, keycap_width
from ui.widgets.painted import PaintedButton, draw_box, draw_ring


class StateToggle(PaintedButton):
    """A state with its mark, word and key; on when checked."""

    def __init__(self, mark: Mark, text: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark, self._keys = mark, keys
        self._locked = False
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_on(self, on: bool, *, locked: bool) -> None:
        """Show the state; a locked one is reached by the keyboard and takes no input."""
        self.setChecked(on)
        if locked != self._locked:
            self._locked = locked
            self.update()

    def nextCheckState(self) -> None:
        """Stay as it is while locked."""
        if not self._locked:
            super().nextCheckState()

    def sizeHint(self) -> QSize:
        """Mark, word, cap."""
        cap = keycap_width(self._keys) + px(6) if self._keys else 0
        return QSize(px(32) + text_width(self.text(), Style.BODY_MEDIUM) + cap + px(8), px(30))

    def paint(self, painter: QPainter) -> None:
        """Tint and accent edge when on."""
        t = tokens()
        rect = QRectF(self.rect())
        on = self.isChecked()
        active = not self._locked
        fill = t.press if self.isDown() else t.hover if active and self.hovered else t.surface
        edge = t.accent if on else t.control if active else t.line
        draw_box(painter, rect, 6, fill=t.tint if on else fill, edge=edge, width=t.edge)
        size = px(16)
        middle = self.height() / 2
        ink = t.ink if active or on else t.disabled
        paint_mark(painter, self._mark, QRectF(px(9), middle - size / 2, size, size), t.ink2)
        style = Style.BODY_MEDIUM if on else Style.BODY
        draw_line(painter, self.text(), style, ink, px(32), 0, self.height())
        if self._keys:
            x = self.width() - px(7) - keycap_width(self._keys)
            draw_keycap(painter, self._keys, x, middle)
        if self.ring:
            draw_ring(painter, rect, 6)
