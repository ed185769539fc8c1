"""What a country's experts ask for: closed questions only, and only what enough of them name."""

from dataclasses import replace
from typing import Any

from tests import builders
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Identity, Status, Value
from wb6assess.model.instrument import Column, Field, Instrument, Option
from wb6assess.model.vocabulary import Addressee, FieldType
from wb6assess.reports.region.asks import asks_of
from wb6assess.settings import questionnaires_folder

OPTIONS = (
    Option("will", "Political will"),
    Option("guidance", "Lack of guidance from the EU"),
    Option("other", "Other"),
)


def instrument(
    whom: Addressee | None = Addressee.EITHER, ranked: Addressee | None = Addressee.EU, **more: object
) -> Instrument:
    field = Field("C-1", FieldType.MULTI, "Main obstacle", options=OPTIONS, asked_of=whom, **more)  # type: ignore[arg-type]
    formats = Field(
        "C-2",
        FieldType.GRID,
        "Which format first",
        rows=(Column("ras", "Rapid Alert System"), Column("forum", "Forum")),
        columns=(Column("rank", "Rank"),),
        asked_of=ranked,
    )
    words = Field("C-3", FieldType.TEXT, "Recommendations")
    return builders.instrument(
        builders.pillar("P", builders.indicator("i")), title="Screening", context=(field, formats, words)
    )


def said(*values: Value, item: str = "C-1", country: str = "AL") -> list[Document]:
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


def asks(documents: list[Document], least: int = 3, **more: Any) -> list[tuple[str, int, int, str]]:
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
    found = asks(said(first, first, first, last, item="C-2"))
    assert found == [("Rapid Alert System", 3, 4, "eu")]


def test_words_and_sensitive_questions_are_never_taken() -> None:
    assert asks(said("Do it.", "Do it.", "Do it.", item="C-3")) == []
    assert asks(said(("will",), ("will",), ("will",)), sensitive=True) == []


def test_the_questionnaire_says_of_whom_it_is_asked() -> None:
    documents = said(("will",), ("will",), ("will",))
    assert asks(documents, whom=Addressee.EU) == [("Political will", 3, 3, "eu")]
    assert asks(documents, whom=None) == []


def test_a_questionnaire_that_says_nothing_asks_for_its_several_choices() -> None:
    documents = said(("will",), ("will",), ("guidance", "will"))
    assert asks(documents, whom=None, ranked=None) == [("Political will", 3, 3, "government")]


def test_the_shipped_questionnaires_say_it_of_each_addressee() -> None:
    library = Library(questionnaires_folder())
    named = [field.asked_of for name in library.ids() for field in library.instrument(name).context]
    assert set(Addressee) <= set(named)


def test_an_answer_that_is_no_choice_is_no_ask() -> None:
    documents = [replace(item, answers={"C-1": Answer()}) for item in said("a", "b", "c")]
    assert asks(documents) == []
