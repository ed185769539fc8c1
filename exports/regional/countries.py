"""One live sheet a country: indicators, pillars, domains and the whole by formulas (methodology 13)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from exports.regional.book import FIRST_ROW, HEAD_ROW, Columns, CoordinatorBook
from exports.regional.detail import CONSENSUS, VALUE, consensus_rows
from exports.workbook.live import Content, Live, put
from exports.workbook.names import at, on, span
from exports.workbook.sheets.scores import (
    ANSWERED,
    APPLICABLE,
    BAND,
    COUNTS,
    COVERAGE_OR_0,
    ID,
    NAME,
    SCORE_OR_0,
    STATUS,
    USED,
    WEIGHT,
    aggregate_formula,
    node_cells,
)
from wb6assess.model.framework import Domain
from wb6assess.model.instrument import Instrument, Pillar
from wb6assess.reports.notes import named
from wb6assess.reports.wording import state_words
from wb6assess.scoring.country import CountryScores
from wb6assess.scoring.tree import NodeScore, NodeStatus

_COLUMNS = Columns(
    (
        *("Id", "Field, pillar, indicator", "Weight", "Answered", "Applicable", "Coverage"),
        *("Score, full", "Score", "Band", "Status", "Used", "Counted", "Score or 0", "Coverage or 0"),
    ),
    (10, 46, 9, 11, 11, 10, 13, 9, 7, 16, 8, 8, 11, 11),
    (
        *("cell", "cell", "count", "full", "full", "share"),
        *("full", "score", "centre", "cell_after", "helper", "helper", "helper", "helper"),
    ),
)
_OVERALL = "Overall"
_EVIDENCE_CAP = 40


@dataclass(frozen=True)
class Layout:
    """Where everything stands on a country's sheet: the whole, domains, pillars, then indicators."""

    domains: tuple[tuple[Domain, Instrument], ...]

    @property
    def first_pillar(self) -> int:
        """Row of the first pillar, under a line of its own."""
        return FIRST_ROW + 2 + len(self.domains)

    @property
    def first_indicator(self) -> int:
        """Row of the first indicator."""
        return self.first_pillar + sum(len(instrument.pillars) for _, instrument in self.domains) + 1

    def domain_row(self, domain: str) -> int:
        """Row of a domain."""
        return FIRST_ROW + 1 + [owner.id for owner, _ in self.domains].index(domain)

    def pillars(self) -> Iterator[tuple[int, Domain, Pillar]]:
        """Every pillar with its row."""
        row = self.first_pillar
        for owner, instrument in self.domains:
            for pillar in instrument.pillars:
                yield row, owner, pillar
                row += 1

    def indicator_rows(self) -> Iterator[tuple[int, int, Domain, Pillar]]:
        """First and last row of each pillar's indicators; the last lies before the first if none."""
        row = self.first_indicator
        for _, owner, pillar in self.pillars():
            yield row, row + len(pillar.indicators) - 1, owner, pillar
            row += len(pillar.indicators)


def layout_of(book: CoordinatorBook) -> Layout:
    """The same for every country."""
    data = book.data
    return Layout(
        tuple(
            (domain, data.instruments[domain.instrument])
            for domain in data.framework.domains
            if domain.instrument in data.instruments
        )
    )


def write_countries(book: CoordinatorBook) -> None:
    """A sheet for every country, named by its code."""
    plan, values = layout_of(book), consensus_rows(book)
    for code, scores in book.data.scores.countries.items():
        name = named(book.data.framework.country_by_code[code])
        sub = f"{name}. Live: recalculates when a rating or a decided value changes."
        sheet = book.sheet(code, sub, _COLUMNS.widths, _COLUMNS.heads, WEIGHT)
        for column in (BAND, STATUS):
            sheet.write_string(HEAD_ROW, column, _COLUMNS.heads[column], book.head_after)
        _Country(book, sheet, plan, scores, values).write()


