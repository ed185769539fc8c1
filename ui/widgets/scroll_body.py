"""A scroll area as high as its content, up to a limit."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui.theme import px


class ScrollBody(QScrollArea):
    """For dialogs: what is too long for the screen scrolls inside."""

    def __init__(self, inner: QWidget, highest: int, parent: QWidget | None = None) -> None:
        """`highest` in design px."""
        super().__init__(parent)
        self._highest, self._inner = highest, inner
        inner.setObjectName("sheet")
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Texts inside wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The content's height, never more than the limit or half again of the screen."""
        layout = self._inner.layout()
        bar = self.verticalScrollBar().sizeHint().width()
        wanted = layout.totalHeightForWidth(width - bar) if layout is not None else 0
        if wanted < 0 and layout is not None:
            wanted = layout.sizeHint().height()
        return min(wanted, self._limit())

    def sizeHint(self) -> QSize:
        """A dialog's width."""
        width = px(440)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Enough to see that there is more."""
        return QSize(px(160), min(px(96), self._limit()))

    def _limit(self) -> int:
        screen = self.screen().availableGeometry().height()
        return min(px(self._highest), max(px(120), screen - px(240)))
