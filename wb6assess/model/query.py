"""What the coordinator sends back to an expert: queries on answers, and how all experts answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from wb6assess.model.assessment import Answer, Identity

FEWEST = 3
"""Experts a spread needs: with two, the picture would show the other one's answer."""

LONGEST_TEXT = 10_000
"""Characters of a query, of a note."""

_REPLY = "query:"


@dataclass(frozen=True, slots=True)
class Query:
    """A question of the coordinator about one answer of one expert.

    Attributes:
        id: Random, unique (UUID version 7).
        key: Whose answer.
        indicator: Id of the question it is about: an indicator, a vignette or a context question.
        text: What is asked.
        asked_at: When, with its zone.
        revision: The revision the coordinator looked at.
    """

    id: str
    key: Identity
    indicator: str
    text: str
    asked_at: datetime
    revision: int

    def __post_init__(self) -> None:
        if self.asked_at.tzinfo is None:
            raise ValueError("times carry their zone")
        if not self.text.strip():
            raise ValueError("a query asks something")
        if self.revision < 1:
            raise ValueError(f"revisions count from 1, not {self.revision}")


@dataclass(frozen=True, slots=True)
class Spread:
    """How a country's experts rated one indicator, without saying who.

    Attributes:
        indicator: Its id.
        counts: How many chose level 0, 1, 2, 3, 4, 5; six numbers.
        own: The level of the expert it is shown to; None when he chose none.
    """

    indicator: str
    counts: tuple[int, ...]
    own: int | None = None

    def __post_init__(self) -> None:
        if len(self.counts) != 6 or min(self.counts) < 0:
            raise ValueError(f"six counts are needed: {self.counts}")
        if self.n < FEWEST:
            raise ValueError(f"a spread of {self.n} experts would name them")
        if self.own is not None and not (0 <= self.own <= 5 and self.counts[self.own]):
            raise ValueError(f"nobody chose level {self.own}")

    @property
    def n(self) -> int:
        """How many experts chose a level."""
        return sum(self.counts)

    @property
    def levels(self) -> tuple[int, ...]:
        """Every expert's level, ascending."""
        return tuple(level for level, count in enumerate(self.counts) for _ in range(count))

    @property
    def median(self) -> float:
        """The middle level, 0-5; between two levels it may be a half."""
        return float(median(self.levels))


def reply_key(query_id: str) -> str:
    """Where the reply to a query stands among the comments of its answer."""
    return f"{_REPLY}{query_id}"


def is_reply(comment_key: str) -> bool:
    """Whether a comment of an answer is the reply to a query."""
    return comment_key.startswith(_REPLY)


def replies(answer: Answer) -> Mapping[str, str]:
    """Query id -> reply, of one answer."""
    return {key.removeprefix(_REPLY): text for key, text in answer.comments.items() if is_reply(key)}
