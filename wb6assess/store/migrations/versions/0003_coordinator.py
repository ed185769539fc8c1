"""The coordinator's desk: files received, imports, validation records.

Shipped: never change this file; a later change is a later migration.
"""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add four tables."""
    _received()
    _intake()
    _decision()
    for table in ("received", "decision"):
        _make_append_only(table)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _time(name: str, *, null: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def _rule(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(name))


def _received() -> None:
    op.create_table(
        "received",
        *map(_text, ("sha256", "content_hash", "round", "document")),
        sa.PrimaryKeyConstraint("sha256", name="pk_received"),
    )


def _intake() -> None:
    op.create_table(
        "intake",
        _text("id"),
        _time("at"),
        _time("undone_at", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_intake"),
    )
    op.create_table(
        "intake_file",
        _text("intake_id"),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        *map(_text, ("name", "sha256")),
        sa.PrimaryKeyConstraint("intake_id", "position", name="pk_intake_file"),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name="fk_intake_file_intake_id"),
        sa.ForeignKeyConstraint(["sha256"], ["received.sha256"], name="fk_intake_file_sha256"),
        _rule("ck_intake_file_position_from_0", "position >= 0"),
    )


def _decision() -> None:
    op.create_table(
        "decision",
        *map(_text, ("id", "country", "round", "instrument", "version", "indicator", "action")),
        sa.Column("score", sa.Double(), nullable=True),
        *map(_text, ("reason_code", "reason", "evidence_refs", "meeting")),
        _time("decided_at"),
        *map(_text, ("basis_hash", "supersedes")),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        _rule("ck_decision_action", "action IN ('set', 'confirm', 'na', 'revoke')"),
        _rule("ck_decision_reason_code", "reason_code IN ('R1', 'R2', 'R3', 'R4', 'R5')"),
        _rule("ck_decision_score_0_to_100", "score IS NULL OR (score >= 0 AND score <= 100)"),
        _rule("ck_decision_score_only_of_values", "score IS NULL OR action IN ('set', 'confirm')"),
    )


def _make_append_only(table: str) -> None:
    if op.get_bind().dialect.name != "sqlite":
        return  # a server grants INSERT and SELECT only; triggers are SQLite's substitute
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_refuses_{event.lower()} BEFORE {event} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
        )
