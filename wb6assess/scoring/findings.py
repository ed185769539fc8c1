"""What checks notice in one expert's answers: the instrument's own checks and the general rules."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from wb6assess.model.assessment import Answer, SpecialState
from wb6assess.model.finding import Finding
from wb6assess.model.instrument import Indicator, IndicatorType, Instrument, Pillar, Severity
from wb6assess.model.values import value_fault
from wb6assess.scoring.conditions import holds
from wb6assess.scoring.numbers import above
from wb6assess.scoring.states import AnswerSheet, IndicatorScore, State


class Rule(StrEnum):
    """Rules every instrument shares; `reports.wording` has their sentences."""

    VALUE_INVALID = "value-invalid"
    FIELD_INVALID = "field-invalid"
    NA_NOT_ALLOWED = "na-not-allowed"
    NA_REASON_MISSING = "na-reason-missing"
    WITHHELD_NOT_ALLOWED = "withheld-not-allowed"
    JUSTIFICATION_MISSING = "justification-missing"
    EVIDENCE_MISSING = "evidence-missing"
    UNANSWERED = "unanswered"
    NA_SHARE_HIGH = "na-share-high"


_ORDER = (Severity.BLOCK, Severity.COMMENT, Severity.WARN, Severity.INFO)


def find(sheet: AnswerSheet, na_weight_flag: float) -> tuple[Finding, ...]:
    """Every finding: blocking ones first, then needs-a-comment, warnings, information.

    Within a severity the instrument's order holds.
    """
    found = [
        *_answer_findings(sheet),
        *_check_findings(sheet),
        *_unanswered(sheet),
        *_na_shares(sheet, na_weight_flag),
    ]
    position = {item: place for place, item in enumerate(sheet.instrument.answerable())}
    return tuple(
        sorted(
            found,
            key=lambda finding: (
                _ORDER.index(finding.severity),
                position.get(finding.about[0], 0) if finding.about else len(position),
            ),
        )
    )


def na_share(pillar: Pillar, results: Mapping[str, IndicatorScore]) -> float:
    """Weight share of explicit "not applicable" among what is not excluded (methodology 1.1)."""
    weighted = [(item.score_weight, results[item.id]) for item in pillar.indicators]
    base = sum(weight for weight, result in weighted if result.state is not State.SKIPPED_EXCLUDE)
    explicit = sum(
        weight
        for weight, result in weighted
        if result.state is State.NOT_APPLICABLE and not result.by_design
    )
    return explicit / base if base else 0.0


def _finding(
    rule: Rule, severity: Severity, indicator: Indicator, answer: Answer, **facts: str
) -> Finding:
    comment = answer.comments.get(rule, "")
    return Finding(rule, severity, (indicator.id,), facts=facts, comment=comment)


def _answer_findings(sheet: AnswerSheet) -> Iterator[Finding]:
    for indicator in sheet.instrument.indicators():
        answer = sheet.answer(indicator.id)
        if answer.empty or sheet.state(indicator.id).skipped or sheet.country in indicator.na_for:
            continue
        yield from _state_findings(sheet, indicator, answer)
        yield from _field_findings(sheet, indicator, answer)
        yield from _requirement_findings(indicator, answer)


def _state_findings(sheet: AnswerSheet, indicator: Indicator, answer: Answer) -> Iterator[Finding]:
    if answer.state is SpecialState.NOT_APPLICABLE and not indicator.na_allowed:
        yield _finding(Rule.NA_NOT_ALLOWED, Severity.BLOCK, indicator, answer)
    elif answer.state is SpecialState.NOT_APPLICABLE and not sheet.na_justified(answer):
        yield _finding(Rule.NA_REASON_MISSING, Severity.BLOCK, indicator, answer)
    elif answer.state is SpecialState.WITHHELD and not indicator.sensitive:
        yield _finding(Rule.WITHHELD_NOT_ALLOWED, Severity.BLOCK, indicator, answer)
    elif answer.value is not None:
        fault = value_fault(indicator, answer.value)
        if fault is not None:
            yield _finding(Rule.VALUE_INVALID, Severity.BLOCK, indicator, answer, fault=fault)


def _field_findings(sheet: AnswerSheet, indicator: Indicator, answer: Answer) -> Iterator[Finding]:
    for field in indicator.fields:
        value = answer.fields.get(field.id)
        # A fact that counts has no fault and needs no second look.
        if value is None or sheet.field_value(indicator.id, field.id) is not None:
            continue
        fault = value_fault(field, value)
        if fault is not None and sheet.field_asked(indicator.id, field.id):
            yield _finding(
                Rule.FIELD_INVALID, Severity.WARN, indicator, answer, fault=fault, field=field.label
            )


def _requirement_findings(indicator: Indicator, answer: Answer) -> Iterator[Finding]:
    if indicator.type is not IndicatorType.LEVEL or not isinstance(answer.value, int):
        return
    level = answer.value
    needs_reason = indicator.require.justification_from
    if needs_reason is not None and level >= needs_reason and not answer.justification.strip():
        yield _finding(Rule.JUSTIFICATION_MISSING, Severity.COMMENT, indicator, answer, level=str(level))
    needs_evidence = indicator.require.evidence_from
    if needs_evidence is not None and level >= needs_evidence and not answer.evidence:
        yield _finding(Rule.EVIDENCE_MISSING, Severity.COMMENT, indicator, answer, level=str(level))


def _check_findings(sheet: AnswerSheet) -> Iterator[Finding]:
    for check in sheet.instrument.checks:
        if holds(check.when, sheet) is True:
            comment = sheet.answer(check.about[0]).comments.get(check.id, "") if check.about else ""
            yield Finding(check.id, check.severity, check.about, check.message, comment=comment)


def _unanswered(sheet: AnswerSheet) -> Iterator[Finding]:
    instrument: Instrument = sheet.instrument
    missing = tuple(item for item in instrument.by_id if sheet.state(item) is State.UNANSWERED)
    if missing:
        yield Finding(Rule.UNANSWERED, Severity.WARN, missing, facts={"n": str(len(missing))})


def _na_shares(sheet: AnswerSheet, limit: float) -> Iterator[Finding]:
    for pillar in sheet.instrument.pillars:
        results = {item.id: sheet.score(item.id) for item in pillar.indicators}
        if above(na_share(pillar, results), limit):
            about = tuple(
                item.id for item in pillar.indicators if results[item.id].state is State.NOT_APPLICABLE
            )
            yield Finding(Rule.NA_SHARE_HIGH, Severity.WARN, about, facts={"pillar": pillar.title})
