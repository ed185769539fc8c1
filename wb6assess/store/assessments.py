"""Assessments, their flags and handed-in revisions, and the questionnaires they were made with."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, delete, func, insert, select, update

from wb6assess.model.assessment import Identity, Status
from wb6assess.model.instrument import Instrument
from wb6assess.store.prepared import Prepared
from wb6assess.store.records import AssessmentInfo
from wb6assess.store.tables import (
    AssessmentRow,
    FlagRow,
    InstrumentCopyRow,
    RevisionRow,
    TakenReturnRow,
)

_TOUCH = Prepared(
    update(AssessmentRow)
    .where(AssessmentRow.id == bindparam("of"))
    .values(updated_at=bindparam("at"), last_item=bindparam("about"), counts_stale=bindparam("stale"))
)


_RETURNED = (
    select(func.max(TakenReturnRow.taken_at))
    .where(TakenReturnRow.assessment_id == AssessmentRow.id)
    .scalar_subquery()
    .label("returned_at")
)
_LISTED = select(AssessmentRow.__table__, _RETURNED)


def list_assessments(connection: Connection) -> list[AssessmentInfo]:
    """All of them, newest edited first."""
    rows = connection.execute(_LISTED.order_by(AssessmentRow.updated_at.desc(), AssessmentRow.id.desc()))
    return [_info(row) for row in rows.mappings()]


def find_assessment(connection: Connection, assessment_id: str) -> AssessmentInfo | None:
    """One of them, or None."""
    rows = connection.execute(_LISTED.where(AssessmentRow.id == assessment_id))
    row = rows.mappings().one_or_none()
    return _info(row) if row else None


def find_identity(connection: Connection, identity: Identity) -> str | None:
    """The id of the assessment with this identity, or None."""
    return connection.scalar(
        select(AssessmentRow.id).filter_by(
            country=identity.country,
            instrument=identity.instrument,
            instrument_version=identity.instrument_version,
            round=identity.round,
            expert=identity.expert,
        )
    )


def stale_assessments(connection: Connection) -> list[str]:
    """Ids whose counts have not been made since the last answer."""
    return list(connection.scalars(select(AssessmentRow.id).where(AssessmentRow.counts_stale)))


def create_assessment(
    connection: Connection,
    assessment_id: str,
    identity: Identity,
    instrument: Instrument,
    at: datetime,
    *,
    sample: bool,
    revision: int = 1,
) -> None:
    """A new draft; the instrument's copy is already stored."""
    connection.execute(
        insert(AssessmentRow),
        {
            "id": assessment_id,
            "country": identity.country,
            "instrument": identity.instrument,
            "instrument_version": identity.instrument_version,
            "instrument_digest": instrument.digest,
            "round": identity.round,
            "expert": identity.expert,
            "title": instrument.title,
            "revision": revision,
            "created_at": at,
            "updated_at": at,
            "sample": sample,
        },
    )


def touch(connection: Connection, assessment_id: str, item: str, at: datetime) -> None:
    """Say that the answer to `item` changed at `at`."""
    _TOUCH.execute(connection, {"of": assessment_id, "about": item, "at": at, "stale": True})


def save_place(connection: Connection, assessment_id: str, item: str) -> None:
    """Keep where the expert is."""
    _change(connection, assessment_id, last_item=item)


def save_sample(connection: Connection, assessment_id: str) -> None:
    """Say that invented answers are among those of an assessment."""
    _change(connection, assessment_id, sample=True)


def save_counts(connection: Connection, counted: AssessmentInfo) -> None:
    """Keep how far the expert is; the counts are of this moment."""
    _change(
        connection,
        counted.id,
        done=counted.done,
        asked=counted.asked,
        blocking=counted.blocking,
        queries=counted.queries,
        counts_stale=False,
    )


def save_standing(connection: Connection, assessment: AssessmentInfo) -> None:
    """Keep revision and status after handing in or reopening."""
    _change(
        connection,
        assessment.id,
        status=assessment.status.value,
        revision=assessment.revision,
        submitted_at=assessment.submitted_at,
        updated_at=assessment.updated_at,
    )


