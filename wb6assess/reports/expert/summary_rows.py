"""The shape of the expert summary: what `reports.expert.summary` fills and papers set."""

from dataclasses import dataclass
from decimal import Decimal

from wb6assess.model.vocabulary import Severity
from wb6assess.scoring.bands import Band
from wb6assess.scoring.beside import LawPractice


@dataclass(frozen=True, slots=True)
class PillarRow:
    """A pillar's line: `published` None where `sign` is ":" or "z"; coverage in words."""

    id: str
    title: str
    published: Decimal | None
    sign: str
    band: Band | None
    coverage: str
    provisional: bool


@dataclass(frozen=True, slots=True)
class LevelRow:
    """An indicator with the level it counts and what that level says."""

    id: str
    title: str
    level: str
    says: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """An indicator to fix: gain in points of the domain score, levels now and aimed at."""

    id: str
    title: str
    remark: str
    gain: float
    now: str
    target: str


@dataclass(frozen=True, slots=True)
class NotScoredRow:
    """An indicator without a score, and why."""

    id: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding: what was noticed, about which indicators, and whether it was commented on."""

    severity: Severity
    message: str
    about: str
    comment: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole summary. Texts are plain; None or an empty tuple means the part has nothing to say."""

    title: str
    subtitle: str
    country: str
    identity: tuple[tuple[str, str], ...]
    sign: str
    published: Decimal | None
    band: Band | None
    verdict: str
    verdict_text: str
    pillars: tuple[PillarRow, ...]
    along: tuple[LevelRow, ...]
    behind: tuple[LevelRow, ...]
    priorities: tuple[GapRow, ...]
    aspects: LawPractice
    aspects_text: str
    not_scored: tuple[NotScoredRow, ...]
    findings_text: str
    findings: tuple[FindingRow, ...]
    notes: tuple[str, ...]
    status_note: str
    fingerprint: str
    content_hash: str
    source: str
    sample: bool
    draft: bool
