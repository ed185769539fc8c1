"""What can be chosen, question by question: the columns of each, and what a person picked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from wb6assess.exchange.compare import chosen
from wb6assess.exchange.written import answer_as_json
from wb6assess.model.assessment import Answer
from wb6assess.session.copies import Facet, Side

Pick = int | Mapping[Facet, int]
"""A column's whole answer, or for each facet the column it comes from; the first where none is named."""


class Standing(StrEnum):
    """Why a question is in the list."""

    CHOICE = "choice"
    TAKEN = "taken"
    OUTSIDE = "outside"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Column:
    """One of the answers that stand beside each other; ours comes first."""

    label: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of the list.

    Attributes:
        item: Its id.
        title: Its title.
        group: Id of its pillar; "" for vignettes and context questions.
        standing: Why it is here.
        columns: The answers, ours first; one where nothing differs.
        facets: What differs between them.
        proposed: What follows without a person; None where a person must choose.
        why: A sentence about it.
    """

    item: str
    title: str
    group: str
    standing: Standing
    columns: tuple[Column, ...]
    facets: tuple[Facet, ...] = ()
    proposed: Pick | None = None
    why: str = ""

    @property
    def choosable(self) -> bool:
        """Whether there is anything to choose."""
        return len(self.columns) > 1

    @property
    def mixable(self) -> bool:
        """Whether the answer may be put together from both columns."""
        return len(self.columns) == 2 and len(self.facets) > 1


@dataclass(frozen=True, slots=True)
class Heading:
    """A pillar over its questions; `note` says who answers it or what is missing."""

    group: str
    number: str
    title: str
    note: str = ""


@dataclass(slots=True)
class Picks:
    """What the person picked; outlives the page that shows it."""

    made: dict[str, Pick] = field(default_factory=dict)

    def pick(self, entry: Entry) -> Pick | None:
        """What holds for a question now; None while nobody has chosen."""
        return self.made.get(entry.item, entry.proposed)

    def set(self, entry: Entry, pick: Pick) -> None:
        """The person chose."""
        self.made[entry.item] = pick

    def open(self, entries: Iterable[Entry]) -> list[Entry]:
        """Questions that still need a choice."""
        return [entry for entry in entries if entry.choosable and self.pick(entry) is None]


def differing(columns: Sequence[Column]) -> tuple[Facet, ...]:
    """The facets that are not the same in all columns."""
    first = columns[0].answer
    return tuple(
        facet
        for facet in Facet
        if any(_written(column.answer, facet) != _written(first, facet) for column in columns[1:])
    )


def _written(answer: Answer, facet: Facet) -> object:
    """As files write it, so that equal means equal in a file; value and special state are one."""
    found = answer_as_json(answer)
    if facet is Facet.VALUE:
        return found.get("value"), found.get("state")
    return found.get(facet.value)


def picked_answer(entry: Entry, pick: Pick) -> Answer:
    """The answer that a pick stands for."""
    if isinstance(pick, int):
        return entry.columns[pick].answer
    ours, theirs = entry.columns
    return chosen(ours.answer, theirs.answer, sides(pick))


def sides(pick: Mapping[Facet, int]) -> Mapping[Facet, Side]:
    """The same pick as the core names it."""
    return {facet: Side.THEIRS if column else Side.OURS for facet, column in pick.items()}


def settled(pick: Mapping[Facet, int], facets: Iterable[Facet]) -> Pick:
    """A mix that takes everything from one column is that column."""
    columns = {pick.get(facet, 0) for facet in facets}
    return columns.pop() if len(columns) == 1 else pick
