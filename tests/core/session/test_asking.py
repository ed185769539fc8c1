"""The coordinator asks, sends, and sees what comes back; contradicting files are settled."""

import shutil

import pytest

from exports.incoming import read_incoming
from tests.core.session.conftest import QUESTIONNAIRES
from wb6assess.errors import AnswerError, Cancelled, ErrorCode
from wb6assess.exchange.answers import write_document
from wb6assess.exchange.digest import content_hash
from wb6assess.exchange.queries import read_return
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Identity, SpecialState, Status
from wb6assess.model.query import reply_key
from wb6assess.session.desk.asking import QueryState
from wb6assess.session.desk.consolidation import Outcome
from wb6assess.session.desk.second_round import Direction
from wb6assess.session.workspace import Workspace

REASON = "The expert confirmed by mail which one was meant."


def key(expert="E01", country="XK"):
    return Identity(country, "drawn", "2026.1", "2026", expert)


def document(expert="E01", level=3, revision=1, *, status=Status.SUBMITTED, comments=None, **more):
    value = level if isinstance(level, int) else None
    state = None if isinstance(level, int) else level
    answer = Answer(value, state, justification="Law 1 of 2024, article 4.", comments=comments or {})
    return Document(key(expert, **more), revision, status, {"DRW-1.1": answer})


@pytest.fixture
def inbox(workspace):
    return workspace.inbox


@pytest.fixture
def take(inbox, tmp_path):
    """Import documents as files."""
    numbers = iter(range(1000))

    def take_in(*documents):
        paths = []
        for item in documents:
            paths.append(tmp_path / f"{next(numbers):03}.json")
            paths[-1].write_bytes(write_document(item))
        return inbox.take_in(paths, read_incoming)

    return take_in


def ask(inbox, expert="E01", text="Which article says so?"):
    return inbox.ask(key(expert), "DRW-1.1", text)


def states(inbox):
    return [(asked.state, asked.reply, asked.answered_revision) for asked in inbox.queries("2026")]


def test_a_query_goes_out_and_its_reply_comes_back(inbox, take, tmp_path):
    take(document(), document(revision=2))
    query = ask(inbox)
    assert query.revision == 2
    assert states(inbox) == [(QueryState.OPEN, "", None)]
    (path,) = inbox.write_returns(tmp_path / "out", [key()], spreads=False, note="Thank you.")
    assert path.name == "queries_drawn_XK_E01.wb6q"
    sent = read_return(path.read_bytes(), "sent")
    assert (sent.queries, sent.note, sent.revision) == ((query,), "Thank you.", 2)
    assert sent.content_hash == content_hash(document(revision=2))
    assert states(inbox) == [(QueryState.SENT, "", None)]
    take(document(revision=3, comments={reply_key(query.id): "Article 4."}))
    assert states(inbox) == [(QueryState.ANSWERED, "Article 4.", 3)]
    take(document(revision=4, level=4, comments={reply_key(query.id): "Article 4."}))
    assert states(inbox) == [(QueryState.ANSWERED, "Article 4.", 3)]
    assert inbox.write_returns(tmp_path / "later", [key()], spreads=False) == []


def test_the_whole_way_to_the_expert_and_back(inbox, take, workspace, tmp_path, clock):
    questionnaires = shutil.copytree(QUESTIONNAIRES, tmp_path / "of the expert")
    with Workspace.open(tmp_path / "expert", Library(questionnaires), now=clock) as theirs:
        opened = theirs.open_assessment(
            theirs.new(country="XK", instrument="drawn", expert="E01", round="2026")
        )
        opened.record("DRW-1.1", Answer(3, justification="Law 1 of 2024, article 4."))
        take(opened.submit())
        query = ask(inbox)
        (path,) = inbox.write_returns(tmp_path / "out", [key()], spreads=False)
        assert theirs.look_return(path).handed_in_here
        theirs.take_return(path)
        opened.reply(query.id, "Article 4, second sentence.")
        take(opened.submit())
    assert states(inbox) == [(QueryState.ANSWERED, "Article 4, second sentence.", 2)]


