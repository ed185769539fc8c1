"""Two copies of one questionnaire that went apart: what differs, answer by answer, and joining them.

Nothing is decided here: what only one side changed is named as such, and the choice is a person's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from wb6assess.exchange.written import answer_as_json
from wb6assess.model.assessment import Answer, Document

_NOTHING = Answer()


class Facet(StrEnum):
    """What can differ in an answer; value and special state are one, since they exclude each other."""

    VALUE = "value"
    CONFIDENCE = "confidence"
    JUSTIFICATION = "justification"
    EVIDENCE = "evidence"
    FIELDS = "fields"
    COMMENTS = "comments"


class Side(StrEnum):
    """Whose copy."""

    OURS = "ours"
    THEIRS = "theirs"


class Changed(StrEnum):
    """How the copies relate; without a common ancestor whatever differs is `both`."""

    SAME = "same"
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


Choice = Side | Mapping[Facet, Side]
"""One side's whole answer, or a side for each facet; facets that are not named stay ours."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One question both copies do not answer alike.

    Attributes:
        item: Id of the question.
        ours: Our answer; an empty one when there is none.
        theirs: Theirs.
        base: The common ancestor's; None when no ancestor is known.
        facets: How each facet relates.
    """

    item: str
    ours: Answer
    theirs: Answer
    base: Answer | None
    facets: Mapping[Facet, Changed]

    @property
    def changed(self) -> Changed:
        """How the answers relate as a whole."""
        found = set(self.facets.values()) - {Changed.SAME}
        return found.pop() if len(found) == 1 else Changed.BOTH

    @property
    def proposed(self) -> Choice | None:
        """What follows from the ancestor alone; None where both changed the same facet."""
        if Changed.BOTH in self.facets.values():
            return None
        return {
            facet: Side.THEIRS if changed is Changed.THEIRS else Side.OURS
            for facet, changed in self.facets.items()
        }


def compare(ours: Document, theirs: Document, base: Document | None = None) -> tuple[Difference, ...]:
    """Every question the copies answer differently, ours first, in the order of their answers.

    Args:
        ours: Our copy.
        theirs: The other copy of the same questionnaire.
        base: The state both come from, if it is known.
    """
    items = dict.fromkeys((*ours.answers, *theirs.answers))
    found = []
    for item in items:
        ancestor = None if base is None else base.answers.get(item, _NOTHING)
        mine, other = ours.answers.get(item, _NOTHING), theirs.answers.get(item, _NOTHING)
        facets = {facet: _changed(facet, mine, other, ancestor) for facet in Facet}
        if any(changed is not Changed.SAME for changed in facets.values()):
            found.append(Difference(item, mine, other, ancestor, facets))
    return tuple(found)


def joined(ours: Document, theirs: Document, choices: Mapping[str, Choice]) -> dict[str, Answer]:
    """The answers after every choice; questions without one stay ours, empty answers are left out."""
    items = dict.fromkeys((*ours.answers, *theirs.answers))
    answers = {
        item: chosen(
            ours.answers.get(item, _NOTHING),
            theirs.answers.get(item, _NOTHING),
            choices.get(item, Side.OURS),
        )
        for item in items
    }
    return {item: answer for item, answer in answers.items() if not answer.empty}


def chosen(ours: Answer, theirs: Answer, choice: Choice) -> Answer:
    """One answer made of two."""
    match choice:
        case Side.OURS:
            return ours
        case Side.THEIRS:
            return theirs
        case _:
            taken = [facet for facet, side in choice.items() if side is Side.THEIRS]
            return _with(ours, theirs, taken)


def _with(ours: Answer, theirs: Answer, facets: Iterable[Facet]) -> Answer:
    parts: dict[str, object] = {}
    for facet in facets:
        if facet is Facet.VALUE:
            parts |= {"value": theirs.value, "state": theirs.state}
        else:
            parts[facet.value] = getattr(theirs, facet.value)
    return replace(ours, **parts)  # type: ignore[arg-type]


def _changed(facet: Facet, ours: Answer, theirs: Answer, base: Answer | None) -> Changed:
    mine, other = _facet(facet, ours), _facet(facet, theirs)
    if mine == other:
        return Changed.SAME
    if base is None:
        return Changed.BOTH
    before = _facet(facet, base)
    if mine == before:
        return Changed.THEIRS
    return Changed.OURS if other == before else Changed.BOTH


def _facet(facet: Facet, answer: Answer) -> object:
    """As files write it, so that equal means equal in a file."""
    written = answer_as_json(answer)
    if facet is Facet.VALUE:
        return written.get("value"), written.get("state")
    return written.get(facet.value)
