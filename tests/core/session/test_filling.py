"""What taking a file would do is known before anything changes."""

from wb6assess.model.assessment import Answer
from wb6assess.session.filling import FillPreview, fill_preview, with_replies


def test_each_answer_is_new_changed_the_same_or_stays():
    here = {"A": Answer(1), "B": Answer(2), "C": Answer(3), "D": Answer()}
    coming = {"A": Answer(1), "B": Answer(4), "D": Answer(5), "E": Answer(0)}
    assert fill_preview(here, coming) == FillPreview(("D", "E"), ("B",), ("A",), ("C",))


REPLIED = Answer(1, comments={"query:q1": "Article 4", "X1": "A comment"})


def test_replies_to_the_coordinator_stay_where_the_file_knows_nothing_of_them():
    coming = {"A": Answer(2, justification="New"), "B": Answer(3)}
    kept = Answer(2, justification="New", comments={"query:q1": "Article 4"})
    assert with_replies({"A": REPLIED}, coming) == {"A": kept, "B": Answer(3)}


def test_another_reply_in_the_file_takes_its_place():
    coming = {"A": Answer(2, comments={"query:q1": "Article 5"})}
    assert with_replies({"A": REPLIED}, coming) == coming


def test_clearing_an_answer_clears_its_replies():
    assert with_replies({"A": REPLIED}, {"A": Answer()}) == {"A": Answer()}


def test_an_answer_that_differs_only_by_its_reply_is_the_same():
    replied = Answer(1, comments={"query:q1": "Article 4"})
    assert fill_preview({"A": replied}, {"A": Answer(1)}) == FillPreview((), (), ("A",), ())


def test_invented_answers_make_a_sample_of_the_assessment_they_fill(assessment):
    assert not assessment.info.sample
    assessment.fill({"DRW-1.1": Answer(2)}, sample=True)
    assert assessment.info.sample
    assert assessment.document().sample


def test_an_assessment_filled_with_invented_answers_stays_a_sample(workspace, assessment):
    assessment.fill({"DRW-1.1": Answer(2)}, sample=True)
    assessment.undo()
    assessment.fill({"DRW-1.1": Answer(3)})
    assert [info.sample for info in workspace.assessments()] == [True]


def test_invented_answers_that_are_here_already_say_nothing_new(assessment):
    assessment.fill({"DRW-1.1": Answer(2)})
    assessment.fill({"DRW-1.1": Answer(2)}, sample=True)
    assert not assessment.info.sample
