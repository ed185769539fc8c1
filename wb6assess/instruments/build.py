"""From the shapes of a file to the immutable questionnaire, reporting what does not fit on the way."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from wb6assess.instruments.answer_types import check_field_type, check_indicator_type
from wb6assess.instruments.conditions import Scope, read_condition
from wb6assess.instruments.format import (
    CheckShape,
    ConditionShape,
    ContextShape,
    FieldShape,
    IndicatorShape,
    InstrumentShape,
    OptionShape,
    PillarShape,
    SubIndexShape,
)
from wb6assess.instruments.names import Names
from wb6assess.instruments.problems import Path
from wb6assess.instruments.report import Report
from wb6assess.model.conditions import Condition
from wb6assess.model.instrument import (
    Anchor,
    Cap,
    Check,
    Column,
    Field,
    Indicator,
    Instrument,
    Lineage,
    Option,
    Pillar,
    Requirement,
    Source,
    SubIndex,
    Vignette,
)
from wb6assess.model.vocabulary import Direction, Polarity


def instrument_from(shape: InstrumentShape, names: Names, report: Report, digest: str) -> Instrument:
    """The questionnaire; usable only if `report` holds no fault afterwards."""
    home = Names(names.answers, names.fields, names.pillars, names.unread)
    # Other questionnaires may be looked at by checks only: states must not depend on them.
    return Instrument(
        id=shape.id,
        version=shape.version,
        title=shape.title,
        language=shape.language,
        intro=shape.intro,
        sources=tuple(
            Source(item.id, item.title, item.url, item.status, item.articles, item.not_assessed)
            for item in shape.sources
        ),
        pillars=tuple(
            _pillar(pillar, ("pillars", index), home, report)
            for index, pillar in enumerate(shape.pillars)
        ),
        checks=tuple(
            check
            for index, item in enumerate(shape.checks)
            if (check := _check(item, ("checks", index), Scope(names, report))) is not None
        ),
        indices=tuple(_sub_index(item) for item in shape.indices),
        vignettes=tuple(
            Vignette(item.id, item.title, item.text, item.indicator) for item in shape.vignettes
        ),
        context=tuple(
            _context(item, ("context", index), Scope(home, report))
            for index, item in enumerate(shape.context)
        ),
        digest=digest,
    )


def _pillar(shape: PillarShape, path: Path, names: Names, report: Report) -> Pillar:
    indicators = tuple(
        _indicator(item, (*path, "indicators", index), Scope(names, report, item.id))
        for index, item in enumerate(shape.indicators)
    )
    return Pillar(shape.id, shape.title, shape.weight, indicators, shape.why, shape.method)


def _indicator(shape: IndicatorShape, path: Path, scope: Scope) -> Indicator:
    check_indicator_type(shape, path, scope.report)
    _check_skip(shape, path, scope.report)
    require = shape.require
    return Indicator(
        id=shape.id,
        title=shape.title,
        question=shape.question,
        type=shape.type,
        aspect=shape.aspect,
        weight=shape.weight,
        guide=shape.guide,
        levels=tuple(shape.levels or ()),
        options=_options(shape.options, shape.exclusive),
        full_points=shape.full_points,
        polarity=shape.polarity or Polarity.POSITIVE,
        unit=shape.unit,
        plausible=_bounds(shape.plausible),
        thresholds=tuple(shape.thresholds or ()),
        direction=shape.direction or Direction.HIGHER,
        worst=shape.worst,
        best=shape.best,
        anchors=tuple(Anchor(item.source, item.at, item.forward) for item in shape.anchors),
        evidence=tuple(shape.evidence),
        fields=tuple(
            _field(item, (*path, "fields", index), scope) for index, item in enumerate(shape.fields)
        ),
        sensitive=shape.sensitive,
        na_allowed=shape.na_allowed,
        na_for=dict(shape.na_for),
        actor=shape.actor,
        ceiling=shape.ceiling,
        ask_if=_ask_if(shape.ask_if, path, scope),
        skip_effect=shape.skip_effect,
        caps=tuple(_caps(shape, path, scope)),
        require=Requirement(require.justification_from, require.evidence_from),
        lineage=_lineage(shape, path, scope.report),
        target=shape.target,
    )


def _check_skip(shape: IndicatorShape, path: Path, report: Report) -> None:
    if shape.ask_if is not None and shape.skip_effect is None:
        message = "with `ask_if`, say whether skipping means `exclude` or `score_zero`"
        report.add((*path, "skip_effect"), message)
    if shape.skip_effect is not None and shape.ask_if is None:
        report.add((*path, "skip_effect"), "`skip_effect` goes with `ask_if`, which is missing")


def _ask_if(shape: ConditionShape | None, path: Path, scope: Scope) -> Condition | None:
    return None if shape is None else read_condition(shape, (*path, "ask_if"), scope)


def _caps(shape: IndicatorShape, path: Path, scope: Scope) -> Iterable[Cap]:
    for index, cap in enumerate(shape.caps):
        when = read_condition(cap.when, (*path, "caps", index, "when"), scope)
        if when is not None:
            yield Cap(when, cap.at, cap.because)


def _lineage(shape: IndicatorShape, path: Path, report: Report) -> Lineage | None:
    if shape.lineage is None:
        return None
    change, scores = shape.lineage.change, shape.lineage.scores
    if change == "rescaled" and scores is None:
        report.add(
            (*path, "lineage", "scores"), "`rescaled` needs six new scores for the old levels 0-5"
        )
    if change != "rescaled" and scores is not None:
        report.add((*path, "lineage", "scores"), f"`scores` goes with `rescaled`, not with `{change}`")
    if change != "added" and not shape.lineage.old:
        report.add((*path, "lineage", "old"), f"`{change}` needs the id in the earlier version")
    return Lineage(change, shape.lineage.old, tuple(scores or ()))


def _field(shape: FieldShape, path: Path, scope: Scope) -> Field:
    check_field_type(shape, path, scope.report)
    return Field(
        id=shape.id,
        type=shape.type,
        label=shape.label,
        options=_options(shape.options, shape.exclusive),
        rows=tuple(Column(key, label) for key, label in shape.rows.items()),
        columns=tuple(Column(key, label) for key, label in shape.columns.items()),
        levels=tuple(shape.levels or ()),
        unit=shape.unit,
        plausible=_bounds(shape.plausible),
        sensitive=shape.sensitive,
        ask_if=_ask_if(shape.ask_if, path, scope),
        na_for=dict(shape.na_for),
    )


def _context(shape: ContextShape, path: Path, scope: Scope) -> Field:
    if shape.asked_of and shape.type not in {"single", "multi", "grid"}:
        scope.report.add(
            (*path, "asked_of"), "`asked_of` goes with a closed question: single, multi or grid"
        )
    return replace(_field(shape, path, scope), asked_of=shape.asked_of)


def _options(shapes: Mapping[str, OptionShape], exclusive: Iterable[str]) -> tuple[Option, ...]:
    alone = frozenset(exclusive)
    return tuple(
        Option(key, item.label, item.score, item.points, item.exclusive or key in alone)
        for key, item in shapes.items()
    )


def _bounds(plausible: list[float] | None) -> tuple[float, float] | None:
    return None if plausible is None else (plausible[0], plausible[1])


def _check(shape: CheckShape, path: Path, scope: Scope) -> Check | None:
    when = read_condition(shape.when, (*path, "when"), scope)
    if when is None:
        return None
    return Check(shape.id, when, shape.severity, shape.message, tuple(shape.about))


def _sub_index(shape: SubIndexShape) -> SubIndex:
    return SubIndex(
        id=shape.id,
        title=shape.title,
        pillars=tuple(shape.of.pillars or ()),
        indicators=tuple(shape.of.indicators or ()),
        aspect=shape.of.aspect,
        field=shape.of.field or "",
        relative_to_ceiling=shape.relative_to == "ceiling",
    )
