"""Which figures of a country may be printed in public (methodology 12.2). Pure functions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wb6assess.model.decision import Action
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Indicator, Instrument, Pillar, SubIndex
from wb6assess.model.vocabulary import Aspect
from wb6assess.reports.region.inference import Equation, determined
from wb6assess.scoring.consensus import Consensus
from wb6assess.scoring.country import CountryDomain, CountryScores
from wb6assess.scoring.panels import drawing_experts
from wb6assess.scoring.tree import NodeStatus


class Cell(StrEnum):
    """What a cell of a public table holds."""

    SHOWN = "shown"
    CONFIDENTIAL = "confidential"
    INSUFFICIENT = "insufficient"
    NOT_APPLICABLE = "not_applicable"


MEANS = (
    frozenset({Aspect.LAW}),
    frozenset({Aspect.PRACTICE, Aspect.OUTCOME}),
    frozenset({Aspect.INSTITUTION}),
    frozenset({Aspect.INTERFACE}),
)
"""Aspects whose means are published beside the score (methodology 7)."""


_LEAST_SCORED = 3
"""Indicators a mean over an aspect or a sub-index needs to be published (methodology 7 and 7.1)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure before disclosure control.

    `experts` is the number of distinct experts with a score in it; `validated` says that every scored
    indicator under it carries a validation record.
    """

    id: str
    weight: float
    status: NodeStatus
    experts: int
    validated: bool = False


@dataclass(frozen=True, slots=True)
class CountryDisclosure:
    """What may be printed of one country.

    `in_progress`: too few experts in total, so it is published at no level. `pillars` and `indicators`
    are keyed by domain id, then by their own ids. An interval, a change or a gain may be printed only
    beside the figure it belongs to. `without_means`: domains whose means over law, practice and the
    rest would together give a hidden value away, whatever else is hidden.
    """

    in_progress: bool
    overall: Cell
    domains: Mapping[str, Cell]
    pillars: Mapping[str, Mapping[str, Cell]]
    indicators: Mapping[str, Mapping[str, Cell]]
    without_means: frozenset[str] = frozenset()

    def hides_any(self, domain: str) -> bool:
        """Whether the domain or one of its pillars is confidential, or its means have to be."""
        cells = {self.domains[domain], *self.pillars[domain].values()}
        return Cell.CONFIDENTIAL in cells or domain in self.without_means

    def reveals_one(self, domain: str, items: Iterable[str]) -> bool:
        """Whether a mean over these indicators would give a single hidden one away."""
        cells = self.indicators[domain]
        return sum(cells[item] is Cell.CONFIDENTIAL for item in items) == 1


def primary(figure: Figure, k: int) -> Cell:
    """Rule 2: a sign where there is no score, else shown only with `k` experts or validation."""
    if figure.status in {NodeStatus.NOT_APPLICABLE, NodeStatus.EMPTY}:
        return Cell.NOT_APPLICABLE
    if figure.status is NodeStatus.INSUFFICIENT:
        return Cell.INSUFFICIENT
    return Cell.SHOWN if figure.experts >= k or figure.validated else Cell.CONFIDENTIAL


def disclose(parent: Figure, children: Sequence[Figure], k: int) -> tuple[Cell, dict[str, Cell]]:
    """Rules 2 and 3 for a node and its children.

    One confidential child under a shown parent could be computed from the others, so a second one is
    suppressed: the shown child with the fewest experts, then the smaller weight, then the id; without
    any, the parent. Children of weight 0 are not in the parent, so they neither reveal nor protect.

    Returns:
        The parent's cell, and the cell of each child by id.
    """
    cells = {child.id: primary(child, k) for child in children}
    shown_parent = primary(parent, k)
    weighted = [child for child in children if child.weight > 0]
    hidden = [child for child in weighted if cells[child.id] is Cell.CONFIDENTIAL]
    if shown_parent is Cell.SHOWN and len(hidden) == 1:
        candidates = [child for child in weighted if cells[child.id] is Cell.SHOWN]
        if candidates:
            second = min(candidates, key=lambda child: (child.experts, child.weight, child.id))
            cells[second.id] = Cell.CONFIDENTIAL
        else:
            shown_parent = Cell.CONFIDENTIAL
    return shown_parent, cells


def country_disclosure(
    country: CountryScores, framework: Framework, instruments: Mapping[str, Instrument]
) -> CountryDisclosure:
    """What may be printed of a country: overall, domains, pillars, indicators (rules 2 to 4).

    Args:
        country: Its scores, with what meetings decided.
        framework: Weights of domains and the threshold `k_min_experts`.
        instruments: Instrument id -> the version scored.
    """
    k = framework.parameters.k_min_experts
    met = any(domain.validation.in_force for domain in country.domains.values())
    if 0 < len(country.experts) < k and not met:
        return _nothing(country)
    pillars: dict[str, dict[str, Cell]] = {}
    indicators: dict[str, dict[str, Cell]] = {}
    figures, without_means = [], set[str]()
    for domain in country.domains.values():
        instrument = instruments[domain.domain.instrument]
        figure, cell = _domain_cells(domain, instrument, k, pillars, indicators)
        if not _protect_together(domain, instrument, k, pillars, indicators):
            without_means.add(domain.domain.id)
        # A domain that had to be hidden for its pillars' sake counts as hidden above, too.
        figures.append(_without_experts(figure) if cell is Cell.CONFIDENTIAL else figure)
    # Every domain is validated: so is the whole.
    whole = all(figure.validated for figure in figures if figure.weight > 0)
    scoring = {code for part in country.domains.values() for code in drawing_experts(part)}
    overall = Figure("", 1.0, country.overall.node.status, len(scoring), whole)
    overall_cell, domains = disclose(overall, figures, k)
    for key, cell in domains.items():
        if cell is Cell.CONFIDENTIAL:
            pillars[key] = {item: _hide(found) for item, found in pillars[key].items()}
            indicators[key] = {item: _hide(found) for item, found in indicators[key].items()}
    return CountryDisclosure(False, overall_cell, domains, pillars, indicators, frozenset(without_means))


def decided(domain: CountryDomain) -> frozenset[str]:
    """Indicators with a validation record that gives them a value."""
    return frozenset(
        item
        for item, record in domain.validation.in_force.items()
        if record.action in {Action.SET, Action.CONFIRM}
    )


def _domain_cells(
    domain: CountryDomain,
    instrument: Instrument,
    k: int,
    pillars: dict[str, dict[str, Cell]],
    indicators: dict[str, dict[str, Cell]],
) -> tuple[Figure, Cell]:
    """The domain's figure and cell; fills in the cells of its pillars and indicators."""
    key = domain.domain.id
    validated = decided(domain)
    figures, items = [], {}
    for pillar in instrument.pillars:
        figure = _pillar_figure(domain, pillar, validated)
        cell, found = disclose(figure, _indicator_figures(domain, pillar, validated), k)
        items.update(found)
        # One shown value alone would be the hidden pillar.
        figures.append(_without_experts(figure) if cell is Cell.CONFIDENTIAL else figure)
    everything = all(figure.validated for figure in figures if figure.status is NodeStatus.OK)
    scoring = len(drawing_experts(domain))
    whole = Figure(key, domain.domain.weight, domain.score.node.status, scoring, everything)
    cell, pillars[key] = disclose(whole, figures, k)
    _protect_means(domain, instrument, items)
    for pillar in instrument.pillars:
        if pillars[key][pillar.id] is Cell.CONFIDENTIAL:
            items.update({item.id: _hide(items[item.id]) for item in pillar.indicators})
    indicators[key] = items
    return whole, cell


