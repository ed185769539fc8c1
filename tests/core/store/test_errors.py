"""What the disk says, in words a person can act on."""

import os
import sqlite3
import subprocess
from contextlib import suppress

import pytest
from sqlalchemy import insert, select, text

from tests.core.store.conftest import NOW
from wb6assess.errors import ErrorCode, StorageError
from wb6assess.store.assessments import find_assessment
from wb6assess.store.database import storage_error
from wb6assess.store.startup import open_database
from wb6assess.store.tables import InstrumentCopyRow

BIG = {"digest": "d2", "id": "x", "version": "1", "yaml": "x" * 400_000}


def test_a_full_disk_is_named_and_the_transaction_undone(database, assessment):
    with database.writing() as connection:
        pages = connection.scalar(text("PRAGMA page_count"))
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
    small = {**BIG, "digest": "small", "yaml": ""}
    with pytest.raises(StorageError) as caught:
        _write(database, small, BIG)
    assert caught.value.code is ErrorCode.DISK_FULL
    assert caught.value.__cause__ is not None
    with database.reading() as connection:
        assert connection.scalars(select(InstrumentCopyRow.digest)).all() == ["d1"]
        assert find_assessment(connection, "id-1") == assessment


def _write(database, *rows):
    with database.writing() as connection:
        for row in rows:
            connection.execute(insert(InstrumentCopyRow), row)


def _write_many(database):
    """Write in single transactions until it fails; returns what was said to be stored."""
    stored = set()
    with suppress(StorageError):
        for number in range(10_000):
            _write(database, {**BIG, "digest": str(number), "yaml": "x" * 3000})
            stored.add(str(number))
    return stored


def _fill(disk):
    filler = disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as stream:
        while stream.write(b"x" * 4096):
            pass
    return filler


@pytest.fixture
def tiny_disk(tmp_path):
    """A real file system of one megabyte."""
    place = tmp_path / "tiny"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if os.name != "posix" or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a file system is not permitted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_on_a_really_full_disk_stored_answers_stay_and_later_ones_work_again(tiny_disk):
    database = open_database(tiny_disk, NOW)
    filler = _fill(tiny_disk)
    stored = _write_many(database)
    with pytest.raises(StorageError) as caught:
        _write(database, BIG)
    assert caught.value.code is ErrorCode.DISK_FULL
    filler.unlink()
    _write(database, {**BIG, "digest": "last", "yaml": ""})
    with database.reading() as connection:
        assert set(connection.scalars(select(InstrumentCopyRow.digest))) == {*stored, "last"}
        assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
    database.close()


def test_a_disk_full_from_the_start_is_named(tiny_disk):
    _fill(tiny_disk)
    with pytest.raises(StorageError) as caught:
        open_database(tiny_disk, NOW)
    assert caught.value.code is ErrorCode.DISK_FULL


def test_a_database_held_by_another_program_is_named(folder, database, monkeypatch):
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(folder / "wb6assess.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError) as caught, database.writing():
        pass
    assert caught.value.code is ErrorCode.DATABASE_LOCKED
    other.close()
    with database.writing():
        pass


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (sqlite3.SQLITE_FULL, ErrorCode.DISK_FULL),
        (sqlite3.SQLITE_IOERR_SHMSIZE, ErrorCode.DISK_FULL),
        (sqlite3.SQLITE_READONLY_DBMOVED, ErrorCode.WORKSPACE_NOT_WRITABLE),
        (sqlite3.SQLITE_CANTOPEN, ErrorCode.WORKSPACE_NOT_WRITABLE),
        (sqlite3.SQLITE_IOERR_WRITE, ErrorCode.WORKSPACE_NOT_WRITABLE),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, ErrorCode.DATABASE_LOCKED),
        (sqlite3.SQLITE_CORRUPT_INDEX, ErrorCode.DATABASE_DAMAGED),
    ],
)
def test_extended_codes_are_understood(number, code, tmp_path):
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = number
    assert storage_error(error, tmp_path).code is code


def test_a_broken_constraint_is_a_defect_and_not_worded(tmp_path):
    error = sqlite3.IntegrityError()
    error.sqlite_errorcode = sqlite3.SQLITE_CONSTRAINT_CHECK
    assert storage_error(error, tmp_path) is None


def test_a_database_deleted_while_it_is_open_is_written_anew(database, folder, assessment):
    _write(database, {**BIG, "digest": "before"})
    for file in folder.glob("wb6assess.sqlite3*"):
        file.unlink()
    _write(database, {**BIG, "digest": "after"})
    database.close()
    again = open_database(folder, NOW)
    with again.reading() as connection:
        assert set(connection.scalars(select(InstrumentCopyRow.digest))) == {"d1", "before", "after"}
    again.close()
