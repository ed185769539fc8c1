"""Files that were refused, and what somebody put before the next meeting.

Shipped: never change this file; a later change is a later migration.
"""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add two tables."""
    op.create_table(
        "refused",
        *map(_text, ("id", "name", "sha256", "code", "facts", "problems")),
        _time("at", nullable=False),
        _time("put_away_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_refused"),
        sa.CheckConstraint("name <> ''", name=op.f("ck_refused_named")),
    )
    op.create_table(
        "agenda_wish",
        *map(_text, ("id", "round", "country", "indicator")),
        _time("at", nullable=False),
        _time("settled_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_wish"),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _time(name: str, *, nullable: bool) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)
