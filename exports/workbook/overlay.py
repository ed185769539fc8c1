"""What lies over the cells of a sheet: pictures, shapes, text boxes, notes pinned to cells."""

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from exports.workbook.names import column

_MAX_DRAWING = 1_000_000
_NOTE = re.compile(rb'<(?:\w+:)?comment\s[^>]*?\bref="(\$?[A-Z]{1,3}\$?[0-9]{1,7})"')
_SHAPES = {"pic", "sp", "grpSp", "cxnSp"}


def notes(parts: Iterable[bytes]) -> tuple[str, ...]:
    """Cells with notes, from the parts a sheet points to."""
    return tuple(ref.decode() for part in parts for ref in _NOTE.findall(part))


def pictures(parts: Iterable[bytes]) -> tuple[str, ...]:
    """Where pictures, shapes and text boxes are anchored; charts are ours.

    Raises:
        ParseError, DefusedXmlException: a drawing is damaged.
    """
    return tuple(place for part in parts for place in _pictures(part))


def _pictures(beside: bytes) -> Iterator[str]:
    if b"Anchor" not in beside or b"drawing" not in beside:
        return
    if len(beside) > _MAX_DRAWING:
        yield "many"
        return
    for anchor in fromstring(beside, forbid_dtd=True):
        kinds = {_name(child) for child in anchor}
        if kinds & _SHAPES:
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
