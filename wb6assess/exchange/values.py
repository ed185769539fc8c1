"""Values of a JSON file as the model holds them, checked against their question."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from wb6assess.exchange.shapes import close_to, kind_of
from wb6assess.exchange.texts import tidy
from wb6assess.model.assessment import Value
from wb6assess.model.instrument import Field, Indicator, Vignette
from wb6assess.model.values import Fault, Question, is_number, number_from, value_fault
from wb6assess.model.vocabulary import FieldType, IndicatorType


class ValueRefusedError(ValueError):
    """The value does not fit its question; the message says why, without its place."""


def value_from_json(raw: Any, question: Question) -> Value | None:
    """The value in the one form files hold it; None for nothing at all.

    Numbers and decimal strings become the shortest form, a multiple choice stands in the order of
    the options, texts are tidied; so equal answers have equal digests.

    Raises:
        ValueRefusedError: a structural fault (`model.values.Fault.structural`); others are kept.
    """
    if raw is None or raw == "":
        return None
    value: Value = _normalised(raw, question)
    fault = value_fault(question, value)
    if fault is Fault.IMPLAUSIBLE and isinstance(question, Field):
        # One implausible cell of a grid must not hide another that is no number at all.
        fault = value_fault(replace(question, plausible=None), value)
    if fault is not None and fault.structural:
        raise ValueRefusedError(_sentence(fault, raw, question))
    return value


def number_text(text: str) -> int | str:
    """A decimal string in its shortest form: "1.50" as "1.5", "3.0" as 3; others unchanged."""
    if not is_number(text):
        return text
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if "." in text else int(text)


def _normalised(raw: Any, question: Question) -> Any:
    """`raw` in the model's types where it can be read so; otherwise as it is, for `value_fault`."""
    kind = _kind(question)
    match raw:
        case float() if kind == "numeric":
            return _number(raw)
        case float() if kind == "level" and raw.is_integer():
            return int(raw)  # tables with gaps write every number with a decimal point
        case str() if kind == "numeric":
            return number_text(raw)
        case str():
            return tidy(raw)
        case list() if kind == "multi" and all(isinstance(key, str) for key in raw):
            return in_option_order(raw, question)
        case dict() if kind == "grid":
            return {row: _cells(cells) for row, cells in raw.items() if cells not in (None, {})}
    return raw


def in_option_order(keys: Sequence[str], question: Question) -> tuple[str, ...]:
    """Chosen option keys in the order the question lists them; unknown ones last."""
    options = () if isinstance(question, Vignette) else question.options
    order = {option.key: place for place, option in enumerate(options)}
    return tuple(sorted(keys, key=lambda key: order.get(key, len(order))))


def _cells(cells: Any) -> Any:
    if not isinstance(cells, dict):
        return cells
    return {column: _cell(raw) for column, raw in cells.items() if raw is not None and raw != ""}


def _cell(raw: Any) -> Any:
    if isinstance(raw, float):
        return _number(raw)
    return number_text(raw) if isinstance(raw, str) else raw


def _number(raw: float) -> int | str:
    try:
        return number_from(raw)
    except ValueError as error:
        raise ValueRefusedError("the number is too large to be a sensible figure") from error


def _kind(question: Question) -> str:
    if isinstance(question, Vignette):
        return FieldType.LEVEL.value
    if question.type is IndicatorType.VIGNETTE:
        return FieldType.LEVEL.value
    return question.type.value


def _sentence(fault: Fault, raw: Any, question: Question) -> str:
    match fault:
        case Fault.NOT_A_LEVEL:
            return f"{kind_of(raw)} is not a level; levels are 0 to 5"
        case Fault.UNKNOWN_OPTION:
            return _option_sentence(raw, question)
        case Fault.NOT_A_DATE:
            return f"{kind_of(raw)} is not a date; write it like 2026-11-21"
        case Fault.NOT_A_NUMBER | Fault.WRONG_TYPE if (
            isinstance(raw, Mapping) and _kind(question) == "grid"
        ):
            return "a number is needed in every cell"
        case Fault.NOT_A_NUMBER:
            comma = "," in str(raw) and is_number(str(raw).strip().replace(",", "."))
            hint = "write the number with a decimal point, no comma or spaces"
            return hint if comma else f"{kind_of(raw)} is not a number"
        case Fault.UNKNOWN_CELL:
            return _cell_sentence(raw, question)
        case Fault.TEXT_TOO_LONG:
            return "the text is longer than 100,000 characters"
    return f"{_NEEDED[_kind(question)]} is needed, not {kind_of(raw)}"


_NEEDED: Mapping[str, str] = {
    "level": "a whole number from 0 to 5",
    "yesno": '"yes" or "no" in quotation marks',
    "single": "the key of one option in quotation marks",
    "multi": "a list of option keys",
    "numeric": "a number",
    "date": 'a date such as "2026-11-21"',
    "text": "a text in quotation marks",
    "grid": "an object of rows, each an object of numbers,",
}


def _option_sentence(raw: Any, question: Question) -> str:
    if _kind(question) == "yesno":
        return f'{kind_of(raw)} is not an answer; answers are "yes" and "no"'
    assert isinstance(question, Indicator | Field)  # a vignette has no options
    known = [option.key for option in question.options]
    wrong = [key for key in raw if key not in known] if isinstance(raw, list) else [raw]
    if not wrong:
        return "an option is chosen twice"
    named = ", ".join(kind_of(key) for key in wrong[:5])
    return f"{named}: no such option" + (close_to(wrong[0], known) or f"; known are {_listed(known)}")


def _cell_sentence(raw: Mapping[str, Any], question: Question) -> str:
    assert isinstance(question, Field)  # only fields are grids
    rows = [item.key for item in question.rows]
    columns = [item.key for item in question.columns]
    for row, cells in raw.items():
        if row not in rows:
            return f"{kind_of(row)} is no row; rows are {_listed(rows)}"
        if not isinstance(cells, Mapping):
            return f"row {kind_of(row)} must be an object of numbers"
        for column in cells:
            if column not in columns:
                return f"{kind_of(column)} is no column; columns are {_listed(columns)}"
    return "a row or column is unknown"


def _listed(keys: Sequence[str]) -> str:
    shown = ", ".join(keys[:12])
    return f"{shown} and {len(keys) - 12} more" if len(keys) > 12 else shown
