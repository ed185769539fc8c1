"""Ours beside another copy, and joining them."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from ui.marks import Mark
from ui.sharing.choice_page import ChoicePage
from ui.sharing.copy_entries import copy_entries, copy_headings, core_choice
from ui.sharing.entries import Picks
from ui.theme import Style, px
from ui.widgets.dialog import MarkedWords
from ui.widgets.ground import Pane
from ui.widgets.labels import Words
from wb6assess.model.assessment import Document, Status

if TYPE_CHECKING:
    from ui.questionnaire.window import QuestionnaireWindow


@dataclass(frozen=True, slots=True)
class OtherCopy:
    """The copy that stands beside ours.

    Attributes:
        document: It, as if it were about this very assessment.
        label: What its column is called.
        name: A file's name, or words for a revision or another assessment.
        source: The file it came in, for attachments of a package; None for our own.
    """

    document: Document
    label: str
    name: str
    source: Path | None = None


class ComparePage(ChoicePage):
    """Shows what differs in another copy and joins what was chosen."""

    def __init__(self, questionnaire: "QuestionnaireWindow", other: OtherCopy, picks: Picks) -> None:
        """Compare what `questionnaire` works on, as it is now, with `other`.

        Raises:
            AnswerError: ASSESSMENT_OTHER.
        """
        self._other = other
        self._comparison = questionnaire.opened.compare_copy(other.document)
        title = QCoreApplication.translate("Sharing", "Compare copies")
        super().__init__(title, questionnaire, picks)
        self._show_head()
        entries = copy_entries(self.opened, self.shown, other.document, self._comparison, other.label)
        nothing = self.tr("Both copies answer every question alike.")
        self.show_list(entries, copy_headings(self.shown), nothing)

    def next_revision(self) -> int:
        """As `OpenAssessment.join_copy` numbers it."""
        info, theirs = self.opened.info, self._other.document
        handed_in = theirs.status is not Status.DRAFT
        return max(info.revision + self.opened.locked, theirs.revision + handed_in)

    def join(self) -> int:
        """Store what was chosen, in one transaction."""
        choices = {
            entry.item: core_choice(pick)
            for entry in self.entries
            if entry.choosable and (pick := self.picks.pick(entry)) is not None
        }
        return len(self.opened.join_copy(self._other.document, choices, self._other.source))

    def _show_head(self) -> None:
        strip = Pane("sunken", "b")
        column = QVBoxLayout(strip)
        column.setContentsMargins(px(20), px(8), px(20), px(8))
        column.setSpacing(px(2))
        column.addWidget(Words(self._words(), Style.BODY))
        if self.opened.info.sample != self._other.document.sample:
            note = MarkedWords(Mark.LOOK)
            note.say(self.tr("One of the two holds sample data, the other does not."))
            column.addWidget(note)
        self.head.addWidget(strip)

    def _words(self) -> str:
        theirs = self._other.document
        states = {
            Status.DRAFT: self.tr("revision {n}, not handed in"),
            Status.SUBMITTED: self.tr("revision {n}, handed in"),
            Status.WITHDRAWN: self.tr("revision {n}, withdrawn"),
        }
        state = states[theirs.status].format(n=theirs.revision)
        base = self._comparison.base
        words = self.tr("Compared with {name}: {state}.").format(name=self._other.name, state=state)
        if base is None:
            return words
        common = self.tr("Both are taken to come from revision {n}.").format(n=base.revision)
        return f"{words} {common}"
