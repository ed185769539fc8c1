"""The head of a page: title and a line at the left, buttons at the right or, when cramped, below."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.flow_row import FlowRow

_GAP = 8
_SHARE = 0.6
"""Of the width the buttons may take before they go below."""


class PageHead(QWidget):
    """Words are never squeezed by buttons."""

    def __init__(
        self, words: Sequence[QWidget], buttons: Sequence[QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in words:
            column.addWidget(part)
        self._buttons = FlowRow(buttons, _GAP)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(12))
        self._row.addLayout(column, 1)
        self._row.addWidget(self._buttons)
        self._arrange()

    def rearrange(self) -> None:
        """Buttons came or went."""
        self._buttons.rearrange()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        # The row reckons with a gap after its last part, too.
        wide = max(0, self._buttons.sizeHint().width() - px(_GAP))
        cramped = bool(self.width()) and wide > self.width() * _SHARE
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if cramped else ways.LeftToRight)
        if cramped:
            self._buttons.setMinimumWidth(0)
            self._buttons.setMaximumWidth(self.maximumWidth())
        else:
            self._buttons.setFixedWidth(wide)
