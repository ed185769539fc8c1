"""Opening a meeting's screen: what it needs is read and scored off the main thread."""

from PySide6.QtCore import QObject, Signal

from ui.desk.state import DeskState
from ui.tasks import Task
from ui.widgets.busy import BusyLine
from wb6assess.model.meeting import Meeting
from wb6assess.progress import Part, Progress
from wb6assess.reports.meeting.rows import Agenda
from wb6assess.session.meeting import Sitting

_STEPS = 2


class Opening(QObject):
    """One opening at a time; the room places `line` on its page.

    Signals:
        opened: Carries the Sitting and its Agenda.
        busy_changed: An opening began or ended.
        failed: Carries the AppError.
    """

    opened = Signal(object, object)
    busy_changed = Signal()
    failed = Signal(object)

    def __init__(self, state: DeskState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._task: Task | None = None
        self._unwanted = False
        self.line = BusyLine()
        self.line.cancel_requested.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether a meeting is being opened."""
        return self._task is not None

    def begin(self, meeting: Meeting) -> None:
        """Read and score what is before a meeting; nothing happens while another one is opened."""
        result = self._state.result
        if self.busy or result is None:
            return
        workspace, collection = self._state.workspace, self._state.collection
        shown = {key: self._state.shown(key) for key in result.instruments}

        def job(progress: Progress) -> tuple[Sitting, Agenda]:
            known = collection or workspace.inbox.collection(Part(progress, 0, _STEPS))
            sitting = Sitting(workspace, meeting, known, shown)
            agenda = sitting.agenda(Part(progress, 1, _STEPS))
            progress.step(_STEPS, _STEPS)
            return sitting, agenda

        self._unwanted = False
        self.line.begin(self.tr("Opening the meeting…"))
        task = self._task = self._state.tasks.run(job, self)
        task.progressed.connect(self._show_step)
        task.succeeded.connect(self._ready)
        task.failed.connect(self.failed)
        task.finished.connect(self._ended)
        self.busy_changed.emit()

    def stop(self) -> None:
        """Leave it at the next step; what was ready by then is left, too."""
        if self._task is not None:
            self._unwanted = True
            self._task.cancel()

    def _show_step(self, done: int, total: int, _what: str) -> None:
        self.line.show_step(done, total, self.tr("Opening the meeting…"))

    def _ready(self, found: object) -> None:
        assert isinstance(found, tuple)
        sitting, agenda = found
        if not self._unwanted:
            self.opened.emit(sitting, agenda)

    def _ended(self) -> None:
        self._task = None
        self.line.end()
        self.busy_changed.emit()
