"""What the experts of a country ask for, from context questions: the raw material of a policy brief.

Only closed questions, and only what enough experts name (methodology 12.1 and 12.2): their own words,
such as recommendations, stay in the coordinator's workbook. The questionnaire says which questions
these are (`asked_of`); of one that says nothing, those with several choices, such as obstacles.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wb6assess.model.assessment import Document, Value
from wb6assess.model.instrument import Field, Instrument
from wb6assess.model.vocabulary import Addressee, FieldType

_VAGUE = frozenset({"other", "unknown"})
_EU = re.compile(r"\bEU\b")


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that enough experts named.

    Attributes:
        field: Title of the questionnaire.
        question: What was asked.
        answer: What was named.
        named: How many experts named it.
        of: How many answered the question.
        addressee: The government or the EU.
    """

    field: str
    question: str
    answer: str
    named: int
    of: int
    addressee: Addressee


def asks_of(
    country: str,
    instruments: Mapping[str, Instrument],
    documents: Iterable[Document],
    least: int,
) -> tuple[Ask, ...]:
    """What at least `least` experts of a country named, most named first within a question."""
    own = [item for item in documents if item.identity.country == country]
    return tuple(
        ask
        for instrument in instruments.values()
        for question, whom in _questions(instrument)
        for ask in _asks(instrument, question, whom, own, least)
    )


def _questions(instrument: Instrument) -> Iterator[tuple[Field, Addressee]]:
    """Context questions that lead to asks, with whom they are asked of."""
    silent = all(question.asked_of is None for question in instrument.context)
    for question in instrument.context:
        guessed = silent and question.type is FieldType.MULTI
        whom = Addressee.EITHER if guessed else question.asked_of
        if whom is not None and not question.sensitive:
            yield question, whom


def _asks(
    instrument: Instrument,
    question: Field,
    whom: Addressee,
    documents: Iterable[Document],
    least: int,
) -> Iterator[Ask]:
    labels = {item.key: item.label for item in question.options or question.rows}
    given = [
        frozenset(_named(document.answers[question.id].value))
        for document in documents
        if document.identity.instrument == instrument.id and question.id in document.answers
    ]
    given = [keys for keys in given if keys]
    counts = {key: sum(key in keys for keys in given) for key in labels if key not in _VAGUE}
    for key, count in sorted(counts.items(), key=lambda item: -item[1]):
        if count >= least:
            asked = _addressee(labels[key]) if whom is Addressee.EITHER else whom
            yield Ask(instrument.title, question.label, labels[key], count, len(given), asked)


def _addressee(label: str) -> Addressee:
    return Addressee.EU if _EU.search(label) else Addressee.GOVERNMENT


def _named(value: Value | None) -> Iterator[str]:
    """Chosen keys; of ranks in a grid the rows that come first."""
    match value:
        case str():
            yield value
        case tuple():
            yield from value
        case Mapping():
            yield from (
                row for row, cells in value.items() if str(next(iter(cells.values()), "")) == "1"
            )
