"""The `.wb6` package: one document with its attachments, each under its SHA-256 (docs/formats.md)."""

import hashlib
import json
import re
import zipfile
from collections.abc import Callable, Container, Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

import wb6assess
from wb6assess.errors import ErrorCode, ExportError, FileError
from wb6assess.exchange.answers import Lookup, read_document
from wb6assess.exchange.archive import Limits, UnsafeArchiveError, chunks, open_archive
from wb6assess.exchange.digest import content_hash
from wb6assess.exchange.strict_json import MAX_BYTES, parse_object
from wb6assess.exchange.written import time_as_json, write_document
from wb6assess.files import read_limited, replacing
from wb6assess.model.assessment import Document, Evidence

FORMAT = "wb6assess-package/1"
MANIFEST = "manifest.json"
ANSWERS = "answers.json"

_MANIFEST_BYTES = 2_000_000
# What no system takes in a name, and signs that make it read otherwise than it is written.
_SIGNS = r'/\\:*?"<>|\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069'
_ATTACHMENT = re.compile(rf"attachments/([0-9a-f]{{64}})-([^{_SIGNS}]{{1,120}})")
_FORBIDDEN = re.compile(f"[{_SIGNS}]")
_FIXED_TIME = (2020, 1, 1, 0, 0, 0)  # the same document gives the same bytes
_LIMITS = Limits()
_Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Manifest(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    format: Literal["wb6assess-package/1"]
    app_version: Annotated[str, Field(pattern=r"^[0-9A-Za-z.+_-]{1,40}$")]
    created_at: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,15}Z$")]
    content_hash: _Digest
    files: dict[str, _Digest]
    # Room for the next format step; a package that uses them is not read as if it did not.
    signature: None = None
    encryption: None = None


def read_package(path: Path, lookup: Lookup) -> Document:
    """The document of a package; every part is compared with its digest.

    Raises:
        FileError: PACKAGE_INVALID (`reason`), what reading its answers.json raises, FILE_MISSING,
            FILE_UNREADABLE.
        InstrumentError: the instrument or this version of it is unknown.
    """
    try:
        with open_archive(path, _LIMITS) as archive:
            _check_names(archive)
            manifest = _manifest(archive, path)
            data = _answers_bytes(archive, manifest)
    except UnsafeArchiveError as error:
        raise FileError(ErrorCode.PACKAGE_INVALID, path=path, reason=str(error)) from error
    document = read_document(data, lookup, str(path))
    if content_hash(document) != manifest.content_hash:
        reason = "its answers do not match the digest it was sealed with"
        raise FileError(ErrorCode.PACKAGE_INVALID, path=path, reason=reason)
    return document


def unpack_attachments(
    path: Path, wanted: Container[str], keep: Callable[[Iterable[bytes], str], None]
) -> None:
    """Give the wanted attachments of a package to `keep`; a file of another kind holds none.

    Args:
        path: The file answers came from.
        wanted: Digests of the attachments to give out.
        keep: Takes the bytes in pieces and the digest they must have, which it compares.

    Raises:
        FileError: PACKAGE_INVALID (`reason`), FILE_MISSING, FILE_UNREADABLE.
    """
    try:
        with open_archive(path, _LIMITS) as archive:
            names = archive.namelist()
            if MANIFEST not in names:
                return
            for name in names:
                match = _ATTACHMENT.fullmatch(name)
                if match and match[1] in wanted:
                    keep(chunks(archive, name), match[1])
    except UnsafeArchiveError as error:
        if zipfile.is_zipfile(path):
            raise FileError(ErrorCode.PACKAGE_INVALID, path=path, reason=str(error)) from error


def write_package(target: Path, document: Document, attachments: Mapping[str, Path]) -> None:
    """Write one document and its attachments; read back before it takes its place.

    Args:
        target: Where to; replaced whole or left as it is.
        document: What to write.
        attachments: SHA-256 (hex) -> where the bytes lie; those no evidence names are left out.

    Raises:
        ExportError: nothing can be written there; PACKAGE_TOO_LARGE; EXPORT_CHECK_FAILED because an
            attachment's bytes are not those of its digest.
        FileError: an attachment is missing or cannot be read.
    """
    _check_size(target, document, attachments)
    parts = {ANSWERS: write_document(document)}
    for item in _attached(document):
        if item.sha256 in attachments:
            parts[_member_name(item)] = _attachment(attachments[item.sha256], item.sha256, target)
    manifest = {
        "format": FORMAT,
        "app_version": wb6assess.__version__,
        "created_at": time_as_json(document.updated_at),
        "content_hash": content_hash(document),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()},
        "signature": None,
        "encryption": None,
    }
    text = json.dumps(manifest, indent=2, sort_keys=True, ensure_ascii=False)
    with replacing(target) as scratch:
        with zipfile.ZipFile(scratch, "w") as archive:
            for name, data in {MANIFEST: text.encode() + b"\n", **parts}.items():
                _add(archive, name, data)
        _check_written(scratch, parts, target)


