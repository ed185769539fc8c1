"""Comparing with a literal and with another answer that says the same: one meaning, two ways."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from wb6assess.model.conditions import AnswerRef, Compare, FieldRef, Op, Sum
from wb6assess.scoring.conditions import holds

WORDS = st.sampled_from(["yes", "no", "3", "3.0", "3.50", "-0.5", "2024-05-01", "", "long words"])
NUMBERS = st.one_of(st.integers(-3, 6), st.sampled_from([10**17, 3.0, 0.5]))
WHOLE = st.one_of(st.integers(-3, 6), st.just(10**17))
SEVERAL = st.lists(st.one_of(WORDS, NUMBERS), max_size=3).map(tuple)
LITERALS = st.one_of(WORDS, NUMBERS, SEVERAL)
VALUES = st.one_of(
    WORDS,
    WHOLE,
    st.lists(WORDS, max_size=3, unique=True).map(tuple),
    st.just({"row": {"column": 1}}),
    st.none(),
)


@dataclass(frozen=True)
class Said:
    """Two values; `b` may also be what only a condition can hold."""

    a: object
    b: object
    country: str = "XK"

    def answer_value(self, item: str) -> object:
        return getattr(self, item)

    def field_value(self, item: str, _field_id: str) -> object:
        return getattr(self, item)

    def answered(self, _item: str) -> None:
        return None

    def has_evidence(self, _item: str) -> None:
        return None


@given(VALUES, st.sampled_from(Op), LITERALS)
def test_a_literal_means_what_an_answer_of_the_same_kind_means(value, op, literal):
    said = Said(value, literal)
    for left, right in (
        (AnswerRef("a"), AnswerRef("b")),
        (FieldRef("a", "x"), FieldRef("b", "y")),
    ):
        assert holds(Compare(left, op, literal), said) == holds(Compare(left, op, right), said)


@given(WHOLE, st.sampled_from(Op), NUMBERS)
def test_a_sum_of_one_means_what_its_term_means(value, op, literal):
    said = Said(value, literal)
    term = AnswerRef("a")
    assert holds(Compare(Sum((term,)), op, literal), said) == holds(Compare(term, op, literal), said)
