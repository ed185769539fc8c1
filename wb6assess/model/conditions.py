"""The condition language of questionnaires as immutable trees (docs/instrument-format.md).

Meaning (three-valued) is in `scoring.conditions`; reading from YAML is in `instruments.format`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Op(StrEnum):
    """How a leaf compares."""

    EQ = "eq"
    NE = "ne"
    GT = "gt"
    GE = "ge"
    LT = "lt"
    LE = "le"
    IN = "in"


# What a condition may compare with: a number, a code or date, several of them.
Literal = int | float | str | tuple[int | float | str, ...]


@dataclass(frozen=True, slots=True)
class AnswerRef:
    """The raw value of an indicator, answered by the same expert."""

    id: str


@dataclass(frozen=True, slots=True)
class FieldRef:
    """A companion field, written `FDI-5.4.cases` in files."""

    indicator: str
    field: str

    def __str__(self) -> str:
        return f"{self.indicator}.{self.field}"


Ref = AnswerRef | FieldRef


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of several numeric fields or answers; unknown when one is missing."""

    terms: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """`left op right`, where right is a literal or another answer or field."""

    left: Ref | Sum
    op: Op
    right: Literal | Ref


@dataclass(frozen=True, slots=True)
class Answered:
    """True when the indicator has a valid value."""

    id: str


@dataclass(frozen=True, slots=True)
class HasEvidence:
    """True when the indicator's answer carries at least one evidence item."""

    id: str


@dataclass(frozen=True, slots=True)
class CountryIs:
    """True when the assessment is about one of these countries."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is true."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """True when some part is true."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True when the part is false; unknown stays unknown."""

    part: "Condition"


Condition = Compare | Answered | HasEvidence | CountryIs | All | Any | Not


def leaves(condition: Condition) -> Iterator[Compare | Answered | HasEvidence | CountryIs]:
    """The comparisons of a tree, left to right."""
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield condition


def references(condition: Condition) -> Iterator[Ref]:
    """Every answer and field a tree looks at, left to right, repeats included."""
    for leaf in leaves(condition):
        match leaf:
            case Compare(Sum(terms), _, right):
                yield from terms
                if isinstance(right, AnswerRef | FieldRef):
                    yield right
            case Compare(left, _, right):
                if isinstance(left, AnswerRef | FieldRef):
                    yield left
                if isinstance(right, AnswerRef | FieldRef):
                    yield right
            case Answered(indicator) | HasEvidence(indicator):
                yield AnswerRef(indicator)
            case CountryIs():
                pass


def referenced_indicators(condition: Condition) -> Mapping[str, None]:
    """Indicator ids a tree depends on, in order, each once (an ordered set)."""
    return dict.fromkeys(
        ref.id if isinstance(ref, AnswerRef) else ref.indicator for ref in references(condition)
    )
