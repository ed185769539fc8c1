"""Which figures of a country may be printed in public (methodology 12.2). Pure functions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from wb6assess.model.decision import Action
from wb6assess.model.framework import Framework, Parameters
from wb6assess.model.instrument import Instrument, Pillar
from wb6assess.reports.region.published_domain import PublishedDomain
from wb6assess.reports.region.published_means import groups, pillar_means
from wb6assess.scoring.consensus import Consensus
from wb6assess.scoring.country import CountryDomain, CountryScores
from wb6assess.scoring.tree import NodeStatus


class Cell(StrEnum):
    """What a cell of a public table holds."""

    SHOWN = "shown"
    CONFIDENTIAL = "confidential"
    INSUFFICIENT = "insufficient"
    NOT_APPLICABLE = "not_applicable"


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
        parameters = framework.parameters
        figure, cell = _domain_cells(domain, instrument, parameters, pillars, indicators)
        if not _protect_together(domain, instrument, parameters, pillars, indicators):
            without_means.add(domain.domain.id)
        # A domain that had to be hidden for its pillars' sake counts as hidden above, too.
        figures.append(_without_experts(figure) if cell is Cell.CONFIDENTIAL else figure)
    # Every domain is validated: so is the whole.
    whole = all(figure.validated for figure in figures if figure.weight > 0)
    inside = [part for part in country.domains.values() if part.domain.weight > 0]
    scoring = {code for part in inside for code in part.scoring_experts}
    overall = Figure("", 1.0, country.overall.node.status, len(scoring), whole)
    overall_cell, domains = disclose(overall, figures, k)
    for key, cell in domains.items():
        if cell is Cell.CONFIDENTIAL:
            pillars[key] = {item: _hide(found) for item, found in pillars[key].items()}
            indicators[key] = {item: _hide(found) for item, found in indicators[key].items()}
    return CountryDisclosure(False, overall_cell, domains, pillars, indicators, frozenset(without_means))


def told_by(
    further: Mapping[str, float],
    domain: CountryDomain,
    instrument: Instrument,
    parameters: Parameters,
    cells: CountryDisclosure,
) -> bool:
    """Whether a further mean over a published domain's indicators gives a hidden figure away.

    Hidden figures are indicators and pillars that are confidential for their own sake.

    Args:
        further: Indicator -> its weight in that mean.
        domain: The domain, scored.
        instrument: The version it was scored with.
        parameters: The framework's.
        cells: What is shown of the country.
    """
    key, k = domain.domain.id, parameters.k_min_experts
    seen = _seen(domain, instrument, parameters, cells.pillars[key], cells.indicators[key])
    validated = decided(domain)
    few = {
        pillar.id
        for pillar in instrument.pillars
        if primary(_pillar_figure(domain, pillar, validated), k) is Cell.CONFIDENTIAL
    }
    single = ({item: 1.0} for item in _secret(domain, instrument, k))
    secrets = (*single, *pillar_means(instrument, few, seen.scored))
    return seen.tells_with(further, secrets, _hidden(cells.indicators[key]))


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
    parameters: Parameters,
    pillars: dict[str, dict[str, Cell]],
    indicators: dict[str, dict[str, Cell]],
) -> tuple[Figure, Cell]:
    """The domain's figure and cell; fills in the cells of its pillars and indicators."""
    key, k = domain.domain.id, parameters.k_min_experts
    validated = decided(domain)
    figures, items = [], dict[str, Cell]()
    for pillar in instrument.pillars:
        figure = _pillar_figure(domain, pillar, validated)
        cell, found = disclose(figure, _indicator_figures(domain, pillar, validated), k)
        items.update(found)
        # One shown value alone would be the hidden pillar.
        figures.append(_without_experts(figure) if cell is Cell.CONFIDENTIAL else figure)
    everything = all(figure.validated for figure in figures if figure.status is NodeStatus.OK)
    scoring = len(domain.scoring_experts)
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
    means = groups(instrument)
    again = True
    while again:
        again = False
        for group in means:
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
    parameters: Parameters,
    pillars: Mapping[str, Mapping[str, Cell]],
    indicators: Mapping[str, dict[str, Cell]],
) -> bool:
    """Hide more indicators until all published means together give no secret one away.

    A pillar with enough experts is published whatever it tells (rule 2): where it is 0, all is 0.

    Returns:
        Whether that can be; otherwise the means beside the score have to be hidden.
    """
    items = indicators[domain.domain.id]
    seen = _seen(domain, instrument, parameters, pillars[domain.domain.id], items)
    # What can be doubted can be doubted the more, the more is hidden: only the rest is looked at again.
    told = seen.tells(_hidden(items), _secret(domain, instrument, parameters.k_min_experts))
    hopeless = seen.tells(seen.inside(), told)
    possible = not hopeless
    if hopeless:
        seen = replace(seen, beside=False)
        hopeless = seen.tells(seen.inside(), hopeless)
    weights = instrument.nominal_weights
    while told := seen.tells(_hidden(items), told - hopeless):
        near = [item for item in seen.beside_any(told) if items[item] is Cell.SHOWN]
        shown = near or [item for item in seen.inside() if items[item] is Cell.SHOWN]
        if not shown:
            break  # a pillar alone tells it
        second = min(
            shown,
            key=lambda item: (
                len(seen.computed([*_hidden(items), item]) & told),
                domain.consensus[item].n,
                weights[item],
                item,
            ),
        )
        items[second] = Cell.CONFIDENTIAL
        if seen.beside:
            _protect_means(domain, instrument, items)
    return possible


def _seen(
    domain: CountryDomain,
    instrument: Instrument,
    parameters: Parameters,
    cells: Mapping[str, Cell],
    items: Mapping[str, Cell],
) -> PublishedDomain:
    """The domain from outside; where a pillar is hidden the means beside the score are not published."""
    return PublishedDomain(
        domain,
        instrument,
        parameters,
        {pillar for pillar, cell in cells.items() if cell is Cell.SHOWN},
        {item for item, cell in items.items() if cell in {Cell.SHOWN, Cell.CONFIDENTIAL}},
        beside=Cell.CONFIDENTIAL not in cells.values(),
    )


def _hidden(items: Mapping[str, Cell]) -> list[str]:
    return [item for item, cell in items.items() if cell is Cell.CONFIDENTIAL]


def _secret(domain: CountryDomain, instrument: Instrument, k: int) -> frozenset[str]:
    """Indicators that are confidential for their own sake, not to protect another."""
    validated = decided(domain)
    return frozenset(
        figure.id
        for pillar in instrument.pillars
        for figure in _indicator_figures(domain, pillar, validated)
        if primary(figure, k) is Cell.CONFIDENTIAL
    )


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
