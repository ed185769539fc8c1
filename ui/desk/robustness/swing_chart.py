"""What moves a score: one level down to the left, one up to the right, left out beside."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from exports.chart_rows import SwingRow
from ui.desk.robustness.axis import Heads
from ui.desk.robustness.rows import Chart, ChartRow
from ui.desk.robustness.words import swing_spoken
from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from ui.widgets.painted import draw_box
from wb6assess.reports.figures import signed_text

_OUT = 84
"""Room for the column "Left out", in design px."""


class _Row(ChartRow):
    def __init__(self, row: SwingRow, full: float) -> None:
        super().__init__(row.key, swing_spoken(row))
        self._row, self._full = row, full

    def paint_row(self, painter: QPainter, rect: QRectF) -> None:
        t, row, height = tokens(), self._row, rect.height()
        labels = rect.width() * 0.4
        self.paint_indicator(painter, row.label, labels, height)
        right = rect.width() - px(_OUT)
        zero, room = (labels + right) / 2, (right - labels) / 2 - px(44)
        scale = room / self._full if self._full else 0.0
        low, high = row.down * scale, row.up * scale
        bar = height / 2 - px(5)
        draw_box(painter, QRectF(zero + low, bar, -low, px(10)), 0, fill=t.track, edge=t.ink2)
        painter.fillRect(QRectF(zero, bar, high, px(10)), t.ink2)
        painter.fillRect(QRectF(round(zero), 0, 1, height), t.ink)
        words = signed_text(row.down)
        x = zero + low - px(5) - text_width(words, Style.SMALL)
        draw_line(painter, words, Style.SMALL, t.ink2, x, 0, height)
        draw_line(
            painter, signed_text(row.up), Style.SMALL_STRONG, t.ink, zero + high + px(5), 0, height
        )
        out = signed_text(row.removed)
        x = rect.width() - px(10) - text_width(out, Style.BODY)
        draw_line(painter, out, Style.BODY, t.ink2, x, 0, height)


class SwingChart(Chart):
    """Indicators by their swing, largest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.assemble(
            self.tr("What moves the score"),
            Heads(((self.tr("Left out"), 10),), 0, (), self.tr("Indicator")),
        )

    def show_swings(self, rows: Sequence[SwingRow], full: float, chosen: str) -> None:
        """Show other rows; `full` is the change that fills a side. Emits nothing."""
        self.rows.show_rows([_Row(row, full) for row in rows])
        self.rows.choose(chosen)
