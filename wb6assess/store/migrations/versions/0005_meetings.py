"""Validation meetings: title, day, who was present, agenda.

Shipped: never change this file; a later change is a later migration.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add one table that is only ever added to."""
    op.create_table(
        "meeting",
        *map(_text, ("id", "round")),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        *map(_text, ("title", "held_on", "chair", "present")),
        sa.Column("invited", sa.Integer(), nullable=False),
        *map(_text, ("agenda", "postponed")),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", "round", "revision", name="pk_meeting"),
        _rule("ck_meeting_named", "id <> ''"),
        _rule("ck_meeting_revision_from_1", "revision >= 1"),
        _rule("ck_meeting_invited_from_0", "invited >= 0"),
    )
    if op.get_bind().dialect.name != "sqlite":
        return  # a server grants INSERT and SELECT only; triggers are SQLite's substitute
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER meeting_refuses_{event.lower()} BEFORE {event} ON meeting "
            "BEGIN SELECT RAISE(ABORT, 'meeting is only ever added to'); END"
        )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _rule(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(name))
