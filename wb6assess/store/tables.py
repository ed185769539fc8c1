"""The tables. Rules the data must always obey are constraints here, not hopes in the code.

The shipped form of every table is written down a second time in `migrations/versions`; a test
compares the two. Texts of JSON are kept as text, so that what was stored is what is read.
"""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from wb6assess.store.columns import UtcDateTime


class Row(DeclarativeBase):
    """What all tables share: how constraints are named and which type a Python type becomes."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )
    type_annotation_map: ClassVar = {datetime: UtcDateTime, str: Text}


class InstrumentCopyRow(Row):
    """The questionnaire's text, so that answers open in five years without its file."""

    __tablename__ = "instrument_copy"

    digest: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str]
    version: Mapped[str]
    yaml: Mapped[str]


class AssessmentRow(Row):
    """One expert's answers to one instrument for one country in one round.

    `done`, `asked`, `blocking` and `queries` (those not replied to) are counted from the answers
    after the answer is safe; `counts_stale` says that this has not happened yet.
    """

    __tablename__ = "assessment"
    __table_args__ = (
        UniqueConstraint(
            "country",
            "instrument",
            "instrument_version",
            "round",
            "expert",
            name="uq_assessment_identity",
        ),
        CheckConstraint("revision >= 1", name="revision_from_1"),
        CheckConstraint("status IN ('draft', 'submitted', 'withdrawn')", name="status"),
        CheckConstraint(
            "(status = 'draft') = (submitted_at IS NULL)", name="submitted_at_iff_handed_in"
        ),
        CheckConstraint("done >= 0 AND asked >= done AND flagged >= 0 AND blocking >= 0", name="counts"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    country: Mapped[str]
    instrument: Mapped[str]
    instrument_version: Mapped[str]
    instrument_digest: Mapped[str] = mapped_column(ForeignKey("instrument_copy.digest"))
    round: Mapped[str]
    expert: Mapped[str]
    title: Mapped[str]
    revision: Mapped[int] = mapped_column(default=1)
    status: Mapped[str] = mapped_column(default="draft")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    done: Mapped[int] = mapped_column(default=0)
    asked: Mapped[int] = mapped_column(default=0)
    flagged: Mapped[int] = mapped_column(default=0)
    blocking: Mapped[int] = mapped_column(default=0)
    counts_stale: Mapped[bool] = mapped_column(default=True)
    last_item: Mapped[str] = mapped_column(default="")
    sample: Mapped[bool] = mapped_column(default=False)
    queries: Mapped[int] = mapped_column(default=0, server_default="0")


class AnswerRow(Row):
    """The current answer to one question; `value`, `fields` and `comments` are JSON text."""

    __tablename__ = "answer"
    __table_args__ = (
        CheckConstraint("value IS NULL OR state IS NULL", name="value_or_state"),
        CheckConstraint("state IN ('not_applicable', 'dont_know', 'withheld')", name="state"),
        CheckConstraint("confidence IN ('low', 'medium', 'high')", name="confidence"),
    )

    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    item: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str | None]
    state: Mapped[str | None]
    confidence: Mapped[str | None]
    justification: Mapped[str]
    fields: Mapped[str]
    comments: Mapped[str]


class EvidenceRow(Row):
    """One item of evidence behind an answer, in the expert's order."""

    __tablename__ = "evidence"
    __table_args__ = (
        ForeignKeyConstraint(
            ["assessment_id", "item"], ["answer.assessment_id", "answer.item"], ondelete="CASCADE"
        ),
        CheckConstraint("position >= 0", name="position_from_0"),
    )

    assessment_id: Mapped[str] = mapped_column(primary_key=True)
    item: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    title: Mapped[str]
    citation: Mapped[str]
    issuer: Mapped[str]
    date: Mapped[str]
    reference: Mapped[str]
    url: Mapped[str]
    page: Mapped[str]
    quote: Mapped[str]
    file: Mapped[str]
    sha256: Mapped[str]


class FlagRow(Row):
    """The expert's bookmark on a question."""

    __tablename__ = "flag"

    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    item: Mapped[str] = mapped_column(primary_key=True)


class HistoryRow(Row):
    """Everything that ever happened to the answers; only ever added to (triggers refuse the rest).

    `before` and `after` are whole answers as JSON text, NULL where there was none. Entries with the
    same `step` are undone together. `reverts` names the entry an undo takes back or a redo repeats.
    `source` is whose answer came in: a colleague, a file; "" for the expert's own.
    """

    __tablename__ = "history"
    __table_args__ = (
        CheckConstraint("revision >= 1", name="revision_from_1"),
        CheckConstraint(
            "kind IN ('edit', 'fill', 'undo', 'redo', 'submit', 'withdraw', 'reopen')", name="kind"
        ),
        CheckConstraint(
            "(item IS NULL) = (kind IN ('submit', 'withdraw', 'reopen'))", name="item_iff_answer"
        ),
        CheckConstraint("(reverts IS NOT NULL) = (kind IN ('undo', 'redo'))", name="reverts_iff_undo"),
        Index("ix_history_assessment", "assessment_id", "id"),
        {"sqlite_autoincrement": True},  # ids never come back, whatever happens to the rows
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id"))
    revision: Mapped[int]
    item: Mapped[str | None]
    kind: Mapped[str]
    step: Mapped[int]
    fold: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]
    at: Mapped[datetime]
    reverts: Mapped[int | None] = mapped_column(ForeignKey("history.id"))
    source: Mapped[str] = mapped_column(server_default="")


class RevisionRow(Row):
    """A handed-in state: the whole document as canonical JSON text with its content hash."""

    __tablename__ = "revision"
    __table_args__ = (
        CheckConstraint("number >= 1", name="number_from_1"),
        CheckConstraint("status IN ('submitted', 'withdrawn')", name="status"),
    )

    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    status: Mapped[str]
    content_hash: Mapped[str]
    document: Mapped[str]
    submitted_at: Mapped[datetime]


class AssignmentRow(Row):
    """Who answers a pillar of a divided questionnaire, and when it came back.

    `person` is a label the expert chose, no account; it is empty where he answers himself.
    """

    __tablename__ = "assignment"

    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    pillar: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str]
    back_at: Mapped[datetime | None]


class PartRow(Row):
    """An assessment that is a part of a colleague's; `pillars` and `base` are JSON text.

    `base` says what stood in the colleague's copy when the part was written (docs/formats.md).
    """

    __tablename__ = "part"

    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    label: Mapped[str]
    pillars: Mapped[str]
    base: Mapped[str]


class TakenReturnRow(Row):
    """A file of the coordinator's an expert took in, by the digest of its bytes."""

    __tablename__ = "taken_return"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id"))
    revision: Mapped[int]
    content_hash: Mapped[str]
    written_at: Mapped[datetime]
    taken_at: Mapped[datetime]
    note: Mapped[str]
    spreads: Mapped[str]


class TakenQueryRow(Row):
    """A query such a file brought; its reply is a comment of the answer."""

    __tablename__ = "taken_query"
    __table_args__ = (CheckConstraint("revision >= 1", name="revision_from_1"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id"))
    indicator: Mapped[str]
    text: Mapped[str]
    asked_at: Mapped[datetime]
    revision: Mapped[int]
