"""Status marks as painter paths on a 16-unit grid: the same on screen, at any size, in any theme."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.stamps import paint_stamp
from ui.theme import tokens

GRID = 16.0
_STROKE = 1.7


class Mark(StrEnum):
    """What a mark means; `mark_name` has its word."""

    ANSWERED = "answered"
    TODO = "todo"
    NOT_APPLICABLE = "not-applicable"
    DONT_KNOW = "dont-know"
    WITHHELD = "withheld"
    SKIPPED = "skipped"
    COMPLETE = "complete"
    BLOCKS = "blocks"
    COMMENT = "comment"
    LOOK = "look"
    INFO = "info"
    FLAGGED = "flagged"
    CAPPED = "capped"
    LOCKED = "locked"
    LAST_ROUND = "last-round"
    SAME = "same"
    CONFLICT = "conflict"
    NEWER = "newer"
    REFUSED = "refused"
    AGREED = "agreed"
    MIXED = "mixed"
    DISAGREE = "disagree"
    VALIDATED = "validated"


_ROLE = {
    Mark.ANSWERED: "ok",
    Mark.TODO: "control",
    Mark.NOT_APPLICABLE: "ink3",
    Mark.DONT_KNOW: "ink3",
    Mark.WITHHELD: "ink3",
    Mark.SKIPPED: "ink3",
    Mark.COMPLETE: "ok",
    Mark.BLOCKS: "block",
    Mark.COMMENT: "warn",
    Mark.LOOK: "warn",
    Mark.INFO: "info",
    Mark.FLAGGED: "accent",
    Mark.CAPPED: "warn",
    Mark.LOCKED: "ink2",
    Mark.LAST_ROUND: "ink3",
    Mark.SAME: "ink3",
    Mark.CONFLICT: "warn",
    Mark.NEWER: "info",
    Mark.REFUSED: "block",
    Mark.AGREED: "ok",
    Mark.MIXED: "ink3",
    Mark.DISAGREE: "warn",
    Mark.VALIDATED: "ok",
}


def mark_name(mark: Mark) -> str:
    """The word that goes with a mark, for tooltips and screen readers."""
    words = {
        Mark.ANSWERED: QCoreApplication.translate("Mark", "answered"),
        Mark.TODO: QCoreApplication.translate("Mark", "to do"),
        Mark.NOT_APPLICABLE: QCoreApplication.translate("Mark", "not applicable"),
        Mark.DONT_KNOW: QCoreApplication.translate("Mark", "don't know"),
        Mark.WITHHELD: QCoreApplication.translate("Mark", "withheld"),
        Mark.SKIPPED: QCoreApplication.translate("Mark", "not asked"),
        Mark.COMPLETE: QCoreApplication.translate("Mark", "complete"),
        Mark.BLOCKS: QCoreApplication.translate("Mark", "blocks handing in"),
        Mark.COMMENT: QCoreApplication.translate("Mark", "needs a comment"),
        Mark.LOOK: QCoreApplication.translate("Mark", "worth a look"),
        Mark.INFO: QCoreApplication.translate("Mark", "information"),
        Mark.FLAGGED: QCoreApplication.translate("Mark", "flagged"),
        Mark.CAPPED: QCoreApplication.translate("Mark", "capped"),
        Mark.LOCKED: QCoreApplication.translate("Mark", "locked"),
        Mark.LAST_ROUND: QCoreApplication.translate("Mark", "last round"),
        Mark.SAME: QCoreApplication.translate("Mark", "the same"),
        Mark.CONFLICT: QCoreApplication.translate("Mark", "to choose"),
        Mark.NEWER: QCoreApplication.translate("Mark", "newer revision"),
        Mark.REFUSED: QCoreApplication.translate("Mark", "refused"),
        Mark.AGREED: QCoreApplication.translate("Mark", "agreed"),
        Mark.MIXED: QCoreApplication.translate("Mark", "mixed"),
        Mark.DISAGREE: QCoreApplication.translate("Mark", "disagreement"),
        Mark.VALIDATED: QCoreApplication.translate("Mark", "agreed in a meeting"),
    }
    return words[mark]


def paint_mark(painter: QPainter, mark: Mark, rect: QRectF, colour: QColor | None = None) -> None:
    """Draw a mark into a square, in its own colour unless another is given."""
    paint_stamp(painter, _draw, mark, rect, colour or tokens().role(_ROLE[mark]))


def _draw(painter: QPainter, name: str, rect: QRectF, ink: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    painter.setPen(_pen(ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAW[Mark(name)](painter, ink)
    painter.restore()


def _pen(colour: QColor, width: float = _STROKE) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _lines(*points: tuple[float, float], close: bool = False) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    if close:
        path.closeSubpath()
    return path


def _cut_out(
    painter: QPainter, shape: QPainterPath, cut: QPainterPath, ink: QColor, width: float
) -> None:
    """A filled shape with a stroke cut out, so that any ground shows through."""
    from PySide6.QtGui import QPainterPathStroker

    stroker = QPainterPathStroker(_pen(ink, width))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPath(shape.subtracted(stroker.createStroke(cut)))


def _disc() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(8, 8), 6.8, 6.8)
    return path


def _octagon() -> QPainterPath:
    a, b, c, d = 1.2, 5.2, 10.8, 14.8
    return _lines((b, a), (c, a), (d, b), (d, c), (c, d), (b, d), (a, c), (a, b), close=True)


def _answered(painter: QPainter, ink: QColor) -> None:
    _cut_out(painter, _disc(), _lines((4.9, 8.3), (7.1, 10.5), (11.2, 5.9)), ink, 1.8)


def _ring(painter: QPainter, ink: QColor) -> None:
    painter.setPen(_pen(ink, 1.6))
    painter.drawEllipse(QPointF(8, 8), 6.0, 6.0)


def _not_applicable(painter: QPainter, ink: QColor) -> None:
    _ring(painter, ink)
    painter.drawPath(_lines((4.0, 12.0), (12.0, 4.0)))


def _dont_know(painter: QPainter, ink: QColor) -> None:
    _ring(painter, ink)
    path = QPainterPath(QPointF(6.1, 6.5))
    path.cubicTo(QPointF(6.2, 4.2), QPointF(9.9, 4.3), QPointF(9.8, 6.6))
    path.cubicTo(QPointF(9.7, 7.9), QPointF(8.0, 7.9), QPointF(8.0, 9.3))
    painter.setPen(_pen(ink, 1.5))
    painter.drawPath(path)
    _dot(painter, ink, 8.0, 11.4)


def _dot(painter: QPainter, ink: QColor, x: float, y: float, radius: float = 0.9) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(x, y), radius, radius)


def _withheld(painter: QPainter, _ink: QColor) -> None:
    painter.drawRoundedRect(QRectF(3.2, 7.2, 9.6, 6.8), 1.4, 1.4)
    path = QPainterPath(QPointF(5.2, 7.0))
    path.lineTo(5.2, 4.9)
    path.cubicTo(QPointF(5.2, 1.4), QPointF(10.8, 1.4), QPointF(10.8, 4.4))
    painter.drawPath(path)


def _skipped(painter: QPainter, _ink: QColor) -> None:
    painter.drawPath(_lines((4.0, 8.0), (12.0, 8.0)))


def _complete(painter: QPainter, ink: QColor) -> None:
    painter.setPen(_pen(ink, 1.9))
    painter.drawPath(_lines((3.2, 8.6), (6.5, 11.9), (12.8, 4.9)))


def _blocks(painter: QPainter, ink: QColor) -> None:
    _cut_out(painter, _octagon(), _lines((4.8, 8.0), (11.2, 8.0)), ink, 2.0)


def _comment(painter: QPainter, ink: QColor) -> None:
    painter.drawPath(
        _lines(
            (1.8, 2.4),
            (14.2, 2.4),
            (14.2, 11.2),
            (8.0, 11.2),
            (5.0, 14.2),
            (5.0, 11.2),
            (1.8, 11.2),
            close=True,
        )
    )
    painter.setPen(_pen(ink, 1.4))
    painter.drawPath(_lines((4.8, 5.6), (11.2, 5.6)))
    painter.drawPath(_lines((4.8, 8.2), (9.2, 8.2)))


def _look(painter: QPainter, ink: QColor) -> None:
    painter.drawPath(_lines((8.0, 2.0), (14.6, 13.6), (1.4, 13.6), close=True))
    painter.drawPath(_lines((8.0, 6.4), (8.0, 9.4)))
    _dot(painter, ink, 8.0, 11.5)


def _info(painter: QPainter, ink: QColor) -> None:
    _ring(painter, ink)
    painter.drawPath(_lines((8.0, 7.4), (8.0, 11.2)))
    _dot(painter, ink, 8.0, 5.1)


def _flagged(painter: QPainter, ink: QColor) -> None:
    painter.drawPath(_lines((3.4, 2.2), (3.4, 14.2)))
    painter.setBrush(ink)
    painter.setPen(_pen(ink, 1.0))
    painter.drawPath(_lines((3.8, 2.4), (13.6, 2.4), (11.4, 5.8), (13.6, 9.2), (3.8, 9.2), close=True))


def _capped(painter: QPainter, _ink: QColor) -> None:
    painter.drawPath(_lines((2.6, 2.6), (13.4, 2.6)))
    painter.drawPath(_lines((8.0, 13.8), (8.0, 6.0)))
    painter.drawPath(_lines((4.6, 9.2), (8.0, 5.8), (11.4, 9.2)))


def _locked(painter: QPainter, ink: QColor) -> None:
    path = QPainterPath(QPointF(5.2, 7.0))
    path.lineTo(5.2, 4.9)
    path.cubicTo(QPointF(5.2, 1.4), QPointF(10.8, 1.4), QPointF(10.8, 4.9))
    path.lineTo(10.8, 7.0)
    painter.drawPath(path)
    painter.setBrush(ink)
    painter.drawRoundedRect(QRectF(3.2, 7.2, 9.6, 6.8), 1.4, 1.4)


def _last_round(painter: QPainter, _ink: QColor) -> None:
    painter.drawPath(_lines((8.0, 3.2), (12.8, 8.0), (8.0, 12.8), (3.2, 8.0), close=True))


def _same(painter: QPainter, _ink: QColor) -> None:
    painter.drawPath(_lines((3.6, 6.0), (12.4, 6.0)))
    painter.drawPath(_lines((3.6, 10.0), (12.4, 10.0)))


def _conflict(painter: QPainter, ink: QColor) -> None:
    _same(painter, ink)
    painter.drawPath(_lines((10.6, 3.0), (5.4, 13.0)))


def _newer(painter: QPainter, _ink: QColor) -> None:
    painter.drawPath(_lines((3.6, 8.0), (8.0, 3.6), (12.4, 8.0)))
    painter.drawPath(_lines((3.6, 12.8), (8.0, 8.4), (12.4, 12.8)))


def _refused(painter: QPainter, ink: QColor) -> None:
    cross = _lines((5.4, 5.4), (10.6, 10.6))
    cross.addPath(_lines((10.6, 5.4), (5.4, 10.6)))
    _cut_out(painter, _octagon(), cross, ink, 1.9)


def _agreed(painter: QPainter, ink: QColor) -> None:
    painter.drawPath(_lines((2.2, 8.0), (13.8, 8.0)))
    _dot(painter, ink, 8.0, 8.0, 3.0)


def _mixed(painter: QPainter, _ink: QColor) -> None:
    painter.drawPath(_lines((8.0, 4.0), (12.0, 8.0), (8.0, 12.0), (4.0, 8.0), close=True))


def _disagree(painter: QPainter, _ink: QColor) -> None:
    painter.drawPath(_lines((2.0, 8.0), (14.0, 8.0)))
    painter.drawPath(_lines((5.0, 4.8), (1.8, 8.0), (5.0, 11.2)))
    painter.drawPath(_lines((11.0, 4.8), (14.2, 8.0), (11.0, 11.2)))


def _validated(painter: QPainter, ink: QColor) -> None:
    diamond = _lines((8.0, 0.9), (15.1, 8.0), (8.0, 15.1), (0.9, 8.0), close=True)
    _cut_out(painter, diamond, _lines((5.2, 8.2), (7.2, 10.2), (10.8, 6.2)), ink, 1.6)


_DRAW: dict[Mark, Callable[[QPainter, QColor], None]] = {
    Mark.ANSWERED: _answered,
    Mark.TODO: _ring,
    Mark.NOT_APPLICABLE: _not_applicable,
    Mark.DONT_KNOW: _dont_know,
    Mark.WITHHELD: _withheld,
    Mark.SKIPPED: _skipped,
    Mark.COMPLETE: _complete,
    Mark.BLOCKS: _blocks,
    Mark.COMMENT: _comment,
    Mark.LOOK: _look,
    Mark.INFO: _info,
    Mark.FLAGGED: _flagged,
    Mark.CAPPED: _capped,
    Mark.LOCKED: _locked,
    Mark.LAST_ROUND: _last_round,
    Mark.SAME: _same,
    Mark.CONFLICT: _conflict,
    Mark.NEWER: _newer,
    Mark.REFUSED: _refused,
    Mark.AGREED: _agreed,
    Mark.MIXED: _mixed,
    Mark.DISAGREE: _disagree,
    Mark.VALIDATED: _validated,
}
