"""What a validation meeting decided about an indicator in a country (methodology 5.6)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from wb6assess.model.assessment import EPOCH

REASON_MIN = 20
"""Characters a reason needs after trimming."""


class Action(StrEnum):
    """What a record does."""

    SET = "set"
    CONFIRM = "confirm"
    NA = "na"
    REVOKE = "revoke"


class ReasonCode(StrEnum):
    """Why the meeting decided."""

    FACTUAL_ERROR = "R1"
    LADDER_MISREAD = "R2"
    LATE_EVIDENCE = "R3"
    APPLICABILITY = "R4"
    PANEL_CONSENSUS = "R5"

    @property
    def may_leave_the_range(self) -> bool:
        """Only facts and late evidence justify a value no expert chose."""
        return self in {ReasonCode.FACTUAL_ERROR, ReasonCode.LATE_EVIDENCE}


@dataclass(frozen=True, slots=True)
class Decision:
    """One append-only validation record.

    Attributes:
        id: Random, unique.
        country, round, instrument, version, indicator: What it is about.
        action: What it does.
        score: 0-100 for `set` and `confirm`; None otherwise.
        reason_code, reason: Why.
        evidence_refs: References that support a value outside the experts' range.
        meeting: Id of the meeting.
        decided_at: When, with its zone.
        basis_hash: Hash of the ratings the meeting saw; empty is not checked.
        supersedes: Ids of records this one replaces.
    """

    id: str
    country: str
    round: str
    instrument: str
    version: str
    indicator: str
    action: Action
    reason_code: ReasonCode
    reason: str
    score: float | None = None
    evidence_refs: tuple[str, ...] = ()
    meeting: str = ""
    decided_at: datetime = EPOCH
    basis_hash: str = ""
    supersedes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.decided_at.tzinfo is None:
            raise ValueError("times carry their zone")
        if (self.score is not None) and self.action not in {Action.SET, Action.CONFIRM}:
            raise ValueError(f"{self.action} carries no score")
        if self.score is not None and not 0 <= self.score <= 100:
            raise ValueError(f"scores lie between 0 and 100, not {self.score}")

    @property
    def cell(self) -> tuple[str, str, str]:
        """Country, round and indicator: at most one active record each."""
        return self.country, self.round, self.indicator

    def same_content(self, other: "Decision") -> bool:
        """Whether two records decide the same, whatever their ids and times."""
        return (self.action, self.score, self.cell) == (other.action, other.score, other.cell)
