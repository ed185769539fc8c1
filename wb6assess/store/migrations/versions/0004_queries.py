"""Queries to experts and their way back, spreads, choices between conflicting files.

Shipped: never change this file; a later change is a later migration.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_WHOSE = ("country", "instrument", "instrument_version", "round", "expert")


def upgrade() -> None:
    """Add what the coordinator sends and what an expert received."""
    # Not a rule of the table: SQLite adds no rule to one that is there.
    op.add_column("assessment", sa.Column("queries", sa.Integer(), server_default="0", nullable=False))
    _asked()
    _taken()
    _resolution()
    for table in ("query", "query_turn", "sending", "taken_return", "taken_query", "resolution"):
        _make_append_only(table)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _texts(names: Sequence[str]) -> list[Any]:
    return [_text(name) for name in names]


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), autoincrement=False, nullable=False)


def _time(name: str) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _rule(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(name))


def _asked() -> None:
    op.create_table(
        "query",
        *_texts(("id", *_WHOSE, "indicator", "text")),
        _time("asked_at"),
        _count("revision"),
        sa.PrimaryKeyConstraint("id", name="pk_query"),
        _rule("ck_query_revision_from_1", "revision >= 1"),
        _rule("ck_query_asks", "text <> ''"),
    )
    op.create_table(
        "query_turn",
        *_texts(("query_id", "turn")),
        _time("at"),
        sa.PrimaryKeyConstraint("query_id", "turn", name="pk_query_turn"),
        sa.ForeignKeyConstraint(["query_id"], ["query.id"], name="fk_query_turn_query_id"),
        _rule("ck_query_turn_turn", "turn IN ('sent', 'withdrawn')"),
    )
    op.create_table(
        "sending",
        *_texts(("id", *_WHOSE)),
        _count("revision"),
        _text("content_hash"),
        _time("sent_at"),
        _text("spreads"),
        sa.PrimaryKeyConstraint("id", name="pk_sending"),
        _rule("ck_sending_revision_from_1", "revision >= 1"),
    )


def _taken() -> None:
    op.create_table(
        "taken_return",
        *_texts(("sha256", "assessment_id")),
        _count("revision"),
        _text("content_hash"),
        *map(_time, ("written_at", "taken_at")),
        *_texts(("note", "spreads")),
        sa.PrimaryKeyConstraint("sha256", name="pk_taken_return"),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name="fk_taken_return_assessment_id"
        ),
    )
    op.create_table(
        "taken_query",
        *_texts(("id", "assessment_id", "indicator", "text")),
        _time("asked_at"),
        _count("revision"),
        sa.PrimaryKeyConstraint("id", name="pk_taken_query"),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name="fk_taken_query_assessment_id"
        ),
        _rule("ck_taken_query_revision_from_1", "revision >= 1"),
    )


def _resolution() -> None:
    op.create_table(
        "resolution",
        *_texts(("id", *_WHOSE)),
        _count("revision"),
        *_texts(("chosen", "reason")),
        _time("resolved_at"),
        sa.PrimaryKeyConstraint("id", name="pk_resolution"),
        _rule("ck_resolution_revision_from_1", "revision >= 1"),
        _rule("ck_resolution_reasoned", "reason <> ''"),
    )


def _make_append_only(table: str) -> None:
    if op.get_bind().dialect.name != "sqlite":
        return  # a server grants INSERT and SELECT only; triggers are SQLite's substitute
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_refuses_{event.lower()} BEFORE {event} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
        )
