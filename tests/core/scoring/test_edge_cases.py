"""Rows of methodology 14 that concern one expert, and conditions (1.2) and caps (1.6)."""

from decimal import Decimal

import pytest

from tests import builders
from tests.builders import indicator, instrument, pillar
from wb6assess.model.assessment import Answer, Evidence, SpecialState
from wb6assess.model.conditions import (
    All,
    Answered,
    AnswerRef,
    Any,
    Compare,
    CountryIs,
    FieldRef,
    HasEvidence,
    Not,
    Op,
    Sum,
)
from wb6assess.model.framework import Domain, Parameters
from wb6assess.model.instrument import Cap, Check, Field, Option, Requirement
from wb6assess.model.vocabulary import Aspect, FieldType, IndicatorType, Severity, SkipEffect
from wb6assess.scoring.conditions import holds
from wb6assess.scoring.findings import Rule
from wb6assess.scoring.scores import score_assessment
from wb6assess.scoring.states import AnswerSheet, State
from wb6assess.scoring.tree import DomainScore, NodeScore, NodeStatus, overall_score

DONT_KNOW = Answer(state=SpecialState.DONT_KNOW)
LONG_REASON = "A reason that is long enough to count."


def scored(made, answers, country="AL", **parameters):
    return score_assessment(made, answers, country, Parameters(**parameters))


def test_pillar_without_weights_is_empty_and_dropped():
    made = instrument(pillar("P", indicator("a", weight=0)), pillar("Q", indicator("b")))
    scores = scored(made, {"a": Answer(0), "b": Answer(4)})
    assert scores.pillars["P"].status is NodeStatus.EMPTY
    assert scores.domain.published == Decimal("80.0")
    assert scores.domain.coverage == 1


def test_a_domain_without_weights_is_empty():
    made = instrument(pillar("P", indicator("a"), weight=0))
    assert scored(made, {"a": Answer(4)}).domain.status is NodeStatus.EMPTY
    empty = instrument(pillar("P", indicator("a", weight=0)))
    assert scored(empty, {"a": Answer(4)}).domain.status is NodeStatus.NOT_APPLICABLE


def test_all_not_applicable_renormalises_the_weight_away():
    made = instrument(pillar("P", indicator("a"), weight=9), pillar("Q", indicator("b")))
    na = Answer(state=SpecialState.NOT_APPLICABLE, justification=LONG_REASON)
    scores = scored(made, {"a": na, "b": Answer(3)})
    assert scores.pillars["P"].status is NodeStatus.NOT_APPLICABLE
    assert scores.domain.published == Decimal("60.0")


def test_all_dont_know_is_insufficient_never_zero():
    scores = scored(instrument(pillar("P", indicator("a"))), {"a": DONT_KNOW})
    assert scores.domain.status is NodeStatus.INSUFFICIENT
    assert scores.domain.score is None
    assert scores.domain.coverage == 0


@pytest.mark.parametrize("weights", [(0.1, 0.2, 0.3, 0.4), (3, 0, 0, 2)])
def test_coverage_exactly_tau_is_ok(weights):
    made = instrument(
        pillar("P", *(indicator(f"i{n}", weight=weight) for n, weight in enumerate(weights)))
    )
    answers = {"i0": Answer(2), "i1": Answer(2), "i2": Answer(2)}
    assert scored(made, answers).domain.status is NodeStatus.OK


def test_insufficient_pillar_lowers_coverage_not_the_score():
    made = instrument(pillar("P", indicator("a")), pillar("Q", indicator("b"), weight=3))
    scores = scored(made, {"a": DONT_KNOW, "b": Answer(3)})
    assert scores.domain.published == Decimal("60.0")
    assert scores.domain.coverage == 0.75
    assert scores.domain.provisional


