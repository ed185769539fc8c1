"""The ladder: full-width rows with number and descriptor, the chosen one unmistakable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.marks import Mark, paint_mark
from ui.said import beside, stand_in_words, stands_in
from ui.text import block, draw_line, laid_height, text_width
from ui.theme import Style, line_height, px, tokens
from ui.widgets.column import Column
from ui.widgets.painted import PaintedButton, draw_box, draw_ring, hairline, inset
from ui.widgets.rung_dots import NOBODY, ROOMY, Crowd, crowd_width, paint_crowd

_BADGE = 24
_TEXT_X = 56
_PAD = 8


@dataclass(frozen=True, slots=True)
class RungText:
    """One row: the key it stands for, what the badge shows, the descriptor."""

    key: str
    badge: str
    text: str


@dataclass(frozen=True, slots=True)
class LadderState:
    """What is chosen, what it counts as, what last round and others said; keys, "" for none."""

    chosen: str = ""
    counts_as: str = ""
    counts_words: str = ""
    last: str = ""
    last_words: str = ""
    crowd: Crowd = NOBODY

    def about(self, key: str) -> "LadderState":
        """What of this stands on one row."""
        here = LadderState(chosen=self.chosen if self.chosen == key else "", crowd=self.crowd)
        if self.counts_as == key:
            here = replace(here, counts_as=key, counts_words=self.counts_words)
        if self.last == key:
            here = replace(here, last=key, last_words=self.last_words)
        return here


class Rung(PaintedButton):
    """One row of a ladder; its height depends on width and text only, never on the choice."""

    def __init__(self, ladder: "Ladder") -> None:
        super().__init__(ladder)
        self.rung = RungText("", "", "")
        self._notes, self._last = 0, False
        self._state = LadderState()
        self._locked = False
        self._looks: tuple[LadderState, bool] | None = None
        self._heights: dict[int, int] = {}
        self.setCheckable(True)
        self.wrap_height()

    def show_rung(self, rung: RungText, notes: int, *, last: bool) -> None:
        """Become the row for another rung; `notes` px stay free at the right."""
        self.rung, self._notes, self._last = rung, notes, last
        self._looks = None
        self._heights.clear()
        self.setText(rung.text)
        self.setToolTip(stand_in_words() if stands_in(rung.text) else "")
        self.updateGeometry()
        self.update()

    def show_state(self, state: LadderState, *, locked: bool) -> None:
        """Take over what the ladder shows; painted again only when this row looks otherwise."""
        looks = state.about(self.rung.key), locked
        if looks == self._looks:
            return
        if state.crowd != self._state.crowd:
            self._heights.clear()
            self.updateGeometry()
        self._looks, self._state, self._locked = looks, state, locked
        self.setChecked(state.chosen == self.rung.key)
        self.setAccessibleName(self._spoken(state))
        self.update()

    def _spoken(self, state: LadderState) -> str:
        name = f"{self.rung.badge}: {self.rung.text}" if self.rung.badge else self.rung.text
        if state.counts_as == self.rung.key and state.counts_words:
            name += f" ({state.counts_words})"
        if state.last == self.rung.key and state.last_words:
            words = self.tr("the answer of round {round}").format(round=state.last_words)
            name += f" ({words})"
        if count := state.crowd.on(self.rung.key):
            one, many = self.tr("1 expert"), self.tr("{n} experts")
            name += f" ({(one if count == 1 else many).format(n=count)})"
        return name

    def nextCheckState(self) -> None:
        """The ladder decides what is chosen; a click alone changes nothing here."""

    def hasHeightForWidth(self) -> bool:
        """Descriptors wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """At least 36; measured in the wider weight so that choosing never moves a row."""
        if width not in self._heights:
            # Layouts ask some fifteen times for each page.
            words = laid_height(self.rung.text, Style.RUNG_CHOSEN, self._room(width))
            self._heights[width] = max(px(36), words + 2 * px(_PAD)) + (0 if self._last else 1)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """A readable width; the height follows from the width there is."""
        return QSize(px(480), px(36))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(160), px(36))

    def _room(self, width: int) -> int:
        return max(px(80), width - px(_TEXT_X) - px(16) - self._right(width))

    def _right(self, width: int) -> int:
        """Px at the right of the words: notes, or the check alone; then what others chose."""
        if not self._has_dots(width):
            return max(self._notes, px(28))
        return max(self._notes, px(12)) + crowd_width(self._state.crowd) + px(24)

    def _has_dots(self, width: int) -> bool:
        return bool(self._state.crowd) and width >= px(ROOMY)

    def paint(self, painter: QPainter) -> None:
        """Ground, bar, badge, text, notes, ring."""
        t = tokens()
        chosen = self.isChecked()
        row = QRectF(0, 0, self.width(), self.height() - (0 if self._last else 1))
        self._paint_ground(painter, row)
        if not self._last:
            hairline(painter, 0, self.width(), self.height() - 1)
        top = (row.height() - self._text_height()) / 2
        self._paint_badge(painter, top)
        style = Style.RUNG_CHOSEN if chosen else Style.RUNG
        ink = t.ink if self.isEnabled() else t.ink2
        block(self.rung.text, style, self._room(self.width())).draw(painter, px(_TEXT_X), top, ink)
        self._paint_notes(painter, row.height() / 2)
        if self.ring:
            draw_ring(painter, inset(row, 2), 6)

    def _text_height(self) -> int:
        style = Style.RUNG_CHOSEN if self.isChecked() else Style.RUNG
        return block(self.rung.text, style, self._room(self.width())).height

    def _paint_ground(self, painter: QPainter, row: QRectF) -> None:
        t = tokens()
        active = not self._locked
        if self.isChecked():
            painter.fillRect(row, t.tint)
            if t.contrast:
                draw_box(painter, row, 0, edge=t.tint_line, width=t.edge)
            painter.fillRect(QRectF(0, 0, px(4), row.height()), t.accent)
        elif active and self.isDown():
            painter.fillRect(row, t.press)
        elif active and self.hovered:
            painter.fillRect(row, t.hover)

    def _paint_badge(self, painter: QPainter, top: float) -> None:
        t = tokens()
        size = px(_BADGE)
        y = round(top + (line_height(Style.RUNG) - size) / 2)
        box = QRectF(px(16), y, size, size)
        if not self.rung.badge:
            self._paint_radio(painter, box)
            return
        ink = t.ink
        if self.isChecked():
            draw_box(painter, box, 6, fill=t.accent)
            ink = t.on_accent
        elif self._state.counts_as == self.rung.key:
            draw_box(painter, box, 6, edge=t.warn, width=1.8, dashed=True)
        else:
            draw_box(painter, box, 6, fill=t.surface, edge=t.control, width=1.2)
        style = Style.BADGE if self.isChecked() else Style.BODY_MEDIUM
        x = box.x() + (size - text_width(self.rung.badge, style)) / 2 + 0.5
        draw_line(painter, self.rung.badge, style, ink, x, y, size)

    def _paint_radio(self, painter: QPainter, box: QRectF) -> None:
        t = tokens()
        ring = inset(box, px(3))
        draw_box(
            painter, ring, ring.width() / 2,
            fill=t.accent if self.isChecked() else t.surface,
            edge=t.accent if self.isChecked() else t.control, width=1.4,
        )  # fmt: skip
        if self.isChecked():
            dot = inset(ring, px(6))
            draw_box(painter, dot, dot.width() / 2, fill=t.on_accent)

    def _paint_notes(self, painter: QPainter, middle: float) -> None:
        t = tokens()
        size = px(16)
        x = float(self.width() - px(16))
        if self.isChecked():
            x -= size
            paint_mark(painter, Mark.COMPLETE, QRectF(x, middle - size / 2, size, size), t.accent)
            x -= px(8)
        if self._has_dots(self.width()):
            # The same place in every row, so that the dots make one picture.
            x = self.width() - px(16) - size - px(8) - crowd_width(self._state.crowd)
            paint_crowd(painter, self._state.crowd, self.rung.key, x, middle)
            x -= px(12)
        if self._state.counts_as == self.rung.key and self._state.counts_words:
            x = self._note(painter, Mark.CAPPED, self._state.counts_words, t.warn, x, middle)
        if self._state.last == self.rung.key and self._state.last_words:
            self._note(painter, Mark.LAST_ROUND, self._state.last_words, t.ink3, x, middle)

    def _note(
        self, painter: QPainter, mark: Mark, words: str, ink: QColor, x: float, middle: float
    ) -> float:
        size = px(16)
        x -= text_width(words, Style.SMALL)
        draw_line(painter, words, Style.SMALL, ink, x, middle - px(10), px(20))
        x -= size + px(5)
        paint_mark(painter, mark, QRectF(x, middle - size / 2, size, size), ink)
        return x - px(12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move inside the ladder without choosing."""
        self._ring = True
        self.update()
        ladder = self.parent()
        moves = {
            Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1,
            Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99,
        }  # fmt: skip
        step = moves.get(Qt.Key(event.key()))
        if isinstance(ladder, Ladder) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if step is not None:
                ladder.move_focus(self.rung.key, step)
                return
            if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
                ladder.clear()
                return
        super().keyPressEvent(event)


class Ladder(Column):
    """Shows rungs and says which one the expert picked; one stop for Tab.

    Signals:
        level_chosen: The expert picked a rung; carries its key.
        cleared: The expert took the choice back.
    """

    level_chosen = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The edge around the rows is painted.
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents, False)
        self._column = QVBoxLayout(self)
        margin = tokens().edge
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(0)
        self._locked = False
        self._state = LadderState()
        self._pool: list[Rung] = []
        self._rungs: list[Rung] = []

    def show_rungs(self, rungs: Sequence[RungText], notes: Mapping[str, int] | None = None) -> None:
        """Show other rows; `notes` has the width in px kept free at the right, by key."""
        while len(self._pool) < len(rungs):
            rung = Rung(self)
            rung.clicked.connect(self._rung_clicked)
            self._column.addWidget(rung)
            self._pool.append(rung)
        self._rungs = self._pool[: len(rungs)]
        # Rows in two languages are equally wide, or some would have columns and others not.
        alike = max((notes or {}).values(), default=0) if any(beside(each.text) for each in rungs) else 0
        for place, text in enumerate(rungs):
            room = max(alike, (notes or {}).get(text.key, 0))
            self._rungs[place].show_rung(text, room, last=place == len(rungs) - 1)
        for place, rung in enumerate(self._pool):
            rung.setVisible(place < len(rungs))

    def show_state(self, state: LadderState, *, locked: bool = False) -> None:
        """Show what is chosen; emits nothing."""
        self._state, self._locked = state, locked
        for rung in self._rungs:
            rung.show_state(state, locked=locked)
        self._settle_stop()

    def choose(self, key: str) -> None:
        """Pick a rung as a click would; nothing happens when locked or without such a rung."""
        if not self._locked and any(rung.rung.key == key for rung in self._rungs):
            self.level_chosen.emit(key)

    def clear(self) -> None:
        """Take the choice back."""
        if not self._locked and self._state.chosen:
            self.cleared.emit()

    def move_focus(self, key: str, step: int) -> None:
        """Focus the neighbour of a rung."""
        keys = [rung.rung.key for rung in self._rungs]
        place = min(max(keys.index(key) + step, 0), len(keys) - 1)
        self._rungs[place].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: object) -> None:
        """The card around the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        # The sheet below has the same ground; filling it again costs more than all the rest.
        draw_box(painter, QRectF(self.rect()), 8, edge=t.line, width=t.edge)
        painter.end()

    def _settle_stop(self) -> None:
        if not self._rungs:
            return
        chosen = self._state.chosen
        stop = next((rung for rung in self._rungs if rung.rung.key == chosen), self._rungs[0])
        for rung in self._rungs:
            policy = Qt.FocusPolicy.StrongFocus if rung is stop else Qt.FocusPolicy.ClickFocus
            rung.setFocusPolicy(policy)
        self.setFocusProxy(stop)

    def _rung_clicked(self) -> None:
        rung = self.sender()
        assert isinstance(rung, Rung)
        self.choose(rung.rung.key)
