"""A picture taken of a real part at the moment it is looked at: always current, in every theme."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.theme import px, tokens
from ui.widgets.ground import CardFrame, Pane

_PAD = 20


class LivePicture(CardFrame):
    """Shows a part that takes no input; `words` tell a screen reader what it is."""

    def __init__(
        self, make: Callable[[], QWidget], words: str, width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._make, self._wanted = make, width
        self._heights: dict[tuple[int, int], int] = {}
        self._taken: tuple[object, ...] = ()
        self._picture = QPixmap()
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Parts wrap their words."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The part with a margin; measured once for each width."""
        room = self._room(width)
        key = (room, px(100))
        if key not in self._heights:
            part = self._make()
            self._heights[key] = _height(part, room)
            part.deleteLater()
        return self._heights[key] + 2 * px(_PAD)

    def sizeHint(self) -> QSize:
        """As wide as the part likes to be."""
        width = px(self._wanted + 2 * _PAD)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(200), px(40))

    def paintEvent(self, event: object) -> None:
        """The ground, then the picture."""
        self._take()
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(px(_PAD), px(_PAD), self._picture)
        painter.end()

    def _room(self, width: int) -> int:
        return max(px(120), min(px(self._wanted), width - 2 * px(_PAD)))

    def _take(self) -> None:
        now = (tokens().name, self._room(self.width()), px(100), self.devicePixelRatio())
        if now == self._taken:
            return
        self._taken = now
        part = self._make()
        width = self._room(self.width())
        # On the ground of this picture, not on a window's.
        ground = Pane("surface")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(part)
        ground.resize(width, _height(part, width))
        self._picture = ground.grab()
        ground.deleteLater()


def _height(part: QWidget, width: int) -> int:
    if part.hasHeightForWidth():
        return part.heightForWidth(width)
    layout = part.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return part.sizeHint().height()