def test_pillar_of_weight_zero_has_a_score_of_its_own():
    made = instrument(pillar("P", indicator("a"), weight=0), pillar("Q", indicator("b")))
    scores = scored(made, {"a": Answer(5), "b": Answer(1)})
    assert scores.pillars["P"].published == Decimal("100.0")
    assert scores.domain.published == Decimal("20.0")


def test_insufficient_core_domain_stops_the_overall_score():
    fine = DomainScore(NodeScore(NodeStatus.OK, 50.0, 1.0, Decimal("50.0")), {}, 50.0)
    domains = [(Domain("A", "a", 9, core=False), fine), (Domain("B", "b", 1, core=True), None)]
    assert overall_score(domains, Parameters()).node.status is NodeStatus.INSUFFICIENT
    assert overall_score(domains[:1], Parameters()).node.published == Decimal("50.0")


def test_na_where_not_allowed_is_unanswered_and_blocks():
    made = instrument(pillar("P", indicator("a", na_allowed=False)))
    scores = scored(made, {"a": Answer(state=SpecialState.NOT_APPLICABLE, justification=LONG_REASON)})
    assert scores.indicators["a"].state is State.UNANSWERED
    assert (scores.findings[0].id, scores.findings[0].severity) == (
        Rule.NA_NOT_ALLOWED,
        Severity.BLOCK,
    )


def test_withheld_only_on_sensitive_indicators():
    made = instrument(pillar("P", indicator("a"), indicator("b", sensitive=True)))
    withheld = Answer(state=SpecialState.WITHHELD)
    scores = scored(made, {"a": withheld, "b": withheld})
    assert scores.indicators["a"].state is State.UNANSWERED
    assert scores.indicators["b"].state is State.WITHHELD
    assert scores.progress.done == 1


def test_not_applicable_by_design_needs_no_reason_and_raises_no_flag():
    made = instrument(pillar("P", indicator("a", na_for={"XK": "no member"}), indicator("b")))
    scores = scored(made, {"b": Answer(4)}, "XK")
    assert scores.indicators["a"].by_design
    assert scores.na_shares["P"] == 0
    assert scores.domain.coverage == 1


CASCADE = instrument(
    pillar(
        "P",
        indicator("law"),
        indicator(
            "body",
            ask_if=Compare(AnswerRef("law"), Op.GE, 2),
            skip_effect=SkipEffect.EXCLUDE,
        ),
        indicator(
            "cases",
            ask_if=Compare(AnswerRef("body"), Op.GE, 2),
            skip_effect=SkipEffect.SCORE_ZERO,
        ),
        indicator(
            "either",
            ask_if=Any((Compare(AnswerRef("body"), Op.GE, 2), Compare(AnswerRef("law"), Op.LE, 1))),
            skip_effect=SkipEffect.EXCLUDE,
        ),
    )
)


def test_cascade_takes_its_own_skip_effect():
    scores = scored(CASCADE, {"law": Answer(0)})
    states = {item: result.state for item, result in scores.indicators.items()}
    assert states["body"] is State.SKIPPED_EXCLUDE
    assert states["cases"] is State.SKIPPED_ZERO
    assert states["either"] is State.UNANSWERED  # any with a true branch is asked


def test_condition_on_a_dont_know_asks():
    scores = scored(CASCADE, {"law": DONT_KNOW})
    assert scores.indicators["body"].state is State.UNANSWERED


def test_answer_to_a_skipped_indicator_is_ignored_but_kept():
    answers = {"law": Answer(0), "body": Answer(5)}
    assert scored(CASCADE, answers).indicators["body"].score is None
    assert answers["body"].value == 5


CAPPED = instrument(
    pillar(
        "P",
        indicator("law", fields=(Field("basis", FieldType.TEXT, "Basis"),)),
        indicator(
            "practice",
            caps=(
                Cap(Compare(AnswerRef("law"), Op.LE, 2), 2, "only a draft exists"),
                Cap(Compare(FieldRef("law", "basis"), Op.EQ, "draft"), 1, "a draft"),
            ),
        ),
    )
)


