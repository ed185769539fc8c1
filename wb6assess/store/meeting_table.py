"""The table of validation meetings; rows of one meeting differ by revision."""

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
