"""Answering, undoing, handing in: what is stored, and what is refused."""

from datetime import timedelta

import pytest

from tests.core.session.conftest import NEW
from wb6assess.errors import AnswerError, ErrorCode, StorageError
from wb6assess.exchange.digest import content_hash
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Confidence, Evidence, SpecialState, Status
from wb6assess.session.workspace import Workspace

LEVEL, YESNO, MULTI, DAYS, TEXT = "DRW-1.1", "DRW-1.2", "DRW-2.1", "DRW-2.2", "DRW-C1"
FULL = Answer(
    value=4,
    confidence=Confidence.HIGH,
    justification="Čuva se – „sve“.\nЂурђевак, çelës.",
    evidence=(
        Evidence("law", citation="Art. 1", url="https://example.org", page="12"),
        Evidence("report", title="Annual report", file="report.pdf", sha256="ab" * 32),
    ),
    fields={"since": "2024-05-01", "cases": {"all": {"2024": 3, "2025": "2.5"}}},
    comments={"X1": "Known."},
)


def _refused(call, *args, **kwargs):
    with pytest.raises(AnswerError) as caught:
        call(*args, **kwargs)
    return caught.value


def _again(workspace, folder, questionnaires, clock):
    """The same assessment after a restart."""
    workspace.close()
    reopened = Workspace.open(folder, Library(questionnaires), now=clock)
    (info,) = reopened.assessments()
    return reopened, reopened.open_assessment(info.id)


ANSWERS = {
    LEVEL: FULL,
    YESNO: Answer(state=SpecialState.NOT_APPLICABLE, justification="No such body can exist here."),
    MULTI: Answer(("letters", "visits")),
    DAYS: Answer("12.5", confidence=Confidence.LOW),
    TEXT: Answer("Anything, really."),
}


def test_every_kind_of_answer_survives_a_restart(assessment, workspace, folder, questionnaires, clock):
    for item, answer in ANSWERS.items():
        assessment.record(item, answer)
    assert assessment.answers == ANSWERS
    reopened, again = _again(workspace, folder, questionnaires, clock)
    assert again.answers == ANSWERS
    reopened.close()


def test_a_change_says_what_was_and_when_it_was_stored(assessment, clock):
    assessment.record(LEVEL, Answer(1))
    change = assessment.record(LEVEL, Answer(2))
    assert (change.before, change.after, change.saved_at) == (Answer(1), Answer(2), clock.moment)
    assert assessment.info.updated_at == clock.moment


def test_an_answer_taken_away_is_no_answer(assessment):
    assessment.record(LEVEL, FULL)
    assessment.record(LEVEL, Answer())
    assert LEVEL not in assessment.answers
    assert assessment.document().answers == {}


def test_the_same_answer_again_stores_nothing(assessment):
    assessment.record(LEVEL, FULL)
    when = assessment.info.updated_at
    change = assessment.record(LEVEL, FULL)
    assert change.before == change.after == FULL
    assert change.saved_at == when
    assert len(assessment.history(LEVEL)) == 1


def test_equal_choices_are_equal_in_whatever_order_they_were_ticked(assessment):
    assessment.record(MULTI, Answer(("visits", "letters")))
    assert assessment.answer(MULTI).value == ("letters", "visits")


def test_texts_are_kept_as_files_hold_them(assessment):
    assessment.record(LEVEL, Answer(1, justification="c\u030c\r\nx\x00\ud800"))
    assert assessment.answer(LEVEL).justification == "č\nx\ufffd"


def test_what_the_caller_changes_afterwards_changes_nothing(assessment):
    fields = {"since": "2024-05-01"}
    assessment.record(LEVEL, Answer(1, fields=fields))
    fields["since"] = "2020-01-01"
    assert assessment.answer(LEVEL).fields == {"since": "2024-05-01"}


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        ("DRW-9.9", Answer(1)),
        (LEVEL, Answer(7)),
        (LEVEL, Answer("3")),
        (YESNO, Answer("maybe")),
        (MULTI, Answer(("letters", "letters"))),
        (DAYS, Answer("12,5")),
        (LEVEL, Answer(1, fields={"unknown": 1})),
        (LEVEL, Answer(1, fields={"since": "May 2024"})),
        (YESNO, Answer("yes", fields={"since": "2024-05-01"})),
        (LEVEL, Answer(1, evidence=(Evidence("rumour"),))),
        (LEVEL, Answer(1, evidence=(Evidence("law", file="../../secret"),))),
        (LEVEL, Answer(1, justification="x" * 100_001)),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_and_changes_nothing(assessment, item, answer):
    assessment.record(LEVEL, Answer(2))
    error = _refused(assessment.record, item, answer)
    assert error.code is ErrorCode.ANSWER_NOT_ALLOWED
    assert error.facts["item"] == item
    assert error.facts["reason"]
    assert assessment.answers == {LEVEL: Answer(2)}