@pytest.mark.parametrize(
    ("law", "practice", "score", "cap"),
    [
        (Answer(2), 4, 40.0, 2),
        (Answer(2, fields={"basis": "draft"}), 4, 20.0, 1),
        (Answer(2), 1, 20.0, None),
        (Answer(3), 4, 80.0, None),
        (DONT_KNOW, 4, 80.0, None),
    ],
)
def test_lowest_true_cap_counts_and_a_cap_never_raises(law, practice, score, cap):
    result = scored(CAPPED, {"law": law, "practice": Answer(practice)}).indicators["practice"]
    assert result.score == score
    assert result.uncapped == 20.0 * practice
    assert (result.cap.at if result.cap else None) == cap


def test_threshold_is_met_at_equality(small_instrument):
    scores = scored(small_instrument, {"e": Answer("120")})
    assert scores.indicators["e"].score == 40


def test_implausible_number_is_kept_and_counts_as_unanswered():
    made = instrument(
        pillar("P", indicator("a", IndicatorType.NUMERIC, worst=0.0, best=9.0, plausible=(0.0, 10.0)))
    )
    scores = scored(made, {"a": Answer(400)})
    assert scores.indicators["a"].state is State.UNANSWERED
    assert scores.findings[0].id == Rule.VALUE_INVALID


@pytest.mark.parametrize(
    ("keys", "score"), [(("none",), 0.0), (("x", "bad"), 100 / 3), (("x", "y"), 100.0)]
)
def test_multi_points_are_clamped_and_exclusive_scores_zero(keys, score):
    options = (
        Option("x", "X", points=2),
        Option("y", "Y", points=1),
        Option("bad", "Bad", points=-1),
        Option("none", "None", points=3, exclusive=True),
    )
    made = instrument(pillar("P", indicator("a", IndicatorType.MULTI, options=options, full_points=3.0)))
    assert scored(made, {"a": Answer(keys)}).indicators["a"].score == pytest.approx(score)


def test_exclusive_option_combined_with_another_is_unanswered():
    options = (Option("x", "X", points=2), Option("none", "None", exclusive=True))
    made = instrument(pillar("P", indicator("a", IndicatorType.MULTI, options=options)))
    assert scored(made, {"a": Answer(("x", "none"))}).indicators["a"].state is State.UNANSWERED


def test_evidence_cap_mode_counts_unsupported_high_levels_as_two():
    made = instrument(pillar("P", indicator("a"), indicator("b"), indicator("c")))
    law, talk = Evidence("law", citation="OG 1"), Evidence("interview", title="talk")
    answers = {"a": Answer(4, evidence=(law,)), "b": Answer(4, evidence=(talk,)), "c": Answer(2)}
    flagged, capped = scored(made, answers), scored(made, answers, evidence_mode="cap")
    assert flagged.domain.published == Decimal("66.7")
    assert capped.domain.published == Decimal("53.3")
    assert flagged.evidence["P"] == capped.evidence["P"] == 0.5


def test_a_figure_of_nothing_is_not_available_rather_than_not_applicable():
    made = instrument(pillar("P", indicator("a", aspect=Aspect.LAW)))
    aspects = scored(made, {"a": Answer(3)}).aspects
    assert {aspects.law.status, aspects.practice.status} == {NodeStatus.INSUFFICIENT}
    assert (aspects.law.coverage, aspects.practice.coverage) == (1, None)


def facts(**answers):
    made = instrument(
        pillar(
            "P",
            indicator(
                "a", fields=(Field("n", FieldType.NUMERIC, "n"), Field("m", FieldType.NUMERIC, "m"))
            ),
            indicator("b", IndicatorType.YESNO),
        )
    )
    return AnswerSheet(made, answers, "BA")


A_N, A_M = FieldRef("a", "n"), FieldRef("a", "m")
A_GE_3 = Compare(AnswerRef("a"), Op.GE, 3)
B_YES = Compare(AnswerRef("b"), Op.EQ, "yes")


