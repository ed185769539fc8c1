"""What checks find between an expert's questionnaires, added while the page is read already."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.garbage import set_aside
from ui.tasks import Task

if TYPE_CHECKING:
    from ui.questionnaire.window import QuestionnaireWindow
    from wb6assess.progress import Progress
    from wb6assess.session.workspace import Workspace


class Beside(QObject):
    """Reads the expert's other questionnaires off the main thread, then lets the checks look."""

    def __init__(self, workspace: "Workspace", page: "QuestionnaireWindow") -> None:
        super().__init__(page)
        self._workspace, self._page = workspace, page
        self._library = workspace.library
        neighbours = workspace.neighbours(page.opened.id)
        self._wanted = [
            (info.identity.instrument, info.identity.instrument_version) for info in neighbours
        ]
        self._looked = not neighbours
        if neighbours:
            task = Task(self._read, page)
            # Also when one cannot be read: the workspace has its own copy of what was answered.
            task.finished.connect(self.settle)
            task.start()

    def settle(self) -> None:
        """Let the checks look now, if they have not."""
        if self._looked:
            return
        self._looked = True
        self._workspace.look_beside(self._page.opened.id)
        self._page.follow()
        set_aside()

    def _read(self, progress: "Progress") -> None:
        for place, (instrument, version) in enumerate(self._wanted):
            progress.step(place, len(self._wanted))
            self._library.instrument(instrument, version)
