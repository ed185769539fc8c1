"""Who answers which pillar, and what an assessment that is a part of a colleague's knows of him."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from wb6assess.store.records import Divided, PartOf
from wb6assess.store.tables import AssignmentRow, PartRow


def load_assignment(connection: Connection, assessment_id: str) -> dict[str, str]:
    """Pillar id -> the colleague who answers it."""
    rows = connection.execute(
        select(AssignmentRow.pillar, AssignmentRow.person).where(
            AssignmentRow.assessment_id == assessment_id, AssignmentRow.person != ""
        )
    )
    return {row.pillar: row.person for row in rows}


def save_assignment(connection: Connection, assessment_id: str, persons: Mapping[str, str]) -> None:
    """Keep who answers what in place of what was kept before; what came back stays so.

    `persons` names every pillar; an empty one is the expert's own.
    """
    own = AssignmentRow.assessment_id == assessment_id
    before = connection.execute(
        select(AssignmentRow.pillar, AssignmentRow.person, AssignmentRow.back_at).where(own)
    )
    back = {(row.pillar, row.person): row.back_at for row in before}
    connection.execute(delete(AssignmentRow).where(own))
    rows = [
        {
            "assessment_id": assessment_id,
            "pillar": pillar,
            "person": person,
            "back_at": back.get((pillar, person)),
        }
        for pillar, person in persons.items()
    ]
    if rows:
        connection.execute(insert(AssignmentRow), rows)


def load_back(connection: Connection, assessment_id: str) -> frozenset[str]:
    """The given pillars that came back."""
    rows = connection.scalars(
        select(AssignmentRow.pillar).where(
            AssignmentRow.assessment_id == assessment_id, AssignmentRow.back_at.is_not(None)
        )
    )
    return frozenset(rows)


def save_back(
    connection: Connection,
    assessment_id: str,
    person: str,
    pillars: Collection[str],
    at: datetime | None,
) -> None:
    """Keep when a colleague's pillars came back, None when they are out again.

    Those given to somebody else stay as they are.
    """
    connection.execute(
        update(AssignmentRow)
        .where(
            AssignmentRow.assessment_id == assessment_id,
            AssignmentRow.person == person,
            AssignmentRow.pillar.in_(pillars),
        )
        .values(back_at=at)
    )


def load_divided(connection: Connection) -> Divided:
    """How every assessment is divided among colleagues."""
    given: dict[str, dict[str, str]] = {}
    back: dict[str, frozenset[str]] = {}
    own: dict[str, tuple[str, ...]] = {}
    for row in connection.execute(select(AssignmentRow.__table__).order_by(AssignmentRow.pillar)):
        key = row.assessment_id
        if not row.person:
            own[key] = (*own.get(key, ()), row.pillar)
            continue
        given.setdefault(key, {})[row.pillar] = row.person
        if row.back_at is not None:
            back[key] = back.get(key, frozenset()) | {row.pillar}
    rows = connection.execute(select(PartRow.assessment_id, PartRow.label, PartRow.pillars))
    parts = {row.assessment_id: (row.label, tuple(json.loads(row.pillars))) for row in rows}
    return Divided(given, parts, back, own)


def load_part(connection: Connection, assessment_id: str) -> PartOf | None:
    """What part of a colleague's questionnaire this is; None for a whole one."""
    row = connection.execute(
        select(PartRow.label, PartRow.pillars, PartRow.base).where(
            PartRow.assessment_id == assessment_id
        )
    ).one_or_none()
    if row is None:
        return None
    base = json.loads(row.base)
    return PartOf(row.label, tuple(json.loads(row.pillars)), base["content_hash"], base["answers"])


def save_part(connection: Connection, assessment_id: str, part: PartOf) -> None:
    """Mark an assessment as a part of a colleague's."""
    base = {"content_hash": part.base_hash, "answers": dict(part.base)}
    connection.execute(
        insert(PartRow),
        {
            "assessment_id": assessment_id,
            "label": part.label,
            "pillars": json.dumps(part.pillars),
            "base": json.dumps(base),
        },
    )
