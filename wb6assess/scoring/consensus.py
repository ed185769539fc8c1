"""Several experts on one country: consensus, spread, agreement (methodology 5.1-5.3)."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.numbers import at_least
from wb6assess.scoring.states import IndicatorScore, State

_SHIFT = 20.0
"""Points between median and confidence mean that put an indicator on the agenda; no parameter (5.2)."""


class Agreement(StrEnum):
    """How the experts' scores lie to each other."""

    AGREED = "agreed"
    MIXED = "mixed"
    DISAGREEMENT = "disagreement"


class Flag(StrEnum):
    """What makes an indicator worth a look."""

    SINGLE_EXPERT = "single_expert"
    DISAGREEMENT = "disagreement"
    LOW_KNOWLEDGE = "low_knowledge"
    APPLICABILITY_DISPUTE = "applicability_dispute"
    CONFIDENCE_SHIFT = "confidence_shift"


@dataclass(frozen=True, slots=True)
class Rating:
    """One expert's state, score and confidence weight (1-3) for an indicator."""

    state: State
    score: float | None
    confidence: int


@dataclass(frozen=True, slots=True)
class Spread:
    """Statistics over the n experts with a score, in score points; shares in [0, 1]."""

    median: float
    mean: float
    confidence_mean: float
    range: float
    iqr: float
    agree_share: float


@dataclass(frozen=True, slots=True)
class Consensus:
    """What a country's experts say about one indicator.

    Attributes:
        state: Country-level state (5.1).
        score: Consolidated 0-100, or None when the country has none.
        spread: Statistics, or None when nobody scored it or the country state is N/A.
        n, n_na, n_dk: Experts with a score, with N/A or excluded, with "don't know" or withheld.
        agreement: None below two scores.
        flags: In the order of `Flag`.
    """

    state: State
    score: float | None
    spread: Spread | None
    n: int
    n_na: int
    n_dk: int
    agreement: Agreement | None
    flags: tuple[Flag, ...]

    @property
    def result(self) -> IndicatorScore:
        """As the score tree takes it."""
        return IndicatorScore(self.state, self.score, self.score)


def consolidate(ratings: Sequence[Rating], parameters: Parameters) -> Consensus:
    """Consolidate the effective experts' ratings of one indicator; any order gives the same."""
    rated = [(r.score, r.confidence) for r in ratings if r.state.counted and r.score is not None]
    n = sum(rating.state.counted for rating in ratings)
    n_na = sum(not rating.state.applicable for rating in ratings)
    n_dk = sum(rating.state in {State.DONT_KNOW, State.WITHHELD} for rating in ratings)
    state = _country_state(n, n_na, n_dk)
    if state is not State.ANSWERED or not rated:
        return Consensus(state, None, None, n, n_na, n_dk, None, _flags(n, n_na, n_dk))
    spread = _spread(sorted(rated), parameters)
    agreement = _agreement(len(rated), spread, parameters)
    return Consensus(
        state,
        _chosen(spread, parameters),
        spread,
        n,
        n_na,
        n_dk,
        agreement,
        _flags(n, n_na, n_dk, spread, agreement),
    )


def consolidate_all(
    instrument: Instrument, sheets: Sequence[Mapping[str, Rating]], parameters: Parameters
) -> Mapping[str, Consensus]:
    """Indicator id -> consensus over the experts' ratings, in instrument order."""
    return {
        item: consolidate([sheet[item] for sheet in sheets], parameters) for item in instrument.by_id
    }


def quantile(ordered: Sequence[float], share: float) -> float:
    """Type-7 quantile (Excel QUARTILE.INC) of ascending values; at least one."""
    place = (len(ordered) - 1) * share
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def _country_state(n: int, n_na: int, n_dk: int) -> State:
    if n_na > n:  # a tie means applicable
        return State.NOT_APPLICABLE
    if n >= 1:
        return State.ANSWERED
    return State.DONT_KNOW if n_dk else State.UNANSWERED


def _spread(rated: Sequence[tuple[float, int]], parameters: Parameters) -> Spread:
    scores = [score for score, _ in rated]
    mean = math.fsum(scores) / len(scores)
    weight = sum(confidence for _, confidence in rated)
    confidence_mean = math.fsum(score * confidence for score, confidence in rated) / weight
    middle = float(median(scores))
    chosen = {"median": middle, "mean": mean, "confidence": confidence_mean}[parameters.consolidation]
    near = sum(at_least(parameters.agree_tol, abs(score - chosen)) for score in scores)
    return Spread(
        middle,
        mean,
        confidence_mean,
        scores[-1] - scores[0],
        quantile(scores, 0.75) - quantile(scores, 0.25),
        near / len(scores),
    )


def _chosen(spread: Spread, parameters: Parameters) -> float:
    return {
        "median": spread.median,
        "mean": spread.mean,
        "confidence": spread.confidence_mean,
    }[parameters.consolidation]


def _agreement(n: int, spread: Spread, parameters: Parameters) -> Agreement | None:
    if n < 2:
        return None
    if n < parameters.flag_n_large:
        apart = at_least(spread.range, parameters.flag_range_small)
    else:
        apart = at_least(spread.iqr, parameters.flag_iqr) or at_least(
            spread.range, parameters.flag_range_large
        )
    if apart:
        return Agreement.DISAGREEMENT
    agreed = at_least(spread.agree_share, parameters.agree_share_min)
    return Agreement.AGREED if agreed else Agreement.MIXED


def _flags(
    n: int,
    n_na: int,
    n_dk: int,
    spread: Spread | None = None,
    agreement: Agreement | None = None,
) -> tuple[Flag, ...]:
    shifted = spread is not None and at_least(abs(spread.median - spread.confidence_mean), _SHIFT)
    raised = {
        Flag.SINGLE_EXPERT: n == 1,
        Flag.DISAGREEMENT: agreement is Agreement.DISAGREEMENT,
        Flag.LOW_KNOWLEDGE: n < n_dk,
        Flag.APPLICABILITY_DISPUTE: n_na >= 1 and n >= 1,
        Flag.CONFIDENCE_SHIFT: shifted,
    }
    return tuple(flag for flag, on in raised.items() if on)
