"""Country values of single indicators, as far as they may be published (methodology 12.2)."""

from collections.abc import Iterator
from dataclasses import dataclass

from wb6assess.reports.figures import CONFIDENTIAL, INSUFFICIENT, NOT_APPLICABLE
from wb6assess.reports.region.disclosure import Cell
from wb6assess.reports.region.public import PublicRegion

_SIGNS = {
    Cell.CONFIDENTIAL: CONFIDENTIAL,
    Cell.INSUFFICIENT: INSUFFICIENT,
    Cell.NOT_APPLICABLE: NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class PublicIndicator:
    """An indicator in a country: `score` 0-100 in full precision, None where `sign` stands instead.

    `validated` says that a meeting decided the value.
    """

    country: str
    domain: str
    pillar: str
    indicator: str
    title: str
    score: float | None
    sign: str
    validated: bool


def public_indicators(region: PublicRegion) -> Iterator[PublicIndicator]:
    """Every indicator of every country, in framework order."""
    for country, scores, cells in region.countries():
        for owner in region.domains():
            domain, instrument = scores.domains[owner.id], region.instruments[owner.instrument]
            for item, value in domain.consensus.items():
                cell = cells.indicators[owner.id][item]
                shown = cell is Cell.SHOWN and value.score is not None
                yield PublicIndicator(
                    country.code,
                    owner.id,
                    instrument.pillar_of[item].id,
                    item,
                    instrument.by_id[item].title,
                    value.score if shown else None,
                    "" if shown else _SIGNS.get(cell, INSUFFICIENT),
                    shown and item in domain.validation.in_force,
                )
