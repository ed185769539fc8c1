"""A mark and words in a row that breaks: counts above lists, legends below charts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.marks import Mark, paint_mark
from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from ui.widgets.flow_row import FlowRow

_MARK = 16


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark, a number in bold, and what was counted."""

    mark: Mark
    number: str
    words: str


class SignItem(QWidget):
    """One sign, painted."""

    def __init__(self, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setAccessibleName(f"{sign.number} {sign.words}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Mark, number, words."""
        number = text_width(self._sign.number, Style.SECTION) + px(6) if self._sign.number else 0
        words = text_width(self._sign.words, Style.BODY)
        return QSize(px(_MARK + 8) + number + words + px(2), px(22))

    def paintEvent(self, _event: object) -> None:
        """Draw them on one line."""
        painter = QPainter(self)
        t, sign, size = tokens(), self._sign, px(_MARK)
        paint_mark(painter, sign.mark, QRectF(0, (self.height() - size) / 2, size, size))
        x = size + px(8)
        if sign.number:
            draw_line(painter, sign.number, Style.SECTION, t.ink, x, 0, self.height())
            x += text_width(sign.number, Style.SECTION) + px(6)
        draw_line(painter, sign.words, Style.BODY, t.ink2, x, 0, self.height())
        painter.end()


class Signs(QWidget):
    """Some of them side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Sign, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_signs(self, signs: Sequence[Sign]) -> None:
        """Show other ones."""
        if tuple(signs) == self._shown:
            return
        self._shown = tuple(signs)
        show_alone(self._column, FlowRow([SignItem(sign) for sign in signs], 20))


def show_alone(column: QVBoxLayout, widget: QWidget) -> None:
    """Let what stands in a column go, and put another widget there."""
    while (item := column.takeAt(0)) is not None:
        if old := item.widget():
            old.hide()
            old.deleteLater()
    column.addWidget(widget)
