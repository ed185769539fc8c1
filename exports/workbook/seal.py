"""A digest over what readers trust on the machine sheet: whose workbook it is, words of its lists.

Somebody who unhides the sheet and edits it would otherwise give answers another meaning unnoticed.
"""

import hashlib
from collections.abc import Mapping, Sequence

from exports.workbook.cells import Cell, text_of
from exports.workbook.names import IDENTITY_KEYS, SEAL

_LISTS = ("list.", "id.", "option.")
_BLANK_INPUTS = {"country"}
"""Formulas in an empty questionnaire."""


def seal(rows: Mapping[str, Sequence[Sequence[Cell]]]) -> str:
    """SHA-256 (hex) over identity and words, whatever the order of rows.

    Args:
        rows: Key -> the rows under it, without the key.
    """
    trusted = set(IDENTITY_KEYS) - {SEAL}
    if not _text(rows.get("updated_at", ()), 0):
        trusted -= _BLANK_INPUTS
    lines = sorted(
        "\t".join((key, *(_text(rows[key], col) for col in (0, 1))))
        for key in rows
        if key in trusted or key.startswith(_LISTS)
    )
    return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()


def _text(rows: Sequence[Sequence[Cell]], col: int) -> str:
    """A column of the first row under a key; spreadsheets may change spaces and line ends."""
    row = rows[0] if rows else ()
    return " ".join(text_of(row[col]).split()) if col < len(row) else ""
