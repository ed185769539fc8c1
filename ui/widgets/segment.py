"""A segmented choice: one of a few, one stop for Tab, arrows inside."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.marks import Mark, paint_mark
from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.painted import PaintedButton, draw_box, draw_ring, inset


@dataclass(frozen=True, slots=True)
class Choice:
    """One part: its key, words, a count, and the mark that stands for the words when cramped."""

    key: str
    words: str
    count: int | None = None
    mark: Mark | None = None

    @property
    def text(self) -> str:
        """Words and count."""
        return self.words if self.count is None else f"{self.words} {self.count}"


class _Part(PaintedButton):
    def __init__(self, choice: Choice, parent: "Segment") -> None:
        super().__init__(parent)
        self.choice = choice
        self.compact = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        style = Style.SMALL_STRONG
        if self.compact and self.choice.mark:
            return QSize(px(14 + 4 + 14) + text_width(str(self.choice.count), style), px(26))
        return QSize(text_width(self.choice.text, style) + px(18), px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        t = tokens()
        rect = QRectF(self.rect())
        chosen, segment = self.isChecked(), self.parent()
        locked = isinstance(segment, Segment) and segment.locked
        if chosen:
            draw_box(painter, inset(rect, 0.5), 5, fill=t.surface, edge=t.control, width=t.edge)
        elif not locked and (self.isDown() or self.hovered):
            draw_box(painter, rect, 5, fill=t.press)
        ink = t.ink if chosen else t.ink3 if locked else t.ink2
        style = Style.SMALL_STRONG if chosen else Style.SMALL
        if self.compact and self.choice.mark:
            self._paint_compact(painter, style)
        else:
            words = elided(self.choice.text, style, self.width() - px(6))
            x = (self.width() - text_width(words, style)) / 2
            draw_line(painter, words, style, ink, x, 0, self.height())
        if self.ring:
            draw_ring(painter, rect, 5)

    def _paint_compact(self, painter: QPainter, style: Style) -> None:
        count = str(self.choice.count)
        used = px(14 + 4) + text_width(count, style)
        x = (self.width() - used) / 2
        assert self.choice.mark is not None
        paint_mark(painter, self.choice.mark, QRectF(x, (self.height() - px(14)) / 2, px(14), px(14)))
        draw_line(painter, count, style, tokens().ink, x + px(18), 0, self.height())

    def event(self, event: QEvent) -> bool:
        """A digit that names a part belongs to this choice, not to the page's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            segment = self.parent()
            if isinstance(segment, Segment) and segment.names_part(event):
                event.accept()
                return True
        return super().event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of two must not take the choice of the first one back."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
            Qt.Key(event.key())
        )
        segment = self.parent()
        if step is not None and not event.modifiers() and isinstance(segment, Segment):
            segment.step(self.choice.key, step)
            return
        if isinstance(segment, Segment) and segment.names_part(event):
            segment.go_to(event.text())
            return
        super().keyPressEvent(event)


