"""Tables of the coordinator's desk: files that came in, queries, choices, decisions, wishes."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from wb6assess.store.tables import Row


class ReceivedRow(Row):
    """A file an expert sent, under the digest of its bytes; `document` is what it says, as JSON.

    The bytes themselves lie among the attachments.
    """

    __tablename__ = "received"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    content_hash: Mapped[str]
    round: Mapped[str]
    document: Mapped[str]


class IntakeRow(Row):
    """One import of files; taking it back keeps everything and hides what only it brought."""

    __tablename__ = "intake"

    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]


class IntakeFileRow(Row):
    """A file of an import under the name it came with."""

    __tablename__ = "intake_file"
    __table_args__ = (CheckConstraint("position >= 0", name="position_from_0"),)

    intake_id: Mapped[str] = mapped_column(ForeignKey("intake.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(ForeignKey("received.sha256"))


class RefusedRow(Row):
    """A file that was not taken in, with the error's code, facts and problems (JSON)."""

    __tablename__ = "refused"
    __table_args__ = (CheckConstraint("name <> ''", name="named"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    sha256: Mapped[str]
    code: Mapped[str]
    facts: Mapped[str]
    problems: Mapped[str]
    at: Mapped[datetime]
    put_away_at: Mapped[datetime | None]


class _Whose:
    """Columns that name one expert's assessment (`model.assessment.Identity`)."""

    country: Mapped[str] = mapped_column(sort_order=-1)
    instrument: Mapped[str] = mapped_column(sort_order=-1)
    instrument_version: Mapped[str] = mapped_column(sort_order=-1)
    round: Mapped[str] = mapped_column(sort_order=-1)
    expert: Mapped[str] = mapped_column(sort_order=-1)


class QueryRow(_Whose, Row):
    """A coordinator's question about one answer; only ever added to, as are those up to decisions."""

    __tablename__ = "query"
    __table_args__ = (
        CheckConstraint("revision >= 1", name="revision_from_1"),
        CheckConstraint("text <> ''", name="asks"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-2)
    indicator: Mapped[str]
    text: Mapped[str]
    asked_at: Mapped[datetime]
    revision: Mapped[int]


class QueryTurnRow(Row):
    """What became of a query here: written into a file, or withdrawn before that."""

    __tablename__ = "query_turn"
    __table_args__ = (CheckConstraint("turn IN ('sent', 'withdrawn')", name="turn"),)

    query_id: Mapped[str] = mapped_column(ForeignKey("query.id"), primary_key=True)
    turn: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class SendingRow(_Whose, Row):
    """A file written for an expert; `spreads` are those it carried, as JSON."""

    __tablename__ = "sending"
    __table_args__ = (CheckConstraint("revision >= 1", name="revision_from_1"),)

    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-2)
    revision: Mapped[int]
    content_hash: Mapped[str]
    sent_at: Mapped[datetime]
    spreads: Mapped[str]


class ResolutionRow(_Whose, Row):
    """A choice between conflicting files; a later one replaces it, with `chosen` empty it ends it."""

    __tablename__ = "resolution"
    __table_args__ = (
        CheckConstraint("revision >= 1", name="revision_from_1"),
        CheckConstraint("reason <> ''", name="reasoned"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-2)
    revision: Mapped[int]
    chosen: Mapped[str]
    reason: Mapped[str]
    resolved_at: Mapped[datetime]


class DecisionRow(Row):
    """A validation record; only ever added to (triggers refuse the rest).

    `evidence_refs` and `supersedes` are JSON lists.
    """

    __tablename__ = "decision"
    __table_args__ = (
        CheckConstraint("action IN ('set', 'confirm', 'na', 'revoke')", name="action"),
        CheckConstraint("reason_code IN ('R1', 'R2', 'R3', 'R4', 'R5')", name="reason_code"),
        CheckConstraint("score IS NULL OR (score >= 0 AND score <= 100)", name="score_0_to_100"),
        CheckConstraint("score IS NULL OR action IN ('set', 'confirm')", name="score_only_of_values"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    country: Mapped[str]
    round: Mapped[str]
    instrument: Mapped[str]
    version: Mapped[str]
    indicator: Mapped[str]
    action: Mapped[str]
    score: Mapped[float | None]
    reason_code: Mapped[str]
    reason: Mapped[str]
    evidence_refs: Mapped[str]
    meeting: Mapped[str]
    decided_at: Mapped[datetime]
    basis_hash: Mapped[str]
    supersedes: Mapped[str]


class WishRow(Row):
    """An indicator of a country that somebody wants before the next meeting of a round."""

    __tablename__ = "agenda_wish"

    id: Mapped[str] = mapped_column(primary_key=True)
    round: Mapped[str]
    country: Mapped[str]
    indicator: Mapped[str]
    at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
