"""What all painted buttons share: states, focus ring, keys, height for width."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import tokens

_BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class PaintedButton(QAbstractButton):
    """A button that draws itself; state, click, group and accessibility come from Qt.

    Subclasses implement `paint` and sizes. The focus ring shows for keyboard focus, not for clicks.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = False

    @property
    def ring(self) -> bool:
        """Whether the focus ring shows."""
        return self._ring and self.hasFocus()

    @property
    def hovered(self) -> bool:
        """Whether the pointer is over an enabled button."""
        return self.isEnabled() and self.underMouse()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter works like Space; whoever types a key wants to see where it goes."""
        if not self._ring:
            self._ring = True
            self.update()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: object) -> None:
        """Hand a ready painter to the subclass."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Draw the current state."""
        raise NotImplementedError

    def wrap_height(self) -> None:
        """Ask layouts for height-for-width."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def inset(rect: QRectF, by: float) -> QRectF:
    """The rectangle, smaller on every side."""
    return rect.adjusted(by, by, -by, -by)


def draw_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded box whose edge lies inside the rectangle, on the pixel grid at 100 %."""
    if dashed and edge is not None:
        painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        pen = QPen(edge, width)
        # Square ends would fill the gaps.
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3.2 / width, 2.2 / width])
        painter.setPen(pen)
        painter.drawRoundedRect(inset(rect, width / 2), radius, radius)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    if edge is not None:
        # A stroke costs six times as much as the ground between two outlines.
        outer, inner = radius + width / 2, max(0.0, radius - width / 2)
        ring = QPainterPath()
        ring.addRoundedRect(rect, outer, outer)
        rect, radius = inset(rect, width), inner
        ring.addRoundedRect(rect, inner, inner)
        painter.setBrush(edge)
        painter.drawPath(ring)
    if fill is not None:
        painter.setBrush(fill)
        painter.drawRoundedRect(rect, radius, radius)


def draw_ring(painter: QPainter, rect: QRectF, radius: float, colour: QColor | None = None) -> None:
    """The 2 px focus ring, inside the part's own box."""
    draw_box(painter, rect, radius, edge=colour or tokens().focus, width=2.0)


def hairline(painter: QPainter, x1: float, x2: float, y: float, colour: QColor | None = None) -> None:
    """A horizontal line one device pixel grid row thick."""
    painter.fillRect(QRectF(x1, y, x2 - x1, 1.0), colour or tokens().line)
