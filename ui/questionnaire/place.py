"""Where somebody is in a questionnaire, so that it opens there next time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_STAYS_MS = 300


class Place(QObject):
    """Stores the place once somebody stays: leafing through pages does not wait for the disk."""

    def __init__(self, store: Callable[[str], None], parent: QObject) -> None:
        """`store` takes the id of an indicator, a vignette or the first context question."""
        super().__init__(parent)
        self._store = store
        self._item = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS_MS)
        self._timer.timeout.connect(self.store)

    def move(self, item: str) -> None:
        """Somebody went elsewhere."""
        self._item = item
        self._timer.start()

    def store(self) -> None:
        """Store it now, if it is not."""
        self._timer.stop()
        if self._item:
            item, self._item = self._item, ""
            self._store(item)
