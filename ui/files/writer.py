"""Writes files in the background and shows how far it is."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.files.outputs import Source, Wanted, Written, write_files
from ui.files.recent_files import RecentFile, remember_files
from ui.preferences import Preferences
from ui.tasks import Task
from ui.widgets.busy import BusyLine


class Writer(QWidget):
    """The thin line while files are being written.

    Signals:
        written: Carries `Written`; the writing is over.
        finished: The writing is over, after a defect too.
    """

    written = Signal(object)
    finished = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._wanted: tuple[Wanted, ...] = ()
        self._task: Task | None = None
        self._busy = BusyLine()
        self._busy.cancel_requested.connect(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._busy)

    @property
    def running(self) -> bool:
        """Whether files are being written now."""
        return self._task is not None

    def start(self, source: Source, wanted: Sequence[Wanted]) -> None:
        """Begin to write."""
        assert self._task is None  # the button is disabled meanwhile
        self._busy.begin(self.tr("Writing…"))
        self._wanted = tuple(wanted)
        task = Task(lambda progress: write_files(source, wanted, progress), self)
        task.progressed.connect(self._progressed)
        task.succeeded.connect(self._succeeded)
        task.finished.connect(self._finished)
        self._task = task
        task.start()

    def _progressed(self, done: int, total: int, name: str) -> None:
        files = total // 100
        words = self.tr("Writing {name}, file {n} of {files}")
        place = min(done // 100 + 1, files)
        self._busy.show_step(done, total, words.format(name=name, n=place, files=files))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _succeeded(self, result: object) -> None:
        self._busy.end()
        assert isinstance(result, Written)
        self._remember(result)
        self.written.emit(result)

    def _remember(self, written: Written) -> None:
        """Home lists what was written lately."""
        kinds = {item.path: item.kind.value for item in self._wanted}
        now = datetime.now(UTC)
        files = [RecentFile(path, kinds[path], now) for path in written.done]
        remember_files(self._preferences, files)

    def _finished(self) -> None:
        self._busy.end()
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        self.finished.emit()
