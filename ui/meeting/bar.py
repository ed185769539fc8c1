"""The line above: how far the meeting is, what it looks at, the time on this item."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.icons import Icon
from ui.meeting.parts import MeetingButton
from ui.theme import Style, px, tokens
from ui.widgets.button import Kind
from ui.widgets.ground import Chip, Pane
from ui.widgets.labels import Line
from ui.widgets.painted import draw_box


class Stage(StrEnum):
    """What became of an entry so far."""

    OPEN = "open"
    DONE = "done"
    LATER = "later"


class Pills(QWidget):
    """One small bar an entry: filled when settled, in accent and taller the one shown, struck later."""

    def __init__(self) -> None:
        super().__init__()
        self._stages: tuple[Stage, ...] = ()
        self._place = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stages(self, stages: Sequence[Stage], place: int) -> None:
        """Show how far the meeting is."""
        self._stages, self._place = tuple(stages), place
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a few."""
        return QSize(min(px(20) * max(1, len(self._stages)), px(440)), px(20))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(40), px(20))

    def paintEvent(self, _event: object) -> None:
        """Bars as wide as there is room."""
        if not self._stages:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        step = min(px(20), self.width() / len(self._stages))
        width = max(2.0, step - px(5)) if step > px(8) else max(1.5, step - 1)
        middle = self.height() / 2
        for place, stage in enumerate(self._stages):
            here = place == self._place
            height = px(14) if here else px(10)
            box = QRectF(place * step, middle - height / 2, width, height)
            fill = t.accent if here else t.ok if stage is Stage.DONE else None
            draw_box(
                painter, box, min(3.0, width / 3), fill=fill, edge=None if fill else t.control, width=1.2
            )
            if stage is Stage.LATER:
                painter.fillRect(QRectF(box.x() + 2, middle - 1, width - 4, 2), t.ink2)
        painter.end()


class Watch(Line):
    """Quiet minutes and seconds on the item shown; can be switched off."""

    def __init__(self) -> None:
        super().__init__("", Style.MEETING_HINT, "ink2")
        self._spent: dict[int, int] = {}
        self._place = 0
        self._clock = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._show)
        self._tick.start()
        self._clock.start()

    def go(self, place: int) -> None:
        """Count for another item; time spent on one before is added to."""
        self._spent[self._place] = self._spent.get(self._place, 0) + self._clock.restart()
        self._place = place
        self._show()

    def switch(self) -> None:
        """Show or hide it; it goes on counting."""
        self.setVisible(not self.isVisible())

    def _show(self) -> None:
        passed = (self._spent.get(self._place, 0) + self._clock.elapsed()) // 1000
        words = f"{passed // 60}:{passed % 60:02}"
        self.say(words)
        self.setMinimumWidth(self.sizeHint().width())
        self.setAccessibleName(self.tr("Time on this item: {time}").format(time=words))


class MeetingBar(Pane):
    """Progress at the left, what is looked at and the way out at the right.

    Signals:
        leave_requested: Somebody wants to leave the full screen.
        agenda_requested: Somebody wants to see the agenda.
    """

    leave_requested = Signal()
    agenda_requested = Signal()

    def __init__(self, *, sample: bool) -> None:
        super().__init__("chrome", "b")
        self._count = Line("", Style.MEETING_STRONG)
        self._pills = Pills()
        self._where = Line("", Style.MEETING_TEXT, "ink2")
        self.watch = Watch()
        agenda = MeetingButton(self.tr("Agenda"), Kind.QUIET)
        agenda.setToolTip(self.tr("Agenda (A)"))
        agenda.clicked.connect(self.agenda_requested)
        leave = MeetingButton(self.tr("Leave full screen"), Kind.QUIET, icon=Icon.CLOSE)
        leave.setToolTip(self.tr("Leave full screen (Esc)"))
        leave.clicked.connect(self.leave_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(48), px(14), px(16), px(14))
        row.setSpacing(px(14))
        row.addWidget(self._count)
        row.addWidget(self._pills, 1)
        if sample:
            row.addWidget(Chip(self.tr("SAMPLE DATA"), "warn", dashed=True))
        row.addWidget(self._where)
        row.addWidget(self.watch)
        row.addWidget(agenda)
        row.addWidget(leave)

    def show_progress(self, count: str, stages: Sequence[Stage], place: int) -> None:
        """Which entry is shown, and what became of each."""
        self._count.say(count)
        self._count.setMinimumWidth(self._count.sizeHint().width())
        self._pills.show_stages(stages, place)
        done = sum(stage is Stage.DONE for stage in stages)
        words = self.tr("Settled: {done} of {all}").format(done=done, all=len(stages))
        self._pills.setAccessibleName(words)
        self._pills.setToolTip(words)

    def show_where(self, parts: Sequence[str]) -> None:
        """Country, questionnaire, round."""
        self._where.say("  ·  ".join(parts))
