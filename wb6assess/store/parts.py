"""Who answers which pillar, and what an assessment that is a part of a colleague's knows of him."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from wb6assess.store.records import Divided, PartOf
from wb6assess.store.tables import AssignmentRow, PartRow


def load_assignment(connection: Connection, assessment_id: str) -> dict[str, str]:
    """Pillar id -> the colleague who answers it."""
    rows = connection.execute(
        select(AssignmentRow.pillar, AssignmentRow.person).where(
            AssignmentRow.assessment_id == assessment_id
        )
    )
    return {row.pillar: row.person for row in rows}


def save_assignment(connection: Connection, assessment_id: str, persons: Mapping[str, str]) -> None:
    """Keep who answers what in place of what was kept before."""
    connection.execute(delete(AssignmentRow).where(AssignmentRow.assessment_id == assessment_id))
    rows = [
        {"assessment_id": assessment_id, "pillar": pillar, "person": person}
        for pillar, person in persons.items()
    ]
    if rows:
        connection.execute(insert(AssignmentRow), rows)


def load_divided(connection: Connection) -> Divided:
    """How every assessment is divided among colleagues."""
    given: dict[str, dict[str, str]] = {}
    for row in connection.execute(
        select(AssignmentRow.assessment_id, AssignmentRow.pillar, AssignmentRow.person)
    ):
        given.setdefault(row.assessment_id, {})[row.pillar] = row.person
    rows = connection.execute(select(PartRow.assessment_id, PartRow.label, PartRow.pillars))
    parts = {row.assessment_id: (row.label, tuple(json.loads(row.pillars))) for row in rows}
    return Divided(given, parts)


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
