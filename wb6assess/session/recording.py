"""Changing the answers of an open assessment: answering, undoing, marking.

Every change is on the disk when its method returns; when it raises, nothing has changed.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from wb6assess.errors import AnswerError, ErrorCode, StorageError
from wb6assess.model.assessment import Answer, Status
from wb6assess.session.answer_checks import checked_answer, refuse_unknown
from wb6assess.session.stored_answers import StoredAnswers
from wb6assess.store import assessments as table
from wb6assess.store import history
from wb6assess.store.database import Writes
from wb6assess.store.history import Edit, Step
from wb6assess.store.records import AssessmentInfo, Kind

_OWN: Mapping[str, str] = {}
"""Every answer is the expert's own."""


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that changed; `others` changed in the same step (undoing a fill)."""

    item: str
    before: Answer
    after: Answer
    saved_at: datetime
    others: tuple["Change", ...] = ()


class RecordedAnswers(StoredAnswers):
    """The answers of one assessment, and every way to change one."""

    def record(self, item: str, answer: Answer, *, fold: str = "") -> Change:
        """Store an answer; the same answer again stores nothing.

        Args:
            item: Id of an indicator, vignette or context question.
            answer: The whole new answer; an empty one takes the answer away.
            fold: Names the field being written in; edits with the same name at most three seconds
                apart are undone together.

        Raises:
            AnswerError: ASSESSMENT_LOCKED, ANSWER_NOT_ALLOWED.
            StorageError: it could not be stored.
        """
        self._refuse_locked()
        edit = self._edit(item, answer)
        if edit.after == edit.before:
            return Change(item, edit.before, edit.after, self._info.updated_at)
        at = self._now()
        step = self._trail.number_for(item, fold, at)
        return self._store([edit], Kind.EDIT, step, at, fold)[0]

    def record_all(
        self,
        answers: Mapping[str, Answer],
        sources: Mapping[str, str] = _OWN,
        *,
        sample: bool = False,
    ) -> tuple[Change, ...]:
        """Store many answers, all or none; one undo takes them all back.

        Answers that are not mentioned stay. `sources` says whose they are, for the history. Invented
        ones (`sample`) mark the assessment for good. Returns the changes; equal answers are none.

        Raises:
            AnswerError: ASSESSMENT_LOCKED, ANSWER_NOT_ALLOWED.
            StorageError: nothing was stored.
        """
        self._refuse_locked()
        changed = self._changed(answers, sources)
        if not changed:
            return ()
        return self._store(changed, Kind.FILL, self._trail.next_number, self._now(), sample=sample)

    @property
    def undo_item(self) -> str | None:
        """The question `undo` is about, or None when there is nothing to undo."""
        return _item_of(None if self.locked else self._trail.undo_step)

    @property
    def redo_item(self) -> str | None:
        """The question `redo` is about, or None when there is nothing to redo."""
        return _item_of(None if self.locked else self._trail.redo_step)

    def next_undo(self) -> Change | None:
        """What `undo` would do now; None when there is nothing. Reads the database."""
        return self._preview(None if self.locked else self._trail.undo_step)

    def next_redo(self) -> Change | None:
        """What `redo` would do now; None when there is nothing. Reads the database."""
        return self._preview(None if self.locked else self._trail.redo_step)

    def undo(self) -> Change:
        """Take the last step back.

        Raises:
            AnswerError: ASSESSMENT_LOCKED, NOTHING_TO_UNDO.
        """
        self._refuse_locked()
        step = self._trail.undo_step
        if step is None:
            raise AnswerError(ErrorCode.NOTHING_TO_UNDO)
        return self._revert(step, Kind.UNDO)

    def redo(self) -> Change:
        """Bring the last undone step back.

        Raises:
            AnswerError: ASSESSMENT_LOCKED, NOTHING_TO_REDO.
        """
        self._refuse_locked()
        step = self._trail.redo_step
        if step is None:
            raise AnswerError(ErrorCode.NOTHING_TO_REDO)
        return self._revert(step, Kind.REDO)

    # Marks of the expert.

    def set_flag(self, item: str, on: bool) -> None:
        """Mark a question, or take the mark away; also on a handed-in revision.

        Raises:
            AnswerError: ANSWER_NOT_ALLOWED: no such question.
        """
        refuse_unknown(self.instrument, item)
        if (item in self._flags) is on:
            return
        with self._database.writing() as connection:
            table.save_flag(connection, self.id, item, on=on)
        self._flags = self._flags | {item} if on else self._flags - {item}

    def remember_place(self, item: str) -> None:
        """Keep where the expert is, for the next time."""
        refuse_unknown(self.instrument, item)
        if item == self._info.last_item:
            return
        self._info = replace(self._info, last_item=item)
        # Reading on must be possible on a full disk; the next answer will tell of it.
        with suppress(StorageError), self._database.noting() as connection:
            table.save_place(connection, self.id, item)

    def note_counts(self) -> None:
        """Store how far the expert is, for the list of assessments.

        Not in the answer's own transaction: scoring takes longer than storing, and an answer must
        not wait for it. The answer marks the counts as stale, so that after a crash they are made
        anew; the list asks for them before it is shown.
        """
        if self._counts_noted:
            return
        counts = self.info
        with self._database.noting() as connection:
            table.save_counts(connection, counts)
        self._info = counts
        self._counts_noted = True

    def _edit(self, item: str, answer: Answer, source: str = "") -> Edit:
        before = self.answer(item)
        if answer != before:
            self._refuse_elsewhere(item)
        after = checked_answer(self.instrument, item, answer, before)
        return Edit(item, before, after, source=source)

    def _changed(self, answers: Mapping[str, Answer], sources: Mapping[str, str]) -> list[Edit]:
        """What of these answers differs from what stands there."""
        edits = [self._edit(item, answer, sources.get(item, "")) for item, answer in answers.items()]
        return [edit for edit in edits if edit.after != edit.before]

    def _preview(self, step: Step | None) -> Change | None:
        if step is None:
            return None
        at = self._info.updated_at
        changes = [Change(edit.item, edit.before, edit.after, at) for edit in self._reverting(step)]
        return replace(changes[0], others=tuple(changes[1:]))

    def _revert(self, step: Step, kind: Kind) -> Change:
        changes = self._store(self._reverting(step), kind, self._trail.next_number, self._now())
        return replace(changes[0], others=changes[1:])

    def _reverting(self, step: Step) -> list[Edit]:
        """The edits that take a step back."""
        first, last = step.first, step.last
        with self._database.reading() as connection:
            befores = history.load_befores(connection, (mark.id for mark in first.values()))
        return [
            Edit(item, self.answer(item), befores[mark.id], last[item].id)
            for item, mark in first.items()
        ]

    def _store(
        self,
        edits: Sequence[Edit],
        kind: Kind,
        step: int,
        at: datetime,
        fold: str = "",
        *,
        beginning: AssessmentInfo | None = None,
        also: Writes | None = None,
        sample: bool = False,
    ) -> tuple[Change, ...]:
        """Answers and their history in one transaction; what is in memory follows the disk.

        `beginning` is the revision that begins in the same transaction, before the edits; `also`
        stores what belongs to it; `sample` marks the assessment as one.
        """
        info, trail = self._info, self._trail
        with self._database.writing() as connection:
            if also is not None:
                also(connection)
            if sample:
                table.save_sample(connection, self.id)
            if beginning is not None:
                info, trail = beginning, history.Trail(step)
                table.save_standing(connection, info)
                history.write_turn(connection, info, Kind.REOPEN, step, at)
                step = trail.next_number
            marks = history.write_edits(connection, info, kind, step, at, edits, fold)
            if edits:
                table.touch(connection, self.id, edits[-1].item, at)
        for mark in marks:
            trail.add(mark, fold, at)
        self._info, self._trail = replace(info, sample=info.sample or sample), trail
        return self._take_over(edits, at)

    def _begin(
        self,
        revision: int,
        edits: Sequence[Edit] = (),
        also: Writes | None = None,
        *,
        sample: bool = False,
    ) -> tuple[Change, ...]:
        """Begin a revision as a draft, with answers filled in at once; the rest as in `_store`."""
        at = self._now()
        info = replace(
            self._info, status=Status.DRAFT, revision=revision, submitted_at=None, updated_at=at
        )
        step = self._trail.next_number
        return self._store(edits, Kind.FILL, step, at, beginning=info, also=also, sample=sample)

    def _take_over(self, edits: Sequence[Edit], at: datetime) -> tuple[Change, ...]:
        if not edits:
            return ()
        self._current.change((edit.item, edit.after) for edit in edits)
        self._info = replace(self._info, updated_at=at, last_item=edits[-1].item)
        self._counts_noted = False
        return tuple(Change(edit.item, edit.before, edit.after, at) for edit in edits)

    def _refuse_elsewhere(self, item: str) -> None:
        """A part holds answers to its own pillars only; others would be lost on the way back."""
        if not self.is_ours(item):
            reason = "it belongs to a part of the questionnaire that somebody else answers"
            raise AnswerError(ErrorCode.ANSWER_NOT_ALLOWED, item=item, reason=reason)

    def _refuse_locked(self) -> None:
        if self.locked:
            raise AnswerError(
                ErrorCode.ASSESSMENT_LOCKED, assessment=self.id, revision=self._info.revision
            )


def _item_of(step: Step | None) -> str | None:
    return step.marks[0].item if step else None
