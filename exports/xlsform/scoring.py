"""The sheet `scoring`: what survey tools have no column for, one row per id and key.

A value is the text itself, or JSON where it is no text or could be mistaken for JSON. The keys
`relevant` and `constraint` repeat the expressions of the survey sheet: as long as a cell there is
unchanged, the condition is what this sheet says.
"""

import json
from collections.abc import Iterable, Mapping, Set
from typing import Any

from exports.xlsform.draft import MAX_CELL, Row

FORMAT = "wb6assess-xlsform/1"
COLUMNS = ("kind", "wb6_id", "wb6_part", "key", "value")
EXPRESSIONS = ("relevant", "constraint")
_ROOM = MAX_CELL // 2

Node = tuple[str, str, str]
"""Kind, id and part, such as ("field", "FDI-1.1", "basis")."""


def rows_of(
    node: Node, data: Mapping[str, Any], shown: Set[str], expressions: Mapping[str, str] | None = None
) -> Iterable[Row]:
    """Rows for the keys of a part of the questionnaire that no other sheet shows."""
    kind, item, part = node
    said = {key: text for key, text in (expressions or {}).items() if text}
    for key, value in {**data, **said}.items():
        if key in shown:
            continue
        for piece in _pieces(packed(value)):
            yield {"kind": kind, "wb6_id": item, "wb6_part": part, "key": key, "value": piece}


def gathered(rows: Iterable[Mapping[str, str]]) -> dict[Node, dict[str, Any]]:
    """Values by part and key, in the order of the sheet."""
    pieces: dict[tuple[Node, str], list[str]] = {}
    for row in rows:
        node = (row.get("kind", ""), row.get("wb6_id", ""), row.get("wb6_part", ""))
        pieces.setdefault((node, row.get("key", "")), []).append(row.get("value", ""))
    nodes: dict[Node, dict[str, Any]] = {}
    for (node, key), parts in pieces.items():
        nodes.setdefault(node, {})[key] = unpacked("".join(parts))
    return nodes


def packed(value: object) -> str:
    """A value as the text of its cell."""
    if isinstance(value, str) and not _is_json(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def unpacked(text: str) -> Any:
    """What `packed` was given; anything that is no JSON is a text."""
    try:
        return json.loads(text, parse_constant=str)
    except (ValueError, RecursionError):
        return text


def _is_json(text: str) -> bool:
    return unpacked(text) != text or text.strip() != text


def _pieces(text: str) -> list[str]:
    """A long value over several rows, as a cell holds only so much."""
    return [text[start : start + _ROOM] for start in range(0, len(text), _ROOM)] or [""]
