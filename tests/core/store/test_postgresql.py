"""A coordinators' team on PostgreSQL: the same store, really run; errors a person can act on."""

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from exports.incoming import read_incoming
from tests.core.session.conftest import QUESTIONNAIRES
from tests.core.session.test_old_databases import AFTERWARDS, HANDED_IN
from tests.core.store.conftest import NOW
from tests.core.store.postgresql import programs, server
from ui.cli import main
from wb6assess.errors import ErrorCode, StorageError
from wb6assess.exchange.answers import write_document
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Identity, Status
from wb6assess.session.workspace import Workspace
from wb6assess.store.desk_tables import DecisionRow, QueryRow
from wb6assess.store.migration import HEAD
from wb6assess.store.server import APPEND_ONLY, open_server
from wb6assess.store.startup import open_database
from wb6assess.store.tables import HistoryRow, InstrumentCopyRow, Row

PROGRAMS = programs()
pytest.importorskip("psycopg", reason="the driver is not installed: pip install 'wb6assess[team]'")
pytestmark = [
    pytest.mark.skipif(
        PROGRAMS is None,
        reason="no PostgreSQL server here: python scripts/system_packages.py postgresql",
    ),
    pytest.mark.timeout(180),
]


@pytest.fixture(scope="module")
def address():
    """Of a running server, with a place for the database's name."""
    with server(PROGRAMS) as found:
        yield found


@pytest.fixture
def base(address, request):
    """The address of an empty database of its own for each test."""
    name = "t" + str(abs(hash(request.node.nodeid)))
    engine = open_server(address.format(base="postgres"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return address.format(base=name)


@pytest.fixture
def desk(base, tmp_path):
    """Opens one coordinator's workspace on the team's database."""
    opened = []

    def open_desk(name="desk"):
        opened.append(Workspace.open(tmp_path / name, Library(QUESTIONNAIRES), base))
        return opened[-1]

    yield open_desk
    for workspace in opened:
        workspace.close()


def document(expert="E01", level=3, revision=1):
    key = Identity("XK", "drawn", "2026.1", "2026", expert)
    answers = {"DRW-1.1": Answer(level, justification="Ђурђевак, çelës, „šta“.")}
    return Document(key, revision, Status.SUBMITTED, answers)


def take(inbox, tmp_path, *documents):
    paths = []
    for item in documents:
        key = item.identity
        paths.append(tmp_path / f"{key.expert}-{item.revision}-{item.answers['DRW-1.1'].value}.json")
        paths[-1].write_bytes(write_document(item))
    return inbox.take_in(paths, read_incoming)


def test_every_migration_runs_and_a_second_start_finds_them(base, tmp_path):
    for _ in range(2):
        database = open_database(tmp_path, NOW, base)
        with database.reading() as connection:
            assert connection.scalar(text("SELECT version_num FROM alembic_version")) == HEAD
            found = set(connection.scalars(text("SELECT tablename FROM pg_tables")))
        assert set(Row.metadata.tables) <= found
        assert database.file is None
        database.close()


def test_an_expert_answers_undoes_and_hands_in(desk):
    workspace = desk()
    made = workspace.new(country="XK", instrument="drawn", expert="E01", round="2026")
    assessment = workspace.open_assessment(made)
    assessment.record_all(HANDED_IN)
    assessment.submit()
    assessment.reopen()
    assessment.record_all(AFTERWARDS)
    assessment.record("DRW-2.2", Answer(30))
    assessment.undo()
    assessment.set_flag("DRW-1.2", True)
    (info,) = desk("another").assessments()
    assert (info.revision, info.flagged, info.identity.expert) == (2, 1, "E01")
    again = desk("third").open_assessment(made)
    assert again.answers == AFTERWARDS
    assert (again.redo_item, again.undo_item) == ("DRW-2.2", "DRW-1.2")
    again.undo()
    assert again.answers == HANDED_IN


def test_what_one_coordinator_imports_the_other_sees(desk, tmp_path):
    one, other = desk("one").inbox, desk("other").inbox
    take(one, tmp_path, document("E01", 2), document("E02", 3), document("E03", 3))
    take(other, tmp_path, document("E01", 2), document("E01", 4, revision=2))
    for inbox in (one, other):
        result = inbox.consolidate("2026")
        assert [doc.answers["DRW-1.1"].value for doc in result.effective.values()] == [4, 3, 3]
    other.undo()
    assert [d.answers["DRW-1.1"].value for d in one.consolidate("2026").effective.values()] == [2, 3, 3]


def test_queries_spreads_and_choices_are_shared(desk, tmp_path):
    one, other = desk("one").inbox, desk("other").inbox
    take(one, tmp_path, document("E01", 2), document("E02", 3), document("E03", 3), document("E03", 4))
    key = other.key_of("XK", "drawn", "2026", "E01")
    query = other.ask(key, "DRW-1.1", "Koji član, çfarë neni?")
    assert [asked.query for asked in one.queries("2026")] == [query]
    one.write_returns(tmp_path / "out", one.addressees("2026", spreads=True), spreads=True)
    (found,) = other.conflicts("2026")
    chosen = sorted(found.documents)[0]
    other.resolve(found.key, 1, chosen, "The expert said so.")
    assert [record.chosen for record in one.resolutions()] == [chosen]


def test_many_coordinators_at_once_lose_nothing(desk, tmp_path):
    desks = [desk(f"d{n}") for n in range(4)]
    faults = []

    def work(number):
        folder = tmp_path / f"files{number}"
        folder.mkdir()
        try:
            for level in range(4):
                take(
                    desks[number].inbox,
                    folder,
                    document("Same", 3),
                    document(f"E{number}{level}", level),
                )
        except Exception as error:  # noqa: BLE001 - the thread's failure is the test's
            faults.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    inbox = desks[0].inbox
    assert len(inbox.intakes()) == 16
    assert len(inbox.consolidate("2026").effective) == 17


def test_a_reader_sees_one_state(desk, tmp_path):
    one, other = desk("one"), desk("other")
    with one._database.reading() as connection:
        before = connection.scalar(select(func.count()).select_from(DecisionRow))
        take(other.inbox, tmp_path, document())
        assert connection.scalar(text("SELECT count(*) FROM received")) == before == 0


@pytest.mark.parametrize("statement", [update(QueryRow).values(text="?"), delete(QueryRow)])
def test_the_server_itself_refuses_to_change_what_was_said(desk, tmp_path, statement):
    workspace = desk()
    take(workspace.inbox, tmp_path, document())
    workspace.inbox.ask(document().identity, "DRW-1.1", "Why?")
    with (
        pytest.raises(IntegrityError, match="only ever added to"),
        workspace._database.writing() as open_,
    ):
        open_.execute(statement)
    assert len(workspace.inbox.queries("2026")) == 1


def test_the_same_tables_are_protected_as_in_a_file(tmp_path):
    database = open_database(tmp_path, NOW)
    with database.reading() as connection:
        names = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all()
    database.close()
    assert {name.split("_refuses_")[0] for name in names} == set(APPEND_ONLY)


def test_a_lost_connection_is_said_and_mended(desk, tmp_path):
    workspace = desk()
    take(workspace.inbox, tmp_path, document())
    other = desk("other")
    with other._database.writing() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )
    with pytest.raises(StorageError) as caught:
        workspace.inbox.ask(document().identity, "DRW-1.1", "Why?")
    assert caught.value.code is ErrorCode.DATABASE_UNREACHABLE
    workspace.inbox.ask(document().identity, "DRW-1.1", "Why?")
    assert len(workspace.inbox.queries("2026")) == 1


def test_a_constraint_stays_a_defect(desk):
    row = {"digest": "d", "id": "x", "version": "1", "yaml": "x"}
    database = desk()._database
    with database.writing() as connection:
        connection.execute(insert(InstrumentCopyRow), row)
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(insert(InstrumentCopyRow), row)


def test_a_writer_that_waits_too_long_says_so(desk, monkeypatch):
    one, other = desk("one")._database, desk("other")._database
    with one.writing(), other._writer.connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = 200")
        other._writer.rollback()
        with pytest.raises(StorageError) as caught, other.writing():
            pytest.fail("two writers at once")
    assert caught.value.code is ErrorCode.DATABASE_LOCKED


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("postgresql://wb6@/missing?host={host}", ErrorCode.DATABASE_REFUSED),
        ("postgresql://nobody-here@/postgres?host={host}", ErrorCode.DATABASE_REFUSED),
        ("postgresql://wb6@127.0.0.1:1/x", ErrorCode.DATABASE_UNREACHABLE),
        ("postgresql://wb6@/x?host=/nowhere", ErrorCode.DATABASE_UNREACHABLE),
        ("mysql://wb6@/x", ErrorCode.DATABASE_ADDRESS_INVALID),
        ("what is this", ErrorCode.DATABASE_ADDRESS_INVALID),
        ("postgresql://a:b@c:notaport/d", ErrorCode.DATABASE_ADDRESS_INVALID),
    ],
)
def test_a_wrong_address_is_said_without_its_password(address, tmp_path, url, code):
    host = address.partition("host=")[2]
    with pytest.raises(StorageError) as caught:
        open_database(tmp_path, NOW, url.replace("{host}", host))
    assert caught.value.code is code
    assert "wb6@" not in str(caught.value.facts)


