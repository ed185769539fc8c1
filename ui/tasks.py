"""Slow work off the main thread: one `Task` owned by the widget that asked."""

import sys
from collections.abc import Callable
from functools import partial
from threading import Event, Lock

from PySide6.QtCore import QObject, QThreadPool, Signal
from shiboken6 import isValid

from wb6assess.errors import AppError, Cancelled
from wb6assess.progress import Progress

Job = Callable[[Progress], object]


class Task(QObject):
    """Runs a job on a pool thread; its signals arrive on the thread of the owner.

    The job gets a `Progress` and touches no widget. After `succeeded`, `failed` or `stopped` comes
    `finished`, after a defect too.

    Signals:
        progressed: Carries units done, units in all, and what is being done.
        succeeded: Carries what the job returned.
        failed: Carries the `AppError`.
        stopped: The person cancelled.
        finished: Nothing more will come.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    finished = Signal()
    _ended = Signal(object, object)

    def __init__(self, job: Job, owner: QObject) -> None:
        # An owner is a must: it keeps the object on its own thread when the job ends last.
        super().__init__(owner)
        self._link = _Link(self)
        self._job = job
        self.running = False
        self._ended.connect(self._end)
        # The link, not the task, listens: it outlives the task and tells the job to end.
        self.destroyed.connect(self._link.cut)

    def start(self, pool: QThreadPool | None = None) -> None:
        """Begin, on the threads of `pool`; a task runs once."""
        self.running = True
        # No QRunnable of our own: PySide never frees one that ends while it is being started.
        (pool or QThreadPool.globalInstance()).start(partial(_run, self._job, self._link))

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._link.wanted_stop.set()

    def _end(self, result: object, error: BaseException | None) -> None:
        self.running = False
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, AppError):
            self.failed.emit(error)
        elif isinstance(error, Cancelled):
            self.stopped.emit()
        else:
            # A defect: to the crash report, as if it had happened here.
            sys.excepthook(type(error), error, error.__traceback__)
        self.finished.emit()


class _Link:
    """What job and task share; after the task is gone nothing passes through."""

    def __init__(self, task: Task) -> None:
        self.wanted_stop = Event()
        self._lock = Lock()
        self._task: Task | None = task

    def cut(self) -> None:
        """The task is being destroyed."""
        with self._lock:
            self._task = None
        self.wanted_stop.set()

    def step(self, done: int, total: int, what: str = "") -> None:
        """Progress of the job; raises `Cancelled` on request."""
        if self.wanted_stop.is_set():
            raise Cancelled
        with self._lock:
            if self._task is not None:
                self._task.progressed.emit(done, total, what)

    def end(self, result: object, error: BaseException | None) -> None:
        """The job is over."""
        with self._lock:
            if self._task is not None:
                self._task._ended.emit(result, error)  # noqa: SLF001 - the two halves of one thing


def _run(job: Job, link: _Link) -> None:
    """Do the job on the pool's thread; whatever happens is handed over."""
    result, error = None, None
    try:
        result = job(link)
    except BaseException as caught:  # noqa: BLE001 - the main thread decides what it is
        error = caught
    link.end(result, error)


class TaskQueue(QObject):
    """Tasks one after another on one thread: what works on the database never meets itself there.

    Signals:
        busy_changed: The first task began, or the last one ended; carries whether any is left.
    """

    busy_changed = Signal(bool)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._tasks: list[Task] = []
        self.over = False
        """Whether the window closed: what would start now would find its data gone."""

    @property
    def busy(self) -> bool:
        """Whether a task runs or waits."""
        return bool(self._tasks)

    def run(self, job: Job, owner: QObject) -> Task:
        """A task for `owner`, which goes with it; it begins when those before it are over."""
        task = Task(job, owner)
        self._tasks.append(task)
        task.finished.connect(lambda: self._forget(task))
        task.destroyed.connect(lambda: self._forget(task))
        if len(self._tasks) == 1:
            self.busy_changed.emit(True)
        task.start(self._pool)
        return task

    def end(self) -> None:
        """Ask every task to stop and wait until none runs: the window closes."""
        self.over = True
        for task in list(self._tasks):
            task.cancel()
        self._pool.waitForDone()

    def _forget(self, task: Task) -> None:
        if task in self._tasks:
            self._tasks.remove(task)
            # A page that dies after its window takes its tasks along; nobody listens then.
            if not self._tasks and isValid(self):
                self.busy_changed.emit(False)


def end_tasks(queue: TaskQueue | None) -> None:
    """The window closes: nothing may run any more when its data are let go."""
    if queue is not None:
        queue.end()
    QThreadPool.globalInstance().waitForDone()
