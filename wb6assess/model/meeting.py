"""A validation meeting: what it is called, when it was, who was there, what it had before it."""

from dataclasses import dataclass
from datetime import date

from wb6assess.model.decision import Action, ReasonCode

Place = tuple[str, str]
"""Country code and indicator id: one item of an agenda."""


@dataclass(frozen=True, slots=True)
class HalfDecided:
    """What is being decided and was not recorded; only a record is a decision.

    Attributes:
        action: What is chosen; None while nothing is.
        level: 0-5 with `set` only.
        code: Of the reason.
        reason: As far as it is written.
        reference: To evidence, several separated by ";".
    """

    action: Action | None = None
    level: float | None = None
    code: ReasonCode = ReasonCode.PANEL_CONSENSUS
    reason: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a round; its decisions are records of their own (`model.decision`).

    Attributes:
        id: Short, such as M1; the records name it.
        round: The round it is about.
        title: What it is called on paper and screen.
        held_on: The day, or None while it is not fixed.
        chair: Who leads it.
        present: Who was there, one line each.
        invited: How many were asked to come; 0 when nobody counted.
        agenda: What is to be decided, in this order.
        postponed: What the meeting left for another time.
    """

    id: str
    round: str
    title: str = ""
    held_on: date | None = None
    chair: str = ""
    present: tuple[str, ...] = ()
    invited: int = 0
    agenda: tuple[Place, ...] = ()
    postponed: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        if not self.id.strip():
            raise ValueError("a meeting has an id")
        if self.invited < 0:
            raise ValueError(f"nobody invites {self.invited} people")
