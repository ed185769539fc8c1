"""How a group rated one question: a dot for each of them over the levels 0-5, without names."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.text import draw_line, text_width
from ui.theme import Style, line_height, px, tokens
from ui.widgets.painted import draw_box

_COLUMN, _DOT, _GAP, _STACK = 46, 11, 3, 6
"""Design px of a level's column, a dot and the gap between dots; dots above each other at most."""


class Dots(QWidget):
    """Stacked dots; the one that is one's own is filled, all others are hollow.

    Where more stand on a level than fit above each other, dots stand side by side.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[int, ...] = (0,) * 6
        self._own: int | None = None
        self._median = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: tuple[int, ...], own: int | None, median: float) -> None:
        """Show six counts, one's own level (None for none) and the middle level."""
        self._counts, self._own, self._median = counts, own, median
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Six columns, as high as the fullest; the levels below."""
        high = min(max(self._counts), _STACK)
        stack = high * px(_DOT + _GAP) + px(12)
        return QSize(6 * px(_COLUMN), stack + line_height(Style.SMALL))

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        """The middle, the dots, the levels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        column, base = px(_COLUMN), self.height() - line_height(Style.SMALL)
        middle = (self._median + 0.5) * column
        painter.fillRect(QRectF(middle - 1, 0, 2, base - px(1)), t.line)
        painter.fillRect(QRectF(0, base - px(1), 6 * column, max(1.0, t.edge)), t.control)
        for level, count in enumerate(self._counts):
            left = level * column
            self._paint_stack(painter, left, base - px(3), count, own=level == self._own)
            style = Style.SMALL_STRONG if level == self._own else Style.SMALL
            ink = t.ink if count else t.ink3
            x = left + (column - text_width(str(level), style)) / 2
            draw_line(painter, str(level), style, ink, x, base, line_height(Style.SMALL))
        painter.end()

    def _paint_stack(
        self, painter: QPainter, left: float, base: float, count: int, *, own: bool
    ) -> None:
        t = tokens()
        rows = max(1, -(-count // _STACK))
        step = min(px(_DOT + _GAP), px(_COLUMN - 6) / rows)
        size = min(px(_DOT), step - 1)
        for place in range(count):
            row, up = divmod(place, _STACK)
            x = left + (px(_COLUMN) - rows * step) / 2 + row * step + (step - size) / 2
            y = base - (up + 1) * px(_DOT + _GAP)
            box = QRectF(x, y, size, size)
            if own and place == 0:
                draw_box(painter, box, size / 2, fill=t.accent)
            else:
                draw_box(painter, box, size / 2, fill=t.surface, edge=t.ink2, width=1.4)
