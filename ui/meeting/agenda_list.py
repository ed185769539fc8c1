"""The agenda over the side of the meeting: every entry with what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.marks import Mark, paint_mark
from ui.meeting.bar import Stage
from ui.text import block, draw_line
from ui.theme import Style, px, tokens
from ui.widgets.ground import Pane
from ui.widgets.labels import Words
from ui.widgets.painted import PaintedButton, draw_ring, hairline, inset
from ui.widgets.scrolled import Scrolled

_WIDTH = 460
_MARKS = {Stage.OPEN: Mark.TODO, Stage.DONE: Mark.ANSWERED, Stage.LATER: Mark.SKIPPED}


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One entry: what it is called, where it belongs, what became of it."""

    title: str
    aside: str
    stage: Stage
    spoken: str


class _Row(PaintedButton):
    neighbour_wanted = Signal(int)

    def __init__(self, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self._line = AgendaLine("", "", Stage.OPEN, "")
        self.setCheckable(True)
        self.wrap_height()

    def show_line(self, line: AgendaLine, *, here: bool) -> None:
        self._line = line
        self.setText(line.title)
        self.setAccessibleName(line.spoken)
        self.setChecked(here)
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """The entry shown decides."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = block(self._line.title, Style.MEETING_HINT_STRONG, width - px(96)).height
        return words + px(20) + px(20)

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDTH - 24), self.heightForWidth(px(_WIDTH - 24)))

    def paint(self, painter: QPainter) -> None:
        t = tokens()
        rect = QRectF(self.rect())
        if self.isChecked():
            painter.fillRect(rect, t.tint)
            painter.fillRect(QRectF(0, 0, px(4), rect.height()), t.accent)
        elif self.hovered:
            painter.fillRect(rect, t.hover)
        hairline(painter, 0, self.width(), self.height() - 1)
        number = str(self.place + 1)
        draw_line(painter, number, Style.MEETING_HINT, t.ink2, px(16), px(10), px(20))
        words = block(self._line.title, Style.MEETING_HINT_STRONG, self.width() - px(96))
        words.draw(painter, px(52), px(10), t.ink)
        y = px(10) + words.height
        draw_line(painter, self._line.aside, Style.MEETING_HINT, t.ink2, px(52), y, px(20))
        size = px(18)
        paint_mark(painter, _MARKS[self._line.stage], QRectF(self.width() - px(32), px(11), size, size))
        if self.ring:
            draw_ring(painter, inset(rect, 2), 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.neighbour_wanted.emit(step)
            return
        super().keyPressEvent(event)


class AgendaList(Pane):
    """Lies over the left side while it is open.

    Signals:
        entry_chosen: Carries the number of an entry, from 0.
        closed: Somebody is done with it.
    """

    entry_chosen = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("chrome", "r", parent)
        self._rows: list[_Row] = []
        self._inner = QWidget()
        self._inner.setAutoFillBackground(False)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        scroll = self._scroll = Scrolled(self._inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(12), px(16), px(12), px(12))
        head = Words(self.tr("Agenda, most important first"), Style.MEETING_STRONG)
        head.setAccessibleName(head.text())
        outer.addWidget(head)
        outer.addWidget(scroll, 1)
        self.setVisible(False)

    def open_at(self, lines: Sequence[AgendaLine], place: int) -> None:
        """Show the entries and begin at one."""
        while len(self._rows) < len(lines):
            row = _Row(len(self._rows), self._inner)
            row.clicked.connect(self._clicked)
            row.neighbour_wanted.connect(self._move)
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for number, (row, line) in enumerate(zip(self._rows, lines, strict=True)):
            row.show_line(line, here=number == place)
            row.show()
        self.fit()
        self.setVisible(True)
        self.raise_()
        self._focus(place)

    def fit(self) -> None:
        """As high as the window, at most half as wide."""
        around = self.parentWidget()
        if around is not None:
            self.setGeometry(0, 0, min(px(_WIDTH), around.width() * 3 // 5), around.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and A close it."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_A}:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _focus(self, place: int) -> None:
        row = self._rows[min(max(place, 0), len(self._rows) - 1)]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(row)

    def _move(self, step: int) -> None:
        row = self.sender()
        assert isinstance(row, _Row)
        self._focus(row.place + step)

    def _clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, _Row)
        self.entry_chosen.emit(row.place)
