"""Conditions as XPath of a form, which knows no third truth value.

XPath takes a missing answer for an empty text. So each condition is written twice: as what is certainly
true (`certain`) and as what is not certainly false (`possible`); `not` swaps the two. Checks fire on the
first, questions are asked on the second (methodology 1.2).
"""

from collections.abc import Iterable
from decimal import Decimal

from exports.xlsform.names import EVIDENCE, Names
from wb6assess.model.conditions import (
    All,
    Answered,
    AnswerRef,
    Compare,
    Condition,
    CountryIs,
    FieldRef,
    HasEvidence,
    Not,
    Op,
    Ref,
    Sum,
    referenced_indicators,
)
from wb6assess.model.conditions import Any as AnyOf
from wb6assess.model.instrument import Instrument

_SIGNS = {Op.EQ: "=", Op.NE: "!=", Op.GT: ">", Op.GE: ">=", Op.LT: "<", Op.LE: "<="}
TRUE, FALSE = "true()", "false()"


class InexpressibleError(ValueError):
    """A form has no counterpart for a condition; the argument says why."""


class Expressions:
    """Expressions over the questions of one form.

    Attributes:
        looked_at: Indicators for which an expression asks whether they are asked themselves; each
            needs its calculation `<id>__asked`.
    """

    def __init__(self, instrument: Instrument, names: Names) -> None:
        self._instrument = instrument
        self._names = names
        self.looked_at: dict[str, None] = {}

    def certain(self, condition: Condition) -> str:
        """True when the condition is certainly true.

        Raises:
            InexpressibleError: it looks at something outside this form.
        """
        return self._truth(condition, sure=True)

    def possible(self, condition: Condition) -> str:
        """True unless the condition is certainly false; raises as `certain`."""
        return self._truth(condition, sure=False)

    def asked(self, condition: Condition) -> str:
        """When a question with this `ask_if` is asked: unknown asks, except after a skipped one."""
        skippable = [item for item in referenced_indicators(condition) if self.is_skippable(item)]
        possible = self.possible(condition)
        if not skippable:
            return possible
        guards = [f"{self._asked_name(item)} = 1" for item in skippable]
        return _any([self.certain(condition), _all([possible, *guards])])

    def is_skippable(self, item: str) -> bool:
        """Whether an indicator has a condition of its own."""
        found = self._instrument.by_id.get(item)
        return found is not None and found.ask_if is not None

    def country(self, codes: Iterable[str]) -> str:
        """True for assessments of one of these countries."""
        name = self.reference("", "country")
        return _any([f"{name} = {quoted(code)}" for code in codes])

    def not_country(self, codes: Iterable[str]) -> str:
        """True for assessments of any other country."""
        name = self.reference("", "country")
        return _all([f"{name} != {quoted(code)}" for code in codes])

    def reference(self, item: str, part: str = "") -> str:
        """`${name}`."""
        return f"${{{self._names.of(item, part)}}}"

    def _truth(self, condition: Condition, *, sure: bool) -> str:
        match condition:
            case All(parts):
                return _all([self._truth(part, sure=sure) for part in parts])
            case AnyOf(parts):
                return _any([self._truth(part, sure=sure) for part in parts])
            case Not(part):
                return f"not({self._truth(part, sure=not sure)})"
            case CountryIs(codes):
                return self.country(codes)
            case Answered(item):
                return self._unless_skipped(item, f"{self._value(AnswerRef(item))} != ''", sure=sure)
            case HasEvidence(item):
                self._value(AnswerRef(item))
                kind = self.reference(item, f"{EVIDENCE}/kind")
                return self._unless_skipped(item, f"count-non-empty({kind}) > 0", sure=sure)
            case Compare():
                return self._comparison(condition, sure=sure)

    def _unless_skipped(self, item: str, test: str, *, sure: bool) -> str:
        """A test that is unknown, not false, while its indicator is skipped."""
        if sure or not self.is_skippable(item):
            return test
        return _any([test, f"{self._asked_name(item)} != 1"])

    def _asked_name(self, item: str) -> str:
        self.looked_at[item] = None
        return self.reference(item, "asked")

    def _comparison(self, condition: Compare, *, sure: bool) -> str:
        left, right = condition.left, condition.right
        terms = left.terms if isinstance(left, Sum) else (left,)
        compared = (*terms, right) if isinstance(right, AnswerRef | FieldRef) else terms
        names = list(dict.fromkeys(self._value(ref) for ref in compared if not isinstance(ref, tuple)))
        test = self._multiple(condition) if self._is_multiple(left) else self._single(condition)
        if not sure:
            return _any([*(f"{name} = ''" for name in names), test])
        if self._needs_guard(condition):
            return _all([*(f"{name} != ''" for name in names), test])
        return test

    def _needs_guard(self, condition: Compare) -> bool:
        """Whether an empty answer would pass the test by itself."""
        return condition.op is Op.NE or isinstance(condition.right, AnswerRef | FieldRef)

    def _single(self, condition: Compare) -> str:
        left, op, right = condition.left, condition.op, condition.right
        name = _sum(self._value(term) for term in left.terms) if isinstance(left, Sum) else ""
        name = name or self._value(left)  # type: ignore[arg-type]
        kind = "numeric" if isinstance(left, Sum) else self._kind(left)
        if isinstance(right, AnswerRef | FieldRef):
            if op is Op.IN:
                raise InexpressibleError("`in` with another answer")
            return f"{name} {_SIGNS[op]} {self._value(right)}"
        choices = right if isinstance(right, tuple) else (right,)
        if op is Op.IN:
            return _any([f"{name} = {_literal(choice, kind)}" for choice in choices])
        return f"{name} {_SIGNS[op]} {_literal(choices[0], kind)}"

    def _multiple(self, condition: Compare) -> str:
        """A multiple choice: `in` looks for one of several, `eq` for exactly these."""
        right = condition.right
        if isinstance(condition.left, Sum) or isinstance(right, AnswerRef | FieldRef):
            raise InexpressibleError("two multiple choices compared")
        name = self._value(condition.left)
        keys = [str(key) for key in (right if isinstance(right, tuple) else (right,))]
        picked = [f"selected({name}, {quoted(key)})" for key in keys]
        if condition.op is Op.IN:
            return _any(picked)
        same = _all([*picked, f"count-selected({name}) = {len(keys)}"])
        return f"not({same})" if condition.op is Op.NE else same

    def _is_multiple(self, term: Ref | Sum) -> bool:
        return not isinstance(term, Sum) and self._kind(term) == "multi"

    def _kind(self, ref: Ref) -> str:
        found = self._instrument
        if isinstance(ref, FieldRef):
            return found.field_by_key[(ref.indicator, ref.field)].type.value
        if ref.id in found.vignette_by_id:
            return "level"
        question = found.by_id.get(ref.id) or found.context_by_id[ref.id]
        return question.type.value

    def _value(self, ref: Ref) -> str:
        """`${name}` of an answer or field.

        Raises:
            InexpressibleError: another questionnaire asks it.
        """
        found = self._instrument
        if isinstance(ref, FieldRef):
            if (ref.indicator, ref.field) in found.field_by_key:
                return f"${{{self._names.field(ref.indicator, ref.field)}}}"
        elif ref.id in {*found.by_id, *found.vignette_by_id, *found.context_by_id}:
            return self.reference(ref.id)
        raise InexpressibleError(f"{ref if isinstance(ref, FieldRef) else ref.id} is asked elsewhere")


