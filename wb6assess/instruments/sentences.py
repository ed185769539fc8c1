"""Faults of shape in the words of somebody who writes questionnaires."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from wb6assess.instruments.format import Shape
from wb6assess.instruments.problems import count_word, did_you_mean

_QUOTED = re.compile(r"'([^']*)'")
_SHOWN = 60

_ID = "an id begins with a letter and has at most 40 letters, digits, dots, hyphens and underscores"
_PATTERNS: Mapping[str, str] = {
    "^[A-Za-z][A-Za-z0-9._-]{0,39}$": _ID,
    "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$": (
        "a key has at most 40 letters, digits, dots, hyphens and underscores"
    ),
    r"^[0-9]{4}\.(0|[1-9][0-9]{0,3})$": 'a version is YEAR.N, such as "2026.1"',
    "^[A-Z]{2}$": "a country is a code of two capital letters, such as BA",
    "^[a-z]{2,3}(-[A-Z][a-z]{3})?$": "a language is a tag such as sq or sr-Latn",
    "^[0-9a-f]{8}$": "eight hexadecimal digits are needed",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "a date is YEAR-MONTH-DAY, such as 2026-09-30",
}


def kind_of(value: object) -> str:
    """What stands in the file, in an author's words."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case list():
            return "a list"
        case _:
            return "a mapping"


def shown(value: object) -> str:
    """A value as it may be quoted in a sentence."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"`{text[:_SHOWN]}…`" if len(text) > _SHOWN else f"`{text}`"


def sentence(fault: ErrorDetails, shape: type[Shape] | None) -> str:
    """One fault of pydantic as a sentence; `shape` is the mapping in which the faulty key stands."""
    say = _SENTENCES.get(fault["type"])
    if fault["type"] == "extra_forbidden":
        return _unknown_key(str(fault["loc"][-1]), shape)
    if say is None:
        return fault["msg"][0].lower() + fault["msg"][1:]
    return say(fault["input"], fault.get("ctx") or {})


def keys_of(shape: type[Shape] | None) -> list[str]:
    """The keys a shape knows, as written in files."""
    return [info.alias or name for name, info in shape.model_fields.items()] if shape else []


def _unknown_key(key: str, shape: type[Shape] | None) -> str:
    known = keys_of(shape)
    return "this key is not known here" + (did_you_mean(key, known) or f"; known: {', '.join(known)}")


def _text_needed(value: object, _: Mapping[str, Any]) -> str:
    if value is None:
        return "nothing stands here; a text is needed"
    if isinstance(value, bool | int | float):
        return f"{shown(value)} is read as {kind_of(value)}; put it in quotes"
    return f"a text is needed, not {kind_of(value)}"


def _number_needed(value: object, _: Mapping[str, Any]) -> str:
    if isinstance(value, str):
        return f"{shown(value)} is a text; a number without quotes is needed"
    return f"a number is needed, not {kind_of(value)}"


def _whole_needed(value: object, _: Mapping[str, Any]) -> str:
    if isinstance(value, str | float):
        return f"a whole number is needed, not {shown(value)}"
    return f"a whole number is needed, not {kind_of(value)}"


def _needed(what: str) -> Callable[[object, Mapping[str, Any]], str]:
    return lambda value, _: f"{what} is needed, not {kind_of(value)}"


def _pattern(value: object, ctx: Mapping[str, Any]) -> str:
    rule = _PATTERNS.get(ctx["pattern"], f"it must fit {ctx['pattern']}")
    return f"{shown(value)} cannot be used; {rule}"


def _choice(value: object, ctx: Mapping[str, Any]) -> str:
    known = _QUOTED.findall(ctx["expected"])
    if not isinstance(value, str):
        return f"one of {', '.join(known)} is needed, not {shown(value)}"
    if len(known) == 1:
        return f"{known[0]} is needed, not {shown(value)}"
    return f"{shown(value)} is not one of {', '.join(known)}{did_you_mean(value, known)}"


def _bound(words: str, name: str) -> Callable[[object, Mapping[str, Any]], str]:
    return lambda value, ctx: f"{shown(value)} must be {words} {_figure(ctx[name])}"


def _figure(number: float) -> str:
    return f"{number:g}" if abs(number) < 10**6 else f"{number:.0f}"


def _too_few(value: object, ctx: Mapping[str, Any]) -> str:
    actual, needed = ctx["actual_length"], ctx["min_length"]
    return _count(value, actual, needed) if actual else "this list is empty"


def _too_many(value: object, ctx: Mapping[str, Any]) -> str:
    actual = len(value) if isinstance(value, list) else ctx["max_length"] + 1
    return _count(value, actual, ctx["max_length"])


def _count(value: object, actual: int, needed: int) -> str:
    entries = value if isinstance(value, list) else []
    noun = "text" if all(isinstance(item, str) for item in entries) else "number"
    return f"{count_word(actual)} {noun}{'' if actual == 1 else 's'}, {count_word(needed)} needed"


_SENTENCES: Mapping[str, Callable[[Any, Mapping[str, Any]], str]] = {
    "missing": lambda _value, _ctx: "this key is missing",
    "string_type": _text_needed,
    "string_too_short": lambda _value, _ctx: "this text is empty",
    "string_too_long": lambda _value, ctx: f"this text is longer than {ctx['max_length']} characters",
    "string_pattern_mismatch": _pattern,
    "int_type": _whole_needed,
    "int_from_float": _whole_needed,
    "float_type": _number_needed,
    "finite_number": lambda _value, _ctx: "a finite number is needed",
    "greater_than_equal": _bound("at least", "ge"),
    "greater_than": _bound("greater than", "gt"),
    "less_than_equal": _bound("at most", "le"),
    "less_than": _bound("less than", "lt"),
    "bool_type": _needed("true or false"),
    "list_type": _needed("a list (- …)"),
    "dict_type": _needed("a mapping (key: value)"),
    "model_type": _needed("a mapping (key: value)"),
    "enum": _choice,
    "literal_error": _choice,
    "too_short": _too_few,
    "too_long": _too_many,
}
