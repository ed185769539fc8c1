"""Shapes of instrument.yaml and translation files, key by key; unknown keys are refused.

Only shape: which keys exist and what kind of value each takes. What keys mean for each other is in
`checks`, `answer_types` and `conditions`. The JSON Schemas for editors come from these classes, so
every key carries its description. No unions of shapes: they blur the place of a fault.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

from wb6assess.model.assessment import EVIDENCE_GRADES
from wb6assess.model.conditions import Op
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

INSTRUMENT_FORMAT = "wb6assess-instrument/1"
TRANSLATION_FORMAT = "wb6assess-translation/1"

_TEXT_LIMIT = 20_000


def described(text: str) -> Any:
    """A required key with its description."""
    return Field(description=text)


def optional(default: Any, text: str) -> Any:
    """An optional key with its default and description."""
    return Field(default=default, description=text)


def several(text: str) -> Any:
    """An optional list with its description."""
    return Field(default_factory=list, description=text)


def mapping(text: str) -> Any:
    """An optional mapping with its description."""
    return Field(default_factory=dict, description=text)


def _labelled(value: object) -> object:
    return {"label": value} if isinstance(value, str) else value


def _keyed(value: object) -> object:
    """`[2023, 2024]` stands for `{2023: "2023", 2024: "2024"}`."""
    if not isinstance(value, list) or not all(type(item) in {str, int} for item in value):
        return value
    return {str(item): str(item) for item in value}


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Text = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=_TEXT_LIMIT)
]
Blank = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, max_length=_TEXT_LIMIT)]
Id = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Za-z][A-Za-z0-9._-]{0,39}$")]
Key = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
Place = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=80)
]
Version = Annotated[str, StringConstraints(strict=True, pattern=r"^[0-9]{4}\.(0|[1-9][0-9]{0,3})$")]
Language = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$")]
CountryCode = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Z]{2}$")]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Weight = Annotated[float, Field(strict=True, ge=0, allow_inf_nan=False)]
Score = Annotated[float, Field(strict=True, ge=0, le=100, allow_inf_nan=False)]
Switch = Annotated[bool, Field(strict=True)]
Level = Annotated[int, Field(strict=True, ge=0, le=5)]
UpperLevel = Annotated[int, Field(strict=True, ge=1, le=5)]
Ladder = Annotated[list[Text], Field(min_length=6, max_length=6)]
Bounds = Annotated[list[Number], Field(min_length=2, max_length=2)]
EvidenceKind = Annotated[
    str,
    StringConstraints(strict=True),
    WithJsonSchema({"type": "string", "enum": list(EVIDENCE_GRADES)}),
]
Scalar = Annotated[
    Any, WithJsonSchema({"type": ["number", "string", "array"], "items": {"type": ["number", "string"]}})
]
"""A literal of a condition; `conditions` checks it against what it is compared with."""


class Shape(BaseModel):
    """A mapping of the file; keys that are not listed are refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False, defer_build=True)


class ConditionShape(Shape):
    """One condition: a comparison, a test, or `all`, `any`, `not` around others."""

    id: Text | None = optional(None, "The answer that is compared: an indicator's id.")
    field: Text | None = optional(None, "The companion field that is compared: own, or FDI-5.4.cases.")
    sum: list[Text] | None = optional(None, "Numeric fields whose sum is compared.")
    op: Op | None = optional(None, "How it is compared.")
    value: Scalar = optional(None, "What it is compared with; a list with `in`.")
    ref: Text | None = optional(None, "Another answer or field it is compared with.")
    answered: Text | None = optional(None, "True when this indicator has a valid value.")
    has_evidence: Text | None = optional(None, "True when this indicator's answer carries evidence.")
    country: list[CountryCode] | None = optional(None, "True for assessments of these countries.")
    all: list["ConditionShape"] | None = optional(None, "True when every part is true.")
    any: list["ConditionShape"] | None = optional(None, "True when some part is true.")
    not_: "ConditionShape | None" = Field(
        default=None, alias="not", description="True when the part is false."
    )


class OptionShape(Shape):
    """One choice; a field's option may be written as its label alone."""

    label: Text = described("What the expert reads.")
    score: Score | None = optional(None, "Score 0-100, on single-choice indicators.")
    points: Number | None = optional(None, "Points, on multiple-choice indicators; may be negative.")
    exclusive: Switch = optional(False, "Cannot be combined with other choices.")


Options = dict[
    Key, Annotated[OptionShape, BeforeValidator(_labelled, json_schema_input_type=Text | OptionShape)]
]
Axis = Annotated[
    dict[Key, Text], BeforeValidator(_keyed, json_schema_input_type=dict[str, Text] | list[str | int])
]
Exclusive = Annotated[list[Key], BeforeValidator(_listed, json_schema_input_type=Key | list[Key])]


