"""What hidden figures follow from published means (methodology 12.2)."""

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.builders import indicator
from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Cap, Option
from wb6assess.model.vocabulary import IndicatorType
from wb6assess.reports.region.inference import Sum, determined, follows, pinned
from wb6assess.reports.region.possible_scores import possible_scores
from wb6assess.scoring.consensus import Rating, consolidate
from wb6assess.scoring.states import State

LEVELS = (0.0, 20.0, 40.0, 60.0, 80.0, 100.0)
TWO = {"a": LEVELS, "b": LEVELS}


def total(weights, values, slack=0.1):
    return Sum(weights, sum(weights[part] * values[part] for part in weights), slack)


def test_a_single_hidden_part_of_a_mean_can_be_computed():
    assert determined([{"a": 2, "b": 1}], ["a"]) == {"a"}
    assert determined([{"a": 2, "b": 1}], ["a", "b"]) == frozenset()


def test_two_means_over_the_same_two_parts_give_both_away():
    assert determined([{"a": 2, "b": 1}, {"a": 1, "b": 1}], ["a", "b"]) == {"a", "b"}
    assert determined([{"a": 2, "b": 2}, {"a": 1, "b": 1}], ["a", "b"]) == frozenset()


def test_a_hidden_mean_follows_where_it_is_a_difference_of_published_ones():
    whole, without = {"a": 1, "b": 1, "c": 2}, {"c": 1}
    assert follows([whole, without], {"a": 3, "b": 3}, ["a", "b", "c"])
    assert not follows([whole, without], {"a": 3, "b": 2}, ["a", "b", "c"])
    assert not follows([whole], {"c": 1}, ["a", "b", "c"])
    assert not follows([whole], {"d": 1}, ["a", "b", "c"])  # nothing in it is hidden


@pytest.mark.parametrize("end", [0.0, 100.0])
def test_a_sum_at_its_end_gives_every_part_away(end):
    assert pinned([total({"a": 1, "b": 1}, {"a": end, "b": end})], TWO) == {"a", "b"}


def test_a_sum_between_gives_nothing_away():
    assert pinned([total({"a": 1, "b": 1}, {"a": 20, "b": 60})], TWO) == frozenset()


def test_unlike_weights_give_both_away_although_no_equation_does():
    assert pinned([total({"a": 1, "b": 7}, {"a": 20, "b": 60})], TWO) == {"a", "b"}


def test_one_sum_strikes_out_what_another_left():
    choices = {**TWO, "c": LEVELS}
    first = total({"a": 1, "b": 1}, {"a": 0, "b": 0})
    second = total({"b": 1, "c": 1}, {"b": 0, "c": 60})
    assert pinned([second], choices) == frozenset()
    assert pinned([second, first], choices) == {"a", "b", "c"}


def test_many_hidden_parts_are_told_by_the_ends_alone():
    parts = [f"p{n}" for n in range(12)]
    weights, choices = dict.fromkeys(parts, 1.0), dict.fromkeys(parts, LEVELS)
    assert pinned([total(weights, dict.fromkeys(parts, 0.0))], choices) == set(parts)
    between = {part: 20.0 if part == "p0" else 0.0 for part in parts}
    assert pinned([total(weights, between)], choices) == frozenset()


def test_what_has_one_value_anyway_is_no_news():
    assert pinned([total({"a": 1}, {"a": 0})], {"a": [0.0]}) == frozenset()


drawn = st.lists(
    st.tuples(st.sampled_from([1, 1, 2, 3, 5]), st.sampled_from(LEVELS)), min_size=1, max_size=4
)


@given(drawn)
def test_what_is_said_to_follow_is_what_trying_everything_finds(parts):
    names = [str(place) for place in range(len(parts))]
    weights = dict(zip(names, (weight for weight, _ in parts), strict=True))
    values = dict(zip(names, (value for _, value in parts), strict=True))
    found = total(weights, values)
    ways = [
        way
        for way in itertools.product(LEVELS, repeat=len(names))
        if abs(sum(weights[name] * value for name, value in zip(names, way, strict=True)) - found.total)
        <= 0.1
    ]
    alone = {name for place, name in enumerate(names) if len({way[place] for way in ways}) == 1}
    assert pinned([found], dict.fromkeys(names, LEVELS)) == alone


single = indicator(
    "s",
    IndicatorType.SINGLE,
    options=(Option("x", "X", 0.0), Option("y", "Y", 35.0), Option("z", "Z", 100.0)),
)
KINDS = [
    (indicator("l"), LEVELS),
    (indicator("y", IndicatorType.YESNO), (0.0, 100.0)),
    (single, (0.0, 35.0, 100.0)),
]


@pytest.mark.parametrize("rule", ["median", "mean", "confidence"])
@given(data=st.data(), kind=st.sampled_from(KINDS), experts=st.integers(1, 2))
def test_every_score_two_experts_can_make_is_thought_of(rule, data, kind, experts):
    asked, scores = kind
    ratings = [
        Rating(State.ANSWERED, data.draw(st.sampled_from(scores)), data.draw(st.integers(1, 3)))
        for _ in range(experts)
    ]
    parameters = Parameters(consolidation=rule)
    value = consolidate(ratings, parameters).score
    assume(value is not None)
    possible = possible_scores(asked, experts, parameters, decided=False)
    assert min(abs(value - one) for one in possible) < 1e-9


def test_caps_and_the_limit_of_evidence_are_among_the_scores():
    capped = indicator("y", IndicatorType.YESNO, caps=(Cap(None, 3, "why"),))
    assert possible_scores(capped, 1, Parameters(), decided=False) == {0.0, 60.0, 100.0}
    limited = Parameters(evidence_mode="cap")
    assert possible_scores(capped, 1, limited, decided=False) == {0.0, 40.0, 60.0, 100.0}
