"""Buttons in a row that breaks when it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import px

_LINE = 30
"""A button; lower parts stand in its middle."""


class FlowRow(QWidget):
    """Parts at their own width, left to right, in as many lines as they need; hidden ones left out."""

    def __init__(self, parts: Sequence[QWidget], gap: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._gap = list(parts), gap
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for part in self._parts:
            part.setParent(self)

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of all lines."""
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def sizeHint(self) -> QSize:
        """One line."""
        shown = [part for part in self._parts if not _gone(part)]
        width = sum(part.sizeHint().width() + px(self._gap) for part in shown)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The widest part alone."""
        width = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        return QSize(width, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room."""
        super().resizeEvent(event)
        self.rearrange()

    def rearrange(self) -> None:
        """Place the parts anew: they say something else now."""
        self.updateGeometry()
        for part, place in zip(self._parts, self._places(self.width()), strict=True):
            part.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        x, y, line = 0, self.contentsMargins().top(), 0
        places = []
        for part in self._parts:
            if _gone(part):
                places.append(QRect())
                continue
            hint = part.sizeHint()
            if x and x + hint.width() > width:
                x, y, line = 0, y + line + px(8), 0
            wide, high = min(hint.width(), width), hint.height()
            if wide < hint.width() and part.hasHeightForWidth():
                high = part.heightForWidth(wide)
            middle = (px(_LINE) - high) // 2 if high < px(_LINE) else 0
            places.append(QRect(x, y + middle, wide, high))
            x += hint.width() + px(self._gap)
            line = max(line, high)
        return places


def _gone(part: QWidget) -> bool:
    """Hidden on purpose; what was never shown yet will be."""
    return part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide) and part.isHidden()
