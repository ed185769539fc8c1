"""Validation meetings in the workspace; a change adds a revision, nothing is overwritten."""

import json
from datetime import date, datetime

from sqlalchemy import Connection, func, insert, select

from wb6assess.model.meeting import Meeting
from wb6assess.store.meeting_table import MeetingRow


def add_meeting(connection: Connection, meeting: Meeting, saved_at: datetime) -> None:
    """Keep a meeting as it is now, as the next revision of its id in its round."""
    table = MeetingRow.__table__
    last = connection.scalar(
        select(func.max(table.c.revision)).where(
            table.c.id == meeting.id, table.c.round == meeting.round
        )
    )
    connection.execute(
        insert(MeetingRow),
        {
            "id": meeting.id,
            "round": meeting.round,
            "revision": (last or 0) + 1,
            "title": meeting.title,
            "held_on": meeting.held_on.isoformat() if meeting.held_on else "",
            "chair": meeting.chair,
            "present": json.dumps(meeting.present, ensure_ascii=False),
            "invited": meeting.invited,
            "agenda": json.dumps(meeting.agenda),
            "postponed": json.dumps(meeting.postponed),
            "saved_at": saved_at,
        },
    )


def load_meetings(connection: Connection) -> tuple[Meeting, ...]:
    """The last revision of every meeting, by round and id."""
    table = MeetingRow.__table__
    ordered = select(table).order_by(table.c.round, table.c.id, table.c.revision)
    newest = {}
    for row in connection.execute(ordered).mappings():
        newest[row["round"], row["id"]] = Meeting(
            id=row["id"],
            round=row["round"],
            title=row["title"],
            held_on=date.fromisoformat(row["held_on"]) if row["held_on"] else None,
            chair=row["chair"],
            present=tuple(json.loads(row["present"])),
            invited=row["invited"],
            agenda=_places(row["agenda"]),
            postponed=_places(row["postponed"]),
        )
    return tuple(newest.values())


def _places(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((country, indicator) for country, indicator in json.loads(text))
