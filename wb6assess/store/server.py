"""What is particular to PostgreSQL, where a coordinators' team shares one database."""

from collections.abc import Mapping

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from wb6assess.errors import ErrorCode, StorageError

APPEND_ONLY = (
    "history",
    "received",
    "decision",
    "query",
    "query_turn",
    "sending",
    "taken_return",
    "taken_query",
    "resolution",
    "meeting",
)
"""Tables whose rows stay as they are; a test compares them with SQLite's."""

_DRIVER = "postgresql+psycopg"
_CONNECT_SECONDS = 5
_WAIT_MS = 5000
_ONE_WRITER = 0x57423641
"""Name of the lock every writing transaction takes, so that writers follow each other as in a file."""

_BY_STATE: Mapping[str, ErrorCode] = {
    "3D000": ErrorCode.DATABASE_REFUSED,
    "42501": ErrorCode.DATABASE_REFUSED,
    "25006": ErrorCode.DATABASE_REFUSED,
    "53100": ErrorCode.DISK_FULL,
    "53300": ErrorCode.DATABASE_UNREACHABLE,
    "55P03": ErrorCode.DATABASE_LOCKED,
    "40P01": ErrorCode.DATABASE_LOCKED,
    "40001": ErrorCode.DATABASE_LOCKED,
    "57P01": ErrorCode.DATABASE_UNREACHABLE,
    "57P02": ErrorCode.DATABASE_UNREACHABLE,
    "57P03": ErrorCode.DATABASE_UNREACHABLE,
}
_BY_CLASS: Mapping[str, ErrorCode] = {
    "08": ErrorCode.DATABASE_UNREACHABLE,
    "28": ErrorCode.DATABASE_REFUSED,
}
"""First two characters of a state: connection, authorisation."""


def open_server(address: str) -> Engine:
    """An engine on a team's database.

    Raises:
        StorageError: DATABASE_ADDRESS_INVALID, DATABASE_DRIVER_MISSING.
    """
    url = _url(address)
    try:
        engine = create_engine(
            url,
            pool_pre_ping=True,
            connect_args={
                "connect_timeout": _CONNECT_SECONDS,
                "options": f"-c lock_timeout={_WAIT_MS} -c timezone=UTC",
            },
        )
    except ModuleNotFoundError as error:
        raise StorageError(ErrorCode.DATABASE_DRIVER_MISSING) from error
    event.listen(engine, "begin", _begin)
    return engine


def server_code(error: BaseException) -> ErrorCode | None:
    """What a driver's error means for a person; None when it is a defect of ours, or no such error."""
    if not type(error).__module__.startswith("psycopg"):
        return None
    state: str | None = getattr(error, "sqlstate", None)
    if state is None:
        # No answer from a server: it is not there, or went away while we talked.
        named = str(error)
        refused = "authentication failed" in named or "does not exist" in named
        lost = type(error).__name__ == "OperationalError"
        return (
            (ErrorCode.DATABASE_REFUSED if refused else ErrorCode.DATABASE_UNREACHABLE) if lost else None
        )
    return _BY_STATE.get(state) or _BY_CLASS.get(state[:2])


def protect(connection: Connection) -> None:
    """Make the database itself refuse changes of rows that are only ever added."""
    connection.execute(
        text(
            "CREATE OR REPLACE FUNCTION wb6assess_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ "
            "BEGIN RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME "
            "USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
    )
    for table in APPEND_ONLY:
        name = f"{table}_refuses_change"
        connection.execute(text(f"DROP TRIGGER IF EXISTS {name} ON {table}"))
        connection.execute(
            text(
                f"CREATE TRIGGER {name} BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION wb6assess_refuse()"
            )
        )


def _url(address: str) -> URL:
    try:
        url = make_url(address)
        if url.drivername not in {"postgresql", _DRIVER}:
            raise StorageError(ErrorCode.DATABASE_ADDRESS_INVALID)
        return url.set(drivername=_DRIVER)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        # The address may hold a password: it is named nowhere.
        raise StorageError(ErrorCode.DATABASE_ADDRESS_INVALID) from error


def _begin(connection: Connection) -> None:
    if "wb6assess_reading" in connection.get_execution_options():
        # One state from beginning to end, as in a file.
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    else:
        # Not with one state: it would be the one before the wait for the lock.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ONE_WRITER})")
