"""Files the coordinator imported: what they say, when they came, which imports were taken back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from wb6assess.store.desk_tables import IntakeFileRow, IntakeRow, ReceivedRow

_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Received:
    """One file: its name, the digest of its bytes, and the document it holds as JSON text."""

    name: str
    sha256: str
    content_hash: str
    round: str
    document: str


@dataclass(frozen=True, slots=True)
class Intake:
    """One import: how many files it brought, when, and when it was taken back."""

    id: str
    at: datetime
    files: int
    undone_at: datetime | None


def add_intake(connection: Connection, intake_id: str, at: datetime, files: Iterable[Received]) -> None:
    """Keep an import and what its files say, one after the other; what is here is not stored twice."""
    connection.execute(insert(IntakeRow), {"id": intake_id, "at": at})
    known = set(connection.scalars(select(ReceivedRow.sha256)))
    for place, file in enumerate(files):
        if file.sha256 not in known:
            known.add(file.sha256)
            connection.execute(insert(ReceivedRow), _row(file))
        row = {"intake_id": intake_id, "position": place, "name": file.name, "sha256": file.sha256}
        connection.execute(insert(IntakeFileRow), row)


def list_intakes(connection: Connection) -> list[Intake]:
    """Every import, oldest first."""
    counted = (
        select(func.count())
        .where(IntakeFileRow.intake_id == IntakeRow.id)
        .correlate(IntakeRow)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(IntakeRow.id, IntakeRow.at, counted.label("files"), IntakeRow.undone_at).order_by(
            IntakeRow.at, IntakeRow.id
        )
    )
    return [Intake(row.id, row.at, row.files, row.undone_at) for row in rows]


def undo_intake(connection: Connection, intake_id: str, at: datetime) -> None:
    """Hide what only this import brought; nothing is deleted."""
    connection.execute(update(IntakeRow).where(IntakeRow.id == intake_id).values(undone_at=at))


def standing_digests(connection: Connection) -> frozenset[str]:
    """Digests of the bytes of every file of an import that stands."""
    rows = connection.scalars(
        select(IntakeFileRow.sha256)
        .join(IntakeRow, IntakeFileRow.intake_id == IntakeRow.id)
        .where(IntakeRow.undone_at.is_(None))
    )
    return frozenset(rows)


def load_received(connection: Connection) -> Iterator[Received]:
    """Every file of an import that stands, once, by digest, under its first name in the alphabet.

    One after the other: all their answers at once would be many megabytes.
    """
    named = (
        select(func.min(IntakeFileRow.name).label("name"), IntakeFileRow.sha256)
        .join(IntakeRow, IntakeFileRow.intake_id == IntakeRow.id)
        .where(IntakeRow.undone_at.is_(None))
        .group_by(IntakeFileRow.sha256)
        .subquery()
    )
    rows = connection.execute(
        select(
            named.c.name,
            ReceivedRow.sha256,
            ReceivedRow.content_hash,
            ReceivedRow.round,
            ReceivedRow.document,
        )
        .join(named, named.c.sha256 == ReceivedRow.sha256)
        .order_by(ReceivedRow.sha256)
        .execution_options(yield_per=_AT_ONCE)
    )
    for row in rows:
        yield Received(row.name, row.sha256, row.content_hash, row.round, row.document)


def count_received(connection: Connection) -> int:
    """How many files `load_received` gives."""
    found = connection.scalar(
        select(func.count(func.distinct(IntakeFileRow.sha256)))
        .join(IntakeRow, IntakeFileRow.intake_id == IntakeRow.id)
        .where(IntakeRow.undone_at.is_(None))
    )
    return found or 0


def _row(file: Received) -> dict[str, str]:
    return {
        "sha256": file.sha256,
        "content_hash": file.content_hash,
        "round": file.round,
        "document": file.document,
    }


def load_received_of(connection: Connection, round_id: str) -> Iterator[tuple[str, str]]:
    """Content hash and document text of every content of a round, each once, by hash."""
    first = (
        select(func.min(ReceivedRow.sha256).label("sha256"))
        .join(IntakeFileRow, IntakeFileRow.sha256 == ReceivedRow.sha256)
        .join(IntakeRow, IntakeFileRow.intake_id == IntakeRow.id)
        .where(IntakeRow.undone_at.is_(None), ReceivedRow.round == round_id)
        .group_by(ReceivedRow.content_hash)
        .subquery()
    )
    rows = connection.execute(
        select(ReceivedRow.content_hash, ReceivedRow.document)
        .join(first, first.c.sha256 == ReceivedRow.sha256)
        .order_by(ReceivedRow.content_hash)
        .execution_options(yield_per=_AT_ONCE)
    )
    for row in rows:
        yield row.content_hash, row.document
