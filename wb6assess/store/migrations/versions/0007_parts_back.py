"""Which pillars came back from a colleague, and which stay with the expert.

Shipped: never change this file; a later change is a later migration.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table anew: nobody's name means the expert, and a day says what came back."""
    before = sa.table("assignment", *map(sa.column, ("assessment_id", "pillar", "person")))
    # SQLite cannot drop a rule; the table is small.
    rows = [dict(row) for row in op.get_bind().execute(sa.select(before)).mappings()]
    op.drop_table("assignment")
    made = op.create_table(
        "assignment",
        *map(_text, ("assessment_id", "pillar", "person")),
        sa.Column("back_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("assessment_id", "pillar", name="pk_assignment"),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name="fk_assignment_assessment_id"
        ),
    )
    op.bulk_insert(made, rows)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)
