"""Ids for names of a form: letters, digits, dots, hyphens, underscores, each given once."""

import re
from collections.abc import Set

_OTHERS = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST = 40


class Ids:
    """Ids of one questionnaire; two never differ by upper and lower case alone."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, name: str, otherwise: str = "q") -> str:
        """The id for a name; the name itself where it can be one and is free."""
        plain = _OTHERS.sub("_", name).strip("._-") or otherwise
        if not plain[0].isalpha():
            plain = f"{otherwise}_{plain}"
        found = _numbered(plain, self._taken)
        self._taken.add(found.casefold())
        return found


def option_key(name: str, taken: Set[str]) -> str:
    """The key for the name of a choice, unlike those taken (in small letters)."""
    plain = _OTHERS.sub("_", name).lstrip("._-")
    if name.startswith("-") and plain:
        plain = f"minus_{plain}"
    return _numbered(plain or "choice", taken)


def _numbered(plain: str, taken: Set[str]) -> str:
    found, number = plain[:_LONGEST], 2
    while found.casefold() in taken:
        tail = f"_{number}"
        found, number = plain[: _LONGEST - len(tail)] + tail, number + 1
    return found
