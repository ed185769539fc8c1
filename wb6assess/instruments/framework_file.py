"""framework.yaml: which instruments make up the assessment, countries, rounds, parameters."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from wb6assess.instruments.format import (
    Blank,
    CountryCode,
    Id,
    Number,
    Score,
    Shape,
    Switch,
    Text,
    Weight,
    described,
    optional,
    several,
)
from wb6assess.instruments.problems import Path
from wb6assess.instruments.report import Report
from wb6assess.instruments.shape import layout, read_shape
from wb6assess.model.framework import (
    STATUS_NOTE,
    Country,
    Domain,
    Framework,
    Methods,
    Parameters,
    Round,
)
from wb6assess.model.vocabulary import Method

FRAMEWORK_FORMAT = "wb6assess-framework/1"

RoundId = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
Day = Annotated[str, StringConstraints(strict=True, pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Share = Annotated[float, Field(strict=True, ge=0, le=1)]
PositiveShare = Annotated[float, Field(strict=True, gt=0, le=1)]
Count = Annotated[int, Field(strict=True, ge=0, le=10**6)]
Replicates = Annotated[int, Field(strict=True, ge=1, le=10**6)]


def _for_all(value: object) -> object:
    return {"pillar": value, "domain": value, "overall": value} if isinstance(value, str) else value


def parameter(text: str) -> Any:
    """A parameter; what is not given keeps the methodology's default."""
    return Field(default=None, description=text)


class CountryShape(Shape):
    """A country of the assessment."""

    code: CountryCode = described("Two capital letters.")
    name: Text = described("English name.")
    footnote: Blank = optional("", "`status` marks the country for the status note.")


class DomainShape(Shape):
    """One instrument as a node of the score tree."""

    id: Id = described("Unique in the framework.")
    instrument: Id = described("Id of the instrument, which is the name of its folder.")
    weight: Weight = optional(1.0, "Weight in the overall score; 0 shows it beside.")
    core: Switch = optional(False, "Without it there is no overall score.")
    method: Method | None = optional(None, "Aggregation, if it differs from `methods.domain`.")


class RoundShape(Shape):
    """A wave of data collection."""

    id: RoundId = described('Such as "2026", in quotes.')
    title: Blank = optional("", "Shown name; the id when empty.")
    reference_date: Day | None = optional(None, "The day that answers describe.")
    cut_off: Day | None = optional(None, "The day until which answers are taken.")


class MethodsShape(Shape):
    """Aggregation per level of the score tree."""

    pillar: Method = optional(Method.ARITHMETIC, "Indicators to a pillar.")
    domain: Method = optional(Method.ARITHMETIC, "Pillars to a domain.")
    overall: Method = optional(Method.ARITHMETIC, "Domains to the overall score.")


class ParametersShape(Shape):
    """Parameters of the methodology that differ from its defaults."""

    tau: PositiveShare | None = parameter("Least coverage for a published score.")
    provisional: PositiveShare | None = parameter("Coverage below which a score carries a dagger.")
    geo_delta: Annotated[float, Field(strict=True, gt=0, le=100)] | None = parameter(
        "Shift in the geometric mean."
    )
    methods: (
        Annotated[MethodsShape, BeforeValidator(_for_all, json_schema_input_type=Method | MethodsShape)]
        | None
    ) = parameter("Aggregation, one for all or by level.")
    cuts: Annotated[list[Score], Field(min_length=4, max_length=4)] | None = parameter(
        "Lower bounds of bands 2-5."
    )
    progress_cuts: Annotated[list[Number], Field(min_length=5, max_length=5)] | None = parameter(
        "Bounds of the progress words."
    )
    consolidation: Literal["median", "mean", "confidence"] | None = parameter(
        "How several experts become one value."
    )
    na_justification_min: Count | None = parameter("Characters a reason for `not applicable` needs.")
    na_weight_flag: Share | None = parameter("Share of N/A in a pillar that raises a flag.")
    evidence_mode: Literal["flag", "cap"] | None = parameter("What missing evidence does.")
    agree_tol: Score | None = parameter("Distance that counts as agreement.")
    agree_share_min: Share | None = parameter("Share of experts that must agree.")
    flag_range_small: Score | None = parameter("Range that flags disagreement of few experts.")
    flag_range_large: Score | None = parameter("Range that flags disagreement of many experts.")
    flag_iqr: Score | None = parameter("Interquartile range that flags disagreement.")
    flag_n_large: Replicates | None = parameter("From how many experts on they are many.")
    alpha_min_units: Replicates | None = parameter("Least pairable units to print alpha.")
    alpha_B: Replicates | None = parameter("Bootstrap replicates of alpha.")
    mc_B: Replicates | None = parameter("Monte Carlo replicates.")
    mc_weight_band: Annotated[float, Field(strict=True, ge=0, lt=1)] | None = parameter(
        "Relative band in which weights vary."
    )
    mc_p_geo: Share | None = parameter("Share of replicates aggregated geometrically.")
    mc_noise_p: Share | None = parameter("Assumed probability of a one-level error.")
    mc_noise_n: Count | None = parameter("Experts below which that error is assumed.")
    interval: Annotated[list[Share], Field(min_length=2, max_length=2)] | None = parameter(
        "Lower and upper quantile of intervals."
    )
    seed: Annotated[int, Field(strict=True, ge=0, le=2**32 - 1)] | None = parameter("Of the generator.")
    k_min_experts: Replicates | None = parameter("Anonymity threshold.")
    borderline: Share | None = parameter("Band certainty below which wording is cautious.")


