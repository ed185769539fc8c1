"""Write my part back: one file for the colleague who asked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.files.file_choice import FileChoice
from ui.marks import Mark
from ui.preferences import Preferences
from ui.sharing.facet_words import pillar_words
from ui.sharing.part_files import part_names
from ui.sharing.parts_writer import PartsWriter
from ui.theme import Style
from ui.widgets.dialog import Dialog, MarkedWords
from ui.widgets.labels import Words
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.states import State
from wb6assess.session.parts import answered_part

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment

_ANSWERED = "_answered"


class WriteBack(Dialog):
    """Says how much of the part is answered and writes it."""

    def __init__(
        self,
        opened: "OpenAssessment",
        shown: Instrument,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        """`opened` is a part; `shown` is the questionnaire in the language of its titles."""
        super().__init__(self.tr("Write my part back"), self.tr("Write the part"), 560, parent)
        assert opened.part is not None  # offered for parts only
        self._opened, self._shown, self._part = opened, shown, opened.part
        self._what = Words(self._what_it_is(), Style.BODY)
        self._note = MarkedWords(Mark.INFO)
        self._files = MarkedWords(Mark.LOOK)
        self._choice = FileChoice((), (), preferences)
        self._writer = PartsWriter(preferences)
        for part in (self._what, self._note, self._files, self._choice, self._writer):
            self.body.addWidget(part)
        self._note.say(self._progress_words())
        self._files.say(self._attachment_words())
        self.primary.clicked.connect(self.write)
        self._writer.began.connect(self._writing)
        self._writer.ended.connect(self._written)
        self._writer.folder_requested.connect(self._elsewhere)
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Write it as it is now."""
        if self._writer.running:
            return
        label = self._part.label
        names = part_names(self._opened.info.identity, [label], _ANSWERED)
        self._writer.write({names[label]: answered_part(self._opened)}, self._choice.folder)

    def reject(self) -> None:
        """While the file is being written, only Cancel beside the line stops it."""
        if not self._writer.running:
            super().reject()

    def _what_it_is(self) -> str:
        info = self._opened.info
        pillars = pillar_words(self._shown, self._part.pillars)
        title = self._shown.title
        words = self.tr("{title}, for {expert}: {pillars}. You answer as {name}.")
        return words.format(
            title=title, expert=info.identity.expert, pillars=pillars, name=self._part.label
        )

    def _progress_words(self) -> str:
        states = [
            self._opened.scores.indicators[item.id].state
            for pillar in self._opened.instrument.pillars
            if pillar.id in self._part.pillars
            for item in pillar.indicators
        ]
        asked = [state for state in states if not state.skipped]
        left = asked.count(State.UNANSWERED)
        if not left:
            return self.tr("All {n} questions are answered.").format(n=len(asked))
        words = self.tr("{left} of {n} questions are not answered yet. You can write the part again.")
        return words.format(left=left, n=len(asked))

    def _attachment_words(self) -> str:
        files = sorted(
            {piece.file for answer in self._opened.answers.values() for piece in answer.evidence}
        )
        named = ", ".join(name for name in files if name)
        if not named:
            return ""
        words = self.tr("Attached files do not travel in a part; send them along: {files}.")
        return words.format(files=named)

    def _writing(self) -> None:
        self.primary.setEnabled(False)
        self.leave.setEnabled(False)

    def _written(self) -> None:
        self.leave.setEnabled(True)
        self.primary.setEnabled(True)
        if self._writer.has_written:
            for part in (self._what, self._note, self._files, self._choice, self.primary):
                part.setVisible(False)
            self.leave.rename(self.tr("Close"))

    def _elsewhere(self) -> None:
        if self._choice.choose_folder():
            self._writer.write_missing(self._choice.folder)
