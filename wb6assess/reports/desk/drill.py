"""Inside one cell of the coordinator's matrix: each indicator with every expert's rating.

Individual ratings: for the coordinator's screen only, never for an output that others get.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wb6assess.model.assessment import Value
from wb6assess.model.instrument import Indicator
from wb6assess.scoring.consensus import Consensus
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.numbers import above, snapped
from wb6assess.scoring.states import State

_ONE_LEVEL, _TOP = 20.0, 5


@dataclass(frozen=True, slots=True)
class Rated:
    """What one expert said to one indicator.

    Attributes:
        state: How it counts.
        score: 0-100 after caps; None without one.
        value: The raw value; None where there is no valid one.
        apart: More than one level from the experts' median.
    """

    state: State
    score: float | None
    value: Value | None
    apart: bool

    @property
    def capped(self) -> bool:
        """Whether the level that counts is lower than the one chosen."""
        return isinstance(self.value, int) and self.score is not None and self.score < 20 * self.value


@dataclass(frozen=True, slots=True)
class DrillRow:
    """One indicator over the experts of a country.

    Attributes:
        indicator: It.
        ratings: Expert code -> what they said.
        experts: Consolidated over the experts alone.
        final: With what a meeting decided.
        decided: Whether a record is in force.
        stale: The ratings changed after the meeting saw them.
        weight: Effective weight in the domain, 0 where it is not in the score.
    """

    indicator: Indicator
    ratings: Mapping[str, Rated]
    experts: Consensus
    final: Consensus
    decided: bool
    stale: bool
    weight: float

    @property
    def urgency(self) -> float:
        """Effective weight times range: the order of a meeting's agenda (methodology 5.3)."""
        return self.weight * (self.experts.spread.range if self.experts.spread else 0.0)


def drill_rows(domain: CountryDomain, indicators: Sequence[Indicator]) -> tuple[DrillRow, ...]:
    """The rows of these indicators, in their order."""
    return tuple(_row(domain, indicator) for indicator in indicators)


def level_counts(row: DrillRow) -> tuple[int, ...]:
    """How many experts' scores lie at each level 0-5; one between two levels counts at the lower."""
    scores = Counter(rated.score for rated in row.ratings.values() if rated.state.counted)
    counts = [0] * (_TOP + 1)
    for score, experts in scores.items():
        if score is not None:
            counts[min(_TOP, snapped(score) // snapped(_ONE_LEVEL))] += experts
    return tuple(counts)


def _row(domain: CountryDomain, indicator: Indicator) -> DrillRow:
    key = indicator.id
    consensus = domain.experts_consensus[key]
    given = {expert: rated[key] for expert, rated in domain.ratings.items()}
    # A hundred experts give a handful of different scores.
    apart = {score: _apart(score, consensus) for score in {rating.score for rating in given.values()}}
    return DrillRow(
        indicator,
        {
            expert: Rated(
                rating.state, rating.score, domain.values[expert].get(key), apart[rating.score]
            )
            for expert, rating in given.items()
        },
        consensus,
        domain.consensus[key],
        key in domain.validation.in_force,
        key in domain.validation.stale,
        domain.effective.get(key, 0.0),
    )


def _apart(score: float | None, consensus: Consensus) -> bool:
    """Whether a score lies more than one level from the experts' median."""
    if score is None or consensus.spread is None:
        return False
    return above(abs(score - consensus.spread.median), _ONE_LEVEL)
