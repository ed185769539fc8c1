"""Examples 1 to 3 of methodology 15 as written there."""

from decimal import Decimal

import pytest

from tests import builders
from wb6assess.model.assessment import Answer, Confidence, SpecialState
from wb6assess.model.framework import Methods, Parameters
from wb6assess.model.vocabulary import Method
from wb6assess.scoring.bands import Band, band_of, to_next_band
from wb6assess.scoring.consensus import Agreement, Flag, Rating, consolidate
from wb6assess.scoring.numbers import published
from wb6assess.scoring.scores import score_assessment
from wb6assess.scoring.states import State
from wb6assess.scoring.tree import Child, NodeScore, NodeStatus, _parent, aggregate, balance_penalty

REASON = "Competence lies at entity level only."


def example_one_answers(reason: str = REASON) -> dict[str, Answer]:
    return {
        "a": Answer(4),
        "b": Answer("yes"),
        "c": Answer("yes"),
        "d": Answer(("law", "website")),
        "e": Answer(90),
        "f": Answer(15),
        "g": Answer(state=SpecialState.NOT_APPLICABLE, justification=reason),
        "h": Answer(state=SpecialState.DONT_KNOW),
    }


def test_example_1_states_and_scores(small_instrument):
    scores = score_assessment(small_instrument, example_one_answers(), "AL", Parameters())
    found = {item: (result.state.value, result.score) for item, result in scores.indicators.items()}
    assert found == {
        "a": ("answered", 80),
        "b": ("answered", 100),
        "c": ("answered", 0),
        "d": ("answered", 75),
        "e": ("answered", 60),
        "f": ("answered", 37.5),
        "g": ("not_applicable", None),
        "h": ("dont_know", None),
        "i": ("skipped_exclude", None),
        "j": ("skipped_zero", 0),
    }


def test_example_1_pillar(small_instrument):
    scores = score_assessment(small_instrument, example_one_answers(), "AL", Parameters())
    node = scores.pillars["P"]
    assert node.value == pytest.approx(55.769230769, abs=1e-9)
    assert node.published == Decimal("55.8")
    assert node.band is Band.MODERATE
    assert to_next_band(node.published, Parameters().cuts) == Decimal("4.2")
    assert node.coverage == pytest.approx(0.928571429, abs=1e-9)
    assert scores.progress.completeness == 7 / 8
    assert (scores.progress.done, scores.progress.asked) == (8, 8)
    assert scores.na_shares["P"] == 0.125


def test_example_1_na_without_reason_is_unanswered(small_instrument):
    scores = score_assessment(small_instrument, example_one_answers("n/a"), "AL", Parameters())
    assert scores.indicators["g"].state is State.UNANSWERED
    assert scores.pillars["P"].coverage == 0.8125
    assert scores.pillars["P"].value == pytest.approx(725 / 13, abs=1e-9)


PILLARS = [
    (3.0, NodeScore(NodeStatus.OK, 72.5, 0.9)),
    (2.0, NodeScore(NodeStatus.OK, 0.0, 1.0)),
    (2.0, NodeScore(NodeStatus.INSUFFICIENT, 10.0, 0.55)),
    (1.0, NodeScore(NodeStatus.OK, 41.25, 0.7)),
]


@pytest.mark.parametrize(
    ("method", "value", "shown"),
    [
        (Method.ARITHMETIC, 43.125, "43.1"),
        (Method.GEOMETRIC, 14.999808639, "15.0"),
        (Method.MIN, 0.0, "0.0"),
    ],
)
def test_example_2_three_methods(method, value, shown):
    node = _parent(PILLARS, method, Parameters(methods=Methods(domain=method)))
    assert node.value == pytest.approx(value, abs=1e-9)
    assert str(node.published) == shown
    assert node.coverage == pytest.approx(0.675)
    assert node.status is NodeStatus.OK
    assert node.provisional


def test_example_2_balance_penalty():
    node = _parent(PILLARS, Method.ARITHMETIC, Parameters())
    used = [Child(weight, child.value) for weight, child in PILLARS if child.status is NodeStatus.OK]
    assert balance_penalty(node, aggregate(used, Method.GEOMETRIC)) == Decimal("28.1")


@pytest.mark.parametrize(
    ("x", "shown"),
    [
        (62.25, "62.3"),
        (62.249999999999, "62.3"),
        (62.24999999, "62.2"),
        (59.95, "60.0"),
        (59.949, "59.9"),
        (79.95, "80.0"),
        (19.949999, "19.9"),
        (0.05, "0.1"),
        (-12.25, "-12.3"),
        (-0.0, "0.0"),
        (-0.04, "0.0"),
        (100.0, "100.0"),
    ],
)
def test_example_2_rounding_vector(x, shown):
    assert str(published(x)) == shown


@pytest.mark.parametrize(
    ("x", "band"),
    [(59.95, Band.GOOD), (59.949, Band.MODERATE), (79.95, Band.ADVANCED), (0.0, Band.EARLY)],
)
def test_example_2_bands_follow_the_published_score(x, band):
    assert band_of(published(x), Parameters().cuts) is band


LOW, MEDIUM, HIGH = 1, 2, 3
NA, DK = State.NOT_APPLICABLE, State.DONT_KNOW


def ratings(*given):
    return [
        Rating(item, None, MEDIUM)
        if isinstance(item, State)
        else Rating(State.ANSWERED, 20.0 * item[0], item[1])
        for item in given
    ]


@pytest.mark.parametrize(
    ("given", "n", "median", "mean", "weighted", "spread", "iqr", "share", "agreement", "flags"),
    [
        (((3, 3), (4, 1), (3, 2)), 3, 60, 200 / 3, 190 / 3, 20, 10, 1.0, Agreement.AGREED, ()),
        (
            ((1, 3), (3, 1), (4, 1), (2, 2)),
            4, 50, 50, 40, 60, 30, 0.5, Agreement.DISAGREEMENT, (Flag.DISAGREEMENT,),
        ),
        (
            ((2, 2), (2, 2), (3, 2), (2, 2), (5, 2)),
            5, 40, 56, 56, 60, 20, 0.8, Agreement.DISAGREEMENT, (Flag.DISAGREEMENT,),
        ),
        (
            ((3, 2), NA),
            1, 60, 60, 60, 0, 0, 1.0, None, (Flag.SINGLE_EXPERT, Flag.APPLICABILITY_DISPUTE),
        ),
        (((4, 1), DK, DK), 1, 80, 80, 80, 0, 0, 1.0, None, (Flag.SINGLE_EXPERT, Flag.LOW_KNOWLEDGE)),
    ],
)  # fmt: skip
def test_example_3_consolidation(given, n, median, mean, weighted, spread, iqr, share, agreement, flags):
    found = consolidate(ratings(*given), Parameters())
    assert (found.n, found.state) == (n, State.ANSWERED)
    assert found.score == median
    figures = found.spread
    assert figures.median == pytest.approx(median, abs=1e-9)
    assert figures.mean == pytest.approx(mean, abs=1e-9)
    assert figures.confidence_mean == pytest.approx(weighted, abs=1e-9)
    assert (figures.range, figures.iqr, figures.agree_share) == (spread, iqr, share)
    assert found.agreement is agreement
    assert found.flags == flags


def test_example_3_more_na_than_scores_is_not_applicable():
    found = consolidate(ratings((3, 2), NA, NA), Parameters())
    assert (found.state, found.score, found.n) == (State.NOT_APPLICABLE, None, 1)


def test_confidence_defaults_to_medium():
    assert Confidence.MEDIUM.weight == 2
    assert builders.LADDER[5]
