"""The shape of the full record: what `reports.expert.record` fills and papers set."""

from dataclasses import dataclass

from wb6assess.model.assessment import Confidence


@dataclass(frozen=True, slots=True)
class Rung:
    """One choice of a question; `mark` is the level, or empty where choices have no number."""

    mark: str
    words: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class CapLine:
    """The highest level an answer counts, and why; it stands above the rung chosen."""

    at: int
    because: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One item of evidence: what it is, its particulars, its quotation and its address."""

    title: str
    particulars: str
    quote: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what stands beside it."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class RecordItem:
    """One question and everything said to it.

    Attributes:
        aside: Aspect and weight.
        notes: When it is asked, for whom it does not apply, what it is founded on.
        rungs: The choices; empty for numbers and texts, and where it was not asked.
        outcome: How the answer counts: "3 = 60.0 points", "don't know".
        reason: Label and words of the justification.
        findings: What checks noticed, with the expert's comments.
        left_out: A sentence that stands in place of everything said to a sensitive question.
    """

    id: str
    title: str
    question: str
    aside: str = ""
    notes: tuple[str, ...] = ()
    rungs: tuple[Rung, ...] = ()
    cap: CapLine | None = None
    outcome: str = ""
    confidence: Confidence | None = None
    facts: tuple[Line, ...] = ()
    reason: Line | None = None
    evidence: tuple[EvidenceRow, ...] = ()
    findings: tuple[Line, ...] = ()
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class RecordPart:
    """A pillar, or what is asked at the end."""

    id: str
    title: str
    aside: str
    items: tuple[RecordItem, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record. `sensitive` says that answers to sensitive questions are in this copy."""

    title: str
    subtitle: str
    country: str
    identity: tuple[tuple[str, str], ...]
    introduction: str
    parts: tuple[RecordPart, ...]
    status_note: str
    fingerprint: str
    content_hash: str
    source: str
    language: str
    sample: bool
    draft: bool
    sensitive: bool
