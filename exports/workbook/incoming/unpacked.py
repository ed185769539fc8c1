"""The XML parts of a workbook from outside, unpacked once within limits, and packed again for calamine.

calamine is given exactly the bytes that were judged, under names and relations of our own: a zip file
or a list of sheets that two programs read differently cannot slip something past the checks.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from wb6assess.exchange.archive import UnsafeArchiveError, chunks

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"

MAX_PART = 30_000_000
_MAX_XML = 60_000_000
_MAX_RELATIONS = 1_000_000
_MAX_OUTLINE = 5_000_000
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_START = "_rels/.rels"
_TO_WORKBOOK = (
    f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
    f'Target="{WORKBOOK}"/></Relationships>'
).encode()
_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_BYTE_ORDER_MARKS = {b"\xff\xfe", b"\xfe\xff"}

_LOCAL = struct.Struct("<4s5H3I2H")
_ENTRY = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _UTF8, _FIRST_DAY = 20, 0x800, 33


def xml_parts(archive: zipfile.ZipFile) -> Mapping[str, bytes]:
    """Every XML part, unpacked once here so that no part is larger than it claims.

    Raises:
        UnsafeArchiveError: no workbook, with macros or links to other files, far too large, or with
            entities.
    """
    names = archive.namelist()
    if WORKBOOK not in names or RELATIONS not in names:
        raise UnsafeArchiveError("it is no Excel workbook (.xlsx)")
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise UnsafeArchiveError("it contains macros; save it as .xlsx without them")
    if any(name.casefold().startswith("xl/externallinks/") for name in names):
        raise UnsafeArchiveError("it links to other workbooks; break the links and save it again")
    parts: dict[str, bytes] = {}
    room = _MAX_XML
    for name in names:
        if not name.casefold().endswith((".xml", ".rels")):
            continue
        size = archive.getinfo(name).file_size
        room -= size
        if room < 0 or size > _largest(name):
            raise UnsafeArchiveError("unpacked it is far too large")
        part = b"".join(chunks(archive, name))
        if _declares_entities(part):
            raise UnsafeArchiveError(
                "it declares its own XML entities, which no spreadsheet program does"
            )
        parts[name] = part
    return parts


def _largest(name: str) -> int:
    """Bytes a part may have: those taken apart element by element are small in real workbooks."""
    if name.endswith(".rels"):
        return _MAX_RELATIONS
    return _MAX_OUTLINE if name == WORKBOOK else MAX_PART


def _declares_entities(part: bytes) -> bool:
    # UTF-16 would hide the word; spreadsheet programs write UTF-8.
    return part[:2] in _BYTE_ORDER_MARKS or _ENTITIES.search(part) is not None


def part_named(parts: Mapping[str, bytes], wanted: str) -> bytes | None:
    """A part by its usual name, in whatever case a program wrote it."""
    if wanted in parts:
        return parts[wanted]
    return next((part for name, part in parts.items() if name.casefold() == wanted.casefold()), None)


def for_calamine(
    parts: Mapping[str, bytes], sheets: Mapping[str, bytes], *, days_since_1904: bool
) -> bytes:
    """A plain zip file with these sheets (title -> part) and what their cells refer to."""
    given = {f"xl/worksheets/sheet{place}.xml": _cells_only(xml) for place, xml in _numbered(sheets)}
    for name in (STRINGS, STYLES):
        part = part_named(parts, name)
        if part is not None:
            given[name] = part
    outline = _outline(sheets, days_since_1904=days_since_1904)
    return _stored({_START: _TO_WORKBOOK, WORKBOOK: outline, RELATIONS: _links(sheets), **given})


def _numbered(sheets: Mapping[str, bytes]) -> enumerate[bytes]:
    return enumerate(sheets.values(), 1)


def _cells_only(xml: bytes) -> bytes:
    """A sheet without what stands below its cells; calamine would read it twice."""
    end = xml.rfind(b"</sheetData>")
    if end < 0 or not xml.endswith(b"</worksheet>"):
        return xml
    return xml[:end] + b"</sheetData></worksheet>"


def _outline(sheets: Mapping[str, bytes], *, days_since_1904: bool) -> bytes:
    listed = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{place}" r:id="r{place}"/>'
        for place, title in enumerate(sheets, 1)
    )
    dates = '<workbookPr date1904="1"/>' if days_since_1904 else ""
    text = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{dates}<sheets>{listed}</sheets></workbook>'
    return text.encode()


def _links(sheets: Mapping[str, bytes]) -> bytes:
    kept = "".join(
        f'<Relationship Id="r{place}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{place}.xml"/>'
        for place, _ in _numbered(sheets)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{kept}</Relationships>'.encode()


def _stored(parts: Mapping[str, bytes]) -> bytes:
    """A zip file without compression; `zipfile` would take three times as long."""
    bodies: list[bytes] = []
    entries: list[bytes] = []
    start = 0
    for title, part in parts.items():
        name, size = title.encode(), len(part)
        sizes = (zlib.crc32(part), size, size, len(name))
        head = _LOCAL.pack(b"PK\3\4", _VERSION, _UTF8, 0, 0, _FIRST_DAY, *sizes, 0) + name
        entries.append(
            _ENTRY.pack(
                b"PK\1\2", _VERSION, _VERSION, _UTF8, 0, 0, _FIRST_DAY, *sizes, 0, 0, 0, 0, 0, start
            )
            + name
        )
        bodies += (head, part)
        start += len(head) + size
    directory = b"".join(entries)
    end = _END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), len(directory), start, 0)
    return b"".join((*bodies, directory, end))
