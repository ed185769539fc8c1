"""Saving a Word file so that the same content gives the same bytes, and reading it back."""

import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from wb6assess.errors import ErrorCode, ExportError

_STAMP = (1980, 1, 1, 0, 0, 0)


def describe(document: WordDocument, title: str, subject: str, created: datetime) -> None:
    """Set the properties of the file; both dates are those of its content."""
    moment = created.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    known = document.core_properties
    known.title, known.subject, known.author = title, subject, "WB6 Assess"
    known.last_modified_by, known.comments, known.keywords = "WB6 Assess", "", ""
    known.created = known.modified = moment
    known.revision, known.language = 1, "en-GB"


def save(document: WordDocument, scratch: Path) -> None:
    """Write the file; its parts carry no time of writing."""
    buffer = BytesIO()
    document.save(buffer)
    with (
        zipfile.ZipFile(buffer) as source,
        zipfile.ZipFile(scratch, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))


def check(written: Path, target: Path, expected: Iterable[str], pictures: int) -> None:
    """Re-open a Word file and look for what must be in it.

    Raises:
        ExportError: EXPORT_CHECK_FAILED, with what is missing.
    """
    try:
        document = Document(str(written))
    except (OpcError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=target) from error
    text = "".join("".join(texts(document)).split())
    problems = [words for words in expected if "".join(words.split()) not in text]
    found = [item.get("descr") for item in document.element.iter(qn("wp:docPr"))]
    if len(found) != pictures or not all(found):
        problems.append(f"pictures: {len(found)} / {pictures}")
    if problems:
        raise ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=target, problems=tuple(problems))


def texts(document: WordDocument) -> Iterator[str]:
    """Every text of body, heads and feet in reading order."""
    parts = [document.element.body]
    for section in document.sections:
        around = (section.header, section.first_page_header, section.footer, section.first_page_footer)
        # The library offers no other way to all of their text.
        parts.extend(part._element for part in around)  # noqa: SLF001
    for part in parts:
        for paragraph in part.iter(qn("w:p")):
            yield "".join(piece.text or "" for piece in paragraph.iter(qn("w:t"))) + "\n"
