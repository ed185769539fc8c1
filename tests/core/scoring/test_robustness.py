"""Examples 6 and 7 of methodology 15 from answers to intervals; the same digits in every process."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from tests.core.scoring.example_seven import (
    BOTH,
    FRAMEWORK,
    RECORDS,
    SUBMISSIONS,
    analysis,
    answers,
)
from wb6assess.model.framework import Parameters
from wb6assess.scoring.panels import layout, panel_of, tree_of
from wb6assess.scoring.robustness import Robustness

GOLDEN = "a11d66ceed3613d37591c24dae200ab23cae9bf5c0661de24087e79223d82553"


def digest(region=None) -> str:
    """Every score of every replicate; to 1e-6, since processors differ in the last bits of log."""
    run = (region or analysis()).robustness.replicates
    shown = np.round(np.concatenate([run.overall[:, None], run.domains], axis=1), 6) + 0.0
    return hashlib.sha256(np.ascontiguousarray(shown).tobytes()).hexdigest()


@pytest.fixture(scope="module")
def found():
    return analysis()


@pytest.mark.parametrize(
    ("country", "domain", "low", "high", "certainty", "borderline"),
    [
        ("XA", "", 42.238899913, 59.394780628, 0.949, False),
        ("XB", "", 50.306201645, 52.590164852, 1.0, False),
        ("XA", "D1", 31.525228180, 48.713995419, 0.726, True),
        ("XB", "D1", 48.311860484, 51.192596211, 1.0, False),
        ("XA", "D2", 69.173651366, 92.853222677, 0.592, True),
        ("XB", "D2", 53.559553138, 56.182734279, 1.0, False),
    ],
)
def test_example_7_from_answers_to_intervals(found, country, domain, low, high, certainty, borderline):
    node = found.robustness.node(country, domain)
    assert node.interval == pytest.approx((low, high), abs=1e-9)
    assert round(node.certainty.share, 3) == certainty
    assert found.robustness.is_borderline(node.certainty) is borderline


def test_example_7_points_and_ranks(found):
    countries = found.region.countries
    assert [c.overall.node.published for c in countries.values()] == [Decimal("50.0"), Decimal("51.7")]
    assert [found.robustness.rank_range(code) for code in countries] == [(1, 2), (1, 2)]
    assert found.robustness.not_distinguishable() == (("XA", "XB"),)


def test_example_6_what_to_fix_first_and_the_way_up(found):
    rows = found.priorities("XA")
    assert [row.indicator for row in rows] == ["x1", "x2", "x4", "x6", "x5"]
    assert rows[0].gain == pytest.approx(20.0)
    path = found.path("XA")
    assert (path.steps, path.cut) == (("x1", "x1"), 60)
    assert path.score == pytest.approx(63.333333333)
    assert [row.indicator for row in found.swings("XA")][:2] == ["x1", "x6"]


def test_the_three_sources_are_told_apart(found):
    widths = found.robustness.widths("XA")
    low, high = found.robustness.node("XA").interval
    assert widths.everything == high - low
    assert all(0 < part < widths.everything for part in (widths.weights, widths.aggregation))
    alone = found.robustness.widths("XB", "D2")
    assert alone.experts == pytest.approx(0)  # thrice the same rating, and x6 is validated


def test_another_seed_gives_other_digits():
    other = replace(FRAMEWORK, parameters=Parameters(seed=1))
    assert digest(analysis(other)) != digest()


def test_the_same_digits_in_another_process():
    program = "from tests.core.scoring.test_robustness import digest; print(digest())"
    other = subprocess.run(
        [sys.executable, "-c", program],
        check=True, capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": "7"},
    )  # fmt: skip
    assert other.stdout.strip() == digest() == GOLDEN


def test_the_order_of_experts_does_not_change_a_digit():
    turned = {
        country: {key: list(reversed(given)) for key, given in domains.items()}
        for country, domains in reversed(SUBMISSIONS.items())
    }
    assert digest(analysis(submissions=turned)) == digest()


def test_experts_without_a_score_are_not_drawn():
    more = {**SUBMISSIONS, "XA": {**SUBMISSIONS["XA"], "one": [*SUBMISSIONS["XA"]["one"], ("E0", {})]}}
    assert digest(analysis(submissions=more)) == digest()


def test_a_country_without_experts_has_no_interval_and_draws_its_noise():
    empty = analysis(submissions={"XA": SUBMISSIONS["XA"]}, records=RECORDS[1:2])
    assert empty.robustness.node("XB") is None
    assert empty.robustness.rank_range("XB") is None
    assert empty.robustness.widths("XB") is None
    assert empty.robustness.rank_range("XA") == (1, 1)
    tree = tree_of(FRAMEWORK, layout(FRAMEWORK, BOTH))
    assert len(tree.indicator_weights) == 7
    panel = panel_of(FRAMEWORK, layout(FRAMEWORK, BOTH), empty.region.countries["XB"])
    assert [grid.shape for grid in panel.ratings] == [(0, 4), (0, 3)]


def test_a_domain_without_questionnaire_is_left_out(found):
    one = {"one": BOTH["one"]}
    region = Robustness(FRAMEWORK, one, found.region)
    assert region.node("XA", "D1") is not None


def test_missing_evidence_limits_every_replicate_where_the_framework_says_so():
    capping = replace(FRAMEWORK, parameters=Parameters(evidence_mode="cap"))
    submissions = {"XA": {"one": [("E1", answers(x1=5, x2=5, x3=5, x4=5))], "two": []}}
    found = analysis(capping, submissions, ())
    assert found.region.countries["XA"].domains["D1"].score.node.published == Decimal("40.0")
    low, high = found.robustness.node("XA", "D1").interval
    assert low == pytest.approx(40)
    assert high == pytest.approx(40)
