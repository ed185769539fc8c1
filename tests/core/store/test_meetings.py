"""Meetings are kept revision by revision; nothing is overwritten."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError

from tests.core.store.conftest import NOW
from wb6assess.model.decision import Action, ReasonCode
from wb6assess.model.meeting import HalfDecided, Meeting
from wb6assess.store.drafts import load_drafts, put_draft
from wb6assess.store.meeting_table import MeetingDraftRow, MeetingRow
from wb6assess.store.meetings import add_meeting, load_meetings

MEETING = Meeting(
    "M1",
    "2026",
    title="Validation meeting",
    held_on=date(2026, 12, 3),
    chair="Chair",
    present=("First", "Ђурђа"),
    invited=3,
    agenda=(("AL", "FDI-1.1"), ("XK", "CYB-2.1")),
    postponed=(("AL", "FDI-1.1"),),
)


def _save(database, meeting, later=0):
    with database.writing() as connection:
        add_meeting(connection, meeting, NOW + timedelta(minutes=later))


def _load(database):
    with database.reading() as connection:
        return load_meetings(connection)


def test_a_meeting_comes_back_as_it_was_kept(database):
    _save(database, MEETING)
    assert _load(database) == (MEETING,)


def test_the_last_revision_counts_and_the_earlier_one_stays(database):
    _save(database, MEETING)
    changed = replace(MEETING, present=("First",), held_on=None)
    _save(database, changed, later=1)
    assert _load(database) == (changed,)
    with database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(MeetingRow)) == 2


def test_one_id_in_two_rounds_are_two_meetings(database):
    _save(database, MEETING)
    _save(database, replace(MEETING, round="2027"))
    assert [meeting.round for meeting in _load(database)] == ["2026", "2027"]


@pytest.mark.parametrize(
    "change", [update(MeetingRow).values(title="Another"), delete(MeetingRow)], ids=["update", "delete"]
)
def test_a_kept_meeting_cannot_be_changed(database, change):
    _save(database, MEETING)
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(change)


@pytest.mark.parametrize("wrong", [{"id": " "}, {"invited": -1}])
def test_a_meeting_has_a_name_and_no_negative_numbers(wrong):
    with pytest.raises(ValueError, match=r"meeting|people"):
        replace(MEETING, **wrong)


DRAFT = HalfDecided(Action.SET, 2.5, ReasonCode.LATE_EVIDENCE, "Ђурђа reads", "Gazette 12; decree")
HERE, THERE = ("AL", "FDI-1.1"), ("XK", "P1")


def _put(database, place, draft=DRAFT, meeting=MEETING):
    with database.writing() as connection:
        put_draft(connection, meeting, place, draft)


def _drafts(database, meeting=MEETING):
    with database.reading() as connection:
        return dict(load_drafts(connection, meeting))


@pytest.mark.parametrize(
    "draft", [DRAFT, HalfDecided(), HalfDecided(Action.NA, code=ReasonCode.APPLICABILITY)]
)
def test_what_was_half_decided_comes_back_as_it_was_kept(database, draft):
    _put(database, HERE, draft)
    assert _drafts(database) == {HERE: draft}


def test_the_place_looked_at_last_stands_last(database):
    for place in (HERE, THERE, HERE):
        _put(database, place)
    assert list(_drafts(database)) == [THERE, HERE]


def test_meetings_and_rounds_keep_their_own_drafts(database):
    other, next_round = replace(MEETING, id="M2"), replace(MEETING, round="2027")
    _put(database, HERE)
    _put(database, THERE, meeting=other)
    assert (list(_drafts(database)), list(_drafts(database, other))) == ([HERE], [THERE])
    assert _drafts(database, next_round) == {}


def test_a_level_stands_with_set_and_only_there(database):
    _put(database, HERE)
    for wrong in ({"level": None}, {"action": "confirm"}):
        with pytest.raises(IntegrityError), database.writing() as connection:
            connection.execute(update(MeetingDraftRow).values(**wrong))
