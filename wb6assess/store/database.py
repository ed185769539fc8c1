"""The open database: connections, transactions, and what the driver's errors mean for a person.

What is particular to SQLite stands here, in `inspection`, `own_file` and `backups`, what is
particular to PostgreSQL in `server`; the tables are portable.
"""

import errno
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from wb6assess.errors import ErrorCode, StorageError
from wb6assess.store.own_file import OwnFile
from wb6assess.store.server import server_code

Writes = Callable[[Connection], None]
"""What else is stored in a transaction somebody began."""

_BUSY_TIMEOUT_MS = 500
"""Only another program can be waited for, and whoever waits sits before a window that stands still."""
_CODES = {
    sqlite3.SQLITE_FULL: ErrorCode.DISK_FULL,
    # The shared-memory file beside the database could not grow.
    sqlite3.SQLITE_IOERR_SHMSIZE: ErrorCode.DISK_FULL,
    sqlite3.SQLITE_BUSY: ErrorCode.DATABASE_LOCKED,
    sqlite3.SQLITE_LOCKED: ErrorCode.DATABASE_LOCKED,
    sqlite3.SQLITE_CORRUPT: ErrorCode.DATABASE_DAMAGED,
    sqlite3.SQLITE_NOTADB: ErrorCode.DATABASE_FOREIGN,
    sqlite3.SQLITE_READONLY: ErrorCode.WORKSPACE_NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: ErrorCode.WORKSPACE_NOT_WRITABLE,
    sqlite3.SQLITE_PERM: ErrorCode.WORKSPACE_NOT_WRITABLE,
    sqlite3.SQLITE_IOERR: ErrorCode.WORKSPACE_NOT_WRITABLE,
}


def sqlite_url(path: Path) -> URL:
    """The address of a database file; built from parts, since a path may hold any character."""
    return URL.create("sqlite+pysqlite", database=str(path))


def open_engine(url: URL) -> Engine:
    """An engine on a file, whose transactions are ours from the first statement, even of a schema."""
    engine = create_engine(url)
    event.listen(engine, "connect", _configure_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _configure_sqlite(connection: Any, _record: object) -> None:
    # The driver would open transactions only before INSERT, UPDATE and DELETE, so that a failed
    # migration would leave its tables behind. We take over.
    connection.isolation_level = None
    # Where the folder's file system has no shared memory this stays a rollback journal: as safe.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # Otherwise INSERT OR REPLACE takes a row away without asking the triggers that keep it.
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at once: one that starts as a reader could fail halfway.
    reading = "wb6assess_reading" in connection.get_execution_options()
    _raw(connection).execute("BEGIN" if reading else "BEGIN IMMEDIATE")


def _raw(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


class Database:
    """One writer and any number of readers; the writer's connection lives as long as this.

    Safe to use from several threads: writers wait for each other.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        """Take an engine over.

        Args:
            engine: From `open_engine`.
            path: The file, or the folder of the workspace; for messages.
        """
        self._engine = engine
        self._readers = engine.execution_options(wb6assess_reading=True)
        self._path = path
        self._guard = threading.RLock()
        self._exchanged: StorageError | None = None
        with translated(path):
            self._writer = engine.connect()
            self._own = self._own_file()

    @property
    def file(self) -> Path | None:
        """The database's file; None on a server."""
        return self._path if self._engine.dialect.name == "sqlite" else None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that is on the disk when the block ends; rolled back on any error.

        Raises:
            StorageError: disk full, locked by another program, read-only, damaged;
                DATABASE_REPLACED: another program exchanged the file, which is ours again, so that
                the next attempt is stored; DATABASE_OVERWRITTEN.
        """
        with self._guard:
            self.keep_own_file()
            self._tell_exchange()
            with self._transaction() as connection:
                yield connection

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """One transaction for what nobody wrote: counts, the place where one left.

        It survives the end of the process at once, a power cut with the next answer; not waiting
        for the disk makes it ten times faster.
        """
        with self._guard:
            self.keep_own_file()
            with self._unhurried(), self._transaction() as connection:
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view; waits for nobody."""
        own = self._own  # another thread may be opening the file anew
        if own is not None and own.moved():
            self.keep_own_file()
        with translated(self._path), self._readers.begin() as connection:
            yield connection

    def keep_own_file(self) -> None:
        """See to it that the file under our name is the one we have open, be it written anew.

        What another program put there is kept beside it; `writing` and `close` tell of it once.

        Raises:
            StorageError: it could not be written; DATABASE_OVERWRITTEN.
        """
        with self._guard, translated(self._path):
            own = self._own
            if own is None or self._writer.in_transaction():
                return
            if not (own.moved() or own.written_by_others()):
                return
            aside = own.put_back(_raw(self._writer))
            self._let_go()
            own.forget_journal()
            self._writer = self._engine.connect()
            self._own = self._own_file()
            if aside is not None:
                self._exchanged = StorageError(ErrorCode.DATABASE_REPLACED, path=self._path, aside=aside)

    def close(self) -> None:
        """Give all connections back; the write-ahead log is folded into the file.

        Raises:
            StorageError: as `writing`; all is closed.
        """
        with self._guard, translated(self._path):
            try:
                self.keep_own_file()
            finally:
                self._let_go()
        self._tell_exchange()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with translated(self._path):
            with self._writer.begin():
                yield self._writer
            if self._own is not None:
                self._own.note()

    def _tell_exchange(self) -> None:
        told, self._exchanged = self._exchanged, None
        if told is not None:
            raise told

    def _let_go(self) -> None:
        self._writer.close()
        self._engine.dispose()
        if self._own is not None:
            self._own.close()
            self._own = None

    def _own_file(self) -> OwnFile | None:
        return None if self.file is None else OwnFile(self._path, _raw(self._writer))

    @contextmanager
    def _unhurried(self) -> Iterator[None]:
        if self._engine.dialect.name != "sqlite":
            yield
            return
        self._set_synchronous("NORMAL")
        try:
            yield
        finally:
            self._set_synchronous("FULL")

    def _set_synchronous(self, mode: str) -> None:
        # On the driver's connection: the pragma has no effect inside a transaction, and
        # SQLAlchemy would begin one.
        _raw(self._writer).execute(f"PRAGMA synchronous = {mode}")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the driver's and the system's errors about a database into `StorageError`.

    Constraint violations pass: they are defects.
    """
    try:
        yield
    except DBAPIError as error:
        known = storage_error(error.orig, path)
        if known is None:
            raise
        raise known from error
    except sqlite3.Error as error:
        known = storage_error(error, path)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        code = ErrorCode.DISK_FULL if full else ErrorCode.WORKSPACE_NOT_WRITABLE
        raise StorageError(code, path=path, cause=error.strerror) from error


def storage_error(error: BaseException | None, path: Path) -> StorageError | None:
    """What a driver's error means for a person; None when it is a defect of ours."""
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:
        told = None if error is None else server_code(error)
        return None if told is None else StorageError(told, path=path, cause=type(error).__name__)
    # Extended codes carry the plain one in their lowest byte.
    code = _CODES.get(number) or _CODES.get(number & 0xFF)
    if code is None:
        return None
    return StorageError(code, path=path, cause=getattr(error, "sqlite_errorname", ""))
