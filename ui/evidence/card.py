"""The frame around the evidence of one answer."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import tokens
from ui.widgets.ground import CardFrame


class Card(CardFrame):
    """The frame around rows and form."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        edge = tokens().edge
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(0)

    def add(self, widget: QWidget) -> None:
        """Put a row or the form below the others; it stays the same widget where it is there."""
        self._column.addWidget(widget)

    def clear(self, *, but: QWidget | None = None) -> None:
        """Let everything go; `but` only leaves its place."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not but:
                widget.hide()
                widget.deleteLater()
