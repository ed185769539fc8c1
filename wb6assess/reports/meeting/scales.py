"""The answer scale of an indicator as a meeting sees it: what each level, option or number counts as."""

import math
from collections.abc import Iterator

from wb6assess.model.instrument import Indicator
from wb6assess.model.vocabulary import Direction, IndicatorType, Polarity
from wb6assess.reports.figures import number_text
from wb6assess.reports.meeting.rows import TOP_LEVEL, Rung

POINTS_PER_LEVEL = 20.0
_STEPS = range(6)


def rungs_of(item: Indicator) -> tuple[Rung, ...]:
    """The scale from the lowest level (methodology 1.3); options of one level share a rung."""
    match item.type:
        case IndicatorType.LEVEL:
            return tuple(Rung(float(level), words) for level, words in enumerate(item.levels))
        case IndicatorType.YESNO:
            low, high = ("No", "Yes") if item.polarity is Polarity.POSITIVE else ("Yes", "No")
            return (Rung(0.0, low), Rung(TOP_LEVEL, high))
        case IndicatorType.SINGLE:
            return tuple(_options(item))
        case IndicatorType.MULTI:
            return tuple(_points(item))
        case IndicatorType.NUMERIC:
            return tuple(_thresholds(item) if item.thresholds else _line(item))
    return ()


def _options(item: Indicator) -> Iterator[Rung]:
    by_level: dict[float, list[str]] = {}
    for option in item.options:
        by_level.setdefault((option.score or 0.0) / POINTS_PER_LEVEL, []).append(option.label)
    for level, labels in sorted(by_level.items()):
        yield Rung(level, " / ".join(labels))


def _points(item: Indicator) -> Iterator[Rung]:
    full = item.full_points
    if full is None:
        full = math.fsum(max(0.0, option.points or 0.0) for option in item.options)
    for level in _STEPS:
        points = number_text(full * level / TOP_LEVEL)
        yield Rung(float(level), f"{points} of {number_text(full)} points for what is in place")


def _thresholds(item: Indicator) -> Iterator[Rung]:
    word = "at least" if item.direction is Direction.HIGHER else "at most"
    yield Rung(0.0, f"not yet {word} {_number(item, item.thresholds[0])}")
    for level, limit in enumerate(item.thresholds, start=1):
        yield Rung(float(level), f"{word} {_number(item, limit)}")


def _line(item: Indicator) -> Iterator[Rung]:
    assert item.worst is not None  # checked when a questionnaire is loaded
    assert item.best is not None
    for level in _STEPS:
        value = item.worst + (item.best - item.worst) * level / TOP_LEVEL
        yield Rung(float(level), _number(item, round(value, 2)))


def _number(item: Indicator, value: float) -> str:
    return f"{number_text(value)} {item.unit}".rstrip()
