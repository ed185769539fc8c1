"""What lies under the database's name, before anything is done with it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from wb6assess.store.files import APPLICATION_ID

_MAGIC = b"SQLite format 3\0"
_WAIT_S = 1.0
"""For another program that holds the file."""
_THOROUGH_BYTES = 32_000_000
"""Up to this size indexes are compared with their tables too; larger files would delay the start."""


class Kind(Enum):
    """What a file is to us."""

    NOTHING = auto()
    """Missing, empty, or a database without a single table: a start that never came further."""
    OURS = auto()
    FOREIGN = auto()
    DAMAGED = auto()


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found; `version` is the migration of a database of ours."""

    kind: Kind
    version: str = ""


def inspect_database(path: Path) -> Inspection:
    """Look into a file without changing it.

    Raises:
        sqlite3.Error, OSError: it cannot be read at all (permissions, another program's lock).
    """
    if not path.exists() or path.stat().st_size == 0:
        return Inspection(Kind.NOTHING)
    with path.open("rb") as stream:
        start = stream.read(len(_MAGIC))
    if start != _MAGIC:
        # A power cut can leave a page of zeros; other programs' files do not begin like that.
        return Inspection(Kind.FOREIGN if any(start) else Kind.DAMAGED)
    try:
        with plain_connection(path) as connection:
            return _inspect(connection, path.stat().st_size)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            return Inspection(Kind.DAMAGED)
        raise


@contextmanager
def plain_connection(path: Path) -> Iterator[sqlite3.Connection]:
    """A bare connection to an existing file, which sets no pragma and so alters no foreign file."""
    address = f"{path.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(address, _WAIT_S, uri=True)) as connection:
        connection.isolation_level = None
        yield connection


def _inspect(connection: sqlite3.Connection, size: int) -> Inspection:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if not tables:
        return Inspection(Kind.NOTHING)
    if application != APPLICATION_ID:
        return Inspection(Kind.FOREIGN)
    check = "integrity_check" if size < _THOROUGH_BYTES else "quick_check"
    if connection.execute(f"PRAGMA {check}(1)").fetchone() != ("ok",):
        return Inspection(Kind.DAMAGED)
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        return Inspection(Kind.DAMAGED)
    (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return Inspection(Kind.OURS, version)