@dataclass(frozen=True)
class _Country:
    book: CoordinatorBook
    sheet: Worksheet
    plan: Layout
    scores: CountryScores
    values: Mapping[tuple[str, str], int]

    def write(self) -> None:
        """From the indicators up, as the formulas refer to each other."""
        for row, words in (
            (self.plan.first_pillar - 1, "Pillars"),
            (self.plan.first_indicator - 1, "Indicators"),
        ):
            for column in range(len(_COLUMNS.heads)):
                put(self.sheet, row, column, words if column == NAME else None, self.book.group)
        rows = list(self.plan.indicator_rows())
        for (first, last, owner, pillar), (row, _, _) in zip(rows, self.plan.pillars(), strict=True):
            for place, item in enumerate(pillar.indicators):
                self._indicator(first + place, owner, item.id)
            self._pillar(row, first, last, owner, pillar)
        start = self.plan.first_pillar
        for owner, instrument in self.plan.domains:
            end = start + len(instrument.pillars) - 1
            node = self.scores.domains[owner.id].score.node
            children = [
                (pillar.weight, self.scores.domains[owner.id].score.pillars[pillar.id])
                for pillar in instrument.pillars
            ]
            method = owner.method or self.book.data.framework.parameters.methods.domain
            row = self.plan.domain_row(owner.id)
            self._parent(row, (owner.id, instrument.title), owner.weight, (start, end), children)
            full = aggregate_formula(method, *self._ranges(start, end))
            self._node(row, node, full, "", _nothing(start, end))
            start = end + 1
        self._whole()

    def _indicator(self, row: int, owner: Domain, item: str) -> None:
        domain = self.scores.domains[owner.id]
        instrument = self.book.data.instruments[owner.instrument]
        indicator, result = instrument.by_id[item], domain.results[item]
        value = on(CONSENSUS, self.values[self.scores.code, item], VALUE)
        score = value
        if self.book.data.framework.parameters.evidence_mode == "cap" and not domain.supported[item]:
            score = f"MIN({value},{_EVIDENCE_CAP})"
        used = int(result.score is not None)
        applicable = int(result.state.applicable)
        contents: Sequence[Content] = (
            item,
            indicator.title,
            indicator.score_weight,
            Live(f"IF(ISNUMBER({value}),1,0)", used),
            Live(f"IF({at(row, ANSWERED)}=1,1,{applicable})", applicable),
            None,
            Live(f'IF(ISNUMBER({value}),{score},"")', "" if result.score is None else result.score),
            None,
            None,
            state_words(result.state),
            None,
            None,
            Live(f"IF(ISNUMBER({value}),{score},0)", result.score or 0),
            None,
        )
        looks = {ANSWERED: "right", APPLICABLE: "right"}
        for column, content in enumerate(contents):
            look = looks.get(column, _COLUMNS.looks[column])
            put(self.sheet, row, column, content, getattr(self.book, look))

    def _pillar(self, row: int, first: int, last: int, owner: Domain, pillar: Pillar) -> None:
        domain = self.scores.domains[owner.id]
        node = domain.score.pillars[pillar.id]
        method = pillar.method or self.book.data.framework.parameters.methods.pillar
        nothing, full, sums = "TRUE", "0", ("0", "0")
        if last >= first:
            weights, used, applicable = (
                span(first, last, col) for col in (WEIGHT, ANSWERED, APPLICABLE)
            )
            scores = span(first, last, SCORE_OR_0)
            nothing, full = f"SUM({weights})=0", aggregate_formula(method, weights, used, scores)
            sums = (f"SUMPRODUCT({weights},{used})", f"SUMPRODUCT({weights},{applicable})")
        results = [(item.score_weight, domain.results[item.id]) for item in pillar.indicators]
        counted = sum(weight for weight, result in results if result.score is not None)
        base = sum(weight for weight, result in results if result.state.applicable)
        self._head(row, (pillar.id, pillar.title), pillar.weight)
        put(self.sheet, row, ANSWERED, Live(sums[0], counted), self.book.full)
        put(self.sheet, row, APPLICABLE, Live(sums[1], base), self.book.full)
        self._node(row, node, full, f'{nothing},"empty",IF')

    def _whole(self) -> None:
        """The overall score; every core domain must have one."""
        overall, plan = self.scores.overall, self.plan
        first, last = FIRST_ROW + 1, plan.first_pillar - 2
        children = [
            (owner.weight, self.scores.domains[owner.id].score.node) for owner, _ in plan.domains
        ]
        self._parent(FIRST_ROW, ("", _OVERALL), None, (first, last), children)
        core = [at(plan.domain_row(owner.id), USED) for owner, _ in plan.domains if owner.core]
        missing = [owner.id for owner in self.book.data.framework.domains if owner.core]
        short = "FALSE"
        if len(core) < len(missing):
            short = "TRUE"
        elif core:
            short = f"{'+'.join(core)}<{len(core)}"
        method = self.book.data.framework.parameters.methods.overall
        full = aggregate_formula(method, *self._ranges(first, last))
        before = f'{short},"insufficient",IF'
        self._node(FIRST_ROW, overall.node, full, before, _nothing(first, last))

    def _ranges(self, first: int, last: int) -> tuple[str, str, str]:
        weights, used, scores = (span(first, last, col) for col in (WEIGHT, USED, SCORE_OR_0))
        return weights, used, scores

    def _parent(
        self,
        row: int,
        names: tuple[str, str],
        weight: float | None,
        rows: tuple[int, int],
        children: Sequence[tuple[float, NodeScore]],
    ) -> None:
        """Head and sums of a node over nodes."""
        first, last = rows
        weights, used, kept = (span(first, last, col) for col in (WEIGHT, USED, COUNTS))
        covered = span(first, last, COVERAGE_OR_0)
        have = {NodeStatus.OK, NodeStatus.INSUFFICIENT}
        share = sum(w * (child.coverage or 0) for w, child in children if child.status is NodeStatus.OK)
        base = sum(w for w, child in children if child.status in have)
        self._head(row, names, weight)
        answered = Live(f"SUMPRODUCT({weights},{used},{covered})", share)
        put(self.sheet, row, ANSWERED, answered, self.book.full)
        put(self.sheet, row, APPLICABLE, Live(f"SUMPRODUCT({weights},{kept})", base), self.book.full)

    def _head(self, row: int, names: tuple[str, str], weight: float | None) -> None:
        put(self.sheet, row, ID, names[0], self.book.bold)
        put(self.sheet, row, NAME, names[1], self.book.bold)
        put(self.sheet, row, WEIGHT, weight, self.book.count)

    def _node(
        self, row: int, node: NodeScore, full: str, before: str, nothing: str = '"not_applicable"'
    ) -> None:
        """Columns from coverage on; `before` is a test that comes before that of applicable weight.

        `nothing` is the status where no weight applies.
        """
        rest = f"{at(row, APPLICABLE)}=0,{nothing},{{rest}}"
        status = f"{before}({rest})" if before else rest
        looks = dict(enumerate(_COLUMNS.looks))
        for column, content in node_cells(row, node, full, status):
            put(self.sheet, row, column, content, getattr(self.book, looks[column]))


def _nothing(first: int, last: int) -> str:
    """The status of a node over nodes to which nothing applies."""
    return f'IF(SUM({span(first, last, WEIGHT)})=0,"empty","not_applicable")'
