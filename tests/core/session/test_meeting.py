"""A sitting decides through the one path; nothing computed is overwritten (methodology 5.6)."""

from dataclasses import replace

import pytest

from tests import meetings
from tests.meetings import CONTESTED, EXPERTS, REASON
from wb6assess.errors import AnswerError, ErrorCode, StorageError
from wb6assess.instruments.library import Library
from wb6assess.model.decision import Action, ReasonCode
from wb6assess.model.meeting import HalfDecided, Meeting
from wb6assess.model.query import Query
from wb6assess.reports.meeting.agenda import Selection, agenda_of
from wb6assess.reports.meeting.comment_matrix import Kind, matrix_of
from wb6assess.reports.meeting.minutes import minutes_of
from wb6assess.scoring.decisions import Objection
from wb6assess.session.deciding import DecisionRefusedError, Verdict, decide
from wb6assess.session.desk.drafts import Drafts
from wb6assess.session.meeting import Finding, ground_of, known_meeting
from wb6assess.store import decisions as records
from wb6assess.store import drafts

R5 = ReasonCode.PANEL_CONSENSUS


@pytest.fixture
def library(tmp_path):
    return Library(meetings.questionnaires(tmp_path / "questionnaires"))


@pytest.fixture
def workspace(tmp_path, library):
    with meetings.workspace_at(tmp_path / "workspace", library) as opened:
        meetings.hand_in(opened, tmp_path / "in")
        yield opened


def item(sitting, name):
    return next(found for found in sitting.agenda().items if found.indicator == name)


def same(record):
    """A record without what differs by chance and time."""
    return replace(record, id="", decided_at=meetings.LATER, supersedes=())


def test_the_contested_come_in_order(workspace):
    agenda = meetings.sitting(workspace).agenda()
    assert tuple(found.indicator for found in agenda.items) == CONTESTED


def test_a_sitting_makes_the_record_of_the_use_case(workspace):
    sitting = meetings.sitting(workspace)
    made = sitting.decide(item(sitting, "Q1"), Finding(Action.SET, R5, REASON, 2.0))
    verdict = Verdict("AL", "2026", "Q1", Action.SET, R5, REASON, "M1", 40.0)
    again = decide(workspace, verdict)
    assert same(again) == same(made)
    assert again.supersedes == (made.id,)


def test_the_experts_values_stay(workspace):
    before = workspace.inbox.consolidate("2026").scores.countries["AL"].domains["ONE"]
    sitting = meetings.sitting(workspace)
    sitting.decide(item(sitting, "Q1"), Finding(Action.SET, R5, REASON, 2.0))
    after = workspace.inbox.consolidate("2026").scores.countries["AL"].domains["ONE"]
    assert after.experts_consensus == before.experts_consensus
    assert after.ratings == before.ratings
    assert (after.consensus["Q1"].score, before.consensus["Q1"].score) == (40, 60)


@pytest.mark.parametrize(
    ("finding", "why"),
    [
        (Finding(Action.SET, R5, "Too short.", 2.0), Objection.REASON_TOO_SHORT),
        (Finding(Action.SET, R5, REASON, 5.0), Objection.OUTSIDE_RANGE),
        (Finding(Action.SET, ReasonCode.LATE_EVIDENCE, REASON, 5.0), Objection.OUTSIDE_RANGE),
        (Finding(Action.SET, R5, REASON), Objection.SCORE_MISSING),
        (Finding(Action.REVOKE, R5, REASON), Objection.NOTHING_TO_REVOKE),
    ],
)
def test_what_may_not_be_is_refused_and_not_kept(workspace, finding, why):
    sitting = meetings.sitting(workspace)
    with pytest.raises(DecisionRefusedError) as refused:
        sitting.decide(item(sitting, "Q1"), finding)
    assert refused.value.why is why
    assert workspace.inbox.decisions() == ()


def test_taking_back_adds_a_record(workspace):
    sitting = meetings.sitting(workspace)
    made = sitting.decide(item(sitting, "Q1"), Finding(Action.SET, R5, REASON, 2.5))
    assert item(sitting, "Q1").standing.level == 2.5
    taken = sitting.take_back(item(sitting, "Q1"), "Taken back in the meeting.")
    assert item(sitting, "Q1").standing is None
    assert taken.supersedes == (made.id,)
    assert sitting.records() == (made, taken)


def test_a_pillar_is_confirmed_indicator_by_indicator(workspace):
    sitting = meetings.sitting(workspace)
    rest = next(part for part in sitting.agenda().rest if part.pillar == "P")
    made = sitting.confirm(rest, R5, REASON)
    assert [record.indicator for record in made] == ["Q3", "Q4"]
    assert {record.action for record in made} == {Action.CONFIRM}
    assert [record.score for record in made] == [60, 40]
    assert [part.pillar for part in sitting.agenda().rest] == ["S"]


def test_a_pillar_with_a_short_reason_is_not_confirmed_at_all(workspace):
    sitting = meetings.sitting(workspace)
    with pytest.raises(DecisionRefusedError):
        sitting.confirm(sitting.agenda().rest[0], R5, "Short.")
    assert sitting.records() == ()


def test_a_pillar_whose_last_record_cannot_be_kept_is_not_confirmed_at_all(workspace, monkeypatch):
    sitting = meetings.sitting(workspace)
    rest = next(part for part in sitting.agenda().rest if part.pillar == "P")
    keep = records.add_decision

    def full_at_the_last(connection, record):
        if record.indicator == rest.indicators[-1]:
            raise StorageError(ErrorCode.DISK_FULL, path=".")
        keep(connection, record)

    monkeypatch.setattr(records, "add_decision", full_at_the_last)
    with pytest.raises(StorageError):
        sitting.confirm(rest, R5, REASON)
    assert workspace.inbox.decisions() == ()


