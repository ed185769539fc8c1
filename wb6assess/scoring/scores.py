"""Everything that follows from one expert's answers to one instrument."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wb6assess.model.assessment import Answer, Grade
from wb6assess.model.finding import Finding
from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Instrument, Method
from wb6assess.scoring.beside import (
    Figure,
    LawPractice,
    evidence_coverage,
    law_practice,
    pillar_weights,
    sub_index,
)
from wb6assess.scoring.findings import find, na_share
from wb6assess.scoring.numbers import above
from wb6assess.scoring.priorities import Priority, gap_ranking
from wb6assess.scoring.states import AnswerSheet, IndicatorScore, State
from wb6assess.scoring.tree import NodeScore, domain_score
from wb6assess.scoring.weights import effective_weights, nominal_weights


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an expert is: `done` of `asked` indicators, skipped ones not counted.

    `completeness` is the count-based quality figure in [0, 1]; None when nothing is asked.
    """

    done: int
    asked: int
    completeness: float | None


@dataclass(frozen=True, slots=True)
class AssessmentScores:
    """One assessment, scored.

    Attributes:
        indicators: Indicator id -> state, score and cap, in instrument order.
        pillars: Pillar id -> score.
        domain: Score of the whole instrument.
        geometric: The same with pillars aggregated geometrically.
        indices: Sub-index id -> figure.
        aspects: Law, practice, institutions, interface.
        findings: Everything checks noticed, most serious first.
        progress: Counts for the progress bar.
        na_shares: Pillar id -> weight share of explicit "not applicable".
        evidence: Pillar id (and the instrument id) -> evidence coverage in [0, 1] or None.
        effective: Indicator id -> effective weight in the domain; sums to 1.
        priorities: What to fix first.
    """

    indicators: Mapping[str, IndicatorScore]
    pillars: Mapping[str, NodeScore]
    domain: NodeScore
    geometric: float | None
    indices: Mapping[str, Figure]
    aspects: LawPractice
    findings: tuple[Finding, ...]
    progress: Progress
    na_shares: Mapping[str, float]
    evidence: Mapping[str, float | None]
    effective: Mapping[str, float]
    priorities: tuple[Priority, ...]


def score_assessment(
    instrument: Instrument,
    answers: Mapping[str, Answer],
    country: str,
    parameters: Parameters,
    *,
    method: Method | None = None,
) -> AssessmentScores:
    """Score one expert's answers; a pure function (methodology 1-3, 6.5, 7).

    Args:
        instrument: The version the answers were given to.
        answers: Answer by id of indicator, vignette or context question; others are ignored.
        country: Country code, for conditions and N/A rules.
        parameters: The framework's.
        method: Aggregation over pillars where the framework sets one for the domain.
    """
    sheet = AnswerSheet(
        instrument, answers, country, na_justification_min=parameters.na_justification_min
    )
    results = {item: sheet.score(item) for item in instrument.by_id}
    supported = {item: is_supported([sheet.answer(item)]) for item in results}
    counted = with_evidence_rule(results, supported, parameters)
    domain = domain_score(instrument, counted, parameters, method)
    effective = effective_weights(instrument, counted, domain.pillars)
    return AssessmentScores(
        indicators=counted,
        pillars=domain.pillars,
        domain=domain.node,
        geometric=domain.geometric,
        indices=_indices(sheet, counted, parameters),
        aspects=law_practice(instrument, counted, parameters),
        findings=find(sheet, parameters.na_weight_flag),
        progress=_progress(counted),
        na_shares={pillar.id: na_share(pillar, counted) for pillar in instrument.pillars},
        evidence=_evidence(instrument, counted, supported),
        effective=effective,
        priorities=gap_ranking(instrument, counted, effective),
    )


def is_supported(answers: Sequence[Answer]) -> bool:
    """Whether any of these answers carries evidence of grade A or B (methodology 1.5)."""
    return any(item.grade is not Grade.C for answer in answers for item in answer.evidence)


def with_evidence_rule(
    results: Mapping[str, IndicatorScore], supported: Mapping[str, bool], parameters: Parameters
) -> Mapping[str, IndicatorScore]:
    """In `cap` mode unsupported scores above 40 count 40; in `flag` mode nothing changes."""
    if parameters.evidence_mode != "cap":
        return results
    return {
        item: (
            IndicatorScore(result.state, 40.0, result.uncapped, result.cap, result.by_design)
            if result.score is not None and above(result.score, 40.0) and not supported[item]
            else result
        )
        for item, result in results.items()
    }


def _indices(
    sheet: AnswerSheet, results: Mapping[str, IndicatorScore], parameters: Parameters
) -> Mapping[str, Figure]:
    return {
        index.id: sub_index(
            index, sheet.instrument, results, field_levels(sheet, index.field), parameters
        )
        for index in sheet.instrument.indices
    }


def field_levels(sheet: AnswerSheet, field_id: str) -> Mapping[str, Sequence[int]]:
    """Indicator id -> this expert's level of a companion field, as a list of at most one."""
    levels = {}
    for indicator in sheet.instrument.indicators():
        value = sheet.field_value(indicator.id, field_id) if field_id else None
        if isinstance(value, int):
            levels[indicator.id] = (value,)
    return levels


def _progress(results: Mapping[str, IndicatorScore]) -> Progress:
    states = [result.state for result in results.values()]
    asked = [state for state in states if not state.skipped]
    done = [state for state in asked if state is not State.UNANSWERED]
    counted = sum(state in {State.ANSWERED, State.SKIPPED_ZERO} for state in states)
    missing = sum(state in {State.DONT_KNOW, State.WITHHELD, State.UNANSWERED} for state in states)
    base = counted + missing
    return Progress(len(done), len(asked), counted / base if base else None)


def _evidence(
    instrument: Instrument,
    results: Mapping[str, IndicatorScore],
    supported: Mapping[str, bool],
) -> Mapping[str, float | None]:
    shares: dict[str, float | None] = {
        pillar.id: evidence_coverage(pillar_weights(pillar), results, supported)
        for pillar in instrument.pillars
    }
    shares[instrument.id] = evidence_coverage(nominal_weights(instrument), results, supported)
    return shares