def _check_names(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    for needed in (MANIFEST, ANSWERS):
        if needed not in names:
            raise UnsafeArchiveError(f"it holds no {needed}")
    if any(not _ATTACHMENT.fullmatch(name) for name in names - {MANIFEST, ANSWERS}):
        raise UnsafeArchiveError("it holds parts that do not belong into a package")


def _manifest(archive: zipfile.ZipFile, path: Path) -> _Manifest:
    if archive.getinfo(MANIFEST).file_size > _MANIFEST_BYTES:
        raise UnsafeArchiveError("its manifest is far too large")
    try:
        raw = parse_object(b"".join(chunks(archive, MANIFEST)), str(path))
    except FileError as error:
        reason = error.facts.get("reason", "it cannot be read")
        raise UnsafeArchiveError(f"of its {MANIFEST}, {reason}") from error
    found = str(raw.get("format", ""))
    if found.startswith("wb6assess-package/") and found != FORMAT:
        raise UnsafeArchiveError("it was made by a newer version of WB6 Assess")
    if raw.get("signature") is not None or raw.get("encryption") is not None:
        raise UnsafeArchiveError("it is signed or encrypted, which this version cannot read")
    try:
        manifest = _Manifest.model_validate(raw)
    except ValidationError as error:
        place = ".".join(str(part)[:60] for part in error.errors()[0]["loc"])
        raise UnsafeArchiveError(f'its manifest is wrong at "{place}"') from error
    if set(manifest.files) != set(archive.namelist()) - {MANIFEST}:
        raise UnsafeArchiveError("its parts are not those its manifest lists")
    return manifest


def _answers_bytes(archive: zipfile.ZipFile, manifest: _Manifest) -> bytes:
    """The bytes of answers.json, after every part was compared with its digest."""
    if archive.getinfo(ANSWERS).file_size > MAX_BYTES:
        raise UnsafeArchiveError("its answers are far too large")
    for name, digest in manifest.files.items():
        match = _ATTACHMENT.fullmatch(name)
        if match and match[1] != digest:
            raise UnsafeArchiveError("an attachment is named after another file's digest")
        state = hashlib.sha256()
        for piece in chunks(archive, name):
            state.update(piece)
        if state.hexdigest() != digest:
            raise UnsafeArchiveError("a part was changed after the package was made")
    return b"".join(chunks(archive, ANSWERS))


def _attached(document: Document) -> list[Evidence]:
    """Evidence items with a file, each content once, in a fixed order."""
    items = (item for answer in document.answers.values() for item in answer.evidence)
    by_digest = {item.sha256: item for item in items if item.sha256 and item.file}
    return [by_digest[digest] for digest in sorted(by_digest)]


def _check_size(target: Path, document: Document, attachments: Mapping[str, Path]) -> None:
    """Refuse before anything is read what no receiver would take."""
    places = [attachments[item.sha256] for item in _attached(document) if item.sha256 in attachments]
    size = sum(place.stat().st_size for place in places if place.is_file())
    if size > _LIMITS.file:
        limit_mb, size_mb = _LIMITS.file // 10**6, size // 10**6
        raise ExportError(ErrorCode.PACKAGE_TOO_LARGE, path=target, limit_mb=limit_mb, size_mb=size_mb)


def _member_name(item: Evidence) -> str:
    # The end of a long name is kept: it says what kind of file it is.
    return f"attachments/{item.sha256}-{_FORBIDDEN.sub('_', item.file)[-120:]}"


def _attachment(source: Path, digest: str, target: Path) -> bytes:
    data = read_limited(source, _LIMITS.entry)
    if hashlib.sha256(data).hexdigest() != digest:
        reason = "an attachment was changed after it was added"
        raise ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=target, reason=reason)
    return data


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _FIXED_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data, compresslevel=9)


def _check_written(scratch: Path, parts: Mapping[str, bytes], target: Path) -> None:
    """Read the package back as a receiver would; the digests stand for the bytes."""
    try:
        with open_archive(scratch, _LIMITS) as archive:
            _check_names(archive)
            manifest = _manifest(archive, scratch)
            same = _answers_bytes(archive, manifest) == parts[ANSWERS]
    except UnsafeArchiveError as error:
        reason = str(error)
        raise ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=target, reason=reason) from error
    if not same:
        reason = "its answers differ"
        raise ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=target, reason=reason)
