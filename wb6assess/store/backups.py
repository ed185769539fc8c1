"""Copies of the database: made, kept, brought back. Nothing is ever overwritten or deleted but the
oldest of our own copies.
"""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from wb6assess.errors import ErrorCode, StorageError
from wb6assess.store.database import translated
from wb6assess.store.files import DATABASE_FILE, free_name, taking_place
from wb6assess.store.inspection import Kind, inspect_database, plain_connection
from wb6assess.store.migration import HEAD

BACKUP_FOLDER = "backups"
KEPT = 10

_PREFIX = "wb6assess-"
_COMPANIONS = ("", "-wal", "-shm")
"""SQLite's own files beside the database; the first holds the last answers after a crash."""
_WRITTEN = ("", "-wal")
"""Where a change goes first, and where it goes in the end."""


def backups(folder: Path) -> list[Path]:
    """The copies in a workspace, oldest first (their names are their dates)."""
    return sorted((folder / BACKUP_FOLDER).glob(f"{_PREFIX}*.sqlite3"))


def newest_backup(folder: Path) -> Path | None:
    """The newest copy, or None."""
    return next(reversed(backups(folder)), None)


def back_up(path: Path, folder: Path, moment: datetime) -> Path:
    """Copy a sound database into the workspace's backups; of those, `_surplus` go.

    Args:
        path: The database; other connections may stay open.
        folder: The workspace.
        moment: Now.

    Raises:
        StorageError: no space, no permission; an unfinished copy does not stay.
    """
    target = free_name(folder / BACKUP_FOLDER, _PREFIX, moment)
    with translated(target):
        target.parent.mkdir(exist_ok=True)
        with taking_place(target) as scratch:
            copy_database(path, scratch)
        for old in _surplus(backups(folder)):
            old.unlink()
    return target


def copy_database(path: Path, target: Path) -> None:
    """Write one consistent state of a database, which others may have open, into a new file.

    Raises:
        StorageError: it cannot be read, or the copy cannot be written.
    """
    with translated(target), plain_connection(path) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


def check_backup(backup: Path, shown: Path | None = None) -> None:
    """Refuse a copy that must not be brought back.

    Args:
        backup: The copy.
        shown: What to call it in an error.

    Raises:
        StorageError: BACKUP_DAMAGED, DATABASE_FOREIGN, DATABASE_TOO_NEW.
    """
    path = shown or backup
    with translated(path):
        found = inspect_database(backup)
    if found.kind is Kind.DAMAGED:
        raise StorageError(ErrorCode.BACKUP_DAMAGED, path=path)
    if found.kind is not Kind.OURS:
        raise StorageError(ErrorCode.DATABASE_FOREIGN, path=path)
    # Migrations are numbered with four digits, so that texts compare like numbers.
    if found.version > HEAD:
        raise StorageError(ErrorCode.DATABASE_TOO_NEW, path=path, found=found.version, newest=HEAD)


def back_up_daily(path: Path, folder: Path, moment: datetime) -> None:
    """Make today's copy (UTC) unless there is one."""
    today = f"{_PREFIX}{moment.astimezone(UTC):%Y%m%d}"
    if not any(copy.name.startswith(today) for copy in backups(folder)):
        back_up(path, folder, moment)


def back_up_changes(path: Path, folder: Path, moment: datetime) -> Path | None:
    """Copy a database that was written to since its newest copy; returns the copy, if one was made.

    Raises:
        StorageError: as `back_up`.
    """
    newest = newest_backup(folder)
    with translated(path):
        files = [path.with_name(path.name + ending) for ending in _WRITTEN]
        changed = max(file.stat().st_mtime_ns for file in files if file.exists())
        if newest is not None and newest.stat().st_mtime_ns >= changed:
            return None
    return back_up(path, folder, moment)


def _surplus(copies: list[Path]) -> list[Path]:
    """Of copies in order: all of a day but the newest, today also but the first; then beyond ten."""
    days = [copy.name[: len(_PREFIX) + 8] for copy in copies]
    first_today = days.index(days[-1])
    kept = [
        copy
        for place, copy in enumerate(copies)
        if place in (first_today, len(copies) - 1) or days[place] != days[place + 1]
    ]
    return [copy for copy in copies if copy not in kept[-KEPT:]]


def set_aside(path: Path, word: str, moment: datetime) -> Path:
    """Give a database and SQLite's files beside it a name of their own; returns the new path.

    Args:
        path: The database; all connections are closed.
        word: Why, as part of the name: "damaged", "replaced".
        moment: Now; part of the name.
    """
    target = free_name(path.parent, f"{path.stem}.{word}-", moment)
    with translated(path):
        for ending in _COMPANIONS:
            companion = path.with_name(path.name + ending)
            if companion.exists():
                companion.rename(target.with_name(target.name + ending))
    return target


def bring_back(folder: Path, backup: Path, moment: datetime) -> Path | None:
    """Put a copy in the database's place; what stood there is set aside under "replaced".

    Args:
        folder: The workspace; nobody has it open.
        backup: A sound database of ours.
        moment: Now.

    Returns:
        Where what stood there is now; None when nothing did.

    Raises:
        StorageError: as in `check_backup`; then nothing changed.
    """
    path = folder / DATABASE_FILE
    check_backup(backup)
    stood = path.exists()
    with translated(path), taking_place(path) as scratch:
        shutil.copyfile(backup, scratch)
        aside = set_aside(path, "replaced", moment)
    return aside if stood else None
