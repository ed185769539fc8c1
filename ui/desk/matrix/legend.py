"""What colours, letters and signs of the matrix mean."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.desk.matrix.heat_cell import Ground, HeatCell, paint_glyph, paint_heat_cell
from ui.desk.matrix.heat_words import TRIANGLES, progress_words
from ui.desk.signs import show_alone
from ui.marks import Mark, paint_mark
from ui.report_words import band_words
from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from ui.tokens import PROGRESS_FILLS
from ui.widgets.band_tile import paint_band_tile
from ui.widgets.flow_row import FlowRow
from wb6assess.reports.desk.matrix import Measure
from wb6assess.scoring.bands import BANDS

_TILE, _WIDE_TILE = 17, 52


def _tr(text: str) -> str:
    return QCoreApplication.translate("Matrix", text)


class LegendItem(QWidget):
    """A sample of what is painted in cells, and its words."""

    def __init__(self, words: str, sample: "HeatCell | Mark | str") -> None:
        """`sample` is a cell, a mark, or a sign in letters."""
        super().__init__()
        self._words, self._sample = words, sample
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Sample and words."""
        return QSize(self._room + px(6) + text_width(self._words, Style.SMALL) + px(4), px(20))

    @property
    def _room(self) -> int:
        if isinstance(self._sample, HeatCell):
            return px(_WIDE_TILE if self._sample.triangles is not None else _TILE)
        return px(15) if isinstance(self._sample, Mark) else text_width(self._sample, Style.SMALL)

    def paintEvent(self, _event: object) -> None:
        """The sample, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, sample = tokens(), self._sample
        size = px(_TILE)
        box = QRectF(0, (self.height() - size) / 2, self._room, size)
        if isinstance(sample, Mark):
            paint_mark(painter, sample, box.adjusted(0, px(1), 0, -px(1)))
        elif isinstance(sample, str):
            draw_line(painter, sample, Style.SMALL, t.ink, 0, 0, self.height())
        elif sample.triangles is not None:
            # A tile is too low for a cell's line of figures, so its signs go to the middle.
            paint_heat_cell(
                painter, box.adjusted(-2, -2, 2, 2), replace(sample, triangles=None), chosen=False
            )
            right = QPointF(box.right() - px(5), box.center().y())
            paint_glyph(painter, sample.triangles, right, PROGRESS_FILLS[sample.key][1])
        else:
            paint_band_tile(painter, box, sample.key, sample.letter)
        x = self._room + px(6)
        draw_line(painter, self._words, Style.SMALL, t.ink2, x, 0, self.height())
        painter.end()


class Legend(QWidget):
    """The legend of one measure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure: Measure | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_measure(self, measure: Measure) -> None:
        """Show what belongs to a measure."""
        if measure is self._measure:
            return
        self._measure = measure
        show_alone(self._column, FlowRow(list(_items(measure)), 10))


def _items(measure: Measure) -> Iterator[LegendItem]:
    match measure:
        case Measure.SCORE:
            for band in BANDS:
                sample = HeatCell("", "", Ground.BAND, "", letter=band.letter, key=band.value)
                yield LegendItem(band_words(band), sample)
            yield LegendItem(_tr("insufficient data"), HeatCell("", "", Ground.HATCH, ""))
            yield LegendItem(_tr("disagreement in the pillar"), Mark.DISAGREE)
            yield LegendItem(_tr("provisional"), "†")
        case Measure.CHANGE:
            for word, triangles in TRIANGLES.items():
                cell = HeatCell("", "", Ground.PROGRESS, "", key=word.value, triangles=triangles)
                yield LegendItem(progress_words(word), cell)
            yield LegendItem(_tr("not comparable"), HeatCell("", "", Ground.HATCH, ""))
        case Measure.COVERAGE:
            yield LegendItem(_tr("answered share of the weight that applies"), "%")
            yield LegendItem(_tr("insufficient data"), ":")
        case Measure.AGREEMENT:
            yield LegendItem(_tr("share of indicators rated twice or more that experts agree on"), "%")
            yield LegendItem(_tr("indicators experts disagree on"), Mark.DISAGREE)
