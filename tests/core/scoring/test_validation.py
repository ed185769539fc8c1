"""What meetings decided inside the one way from answers to scores (methodology 5.6, 9.4)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests import builders
from tests.builders import indicator, instrument, pillar
from wb6assess.model.assessment import Answer, Evidence
from wb6assess.model.conditions import AnswerRef, Compare, Op
from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.model.framework import Parameters
from wb6assess.model.vocabulary import IndicatorType, SkipEffect
from wb6assess.scoring.country import score_region
from wb6assess.scoring.decisions import Objection, basis_hash
from wb6assess.scoring.states import State
from wb6assess.scoring.validation import Fate, of

MADE = instrument(pillar("P", indicator("a"), indicator("b"), indicator("t", IndicatorType.TEXT)))
FRAMEWORK = builders.framework(MADE)
EXPERTS = [
    (f"E{n}", {"a": Answer(a), "b": Answer(b)})
    for n, (a, b) in enumerate([(1, 3), (3, 3), (4, 3), (2, 3)])
]


def record(name="d1", item="a", action=Action.SET, score=40.0, **more):
    given = {
        "country": "AL",
        "round": "2026",
        "instrument": "drawn",
        "version": "2026.1",
        "reason_code": ReasonCode.PANEL_CONSENSUS,
        "reason": "Agreed after reading the register.",
        **more,
    }
    scored = score if action is Action.SET else None
    return Decision(id=name, indicator=item, action=action, score=scored, **given)


def albania(*records, experts=EXPERTS, framework=FRAMEWORK):
    region = score_region(framework, {"drawn": MADE}, {"AL": {"drawn": experts}}, records)
    return region.countries["AL"]


def domain(*records, **more):
    return albania(*records, **more).domains["DRAWN"]


def fates(found):
    return {judged.record.id: judged.fate for judged in found.validation.judged}


def test_the_validated_value_is_scored_and_the_experts_value_stays():
    found = albania(record())
    part = found.domains["DRAWN"]
    assert (part.consensus["a"].state, part.consensus["a"].score) == (State.VALIDATED, 40)
    assert part.experts_consensus["a"].score == 50
    assert part.consensus["a"].spread == part.experts_consensus["a"].spread
    assert part.score.node.published == Decimal("50.0")
    assert part.experts_score.node.published == Decimal("55.0")
    assert part.adjustment == Decimal("-5.0")
    assert (found.overall.node.published, found.experts_overall.node.published) == (
        Decimal("50.0"),
        Decimal("55.0"),
    )


def test_what_moved_is_counted():
    part = domain(record("d1"), record("d2", "b", Action.NA))
    assert (part.moved.up, part.moved.down, part.moved.to_na, part.moved.filled) == (0, 1, 1, 0)
    assert part.moved.largest == ("a", -10.0)


def test_the_largest_change_is_named_of_equal_ones_the_first():
    part = domain(
        record("d1"),
        record(
            "d2", "b", score=80.0, reason_code=ReasonCode.LATE_EVIDENCE, evidence_refs=("OG 1/2026",)
        ),
    )
    assert part.moved.largest == ("b", 20.0)
    part = domain(
        record("d1"),
        record(
            "d2", "b", score=70.0, reason_code=ReasonCode.LATE_EVIDENCE, evidence_refs=("OG 1/2026",)
        ),
    )
    assert part.moved.largest == ("a", -10.0)


def test_a_value_where_nobody_had_one_is_filled():
    late = record(score=60.0, reason_code=ReasonCode.LATE_EVIDENCE, evidence_refs=("OG 1/2026",))
    part = domain(late, experts=())
    assert part.moved.filled == 1
    assert part.consensus["a"].score == 60


def test_a_refused_record_neither_applies_nor_takes_anothers_place():
    bad = record("d2", score=100.0, supersedes=("d1",))
    part = domain(record("d1"), bad)
    assert part.consensus["a"].score == 40
    assert fates(part) == {"d1": Fate.APPLIED, "d2": Fate.REFUSED}
    (refused,) = [judged for judged in part.validation.judged if judged.fate is Fate.REFUSED]
    assert refused.objection is Objection.OUTSIDE_RANGE


@pytest.mark.parametrize(
    ("wrong", "fate"),
    [
        (record(item="no-such"), Fate.REFUSED),
        (record(item="t"), Fate.REFUSED),
        (record(version="2025.1"), Fate.OTHER_VERSION),
        (record(reason="too short"), Fate.REFUSED),
        (record(action=Action.REVOKE), Fate.REFUSED),
        (replace(record(action=Action.CONFIRM), score=80.0), Fate.REFUSED),
    ],
)
def test_records_that_cannot_apply_are_listed_and_change_nothing(wrong, fate):
    part = domain(wrong)
    assert fates(part) == {"d1": fate}
    assert part.score == part.experts_score


def test_contradicting_records_leave_the_experts_value():
    part = domain(record("d1"), record("d2", score=60.0))
    assert part.consensus["a"].score == 50
    assert part.validation.conflicts == {"a"}
    assert set(fates(part).values()) == {Fate.CONFLICT}


def test_different_records_under_one_id_contradict_each_other_in_any_order():
    one, other = record("d1"), record("d1", score=60.0)
    found = [domain(one, other), domain(other, one)]
    assert found[0] == found[1]
    assert found[0].validation.conflicts == {"a"}
    assert found[0].consensus["a"].score == 50


def test_a_later_record_settles_a_contradiction():
    part = domain(
        record("d1"), record("d2", score=60.0), record("d3", score=80.0, supersedes=("d1", "d2"))
    )
    assert part.consensus["a"].score == 80
    assert fates(part) == {"d1": Fate.SUPERSEDED, "d2": Fate.SUPERSEDED, "d3": Fate.APPLIED}


def test_revoking_brings_the_experts_value_back():
    part = domain(record("d1"), record("d2", action=Action.REVOKE, supersedes=("d1",)))
    assert part.consensus["a"].score == 50
    assert fates(part) == {"d1": Fate.SUPERSEDED, "d2": Fate.APPLIED}


def test_changed_ratings_make_a_record_stale_and_leave_it_in_force():
    seen = basis_hash(of(domain().ratings, "a"))
    kept = record(basis_hash=seen)
    assert fates(domain(kept)) == {"d1": Fate.APPLIED}
    later = [(code, {"a": Answer(5), "b": Answer(3)}) for code, _ in EXPERTS]
    part = domain(kept, experts=later)  # 40 now lies outside what the experts say
    assert fates(part) == {"d1": Fate.STALE}
    assert part.validation.stale == {"a"}
    assert part.consensus["a"].score == 40


@pytest.mark.parametrize(("old", "new"), [("d1", "d2"), ("d2", "d1")])
def test_who_confirms_again_beside_a_stale_record_makes_the_cell_whole(old, new):
    today = basis_hash(of(domain().ratings, "a"))
    part = domain(record(old, basis_hash="0" * 64), record(new, basis_hash=today))
    assert fates(part) == {"d1": Fate.APPLIED, "d2": Fate.APPLIED}
    assert part.validation.stale == frozenset()
    assert part.consensus["a"].score == 40


def test_a_revocation_of_nothing_that_is_here_is_refused():
    lost = record("d2", action=Action.REVOKE, supersedes=("d9",))
    part = domain(record("d1"), lost)
    assert fates(part) == {"d1": Fate.APPLIED, "d2": Fate.REFUSED}
    assert part.validation.judged[1].objection is Objection.NOTHING_TO_REVOKE


def test_a_revocation_takes_back_nothing_of_another_country():
    theirs = record("d2", action=Action.REVOKE, supersedes=("d1",), country="BA")
    region = score_region(FRAMEWORK, {"drawn": MADE}, {"AL": {"drawn": EXPERTS}}, [record(), theirs])
    assert fates(region.countries["AL"].domains["DRAWN"]) == {"d1": Fate.APPLIED}
    assert fates(region.countries["BA"].domains["DRAWN"]) == {"d2": Fate.REFUSED}


def test_references_of_a_record_support_a_high_score():
    capping = builders.framework(MADE, parameters=Parameters(evidence_mode="cap"))
    backed = record(score=80.0, evidence_refs=("OG 1/2026",))
    part = domain(backed, framework=capping)
    assert (part.results["a"].score, part.results["b"].score) == (80, 40)
    assert domain(record(score=80.0), framework=capping).results["a"].score == 40
    assert part.supported["a"]
    assert not part.supported["b"]


def test_evidence_coverage_tells_what_is_missing_also_where_it_limits_the_score():
    backed = record(score=80.0, evidence_refs=("OG 1/2026",))
    capping = builders.framework(MADE, parameters=Parameters(evidence_mode="cap"))
    assert domain(backed, framework=capping).evidence == domain(backed).evidence == 0.5


def test_evidence_kept_with_a_skipped_question_supports_nothing():
    asked = indicator("q", ask_if=Compare(AnswerRef("a"), Op.GE, 3), skip_effect=SkipEffect.EXCLUDE)
    made = instrument(pillar("P", indicator("a"), asked))
    law = Answer(4, evidence=(Evidence("law", citation="OG 1"),))
    experts = [("E1", {"a": Answer(1), "q": law}), ("E2", {"a": Answer(5), "q": Answer(4)})]
    region = score_region(builders.framework(made), {"drawn": made}, {"AL": {"drawn": experts}})
    part = region.countries["AL"].domains["DRAWN"]
    assert part.consensus["q"].score == 80
    assert not part.supported["q"]
