"""What a filled workbook holds besides answers: hidden rows, pictures, notes on cells.

None of it stops the answers from being taken; a person should know of it before.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from exports.workbook.container import SheetPart
from exports.workbook.names import column
from exports.workbook.tables import Table

_MAX_DRAWING = 1_000_000
_NAMED = 12
_NOTE = re.compile(rb'<(?:\w+:)?comment\s[^>]*?\bref="(\$?[A-Z]{1,3}\$?[0-9]{1,7})"')
_FILLED_BY_US = {"about"}


def remarks(parts: Sequence[SheetPart], tables: Mapping[str, list[Table]]) -> Iterator[str]:
    """One sentence for each kind of thing on each sheet, in the order of the tabs."""
    found = {table.order: table for kind in tables.values() for table in kind}
    for order, part in enumerate(parts):
        if order in found:
            yield from _hidden(found[order])
        pictures = [cell for beside in part.beside for cell in _pictures(beside)]
        if pictures:
            yield (
                f"{part.name}: pictures or text boxes lie on the sheet ({_listed(pictures)}); "
                "they are not taken. Attach them as evidence."
            )
        notes = [ref.decode() for beside in part.beside for ref in _NOTE.findall(beside)]
        if notes:
            yield (
                f"{part.name}: notes are pinned to cells ({_listed(notes)}); they are not taken. "
                "Write what matters into the cells."
            )


def other_text(*, same_text: bool) -> Iterator[str]:
    """That the questionnaire has been edited since the workbook was made."""
    if not same_text:
        yield (
            "The questionnaire has been edited since this workbook was made, under the same version "
            "number. Check that the answers still fit their questions."
        )


def _hidden(table: Table) -> Iterator[str]:
    rows = [
        str(row + 1)
        for row in sorted(table.part.hidden_rows)
        if row > table.head and set(table.filled(row)) - _FILLED_BY_US
    ]
    if rows:
        yield (
            f"{table.part.name}: answers stand in hidden rows ({_listed(rows)}); they are taken too. "
            "Show the rows to check them."
        )


def _pictures(beside: bytes) -> Iterator[str]:
    """Where pictures, shapes and text boxes are anchored; charts are ours."""
    if b"Anchor" not in beside or b"drawing" not in beside:
        return
    if len(beside) > _MAX_DRAWING:
        yield "many"
        return
    for anchor in fromstring(beside, forbid_dtd=True):
        kinds = {_name(child) for child in anchor}
        if kinds & {"pic", "sp", "grpSp", "cxnSp"}:
            yield _corner(anchor)


def _corner(anchor: Element) -> str:
    start = next((child for child in anchor if _name(child) == "from"), None)
    given = {_name(part): part.text or "" for part in start} if start is not None else {}
    col, row = given.get("col", ""), given.get("row", "")
    if not (col.isdecimal() and row.isdecimal() and len(col) < 6 and len(row) < 8):
        return "no cell"
    return f"{column(int(col))}{int(row) + 1}"


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _listed(places: Sequence[str]) -> str:
    shown = ", ".join(places[:_NAMED])
    return shown if len(places) <= _NAMED else f"{shown} and {len(places) - _NAMED} more"