class FieldShape(Shape):
    """A companion fact of an indicator, or a context question; never scored."""

    id: Id = described("Unique within its indicator; a context question's is unique in the framework.")
    type: FieldType = described("How it is answered.")
    label: Text = described("What the expert reads.")
    options: Options = mapping("Choices: key to label (single, multi).")
    rows: Axis = mapping("Rows of a grid: key to label, or a list.")
    columns: Axis = mapping("Numeric columns of a grid: key to label, or a list.")
    levels: Ladder | None = optional(None, "Six texts, level 0 first (level).")
    unit: Blank = optional("", "Unit (numeric, grid).")
    plausible: Bounds | None = optional(None, "Smallest and largest sensible number (numeric, grid).")
    exclusive: Exclusive = several("Keys of choices that cannot be combined with others (multi).")
    sensitive: Switch = optional(False, "Stays out of public outputs.")
    ask_if: ConditionShape | None = optional(None, "Shown only when this is not false.")
    na_for: dict[CountryCode, Text] = mapping("Country code to the reason why it cannot apply there.")


class ContextShape(FieldShape):
    """A context question: a field that may say of whom its answers are asked in a country brief."""

    asked_of: Addressee | None = optional(
        None, "Of whom a brief asks what experts name: government, eu, or either by its wording."
    )


class SourceShape(Shape):
    """An act or standard that anchors cite."""

    id: Id = described("How anchors name it.")
    title: Text = described("Full citation.")
    url: Blank = optional("", "Where it can be read.")
    status: Blank = optional("", "In force, applies from, repealed.")
    articles: dict[Place, Text] = mapping(
        "Parts of the act that matter here, such as `3(1)-(2)`, to their content in a line."
    )
    not_assessed: dict[Place, Text] = mapping("Parts left out on purpose to the reason.")


class AnchorShape(Shape):
    """Where in a source an indicator is founded."""

    source: Text = described("Id of a source.")
    at: Blank = optional("", "Article, paragraph, section.")
    forward: Switch = optional(False, "Law that does not yet apply.")


class CapShape(Shape):
    """While the condition is true, the indicator counts at most this level."""

    when: ConditionShape = described("Condition on raw answers of the same expert.")
    at: Level = described("Highest level that counts, 0-5.")
    because: Text = described("Shown wherever the cap works.")


class RequireShape(Shape):
    """From which level a reason or evidence is expected."""

    justification_from: Level | None = optional(None, "Level from which a justification is expected.")
    evidence_from: Level | None = optional(None, "Level from which evidence is expected.")


class LineageShape(Shape):
    """How the indicator relates to the one of the earlier version."""

    change: LineageChange = described("What happened since the earlier version.")
    old: Blank = optional("", "Id in the earlier version.")
    scores: Annotated[list[Score], Field(min_length=6, max_length=6)] | None = optional(
        None, "With `rescaled`: new scores for the old levels 0-5."
    )


class IndicatorShape(Shape):
    """One question; which of the keys from `levels` to `best` it takes depends on `type`."""

    id: Id = described("Unique in the framework; never changes its meaning.")
    title: Text = described("Short name.")
    question: Text = described("What the expert is asked.")
    type: IndicatorType = described("How it is answered and scored.")
    aspect: Aspect = described("Which side of alignment it observes.")
    weight: Weight = optional(1.0, "Weight in its pillar; 0 means informational.")
    guide: Blank = optional("", "How levels differ, what does not count.")
    levels: Ladder | None = optional(None, "Six texts, level 0 first (level, vignette).")
    options: Options = mapping("Choices: key to label and score (single) or points (multi).")
    full_points: Number | None = optional(None, "Points worth 100 (multi); default: all positive ones.")
    exclusive: Exclusive = several("Keys of choices that cannot be combined with others (multi).")
    polarity: Polarity | None = optional(None, "`negative` makes `no` the good answer (yesno).")
    unit: Blank = optional("", "Unit (numeric).")
    plausible: Bounds | None = optional(None, "Smallest and largest sensible number (numeric).")
    thresholds: Annotated[list[Number], Field(min_length=5, max_length=5)] | None = optional(
        None, "Five thresholds, for levels 1-5 (numeric, with `direction`)."
    )
    direction: Direction | None = optional(None, "Whether a larger number is better (numeric).")
    worst: Number | None = optional(None, "Number worth 0 (numeric, with `best`).")
    best: Number | None = optional(None, "Number worth 100 (numeric, with `worst`).")
    anchors: list[AnchorShape] = several("Where it is founded in law or standards.")
    evidence: list[EvidenceKind] = several("Kinds of evidence that count here.")
    fields: list[FieldShape] = several("Companion facts, never scored.")
    sensitive: Switch = optional(False, "Text and attachments stay out of public outputs.")
    na_allowed: Switch = optional(True, "Whether an expert may answer `not applicable`.")
    na_for: dict[CountryCode, Text] = mapping("Country code to the reason why it cannot apply there.")
    actor: Actor = optional(Actor.NATIONAL, "Who decides whether the next level is reached.")
    ceiling: UpperLevel = optional(5, "Highest level without an EU-side decision.")
    ask_if: ConditionShape | None = optional(None, "Asked unless this is false; needs `skip_effect`.")
    skip_effect: SkipEffect | None = optional(None, "What a false `ask_if` does to the score.")
    caps: list[CapShape] = several("Answers that limit the level.")
    require: RequireShape = Field(
        default_factory=RequireShape, description="What an answer from a given level on must bring."
    )
    lineage: LineageShape | None = optional(None, "Relation to the earlier version.")
    target: UpperLevel = optional(5, "The level aimed at.")


