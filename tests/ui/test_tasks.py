"""The queue of long jobs, and what happens to them when windows close."""

from PySide6.QtCore import QObject
from shiboken6 import delete

from ui.tasks import TaskQueue


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
