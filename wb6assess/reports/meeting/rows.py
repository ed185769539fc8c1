"""The shape of a meeting's agenda: what `reports.meeting.agenda` fills, screens and papers show.

Nothing here says who rated what: levels are counts, words have no owner (methodology 5.3, 12.2).
"""

from dataclasses import dataclass, field
from datetime import datetime

from wb6assess.model.decision import Action, ReasonCode
from wb6assess.model.meeting import Place
from wb6assess.model.vocabulary import IndicatorType
from wb6assess.scoring.consensus import Agreement, Flag

TOP_LEVEL = 5.0


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of an answer scale; `level` is 0-5, for options and numbers what they count as."""

    level: float
    words: str


@dataclass(frozen=True, slots=True)
class LevelCount:
    """So many experts stand at this level."""

    level: float
    experts: int


@dataclass(frozen=True, slots=True)
class Standing:
    """The record that decides an item now; `stale` when the ratings changed after it."""

    record: str
    action: Action
    level: float | None
    reason_code: ReasonCode
    reason: str
    meeting: str
    decided_at: datetime
    stale: bool


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One indicator in one country, as a meeting may see it.

    Attributes:
        country, country_name: Which country.
        instrument, instrument_title, pillar, pillar_title: Where the indicator stands.
        indicator, title, question, kind: What is asked.
        rungs: The answer scale from the lowest.
        levels: How many experts stand where, lowest first.
        n, n_na, n_dk: Experts with a level, with "not applicable", with "don't know" or withheld.
        capped: Experts whose level counts less than they chose.
        score: What the experts amount to, 0-100; None where nobody has a level.
        median, confidence_mean: In levels 0-5.
        range: Highest minus lowest level.
        weight: Effective weight in the domain, in percent.
        agreement: None below two experts.
        flags: Why it is worth a look.
        remarks: What experts wrote, in an order that follows from the words alone.
        evidence: What they refer to.
        words_left_out: The question is marked sensitive, so nobody's words are here.
        basis: Hash of the ratings a decision rests on (hex).
        standing: What was decided and is in force.
        contradicted: Two records decide it differently; none applies.
        much_left_out: Not applicable, as is more of its pillar's weight than the framework takes
            without a look (methodology 1.1).
    """

    country: str
    country_name: str
    instrument: str
    instrument_title: str
    pillar: str
    pillar_title: str
    indicator: str
    title: str
    question: str
    kind: IndicatorType
    rungs: tuple[Rung, ...]
    levels: tuple[LevelCount, ...]
    n: int
    n_na: int
    n_dk: int
    capped: int
    score: float | None
    median: float | None
    confidence_mean: float | None
    range: float
    weight: float
    agreement: Agreement | None
    flags: tuple[Flag, ...]
    basis: str
    remarks: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    words_left_out: bool = False
    standing: Standing | None = None
    contradicted: bool = False
    much_left_out: bool = False

    @property
    def place(self) -> Place:
        """Country and indicator."""
        return self.country, self.indicator

    @property
    def importance(self) -> float:
        """Effective weight × range (methodology 5.3)."""
        return self.weight * self.range

    @property
    def contested(self) -> bool:
        """Worth a meeting's time: experts differ, do not know, or a decision must be looked at again."""
        raised = bool(set(self.flags) - {Flag.SINGLE_EXPERT}) or self.contradicted or self.much_left_out
        return raised or (self.standing is not None and self.standing.stale)

    @property
    def settled(self) -> bool:
        """A decision is in force and rests on the ratings as they are."""
        return self.standing is not None and not self.standing.stale

    @property
    def bounds(self) -> tuple[float, float] | None:
        """Lowest and highest level any expert stands at; None where nobody has one."""
        return (self.levels[0].level, self.levels[-1].level) if self.levels else None

    def outside(self, level: float) -> bool:
        """Whether a level needs R1 or R3 and a reference (methodology 5.6)."""
        return self.bounds is None or not self.bounds[0] <= level <= self.bounds[1]

    def dots_at(self, rung: Rung) -> int:
        """How many experts stand nearest to this rung; halfway counts for the lower one."""
        return sum(count.experts for count in self.levels if self._nearest(count.level) == rung)

    def _nearest(self, level: float) -> Rung:
        return min(self.rungs, key=lambda rung: (abs(rung.level - level), rung.level))


@dataclass(frozen=True, slots=True)
class RestLine:
    """One indicator that can be confirmed with its pillar; `level` is the experts' own."""

    indicator: str
    title: str
    level: float


@dataclass(frozen=True, slots=True)
class PillarRest:
    """What of a pillar no meeting must discuss: it can be confirmed in one go."""

    country: str
    country_name: str
    instrument: str
    instrument_title: str
    pillar: str
    pillar_title: str
    lines: tuple[RestLine, ...]

    @property
    def indicators(self) -> tuple[str, ...]:
        """Their ids."""
        return tuple(line.indicator for line in self.lines)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a meeting has before it.

    Attributes:
        round, round_title: Of the answers.
        items: In the order of methodology 5.3.
        rest: Pillars whose other indicators can be confirmed together.
        of: Scored indicators there are in the chosen countries and questionnaires.
        sample: Invented answers are among them.
        status_note: Footnote of a country's name; empty where it does not appear.
        digest: SHA-256 of the ratings shown (hex), which ties paper to data.
        newest: When the newest answer was changed.
        contested: How many indicators are contested, on the agenda or not, and not decided.
    """

    round: str
    round_title: str
    items: tuple[AgendaItem, ...]
    rest: tuple[PillarRest, ...]
    of: int
    sample: bool
    status_note: str
    digest: str
    newest: datetime = field(compare=False)
    contested: int = 0

    @property
    def entries(self) -> tuple[AgendaItem | PillarRest, ...]:
        """Items, then pillars."""
        return (*self.items, *self.rest)

    @property
    def countries(self) -> tuple[str, ...]:
        """Names of the countries on it, each once."""
        found = {(entry.country, entry.country_name) for entry in self.entries}
        return tuple(name for _, name in sorted(found))

    @property
    def instruments(self) -> tuple[str, ...]:
        """Titles of the questionnaires on it, each once."""
        return tuple(dict.fromkeys(entry.instrument_title for entry in self.entries))
