"""A slider in the colours of the theme."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from ui.theme import px, tokens
from ui.widgets.painted import draw_box, draw_ring, inset


class Slider(QSlider):
    """Horizontal; the part up to the handle is filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setMinimumHeight(px(26))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page must not change a weight."""
        event.ignore()

    def paintEvent(self, _event: object) -> None:
        """Groove, filled part, handle, ring."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        parts = QStyle.SubControl
        found = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, parts.SC_SliderHandle, self
        )
        t, rect, middle = tokens(), QRectF(self.rect()), self.height() / 2
        x, r = found.center().x() + 0.5, px(8)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        groove = QRectF(px(2), middle - px(2), rect.width() - px(4), px(4))
        draw_box(painter, groove, px(2), fill=t.track, edge=t.control if t.contrast else None)
        draw_box(painter, QRectF(px(2), groove.top(), x - px(2), px(4)), px(2), fill=t.ink2)
        x = min(max(x, r + 1), rect.width() - r - 1)
        handle = QRectF(x - r, middle - r, 2 * r, 2 * r)
        draw_box(painter, handle, r, fill=t.surface, edge=t.accent, width=2.0)
        if self.hasFocus():
            draw_box(painter, inset(handle, 4), r - 4, fill=t.accent)
            draw_ring(painter, rect, 6)
        painter.end()
