"""The questionnaire's condition language as spreadsheet formulas.

Three-valued truth as a number: 1 true, 0 false, 0.5 unknown. Then `all` is MIN, `any` MAX and `not`
1 - x, which is exactly Kleene's logic (methodology 1.2). Answers are read through cells that are
empty while the value is unknown; numbers and levels are numbers there, dates yyyymmdd, choices their
keys, several choices `;a;b;` in the order of the questionnaire, texts themselves.
"""

import re
from collections.abc import Sequence
from typing import Protocol

from exports.workbook.cells import Question, kind_of
from exports.workbook.names import quoted
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
from wb6assess.model.instrument import Vignette
from wb6assess.model.values import is_number
from wb6assess.scoring.conditions import Truth, holds

UNKNOWN = "0.5"
_SIGNS = {Op.EQ: "=", Op.NE: "<>", Op.GT: ">", Op.GE: ">=", Op.LT: "<", Op.LE: "<="}
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


class NotExpressibleError(ValueError):
    """No formula says this condition in every spreadsheet program."""


class Places(Protocol):
    """Where a condition finds what it asks about."""

    def question(self, ref: Ref) -> Question | None:
        """What is asked there; None for an id of another questionnaire."""

    def value(self, ref: Ref) -> str:
        """Address of the usable value, an empty text while it is unknown."""

    def state(self, indicator: str) -> str | None:
        """Address of an indicator's state; None for an id of another questionnaire."""

    def evidence(self, indicator: str) -> str:
        """Address of an indicator's number of evidence items."""

    def country(self) -> str:
        """Address of the country code."""


def as_number(truth: Truth) -> float:
    """The value a truth formula has."""
    return 0.5 if truth is None else float(truth)


def formula(condition: Condition, places: Places) -> str:
    """A condition as a formula without its equals sign.

    Raises:
        NotExpressibleError: it compares texts in a way spreadsheets do differently.
    """
    match condition:
        case All(parts):
            return _joined("MIN", [formula(part, places) for part in parts], empty="1")
        case Any(parts):
            return _joined("MAX", [formula(part, places) for part in parts], empty="0")
        case Not(part):
            return f"(1-{formula(part, places)})"
        case CountryIs(codes):
            here = places.country()
            return _test([f"{here}={quoted(code)}" for code in codes])
        case Answered(indicator):
            return _unless_skipped(indicator, f'IF({places.state(indicator)}="answered",1,0)', places)
        case HasEvidence(indicator):
            if places.state(indicator) is None:
                return UNKNOWN
            return _unless_skipped(indicator, f"IF({places.evidence(indicator)}>0,1,0)", places)
        case Compare(Sum(terms), op, right):
            return _sum(terms, op, right, places)
        case Compare(AnswerRef() | FieldRef() as left, op, right):
            if isinstance(right, AnswerRef | FieldRef):
                return _between(left, op, right, places)
            return _against(left, op, right, places)
    raise NotExpressibleError


def _joined(function: str, parts: Sequence[str], empty: str) -> str:
    if not parts:
        return empty
    return parts[0] if len(parts) == 1 else f"{function}({','.join(parts)})"


def _test(tests: Sequence[str]) -> str:
    if not tests:
        return "0"
    return f"IF({_or(tests)},1,0)"


def _or(tests: Sequence[str]) -> str:
    return tests[0] if len(tests) == 1 else f"OR({','.join(tests)})"


def _unless_skipped(indicator: str, otherwise: str, places: Places) -> str:
    state = places.state(indicator)
    return UNKNOWN if state is None else f'IF(LEFT({state},4)="skip",{UNKNOWN},{otherwise})'


def _kind(ref: Ref, places: Places) -> str:
    question = places.question(ref)
    if question is None:
        return "grid"  # never known, like a value of another questionnaire
    return kind_of(question)


def _number_literal(value: Literal) -> str | None:
    """A literal that compares as a number, in the invariant form of formulas."""
    if isinstance(value, tuple) or not (isinstance(value, float) or is_number(value)):
        return None
    number = float(value)
    return str(int(number)) if number.is_integer() else repr(number)


def _against(left: Ref, op: Op, literal: Literal, places: Places) -> str:
    kind = _kind(left, places)
    if kind == "grid":
        return UNKNOWN
    cell = places.value(left)
    if kind in {"level", "numeric"}:
        return f"IF(ISNUMBER({cell}),{_number_test(cell, op, literal)},{UNKNOWN})"
    if kind in {"single", "yesno"}:
        return _choice(left, cell, op, literal, places)
    if kind == "multi":
        return _choices(left, cell, op, literal, places)
    if kind == "date":
        return f'IF({cell}="",{UNKNOWN},{_date_test(cell, op, literal)})'
    return f'IF({cell}="",{UNKNOWN},{_text_test(cell, op, literal)})'


def _number_test(cell: str, op: Op, literal: Literal) -> str:
    if op is Op.IN:
        options = literal if isinstance(literal, tuple) else (literal,)
        numbers = [number for option in options if (number := _number_literal(option))]
        return _test([f"{cell}={number}" for number in numbers])
    number = _number_literal(literal)
    if number is not None:
        return f"IF({cell}{_SIGNS[op]}{number},1,0)"
    return {Op.EQ: "0", Op.NE: "1"}.get(op, UNKNOWN)