def test_what_was_not_sent_can_be_withdrawn(inbox, take, tmp_path):
    take(document())
    first, second = ask(inbox), ask(inbox, text="And since when?")
    inbox.withdraw_query(first.id)
    assert [asked.query for asked in inbox.queries("2026")] == [second]
    with pytest.raises(AnswerError, match="query-unknown"):
        inbox.withdraw_query(first.id)
    inbox.write_returns(tmp_path / "out", [key()], spreads=False)
    with pytest.raises(AnswerError, match="query-sent"):
        inbox.withdraw_query(second.id)


def test_a_query_is_sent_again_until_it_is_answered(inbox, take, tmp_path):
    take(document())
    query = ask(inbox)
    inbox.write_returns(tmp_path / "out", [key()], spreads=False)
    (path,) = inbox.write_returns(tmp_path / "out", [key()], spreads=False)
    assert read_return(path.read_bytes(), "sent").queries == (query,)


@pytest.mark.parametrize(
    ("expert", "indicator", "text", "code"),
    [
        ("E01", "DRW-1.1", " \n", ErrorCode.QUERY_EMPTY),
        ("E01", "DRW-1.1", "x" * 10_001, ErrorCode.QUERY_EMPTY),
        ("E01", "DRW-9", "Why?", ErrorCode.INDICATOR_UNKNOWN),
        ("E02", "DRW-1.1", "Why?", ErrorCode.NOTHING_RECEIVED),
        ("E03", "DRW-1.1", "Why?", ErrorCode.NOTHING_RECEIVED),
        ("E04", "DRW-1.1", "Why?", ErrorCode.NOTHING_RECEIVED),
    ],
    ids=["empty", "too long", "unknown question", "nothing received", "withdrawn", "draft"],
)
def test_a_query_needs_something_to_be_about(inbox, take, expert, indicator, text, code):
    take(document(), document("E03"), document("E03", revision=2, status=Status.WITHDRAWN))
    take(document("E04", status=Status.DRAFT))
    with pytest.raises(AnswerError) as caught:
        inbox.ask(key(expert), indicator, text)
    assert caught.value.code is code
    assert inbox.queries("2026") == []


def test_a_spread_needs_three_experts(inbox, take, tmp_path):
    take(document("E01", 1), document("E02", 4))
    assert inbox.write_returns(tmp_path / "out", [key("E01")], spreads=True) == []
    take(document("E03", 4), document("E04", SpecialState.DONT_KNOW), document("E05", 0, country="AL"))
    paths = inbox.write_returns(tmp_path / "out", inbox.addressees("2026", spreads=True), spreads=True)
    assert [path.name for path in paths] == [f"queries_drawn_XK_E0{n}.wb6q" for n in (1, 2, 3, 4)]
    shown = [read_return(path.read_bytes(), "sent").spreads[0] for path in paths]
    assert {spread.counts for spread in shown} == {(0, 1, 0, 0, 2, 0)}
    assert [spread.own for spread in shown] == [1, 4, 4, None]


def test_no_file_names_another_expert(inbox, take, tmp_path):
    take(*(document(f"Expert-{n}", n) for n in range(4)))
    keys = inbox.addressees("2026", spreads=True)
    for path, own in zip(inbox.write_returns(tmp_path, keys, spreads=True), keys, strict=True):
        text = path.read_text("utf-8")
        assert own.expert in text
        assert not any(other.expert in text for other in keys if other != own)


def test_codes_that_differ_in_case_get_two_files(inbox, take, tmp_path):
    take(document("E-a", 1), document("e-A", 2), document("c", 3))
    keys = inbox.addressees("2026", spreads=True)
    names = [path.name for path in inbox.write_returns(tmp_path / "out", keys, spreads=True)]
    assert len({name.casefold() for name in names}) == 3


def test_what_moved_after_the_spread(inbox, take, tmp_path):
    take(document("E01", 0), document("E02", 3), document("E03", 3), document("E04", 5))
    keys = inbox.addressees("2026", spreads=True)
    inbox.write_returns(tmp_path / "out", keys, spreads=True)
    assert inbox.moved(inbox.consolidate("2026"))[0].waiting == ("E01", "E02", "E03", "E04")
    take(document("E01", 2, revision=2), document("E02", 3, revision=2), document("E04", 4, revision=2))
    (move,) = inbox.moved(inbox.consolidate("2026"))
    assert [(m.expert, m.before, m.after, m.direction) for m in move.moves] == [
        ("E01", 0, 2, Direction.TOWARDS),
        ("E02", 3, 3, Direction.STAYED),
        ("E04", 5, 4, Direction.TOWARDS),
    ]
    assert (move.waiting, move.moved) == (("E03",), 2)
    assert (move.before.range, move.after.range) == (5, 2)
    assert (move.before.median, move.after.median) == (3.0, 3.0)
    assert (move.before.iqr, move.after.iqr) == (1.25, 0.5)