HALF = HalfDecided(Action.SET, 2.0, R5, "Half a thought")


def test_what_was_half_decided_is_there_after_a_new_start(workspace, tmp_path, library):
    sitting = meetings.sitting(workspace)
    sitting.keep_draft(("AL", "Q2"), HalfDecided(reason="Later."))
    sitting.keep_draft(("AL", "Q1"), HALF)
    workspace.close()
    with meetings.workspace_at(tmp_path / "workspace", library) as again:
        left = meetings.sitting(again).drafts()
        assert list(left.items())[-1] == (("AL", "Q1"), HALF)
        assert left["AL", "Q2"].reason == "Later."
        assert again.inbox.decisions() == ()


def test_what_cannot_be_stored_waits_for_what_can(workspace, monkeypatch):
    sitting = meetings.sitting(workspace)
    put, full = drafts.put_draft, [True]

    def on_a_full_disk(*args):
        if full[0]:
            raise StorageError(ErrorCode.DISK_FULL, path=".")
        put(*args)

    monkeypatch.setattr(drafts, "put_draft", on_a_full_disk)
    with pytest.raises(StorageError):
        sitting.keep_draft(("AL", "Q1"), HALF)
    assert sitting.drafts() == {("AL", "Q1"): HALF}
    full[0] = False
    sitting.keep_draft(("AL", "Q2"), HalfDecided())
    assert list(Drafts(workspace.inbox._around).left(sitting.meeting)) == [("AL", "Q1"), ("AL", "Q2")]


def test_a_later_revision_makes_a_decision_stale(workspace, tmp_path):
    sitting = meetings.sitting(workspace)
    sitting.decide(item(sitting, "Q1"), Finding(Action.SET, R5, REASON, 2.0))
    changed = {**meetings.LEVELS, "Q1": (2, 4, 3)}
    meetings.hand_in(workspace, tmp_path / "again", changed, revision=2)
    found = item(meetings.sitting(workspace), "Q1")
    assert found.standing.stale
    assert found.contested


def test_a_meeting_is_known_when_it_was_saved_or_decided_something(workspace):
    with pytest.raises(AnswerError) as unknown:
        known_meeting(workspace, "M1", "2026")
    assert unknown.value.code is ErrorCode.MEETING_UNKNOWN
    sitting = meetings.sitting(workspace)
    sitting.decide(item(sitting, "Q1"), Finding(Action.SET, R5, REASON, 2.0))
    assert known_meeting(workspace, "M1", "2026") == Meeting("M1", "2026")
    workspace.inbox.save_meeting(sitting.meeting)
    assert known_meeting(workspace, "M1", "2026") == sitting.meeting


def minutes(workspace, sitting):
    result = workspace.inbox.consolidate("2026")
    return minutes_of(ground_of(result), sitting.meeting, result.decisions)


def test_minutes_tell_before_and_after_and_what_is_left(workspace):
    sitting = meetings.sitting(workspace)
    sitting.decide(item(sitting, "Q1"), Finding(Action.SET, R5, REASON, 2.0))
    sitting.decide(item(sitting, "Q1"), Finding(Action.NA, ReasonCode.APPLICABILITY, REASON))
    sitting.decide(item(sitting, "Q2"), Finding(Action.CONFIRM, R5, REASON))
    sitting.take_back(item(sitting, "Q2"), "Taken back in the meeting.")
    sitting.postpone(("AL", "Q5"), postponed=True)
    found = minutes(workspace, sitting)
    told = [(o.indicator, o.before, o.after) for o in found.outcomes]
    expected = [("Q1", "3", "2"), ("Q1", "2", "N/A"), ("Q2", "2", "2"), ("Q2", "2", "taken back")]
    assert told == expected
    assert found.outcomes[0].remark == "replaced by a later record"
    assert found.outcomes[2].remark == "taken back in this meeting"
    assert [(o.indicator, o.postponed) for o in found.left_open] == [("Q5", True), ("Q2", False)]
    assert found.count(Action.NA) == 1
    assert found.count(Action.SET) == 0


def test_minutes_tell_what_decisions_change_in_a_domain(workspace):
    sitting = meetings.sitting(workspace)
    sitting.decide(item(sitting, "Q1"), Finding(Action.SET, R5, REASON, 1.0))
    (effect,) = minutes(workspace, sitting).effects
    assert (effect.experts, effect.validated, effect.difference) == ("60.0", "55.0", "–5.0")
    assert (effect.up, effect.down, effect.largest) == (0, 1, "Q1 –40.0")
    assert not effect.explain


def test_the_comment_matrix_answers_every_remark_without_names(workspace):
    sitting = meetings.sitting(workspace)
    reason = f"The decree convinced {EXPERTS[0]} and everybody else."
    sitting.decide(item(sitting, "Q1"), Finding(Action.SET, R5, reason, 2.0))
    ground = ground_of(workspace.inbox.consolidate("2026"))
    agenda = agenda_of(ground, Selection(everything=True, settled=True))
    key = next(iter(ground.effective))
    asked = Query("0198c1de-7a00-7000-8000-00000000000a", key, "Q1", "Which article?", meetings.WHEN, 1)
    matrix = matrix_of(ground, agenda, [(asked, f"Article 3, says {EXPERTS[1]}.")])
    rows = [row for row in matrix.rows if row.indicator == "Q1"]
    assert [row.kind for row in rows] == [*[Kind.REMARK] * 3, Kind.QUERY, Kind.DECISION]
    assert {row.changed for row in rows} == {"3 to 2"}
    assert rows[3].reply == "Article 3, says [an expert]."
    assert not [row for row in matrix.rows for code in EXPERTS if code in repr(row)]
    assert not [row for row in matrix.rows if row.indicator == "Q5"]
