"""Parts that scroll: for reading they are a stop for Tab, around controls they are not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def scrolled(inner: QWidget, name: str = "") -> QScrollArea:
    """A scroll area around a part; with a name the keyboard stops there to read on."""
    inner.setObjectName("sheet")
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    if name:
        area.setObjectName("reader")  # the style sheet's word for one that shows its focus
        area.setAccessibleName(name)
    else:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
