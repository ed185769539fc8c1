"""The words a questionnaire is written in: the closed lists its file may choose from."""

from enum import StrEnum

LEVELS = range(6)
"""Levels are whole numbers 0-5; a ladder has exactly six descriptors."""


class IndicatorType(StrEnum):
    """How an indicator is answered (methodology 1.3)."""

    LEVEL = "level"
    YESNO = "yesno"
    SINGLE = "single"
    MULTI = "multi"
    NUMERIC = "numeric"
    TEXT = "text"
    VIGNETTE = "vignette"

    @property
    def scored(self) -> bool:
        """Text and vignettes are never scored."""
        return self not in _UNSCORED


_UNSCORED = frozenset({IndicatorType.TEXT, IndicatorType.VIGNETTE})


class FieldType(StrEnum):
    """How a companion field or context question is answered."""

    SINGLE = "single"
    MULTI = "multi"
    NUMERIC = "numeric"
    DATE = "date"
    TEXT = "text"
    YESNO = "yesno"
    GRID = "grid"
    LEVEL = "level"


class Aspect(StrEnum):
    """Which side of alignment an indicator observes (methodology 7)."""

    LAW = "law"
    INSTITUTION = "institution"
    PRACTICE = "practice"
    OUTCOME = "outcome"
    INTERFACE = "interface"


class SkipEffect(StrEnum):
    """What a false `ask_if` does to the score (methodology 1.2)."""

    EXCLUDE = "exclude"
    SCORE_ZERO = "score_zero"


class Actor(StrEnum):
    """Who decides about the next level."""

    NATIONAL = "national"
    JOINT = "joint"
    EU = "eu"


class Addressee(StrEnum):
    """Of whom is asked what experts name in answer to a context question."""

    GOVERNMENT = "government"
    EU = "eu"
    EITHER = "either"


class Polarity(StrEnum):
    """Which answer of a yes/no question is the good one."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Direction(StrEnum):
    """Whether a larger number is better."""

    HIGHER = "higher"
    LOWER = "lower"


class Method(StrEnum):
    """How children of a node are aggregated (methodology 3.2)."""

    ARITHMETIC = "arithmetic"
    GEOMETRIC = "geometric"
    MIN = "min"


class Severity(StrEnum):
    """How much a finding matters; `comment` needs a comment to hand in, `block` stops handing in."""

    INFO = "info"
    WARN = "warn"
    COMMENT = "comment"
    BLOCK = "block"


class LineageChange(StrEnum):
    """How an indicator relates to the earlier version's (methodology 8)."""

    UNCHANGED = "unchanged"
    EDITORIAL = "editorial"
    RESCALED = "rescaled"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    REMOVED = "removed"
