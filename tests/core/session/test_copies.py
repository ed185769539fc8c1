"""Two copies of one questionnaire, compared and joined into a revision that counts before both."""

import pytest

from tests.core.session.conftest import NEW
from wb6assess.errors import AnswerError, ErrorCode
from wb6assess.exchange.compare import Changed, Facet, Side
from wb6assess.exchange.merge import effective_view
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Confidence, Status
from wb6assess.session.workspace import Workspace

LEVEL, YESNO, DAYS = "DRW-1.1", "DRW-1.2", "DRW-2.2"
START = {LEVEL: Answer(2, justification="Why."), DAYS: Answer(40)}


@pytest.fixture
def theirs(questionnaires, tmp_path):
    """The same questionnaire in another workspace, begun from the same answers."""
    with Workspace.open(tmp_path / "other", Library(questionnaires)) as workspace:
        yield workspace.open_assessment(workspace.new(**NEW, answers=START))


@pytest.fixture
def ours(assessment):
    assessment.record_all(START)
    return assessment


def test_what_only_one_side_changed_since_handing_in_is_named_so(ours, theirs):
    for copy in (ours, theirs):
        copy.submit()
        copy.reopen()
    ours.record(LEVEL, Answer(3, justification="Why."))
    theirs.record(LEVEL, Answer(2, confidence=Confidence.HIGH, justification="Why."))
    theirs.record(DAYS, Answer(30))
    theirs.record(YESNO, Answer("yes"))
    found = ours.compare_copy(theirs.document())
    assert found.base == ours.revision(1)
    assert [each.item for each in found.differences] == [LEVEL, YESNO, DAYS]
    level, body, days = found.differences
    assert (level.facets[Facet.VALUE], level.facets[Facet.CONFIDENCE]) == ("ours", "theirs")
    assert (level.changed, body.changed, days.changed) == ("both", "theirs", "theirs")
    proposed = {each.item: each.proposed for each in found.differences}
    ours.join_copy(theirs.document(), proposed)
    assert ours.answers == {
        LEVEL: Answer(3, confidence=Confidence.HIGH, justification="Why."),
        YESNO: Answer("yes"),
        DAYS: Answer(30),
    }


def test_without_a_common_state_every_difference_is_a_choice(ours, theirs):
    ours.record(DAYS, Answer(50))
    found = ours.compare_copy(theirs.document())
    assert found.base is None
    assert [(each.item, each.changed, each.proposed) for each in found.differences] == [
        (DAYS, Changed.BOTH, None)
    ]


def test_joining_drafts_stays_in_the_revision_and_is_one_step_of_undo(ours, theirs):
    theirs.record(DAYS, Answer(30))
    theirs.record(YESNO, Answer("no"))
    ours.join_copy(theirs.document(), {DAYS: Side.THEIRS, YESNO: Side.THEIRS})
    assert ours.info.revision == 1
    assert (ours.answer(DAYS), ours.answer(YESNO)) == (Answer(30), Answer("no"))
    assert ours.history(DAYS)[-1].kind == "fill"
    ours.undo()
    assert ours.answers == START


def test_a_question_only_we_answered_can_be_given_up(ours, theirs):
    ours.record(YESNO, Answer("no"))
    ours.join_copy(theirs.document(), {YESNO: Side.THEIRS})
    assert YESNO not in ours.answers


def test_a_conflict_of_handed_in_copies_is_cleared_by_the_next_revision(
    ours, theirs, workspace, folder, questionnaires, clock
):
    theirs.record(DAYS, Answer(30))
    documents = [ours.submit(), theirs.submit()]
    assert effective_view(documents).conflicts
    ours.join_copy(documents[1], {DAYS: Side.THEIRS})
    assert (ours.info.revision, ours.info.status) == (2, Status.DRAFT)
    assert ours.answer(DAYS) == Answer(30)
    ours.undo()
    assert ours.answer(DAYS) == Answer(40)
    ours.redo()
    workspace.close()
    with Workspace.open(folder, Library(questionnaires), now=clock) as again:
        opened = again.open_assessment(ours.id)
        assert (opened.info.revision, opened.answer(DAYS)) == (2, Answer(30))
        assert opened.undo_item == DAYS
        last = opened.submit()
    view = effective_view([*documents, last])
    assert (view.conflicts, list(view.effective.values())) == ((), [last])


def test_keeping_ours_against_a_handed_in_copy_begins_a_revision_too(ours, theirs):
    theirs.record(DAYS, Answer(30))
    theirs.submit()
    theirs.reopen()
    document = theirs.submit()
    assert ours.join_copy(document, {}) == ()
    assert (ours.info.revision, ours.answers) == (3, START)
    assert ours.undo_item is None


def test_a_copy_of_another_questionnaire_is_refused(workspace, ours):
    other = workspace.open_assessment(workspace.new(**{**NEW, "country": "AL"}))
    for call in (ours.compare_copy, lambda document: ours.join_copy(document, {})):
        with pytest.raises(AnswerError) as caught:
            call(other.document())
        assert caught.value.code is ErrorCode.ASSESSMENT_OTHER
    assert ours.answers == START


@pytest.mark.parametrize("handed_in", [False, True])
def test_answers_of_a_sample_make_a_sample_of_the_copy_they_are_joined_into(ours, theirs, handed_in):
    theirs.fill({DAYS: Answer(30)}, sample=True)
    if handed_in:
        theirs.submit()
    ours.join_copy(theirs.document(), {DAYS: Side.OURS})
    assert not ours.info.sample
    ours.join_copy(theirs.document(), {DAYS: Side.THEIRS})
    assert ours.info.sample
