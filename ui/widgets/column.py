"""A container whose height follows from its width."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget


class Column(QWidget):
    """Holds a layout of wrapping parts and tells the layout around it a width, not yet a height.

    Qt's own container would lay out every text inside once for the width it would like and once for
    the least one, for each container around it again. No layout takes these heights: it asks for the
    height at the width there is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # It paints nothing itself: a part that stays where it is need not be painted when this grows.
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        # Shown before it has a place, it would have everything painted under the size Qt begins with.
        self.resize(0, 0)

    def sizeHint(self) -> QSize:
        """The width the parts would like."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The least width of the parts."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()
