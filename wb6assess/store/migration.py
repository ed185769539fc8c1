"""Bringing a database to the tables of this version, whole or not at all."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from wb6assess.errors import ErrorCode, StorageError
from wb6assess.store.database import storage_error

HEAD = "0009"
"""The newest migration; a test compares it with the files."""

MIGRATIONS = Path(__file__).parent / "migrations"
"""Found from the package, so that it is right in a built application too (its spec ships the files)."""


def schema_version(connection: Connection) -> str | None:
    """The migration a database stands at; None when it has none of our tables."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version


def upgrade(connection: Connection, backup: Path) -> None:
    """Run every missing migration over a connection whose transaction the caller holds.

    Args:
        connection: In a transaction begun by us; nothing is committed here.
        backup: The copy made before; for the message.

    Raises:
        StorageError: MIGRATION_FAILED or the disk's own fault; the caller must roll back.
    """
    # Alembic takes longer to import than a start may take; most starts need no migration.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    # ConfigParser would read a percent sign in a folder's name as a reference.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except (SQLAlchemyError, CommandError) as error:
        known = storage_error(getattr(error, "orig", None), backup)
        raise known or StorageError(ErrorCode.MIGRATION_FAILED, backup=backup) from error
