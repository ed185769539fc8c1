"""Writes part files in the background and says where they are."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.files.outputs import Missing, Output, Wanted, Written
from ui.files.recent_files import PART, RecentFile, remember_files
from ui.files.written_panel import WrittenPanel
from ui.preferences import Preferences
from ui.sharing.part_files import PartsWritten, write_parts
from ui.tasks import Task
from ui.widgets.busy import BusyLine
from wb6assess.errors import AppError
from wb6assess.session.parts import Part


class PartsWriter(QWidget):
    """The thin line while parts are being written, then the list of files with "Open folder".

    Signals:
        began: Writing has begun.
        ended: Writing is over; the panel shows what came out, unless a defect ended it.
        folder_requested: The person wants the missing parts in another folder.
    """

    began = Signal()
    ended = Signal()
    folder_requested = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._parts: dict[str, Part] = {}
        self._missing: tuple[str, ...] = ()
        self._done: tuple[Path, ...] = ()
        self._folder = Path()
        self._task: Task | None = None
        self._busy = BusyLine()
        self._busy.cancel_requested.connect(self._cancel)
        self._panel = WrittenPanel()
        self._panel.setVisible(False)
        self._panel.again_requested.connect(lambda: self.write_missing(self._folder))
        self._panel.folder_requested.connect(self.folder_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panel)
        column.addWidget(self._busy)

    @property
    def running(self) -> bool:
        """Whether parts are being written now."""
        return self._task is not None

    @property
    def has_written(self) -> bool:
        """Whether the panel shows what came out."""
        return not self._panel.isHidden()

    def write(self, parts: Mapping[str, Part], folder: Path) -> None:
        """Write parts under these file names."""
        self._parts, self._done = dict(parts), ()
        self._start(tuple(self._parts), folder)

    def write_missing(self, folder: Path) -> None:
        """Write once more what could not be written."""
        self._start(self._missing, folder)

    def _start(self, names: tuple[str, ...], folder: Path) -> None:
        if self.running or not names:
            return
        self._folder = folder
        parts = {folder / name: self._parts[name] for name in names}
        self._busy.begin(self.tr("Writing…"))
        task = Task(lambda progress: write_parts(parts, progress), self)
        task.progressed.connect(self._progressed)
        task.succeeded.connect(self._show)
        task.finished.connect(self._finished)
        self._task = task
        self.began.emit()
        task.start()

    def _progressed(self, done: int, total: int, name: str) -> None:
        words = self.tr("Writing {name}, file {n} of {files}")
        self._busy.show_step(done, total, words.format(name=name, n=done + 1, files=total))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _show(self, result: object) -> None:
        assert isinstance(result, PartsWritten)
        self._done = (*self._done, *result.done)
        self._missing = tuple(path.name for path, _ in result.missing)
        now = datetime.now(UTC)
        remember_files(self._preferences, [RecentFile(path, PART, now) for path in result.done])
        missing = tuple(_missing(path, error) for path, error in result.missing)
        title = self.tr("Not everything was written") if missing else ""
        self._panel.setVisible(True)
        self._panel.show_written(title, Written(self._done, missing), self._folder)

    def _finished(self) -> None:
        self._busy.end()
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        self.ended.emit()


def _missing(path: Path, error: AppError | None) -> Missing:
    # The panel shows path and reason only; a part is no output of its own.
    return Missing(Wanted(Output.ANSWERS, path), error)
