"""Work off the main thread: a `Task` tells how it goes by signals that arrive on the main thread.

A job is a plain function; it touches no widget. One worker serves what reads or writes the
workspace, a second pool what does not.
"""

import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from wb6assess.errors import AppError, Cancelled
from wb6assess.progress import Progress

Job = Callable[[Progress], Any]

_TELL_EVERY_S = 0.05


class Task(QObject):
    """One job under way.

    Signals:
        progressed: Units done, units in total, what is being done.
        succeeded: Carries the job's result.
        failed: Carries an AppError a person can act on.
        defect: Carries any other exception; goes to the crash report.
        finished: After one of the above, or after a cancel.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    defect = Signal(object)
    finished = Signal()

    def __init__(self, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self._job = job
        self._stop = threading.Event()
        self._told = 0.0

    def cancel(self) -> None:
        """Ask the job to stop at its next step; it then only says `finished`."""
        self._stop.set()

    def step(self, done: int, total: int, what: str = "") -> None:
        """Called by the job; raises Cancelled on request."""
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._told >= _TELL_EVERY_S:
            self._told = now
            self.progressed.emit(done, total, what)

    def run(self) -> None:
        """Do the job on the calling thread and say how it went."""
        try:
            self.succeeded.emit(self._job(self))
        except Cancelled:
            pass
        except AppError as error:
            self.failed.emit(error)
        except BaseException as error:  # noqa: BLE001 - nothing is lost: it goes to the crash report
            self.defect.emit(error)
        self.finished.emit()


class _Runnable(QRunnable):
    """Refers to a task, never owns one: a QObject must not die on a pool's thread."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()


class TaskQueue(QObject):
    """Starts tasks and keeps them alive until they are finished.

    Signals:
        defect: A job failed in a way nobody foresaw; carries the exception.
    """

    defect = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = QThreadPool(self)
        self._data.setMaxThreadCount(1)
        self._pure = QThreadPool(self)
        self._running: set[Task] = set()

    def start(self, job: Job, *, data: bool = False) -> Task:
        """Begin a job; `data` when it reads or writes the workspace."""
        task = Task(job, self)
        self._running.add(task)
        task.defect.connect(self.defect)
        task.finished.connect(lambda: self._forget(task))
        (self._data if data else self._pure).start(_Runnable(task))
        return task

    def shut_down(self, wait_ms: int = 5_000) -> bool:
        """Cancel everything and wait; False when something is still running."""
        for task in self._running:
            task.cancel()
        return all([self._data.waitForDone(wait_ms), self._pure.waitForDone(wait_ms)])

    def _forget(self, task: Task) -> None:
        self._running.discard(task)
        task.deleteLater()