class FrameworkShape(Shape):
    """What makes up an assessment."""

    format: Literal["wb6assess-framework/1"] = described("Names this format.")
    id: Id = described("Short name.")
    title: Text = described("Full name.")
    countries: Annotated[list[CountryShape], Field(min_length=1)] = described("In the order of codes.")
    domains: Annotated[list[DomainShape], Field(min_length=1)] = described("One per instrument.")
    parameters: ParametersShape = Field(
        default_factory=ParametersShape, description="Only what differs from the methodology."
    )
    rounds: list[RoundShape] = several("Waves of data collection.")
    status_note: Blank = optional(
        "", "Footnote of countries with a `footnote`; empty keeps the usual wording on status."
    )


_LAYOUT = layout(
    FrameworkShape,
    {
        "countries": CountryShape,
        "domains": DomainShape,
        "rounds": RoundShape,
        "parameters": ParametersShape,
        "methods": MethodsShape,
    },
    format=FRAMEWORK_FORMAT,
    id="x",
    title="?",
)


def framework_from(report: Report) -> Framework | None:
    """The framework of a parsed file; usable only if `report` holds no fault afterwards."""
    shape = read_shape(_LAYOUT, report)
    if shape is None:
        return None
    _check_unique((item.code for item in shape.countries), "countries", "code", report)
    _check_unique((item.id for item in shape.domains), "domains", "id", report)
    _check_unique((item.instrument for item in shape.domains), "domains", "instrument", report)
    _check_unique((item.id for item in shape.rounds), "rounds", "id", report)
    return Framework(
        id=shape.id,
        title=shape.title,
        countries=tuple(Country(item.code, item.name, item.footnote) for item in shape.countries),
        domains=tuple(
            Domain(item.id, item.instrument, item.weight, item.core, item.method)
            for item in shape.domains
        ),
        rounds=tuple(_round(item, ("rounds", index), report) for index, item in enumerate(shape.rounds)),
        parameters=_parameters(shape.parameters, report),
        status_note=shape.status_note or STATUS_NOTE,
    )


def _check_unique(values: Iterable[str], key: str, name: str, report: Report) -> None:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value.casefold() in seen:
            report.add((key, index, name), f"`{value}` is given twice")
        seen.add(value.casefold())


def _round(shape: RoundShape, path: Path, report: Report) -> Round:
    reference = _day(shape.reference_date, (*path, "reference_date"), report)
    cut_off = _day(shape.cut_off, (*path, "cut_off"), report)
    if reference and cut_off and cut_off < reference:
        report.add((*path, "cut_off"), "the cut-off lies before the reference date")
    return Round(shape.id, shape.title or shape.id, reference, cut_off)


def _day(text: str | None, path: Path, report: Report) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        report.add(path, f"`{text}` is no day of the calendar")
        return None


def _parameters(shape: ParametersShape, report: Report) -> Parameters:
    given = {name: getattr(shape, name) for name in shape.model_fields_set}
    given = {name: value for name, value in given.items() if value is not None}
    if shape.methods is not None:
        given["methods"] = Methods(shape.methods.pillar, shape.methods.domain, shape.methods.overall)
    for name in ("cuts", "progress_cuts", "interval"):
        if name in given:
            given[name] = tuple(given[name])
    parameters = Parameters(**given)
    _check_order(parameters, report)
    return parameters


def _check_order(parameters: Parameters, report: Report) -> None:
    for name in ("cuts", "progress_cuts", "interval"):
        numbers = getattr(parameters, name)
        if list(numbers) != sorted(set(numbers)):
            report.add(("parameters", name), "these numbers must rise")
    if parameters.provisional < parameters.tau:
        message = f"must not be below tau ({parameters.tau:g})"
        report.add(("parameters", "provisional"), message)
