"""Which way of looking: parts side by side, a list where letters leave them no room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.choice_box import ChoiceBox
from ui.widgets.segment import Choice, Segment


class ViewChoice(QWidget):
    """One of several views; `name` is what a screen reader calls the choice.

    Signals:
        chosen: The person chose; carries the view's key.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Sequence[Choice],
        *,
        stretch: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`stretch` shares out all the room there is."""
        super().__init__(parent)
        self._segment = Segment(choices, stretch=stretch)
        # Parts must not hold the room open that they have not got.
        self._segment.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._box = ChoiceBox([(choice.key, choice.words) for choice in choices])
        self._box.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._segment, self._box):
            part.setAccessibleName(name)
            column.addWidget(part)
        self._segment.chosen.connect(self._chosen)
        self._box.picked.connect(self._chosen)

    @property
    def key(self) -> str:
        """The view chosen."""
        return self._box.key

    def show_key(self, key: str) -> None:
        """Show a choice; emits nothing."""
        self._segment.show_key(key)
        self._box.show_key(key)

    def _chosen(self, key: str) -> None:
        self.show_key(key)
        self.chosen.emit(key)

    def sizeHint(self) -> QSize:
        """All parts side by side."""
        return self._segment.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The list."""
        return self._box.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Parts as long as every one has room for its words."""
        super().resizeEvent(event)
        roomy = self._segment.sizeHint().width() <= self.width()
        self._segment.setVisible(roomy)
        self._box.setVisible(not roomy)
