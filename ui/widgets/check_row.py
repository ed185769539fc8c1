"""A check box whose words wrap."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.marks import Mark, paint_mark
from ui.said import stand_in_words, stands_in
from ui.text import block, laid_height
from ui.theme import Style, line_height, px, tokens
from ui.widgets.painted import PaintedButton, draw_box, draw_ring

_BOX = 18


class CheckRow(PaintedButton):
    """A box and its words; on when checked. `lock` keeps the ink and takes no input."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self._words = text
        self._heights: dict[int, int] = {}
        self.setText(text)
        self.setAccessibleName(text)
        self.wrap_height()
        self._locked = False

    def rename(self, text: str, question: str) -> None:
        """Stand for another answer to another question."""
        self._words = text
        self._heights.clear()
        self.setText(text)
        self.setToolTip(stand_in_words() if stands_in(text) else "")
        self.setAccessibleName(text)
        self.setAccessibleDescription(question)
        self.updateGeometry()

    def lock(self, locked: bool) -> None:
        """Show without letting change."""
        self._locked = locked

    def nextCheckState(self) -> None:
        """Stay as it is while locked."""
        if not self._locked:
            super().nextCheckState()

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """At least a comfortable row."""
        if width not in self._heights:
            # A table of check boxes asks a hundred times for each page.
            words = laid_height(self._words, Style.BODY, self._room(width))
            self._heights[width] = max(px(26), words + px(6))
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """A field's width."""
        return QSize(px(200), self.heightForWidth(px(200)))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(96), px(26))

    def _room(self, width: int) -> int:
        return max(px(60), width - px(_BOX + 8) - px(4))

    def paint(self, painter: QPainter) -> None:
        """Box, check, words."""
        t = tokens()
        line = line_height(Style.BODY)
        words = block(self._words, Style.BODY, self._room(self.width()))
        top = (self.height() - words.height) / 2
        box = QRectF(1, round(top + (line - px(_BOX)) / 2), px(_BOX), px(_BOX))
        if self.isChecked():
            draw_box(painter, box, 4, fill=t.accent if self.isEnabled() else t.disabled)
            paint_mark(painter, Mark.COMPLETE, box.adjusted(2, 2, -2, -2), t.on_accent)
        else:
            fill = t.hover if self.hovered and not self._locked else t.surface
            edge = t.control if self.isEnabled() else t.line
            draw_box(painter, box, 4, fill=fill, edge=edge, width=1.2 * t.edge)
        ink = t.ink if self.isEnabled() else t.disabled
        words.draw(painter, px(_BOX + 8), top, ink)
        if self.ring:
            draw_ring(painter, QRectF(self.rect()), 6)
