"""The database's file is exchanged by another program, such as a sync tool, while it is open."""

import os
import shutil
import sqlite3

import pytest
from sqlalchemy import insert, select

from tests.core.store.conftest import NOW
from wb6assess.errors import ErrorCode, StorageError
from wb6assess.store import own_file
from wb6assess.store.backups import copy_database
from wb6assess.store.files import DATABASE_FILE
from wb6assess.store.startup import open_database
from wb6assess.store.tables import InstrumentCopyRow


@pytest.fixture
def elsewhere(tmp_path, folder, database, assessment):
    """The database as another computer has it: one row more than ours had when it was copied."""
    other = tmp_path / "other.sqlite3"
    copy_database(folder / DATABASE_FILE, other)
    with sqlite3.connect(other) as connection:
        connection.execute("INSERT INTO instrument_copy VALUES ('theirs', 'x', '1', '')")
    connection.close()
    return other


def write(database, digest, length=0):
    row = {"digest": digest, "id": "x", "version": "1", "yaml": "x" * length}
    with database.writing() as connection:
        connection.execute(insert(InstrumentCopyRow), row)


def digests(database):
    with database.reading() as connection:
        return set(connection.scalars(select(InstrumentCopyRow.digest)))


def put_another_file_there(path, other):
    shutil.copyfile(other, path.with_suffix(".download")).replace(path)


def write_over(path, other):
    path.write_bytes(other.read_bytes())


def rows_of(path):
    connection = sqlite3.connect(path)
    found = {digest for (digest,) in connection.execute("SELECT digest FROM instrument_copy")}
    connection.close()
    return found


@pytest.mark.parametrize("exchange", [put_another_file_there, write_over])
def test_nothing_is_written_into_a_file_nobody_sees(database, folder, elsewhere, exchange):
    write(database, "before")
    exchange(folder / DATABASE_FILE, elsewhere)
    with pytest.raises(StorageError) as caught:
        write(database, "refused")
    assert caught.value.code is ErrorCode.DATABASE_REPLACED
    write(database, "after")
    database.close()
    again = open_database(folder, NOW)
    assert digests(again) == {"d1", "before", "after"}
    again.close()
    assert rows_of(caught.value.facts["aside"]) == {"d1", "theirs"}


def test_whoever_only_reads_on_sees_the_own_answers_and_is_told_at_the_next_write(
    database, folder, elsewhere
):
    write(database, "before")
    put_another_file_there(folder / DATABASE_FILE, elsewhere)
    assert digests(database) == {"d1", "before"}
    with database.noting():
        pass
    assert rows_of(folder / DATABASE_FILE) >= {"d1", "before"}
    with pytest.raises(StorageError, match="database-replaced"):
        write(database, "refused")
    write(database, "after")


def test_an_exchange_before_closing_is_told_and_the_own_answers_stay(database, folder, elsewhere):
    write(database, "before")
    put_another_file_there(folder / DATABASE_FILE, elsewhere)
    with pytest.raises(StorageError, match="database-replaced"):
        database.close()
    assert rows_of(folder / DATABASE_FILE) == {"d1", "before"}


def test_a_file_that_was_only_touched_is_the_same_file(database, folder, assessment):
    write(database, "before")
    os.utime(folder / DATABASE_FILE, (0, 0))
    write(database, "after")
    assert [file.name for file in folder.glob("*.sqlite3")] == [DATABASE_FILE]


def test_numbers_that_change_by_themselves_are_no_exchange(database, folder, assessment, monkeypatch):
    write(database, "before")
    identity = own_file._identity
    monkeypatch.setattr(own_file, "_identity", lambda path: (found := identity(path)) and (7, found[1]))
    write(database, "after")
    assert digests(database) == {"d1", "before", "after"}
    assert [file.name for file in folder.glob("*.sqlite3")] == [DATABASE_FILE]
    (folder / DATABASE_FILE).unlink()
    write(database, "after all")
    assert rows_of(folder / DATABASE_FILE) >= {"d1", "before", "after", "after all"}


def test_own_writes_however_many_are_no_exchange(database, folder, assessment):
    for number in range(40):
        write(database, f"n{number}", 200_000)
    assert len(digests(database)) == 41


def test_a_lost_journal_does_not_lose_what_it_held(database, folder, assessment):
    write(database, "before")
    (folder / f"{DATABASE_FILE}-wal").unlink()
    write(database, "after")
    assert rows_of(folder / DATABASE_FILE) >= {"d1", "before", "after"}


def test_a_database_that_is_no_longer_whole_is_not_written_to(database, folder, elsewhere):
    for number in range(5):
        write(database, f"n{number}", 3_000_000)
    path = folder / DATABASE_FILE
    path.write_bytes(path.read_bytes()[: 4096 * 20] + b"\x55" * (path.stat().st_size - 4096 * 20))
    for _again in range(2):
        with pytest.raises(StorageError) as caught:
            write(database, "refused")
        assert caught.value.code is ErrorCode.DATABASE_OVERWRITTEN
    with pytest.raises(StorageError, match="database-overwritten"):
        database.close()
