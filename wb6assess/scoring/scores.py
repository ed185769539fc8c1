"""Everything that follows from one expert's answers to one instrument."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from wb6assess.model.assessment import Answer, Grade
from wb6assess.model.finding import Finding
from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.model.vocabulary import Method
from wb6assess.scoring.beside import (
    Figure,
    LawPractice,
    evidence_coverage,
    law_practice,
    pillar_weights,
    sub_index,
)
from wb6assess.scoring.findings import Noticed, find, na_share
from wb6assess.scoring.numbers import above
from wb6assess.scoring.priorities import Priority, gap_ranking
from wb6assess.scoring.states import AnswerSheet, IndicatorScore, State
from wb6assess.scoring.tree import NodeScore, domain_score
from wb6assess.scoring.weights import effective_weights


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an expert is: `done` of `asked` indicators, skipped ones not counted.

    `completeness` is the count-based quality figure in [0, 1]; None when nothing is asked.
    """

    done: int
    asked: int
    completeness: float | None


@dataclass(frozen=True)
class AssessmentScores:
    """One assessment, scored; the figures beside the score are computed when they are asked for.

    Attributes:
        sheet: The answers in the light of the instrument's conditions.
        parameters: What was computed with.
        indicators: Indicator id -> state, score and cap, in instrument order.
        pillars: Pillar id -> score.
        domain: Score of the whole instrument.
        geometric: The same with pillars aggregated geometrically.
        noticed: Everything checks noticed.
        progress: Counts for the progress bar.
    """

    sheet: AnswerSheet = field(compare=False)
    parameters: Parameters
    indicators: Mapping[str, IndicatorScore]
    pillars: Mapping[str, NodeScore]
    domain: NodeScore
    geometric: float | None
    noticed: Noticed
    progress: Progress

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything checks noticed, most serious first."""
        return self.noticed.all

    @cached_property
    def indices(self) -> Mapping[str, Figure]:
        """Sub-index id -> figure."""
        return {
            index.id: sub_index(
                index,
                self.sheet.instrument,
                self.indicators,
                field_levels(self.sheet, index.field),
                self.parameters,
            )
            for index in self.sheet.instrument.indices
        }

    @cached_property
    def aspects(self) -> LawPractice:
        """Law, practice, institutions, interface."""
        return law_practice(self.sheet.instrument, self.indicators, self.parameters)

    @cached_property
    def na_shares(self) -> Mapping[str, float]:
        """Pillar id -> weight share of explicit "not applicable"."""
        return {pillar.id: na_share(pillar, self.indicators) for pillar in self.sheet.instrument.pillars}

    @cached_property
    def evidence(self) -> Mapping[str, float | None]:
        """Pillar id (and the instrument id) -> evidence coverage in [0, 1] or None."""
        instrument = self.sheet.instrument
        supported = _supported(self.sheet)
        # Before missing evidence limits anything: nothing unsupported would be left above level 2.
        results = {item: self.sheet.score(item) for item in instrument.by_id}
        shares: dict[str, float | None] = {
            pillar.id: evidence_coverage(pillar_weights(pillar), results, supported)
            for pillar in instrument.pillars
        }
        shares[instrument.id] = evidence_coverage(instrument.nominal_weights, results, supported)
        return shares

    @cached_property
    def effective(self) -> Mapping[str, float]:
        """Indicator id -> effective weight in the domain; sums to 1."""
        return effective_weights(self.sheet.instrument, self.indicators, self.pillars)

    @cached_property
    def priorities(self) -> tuple[Priority, ...]:
        """What to fix first."""
        return gap_ranking(self.sheet.instrument, self.indicators, self.effective)


def score_assessment(
    instrument: Instrument,
    answers: Mapping[str, Answer],
    country: str,
    parameters: Parameters,
    *,
    method: Method | None = None,
    beside: Sequence[AnswerSheet] = (),
    earlier: AssessmentScores | None = None,
) -> AssessmentScores:
    """Score one expert's answers; a pure function (methodology 1-3, 6.5, 7).

    Args:
        instrument: The version the answers were given to.
        answers: Answer by id of indicator, vignette or context question; others are ignored.
        country: Country code, for conditions and N/A rules.
        parameters: The framework's.
        method: Aggregation over pillars where the framework sets one for the domain.
        beside: The expert's sheets of other instruments, for checks that compare them.
        earlier: Scores of nearly the same answers; what the difference cannot have touched is taken
            from them. The result is the same without.
    """
    sheet = AnswerSheet(
        instrument,
        answers,
        country,
        na_justification_min=parameters.na_justification_min,
        beside=beside,
        earlier=earlier.sheet if earlier and earlier.parameters == parameters else None,
    )
    if sheet.again is None:
        earlier = None
    results = _results(sheet, parameters, earlier)
    domain = domain_score(
        instrument, results, parameters, method, _untouched(sheet, earlier) if earlier else {}
    )
    return AssessmentScores(
        sheet=sheet,
        parameters=parameters,
        indicators=results,
        pillars=domain.pillars,
        domain=domain.node,
        geometric=domain.geometric,
        noticed=find(sheet, results, parameters.na_weight_flag, earlier.noticed if earlier else None),
        progress=_progress(results),
    )


def _results(
    sheet: AnswerSheet, parameters: Parameters, earlier: AssessmentScores | None
) -> dict[str, IndicatorScore]:
    """What each indicator counts as, in the instrument's order."""
    known = sheet.instrument.by_id
    again = known if sheet.again is None else [item for item in sheet.again if item in known]
    results = {item: sheet.score(item) for item in again}
    if parameters.evidence_mode == "cap":
        results = with_evidence_cap(results, _supported(sheet))
    # The earlier results hold every indicator, so putting new ones in keeps the order.
    return {**earlier.indicators, **results} if earlier else results


