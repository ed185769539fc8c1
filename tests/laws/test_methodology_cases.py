"""Every row of the methodology's edge cases (14), examples (15) and obligations (16) has its test.

The rows are listed with the test that holds them; what no other module tests is tested here.
"""

import ast
from decimal import Decimal
from pathlib import Path

import pytest

from tests.builders import framework, indicator, instrument, pillar
from wb6assess.model.assessment import Answer, SpecialState
from wb6assess.model.framework import Parameters
from wb6assess.model.vocabulary import Aspect, Method
from wb6assess.reports.region.disclosure import Cell, country_disclosure
from wb6assess.scoring.bands import Band, to_next_band
from wb6assess.scoring.beside import law_practice
from wb6assess.scoring.consensus import Agreement, Flag, Rating, consolidate
from wb6assess.scoring.country import score_region
from wb6assess.scoring.scores import score_assessment
from wb6assess.scoring.states import IndicatorScore, State
from wb6assess.scoring.tree import Child, aggregate

TESTS = Path(__file__).parents[1]
_ONE = "core/scoring/test_edge_cases.py::"
_SEVERAL = "core/scoring/test_country.py::"
_MERGE = "core/exchange/test_merge.py::"
_ALPHA = "core/scoring/test_reliability.py::"
_EXAMPLES = "core/scoring/test_worked_examples.py::"
_ROUNDS = "core/scoring/test_progress.py::"
_DRAWS = "core/scoring/test_robustness.py::"
_HERE = "laws/test_methodology_cases.py::"

EDGE_CASES = {
    "pillar without indicators, or all weights 0": _ONE
    + "test_pillar_without_weights_is_empty_and_dropped",
    "all indicators N/A or skipped-exclude": _ONE
    + "test_all_not_applicable_renormalises_the_weight_away",
    "all don't know / unanswered": _ONE + "test_all_dont_know_is_insufficient_never_zero",
    "coverage exactly 0.60": _ONE + "test_coverage_exactly_tau_is_ok",
    "one insufficient pillar": _ONE + "test_insufficient_pillar_lowers_coverage_not_the_score",
    "pillar weight 0": _ONE + "test_pillar_of_weight_zero_has_a_score_of_its_own",
    "core domain insufficient": _SEVERAL + "test_a_missing_core_domain_leaves_the_other_domain_alone",
    "N/A without justification": _EXAMPLES + "test_example_1_na_without_reason_is_unanswered",
    "N/A where not allowed": _ONE + "test_na_where_not_allowed_is_unanswered_and_blocks",
    "equal numbers N/A and scored": _HERE + "test_equal_numbers_of_na_and_scores_are_applicable",
    "single expert": _HERE + "test_a_single_experts_value_is_used_and_not_public",
    "two experts far apart": _HERE + "test_two_experts_far_apart_meet_in_the_middle_and_are_flagged",
    "all ratings equal": _ALPHA + "test_no_variation_is_undefined_and_never_one",
    "no unit with two ratings": _ALPHA + "test_no_unit_with_two_ratings",
    "alpha negative": _ALPHA + "test_systematic_disagreement_is_negative_and_printed",
    "all scores 0": _HERE + "test_all_zero_is_zero_in_every_way_and_at_an_early_stage",
    "one zero among high scores": _HERE + "test_one_zero_pulls_the_geometric_mean_only",
    "score 59.95": _EXAMPLES + "test_example_2_bands_follow_the_published_score",
    "62.249999999999": _EXAMPLES + "test_example_2_rounding_vector",
    "override without reason or outside range": "core/scoring/test_decisions.py::test_objections",
    "two active overrides for one cell": "core/scoring/test_decisions.py"
    "::test_two_active_records_conflict_and_neither_applies",
    "same file imported twice, or in another order": "laws/test_merge_laws.py"
    "::test_neither_order_nor_repetition_of_files_matters",
    "same revision, different content": _MERGE + "test_example_8_in_any_order_and_twice",
    "withdrawn latest revision": _MERGE
    + "test_a_withdrawal_of_the_highest_revision_leaves_nothing_scored",
    "fewer than 4 ok countries": _SEVERAL + "test_the_regional_line_needs_four_countries",
    "indicator added this round": _ROUNDS + "test_example_5_from_answers",
    "matched coverage < 0.60": _ROUNDS + "test_too_little_in_common_has_no_word_and_no_interval",
    "fewer than 3 law or practice indicators": _HERE + "test_a_gap_needs_three_of_each",
    "top band": _HERE + "test_the_top_band_has_no_next_one",
    "no indicator can rise enough": "core/scoring/test_sensitivity.py"
    "::test_no_path_from_the_top_band_or_out_of_reach",
    "numeric answer at a threshold": _ONE + "test_threshold_is_met_at_equality",
    "condition refers to a don't-know": _ONE + "test_condition_on_a_dont_know_asks",
    "condition unknown because its reference was skipped": _ONE
    + "test_cascade_takes_its_own_skip_effect",
    "any with one true branch and one skipped reference": _ONE
    + "test_cascade_takes_its_own_skip_effect",
    "country without experts": _DRAWS
    + "test_a_country_without_experts_has_no_interval_and_draws_its_noise",
}

EXAMPLES = {
    1: _EXAMPLES + "test_example_1_pillar",
    2: _EXAMPLES + "test_example_2_three_methods",
    3: _EXAMPLES + "test_example_3_consolidation",
    4: _ALPHA + "test_example_4",
    5: _ROUNDS + "test_example_5_from_answers",
    6: "core/scoring/test_sensitivity.py::test_gap_ranking",
    7: _DRAWS + "test_example_7_from_answers_to_intervals",
    8: _MERGE + "test_example_8_in_any_order_and_twice",
}

