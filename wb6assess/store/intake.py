"""Files the coordinator imported: what they say, when they came, which imports were taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from wb6assess.store.tables import IntakeFileRow, IntakeRow, ReceivedRow


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


def add_intake(connection: Connection, intake_id: str, at: datetime, files: Sequence[Received]) -> None:
    """Keep an import and what its files say; what is here already is not stored twice."""
    connection.execute(insert(IntakeRow), {"id": intake_id, "at": at})
    known = set(connection.scalars(select(ReceivedRow.sha256)))
    new = {file.sha256: file for file in files if file.sha256 not in known}
    if new:
        connection.execute(insert(ReceivedRow), [_row(file) for file in new.values()])
    if files:
        rows = [
            {"intake_id": intake_id, "position": place, "name": file.name, "sha256": file.sha256}
            for place, file in enumerate(files)
        ]
        connection.execute(insert(IntakeFileRow), rows)


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


def load_received(connection: Connection) -> Iterable[Received]:
    """Every file of an import that stands, once, by digest, under its first name in the alphabet."""
    rows = connection.execute(
        select(
            func.min(IntakeFileRow.name).label("name"),
            ReceivedRow.sha256,
            ReceivedRow.content_hash,
            ReceivedRow.round,
            ReceivedRow.document,
        )
        .join(ReceivedRow, IntakeFileRow.sha256 == ReceivedRow.sha256)
        .join(IntakeRow, IntakeFileRow.intake_id == IntakeRow.id)
        .where(IntakeRow.undone_at.is_(None))
        .group_by(ReceivedRow.sha256, ReceivedRow.content_hash, ReceivedRow.round, ReceivedRow.document)
        .order_by(ReceivedRow.sha256)
    )
    return [Received(row.name, row.sha256, row.content_hash, row.round, row.document) for row in rows]


def _row(file: Received) -> dict[str, str]:
    return {
        "sha256": file.sha256,
        "content_hash": file.content_hash,
        "round": file.round,
        "document": file.document,
    }


def load_received_of(connection: Connection, round_id: str) -> list[tuple[str, str]]:
    """Content hash and document text of every content of a round, each once, by hash."""
    rows = connection.execute(
        select(ReceivedRow.content_hash, func.min(ReceivedRow.document).label("document"))
        .join(IntakeFileRow, IntakeFileRow.sha256 == ReceivedRow.sha256)
        .join(IntakeRow, IntakeFileRow.intake_id == IntakeRow.id)
        .where(IntakeRow.undone_at.is_(None), ReceivedRow.round == round_id)
        .group_by(ReceivedRow.content_hash)
        .order_by(ReceivedRow.content_hash)
    )
    return [(row.content_hash, row.document) for row in rows]