def has_instrument(connection: Connection, digest: str) -> bool:
    """Whether a questionnaire's text is stored already."""
    known = select(InstrumentCopyRow.digest).where(InstrumentCopyRow.digest == digest)
    return connection.scalar(known) is not None


def keep_instrument(connection: Connection, instrument: Instrument, yaml: str) -> None:
    """Store a questionnaire's text under its digest."""
    connection.execute(
        insert(InstrumentCopyRow),
        {
            "digest": instrument.digest,
            "id": instrument.id,
            "version": instrument.version,
            "yaml": yaml,
        },
    )


def instrument_digest(connection: Connection, assessment_id: str) -> str:
    """Digest of the questionnaire an assessment was made with."""
    return connection.scalars(
        select(AssessmentRow.instrument_digest).where(AssessmentRow.id == assessment_id)
    ).one()


def instrument_text(connection: Connection, digest: str) -> str:
    """The stored text of a questionnaire."""
    return connection.scalars(
        select(InstrumentCopyRow.yaml).where(InstrumentCopyRow.digest == digest)
    ).one()


def load_flags(connection: Connection, assessment_id: str) -> frozenset[str]:
    """Ids of the flagged questions."""
    return frozenset(
        connection.scalars(select(FlagRow.item).where(FlagRow.assessment_id == assessment_id))
    )


def save_flag(connection: Connection, assessment_id: str, item: str, *, on: bool) -> None:
    """Set or clear a flag that is not so yet, and count the flags anew."""
    key = {"assessment_id": assessment_id, "item": item}
    if on:
        connection.execute(insert(FlagRow), key)
    else:
        connection.execute(delete(FlagRow).filter_by(**key))
    counted = select(func.count()).where(FlagRow.assessment_id == assessment_id).scalar_subquery()
    _change(connection, assessment_id, flagged=counted)


def add_revision(
    connection: Connection, assessment: AssessmentInfo, content_hash: str, document: str
) -> None:
    """Keep a state that was handed in or withdrawn for good."""
    connection.execute(
        insert(RevisionRow),
        {
            "assessment_id": assessment.id,
            "number": assessment.revision,
            "status": assessment.status.value,
            "content_hash": content_hash,
            "document": document,
            "submitted_at": assessment.submitted_at,
        },
    )


def load_revisions(connection: Connection, assessment_id: str) -> Mapping[int, str]:
    """Revision number -> content hash of every state handed in or withdrawn."""
    rows = connection.execute(
        select(RevisionRow.number, RevisionRow.content_hash)
        .where(RevisionRow.assessment_id == assessment_id)
        .order_by(RevisionRow.number)
    )
    return {row.number: row.content_hash for row in rows}


def load_revision(connection: Connection, assessment_id: str, number: int) -> str | None:
    """The document text of one kept revision, or None."""
    return connection.scalar(
        select(RevisionRow.document).filter_by(assessment_id=assessment_id, number=number)
    )


def newest_handed_in(connection: Connection, assessment_id: str) -> tuple[int, str] | None:
    """Number and document text of the highest kept revision; None when it is withdrawn or none."""
    row = connection.execute(
        select(RevisionRow.number, RevisionRow.status, RevisionRow.document)
        .where(RevisionRow.assessment_id == assessment_id)
        .order_by(RevisionRow.number.desc())
        .limit(1)
    ).one_or_none()
    if row is None or row.status != Status.SUBMITTED.value:
        return None
    return row.number, row.document


def _info(row: RowMapping) -> AssessmentInfo:
    return AssessmentInfo(
        id=row["id"],
        identity=Identity(
            row["country"], row["instrument"], row["instrument_version"], row["round"], row["expert"]
        ),
        status=Status(row["status"]),
        **{
            name: row[name] for name in ("title", "revision", "created_at", "updated_at", "submitted_at")
        },
        **{name: row[name] for name in ("done", "asked", "flagged", "blocking", "last_item")},
        **{name: row[name] for name in ("sample", "queries", "returned_at")},
    )


def _change(connection: Connection, assessment_id: str, **columns: Any) -> None:
    connection.execute(update(AssessmentRow).where(AssessmentRow.id == assessment_id).values(**columns))
