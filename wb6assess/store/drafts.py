"""What meetings were deciding when they were left; unlike records, rows are replaced."""

from collections.abc import Mapping
from dataclasses import asdict

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from wb6assess.model.decision import Action, ReasonCode
from wb6assess.model.meeting import HalfDecided, Meeting, Place
from wb6assess.store.meeting_table import MeetingDraftRow

_TEXTS = ("level", "reason", "reference")


def put_draft(connection: Connection, meeting: Meeting, place: Place, draft: HalfDecided) -> None:
    """Keep what is being decided at the place looked at, instead of what was kept there before."""
    country, about = place
    last = connection.scalar(select(func.max(MeetingDraftRow.step)).where(*_of(meeting)))
    key = {"round": meeting.round, "meeting": meeting.id, "country": country, "about": about}
    connection.execute(delete(MeetingDraftRow).filter_by(**key))
    words = {name: value for name, value in asdict(draft).items() if name in _TEXTS}
    action = draft.action.value if draft.action is not None else ""
    row = {**key, **words, "action": action, "reason_code": draft.code.value}
    connection.execute(insert(MeetingDraftRow), {**row, "step": (last or 0) + 1})


def load_drafts(connection: Connection, meeting: Meeting) -> Mapping[Place, HalfDecided]:
    """Place -> what was being decided there, the place looked at last at the end."""
    rows = connection.execute(
        select(MeetingDraftRow.__table__).where(*_of(meeting)).order_by(MeetingDraftRow.step)
    ).mappings()
    return {
        (row["country"], row["about"]): HalfDecided(
            action=Action(row["action"]) if row["action"] else None,
            code=ReasonCode(row["reason_code"]),
            **{name: row[name] for name in _TEXTS},
        )
        for row in rows
    }


def _of(meeting: Meeting) -> tuple[ColumnElement[bool], ...]:
    return MeetingDraftRow.round == meeting.round, MeetingDraftRow.meeting == meeting.id
