"""Another copy of the same questionnaire, seen beside ours; and states that were kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wb6assess.exchange.answers import read_document
from wb6assess.exchange.compare import Choice, Difference, Facet, Side, compare, joined
from wb6assess.model.assessment import Answer, Document
from wb6assess.model.instrument import Instrument

__all__ = ["Choice", "CopyComparison", "Facet", "Side", "compare_copies", "joined_answers"]


@dataclass(frozen=True, slots=True)
class CopyComparison:
    """What differs between ours and another copy.

    Attributes:
        base: The state both are taken to come from; None when none was handed in before.
        differences: Questions answered differently, in the questionnaire's order.
    """

    base: Document | None
    differences: tuple[Difference, ...]


def kept_document(text: str, instrument: Instrument) -> Document:
    """A state that was handed in, from its stored text."""
    return read_document(text.encode(), lambda _id, _version: instrument, "a kept revision")


def compare_copies(
    ours: Document, theirs: Document, base: Document | None, instrument: Instrument
) -> CopyComparison:
    """Every difference, in the order of the questionnaire."""
    found = {difference.item: difference for difference in compare(ours, theirs, base)}
    ordered = (found[item] for item in instrument.answerable() if item in found)
    return CopyComparison(base, tuple(ordered))


def joined_answers(
    ours: Document, theirs: Document, choices: Mapping[str, Choice]
) -> Mapping[str, Answer]:
    """Item -> the answer after the choices, for every item either copy answers; empty for none."""
    answers = joined(ours, theirs, choices)
    return {item: answers.get(item, Answer()) for item in (*ours.answers, *theirs.answers)}


def common_revision(kept: Iterable[int], ours: int, theirs: int) -> int | None:
    """The last kept revision before either copy's: what both most probably come from."""
    return max((number for number in kept if number < min(ours, theirs)), default=None)
