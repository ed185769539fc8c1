"""A questionnaire taken apart into named pieces of text, so that two of them can be compared."""

from collections.abc import Iterable, Iterator, Mapping

from wb6assess.model.conditions import (
    All,
    Answered,
    AnswerRef,
    Any,
    Compare,
    Condition,
    CountryIs,
    FieldRef,
    HasEvidence,
    Not,
    Ref,
    Sum,
)
from wb6assess.model.instrument import Anchor, Check, Field, Indicator, Instrument, Option, SubIndex

Parts = Mapping[str, str]
"""Name of a piece, such as "levels.3" or "fields.since.label" -> its text."""


def indicator_parts(item: Indicator, pillar: str) -> Parts:
    """Everything about an indicator but its id and lineage; what is empty is left out."""
    scale = {
        "type": item.type.value,
        "unit": item.unit,
        "polarity": item.polarity.value,
        "full_points": _number(item.full_points),
        "thresholds": ", ".join(map(_number, item.thresholds)),
        "direction": item.direction.value if item.thresholds else "",
        "worst": _number(item.worst),
        "best": _number(item.best),
        "plausible": _bounds(item.plausible),
    }
    return _given(
        {
            "pillar": pillar,
            "title": item.title,
            "question": item.question,
            "guide": item.guide,
            **{f"levels.{level}": text for level, text in enumerate(item.levels)},
            **_options(item.options, "options"),
            **scale,
            "aspect": item.aspect.value,
            "weight": _number(item.weight),
            "anchors": "; ".join(map(_anchor, item.anchors)),
            "evidence": ", ".join(item.evidence),
            "sensitive": _switch(value=item.sensitive),
            "na_allowed": _switch(value=item.na_allowed),
            **{f"na_for.{code}": reason for code, reason in item.na_for.items()},
            "actor": item.actor.value,
            "ceiling": str(item.ceiling),
            "target": str(item.target),
            "ask_if": condition_text(item.ask_if),
            "skip_effect": item.skip_effect.value if item.skip_effect else "",
            **_caps(item),
            "require": _required(item),
            **dict(_field_parts(item.fields, "fields.")),
        }
    )


def other_parts(instrument: Instrument) -> Parts:
    """Everything about a questionnaire but its indicators and version."""
    parts = {"title": instrument.title, "intro": instrument.intro}
    for source in instrument.sources:
        key = f"sources.{source.id}"
        parts |= {f"{key}.title": source.title, f"{key}.url": source.url, f"{key}.status": source.status}
        parts |= {f"{key}.articles.{at}": text for at, text in source.articles.items()}
        parts |= {f"{key}.not_assessed.{at}": text for at, text in source.not_assessed.items()}
    for pillar in instrument.pillars:
        parts |= {
            f"{pillar.id}.title": pillar.title,
            f"{pillar.id}.why": pillar.why,
            f"{pillar.id}.weight": _number(pillar.weight),
            f"{pillar.id}.method": pillar.method.value if pillar.method else "",
        }
    for check in instrument.checks:
        parts |= _check(check)
    for index in instrument.indices:
        parts |= {f"{index.id}.title": index.title, f"{index.id}.of": _selection(index)}
    for vignette in instrument.vignettes:
        parts |= {
            f"{vignette.id}.title": vignette.title,
            f"{vignette.id}.text": vignette.text,
            f"{vignette.id}.indicator": vignette.indicator,
        }
    parts |= dict(_field_parts(instrument.context, ""))
    return _given(parts)


def condition_text(condition: Condition | None) -> str:
    """A condition on one line: "FDI-1.1 ge 2 and not (country BA)"."""
    match condition:
        case None:
            return ""
        case All(parts):
            return " and ".join(_inner(part) for part in parts)
        case Any(parts):
            return " or ".join(_inner(part) for part in parts)
        case Not(part):
            return f"not ({condition_text(part)})"
        case Answered(item):
            return f"answered {item}"
        case HasEvidence(item):
            return f"evidence for {item}"
        case CountryIs(codes):
            return f"country {', '.join(codes)}"
        case Compare(left, op, right):
            wanted = right if isinstance(right, tuple) else (right,)
            return f"{_term(left)} {op} {', '.join(_term(item) for item in wanted)}"


def _inner(part: Condition) -> str:
    text = condition_text(part)
    return f"({text})" if isinstance(part, All | Any) else text


def _term(term: Ref | Sum | float | str) -> str:
    match term:
        case AnswerRef(name):
            return name
        case FieldRef():
            return str(term)
        case Sum(terms):
            return " + ".join(_term(item) for item in terms)
        case str():
            return term
        case _:
            return _number(term)


def _given(parts: Parts) -> Parts:
    return {name: text for name, text in parts.items() if text}


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


def _switch(*, value: bool) -> str:
    return "true" if value else "false"


def _bounds(pair: tuple[float, float] | None) -> str:
    return "" if pair is None else f"{_number(pair[0])} to {_number(pair[1])}"


def _anchor(anchor: Anchor) -> str:
    text = f"{anchor.source} {anchor.at}".strip()
    return f"{text} (forward)" if anchor.forward else text


def _options(options: Iterable[Option], name: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for option in options:
        key = f"{name}.{option.key}"
        parts |= {
            f"{key}.label": option.label,
            f"{key}.score": _number(option.score),
            f"{key}.points": _number(option.points),
            f"{key}.exclusive": _switch(value=True) if option.exclusive else "",
        }
    return parts


def _caps(item: Indicator) -> dict[str, str]:
    parts: dict[str, str] = {}
    for index, cap in enumerate(item.caps):
        parts[f"caps.{index}.when"] = condition_text(cap.when)
        parts[f"caps.{index}.at"] = str(cap.at)
        parts[f"caps.{index}.because"] = cap.because
    return parts


def _required(item: Indicator) -> str:
    wanted = {"reason": item.require.justification_from, "evidence": item.require.evidence_from}
    return ", ".join(f"{name} from {level}" for name, level in wanted.items() if level is not None)


def _field_parts(fields: Iterable[Field], prefix: str) -> Iterator[tuple[str, str]]:
    for item in fields:
        key = f"{prefix}{item.id}"
        yield f"{key}.label", item.label
        yield f"{key}.type", item.type.value
        yield from _options(item.options, f"{key}.options").items()
        yield from ((f"{key}.rows.{row.key}", row.label) for row in item.rows)
        yield from ((f"{key}.columns.{column.key}", column.label) for column in item.columns)
        yield from ((f"{key}.levels.{level}", text) for level, text in enumerate(item.levels))
        yield f"{key}.unit", item.unit
        yield f"{key}.plausible", _bounds(item.plausible)
        yield f"{key}.sensitive", _switch(value=True) if item.sensitive else ""
        yield f"{key}.asked_of", item.asked_of.value if item.asked_of else ""
        yield f"{key}.ask_if", condition_text(item.ask_if)
        yield from ((f"{key}.na_for.{code}", reason) for code, reason in item.na_for.items())


def _check(check: Check) -> dict[str, str]:
    return {
        f"{check.id}.when": condition_text(check.when),
        f"{check.id}.severity": check.severity.value,
        f"{check.id}.message": check.message,
        f"{check.id}.about": ", ".join(check.about),
    }


def _selection(index: SubIndex) -> str:
    chosen = (*index.pillars, *index.indicators, index.field, index.aspect.value if index.aspect else "")
    text = ", ".join(name for name in chosen if name)
    return f"{text} relative to ceiling" if index.relative_to_ceiling else text
