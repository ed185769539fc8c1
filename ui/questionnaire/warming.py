"""Work that nobody waits for, done in pieces while the person reads."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class Warming(QObject):
    """Takes one step after another, each in a moment when nothing else is to do."""

    def __init__(self, steps: Iterator[None], parent: QObject) -> None:
        """`steps` yields after each piece, which must fit into half a frame."""
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin; a timer without an interval waits until all other events are handled."""
        self._timer.start(0)

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
