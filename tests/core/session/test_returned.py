"""Queries that come back from the coordinator are answered in place and travel on."""

import json
from datetime import UTC, datetime

import pytest

from exports.incoming import read_submission
from tests.core.session.conftest import NEW
from wb6assess.errors import AnswerError, ErrorCode, FileError
from wb6assess.exchange.queries import Return, write_return
from wb6assess.exchange.written import write_document
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Identity, Status
from wb6assess.model.query import Query, Spread, reply_key
from wb6assess.session.workspace import Workspace

KEY = Identity("XK", "drawn", "2026.1", "2026", "E01")
ASKED = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
FIRST = "0198c1de-7a00-7000-8000-00000000000a"
SECOND = "0198c1de-7a00-7000-8000-00000000000b"


def query(id_=FIRST, indicator="DRW-1.1", text="Which article says so?", **more):
    return Query(id_, KEY, indicator, text, ASKED, **{"revision": 1, **more})


def returned(document_hash="0" * 64, **more):
    given = {"revision": 1, "queries": (query(),), **more}
    return Return(KEY, content_hash=document_hash, written_at=ASKED, **given)


@pytest.fixture
def sent(tmp_path):
    """Writes a file of the coordinator."""

    def write(name="queries.wb6q", **more):
        path = tmp_path / name
        path.write_bytes(write_return(returned(**more)))
        return path

    return write


@pytest.fixture
def handed_in(assessment):
    assessment.record("DRW-1.1", Answer(value=3, justification="Law 1 of 2024, article 4."))
    assessment.submit()
    return assessment


def test_a_query_appears_and_reopens_what_was_handed_in(workspace, handed_in, sent):
    path = sent(document_hash=handed_in.revisions()[1], note="Thank you.")
    look = workspace.look_return(path)
    assert (look.new_queries, look.reopens, look.handed_in_here) == (1, True, True)
    assert handed_in.info.status is Status.SUBMITTED
    assert workspace.take_return(path) == handed_in.id
    assert (handed_in.info.revision, handed_in.info.status) == (2, Status.DRAFT)
    (found,) = handed_in.queries
    assert (found.text, found.indicator, found.reply) == ("Which article says so?", "DRW-1.1", "")
    assert handed_in.coordinators_note == "Thank you."
    assert handed_in.info.queries == 1


def test_taking_the_same_file_again_changes_nothing(workspace, handed_in, sent):
    path = sent()
    workspace.take_return(path)
    handed_in.reply(FIRST, "Article 4.")
    handed_in.submit()
    assert workspace.look_return(path).already_taken
    workspace.take_return(path)
    assert handed_in.info.status is Status.SUBMITTED
    assert len(handed_in.queries) == 1


def test_a_reminder_brings_only_what_is_new(workspace, assessment, sent):
    workspace.take_return(sent())
    assessment.reply(FIRST, "Article 4.")
    again = sent("again.wb6q", queries=(query(), query(SECOND, "DRW-1.2", "And this?")))
    assert workspace.look_return(again).new_queries == 1
    workspace.take_return(again)
    assert [(found.id, found.reply) for found in assessment.queries] == [
        (FIRST, "Article 4."),
        (SECOND, ""),
    ]
    assert assessment.info.queries == 1


def test_a_reply_is_kept_undone_and_in_the_list(workspace, assessment, sent):
    workspace.take_return(sent())
    change = assessment.reply(FIRST, "Article 4.")
    assert change.item == "DRW-1.1"
    assert assessment.answer("DRW-1.1").comments == {reply_key(FIRST): "Article 4."}
    assert [info.queries for info in workspace.assessments()] == [0]
    assert [entry.after.comments for entry in assessment.history("DRW-1.1")] == [
        {reply_key(FIRST): "Article 4."}
    ]
    assessment.undo()
    assert assessment.queries[0].reply == ""
    assert [info.queries for info in workspace.assessments()] == [1]
    assessment.redo()
    assert assessment.queries[0].reply == "Article 4."


def test_queries_survive_closing(folder, questionnaires, clock, workspace, assessment, sent):
    spread = Spread("DRW-1.1", (0, 0, 1, 2, 0, 0), own=3)
    workspace.take_return(sent(spreads=(spread,)))
    workspace.close()
    with Workspace.open(folder, Library(questionnaires), now=clock) as again:
        assert [info.queries for info in again.assessments()] == [1]
        opened = again.open_assessment(assessment.id)
        assert opened.queries[0].text == "Which article says so?"
        assert opened.spread("DRW-1.1") == spread
        assert opened.spread("DRW-1.2") is None


