"""Opening a workbook from outside: judged as a zip file and as XML before anything reads its cells.

calamine evaluates nothing and expands no entities, but it lays a sheet out as a full rectangle; the
size of that rectangle is therefore known here first.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from python_calamine import CalamineError, CalamineWorkbook

from exports.workbook import overlay
from exports.workbook.cells import Cell
from wb6assess.errors import ErrorCode, FileError
from wb6assess.exchange.archive import Limits, UnsafeArchiveError, chunks, open_archive

_LIMITS = Limits(file=30_000_000, entries=2_000, entry=30_000_000, total=200_000_000)
_MAX_XML = 60_000_000
_MAX_SHEETS = 50
_MAX_AREA = 2_000_000
_MAX_CELLS = 400_000
_MAX_MERGED = 2_000
_MAX_RELATIONS = 1_000_000
_MAX_OUTLINE = 5_000_000
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_PLACED = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})([1-9][0-9]{0,6})"')
_WIDE = re.compile(rb'<c r="([A-Z]{2,3})[0-9]')
_DEEP = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{4,7})"')
_PLAIN_COLUMNS, _PLAIN_ROWS = 26, 999
_ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_FORMULA = re.compile(rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f[\s/>]")
_PLAIN_FORMULA = re.compile(rb"<c (r=[^>]*)>\s*<f[\s/>]")
_ERROR = re.compile(rb'<(?:\w+:)?c\s([^>]*\bt="e"[^>]*)>')
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s([^>]*\bhidden="(?:1|true)"[^>]*)>')
_ROW_NUMBER = re.compile(rb'\br="([1-9][0-9]{0,6})"')
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3}[1-9][0-9]{0,6})"')
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\b[^>]*?\sref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"'
)

Area = tuple[int, int, int, int]


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
    xml: bytes
    pictures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def cell(self, row: int, col: int) -> Cell:
        """A cell counted from 0; empty outside."""
        if 0 <= row < len(self.rows) and 0 <= col < len(self.rows[row]):
            return self.rows[row][col]
        return None

    @cached_property
    def plain(self) -> bool:
        """Whether every cell is written the way nearly every program writes it."""
        return _plain(self.xml)

    @cached_property
    def formulas(self) -> frozenset[tuple[int, int]]:
        """Cells with formulas."""
        # A pattern that begins with a fixed text is found many times faster.
        return _places((_PLAIN_FORMULA if self.plain else _FORMULA).findall(self.xml))

    @cached_property
    def errors(self) -> frozenset[tuple[int, int]]:
        """Cells with error values."""
        return _places(_ERROR.findall(self.xml)) if b't="e"' in self.xml else frozenset()

    @cached_property
    def cell_pictures(self) -> frozenset[tuple[int, int]]:
        """Cells that hold a picture ("place in cell"), which other programs see as an error value."""
        if b" vm=" not in self.xml:
            return frozenset()
        return _places([given for given in _ERROR.findall(self.xml) if b" vm=" in given])

    @cached_property
    def hidden_rows(self) -> frozenset[int]:
        """Rows that are hidden, by hand or by a filter."""
        if b"hidden=" not in self.xml:
            return frozenset()
        return frozenset(
            int(number[1]) - 1
            for given in _HIDDEN_ROW.findall(self.xml)
            if (number := _ROW_NUMBER.search(given))
        )

    @cached_property
    def merged(self) -> tuple[Area, ...]:
        """Merged areas: first row, first column, last row, last column."""
        if b"mergeCell " not in self.xml:
            return ()
        return tuple(
            (int(top) - 1, _column(left), int(bottom) - 1, _column(right))
            for left, top, right, bottom in _MERGED.findall(self.xml)
        )

    def sound(self, place: tuple[int, int]) -> bool:
        """Whether a cell holds neither formula nor error value, on a sheet without merged cells."""
        return place not in self._spoiled and not self.merged

    @cached_property
    def _spoiled(self) -> frozenset[tuple[int, int]]:
        return self.formulas | self.errors


def open_workbook(path: Path) -> list[SheetPart]:
    """The worksheets of a workbook that has passed every check.

    Raises:
        FileError: WORKBOOK_INVALID with `reason`; FILE_MISSING, FILE_UNREADABLE, FILE_TOO_LARGE.
    """
    _check_beginning(path)
    try:
        with open_archive(path, _LIMITS) as archive:
            parts = _xml_parts(archive)
        return _sheets(path, parts)
    except UnsafeArchiveError as error:
        raise invalid(path, str(error)) from error
    except (DefusedXmlException, ParseError, KeyError, UnicodeDecodeError, ValueError) as error:
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


def _xml_parts(archive: zipfile.ZipFile) -> Mapping[str, bytes]:
    """Every XML part, unpacked once here so that no part is larger than it claims."""
    names = archive.namelist()
    if _WORKBOOK not in names or _RELATIONS not in names:
        raise UnsafeArchiveError("it is no Excel workbook (.xlsx)")
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise UnsafeArchiveError("it contains macros; save it as .xlsx without them")
    if any(name.casefold().startswith("xl/externallinks/") for name in names):
        raise UnsafeArchiveError("it links to other workbooks; break the links and save it again")
    parts: dict[str, bytes] = {}
    room = _MAX_XML
    for name in names:
        if not name.endswith((".xml", ".rels")):
            continue
        size = archive.getinfo(name).file_size
        room -= size
        if room < 0 or size > _largest(name):
            raise UnsafeArchiveError("unpacked it is far too large")
        part = b"".join(chunks(archive, name))
        # UTF-16 would hide the word; spreadsheet programs write UTF-8.
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part or part[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            raise UnsafeArchiveError(
                "it declares its own XML entities, which no spreadsheet program does"
            )
        parts[name] = part
    return parts


def _largest(name: str) -> int:
    """Bytes a part may have: those taken apart element by element are small in real workbooks."""
    if name.endswith(".rels"):
        return _MAX_RELATIONS
    return _MAX_OUTLINE if name == _WORKBOOK else _LIMITS.entry


def _sheets(path: Path, parts: Mapping[str, bytes]) -> list[SheetPart]:
    by_name = _sheet_parts(parts)
    sheets = [parts[part] for part in by_name.values()]
    if len(by_name) > _MAX_SHEETS:
        raise UnsafeArchiveError(f"it has more than {_MAX_SHEETS} sheets")
    # Counting first: even looking at the address of every cell of a giant sheet costs too much.
    if sum(_crowd(xml) for xml in sheets) > _MAX_CELLS or sum(_area(xml) for xml in sheets) > _MAX_AREA:
        raise UnsafeArchiveError(
            "a sheet is far too large; delete what stands outside the questionnaire"
        )
    if sum(xml.count(b"mergeCell ") for xml in sheets) > _MAX_MERGED:
        raise UnsafeArchiveError("it has thousands of merged cells; split them")
    try:
        with CalamineWorkbook.from_path(path) as book:
            return [
                _sheet(parts, part, name, _rows(book, name))
                for name, part in by_name.items()
                if name in book.sheet_names
            ]
    except CalamineError as error:
        raise invalid(path, "it is damaged or incomplete") from error


def _sheet(parts: Mapping[str, bytes], part: str, name: str, rows: list[list[Cell]]) -> SheetPart:
    beside = tuple(_beside(parts, part))
    return SheetPart(name, rows, parts[part], overlay.pictures(beside), overlay.notes(beside))


def _rows(book: CalamineWorkbook, name: str) -> list[list[Cell]]:
    return book.get_sheet_by_name(name).to_python(skip_empty_area=False)  # type: ignore[return-value]


def _sheet_parts(parts: Mapping[str, bytes]) -> Mapping[str, str]:
    """Tab title -> name of its part, for worksheets in the order of the tabs."""
    targets = {
        relation.get("Id", ""): _resolved(relation.get("Target", ""))
        for relation in fromstring(parts[_RELATIONS], forbid_dtd=True)
    }
    sheets: dict[str, str] = {}
    for sheet in _named(fromstring(parts[_WORKBOOK], forbid_dtd=True), "sheet"):
        relation = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        part = targets.get(relation, "")
        if part not in parts:
            raise UnsafeArchiveError("it is damaged or incomplete")
        if "/worksheets/" in part:
            sheets[sheet.get("name", "")] = part
    return sheets


def _beside(parts: Mapping[str, bytes], part: str) -> Iterator[bytes]:
    """What a sheet points to, as far as it is there."""
    folder, _, name = part.rpartition("/")
    relations = parts.get(f"{folder}/_rels/{name}.rels")
    if relations is None:
        return
    targets = (relation.get("Target", "") for relation in fromstring(relations, forbid_dtd=True))
    for target in dict.fromkeys(targets):
        found = target.removeprefix("/") if target.startswith("/") else f"{folder}/{target}"
        yield parts.get(posixpath.normpath(found), b"")


def _named(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if element.tag.rpartition("}")[2] == name)


def _resolved(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _crowd(xml: bytes) -> int:
    """At least as many as there are cells and rows, whatever the prefix of their names."""
    return sum(max(xml.count(b"<" + name), xml.count(b":" + name)) for name in (b"c", b"row"))


def _area(xml: bytes) -> int:
    """Cells of a rectangle from A1 that holds every cell of a sheet."""
    if _plain(xml):
        right = max(map(_column, set(_WIDE.findall(xml))), default=0) + 1
        bottom = max(map(int, _DEEP.findall(xml)), default=0)
        return max(right, _PLAIN_COLUMNS) * max(bottom, _PLAIN_ROWS)
    placed = _PLACED.findall(xml)
    if len(placed) != len(_ANY_CELL.findall(xml)):
        raise UnsafeArchiveError("a sheet holds cells without an address")
    if not placed:
        return 0
    columns = {letters for letters, _ in placed}
    bottom = max(int(row) for row in {row for _, row in placed})
    return bottom * (max(_column(letters) for letters in columns) + 1)


def _places(attributes: list[bytes]) -> frozenset[tuple[int, int]]:
    references = (_REFERENCE.search(given) for given in attributes)
    return frozenset(_place(reference[1]) for reference in references if reference)


def _plain(xml: bytes) -> bool:
    """Whether every cell begins with its address, without a prefix: `<c r="A1"`."""
    if b":c" in xml or b"<c>" in xml or b"<c/" in xml:
        return False
    return xml.count(b"<c ") == xml.count(b'<c r="') and b"<c\n" not in xml and b"<c\t" not in xml


def _place(reference: bytes) -> tuple[int, int]:
    letters = reference.rstrip(b"0123456789")
    return int(reference[len(letters) :]) - 1, _column(letters)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
