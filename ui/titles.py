"""The titles of all questionnaires, read beside the event loop: five files take a third of a second."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.tasks import Task
from wb6assess.errors import AppError
from wb6assess.progress import Progress

if TYPE_CHECKING:
    from wb6assess.instruments.library import Library


class Titles(QObject):
    """Reads them once for a dialog.

    Signals:
        read: Carries the titles by id, in the framework's order, then why others cannot be read,
            by id, too.
        failed: The framework itself cannot be read; carries the error.
    """

    read = Signal(object, object)
    failed = Signal(object)

    def __init__(self, library: "Library", owner: QObject) -> None:
        super().__init__(owner)

        def look(progress: Progress) -> tuple[Mapping[str, str], Mapping[str, AppError]]:
            return read_titles(library, progress)

        self._task = Task(look, self)
        self._task.succeeded.connect(self._succeeded)
        self._task.failed.connect(self.failed)
        self._task.start()

    def _succeeded(self, result: object) -> None:
        assert isinstance(result, tuple)
        self.read.emit(*result)


def read_titles(
    library: "Library", progress: Progress
) -> tuple[Mapping[str, str], Mapping[str, AppError]]:
    """Titles by id, and the error of each questionnaire that cannot be read."""
    titles: dict[str, str] = {}
    errors: dict[str, AppError] = {}
    ids = library.ids()
    for place, item in enumerate(ids):
        progress.step(place, len(ids), item)
        try:
            titles[item] = library.instrument(item).title
        except AppError as error:
            errors[item] = error
    return titles, errors