def test_a_stopped_job_leaves_whole_files_that_are_noted(inbox, take, tmp_path):
    take(*(document(f"E0{n}", n) for n in range(3)))
    keys = inbox.addressees("2026", spreads=True)

    class Stop:
        def step(self, done, total, what=""):
            raise Cancelled

    with pytest.raises(Cancelled):
        inbox.write_returns(tmp_path / "out", keys, spreads=True, progress=Stop())
    (path,) = (tmp_path / "out").iterdir()
    assert read_return(path.read_bytes(), "sent").key == key("E00")
    (move,) = inbox.moved(inbox.consolidate("2026"))
    assert move.waiting == ("E00",)


# Conflicts.


@pytest.fixture
def conflict(take):
    """Revision 1 of E01 in two forms; gives both hashes."""
    take(document(level=3), document(level=4))
    return content_hash(document(level=3)), content_hash(document(level=4))


def scored(inbox):
    return [doc.answers["DRW-1.1"].value for doc in inbox.consolidate("2026").effective.values()]


def test_a_conflict_is_seen_side_by_side(inbox, conflict):
    (found,) = inbox.conflicts("2026")
    assert set(found.documents) == set(conflict)
    assert sorted(found.names.values()) == [("000.json",), ("001.json",)]
    assert found.differing == {"DRW-1.1"}
    (difference,) = found.differences(*conflict)
    assert (difference.ours.value, difference.theirs.value) == (3, 4)
    assert scored(inbox) == []


def test_a_resolution_counts_until_a_later_one(inbox, conflict):
    inbox.resolve(key(), 1, conflict[1], REASON)
    assert scored(inbox) == [4]
    (found,) = inbox.conflicts("2026")
    assert (found.chosen, found.reason) == (conflict[1], REASON)
    inbox.resolve(key(), 1, conflict[0][:12], REASON)
    assert scored(inbox) == [3]
    inbox.revoke_resolution(key(), 1, "It was the wrong mail.")
    assert scored(inbox) == []
    assert [choice.chosen for choice in inbox.choices()] == [conflict[1], conflict[0], ""]
    assert inbox.resolutions() == ()


def test_a_resolved_conflict_is_reported_with_the_files(inbox, conflict):
    inbox.resolve(key(), 1, conflict[1], REASON)
    outcomes = [report.outcome for report in inbox.consolidate("2026").files]
    assert sorted(outcomes) == [Outcome.ACCEPTED, Outcome.SET_ASIDE]


def test_a_later_revision_clears_a_conflict(inbox, take, conflict):
    take(document(level=2, revision=2))
    assert inbox.conflicts("2026") == ()
    assert scored(inbox) == [2]


@pytest.mark.parametrize(
    ("revision", "chosen", "reason", "code"),
    [
        (2, "", REASON, ErrorCode.CONFLICT_UNKNOWN),
        (1, "0" * 64, REASON, ErrorCode.CONFLICT_CHOICE_UNKNOWN),
        (1, "", REASON, ErrorCode.CONFLICT_CHOICE_UNKNOWN),
        (1, None, " ", ErrorCode.RESOLUTION_REASON_MISSING),
    ],
)
def test_a_resolution_needs_a_conflict_a_choice_and_a_reason(
    inbox, conflict, revision, chosen, reason, code
):
    with pytest.raises(AnswerError) as caught:
        inbox.resolve(key(), revision, conflict[0] if chosen is None else chosen, reason)
    assert caught.value.code is code
    assert inbox.choices() == []


def test_nothing_is_revoked_that_was_not_chosen(inbox, conflict):
    with pytest.raises(AnswerError, match="conflict-not-settled"):
        inbox.revoke_resolution(key(), 1, REASON)


def test_a_conflict_can_be_asked_about(inbox, conflict):
    assert ask(inbox).revision == 1
