"""A questionnaire as the plain data of its file, keys in the order authors write them.

What equals its default is left out, so that the data say only what the author decided. Reading the
data gives an equal questionnaire.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from wb6assess.instruments.format import INSTRUMENT_FORMAT
from wb6assess.model.conditions import (
    All,
    Answered,
    AnswerRef,
    Compare,
    Condition,
    CountryIs,
    FieldRef,
    HasEvidence,
    Not,
    Ref,
    Sum,
)
from wb6assess.model.conditions import (
    Any as AnyOf,
)
from wb6assess.model.instrument import (
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
    SubIndex,
)
from wb6assess.model.vocabulary import Actor, IndicatorType, Polarity

Data = dict[str, Any]


def instrument_data(instrument: Instrument) -> Data:
    """The mapping that stands in instrument.yaml."""
    return {
        "format": INSTRUMENT_FORMAT,
        "id": instrument.id,
        "version": instrument.version,
        "title": instrument.title,
        "language": instrument.language,
        **_given(
            intro=instrument.intro,
            sources=[
                _given(
                    id=item.id,
                    title=item.title,
                    url=item.url,
                    status=item.status,
                    articles=dict(item.articles),
                    not_assessed=dict(item.not_assessed),
                )
                for item in instrument.sources
            ],
        ),
        "pillars": [_pillar(item) for item in instrument.pillars],
        **_given(
            checks=[_check(item) for item in instrument.checks],
            indices=[_sub_index(item) for item in instrument.indices],
            vignettes=[
                _given(id=item.id, title=item.title, text=item.text, indicator=item.indicator)
                for item in instrument.vignettes
            ],
            context=[_field(item, None) for item in instrument.context],
        ),
    }


def condition_data(condition: Condition, owner: str | None = None) -> Data:
    """A condition as its mapping; fields of the indicator `owner` need no prefix."""
    match condition:
        case Compare():
            return _comparison(condition, owner)
        case Answered(item):
            return {"answered": item}
        case HasEvidence(item):
            return {"has_evidence": item}
        case CountryIs(codes):
            return {"country": list(codes)}
        case All(parts):
            return {"all": [condition_data(part, owner) for part in parts]}
        case AnyOf(parts):
            return {"any": [condition_data(part, owner) for part in parts]}
        case Not(part):
            return {"not": condition_data(part, owner)}


def _comparison(condition: Compare, owner: str | None) -> Data:
    data: Data
    match condition.left:
        case AnswerRef(item):
            data = {"id": item}
        case FieldRef() as field:
            data = {"field": _name(field, owner)}
        case Sum(terms):
            data = {"sum": [_name(term, owner) for term in terms]}
    data["op"] = condition.op.value
    match condition.right:
        case AnswerRef() | FieldRef() as ref:
            data["ref"] = _name(ref, owner)
        case tuple(values):
            data["value"] = list(values)
        case value:
            data["value"] = value
    return data


def _name(ref: Ref, owner: str | None) -> str:
    if isinstance(ref, AnswerRef):
        return ref.id
    return ref.field if ref.indicator == owner else str(ref)


def _given(**pairs: object) -> Data:
    """The pairs that say something; a 0 does."""
    return {key: value for key, value in pairs.items() if value or _is_number(value)}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _number(value: float) -> float | int:
    """Weights and bounds without the `.0` nobody writes."""
    return int(value) if float(value).is_integer() else value


def _numbers(values: Iterable[float]) -> list[float | int]:
    return [_number(value) for value in values]


def _condition(condition: Condition | None, owner: str | None) -> Data | None:
    return None if condition is None else condition_data(condition, owner)


def _pillar(pillar: Pillar) -> Data:
    return {
        "id": pillar.id,
        "title": pillar.title,
        "weight": _number(pillar.weight),
        **_given(why=pillar.why, method=None if pillar.method is None else pillar.method.value),
        "indicators": [_indicator(item) for item in pillar.indicators],
    }


def _indicator(item: Indicator) -> Data:
    return {
        "id": item.id,
        "title": item.title,
        "question": item.question,
        **_given(guide=item.guide),
        "aspect": item.aspect.value,
        "weight": _number(item.weight),
        "type": item.type.value,
        **_given(levels=list(item.levels), options=_options(item.options, item.type)),
        **_scale(item),
        **_given(
            anchors=[
                _given(source=each.source, at=each.at, forward=each.forward) for each in item.anchors
            ],
            evidence=list(item.evidence),
            fields=[_field(each, item.id) for each in item.fields],
            sensitive=item.sensitive,
        ),
        **({} if item.na_allowed else {"na_allowed": False}),
        **_given(
            na_for=dict(item.na_for),
            actor=None if item.actor is Actor.NATIONAL else item.actor.value,
            ceiling=None if item.ceiling == 5 else item.ceiling,
            ask_if=_condition(item.ask_if, item.id),
            skip_effect=None if item.skip_effect is None else item.skip_effect.value,
            caps=[_cap(each, item.id) for each in item.caps],
            require=_requirement(item.require),
            lineage=None if item.lineage is None else _lineage(item.lineage),
            target=None if item.target == 5 else item.target,
        ),
    }


def _scale(item: Indicator) -> Data:
    """How an answer becomes a score, where the type leaves a choice."""
    return _given(
        full_points=None if item.full_points is None else _number(item.full_points),
        polarity=None if item.polarity is Polarity.POSITIVE else item.polarity.value,
        unit=item.unit,
        plausible=None if item.plausible is None else _numbers(item.plausible),
        thresholds=_numbers(item.thresholds),
        direction=item.direction.value if item.thresholds else None,
    ) | {
        key: _number(value)
        for key, value in (("worst", item.worst), ("best", item.best))
        if value is not None
    }


def _options(options: tuple[Option, ...], kind: IndicatorType | None) -> Data:
    """Choices by key; `kind` is None on fields, whose choices are mostly a label alone."""
    found: Data = {}
    for option in options:
        data = {"label": option.label}
        for key, value in (("score", option.score), ("points", option.points)):
            if value is not None:
                data[key] = _number(value)  # type: ignore[assignment]
        data |= _given(exclusive=option.exclusive)
        found[option.key] = option.label if kind is None and len(data) == 1 else data
    return found


def _field(field: Field, owner: str | None) -> Data:
    return {
        "id": field.id,
        "type": field.type.value,
        "label": field.label,
        **_given(
            options=_options(field.options, None),
            rows=_axis(field.rows),
            columns=_axis(field.columns),
            levels=list(field.levels),
            unit=field.unit,
            plausible=None if field.plausible is None else _numbers(field.plausible),
            sensitive=field.sensitive,
            ask_if=_condition(field.ask_if, owner),
            na_for=dict(field.na_for),
            asked_of=field.asked_of and field.asked_of.value,
        ),
    }


def _axis(columns: tuple[Column, ...]) -> Data:
    return {column.key: column.label for column in columns}


def _cap(cap: Cap, owner: str) -> Data:
    return {"when": condition_data(cap.when, owner), "at": cap.at, "because": cap.because}


def _requirement(require: Requirement) -> Data:
    pairs = {
        "justification_from": require.justification_from,
        "evidence_from": require.evidence_from,
    }
    return {key: value for key, value in pairs.items() if value is not None}


def _lineage(lineage: Lineage) -> Data:
    return {
        **_given(old=lineage.old),
        "change": lineage.change.value,
        **_given(scores=_numbers(lineage.scores)),
    }


def _check(check: Check) -> Data:
    return {
        "id": check.id,
        "when": condition_data(check.when),
        "severity": check.severity.value,
        "message": check.message,
        "about": list(check.about),
    }


def _sub_index(index: SubIndex) -> Data:
    of: Mapping[str, object] = _given(
        pillars=list(index.pillars),
        indicators=list(index.indicators),
        aspect=None if index.aspect is None else index.aspect.value,
        field=index.field,
    )
    relative = "ceiling" if index.relative_to_ceiling else ""
    return {"id": index.id, "title": index.title, "of": dict(of), **_given(relative_to=relative)}
