"""What conditions can come to: the same as when every answer is tried out and scored."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wb6assess.instruments.truths import EVERYTHING, Outcome, Reasoner
from wb6assess.model.assessment import Answer, Evidence, SpecialState
from wb6assess.model.conditions import (
    All,
    Answered,
    AnswerRef,
    Any,
    Compare,
    Condition,
    CountryIs,
    FieldRef,
    HasEvidence,
    Not,
    Op,
    Sum,
)
from wb6assess.model.instrument import Field, Indicator, Instrument, Option, Pillar
from wb6assess.model.vocabulary import Aspect, FieldType, IndicatorType, SkipEffect
from wb6assess.scoring.conditions import holds
from wb6assess.scoring.states import AnswerSheet

A, B, C, D, AF = AnswerRef("A"), AnswerRef("B"), AnswerRef("C"), AnswerRef("D"), FieldRef("A", "f")
COUNTRIES = frozenset({"BA", "XK"})
OPTIONS = (Option("x", "X"), Option("y", "Y"), Option("none", "None", exclusive=True))


def indicator(name: str, kind: IndicatorType, ask_if: Condition | None = None, **more) -> Indicator:
    skip = None if ask_if is None else SkipEffect.EXCLUDE
    return Indicator(name, name, "?", kind, Aspect.LAW, ask_if=ask_if, skip_effect=skip, **more)


def instrument(
    b: Condition | None = None, c: Condition | None = None, f: Condition | None = None
) -> Instrument:
    """A level, a yes/no that may depend on it, a number that may depend on both, a multiple choice."""
    companion = Field("f", FieldType.YESNO, "f", ask_if=f)
    return Instrument(
        "i",
        "2026.1",
        "I",
        (
            Pillar(
                "P",
                "P",
                1.0,
                (
                    indicator("A", IndicatorType.LEVEL, fields=(companion,), na_for={"XK": "no"}),
                    indicator("B", IndicatorType.YESNO, b),
                    indicator("C", IndicatorType.NUMERIC, c, plausible=(0.0, 6.0)),
                    indicator("D", IndicatorType.MULTI, options=OPTIONS),
                ),
            ),
        ),
    )


def sheets(questionnaire: Instrument, condition: Condition) -> Iterator[AnswerSheet]:
    """Every way to answer what is looked at, numbers at and between all they are compared with."""
    named = repr((condition, [(item.ask_if, item.fields) for item in questionnaire.indicators()]))
    choices = [
        [0, 1, 2, 3, 4, 5, None],
        ["yes", "no", None] if "id='B'" in named else [None],
        [0, "0.5", 1, "1.5", 2, "2.5", 3, "3.5", 4, "4.5", 5, "5.5", 6, None]
        if "id='C'" in named
        else [None],
        [("x",), ("y",), ("x", "y"), ("none",), None] if "id='D'" in named else [None],
        ["yes", "no", None] if "FieldRef" in named else [None],
    ]
    proofs = [(), (Evidence("law"),)] if "HasEvidence" in named else [()]
    unknown = SpecialState.DONT_KNOW
    for values in product(*choices):
        for country, evidence in product(sorted(COUNTRIES), proofs):
            answers = {
                name: Answer(value=value) if value is not None else Answer(state=unknown)
                for name, value in zip("ABCD", values[:4], strict=True)
            }
            facts = {} if values[4] is None else {"f": values[4]}
            first = answers["A"]
            answers["A"] = Answer(value=first.value, state=first.state, evidence=evidence, fields=facts)
            yield AnswerSheet(questionnaire, answers, country)


def tried(condition: Condition, questionnaire: Instrument) -> frozenset[Outcome]:
    found: set[Outcome] = set()
    for sheet in sheets(questionnaire, condition):
        truth = holds(condition, sheet)
        if truth is not None:
            found.add(Outcome.TRUE if truth else Outcome.FALSE)
        else:
            blocked = sheet.blocking_reference(condition) is not None
            found.add(Outcome.BLOCKED if blocked else Outcome.UNKNOWN)
        if {Outcome.TRUE, Outcome.FALSE} <= found:
            return EVERYTHING
    return frozenset(found)


_ORDER = st.sampled_from([Op.EQ, Op.NE, Op.GT, Op.GE, Op.LT, Op.LE])
_EQUAL = st.sampled_from([Op.EQ, Op.NE])
_LEVEL = st.builds(Compare, st.just(A), _ORDER, st.integers(0, 5))
_YES = st.builds(Compare, st.sampled_from([B, AF]), _EQUAL, st.sampled_from(["yes", "no"]))
_NUMBER = st.builds(Compare, st.just(C), _ORDER, st.sampled_from([0, 2, 3, 6]))
_PAIR = st.builds(Compare, st.just(C), _ORDER, st.just(A))
_MULTI = st.builds(
    Compare, st.just(D), st.just(Op.IN), st.sampled_from([("x",), ("none",), ("x", "none")])
)
_FIRST = st.one_of(
    _LEVEL,
    st.just(Answered("A")),
    st.just(HasEvidence("A")),
    st.builds(CountryIs, st.sampled_from([("BA",), ("BA", "XK")])),
)


def nested(leaves: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds(Not, inner),
            st.builds(All, st.lists(inner, min_size=1, max_size=3).map(tuple)),
            st.builds(Any, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        ),
        max_leaves=4,
    )


_LATER = st.one_of(_FIRST, _YES, _NUMBER, _PAIR, _MULTI, st.sampled_from([Answered("B"), Answered("C")]))


@settings(max_examples=60, deadline=None)
@given(
    nested(_LATER),
    st.none() | nested(_FIRST),
    st.none() | nested(st.one_of(_FIRST, _YES.filter(lambda leaf: leaf.left == B))),
    st.none() | nested(_LEVEL),
)
def test_what_is_possible_is_what_trying_every_answer_shows(
    condition: Condition, b: Condition | None, c: Condition | None, f: Condition | None
) -> None:
    questionnaire = instrument(b, c, f)
    assert Reasoner(questionnaire, COUNTRIES).outcomes(condition) == tried(condition, questionnaire)


@settings(max_examples=40, deadline=None)
@given(nested(_LATER), st.none() | nested(_FIRST))
def test_where_trying_takes_too_long_nothing_possible_is_called_impossible(
    condition: Condition, b: Condition | None
) -> None:
    questionnaire = instrument(b)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("wb6assess.instruments.truths.MAX_WORLDS", 8)
        assert Reasoner(questionnaire, COUNTRIES).outcomes(condition) >= tried(condition, questionnaire)


def outcomes(condition: Condition, countries: frozenset[str] | None = COUNTRIES) -> frozenset[Outcome]:
    return Reasoner(instrument(), countries).outcomes(condition)


def level(op: Op, value: int) -> Compare:
    return Compare(A, op, value)


def test_a_sum_is_weighed_by_its_bounds() -> None:
    total = Sum((C, A))  # 0 to 6 and 0 to 5
    assert Outcome.TRUE not in outcomes(Compare(total, Op.GT, 11))
    assert Outcome.TRUE in outcomes(Compare(total, Op.GE, 11))
    assert Outcome.FALSE not in outcomes(Compare(total, Op.GE, 0))
    both = All((Compare(total, Op.GT, 5), Compare(total, Op.LT, 5)))
    assert Outcome.TRUE not in outcomes(both)


def test_a_country_outside_the_framework_is_never_meant() -> None:
    assert Outcome.TRUE not in outcomes(CountryIs(("AL",)))
    assert Outcome.TRUE in outcomes(CountryIs(("AL",)), None)
    assert Outcome.FALSE not in outcomes(CountryIs(("BA", "XK")))
    assert Outcome.FALSE in outcomes(CountryIs(("BA", "XK")), None)


def test_another_questionnaire_may_answer_anything() -> None:
    assert outcomes(Compare(AnswerRef("other"), Op.GE, 7)) == EVERYTHING


def test_dates_in_a_row_can_be_told_apart() -> None:
    day = Field("day", FieldType.DATE, "Day")
    questionnaire = Instrument(
        "i",
        "2026.1",
        "I",
        (Pillar("P", "P", 1.0, (indicator("A", IndicatorType.LEVEL, fields=(day,)),)),),
    )
    ref = FieldRef("A", "day")
    reasoner = Reasoner(questionnaire)
    before = All((Compare(ref, Op.GE, "2026-03-01"), Compare(ref, Op.LT, "2026-03-01")))
    within = All((Compare(ref, Op.GE, "2026-03-01"), Compare(ref, Op.LE, "2026-03-01")))
    assert Outcome.TRUE not in reasoner.outcomes(before)
    assert Outcome.TRUE in reasoner.outcomes(within)


def test_long_chains_of_conditions_take_no_long_time() -> None:
    chain = [indicator("Q0", IndicatorType.LEVEL)]
    for number in range(1, 3000):
        ask_if = Compare(AnswerRef(f"Q{number - 1}"), Op.GE, 2)
        chain.append(indicator(f"Q{number}", IndicatorType.LEVEL, ask_if))
    questionnaire = Instrument("i", "2026.1", "I", (Pillar("P", "P", 1.0, tuple(chain)),))
    reasoner = Reasoner(questionnaire)
    assert all(reasoner.outcomes(item.ask_if) == EVERYTHING for item in chain[1:])


def test_a_condition_on_many_answers_ends() -> None:
    parts = tuple(level(Op.GE, value % 5 + 1) for value in range(400))
    many = tuple(
        Compare(D, Op.EQ, tuple(f"k{number}" for number in range(start, start + 9)))
        for start in range(0, 400, 9)
    )
    assert outcomes(Any((*parts, *many))) == EVERYTHING
