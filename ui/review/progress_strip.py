"""How much is answered: a bar in three parts with its numbers in words."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.marks import Mark
from ui.theme import Style, px, tokens
from ui.widgets.flow_row import FlowRow
from ui.widgets.ground import MarkSign
from ui.widgets.labels import Line
from wb6assess.scoring.states import State

_SPECIAL = (State.NOT_APPLICABLE, State.DONT_KNOW, State.WITHHELD)


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.parts = (0, 0, 0)
        self.setFixedHeight(px(8))

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        t = tokens()
        painter.fillRect(self.rect(), t.track)
        total, x = sum(self.parts), 0.0
        for count, colour in zip(self.parts, (t.ok, t.ink2), strict=False):
            width = self.width() * count / total if total else 0.0
            x += width
            # A gap before what follows, so that the parts stay apart without colour.
            gap = px(2) if round(x) < self.width() else 0
            painter.fillRect(QRectF(x - width, 0, max(0.0, width - gap), self.height()), colour)
        painter.end()


class ProgressStrip(QWidget):
    """Answered, special states, to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar()
        self._lines = [Line("", Style.SMALL, "ink2") for _ in range(3)]
        marks = (Mark.ANSWERED, Mark.DONT_KNOW, Mark.TODO)
        self._legend = FlowRow([_entry(*each) for each in zip(marks, self._lines, strict=True)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._bar)
        column.addWidget(self._legend)

    def show_states(self, states: Iterable[State]) -> None:
        """Count and show; what is not asked does not count."""
        counts = Counter(states)
        special = sum(counts[state] for state in _SPECIAL)
        self._bar.parts = (counts[State.ANSWERED], special, counts[State.UNANSWERED])
        words = (self.tr("Answered {n}"), self.tr("N/A, don't know {n}"), self.tr("To do {n}"))
        for line, text, count in zip(self._lines, words, self._bar.parts, strict=True):
            line.say(text.format(n=count))
        self._legend.rearrange()
        self._bar.update()


def _entry(mark: Mark, line: Line) -> QWidget:
    """A mark with its words."""
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(5))
    row.addWidget(MarkSign(mark, 14))
    row.addWidget(line)
    return entry
