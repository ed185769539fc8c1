"""Three-valued meaning of conditions (methodology 1.2); None stands for unknown."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from wb6assess.model.assessment import Value
from wb6assess.model.conditions import (
    All,
    Answered,
    Any,
    Compare,
    Condition,
    CountryIs,
    HasEvidence,
    Literal,
    Not,
    Op,
    Ref,
    Sum,
)
from wb6assess.model.values import is_number

Truth = bool | None


class Facts(Protocol):
    """What a condition may ask about one expert's answers."""

    @property
    def country(self) -> str:
        """Country code of the assessment."""

    def value(self, ref: Ref) -> Value | None:
        """The valid value of an answer or field; None when unknown."""

    def answered(self, indicator: str) -> Truth:
        """Whether there is a valid value; None when the indicator is skipped."""

    def has_evidence(self, indicator: str) -> Truth:
        """Whether evidence is attached; None when the indicator is skipped."""


def holds(condition: Condition, facts: Facts) -> Truth:
    """Kleene value of a condition: `all` is false on any false part, `any` true on any true part."""
    match condition:
        case All(parts):
            return _all(holds(part, facts) for part in parts)
        case Any(parts):
            inverse = _all(_not(holds(part, facts)) for part in parts)
            return _not(inverse)
        case Not(part):
            return _not(holds(part, facts))
        case CountryIs(codes):
            return facts.country in codes
        case Answered(indicator):
            return facts.answered(indicator)
        case HasEvidence(indicator):
            return facts.has_evidence(indicator)
        case Compare(left, op, right):
            return _compare(left, op, right, facts)


def _all(truths: Iterable[Truth]) -> Truth:
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def _not(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _compare(left: Ref | Sum, op: Op, right: Literal | Ref, facts: Facts) -> Truth:
    a = _total(left, facts) if isinstance(left, Sum) else facts.value(left)
    b = facts.value(right) if not isinstance(right, int | float | str | tuple) else right
    if a is None or b is None or isinstance(a, Mapping) or isinstance(b, Mapping):
        return None
    if op is Op.IN:
        return _is_in(a, b)
    if op in {Op.EQ, Op.NE}:
        return _equal(a, b) is (op is Op.EQ)
    return _ordered(a, op, b)


def _total(term: Sum, facts: Facts) -> float | None:
    values = [facts.value(ref) for ref in term.terms]
    if not all(isinstance(value, int | str) and is_number(value) for value in values):
        return None
    return sum(float(value) for value in values if isinstance(value, int | str))


def _is_in(a: Literal, b: Literal) -> bool:
    choices = b if isinstance(b, tuple) else (b,)
    chosen = a if isinstance(a, tuple) else (a,)
    return any(_equal(item, choice) for item in chosen for choice in choices)


def _equal(a: Literal, b: Literal) -> bool:
    if isinstance(a, tuple) or isinstance(b, tuple):
        return set(_as_tuple(a)) == set(_as_tuple(b))
    if _numeric(a) and _numeric(b):
        return float(a) == float(b)
    return a == b


def _as_tuple(value: Literal) -> tuple[int | float | str, ...]:
    return value if isinstance(value, tuple) else (value,)


def _numeric(value: Literal) -> bool:
    return isinstance(value, float) or is_number(value)


def _ordered(a: Literal, op: Op, b: Literal) -> Truth:
    if isinstance(a, tuple) or isinstance(b, tuple):
        return None
    if _numeric(a) and _numeric(b):
        sign = (float(a) > float(b)) - (float(a) < float(b))
    elif isinstance(a, str) and isinstance(b, str):
        # Dates are stored in their one ISO form, which sorts as text.
        sign = (a > b) - (a < b)
    else:
        return None
    return {Op.GT: sign > 0, Op.GE: sign >= 0, Op.LT: sign < 0, Op.LE: sign <= 0}[op]