def _untouched(sheet: AnswerSheet, earlier: AssessmentScores) -> Mapping[str, NodeScore]:
    """Pillars none of whose indicators had to be looked at again."""
    assert sheet.again is not None  # there is an earlier sheet
    pillar_of = sheet.instrument.pillar_of
    touched = {pillar_of[item].id for item in sheet.again if item in pillar_of}
    return {key: node for key, node in earlier.pillars.items() if key not in touched}


def is_supported(answers: Sequence[Answer]) -> bool:
    """Whether any of these answers carries evidence of grade A or B (methodology 1.5)."""
    return any(item.grade is not Grade.C for answer in answers for item in answer.evidence)


def with_evidence_cap(
    results: Mapping[str, IndicatorScore], supported: Mapping[str, bool]
) -> dict[str, IndicatorScore]:
    """Unsupported scores above 40 count 40: evidence mode `cap` (methodology 1.5)."""
    return {
        item: (
            replace(result, score=40.0)
            if result.score is not None and above(result.score, 40.0) and not supported[item]
            else result
        )
        for item, result in results.items()
    }


def documented(sheet: AnswerSheet) -> frozenset[str]:
    """Indicators with evidence of grade A or B; what is kept with a skipped question is ignored."""
    return frozenset(
        item
        for item in sheet.instrument.by_id
        if is_supported([sheet.answer(item)]) and not sheet.state(item).skipped
    )


def _supported(sheet: AnswerSheet) -> Mapping[str, bool]:
    backed = documented(sheet)
    return {item: item in backed for item in sheet.instrument.by_id}


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
    zero, unanswered = states.count(State.SKIPPED_ZERO), states.count(State.UNANSWERED)
    asked = len(states) - states.count(State.SKIPPED_EXCLUDE) - zero
    counted = states.count(State.ANSWERED) + zero
    base = counted + states.count(State.DONT_KNOW) + states.count(State.WITHHELD) + unanswered
    return Progress(asked - unanswered, asked, counted / base if base else None)
