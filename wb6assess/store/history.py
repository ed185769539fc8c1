"""Every change of every answer, and what undo and redo make of it.

The history only grows: undo and redo write entries of their own. What can be undone follows from
the entries of the current revision alone, so it survives a restart; a handed-in revision is a wall.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, insert, select

from wb6assess.model.assessment import Answer
from wb6assess.store.answers import answer_as_text, answer_from_text, save_answer
from wb6assess.store.prepared import Prepared
from wb6assess.store.records import AssessmentInfo, HistoryEntry, Kind
from wb6assess.store.tables import HistoryRow

FOLD_GAP = timedelta(seconds=3)
"""Edits of one field no further apart than this are undone together."""

_COLUMNS = tuple(column.name for column in HistoryRow.__table__.columns if column.name != "id")
_ADD = Prepared(
    insert(HistoryRow).values({name: bindparam(name) for name in _COLUMNS}).returning(HistoryRow.id)
)


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one answer about to be stored; `reverts` is the entry it takes back.

    `source` is whose answer comes in, "" for the expert's own.
    """

    item: str
    before: Answer
    after: Answer
    reverts: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry as undo sees it."""

    id: int
    item: str
    kind: Kind
    step: int


@dataclass(slots=True)
class Step:
    """What one undo or redo takes back: entries written together or folded together."""

    number: int
    marks: list[Mark] = field(default_factory=list)

    @property
    def first(self) -> Mapping[str, Mark]:
        """Item -> the step's first entry about it, which knows what stood there before."""
        return {mark.item: mark for mark in reversed(self.marks)}

    @property
    def last(self) -> Mapping[str, Mark]:
        """Item -> the step's last entry about it."""
        return {mark.item: mark for mark in self.marks}


class Trail:
    """Which steps can be undone and redone in the current revision.

    Knows no database: entries are told to it in the order in which they were stored.
    """

    def __init__(self, newest_step: int = 0) -> None:
        """Begin a revision; `newest_step` is the highest number used in the assessment."""
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._newest = newest_step
        self._folding: tuple[str, str, datetime] | None = None

    @property
    def undo_step(self) -> Step | None:
        """What undo takes back, or None."""
        return self._done[-1] if self._done else None

    @property
    def redo_step(self) -> Step | None:
        """What redo brings back, or None."""
        return self._undone[-1] if self._undone else None

    @property
    def next_number(self) -> int:
        """The number of a step about to be written."""
        return self._newest + 1

    def number_for(self, item: str, fold: str, at: datetime) -> int:
        """The step an edit belongs to: the last one when it goes on with the same writing."""
        if fold and self._folding is not None:
            last_item, last_fold, last_at = self._folding
            near = timedelta(0) <= at - last_at <= FOLD_GAP
            if (item, fold) == (last_item, last_fold) and near:
                return self._newest
        return self.next_number

    def add(self, mark: Mark, fold: str = "", at: datetime | None = None) -> None:
        """Take note of a stored entry; `fold` and `at` let the next edit join it."""
        self._folding = (mark.item, fold, at) if fold and at else None
        target = self._undone if mark.kind is Kind.UNDO else self._done
        if mark.step != self._newest:
            self._newest = mark.step
            self._leave(mark.kind)
            target.append(Step(mark.step))
        target[-1].marks.append(mark)

    def _leave(self, kind: Kind) -> None:
        if kind is Kind.UNDO:
            self._done.pop()
        elif kind is Kind.REDO:
            self._undone.pop()
        else:
            self._undone.clear()


def load_trail(connection: Connection, assessment_id: str, revision: int) -> Trail:
    """What can be undone and redone, as it stood when the assessment was last open."""
    of_assessment = HistoryRow.assessment_id == assessment_id
    earlier = connection.scalar(
        select(func.max(HistoryRow.step)).where(of_assessment, HistoryRow.revision < revision)
    )
    trail = Trail(earlier or 0)
    rows = connection.execute(
        select(HistoryRow.id, HistoryRow.item, HistoryRow.kind, HistoryRow.step)
        .where(of_assessment, HistoryRow.revision == revision, HistoryRow.item.is_not(None))
        .order_by(HistoryRow.id)
    )
    for row in rows:
        trail.add(Mark(row.id, row.item or "", Kind(row.kind), row.step))
    return trail


def load_befores(connection: Connection, ids: Iterable[int]) -> dict[int, Answer]:
    """Entry id -> the answer that stood before it."""
    rows = connection.execute(
        select(HistoryRow.id, HistoryRow.before).where(HistoryRow.id.in_(list(ids)))
    )
    return {row.id: answer_from_text(row.before) for row in rows}


def load_history(connection: Connection, assessment_id: str, item: str) -> list[HistoryEntry]:
    """Every change of one answer, oldest first, over all revisions."""
    rows = connection.execute(
        select(
            HistoryRow.at,
            HistoryRow.kind,
            HistoryRow.before,
            HistoryRow.after,
            HistoryRow.revision,
            HistoryRow.source,
            HistoryRow.step,
        )
        .where(HistoryRow.assessment_id == assessment_id, HistoryRow.item == item)
        .order_by(HistoryRow.id)
    )
    return [
        HistoryEntry(
            row.at,
            Kind(row.kind),
            answer_from_text(row.before),
            answer_from_text(row.after),
            row.revision,
            row.source,
            row.step,
        )
        for row in rows
    ]


def write_edits(
    connection: Connection,
    assessment: AssessmentInfo,
    kind: Kind,
    step: int,
    at: datetime,
    edits: Sequence[Edit],
    fold: str = "",
) -> list[Mark]:
    """Store answers together with their history, as one step of undo.

    Returns the entries, to be told to the trail once the transaction has ended well.
    """
    marks = []
    for edit in edits:
        save_answer(connection, assessment.id, edit.item, edit.before, edit.after)
        entry = {
            **_entry(assessment, kind, step, at),
            "item": edit.item,
            "fold": fold,
            "before": answer_as_text(edit.before),
            "after": answer_as_text(edit.after),
            "reverts": edit.reverts,
            "source": edit.source,
        }
        (number,) = _ADD.execute(connection, entry).fetchone()
        marks.append(Mark(number, edit.item, kind, step))
    return marks


def write_turn(
    connection: Connection, assessment: AssessmentInfo, kind: Kind, step: int, at: datetime
) -> None:
    """Note that a revision was handed in or reopened."""
    _ADD.execute(connection, _entry(assessment, kind, step, at))


def _entry(assessment: AssessmentInfo, kind: Kind, step: int, at: datetime) -> dict[str, object]:
    return {
        "assessment_id": assessment.id,
        "revision": assessment.revision,
        "item": None,
        "kind": kind.value,
        "step": step,
        "fold": "",
        "before": None,
        "after": None,
        "at": at,
        "reverts": None,
        "source": "",
    }