@pytest.mark.parametrize(
    ("condition", "answers", "truth"),
    [
        (A_GE_3, {}, None),
        (All((A_GE_3, B_YES)), {"b": Answer("no")}, False),
        (All((A_GE_3, B_YES)), {"b": Answer("yes")}, None),
        (Any((A_GE_3, B_YES)), {"b": Answer("yes")}, True),
        (Any((A_GE_3, B_YES)), {"b": Answer("no")}, None),
        (Not(A_GE_3), {}, None),
        (Not(A_GE_3), {"a": Answer(1)}, True),
        (Compare(AnswerRef("b"), Op.NE, "no"), {"b": Answer("yes")}, True),
        (Compare(AnswerRef("a"), Op.IN, (1, 2)), {"a": Answer(2)}, True),
        (Answered("a"), {}, False),
        (HasEvidence("a"), {"a": Answer(1, evidence=(Evidence("law"),))}, True),
        (CountryIs(("BA", "XK")), {}, True),
        (Compare(A_N, Op.GT, A_M), {"a": Answer(1, fields={"n": 2, "m": "1.5"})}, True),
        (Compare(Sum((A_N, A_M)), Op.EQ, 3), {"a": Answer(1, fields={"n": 1, "m": 2})}, True),
        (Compare(Sum((A_N, A_M)), Op.EQ, 3), {"a": Answer(1, fields={"n": 1})}, None),
        (Compare(AnswerRef("FIMI-1.4"), Op.GE, 1), {}, None),
    ],
)  # fmt: skip
def test_kleene_truth(condition, answers, truth):
    assert holds(condition, facts(**answers)) is truth


def test_required_justification_and_evidence_ask_for_a_comment():
    made = instrument(pillar("P", indicator("a", require=Requirement(4, 4))))
    found = {finding.id: finding for finding in scored(made, {"a": Answer(4)}).findings}
    assert found[Rule.JUSTIFICATION_MISSING].severity is Severity.COMMENT
    assert found[Rule.EVIDENCE_MISSING].open
    commented = Answer(4, justification="because", comments={Rule.EVIDENCE_MISSING: "secret"})
    after = {finding.id: finding for finding in scored(made, {"a": commented}).findings}
    assert Rule.JUSTIFICATION_MISSING not in after
    assert not after[Rule.EVIDENCE_MISSING].open


def test_check_fires_only_when_certainly_true():
    check = Check("X1", Compare(AnswerRef("a"), Op.LE, 2), Severity.BLOCK, "Too low.", ("a",))
    made = instrument(pillar("P", indicator("a")), checks=(check,))
    assert [f.id for f in scored(made, {"a": Answer(1)}).findings] == ["X1"]
    assert "X1" not in [f.id for f in scored(made, {"a": DONT_KNOW}).findings]


def test_weight_scale_does_not_matter():
    small = builders.example_one()
    assert small.by_id["a"].score_weight == 3


def test_a_check_may_look_at_the_same_experts_other_questionnaire():
    both = All((Compare(AnswerRef("a"), Op.GE, 4), Compare(FieldRef("z", "f"), Op.EQ, "none")))
    check = Check("Y1", both, Severity.WARN, "They differ.", ("a",))
    ours = instrument(pillar("P", indicator("a")), checks=(check,))
    other = instrument(
        pillar("Q", indicator("z", fields=(Field("f", FieldType.TEXT, "F"),))), id="other"
    )
    sheet = AnswerSheet(other, {"z": Answer(1, fields={"f": "none"})}, "AL")
    alone = score_assessment(ours, {"a": Answer(4)}, "AL", Parameters())
    together = score_assessment(ours, {"a": Answer(4)}, "AL", Parameters(), beside=[sheet])
    assert [finding.id for finding in alone.findings] == []
    assert [finding.id for finding in together.findings] == ["Y1"]
    assert alone.domain == together.domain
