"""Law against practice: a dumbbell a country, institutions and the interface with the EU beside."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from exports.chart_rows import PairRow, pairs_alt
from ui.desk.robustness.axis import (
    Axis,
    AxisTicks,
    Heads,
    institution_marker,
    interface_marker,
    label_width,
    law_marker,
    practice_marker,
)
from ui.desk.robustness.rows import Chart, ChartRow
from ui.desk.robustness.words import pair_spoken, reading_words, short_bands
from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from wb6assess.reports.figures import score_text

_RIGHT = 290
_EDGES = (236, 178, 128)
"""Right edges of law, practice and gap, in design px from the right."""


class _Row(ChartRow):
    def __init__(self, code: str, row: PairRow) -> None:
        super().__init__(code, pair_spoken(row))
        self._row = row

    def paint_row(self, painter: QPainter, rect: QRectF) -> None:
        t, row, height = tokens(), self._row, rect.height()
        left = label_width(rect.width())
        self.paint_label(painter, row.label, left, height)
        axis = Axis(left, rect.width() - left - px(_RIGHT))
        axis.lines(painter, 0, height)
        self._marks(painter, axis, height / 2)
        for edge, value in zip(_EDGES, (row.law, row.practice, row.gap), strict=True):
            style = Style.SECTION if value is row.gap else Style.BODY
            words = score_text(value, row.missing)
            x = rect.width() - px(edge) - text_width(words, style)
            draw_line(painter, words, style, t.ink, x, 0, height)
        x = rect.width() - px(118)
        words = elided(reading_words(row), Style.SMALL, px(110))
        draw_line(painter, words, Style.SMALL, t.ink2, x, 0, height)

    def _marks(self, painter: QPainter, axis: Axis, middle: float) -> None:
        row = self._row
        if row.law is not None and row.practice is not None:
            ends = sorted((axis.at(row.law), axis.at(row.practice)))
            painter.fillRect(QRectF(ends[0], middle - 1, ends[1] - ends[0], 2), tokens().ink2)
        if row.institution is not None:
            institution_marker(painter, axis.at(row.institution), middle)
        if row.interface is not None:
            interface_marker(painter, axis.at(row.interface), middle)
        if row.practice is not None:
            practice_marker(painter, axis.at(row.practice), middle)
        if row.law is not None:
            law_marker(painter, axis.at(row.law), middle)


class _Legend(QWidget):
    """What the marks mean, each beside its word."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(", ".join(words))

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(px(420), px(26))

    def paintEvent(self, _event: object) -> None:
        """Disc, diamond, stroke, dashed stroke."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = float(px(10)), self.height() / 2
        signs = (law_marker, practice_marker, institution_marker, interface_marker)
        for sign, words in zip(signs, self._words, strict=True):
            sign(painter, x + px(6), middle)
            draw_line(painter, words, Style.SMALL, tokens().ink2, x + px(18), 0, self.height())
            x += px(18) + text_width(words, Style.SMALL) + px(20)
        painter.end()


class PairChart(Chart):
    """The dumbbells of one domain."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = (self.tr("Law"), self.tr("Practice"), self.tr("Gap"))
        heads = tuple(zip(names, _EDGES, strict=True))
        words = (self.tr("law"), self.tr("practice"), self.tr("institutions"), self.tr("interface"))
        self.assemble(
            self.tr("Law and practice"),
            Heads((*heads, (self.tr("Reading"), 64)), _RIGHT, short_bands()),
            AxisTicks(_RIGHT),
            _Legend(words),
        )

    def show_pairs(self, title: str, pairs: Sequence[tuple[str, PairRow]], chosen: str) -> None:
        """Show other rows, (country code, row); emits nothing."""
        described = pairs_alt(title, [row for _, row in pairs])
        self.rows.show_rows([_Row(code, row) for code, row in pairs], described)
        self.rows.choose(chosen)
