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

    def answer_value(self, item: str) -> Value | None:
        """The valid value of an answer; None when unknown."""

    def field_value(self, item: str, field_id: str) -> Value | None:
        """The valid value of a companion field; None when unknown."""

    def answered(self, indicator: str) -> Truth:
        """Whether there is a valid value; None when the indicator is skipped."""

    def has_evidence(self, indicator: str) -> Truth:
        """Whether evidence is attached; None when the indicator is skipped."""


Meaning = Callable[[Facts], Truth]


def holds(condition: Condition, facts: Facts) -> Truth:
    """Kleene value of a condition: `all` is false on any false part, `any` true on any true part."""
    return meaning_of(condition)(facts)


def meaning_of(condition: Condition) -> Meaning:
    """`holds` of one condition, for those who ask it many times: the tree is walked once, here."""
    return _MEANINGS[type(condition)](condition)


def _all(condition: All) -> Meaning:
    parts = tuple(meaning_of(part) for part in condition.parts)

    def holds_all(facts: Facts) -> Truth:
        result: Truth = True
        for part in parts:
            truth = part(facts)
            if truth is False:
                return False
            if truth is None:
                result = None
        return result

    return holds_all


def _any(condition: Any) -> Meaning:
    parts = tuple(meaning_of(part) for part in condition.parts)

    def holds_any(facts: Facts) -> Truth:
        result: Truth = False
        for part in parts:
            truth = part(facts)
            if truth is True:
                return True
            if truth is None:
                result = None
        return result

    return holds_any


def _not(condition: Not) -> Meaning:
    part = meaning_of(condition.part)

    def holds_not(facts: Facts) -> Truth:
        truth = part(facts)
        return None if truth is None else not truth

    return holds_not


def _compare(condition: Compare) -> Meaning:
    left, op, right = condition.left, condition.op, condition.right
    if isinstance(left, Sum):
        return _between(_total_of(left), op, right)
    if isinstance(right, AnswerRef | FieldRef):
        return _between(_value_of(left), op, right)
    return _against(left, op, right)


def _value_of(ref: Ref) -> Callable[[Facts], Value | None]:
    if isinstance(ref, FieldRef):
        item, field_id = ref.indicator, ref.field
        return lambda facts: facts.field_value(item, field_id)
    answer = ref.id
    return lambda facts: facts.answer_value(answer)


def _between(left: Callable[[Facts], Value | float | None], op: Op, right: Literal | Ref) -> Meaning:
    if isinstance(right, AnswerRef | FieldRef):
        other = _value_of(right)
        return lambda facts: _compared(left(facts), op, other(facts))
    return lambda facts: _compared(left(facts), op, right)


def _against(left: Ref, op: Op, literal: Literal) -> Meaning:
    """A comparison of one answer or field with what stands in the condition: nearly all of them."""
    verdict = _verdict(op, literal)
    if isinstance(left, FieldRef):
        item, field_id = left.indicator, left.field
        return lambda facts: verdict(facts.field_value(item, field_id))
    answer = left.id
    return lambda facts: verdict(facts.answer_value(answer))


def _verdict(op: Op, literal: Literal) -> Callable[[Value | None], Truth]:
    """`_compared` with one literal, with a short way for the kind of value that is usual beside it."""
    if type(literal) is int:
        number, whole = literal, _WHOLE[op]
        return lambda a: whole(a, number) if type(a) is int else _compared(a, op, number)
    choices = frozenset(_as_tuple(literal))
    if all(isinstance(choice, str) and not is_number(choice) for choice in choices):
        # Two texts of which one is no number are equal when they are the same text.
        if op is Op.IN or (op is Op.EQ and not isinstance(literal, tuple)):
            return lambda a: a in choices if type(a) is str else _compared(a, op, literal)
        if op is Op.NE and not isinstance(literal, tuple):
            return lambda a: a not in choices if type(a) is str else _compared(a, op, literal)
    return lambda a: _compared(a, op, literal)


def _compared(a: Value | float | None, op: Op, b: Value | Literal | None) -> Truth:
    if a is None or b is None or isinstance(a, Mapping) or isinstance(b, Mapping):
        return None
    if type(a) is int and type(b) is int:
        return _WHOLE[op](a, b)
    if op is Op.IN:
        return _is_in(a, b)
    if op is Op.EQ or op is Op.NE:
        return _equal(a, b) is (op is Op.EQ)
    return _ordered(a, op, b)


_WHOLE: Mapping[Op, Callable[[int, int], bool]] = {
    Op.EQ: operator.eq,
    Op.NE: operator.ne,
    Op.GT: operator.gt,
    Op.GE: operator.ge,
    Op.LT: operator.lt,
    Op.LE: operator.le,
    Op.IN: operator.eq,
}

_MEANINGS: Mapping[type, Callable[..., Meaning]] = {
    All: _all,
    Any: _any,
    Not: _not,
    Compare: _compare,
    CountryIs: lambda condition: lambda facts: facts.country in condition.codes,
    Answered: lambda condition: lambda facts: facts.answered(condition.id),
    HasEvidence: lambda condition: lambda facts: facts.has_evidence(condition.id),
}


def _total_of(term: Sum) -> Callable[[Facts], float | None]:
    terms = tuple(_value_of(ref) for ref in term.terms)

    def total(facts: Facts) -> float | None:
        values = [value(facts) for value in terms]
        if not all(isinstance(value, int | str) and is_number(value) for value in values):
            return None
        return sum(float(value) for value in values if isinstance(value, int | str))

    return total


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
