"""Scores with their 90 % intervals, one row a country, in code order and without ranks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from exports.chart_rows import DotRow, dot_plot_alt
from ui.desk.robustness.axis import Axis, AxisTicks, Heads, label_width, marker
from ui.desk.robustness.rows import Chart, ChartRow
from ui.desk.robustness.words import interval_spoken, short_bands
from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from ui.widgets.band_tile import paint_band_tile
from wb6assess.reports.figures import interval_text

RIGHT = 184
"""Room for score, interval and band, in design px."""


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """A country's row; `bordering` is the letter of the neighbouring band where it is borderline."""

    dot: DotRow
    bordering: str = ""
    bordering_words: str = ""


class _Row(ChartRow):
    def __init__(self, row: IntervalRow) -> None:
        super().__init__(row.dot.key, interval_spoken(row.dot, row.bordering_words))
        self._row = row

    def paint_row(self, painter: QPainter, rect: QRectF) -> None:
        dot = self._row.dot
        left, height = label_width(rect.width()), rect.height()
        self.paint_label(painter, dot.label, left, height)
        axis = Axis(left, rect.width() - left - px(RIGHT))
        axis.lines(painter, 0, height)
        middle = height / 2
        if dot.interval is not None:
            _whiskers(painter, axis, dot.interval, middle)
        if dot.value is not None:
            marker(painter, dot.key, axis.at(dot.value), middle)
        self._values(painter, rect)

    def _values(self, painter: QPainter, rect: QRectF) -> None:
        t, dot, height = tokens(), self._row.dot, rect.height()
        right = rect.width()
        score = f"{dot.sign}†" if dot.provisional else dot.sign
        x = right - px(128) - text_width(score, Style.SECTION)
        draw_line(painter, score, Style.SECTION, t.ink, x, 0, height)
        between = interval_text(dot.interval) if dot.interval else ""
        x = right - px(42) - text_width(between, Style.BODY)
        draw_line(painter, between, Style.BODY, t.ink2, x, 0, height)
        side = px(18)
        box = QRectF(right - px(36), (height - side) / 2, side, side)
        paint_band_tile(
            painter, box, dot.band.value if dot.band else "", dot.band.letter if dot.band else ""
        )
        if self._row.bordering:
            x = right - px(14)
            draw_line(painter, self._row.bordering, Style.CAPTION, t.ink2, x, 0, height)


def _whiskers(painter: QPainter, axis: Axis, ends: tuple[float, float], middle: float) -> None:
    t = tokens()
    low, high = round(axis.at(ends[0])), round(axis.at(ends[1]))
    painter.fillRect(QRectF(low, middle - 1, high - low, 2), t.ink2)
    for x in (low, high):
        painter.fillRect(QRectF(x - 1, middle - px(6), 2, px(12)), t.ink2)


class IntervalChart(Chart):
    """The whole chart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heads = ((self.tr("Score"), 128), (self.tr("90 % interval"), 42))
        self.assemble(
            self.tr("Scores with 90 % intervals"), Heads(heads, RIGHT, short_bands()), AxisTicks(RIGHT)
        )

    def show_rows(self, title: str, rows: Sequence[IntervalRow], chosen: str) -> None:
        """Show other rows; emits nothing."""
        described = dot_plot_alt(title, [row.dot for row in rows])
        self.rows.show_rows([_Row(row) for row in rows], described)
        self.rows.choose(chosen)
