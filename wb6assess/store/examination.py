"""A thorough look into a database for whoever wonders whether all is well; nothing is changed."""

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from wb6assess.store.database import translated
from wb6assess.store.inspection import plain_connection

_SHOWN = 5
_DIGESTS = re.compile(r'"sha256": ?"([0-9a-f]{64})"')
_TEXTS = (
    ("history", "before"),
    ("history", "after"),
    ("revision", "document"),
)


@dataclass(frozen=True, slots=True)
class DatabaseExamined:
    """What SQLite itself says about a database.

    Attributes:
        problems: Its first complaints about pages and indexes; empty for a sound one.
        broken_references: Rows that point to nothing.
        version: The migration it stands at; empty when it does not say.
        assessments: How many there are.
        received: How many files of experts a coordinator took in.
    """

    problems: tuple[str, ...]
    broken_references: int
    version: str
    assessments: int
    received: int


@dataclass(frozen=True, slots=True)
class NamedFiles:
    """Digests of kept files: `now` by answers and imports, `ever` also by history and revisions."""

    now: frozenset[str]
    ever: frozenset[str]


def examine_database(path: Path) -> DatabaseExamined:
    """Check every page, index and reference of a sound enough database of ours.

    Raises:
        StorageError: it cannot be read at all.
    """
    with translated(path), plain_connection(path) as connection:
        said = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_SHOWN})")]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        (assessments,) = connection.execute("SELECT count(*) FROM assessment").fetchone()
        received = len(_received(connection))
    problems = () if said == ["ok"] else tuple(said)
    return DatabaseExamined(problems, len(broken), version, assessments, received)


def named_files(path: Path) -> NamedFiles:
    """Which kept files the answers and imports name.

    Raises:
        StorageError: the database cannot be read.
    """
    with translated(path), plain_connection(path) as connection:
        evidence = connection.execute(
            "SELECT DISTINCT sha256 FROM evidence WHERE sha256 <> '' AND file <> ''"
        )
        now = frozenset(row[0] for row in evidence) | _received(connection)
        ever = set(now)
        for table, column in _TEXTS:
            texts = connection.execute(f"SELECT {column} FROM {table} WHERE {column} LIKE '%sha256%'")  # noqa: S608
            for (text,) in texts:
                ever.update(_DIGESTS.findall(text))
    return NamedFiles(now, frozenset(ever))


def _received(connection: sqlite3.Connection) -> set[str]:
    """The original bytes of imported files; databases of earlier versions know none."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'received'")
    if tables.fetchone() == (0,):
        return set()
    return {row[0] for row in connection.execute("SELECT sha256 FROM received")}
