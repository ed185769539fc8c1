"""Cards in as many columns as fit."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import px

_LEAST, _GAP, _MOST = 320, 16, 4


class CardGrid(QWidget):
    """Children of equal height, in rows of equal columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def cards(self) -> list[QWidget]:
        """What is shown, in order."""
        return self._cards

    def show_cards(self, cards: list[QWidget]) -> None:
        """Show other cards; the earlier ones go."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = cards
        for card in cards:
            card.setParent(self)
            card.show()
        self.updateGeometry()
        self._place(self.width())

    def hasHeightForWidth(self) -> bool:
        """More columns, fewer rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Rows and gaps."""
        if not self._cards:
            return 0
        columns = self._columns(width)
        rows = -(-len(self._cards) // columns)
        return rows * self._height(self._card_width(width, columns)) + (rows - 1) * px(_GAP)

    def sizeHint(self) -> QSize:
        """Three columns."""
        return QSize(px(3 * 372), self.heightForWidth(px(3 * 372)))

    def minimumSizeHint(self) -> QSize:
        """One column."""
        return QSize(px(260), self._height(px(372)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards anew."""
        super().resizeEvent(event)
        self._place(self.width())

    def _height(self, width: int) -> int:
        """All as high as the one that needs most."""
        return max(
            (
                card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
                for card in self._cards
            ),
            default=0,
        )

    @staticmethod
    def _card_width(width: int, columns: int) -> int:
        return (width - (columns - 1) * px(_GAP)) // columns

    def _columns(self, width: int) -> int:
        return max(1, min(_MOST, (width + px(_GAP)) // (px(_LEAST) + px(_GAP))))

    def _place(self, width: int) -> None:
        columns = self._columns(width)
        gap, card_width = px(_GAP), self._card_width(width, columns)
        height = self._height(card_width)
        for place, card in enumerate(self._cards):
            row, column = divmod(place, columns)
            card.setGeometry(column * (card_width + gap), row * (height + gap), card_width, height)
