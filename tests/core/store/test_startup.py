"""What a start does with what it finds; nothing is lost, nothing begins empty silently."""

import sqlite3
from datetime import timedelta

import pytest

from tests.core.store.conftest import NOW
from wb6assess.errors import ErrorCode, StorageError
from wb6assess.store.assessments import list_assessments
from wb6assess.store.backups import KEPT, back_up, back_up_changes, backups, bring_back
from wb6assess.store.startup import open_database

LATER = NOW + timedelta(days=1)


@pytest.fixture
def path(folder):
    return folder / "wb6assess.sqlite3"


def _ids(folder):
    database = open_database(folder, LATER)
    with database.reading() as connection:
        found = [info.id for info in list_assessments(connection)]
    database.close()
    return found


def _refused(folder):
    with pytest.raises(StorageError) as caught:
        open_database(folder, LATER)
    return caught.value


def _damage(path):
    """Overwrite everything behind the first page, as a broken disk might."""
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)
    return bytes(data)


def test_a_damaged_database_is_set_aside_unchanged_and_the_backup_named(
    folder, path, database, assessment
):
    database.close()
    copy = back_up(path, folder, NOW)
    damaged = _damage(path)
    error = _refused(folder)
    assert error.code is ErrorCode.DATABASE_DAMAGED
    assert error.facts == {"path": error.facts["path"], "backup": copy}
    assert error.facts["path"].name == "wb6assess.damaged-20261122-101500-000000.sqlite3"
    assert error.facts["path"].read_bytes() == damaged
    assert not path.exists()


def test_a_first_page_of_zeros_is_damage(folder, path, database, assessment):
    database.close()
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    assert _refused(folder).code is ErrorCode.DATABASE_DAMAGED_NO_BACKUP


def test_an_answer_without_its_assessment_is_damage(folder, path, database, assessment):
    database.close()
    raw = sqlite3.connect(path)
    raw.execute("INSERT INTO flag VALUES ('nobody', 'a')")
    raw.commit()
    raw.close()
    assert _refused(folder).code is ErrorCode.DATABASE_DAMAGED_NO_BACKUP


def test_the_next_start_after_damage_does_not_begin_empty(folder, path, database, assessment):
    database.close()
    copy = back_up(path, folder, NOW)
    _damage(path)
    _refused(folder)
    error = _refused(folder)
    assert error.code is ErrorCode.DATABASE_MISSING
    assert error.facts["backup"] == copy


def test_a_backup_brought_back_has_everything(folder, path, database, assessment):
    database.close()
    copy = back_up(path, folder, NOW)
    _damage(path)
    _refused(folder)
    bring_back(folder, copy, LATER)
    assert _ids(folder) == ["id-1"]
    assert copy.exists()


def test_bringing_back_keeps_what_stood_there(folder, path, database, assessment):
    database.close()
    copy = back_up(path, folder, NOW)
    present = path.read_bytes()
    bring_back(folder, copy, LATER)
    (kept,) = folder.glob("wb6assess.replaced-*.sqlite3")
    assert kept.read_bytes() == present


def test_a_damaged_backup_is_not_brought_back(folder, path, database, assessment):
    database.close()
    copy = back_up(path, folder, NOW)
    _damage(copy)
    with pytest.raises(StorageError) as caught:
        bring_back(folder, copy, LATER)
    assert caught.value.code is ErrorCode.BACKUP_DAMAGED
    assert _ids(folder) == ["id-1"]


def test_a_database_of_a_newer_version_is_refused_untouched(folder, path, database, assessment):
    database.close()
    raw = sqlite3.connect(path)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    error = _refused(folder)
    assert error.code is ErrorCode.DATABASE_TOO_NEW
    assert error.facts["found"] == "9999"
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_untouched(folder, path):
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE places (url)")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    assert _refused(folder).code is ErrorCode.DATABASE_FOREIGN
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_untouched(folder, path):
    path.write_text("Dear colleague, please find attached …")
    assert _refused(folder).code is ErrorCode.DATABASE_FOREIGN
    assert path.read_text().startswith("Dear colleague")


def test_a_start_that_died_before_the_first_table_is_a_first_start(folder, path):
    path.touch()
    assert _ids(folder) == []


def test_each_day_has_one_copy_and_ten_are_kept(folder, database):
    database.close()
    for day in range(KEPT + 3):
        for hour in (0, 1):
            open_database(folder, NOW + timedelta(days=day, hours=hour)).close()
    kept = backups(folder)
    assert len(kept) == KEPT
    assert kept[0].name == "wb6assess-20261124-101500-000000.sqlite3"
    assert kept[-1].name == "wb6assess-20261203-101500-000000.sqlite3"


def test_a_copy_made_while_open_has_the_last_answer(folder, path, database, assessment):
    copy = back_up(path, folder, NOW)
    raw = sqlite3.connect(copy)
    assert raw.execute("SELECT id FROM assessment").fetchall() == [("id-1",)]
    raw.close()


def test_two_copies_of_one_moment_both_stay(folder, path, database):
    assert back_up(path, folder, NOW) != back_up(path, folder, NOW)
    assert len(backups(folder)) == 2


def test_of_a_day_the_first_and_the_newest_copy_stay_of_earlier_days_the_newest(folder, path, database):
    for day in range(3):
        for hour in range(4):
            back_up(path, folder, NOW + timedelta(days=day, hours=hour))
    names = [copy.name[len("wb6assess-") :][:11] for copy in backups(folder)]
    assert names == ["20261121-13", "20261122-13", "20261123-10", "20261123-13"]


def test_nothing_is_copied_twice_without_a_change(folder, path, database, assessment):
    first = back_up_changes(path, folder, NOW)
    assert first is not None
    assert back_up_changes(path, folder, LATER) is None
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE assessment SET last_item = 'a'")
    assert back_up_changes(path, folder, LATER) is not None