def _protect_means(domain: CountryDomain, instrument: Instrument, items: dict[str, Cell]) -> None:
    """Hide a second indicator where a published mean would give a single hidden one away.

    Means are those of pillars, of law, practice, institutions and interface, and of sub-indices. Hiding
    one may leave another mean with a single hidden one, so this goes on until nothing changes.
    """
    groups = _means(instrument)
    again = True
    while again:
        again = False
        for group in groups:
            hidden = [item for item in group if items[item] is Cell.CONFIDENTIAL]
            shown = [item for item in group if items[item] is Cell.SHOWN]
            if len(hidden) == 1 and shown:
                weights = instrument.nominal_weights
                second = min(shown, key=lambda item: (domain.consensus[item].n, weights[item], item))
                items[second] = Cell.CONFIDENTIAL
                again = True


def _protect_together(
    domain: CountryDomain,
    instrument: Instrument,
    k: int,
    pillars: Mapping[str, Mapping[str, Cell]],
    indicators: Mapping[str, dict[str, Cell]],
) -> bool:
    """Hide more indicators until several published means together give no secret one away.

    Where a pillar is hidden the means are not published, and pillars share no indicator.

    Returns:
        Whether that is so; otherwise the means have to be hidden.
    """
    cells, items = pillars[domain.domain.id], indicators[domain.domain.id]
    if Cell.CONFIDENTIAL in cells.values():
        return True
    secret = _secret(domain, instrument, k)
    equations = list(_equations(instrument, cells, items))
    weights = instrument.nominal_weights
    while _given_away(equations, items) & secret:
        inside = {item for equation in equations for item in equation}
        shown = [item for item in inside if items[item] is Cell.SHOWN]
        if not shown:
            return False
        second = min(
            shown,
            key=lambda item: (
                len(_given_away(equations, {**items, item: Cell.CONFIDENTIAL}) & secret),
                domain.consensus[item].n,
                weights[item],
                item,
            ),
        )
        items[second] = Cell.CONFIDENTIAL
    return True


