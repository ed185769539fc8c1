"""Taking a handed-in revision back: what it means, then the button."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.marks import Mark
from ui.theme import Style
from ui.widgets.dialog import Dialog, MarkedWords
from ui.widgets.labels import Words
from wb6assess.errors import AppError

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment


class WithdrawDialog(Dialog):
    """Says what withdrawing does and does not do.

    Signals:
        withdrawn: It is done.
    """

    withdrawn = Signal()

    def __init__(self, opened: "OpenAssessment", parent: QWidget | None = None) -> None:
        revision = opened.info.revision
        title = self.tr("Withdraw revision {n}").format(n=revision)
        super().__init__(title, title, 520, parent)
        self._opened = opened
        what = self.tr(
            "Revision {next} will say that you take revision {n} back, so nothing of this assessment is"
            " scored any more. Every answer stays here, and you can go on with them in revision {later}."
        ).format(n=revision, next=revision + 1, later=revision + 2)
        self.body.addWidget(Words(what, Style.BODY))
        note = MarkedWords(Mark.INFO)
        note.say(
            self.tr(
                "Files you sent are not called back. Export the package after withdrawing and send it to"
                " the coordinator."
            )
        )
        self.body.addWidget(note)
        self.primary.clicked.connect(self.withdraw)

    def withdraw(self) -> None:
        """Do it."""
        try:
            self._opened.withdraw()
        except AppError as error:
            self.show_error(error)
            return
        self.accept()
        self.withdrawn.emit()
