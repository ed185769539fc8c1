"""A questionnaire shared among colleagues: their parts, their workspaces, what comes back."""

import json
from dataclasses import replace

import pytest

from tests.core.session.conftest import NEW
from wb6assess.errors import AnswerError, ErrorCode, FileError
from wb6assess.exchange.parts import read_part
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Evidence, Status
from wb6assess.session.parts import apply, join_parts, write_back, write_part
from wb6assess.session.workspace import Workspace

LEVEL, YESNO, MULTI, DAYS, TEXT = "DRW-1.1", "DRW-1.2", "DRW-2.1", "DRW-2.2", "DRW-C1"
BEFORE = {LEVEL: Answer(2), DAYS: Answer(40), TEXT: Answer("Anything else.")}


@pytest.fixture
def whole(assessment):
    assessment.record_all(BEFORE)
    return assessment


@pytest.fixture
def colleague(questionnaires, tmp_path):
    with Workspace.open(tmp_path / "colleague", Library(questionnaires)) as workspace:
        yield workspace


@pytest.fixture
def send(whole, tmp_path):
    """Write pillars for a colleague and read them as he would."""

    def written(pillars=("DRW-2",), label="Ana"):
        target = tmp_path / f"{label}.wb6part.json"
        write_part(target, whole, pillars, label)
        return read(target, whole)

    return written


def read(path, whole):
    return read_part(path.read_bytes(), lambda *_: whole.instrument, path.name)


def refused(call, *args):
    with pytest.raises((AnswerError, FileError)) as caught:
        call(*args)
    return caught.value


def test_a_part_carries_the_answers_of_its_pillars_only(send):
    part = send()
    assert (part.label, part.pillars) == ("Ana", ("DRW-2",))
    assert part.document.answers == {DAYS: Answer(40)}
    assert part.document.status is Status.DRAFT
    assert list(part.base) == [DAYS]


def test_the_way_to_a_colleague_and_back(whole, send, colleague, tmp_path):
    whole.assign({"DRW-2": "Ana"})
    theirs = colleague.open_assessment(colleague.new_from_part(send()))
    assert theirs.answers == {DAYS: Answer(40)}
    assert theirs.info.revision == whole.info.revision
    theirs.record(DAYS, Answer(12))
    theirs.record(MULTI, Answer(("letters",)))
    colleague.close()

    with Workspace.open(tmp_path / "colleague", colleague.library) as again:
        theirs = again.open_assessment(theirs.id)
        assert (theirs.part.label, theirs.part.pillars) == ("Ana", ("DRW-2",))
        write_back(tmp_path / "back.json", theirs)
    plan = join_parts(whole, [read(tmp_path / "back.json", whole)])
    assert plan.taken == {DAYS: Answer(12), MULTI: Answer(("letters",))}
    assert (plan.unchanged, plan.doubled, plan.outside) == ((), {}, ())
    assert (plan.unassigned, plan.waiting) == (("DRW-1",), {})
    apply(whole, plan)
    assert whole.answers == {**BEFORE, **plan.taken}
    assert [(entry.kind, entry.source) for entry in whole.history(MULTI)] == [("fill", "Ana")]
    whole.undo()
    assert whole.answers == BEFORE


def test_a_colleague_answers_his_pillars_only_and_hands_nothing_in(send, colleague):
    theirs = colleague.open_assessment(colleague.new_from_part(send()))
    for item in (LEVEL, TEXT):
        assert refused(theirs.record, item, Answer(1)).code is ErrorCode.ANSWER_NOT_ALLOWED
    assert refused(theirs.submit).code is ErrorCode.PART_NOT_HANDED_IN
    assert not theirs.locked


def test_the_same_part_is_not_opened_twice(send, colleague):
    made = colleague.new_from_part(send())
    error = refused(colleague.new_from_part, send())
    assert (error.code, error.facts["assessment"]) == (ErrorCode.ASSESSMENT_EXISTS, made)


def test_an_answer_both_changed_needs_a_choice_and_nothing_is_stored_without(whole, send):
    part = _answered(send(), {DAYS: Answer(12), MULTI: Answer(("visits",))})
    whole.record(DAYS, Answer(99))
    plan = join_parts(whole, [part])
    assert [each.answer for each in plan.doubled[DAYS]] == [Answer(12)]
    assert plan.taken == {MULTI: Answer(("visits",))}
    error = refused(apply, whole, plan)
    assert (error.code, error.facts["items"]) == (ErrorCode.JOIN_UNDECIDED, (DAYS,))
    assert MULTI not in whole.answers
    apply(whole, plan, {DAYS: Answer(12)})
    assert (whole.answer(DAYS), whole.answer(MULTI)) == (Answer(12), Answer(("visits",)))


def test_what_is_answered_after_the_plan_was_made_is_not_lost(whole, send):
    plan = join_parts(whole, [_answered(send(), {DAYS: Answer(12)})])
    whole.record(DAYS, Answer(99))
    assert refused(apply, whole, plan).code is ErrorCode.JOIN_UNDECIDED
    assert whole.answer(DAYS) == Answer(99)


def test_answers_nobody_asked_for_are_shown_and_left_out_unless_chosen(whole, send):
    whole.assign({"DRW-1": "Besnik", "DRW-2": "Ana"})
    stray = _answered(send(("DRW-1", "DRW-2")), {LEVEL: Answer(5), TEXT: Answer("Stray.")})
    plan = join_parts(whole, [stray])
    assert [(each.item, each.label) for each in plan.outside] == [(LEVEL, "Ana"), (TEXT, "Ana")]
    assert plan.waiting == {"DRW-1": "Besnik"}
    assert plan.taken == {DAYS: Answer()}  # taken away by the one who was asked
    apply(whole, plan, {LEVEL: Answer(5)})
    assert whole.answers == {LEVEL: Answer(5), TEXT: BEFORE[TEXT]}


