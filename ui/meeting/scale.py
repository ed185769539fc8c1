"""The answer scale on a projector: rungs with the experts' dots, the agreed one unmistakable."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.marks import Mark, paint_mark
from ui.text import block, draw_line, text_width
from ui.theme import Style, px, tokens
from ui.widgets.ground import CardFrame
from ui.widgets.painted import PaintedButton, draw_box, draw_ring, hairline, inset

_BADGE = 40
_TEXT_X = 90
_PAD, _TIGHT_PAD = 12, 4
_DOT = 18
_DOT_GAP = 6
_MOST_DOTS = 5
_CHECK_ROOM = 64


@dataclass(frozen=True, slots=True)
class Step:
    """One rung: its level, badge and words, the experts' dots, what is said when read aloud."""

    level: float
    badge: str
    words: str
    dots: int
    spoken: str


class StepRow(PaintedButton):
    """One rung; its height depends on width and words only, never on what is chosen."""

    def __init__(self, scale: "Scale") -> None:
        super().__init__(scale)
        self.step = Step(0.0, "", "", 0, "")
        self._badge, self._aside, self._last = "", "", False
        self._pad = _PAD
        self.setCheckable(True)
        self.wrap_height()

    def show_step(self, step: Step, *, last: bool) -> None:
        """Become the row of another rung."""
        self.step, self._last = step, last
        self.setText(step.words)
        self.setAccessibleName(step.spoken)
        self.updateGeometry()
        self.update()

    def show_chosen(self, badge: str, aside: str) -> None:
        """Chosen with a badge such as "2.5"; "" for not chosen."""
        self._badge, self._aside = badge, aside
        self.setChecked(bool(badge))
        self.update()

    def set_tight(self, tight: bool) -> None:
        """Less air above and below."""
        self._pad = _TIGHT_PAD if tight else _PAD
        self.updateGeometry()

    def nextCheckState(self) -> None:
        """What is being decided says which row is chosen."""

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Measured in the wider weight, so that choosing never moves a row."""
        words = block(self.step.words, Style.MEETING_RUNG_CHOSEN, self._room(width)).height
        air = 2 * px(self._pad)
        return max(px(_BADGE), words) + air + (0 if self._last else 1)

    def sizeHint(self) -> QSize:
        """A readable width."""
        return QSize(px(560), self.heightForWidth(px(560)))

    def minimumSizeHint(self) -> QSize:
        """May be narrow; the height follows from the width there is."""
        return QSize(px(280), px(_BADGE + 2 * self._pad))

    def _room(self, width: int) -> int:
        dots = px(min(self.step.dots, _MOST_DOTS) * (_DOT + _DOT_GAP))
        dots = max(dots, px(2 * (_DOT + _DOT_GAP)))
        return max(px(120), width - px(_TEXT_X) - dots - px(_CHECK_ROOM))

    def paint(self, painter: QPainter) -> None:
        """Ground, badge, words, dots, check, ring."""
        t = tokens()
        row = QRectF(0, 0, self.width(), self.height() - (0 if self._last else 1))
        chosen = self.isChecked()
        if chosen:
            painter.fillRect(row, t.tint)
            if t.contrast:
                draw_box(painter, row, 0, edge=t.tint_line, width=t.edge)
            painter.fillRect(QRectF(0, 0, px(6), row.height()), t.accent)
        elif self.isDown() or self.hovered:
            painter.fillRect(row, t.press if self.isDown() else t.hover)
        if not self._last:
            hairline(painter, 0, self.width(), self.height() - 1)
        style = Style.MEETING_RUNG_CHOSEN if chosen else Style.MEETING_RUNG
        words = block(self.step.words, style, self._room(self.width()))
        top = (row.height() - words.height) / 2
        self._paint_badge(painter, row.height() / 2)
        words.draw(painter, px(_TEXT_X), top, t.ink)
        self._paint_dots(painter, row.height() / 2)
        if chosen:
            self._paint_check(painter, row.height() / 2)
        if self.ring:
            draw_ring(painter, inset(row, 2), 6)

    def _paint_badge(self, painter: QPainter, middle: float) -> None:
        t = tokens()
        size = px(_BADGE)
        words = self._badge or self.step.badge
        width = max(size, text_width(words, Style.MEETING_RUNG_CHOSEN) + px(12))
        y = round(middle - size / 2)
        box = QRectF(px(24) - (width - size) / 2, y, width, size)
        chosen = self.isChecked()
        edge = None if chosen else t.control
        draw_box(painter, box, 8, fill=t.accent if chosen else t.surface, edge=edge, width=1.4)
        style = Style.MEETING_RUNG_CHOSEN if chosen else Style.MEETING_RUNG
        x = box.x() + (width - text_width(words, style)) / 2
        draw_line(painter, words, style, t.on_accent if chosen else t.ink, x, y, size)

    def _paint_dots(self, painter: QPainter, middle: float) -> None:
        t = tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.ink2)
        size, step = px(_DOT), px(_DOT + _DOT_GAP)
        right = self.width() - px(_CHECK_ROOM)
        if self.step.dots > _MOST_DOTS:
            words = f"× {self.step.dots}"
            x = right - text_width(words, Style.MEETING_STRONG)
            draw_line(painter, words, Style.MEETING_STRONG, t.ink2, x, middle - px(20), px(40))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QRectF(x - step, middle - size / 2, size, size))
            return
        for place in range(self.step.dots):
            painter.drawEllipse(QRectF(right - (place + 1) * step, middle - size / 2, size, size))

    def _paint_check(self, painter: QPainter, middle: float) -> None:
        t = tokens()
        size = px(24)
        x = self.width() - px(26) - size
        paint_mark(painter, Mark.COMPLETE, QRectF(x, middle - size / 2, size, size), t.accent)
        if self._aside:
            words = text_width(self._aside, Style.MEETING_HINT)
            y = self.height() - px(22)
            draw_line(
                painter,
                self._aside,
                Style.MEETING_HINT,
                t.accent,
                self.width() - px(26) - words,
                y,
                px(20),
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move, Space chooses; every other key is the meeting's."""
        self._ring = True
        self.update()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        scale = self.parent()
        if step is not None and isinstance(scale, Scale):
            scale.move_focus(self, step)
        elif event.key() == Qt.Key.Key_Space:
            self.click()
        else:
            event.ignore()


