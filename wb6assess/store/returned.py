"""Queries and spreads an expert took in; nothing of it ever changes."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select, update

from wb6assess.store.records import TakenQuery, TakenReturn
from wb6assess.store.tables import AssessmentRow, TakenQueryRow, TakenReturnRow

_QUERY = ("id", "indicator", "text", "asked_at", "revision")
_RETURN = ("sha256", "revision", "content_hash", "written_at", "taken_at", "note", "spreads")


def add_return(
    connection: Connection, assessment_id: str, taken: TakenReturn, queries: Iterable[TakenQuery]
) -> None:
    """Keep a file that is not here yet, and those of its queries that are new; they count at once."""
    connection.execute(
        insert(TakenReturnRow),
        {"assessment_id": assessment_id, **{name: getattr(taken, name) for name in _RETURN}},
    )
    rows = [
        {"assessment_id": assessment_id, **{name: getattr(query, name) for name in _QUERY}}
        for query in queries
    ]
    if rows:
        connection.execute(insert(TakenQueryRow), rows)
    own = AssessmentRow.id == assessment_id
    connection.execute(update(AssessmentRow).where(own).values(counts_stale=True))


def load_returns(connection: Connection, assessment_id: str) -> list[TakenReturn]:
    """Every file of an assessment, in the order they were written."""
    rows = connection.execute(
        select(TakenReturnRow.__table__)
        .where(TakenReturnRow.assessment_id == assessment_id)
        .order_by(TakenReturnRow.written_at, TakenReturnRow.sha256)
    ).mappings()
    return [TakenReturn(**{name: row[name] for name in _RETURN}) for row in rows]


def load_queries(connection: Connection, assessment_id: str) -> list[TakenQuery]:
    """Every query of an assessment, in the order they were asked."""
    rows = connection.execute(
        select(TakenQueryRow.__table__)
        .where(TakenQueryRow.assessment_id == assessment_id)
        .order_by(TakenQueryRow.asked_at, TakenQueryRow.id)
    ).mappings()
    return [TakenQuery(**{name: row[name] for name in _QUERY}) for row in rows]


def known_queries(connection: Connection, ids: Iterable[str]) -> frozenset[str]:
    """Those of these ids that are here, for whichever assessment."""
    return frozenset(connection.scalars(select(TakenQueryRow.id).where(TakenQueryRow.id.in_(list(ids)))))
