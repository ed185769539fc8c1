"""What checks notice in one expert's answers: the instrument's own checks and the general rules."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from wb6assess.model.assessment import Answer, SpecialState
from wb6assess.model.finding import Finding
from wb6assess.model.instrument import Check, Indicator, Instrument, Pillar
from wb6assess.model.values import value_fault
from wb6assess.model.vocabulary import IndicatorType, Severity
from wb6assess.scoring.numbers import above
from wb6assess.scoring.rules import rules_of
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


_ORDER = {
    severity: place
    for place, severity in enumerate((Severity.BLOCK, Severity.COMMENT, Severity.WARN, Severity.INFO))
}


@dataclass(frozen=True, slots=True)
class Noticed:
    """What was noticed, and what of it may stand when a few answers change.

    Attributes:
        all: Every finding: blocking ones first, then needs-a-comment, warnings, information; within
            a severity the instrument's order holds.
        by_answer: Indicator id -> findings of its answer alone, where there are any.
        by_check: Check id -> its finding, where it speaks.
    """

    all: tuple[Finding, ...]
    by_answer: Mapping[str, tuple[Finding, ...]]
    by_check: Mapping[str, Finding]


def find(
    sheet: AnswerSheet,
    results: Mapping[str, IndicatorScore],
    na_weight_flag: float,
    earlier: Noticed | None = None,
) -> Noticed:
    """Everything the checks notice.

    Args:
        sheet: The answers.
        results: What each indicator counts as.
        na_weight_flag: Weight share of "not applicable" in a pillar above which it is pointed out.
        earlier: What was noticed in the sheet this one goes on from; only `sheet.again` is looked at.
    """
    instrument = sheet.instrument
    again: Iterable[str] = instrument.by_id
    checks: Iterable[Check] = instrument.checks
    speaks = rules_of(instrument).checks
    by_answer: dict[str, tuple[Finding, ...]] = {}
    by_check: dict[str, Finding] = {}
    if earlier is not None and sheet.again is not None:
        again = sheet.again
        checks = {
            check.id: check for item in again for check in instrument.checks_on.get(item, ())
        }.values()
        by_answer, by_check = dict(earlier.by_answer), dict(earlier.by_check)
    for item in again:
        by_answer.pop(item, None)
        if found := _answer_findings(sheet, item):
            by_answer[item] = found
    for check in checks:
        by_check.pop(check.id, None)
        if speaks[check.id](sheet) is True:
            by_check[check.id] = _spoken(check, sheet)
    found_in_all = [*_unanswered(results), *_na_shares(instrument, results, na_weight_flag)]
    everything = [*chain.from_iterable(by_answer.values()), *by_check.values(), *found_in_all]
    return Noticed(_in_order(everything, instrument), by_answer, by_check)


def _in_order(found: Iterable[Finding], instrument: Instrument) -> tuple[Finding, ...]:
    places = instrument.place_of

    def place(finding: Finding) -> tuple[int, int, str]:
        first = places.get(finding.about[0], 0) if finding.about else len(places)
        return _ORDER[finding.severity], first, finding.id

    return tuple(sorted(found, key=place))


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


def _answer_findings(sheet: AnswerSheet, item: str) -> tuple[Finding, ...]:
    answer, indicator = sheet.answer(item), sheet.instrument.by_id.get(item)
    if indicator is None or answer.empty:  # context questions and vignettes have no rules
        return ()
    state = sheet.state(item)
    if state.skipped or sheet.country in indicator.na_for:
        return ()
    found: list[Finding] = []
    if state is State.UNANSWERED:  # what counts has no fault
        found += _state_findings(sheet, indicator, answer)
    if not sheet.fields_count(item):
        found += _field_findings(sheet, indicator, answer)
    if indicator.type is IndicatorType.LEVEL and isinstance(answer.value, int):
        found += _requirement_findings(indicator, answer, answer.value)
    return tuple(found)


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
        if value is None or sheet.field_value(indicator.id, field.id) is not None:
            continue
        fault = value_fault(field, value)
        if fault is not None and sheet.field_asked(indicator.id, field.id):
            yield _finding(
                Rule.FIELD_INVALID, Severity.WARN, indicator, answer, fault=fault, field=field.label
            )


def _requirement_findings(indicator: Indicator, answer: Answer, level: int) -> Iterator[Finding]:
    needs_reason = indicator.require.justification_from
    if needs_reason is not None and level >= needs_reason and not answer.justification.strip():
        yield _finding(Rule.JUSTIFICATION_MISSING, Severity.COMMENT, indicator, answer, level=str(level))
    needs_evidence = indicator.require.evidence_from
    if needs_evidence is not None and level >= needs_evidence and not answer.evidence:
        yield _finding(Rule.EVIDENCE_MISSING, Severity.COMMENT, indicator, answer, level=str(level))


def _spoken(check: Check, sheet: AnswerSheet) -> Finding:
    comment = sheet.answer(check.about[0]).comments.get(check.id, "") if check.about else ""
    return Finding(check.id, check.severity, check.about, check.message, comment=comment)


def _unanswered(results: Mapping[str, IndicatorScore]) -> Iterator[Finding]:
    missing = tuple(item for item, result in results.items() if result.state is State.UNANSWERED)
    if missing:
        yield Finding(Rule.UNANSWERED, Severity.WARN, missing, facts={"n": str(len(missing))})


def _na_shares(
    instrument: Instrument, results: Mapping[str, IndicatorScore], limit: float
) -> Iterator[Finding]:
    marked = {item for item, result in results.items() if result.state is State.NOT_APPLICABLE}
    touched = {instrument.pillar_of[item].id for item in marked}
    for pillar in instrument.pillars:
        if pillar.id in touched and above(na_share(pillar, results), limit):
            about = tuple(item.id for item in pillar.indicators if item.id in marked)
            yield Finding(Rule.NA_SHARE_HIGH, Severity.WARN, about, facts={"pillar": pillar.title})
