"""The axis 0-100 on screen: where it lies in a row, its lines, ticks and heads."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.house import COUNTRY, LAW, PRACTICE
from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from wb6assess.scoring.bands import BANDS

TICKS = (0, 20, 40, 60, 80, 100)
_NARROW = 560


@dataclass(frozen=True, slots=True)
class Axis:
    """Scores 0-100 on a stretch of a row, in px."""

    left: float
    width: float

    def at(self, score: Decimal | float) -> float:
        """Where a score stands."""
        return self.left + self.width * float(score) / 100

    def lines(self, painter: QPainter, top: float, bottom: float) -> None:
        """The limits of the bands; the ends are stronger."""
        t = tokens()
        for tick in TICKS:
            x = round(self.at(tick))
            painter.fillRect(QRectF(x, top, 1, bottom - top), t.control if tick in {0, 100} else t.line)


def label_width(width: float) -> float:
    """Room for labels at the left of a row."""
    return px(118) if width < px(_NARROW) else px(168)


def marker(painter: QPainter, code: str, x: float, y: float) -> None:
    """A country's own shape and colour, with an edge in ink."""
    painter.setPen(QPen(tokens().ink, 1.2))
    painter.setBrush(QColor(COUNTRY.get(code, "#8A8780")))
    r = px(11) / 2
    if code == "BA":
        painter.drawRect(QRectF(x - r * 0.9, y - r * 0.9, 1.8 * r, 1.8 * r))
        return
    points = _shape(code, r)
    if points:
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points]))
        return
    painter.drawEllipse(QPointF(x, y), r, r)


def _shape(code: str, r: float) -> Sequence[tuple[float, float]]:
    if code == "ME":
        return ((0, -1.1 * r), (1.15 * r, 0.9 * r), (-1.15 * r, 0.9 * r))
    if code == "MK":
        return ((0, -1.25 * r), (1.25 * r, 0), (0, 1.25 * r), (-1.25 * r, 0))
    if code == "RS":
        return ((0, 1.1 * r), (1.15 * r, -0.9 * r), (-1.15 * r, -0.9 * r))
    if code == "XK":
        a, b = 0.42 * r, 1.25 * r
        return _cross(a, b)
    return ()


def _cross(a: float, b: float) -> Sequence[tuple[float, float]]:
    """A diagonal cross: arms of half width `a`, reaching `b`."""
    upright = (
        (-a, -b),
        (a, -b),
        (a, -a),
        (b, -a),
        (b, a),
        (a, a),
        (a, b),
        (-a, b),
        (-a, a),
        (-b, a),
        (-b, -a),
        (-a, -a),
    )
    turn = 0.70710678
    return [((x - y) * turn, (x + y) * turn) for x, y in upright]


def law_marker(painter: QPainter, x: float, y: float) -> None:
    """Law: a filled circle."""
    painter.setPen(QPen(tokens().surface, 1))
    painter.setBrush(QColor(LAW))
    painter.drawEllipse(QPointF(x, y), px(11) / 2, px(11) / 2)


def practice_marker(painter: QPainter, x: float, y: float) -> None:
    """Practice: an open diamond."""
    r = px(13) / 2
    painter.setPen(QPen(QColor(PRACTICE), 2))
    painter.setBrush(tokens().surface)
    painter.drawPolygon(
        QPolygonF([QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)])
    )


def institution_marker(painter: QPainter, x: float, y: float) -> None:
    """Institutions, beside the gap: an upright stroke."""
    painter.fillRect(QRectF(x - 1, y - px(8), 2, px(16)), tokens().ink)


def interface_marker(painter: QPainter, x: float, y: float) -> None:
    """The interface with the EU, beside the gap: a dashed stroke."""
    for top in (-8, -2, 4):
        painter.fillRect(QRectF(x - 1, y + px(top), 2, px(4)), tokens().ink)


class AxisTicks(QWidget):
    """The numbers below a chart; `right` is the room kept free at the right, in design px."""

    def __init__(self, right: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._right = right
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(px(300), px(18))

    def paintEvent(self, _event: object) -> None:
        """Draw them."""
        painter = QPainter(self)
        left = label_width(self.width())
        axis = Axis(left, self.width() - left - px(self._right))
        for tick in TICKS:
            words = str(tick)
            x = axis.at(tick) - text_width(words, Style.CAPTION) / 2
            draw_line(painter, words, Style.CAPTION, tokens().ink3, x, 0, self.height())
        painter.end()


class Heads(QWidget):
    """Heads over the columns at the right of a chart, and words over its bands.

    `columns` are (words, right edge in design px from the right end).
    """

    def __init__(
        self,
        columns: Sequence[tuple[str, int]],
        right: int,
        bands: Sequence[str] = (),
        first: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._right, self._bands, self._first = columns, right, bands, first
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(px(300), px(24))

    def paintEvent(self, _event: object) -> None:
        """Draw them over a line."""
        painter = QPainter(self)
        t, height = tokens(), self.height() - 1
        left = label_width(self.width())
        axis = Axis(left, self.width() - left - px(self._right))
        room = axis.width / len(TICKS[1:]) - px(6)
        fits = all(text_width(words, Style.CAPTION) <= room for words in self._bands)
        shown = self._bands if fits or not self._bands else [band.letter for band in BANDS]
        for place, words in enumerate(shown):
            x = axis.at(20 * place + 10) - text_width(words, Style.CAPTION) / 2
            draw_line(painter, words, Style.CAPTION, t.ink3, x, 0, height)
        if self._first:
            draw_line(painter, self._first, Style.SMALL_STRONG, t.ink3, px(10), 0, height)
        for words, edge in self._columns:
            x = self.width() - px(edge) - text_width(words, Style.SMALL_STRONG)
            draw_line(painter, words, Style.SMALL_STRONG, t.ink3, x, 0, height)
        painter.fillRect(QRectF(0, height, self.width(), 1), t.control)
        painter.end()