_LAWS = "laws/test_scoring_laws.py::"
OBLIGATIONS = {
    "K <= G <= A": _LAWS + "test_weakest_link_below_geometric_below_arithmetic",
    "scaling all weights": _LAWS + "test_scaling_all_weights_changes_nothing",
    "raising one indicator": _LAWS + "test_raising_one_answer_never_lowers_any_score",
    "adding a DK": _LAWS + "test_dont_know_in_place_of_an_answer_leaves_the_others_mean_or_nothing",
    "sum of eff": _LAWS + "test_effective_weights_recompute_the_score",
    "merge laws": "laws/test_merge_laws.py"
    "::test_union_is_idempotent_commutative_associative_and_has_a_neutral_element",
    "published workbook = app": "exports/test_workbook_libreoffice.py"
    "::test_libreoffice_computes_what_the_app_published",
    "rational arithmetic": "laws/test_exact_arithmetic.py"
    "::test_whole_trees_equal_rational_arithmetic_in_ten_thousand_cases",
    "determinism": "laws/test_determinism.py::test_every_process_gives_the_same_tables",
    "public export": "exports/test_regional_pdf.py"
    "::test_no_expert_code_and_no_words_of_experts_are_in_the_file",
}


@pytest.mark.parametrize("place", [*EDGE_CASES.values(), *EXAMPLES.values(), *OBLIGATIONS.values()])
def test_every_row_has_its_test(place):
    path, name = place.split("::")
    module = ast.parse((TESTS / path).read_text("utf-8"))
    assert name in {node.name for node in module.body if isinstance(node, ast.FunctionDef)}


def test_equal_numbers_of_na_and_scores_are_applicable():
    ratings = [
        Rating(State.ANSWERED, 60.0, 2),
        Rating(State.ANSWERED, 40.0, 2),
        Rating(State.NOT_APPLICABLE, None, 2),
        Rating(State.SKIPPED_EXCLUDE, None, 2),
    ]
    found = consolidate(ratings, Parameters())
    assert (found.state, found.score) == (State.ANSWERED, 50)
    assert Flag.APPLICABILITY_DISPUTE in found.flags


def test_a_single_experts_value_is_used_and_not_public():
    made = instrument(pillar("P", indicator("a"), indicator("b")))
    experts = {f"E{n}": {} for n in (2, 3)}
    given = [("E1", {"a": Answer(3), "b": Answer(4)}), *experts.items()]
    region = score_region(framework(made), {"drawn": made}, {"AL": {"drawn": given}})
    domain = region.countries["AL"].domains["DRAWN"]
    assert domain.consensus["a"].score == 60
    assert Flag.SINGLE_EXPERT in domain.consensus["a"].flags
    assert domain.consensus["a"].agreement is None
    cells = country_disclosure(region.countries["AL"], framework(made), {"drawn": made})
    assert cells.pillars["DRAWN"]["P"] is Cell.CONFIDENTIAL


def test_two_experts_far_apart_meet_in_the_middle_and_are_flagged():
    found = consolidate([Rating(State.ANSWERED, 0.0, 2), Rating(State.ANSWERED, 100.0, 2)], Parameters())
    assert found.score == found.spread.median == found.spread.mean == 50
    assert found.agreement is Agreement.DISAGREEMENT
    assert Flag.DISAGREEMENT in found.flags


def test_all_zero_is_zero_in_every_way_and_at_an_early_stage():
    zeros = [Child(1, 0.0), Child(3, 0.0)]
    assert {aggregate(zeros, method) for method in Method} == {0.0}
    made = instrument(pillar("P", indicator("a")), pillar("Q", indicator("b")))
    scores = score_assessment(made, {"a": Answer(0), "b": Answer(0)}, "AL", Parameters())
    assert (scores.domain.published, scores.domain.band) == (Decimal("0.0"), Band.EARLY)


def test_one_zero_pulls_the_geometric_mean_only():
    made = instrument(*(pillar(name, indicator(name.lower())) for name in "PQRS"))
    answers = {"p": Answer(0), **{name: Answer(5) for name in "qrs"}}
    scores = score_assessment(made, answers, "AL", Parameters())
    assert scores.domain.published == Decimal("75.0")
    assert scores.geometric == pytest.approx(101**0.75 - 1)  # 30.9


def test_a_gap_needs_three_of_each():
    kinds = [Aspect.LAW] * 3 + [Aspect.PRACTICE] * 3
    made = instrument(pillar("P", *(indicator(f"i{n}", aspect=kind) for n, kind in enumerate(kinds))))
    scored = {f"i{n}": IndicatorScore(State.ANSWERED, 60.0, 60.0) for n in range(6)}
    assert law_practice(made, scored, Parameters()).gap == 0
    fewer = {**scored, "i5": IndicatorScore(State.DONT_KNOW)}
    found = law_practice(made, fewer, Parameters())
    assert (found.law.published, found.practice.published, found.gap) == (Decimal("60.0"), None, None)


def test_the_top_band_has_no_next_one():
    cuts = Parameters().cuts
    assert to_next_band(Decimal("80.0"), cuts) is None
    assert to_next_band(Decimal("79.9"), cuts) == Decimal("0.1")


def test_dont_know_lowers_coverage_and_never_the_score():
    made = instrument(pillar("P", *(indicator(name) for name in "abcd")))
    answers = {name: Answer(3) for name in "abc"}
    known = score_assessment(made, {**answers, "d": Answer(3)}, "AL", Parameters())
    unknown = {**answers, "d": Answer(state=SpecialState.DONT_KNOW)}
    found = score_assessment(made, unknown, "AL", Parameters())
    assert found.domain.value == known.domain.value
    assert (known.domain.coverage, found.domain.coverage) == (1, 0.75)
