"""Which figures of a country may be printed in public (methodology 12.2). Pure functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
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

    `in_progress`: too few experts in total, so it is published at no level. `pillars` is keyed by
    domain id, then pillar id.
    """

    in_progress: bool
    overall: Cell
    domains: Mapping[str, Cell]
    pillars: Mapping[str, Mapping[str, Cell]]


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
    country: CountryScores,
    framework: Framework,
    instruments: Mapping[str, Instrument],
    validated: frozenset[tuple[str, str]] = frozenset(),
) -> CountryDisclosure:
    """What may be printed of a country: overall, domains, pillars (rules 2 to 4).

    Args:
        country: Its scores.
        framework: Weights of domains and the threshold `k_min_experts`.
        instruments: Instrument id -> the version scored.
        validated: (domain id, pillar id) of pillars with a validation record on every scored
            indicator.
    """
    k = framework.parameters.k_min_experts
    if 0 < len(country.experts) < k and not validated:
        return _nothing(country)
    pillars: dict[str, dict[str, Cell]] = {}
    figures = []
    for domain in country.domains.values():
        instrument = instruments[domain.domain.instrument]
        figure = _domain_figure(domain, instrument, validated)
        cell, pillars[figure.id] = disclose(figure, _pillar_figures(domain, instrument, validated), k)
        figures.append((figure, cell))
    overall = Figure("", 1.0, country.overall.node.status, len(country.experts))
    # A domain that had to be hidden for its pillars' sake counts as hidden here, too.
    hidden = [
        Figure(figure.id, figure.weight, figure.status, 0) if cell is Cell.CONFIDENTIAL else figure
        for figure, cell in figures
    ]
    overall_cell, domains = disclose(overall, hidden, k)
    for key, cell in domains.items():
        if cell is Cell.CONFIDENTIAL:
            pillars[key] = {item: _hide(pillar) for item, pillar in pillars[key].items()}
    return CountryDisclosure(False, overall_cell, domains, pillars)


def may_show_indicator(consensus: Consensus, k: int) -> bool:
    """Rule 2 for the cell of one indicator in one country."""
    return consensus.n >= k


def _hide(cell: Cell) -> Cell:
    """What lies under a confidential domain is confidential: the domain follows from its pillars."""
    return Cell.CONFIDENTIAL if cell is Cell.SHOWN else cell


def _nothing(country: CountryScores) -> CountryDisclosure:
    hidden = Cell.CONFIDENTIAL
    return CountryDisclosure(
        True,
        hidden,
        dict.fromkeys(country.domains, hidden),
        {key: dict.fromkeys(domain.score.pillars, hidden) for key, domain in country.domains.items()},
    )


def _domain_figure(
    domain: CountryDomain, instrument: Instrument, validated: frozenset[tuple[str, str]]
) -> Figure:
    everything = all(
        (domain.domain.id, pillar.id) in validated
        for pillar in instrument.pillars
        if domain.score.pillars[pillar.id].status is NodeStatus.OK
    )
    return Figure(
        domain.domain.id,
        domain.domain.weight,
        domain.score.node.status,
        len(domain.experts),
        everything,
    )


def _pillar_figures(
    domain: CountryDomain, instrument: Instrument, validated: frozenset[tuple[str, str]]
) -> list[Figure]:
    return [
        Figure(
            pillar.id,
            pillar.weight,
            domain.score.pillars[pillar.id].status,
            domain.contributors[pillar.id],
            (domain.domain.id, pillar.id) in validated,
        )
        for pillar in instrument.pillars
    ]