def test_an_implausible_answer_is_kept_and_becomes_a_finding(assessment):
    assessment.record(MULTI, Answer(("letters", "nothing")))
    assert assessment.answer(MULTI).value == ("letters", "nothing")
    assert "value-invalid" in [finding.id for finding in assessment.open_findings()]


def test_filling_is_all_or_nothing(assessment):
    assessment.record(LEVEL, Answer(2))
    _refused(assessment.record_all, {YESNO: Answer("yes"), LEVEL: Answer(9)})
    assert assessment.answers == {LEVEL: Answer(2)}


def test_filling_changes_what_differs_and_is_undone_at_once(assessment):
    assessment.record(LEVEL, Answer(2))
    changes = assessment.record_all({LEVEL: Answer(2), YESNO: Answer("no"), DAYS: Answer(30)})
    assert [change.item for change in changes] == [YESNO, DAYS]
    change = assessment.undo()
    assert {change.item, *(other.item for other in change.others)} == {YESNO, DAYS}
    assert assessment.answers == {LEVEL: Answer(2)}
    assessment.redo()
    assert set(assessment.answers) == {LEVEL, YESNO, DAYS}


def test_undo_and_redo_walk_the_edits_and_say_where(assessment):
    assessment.record(LEVEL, Answer(1))
    assessment.record(YESNO, Answer("yes"))
    assert (assessment.undo_item, assessment.redo_item) == (YESNO, None)
    assessment.undo()
    assert (assessment.undo_item, assessment.redo_item) == (LEVEL, YESNO)
    change = assessment.undo()
    assert (change.item, change.before, change.after) == (LEVEL, Answer(1), Answer())
    assert assessment.answers == {}
    assert _refused(assessment.undo).code is ErrorCode.NOTHING_TO_UNDO
    assessment.redo()
    assert assessment.answers == {LEVEL: Answer(1)}


def test_a_new_edit_leaves_nothing_to_redo(assessment):
    assessment.record(LEVEL, Answer(1))
    assessment.undo()
    assessment.record(LEVEL, Answer(3))
    assert assessment.redo_item is None
    assert _refused(assessment.redo).code is ErrorCode.NOTHING_TO_REDO


def test_undo_survives_a_restart(assessment, workspace, folder, questionnaires, clock):
    assessment.record(LEVEL, FULL)
    assessment.record(LEVEL, Answer(0))
    assessment.undo()
    reopened, again = _again(workspace, folder, questionnaires, clock)
    assert again.redo_item == LEVEL
    again.redo()
    assert again.answer(LEVEL) == Answer(0)
    again.undo()
    again.undo()
    assert again.answers == {}
    reopened.close()


@pytest.mark.parametrize(
    ("seconds", "folds", "left"),
    [
        (1, ("why", "why"), ""),
        (3, ("why", "why"), ""),
        (4, ("why", "why"), "W"),
        (1, ("", ""), "W"),
        (1, ("why", "other"), "W"),
        (-1, ("why", "why"), "W"),
    ],
)
def test_writing_in_one_field_is_undone_together(assessment, clock, seconds, folds, left):
    assessment.record(LEVEL, Answer(justification="W"), fold=folds[0])
    clock.tick = timedelta(seconds=seconds)
    assessment.record(LEVEL, Answer(justification="Wh"), fold=folds[1])
    assessment.undo()
    assert assessment.answer(LEVEL).justification == left


def test_folded_edits_are_all_in_the_history(assessment, clock):
    clock.tick = timedelta(seconds=1)
    for text in ("W", "Wh", "Why"):
        assessment.record(LEVEL, Answer(justification=text), fold="why")
    assessment.undo()
    entries = assessment.history(LEVEL)
    assert [(entry.kind, entry.after.justification) for entry in entries] == [
        ("edit", "W"),
        ("edit", "Wh"),
        ("edit", "Why"),
        ("undo", ""),
    ]
    assert entries[-1].before.justification == "Why"


def test_writing_on_after_an_undo_is_a_step_of_its_own(assessment, clock):
    clock.tick = timedelta(seconds=1)
    assessment.record(LEVEL, Answer(justification="W"), fold="why")
    assessment.undo()
    assessment.record(LEVEL, Answer(justification="B"), fold="why")
    assessment.undo()
    assert assessment.answers == {}
    assert assessment.redo_item == LEVEL


