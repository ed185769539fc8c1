"""A form asks what the application asks, and a check fires in both or in neither."""

import re
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from exports.xlsform.names import Names
from exports.xlsform.xpath import Expressions
from tests.builders import indicator, instrument, pillar
from tests.exports.xpath_values import truth
from wb6assess.model.assessment import Answer, Evidence, SpecialState
from wb6assess.model.conditions import (
    All,
    Answered,
    AnswerRef,
    Compare,
    Condition,
    CountryIs,
    FieldRef,
    HasEvidence,
    Not,
    Op,
    Sum,
)
from wb6assess.model.conditions import Any as AnyOf
from wb6assess.model.instrument import Field, Instrument, Option
from wb6assess.model.vocabulary import FieldType, IndicatorType, SkipEffect
from wb6assess.scoring.conditions import holds
from wb6assess.scoring.states import AnswerSheet

OPTIONS = tuple(Option(key, key, score=0.0, points=1.0) for key in ("a", "b", "c"))
FIELDS = (
    Field("n", FieldType.NUMERIC, "n"),
    Field("m", FieldType.NUMERIC, "m"),
    Field("s", FieldType.SINGLE, "s", OPTIONS),
    Field("k", FieldType.MULTI, "k", OPTIONS),
    Field("d", FieldType.DATE, "d"),
    Field("e", FieldType.DATE, "e"),
)
DAYS = ("2024-01-31", "2025-06-01", "2026-12-31")


def drawn(ask_if: Condition | None, later: Condition | None = None) -> Instrument:
    """Three levels, of which the second has a condition, and a third with another."""
    skip = {"skip_effect": SkipEffect.EXCLUDE}
    return instrument(
        pillar(
            "P",
            indicator("A-1.1", fields=FIELDS),
            indicator("A-1.2", **({"ask_if": ask_if, **skip} if ask_if else {})),
            indicator("Y", IndicatorType.YESNO),
            indicator("Z", **({"ask_if": later, **skip} if later else {})),
        )
    )


def _field(name: str) -> FieldRef:
    return FieldRef("A-1.1", name)


ops = st.sampled_from([op for op in Op if op is not Op.IN])
levels = st.integers(0, 5)
codes = st.sampled_from(["a", "b", "c"])
level_refs = st.sampled_from([AnswerRef("A-1.1"), AnswerRef("A-1.2"), _field("n"), _field("m")])
comparisons = (
    st.builds(Compare, level_refs, ops, levels | level_refs)
    | st.builds(Compare, level_refs, st.just(Op.IN), st.lists(levels, min_size=1, max_size=3).map(tuple))
    | st.builds(Compare, st.just(_field("s")), st.sampled_from([Op.EQ, Op.NE]), codes)
    | st.builds(Compare, st.just(AnswerRef("Y")), st.sampled_from([Op.EQ, Op.NE]), st.just("yes"))
    | st.builds(
        Compare,
        st.sampled_from([_field("s"), _field("k")]),
        st.just(Op.IN),
        st.lists(codes, min_size=1, max_size=2, unique=True).map(tuple),
    )
    | st.builds(
        Compare,
        st.just(_field("k")),
        st.sampled_from([Op.EQ, Op.NE]),
        codes | st.lists(codes, min_size=1, max_size=2, unique=True).map(tuple),
    )
    | st.builds(Compare, st.just(_field("d")), ops, st.sampled_from([*DAYS, _field("e")]))
    | st.builds(Compare, st.just(Sum((_field("n"), _field("m")))), ops, levels | level_refs)
)
leaves = (
    comparisons
    | st.builds(Answered, st.sampled_from(["A-1.1", "A-1.2", "Y"]))
    | st.builds(HasEvidence, st.sampled_from(["A-1.1", "A-1.2"]))
    | st.builds(CountryIs, st.sampled_from([("AL",), ("XK", "BA")]))
)
conditions = st.recursive(
    leaves,
    lambda parts: (
        st.builds(All, st.lists(parts, min_size=1, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(parts, min_size=1, max_size=3).map(tuple))
        | st.builds(Not, parts)
    ),
    max_leaves=6,
)
gates = st.none() | st.builds(Compare, st.sampled_from([AnswerRef("A-1.1"), _field("n")]), ops, levels)
facts = st.fixed_dictionaries(
    {},
    optional={
        "n": levels,
        "m": levels,
        "s": codes,
        "k": st.lists(codes, min_size=1, unique=True).map(lambda keys: tuple(sorted(keys))),
        "d": st.sampled_from(DAYS),
        "e": st.sampled_from(DAYS),
    },
)
evidence = st.sampled_from([(), (Evidence("law"),)])
states = st.sampled_from([SpecialState.DONT_KNOW])
answers = st.builds(Answer, value=st.none() | levels, evidence=evidence, fields=facts) | st.builds(
    Answer, state=states, evidence=evidence, fields=facts
)
sheets = st.fixed_dictionaries(
    {},
    optional={
        "A-1.1": answers,
        "A-1.2": st.builds(Answer, value=levels, evidence=evidence),
        "Y": st.builds(Answer, value=st.sampled_from(["yes", "no"])),
    },
)
countries = st.sampled_from(["AL", "XK", "ME"])


def form_values(expressions: Expressions, names: Names, sheet: AnswerSheet) -> Mapping[str, str]:
    """What the elements of a form hold; what is not relevant is empty."""
    values = {names.of("", "country"): sheet.country}
    for item, answer in sheet.answers.items():
        if sheet.state(item).skipped:
            continue
        values[names.of(item)] = "" if answer.value is None else str(answer.value)
        values[names.of(item, "ev/kind")] = "law" if answer.evidence else ""
        for field, value in answer.fields.items():
            text = " ".join(value) if isinstance(value, tuple) else str(value)
            values[names.field(item, field)] = text
    for item in sheet.instrument.by_id:
        values[names.of(item, "asked")] = str(int(not sheet.state(item).skipped))
    return values


@given(conditions, gates, sheets, countries)
def test_certain_and_possible_are_true_and_not_false(condition, gate, given_answers, country):
    drawn_instrument = drawn(gate)
    names = Names(drawn_instrument)
    expressions = Expressions(drawn_instrument, names)
    sheet = AnswerSheet(drawn_instrument, given_answers, country)
    values = form_values(expressions, names, sheet)
    meaning = holds(condition, sheet)
    assert truth(expressions.certain(condition), values) is (meaning is True)
    assert truth(expressions.possible(condition), values) is (meaning is not False)


@given(conditions, gates, sheets, countries)
def test_a_form_asks_what_the_application_asks(condition, gate, given_answers, country):
    drawn_instrument = drawn(gate, condition)
    names = Names(drawn_instrument)
    expressions = Expressions(drawn_instrument, names)
    sheet = AnswerSheet(drawn_instrument, given_answers, country)
    values = form_values(expressions, names, sheet)
    assert truth(expressions.asked(condition), values) is not sheet.state("Z").skipped


@given(conditions)
def test_expressions_name_only_what_the_form_has(condition):
    drawn_instrument = drawn(None)
    names = Names(drawn_instrument)
    text = Expressions(drawn_instrument, names).certain(condition)
    known = {
        *(names.of(item) for item in drawn_instrument.by_id),
        *(names.of(item, "ev/kind") for item in drawn_instrument.by_id),
        *(names.field("A-1.1", field.id) for field in FIELDS),
        names.of("", "country"),
    }
    assert set(re.findall(r"\$\{([^}]+)\}", text)) <= known
