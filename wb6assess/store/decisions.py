"""Validation records in the workspace; a record never changes."""

import json

from sqlalchemy import Connection, insert, select

from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.store.desk_tables import DecisionRow

_SAME = ("id", "country", "round", "instrument", "version", "indicator", "score", "reason")
_ALSO_SAME = ("meeting", "decided_at", "basis_hash")


def add_decision(connection: Connection, record: Decision) -> None:
    """Keep a record for good."""
    connection.execute(
        insert(DecisionRow),
        {
            **{name: getattr(record, name) for name in (*_SAME, *_ALSO_SAME)},
            "action": record.action.value,
            "reason_code": record.reason_code.value,
            "evidence_refs": json.dumps(record.evidence_refs, ensure_ascii=False),
            "supersedes": json.dumps(record.supersedes, ensure_ascii=False),
        },
    )


def load_decisions(connection: Connection) -> tuple[Decision, ...]:
    """Every record, by id."""
    rows = connection.execute(select(DecisionRow.__table__).order_by(DecisionRow.id)).mappings()
    return tuple(
        Decision(
            **{name: row[name] for name in (*_SAME, *_ALSO_SAME)},
            action=Action(row["action"]),
            reason_code=ReasonCode(row["reason_code"]),
            evidence_refs=tuple(json.loads(row["evidence_refs"])),
            supersedes=tuple(json.loads(row["supersedes"])),
        )
        for row in rows
    )
