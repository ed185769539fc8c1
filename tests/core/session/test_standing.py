"""Beginning with answers, taking a revision back, answers that are not asked now."""

import pytest

from tests.core.session.conftest import NEW
from wb6assess.errors import AnswerError, ErrorCode
from wb6assess.exchange.digest import content_hash
from wb6assess.exchange.merge import effective_view
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Status
from wb6assess.session.workspace import Workspace

LEVEL, YESNO, DAYS = "DRW-1.1", "DRW-1.2", "DRW-2.2"


def test_an_assessment_can_begin_with_answers_that_one_undo_takes_back(workspace):
    made = workspace.open_assessment(workspace.new(**NEW, answers={LEVEL: Answer(2), DAYS: Answer(9)}))
    assert made.answers == {LEVEL: Answer(2), DAYS: Answer(9)}
    assert [entry.kind for entry in made.history(LEVEL)] == ["fill"]
    made.undo()
    assert made.answers == {}


def test_nothing_is_made_when_one_of_the_first_answers_does_not_fit(workspace):
    with pytest.raises(AnswerError) as caught:
        workspace.new(**NEW, answers={LEVEL: Answer(2), DAYS: Answer("many")})
    assert caught.value.code is ErrorCode.ANSWER_NOT_ALLOWED
    assert workspace.assessments() == []


def test_a_withdrawal_is_the_next_revision_with_the_same_answers_and_locked(assessment):
    assessment.record(LEVEL, Answer(1))
    handed_in = assessment.submit()
    withdrawn = assessment.withdraw()
    assert (withdrawn.revision, withdrawn.status) == (2, Status.WITHDRAWN)
    assert withdrawn.answers == handed_in.answers
    assert assessment.document() == withdrawn
    assert assessment.locked
    assert assessment.revisions() == {1: content_hash(handed_in), 2: content_hash(withdrawn)}
    with pytest.raises(AnswerError):
        assessment.record(LEVEL, Answer(2))


def test_a_withdrawn_expert_is_not_scored_until_he_hands_in_again(assessment):
    assessment.record(LEVEL, Answer(1))
    documents = [assessment.submit(), assessment.withdraw()]
    assert effective_view(documents).effective == {}
    assessment.reopen()
    assert assessment.info.revision == 3
    assert assessment.answers == {LEVEL: Answer(1)}
    last = assessment.submit()
    assert list(effective_view([*documents, last]).effective.values()) == [last]


def test_only_what_is_handed_in_can_be_withdrawn(assessment):
    with pytest.raises(AnswerError) as caught:
        assessment.withdraw()
    assert caught.value.code is ErrorCode.NOT_HANDED_IN
    assessment.submit()
    assessment.withdraw()
    with pytest.raises(AnswerError) as caught:
        assessment.withdraw()
    assert caught.value.code is ErrorCode.NOT_HANDED_IN


def test_a_withdrawal_survives_a_restart_and_undo_stops_at_it(
    assessment, workspace, folder, questionnaires, clock
):
    assessment.record(LEVEL, Answer(1))
    assessment.submit()
    withdrawn = assessment.withdraw()
    workspace.close()
    with Workspace.open(folder, Library(questionnaires), now=clock) as again:
        opened = again.open_assessment(assessment.id)
        assert opened.document() == withdrawn
        assert opened.undo_item is None
        opened.reopen()
        assert opened.undo_item is None
        opened.record(LEVEL, Answer(2))
        opened.undo()
        assert opened.answers == {LEVEL: Answer(1)}


@pytest.fixture
def conditional(questionnaires, folder, clock):
    """The drawn questionnaire, with the body asked from level 2 and a fact asked from level 3 on."""
    path = questionnaires / "drawn" / "instrument.yaml"
    text = path.read_text(encoding="utf-8")
    asked = "type: yesno\n        ask_if: {id: DRW-1.1, op: ge, value: 2}\n        skip_effect: exclude"
    fact = "label: In force since, ask_if: {id: DRW-1.1, op: ge, value: 3}}"
    text = text.replace("type: yesno", asked).replace("label: In force since}", fact)
    path.write_text(text, encoding="utf-8")
    with Workspace.open(folder, Library(questionnaires), now=clock) as workspace:
        yield workspace.open_assessment(workspace.new(**NEW))


def test_an_answer_that_is_not_asked_is_parked_and_back_when_it_is_asked_again(conditional):
    conditional.record(LEVEL, Answer(4, fields={"since": "2024-05-01"}))
    conditional.record(YESNO, Answer("yes"))
    assert (conditional.parked(), conditional.parked_fields()) == ((), ())
    conditional.record(LEVEL, Answer(1, fields={"since": "2024-05-01"}))
    assert conditional.parked() == (YESNO,)
    assert conditional.parked_fields() == ((LEVEL, "since"),)
    assert conditional.scores.indicators[YESNO].state == "skipped_exclude"
    conditional.record(LEVEL, Answer(4, fields={"since": "2024-05-01"}))
    assert conditional.parked() == ()
    assert conditional.answer(YESNO) == Answer("yes")
    assert conditional.scores.indicators[YESNO].score == 100.0
