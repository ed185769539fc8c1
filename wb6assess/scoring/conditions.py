"""Three-valued meaning of conditions (methodology 1.2); None stands for unknown."""

import operator
from collections.abc import Callable, Mapping
from typing import Protocol

from wb6assess.model.assessment import Value
from wb6assess.model.conditions import (
    All,
    Answered,
    AnswerRef,
    Any,
    Compare,
    Condition,
    CountryIs,
    FieldRef,
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
    # Dispatch on the type: a match statement tries one class after the other, and conditions are
    # evaluated some hundred times after each keystroke.
    return _MEANINGS[type(condition)](condition, facts)


def _holds_all(condition: All, facts: Facts) -> Truth:
    result: Truth = True
    for part in condition.parts:
        truth = _MEANINGS[type(part)](part, facts)
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def _holds_any(condition: Any, facts: Facts) -> Truth:
    result: Truth = False
    for part in condition.parts:
        truth = _MEANINGS[type(part)](part, facts)
        if truth is True:
            return True
        if truth is None:
            result = None
    return result


def _holds_not(condition: Not, facts: Facts) -> Truth:
    truth = holds(condition.part, facts)
    return None if truth is None else not truth


def _holds_compare(condition: Compare, facts: Facts) -> Truth:
    left, op, right = condition.left, condition.op, condition.right
    a = _total(left, facts) if isinstance(left, Sum) else facts.value(left)
    if a is None:
        return None
    b = facts.value(right) if isinstance(right, _REFS) else right
    if type(a) is int and type(b) is int:  # levels against levels: nearly every comparison
        return _WHOLE[op](a, b)
    if b is None or isinstance(a, Mapping) or isinstance(b, Mapping):
        return None
    if op is Op.IN:
        return _is_in(a, b)
    if op is Op.EQ or op is Op.NE:
        return _equal(a, b) is (op is Op.EQ)
    return _ordered(a, op, b)


_REFS = (AnswerRef, FieldRef)
_WHOLE: Mapping[Op, Callable[[int, int], bool]] = {
    Op.EQ: operator.eq,
    Op.NE: operator.ne,
    Op.GT: operator.gt,
    Op.GE: operator.ge,
    Op.LT: operator.lt,
    Op.LE: operator.le,
    Op.IN: operator.eq,
}

_MEANINGS: Mapping[type, Callable[..., Truth]] = {
    All: _holds_all,
    Any: _holds_any,
    Not: _holds_not,
    Compare: _holds_compare,
    CountryIs: lambda condition, facts: facts.country in condition.codes,
    Answered: lambda condition, facts: facts.answered(condition.id),
    HasEvidence: lambda condition, facts: facts.has_evidence(condition.id),
}


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
    if type(a) is str and a == b:  # a chosen option: nearly every other comparison
        return True
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
