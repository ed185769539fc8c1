"""Pillars given to colleagues, parts of a colleague's questionnaire, withdrawing in the history.

Shipped: never change this file; a later change is a later migration.
"""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KIND = "kind IN ('edit', 'fill', 'undo', 'redo', 'submit', 'withdraw', 'reopen')"
_ITEM = "(item IS NULL) = (kind IN ('submit', 'withdraw', 'reopen'))"
_COLUMNS = "id, assessment_id, revision, item, kind, step, fold, before, after, at, reverts"


def upgrade() -> None:
    """Add two tables and a kind of entry in the history."""
    _assignment()
    _part()
    if op.get_bind().dialect.name == "sqlite":
        _rebuild_history()
    else:
        _replace_rules()


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _count(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=null)


def _time(name: str) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _of_assessment(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["assessment_id"], ["assessment.id"], name=f"fk_{table}_assessment_id"
    )


def _rule(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(name))


def _assignment() -> None:
    op.create_table(
        "assignment",
        *map(_text, ("assessment_id", "pillar", "person")),
        sa.PrimaryKeyConstraint("assessment_id", "pillar", name="pk_assignment"),
        _of_assessment("assignment"),
        _rule("ck_assignment_person_named", "person <> ''"),
    )


def _part() -> None:
    op.create_table(
        "part",
        *map(_text, ("assessment_id", "label", "pillars", "base")),
        sa.PrimaryKeyConstraint("assessment_id", name="pk_part"),
        _of_assessment("part"),
    )


def _rebuild_history() -> None:
    """SQLite cannot change a rule: copy the table, entry by entry, with its numbers."""
    op.create_table(
        "history_next",
        _count("id"),
        _text("assessment_id"),
        _count("revision"),
        _text("item", null=True),
        _text("kind"),
        _count("step"),
        _text("fold"),
        _text("before", null=True),
        _text("after", null=True),
        _time("at"),
        _count("reverts", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_history"),
        _of_assessment("history"),
        # Names itself: renaming the table renames the reference, too.
        sa.ForeignKeyConstraint(["reverts"], ["history_next.id"], name="fk_history_reverts"),
        _rule("ck_history_revision_from_1", "revision >= 1"),
        _rule("ck_history_kind", _KIND),
        _rule("ck_history_item_iff_answer", _ITEM),
        _rule("ck_history_reverts_iff_undo", "(reverts IS NOT NULL) = (kind IN ('undo', 'redo'))"),
        sqlite_autoincrement=True,
    )
    copied = f"INSERT INTO history_next ({_COLUMNS}) SELECT {_COLUMNS} FROM history ORDER BY id"  # noqa: S608
    op.execute(copied)
    op.drop_table("history")  # its triggers and index go with it
    op.rename_table("history_next", "history")
    op.create_index("ix_history_assessment", "history", ["assessment_id", "id"])
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER history_refuses_{event.lower()} BEFORE {event} ON history "
            "BEGIN SELECT RAISE(ABORT, 'history is only ever added to'); END"
        )


def _replace_rules() -> None:
    for name, condition in (("ck_history_kind", _KIND), ("ck_history_item_iff_answer", _ITEM)):
        op.drop_constraint(op.f(name), "history", type_="check")
        op.create_check_constraint(op.f(name), "history", condition)
