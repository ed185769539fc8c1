"""From the first paint to an open workspace: paint first, import late."""

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.start_clock import since_process_start_ms
from wb6assess.errors import AppError

if TYPE_CHECKING:
    from ui.frame.copies import HourlyCopies
    from wb6assess.session.workspace import Workspace


class Opening(QObject):
    """Opens the workspace in steps, so that the window is painted and filled before each of them.

    Signals:
        glanced: A quick look at the list, with infos of assessments; the workspace follows.
        opened: Carries the open workspace.
        failed: The workspace cannot be opened; carries the error.
    """

    glanced = Signal(object)
    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, folder: Path, questionnaires: Path, owner: QObject) -> None:
        super().__init__(owner)
        self._folder, self._questionnaires = folder, questionnaires
        self._workspace: Workspace | None = None
        self._over = False
        self._copies: HourlyCopies | None = None
        self.first_paint_ms = 0.0

    def first_paint(self) -> None:
        """The window is being painted; go on when that is over, and only the first time."""
        if not self.first_paint_ms:
            self.first_paint_ms = 1.0
            QTimer.singleShot(0, self, self._painted)

    def end(self) -> None:
        """The window closes: open nothing any more."""
        self._over = True

    def close(self) -> None:
        """Copy what changed and let the data go.

        Raises:
            StorageError: as `Workspace.close`; the data are let go.
        """
        if self._workspace is not None and self._copies is not None:
            workspace, self._workspace = self._workspace, None
            self._copies.end()
            workspace.close()

    def open(self) -> None:
        """Open the data now, if they are not open yet."""
        if self._workspace is not None or self._over:
            return
        from ui.frame.copies import HourlyCopies
        from wb6assess.instruments.library import Library
        from wb6assess.session.workspace import Workspace
        from wb6assess.settings import database_url

        try:
            library = Library(self._questionnaires)
            self._workspace = Workspace.open(self._folder, library, database_url())
            self._copies = HourlyCopies(self._workspace, self)
            self.opened.emit(self._workspace)
        except AppError as error:
            self.failed.emit(error)

    def warm_up(self) -> None:
        """Import beside the event loop what opening needs, then open."""
        if self._over:
            return
        from ui.tasks import Task

        task = Task(_import_workspace, self)
        task.finished.connect(self.open)
        task.start()

    def _painted(self) -> None:
        self.first_paint_ms = since_process_start_ms()
        from wb6assess.session.glance import glance

        self.glanced.emit(glance(self._folder))


def _import_workspace(_progress: object) -> None:
    """Load what opening and the questionnaire need; creates nothing."""
    importlib.import_module("wb6assess.session.workspace")
    importlib.import_module("wb6assess.instruments.library")
    importlib.import_module("ui.questionnaire.window")
