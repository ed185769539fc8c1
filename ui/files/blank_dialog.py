"""Print a blank questionnaire: which one, in which languages and size, on paper or to fill elsewhere."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.files.file_choice import FileChoice
from ui.files.outputs import Output, Source, Written, blank_source, file_name, wanted_again
from ui.files.paper_choice import PaperChoice
from ui.files.writer import Writer
from ui.files.written_panel import WrittenPanel
from ui.preferences import Preferences
from ui.tasks import Task
from ui.titles import Titles
from ui.widgets.busy import BusyLine
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog, labelled
from wb6assess.errors import AppError
from wb6assess.model.assessment import Document, Identity, Status
from wb6assess.progress import Progress

if TYPE_CHECKING:
    from wb6assess.instruments.library import Library

_KINDS = (Output.BLANK, Output.BLANK_WORKBOOK)


class BlankDialog(Dialog):
    """Asks, reads the questionnaire and writes in the background, says where the files are."""

    def __init__(
        self,
        library: "Library",
        preferences: Preferences,
        language: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`language` is the one to begin with."""
        super().__init__(self.tr("Blank questionnaire"), self.tr("Write the files"), 540, parent)
        self._library, self._preferences, self._language = library, preferences, language
        self._which = ChoiceBox([])
        self._which.picked.connect(self._offer)
        self._done: Written | None = None
        self._source: Source | None = None
        self._task: Task | None = None
        self._reading = BusyLine()
        self._reading.cancel_requested.connect(self._stop_reading)
        self._writer = Writer(preferences)
        self._writer.written.connect(self._written)
        self._writer.finished.connect(self._finished)
        self._panel = WrittenPanel()
        self._panel.setVisible(False)
        self._panel.again_requested.connect(self._try_again)
        self._panel.folder_requested.connect(self._try_elsewhere)
        self._asked = QWidget()
        column = labelled(self.tr("Questionnaire"), self._which)
        column.setContentsMargins(0, 0, 0, 0)
        self._asked.setLayout(column)
        self._choice = self._make_choice(())
        for part in (self._asked, self._choice, self._panel, self._reading, self._writer):
            self.body.addWidget(part)
        self.primary.clicked.connect(self.write)
        self.primary.setEnabled(False)
        titles = Titles(library, self)
        titles.read.connect(self._show_titles)
        titles.failed.connect(self._failed)

    def write(self) -> None:
        """Read the questionnaire in its languages, then write the ticked files."""
        if self._task is not None or self._writer.running or not self._choice.wanted():
            return
        library, instrument, wishes = self._library, self._which.key, self._choice.wishes()

        def read(_progress: Progress) -> Source:
            return blank_source(library, instrument, wishes)

        self._lock(True)
        self._reading.begin(self.tr("Reading…"))
        self._task = Task(read, self)
        self._task.succeeded.connect(self._read)
        self._task.failed.connect(self._failed)
        self._task.finished.connect(self._reading_over)
        self._task.start()

    def reject(self) -> None:
        """While files are being written, only Cancel beside the line stops them."""
        if not self._writer.running:
            self._stop_reading()
            super().reject()

    def _stop_reading(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _read(self, source: object) -> None:
        assert isinstance(source, Source)
        self._source = source
        self._writer.start(source, self._choice.wanted())

    def _failed(self, error: object) -> None:
        assert isinstance(error, AppError)
        self.show_error(error)

    def _reading_over(self) -> None:
        self._reading.end()
        self._task = None
        if not self._writer.running:
            self._lock(False)

    def _written(self, result: object) -> None:
        assert isinstance(result, Written)
        done = (*(self._done.done if self._done else ()), *result.done)
        shown = self._done = Written(done, result.missing)
        for part in (self._asked, self._choice, self.primary):
            part.setVisible(False)
        title = self.tr("Not everything was written") if shown.missing else ""
        self._panel.setVisible(True)
        self._panel.show_written(title, shown, self._choice.folder)
        self.leave.rename(self.tr("Close"))

    def _finished(self) -> None:
        self._lock(False)

    def _try_again(self) -> None:
        if self._done is not None and self._source is not None and not self._writer.running:
            self._lock(True)
            self._writer.start(self._source, wanted_again(self._done, self._choice.folder))

    def _try_elsewhere(self) -> None:
        if self._choice.choose_folder():
            self._try_again()

    # What is offered.

    def _show_titles(self, titles: Mapping[str, str], errors: Mapping[str, AppError]) -> None:
        self._which.offer(list(titles.items()))
        if titles:
            self._offer(self._which.key)
        if errors:
            self.show_error(next(iter(errors.values())))

    def _make_choice(self, languages: Sequence[str]) -> FileChoice:
        papers = PaperChoice(languages, self._language)
        choice = FileChoice(_KINDS, (Output.BLANK,), self._preferences, papers)
        choice.changed.connect(self._follow)
        return choice

    def _offer(self, instrument: str) -> None:
        """Another questionnaire may have other languages."""
        old, self._choice = self._choice, self._make_choice(self._library.languages(instrument))
        self.body.replaceWidget(old, self._choice)
        old.hide()
        old.deleteLater()
        self._follow()

    def _follow(self) -> None:
        which, wishes = self._which.key, self._choice.wishes()
        version = self._library.versions(which)[0]
        empty = Document(Identity("", which, version, "", ""), 1, Status.DRAFT, {})
        self._choice.show_names({kind: file_name(kind, empty, wishes) for kind in _KINDS})
        wanted = self._choice.wanted()
        self.trouble.say("" if wanted else self.tr("Tick at least one file to write."))
        self.primary.setEnabled(bool(wanted))

    def _lock(self, locked: bool) -> None:
        self._choice.lock(locked)
        self._which.setEnabled(not locked)
        self.primary.setEnabled(not locked)
        self.leave.setEnabled(not locked)
