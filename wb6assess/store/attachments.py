"""Attached files in the workspace: each content once, under its SHA-256, never changed, never run.

Nothing here deletes a file on its own. What no answer names any more can still come back by undo.
"""

import hashlib
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from wb6assess.errors import ErrorCode, FileError
from wb6assess.store.database import translated

ATTACHMENT_FOLDER = "attachments"
LIMIT_BYTES = 25_000_000
"""Largest file that can be attached; a package of a questionnaire's evidence stays sendable."""

DIGEST = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1 << 20
_ARRIVING = ".arriving-"
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class AttachmentFolder:
    """The attached files of one workspace; safe to use from any thread.

    Attributes:
        folder: Where they lie.
        opened: Copies made for other programs to show; thrown away with `forget_copies`.
    """

    def __init__(self, workspace: Path) -> None:
        self.folder = workspace / ATTACHMENT_FOLDER
        self.opened = self.folder / ".opened"

    def attach(self, path: Path) -> tuple[str, int]:
        """Keep a copy of a person's file; it is on the disk when this returns.

        Returns:
            SHA-256 (hex) and size in bytes.

        Raises:
            FileError: FILE_MISSING, FILE_UNREADABLE, ATTACHMENT_NOT_A_FILE, ATTACHMENT_EMPTY,
                ATTACHMENT_TOO_LARGE.
            StorageError: it could not be kept.
        """
        with _opened(path) as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > LIMIT_BYTES:
                raise _too_large(path, size)
            if not size:
                raise FileError(ErrorCode.ATTACHMENT_EMPTY, path=path)
            return self._keep(_limited(stream, path))

    def keep(self, pieces: Iterable[bytes], sha256: str) -> None:
        """Keep bytes that came in a package.

        Raises:
            FileError: PACKAGE_INVALID: they are not those of the digest; nothing is kept.
            StorageError: they could not be kept.
        """
        if self.path(sha256) is not None:
            return
        self._keep(pieces, expected=sha256)

    def path(self, sha256: str) -> Path | None:
        """Where a kept file lies; None when it is not here."""
        if not DIGEST.fullmatch(sha256):
            return None
        place = self._place(sha256)
        return place if place.is_file() else None

    def intact(self, sha256: str) -> bool:
        """Whether the file is here and its bytes are still those of its digest."""
        place = self.path(sha256)
        return place is not None and _digest_of(place) == sha256

    def kept(self) -> tuple[str, ...]:
        """Digests of all files here, sorted."""
        found = self.folder.glob("[0-9a-f][0-9a-f]/*")
        return tuple(sorted(path.name for path in found if DIGEST.fullmatch(path.name)))

    def orphans(self, named: Iterable[str]) -> tuple[Path, ...]:
        """Files that nothing in `named` names; they are listed, not deleted."""
        known = frozenset(named)
        return tuple(self._place(digest) for digest in self.kept() if digest not in known)

    def forget_copies(self) -> None:
        """Throw away the copies made for other programs, and what a crash left half-written.

        A copy that is still open elsewhere stays until the next time.
        """
        shutil.rmtree(self.opened, ignore_errors=True)
        for scratch in self.folder.glob(f"{_ARRIVING}*"):
            with suppress(OSError):
                scratch.unlink()

    def _place(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    def _keep(self, pieces: Iterable[bytes], expected: str = "") -> tuple[str, int]:
        """Write beside, flush, rename; the same content is written over itself or left."""
        with translated(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=_ARRIVING, dir=self.folder)
            scratch = Path(name)
            try:
                with os.fdopen(handle, "wb") as target:
                    digest, size = _copied(pieces, target)
                    target.flush()
                    os.fsync(target.fileno())
                if expected and digest != expected:
                    reason = "an attachment is not the file its evidence names"
                    raise FileError(ErrorCode.PACKAGE_INVALID, path=expected[:16], reason=reason)
                self._take_place(scratch, digest)
            finally:
                scratch.unlink(missing_ok=True)
        return digest, size

    def _take_place(self, scratch: Path, digest: str) -> None:
        if self.intact(digest):
            return  # somebody may have it open, which forbids replacing it on Windows
        place = self._place(digest)
        place.parent.mkdir(exist_ok=True)
        scratch.replace(place)
        for folder in (place.parent, self.folder):
            _flush_folder(folder)


def _opened(path: Path) -> IO[bytes]:
    """An ordinary file opened for reading; pipes and devices are neither waited for nor read."""
    try:
        # Also behind a link: what counts is what would be read.
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileError(ErrorCode.ATTACHMENT_NOT_A_FILE, path=path)
        stream = os.fdopen(os.open(path, _OPEN_FLAGS), "rb")
    except FileNotFoundError as error:
        raise FileError(ErrorCode.FILE_MISSING, path=path) from error
    except (OSError, ValueError) as error:
        raise FileError(ErrorCode.FILE_UNREADABLE, path=path) from error
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):  # exchanged in between
        stream.close()
        raise FileError(ErrorCode.ATTACHMENT_NOT_A_FILE, path=path)
    return stream


def _limited(stream: IO[bytes], path: Path) -> Iterator[bytes]:
    """Pieces of a file that may grow while it is read."""
    size = 0
    while True:
        try:
            piece = stream.read(_CHUNK)
        except OSError as error:
            raise FileError(ErrorCode.FILE_UNREADABLE, path=path) from error
        if not piece:
            return
        size += len(piece)
        if size > LIMIT_BYTES:
            raise _too_large(path, size)
        yield piece


def _too_large(path: Path, size: int) -> FileError:
    limit_mb, size_mb = LIMIT_BYTES // 10**6, -(-size // 10**6)
    return FileError(ErrorCode.ATTACHMENT_TOO_LARGE, path=path, limit_mb=limit_mb, size_mb=size_mb)


def _copied(pieces: Iterable[bytes], target: IO[bytes]) -> tuple[str, int]:
    state, size = hashlib.sha256(), 0
    for piece in pieces:
        state.update(piece)
        size += len(piece)
        target.write(piece)
    return state.hexdigest(), size


def _digest_of(path: Path) -> str:
    with suppress(OSError), path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
    return ""


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
