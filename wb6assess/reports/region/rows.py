"""The shape of the regional report: what `reports.region.report` fills, and every kind of file sets.

Nothing here knows how it is set. Texts are plain; scores have passed disclosure control: where one is
hidden, `value`, `band` and `interval` are None and `sign` is what is printed.
"""

from dataclasses import dataclass
from decimal import Decimal

from wb6assess.reports.figures import INSUFFICIENT
from wb6assess.scoring.bands import Band
from wb6assess.scoring.rounds import ProgressWord


@dataclass(frozen=True, slots=True)
class PublicScore:
    """A score as a public table holds it: `value` only when it is shown, else the sign says why.

    `interval` are the ends of the 90 % interval in points; `neighbour` is the band the score borders
    on, None where it lies surely in its own.
    """

    sign: str
    value: Decimal | None = None
    band: Band | None = None
    coverage: str = ""
    provisional: bool = False
    interval: tuple[float, float] | None = None
    neighbour: Band | None = None


@dataclass(frozen=True, slots=True)
class BandRow:
    """A country's line of the band table; `in_progress` publishes nothing of it."""

    country: str
    in_progress: bool
    scores: tuple[PublicScore, ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A country in a domain, or a pillar in a country; `evidence` is the share that is supported."""

    key: str
    label: str
    score: PublicScore
    experts: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class GapRow:
    """Law, practice, institutions and interface in a domain; None where `missing` stands instead.

    `country` is the label: a country, or a domain in a country's profile.
    """

    country: str
    law: Decimal | None
    practice: Decimal | None
    institution: Decimal | None
    missing: str = INSUFFICIENT
    interface: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """The matched change of a country in one node since the earlier round.

    Attributes:
        code, country: Which one.
        before, now: Published scores of the matched set; None where `missing` stands instead.
        word: For the matched change only.
        interval: 90 % interval of the change, in points.
        within: The interval contains no change ("within uncertainty").
        total: Change of the published scores, matched or not.
        composition: Total minus matched change.
        fell: Ids of matched indicators that lost points, where they may be named.
        missing: ":" not comparable, "c" confidential.
    """

    code: str
    country: str
    before: Decimal | None = None
    now: Decimal | None = None
    word: ProgressWord | None = None
    interval: tuple[float, float] | None = None
    within: bool = False
    total: Decimal | None = None
    composition: Decimal | None = None
    fell: tuple[str, ...] = ()
    missing: str = INSUFFICIENT

    @property
    def points(self) -> Decimal | None:
        """Now minus before, matched."""
        return None if self.now is None or self.before is None else self.now - self.before


@dataclass(frozen=True, slots=True)
class ChangePart:
    """The changes of one node over the countries; `key` is a domain id, "" for the whole."""

    key: str
    title: str
    finding: str
    rows: tuple[ChangeEntry, ...]
    beside: bool = False


@dataclass(frozen=True, slots=True)
class ProgressPart:
    """What changed since an earlier round: `since` is its title, `text` what the words mean."""

    since: str
    text: str
    parts: tuple[ChangePart, ...]


@dataclass(frozen=True, slots=True)
class PillarLine:
    """A pillar over the countries, in the order of the band table."""

    id: str
    title: str
    scores: tuple[PublicScore, ...]


@dataclass(frozen=True, slots=True)
class DomainPart:
    """A domain over the countries; `beside` ones are not in the overall score.

    `gaps` is empty where nothing can be said of any country; `gaps_text` then says why. `said` are
    further sentences under the finding.
    """

    title: str
    finding: str
    rows: tuple[ScoreRow, ...]
    gaps: tuple[GapRow, ...]
    gaps_text: str
    beside: bool = False
    said: tuple[str, ...] = ()
    key: str = ""
    pillars: tuple[PillarLine, ...] = ()


@dataclass(frozen=True, slots=True)
class FixRow:
    """An indicator to fix: levels now and aimed at, gain in the score that `domain` is a part of.

    `step` is the text of the next level, `next_level` its number where it has one, `actor` who decides
    about it; "" where there is none.
    """

    id: str
    title: str
    domain: str
    levels: str
    gain: str
    now: str = ""
    target: str = ""
    points: float = 0.0
    step: str = ""
    actor: str = ""
    next_level: str = ""

    @property
    def step_words(self) -> str:
        """The next step for reading alone: “Level 2: …”, so that nobody takes it for what is so."""
        return f"Level {self.next_level}: {self.step}" if self.next_level else self.step


@dataclass(frozen=True, slots=True)
class FieldPart:
    """A country in one domain: its score, and by pillar; the overall score has no pillars.

    `change` is the matched change since the earlier round, None without one. `fixes` is what to fix
    first for the domain's own score; empty where the country's list says the same.
    """

    score: ScoreRow
    rows: tuple[ScoreRow, ...] = ()
    beside: bool = False
    change: ChangeEntry | None = None
    fixes: tuple[FixRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ValidationRow:
    """What meetings did to a domain: both scores as printed, their difference, indicators moved."""

    domain: str
    experts: str
    validated: str
    difference: str
    moved: str
    largest: str


@dataclass(frozen=True, slots=True)
class OpennessRow:
    """Readiness against the openness of the EU side in a domain, as printed.

    `points` is their difference; `said` the two in a sentence of its own.
    """

    domain: str
    readiness: str
    openness: str
    points: Decimal
    reading: str
    said: str


@dataclass(frozen=True, slots=True)
class CountryPart:
    """A country's profile; no `fields` when nothing of it is published.

    Attributes:
        name, code: Which country.
        text: The first mention of its score, and what else must be said.
        fields: The whole and each domain with its pillars.
        fixes: What to fix first for the whole score.
        fixes_text: What the gains are points of.
        strongest, weakest: Pillars, highest and lowest first.
        gaps: Law and practice by domain.
        validation: What meetings changed, by domain; empty without a meeting.
        validation_text: Where a meeting moved a score by more than five points, and how.
        unknown: Sentence about what nobody could answer; "" without any.
        openness: Readiness and the openness of the EU side, where both may be told.
    """

    name: str
    text: str
    fields: tuple[FieldPart, ...] = ()
    fixes: tuple[FixRow, ...] = ()
    code: str = ""
    fixes_text: str = ""
    strongest: tuple[ScoreRow, ...] = ()
    weakest: tuple[ScoreRow, ...] = ()
    gaps: tuple[GapRow, ...] = ()
    validation: tuple[ValidationRow, ...] = ()
    validation_text: tuple[str, ...] = ()
    unknown: str = ""
    openness: tuple[OpennessRow, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """Agreement of experts on levels: `sign` is printed, alpha with two decimals, "n.d." or ":".

    `key` is what the row stands for, where its label does not say so.
    """

    label: str
    value: Decimal | None
    sign: str
    interval: tuple[float, float] | None
    units: str
    reading: str
    key: str = ""

    @property
    def about(self) -> str:
        """What the row stands for."""
        return self.key or self.label


@dataclass(frozen=True, slots=True)
class AgreementPart:
    """Annex on agreement.

    Attributes:
        finding: In how many fields the experts agree how well.
        text: What alpha is and how it reads.
        region: One row per domain over all countries.
        columns: Heads of the table by country: the domains.
        countries: Country and one text per domain: alpha, then indicators flagged of those rated.
        others: Type of question -> agreement of pairs, as a sentence per domain.
    """

    text: str
    region: tuple[AgreementRow, ...]
    columns: tuple[str, ...]
    countries: tuple[tuple[str, tuple[str, ...]], ...]
    others: tuple[str, ...]
    finding: str = ""


@dataclass(frozen=True, slots=True)
class WidthRow:
    """Widths in points of a country's interval: everything, then each source alone; as printed."""

    country: str
    widths: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class MethodPart:
    """Annex on the method: how scores and intervals come about, widths by source, all parameters.

    `parameters` are name, value, and whether it differs from the default.
    """

    sentences: tuple[str, ...]
    widths: tuple[WidthRow, ...]
    parameters: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a scored document came from, without its expert: country, questionnaire, digest."""

    country: str
    instrument: str
    content_hash: str
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Regional:
    """The whole report; texts are plain.

    The last `beside` of the `columns` are not in the overall score, which `overall_text` explains.
    `certainty_text` is the finding of the page of intervals; `reading` are words and what they mean.
    `progress` is None without an earlier round.
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
    reading: tuple[tuple[str, str], ...]
    certainty_text: str
    interval_note: str
    domains: tuple[DomainPart, ...]
    progress: ProgressPart | None
    countries: tuple[CountryPart, ...]
    agreement: AgreementPart
    method: MethodPart
    notes: tuple[str, ...]
    status_note: str
    sources: tuple[Source, ...]
    digest: str
    fingerprint: str
    source: str
    sample: bool
    draft: bool
