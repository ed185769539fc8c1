"""A chart on screen: the drawing of the papers, as wide as there is room, every row in words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.sketch import AnySketch
from ui.charts.picture import Picture, Pictures
from ui.theme import px

_WIDTH, _LEAST, _NARROWEST = 560, 520, 160


class DrawnChart(QWidget):
    """Shows a sketch; `name` is what a screen reader calls it.

    A child lies over each row and says it in words: to be pointed at, and to be read aloud.
    `sides` is the room at the left and at the right, in design px, where letters may reach over.
    """

    sides = (0, 4)

    def __init__(self, name: str, *, least: int = _LEAST, parent: QWidget | None = None) -> None:
        """`least` is the least width a drawing is laid out for, in design px; below it gets smaller."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._least = least
        self._sketch: AnySketch | None = None
        self._pictures = Pictures()
        self._rows: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chart(self, sketch: AnySketch) -> None:
        """Show other rows; emits nothing."""
        same = self._sketch is not None and self._sketch.content == sketch.content
        self._sketch = sketch
        self.setAccessibleDescription(sketch.described())
        if not same:
            self.updateGeometry()
        self.lay_out()

    @property
    def picture(self) -> Picture | None:
        """The drawing at the width there is; None before there is a chart."""
        return None if self._sketch is None else self._drawn(self.width())

    def bold(self) -> str:
        """What the row is about whose label is bold; "" for none."""
        return ""

    def _drawn(self, width: int) -> Picture:
        assert self._sketch is not None  # asked only with a chart
        room = max(width, px(_NARROWEST)) - px(sum(self.sides))
        return self._pictures.picture(self._sketch, room, px(self._least), self.bold())

    # Size.

    def hasHeightForWidth(self) -> bool:
        """Labels wrap and grow their row."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the drawing at a width."""
        return self._drawn(width).size.height() if self._sketch is not None else 0

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        return QSize(px(_WIDTH), self.heightForWidth(px(_WIDTH)))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(_NARROWEST), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows lie elsewhere in a wider drawing."""
        super().resizeEvent(event)
        self.lay_out()

    # Rows.

    def make_row(self) -> QWidget:
        """What lies over a row."""
        return QWidget(self)

    def lay_out(self) -> None:
        """Put what lies over the rows into its place."""
        picture = self.picture
        if picture is None or self._sketch is None:
            return
        lines = list(zip(picture.rows, self._sketch.rows, strict=False))
        while len(self._rows) < len(lines):
            self._rows.append(self.make_row())
        for row in self._rows[len(lines) :]:
            row.hide()
            row.deleteLater()
        del self._rows[len(lines) :]
        for row, ((about, top, bottom), line) in zip(self._rows, lines, strict=True):
            said = self._sketch.spoken(line)
            row.setObjectName(about)
            row.setAccessibleName(said)
            row.setToolTip(said)
            row.setGeometry(0, top, self.width(), bottom - top)
            row.show()
        self.update()

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Grounds of the rows, then the drawing."""
        picture = self.picture
        if picture is None:
            return
        painter = QPainter(self)
        for row in self._rows:
            self.paint_ground(painter, row, QRectF(row.geometry()))
        painter.drawPixmap(px(self.sides[0]), 0, picture.pixels(self.devicePixelRatioF()))
        painter.end()

    def paint_ground(self, painter: QPainter, row: QWidget, rect: QRectF) -> None:
        """What lies below the drawing of a row."""
