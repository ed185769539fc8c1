"""Files coming in: a look at what they would do, taking them in, taking an import back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from exports.incoming import read_incoming
from ui.desk.inbox.imports_dialog import ImportsDialog
from ui.desk.inbox.lines import summary_words
from ui.desk.state import DeskState
from ui.tasks import Task
from ui.theme import Style
from ui.widgets.busy import BusyLine
from ui.widgets.button import Button, Kind
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import Words
from wb6assess.progress import Progress
from wb6assess.session.desk.inbox import TakenIn


class Preview(FlowRow):
    """What taking the files in would do, and the choice.

    Signals:
        take_wanted, leave_wanted: The person's choice.
    """

    take_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self) -> None:
        self.words = Words("", Style.SECTION)
        self._take = Button(self.tr("Take in"), Kind.PRIMARY)
        self._leave = Button(self.tr("Leave them"))
        super().__init__((self.words, self._take, self._leave), 12)
        self._take.clicked.connect(self.take_wanted)
        self._leave.clicked.connect(self.leave_wanted)
        self.setVisible(False)

    def show_look(self, found: TakenIn) -> None:
        """Say what would happen; only files with answers can be taken in."""
        words = self.tr("{summary}. Nothing is taken in yet.")
        if not found.files:
            words = self.tr("There are no files of experts in it.")
        self.words.setText(words.format(summary=summary_words(found.files, ahead=True)))
        self.setVisible(True)
        self.rearrange()
        self._take.setVisible(any(report.document is not None for report in found.files))

    def invite(self) -> None:
        """The keyboard goes to what is expected next."""
        if self._take.isVisible():
            self._take.setFocus(Qt.FocusReason.OtherFocusReason)

    def lock(self, *, locked: bool) -> None:
        """Nothing can be chosen while files are read."""
        for button in (self._take, self._leave):
            button.setEnabled(not locked)


class Intake(QObject):
    """One import after another; the room places `line` and `preview` on its page.

    Signals:
        reading_changed: Files are being read, or no longer.
        looked: Files were looked at; `found` says what they are.
        taken: They were taken in.
        left: They were left.
        undone: An import was taken back.
        stopped: The person cancelled; nothing was taken in.
        failed: Carries the AppError.
    """

    reading_changed = Signal(bool)
    looked = Signal()
    taken = Signal()
    left = Signal()
    undone = Signal()
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, state: DeskState, page: QWidget) -> None:
        super().__init__(page)
        self._state, self._page = state, page
        self._paths: tuple[Path, ...] = ()
        self._looking_at: tuple[Path, ...] = ()
        self._task: Task | None = None
        self.found: TakenIn | None = None
        self.pending = False
        """Whether `found` was only looked at."""
        self.line = BusyLine()
        self.line.cancel_requested.connect(self.stop)
        self.preview = Preview()
        self.preview.take_wanted.connect(self.take_in)
        self.preview.leave_wanted.connect(self.leave)

    @property
    def busy(self) -> bool:
        """Whether files are being read."""
        return self._task is not None

    def add_files(self) -> None:
        """Ask for files and look at them."""
        kinds = self.tr("Answers, workbooks, packages") + " (*.json *.xlsx *.wb6)"
        every = self.tr("All files") + " (*)"
        chosen, _ = QFileDialog.getOpenFileNames(
            self._page, self.tr("Add files"), "", f"{kinds};;{every}"
        )
        self.look_at([Path(path) for path in chosen])

    def add_folder(self) -> None:
        """Ask for a folder and look at everything in it."""
        chosen = QFileDialog.getExistingDirectory(self._page, self.tr("Add folder"))
        if chosen:
            self.look_at([Path(chosen)])

    def look_at(self, paths: Sequence[Path]) -> None:
        """Read files without taking them in, and say what taking them in would do."""
        if not paths or self.busy:
            return
        # What waits for a choice is looked at again with the new ones, for each may tell of the other.
        self._looking_at = wanted = (*(self._paths if self.pending else ()), *paths)
        inbox = self._state.workspace.inbox
        self._read(lambda progress: inbox.look(wanted, read_incoming, progress), self._looked_at)

    def take_in(self) -> None:
        """Take in what was looked at."""
        if self.busy or not self.pending:
            return
        inbox, wanted = self._state.workspace.inbox, self._paths
        self._read(lambda progress: inbox.take_in(wanted, read_incoming, progress), self._taken_in)

    def leave(self) -> None:
        """Forget what was looked at."""
        self.forget()
        self.left.emit()

    def forget(self) -> None:
        """Nothing was looked at or taken in lately."""
        self.found, self.pending = None, False
        self.preview.setVisible(False)

    def stop(self) -> None:
        """Stop reading."""
        if self._task is not None:
            self._task.cancel()

    def show_imports(self) -> None:
        """The imports so far, to take one back."""
        dialog = ImportsDialog(self._state.workspace.inbox.intakes(), self._page)
        dialog.undo_requested.connect(self._undo)
        dialog.open()

    def _read(self, job: Callable[[Progress], TakenIn], then: Callable[[object], None]) -> None:
        self.line.begin(self.tr("Reading…"))
        task = self._task = self._state.tasks.run(job, self)
        self._lock(locked=True)
        task.progressed.connect(self._show_reading)
        task.succeeded.connect(then)
        task.failed.connect(self.failed)
        task.stopped.connect(self.stopped)
        task.finished.connect(self._read_ended)

    def _lock(self, *, locked: bool) -> None:
        self.preview.lock(locked=locked)
        self.reading_changed.emit(locked)

    def _show_reading(self, done: int, total: int, name: str) -> None:
        words = self.tr("Reading {name}, file {n} of {of}")
        self.line.show_step(done, total, words.format(name=name, n=done, of=total))

    def _read_ended(self) -> None:
        self._task = None
        self.line.end()
        self._lock(locked=False)

    def _looked_at(self, found: object) -> None:
        assert isinstance(found, TakenIn)
        self.found, self.pending, self._paths = found, True, self._looking_at
        self.preview.show_look(found)
        self.looked.emit()
        self.preview.lock(locked=False)  # what is locked takes no focus
        self.preview.invite()

    def _taken_in(self, found: object) -> None:
        assert isinstance(found, TakenIn)
        self.forget()
        self.found = found
        self.taken.emit()

    def _undo(self, intake: str) -> None:
        inbox = self._state.workspace.inbox
        task = self._state.tasks.run(lambda _progress: inbox.undo(intake), self)
        task.failed.connect(self.failed)
        task.succeeded.connect(self._undone)

    def _undone(self, _gone: object) -> None:
        if not self.pending:
            self.found = None
        self.undone.emit()
