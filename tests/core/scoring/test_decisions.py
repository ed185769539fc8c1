"""Validation records (methodology 5.6, 9.4; example 3's last line)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.model.framework import Parameters
from wb6assess.scoring.consensus import Agreement, Rating, consolidate
from wb6assess.scoring.decisions import (
    Objection,
    basis_hash,
    decided,
    in_force,
    is_stale,
    objection,
)
from wb6assess.scoring.states import State

REASON = "Discussed with the register of 2026 at hand."


def record(name="d1", action=Action.SET, score=40.0, code=ReasonCode.PANEL_CONSENSUS, **more):
    given_ = {"reason": REASON, "score": score if action is Action.SET else None, **more}
    return Decision(name, "XK", "2026", "fdi", "2026.1", "I2", action, code, **given_)


def ratings(*levels):
    return [Rating(State.ANSWERED, 20.0 * level, 2) for level in levels]


RATED = ratings(1, 3, 4, 2)
CONSENSUS = consolidate(RATED, Parameters())


def test_example_3_the_meeting_sets_i2_to_level_2():
    final = decided(CONSENSUS, record())
    assert (final.state, final.score) == (State.VALIDATED, 40)
    assert final.score - CONSENSUS.score == -10
    assert final.agreement is Agreement.DISAGREEMENT
    assert final.spread == CONSENSUS.spread


def test_confirm_keeps_the_value_and_na_takes_it_away():
    assert decided(CONSENSUS, record(action=Action.CONFIRM)).score == 50
    assert decided(CONSENSUS, record(action=Action.NA)).state is State.NOT_APPLICABLE
    assert decided(CONSENSUS, None) is CONSENSUS


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (record(), None),
        (record(reason="too short"), Objection.REASON_TOO_SHORT),
        (record(score=None), Objection.SCORE_MISSING),
        (record(score=100.0), Objection.OUTSIDE_RANGE),
        (record(score=100.0, code=ReasonCode.FACTUAL_ERROR), Objection.OUTSIDE_RANGE),
        (record(score=100.0, evidence_refs=("OG 1/2026",)), Objection.OUTSIDE_RANGE),
        (record(score=100.0, code=ReasonCode.LATE_EVIDENCE, evidence_refs=("OG 1/2026",)), None),
        (record(action=Action.REVOKE), Objection.NOTHING_TO_REVOKE),
        (record(action=Action.REVOKE, supersedes=("d0",)), None),
        (record(action=Action.CONFIRM), None),
    ],
)
def test_objections(decision, why):
    assert objection(decision, RATED, CONSENSUS) is why


@pytest.mark.parametrize(("length", "why"), [(19, Objection.REASON_TOO_SHORT), (20, None)])
def test_twenty_characters_are_reason_enough(length, why):
    given_ = replace(record(), reason=f"  {'x' * length}  ")
    assert objection(given_, RATED, CONSENSUS) is why


def test_who_does_not_know_widens_no_range():
    unsure = [*RATED, Rating(State.DONT_KNOW, None, 2)]
    assert objection(record(score=20.0), unsure, CONSENSUS) is None
    assert objection(record(score=0.0), unsure, CONSENSUS) is Objection.OUTSIDE_RANGE


def test_nothing_can_be_confirmed_where_nobody_rated():
    nobody = consolidate([], Parameters())
    assert objection(record(action=Action.CONFIRM), [], nobody) is Objection.NOTHING_TO_CONFIRM


def test_two_active_records_conflict_and_neither_applies():
    found = in_force([record("d1"), record("d2", score=60.0)])
    assert found.decisions == {}
    assert [r.id for r in found.conflicts["XK", "2026", "I2"]] == ["d1", "d2"]


def test_a_later_record_replaces_what_it_names_and_a_revocation_only_takes_away():
    first, second = record("d1"), record("d2", score=60.0, supersedes=("d1",))
    assert in_force([first, second]).decisions["XK", "2026", "I2"] == second
    gone = record("d3", action=Action.REVOKE, supersedes=("d2",))
    assert in_force([first, second, gone]).decisions == {}


def test_a_record_is_stale_when_the_ratings_changed():
    seen = {"E1": RATED[0], "E2": RATED[1]}
    decision = record(basis_hash=basis_hash(seen))
    assert not is_stale(decision, dict(reversed(seen.items())))
    assert is_stale(decision, {**seen, "E2": replace(RATED[1], score=0.0)})
    assert not is_stale(record(), seen)


def test_of_records_that_agree_one_on_todays_ratings_counts_then_one_with_references():
    old, bare = record("d1", evidence_refs=("OG 1/2026",)), record("d2")
    backed = record("d3", evidence_refs=("OG 2/2026",))
    cell = ("XK", "2026", "I2")
    assert in_force([old, bare, backed]).decisions[cell] == old
    assert in_force([old, bare, backed], stale={"d1"}).decisions[cell] == backed
    assert in_force([old, bare], stale={"d1"}).decisions[cell] == bare
    assert in_force([old], stale={"d1"}).decisions[cell] == old


records = st.lists(
    st.builds(
        record,
        name=st.sampled_from([f"d{n}" for n in range(6)]),
        score=st.sampled_from([20.0, 40.0, 60.0]),
        supersedes=st.lists(st.sampled_from([f"d{n}" for n in range(6)]), max_size=2).map(tuple),
    ),
    max_size=8,
    unique_by=lambda decision: decision.id,
)


@given(records, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(given_, shuffler):
    shuffled = given_ + given_[:3]
    shuffler.shuffle(shuffled)
    assert in_force(shuffled) == in_force(given_)
