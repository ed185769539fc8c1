"""Names and addresses inside the workbook."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

SUMMARY = "Summary"
ANSWERS = "Answers"
FACTS = "Facts"
EVIDENCE = "Evidence"
FINDINGS = "Findings"
SCORES = "Scores"
GUIDE = "Guide"
CHECK = "Check"
MACHINE = "wb6"

FORMAT = "wb6assess-workbook/1"
SEAL = "seal"
IDENTITY_KEYS = (
    *("format", "country", "round", "expert", "instrument", "instrument_version", "instrument_digest"),
    *("language", "methodology", "framework", "assessment_id", "revision", "status", "sample"),
    *("updated_at", "content_hash", SEAL),
)
"""Rows of the machine sheet that say whose workbook it is."""

MARK = "wb6:"
"""Begins the hidden cell that says which table starts here, and names its id column."""


@lru_cache(maxsize=1024)
def column(index: int) -> str:
    """Letters of a column counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def at(row: int, col: int) -> str:
    """Absolute address of a cell counted from 0: `$C$7`."""
    return f"${column(col)}${row + 1}"


def on(sheet: str, row: int, col: int) -> str:
    """Absolute address with its sheet; quoted, for `wb6` alone would be read as a cell."""
    return f"'{sheet}'!{at(row, col)}"


def span(first: int, last: int, col: int, sheet: str = "") -> str:
    """Part of a column, both rows included."""
    cells = f"{at(first, col)}:{at(last, col)}"
    return f"'{sheet}'!{cells}" if sheet else cells


def quoted(text: str) -> str:
    """A text constant in a formula; Excel takes at most 255 characters in one."""
    parts = [text[start : start + 250] for start in range(0, len(text), 250)] or [""]
    return "&".join('"' + part.replace('"', '""') + '"' for part in parts)


def defined_names(ids: Iterable[str]) -> Mapping[str, str]:
    """Id -> its form in defined names: hyphen becomes underscore; later doubles get a number.

    Excel's names know no hyphen and no case, the framework's ids do.
    """
    taken: dict[str, str] = {}
    names: dict[str, str] = {}
    for item in ids:
        stem = name = item.replace("-", "_")
        count = 1
        while name.casefold() in taken:
            count += 1
            name = f"{stem}__{count}"
        taken[name.casefold()] = item
        names[item] = name
    return names
