"""The one reading of a value: whether it fits its question, and what number it stands for."""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Set
from datetime import date
from enum import StrEnum
from typing import Any, Final

from wb6assess.model.assessment import Number, Value
from wb6assess.model.instrument import Column, Field, Indicator, Option, Vignette
from wb6assess.model.vocabulary import LEVELS

_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_MAX_DIGITS: Final = 18
_MAX_TEXT = 100_000
_Bounds = tuple[float, float] | None


class Fault(StrEnum):
    """Why a value does not fit its question."""

    WRONG_TYPE = "wrong-type"
    NOT_A_LEVEL = "not-a-level"
    UNKNOWN_OPTION = "unknown-option"
    NOT_A_DATE = "not-a-date"
    NOT_A_NUMBER = "not-a-number"
    UNKNOWN_CELL = "unknown-cell"
    TEXT_TOO_LONG = "text-too-long"
    NOTHING_CHOSEN = "nothing-chosen"
    EXCLUSIVE_COMBINED = "exclusive-combined"
    IMPLAUSIBLE = "implausible"

    @property
    def structural(self) -> bool:
        """Such a value is refused at the border; others are stored and count as unanswered."""
        return self not in {Fault.NOTHING_CHOSEN, Fault.EXCLUSIVE_COMBINED, Fault.IMPLAUSIBLE}


Question = Indicator | Field | Vignette
Gate = Callable[[object], Fault | None]


def value_fault(question: Question, value: Value) -> Fault | None:
    """What is wrong with a value, or None when it is valid (methodology 1.3).

    `value` may be anything JSON can hold; this function is the gate for files from outside.
    """
    return gate_of(question)(value)


def gate_of(question: Question) -> Gate:
    """`value_fault` of one question, for those who ask it many times."""
    return _GATES["level" if isinstance(question, Vignette) else question.type](question)


def as_float(value: Number) -> float:
    """The double a stored number stands for."""
    return float(value)


def number_from(raw: int | float) -> Number:
    """A JSON or spreadsheet number as files of this application hold it.

    Whole numbers become `int`, others the shortest decimal string that reads back the same.

    Raises:
        ValueError: not finite, or too many digits to be a sensible figure.
    """
    if isinstance(raw, float):
        if not math.isfinite(raw) or abs(raw) >= 10**_MAX_DIGITS:
            raise ValueError(f"not a usable number: {raw}")
        if raw.is_integer():
            return int(raw)
        text = f"{raw:.15f}".rstrip("0") if "e" in repr(raw) else repr(raw)
        return int(float(text)) if float(text).is_integer() else text
    if abs(raw) >= 10**_MAX_DIGITS:
        raise ValueError(f"not a usable number: {raw}")
    return raw


def is_number(value: object) -> bool:
    """Whether this is an `int` or a decimal string, as numbers are stored."""
    if isinstance(value, bool):
        return False
    if isinstance(value, int):
        return abs(value) < 10**_MAX_DIGITS
    if not isinstance(value, str) or len(value) > 2 * _MAX_DIGITS:
        return False
    return _DECIMAL.fullmatch(value) is not None


def _level_fault(value: object) -> Fault | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return Fault.WRONG_TYPE
    return None if value in LEVELS else Fault.NOT_A_LEVEL


def _code_gate(keys: Set[str]) -> Gate:
    def code_fault(value: object) -> Fault | None:
        if not isinstance(value, str):
            return Fault.WRONG_TYPE
        return None if value in keys else Fault.UNKNOWN_OPTION

    return code_fault


def _multi_gate(question: Indicator | Field) -> Gate:
    keys = _keys(question.options)
    exclusive = _keys(option for option in question.options if option.exclusive)

    def multi_fault(value: object) -> Fault | None:
        if not isinstance(value, tuple) or not all(isinstance(key, str) for key in value):
            return Fault.WRONG_TYPE
        chosen = set(value)
        if len(chosen) != len(value) or not chosen <= keys:
            return Fault.UNKNOWN_OPTION
        if not value:
            return Fault.NOTHING_CHOSEN
        return Fault.EXCLUSIVE_COMBINED if exclusive & chosen and len(value) > 1 else None

    return multi_fault


def _number_gate(question: Indicator | Field) -> Gate:
    bounds = question.plausible
    return lambda value: _number_fault(value, bounds)


def _number_fault(value: object, plausible: _Bounds) -> Fault | None:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return Fault.WRONG_TYPE
    if not is_number(value):
        return Fault.NOT_A_NUMBER
    if plausible is not None and not plausible[0] <= float(value) <= plausible[1]:
        return Fault.IMPLAUSIBLE
    return None


def _date_fault(value: object) -> Fault | None:
    if not isinstance(value, str):
        return Fault.WRONG_TYPE
    try:
        # Only the one written form: sorting and comparing dates as text relies on it.
        return None if date.fromisoformat(value).isoformat() == value else Fault.NOT_A_DATE
    except ValueError:
        return Fault.NOT_A_DATE


def _grid_fault(value: object, rows: Set[str], columns: Set[str], bounds: _Bounds) -> Fault | None:
    if not isinstance(value, Mapping):
        return Fault.WRONG_TYPE
    faults = []
    for row, cells in value.items():
        if row not in rows or not isinstance(cells, Mapping) or not set(cells) <= columns:
            return Fault.UNKNOWN_CELL
        faults += [_number_fault(number, bounds) for number in cells.values()]
    found = [fault for fault in faults if fault is not None]
    if found:
        # A cell that is no number stops the file; one that is merely odd must not hide it.
        return next((fault for fault in found if fault.structural), found[0])
    return None if value else Fault.NOTHING_CHOSEN


def _text_fault(value: object) -> Fault | None:
    if not isinstance(value, str):
        return Fault.WRONG_TYPE
    return Fault.TEXT_TOO_LONG if len(value) > _MAX_TEXT else None


def _grid_gate(question: Field) -> Gate:
    rows, columns, bounds = _keys(question.rows), _keys(question.columns), question.plausible
    return lambda value: _grid_fault(value, rows, columns, bounds)


def _keys(items: Iterable[Option | Column]) -> frozenset[str]:
    return frozenset(item.key for item in items)


# Indicators and companion fields share the names of their types; one table serves both. The types are
# their own texts, so nobody needs `.value` to look here.
_GATES: Mapping[str, Callable[[Any], Gate]] = {
    "level": lambda _: _level_fault,
    "vignette": lambda _: _level_fault,
    "yesno": lambda _: _code_gate({"yes", "no"}),
    "single": lambda question: _code_gate(_keys(question.options)),
    "multi": _multi_gate,
    "numeric": _number_gate,
    "date": lambda _: _date_fault,
    "grid": _grid_gate,
    "text": lambda _: _text_fault,
}
