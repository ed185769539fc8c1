"""Settling a conflict: which files are in it, which one counts, taking the choice back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk.state import DeskState
from wb6assess.progress import Progress
from wb6assess.session.desk.consolidation import FileReport
from wb6assess.session.desk.inbox import Contradiction


class Settling(QObject):
    """Finds the conflict of a file and keeps what the person chose.

    Signals:
        found: Carries the Contradiction to compare.
        not_taken_in: The file was only looked at, so there is nothing to settle yet.
        changed: A choice was kept or taken back.
        failed: Carries the AppError.
    """

    found = Signal(object)
    not_taken_in = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(self, state: DeskState, page: QWidget) -> None:
        super().__init__(page)
        self._state = state
        self._open: Contradiction | None = None

    def compare(self, report: FileReport) -> None:
        """Look for the conflict this file is in."""
        document = report.document
        if document is None:
            return
        inbox, key, revision = self._state.workspace.inbox, document.identity, document.revision
        task = self._state.tasks.run(lambda _progress: inbox.conflicts(key.round), self)
        task.failed.connect(self.failed)

        def show(conflicts: object) -> None:
            assert isinstance(conflicts, tuple)
            for each in conflicts:
                if (each.key, each.revision) == (key, revision):
                    self._open = each
                    self.found.emit(each)
                    return
            self.not_taken_in.emit()

        task.succeeded.connect(show)

    def settle(self, digest: str, reason: str) -> None:
        """Let one content count."""
        found, inbox = self._open, self._state.workspace.inbox
        if found is not None:
            self._change(lambda _p: inbox.resolve(found.key, found.revision, digest, reason))

    def revoke(self, reason: str) -> None:
        """Take the choice in force back."""
        found, inbox = self._open, self._state.workspace.inbox
        if found is not None:
            self._change(lambda _p: inbox.revoke_resolution(found.key, found.revision, reason))

    def _change(self, job: Callable[[Progress], object]) -> None:
        task = self._state.tasks.run(job, self)
        task.failed.connect(self.failed)
        task.succeeded.connect(lambda _done: self.changed.emit())
