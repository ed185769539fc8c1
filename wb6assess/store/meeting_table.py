"""The tables of validation meetings: how they were prepared and held, what they half decided."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from wb6assess.store.tables import Row


class MeetingRow(Row):
    """A validation meeting as it was prepared or held; the last revision of an id counts.

    `present`, `agenda` and `postponed` are JSON lists; `held_on` is an ISO date or empty.
    """

    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint("id <> ''", name="named"),
        CheckConstraint("revision >= 1", name="revision_from_1"),
        CheckConstraint("invited >= 0", name="invited_from_0"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    round: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    title: Mapped[str]
    held_on: Mapped[str]
    chair: Mapped[str]
    present: Mapped[str]
    invited: Mapped[int]
    agenda: Mapped[str]
    postponed: Mapped[str]
    saved_at: Mapped[datetime]


class MeetingDraftRow(Row):
    """What a meeting was deciding on an item or pillar (`about`) and did not record.

    `action` is empty while nothing was chosen; the meeting looked last at the highest `step`.
    """

    __tablename__ = "meeting_draft"
    __table_args__ = (CheckConstraint("(action = 'set') = (level IS NOT NULL)", name="level_iff_set"),)

    round: Mapped[str] = mapped_column(primary_key=True)
    meeting: Mapped[str] = mapped_column(primary_key=True)
    country: Mapped[str] = mapped_column(primary_key=True)
    about: Mapped[str] = mapped_column(primary_key=True)
    action: Mapped[str]
    level: Mapped[float | None]
    reason_code: Mapped[str]
    reason: Mapped[str]
    reference: Mapped[str]
    step: Mapped[int]
