"""What a meeting was deciding when it was left.

Shipped: never change this file; a later change is a later migration.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a table; only records are decisions, so these rows may change."""
    op.create_table(
        "meeting_draft",
        *map(_text, ("round", "meeting", "country", "about", "action")),
        sa.Column("level", sa.Double(), nullable=True),
        *map(_text, ("reason_code", "reason", "reference")),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("round", "meeting", "country", "about", name="pk_meeting_draft"),
        sa.CheckConstraint(
            "(action = 'set') = (level IS NOT NULL)", name=op.f("ck_meeting_draft_level_iff_set")
        ),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)
