"""Opening a workbook from outside: judged as a zip file and as XML before anything reads its cells.

calamine evaluates nothing and expands no entities, but it lays a sheet out as a full rectangle and
copies a text into every cell that shows it; the size of both is therefore known here first.
"""

import io
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from python_calamine import CalamineError, CalamineWorkbook

from exports.workbook import overlay
from exports.workbook.cells import Cell
from exports.workbook.incoming import unpacked
from exports.workbook.incoming.shared_texts import most_text, text_size
from exports.workbook.incoming.sheet_xml import SheetXml
from wb6assess.errors import ErrorCode, FileError
from wb6assess.exchange.archive import Limits, UnsafeArchiveError, open_archive

_LIMITS = Limits(file=30_000_000, entries=2_000, entry=unpacked.MAX_PART, total=200_000_000)
_MAX_SHEETS = 50
_MAX_AREA = 2_000_000
_MAX_CELLS = 400_000
_MAX_TEXT = 50_000_000
_MAX_MERGED = 2_000
_SMALLEST_CELL = len(b"<c/>")
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"
_REMEMBERED = 20_000
"""Bytes of parts that are remembered with what they say."""

_ON = {"1", "true", "on"}


@dataclass(frozen=True)
class SheetPart:
    """One worksheet: its cells, and what only its XML tells.

    Attributes:
        name: Title of its tab.
        rows: Cells as calamine reads them, from A1 on; may be ragged.
        xml: The part itself.
        pictures: Where pictures and text boxes lie over its cells.
        notes: Cells with notes pinned to them.
    """

    name: str
    rows: list[list[Cell]]
    xml: SheetXml
    pictures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def cell(self, row: int, col: int) -> Cell:
        """A cell counted from 0; empty outside."""
        if 0 <= row < len(self.rows) and 0 <= col < len(self.rows[row]):
            return self.rows[row][col]
        return None


def open_workbook(path: Path) -> list[SheetPart]:
    """The worksheets of a workbook that has passed every check.

    Raises:
        FileError: WORKBOOK_INVALID with `reason`; FILE_MISSING, FILE_UNREADABLE, FILE_TOO_LARGE.
    """
    _check_beginning(path)
    try:
        with open_archive(path, _LIMITS) as archive:
            parts = unpacked.xml_parts(archive)
        return _sheets(path, parts)
    except UnsafeArchiveError as error:
        raise invalid(path, str(error)) from error
    except (DefusedXmlException, ParseError, LookupError, UnicodeDecodeError, ValueError) as error:
        # A LookupError is an encoding nobody knows, too.
        raise invalid(path, "it is damaged or incomplete") from error


def invalid(path: Path, reason: str) -> FileError:
    """A file that cannot be read as a workbook; `reason` ends the sentence "…: <reason>"."""
    return FileError(ErrorCode.WORKBOOK_INVALID, path=path, reason=reason)


