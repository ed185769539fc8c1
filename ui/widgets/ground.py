"""Grounds: panes, cards and small painted signs."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.marks import Mark, mark_name, paint_mark
from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from ui.widgets.painted import draw_box


class Pane(QWidget):
    """A flat ground in a colour role, with hairlines on the sides named in `edges` ("ltrb")."""

    def __init__(self, role: str = "chrome", edges: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._edges = role, edges
        # Nothing below shows through, so nothing below need be painted.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, _event: object) -> None:
        """Fill, then lines."""
        painter = QPainter(self)
        t = tokens()
        painter.fillRect(self.rect(), t.role(self._role))
        w, h = self.width(), self.height()
        lines = {"l": (0, 0, 1, h), "r": (w - 1, 0, 1, h), "t": (0, 0, w, 1), "b": (0, h - 1, w, 1)}
        for side in self._edges:
            painter.fillRect(*lines[side], t.line)
        painter.end()


class CardFrame(QWidget):
    """A rounded card; children stand inside its margins."""

    def __init__(self, role: str = "surface", radius: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._radius = role, radius

    def paintEvent(self, _event: object) -> None:
        """Fill and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        draw_box(
            painter,
            QRectF(self.rect()),
            self._radius,
            fill=t.role(self._role),
            edge=t.line,
            width=t.edge,
        )
        painter.end()


class Rule(QWidget):
    """A hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, _event: object) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens().line)
        painter.end()


class Separator(QWidget):
    """A short vertical hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(1, px(28))

    def paintEvent(self, _event: object) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), tokens().line)
        painter.end()


class MarkSign(QWidget):
    """One status mark with its word as tooltip and name."""

    def __init__(self, mark: Mark, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.show_mark(mark)
        self.setFixedSize(px(size), px(size))

    def show_mark(self, mark: Mark) -> None:
        """Show another mark."""
        self._mark = mark
        self.setAccessibleName(mark_name(mark))
        self.setToolTip(mark_name(mark))
        self.update()

    def paintEvent(self, _event: object) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        size = px(self._size)
        middle = QRectF(self.rect()).center()
        paint_mark(painter, self._mark, QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size))
        painter.end()


class Chip(QWidget):
    """A small outlined word; dashed and in `warn` for the sample chip."""

    def __init__(
        self, text: str, role: str = "control", *, dashed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._role, self._dashed = text, role, dashed
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _style(self) -> Style:
        return Style.TILE if self._dashed else Style.CAPTION

    def sizeHint(self) -> QSize:
        """Text and padding."""
        return QSize(text_width(self._text, self._style()) + px(16), px(20))

    def paintEvent(self, _event: object) -> None:
        """Edge and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        edge = t.role(self._role)
        draw_box(painter, QRectF(self.rect()), 4, edge=edge, width=1.2, dashed=self._dashed)
        ink = edge if self._dashed else t.ink2
        draw_line(painter, self._text, self._style(), ink, px(8), 0, self.height())
        painter.end()
