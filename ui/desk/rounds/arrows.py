"""Before and now on one axis: an arrow for each country, grey where it may be chance."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desk.matrix.heat_cell import paint_glyph
from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.painted import hairline

_ROW, _TICKS, _NAMES = 32, 22, 190
_MARKS = (0, 20, 40, 60, 80, 100)


@dataclass(frozen=True, slots=True)
class Arrow:
    """One country.

    Attributes:
        name: Of the country.
        before, now: Matched scores; None where the rounds cannot be compared.
        text: The change in points, or ":".
        words: Its word.
        triangles: Its glyph; None for none.
        unsure: The interval contains no change.
        spoken: Everything in a sentence.
    """

    name: str
    before: float | None
    now: float | None
    text: str
    words: str
    triangles: int | None
    unsure: bool
    spoken: str


class ArrowChart(QWidget):
    """Countries in code order; the table beside it has the same figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrows: tuple[Arrow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_arrows(self, arrows: Sequence[Arrow]) -> None:
        """Show other ones."""
        self._arrows = tuple(arrows)
        self.setAccessibleName(" ".join(arrow.spoken for arrow in arrows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row for each country and the ticks."""
        return QSize(px(640), len(self._arrows) * px(_ROW) + px(_TICKS))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(320), self.sizeHint().height())

    def paintEvent(self, _event: object) -> None:
        """Names, axis, arrows, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = min(px(_NAMES), self.width() // 4)
        right = self.width() - min(px(_NAMES), self.width() // 4)
        area = QRectF(left, 0, max(1, right - left - px(16)), len(self._arrows) * px(_ROW))
        self._paint_axis(painter, area)
        for place, arrow in enumerate(self._arrows):
            self._paint_row(painter, area, place * px(_ROW), arrow)
        painter.end()

    def _paint_axis(self, painter: QPainter, area: QRectF) -> None:
        t = tokens()
        for tick in _MARKS:
            x = area.left() + area.width() * tick / 100
            painter.fillRect(QRectF(round(x), area.top(), 1, area.height()), t.line)
            words = str(tick)
            middle = x - text_width(words, Style.CAPTION) / 2
            draw_line(painter, words, Style.CAPTION, t.ink2, middle, area.bottom() + px(2), px(18))

    def _paint_row(self, painter: QPainter, area: QRectF, top: float, arrow: Arrow) -> None:
        t, height = tokens(), px(_ROW)
        hairline(painter, 0, self.width(), top + height - 1)
        name = elided(arrow.name, Style.BODY, int(area.left()) - px(8))
        draw_line(painter, name, Style.BODY, t.ink, 0, top, height)
        x = area.right() + px(16)
        draw_line(painter, arrow.text, Style.SECTION, t.ink, x, top, height)
        x += max(px(44), text_width(arrow.text, Style.SECTION) + px(8))
        words = elided(arrow.words, Style.SMALL, max(0, self.width() - int(x)))
        draw_line(painter, words, Style.SMALL, t.ink2, x, top, height)
        if arrow.before is None or arrow.now is None:
            return
        y = top + height / 2
        start, end = (area.left() + area.width() * value / 100 for value in (arrow.before, arrow.now))
        ink = t.control if arrow.unsure else t.ink2
        self._paint_arrow(painter, ink, QPointF(start, y), QPointF(end, y))
        if arrow.triangles is not None:
            paint_glyph(painter, arrow.triangles, QPointF(area.right() + px(12), y), ink)

    def _paint_arrow(self, painter: QPainter, ink: QColor, start: QPointF, end: QPointF) -> None:
        radius = px(4)
        painter.setPen(QPen(ink, 2.0))
        painter.drawLine(start, end)
        painter.setBrush(tokens().surface)
        painter.drawEllipse(start, radius, radius)
        painter.setBrush(ink)
        way = 1 if end.x() >= start.x() else -1
        if abs(end.x() - start.x()) < 2 * radius:
            painter.drawEllipse(end, radius, radius)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        back = end.x() - way * 2 * radius
        points = [(end.x(), end.y()), (back, end.y() - radius), (back, end.y() + radius)]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
