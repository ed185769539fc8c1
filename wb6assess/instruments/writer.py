"""Questionnaire files as YAML text in the project's style; `reader` reads back the same.

Short mappings and lists stand on one line, long texts are folded, everything else is indented.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from wb6assess.instruments.format import TRANSLATION_FORMAT
from wb6assess.instruments.framework_file import FRAMEWORK_FORMAT
from wb6assess.instruments.plain import instrument_data
from wb6assess.instruments.translations import Translation
from wb6assess.model.framework import STATUS_NOTE, Framework
from wb6assess.model.instrument import Instrument

_WIDTH = 100
_LONGEST_FLOW = 92
_LONGEST_SCALAR = 76
_BLOCK = frozenset(
    {
        *("pillars", "indicators", "levels", "fields", "anchors", "caps", "sources", "checks"),
        *("indices", "vignettes", "context", "texts", "countries", "domains", "rounds"),
    }
)
"""Keys whose entries each begin a line of their own."""
_PLAIN = re.compile(r"[^\W\d_](?:(?!: |:$| #)[^\[\]{},\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\"'`])*")
_PLAIN_BLOCK = re.compile(r"[^\W\d_](?:(?!: |:$| #)[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\"'`])*")
"""Texts that mean themselves without quotes, in YAML 1.2 as in 1.1."""
_UNFOLDABLE = re.compile("[\t\x7f-\x9f\u2028\u2029\ufeff]|^\\s|\\s$|\n[ \n]* ")

_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""Texts that some reader takes for a switch or for nothing."""


def write_instrument(instrument: Instrument) -> str:
    """The text of instrument.yaml; reading it gives an equal questionnaire."""
    return yaml_text(instrument_data(instrument))


def write_translation(translation: Translation) -> str:
    """The text of a translation file."""
    data = {
        "format": TRANSLATION_FORMAT,
        "instrument": translation.instrument,
        "version": translation.version,
        "language": translation.language,
        "status": translation.status,
        "texts": dict(translation.texts),
        "sources": dict(translation.sources),
    }
    return yaml_text({key: value for key, value in data.items() if value})


def write_framework(framework: Framework) -> str:
    """The text of framework.yaml, for a framework with the methodology's own parameters."""
    data = {
        "format": FRAMEWORK_FORMAT,
        "id": framework.id,
        "title": framework.title,
        "countries": [
            {"code": item.code, "name": item.name}
            | ({"footnote": item.footnote} if item.footnote else {})
            for item in framework.countries
        ],
        "domains": [
            {"id": item.id, "instrument": item.instrument, "weight": item.weight}
            | ({"core": True} if item.core else {})
            for item in framework.domains
        ],
        "rounds": [{"id": item.id, "title": item.title} for item in framework.rounds],
        "status_note": framework.status_note if framework.status_note != STATUS_NOTE else "",
    }
    return yaml_text({key: value for key, value in data.items() if value})


def yaml_text(data: Mapping[str, Any]) -> str:
    """YAML of mappings, lists, texts, numbers and booleans, keys in their order.

    Raises:
        TypeError: something else is among the data (a defect).
    """
    return yaml.serialize(_mapping(data, flow=False), Dumper=_Dumper, width=_WIDTH, allow_unicode=True)


class _Dumper(yaml.SafeDumper):
    """Lists are indented under their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)


def _node(value: object, *, flow: bool, inline: bool = True) -> Node:
    """A YAML node; `inline` says whether entries of a list may each stand on one line."""
    match value:
        case dict():
            return _mapping(value, flow=flow)
        case list() | tuple():
            parts = [_node(item, flow=flow or (inline and _fits(item))) for item in value]
            return SequenceNode("tag:yaml.org,2002:seq", parts, flow_style=flow)
        case bool():
            return ScalarNode("tag:yaml.org,2002:bool", "true" if value else "false")
        case int():
            return ScalarNode("tag:yaml.org,2002:int", str(value))
        case float():
            return ScalarNode("tag:yaml.org,2002:float", _decimal(value))
        case str():
            return _text(value, flow=flow)
    raise TypeError(f"no YAML for {type(value).__name__}")


def _mapping(data: Mapping[str, Any], *, flow: bool) -> MappingNode:
    pairs = [
        (
            _text(key, flow=True),
            _node(
                value,
                flow=flow or (key not in _BLOCK and _fits(value)),
                inline=key not in {"pillars", "indicators"},
            ),
        )
        for key, value in data.items()
    ]
    return MappingNode("tag:yaml.org,2002:map", pairs, flow_style=flow)


def _text(text: str, *, flow: bool) -> ScalarNode:
    """A text: bare where nobody can mistake it, folded where it is long, else in quotes."""
    bare = (_PLAIN if flow else _PLAIN_BLOCK).fullmatch(text) and not text.endswith(" ")
    style = None if bare and text.casefold() not in _WORDS else '"'
    if not flow and len(text) > _LONGEST_SCALAR and not _UNFOLDABLE.search(text):
        style = ">"
    return ScalarNode("tag:yaml.org,2002:str", text, style=style)


def _decimal(value: float) -> str:
    """A number without exponent, which the reader takes for what it is."""
    text = f"{Decimal(repr(value)):f}"
    return text if "." in text else f"{text}.0"


def _fits(value: object) -> bool:
    """Whether a mapping or list reads well on one line."""
    return isinstance(value, dict | list | tuple) and _length(value, _LONGEST_FLOW) >= 0


def _length(value: object, room: int) -> int:
    """What is left of `room` characters after a value on one line; negative when too long."""
    match value:
        case dict():
            for key, item in value.items():
                room = _length(item, room - len(key) - 4)
                if room < 0:
                    break
        case list() | tuple():
            for item in value:
                room = _length(item, room - 2)
                if room < 0:
                    break
        case str():
            return room - len(value) - 2 if "\n" not in value else -1
        case _:
            return room - len(str(value))
    return room