def _sum(terms: Sequence[Ref], op: Op, right: Literal | Ref, places: Places) -> str:
    if any(_kind(term, places) not in {"level", "numeric"} for term in terms) or not terms:
        return UNKNOWN
    cells = [places.value(term) for term in terms]
    total = f"({'+'.join(cells)})"
    known = [f"ISNUMBER({cell})" for cell in cells]
    if isinstance(right, AnswerRef | FieldRef):
        if _kind(right, places) not in {"level", "numeric"}:
            return UNKNOWN if _kind(right, places) == "grid" else _refused()
        other = places.value(right)
        known.append(f"ISNUMBER({other})")
        test = f"IF({total}{_SIGNS.get(op, '=')}{other},1,0)"
    else:
        test = _number_test(total, op, right)
    return f"IF(AND({','.join(known)}),{test},{UNKNOWN})"


class _OneValue:
    """Facts that know a single value: to ask the app itself what it thinks of it."""

    country = ""

    def __init__(self, value: Value) -> None:
        self._value = value

    def answer_value(self, _item: str) -> Value:
        return self._value

    def field_value(self, _item: str, _field_id: str) -> Value:
        return self._value

    def answered(self, _indicator: str) -> Truth:
        return None

    def has_evidence(self, _indicator: str) -> Truth:
        return None


def _keys(ref: Ref, places: Places) -> tuple[str, ...]:
    question = places.question(ref)
    if question is None or isinstance(question, Vignette):
        return ()
    if kind_of(question) == "yesno":
        return ("yes", "no")
    return tuple(option.key for option in question.options)


def _choice(left: Ref, cell: str, op: Op, literal: Literal, places: Places) -> str:
    """A choice has few possible values: let the app judge each of them now."""
    verdicts = {key: holds(Compare(left, op, literal), _OneValue(key)) for key in _keys(left, places)}
    true = [f"EXACT({cell},{quoted(key)})" for key, truth in verdicts.items() if truth]
    if any(truth is None for truth in verdicts.values()):
        unknown = [f"EXACT({cell},{quoted(key)})" for key, truth in verdicts.items() if truth is None]
        rest = f"IF({_or(unknown)},{UNKNOWN},0)"
    else:
        rest = "0"
    test = f"IF({_or(true)},1,{rest})" if true else rest
    return f'IF({cell}="",{UNKNOWN},{test})'


def _choices(left: Ref, cell: str, op: Op, literal: Literal, places: Places) -> str:
    keys = _keys(left, places)
    if op is Op.IN:
        found = [key for key in keys if holds(Compare(left, op, literal), _OneValue((key,)))]
        test = _test([f"ISNUMBER(FIND({quoted(f';{key};')},{cell}))" for key in found])
    elif op in {Op.EQ, Op.NE}:
        wanted = set(literal) if isinstance(literal, tuple) else {literal}
        whole = ";".join(["", *(key for key in keys if key in wanted), ""])
        possible = wanted <= set(keys)
        hit, miss = ("1", "0") if op is Op.EQ else ("0", "1")
        test = f"IF(EXACT({cell},{quoted(whole)}),{hit},{miss})" if possible else miss
    else:
        return UNKNOWN
    return f'IF({cell}="",{UNKNOWN},{test})'


def _day_number(literal: Literal) -> str | None:
    day = _DAY.fullmatch(literal) if isinstance(literal, str) else None
    return str(int("".join(day.groups()))) if day else None


def _date_test(cell: str, op: Op, literal: Literal) -> str:
    if op is Op.IN:
        options = literal if isinstance(literal, tuple) else (literal,)
        return _test([f"{cell}={day}" for option in options if (day := _day_number(option))])
    day = _day_number(literal)
    if day is not None:
        return f"IF({cell}{_SIGNS[op]}{day},1,0)"
    if op in {Op.EQ, Op.NE}:
        return {Op.EQ: "0", Op.NE: "1"}[op]
    return _refused() if isinstance(literal, str) else UNKNOWN


def _text_test(cell: str, op: Op, literal: Literal) -> str:
    options = literal if isinstance(literal, tuple) else (literal,)
    if op not in {Op.EQ, Op.NE, Op.IN} or (op is not Op.IN and isinstance(literal, tuple)):
        return _refused()
    if any(_number_literal(option) is not None for option in options):
        return _refused()
    test = _test([f"EXACT({cell},{quoted(str(option))})" for option in options])
    return f"(1-{test})" if op is Op.NE else test


def _between(left: Ref, op: Op, right: Ref, places: Places) -> str:
    kinds = _kind(left, places), _kind(right, places)
    if "grid" in kinds:
        return UNKNOWN
    a, b = places.value(left), places.value(right)
    numbers = {"level", "numeric"}
    if set(kinds) <= numbers or kinds == ("date", "date"):
        known = f"AND(ISNUMBER({a}),ISNUMBER({b}))"
        return f"IF({known},IF({a}{_SIGNS.get(op, '=')}{b},1,0),{UNKNOWN})"
    keys = [*_keys(left, places), *_keys(right, places)]
    plain = not any(is_number(key) for key in keys) and set(kinds) <= {"single", "yesno"}
    if plain and op in {Op.EQ, Op.NE, Op.IN}:
        hit, miss = ("0", "1") if op is Op.NE else ("1", "0")
        return f'IF(OR({a}="",{b}=""),{UNKNOWN},IF(EXACT({a},{b}),{hit},{miss}))'
    return _refused()


def _refused() -> str:
    raise NotExpressibleError
