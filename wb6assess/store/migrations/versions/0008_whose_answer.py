"""Whose answer a change brought: a colleague's part, another copy, a file.

Shipped: never change this file; a later change is a later migration.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column; what happened before came from nowhere else."""
    op.add_column("history", sa.Column("source", sa.Text(), nullable=False, server_default=""))
