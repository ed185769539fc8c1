"""The shape of the short regional report: what `reports.regional` fills and papers set."""

from dataclasses import dataclass
from decimal import Decimal

from wb6assess.reports.figures import INSUFFICIENT
from wb6assess.scoring.bands import Band


@dataclass(frozen=True, slots=True)
class PublicScore:
    """A score as a public table holds it: `value` only when it is shown, else the sign says why."""

    sign: str
    value: Decimal | None = None
    band: Band | None = None
    coverage: str = ""
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class BandRow:
    """A country's line of the band table; `in_progress` publishes nothing of it."""

    country: str
    in_progress: bool
    scores: tuple[PublicScore, ...]


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A country in a domain, or a pillar in a country."""

    key: str
    label: str
    score: PublicScore
    experts: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """Law, practice and institutions of a country in a domain; None where `missing` stands instead."""

    country: str
    law: Decimal | None
    practice: Decimal | None
    institution: Decimal | None
    missing: str = INSUFFICIENT


@dataclass(frozen=True, slots=True)
class DomainPart:
    """A domain over the countries; `beside` ones are not in the overall score.

    `gaps` is empty where nothing can be said of any country; `gaps_text` then says why.
    """

    title: str
    finding: str
    rows: tuple[ScoreRow, ...]
    gaps: tuple[GapRow, ...]
    gaps_text: str
    beside: bool = False


@dataclass(frozen=True, slots=True)
class FixRow:
    """An indicator to fix in a country: levels now and aimed at, gain in its domain's score."""

    id: str
    title: str
    domain: str
    levels: str
    gain: str


@dataclass(frozen=True, slots=True)
class FieldPart:
    """A country in one domain: its score, and by pillar; the overall score has no pillars."""

    score: ScoreRow
    rows: tuple[ScoreRow, ...] = ()
    beside: bool = False


@dataclass(frozen=True, slots=True)
class CountryPart:
    """A country's profile; no `fields` when nothing of it is published."""

    name: str
    text: str
    fields: tuple[FieldPart, ...] = ()
    fixes: tuple[FixRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a scored document came from, without its expert: country, questionnaire, digest."""

    country: str
    instrument: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class Regional:
    """The whole report; texts are plain.

    The last `beside` of the `columns` are not in the overall score, which `overall_text` explains.
    """

    title: str
    subtitle: str
    round: str
    figures: tuple[tuple[str, str], ...]
    minute: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    beside: int
    overall_text: str
    bands: tuple[BandRow, ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    bands_finding: str
    domains: tuple[DomainPart, ...]
    countries: tuple[CountryPart, ...]
    notes: tuple[str, ...]
    status_note: str
    sources: tuple[Source, ...]
    digest: str
    fingerprint: str
    source: str
    sample: bool
    draft: bool
