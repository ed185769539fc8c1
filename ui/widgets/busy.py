"""Long work on the page: a thin line after a moment, its count in words and Cancel later."""

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Style, px, tokens
from ui.widgets.button import Button
from ui.widgets.labels import Words

LINE_MS, WORDS_MS = 400, 2_000


class _Track(QWidget):
    """The 2 px line."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setFixedHeight(px(2))

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens().track)
        painter.fillRect(QRectF(0, 0, self.width() * self.share, self.height()), tokens().accent)
        painter.end()


class BusyLine(QWidget):
    """Progress of one job.

    Signals:
        cancel_requested: The person wants to stop.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._track = _Track()
        self._words = Words("", Style.SMALL, "ink2")
        self._cancel = Button(self.tr("Cancel"))
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._words, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._track)
        column.addLayout(row)
        self._timers = [self._timer(LINE_MS, self._show_line), self._timer(WORDS_MS, self._show_words)]
        self.end()

    def begin(self, words: str) -> None:
        """A job has begun; nothing shows yet."""
        self._track.share = 0.0
        self._say(words)
        self._cancel.setEnabled(True)
        for timer in self._timers:
            timer.start()

    def show_step(self, done: int, total: int, words: str) -> None:
        """The job got on."""
        self._track.share = done / total if total else 0.0
        self._track.update()
        if self._cancel.isEnabled():
            self._say(words)

    def end(self) -> None:
        """The job is over; nothing shows."""
        for timer in self._timers:
            timer.stop()
        self._track.setVisible(False)
        self._words.setVisible(False)
        self._cancel.setVisible(False)
        self.setVisible(False)

    def _show_line(self) -> None:
        self.setVisible(True)
        self._track.setVisible(True)

    def _show_words(self) -> None:
        self._words.setVisible(True)
        self._cancel.setVisible(True)

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self._say(self.tr("Stopping…"))
        self.cancel_requested.emit()

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._words.setAccessibleName(words)

    def _timer(self, delay: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay)
        timer.timeout.connect(slot)
        return timer
