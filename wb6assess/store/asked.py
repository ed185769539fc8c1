"""What the coordinator asked and sent, and his choices between files; only ever added to."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, RowMapping, insert, select

from wb6assess.model.assessment import Identity
from wb6assess.model.query import Query
from wb6assess.store.desk_tables import QueryRow, QueryTurnRow, ResolutionRow, SendingRow
from wb6assess.store.records import Choice, Sending, Turn

_WHOSE = ("country", "instrument", "instrument_version", "round", "expert")
_QUERY = ("id", "indicator", "text", "asked_at", "revision")
_SENDING = ("id", "revision", "content_hash", "sent_at", "spreads")
_CHOICE = ("id", "revision", "chosen", "reason", "resolved_at")


def add_query(connection: Connection, query: Query) -> None:
    """Keep a query for good."""
    connection.execute(insert(QueryRow), _row(query, _QUERY))


def load_queries(connection: Connection, round_id: str | None = None) -> list[Query]:
    """Every query of a round, or of all, in the order they were asked."""
    asked = select(QueryRow.__table__).order_by(QueryRow.asked_at, QueryRow.id)
    if round_id is not None:
        asked = asked.where(QueryRow.round == round_id)
    rows = connection.execute(asked).mappings()
    return [Query(key=_whose(row), **{name: row[name] for name in _QUERY}) for row in rows]


def add_turns(connection: Connection, ids: Iterable[str], turn: Turn, at: datetime) -> None:
    """Say that queries were sent or withdrawn; each once."""
    rows = [{"query_id": query_id, "turn": turn.value, "at": at} for query_id in ids]
    if rows:
        connection.execute(insert(QueryTurnRow), rows)


def load_turns(connection: Connection) -> Mapping[str, frozenset[Turn]]:
    """Query id -> what became of it here."""
    found: dict[str, frozenset[Turn]] = {}
    for row in connection.execute(select(QueryTurnRow.query_id, QueryTurnRow.turn)):
        found[row.query_id] = found.get(row.query_id, frozenset()) | {Turn(row.turn)}
    return found


def add_sending(connection: Connection, sending: Sending) -> None:
    """Keep what a file for an expert said."""
    connection.execute(insert(SendingRow), _row(sending, _SENDING))


def load_sendings(connection: Connection, round_id: str) -> list[Sending]:
    """Every file written for an expert of a round, oldest first."""
    rows = connection.execute(
        select(SendingRow.__table__)
        .where(SendingRow.round == round_id)
        .order_by(SendingRow.sent_at, SendingRow.id)
    ).mappings()
    return [Sending(key=_whose(row), **{name: row[name] for name in _SENDING}) for row in rows]


def add_choice(connection: Connection, choice: Choice) -> None:
    """Keep a choice between conflicting files; it takes the place of earlier ones."""
    connection.execute(insert(ResolutionRow), _row(choice, _CHOICE))


def load_choices(connection: Connection) -> list[Choice]:
    """Every choice ever made, oldest first."""
    rows = connection.execute(
        select(ResolutionRow.__table__).order_by(ResolutionRow.resolved_at, ResolutionRow.id)
    ).mappings()
    return [Choice(key=_whose(row), **{name: row[name] for name in _CHOICE}) for row in rows]


def _row(record: Query | Sending | Choice, names: tuple[str, ...]) -> dict[str, object]:
    return {**asdict(record.key), **{name: getattr(record, name) for name in names}}


def _whose(row: RowMapping) -> Identity:
    return Identity(*(row[name] for name in _WHOSE))
