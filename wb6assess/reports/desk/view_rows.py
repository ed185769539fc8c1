"""A view of the desk as it leaves the screen: tables of words, with what must stand under them."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property

from wb6assess.reports.figures import fingerprint

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class ViewTable:
    """One table; `right` are the places of columns with figures."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()


@dataclass(frozen=True)
class View:
    """A page of the desk: coordinators' material, not for publication.

    Attributes:
        title, subtitle: What it shows.
        basis: Round, methodology, digest of the scored answers: what ties the figures to data.
        tables: In order.
        notes: Whose bands, whose status, and what else must be said.
        sample: Whether invented answers are among those scored.
        language: Of the words, as a language tag.
    """

    title: str
    subtitle: str
    basis: str
    tables: tuple[ViewTable, ...]
    notes: tuple[str, ...]
    sample: bool
    language: str = "en"

    @cached_property
    def fingerprint(self) -> str:
        """16 digits over everything that is shown."""
        shown = asdict(self)
        for table in shown["tables"]:
            table["right"] = sorted(table["right"])
        text = json.dumps(shown, ensure_ascii=False, sort_keys=True)
        return fingerprint(hashlib.sha256(text.encode()).hexdigest())


def harmless(text: str) -> str:
    """A cell no spreadsheet takes for a formula; figures stay figures."""
    flat = " ".join(text.splitlines()).replace("\t", " ")
    figure = flat[1:].replace(".", "", 1).replace("\u00a0%", "").isdigit()
    return f"'{flat}" if flat.startswith(_FORMULA) and not figure else flat


def csv_rows(view: View) -> Sequence[Sequence[str]]:
    """The tables below each other with their titles, then the notes."""
    lines: list[Sequence[str]] = [(harmless(view.title),), (harmless(view.basis),)]
    for table in view.tables:
        lines += [(), (harmless(table.title),), tuple(map(harmless, table.heads))]
        lines += [tuple(map(harmless, row)) for row in table.rows]
    return [*lines, (), *((harmless(note),) for note in view.notes)]