def quoted(text: str) -> str:
    """A text as XPath 1.0 writes it, which has no escapes."""
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text:
        return f'"{text}"'
    parts = ', "\'", '.join(f"'{part}'" for part in text.split("'"))
    return f"concat({parts})"


def number(value: float) -> str:
    """A number without exponent."""
    return f"{Decimal(repr(value)):f}" if isinstance(value, float) else str(value)


def _literal(value: object, kind: str) -> str:
    if kind == "date":
        return f"date({quoted(str(value))})"
    if isinstance(value, int | float):
        return number(value)
    return quoted(str(value))


def _sum(names: Iterable[str]) -> str:
    return f"({' + '.join(names)})"


def _all(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else " and ".join(_bracketed(part, " or ") for part in parts)


def _any(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else " or ".join(_bracketed(part, " and ") for part in parts)


def _bracketed(part: str, inner: str) -> str:
    """Parentheses around a part that is joined by the other word itself."""
    return f"({part})" if inner in part and not _closed(part) else part


def _closed(part: str) -> bool:
    """Whether a part is one call or one pair of parentheses already."""
    start = part.find("(")
    if start < 0 or not part.endswith(")") or " " in part[:start]:
        return False
    depth, quote = 0, ""
    for place, letter in enumerate(part):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        elif letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
            if depth == 0 and place < len(part) - 1:
                return False
    return True
