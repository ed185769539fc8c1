"""What-if figures and leaving an expert out: beside the official score, never in its place."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.scoring.example_seven import BOTH, FRAMEWORK, SUBMISSIONS, analysis, answers
from wb6assess.model.assessment import Answer, Confidence, Evidence
from wb6assess.model.framework import Methods, Parameters
from wb6assess.model.vocabulary import Method
from wb6assess.scoring.country import score_region
from wb6assess.scoring.left_out import without_each_expert
from wb6assess.scoring.tree import NodeStatus
from wb6assess.scoring.whatif import Changes, evidence_versions, what_if

GEOMETRIC = Methods(Method.ARITHMETIC, Method.GEOMETRIC, Method.GEOMETRIC)
WEAKEST = Methods(Method.MIN, Method.MIN, Method.MIN)


@pytest.fixture(scope="module")
def found():
    return analysis()


def overall(found, changes, country="XA"):
    return found.what_if(changes)[country].overall


def test_nothing_changed_changes_nothing(found):
    for country in found.what_if(Changes()).values():
        assert country.overall.changed == country.overall.official
        assert all(node.changed == node.official for node in country.domains.values())
        assert country.overall.difference == 0
    assert Changes().nothing


def test_geometric_aggregation_gives_the_figure_printed_beside_the_score(found):
    beside = overall(found, Changes(methods=GEOMETRIC))
    assert beside.official.published == Decimal("50.0")
    assert beside.changed.published == Decimal("46.8")
    assert beside.difference == Decimal("-3.2")
    assert beside.changed.value == pytest.approx(found.region.countries["XA"].overall.geometric)


def test_the_weakest_link_is_the_lowest_indicator(found):
    beside = overall(found, Changes(methods=WEAKEST))
    assert beside.changed.published == Decimal("0.0")
    assert beside.other_band


def test_another_domain_weight_moves_the_whole_only(found):
    changed = found.what_if(Changes(domain_weights={"D1": 1}))["XA"]
    assert changed.overall.changed.published == Decimal("56.3")  # (37.5 + 75) / 2
    assert {node.difference for node in changed.domains.values()} == {Decimal("0.0")}


def test_another_pillar_weight_moves_its_domain(found):
    changed = found.what_if(Changes(pillar_weights={("D1", "p1"): 1}))["XA"]
    assert changed.domains["D1"].changed.published == Decimal("41.7")  # (33.33 + 50) / 2
    assert changed.domains["D2"].difference == 0


def test_the_mean_moves_what_the_median_held(found):
    changed = found.what_if(Changes(consolidation="mean"))["XA"]
    # x1 40, x2 80/3, x3 100, x4 20/3: p1 106.67/3, p2 53.33.
    assert changed.domains["D1"].changed.value == pytest.approx((3 * (320 / 9) + 160 / 3) / 4)


def test_confidence_weighs_the_surer_expert_more():
    given_ = {"one": [("E1", answers(x1=2, x2=2, x3=2, x4=2))], "two": [("E1", answers(x5=2, x6=2))]}
    sure = {item: Answer(4, confidence=Confidence.HIGH) for item in ("x1", "x2", "x3", "x4")}
    given_["one"].append(("E2", sure))
    found = analysis(submissions={"XA": given_}, records=())
    changed = found.what_if(Changes(consolidation="confidence"))["XA"].domains["D1"]
    assert (changed.official.published, changed.changed.published) == (60, 64)  # (2·40 + 3·80) / 5


def test_what_a_meeting_decided_stays(found):
    changed = found.what_if(Changes(consolidation="mean"))["XB"]
    assert changed.domains["D2"].difference == 0


def test_a_pillar_with_a_method_of_its_own_keeps_it():
    own = replace(BOTH["one"].pillars[0], method=Method.MIN)
    made = {**BOTH, "one": replace(BOTH["one"], pillars=(own, BOTH["one"].pillars[1]))}
    region = score_region(FRAMEWORK, made, SUBMISSIONS)
    changed = what_if(FRAMEWORK, made, region, Changes(methods=Methods(pillar=Method.GEOMETRIC)))
    assert changed["XA"].domains["D1"].official.value == pytest.approx((3 * 20 + 50) / 4)
    assert changed["XA"].domains["D1"].changed.value == pytest.approx((3 * 20 + 101**0.5 - 1) / 4)


LAW = Evidence("law", citation="OG 1")


def capped_region():
    given_ = {
        "one": [
            ("E1", {item: Answer(4, evidence=(LAW,)) for item in ("x1", "x2", "x3", "x4")}),
            ("E2", answers(x1=4, x2=4, x3=4, x4=4)),
        ],
        "two": [("E1", answers(x5=4, x6=4))],
    }
    framework = replace(FRAMEWORK, parameters=Parameters(evidence_mode="cap"))
    return framework, score_region(framework, BOTH, {"XA": given_})


def test_both_versions_where_missing_evidence_limits_the_score():
    framework, region = capped_region()
    both = evidence_versions(framework, BOTH, region)["XA"]
    assert (both.domains["D1"].official.published, both.domains["D1"].changed.published) == (80, 80)
    assert (both.domains["D2"].official.published, both.domains["D2"].changed.published) == (40, 80)
    assert both.overall.difference == Decimal("80.0") - Decimal("66.7")
    flagged = score_region(FRAMEWORK, BOTH, {})
    assert evidence_versions(FRAMEWORK, BOTH, flagged)["XA"].overall.difference is None


def test_without_an_expert_the_evidence_only_this_expert_gave_goes_too():
    framework, region = capped_region()
    rows = {
        row.expert: row for row in without_each_expert(framework, BOTH, region.countries["XA"], "D1")
    }
    assert rows["E1"].without.published == 40
    assert rows["E1"].difference == -40
    assert rows["E2"].difference == 0


def test_leaving_out_each_expert_of_example_7(found):
    rows = {row.expert: row for row in found.without_each_expert("XA", "D1")}
    assert list(rows) == ["E1", "E2", "E3"]
    # Without E1: x1 (60, 20) 40, x2 (20, 40) 30, x3 100, x4 (0, 20) 10: p1 110/3, p2 55.
    assert rows["E1"].without.value == pytest.approx((3 * 110 / 3 + 55) / 4)
    # Without E3: x1 50, x2 20, x3 100, x4 0: p1 40, p2 50.
    assert rows["E3"].without.published == Decimal("42.5")
    assert rows["E3"].difference == Decimal("5.0")


def test_leaving_a_person_out_of_the_whole_leaves_every_domain(found):
    rows = {row.expert: row for row in found.without_each_expert("XA")}
    # E3 alone rates x5, and it keeps no value without: D2 is x6 (80) alone, covered by 3 of 4.
    assert rows["E3"].without.value == pytest.approx((2 * 42.5 + 80) / 3)
    assert rows["E3"].official.published == Decimal("50.0")


def test_without_the_only_expert_there_is_no_score():
    found = analysis(submissions={"XA": {"one": [("E1", answers(x1=1, x2=1, x3=1, x4=1))]}}, records=())
    (row,) = found.without_each_expert("XA", "D1")
    assert row.without.status is NodeStatus.INSUFFICIENT
    assert row.difference is None


changes = st.builds(
    Changes,
    consolidation=st.sampled_from([None, "median", "mean", "confidence"]),
    methods=st.none() | st.builds(Methods, *[st.sampled_from(Method)] * 3),
    evidence_mode=st.sampled_from([None, "flag", "cap"]),
    domain_weights=st.dictionaries(st.sampled_from(["D1", "D2"]), st.integers(0, 9).map(float)),
    pillar_weights=st.dictionaries(
        st.sampled_from([("D1", "p1"), ("D1", "p2"), ("D2", "p3")]), st.integers(0, 9).map(float)
    ),
)


@given(changes)
def test_what_if_is_scoring_with_another_framework_where_nothing_was_decided(given_):
    """The short way over ratings gives what scoring everything anew gives."""
    region = score_region(FRAMEWORK, BOTH, SUBMISSIONS)
    found = what_if(FRAMEWORK, BOTH, region, given_)
    parameters = FRAMEWORK.parameters
    other = replace(
        FRAMEWORK,
        domains=tuple(
            replace(domain, weight=given_.domain_weights.get(domain.id, domain.weight))
            for domain in FRAMEWORK.domains
        ),
        parameters=replace(
            parameters,
            consolidation=given_.consolidation or parameters.consolidation,
            methods=given_.methods or parameters.methods,
            evidence_mode=given_.evidence_mode or parameters.evidence_mode,
        ),
    )
    owner = {"one": "D1", "two": "D2"}
    made = {
        key: replace(
            instrument,
            pillars=tuple(
                replace(p, weight=given_.pillar_weights.get((owner[key], p.id), p.weight))
                for p in instrument.pillars
            ),
        )
        for key, instrument in BOTH.items()
    }
    anew = score_region(other, made, SUBMISSIONS)
    for code, country in anew.countries.items():
        assert found[code].overall.changed == country.overall.node
        assert found[code].overall.official == region.countries[code].overall.node
        for key, domain in country.domains.items():
            assert found[code].domains[key].changed == domain.score.node


def test_the_official_scores_are_not_touched(found):
    before = found.region.countries["XA"].overall
    found.what_if(Changes(methods=WEAKEST, consolidation="mean"))
    assert found.region.countries["XA"].overall is before