class Scale(CardFrame):
    """The rungs of one item in a card that fills its room; one stop for Tab.

    Signals:
        level_chosen: Somebody clicked a rung; carries its level.
    """

    level_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._column = QVBoxLayout(self)
        edge = tokens().edge
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(0)
        self._rows: list[StepRow] = []
        self._tight = False

    def set_tight(self, tight: bool) -> None:
        """On a low screen six rungs matter more than air between them."""
        if tight != self._tight:
            self._tight = tight
            for row in self._rows:
                row.set_tight(tight)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show other rungs."""
        while len(self._rows) < len(steps):
            row = StepRow(self)
            row.set_tight(self._tight)
            row.clicked.connect(self._clicked)
            self._column.addWidget(row, 1)
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(steps))
            if place < len(steps):
                row.show_step(steps[place], last=place == len(steps) - 1)
        self._settle()

    def show_level(self, level: float | None, badge: str, aside: str) -> None:
        """Mark the rung of a level; one between two rungs is marked at the lower one."""
        shown = [row for row in self._rows if row.isVisibleTo(self)]
        below = [row for row in shown if level is not None and row.step.level <= level]
        chosen = max(below, key=lambda row: row.step.level, default=None)
        for row in shown:
            between = row is chosen and row.step.level != level
            row.show_chosen(badge if row is chosen else "", aside if between else "")
        self._settle(chosen)

    def move_focus(self, row: StepRow, step: int) -> None:
        """Focus the neighbour of a rung."""
        shown = [each for each in self._rows if each.isVisibleTo(self)]
        place = min(max(shown.index(row) + step, 0), len(shown) - 1)
        shown[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _settle(self, chosen: StepRow | None = None) -> None:
        if not self._rows:
            return
        stop = chosen or self._rows[0]
        for row in self._rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)
        if any(row.hasFocus() for row in self._rows):
            # Chosen by a digit: the ring goes where Space would choose next.
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, StepRow)
        self.level_chosen.emit(row.step.level)