class Segment(QWidget):
    """Shows a few choices side by side; those with marks stand in two lines where words need it.

    `clearable` lets a click on the chosen part take the choice back.

    Signals:
        chosen: The person picked a part; carries its key, "" when taken back.
    """

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[Choice],
        *,
        clearable: bool = False,
        stretch: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clearable = clearable
        self._key = ""
        self._locked = False
        self._folded = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2, 2, 2, 2)
        self._grid.setSpacing(0)
        self._parts = [_Part(choice, self) for choice in choices]
        for place, part in enumerate(self._parts):
            self._grid.addWidget(part, 0, place)
            part.clicked.connect(self._part_clicked)
        policy = QSizePolicy.Policy.Expanding if stretch else QSizePolicy.Policy.Maximum
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.show_key("")
        self._name_parts()

    @property
    def key(self) -> str:
        """The chosen key."""
        return self._key

    def show_key(self, key: str) -> None:
        """Show a choice; emits nothing."""
        self._key = key
        stop = next((part for part in self._parts if part.choice.key == key), self._parts[0])
        for part in self._parts:
            part.setChecked(part.choice.key == key)
            policy = Qt.FocusPolicy.StrongFocus if part is stop else Qt.FocusPolicy.ClickFocus
            part.setFocusPolicy(policy)
        self.setFocusProxy(stop)

    def show_counts(self, counts: Sequence[int | None]) -> None:
        """Show other counts, in the order of the choices."""
        for part, count in zip(self._parts, counts, strict=True):
            part.choice = Choice(part.choice.key, part.choice.words, count, part.choice.mark)
            part.updateGeometry()
            part.update()
        self._name_parts()
        self._fit()

    def lock(self, locked: bool) -> None:
        """Show without letting choose; the chosen part keeps full ink, the keyboard still comes by."""
        self._locked = locked
        for part in self._parts:
            part.update()

    @property
    def locked(self) -> bool:
        """Whether it only shows."""
        return self._locked

    def names_part(self, event: QKeyEvent) -> bool:
        """Whether a key is a digit by which one of the parts is called."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        known = {part.choice.key for part in self._parts}
        return plain and event.text().isdigit() and event.text() in known

    def step(self, key: str, by: int) -> None:
        """Choose the neighbour of a part."""
        keys = [part.choice.key for part in self._parts]
        self.go_to(keys[min(max(keys.index(key) + by, 0), len(keys) - 1)])

    def go_to(self, key: str) -> None:
        """Choose a part by the keyboard."""
        if self._locked:
            return
        self._pick(key)
        part = next(part for part in self._parts if part.choice.key == key)
        part.setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        """Every part with its whole words, whether or not it is cramped now."""
        return QSize(self._full_width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Cramped, marks stand for words."""
        return QSize(min(self._full_width(), px(200)), self._height())

    def _height(self) -> int:
        return px(56) if self._folded else px(30)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the line, or switch to marks, when words do not fit."""
        self._fit()
        super().resizeEvent(event)

    def paintEvent(self, _event: object) -> None:
        """The trough."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        draw_box(painter, QRectF(self.rect()), 6, fill=t.hover, edge=t.line, width=t.edge)
        painter.end()

    def _full_width(self) -> int:
        return 4 + sum(self._widths())

    def _widths(self) -> list[int]:
        """What each part needs for its words."""
        return [text_width(part.choice.text, Style.SMALL_STRONG) + px(18) for part in self._parts]

    def _fit(self) -> None:
        marked = any(part.choice.mark for part in self._parts)
        cramped = marked and self.width() < self._full_width()
        two_lines = len(self._parts) > 2 and self.width() >= 4 + 2 * max(self._widths())
        self._fold(folded=cramped and two_lines)
        compact = cramped and not two_lines
        for part in self._parts:
            if part.compact != compact:
                part.compact = compact
                part.updateGeometry()
                part.update()

    def _fold(self, *, folded: bool) -> None:
        """Stand in two lines of two columns, or in one."""
        if folded == self._folded:
            return
        self._folded = folded
        last = len(self._parts) - 1
        for place, part in enumerate(self._parts):
            alone = folded and place == last and place % 2 == 0
            row, column = divmod(place, 2) if folded else (0, place)
            self._grid.addWidget(part, row, column, 1, 2 if alone else 1)
        self.updateGeometry()

    def _name_parts(self) -> None:
        for part in self._parts:
            part.setText(part.choice.text)
            part.setAccessibleName(part.choice.text)
            part.setToolTip(part.choice.text if part.choice.mark else "")

    def _part_clicked(self) -> None:
        part = self.sender()
        assert isinstance(part, _Part)
        again = part.choice.key == self._key
        if self._locked:
            self.show_key(self._key)
            return
        self._pick("" if again and self._clearable else part.choice.key)

    def _pick(self, key: str) -> None:
        changed = key != self._key
        self.show_key(key)
        if changed:
            self.chosen.emit(key)
