"""An expert's answers: Answer, Evidence, Assessment, Document.

Values are held exactly as files hold them (docs/formats.md): a level is an `int`; a number is an
`int` or, when it has decimals, a decimal string; codes, dates and texts are strings; a multiple
choice is a tuple of option keys; a grid maps row to column to number. `model.values` is the one
place that says whether a value fits its question.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

Number = int | str
Grid = Mapping[str, Mapping[str, Number]]
Value = int | str | tuple[str, ...] | Grid

EXPERT_CODE = re.compile(r"[A-Za-z0-9._-]{1,40}")
"""A pseudonymous expert code: 1-40 letters, digits, dots, underscores, hyphens."""


EPOCH = datetime.fromtimestamp(0, UTC)
"""Stands where a file says nothing about its time."""


class SpecialState(StrEnum):
    """Answers that are no value; `withheld` is offered on sensitive indicators only."""

    NOT_APPLICABLE = "not_applicable"
    DONT_KNOW = "dont_know"
    WITHHELD = "withheld"


class Confidence(StrEnum):
    """How sure the expert is (methodology 1.4)."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def weight(self) -> int:
        """1, 2 or 3, for the confidence mean."""
        return {Confidence.LOW: 1, Confidence.MEDIUM: 2, Confidence.HIGH: 3}[self]


class Status(StrEnum):
    """Where a revision stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    WITHDRAWN = "withdrawn"


class Grade(StrEnum):
    """Strength of evidence (methodology 1.5): official, other document, statement."""

    A = "A"
    B = "B"
    C = "C"


EVIDENCE_GRADES: Mapping[str, Grade] = {
    **dict.fromkeys(
        (
            "law",
            "bylaw",
            "decision",
            "court",
            "audit",
            "official_statistics",
            "agreement",
            "eu_document",
        ),
        Grade.A,
    ),
    **dict.fromkeys(
        ("report", "exercise", "concordance", "budget", "web", "dataset", "academic", "media"), Grade.B
    ),
    **dict.fromkeys(("interview", "expert_statement"), Grade.C),
}
"""Evidence kind -> grade (docs/instrument-format.md)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One item of evidence; `citation` and `title` name it, `file` and `sha256` an attachment."""

    kind: str
    title: str = ""
    citation: str = ""
    issuer: str = ""
    date: str = ""
    reference: str = ""
    url: str = ""
    page: str = ""
    quote: str = ""
    file: str = ""
    sha256: str = ""

    @property
    def grade(self) -> Grade:
        """A, B or C by kind."""
        return EVIDENCE_GRADES[self.kind]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an expert said to one question; value and state exclude each other.

    `fields` holds companion facts by field id, `comments` the expert's comments on findings by
    check id. An answer may hold only text while the expert has not chosen yet.
    """

    value: Value | None = None
    state: SpecialState | None = None
    confidence: Confidence | None = None
    justification: str = ""
    evidence: tuple[Evidence, ...] = ()
    fields: Mapping[str, Value] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.value is not None and self.state is not None:
            raise ValueError("an answer has a value or a special state, not both")

    @property
    def empty(self) -> bool:
        """Nothing at all was said."""
        said = self.value is not None or self.state is not None or self.confidence is not None
        return not (said or self.justification or self.evidence or self.fields or self.comments)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a submission is about and whose it is: the merge key (methodology 9.1)."""

    country: str
    instrument: str
    instrument_version: str
    round: str
    expert: str


@dataclass(frozen=True, slots=True)
class Document:
    """One full assessment in one state, as files carry it.

    `assessment_id` and `updated_at` (UTC) are shown but never decide anything. `sample` marks
    invented answers; every output made from them says so.
    """

    identity: Identity
    revision: int
    status: Status
    answers: Mapping[str, Answer]
    assessment_id: str = ""
    updated_at: datetime = EPOCH
    sample: bool = False

    def __post_init__(self) -> None:
        if self.revision < 1:
            raise ValueError(f"revisions count from 1, not {self.revision}")
        if self.updated_at.tzinfo is None:
            raise ValueError("times carry their zone")
