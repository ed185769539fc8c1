"""First tables. Shipped: never change this file; a later change is a later migration."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create everything in an empty database."""
    _instrument_copy()
    _assessment()
    _answer()
    _evidence()
    _flag()
    _history()
    _revision()
    _make_history_append_only()


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _time(name: str, *, null: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def _of_assessment(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["assessment_id"], ["assessment.id"], name=f"fk_{table}_assessment_id"
    )


def _rule(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(name))


def _instrument_copy() -> None:
    op.create_table(
        "instrument_copy",
        _text("digest"),
        _text("id"),
        _text("version"),
        _text("yaml"),
        sa.PrimaryKeyConstraint("digest", name="pk_instrument_copy"),
    )


def _assessment() -> None:
    op.create_table(
        "assessment",
        *map(_text, ("id", "country", "instrument", "instrument_version", "instrument_digest")),
        *map(_text, ("round", "expert", "title")),
        _count("revision"),
        _text("status"),
        _time("created_at"),
        _time("updated_at"),
        _time("submitted_at", null=True),
        *map(_count, ("done", "asked", "flagged", "blocking")),
        sa.Column("counts_stale", sa.Boolean(), nullable=False),
        _text("last_item"),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_assessment"),
        sa.ForeignKeyConstraint(
            ["instrument_digest"], ["instrument_copy.digest"], name="fk_assessment_instrument_digest"
        ),
        sa.UniqueConstraint(
            "country",
            "instrument",
            "instrument_version",
            "round",
            "expert",
            name="uq_assessment_identity",
        ),
        _rule("ck_assessment_revision_from_1", "revision >= 1"),
        _rule("ck_assessment_status", "status IN ('draft', 'submitted', 'withdrawn')"),
        _rule("ck_assessment_submitted_at_iff_handed_in", "(status = 'draft') = (submitted_at IS NULL)"),
        _rule("ck_assessment_counts", "done >= 0 AND asked >= done AND flagged >= 0 AND blocking >= 0"),
    )


def _answer() -> None:
    op.create_table(
        "answer",
        _text("assessment_id"),
        _text("item"),
        _text("value", null=True),
        _text("state", null=True),
        _text("confidence", null=True),
        *map(_text, ("justification", "fields", "comments")),
        sa.PrimaryKeyConstraint("assessment_id", "item", name="pk_answer"),
        _of_assessment("answer"),
        _rule("ck_answer_value_or_state", "value IS NULL OR state IS NULL"),
        _rule("ck_answer_state", "state IN ('not_applicable', 'dont_know', 'withheld')"),
        _rule("ck_answer_confidence", "confidence IN ('low', 'medium', 'high')"),
    )


def _evidence() -> None:
    op.create_table(
        "evidence",
        _text("assessment_id"),
        _text("item"),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        *map(_text, ("kind", "title", "citation", "issuer", "date", "reference")),
        *map(_text, ("url", "page", "quote", "file", "sha256")),
        sa.PrimaryKeyConstraint("assessment_id", "item", "position", name="pk_evidence"),
        sa.ForeignKeyConstraint(
            ["assessment_id", "item"],
            ["answer.assessment_id", "answer.item"],
            name="fk_evidence_assessment_id",
            ondelete="CASCADE",
        ),
        _rule("ck_evidence_position_from_0", "position >= 0"),
    )


def _flag() -> None:
    op.create_table(
        "flag",
        _text("assessment_id"),
        _text("item"),
        sa.PrimaryKeyConstraint("assessment_id", "item", name="pk_flag"),
        _of_assessment("flag"),
    )


def _history() -> None:
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("assessment_id"),
        _count("revision"),
        _text("item", null=True),
        _text("kind"),
        _count("step"),
        _text("fold"),
        _text("before", null=True),
        _text("after", null=True),
        _time("at"),
        sa.Column("reverts", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_history"),
        _of_assessment("history"),
        sa.ForeignKeyConstraint(["reverts"], ["history.id"], name="fk_history_reverts"),
        _rule("ck_history_revision_from_1", "revision >= 1"),
        _rule("ck_history_kind", "kind IN ('edit', 'fill', 'undo', 'redo', 'submit', 'reopen')"),
        _rule("ck_history_item_iff_answer", "(item IS NULL) = (kind IN ('submit', 'reopen'))"),
        _rule("ck_history_reverts_iff_undo", "(reverts IS NOT NULL) = (kind IN ('undo', 'redo'))"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_history_assessment", "history", ["assessment_id", "id"])


def _revision() -> None:
    op.create_table(
        "revision",
        _text("assessment_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *map(_text, ("status", "content_hash", "document")),
        _time("submitted_at"),
        sa.PrimaryKeyConstraint("assessment_id", "number", name="pk_revision"),
        _of_assessment("revision"),
        _rule("ck_revision_number_from_1", "number >= 1"),
        _rule("ck_revision_status", "status IN ('submitted', 'withdrawn')"),
    )


def _make_history_append_only() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return  # a server grants INSERT and SELECT only; triggers are SQLite's substitute
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER history_refuses_{event.lower()} BEFORE {event} ON history "
            "BEGIN SELECT RAISE(ABORT, 'history is only ever added to'); END"
        )
