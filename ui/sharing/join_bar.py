"""Below the choices: how many are left, one side for all that are left, and joining."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui.error_words import error_words
from ui.marks import Mark
from ui.theme import px
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import MarkedWords
from ui.widgets.ground import Pane
from wb6assess.errors import AppError

_ROOMY = 1200
"""From this width (design px) on one line is enough."""


class JoinBar(Pane):
    """Says what is left; asks in place before a new revision begins.

    Signals:
        join_requested: The person joins, and was asked where that begins a revision.
        next_requested: To the next question that needs a choice.
        all_requested: One column for all that is left; carries its number.
    """

    join_requested = Signal()
    next_requested = Signal()
    all_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chrome", "t", parent)
        self._begins = self._handed_in = 0
        self._sentence = MarkedWords(Mark.INFO)
        self._ours = Button(self.tr("Ours for all left"), Kind.QUIET)
        self._ours.clicked.connect(lambda: self.all_requested.emit(0))
        self._theirs = Button(self.tr("The others' for all left"), Kind.QUIET)
        self._theirs.clicked.connect(lambda: self.all_requested.emit(1))
        self._next = Button(self.tr("Next to choose"))
        self._next.setToolTip(self.tr("Next question to choose (Ctrl+Return)"))
        self._next.clicked.connect(self.next_requested)
        self._not_now = Button(self.tr("Not now"))
        self._not_now.clicked.connect(self._stop_asking)
        self._join = Button("", Kind.PRIMARY)
        self._join.clicked.connect(self._clicked)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._ours)
        row.addWidget(self._theirs)
        row.addStretch(1)
        for part in (self._next, self._not_now, self._join):
            row.addWidget(part)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._parts.setContentsMargins(px(20), px(8), px(20), px(8))
        self._parts.setSpacing(px(8))
        self._parts.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        self._parts.addLayout(row)
        self._asking = False
        self._ready = False

    def show_state(self, *, left: int, differ: int, revision: int, begins: int, handed_in: int) -> None:
        """Show what is left.

        Args:
            left: Questions that still need a choice.
            differ: Questions that can be chosen at all.
            revision: The revision the answers go into.
            begins: The same where joining begins it, else 0.
            handed_in: Our revision where it is handed in, else 0.
        """
        self._begins, self._handed_in = begins, handed_in
        self._asking = False
        self._ready = bool(differ) and not left
        self._join.rename(self.tr("Join into revision {n}").format(n=revision))
        if not differ:
            self._sentence.say(self.tr("Nothing differs, so there is nothing to join."), Mark.SAME)
        elif left == 1:
            words = self.tr("One answer is left to choose. Nothing is stored before you join.")
            self._sentence.say(words, Mark.CONFLICT)
        elif left:
            words = self.tr("{n} answers are left to choose. Nothing is stored before you join.")
            self._sentence.say(words.format(n=left), Mark.CONFLICT)
        else:
            self._sentence.say(self.tr("Every choice is made."), Mark.ANSWERED)
        for button in (self._ours, self._theirs):
            button.setVisible(left > 1)
        self._next.setVisible(left > 0)
        self._show_buttons()

    def show_error(self, error: AppError) -> None:
        """Say why nothing was stored."""
        self._asking = False
        self._sentence.say(error_words(error), Mark.BLOCKS)
        self._show_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentence and buttons share a line where there is room."""
        super().resizeEvent(event)
        roomy = self.width() >= px(_ROOMY)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(across if roomy else down)

    def _show_buttons(self) -> None:
        self._not_now.setVisible(self._asking)
        self._join.setEnabled(self._ready)

    def _clicked(self) -> None:
        if not self._begins or self._asking:
            self._asking = False
            self.join_requested.emit()
            return
        self._asking = True
        if self._handed_in:
            words = self.tr(
                "Revision {old} is handed in. Joining begins revision {n} as a draft; revision {old}"
                " stays as it was handed in."
            )
        else:
            words = self.tr(
                "The other copy was handed in, so joining begins revision {n} as a draft that counts"
                " before both."
            )
        self._sentence.say(words.format(old=self._handed_in, n=self._begins), Mark.INFO)
        self._join.rename(self.tr("Begin revision {n} and join").format(n=self._begins))
        self._show_buttons()
        self._join.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_asking(self) -> None:
        self._asking = False
        self._join.rename(self.tr("Join into revision {n}").format(n=self._begins))
        self._sentence.say(self.tr("Every choice is made."), Mark.ANSWERED)
        self._show_buttons()
        self._join.setFocus(Qt.FocusReason.OtherFocusReason)