def test_a_name_that_may_only_read_is_told(desk, base, address, tmp_path):
    desk().close()
    engine = open_server(base)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP ROLE IF EXISTS reader_only")
        connection.exec_driver_sql("CREATE ROLE reader_only LOGIN")
        connection.exec_driver_sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader_only")
    database = open_database(tmp_path, NOW, base.replace("wb6@", "reader_only@"))
    with pytest.raises(StorageError) as caught, database.writing() as connection:
        connection.execute(delete(HistoryRow))
    assert caught.value.code is ErrorCode.DATABASE_REFUSED
    database.close()
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP OWNED BY reader_only")
        connection.exec_driver_sql("DROP ROLE reader_only")
    engine.dispose()


def test_times_are_the_same_moments(desk, tmp_path):
    inbox = desk().inbox
    take(inbox, tmp_path, document())
    (intake,) = inbox.intakes()
    assert intake.at.utcoffset() == datetime.now(UTC).utcoffset()
    assert abs((datetime.now(UTC) - intake.at).total_seconds()) < 60


def test_the_command_line_works_on_the_teams_database(base, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("WB6ASSESS_DATABASE_URL", base)
    path = tmp_path / "sent.json"
    path.write_bytes(write_document(document()))
    more = ("--questionnaires", str(QUESTIONNAIRES), "--workspace")
    assert main(["import", str(path), *more, str(tmp_path / "one")]) == 0
    out = tmp_path / "out"
    report = ("report", "--round", "2026", "--draws", "100", "--out", str(out))
    assert main([*report, *more, str(tmp_path / "other")]) == 0
    assert "accepted" in capsys.readouterr().err
    assert (out / "regional_2026.json").exists()
