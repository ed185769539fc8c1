"""The original bytes of files that come in: their digest, and keeping them."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from wb6assess.errors import ErrorCode, FileError

if TYPE_CHECKING:
    # It brings SQLAlchemy along, which the processes that only read files would import for nothing.
    from wb6assess.store.attachments import AttachmentFolder

_CHUNK = 1 << 20
_MOST_REFUSED = 64 << 20
"""Bytes of a refused file that are worth a digest."""


def digest_of(path: Path) -> str:
    """SHA-256 of a file's bytes.

    Raises:
        FileError: FILE_MISSING, FILE_UNREADABLE.
    """
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise FileError(ErrorCode.FILE_MISSING, path=path) from error
    except OSError as error:
        raise FileError(ErrorCode.FILE_UNREADABLE, path=path) from error


def digest_if_possible(path: Path) -> str:
    """The digest of a file that was refused; "" where it is huge, no file, gone or locked."""
    try:
        # A pipe would keep the reader waiting for ever.
        if not path.is_file() or path.stat().st_size > _MOST_REFUSED:
            return ""
        return digest_of(path)
    except (OSError, FileError):
        return ""  # why it cannot be read is what it was refused for


def keep_bytes(folder: "AttachmentFolder", path: Path, sha256: str) -> None:
    """Keep a file's bytes under the digest they had when it was read.

    Raises:
        FileError: FILE_MISSING, FILE_UNREADABLE, FILE_CHANGING: it is gone or was changed meanwhile.
        StorageError: they could not be kept.
    """
    if folder.intact(sha256):
        return
    try:
        folder.keep(_pieces(path), sha256)
    except FileError as error:
        if error.code is not ErrorCode.PACKAGE_INVALID:
            raise
        raise FileError(ErrorCode.FILE_CHANGING, path=path) from error


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_CHUNK):
                yield piece
    except FileNotFoundError as error:
        raise FileError(ErrorCode.FILE_MISSING, path=path) from error
    except OSError as error:
        raise FileError(ErrorCode.FILE_UNREADABLE, path=path) from error
