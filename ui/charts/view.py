"""A chart whose rows can be chosen: one stop for Tab, arrows inside."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from exports.sketch import AnySketch
from ui.charts.drawn import DrawnChart
from ui.theme import px, tokens
from ui.widgets.painted import PaintedButton, draw_box, draw_ring, inset

_BAR = 4
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ChartRow(PaintedButton):
    """The place of a row, to be chosen by mouse and keys; the drawing shows through."""

    def __init__(self, chart: "ChartView") -> None:
        super().__init__(chart)
        self._chart = chart
        self.setCheckable(True)

    @property
    def about(self) -> str:
        """What the row stands for."""
        return self.objectName()

    def paint(self, painter: QPainter) -> None:
        """The ring; the chart paints what lies below its drawing."""
        if self.ring:
            draw_ring(painter, inset(QRectF(self.rect()), 2), 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbour."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._chart.step(self, step)
            return
        super().keyPressEvent(event)


class ChartView(DrawnChart):
    """Shows a sketch of which a row is chosen.

    Signals:
        chosen: The person picked a row; carries what it is about.
    """

    chosen = Signal(str)
    sides = (12, 6)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._about = ""

    def show_rows(self, sketch: AnySketch, chosen: str) -> None:
        """Show other rows with one of them chosen; emits nothing."""
        self._about = chosen
        self.show_chart(sketch)

    def choose(self, about: str) -> None:
        """Show a row as chosen; emits nothing."""
        self._about = about
        self.lay_out()

    def bold(self) -> str:
        """The chosen row."""
        return self._about

    @property
    def rows(self) -> list[ChartRow]:
        """From top to bottom."""
        return [row for row in self._rows if isinstance(row, ChartRow)]

    def make_row(self) -> QWidget:
        """A button."""
        row = ChartRow(self)
        row.clicked.connect(self._row_clicked)
        return row

    def lay_out(self) -> None:
        """The focus follows what a row is about, and one row is the stop for Tab."""
        focused = next((row.about for row in self.rows if row.hasFocus()), None)
        super().lay_out()
        for row in self.rows:
            row.setChecked(row.about == self._about)
        stop = next((row for row in self.rows if row.isChecked()), next(iter(self.rows), None))
        for row in self.rows:
            policy = Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(policy)
            if focused is not None and row.about == focused and not row.hasFocus():
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, row: ChartRow, by: int) -> None:
        """Choose the neighbour of a row."""
        rows = self.rows
        there = rows[min(max(rows.index(row) + by, 0), len(rows) - 1)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self._pick(there.about)

    def _row_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, ChartRow)
        self._pick(row.about)

    def _pick(self, about: str) -> None:
        self.choose(about)
        self.chosen.emit(about)

    def paint_ground(self, painter: QPainter, row: QWidget, rect: QRectF) -> None:
        """The ground of a row's state."""
        t = tokens()
        if not isinstance(row, ChartRow):
            return
        if row.isChecked():
            draw_box(painter, rect, 0, fill=t.tint, edge=t.tint_line if t.contrast else None)
            painter.fillRect(QRectF(0, rect.top(), px(_BAR), rect.height()), t.accent)
        elif row.isDown() or row.hovered:
            painter.fillRect(rect, t.press if row.isDown() else t.hover)
