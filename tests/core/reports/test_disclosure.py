"""Disclosure control of public outputs (methodology 12.2, example 8)."""

import pytest

from tests import builders
from wb6assess.model.assessment import Answer, SpecialState
from wb6assess.reports.region.disclosure import Cell, Figure, country_disclosure, disclose, primary
from wb6assess.scoring.country import score_region
from wb6assess.scoring.tree import NodeStatus

OK, INSUFFICIENT = NodeStatus.OK, NodeStatus.INSUFFICIENT
DOMAIN = Figure("D", 1, OK, 4)


def test_example_8_suppresses_a_second_pillar_of_smaller_weight():
    pillars = [
        Figure("p1", 3, OK, 4),
        Figure("p2", 2, OK, 2),
        Figure("p3", 1, OK, 4),
        Figure("p4", 1, INSUFFICIENT, 1),
    ]
    domain, cells = disclose(DOMAIN, pillars, 3)
    assert domain is Cell.SHOWN
    assert cells == {
        "p1": Cell.SHOWN,
        "p2": Cell.CONFIDENTIAL,
        "p3": Cell.CONFIDENTIAL,
        "p4": Cell.INSUFFICIENT,
    }


def test_the_pillar_with_fewest_experts_protects_the_hidden_one():
    pillars = [Figure("p1", 1, OK, 2), Figure("p2", 1, OK, 5), Figure("p3", 9, OK, 3)]
    assert disclose(DOMAIN, pillars, 3)[1]["p3"] is Cell.CONFIDENTIAL


def test_two_hidden_pillars_need_no_third():
    pillars = [Figure("p1", 1, OK, 2), Figure("p2", 1, OK, 1), Figure("p3", 1, OK, 3)]
    assert disclose(DOMAIN, pillars, 3)[1]["p3"] is Cell.SHOWN


def test_without_another_shown_pillar_the_domain_is_hidden():
    pillars = [Figure("p1", 1, OK, 2), Figure("p2", 1, INSUFFICIENT, 4)]
    domain, cells = disclose(DOMAIN, pillars, 3)
    assert domain is Cell.CONFIDENTIAL
    assert cells["p2"] is Cell.INSUFFICIENT


def test_nothing_more_is_hidden_under_a_domain_without_a_score():
    pillars = [Figure("p1", 1, OK, 2), Figure("p2", 1, OK, 3)]
    domain, cells = disclose(Figure("D", 1, INSUFFICIENT, 3), pillars, 3)
    assert domain is Cell.INSUFFICIENT
    assert cells["p2"] is Cell.SHOWN


@pytest.mark.parametrize(
    ("figure", "cell"),
    [
        (Figure("a", 1, OK, 3), Cell.SHOWN),
        (Figure("a", 1, OK, 2), Cell.CONFIDENTIAL),
        (Figure("a", 1, OK, 1, validated=True), Cell.SHOWN),
        (Figure("a", 1, INSUFFICIENT, 0), Cell.INSUFFICIENT),
        (Figure("a", 1, NodeStatus.EMPTY, 0), Cell.NOT_APPLICABLE),
        (Figure("a", 1, NodeStatus.NOT_APPLICABLE, 0), Cell.NOT_APPLICABLE),
    ],
)
def test_other_signs_take_precedence_over_confidential(figure, cell):
    assert primary(figure, 3) is cell


def _region(experts: dict[str, int]):
    instrument = builders.instrument(
        builders.pillar("P", builders.indicator("a")), builders.pillar("Q", builders.indicator("b"))
    )
    framework = builders.framework(instrument)
    answers = {"a": Answer(3), "b": Answer(1)}
    submissions = {
        code: {instrument.id: [(f"E{n}", answers) for n in range(count)]}
        for code, count in experts.items()
    }
    instruments = {instrument.id: instrument}
    scores = score_region(framework, instruments, submissions)
    return {
        code: country_disclosure(country, framework, instruments)
        for code, country in scores.countries.items()
    }


def test_a_country_with_two_experts_is_in_progress_and_shows_nothing():
    disclosed = _region({"AL": 2, "ME": 3})
    assert disclosed["AL"].in_progress
    assert disclosed["AL"].overall is Cell.CONFIDENTIAL
    assert set(disclosed["AL"].pillars["DRAWN"].values()) == {Cell.CONFIDENTIAL}
    assert not disclosed["ME"].in_progress
    assert disclosed["ME"].overall is Cell.SHOWN


def test_a_country_without_experts_has_insufficient_data():
    disclosed = _region({"ME": 3})["RS"]
    assert not disclosed.in_progress
    assert disclosed.overall is Cell.INSUFFICIENT


def test_a_domain_of_too_few_experts_hides_itself_and_a_second_domain():
    first = builders.instrument(builders.pillar("P", builders.indicator("a")), id="one")
    second = builders.instrument(builders.pillar("Q", builders.indicator("b")), id="two")
    framework = builders.framework(first, second)
    instruments = {"one": first, "two": second}
    submissions = {
        "AL": {
            "one": [(f"E{n}", {"a": Answer(3)}) for n in range(3)],
            "two": [("E0", {"b": Answer(5)})],
        }
    }
    scores = score_region(framework, instruments, submissions)
    disclosed = country_disclosure(scores.countries["AL"], framework, instruments)
    # The single expert's domain would follow from the overall score and the other domain.
    assert disclosed.domains == {"ONE": Cell.CONFIDENTIAL, "TWO": Cell.CONFIDENTIAL}
    assert disclosed.pillars["ONE"]["P"] is Cell.CONFIDENTIAL
    assert disclosed.overall is Cell.SHOWN


def test_experts_who_gave_no_score_do_not_make_a_figure_safe():
    unknown = Answer(state=SpecialState.DONT_KNOW)
    instrument = builders.instrument(
        builders.pillar("P", builders.indicator("a")), builders.pillar("Q", builders.indicator("b"))
    )
    framework = builders.framework(instrument)
    answers = [("E1", {"a": Answer(3), "b": Answer(1)})]
    answers += [(code, {"a": unknown, "b": unknown}) for code in ("E2", "E3")]
    scores = score_region(framework, {instrument.id: instrument}, {"AL": {instrument.id: answers}})
    found = country_disclosure(scores.countries["AL"], framework, {instrument.id: instrument})
    assert scores.countries["AL"].overall.node.status is OK
    assert (found.overall, found.domains["DRAWN"]) == (Cell.CONFIDENTIAL, Cell.CONFIDENTIAL)


def test_sensitive_words_stay_inside_but_the_score_of_enough_experts_is_shown():
    instrument = builders.instrument(
        builders.pillar("P", builders.indicator("a", sensitive=True), builders.indicator("b"))
    )
    framework = builders.framework(instrument)
    answers = [(f"E{n}", {"a": Answer(3), "b": Answer(1)}) for n in range(3)]
    scores = score_region(framework, {instrument.id: instrument}, {"AL": {instrument.id: answers}})
    found = country_disclosure(scores.countries["AL"], framework, {instrument.id: instrument})
    assert found.indicators["DRAWN"] == {"a": Cell.SHOWN, "b": Cell.SHOWN}
