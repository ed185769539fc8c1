"""Opening a zip file from outside: sizes and names are judged before anything is unpacked."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from wb6assess.errors import ErrorCode, FileError

_END = b"PK\x05\x06"
_END_SIZE = 22
_LOCATOR = b"PK\x06\x07"
_LONG_END = struct.Struct("<4sQ2H2L4Q")
_LONG_BEFORE = _LONG_END.size + 20
"""Bytes before the end record that its 64-bit form and the record that points there take."""
_MAX_COMMENT = 65_535
_CHUNK = 1 << 20
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    struct.error,
    NotImplementedError,
    UnicodeDecodeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What an archive may hold, in bytes and entries; `ratio` is unpacked to packed size."""

    file: int = 200_000_000
    entries: int = 2_000
    entry: int = 100_000_000
    total: int = 500_000_000
    ratio: int = 500


class UnsafeArchiveError(ValueError):
    """The zip file is damaged or not to be trusted; the message ends the sentence "…: <reason>"."""


@contextmanager
def open_archive(path: Path, limits: Limits = Limits()) -> Iterator[zipfile.ZipFile]:
    """A zip file whose directory has been checked against the limits.

    Raises:
        UnsafeArchiveError: it is no zip file, damaged, encrypted, doubles a name, holds a link or is
            a bomb.
        FileError: FILE_MISSING, FILE_UNREADABLE.
    """
    try:
        _check_end(path, limits)
        archive = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise FileError(ErrorCode.FILE_MISSING, path=path) from error
    except OSError as error:
        raise FileError(ErrorCode.FILE_UNREADABLE, path=path) from error
    except _DAMAGE as error:
        raise _unsafe(error) from error
    with archive:
        _check_directory(archive, limits)
        yield archive


def chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The unpacked bytes of one entry in pieces; `zipfile` stops at the size the directory promised.

    Raises:
        UnsafeArchiveError: the entry is damaged.
        FileError: FILE_UNREADABLE.
    """
    try:
        with archive.open(name) as stream:
            while piece := stream.read(_CHUNK):
                yield piece
    except OSError as error:
        raise FileError(ErrorCode.FILE_UNREADABLE, path=archive.filename) from error
    except _DAMAGE as error:
        raise _unsafe(error) from error


def _unsafe(error: Exception) -> UnsafeArchiveError:
    if isinstance(error, UnsafeArchiveError):
        return error
    return UnsafeArchiveError("it is damaged or incomplete")


def _check_end(path: Path, limits: Limits) -> None:
    """Judge the size of the directory before zipfile reads it whole into memory."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise UnsafeArchiveError("it is not an ordinary file")
    size = found.st_size
    if size > limits.file:
        raise UnsafeArchiveError(f"it is larger than {limits.file // 10**6} MB")
    with path.open("rb") as stream:
        stream.seek(max(0, size - _LONG_BEFORE - _END_SIZE - _MAX_COMMENT))
        tail = stream.read()
    start = tail.rfind(_END)
    if start < 0 or len(tail) - start < _END_SIZE:
        raise UnsafeArchiveError("it is damaged or incomplete")
    entries, directory = struct.unpack_from("<HI", tail, start + 10)
    # 65,535 announces the 64-bit format, which no file within the limits needs.
    if entries > limits.entries or _directory(tail, start, directory) > limits.entries * 512:
        raise UnsafeArchiveError(f"it has more than {limits.entries:,} parts")


def _directory(tail: bytes, end: int, said: int) -> int:
    """Bytes of the directory as `zipfile` will read it: the 64-bit record overrules the end record."""
    if end < _LONG_BEFORE or not tail.startswith(_LOCATOR, end - 20):
        return said
    *_, size, _start = _LONG_END.unpack_from(tail, end - _LONG_BEFORE)
    return int(size)


def _check_directory(archive: zipfile.ZipFile, limits: Limits) -> None:
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise UnsafeArchiveError(f"it has more than {limits.entries:,} parts")
    # Some systems hold names that differ in capitals, or in how accents are written, for one.
    if len({normalize("NFC", entry.filename).casefold() for entry in entries}) < len(entries):
        raise UnsafeArchiveError("it holds the same name twice")
    for entry in entries:
        _check_entry(entry, limits)
    if sum(entry.file_size for entry in entries) > limits.total:
        raise UnsafeArchiveError(f"unpacked it is larger than {limits.total // 10**6} MB")


def _check_entry(entry: zipfile.ZipInfo, limits: Limits) -> None:
    if entry.flag_bits & 0x1:
        raise UnsafeArchiveError("it is protected with a password")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnsafeArchiveError("a part is a link to another file")
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise UnsafeArchiveError("it is packed in a way this program does not read")
    packed = max(entry.compress_size, 1)
    # Small files of one repeated character pack better than any bomb worth the name.
    if entry.file_size > limits.entry or (
        entry.file_size > _CHUNK and entry.file_size > limits.ratio * packed
    ):
        raise UnsafeArchiveError("a part is far too large when unpacked")
