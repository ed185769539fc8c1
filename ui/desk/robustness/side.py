"""Beside the charts: the way to the next band, where the interval comes from, what nobody knows."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from exports.sketch import AnySketch
from ui.charts.drawn import DrawnChart
from ui.desk.robustness.words import unknown_words, way_words
from ui.icons import Icon, paint_icon
from ui.marks import Mark, paint_mark
from ui.report_words import band_words
from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.band_tile import BandTile
from ui.widgets.ground import Pane, Rule
from ui.widgets.labels import Line, Words
from wb6assess.reports.figures import level_text, score_text
from wb6assess.reports.region.sensitivity import InformationGap, Way
from wb6assess.scoring.bands import BANDS, band_of
from wb6assess.scoring.states import State

WIDTH = 340
_STEPS_SHOWN = 6
_GAPS_SHOWN = 8


class _Pair(QWidget):
    """Words at the left, a figure at the right, painted; its name says both."""

    def __init__(self, words: str, figure: str, mark: Mark | None = None) -> None:
        super().__init__()
        self._words, self._figure, self._mark = words, figure, mark
        self.setAccessibleName(f"{words}: {figure}" if figure else words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(px(240), px(26))

    def paintEvent(self, _event: object) -> None:
        """Mark, words, figure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, height, width = tokens(), self.height(), self.width()
        left = 0.0
        if self._mark is not None:
            paint_mark(painter, self._mark, QRectF(0, (height - px(15)) / 2, px(15), px(15)))
            left = px(22)
        used = text_width(self._figure, Style.SECTION)
        right = width - used
        draw_line(painter, self._figure, Style.SECTION, t.ink, right, 0, height)
        words = elided(self._words, Style.BODY, int(max(0, right - px(8) - left)))
        draw_line(painter, words, Style.BODY, t.ink, left, 0, height)
        painter.end()


class _Arrow(QWidget):
    """Points from the band now to the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(px(20), px(20))

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, Icon.FORTH, QRectF(px(2), px(2), px(16), px(16)), tokens().ink2)
        painter.end()


class SidePane(Pane):
    """Shows what belongs to one country and node."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chrome", "l", parent)
        self._score, self._cut = Line("", Style.TITLE), Line("", Style.TITLE)
        self._band, self._next = BandTile(18), BandTile(18)
        self._arrow = _Arrow()
        self._way = Words("", Style.SMALL, "ink2")
        self._steps, self._gaps = _Lines(), _Lines()
        self._widths = DrawnChart(self.tr("Where the interval comes from"), least=200)
        self._ready = Words("", Style.SMALL, "ink2")
        self._about = Words("", Style.SMALL, "ink2")
        scores = QHBoxLayout()
        scores.setSpacing(px(8))
        for part in (self._score, self._band, self._arrow, self._cut, self._next):
            scores.addWidget(part)
        scores.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(22), px(24), px(16))
        column.setSpacing(px(6))
        column.addWidget(Words(self.tr("Shortest path to the next band"), Style.SECTION))
        column.addWidget(Words(self.tr("arithmetic, not advice"), Style.SMALL, "ink2"))
        column.addLayout(scores)
        column.addWidget(self._way)
        column.addWidget(self._steps)
        column.addWidget(Rule())
        column.addWidget(Words(self.tr("Where the interval comes from"), Style.SECTION))
        column.addWidget(self._about)
        column.addWidget(self._widths)
        column.addWidget(Rule())
        column.addWidget(Words(self.tr("Information gaps"), Style.SECTION))
        column.addWidget(self._gaps)
        column.addWidget(Rule())
        column.addWidget(Words(self.tr("Readiness and openness"), Style.SECTION))
        column.addWidget(self._ready)
        column.addStretch(1)

    def show_way(self, way: Way | None, cuts: Sequence[float]) -> None:
        """The path; None without a published score."""
        path = way.path if way else None
        for now in (self._score, self._band):
            now.setVisible(way is not None)
        for then in (self._arrow, self._cut, self._next):
            then.setVisible(path is not None)
        self._steps.clear()
        if way is None:
            self._way.setText(self.tr("No published score, so there is no path."))
            return
        band = band_of(way.score, cuts)
        self._score.say(score_text(way.score))
        self._band.show_band(band.value, band.letter, band_words(band))
        self._way.setText(way_words(way, cuts))
        if path is None:
            return
        above = BANDS[BANDS.index(band) + 1]
        self._cut.say(score_text(path.cut))
        self._next.show_band(above.value, above.letter, band_words(above))
        for item, (low, high), total in list(zip(path.steps, path.levels, path.running, strict=True))[
            :_STEPS_SHOWN
        ]:
            words = self.tr("{id}, level {now} to {then}")
            self._steps.add(
                words.format(id=item, now=level_text(low), then=level_text(high)), score_text(total)
            )
        more = len(path.steps) - _STEPS_SHOWN
        if more > 0:
            self._steps.add(self.tr("further steps: {n}").format(n=more), score_text(path.score))

    def show_widths(self, country: str, sketch: AnySketch) -> None:
        """The interval by source; no rows without a score."""
        self._widths.setVisible(bool(sketch.rows))
        if not sketch.rows:
            self._about.setText(self.tr("No interval without a published score."))
            return
        said = self.tr("{country}: all together, and each source alone")
        self._about.setText(said.format(country=country))
        self._widths.show_chart(sketch)

    def show_gaps(self, gaps: Sequence[InformationGap]) -> None:
        """What nobody could answer."""
        self._gaps.clear()
        if not gaps:
            self._gaps.add(self.tr("Every indicator has a value."), "")
        for gap in gaps[:_GAPS_SHOWN]:
            unknown = gap.state in {State.DONT_KNOW, State.WITHHELD}
            mark = Mark.DONT_KNOW if unknown else Mark.TODO
            self._gaps.add(f"{gap.indicator}  {unknown_words(gap.state)}", "", mark=mark, tip=gap.title)
        more = len(gaps) - _GAPS_SHOWN
        if more > 0:
            self._gaps.add(self.tr("further indicators: {n}").format(n=more), "")

    def show_readiness(self, sentences: Sequence[str]) -> None:
        """What may be said about readiness and the openness of the EU side."""
        none = self.tr("This questionnaire has no such indices.")
        self._ready.setText("\n".join(sentences) if sentences else none)


class _Lines(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()

    def add(
        self,
        words: str,
        figure: str,
        *,
        mark: Mark | None = None,
        tip: str = "",
    ) -> None:
        line = _Pair(words, figure, mark)
        if tip:
            line.setToolTip(tip)
            line.setAccessibleName(f"{words}: {tip}")
        self._column.addWidget(line)
