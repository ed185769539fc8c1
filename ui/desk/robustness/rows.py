"""Charts on screen: painted rows that can be chosen, one stop for Tab, arrows inside."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.text import block, draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.painted import PaintedButton, draw_ring, hairline, inset

HEIGHT = 34
BAR = 4
_LINES = 2

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ChartRow(PaintedButton):
    """One row; subclasses paint what stands in it. `spoken` says everything painted, in words."""

    def __init__(
        self, key: str, spoken: str, height: int = HEIGHT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._height = height
        self.setCheckable(True)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(px(560), px(self._height))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(260), px(self._height))

    def paint(self, painter: QPainter) -> None:
        """Ground of the state, the row, the hairline below, the ring."""
        t, rect = tokens(), QRectF(self.rect())
        if self.isChecked():
            painter.fillRect(rect, t.tint)
            painter.fillRect(QRectF(0, 0, px(BAR), rect.height()), t.accent)
        elif self.isDown() or self.hovered:
            painter.fillRect(rect, t.press if self.isDown() else t.hover)
        self.paint_row(painter, rect)
        hairline(painter, 0, rect.right(), rect.bottom() - 1)
        if self.ring:
            draw_ring(painter, inset(rect, 2), 6)

    def paint_row(self, painter: QPainter, rect: QRectF) -> None:
        """Draw what the row shows."""
        raise NotImplementedError

    def paint_indicator(self, painter: QPainter, title: str, end: float, height: float) -> None:
        """The key and a title at the left, cut where `end` is reached."""
        t = tokens()
        draw_line(painter, self.key, Style.SMALL, t.ink3, px(12), 0, height)
        style = Style.SECTION if self.isChecked() else Style.BODY
        x = px(12) + max(px(56), text_width(self.key, Style.SMALL) + px(10))
        draw_line(painter, elided(title, style, int(end - x - px(8))), style, t.ink, x, 0, height)

    def paint_label(self, painter: QPainter, words: str, end: float, height: float) -> None:
        """A name at the left: in one line, in up to two of smaller letters, or cut."""
        style = Style.SECTION if self.isChecked() else Style.BODY
        left, ink = px(10), tokens().ink
        room = end - left - px(6)
        small = block(words, Style.CAPTION, room)
        if text_width(words, style) > room and small.lines <= _LINES:
            small.draw(painter, left, (height - small.height) / 2, ink)
            return
        draw_line(painter, elided(words, style, int(room)), style, ink, left, 0, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbour."""
        step = _STEPS.get(Qt.Key(event.key()))
        rows = self.parent()
        if step is not None and isinstance(rows, ChartRows):
            rows.step(self, step)
            return
        super().keyPressEvent(event)


class ChartRows(QWidget):
    """Rows below each other.

    Signals:
        chosen: The person picked a row; carries its key.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the chart."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: list[ChartRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: Sequence[ChartRow], described: str = "") -> None:
        """Show other rows; `described` is the whole chart in words. Emits nothing."""
        focused = next((row.key for row in self._rows if row.hasFocus()), None)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = list(rows)
        for row in self._rows:
            self._column.addWidget(row)
            row.clicked.connect(self._row_clicked)
        self.setAccessibleDescription(described)
        self._share_focus()
        for row in self._rows:
            if row.key == focused:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, key: str) -> None:
        """Show a row as chosen; emits nothing."""
        for row in self._rows:
            row.setChecked(row.key == key)
        self._share_focus()

    def step(self, row: ChartRow, by: int) -> None:
        """Choose the neighbour of a row."""
        place = min(max(self._rows.index(row) + by, 0), len(self._rows) - 1)
        self._pick(self._rows[place].key)
        self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _row_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, ChartRow)
        self._pick(row.key)

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def _share_focus(self) -> None:
        stop = next(
            (row for row in self._rows if row.isChecked()), self._rows[0] if self._rows else None
        )
        for row in self._rows:
            policy = Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(policy)


class Chart(QWidget):
    """Rows with what stands over and under them; subclasses call `assemble`.

    Signals:
        chosen: The person picked a row; carries its key.
    """

    chosen = Signal(str)

    def assemble(self, name: str, above: QWidget, *below: QWidget) -> None:
        """Put the parts together; `name` is what a screen reader calls the chart."""
        self.rows = ChartRows(name)
        self.rows.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (above, self.rows, *below):
            column.addWidget(part)
