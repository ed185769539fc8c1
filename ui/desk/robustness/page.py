"""The robustness room: intervals above, what moves them below, the way up beside."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.desk.robustness import contents
from ui.desk.robustness.explain_view import ExplainView
from ui.desk.robustness.figures import Draws, Figures, figures_of
from ui.desk.robustness.interval_chart import IntervalChart
from ui.desk.robustness.pair_chart import PairChart
from ui.desk.robustness.side import WIDTH, SidePane
from ui.desk.robustness.views import FixView, SwingView, TableView
from ui.desk.robustness.whatif_panel import WhatIfPanel
from ui.desk.robustness.words import readiness_words
from ui.desk.room import DeskRoom
from ui.desk.state import DeskState
from ui.desk.table.content import TableContent
from ui.report_words import band_words
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
from wb6assess.reports.readiness import readiness_gap
from wb6assess.reports.sensitivity import first_fixes, gaps_of_information, way_up
from wb6assess.scoring.bands import BANDS, band_of

_NARROW = 980
"""Room, in design px, below which the side pane stands under the charts."""

_DRAWS = (2_000, 10_000)
_DOMAIN, _WHOLE = "domain", "overall"
_FIX, _SWINGS, _EXPERTS, _WHATIF, _PAIRS, _RANKS, _EXPLAIN = (
    "fix", "swings", "experts", "whatif", "pairs", "ranks", "explain",
)  # fmt: skip


class RobustnessRoom(DeskRoom):
    """How far scores could move, and what moves them."""

    analysis = True

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        self._instrument = ChoiceBox(())
        self._draws_box = ChoiceBox(())
        self._again = Button(self.tr("Run again"))
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
        self._explained = ""
        self._view = _FIX
        self._set_up_head()
        self._make_body()

    # Building.

    def _set_up_head(self) -> None:
        self._instrument.setAccessibleName(self.tr("Questionnaire"))
        self._instrument.picked.connect(lambda key: self.state.look_at(instrument=key))
        offered = [(str(n), self.tr("%n draws", "", n)) for n in _DRAWS]
        self._draws_box.offer(offered)
        self._draws_box.setAccessibleName(self.tr("Number of draws"))
        self._draws_box.picked.connect(lambda _key: self._compute())
        self._again.setToolTip(self.tr("Draw everything again; the same seed gives the same digits"))
        self._again.clicked.connect(self._run_again)

    def _make_body(self) -> None:
        self._busy = BusyLine()
        self._busy.cancel_requested.connect(self._cancel)
        self._level = Segment((Choice(_DOMAIN, self.tr("Domain")), Choice(_WHOLE, self.tr("Overall"))))
        self._level.show_key(_DOMAIN)
        self._level.setAccessibleName(self.tr("Score of the domain or overall"))
        self._level.chosen.connect(lambda _key: self._look())
        self._intervals = IntervalChart()
        self._intervals.chosen.connect(self._choose_country)
        self._countries = ChoiceBox(())
        self._countries.setAccessibleName(self.tr("Country"))
        self._countries.picked.connect(self._choose_country)
        self._make_views()
        charts = QWidget()
        column = QVBoxLayout(charts)
        column.setContentsMargins(0, 0, px(20), px(12))
        column.setSpacing(px(12))
        column.addWidget(self._busy)
        column.addLayout(self._interval_head())
        column.addWidget(self._intervals)
        column.addWidget(Rule())
        column.addLayout(self._view_head())
        for view in self._views.values():
            column.addWidget(view)
        column.addStretch(1)
        self._side = SidePane()
        self._sheet = QWidget()
        self._sheet.setObjectName("sheet")
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._sheet)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(charts, 1)
        self._halves.addWidget(self._side)
        area = QScrollArea()
        area.setWidget(self._sheet)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        self.body.addWidget(area, 1)

    def _interval_head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = Words(self.tr("Score with 90 % interval"), Style.SECTION)
        words.addWidget(self._title)
        words.addWidget(Words(self.tr("in code order, no ranks"), Style.SMALL, "ink2"))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self._level)
        return row

    def _view_head(self) -> QVBoxLayout:
        choices = (
            Choice(_FIX, self.tr("Fix first")),
            Choice(_SWINGS, self.tr("Swings")),
            Choice(_EXPERTS, self.tr("Experts")),
            Choice(_WHATIF, self.tr("What if")),
            Choice(_PAIRS, self.tr("Law, practice")),
            Choice(_RANKS, self.tr("Ranks")),
            Choice(_EXPLAIN, self.tr("Explain")),
        )
        self._segment = Segment(choices, stretch=True)
        self._segment.setAccessibleName(self.tr("What to look at"))
        self._segment.show_key(self._view)
        self._segment.chosen.connect(self._show_view)
        self._view_title = Words("", Style.SECTION)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self._view_title, 1)
        row.addWidget(self._countries)
        column = QVBoxLayout()
        column.setSpacing(px(10))
        column.addWidget(self._segment)
        column.addLayout(row)
        return column

    def _make_views(self) -> None:
        self._fix, self._swing = FixView(), SwingView()
        self._experts = TableView(
            self.tr("Scores without each expert"),
            self.tr("The published score if one expert had not answered; what meetings decided stays."),
        )
        self._whatif = WhatIfPanel(self.state)
        self._pairs = PairChart()
        self._pairs.chosen.connect(self._choose_country)
        self._ranks = TableView(
            self.tr("Ranks"),
            self.tr("Overlapping ranks cannot be told apart. The public report has no rank table."),
        )
        self._explain = ExplainView()
        self._explain.draw_requested.connect(lambda _n: self._show_explanation())
        for view in (self._fix, self._swing):
            view.explain_requested.connect(self.explain)
        self._views: dict[str, QWidget] = {
            _FIX: self._fix,
            _SWINGS: self._swing,
            _EXPERTS: self._experts,
            _WHATIF: self._whatif,
            _PAIRS: self._pairs,
            _RANKS: self._ranks,
            _EXPLAIN: self._explain,
        }

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
            n=self._wanted_draws, seed=seed, version=METHODOLOGY
        )
        apart = self.tr("Countries whose intervals overlap are not distinguishable.")
        return (*super().note_words(), drawn, apart)

    def explain(self, node: str) -> None:
        """Show how a node of the country came about."""
        self._explained = node
        self._segment.show_key(_EXPLAIN)
        self._show_view(_EXPLAIN, keep=True)

    def show_state(self) -> None:
        """Another result, or another instrument or country looked at."""
        result = self.state.result
        assert result is not None  # the base shows only results
        offered = [(item, self.state.shown(item).title) for item in result.instruments]
        self._instrument.offer(offered)
        self._instrument.show_key(self.state.instrument)
        self._offer_draws(result.framework.parameters.mc_B)
        codes = list(result.scores.countries)
        self._countries.offer([(code, self.state.country_name(code)) for code in codes])
        if self.state.country:
            self._country = self.state.country
        if self._country not in codes:
            scored = [code for code in codes if contents.node_of(result, code, self._domain).published]
            self._country = (scored or codes)[0]
        self._look()

    def _offer_draws(self, own: int) -> None:
        known = self._draws_box.key
        numbers = sorted({own, *_DRAWS})
        self._draws_box.offer([(str(n), self.tr("%n draws", "", n)) for n in numbers])
        self._draws_box.show_key(known if self._figures and known else str(own))

    def _choose_country(self, code: str) -> None:
        self._country = code
        self._look()

    def _run_again(self) -> None:
        self._draws = None
        self._compute()

    def _look(self) -> None:
        """Another country or node: what is known shows at once, the rest when it is worked out."""
        if self.state.result is None or not self.state.ready:
            return
        self._countries.show_key(self._country)
        self._explained = ""
        self._show_beside()
        self._compute()

    # Computing.

    def _compute(self) -> None:
        result = self.state.result
        if result is None:
            return
        self._let_go()
        known, wanted, country, domain = self._draws, self._wanted_draws, self._country, self._domain

        def job(progress: Progress) -> Figures:
            return figures_of(result, known, wanted, country, domain, progress)

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
        self._busy.show_step(done, total, self.tr("Drawing, step {n} of {of}").format(n=done, of=total))

    def _finished(self, task: Task) -> None:
        task.deleteLater()
        if task is self._task:
            self._task = None
            self._busy.end()

    def _computed(self, found: object) -> None:
        assert isinstance(found, Figures)
        self._figures, self._draws = found, found.draws
        self._show_figures(found)

    # Showing.

    def _show_beside(self) -> None:
        """What needs no drawing: the way up, gaps, readiness."""
        result = self.state.result
        assert result is not None  # looked at only with data
        analysis, country, domain = result.analysis, self._country, self._domain
        cuts = result.framework.parameters.cuts
        way = way_up(analysis, country, domain)
        words = ["", ""]
        if way is not None:
            place = BANDS.index(band_of(way.score, cuts))
            words = [band_words(band) for band in BANDS[place : place + 2]]
        self._side.show_way(way, cuts, [*words, ""])
        shown = {item: self.state.shown(item) for item in result.instruments}
        self._side.show_gaps(list(gaps_of_information(analysis, country, domain, shown)))
        parts = result.scores.countries[country].domains
        gaps = [
            readiness_gap(shown[part.domain.instrument], part)
            for key, part in parts.items()
            if domain in {"", key}
        ]
        self._side.show_readiness([readiness_words(gap) for gap in gaps if gap is not None])
        self._fix.show_fixes(first_fixes(analysis, country, domain, shown))

    def _show_figures(self, found: Figures) -> None:
        title = self._node_title()
        rows = contents.interval_rows(self.state, found.draws.robustness, found.domain)
        self._intervals.show_rows(title, rows, self._country)
        self._side.show_widths(self.state.country_name(found.country), found.widths)
        self._show_view(self._segment.key or _FIX, keep=True)

    def _show_view(self, key: str, *, keep: bool = False) -> None:
        found, result = self._figures, self.state.result
        if found is None or result is None:
            return
        if not keep:
            self._explained = ""
        self._view = key
        robustness, domain = found.draws.robustness, self._domain
        about = self._view_words(key)
        self._view_title.setText(about)
        if key == _SWINGS:
            self._swing.show_swings(contents.swing_rows(found, self._titles()))
        elif key == _EXPERTS:
            self._experts.show_content(contents.expert_table(found, about))
        elif key == _WHATIF:
            self._whatif.show_node(result, domain)
        elif key == _PAIRS:
            self._pairs.show_pairs(
                about, contents.pair_rows(self.state, self.state.domain), self._country
            )
        elif key == _RANKS:
            table = contents.rank_table(self.state, robustness, domain, about)
            self._ranks.show_content(table, self._alike(domain))
        elif key == _EXPLAIN:
            self._show_explanation()
        for name, view in self._views.items():
            view.setVisible(name == key)
        self._countries.setVisible(key not in {_WHATIF, _RANKS, _PAIRS})

    def _show_explanation(self) -> None:
        if self._figures is not None:
            node = self._explained or self._domain or _WHOLE
            self._explain.show_node(self._figures.draws, self._country, node)

    def _view_words(self, key: str) -> str:
        node = self._node_title()
        words = {
            _FIX: self.tr("What to fix first: {node}"),
            _SWINGS: self.tr("What moves the score: {node}"),
            _EXPERTS: self.tr("Without each expert: {node}"),
            _WHATIF: self.tr("What if: {node}"),
            _PAIRS: self.tr("Law and practice: {node}"),
            _RANKS: self.tr("Ranks: {node}"),
            _EXPLAIN: self.tr("How the number came about: {node}"),
        }[key]
        if key == _EXPLAIN and self._explained:
            node = self._explained
        if key == _PAIRS:
            node = self.state.shown().title
        return words.format(node=node)

    def _node_title(self) -> str:
        return self.state.shown().title if self._domain else self.tr("Overall")

    def _titles(self) -> dict[str, str]:
        assert self.state.result is not None  # asked only with data
        return {
            indicator.id: indicator.title
            for item in self.state.result.instruments
            for indicator in self.state.shown(item).indicators()
        }

    def _alike(self, domain: str) -> str:
        assert self._figures is not None  # asked only with figures
        pairs = self._figures.draws.robustness.not_distinguishable(domain)
        if not pairs:
            return self.tr("Every pair of countries can be told apart.")
        named = [f"{self.state.country_name(a)} – {self.state.country_name(b)}" for a, b in pairs]
        return self.tr("Not distinguishable: {pairs}.").format(pairs="; ".join(named))

    def tables(self) -> Sequence[TableContent]:
        """The intervals and what is shown below them."""
        found = self._figures
        if found is None:
            return ()
        title = self.tr("Score with 90 % interval: {node}").format(node=self._node_title())
        robustness, domain = found.draws.robustness, self._domain
        tables = [contents.interval_table(self.state, robustness, domain, title)]
        about = self._view_words(self._view)
        if self._view == _SWINGS:
            tables.append(contents.swing_table(contents.swing_rows(found, self._titles()), about))
        elif self._view == _EXPERTS:
            tables.append(contents.expert_table(found, about))
        elif self._view == _WHATIF:
            tables.append(self._whatif.content)
        elif self._view == _PAIRS:
            tables.append(contents.pair_table(contents.pair_rows(self.state, self.state.domain), about))
        elif self._view == _RANKS:
            tables.append(contents.rank_table(self.state, robustness, domain, about))
        return tables

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side pane goes below where it is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < px(_NARROW)
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._side.setMinimumWidth(0 if narrow else px(WIDTH))
        self._side.setMaximumWidth(16_777_215 if narrow else px(WIDTH))