def _secret(domain: CountryDomain, instrument: Instrument, k: int) -> frozenset[str]:
    """Indicators that are confidential for their own sake, not to protect another."""
    validated = decided(domain)
    return frozenset(
        figure.id
        for pillar in instrument.pillars
        for figure in _indicator_figures(domain, pillar, validated)
        if primary(figure, k) is Cell.CONFIDENTIAL
    )


def _given_away(equations: Iterable[Equation], items: Mapping[str, Cell]) -> frozenset[str]:
    hidden = [item for item, cell in items.items() if cell is Cell.CONFIDENTIAL]
    return determined(equations, hidden)


def _equations(
    instrument: Instrument, cells: Mapping[str, Cell], items: Mapping[str, Cell]
) -> Iterator[Equation]:
    """Weights of scored indicators in each published mean of a domain without hidden pillars."""
    scored = {item for item, cell in items.items() if cell in {Cell.SHOWN, Cell.CONFIDENTIAL}}
    weights = instrument.nominal_weights
    for pillar in instrument.pillars:
        if cells[pillar.id] is Cell.SHOWN:
            yield {item.id: item.score_weight for item in pillar.indicators if item.id in scored}
    asked = [item for item in instrument.indicators() if item.id in scored]
    for aspects in MEANS:
        inside = {item.id: weights[item.id] for item in asked if item.aspect in aspects}
        if len(inside) >= _LEAST_SCORED:
            yield inside
    for index in instrument.indices:
        inside = dict(_index_weights(instrument, index, asked))
        if len(inside) >= _LEAST_SCORED:
            yield inside


def _index_weights(
    instrument: Instrument, index: SubIndex, asked: Iterable[Indicator]
) -> Iterator[tuple[str, float]]:
    of_pillars = {item.id for p in instrument.pillars if p.id in index.pillars for item in p.indicators}
    for item in asked:
        named = item.id in index.indicators
        if named or item.id in of_pillars or item.aspect is index.aspect:
            weight = 1.0 if named else instrument.nominal_weights[item.id]
            yield item.id, weight / item.ceiling if index.relative_to_ceiling else weight


def _means(instrument: Instrument) -> list[tuple[str, ...]]:
    """Indicators behind each published mean."""
    weighted = [item for item in instrument.indicators() if item.score_weight]
    groups = [
        tuple(item.id for item in pillar.indicators if item.score_weight)
        for pillar in instrument.pillars
    ]
    groups += [tuple(item.id for item in weighted if item.aspect in aspects) for aspects in MEANS]
    for index in instrument.indices:
        of_pillars = [pillar for pillar in instrument.pillars if pillar.id in index.pillars]
        inside = [item.id for pillar in of_pillars for item in pillar.indicators if item.score_weight]
        groups.append((*index.indicators, *inside))
    return groups


def _without_experts(figure: Figure) -> Figure:
    return Figure(figure.id, figure.weight, figure.status, 0)


def _hide(cell: Cell) -> Cell:
    """What lies under a confidential node is confidential: the node follows from its parts."""
    return Cell.CONFIDENTIAL if cell is Cell.SHOWN else cell


def _nothing(country: CountryScores) -> CountryDisclosure:
    hidden = Cell.CONFIDENTIAL
    return CountryDisclosure(
        True,
        hidden,
        dict.fromkeys(country.domains, hidden),
        {key: dict.fromkeys(domain.score.pillars, hidden) for key, domain in country.domains.items()},
        {key: dict.fromkeys(domain.consensus, hidden) for key, domain in country.domains.items()},
    )


def _pillar_figure(domain: CountryDomain, pillar: Pillar, validated: frozenset[str]) -> Figure:
    scored = [
        item.id
        for item in pillar.indicators
        if item.scored and domain.results[item.id].score is not None
    ]
    return Figure(
        pillar.id,
        pillar.weight,
        domain.score.pillars[pillar.id].status,
        domain.contributors[pillar.id],
        bool(scored) and validated.issuperset(scored),
    )


def _indicator_figures(domain: CountryDomain, pillar: Pillar, validated: frozenset[str]) -> list[Figure]:
    return [
        Figure(
            item.id,
            item.score_weight,
            _status(domain.consensus[item.id]),
            domain.consensus[item.id].n,
            item.id in validated,
        )
        for item in pillar.indicators
    ]


def _status(consensus: Consensus) -> NodeStatus:
    if not consensus.state.applicable:
        return NodeStatus.NOT_APPLICABLE
    return NodeStatus.INSUFFICIENT if consensus.score is None else NodeStatus.OK
