"""What stands below the intervals: seven ways of looking, one shown at a time."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exports.sketch import AnySketch
from ui.desk.robustness import contents, sketches
from ui.desk.robustness.explain_view import ExplainView
from ui.desk.robustness.figures import Figures
from ui.desk.robustness.views import FixView, PairView, SwingView, TableView
from ui.desk.robustness.whatif_panel import WhatIfPanel
from ui.desk.state import DeskState
from ui.desk.table.content import TableContent
from ui.theme import Style, px
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import Words
from ui.widgets.segment import Choice
from ui.widgets.view_choice import ViewChoice
from wb6assess.reports.region.explanation import WHOLE
from wb6assess.reports.region.sensitivity import first_fixes

_FIX, _SWINGS, _EXPERTS, _WHATIF, _PAIRS, _RANKS, _EXPLAIN = (
    "fix", "swings", "experts", "whatif", "pairs", "ranks", "explain",
)  # fmt: skip


class Lower(QWidget):
    """Shows the figures of one country and node.

    Signals:
        country_chosen: The person picked a country; carries its code.
    """

    country_chosen = Signal(str)

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._figures: Figures | None = None
        self._explained = ""
        self._countries = ChoiceBox(())
        self._countries.setAccessibleName(self.tr("Country"))
        self._countries.picked.connect(self.country_chosen)
        self._title = Words("", Style.SECTION)
        self._segment = self._make_segment()
        self._make_views()
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self._title, 1)
        head.addWidget(self._countries)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self._segment)
        column.addLayout(head)
        for key, view in self._views.items():
            column.addWidget(view)
            view.setVisible(key == _FIX)

    def _make_segment(self) -> ViewChoice:
        choices = (
            Choice(_FIX, self.tr("Fix first")),
            Choice(_SWINGS, self.tr("Swings")),
            Choice(_EXPERTS, self.tr("Experts")),
            Choice(_WHATIF, self.tr("What if")),
            Choice(_PAIRS, self.tr("Law, practice")),
            Choice(_RANKS, self.tr("Ranks")),
            Choice(_EXPLAIN, self.tr("Explain")),
        )
        segment = ViewChoice(self.tr("What to look at"), choices, stretch=True)
        segment.show_key(_FIX)
        segment.chosen.connect(self._segment_chosen)
        return segment

    def _make_views(self) -> None:
        self._fix, self._swing = FixView(), SwingView()
        self._experts = TableView(
            self.tr("Scores without each expert"),
            self.tr("The published score if one expert had not answered; what meetings decided stays."),
        )
        self._whatif = WhatIfPanel(self._state)
        self._pairs = PairView()
        self._pairs.chart.chosen.connect(self.country_chosen)
        self._ranks = TableView(
            self.tr("Ranks"),
            self.tr("Overlapping ranks cannot be told apart. The public report has no rank table."),
        )
        self._ranks.chosen.connect(self.country_chosen)
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

    def offer_countries(self, countries: Sequence[tuple[str, str]]) -> None:
        """Codes and names to choose from; emits nothing."""
        self._countries.offer(countries)

    def show_figures(self, figures: Figures) -> None:
        """Another country or node, or other draws."""
        before = self._figures
        same = before is not None and (before.country, before.domain) == (
            figures.country,
            figures.domain,
        )
        self._figures = figures
        self._explained = self._explained if same else ""
        self._countries.show_key(figures.country)
        self._show(self._segment.key or _FIX)

    def explain(self, node: str) -> None:
        """Show how a node of the country came about."""
        self._explained = node
        self._segment.show_key(_EXPLAIN)
        self._show(_EXPLAIN)

    def _segment_chosen(self, key: str) -> None:
        self._explained = ""
        self._show(key)

    def _show(self, key: str) -> None:
        found = self._figures
        if found is None:
            return
        self._title.setText(self._heading(key))
        self._fill(key, found)
        for name, view in self._views.items():
            view.setVisible(name == key)
        self._countries.setVisible(key not in {_WHATIF, _RANKS, _PAIRS})

    def _fill(self, key: str, found: Figures) -> None:
        result, heading = found.draws.result, self._heading(key)
        if key == _FIX:
            shown = {item: self._state.shown(item) for item in result.instruments}
            fixes = first_fixes(result.analysis, found.country, found.domain, shown)
            self._fix.show_fixes(heading, fixes)
        elif key == _SWINGS:
            self._swing.show_swings(heading, contents.swing_rows(found, self._titles()))
        elif key == _EXPERTS:
            self._experts.show_content(contents.expert_table(found, heading))
        elif key == _WHATIF:
            self._whatif.show_node(result, found.domain)
        elif key == _PAIRS:
            rows = contents.pair_rows(self._state, self._state.domain)
            self._pairs.show_sketch(sketches.pairs(heading, rows), found.country)
        elif key == _RANKS:
            self._show_ranks(found, heading)
        else:
            self._show_explanation()

    def _show_ranks(self, found: Figures, heading: str) -> None:
        robustness = found.draws.robustness
        rows = contents.rank_rows(self._state, robustness, found.domain)
        table = contents.rank_table(self._state, robustness, found.domain, heading)
        self._ranks.show_sketch(sketches.ranks(heading, rows), found.country)
        self._ranks.show_content(table, self._alike(found))

    def _show_explanation(self) -> None:
        found = self._figures
        assert found is not None  # shown only with figures
        node = self._explained or found.domain or WHOLE
        self._explain.show_node(found.draws, found.country, node, self._titles())

    def charts(self) -> Sequence[AnySketch]:
        """The chart of what is shown; none where only figures stand."""
        if self._figures is None:
            return ()
        shown = {
            _FIX: self._fix.sketch,
            _SWINGS: self._swing.sketch,
            _PAIRS: self._pairs.sketch,
            _RANKS: self._ranks.sketch,
        }.get(self._segment.key)
        return (shown,) if shown is not None else ()

    def tables(self) -> Sequence[TableContent]:
        """The figures of what is shown."""
        found, key = self._figures, self._segment.key
        if found is None:
            return ()
        heading, robustness = self._heading(key), found.draws.robustness
        if key == _FIX:
            shown = {item: self._state.shown(item) for item in found.draws.result.instruments}
            fixes = first_fixes(found.draws.result.analysis, found.country, found.domain, shown)
            return (contents.fix_table(fixes, heading),)
        if key == _SWINGS:
            return (contents.swing_table(contents.swing_rows(found, self._titles()), heading),)
        if key == _EXPERTS:
            return (contents.expert_table(found, heading),)
        if key == _WHATIF:
            return (self._whatif.content,)
        if key == _PAIRS:
            return (contents.pair_table(contents.pair_rows(self._state, self._state.domain), heading),)
        if key == _RANKS:
            return (contents.rank_table(self._state, robustness, found.domain, heading),)
        return ()

    def _heading(self, key: str) -> str:
        found = self._figures
        assert found is not None  # shown only with figures
        node = self._state.shown().title if found.domain else self.tr("Overall")
        words: Mapping[str, str] = {
            _FIX: self.tr("What to fix first: {node}"),
            _SWINGS: self.tr("What moves the score: {node}"),
            _EXPERTS: self.tr("Without each expert: {node}"),
            _WHATIF: self.tr("What if: {node}"),
            _PAIRS: self.tr("Law and practice: {node}"),
            _RANKS: self.tr("Ranks: {node}"),
            _EXPLAIN: self.tr("How the number came about: {node}"),
        }
        if key == _EXPLAIN and self._explained:
            node = self._explained
        if key == _PAIRS:
            node = self._state.shown().title
        return words[key].format(node=node)

    def _titles(self) -> dict[str, str]:
        """Domains, pillars and indicators in the language of the questions."""
        assert self._figures is not None  # asked only with figures
        result = self._figures.draws.result
        titles = {}
        for item in result.instruments:
            shown = self._state.shown(item)
            titles[result.framework.domain_of[item].id] = shown.title
            titles |= {pillar.id: pillar.title for pillar in shown.pillars}
            titles |= {indicator.id: indicator.title for indicator in shown.indicators()}
        return titles

    def _alike(self, found: Figures) -> str:
        pairs = found.draws.robustness.not_distinguishable(found.domain)
        if not pairs:
            return self.tr("Every pair of countries can be told apart.")
        named = [f"{self._state.country_name(a)} – {self._state.country_name(b)}" for a, b in pairs]
        return self.tr("Not distinguishable: {pairs}.").format(pairs="; ".join(named))
