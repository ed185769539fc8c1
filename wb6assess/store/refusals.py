"""Refused files: only ever added to; putting one away hides it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from wb6assess.store.desk_tables import ReceivedRow, RefusedRow


@dataclass(frozen=True, slots=True)
class Refusal:
    """One file that was not taken in.

    Attributes:
        id: Of this refusal.
        at: When.
        name: Of the file, without its folder.
        sha256: Of its bytes; "" where they could not be read.
        code: Of the error (`ErrorCode`).
        facts: Of the error, as words.
        problems: Single faults.
    """

    id: str
    at: datetime
    name: str
    sha256: str
    code: str
    facts: dict[str, str]
    problems: tuple[str, ...]


def add_refusals(connection: Connection, refusals: Iterable[Refusal]) -> None:
    """Keep what was refused; the same file refused for the same reason takes the place of before."""
    for new in refusals:
        known = (
            RefusedRow.name == new.name,
            RefusedRow.sha256 == new.sha256,
            RefusedRow.put_away_at.is_(None),
        )
        connection.execute(update(RefusedRow).where(*known).values(put_away_at=new.at))
        row = {
            "id": new.id, "at": new.at, "name": new.name, "sha256": new.sha256, "code": new.code,
            "facts": json.dumps(new.facts, ensure_ascii=False, sort_keys=True),
            "problems": json.dumps(new.problems, ensure_ascii=False),
        }  # fmt: skip
        connection.execute(insert(RefusedRow), row)


def load_refusals(connection: Connection) -> list[Refusal]:
    """What was refused, is not put away and was not taken in since, oldest first."""
    rows = connection.execute(
        select(RefusedRow.__table__)
        .where(
            RefusedRow.put_away_at.is_(None),
            RefusedRow.sha256.not_in(select(ReceivedRow.sha256)),
        )
        .order_by(RefusedRow.at, RefusedRow.id)
    ).mappings()
    return [
        Refusal(
            row["id"], row["at"], row["name"], row["sha256"], row["code"],
            json.loads(row["facts"]), tuple(json.loads(row["problems"])),
        )
        for row in rows
    ]  # fmt: skip


def settle_names(connection: Connection, names: Sequence[str], at: datetime) -> None:
    """Files of these names were taken in: earlier refusals of the same names are settled."""
    wanted = (RefusedRow.name.in_(names), RefusedRow.put_away_at.is_(None))
    connection.execute(update(RefusedRow).where(*wanted).values(put_away_at=at))


def put_away(connection: Connection, ids: Sequence[str], at: datetime) -> None:
    """Hide refusals; they stay readable in the table."""
    connection.execute(update(RefusedRow).where(RefusedRow.id.in_(ids)).values(put_away_at=at))
