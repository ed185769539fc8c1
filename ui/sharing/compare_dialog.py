"""Compare with another copy: a file, an earlier revision, or another assessment."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QVBoxLayout, QWidget

from ui.marks import Mark
from ui.sharing.compare_page import OtherCopy
from ui.sharing.part_files import read_file
from ui.tasks import Task
from ui.theme import Style, px
from ui.widgets.busy import BusyLine
from ui.widgets.dialog import Dialog, MarkedWords
from ui.widgets.labels import Words
from ui.widgets.option_row import OptionRow
from ui.widgets.scroll_body import ScrollBody
from wb6assess.errors import AppError
from wb6assess.model.assessment import Document, Identity
from wb6assess.progress import Progress
from wb6assess.session.parts import Part

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment
    from wb6assess.session.workspace import AssessmentInfo, Workspace

_FILE, _REVISION, _OTHER = "file", "revision:", "assessment:"


class CompareDialog(Dialog):
    """Asks which copy to compare with.

    Signals:
        chosen: Carries an `OtherCopy`.
    """

    chosen = Signal(object)

    def __init__(
        self, opened: "OpenAssessment", workspace: "Workspace", parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Compare with another copy"), "", 580, parent)
        self._opened, self._workspace = opened, workspace
        self._task: Task | None = None
        self._path = Path()
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, px(6), 0)
        self._column.setSpacing(px(6))
        self._offer()
        inner = QWidget()
        inner.setLayout(self._column)
        self._note = MarkedWords(Mark.INFO)
        self._busy = BusyLine()
        self._busy.cancel_requested.connect(self._stop)
        intro = self.tr("Shows what differs, answer by answer. Nothing is stored before you join.")
        self.body.addWidget(Words(intro, Style.BODY, "ink2"))
        self.body.addWidget(ScrollBody(inner, 380))
        for part in (self._note, self._busy):
            self.body.addWidget(part)
        self._group.buttonClicked.connect(self._follow)
        self.primary.clicked.connect(self.go_on)
        self._follow()
        self._group.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def reading(self) -> bool:
        """Whether a file is being read now."""
        return self._task is not None

    def go_on(self) -> None:
        """Take the chosen copy."""
        key = self._key
        if self.reading:
            return
        if key == _FILE:
            self._choose_file()
        elif key.startswith(_REVISION):
            self._take_revision(int(key.removeprefix(_REVISION)))
        else:
            self._take_assessment(key.removeprefix(_OTHER))

    def reject(self) -> None:
        """Leave; a file that is still being read is let go."""
        self._stop()
        super().reject()

    @property
    def _key(self) -> str:
        chosen = self._group.checkedButton()
        return chosen.key if isinstance(chosen, OptionRow) else _FILE

    # What there is.

    def _offer(self) -> None:
        title = self.tr("A file")
        words = self.tr("Answers (JSON), a filled workbook or a package of this questionnaire.")
        self._add(_FILE, title, words)
        for number in sorted(self._opened.revisions(), reverse=True):
            title = self.tr("Revision {n}").format(n=number)
            words = self.tr("As it was handed in or withdrawn here.")
            if not (self._opened.locked and number == self._opened.info.revision):
                self._add(f"{_REVISION}{number}", title, words)
        for info in self._workspace.assessments():
            if _comparable(info.identity, self._opened.info.identity):
                self._add_assessment(info)
        self._group.buttons()[0].setChecked(True)

    def _add_assessment(self, info: "AssessmentInfo") -> None:
        title = self.tr("The assessment of {expert}").format(expert=info.identity.expert)
        words = self.tr("In this workspace, of the same country and round, revision {n}.")
        self._add(_OTHER + info.id, title, words.format(n=info.revision))

    def _add(self, key: str, title: str, words: str) -> None:
        row = OptionRow(key, title, words)
        self._group.addButton(row)
        self._column.addWidget(row)

    def _follow(self) -> None:
        words = self.tr("Choose the file…") if self._key == _FILE else self.tr("Compare")
        self.primary.rename(words)

    # Taking it.

    def _take(self, other: OtherCopy) -> None:
        self.accept()
        self.chosen.emit(other)

    def _take_revision(self, number: int) -> None:
        document = self._opened.revision(number)
        if document is not None:
            label = self.tr("Revision {n}").format(n=number)
            name = self.tr("revision {n} of this assessment").format(n=number)
            self._take(OtherCopy(document, label, name))

    def _take_assessment(self, assessment_id: str) -> None:
        try:
            other = self._workspace.open_assessment(assessment_id, alone=True)
        except AppError as error:
            self.show_error(error)
            return
        expert = other.info.identity.expert
        document = replace(other.document(), identity=self._opened.info.identity)
        name = self.tr("the assessment of {expert}").format(expert=expert)
        self._take(OtherCopy(document, expert, name))

    def _choose_file(self) -> None:
        kinds = self.tr("Answers, workbooks, packages") + " (*.json *.xlsx *.wb6)"
        every = self.tr("All files") + " (*)"
        title = self.tr("Compare with another copy")
        path, _ = QFileDialog.getOpenFileName(self, title, "", f"{kinds};;{every}")
        if path:
            self.read(Path(path))

    def read(self, path: Path) -> None:
        """Read a file in the background, then take it."""
        self.trouble.say("")
        self._path = path
        self._busy.begin(self.tr("Reading {name}").format(name=path.name))
        self.primary.setEnabled(False)
        library = self._workspace.library

        def job(progress: Progress) -> Document | Part:
            progress.step(0, 1, path.name)
            return read_file(path, library)

        self._task = Task(job, self)
        self._task.succeeded.connect(self._read)
        self._task.failed.connect(self._failed)
        self._task.finished.connect(self._finished)
        self._task.start()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _finished(self) -> None:
        self._busy.end()
        self._task = None
        self.primary.setEnabled(True)

    def _failed(self, error: object) -> None:
        assert isinstance(error, AppError)
        self.show_error(error)

    def _read(self, found: object) -> None:
        if not self.isVisible():
            return
        if isinstance(found, Part):
            words = self.tr(
                "{name} is a part of a questionnaire. Take it back with “Take parts back…” instead."
            )
            self.trouble.say(words.format(name=self._path.name))
            return
        assert isinstance(found, Document)
        ours = self._opened.info.identity
        document = replace(found, identity=_completed(found.identity, ours))
        try:
            self._opened.refuse_other(document.identity, self._path.name)
        except AppError as error:
            self.show_error(error)
            return
        self._take(OtherCopy(document, self.tr("The other copy"), self._path.name, self._path))


def _comparable(theirs: Identity, ours: Identity) -> bool:
    """The same questions about the same country and round, under another code."""
    return theirs.expert != ours.expert and replace(theirs, expert=ours.expert) == ours


def _completed(theirs: Identity, ours: Identity) -> Identity:
    """What a file leaves open fits everywhere."""
    return Identity(
        theirs.country or ours.country,
        theirs.instrument,
        theirs.instrument_version,
        theirs.round or ours.round,
        theirs.expert or ours.expert,
    )
