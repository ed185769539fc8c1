"""Copies of the data made by themselves: every hour of work, and when the window closes."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from wb6assess.errors import StorageError

if TYPE_CHECKING:
    from wb6assess.progress import Progress
    from wb6assess.session.workspace import Workspace

HOUR_MS = 3_600_000

_log = logging.getLogger("wb6assess.desktop")


class HourlyCopies(QObject):
    """Copies what changed, beside the event loop, as long as the workspace is open."""

    def __init__(self, workspace: "Workspace", owner: QObject) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.make)
        self._timer.start(HOUR_MS)

    def make(self) -> None:
        """Copy now, if anything changed."""
        from ui.tasks import Task

        task = Task(self._copy, self)
        task.finished.connect(task.deleteLater)
        task.start()

    def end(self) -> None:
        """The window closes; no copy is being made any more."""
        self._timer.stop()
        self._copy()

    def _copy(self, _progress: "Progress | None" = None) -> None:
        try:
            self._workspace.back_up_changes()
        except StorageError as error:
            # Where copies cannot be made, answers cannot be stored either, and that is told.
            _log.warning("no copy was made: %s", error.code)
