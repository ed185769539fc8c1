"""What the experts of a country ask for, from context questions: the raw material of a policy brief.

Only closed questions, and only what enough experts name (methodology 12.1 and 12.2): their own words,
such as recommendations, stay in the coordinator's workbook.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from wb6assess.model.assessment import Document, Value
from wb6assess.model.instrument import Field, Instrument


class Addressee(StrEnum):
    """Whom a question is about."""

    GOVERNMENT = "government"
    EU = "eu"
    EITHER = "either"


QUESTIONS: Mapping[str, Addressee] = {
    "FDI-C4": Addressee.EITHER,
    "CYB-C1": Addressee.EITHER,
    "CYB-C4": Addressee.EU,
    "ROL-C3": Addressee.EITHER,
    "ROL-C5": Addressee.EU,
    "FIMI-C4": Addressee.EU,
    "OPI-C1": Addressee.EU,
    "OPI-C2": Addressee.GOVERNMENT,
    "OPI-C3": Addressee.EU,
}
"""Context questions of the shipped questionnaires that say what stands in the way or would help most."""

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
        for question in instrument.context
        if question.id in QUESTIONS and not question.sensitive
        for ask in _asks(instrument, question, own, least)
    )


def _asks(
    instrument: Instrument, question: Field, documents: Iterable[Document], least: int
) -> Iterator[Ask]:
    labels = {item.key: item.label for item in question.options or question.rows}
    given = [
        frozenset(_named(document.answers[question.id].value))
        for document in documents
        if document.identity.instrument == instrument.id and question.id in document.answers
    ]
    given = [keys for keys in given if keys]
    counts = {key: sum(key in keys for keys in given) for key in labels if key not in _VAGUE}
    whom = QUESTIONS[question.id]
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
