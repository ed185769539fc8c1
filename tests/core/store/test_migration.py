"""A migration succeeds whole or leaves everything as it was."""

import shutil
import sqlite3
import subprocess
import sys
from datetime import timedelta

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from tests.core.store.conftest import NOW
from wb6assess.errors import ErrorCode, StorageError
from wb6assess.store import migration, startup
from wb6assess.store.backups import backups
from wb6assess.store.migration import HEAD
from wb6assess.store.startup import open_database

NEXT, AFTER_NEXT = (f"{int(HEAD) + more:04}" for more in (1, 2))

REVISION = """
import sqlalchemy as sa
from alembic import op

revision = {number!r}
down_revision = {before!r}

def upgrade():
    op.create_table("added_{number}", sa.Column("x", sa.Integer()))
    {then}
"""


@pytest.fixture
def later_version(tmp_path, monkeypatch):
    """A later version of the application; gives a function that adds its migrations."""
    folder = tmp_path / "100% later" / "migrations"
    shutil.copytree(migration.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))

    def add(number, before, then="pass"):
        text = REVISION.format(number=number, before=before, then=then)
        (folder / "versions" / f"{number}.py").write_text(text)
        monkeypatch.setattr(migration, "MIGRATIONS", folder)
        monkeypatch.setattr(startup, "HEAD", number)

    return add


def _state(folder):
    with sqlite3.connect(folder / "wb6assess.sqlite3") as connection:
        version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        schema = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        rows = connection.execute("SELECT id FROM assessment").fetchall()
    connection.close()
    return version, schema, rows


def test_the_newest_migration_is_the_one_the_start_looks_for():
    config = Config()
    config.set_main_option("script_location", str(migration.MIGRATIONS))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [migration.HEAD]


@pytest.mark.parametrize(
    ("then", "raised"),
    [("op.execute('SELECT no_such_column')", StorageError), ("1 / 0", ZeroDivisionError)],
    ids=["refused by the database", "defect in the step"],
)
def test_a_failing_step_takes_all_steps_back(folder, database, assessment, later_version, then, raised):
    database.close()
    before = _state(folder)
    later_version(NEXT, HEAD)
    later_version(AFTER_NEXT, NEXT, then)
    with pytest.raises(raised):
        open_database(folder, NOW)
    assert _state(folder) == before


def test_a_failing_migration_names_the_copy_made_before(folder, database, assessment, later_version):
    database.close()
    later_version(NEXT, HEAD, "op.execute('SELECT no_such_column')")
    with pytest.raises(StorageError) as caught:
        open_database(folder, NOW)
    assert caught.value.code is ErrorCode.MIGRATION_FAILED
    assert caught.value.facts["backup"] == backups(folder)[-1]


def test_a_migration_keeps_the_data_and_a_copy_from_before(folder, database, assessment, later_version):
    database.close()
    later_version(NEXT, HEAD)
    open_database(folder, NOW + timedelta(days=1)).close()
    version, schema, rows = _state(folder)
    assert version == (NEXT,)
    assert f"added_{NEXT}" in [name for name, _ in schema]
    assert rows == [("id-1",)]
    copy = sqlite3.connect(backups(folder)[-1])
    assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
    copy.close()


def test_a_start_without_migration_does_not_load_alembic(folder, database):
    database.close()
    program = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from wb6assess.store.startup import open_database\n"
        "open_database(Path(sys.argv[1]), datetime.now(UTC)).close()\n"
        "sys.exit('alembic' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", program, str(folder)], check=False)
    assert result.returncode == 0
