"""Whether the file under the database's name is still the one that is open.

A program that synchronises folders puts another file in its place, deletes it or writes into it, and
SQLite goes on in a file nobody sees. What is open is still whole then: it is written anew.
"""

import os
import sqlite3
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from wb6assess.errors import ErrorCode, StorageError
from wb6assess.store.files import free_name, taking_place
from wb6assess.store.inspection import Kind, inspect_database

_CHUNK = 1 << 20
_PROBE_NS = 365 * 86_400 * 10**9
"""So much earlier no other file is likely to be."""
_COARSE_NS = 3 * 10**9
"""Some disks know times to two seconds."""
_SUMMED = 16 << 20
"""Of a larger file only this many bytes at both ends are compared."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """How the database's file looked when we wrote last; the sum tells a touched from a changed one."""

    size: int
    mtime_ns: int
    sum: int


class OwnFile:
    """The file and the journal of an open database, and whether they still have their names.

    Looking costs two calls of the system, noting one. The file is held open for reading: closing it
    while SQLite has it open would let go of SQLite's locks (POSIX).
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Take what `connection` has open under `path` for ours.

        Raises:
            OSError: it cannot be read.
        """
        self._path = path.resolve()
        self._journal_path = self._beside("-wal")
        self._handle = os.open(self._path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        # Without a write-ahead log every write changes the file, and only its name is watched.
        self._logged = mode == "wal"
        self._own = _identity(self._path)
        self._journal = _identity(self._journal_path) if self._logged else None
        self._numbered = True
        self._seen = self._look() if self._logged else None

    def note(self) -> None:
        """We have written: whatever the file holds now is ours."""
        if self._seen is None:
            return
        now = os.fstat(self._handle)
        if (now.st_size, now.st_mtime_ns) != (self._seen.size, self._seen.mtime_ns):
            self._seen = self._look()
        if self._journal is None and self._numbered:
            self._journal = _identity(self._journal_path)

    def moved(self) -> bool:
        """Whether another file, or none, has the name of ours, or of our journal."""
        found = _identity(self._path)
        if found != self._own:
            if found is None or not self._leads_here():
                return True
            # Numbers that change by themselves tell nothing of the journal either.
            self._own, self._journal, self._numbered = found, None, False
        return self._journal is not None and _identity(self._journal_path) != self._journal

    def written_by_others(self) -> bool:
        """Whether somebody else changed what the file holds; being touched is no change."""
        if self._seen is None:
            return False
        now = os.fstat(self._handle)
        if (now.st_size, now.st_mtime_ns) == (self._seen.size, self._seen.mtime_ns):
            return False
        found = self._look()
        if (found.size, found.sum) != (self._seen.size, self._seen.sum):
            return True
        self._seen = found
        return False

    def put_back(self, connection: sqlite3.Connection) -> Path | None:
        """Write what `connection` sees under the database's name; it must be opened anew then.

        Returns:
            Where the other program's file lies now; None when there was none.

        Raises:
            StorageError: DATABASE_OVERWRITTEN: what is open is no longer whole; nothing changed.
            sqlite3.Error, OSError: it could not be written; nothing changed.
        """
        aside = None
        try:
            with taking_place(self._path) as scratch:
                self._rescue(connection, scratch)
                aside = self._set_other_aside()
        except OSError as error:
            if aside is None:
                raise
            self._undo_setting_aside(aside, error)
        return aside

    def close(self) -> None:
        """Let go of the file; every connection is closed."""
        os.close(self._handle)

    def forget_journal(self) -> None:
        """Remove the old journal's names, which SQLite would take for those of the new file."""
        for ending in ("-wal", "-shm"):
            self._beside(ending).unlink(missing_ok=True)

    def _rescue(self, connection: sqlite3.Connection, scratch: Path) -> None:
        try:
            connection.execute("VACUUM INTO ?", (str(scratch),))
            whole = inspect_database(scratch).kind is Kind.OURS
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
                raise
            whole = False
        if not whole:
            raise StorageError(ErrorCode.DATABASE_OVERWRITTEN, path=self._path)

    def _set_other_aside(self) -> Path | None:
        prefix = f"{self._path.stem}.other-"
        aside = free_name(self._path.parent, prefix, datetime.now(UTC))
        found = _identity(self._path)
        if found is None:
            return None
        if found != self._own:
            self._path.rename(aside)
            self._take_journal_along(aside)
            return aside
        if not self.written_by_others():
            return None
        # The same file with other content: a copy, since ours is still being read from it.
        with aside.open("xb") as stream:
            for start in range(0, os.fstat(self._handle).st_size, _CHUNK):
                stream.write(self._read(start, _CHUNK))
        return aside

    def _undo_setting_aside(self, aside: Path, error: OSError) -> NoReturn:
        if _identity(self._path) is None:
            aside.rename(self._path)
            raise error
        # Windows lets nothing take the place of a file that is open, and written into.
        aside.unlink()
        raise StorageError(ErrorCode.DATABASE_OVERWRITTEN, path=self._path) from error

    def _leads_here(self) -> bool:
        """Whether the name leads to the open file, whose number changed as on some network folders.

        A change of time of the open file shows under the name then.
        """
        before = os.fstat(self._handle)
        if os.utime not in os.supports_fd:  # Windows, where nothing takes the place of an open file
            return not self.written_by_others()
        probe = before.st_mtime_ns - _PROBE_NS
        os.utime(self._handle, ns=(before.st_atime_ns, probe))
        try:
            return abs(self._path.stat().st_mtime_ns - probe) < _COARSE_NS
        finally:
            os.utime(self._handle, ns=(before.st_atime_ns, before.st_mtime_ns))

    def _take_journal_along(self, aside: Path) -> None:
        """The other file's journal holds its last changes; ours stays."""
        if _identity(self._journal_path) not in {None, self._journal}:
            self._journal_path.rename(aside.with_name(f"{aside.name}-wal"))

    def _beside(self, ending: str) -> Path:
        return self._path.with_name(self._path.name + ending)

    def _look(self) -> _Seen:
        found = os.fstat(self._handle)
        size = found.st_size
        ends = [(0, min(size, _SUMMED)), (max(_SUMMED, size - _SUMMED), size)]
        total = 0
        for first, last in ends:
            for start in range(first, last, _CHUNK):
                total = zlib.crc32(self._read(start, min(_CHUNK, last - start)), total)
        return _Seen(size, found.st_mtime_ns, total)

    def _read(self, start: int, length: int) -> bytes:
        os.lseek(self._handle, start, os.SEEK_SET)  # Windows has no pread
        return os.read(self._handle, length)


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file has this name; None for none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
