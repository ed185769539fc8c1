"""The robustness room: intervals above, what moves them below, the way up beside."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from exports.sketch import AnySketch
from ui.charts.view import ChartView
from ui.desk.robustness import contents, sketches
from ui.desk.robustness.figures import Draws, Figures, figures_of
from ui.desk.robustness.lower import Lower
from ui.desk.robustness.side import WIDTH, SidePane
from ui.desk.robustness.words import readiness_words
from ui.desk.room import DeskRoom
from ui.desk.state import DeskState
from ui.desk.table.content import TableContent
from ui.tasks import Task
from ui.theme import Style, px
from ui.widgets.busy import BusyLine
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.ground import Rule
from ui.widgets.labels import Words
from ui.widgets.segment import Choice, Segment
from wb6assess.model.framework import METHODOLOGY
from wb6assess.progress import Progress
from wb6assess.reports.region.readiness import readiness_gap
from wb6assess.reports.region.sensitivity import gaps_of_information, way_up

_NARROW = 980
"""Room, in design px, below which the side pane stands under the charts."""

_WIDEST = 16_777_215
_DRAWS = (2_000, 10_000)
_DOMAIN, _WHOLE = "domain", "overall"


class RobustnessRoom(DeskRoom):
    """How far scores could move, and what moves them.

    Signals:
        drawn: Other figures are shown.
    """

    drawn = Signal()
    analysis = True

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        self._instrument, self._draws_box = ChoiceBox(()), ChoiceBox(())
        self._again = Button("")
        super().__init__(
            state,
            self.tr("Robustness"),
            buttons=(self._instrument, self._draws_box, self._again),
            parent=parent,
        )
        self._draws: Draws | None = None
        self._figures: Figures | None = None
        self._task: Task | None = None
        self._country = ""
        self._set_up_head()
        self._make_body()

    # Building.

    def _set_up_head(self) -> None:
        self._instrument.setAccessibleName(self.tr("Questionnaire"))
        self._instrument.picked.connect(lambda key: self.state.look_at(instrument=key))
        self._draws_box.setAccessibleName(self.tr("Number of draws"))
        self._draws_box.picked.connect(lambda _key: self._draws_chosen())
        self._again.rename(self.tr("Run again"))
        self._again.setToolTip(self.tr("Draw everything again; the same seed gives the same digits"))
        self._again.clicked.connect(self._run_again)

    def _make_body(self) -> None:
        self._busy = BusyLine()
        self._busy.cancel_requested.connect(self._cancel)
        self._level = Segment((Choice(_DOMAIN, self.tr("Domain")), Choice(_WHOLE, self.tr("Overall"))))
        self._level.show_key(_DOMAIN)
        self._level.setAccessibleName(self.tr("Score of the domain or overall"))
        self._level.chosen.connect(lambda _key: self._look())
        self._intervals = ChartView(self.tr("Scores with 90 % intervals"))
        self._intervals.chosen.connect(self._choose_country)
        self._lower = Lower(self.state)
        self._lower.country_chosen.connect(self._choose_country)
        self._side = SidePane()
        charts = QWidget()
        column = QVBoxLayout(charts)
        column.setContentsMargins(0, 0, px(20), px(12))
        column.setSpacing(px(12))
        column.addWidget(self._busy)
        column.addLayout(self._interval_head())
        column.addWidget(self._intervals)
        column.addWidget(Rule())
        column.addWidget(self._lower)
        column.addStretch(1)
        self._put_beside(charts)

    def _put_beside(self, charts: QWidget) -> None:
        """Charts and side pane scroll together: there is more than any screen holds."""
        sheet = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, sheet)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(charts, 1)
        self._halves.addWidget(self._side)
        self.body.addWidget(sheet, 1)

    def _interval_head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(self.tr("Score with 90 % interval"), Style.SECTION))
        words.addWidget(Words(self.tr("in code order, no ranks"), Style.SMALL, "ink2"))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self._level)
        return row

    # What is looked at.

    @property
    def _domain(self) -> str:
        """Domain id, "" for the whole."""
        return "" if self._level.key == _WHOLE else self.state.domain

    @property
    def _wanted_draws(self) -> int:
        return int(self._draws_box.key or _DRAWS[0])

    def subtitle(self) -> str:
        """What the room is about."""
        return self.tr("How far scores could move, and what moves them.")

    def note_words(self) -> Sequence[str]:
        """Draws, seed and methodology, after the notes of every room."""
        result = self.state.result
        seed = result.framework.parameters.seed if result is not None else ""
        drawn = self.tr("{n} draws, seed {seed}, methodology {version}.").format(
            n=QLocale().toString(self._wanted_draws), seed=seed, version=METHODOLOGY
        )
        apart = self.tr("Countries whose intervals overlap are not distinguishable.")
        return (*super().note_words(), drawn, apart)

    def show_state(self) -> None:
        """Another result, or another instrument or country looked at."""
        result = self.state.result
        assert result is not None  # the base shows only results
        self._instrument.offer([(item, self.state.shown(item).title) for item in result.instruments])
        self._instrument.show_key(self.state.instrument)
        self._offer_draws(result.framework.parameters.mc_B)
        codes = list(result.scores.countries)
        self._lower.offer_countries([(code, self.state.country_name(code)) for code in codes])
        if self.state.country:
            self._country = self.state.country
        if self._country not in codes:
            scored = [code for code in codes if contents.node_of(result, code, self._domain).published]
            self._country = (scored or codes)[0]
        self._look()

    def _offer_draws(self, own: int) -> None:
        known = self._draws_box.key
        numbers = sorted({own, *_DRAWS})
        self._draws_box.offer(
            [(str(n), self.tr("{n} draws").format(n=QLocale().toString(n))) for n in numbers]
        )
        self._draws_box.show_key(known if self._figures and known else str(own))

    def _choose_country(self, code: str) -> None:
        self._country = code
        self._look()

    def _draws_chosen(self) -> None:
        self.notes.setText(" ".join(self.note_words()))
        self._compute()

    def _run_again(self) -> None:
        self._draws = None
        self._compute()

    def _look(self) -> None:
        """Another country or node: what is known shows at once, the rest when it is worked out."""
        if self.state.result is not None and self.state.ready:
            self._show_beside()
            self._compute()

    # Computing.

    def _compute(self) -> None:
        result = self.state.result
        if result is None:
            return
        self._let_go()
        known, wanted, country, domain = self._draws, self._wanted_draws, self._country, self._domain
        afresh = known is None and self._figures is not None

        def job(progress: Progress) -> Figures:
            return figures_of(result, known, wanted, country, domain, progress, afresh=afresh)

        task = Task(job, self)
        task.progressed.connect(self._step)
        task.succeeded.connect(self._computed)
        task.finished.connect(lambda: self._finished(task))
        self._task = task
        task.start()
        self._busy.begin(self.tr("Drawing…"))

    def _let_go(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            task.progressed.disconnect()
            task.succeeded.disconnect()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _step(self, done: int, total: int, _what: str) -> None:
        self._busy.show_step(done, total, self.tr("Drawing, {n} %").format(n=100 * done // total))

    def _finished(self, task: Task) -> None:
        task.deleteLater()
        if task is self._task:
            self._task = None
            self._busy.end()

    def _computed(self, found: object) -> None:
        assert isinstance(found, Figures)
        if found.draws.result is not self.state.result:
            return  # files came in meanwhile; the figures of the new result are on their way
        self._figures, self._draws = found, found.draws
        self._intervals.show_rows(self._interval_sketch(found), found.country)
        self._side.show_widths(self.state.country_name(found.country), self._width_sketch(found))
        self._lower.show_figures(found)
        self.drawn.emit()

    # Showing.

    def _show_beside(self) -> None:
        """What needs no drawing: the way up, gaps, readiness."""
        result = self.state.result
        assert result is not None  # looked at only with data
        analysis, country, domain = result.analysis, self._country, self._domain
        shown = {item: self.state.shown(item) for item in result.instruments}
        self._side.show_way(way_up(analysis, country, domain), result.framework.parameters.cuts)
        self._side.show_gaps(list(gaps_of_information(analysis, country, domain, shown)))
        gaps = [
            readiness_gap(shown[part.domain.instrument], part)
            for key, part in result.scores.countries[country].domains.items()
            if domain in {"", key}
        ]
        self._side.show_readiness([readiness_words(gap) for gap in gaps if gap is not None])

    def _interval_title(self) -> str:
        node = self.state.shown().title if self._domain else self.tr("Overall")
        return self.tr("Score with 90 % interval: {node}").format(node=node)

    def _interval_sketch(self, found: Figures) -> AnySketch:
        rows = contents.interval_rows(self.state, found.draws.robustness, found.domain)
        return sketches.intervals(self._interval_title(), rows)

    def _width_sketch(self, found: Figures) -> AnySketch:
        return sketches.sources(self._width_title(found), contents.source_rows(found.widths))

    def _width_title(self, found: Figures) -> str:
        words = self.tr("Where the interval comes from: {country}")
        return words.format(country=self.state.country_name(found.country))

    def charts(self) -> Sequence[AnySketch]:
        """The charts in sight."""
        found = self._figures
        if found is None:
            return ()
        widths = (self._width_sketch(found),) if found.widths else ()
        return (self._interval_sketch(found), *self._lower.charts(), *widths)

    def tables(self) -> Sequence[TableContent]:
        """The intervals, what is shown below them, and where they come from."""
        found = self._figures
        if found is None:
            return ()
        intervals = contents.interval_table(
            self.state, found.draws.robustness, found.domain, self._interval_title()
        )
        widths = contents.width_table(found.widths, self._width_title(found))
        return (intervals, *self._lower.tables(), *((widths,) if found.widths else ()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side pane goes below where it is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < px(_NARROW)
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._side.setMinimumWidth(0 if narrow else px(WIDTH))
        self._side.setMaximumWidth(_WIDEST if narrow else px(WIDTH))
