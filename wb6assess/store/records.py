"""What the store gives out about assessments and their history."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from wb6assess.model.assessment import Answer, Identity, Status


@dataclass(frozen=True, slots=True)
class AssessmentInfo:
    """One line of the list of assessments.

    `title` is the instrument's. `done` of `asked` indicators are answered, `flagged` questions
    carry a bookmark, `blocking` findings stand against handing in, `queries` of the coordinator wait
    for a reply. `submitted_at` is set while the revision is handed in. `last_item` is where the
    expert left. `returned_at` is when a file of the coordinator's was last taken in.
    """

    id: str
    identity: Identity
    title: str
    revision: int
    status: Status
    created_at: datetime
    updated_at: datetime
    submitted_at: datetime | None
    done: int
    asked: int
    flagged: int
    blocking: int
    last_item: str
    sample: bool
    queries: int = 0
    returned_at: datetime | None = None


class Kind(StrEnum):
    """How an entry of the history came about."""

    EDIT = "edit"
    FILL = "fill"
    UNDO = "undo"
    REDO = "redo"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of one answer, in one revision; an empty `Answer` stands for none.

    `source` is whose answer came in: a colleague's name, a file's; "" for the expert's own. Changes
    of the same `step` were written in one go.
    """

    at: datetime
    kind: Kind
    before: Answer
    after: Answer
    revision: int
    source: str = ""
    step: int = 0


@dataclass(frozen=True, slots=True)
class PartOf:
    """What an assessment that is a part of a colleague's knows of the whole.

    Attributes:
        label: Who answers it, as the colleague called him.
        pillars: Ids of the pillars to answer.
        base_hash: Content hash of the whole when the part was written.
        base: Item -> digest of the answer that stood there then; absent where there was none.
    """

    label: str
    pillars: tuple[str, ...]
    base_hash: str
    base: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Divided:
    """How assessments are divided among colleagues, by assessment id.

    Attributes:
        given: Pillar id -> the colleague who answers it.
        back: Ids of the given pillars whose part was joined, in any order.
        own: Ids of the pillars of a divided questionnaire that nobody else answers.
        parts: Of parts of a colleague's: who answers it, and which pillars.
    """

    given: Mapping[str, Mapping[str, str]]
    parts: Mapping[str, tuple[str, tuple[str, ...]]]
    back: Mapping[str, frozenset[str]] = field(default_factory=dict)
    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TakenQuery:
    """A query an expert received, without its reply, which is a comment of the answer."""

    id: str
    indicator: str
    text: str
    asked_at: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class TakenReturn:
    """A file of queries and spreads an expert took in; `spreads` is JSON text (docs/formats.md)."""

    sha256: str
    revision: int
    content_hash: str
    written_at: datetime
    taken_at: datetime
    note: str
    spreads: str


class Turn(StrEnum):
    """What became of a query at the coordinator's desk."""

    SENT = "sent"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Sending:
    """A file written for an expert: about which state, when, with which spreads (JSON text)."""

    id: str
    key: Identity
    revision: int
    content_hash: str
    sent_at: datetime
    spreads: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A coordinator's choice between conflicting documents of one revision.

    Attributes:
        id: Random, unique.
        key, revision: Which conflict.
        chosen: Content hash of the document that counts; empty when an earlier choice is taken back.
        reason: Why.
        resolved_at: When.
    """

    id: str
    key: Identity
    revision: int
    chosen: str
    reason: str
    resolved_at: datetime
