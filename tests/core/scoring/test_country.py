"""Countries and the region (methodology 3.5, 5.1-5.2, 14)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from tests.builders import indicator, instrument, pillar
from wb6assess.model.assessment import Answer, SpecialState
from wb6assess.model.instrument import SubIndex
from wb6assess.scoring.country import score_region
from wb6assess.scoring.states import State
from wb6assess.scoring.tree import NodeStatus

ONE = instrument(pillar("P", indicator("a"), indicator("b")), id="one")
TWO = instrument(pillar("Q", indicator("c")), id="two")
FRAMEWORK = builders.framework(ONE, TWO)
BOTH = {"one": ONE, "two": TWO}
DK = Answer(state=SpecialState.DONT_KNOW)


def region(**countries):
    """XX=[(a, b, c), …]: one tuple of levels per expert."""
    submissions = {
        code: {
            "one": [(f"E{n}", {"a": Answer(e[0]), "b": Answer(e[1])}) for n, e in enumerate(experts)],
            "two": [(f"E{n}", {"c": Answer(e[2])}) for n, e in enumerate(experts)],
        }
        for code, experts in countries.items()
    }
    return score_region(FRAMEWORK, BOTH, submissions)


def test_the_score_is_that_of_consolidated_indicators():
    albania = region(AL=[(1, 5, 2), (2, 5, 2), (5, 0, 2)]).countries["AL"]
    assert [albania.domains["ONE"].consensus[item].score for item in "ab"] == [40, 100]
    assert albania.domains["ONE"].score.node.published == Decimal("70.0")
    assert albania.overall.node.published == Decimal("55.0")
    assert albania.domains["ONE"].contributors == {"P": 3}


def test_who_scored_a_part_of_a_pillar_stands_behind_it():
    experts = [("E0", {"a": Answer(3), "b": DK}), ("E1", {"a": DK, "b": Answer(3)}), ("E2", {"a": DK})]
    found = score_region(FRAMEWORK, BOTH, {"AL": {"one": experts}}).countries["AL"].domains["ONE"]
    assert found.contributors == {"P": 2}
    assert found.scoring_experts == {"E0", "E1"}


def test_who_scored_what_does_not_apply_stands_behind_nothing():
    na = Answer(state=SpecialState.NOT_APPLICABLE, justification="A reason that is long enough.")
    experts = [
        ("E0", {"a": Answer(3), "b": DK}),
        ("E1", {"a": na, "b": Answer(3)}),
        ("E2", {"a": na, "b": Answer(3)}),
    ]
    found = score_region(FRAMEWORK, BOTH, {"AL": {"one": experts}}).countries["AL"].domains["ONE"]
    assert found.consensus["a"].state is State.NOT_APPLICABLE
    assert found.contributors == {"P": 2}
    assert found.scoring_experts == {"E1", "E2"}


def test_even_panels_take_half_levels():
    found = region(AL=[(1, 1, 1), (2, 2, 2)]).countries["AL"]
    assert found.domains["ONE"].consensus["a"].score == 30


def test_a_country_without_experts_is_insufficient_not_zero():
    found = region(AL=[(1, 1, 1)]).countries["XK"]
    assert found.overall.node.status is NodeStatus.INSUFFICIENT
    assert found.overall.node.score is None
    assert found.domains["ONE"].consensus["a"].state is State.UNANSWERED


def test_a_missing_core_domain_leaves_the_other_domain_alone():
    found = score_region(
        FRAMEWORK, BOTH, {"AL": {"one": [("E", {"a": Answer(3), "b": Answer(3)})]}}
    ).countries["AL"]
    assert found.domains["ONE"].score.node.published == Decimal("60.0")
    assert found.overall.node.status is NodeStatus.INSUFFICIENT


def test_overall_carries_its_geometric_mean_and_balance_penalty():
    found = region(AL=[(5, 5, 0)]).countries["AL"]
    assert found.overall.node.published == Decimal("50.0")
    assert found.overall.geometric == pytest.approx(101**0.5 - 1)
    assert found.overall.balance_penalty == Decimal("41.0")


def test_the_regional_line_needs_four_countries():
    three = region(AL=[(1, 1, 1)], BA=[(2, 2, 2)], ME=[(3, 3, 3)])
    assert three.overall is None
    four = region(AL=[(1, 1, 1)], BA=[(2, 2, 2)], ME=[(3, 3, 3)], MK=[(5, 5, 5)])
    line = four.overall
    assert (line.mean, line.median, line.minimum, line.maximum, line.spread, line.n) == (
        Decimal("55.0"),
        Decimal("50.0"),
        Decimal("20.0"),
        Decimal("100.0"),
        Decimal("80.0"),
        4,
    )


def test_more_na_than_scores_drops_the_indicator_for_the_country():
    na = Answer(state=SpecialState.NOT_APPLICABLE, justification="A reason that is long enough.")
    experts = [
        ("E1", {"a": na, "b": Answer(2)}),
        ("E2", {"a": na, "b": Answer(2)}),
        ("E3", {"a": Answer(5), "b": DK}),
    ]
    found = score_region(FRAMEWORK, BOTH, {"AL": {"one": experts}}).countries["AL"].domains["ONE"]
    assert found.consensus["a"].state is State.NOT_APPLICABLE
    assert found.score.node.published == Decimal("40.0")


def test_sub_index_of_a_field_takes_the_median_over_experts():
    from wb6assess.model.instrument import Field
    from wb6assess.model.vocabulary import FieldType

    openness = Field("open", FieldType.LEVEL, "Openness", levels=builders.LADDER)
    made = instrument(
        pillar("P", *(indicator(f"i{n}", fields=(openness,)) for n in range(3))),
        indices=(SubIndex("openness", "Openness", field="open"),),
        id="one",
    )
    experts = [
        (f"E{e}", {f"i{n}": Answer(3, fields={"open": level}) for n in range(3)})
        for e, level in enumerate((1, 2, 5))
    ]
    framework = builders.framework(made)
    found = score_region(framework, {"one": made}, {"AL": {"one": experts}}).countries["AL"]
    assert found.domains["ONE"].indices["openness"].published == Decimal("40.0")


levels = st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))


@given(st.lists(levels, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_experts_does_not_matter(experts, shuffler):
    shuffled = list(experts)
    shuffler.shuffle(shuffled)
    first, second = region(AL=experts), region(AL=shuffled)
    assert first.countries["AL"].overall == second.countries["AL"].overall
    assert (
        first.countries["AL"].domains["ONE"].consensus == second.countries["AL"].domains["ONE"].consensus
    )
