"""A copy of a file as it came, under its own name, where the person wants it."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.desk.state import DeskState
from wb6assess.files import replacing
from wb6assess.progress import Progress
from wb6assess.session.desk.consolidation import FileReport


class Originals(QObject):
    """Gives original bytes back.

    Signals:
        copied: Carries the folder of the copy.
        failed: Carries the AppError.
    """

    copied = Signal(object)
    failed = Signal(object)

    def __init__(self, state: DeskState, page: QWidget) -> None:
        super().__init__(page)
        self._state, self._page = state, page

    def has(self, report: FileReport | None) -> bool:
        """Whether the bytes are kept on this machine."""
        digest = report.sha256 if report is not None else ""
        return bool(digest) and self._state.workspace.inbox.original(digest) is not None

    def ask(self, report: FileReport) -> None:
        """Ask where to, and copy."""
        title = self.tr("Where to put a copy of the original")
        chosen, _ = QFileDialog.getSaveFileName(self._page, title, report.path.name)
        if chosen:
            self.copy(report, Path(chosen))

    def copy(self, report: FileReport, target: Path) -> None:
        """Put the original bytes there and show the folder."""
        kept = self._state.workspace.inbox.original(report.sha256)

        def job(_progress: Progress) -> None:
            assert kept is not None  # the button shows only then
            with replacing(target) as scratch:
                scratch.write_bytes(kept.read_bytes())

        task = self._state.tasks.run(job, self)
        task.failed.connect(self.failed)
        task.succeeded.connect(lambda _done: self._copied(target.parent))

    def _copied(self, folder: Path) -> None:
        self.copied.emit(folder)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