def test_handing_in_is_stopped_by_findings_in_words(assessment):
    assessment.record(LEVEL, Answer(0))
    assessment.record(YESNO, Answer("yes"))
    error = _refused(assessment.submit)
    assert error.code is ErrorCode.SUBMIT_BLOCKED
    assert error.problems == ("DRW-1.1, DRW-1.2: A body is named although there is no rule.",)
    assert not assessment.locked


def test_a_handed_in_revision_cannot_be_changed(assessment):
    assessment.record(LEVEL, Answer(1))
    assessment.submit()
    for call in (
        lambda: assessment.record(LEVEL, Answer(2)),
        lambda: assessment.record_all({LEVEL: Answer(2)}),
        assessment.undo,
        assessment.redo,
        assessment.submit,
    ):
        assert _refused(call).code is ErrorCode.ASSESSMENT_LOCKED
    assert (assessment.undo_item, assessment.redo_item) == (None, None)
    assert assessment.answers == {LEVEL: Answer(1)}


def test_what_was_handed_in_is_kept_with_its_hash(assessment, workspace, folder, questionnaires, clock):
    assessment.record(LEVEL, Answer(1))
    first = assessment.submit()
    assert (first.revision, first.status) == (1, Status.SUBMITTED)
    assert first == assessment.document()
    assert assessment.info.submitted_at == clock.moment
    assessment.reopen()
    assessment.record(LEVEL, Answer(2))
    second = assessment.submit()
    reopened, again = _again(workspace, folder, questionnaires, clock)
    assert again.locked
    assert again.document() == second
    assert again.revisions() == {1: content_hash(first), 2: content_hash(second)}
    assert again.report().content_hash == content_hash(second)
    reopened.close()


def test_reopening_begins_the_next_revision_with_the_same_answers(assessment):
    assessment.record(LEVEL, Answer(1))
    assessment.submit()
    assessment.reopen()
    info = assessment.info
    assert (info.revision, info.status, info.submitted_at) == (2, Status.DRAFT, None)
    assert assessment.answers == {LEVEL: Answer(1)}


def test_undo_does_not_reach_into_a_handed_in_revision(
    assessment, workspace, folder, questionnaires, clock
):
    assessment.record(LEVEL, Answer(1))
    assessment.submit()
    assessment.reopen()
    assert assessment.undo_item is None
    assessment.record(LEVEL, Answer(2))
    assessment.undo()
    reopened, again = _again(workspace, folder, questionnaires, clock)
    assert (again.undo_item, again.redo_item) == (None, LEVEL)
    assert [entry.after.value for entry in again.history(LEVEL)] == [1, 2, 1]
    reopened.close()


def test_reopening_an_open_revision_changes_nothing(assessment):
    before = assessment.info
    assessment.reopen()
    assert assessment.info == before


def test_flags_and_place_survive_a_restart(assessment, workspace, folder, questionnaires, clock):
    assessment.set_flag(YESNO, True)
    assessment.set_flag(DAYS, True)
    assessment.set_flag(DAYS, True)
    assessment.set_flag(DAYS, False)
    assessment.remember_place(MULTI)
    reopened, again = _again(workspace, folder, questionnaires, clock)
    assert again.flags == {YESNO}
    assert (again.info.flagged, again.info.last_item) == (1, MULTI)
    assert _refused(again.set_flag, "DRW-9.9", True).code is ErrorCode.ANSWER_NOT_ALLOWED
    reopened.close()


def test_scores_follow_every_change(assessment):
    assert assessment.scores.progress.done == 0
    assessment.record(LEVEL, Answer(5, justification="Because."))
    assert assessment.scores.indicators[LEVEL].score == 100.0
    assessment.undo()
    assert assessment.scores.progress.done == 0
    assert assessment.sheet.answer(LEVEL).empty


def test_an_answer_that_could_not_be_stored_is_not_there(assessment, workspace):
    assessment.record(LEVEL, Answer(1))
    with workspace._database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError) as caught:
        assessment.record(LEVEL, Answer(2, justification="x" * 90_000))
    assert caught.value.code is ErrorCode.DISK_FULL
    assert assessment.answer(LEVEL) == Answer(1)
    assert len(assessment.history(LEVEL)) == 1
    with workspace._database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assessment.record(LEVEL, Answer(2, justification="x" * 90_000))
    assessment.undo()
    assert assessment.answers == {LEVEL: Answer(1)}


def test_sample_answers_stay_marked(workspace):
    made = workspace.open_assessment(workspace.new(**NEW, sample=True))
    assert made.document().sample
    assert made.info.sample
