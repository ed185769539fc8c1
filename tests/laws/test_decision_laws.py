"""Whatever the order and repetition of files and records, the consolidation is the same."""

from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from tests.builders import indicator, instrument, pillar
from wb6assess.model.assessment import Answer
from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.scoring.country import score_region
from wb6assess.scoring.numbers import above
from wb6assess.scoring.states import State
from wb6assess.scoring.validation import Fate

MADE = instrument(pillar("P", indicator("a"), indicator("b")))
FRAMEWORK = builders.framework(MADE)
IDS = [f"d{n}" for n in range(5)]

experts = st.dictionaries(
    st.sampled_from(["E1", "E2", "E3", "E4"]),
    st.fixed_dictionaries({"a": st.integers(0, 5), "b": st.integers(0, 5)}),
)


@st.composite
def records(draw):
    action = draw(st.sampled_from(Action))
    return Decision(
        draw(st.sampled_from(IDS)), draw(st.sampled_from(["AL", "XK"])), "2026", "drawn",
        draw(st.sampled_from(["2026.1", "2026.1", "2025.1"])), draw(st.sampled_from(["a", "b", "c"])),
        action, draw(st.sampled_from(ReasonCode)),
        draw(st.sampled_from(["Agreed after reading the register.", "short"])),
        draw(st.sampled_from([0.0, 20.0, 60.0, 100.0])) if action is Action.SET else None,
        draw(st.sampled_from([(), ("OG 1/2026",)])),
        basis_hash=draw(st.sampled_from(["", "a" * 64])),
        supersedes=tuple(draw(st.lists(st.sampled_from(IDS), max_size=2))),
    )  # fmt: skip


def region(answers, decisions):
    given_ = [
        (code, {item: Answer(level) for item, level in levels.items()})
        for code, levels in answers.items()
    ]
    return score_region(FRAMEWORK, {"drawn": MADE}, {"AL": {"drawn": given_}}, decisions)


@given(experts, st.lists(records(), max_size=7), st.randoms(use_true_random=False))
def test_order_and_repetition_of_records_do_not_matter(answers, decisions, shuffler):
    shuffled = decisions + decisions[:2]
    shuffler.shuffle(shuffled)
    turned = dict(reversed(answers.items()))
    assert region(turned, shuffled) == region(answers, decisions)


@given(experts, st.lists(records(), max_size=7))
def test_experts_values_never_change_and_every_record_has_one_fate(answers, decisions):
    alone, decided = (
        region(answers, given_).countries["AL"].domains["DRAWN"] for given_ in ((), decisions)
    )
    assert decided.experts_consensus == alone.consensus
    assert decided.experts_score == alone.score
    about = {record for record in decisions if record.country == "AL"}
    judged = [found.record for found in decided.validation.judged]
    assert sorted(map(repr, judged)) == sorted(map(repr, about))


@given(experts, st.lists(records(), max_size=7))
def test_a_value_differs_from_the_experts_only_where_a_record_is_in_force(answers, decisions):
    found = region(answers, decisions).countries["AL"].domains["DRAWN"]
    for item, value in found.consensus.items():
        record = found.validation.in_force.get(item)
        if record is None:
            assert value == found.experts_consensus[item]
            continue
        judged = {j.record: j.fate for j in found.validation.judged}
        assert judged[record] in {Fate.APPLIED, Fate.STALE}
        assert item not in found.validation.conflicts
        assert value.state in {State.VALIDATED, State.NOT_APPLICABLE} or value.score is None


@given(experts, st.lists(records(), max_size=7))
def test_no_record_whose_ratings_are_current_leaves_the_range_without_facts_and_evidence(
    answers, decisions
):
    found = region(answers, decisions).countries["AL"].domains["DRAWN"]
    for item, record in found.validation.in_force.items():
        if record.score is None or item in found.validation.stale:
            continue
        rated = [r[item].score for r in found.ratings.values() if r[item].score is not None]
        outside = not rated or above(min(rated), record.score) or above(record.score, max(rated))
        if outside:
            assert record.reason_code.may_leave_the_range
            assert record.evidence_refs