class PillarShape(Shape):
    """A weighted group of indicators."""

    id: Id = described("Unique in the framework.")
    title: Text = described("Name of the pillar.")
    weight: Weight = optional(1.0, "Weight in the instrument.")
    why: Blank = optional("", "One line: why this weight.")
    method: Method | None = optional(None, "Aggregation, if it differs from the framework's.")
    indicators: Annotated[list[IndicatorShape], Field(min_length=1)] = described("Its questions.")


class CheckShape(Shape):
    """A contradiction between answers."""

    id: Id = described("Unique in the framework.")
    when: ConditionShape = described("The finding appears when this is true.")
    severity: Severity = described("`comment` needs a comment to hand in, `block` stops handing in.")
    message: Text = described("What the expert reads.")
    about: Annotated[list[Text], Field(min_length=1)] = described(
        "Indicators concerned; a comment is kept with the first."
    )


class SelectionShape(Shape):
    """What a sub-index averages: exactly one of the four."""

    pillars: list[Text] | None = optional(None, "All indicators of these pillars.")
    indicators: list[Text] | None = optional(None, "These indicators, each with weight 1.")
    aspect: Aspect | None = optional(None, "All indicators of this aspect.")
    field: Text | None = optional(None, "A companion field of type level.")


class SubIndexShape(Shape):
    """A figure beside the score."""

    id: Id = described("Unique in the framework.")
    title: Text = described("Name of the figure.")
    of: SelectionShape = described("What is averaged.")
    relative_to: Literal["none", "ceiling"] = optional(
        "none", "`ceiling`: relative to what is reachable."
    )


class VignetteShape(Shape):
    """An invented country everybody rates on an indicator's ladder."""

    id: Id = described("Unique in the framework.")
    title: Text = described("Short name.")
    text: Text = described("The description to rate.")
    indicator: Text = described("The indicator whose ladder is used.")


class InstrumentShape(Shape):
    """A questionnaire in English: structure, texts, weights and logic."""

    format: Literal["wb6assess-instrument/1"] = described("Names this format.")
    id: Id = described("The folder's name.")
    version: Version = described('YEAR.N in quotes, such as "2026.1".')
    title: Text = described("Name of the questionnaire.")
    language: Language = optional("en", "Language of the texts.")
    intro: Blank = optional("", "What the expert reads first.")
    sources: list[SourceShape] = several("Every act or standard cited, once.")
    pillars: Annotated[list[PillarShape], Field(min_length=1)] = described("The questions in groups.")
    checks: list[CheckShape] = several("Contradictions between answers.")
    indices: list[SubIndexShape] = several("Figures beside the score.")
    vignettes: list[VignetteShape] = several("Invented countries everybody rates.")
    context: list[ContextShape] = several("Unscored questions at the end.")


class TranslationShape(Shape):
    """The texts of an instrument in another language."""

    format: Literal["wb6assess-translation/1"] = described("Names this format.")
    instrument: Id = described("Id of the instrument.")
    version: Version = described("Version of the instrument that was translated.")
    language: Language = described("Language of these texts; the file's name.")
    status: Literal["draft", "reviewed"] = optional("draft", "Whether a second person has read it.")
    texts: dict[str, Blank] = mapping("Text key to translated text.")
    sources: dict[str, Annotated[str, StringConstraints(strict=True, pattern="^[0-9a-f]{8}$")]] = (
        mapping("Text key to the first 8 hex digits of the SHA-256 of the English text it translates.")
    )


CONDITION_KEYS = ("ask_if", "when", "all", "any", "not")

SHAPES: Mapping[str, type[Shape]] = MappingProxyType(
    {
        "sources": SourceShape,
        "pillars": PillarShape,
        "indicators": IndicatorShape,
        "anchors": AnchorShape,
        "options": OptionShape,
        "fields": FieldShape,
        "context": ContextShape,
        "caps": CapShape,
        "require": RequireShape,
        "lineage": LineageShape,
        "checks": CheckShape,
        "indices": SubIndexShape,
        "of": SelectionShape,
        "vignettes": VignetteShape,
        **dict.fromkeys(CONDITION_KEYS, ConditionShape),
    }
)
"""Key -> the shape of what stands under it, alone or in a list; tells misspelt keys apart."""