def test_writing_a_reply_is_one_step_of_undo(workspace, assessment, clock, sent):
    workspace.take_return(sent())
    clock.tick /= 100
    for text in ("A", "Ar", "Art", "Article 4."):
        assessment.reply(FIRST, text)
    assessment.undo()
    assert assessment.queries[0].reply == ""


def test_the_newest_spread_is_shown(workspace, assessment, sent):
    older, newer = Spread("DRW-1.1", (1, 1, 1, 0, 0, 0)), Spread("DRW-1.1", (0, 3, 0, 0, 0, 0))
    workspace.take_return(sent("b.wb6q", spreads=(older,)))
    later = Return(KEY, 1, "0" * 64, ASKED.replace(hour=12), spreads=(newer,))
    path = sent("a.wb6q")
    path.write_bytes(write_return(later))
    workspace.take_return(path)
    assert assessment.spread("DRW-1.1") == newer


@pytest.mark.parametrize("kind", ["json", "workbook", "package"])
def test_a_reply_travels_in_every_kind_of_file(
    workspace, assessment, questionnaires, tmp_path, sent, kind
):
    from exports.assessment_xlsx import write_workbook
    from wb6assess.exchange.package import write_package

    workspace.take_return(sent())
    assessment.reply(FIRST, "Article 4.\nSee also “5”.")
    path = tmp_path / kind
    document = assessment.document()
    if kind == "json":
        path.write_bytes(write_document(document))
    elif kind == "package":
        write_package(path, document, {})
    else:
        write_workbook(path.with_suffix(".xlsx"), assessment.report())
        path = path.with_suffix(".xlsx")
    back = read_submission(path, Library(questionnaires))
    assert back.answers["DRW-1.1"].comments == {reply_key(FIRST): "Article 4.\nSee also “5”."}


def test_a_file_for_somebody_else_is_refused(workspace, handed_in, tmp_path, sent):
    path = tmp_path / "other.wb6q"
    other = Identity("XK", "drawn", "2026.1", "2026", "E02")
    path.write_bytes(write_return(Return(other, 1, "0" * 64, ASKED)))
    with pytest.raises(AnswerError) as caught:
        workspace.take_return(path)
    assert caught.value.code is ErrorCode.RETURN_OTHER
    assert caught.value.facts["expert"] == "E02"


def test_a_file_about_a_later_revision_is_refused(workspace, handed_in, sent):
    with pytest.raises(AnswerError) as caught:
        workspace.take_return(sent(revision=2, queries=(query(revision=2),)))
    assert caught.value.code is ErrorCode.RETURN_REVISION_UNKNOWN
    assert handed_in.info.status is Status.SUBMITTED


def test_a_file_about_unknown_questions_is_refused_whole(workspace, handed_in, sent):
    path = sent(
        queries=(query(), query(SECOND, "DRW-9.9")), spreads=(Spread("no-such", (3, 0, 0, 0, 0, 0)),)
    )
    with pytest.raises(FileError) as caught:
        workspace.take_return(path)
    assert caught.value.code is ErrorCode.RETURN_INVALID
    assert len(caught.value.problems) == 2
    assert handed_in.queries == ()
    assert handed_in.info.status is Status.SUBMITTED


def test_a_copy_changed_on_its_way_is_taken_and_named(workspace, handed_in, sent):
    look = workspace.look_return(sent(document_hash="1" * 64))
    assert not look.handed_in_here


def test_an_unknown_query_has_no_reply(assessment):
    with pytest.raises(AnswerError) as caught:
        assessment.reply(FIRST, "Article 4.")
    assert caught.value.code is ErrorCode.QUERY_UNKNOWN


def test_nothing_is_replied_while_handed_in(workspace, assessment, sent):
    workspace.take_return(sent())
    assessment.record("DRW-1.1", Answer(value=3, justification="Law 1 of 2024, article 4."))
    assessment.submit()
    with pytest.raises(AnswerError) as caught:
        assessment.reply(FIRST, "Article 4.")
    assert caught.value.code is ErrorCode.ASSESSMENT_LOCKED


def test_what_was_withdrawn_stays_so(workspace, handed_in, sent):
    handed_in.withdraw()
    assert not workspace.look_return(sent()).reopens
    workspace.take_return(sent())
    assert handed_in.info.status is Status.WITHDRAWN


def test_the_file_is_what_the_formats_say(sent):
    written = json.loads(sent(spreads=(Spread("DRW-1.1", (0, 0, 1, 2, 0, 0), 3),)).read_bytes())
    assert written["spreads"] == [{"indicator": "DRW-1.1", "counts": [0, 0, 1, 2, 0, 0], "own": 3}]
    assert written["assessment"]["expert"] == "E01" == NEW["expert"]
