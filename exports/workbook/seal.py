"""A digest over what readers trust on the machine sheet: whose workbook it is, words of its lists.

Somebody who unhides the sheet and edits it would otherwise give answers another meaning unnoticed.
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

from exports.workbook.cells import Cell, text_of
from exports.workbook.names import IDENTITY_KEYS, SEAL

_WORD = 100
_LISTS = ("list.", "id.", "option.")
_IDENTITY = frozenset(IDENTITY_KEYS) - {SEAL}
_BLANK_INPUTS = {"country"}
"""Formulas in an empty questionnaire."""


def seal(rows: Mapping[str, Sequence[Sequence[Cell]]]) -> str:
    """SHA-256 (hex) over identity and words, whatever the order of rows.

    Args:
        rows: Key -> the rows under it, without the key.
    """
    trusted = _IDENTITY
    if not _text(rows.get("updated_at", ()), 0):
        trusted -= _BLANK_INPUTS
    lines = sorted(
        f"{key}\t{_text(found, 0)}\t{_text(found, 1)}"
        for key, found in rows.items()
        if key in trusted or key.startswith(_LISTS)
    )
    return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()


def _text(rows: Sequence[Sequence[Cell]], col: int) -> str:
    """A column of the first row under a key; spreadsheets may change spaces and line ends."""
    row = rows[0] if rows else ()
    if col >= len(row):
        return ""
    text = text_of(row[col])
    return (_squeezed if len(text) <= _WORD else _squeezed.__wrapped__)(text)


@lru_cache(maxsize=4096)  # the words of lists are the same in hundreds of files
def _squeezed(text: str) -> str:
    return " ".join(text.split())
