"""Drawings of the manual: what is no part of the program itself."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import Icon, paint_icon
from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.keycap import draw_keycap, keycap_width
from ui.widgets.painted import draw_box, hairline


def _tr(text: str) -> str:
    return QCoreApplication.translate("Manual", text)


class Caps(QWidget):
    """Key caps in a row."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the caps."""
        return QSize(sum(keycap_width(name) + px(4) for name in self._names), px(22))

    def paintEvent(self, _event: object) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0
        for name in self._names:
            draw_keycap(painter, name, x, self.height() / 2)
            x += keycap_width(name) + px(4)
        painter.end()


class Drawing(QWidget):
    """A picture of fixed height at any width; `draw` gets the painter and the width."""

    def __init__(self, height: int, draw: Callable[[QPainter, int], None]) -> None:
        super().__init__()
        self._height, self._draw = height, draw

    def sizeHint(self) -> QSize:
        """The manual's column."""
        return QSize(px(560), px(self._height))

    def paintEvent(self, _event: object) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, self.width())
        painter.end()


def draw_sheet(painter: QPainter, width: int) -> None:
    """A few cells of a workbook; those to fill have an edge."""
    t, height = tokens(), px(32)
    shares = (0.14, 0.5, 0.16, 0.2)
    rows = (
        (_tr("Indicator"), _tr("Question"), _tr("Answer"), _tr("Confidence")),
        ("FDI-1.1", _tr("Is a general act in force?"), "3", _tr("High")),
        ("FDI-1.2", _tr("What counts as an investment?"), "", ""),
        ("FDI-1.3", _tr("Who is a foreign investor?"), "2", _tr("Low")),
    )
    for y, row in enumerate(rows):
        x = 0.0
        for place, (text, share) in enumerate(zip(row, shares, strict=True)):
            cell = QRectF(x, y * height, width * share, height)
            _draw_cell(painter, cell, text, head=y == 0, answer=bool(y) and place > 1)
            x += cell.width()
        hairline(painter, 0, width, (y + 1) * height, t.control if y == 0 else None)


def _draw_cell(painter: QPainter, cell: QRectF, text: str, *, head: bool, answer: bool) -> None:
    t = tokens()
    if answer:
        draw_box(painter, cell.adjusted(px(3), px(3), -px(3), -px(3)), 2, edge=t.accent, width=1.4)
    style = Style.SMALL_STRONG if head else Style.BODY
    room = round(cell.width()) - px(16)
    ink = t.ink3 if head else t.ink
    shown = elided(text, style, room)
    draw_line(painter, shown, style, ink, cell.x() + px(10), cell.y(), cell.height())


def draw_way(
    painter: QPainter, width: int, stations: Sequence[tuple[Icon, str]], *, back: bool = False
) -> None:
    """Stations in a row, an arrow between each two; another one below leads `back`."""
    third = width / len(stations)
    for place, (icon, words) in enumerate(stations):
        _draw_station(painter, icon, elided(words, Style.BODY, round(third)), third * (place + 0.5))
        if place:
            _draw_arrow(painter, third * place, third * 0.18, px(24 if back else 30))
            if back:
                _draw_arrow(painter, third * place, -third * 0.18, px(36))


def _draw_station(painter: QPainter, icon: Icon, words: str, middle: float) -> None:
    t, size = tokens(), px(32)
    paint_icon(painter, icon, QRectF(middle - size / 2, px(14), size, size), t.ink2)
    x = middle - text_width(words, Style.BODY) / 2
    draw_line(painter, words, Style.BODY, t.ink, x, px(58), px(20))


def _draw_arrow(painter: QPainter, x: float, half: float, y: float) -> None:
    """An arrow around `x`, to the right or, with a negative half, to the left."""
    painter.setPen(QPen(tokens().control, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(x - half, y), QPointF(x + half, y))
    head = px(6) if half > 0 else -px(6)
    for side in (-px(5), px(5)):
        painter.drawLine(QPointF(x + half - head, y + side), QPointF(x + half, y))
