"""A part file that was opened: what it is, and what can be done with it here."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.files.reading_dialog import ReadingDialog
from ui.sharing.facet_words import pillar_words
from ui.sharing.part_files import read_part_file
from wb6assess.errors import AppError
from wb6assess.session.parts import Part

if TYPE_CHECKING:
    from wb6assess.session.workspace import AssessmentInfo, Workspace

_ANSWER, _OPEN, _COMPARE, _JOIN = "answer", "open", "compare", "join"


class PartDialog(ReadingDialog):
    """Reads a part in the background, then offers to answer it, or to take it back.

    Signals:
        opened: An assessment to go on with; carries its id.
        join_requested: The whole is here; carries its id and the part.
        compare_requested: The same part is here; carries its id and the part.
    """

    opened = Signal(str)
    join_requested = Signal(str, object)
    compare_requested = Signal(str, object)

    def __init__(self, path: Path, workspace: "Workspace", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Part of a questionnaire"), self.tr("Go on"), path, parent)
        self._workspace = workspace
        self._part: Part | None = None
        self._own: AssessmentInfo | None = None
        self._lay_out()
        self.primary.clicked.connect(self.go_on)
        library = workspace.library
        self._read(lambda _progress: read_part_file(path, library), self._show_part)

    def go_on(self) -> None:
        """Do what is chosen."""
        chosen, part, own = self._chosen, self._part, self._own
        if part is None or chosen is None:
            return
        if chosen.key == _ANSWER:
            self._answer(part)
        elif own is not None:
            self.accept()
            match chosen.key:
                case "open":
                    self.opened.emit(own.id)
                case "compare":
                    self.compare_requested.emit(own.id, part)
                case _:
                    self.join_requested.emit(own.id, part)

    def reject(self) -> None:
        """Leave; a file that is still being read is let go."""
        if self._task is not None:
            self._task.cancel()
        super().reject()

    def _answer(self, part: Part) -> None:
        try:
            made = self._workspace.new_from_part(part)
        except AppError as error:
            self.show_error(error)
            return
        self.accept()
        self.opened.emit(made)

    def _show_part(self, part: Part) -> None:
        self._part = part
        self._say_what(self._what_it_is(part), sample=part.document.sample)
        self._offer(part)

    def _what_it_is(self, part: Part) -> str:
        key = part.document.identity
        library = self._workspace.library
        country = library.framework.country_by_code.get(key.country)
        instrument = library.instrument(key.instrument, key.instrument_version)
        named = (instrument.title, country.name if country else key.country, key.round, key.expert)
        pillars = self.tr("For {name}: {pillars}.").format(
            name=part.label, pillars=pillar_words(instrument, part.pillars)
        )
        n = len(part.document.answers)
        words = self.tr("It holds one answer.") if n == 1 else self.tr("It holds {n} answers.")
        return f"{' · '.join(named)}\n{pillars}\n{words.format(n=n)}"

    # What can be done with it.

    def _offer(self, part: Part) -> None:
        identity = part.document.identity
        infos = self._workspace.assessments()
        self._own = next((info for info in infos if info.identity == identity), None)
        if self._own is None:
            title = self.tr("Answer this part here")
            words = self.tr("Makes an assessment with these pillars; the others stay with {expert}.")
            self._add(_ANSWER, title, words.format(expert=identity.expert))
        elif self._workspace.open_assessment(self._own.id, alone=True).part is None:
            title = self.tr("Take the part back into the whole")
            words = self.tr("Shows what it changes in revision {n}. Nothing is stored before you join.")
            self._add(_JOIN, title, words.format(n=self._own.revision))
        else:
            title = self.tr("Open the part that is here")
            words = self.tr("A part of this questionnaire is here already. Its answers stay.")
            self._add(_OPEN, title, words)
            self._offer_comparing(part)
        self._offer_first()

    def _offer_comparing(self, part: Part) -> None:
        assert self._own is not None  # offered for a part that is here
        known = self._workspace.open_assessment(self._own.id, alone=True).part
        if known is not None and set(known.pillars) == set(part.pillars):
            title = self.tr("Compare it with the part that is here")
            words = self.tr("Shows what differs, answer by answer, to choose and join.")
            self._add(_COMPARE, title, words)
        else:
            words = self.tr(
                "It is about other pillars than the part that is here. Write that one back first; "
                "a second part of the same questionnaire needs another workspace."
            )
            self._note.say(words)
