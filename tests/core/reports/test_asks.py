"""What a country's experts ask for: closed questions only, and only what enough of them name."""

from dataclasses import replace

import pytest

from tests import builders
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Identity, Status, Value
from wb6assess.model.instrument import Column, Field, FieldType, Instrument, Option
from wb6assess.reports.region.asks import QUESTIONS, Addressee, asks_of
from wb6assess.settings import questionnaires_folder

OPTIONS = (
    Option("will", "Political will"),
    Option("guidance", "Lack of guidance from the EU"),
    Option("other", "Other"),
)


def instrument(**more: object) -> Instrument:
    field = Field("FDI-C4", FieldType.MULTI, "Main obstacle", options=OPTIONS, **more)  # type: ignore[arg-type]
    formats = Field(
        "FIMI-C4",
        FieldType.GRID,
        "Which format first",
        rows=(Column("ras", "Rapid Alert System"), Column("forum", "Forum")),
        columns=(Column("rank", "Rank"),),
    )
    words = Field("FDI-C6", FieldType.TEXT, "Recommendations")
    return builders.instrument(
        builders.pillar("P", builders.indicator("i")), title="Screening", context=(field, formats, words)
    )


def said(*values: Value, item: str = "FDI-C4", country: str = "AL") -> list[Document]:
    asked = instrument()
    return [
        Document(
            Identity(country, asked.id, asked.version, "2026", f"E{place}"),
            1,
            Status.SUBMITTED,
            {item: Answer(value)},
        )
        for place, value in enumerate(values)
    ]


def asks(documents: list[Document], least: int = 3, **more: object) -> list[tuple[str, int, int, str]]:
    asked = instrument(**more)
    found = asks_of("AL", {asked.id: asked}, documents, least)
    return [(ask.answer, ask.named, ask.of, ask.addressee.value) for ask in found]


def test_what_enough_experts_name_is_counted_and_addressed() -> None:
    documents = said(
        ("will", "guidance"), ("will", "guidance", "other"), ("guidance", "will"), ("will",)
    )
    assert asks(documents) == [
        ("Political will", 4, 4, "government"),
        ("Lack of guidance from the EU", 3, 4, "eu"),
    ]


def test_what_fewer_name_stays_out() -> None:
    assert asks(said(("will",), ("will",), ("guidance",))) == []


def test_other_and_other_countries_do_not_count() -> None:
    assert asks(said(("other",), ("other",), ("other",))) == []
    assert asks([*said(("will",), ("will",)), *said(("will",), country="BA")]) == []


def test_of_ranks_the_first_counts() -> None:
    first: Value = {"ras": {"rank": 1}, "forum": {"rank": 2}}
    last: Value = {"ras": {"rank": 2}, "forum": {"rank": 1}}
    found = asks(said(first, first, first, last, item="FIMI-C4"))
    assert found == [("Rapid Alert System", 3, 4, "eu")]


def test_words_and_sensitive_questions_are_never_taken() -> None:
    assert asks(said("Do it.", "Do it.", "Do it.", item="FDI-C6")) == []
    assert asks(said(("will",), ("will",), ("will",)), sensitive=True) == []


@pytest.mark.parametrize("item", QUESTIONS)
def test_the_questions_exist_and_are_closed(item: str) -> None:
    library = Library(questionnaires_folder())
    known = {field.id: field for name in library.ids() for field in library.instrument(name).context}
    assert known[item].options or known[item].rows
    assert not known[item].sensitive


def test_every_addressee_is_used() -> None:
    assert set(QUESTIONS.values()) == set(Addressee)


def test_an_answer_that_is_no_choice_is_no_ask() -> None:
    documents = [replace(item, answers={"FDI-C4": Answer()}) for item in said("a", "b", "c")]
    assert asks(documents) == []
