"""What to fix first: level now to target, and the points it would bring."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desk.robustness.rows import Chart, ChartRow
from ui.desk.robustness.words import fix_spoken
from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from wb6assess.reports.figures import score_text
from wb6assess.reports.region.sensitivity import FirstFix

_LEVELS = 96
_WIDE = 620


class _Row(ChartRow):
    def __init__(self, fix: FirstFix, full: float) -> None:
        super().__init__(fix.indicator, fix_spoken(fix))
        self._fix, self._share = fix, fix.gain / full if full else 0.0

    def paint_row(self, painter: QPainter, rect: QRectF) -> None:
        t, fix, height = tokens(), self._fix, rect.height()
        bars = gain_room(rect.width())
        levels = rect.width() - bars - px(_LEVELS)
        self.paint_indicator(painter, fix.title, levels, height)
        self._levels(painter, levels, height)
        left = rect.width() - bars + px(8)
        words = score_text(fix.gain)
        room = bars - px(8) - px(10) - text_width(words, Style.SECTION) - px(4)
        length = max(2.0, room * self._share)
        painter.fillRect(QRectF(left, height / 2 - px(5), length, px(10)), t.ink2)
        draw_line(painter, words, Style.SECTION, t.ink, left + length + px(8), 0, height)

    def _levels(self, painter: QPainter, left: float, height: float) -> None:
        """A filled disc with the level now, a line, a ring with the target."""
        t, fix, r = tokens(), self._fix, px(8)
        now = left + px(10) + (px(_LEVELS) - px(28)) * fix.score / 100
        end = left + px(10) + (px(_LEVELS) - px(28)) * fix.target / 5
        middle = height / 2
        painter.fillRect(QRectF(now, middle - 0.5, end - now, 1), t.ink2)
        painter.setPen(QPen(t.ink2, 1.4))
        painter.setBrush(t.surface)
        painter.drawEllipse(QPointF(end, middle), r, r)
        painter.setBrush(t.ink2)
        painter.drawEllipse(QPointF(now, middle), r, r)
        _centred(painter, str(fix.target), end, height, t.ink)
        _centred(painter, fix.level, now, height, t.surface)


def _centred(painter: QPainter, words: str, x: float, height: float, ink: QColor) -> None:
    draw_line(painter, words, Style.TILE, ink, x - text_width(words, Style.TILE) / 2, 0, height)


def gain_room(width: float) -> float:
    """Room for the bars."""
    return width * (0.36 if width >= px(_WIDE) else 0.28)


class _Heads(QWidget):
    """Heads over the columns, whose places depend on the room."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(px(300), px(24))

    def paintEvent(self, _event: object) -> None:
        """Indicator, level to target, gain."""
        painter = QPainter(self)
        t, height, bars = tokens(), self.height() - 1, gain_room(self.width())
        levels = self.width() - bars - px(_LEVELS)
        heads = (
            (self.tr("Indicator"), float(px(12)), levels),
            (self.tr("Level to target"), levels, levels + px(_LEVELS)),
            (self.tr("Gain in points"), self.width() - bars + px(8), float(self.width())),
        )
        for words, left, end in heads:
            shown = elided(words, Style.SMALL_STRONG, int(end - left))
            draw_line(painter, shown, Style.SMALL_STRONG, t.ink3, left, 0, height)
        painter.fillRect(QRectF(0, height, self.width(), 1), t.control)
        painter.end()


class GainChart(Chart):
    """Indicators below their target, largest gain first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.assemble(self.tr("What to fix first"), _Heads())

    def show_fixes(self, fixes: Sequence[FirstFix], full: float, chosen: str) -> None:
        """Show other rows; `full` is the gain that fills the room. Emits nothing."""
        self.rows.show_rows([_Row(fix, full) for fix in fixes])
        self.rows.choose(chosen)
