"""The values a score can have, for somebody who knows how many experts rated an indicator."""

import math
from collections.abc import Iterable, Sequence
from itertools import combinations, combinations_with_replacement, product

from wb6assess.model.assessment import Confidence
from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Indicator
from wb6assess.model.vocabulary import IndicatorType
from wb6assess.scoring.value_scores import value_score

_LEVELS = frozenset(20.0 * level for level in range(6))
_POINTS = frozenset(float(point) for point in range(101))
_MANY_OPTIONS = 6
"""Choices of more options, and means of more scores, lie so close that whole points stand for them."""
_MANY_EXPERTS = 5


def possible_scores(
    indicator: Indicator, experts: int, parameters: Parameters, *, decided: bool
) -> frozenset[float]:
    """Scores 0-100 the country's value may have.

    Args:
        indicator: What was asked.
        experts: How many gave a score.
        parameters: How scores are joined, and whether missing evidence limits them.
        decided: Whether a meeting set the value; meetings choose levels and halves.
    """
    own = _own(indicator)
    values = frozenset(_halves(own)) if decided else _joined(own, experts, parameters.consolidation)
    return values | {40.0} if parameters.evidence_mode == "cap" else values


def _own(indicator: Indicator) -> frozenset[float]:
    """Of one expert, after caps and where the question is skipped."""
    limits = {20.0 * cap.at for cap in indicator.caps}
    zero = {0.0} if indicator.skip_effect is not None else set[float]()
    return _answered(indicator) | limits | zero


def _answered(indicator: Indicator) -> frozenset[float]:
    if indicator.type is IndicatorType.YESNO:
        return frozenset({0.0, 100.0})
    if indicator.type is IndicatorType.SINGLE:
        return frozenset(option.score or 0.0 for option in indicator.options)
    if indicator.type is IndicatorType.MULTI and len(indicator.options) <= _MANY_OPTIONS:
        keys = [option.key for option in indicator.options]
        chosen = (kept for size in range(1, len(keys) + 1) for kept in combinations(keys, size))
        return frozenset(value_score(indicator, kept) for kept in chosen)
    if indicator.type is IndicatorType.LEVEL or indicator.thresholds:
        return _LEVELS
    return _POINTS


def _joined(own: Iterable[float], experts: int, rule: str) -> frozenset[float]:
    scores = sorted(own)
    if experts <= 1 or (rule == "median" and experts % 2):
        return frozenset(scores)
    if rule == "median" or (rule == "mean" and experts == 2):
        return frozenset(_halves(scores))
    if len(scores) > len(_LEVELS) or experts > _MANY_EXPERTS:
        return _POINTS
    if rule == "mean":
        found = combinations_with_replacement(scores, experts)
        return frozenset(math.fsum(some) / experts for some in found)
    return frozenset(_weighted(scores)) if experts == 2 else _POINTS


def _halves(scores: Iterable[float]) -> Iterable[float]:
    return ((low + high) / 2 for low, high in combinations_with_replacement(sorted(scores), 2))


def _weighted(scores: Sequence[float]) -> Iterable[float]:
    """Of two experts, each with one of three confidences."""
    weights = [confidence.weight for confidence in Confidence]
    for (one, first), (other, second) in product(product(scores, weights), repeat=2):
        yield (one * first + other * second) / (first + second)
