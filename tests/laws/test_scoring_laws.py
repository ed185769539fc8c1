"""Property tests of methodology 16 that concern one tree."""

import math
import random
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import indicator, instrument, pillar
from wb6assess.model.assessment import Answer, SpecialState
from wb6assess.model.framework import Parameters
from wb6assess.model.vocabulary import Method
from wb6assess.scoring.numbers import published, snapped
from wb6assess.scoring.scores import score_assessment
from wb6assess.scoring.states import AnswerSheet
from wb6assess.scoring.tree import Child, NodeStatus, aggregate, domain_score

children = st.lists(
    st.builds(
        Child,
        st.floats(0.001, 1000, allow_nan=False),
        st.floats(0, 100, allow_nan=False),
    ),
    min_size=1,
    max_size=12,
)


@given(children)
def test_weakest_link_below_geometric_below_arithmetic(kids):
    k, g, a = (aggregate(kids, m) for m in (Method.MIN, Method.GEOMETRIC, Method.ARITHMETIC))
    assert k <= g + 1e-9
    assert g <= a + 1e-9
    assert 0 <= k <= a <= 100


@given(children, st.floats(0.01, 100))
def test_scaling_all_weights_changes_nothing(kids, factor):
    scaled = [Child(kid.weight * factor, kid.score) for kid in kids]
    for method in Method:
        assert math.isclose(aggregate(kids, method), aggregate(scaled, method), abs_tol=1e-9)


trees = st.lists(
    st.tuples(
        st.integers(1, 30),
        st.lists(st.tuples(st.integers(1, 5), st.integers(0, 5)), min_size=1, max_size=6),
    ),
    min_size=1,
    max_size=5,
)


def build(tree):
    made = instrument(
        *(
            pillar(
                f"P{p}",
                *(indicator(f"i{p}.{i}", weight=w) for i, (w, _) in enumerate(items)),
                weight=weight,
            )
            for p, (weight, items) in enumerate(tree)
        )
    )
    answers = {
        f"i{p}.{i}": Answer(level)
        for p, (_, items) in enumerate(tree)
        for i, (_, level) in enumerate(items)
    }
    return made, answers


def random_tree(draw):
    return [
        (
            draw.randint(1, 30),
            [(draw.randint(1, 5), draw.randint(0, 5)) for _ in range(draw.randint(1, 6))],
        )
        for _ in range(draw.randint(1, 5))
    ]


def test_published_scores_equal_rational_arithmetic_in_ten_thousand_trees():
    draw = random.Random(20240601)
    for _ in range(10_000):
        assert_exact(random_tree(draw))


def assert_exact(tree):
    made, answers = build(tree)
    total = sum(weight for weight, _ in tree)
    exact = sum(
        Fraction(weight, total)
        * Fraction(sum(w * 20 * level for w, level in items), sum(w for w, _ in items))
        for weight, items in tree
    )
    sheet = AnswerSheet(made, answers, "AL")
    results = {item: sheet.score(item) for item in made.by_id}
    node = domain_score(made, results, Parameters()).node
    tenths = (2 * exact * 10 + 1) // 2  # half up; scores are never negative
    assert node.published * 10 == tenths


@given(trees, st.data())
def test_raising_one_answer_never_lowers_any_score(tree, data):
    made, answers = build(tree)
    item = data.draw(st.sampled_from(sorted(answers)))
    raised = {**answers, item: Answer(min(5, answers[item].value + 1))}
    before = score_assessment(made, answers, "AL", Parameters())
    after = score_assessment(made, raised, "AL", Parameters())
    for key, node in before.pillars.items():
        assert snapped(after.pillars[key].value) >= snapped(node.value)
    assert snapped(after.domain.value) >= snapped(before.domain.value)
    assert after.geometric >= before.geometric - 1e-9


@given(trees, st.data())
def test_dont_know_in_place_of_an_answer_leaves_the_others_mean_or_nothing(tree, data):
    made, answers = build(tree)
    item = data.draw(st.sampled_from(sorted(answers)))
    unknown = {**answers, item: Answer(state=SpecialState.DONT_KNOW)}
    rest = {key: value for key, value in answers.items() if key != item}
    with_dk = score_assessment(made, unknown, "AL", Parameters()).domain
    without = score_assessment(made, rest, "AL", Parameters()).domain
    assert with_dk == without  # saying so costs no more than silence
    if with_dk.status is NodeStatus.OK:
        assert 0 <= with_dk.value <= 100


@given(trees)
def test_effective_weights_recompute_the_score(tree):
    made, answers = build(tree)
    scores = score_assessment(made, answers, "AL", Parameters())
    assert math.isclose(sum(scores.effective.values()), 1)
    again = sum(w * scores.indicators[item].score for item, w in scores.effective.items())
    assert math.isclose(again, scores.domain.value, abs_tol=1e-9)


@given(st.floats(-1e6, 1e6, allow_nan=False), st.integers(0, 4))
def test_rounding_moves_at_most_half_a_step_and_is_stable(x, digits):
    shown = published(x, digits)
    assert abs(float(shown) - x) <= 0.5 * 10**-digits + 1e-9
    assert published(float(shown), digits) == shown
    assert published(-x, digits) == -shown


@given(trees)
def test_scoring_does_not_change_its_input(tree):
    made, answers = build(tree)
    copy = {key: replace(value) for key, value in answers.items()}
    score_assessment(made, answers, "AL", Parameters())
    assert answers == copy
