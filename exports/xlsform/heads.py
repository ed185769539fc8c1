"""Heads of columns and types of questions, in the spellings authors use."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

TRANSLATED = frozenset(
    {"label", "hint", "guidance_hint", "constraint_message", "required_message", "image", "audio"}
    | {"video", "big-image"}
)
_ALIASES: Mapping[str, str] = {
    "relevance": "relevant",
    "calculate": "calculation",
    "caption": "label",
    "command": "type",
    "tag": "name",
    "constraining_message": "constraint_message",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "readonly": "read_only",
    "requiredmsg": "required_message",
    "bind::relevant": "relevant",
    "bind::required": "required",
    "bind::constraint": "constraint",
    "bind::calculate": "calculation",
    "bind::readonly": "read_only",
    "bind::jr:constraintmsg": "constraint_message",
    "control::appearance": "appearance",
    "body::appearance": "appearance",
    "set_form_title": "form_title",
    "set_form_id": "form_id",
    "id_string": "form_id",
}
_SELECT = re.compile(
    r"(?P<word>select_one|select_multiple|select one from|select one|select1|select multiple|"
    r"select all that apply from|select all that apply|add select one prompt using|"
    r"add select multiple prompt using|rank)\s+(?P<list>\S+)(?P<other>\s+or[_ ](?:specify[_ ])?other)?",
    re.IGNORECASE,
)
_TYPES: Mapping[str, str] = {
    "int": "integer",
    "string": "text",
    "photo": "image",
    "datetime": "dateTime",
    "date time": "dateTime",
    "trigger": "acknowledge",
    "note prompt": "note",
    "gps": "geopoint",
    "location": "geopoint",
    "phone number": "text",
    "text prompt": "text",
    "integer prompt": "integer",
    "decimal prompt": "decimal",
}


class Head(NamedTuple):
    """A column: what it holds, and in which language ("" for none)."""

    base: str
    language: str = ""


class Kind(NamedTuple):
    """A type: its one spelling, the list it chooses from, and whether “other” is added."""

    name: str
    listed: str = ""
    other: bool = False


def heads_of(columns: Iterable[str], *, choices: bool) -> list[Head]:
    """The meaning of a row of heads; empty ones have no base."""
    return [_head(column, choices=choices) for column in columns]


def _head(column: str, *, choices: bool) -> Head:
    whole = " ".join(column.split())
    parts = [part.strip() for part in whole.split("::")]
    if len(parts) == 1 and whole.count(":") == 1 and whole.partition(":")[0].casefold() in TRANSLATED:
        parts = [part.strip() for part in whole.split(":")]
    if parts[0].casefold() == "media" and len(parts) > 1:
        parts = parts[1:]
    plain = "::".join(parts).casefold()
    if plain in _ALIASES:
        return Head(_ALIASES[plain])
    base = parts[0].casefold().replace(" ", "_")
    base = "name" if choices and base == "value" else _ALIASES.get(base, base)
    if base in TRANSLATED:
        return Head(base, "::".join(parts[1:]))
    return Head("::".join([base, *parts[1:]]).casefold())


def kind_of(text: str) -> Kind:
    """A type in its one spelling."""
    words = " ".join(text.split())
    found = _SELECT.fullmatch(words)
    if found:
        word = found["word"].casefold()
        many = "multiple" in word or "all that" in word
        name = "rank" if word == "rank" else "select_multiple" if many else "select_one"
        return Kind(name, found["list"], found["other"] is not None)
    folded = words.casefold()
    return Kind(_TYPES.get(folded, folded))
