"""A part file that was opened: what it is, and what can be done with it here."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui.marks import Mark
from ui.sharing.facet_words import pillar_words
from ui.sharing.part_files import read_part_file
from ui.tasks import Task
from ui.theme import Style, px
from ui.widgets.busy import BusyLine
from ui.widgets.dialog import Dialog, MarkedWords
from ui.widgets.ground import Chip
from ui.widgets.labels import Words
from ui.widgets.option_row import OptionRow
from wb6assess.errors import AppError
from wb6assess.session.parts import Part

if TYPE_CHECKING:
    from wb6assess.session.workspace import AssessmentInfo, Workspace

_ANSWER, _OPEN, _COMPARE, _JOIN = "answer", "open", "compare", "join"


class PartDialog(Dialog):
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
        super().__init__(self.tr("Part of a questionnaire"), self.tr("Go on"), 560, parent)
        self._path, self._workspace = path, workspace
        self._part: Part | None = None
        self._task: Task | None = None
        self._own: AssessmentInfo | None = None
        name = Words(path.name, Style.SECTION)
        name.setToolTip(str(path))
        self._what = Words("", Style.BODY, "ink2")
        self._chip = Chip(self.tr("SAMPLE DATA"), "warn", dashed=True)
        self._chip.setVisible(False)
        self._note = MarkedWords(Mark.INFO)
        self._options = QVBoxLayout()
        self._options.setSpacing(px(4))
        self._group = QButtonGroup(self)
        self._busy = BusyLine()
        self._busy.cancel_requested.connect(self.reject)
        for part in (name, self._what, self._chip):
            self.body.addWidget(part)
        self.body.addLayout(self._options)
        for below in (self._note, self._busy):
            self.body.addWidget(below)
        self.primary.clicked.connect(self.go_on)
        self.primary.setEnabled(False)
        self._read()

    @property
    def reading(self) -> bool:
        """Whether the file is still being read."""
        return self._task is not None

    def go_on(self) -> None:
        """Do what is chosen."""
        chosen = self._group.checkedButton()
        part, own = self._part, self._own
        if part is None or not isinstance(chosen, OptionRow):
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

    def _read(self) -> None:
        self._busy.begin(self.tr("Reading {name}").format(name=self._path.name))
        path, library = self._path, self._workspace.library
        self._task = Task(lambda _progress: read_part_file(path, library), self)
        self._task.succeeded.connect(self._show_part)
        self._task.failed.connect(self._show_failure)
        self._task.finished.connect(self._finished)
        self._task.start()

    def _finished(self) -> None:
        self._busy.end()
        self._task = None

    def _show_failure(self, error: object) -> None:
        assert isinstance(error, AppError)
        self.show_error(error)
        self.primary.setVisible(False)
        self.leave.rename(self.tr("Close"))

    def _show_part(self, part: object) -> None:
        assert isinstance(part, Part)
        self._part = part
        self._what.setText(self._what_it_is(part))
        self._what.setAccessibleName(self._what.text())
        self._chip.setVisible(part.document.sample)
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
        first = self._group.buttons()[0]
        self.primary.setEnabled(True)
        first.setChecked(True)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def _add(self, key: str, title: str, words: str) -> None:
        row = OptionRow(key, title, words)
        self._group.addButton(row)
        self._options.addWidget(row)
