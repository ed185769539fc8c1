"""The next step on an indicator, the text of its next level, and who decides it (methodology 6.5)."""

from collections.abc import Mapping
from dataclasses import dataclass

from wb6assess.model.instrument import Indicator
from wb6assess.model.vocabulary import Actor, Direction, IndicatorType, Polarity
from wb6assess.reports.figures import number_text
from wb6assess.reports.json_parts import Json
from wb6assess.scoring.numbers import above, snapped

_STEP = 20.0
_TOP = 5

_ACTORS: Mapping[Actor, str] = {
    Actor.NATIONAL: "the country",
    Actor.JOINT: "the country and the EU together",
    Actor.EU: "the EU",
}


@dataclass(frozen=True, slots=True)
class NextStep:
    """The rung above where an indicator stands.

    Attributes:
        text: What the next level says, in the questionnaire's language; for other types what would
            score more.
        level: The next whole level 1-5; None for types without levels.
        actor: Who decides about it.
        beyond_ceiling: The country cannot reach it without a decision on the EU side.
    """

    text: str
    level: int | None
    actor: Actor
    beyond_ceiling: bool = False


def next_step(item: Indicator, score: float) -> NextStep | None:
    """The next step from a consolidated score 0-100; None at the top."""
    if not above(100.0, score):
        return None
    level = min(_TOP, snapped(score) // snapped(_STEP) + 1)
    text = _text(item, score, level)
    if not text:
        return None
    has_levels = bool(item.levels or item.thresholds)
    return NextStep(text, level if has_levels else None, item.actor, level > item.ceiling)


def actor_words(actor: Actor) -> str:
    """Who decides, in the middle of a sentence."""
    return _ACTORS[actor]


def next_step_json(step: NextStep | None) -> Json:
    """The step as keys of a priority."""
    return {
        "next_step": step and step.text,
        "next_level": step and step.level,
        "actor": step and step.actor.value,
        "beyond_ceiling": step and step.beyond_ceiling,
    }


def _text(item: Indicator, score: float, level: int) -> str:
    if item.type is IndicatorType.LEVEL:
        return item.levels[level] if item.levels else ""
    if item.type is IndicatorType.YESNO:
        return "“yes”" if item.polarity is Polarity.POSITIVE else "“no”"
    if item.type is IndicatorType.SINGLE:
        return _better_option(item, score)
    if item.type is IndicatorType.MULTI:
        return "; ".join(option.label for option in item.options if (option.points or 0) > 0)
    if item.type is IndicatorType.NUMERIC:
        return _number(item, level)
    return ""


def _better_option(item: Indicator, score: float) -> str:
    better = [o for o in item.options if o.score is not None and above(o.score, score)]
    return min(better, key=lambda option: option.score or 0.0).label if better else ""


def _number(item: Indicator, level: int) -> str:
    unit = f" {item.unit}" if item.unit else ""
    if item.thresholds:
        side = "at least" if item.direction is Direction.HIGHER else "at most"
        return f"{side} {number_text(item.thresholds[level - 1])}{unit}"
    return "" if item.best is None else f"towards {number_text(item.best)}{unit}"
