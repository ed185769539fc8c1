"""The queue of long jobs, and what happens to them when windows close."""

import gc
import weakref

from PySide6.QtCore import QObject, QThreadPool
from shiboken6 import delete

from ui.tasks import Task, TaskQueue


def test_a_task_that_outlives_its_queue_is_forgotten_without_a_word(qtbot):
    window, page = QObject(), QObject()
    queue = TaskQueue(window)
    queue.run(lambda progress: None, page)
    queue.end()  # its end is not told yet: that waits for the event loop
    delete(window)
    delete(page)


def test_the_queue_says_when_its_last_task_is_over(qtbot):
    owner = QObject()
    queue = TaskQueue(owner)
    with qtbot.waitSignals([queue.busy_changed, queue.busy_changed]):
        queue.run(lambda progress: None, owner)
    assert not queue.busy


class _Job:
    """A job that can be looked for afterwards."""

    def __call__(self, progress):
        return None


def test_jobs_that_are_over_leave_nothing_behind(qtbot):
    # A whole questionnaire hung on each: a runnable that ends while it is being started is never freed.
    kept = []
    for n in range(1500):
        owner, job = QObject(), _Job()
        Task(job, owner).start()
        kept.append(weakref.ref(job))
        del job
        if n % 3 == 0:
            QThreadPool.globalInstance().waitForDone()
        delete(owner)
    QThreadPool.globalInstance().waitForDone()
    gc.collect()
    assert sum(job() is not None for job in kept) == 0
