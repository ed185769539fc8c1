"""Tables of the coordinator's desk: refused files, wishes for the next meeting."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from wb6assess.store.tables import Row


class RefusedRow(Row):
    """A file that was not taken in, with the error's code, facts and problems (JSON)."""

    __tablename__ = "refused"
    __table_args__ = (CheckConstraint("name <> ''", name="named"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    sha256: Mapped[str]
    code: Mapped[str]
    facts: Mapped[str]
    problems: Mapped[str]
    at: Mapped[datetime]
    put_away_at: Mapped[datetime | None]


class WishRow(Row):
    """An indicator of a country that somebody wants before the next meeting of a round."""

    __tablename__ = "agenda_wish"

    id: Mapped[str] = mapped_column(primary_key=True)
    round: Mapped[str]
    country: Mapped[str]
    indicator: Mapped[str]
    at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