def _check_beginning(path: Path) -> None:
    try:
        if path.is_dir():
            raise invalid(path, "it is a folder")
        with path.open("rb") as stream:
            start = stream.read(4)
    except FileNotFoundError as error:
        raise FileError(ErrorCode.FILE_MISSING, path=path) from error
    except OSError as error:
        raise FileError(ErrorCode.FILE_UNREADABLE, path=path) from error
    if path.stat().st_size > _LIMITS.file:
        raise FileError(ErrorCode.FILE_TOO_LARGE, path=path, limit_mb=_LIMITS.file // 10**6)
    if start == _OLE:
        raise invalid(
            path, "it is protected with a password or in the old .xls format; save it as .xlsx"
        )
    if not start.startswith(_ZIP):
        raise invalid(path, "it is no Excel workbook (.xlsx)")


def _sheets(path: Path, parts: Mapping[str, bytes]) -> list[SheetPart]:
    outline = _outline(parts)
    if len(outline.sheets) > _MAX_SHEETS:
        raise UnsafeArchiveError(f"it has more than {_MAX_SHEETS} sheets")
    sheets = {title: SheetXml(parts[part]) for title, part in outline.sheets.items()}
    _check_size(list(sheets.values()), unpacked.part_named(parts, unpacked.STRINGS) or b"")
    content = unpacked.for_calamine(
        parts,
        {title: sheet.xml for title, sheet in sheets.items()},
        days_since_1904=outline.days_since_1904,
    )
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return [
                _sheet(parts, outline.sheets[title], title, _rows(book, title), sheet)
                for title, sheet in sheets.items()
            ]
    except CalamineError as error:
        raise invalid(path, "it is damaged or incomplete") from error


def _sheet(
    parts: Mapping[str, bytes], part: str, title: str, rows: list[list[Cell]], xml: SheetXml
) -> SheetPart:
    beside = tuple(_beside(parts, part))
    return SheetPart(title, rows, xml, overlay.pictures(beside), overlay.notes(beside))


def _rows(book: CalamineWorkbook, title: str) -> list[list[Cell]]:
    return book.get_sheet_by_name(title).to_python(skip_empty_area=False)  # type: ignore[return-value]


def _check_size(sheets: Sequence[SheetXml], strings: bytes) -> None:
    # Counting first: even looking at the address of every cell of a giant sheet costs too much. A
    # workbook of ordinary size cannot hold as many as are allowed.
    texts = [sheet.xml for sheet in sheets]
    if (
        sum(map(len, texts)) > _SMALLEST_CELL * _MAX_CELLS
        and sum(sheet.crowd for sheet in sheets) > _MAX_CELLS
    ):
        raise _overgrown()
    reach = sum(sheet.area if sheet.reach is None else sheet.reach for sheet in sheets)
    if reach > _MAX_AREA and sum(sheet.area for sheet in sheets) > _MAX_AREA:
        raise _overgrown()
    if most_text(texts, strings) > _MAX_TEXT and text_size(texts, strings) > _MAX_TEXT:
        raise UnsafeArchiveError("long texts stand in thousands of cells; delete the copies")
    if sum(sheet.xml.count(b"mergeCell ") for sheet in sheets) > _MAX_MERGED:
        raise UnsafeArchiveError("it has thousands of merged cells; split them")


def _overgrown() -> UnsafeArchiveError:
    return UnsafeArchiveError("a sheet is far too large; delete what stands outside the questionnaire")


@dataclass(frozen=True, slots=True)
class _Outline:
    """What workbook.xml and its relations say.

    Attributes:
        sheets: Title of the tab -> part, for worksheets in the order of the tabs.
        parts: Every part that is named as a sheet of some kind.
        days_since_1904: How dates are counted.
    """

    sheets: Mapping[str, str]
    parts: frozenset[str]
    days_since_1904: bool


def _outline(parts: Mapping[str, bytes]) -> _Outline:
    """What there is to be read; names of cells, the largest part of it, are nothing to a reader."""
    book, relations = parts[unpacked.WORKBOOK], parts[unpacked.RELATIONS]
    start, end = book.find(b"<definedNames>"), book.find(b"</definedNames>")
    if 0 <= start < end:
        book = book[:start] + book[end + len(b"</definedNames>") :]
    small = len(book) + len(relations) <= _REMEMBERED
    outline = (_outline_of if small else _outline_of.__wrapped__)(book, relations)
    if not outline.parts <= parts.keys():
        raise UnsafeArchiveError("it is damaged or incomplete")
    return outline


# The parts below are the same in hundreds of workbooks of one questionnaire.


@lru_cache(maxsize=64)
def _outline_of(book: bytes, relations: bytes) -> _Outline:
    targets = {
        relation.get("Id", ""): _resolved(relation.get("Target", ""))
        for relation in fromstring(relations, forbid_dtd=True)
    }
    sheets: dict[str, str] = {}
    found: set[str] = set()
    root = fromstring(book, forbid_dtd=True)
    for sheet in _named(root, "sheet"):
        relation = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        part = targets.get(relation, "")
        found.add(part)
        if "/worksheets/" in part:
            sheets[sheet.get("name", "")] = part
    counted = {item.get("date1904", "") for item in _named(root, "workbookPr")}
    return _Outline(sheets, frozenset(found), bool(counted & _ON))


def _beside(parts: Mapping[str, bytes], part: str) -> Iterator[bytes]:
    """What a sheet points to, as far as it is there."""
    folder, _, name = part.rpartition("/")
    relations = parts.get(f"{folder}/_rels/{name}.rels")
    if relations is None:
        return
    small = len(relations) <= _REMEMBERED
    for target in (_targets if small else _targets.__wrapped__)(relations):
        found = target.removeprefix("/") if target.startswith("/") else f"{folder}/{target}"
        yield parts.get(posixpath.normpath(found), b"")


@lru_cache(maxsize=64)
def _targets(relations: bytes) -> tuple[str, ...]:
    root = fromstring(relations, forbid_dtd=True)
    return tuple(dict.fromkeys(relation.get("Target", "") for relation in root))


def _named(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if element.tag.rpartition("}")[2] == name)


def _resolved(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
