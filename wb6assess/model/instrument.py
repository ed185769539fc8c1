"""Questionnaires as immutable objects: Instrument, Pillar, Indicator, Level and what hangs on them.

File format: docs/instrument-format.md. All texts are in one language,
`Instrument.language`; a translation is the same instrument with other words
(`instruments.translations`).
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from wb6assess.model.conditions import Condition, referenced_indicators
from wb6assess.model.vocabulary import (
    Actor,
    Addressee,
    Aspect,
    Direction,
    FieldType,
    IndicatorType,
    LineageChange,
    Method,
    Polarity,
    Severity,
    SkipEffect,
)


@dataclass(frozen=True, slots=True)
class Source:
    """An act or standard that anchors cite.

    `articles` maps the parts of the act that matter for an assessment ("3(1)-(2)") to their content
    in a line; `not_assessed` maps parts left out on purpose to the reason.
    """

    id: str
    title: str
    url: str = ""
    status: str = ""
    articles: Mapping[str, str] = field(default_factory=dict)
    not_assessed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where in a source an indicator is founded; `forward` for law that does not yet apply."""

    source: str
    at: str
    forward: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One choice; `score` (single) is 0-100, `points` (multi) may be negative."""

    key: str
    label: str
    score: float | None = None
    points: float | None = None
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A row or column of a grid field."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """A companion fact, never scored; also the shape of context questions.

    `plausible` holds inclusive bounds of a numeric field. `na_for` maps country codes to the reason
    why the fact cannot exist there. `asked_of` makes the answers to a closed context question asks of
    a country brief.
    """

    id: str
    type: FieldType
    label: str
    options: tuple[Option, ...] = ()
    rows: tuple[Column, ...] = ()
    columns: tuple[Column, ...] = ()
    levels: tuple[str, ...] = ()
    unit: str = ""
    plausible: tuple[float, float] | None = None
    sensitive: bool = False
    ask_if: Condition | None = None
    na_for: Mapping[str, str] = field(default_factory=dict)
    asked_of: Addressee | None = None


@dataclass(frozen=True, slots=True)
class Cap:
    """While `when` is true for an expert, the indicator counts at most level `at` (methodology 1.6)."""

    when: Condition
    at: int
    because: str


@dataclass(frozen=True, slots=True)
class Requirement:
    """From which level a justification or evidence is expected (finding of severity `comment`)."""

    justification_from: int | None = None
    evidence_from: int | None = None


@dataclass(frozen=True, slots=True)
class Lineage:
    """The earlier indicator; `scores` maps old levels 0-5 to new scores when rescaled."""

    change: LineageChange
    old: str = ""
    scores: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One question with what is needed to answer and to score it.

    `thresholds` (five, in the order of levels 1-5) go with `direction`; `worst` and `best` give a
    linear scale instead. `ceiling` is the highest level reachable without an EU-side decision.
    `target` is a level. `weight` 0 means informational.
    """

    id: str
    title: str
    question: str
    type: IndicatorType
    aspect: Aspect
    weight: float = 1.0
    guide: str = ""
    levels: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    full_points: float | None = None
    polarity: Polarity = Polarity.POSITIVE
    unit: str = ""
    plausible: tuple[float, float] | None = None
    thresholds: tuple[float, ...] = ()
    direction: Direction = Direction.HIGHER
    worst: float | None = None
    best: float | None = None
    anchors: tuple[Anchor, ...] = ()
    evidence: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    sensitive: bool = False
    na_allowed: bool = True
    na_for: Mapping[str, str] = field(default_factory=dict)
    actor: Actor = Actor.NATIONAL
    ceiling: int = 5
    ask_if: Condition | None = None
    skip_effect: SkipEffect | None = None
    caps: tuple[Cap, ...] = ()
    require: Requirement = Requirement()
    lineage: Lineage | None = None
    target: int = 5

    @property
    def scored(self) -> bool:
        """Whether an answer can have a score at all."""
        return self.type.scored

    @property
    def score_weight(self) -> float:
        """Weight in score and coverage; text and vignettes have none."""
        return self.weight if self.type.scored else 0.0

    def field_named(self, field_id: str) -> Field | None:
        """The companion field with this id, or None."""
        return next((item for item in self.fields if item.id == field_id), None)


