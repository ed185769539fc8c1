"""One door for files that come in: what a file is, is decided by its content, never by its name."""

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from exports.own_output import is_own_result
from wb6assess.errors import ErrorCode, FileError
from wb6assess.exchange.answers import read_document
from wb6assess.exchange.archive import UnsafeArchiveError, open_archive
from wb6assess.exchange.incoming import Incoming
from wb6assess.exchange.package import MANIFEST, read_package
from wb6assess.exchange.strict_json import MAX_BYTES
from wb6assess.files import read_limited
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Document

_WORKBOOK = "[Content_Types].xml"
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def read_submission(path: Path, library: Library) -> Document:
    """The document of an answers.json, a filled workbook or a package; raises as `read_incoming`."""
    return read_incoming(path, library).document


def read_incoming(path: Path, library: Library) -> Incoming:
    """The document of an answers.json, a filled workbook or a package, with remarks on a workbook.

    Raises:
        FileError: it is none of these or cannot be read; nothing has been changed.
        InstrumentError: the questionnaire or this version of it is unknown.
    """
    opening = _opening(path)
    if not opening:
        reason = "it is empty"
        raise FileError(ErrorCode.FILE_FORMAT_UNKNOWN, path=path, reason=reason)
    if opening.startswith(_OLE):
        reason = "it is protected with a password or in the old .xls format; save it as .xlsx"
        raise FileError(ErrorCode.WORKBOOK_INVALID, path=path, reason=reason)
    if opening.startswith((_ZIP, _EMPTY_ZIP)):
        return _read_zip(path, library)
    if opening.startswith(_MARKS) or opening.lstrip()[:1] in {b"{", b"["}:
        return Incoming(_read_json(path, library))
    raise FileError(ErrorCode.FILE_FORMAT_UNKNOWN, path=path, reason="its content is of another kind")


def _opening(path: Path) -> bytes:
    """The first bytes, without waiting on pipes or devices."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode) and not os.access(path, os.R_OK | os.X_OK):
            raise FileError(ErrorCode.FILE_UNREADABLE, path=path)
        if stat.S_ISDIR(mode) and path.is_symlink():
            reason = "it is a link to a folder; add that folder itself"
            raise FileError(ErrorCode.FILE_FORMAT_UNKNOWN, path=path, reason=reason)
        if not stat.S_ISREG(mode):
            reason = "it is a folder or a device, not a file"
            raise FileError(ErrorCode.FILE_FORMAT_UNKNOWN, path=path, reason=reason)
        with path.open("rb") as stream:
            return stream.read(4096)
    except FileNotFoundError as error:
        raise FileError(ErrorCode.FILE_MISSING, path=path) from error
    except OSError as error:
        raise FileError(ErrorCode.FILE_UNREADABLE, path=path) from error


def _read_json(path: Path, library: Library) -> Document:
    return read_document(read_limited(path, MAX_BYTES), library.instrument, str(path))


def _read_zip(path: Path, library: Library) -> Incoming:
    try:
        with open_archive(path) as archive:
            names = set(archive.namelist())
    except UnsafeArchiveError as error:
        code = ErrorCode.PACKAGE_INVALID if path.suffix.lower() == ".wb6" else ErrorCode.WORKBOOK_INVALID
        raise FileError(code, path=path, reason=str(error)) from error
    if MANIFEST in names:
        document = read_package(path, library.instrument)
        return Incoming(document, tuple(_missing_attachments(document, names)))
    if _WORKBOOK in names:
        return _read_workbook(path, library)
    if "mimetype" in names:
        reason = "it is an OpenDocument file; save it as .xlsx"
        raise FileError(ErrorCode.WORKBOOK_INVALID, path=path, reason=reason)
    raise FileError(
        ErrorCode.FILE_FORMAT_UNKNOWN, path=path, reason="it is a zip file of something else"
    )


def _missing_attachments(document: Document, names: Collection[str]) -> Iterator[str]:
    """Evidence may name a file that was no longer there when the package was made."""
    held = {name.removeprefix("attachments/").partition("-")[0] for name in names}
    evidence = (item for answer in document.answers.values() for item in answer.evidence)
    lost = {item.sha256 for item in evidence if item.file and item.sha256} - held
    if lost:
        n = "an attached file" if len(lost) == 1 else f"{len(lost)} attached files"
        yield f"Its evidence names {n} that the package does not hold. Ask the expert for it."


def _read_workbook(path: Path, library: Library) -> Incoming:
    from exports.workbook_reader import read_filled

    try:
        filled = read_filled(path, library.instrument)
    except FileError as error:
        if error.code is ErrorCode.WORKBOOK_FOREIGN and is_own_result(path):
            raise FileError(ErrorCode.HOLDS_RESULTS, path=path, kind="workbook") from error
        raise
    return Incoming(filled.document, filled.remarks, filled.sealed_hash)
