"""Rules the tables keep by themselves, whoever writes."""

from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import create_engine, delete, insert, inspect, select, text, update
from sqlalchemy.exc import IntegrityError, StatementError

from tests.core.store.conftest import NOW
from wb6assess.store.desk_tables import DecisionRow, RefusedRow
from wb6assess.store.meeting_table import MeetingRow
from wb6assess.store.tables import AnswerRow, AssessmentRow, EvidenceRow, HistoryRow, RevisionRow, Row

ANSWER = {
    "assessment_id": "id-1",
    "item": "a",
    "value": None,
    "state": None,
    "confidence": None,
    "justification": "",
    "fields": "{}",
    "comments": "{}",
}
ENTRY = {
    "assessment_id": "id-1",
    "revision": 1,
    "item": "a",
    "kind": "edit",
    "step": 1,
    "fold": "",
    "before": None,
    "after": '{"value": 3}',
    "at": NOW,
    "reverts": None,
}
RECORD = {
    "id": "d1",
    "country": "XK",
    "round": "2026",
    "instrument": "drawn",
    "version": "2026.1",
    "indicator": "a",
    "action": "set",
    "score": 40.0,
    "reason_code": "R2",
    "reason": "Agreed after reading the register.",
    "evidence_refs": "[]",
    "meeting": "M1",
    "decided_at": NOW,
    "basis_hash": "",
    "supersedes": "[]",
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": "3", "state": "dont_know"},
        {"state": "perhaps"},
        {"confidence": "certain"},
        {"assessment_id": "nobody's"},
    ],
    ids=["value and state", "unknown state", "unknown confidence", "orphan"],
)
def test_an_impossible_answer_is_refused(database, assessment, wrong):
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(insert(AnswerRow), {**ANSWER, **wrong})


@pytest.mark.parametrize(
    "wrong",
    [
        {"revision": 0},
        {"status": "lost"},
        {"status": "submitted"},
        {"submitted_at": NOW},
        {"done": 3, "asked": 2},
        {"instrument_digest": "unknown"},
    ],
    ids=[
        "revision 0",
        "unknown status",
        "handed in without a time",
        "draft with a time",
        "counts",
        "copy",
    ],
)
def test_an_impossible_assessment_is_refused(database, assessment, wrong):
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(update(AssessmentRow).values(**wrong))


def test_an_identity_exists_once(database, assessment):
    with database.reading() as connection:
        row = dict(connection.execute(select(AssessmentRow.__table__)).mappings().one())
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(insert(AssessmentRow), {**row, "id": "id-2"})


def test_a_time_without_its_zone_is_refused(database, assessment):
    naive = datetime(2026, 11, 21, 10, 15)  # noqa: DTZ001 - the point
    with (
        pytest.raises(StatementError, match="times carry their zone"),
        database.writing() as connection,
    ):
        connection.execute(update(AssessmentRow).values(updated_at=naive))


def test_a_time_comes_back_as_the_same_moment_in_utc(database, assessment):
    elsewhere = NOW.astimezone(timezone(timedelta(hours=2))) + timedelta(microseconds=7)
    with database.writing() as connection:
        connection.execute(update(AssessmentRow).values(updated_at=elsewhere))
    with database.reading() as connection:
        back = connection.scalars(select(AssessmentRow.updated_at)).one()
    assert back == elsewhere
    assert back.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "statement",
    [
        delete(DecisionRow),
        update(DecisionRow).values(score=80.0),
        insert(DecisionRow).prefix_with("OR REPLACE").values({**RECORD, "score": 80.0}),
        text("REPLACE INTO decision SELECT * FROM decision"),
    ],
    ids=["delete", "update", "replace", "replace by itself"],
)
def test_what_a_meeting_decided_is_only_ever_added_to(database, statement):
    with database.writing() as connection:
        connection.execute(insert(DecisionRow), RECORD)
    with pytest.raises(IntegrityError, match="only ever added"), database.writing() as connection:
        connection.execute(statement)
    with database.reading() as connection:
        assert connection.scalars(select(DecisionRow.score)).all() == [40.0]


@pytest.mark.parametrize("statement", [delete(HistoryRow), update(HistoryRow).values(after=None)])
def test_history_is_only_ever_added_to(database, assessment, statement):
    with database.writing() as connection:
        connection.execute(insert(HistoryRow), ENTRY)
    with pytest.raises(IntegrityError, match="only ever added"), database.writing() as connection:
        connection.execute(statement)
    with database.reading() as connection:
        assert connection.scalar(select(HistoryRow.after)) == '{"value": 3}'


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "guess"},
        {"kind": "undo"},
        {"kind": "edit", "item": None},
        {"kind": "submit"},
        {"kind": "undo", "reverts": 99},
    ],
    ids=["unknown kind", "undo of nothing", "edit of nothing", "handing in one answer", "unknown entry"],
)
def test_an_impossible_entry_is_refused(database, assessment, wrong):
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(insert(HistoryRow), {**ENTRY, **wrong})


def test_evidence_belongs_to_an_answer_and_goes_with_it(database, assessment):
    texts = dict.fromkeys((c.name for c in EvidenceRow.__table__.columns), "")
    piece = {**texts, "assessment_id": "id-1", "item": "a", "position": 0, "kind": "law"}
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(insert(EvidenceRow), piece)
    with database.writing() as connection:
        connection.execute(insert(AnswerRow), ANSWER)
        connection.execute(insert(EvidenceRow), piece)
        connection.execute(delete(AnswerRow))
        assert connection.scalar(select(EvidenceRow.kind)) is None


def test_a_revision_is_handed_in_once(database, assessment):
    row = {
        "assessment_id": "id-1",
        "number": 1,
        "status": "submitted",
        "content_hash": "h",
        "document": "{}",
        "submitted_at": NOW,
    }
    with database.writing() as connection:
        connection.execute(insert(RevisionRow), row)
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(insert(RevisionRow), row)


def test_migrations_and_tables_say_the_same(database, folder):
    drawn = create_engine("sqlite://")
    assert MeetingRow.metadata is RefusedRow.metadata is Row.metadata
    Row.metadata.create_all(drawn)
    migrated = create_engine(f"sqlite:///{folder / 'wb6assess.sqlite3'}")
    wanted, found = inspect(drawn), inspect(migrated)
    assert set(found.get_table_names()) == {*wanted.get_table_names(), "alembic_version"}
    for table in wanted.get_table_names():
        assert _shape(found, table) == _shape(wanted, table)
    migrated.dispose()


def test_the_connection_is_as_durable_as_promised(database):
    with database.writing() as connection:
        pragmas = {
            name: connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_after_a_note_answers_are_durable_again(database):
    with database.noting() as connection:
        assert connection.scalar(text("PRAGMA synchronous")) == 1
    with database.writing() as connection:
        assert connection.scalar(text("PRAGMA synchronous")) == 2


def _shape(inspector, table):
    columns = [
        (c["name"], str(c["type"]), c["nullable"], c["primary_key"])
        for c in inspector.get_columns(table)
    ]
    return (
        columns,
        inspector.get_pk_constraint(table),
        sorted(map(str, inspector.get_foreign_keys(table))),
        sorted(map(str, inspector.get_unique_constraints(table))),
        sorted(map(str, inspector.get_check_constraints(table))),
        sorted(map(str, inspector.get_indexes(table))),
    )
