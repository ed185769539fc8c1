"""Behind a cell of the heat map: every indicator with every expert's rating."""

from dataclasses import replace

import pytest

from tests.core.reports.desk.three_experts import EXPERTS, MADE, region
from wb6assess.model.assessment import Answer
from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.reports.desk.drill import Rated, drill_rows
from wb6assess.scoring.states import State

SETTLED = Decision(
    "d1", "AL", "2026", "drawn", "2026.1", "b", Action.SET, ReasonCode.PANEL_CONSENSUS,
    "Agreed after reading the register.", 60.0,
)  # fmt: skip


def rows(*records, experts=EXPERTS):
    domain = region(*records, experts=experts).countries["AL"].domains["DRAWN"]
    return {row.indicator.id: row for row in drill_rows(domain, MADE.indicators())}


def test_rows_follow_the_indicators_asked_for():
    domain = region().countries["AL"].domains["DRAWN"]
    picked = [MADE.by_id["c"], MADE.by_id["a"]]
    assert [row.indicator.id for row in drill_rows(domain, picked)] == ["c", "a"]


def test_every_expert_stands_with_state_score_and_value():
    found = rows()["c"].ratings
    assert found == {
        "E1": Rated(State.ANSWERED, 60.0, 3, apart=False),
        "E2": Rated(State.DONT_KNOW, None, None, apart=False),
        "E3": Rated(State.DONT_KNOW, None, None, apart=False),
    }


def test_an_expert_stands_apart_beyond_one_level_from_the_median():
    found = rows()["b"].ratings  # scores 0, 40, 100 around 40
    assert {expert: rated.apart for expert, rated in found.items()} == {
        "E1": True,
        "E2": False,
        "E3": True,
    }


def test_one_level_exactly_is_not_apart():
    near = {f"E{n}": {**EXPERTS["E1"], "b": Answer(n)} for n in (1, 2, 3)}
    assert not any(rated.apart for rated in rows(experts=near)["b"].ratings.values())


def test_urgency_is_effective_weight_times_range():
    assert {item: row.urgency for item, row in rows().items()} == pytest.approx(
        {"a": 0.0, "b": 0.5 * 100, "c": 0.0}
    )


def test_what_a_meeting_decided_stands_beside_the_experts():
    row = rows(SETTLED)["b"]
    assert (row.experts.score, row.final.score, row.final.state) == (40.0, 60.0, State.VALIDATED)
    assert (row.decided, row.stale) == (True, False)
    assert not rows(SETTLED)["a"].decided


def test_ratings_that_changed_since_make_the_record_stale():
    row = rows(replace(SETTLED, basis_hash="0" * 64))["b"]
    assert (row.decided, row.stale) == (True, True)


@pytest.mark.parametrize(
    ("score", "value", "capped"),
    [(40.0, 3, True), (60.0, 3, False), (None, 3, False), (40.0, "x", False)],
)
def test_capped_is_a_level_that_counts_lower_than_chosen(score, value, capped):
    assert Rated(State.ANSWERED, score, value, apart=False).capped is capped