@dataclass(frozen=True, slots=True)
class Pillar:
    """A weighted group of indicators; `why` explains the weight; `method` overrides the default."""

    id: str
    title: str
    weight: float
    indicators: tuple[Indicator, ...]
    why: str = ""
    method: Method | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A contradiction between answers; fires when `when` is true."""

    id: str
    when: Condition
    severity: Severity
    message: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SubIndex:
    """A figure beside the score (methodology 7.1); exactly one of the four selections is given."""

    id: str
    title: str
    pillars: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    aspect: Aspect | None = None
    field: str = ""
    relative_to_ceiling: bool = False


@dataclass(frozen=True, slots=True)
class Vignette:
    """An invented country everybody rates on an indicator's ladder (methodology 5.5)."""

    id: str
    title: str
    text: str
    indicator: str


@dataclass(frozen=True)
class Instrument:
    """A questionnaire in one language and version.

    `digest` is the SHA-256 of the source file's canonical content (hex). `untranslated` names the
    text keys shown in English because this language has none, or an outdated one, for them.
    """

    id: str
    version: str
    title: str
    pillars: tuple[Pillar, ...]
    language: str = "en"
    intro: str = ""
    sources: tuple[Source, ...] = ()
    checks: tuple[Check, ...] = ()
    indices: tuple[SubIndex, ...] = ()
    vignettes: tuple[Vignette, ...] = ()
    context: tuple[Field, ...] = ()
    digest: str = ""
    untranslated: frozenset[str] = frozenset()

    @cached_property
    def by_id(self) -> Mapping[str, Indicator]:
        """Indicators by id, in the order of the instrument."""
        return {item.id: item for item in self.indicators()}

    @cached_property
    def pillar_of(self) -> Mapping[str, Pillar]:
        """Indicator id -> its pillar."""
        return {item.id: pillar for pillar in self.pillars for item in pillar.indicators}

    @cached_property
    def field_by_key(self) -> Mapping[tuple[str, str], Field]:
        """Companion fields by indicator id and field id."""
        return {(item.id, found.id): found for item in self.indicators() for found in item.fields}

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """Place of every answerable id in the order of the instrument."""
        return {item: place for place, item in enumerate(self.answerable())}

    @cached_property
    def lookers(self) -> Mapping[str, frozenset[str]]:
        """Id -> indicators whose own question, facts or caps look at that answer."""
        found: dict[str, set[str]] = {}
        for indicator in self.indicators():
            conditions = [
                indicator.ask_if,
                *(companion.ask_if for companion in indicator.fields),
                *(cap.when for cap in indicator.caps),
            ]
            for item in chain.from_iterable(
                referenced_indicators(condition) for condition in conditions if condition is not None
            ):
                found.setdefault(item, set()).add(indicator.id)
        return {item: frozenset(looking) for item, looking in found.items()}

    @cached_property
    def checks_on(self) -> Mapping[str, tuple[Check, ...]]:
        """Id -> checks whose condition looks at that answer or whose comment stands with it."""
        found: dict[str, list[Check]] = {}
        for check in self.checks:
            for item in dict.fromkeys((*referenced_indicators(check.when), *check.about[:1])):
                found.setdefault(item, []).append(check)
        return {item: tuple(checks) for item, checks in found.items()}

    @cached_property
    def nominal_weights(self) -> Mapping[str, float]:
        """omega_i = W_p / sum W * w_i / sum w, from the weights alone; sums to 1 (methodology 7)."""
        total = math.fsum(pillar.weight for pillar in self.pillars)
        weights: dict[str, float] = {}
        for pillar in self.pillars:
            inside = math.fsum(item.score_weight for item in pillar.indicators)
            for item in pillar.indicators:
                share = item.score_weight / inside if inside else 0.0
                weights[item.id] = pillar.weight / total * share if total else 0.0
        return weights

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def context_by_id(self) -> Mapping[str, Field]:
        """Context questions by id."""
        return {item.id: item for item in self.context}

    @cached_property
    def vignette_by_id(self) -> Mapping[str, Vignette]:
        """Vignettes by id."""
        return {item.id: item for item in self.vignettes}

    def indicators(self) -> Iterator[Indicator]:
        """Every indicator in the order of the instrument."""
        for pillar in self.pillars:
            yield from pillar.indicators

    def answerable(self) -> Iterator[str]:
        """Every id an answers file may hold: indicators, vignettes, context questions."""
        yield from self.by_id
        yield from self.vignette_by_id
        yield from self.context_by_id
