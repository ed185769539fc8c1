"""What hidden figures follow from published means (methodology 12.2)."""

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.builders import indicator
from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Cap, Option
from wb6assess.model.vocabulary import IndicatorType
from wb6assess.reports.region.inference import Sum, certain, determined, follows
from wb6assess.reports.region.possible_scores import possible_scores
from wb6assess.scoring.consensus import Rating, consolidate
from wb6assess.scoring.states import State

LEVELS = (0.0, 20.0, 40.0, 60.0, 80.0, 100.0)
ROOM = (-0.1, 0.1)


def certain_parts(values, *weights):
    """Parts nobody can doubt, where these sums are known and every part has a level."""
    sums = [Sum(found, ROOM) for found in weights]
    choices = dict.fromkeys(values, LEVELS)
    return {part for part in values if certain(part, sums, choices, values)}


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
    assert certain_parts({"a": end, "b": end}, {"a": 1, "b": 1}) == {"a", "b"}


def test_a_sum_between_gives_nothing_away():
    assert certain_parts({"a": 20, "b": 60}, {"a": 1, "b": 1}) == set()


def test_unlike_weights_give_both_away_although_no_equation_does():
    assert certain_parts({"a": 20, "b": 60}, {"a": 1, "b": 7}) == {"a", "b"}


def test_sums_that_share_parts_are_looked_at_together():
    values = {"a": 20, "b": 60, "c": 40, "d": 40}
    pillars = {"a": 1, "b": 1}, {"c": 1, "d": 1}
    assert certain_parts(values, *pillars, {"a": 1, "c": 1}, {"b": 1, "d": 1}) == set()
    assert certain_parts(values, *pillars, {"a": 1, "c": 7}) == {"a", "b", "c", "d"}


def test_what_lies_within_the_rounding_leaves_room_for_doubt():
    values, choices = {"a": 20.0, "b": 60.0}, dict.fromkeys("ab", LEVELS)
    weights = {"a": 1.0, "b": 1.01}
    assert certain("a", [Sum(weights, (-0.1, 0.1))], choices, values)
    assert not certain("a", [Sum(weights, (-0.3, 0.3))], choices, values)


def test_many_hidden_parts_are_told_by_the_ends_alone():
    parts = [f"p{n}" for n in range(12)]
    weights = dict.fromkeys(parts, 1.0)
    assert certain_parts(dict.fromkeys(parts, 0.0), weights) == set(parts)
    assert certain_parts({part: 20.0 if part == "p0" else 0.0 for part in parts}, weights) == set()


drawn = st.lists(
    st.tuples(st.sampled_from([1, 1, 2, 3, 5]), st.sampled_from(LEVELS)), min_size=1, max_size=4
)


@given(drawn)
def test_what_trying_everything_finds_certain_is_said_to_be(parts):
    names = [str(place) for place in range(len(parts))]
    weights = dict(zip(names, (weight for weight, _ in parts), strict=True))
    values = dict(zip(names, (value for _, value in parts), strict=True))
    total = sum(weight * value for weight, value in parts)
    ways = [
        way
        for way in itertools.product(LEVELS, repeat=len(names))
        if abs(sum(weights[name] * value for name, value in zip(names, way, strict=True)) - total) < 0.1
    ]
    alone = {name for place, name in enumerate(names) if len({way[place] for way in ways}) == 1}
    assert certain_parts(values, weights) == alone


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
