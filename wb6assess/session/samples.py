"""Invented answers for demonstrations and tests: visibly samples, repeatable by seed.

The same seed gives the same answers on every machine. Levels are drawn alike for every country, so
nothing is said about any of them.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wb6assess.model.assessment import Answer, Confidence, Evidence, SpecialState, Value
from wb6assess.model.finding import Finding
from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Field, Indicator, Instrument, Option
from wb6assess.model.vocabulary import FieldType, IndicatorType, Severity
from wb6assess.scoring.scores import score_assessment
from wb6assess.scoring.states import AnswerSheet

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment

REASON = "Sample text, invented for demonstration."
_ROUNDS_OF_REPAIR = 6


def sample_answers(
    instrument: Instrument, country: str, expert: str, seed: int, parameters: Parameters
) -> dict[str, Answer]:
    """Answers of one invented expert that can be handed in.

    Raises:
        ValueError: the instrument's checks block whatever is answered (an instrument's defect).
    """
    shared = random.Random(f"{seed}/{instrument.id}/{country}")  # noqa: S311 - samples, no secrets
    own = random.Random(f"{seed}/{instrument.id}/{country}/{expert}")  # noqa: S311
    middle = {item: shared.choice((1, 2, 2, 3, 3, 4)) for item in instrument.by_id}
    answers = {
        indicator.id: _answer(indicator, middle[indicator.id], own)
        for indicator in instrument.indicators()
    }
    answers |= {vignette.id: Answer(own.randint(1, 4)) for vignette in instrument.vignettes}
    for item in instrument.context:
        value = _field_value(item, own)
        if value is not None:
            answers[item.id] = Answer(value)
    answers = _only_asked_fields(instrument, answers, country)
    return _without_open_findings(instrument, answers, country, parameters)


def fill_with_samples(opened: "OpenAssessment", seed: int) -> None:
    """Answer an open assessment so that it can be handed in, beside its expert's other ones.

    Raises:
        ValueError: the instrument's checks block whatever is answered (an instrument's defect).
    """
    identity = opened.info.identity
    answers = sample_answers(
        opened.instrument, identity.country, identity.expert, seed, opened.parameters
    )
    opened.record_all(answers)
    for _ in range(_ROUNDS_OF_REPAIR):
        # Checks that compare questionnaires are seen here only.
        still_open = opened.open_findings()
        if not still_open:
            return
        for finding in still_open:
            answers = _repaired(answers, finding)
        opened.record_all(answers)
    raise ValueError(f"{opened.instrument.id}: blocked: {[f.id for f in opened.open_findings()]}")


def _answer(indicator: Indicator, middle: int, draw: random.Random) -> Answer:
    luck = draw.random()
    if luck < 0.04 and indicator.na_allowed:
        return Answer(state=SpecialState.NOT_APPLICABLE, justification=REASON)
    if luck < 0.10:
        return Answer(state=SpecialState.DONT_KNOW)
    confidence = draw.choice(list(Confidence))
    evidence = _evidence(indicator, draw)
    fields = {field.id: value for field in indicator.fields if (value := _field_value(field, draw))}
    return Answer(
        _value(indicator, middle, draw),
        confidence=confidence,
        justification=REASON,
        evidence=evidence,
        fields=fields,
    )


def _value(indicator: Indicator, middle: int, draw: random.Random) -> Value:
    match indicator.type:
        case IndicatorType.LEVEL | IndicatorType.VIGNETTE:
            return min(5, max(0, middle + draw.choice((-1, 0, 0, 0, 1))))
        case IndicatorType.YESNO:
            return draw.choice(("yes", "no"))
        case IndicatorType.SINGLE:
            return draw.choice([option.key for option in indicator.options])
        case IndicatorType.MULTI:
            return _some(indicator.options, draw)
        case IndicatorType.NUMERIC:
            low, high = indicator.plausible or (0.0, 100.0)
            return round(low + (high - low) * draw.random())
        case IndicatorType.TEXT:
            return REASON


def _some(options: Sequence[Option], draw: random.Random) -> tuple[str, ...]:
    keys = [option.key for option in options if not option.exclusive]
    chosen = [key for key in keys if draw.random() < 0.5]
    return tuple(chosen or keys[:1])


def _field_value(field: Field, draw: random.Random) -> Value | None:
    match field.type:
        case FieldType.SINGLE:
            return draw.choice([option.key for option in field.options])
        case FieldType.MULTI:
            return _some(field.options, draw)
        case FieldType.YESNO:
            return draw.choice(("yes", "no"))
        case FieldType.LEVEL:
            return draw.randint(0, 5)
        case FieldType.TEXT:
            return REASON
        case _:
            # Figures and dates invented at random would contradict each other; left open.
            return None


def _evidence(indicator: Indicator, draw: random.Random) -> tuple[Evidence, ...]:
    kinds = indicator.evidence or ("report",)
    return (
        Evidence(draw.choice(kinds), title="Sample document (invented)", reference="Sample 00/2026"),
    )


def _only_asked_fields(
    instrument: Instrument, answers: Mapping[str, Answer], country: str
) -> dict[str, Answer]:
    sheet = AnswerSheet(instrument, answers, country)
    kept = dict(answers)
    for item in instrument.by_id:
        answer = kept[item]
        fields = {
            key: value
            for key, value in answer.fields.items()
            if sheet.field_value(item, key) is not None
        }
        kept[item] = replace(answer, fields=fields)
    return kept


def _without_open_findings(
    instrument: Instrument, answers: dict[str, Answer], country: str, parameters: Parameters
) -> dict[str, Answer]:
    for _ in range(_ROUNDS_OF_REPAIR):
        findings = score_assessment(instrument, answers, country, parameters).findings
        still_open = [finding for finding in findings if finding.open]
        if not still_open:
            return answers
        for finding in still_open:
            answers = _repaired(answers, finding)
    raise ValueError(f"{instrument.id}: the checks block every sample: {[f.id for f in still_open]}")


def _repaired(answers: dict[str, Answer], finding: Finding) -> dict[str, Answer]:
    """Comment on what asks for a comment; give up the facts behind what blocks."""
    if finding.severity is Severity.COMMENT:
        first = finding.about[0]
        answer = answers.get(first, Answer())
        comments = {**answer.comments, finding.id: REASON}
        return {**answers, first: replace(answer, comments=comments)}
    return answers | {
        item: Answer(state=SpecialState.DONT_KNOW, justification=REASON)
        for item in finding.about
        if item in answers
    }
