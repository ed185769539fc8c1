"""What a valid value scores, 0-100, before caps (methodology 1.3)."""

import math

from wb6assess.model.assessment import Value
from wb6assess.model.instrument import Indicator
from wb6assess.model.vocabulary import Direction, IndicatorType, Polarity
from wb6assess.scoring.numbers import at_least


def value_score(indicator: Indicator, value: Value) -> float:
    """Score 0-100 of a valid value, before caps (methodology 1.3).

    Raises:
        TypeError: the value is not of the indicator's type (a defect: check it first).
    """
    match indicator.type, value:
        case IndicatorType.LEVEL, int(level):
            return 20.0 * level
        case IndicatorType.YESNO, str(answer):
            good = "no" if indicator.polarity is Polarity.NEGATIVE else "yes"
            return 100.0 if answer == good else 0.0
        case IndicatorType.SINGLE, str(key):
            return next(option.score or 0.0 for option in indicator.options if option.key == key)
        case IndicatorType.MULTI, tuple(keys):
            return _multi_score(indicator, keys)
        case IndicatorType.NUMERIC, int() | str():
            return _numeric_score(indicator, float(value))
    raise TypeError(f"{indicator.id}: {indicator.type} cannot score {type(value).__name__}")


def _multi_score(indicator: Indicator, keys: tuple[str, ...]) -> float:
    chosen = [option for option in indicator.options if option.key in keys]
    if any(option.exclusive for option in chosen):
        return 0.0
    full = indicator.full_points
    if full is None:
        full = math.fsum(max(0.0, option.points or 0.0) for option in indicator.options)
    points = math.fsum(option.points or 0.0 for option in chosen)
    return 100.0 * min(1.0, max(0.0, points / full))


def _numeric_score(indicator: Indicator, value: float) -> float:
    if indicator.thresholds:
        higher = indicator.direction is Direction.HIGHER
        met = [
            at_least(value, threshold) if higher else at_least(threshold, value)
            for threshold in indicator.thresholds
        ]
        return 20.0 * sum(met)
    assert indicator.worst is not None  # checked at load
    assert indicator.best is not None
    share = (value - indicator.worst) / (indicator.best - indicator.worst)
    return 100.0 * min(1.0, max(0.0, share))
