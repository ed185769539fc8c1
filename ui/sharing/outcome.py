"""What became of a joining."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.marks import Mark
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import MarkedWords
from ui.widgets.ground import Pane
from ui.widgets.labels import Words


class Outcome(Pane):
    """A title, a sentence, and the way back.

    Signals:
        back_requested: Back to the questionnaire.
    """

    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "", parent)
        self._title = Words("", Style.TITLE)
        self._words = MarkedWords(Mark.ANSWERED)
        self._back = Button(self.tr("Go on answering"), Kind.PRIMARY)
        self._back.clicked.connect(self.back_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(24), px(32), px(24))
        column.setSpacing(px(14))
        for part in (self._title, self._words):
            column.addWidget(part)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_words(self, title: str, words: str) -> None:
        """Say it."""
        self._title.setText(title)
        self._title.setAccessibleName(title)
        self._words.say(words)

    def take_focus(self) -> None:
        """Put the keyboard on the way back."""
        self._back.setFocus(Qt.FocusReason.TabFocusReason)
