"""What is half typed and no answer yet, packed for the next time the questionnaire is opened."""

import json
from collections.abc import Mapping

from ui.questionnaire.page.facts import HalfTyped


def packed(texts: Mapping[str, HalfTyped]) -> str:
    """By page as one line of text; "" when nothing is half typed."""
    rows = [
        [page, field, key, text] for page, half in texts.items() for (field, key), text in half.items()
    ]
    return json.dumps(rows) if rows else ""


def unpacked(text: str) -> dict[str, HalfTyped]:
    """What `packed` made; nothing of a text somebody else changed."""
    try:
        rows = [tuple(map(str, row)) for row in json.loads(text)]
        halves = [(page, field, key, half) for page, field, key, half in rows]
    except (ValueError, TypeError):
        return {}
    found: dict[str, dict[tuple[str, str], str]] = {}
    for page, field, key, half in halves:
        found.setdefault(page, {})[field, key] = half
    return dict(found)
