"""One cell of the heat map, ready to be painted and read out."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ui.marks import Mark, paint_mark
from ui.text import draw_line, elided, text_width
from ui.theme import Style, line_height, px, tokens
from ui.tokens import BAND_EDGE, BAND_FILLS, PROGRESS_FILLS
from ui.widgets.painted import draw_box, inset

_RADIUS = 4


class Ground(StrEnum):
    """What lies under the words."""

    BAND = "band"
    PROGRESS = "progress"
    BAR = "bar"
    HATCH = "hatch"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class HeatCell:
    """What a cell shows.

    Attributes:
        text: The figure or its sign, upper left.
        letter: Upper right.
        word: Lower left.
        ground: What lies under it.
        key: Band or word for a change, for the fill.
        share: Of the bar, in [0, 1].
        mark: Lower right.
        triangles: Glyph of a change: how many point up, -1 one down, 0 a dot; None for none.
        spoken: Everything in a sentence.
    """

    text: str
    word: str
    ground: Ground
    spoken: str
    letter: str = ""
    key: str = ""
    share: float = 0.0
    mark: Mark | None = None
    triangles: int | None = None


def paint_heat_cell(
    painter: QPainter, rect: QRectF, cell: HeatCell, *, chosen: bool, focused: bool = False
) -> None:
    """Ground, figure, letter, word, mark; the chosen one with its double ring."""
    box = inset(rect, 2.5)
    ink = _paint_ground(painter, box, cell)
    if chosen:
        t = tokens()
        draw_box(painter, rect, _RADIUS + 2, edge=t.focus if focused else t.ink, width=3.0)
        draw_box(painter, inset(rect, 3), _RADIUS, edge=t.surface, width=2.0)
    _paint_words(painter, box, cell, ink)


def _paint_ground(painter: QPainter, box: QRectF, cell: HeatCell) -> QColor:
    """The fill and edge; the colour for words on it."""
    t = tokens()
    edge, width = (t.control if t.dark else BAND_EDGE), float(t.edge)
    match cell.ground:
        case Ground.BAND | Ground.PROGRESS:
            fills = BAND_FILLS if cell.ground is Ground.BAND else PROGRESS_FILLS
            fill, ink = fills[cell.key]
            draw_box(painter, box, _RADIUS, fill=fill, edge=edge, width=width)
            return ink
        case Ground.HATCH:
            _paint_hatch(painter, box)
            draw_box(painter, box, _RADIUS, edge=edge, width=width)
        case Ground.BAR:
            draw_box(painter, box, _RADIUS, fill=t.surface, edge=edge, width=width)
            _paint_bar(painter, box, cell.share)
        case Ground.PLAIN:
            draw_box(painter, box, _RADIUS, fill=t.surface, edge=edge, width=width)
    return t.ink


def _paint_bar(painter: QPainter, box: QRectF, share: float) -> None:
    t = tokens()
    track = QRectF(box.left() + px(8), box.bottom() - px(7), box.width() - 2 * px(8), px(4))
    painter.fillRect(track, t.track)
    painter.fillRect(QRectF(track.left(), track.top(), track.width() * share, track.height()), t.ink2)


def _paint_hatch(painter: QPainter, box: QRectF) -> None:
    t = tokens()
    shape = QPainterPath()
    shape.addRoundedRect(box, _RADIUS, _RADIUS)
    painter.save()
    painter.fillPath(shape, t.surface)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(t.track, 1.0))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += px(6)
    painter.restore()


def _paint_words(painter: QPainter, box: QRectF, cell: HeatCell, ink: QColor) -> None:
    left, top, room = box.left() + px(8), box.top() + px(4), box.width() - 2 * px(8)
    # A bar below takes the room of the larger figure.
    barred = cell.ground is Ground.BAR
    figure = Style.SECTION if barred else Style.HEADING
    top -= px(3) if barred else 0
    upper = line_height(figure)
    draw_line(painter, cell.text, figure, ink, left, top, upper)
    right = box.right() - px(7)
    if cell.letter:
        x = right - text_width(cell.letter, Style.SMALL_STRONG)
        draw_line(painter, cell.letter, Style.SMALL_STRONG, ink, x, top - px(1), upper)
    if cell.triangles is not None:
        paint_glyph(painter, cell.triangles, QPointF(right, top + upper / 2), ink)
    below = top + upper - px(2)
    size = px(14)
    if cell.mark is not None:
        room -= size
        paint_mark(painter, cell.mark, QRectF(right - size, below + px(2), size, size), ink)
    # A word that has no room would say less than the letter above it.
    if elided(cell.word, Style.CAPTION, int(room)) == cell.word:
        draw_line(painter, cell.word, Style.CAPTION, ink, left, below, line_height(Style.CAPTION))


def paint_glyph(painter: QPainter, triangles: int, right: QPointF, ink: QColor) -> None:
    """Triangles as shapes, never letters of a font: up, down, or a dot for no progress."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    half, step = px(4), px(9)
    if not triangles:
        painter.drawEllipse(QPointF(right.x() - half, right.y()), half * 0.8, half * 0.8)
        return
    way = 1 if triangles > 0 else -1
    for place in range(abs(triangles)):
        x = right.x() - half - place * step
        points = [(x - half, way * half), (x + half, way * half), (x, -way * half)]
        painter.drawPolygon(QPolygonF([QPointF(a, right.y() + b) for a, b in points]))
