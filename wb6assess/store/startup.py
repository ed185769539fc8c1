"""Opening the workspace's database: look, copy, migrate; never start empty where answers were."""

from datetime import datetime
from pathlib import Path
from typing import NoReturn

from sqlalchemy import Engine, make_url

from wb6assess.errors import ErrorCode, StorageError
from wb6assess.store.backups import back_up, back_up_daily, newest_backup, set_aside
from wb6assess.store.database import (
    Database,
    open_engine,
    sqlite_url,
    translated,
)
from wb6assess.store.files import APPLICATION_ID, DATABASE_FILE
from wb6assess.store.inspection import Kind, inspect_database
from wb6assess.store.migration import HEAD, schema_version, upgrade
from wb6assess.store.server import open_server, protect


def open_database(folder: Path, moment: datetime, url: str | None = None) -> Database:
    """The database of a workspace, checked, copied once a day and at this version's tables.

    Args:
        folder: The workspace; exists, and nobody else has it open.
        moment: Now.
        url: A database elsewhere; None for the file in the folder.

    Raises:
        StorageError: DATABASE_DAMAGED (set aside as `path`; `backup` is the newest copy),
            DATABASE_DAMAGED_NO_BACKUP, DATABASE_MISSING, DATABASE_FOREIGN, DATABASE_TOO_NEW,
            MIGRATION_FAILED, DISK_FULL, WORKSPACE_NOT_WRITABLE, DATABASE_LOCKED; of a server
            DATABASE_ADDRESS_INVALID, DATABASE_DRIVER_MISSING, DATABASE_UNREACHABLE, DATABASE_REFUSED.
    """
    if url is not None and not url.startswith("sqlite"):
        return _open_server(url, folder)
    file = make_url(url).database if url else None
    path = Path(file) if file else folder / DATABASE_FILE
    copied = _prepare(path, folder, moment)
    engine = open_engine(sqlite_url(path))
    try:
        _migrate(engine, path, copied)
        return Database(engine, path)
    except BaseException:
        engine.dispose()
        raise


def _open_server(url: str, folder: Path) -> Database:
    engine = open_server(url)
    try:
        _migrate(engine, folder, None)
        return Database(engine, folder)
    except BaseException:
        engine.dispose()
        raise


def _prepare(path: Path, folder: Path, moment: datetime) -> Path | None:
    """Look at the file and copy it; returns the copy made because a migration follows."""
    with translated(path):
        found = inspect_database(path)
    match found.kind:
        case Kind.NOTHING:
            _refuse_empty_start(path, folder)
        case Kind.FOREIGN:
            raise StorageError(ErrorCode.DATABASE_FOREIGN, path=path)
        case Kind.DAMAGED:
            _refuse_damaged(set_aside(path, "damaged", moment), folder)
        case Kind.OURS:
            _refuse_newer(found.version, path)
            if found.version != HEAD:
                return back_up(path, folder, moment)
            back_up_daily(path, folder, moment)
    return None


def _refuse_empty_start(path: Path, folder: Path) -> None:
    """Where there are copies there were answers: the person decides, not a silent new file."""
    backup = newest_backup(folder)
    if backup is not None:
        raise StorageError(ErrorCode.DATABASE_MISSING, path=path, backup=backup)


def _refuse_damaged(aside: Path, folder: Path) -> NoReturn:
    backup = newest_backup(folder)
    if backup is None:
        raise StorageError(ErrorCode.DATABASE_DAMAGED_NO_BACKUP, path=aside)
    raise StorageError(ErrorCode.DATABASE_DAMAGED, path=aside, backup=backup)


def _refuse_newer(version: str | None, path: Path) -> None:
    # Migrations are numbered with four digits, so that texts compare like numbers.
    if version is not None and version > HEAD:
        raise StorageError(ErrorCode.DATABASE_TOO_NEW, path=path, found=version, newest=HEAD)


def _migrate(engine: Engine, path: Path, copied: Path | None) -> None:
    """Everything in one transaction, which a failing step takes back whole."""
    with translated(path), engine.connect() as connection, connection.begin():
        version = schema_version(connection)
        _refuse_newer(version, path)
        if version == HEAD:
            return
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        upgrade(connection, copied or path)
        if engine.dialect.name != "sqlite":
            protect(connection)
