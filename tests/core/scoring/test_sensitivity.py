"""Example 6 of methodology 15."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.builders import indicator, instrument, pillar
from tests.core.scoring.example_seven import FRAMEWORK, ONE, analysis
from wb6assess.model.framework import Domain, Methods, Parameters
from wb6assess.model.vocabulary import Method
from wb6assess.scoring.numbers import published
from wb6assess.scoring.robustness import OVERALL
from wb6assess.scoring.sensitivity import (
    Branch,
    domain_swings,
    overall_priorities,
    overall_weights,
    score_branches,
    shortest_path,
    swings,
)
from wb6assess.scoring.states import IndicatorScore, State
from wb6assess.scoring.tree import domain_score

PARAMETERS = Parameters()
D1 = instrument(
    pillar("p1", indicator("x1", weight=2), indicator("x2"), weight=3),
    pillar("p2", indicator("x3"), indicator("x4"), weight=1),
    id="one",
)
D2 = instrument(
    pillar("p3", indicator("x5"), indicator("x6", weight=3), indicator("x7", weight=0)), id="two"
)


def results(**scores):
    return {
        key: IndicatorScore(State.ANSWERED, float(score), float(score)) for key, score in scores.items()
    }


UNKNOWN = {"x2": IndicatorScore(State.DONT_KNOW)}
NOTHING = {item: IndicatorScore(State.UNANSWERED) for item in ("x1", "x3", "x4")}
BRANCHES = (
    Branch(Domain("D1", "one", 2), D1, results(x1=40, x2=20, x3=100, x4=0)),
    Branch(Domain("D2", "two", 1), D2, results(x5=60, x6=80, x7=0)),
)


def test_scores():
    overall = score_branches(BRANCHES, PARAMETERS)
    assert overall.node.published == Decimal("50.0")
    assert published(overall.geometric) == Decimal("46.8")
    assert overall.balance_penalty == Decimal("3.2")


def test_effective_weights_sum_to_one_and_recompute_the_score():
    weights = overall_weights(BRANCHES, PARAMETERS)
    assert sum(weights.values()) == pytest.approx(1)
    scores = {item: r.score for branch in BRANCHES for item, r in branch.results.items()}
    assert sum(weight * scores[item] for item, weight in weights.items()) == pytest.approx(50)


def test_gap_ranking():
    rows = overall_priorities(BRANCHES, PARAMETERS)
    assert [(r.indicator, r.gap) for r in rows] == [
        ("x1", 60), ("x2", 80), ("x4", 100), ("x6", 20), ("x5", 40),
    ]  # fmt: skip
    assert [r.gain for r in rows] == pytest.approx([20, 40 / 3, 25 / 3, 5, 10 / 3])
    assert [r.weight for r in rows] == pytest.approx([1 / 3, 1 / 6, 1 / 12, 1 / 4, 1 / 12])


def test_swings():
    found = {row.indicator: row for row in swings(BRANCHES, PARAMETERS)}
    assert {key: row.swing for key, row in found.items()} == pytest.approx(
        {"x1": 13.333333, "x6": 10.0, "x2": 6.666667, "x5": 3.333333, "x3": 1.666667, "x4": 1.666667},
        abs=1e-6,
    )
    assert list(found) == ["x1", "x6", "x2", "x5", "x3", "x4"]
    assert (found["x4"].down, found["x4"].up) == (0, pytest.approx(1.666667, abs=1e-6))
    assert found["x3"].removed == pytest.approx(-8.333333, abs=1e-6)


def test_swings_of_a_domain_are_those_of_its_own_score():
    found = {row.indicator: row for row in domain_swings(BRANCHES[0], PARAMETERS)}
    assert list(found) == ["x1", "x2", "x3", "x4"]
    assert found["x1"].swing == pytest.approx(20)  # eff 1/2 in D1, 40 points between the levels
    assert found["x1"].removed == pytest.approx((3 * 20 + 50) / 4 - 37.5)
    assert found["x4"].removed == pytest.approx((100 + 100) / 4 - 37.5)


def test_what_is_removed_until_nothing_is_published_has_no_figure():
    branch = Branch(Domain("D", "one", 1), D1, results(x1=40, x3=100, x4=0) | UNKNOWN)
    found = {row.indicator: row for row in domain_swings(branch, PARAMETERS)}
    assert found["x1"].removed is None


def test_without_a_score_there_is_nothing_to_swing():
    nothing = Branch(Domain("D", "one", 1, core=True), D1, {**UNKNOWN, **NOTHING})
    assert domain_swings(nothing, PARAMETERS) == ()
    assert swings([nothing], PARAMETERS) == ()


def test_shortest_path():
    scores = {item: r.score for branch in BRANCHES for item, r in branch.results.items()}
    path = shortest_path(Decimal("50.0"), scores, overall_weights(BRANCHES, PARAMETERS), PARAMETERS.cuts)
    assert (path.cut, path.steps) == (60, ("x1", "x1"))
    assert path.score == pytest.approx(63.333333, abs=1e-6)
    assert path.levels == ((40, 60), (60, 80))
    assert path.running == pytest.approx((56.666667, 63.333333), abs=1e-6)


def test_no_path_from_the_top_band_or_out_of_reach():
    assert shortest_path(Decimal("85.0"), {"a": 85}, {"a": 1}, PARAMETERS.cuts) is None
    assert shortest_path(Decimal("10.0"), {"a": 10, "b": 0}, {"a": 0.1, "b": 0}, PARAMETERS.cuts) is None


@pytest.mark.parametrize("method", [Method.GEOMETRIC, Method.MIN])
def test_a_path_ends_where_the_score_itself_reaches_the_band(method):
    framework = replace(FRAMEWORK, parameters=Parameters(methods=Methods(domain=method)))
    found = analysis(framework)
    for domain in (OVERALL, "D1"):
        node = found.region.countries["XA"]
        now = (node.domains[domain].score if domain else node.overall).node
        path = found.path("XA", domain)
        assert path.steps
        assert published(path.running[0]) < path.cut or len(path.steps) == 1
        assert now.published < path.cut <= published(path.score)
        raised = risen(found.branches("XA"), path)
        again = score_branches(raised, framework.parameters).node
        if domain:
            again = domain_score(ONE, raised[0].results, framework.parameters).node
        assert again.score == pytest.approx(path.score)


def risen(branches, path):
    last = {item: after for item, (_, after) in zip(path.steps, path.levels, strict=True)}
    return [
        replace(
            branch,
            results={
                item: replace(result, score=last.get(item, result.score))
                for item, result in branch.results.items()
            },
        )
        for branch in branches
    ]