def test_attached_files_that_did_not_come_along_are_named(whole, send):
    piece = Evidence("law", file="law.pdf", sha256="ab" * 32)
    plan = join_parts(whole, [_answered(send(), {DAYS: Answer(1, evidence=(piece,))})])
    assert plan.missing_files == ("law.pdf",)


def test_a_part_of_another_questionnaire_is_refused(workspace, send):
    other = workspace.open_assessment(workspace.new(**{**NEW, "expert": "E02"}))
    assert refused(join_parts, other, [send()]).code is ErrorCode.ASSESSMENT_OTHER


def test_a_handed_in_whole_is_reopened_before_parts_are_joined(workspace, assessment, tmp_path):
    write_part(tmp_path / "part.json", assessment, ["DRW-2"], "Ana")
    part = _answered(read(tmp_path / "part.json", assessment), {DAYS: Answer(12)})
    assessment.submit()
    plan = join_parts(assessment, [part])
    assert refused(apply, assessment, plan).code is ErrorCode.ASSESSMENT_LOCKED
    assessment.reopen()
    apply(assessment, plan)
    assert assessment.answers == {DAYS: Answer(12)}


def test_joining_into_a_handed_in_whole_begins_the_next_revision_at_once(assessment, tmp_path):
    write_part(tmp_path / "part.json", assessment, ["DRW-2"], "Ana")
    part = _answered(read(tmp_path / "part.json", assessment), {DAYS: Answer(12)})
    assessment.submit()
    apply(assessment, join_parts(assessment, [part]), reopen=True)
    assert (assessment.info.revision, assessment.locked) == (2, False)
    assert assessment.answers == {DAYS: Answer(12)}
    assessment.undo()
    assert assessment.answers == {}


def test_who_answers_what_survives_a_restart(whole, workspace, folder, questionnaires, clock):
    whole.assign({"DRW-2": " Ana ", "DRW-1": ""})
    assert refused(whole.assign, {"DRW-9": "Ana"}).code is ErrorCode.PILLAR_UNKNOWN
    workspace.close()
    with Workspace.open(folder, Library(questionnaires), now=clock) as again:
        opened = again.open_assessment(whole.id)
        assert opened.assignment() == {"DRW-2": "Ana"}
        opened.assign({})
        assert opened.assignment() == {}


def test_only_known_pillars_are_written(whole, tmp_path):
    target = tmp_path / "part.json"
    assert refused(write_part, target, whole, ["DRW-9"], "Ana").code is ErrorCode.PILLAR_UNKNOWN
    assert not target.exists()


DIGEST = "0" * 64


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        (lambda raw: raw.pop("part"), ErrorCode.PART_INVALID, "part: is missing"),
        (lambda raw: raw.update(extra=1), ErrorCode.PART_INVALID, "extra: no such key"),
        (lambda raw: raw["part"].update(pillars=[]), ErrorCode.PART_INVALID, "part.pillars: is empty"),
        (lambda raw: raw["part"].update(pillars=["X"]), ErrorCode.PART_INVALID, "X is no pillar"),
        (lambda raw: raw["part"].update(pillars=["DRW-1"] * 2), ErrorCode.PART_INVALID, "twice"),
        (lambda raw: raw["part"].update(label=" \n"), ErrorCode.PART_INVALID, "says nothing"),
        (lambda raw: raw["part"].update(label="x" * 81), ErrorCode.PART_INVALID, "longer than 80"),
        (lambda raw: raw["part"]["base"].update(content_hash="../x"), ErrorCode.PART_INVALID, "form"),
        (lambda raw: raw["part"]["base"].update(answers={"/": DIGEST}), ErrorCode.PART_INVALID, "form"),
        (lambda raw: raw["assessment"].update(status="submitted"), ErrorCode.PART_INVALID, "draft"),
        (lambda raw: raw["answers"].update({DAYS: {"value": "many"}}), ErrorCode.ANSWERS_INVALID, DAYS),
        (lambda raw: raw.pop("answers"), ErrorCode.ANSWERS_INVALID, "answers: is missing"),
        (lambda raw: raw.update(format="wb6assess-part/2"), ErrorCode.NO_PART, "newer"),
        (lambda raw: raw.update(format="wb6assess-scores/1"), ErrorCode.NO_PART, "scores"),
        (lambda raw: raw.update(format=7), ErrorCode.NO_PART, "does not say"),
    ],
)
def test_a_part_from_outside_is_judged_before_it_is_believed(whole, tmp_path, change, code, says):
    path = tmp_path / "part.json"
    write_part(path, whole, ["DRW-2"], "Ana")
    raw = json.loads(path.read_text(encoding="utf-8"))
    change(raw)
    path.write_text(json.dumps(raw), encoding="utf-8")
    error = refused(read, path, whole)
    assert error.code is code
    assert says in " ".join(error.problems) + str(error.facts.get("reason", ""))


def test_bytes_that_are_no_json_are_refused(whole, tmp_path):
    path = tmp_path / "part.json"
    for data in (b"", b"{", b"[" * 100_000, b"\xff\xfe", b'{"a": 1, "a": 2}', b'{"a": NaN}'):
        path.write_bytes(data)
        assert refused(read, path, whole).code is ErrorCode.NO_PART


def _answered(part, answers):
    """The part as the colleague sends it back, with these answers and no others."""
    return replace(part, document=replace(part.document, answers=answers))
