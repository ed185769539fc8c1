"""The coordinator's heat map: countries by pillars, one figure a cell, before it is put into words.

Everything here is for coordinators; nothing has passed disclosure control.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Instrument, Pillar
from wb6assess.scoring.bands import Band
from wb6assess.scoring.consensus import Agreement
from wb6assess.scoring.country import RegionScores
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.progress import RoundProgress
from wb6assess.scoring.rounds import Matched, ProgressWord, progress_word
from wb6assess.scoring.tree import NodeScore, NodeStatus

DOMAIN = ""
"""Stands for the whole domain where a pillar id is expected."""


class Measure(StrEnum):
    """What the cells show."""

    SCORE = "score"
    COVERAGE = "coverage"
    AGREEMENT = "agreement"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Agreed:
    """How many indicators with at least two ratings the experts agree on, and disagree on."""

    agreed: int = 0
    mixed: int = 0
    apart: int = 0

    @property
    def rated(self) -> int:
        """Indicators with at least two ratings."""
        return self.agreed + self.mixed + self.apart

    @property
    def share(self) -> float | None:
        """Agreed ones in [0, 1]; None without any rated twice."""
        return self.agreed / self.rated if self.rated else None


@dataclass(frozen=True, slots=True)
class Changed:
    """The matched change of a node; None where the rounds cannot be compared (":")."""

    points: Decimal | None = None
    word: ProgressWord | None = None


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One country in one pillar, or in the domain.

    Attributes:
        country: Code.
        pillar: Id, `DOMAIN` for the domain.
        node: Score, coverage, band.
        agreed: Agreement of the experts.
        changed: Since the earlier round; None where there is none.
        experts: With at least one score in it.
    """

    country: str
    pillar: str
    node: NodeScore
    agreed: Agreed
    changed: Changed | None
    experts: int

    @property
    def band(self) -> Band | None:
        """Of a published score."""
        return self.node.band

    @property
    def applies(self) -> bool:
        """Whether anything in it applies to the country."""
        return self.node.status not in {NodeStatus.NOT_APPLICABLE, NodeStatus.EMPTY}


@dataclass(frozen=True, slots=True)
class Matrix:
    """All cells of a domain: country code -> pillar id -> cell, the domain's own last."""

    pillars: tuple[str, ...]
    cells: Mapping[str, Mapping[str, MatrixCell]]


def matrix(
    region: RegionScores,
    domain_id: str,
    instrument: Instrument,
    parameters: Parameters,
    progress: RoundProgress | None = None,
) -> Matrix:
    """The cells of one domain, countries in code order.

    Args:
        region: The scores.
        domain_id: Id of the domain.
        instrument: The version it is scored with.
        parameters: Give the limits of the words for a change.
        progress: Against an earlier round; None leaves `changed` out.
    """
    cells: dict[str, Mapping[str, MatrixCell]] = {}
    for code, country in region.countries.items():
        domain = country.domains[domain_id]
        matched = progress.matched.get((code, domain_id)) if progress is not None else None
        agreed = {pillar.id: _agreed(domain, pillar) for pillar in instrument.pillars}
        agreed[DOMAIN] = _together(agreed.values())
        cells[code] = {
            pillar: MatrixCell(
                code,
                pillar,
                domain.score.pillars.get(pillar, domain.score.node),
                found,
                _changed(pillar, matched, parameters) if progress is not None else None,
                domain.contributors.get(pillar, len(domain.experts)),
            )
            for pillar, found in agreed.items()
        }
    return Matrix(tuple(pillar.id for pillar in instrument.pillars), cells)


def _agreed(domain: CountryDomain, pillar: Pillar) -> Agreed:
    counts = dict.fromkeys(Agreement, 0)
    for item in pillar.indicators:
        agreement = domain.experts_consensus[item.id].agreement
        if agreement is not None:
            counts[agreement] += 1
    return Agreed(counts[Agreement.AGREED], counts[Agreement.MIXED], counts[Agreement.DISAGREEMENT])


def _together(parts: Iterable[Agreed]) -> Agreed:
    found = list(parts)
    return Agreed(
        sum(part.agreed for part in found),
        sum(part.mixed for part in found),
        sum(part.apart for part in found),
    )


def _changed(pillar: str, matched: Matched | None, parameters: Parameters) -> Changed:
    """Of the matched trees; a pillar without matched items cannot be compared."""
    if matched is None or matched.now is None or matched.before is None:
        return Changed()
    now, before = (
        tree.pillars[pillar] if pillar else tree.node for tree in (matched.now, matched.before)
    )
    if now.published is None or before.published is None:
        return Changed()
    points = now.published - before.published
    return Changed(points, progress_word(points, parameters.progress_cuts))
