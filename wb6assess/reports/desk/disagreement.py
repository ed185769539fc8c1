"""Where experts disagree most, in the order of methodology 5.3; and what each expert delivered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wb6assess.model.assessment import Document, Identity
from wb6assess.model.instrument import Indicator, Instrument
from wb6assess.scoring.consensus import Consensus
from wb6assess.scoring.country import RegionScores
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.numbers import snapped
from wb6assess.scoring.raters import Severity
from wb6assess.scoring.states import State


@dataclass(frozen=True, slots=True)
class Contested:
    """One indicator in one country.

    Attributes:
        country, instrument: Code and id.
        indicator: It.
        consensus: The experts alone.
        weight: Effective weight in the domain, the nominal one where the pillar has too little data.
        decided, stale: Whether a record is in force, and whether the ratings changed since.
    """

    country: str
    instrument: str
    indicator: Indicator
    consensus: Consensus
    weight: float
    decided: bool
    stale: bool

    @property
    def range(self) -> float:
        """Highest minus lowest score, in points."""
        return self.consensus.spread.range if self.consensus.spread else 0.0

    @property
    def urgency(self) -> float:
        """Effective weight times range."""
        return self.weight * self.range


@dataclass(frozen=True, slots=True)
class Delivered:
    """What one expert handed in for one questionnaire.

    Attributes:
        key: Whose and what.
        revision: The one that counts.
        files: How many files carry something of theirs.
        answered, asked: Indicators with a score, and with one, don't know or nothing (1.1).
        severity: Mean distance to all experts' median on vignettes, in levels; None where unknown.
    """

    key: Identity
    revision: int
    files: int
    answered: int
    asked: int
    severity: Severity | None

    @property
    def completeness(self) -> float | None:
        """Share in [0, 1]; None when nothing was asked."""
        return self.answered / self.asked if self.asked else None


def contested(
    region: RegionScores, instruments: Mapping[str, Instrument], countries: Iterable[str]
) -> tuple[Contested, ...]:
    """Indicators whose ratings lie apart: weight times range, then range, then id, then country."""
    found = [
        row
        for code in countries
        for domain in region.countries[code].domains.values()
        if domain.domain.instrument in instruments
        for row in _rows(code, domain, instruments[domain.domain.instrument])
        if snapped(row.range) > 0
    ]
    return tuple(sorted(found, key=_order))


def _rows(code: str, domain: CountryDomain, instrument: Instrument) -> Iterator[Contested]:
    for indicator in instrument.indicators():
        if not indicator.scored:
            continue
        key = indicator.id
        yield Contested(
            code,
            instrument.id,
            indicator,
            domain.experts_consensus[key],
            domain.effective.get(key, instrument.nominal_weights[key]),
            key in domain.validation.in_force,
            key in domain.validation.stale,
        )


def _order(row: Contested) -> tuple[int, int, str, str]:
    return -snapped(row.urgency), -snapped(row.range), row.indicator.id, row.country


def delivered(
    effective: Mapping[Identity, Document],
    files: Mapping[Identity, int],
    region: RegionScores,
    severities: Iterable[Severity],
) -> tuple[Delivered, ...]:
    """Every assessment that counts, in order of country, expert, questionnaire.

    Args:
        effective: What is scored.
        files: How many files were received of each.
        region: The scores, for the states of the answers.
        severities: Of the experts, by domain and country.
    """
    strict = {(one.country, one.domain, one.expert): one for one in severities}
    rows = [
        _delivered(key, document, files.get(key, 1), region, strict)
        for key, document in effective.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.key.country, row.key.expert, row.key.instrument)))


def _delivered(
    key: Identity,
    document: Document,
    files: int,
    region: RegionScores,
    strict: Mapping[tuple[str, str, str], Severity],
) -> Delivered:
    (domain,) = (
        found
        for found in region.countries[key.country].domains.values()
        if found.domain.instrument == key.instrument
    )
    states = [rating.state for rating in domain.ratings[key.expert].values()]
    answered = sum(state.counted for state in states)
    missing = {State.DONT_KNOW, State.WITHHELD, State.UNANSWERED}
    asked = answered + sum(state in missing for state in states)
    severity = strict.get((key.country, domain.domain.id, key.expert))
    return Delivered(key, document.revision, files, answered, asked, severity)
