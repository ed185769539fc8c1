"""Figures printed beside the score, never inside it: law against practice, sub-indices, evidence."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Indicator, Instrument, Pillar, SubIndex
from wb6assess.model.vocabulary import Aspect
from wb6assess.scoring.numbers import above, at_least, published
from wb6assess.scoring.states import IndicatorScore
from wb6assess.scoring.tree import NodeStatus

_MIN_SCORED = 3

ASPECTS: Mapping[str, frozenset[Aspect]] = {
    "law": frozenset({Aspect.LAW}),
    "practice": frozenset({Aspect.PRACTICE, Aspect.OUTCOME}),
    "institution": frozenset({Aspect.INSTITUTION}),
    "interface": frozenset({Aspect.INTERFACE}),
}
"""What the figures of law and practice are means over."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over selected indicators; `value` 0-100 only when `status` is ok, else insufficient.

    `scored` counts the indicators behind it; `coverage` is their weight share, None without any
    applicable weight.
    """

    status: NodeStatus
    value: float | None
    coverage: float | None
    scored: int

    @property
    def published(self) -> Decimal | None:
        """Rounded value, one decimal."""
        return None if self.value is None else published(self.value)


@dataclass(frozen=True, slots=True)
class LawPractice:
    """Law, practice (with outcomes), institutions and interface of one domain (methodology 7)."""

    law: Figure
    practice: Figure
    institution: Figure
    interface: Figure

    @property
    def gap(self) -> Decimal | None:
        """R1(R1(L) - R1(P)); None when one of the two is not published."""
        if self.law.published is None or self.practice.published is None:
            return None
        return self.law.published - self.practice.published


def law_practice(
    instrument: Instrument, results: Mapping[str, IndicatorScore], parameters: Parameters
) -> LawPractice:
    """Compare law in force with its application; always arithmetic, nominal weights."""
    weights = instrument.nominal_weights

    def figure(name: str) -> Figure:
        chosen = [item for item in instrument.indicators() if item.aspect in ASPECTS[name]]
        return _mean(chosen, results, lambda item: weights[item.id], parameters.tau)

    return LawPractice(**{name: figure(name) for name in ASPECTS})


def sub_index(
    index: SubIndex,
    instrument: Instrument,
    results: Mapping[str, IndicatorScore],
    fields: Mapping[str, Sequence[int]],
    parameters: Parameters,
) -> Figure:
    """One declared sub-index (methodology 7.1).

    Args:
        index: What to average.
        instrument: Gives the indicators and weights.
        results: Indicator id -> consolidated result.
        fields: Indicator id -> experts' levels 0-5 of the companion field, for `of: field`.
        parameters: `tau` decides about publication.
    """
    if index.field:
        return _field_mean(index, instrument, results, fields, parameters.tau)
    weights = index_weights(index, instrument)
    return _mean(
        [instrument.by_id[item] for item in weights],
        results,
        lambda item: weights[item.id],
        parameters.tau,
        relative=index.relative_to_ceiling,
    )


def index_weights(index: SubIndex, instrument: Instrument) -> Mapping[str, float]:
    """Indicator id -> weight in a sub-index: nominal, or 1 where indicators or a field are named."""
    even = bool(index.indicators or index.field)
    nominal = instrument.nominal_weights
    return {item.id: 1.0 if even else nominal[item.id] for item in _selected(index, instrument)}


def evidence_coverage(
    weights: Mapping[str, float], results: Mapping[str, IndicatorScore], supported: Mapping[str, bool]
) -> float | None:
    """Weight of supported among scored indicators above level 2, in [0, 1] (methodology 1.5).

    None when no indicator stands above level 2.
    """
    high = {
        item: weight
        for item, weight in weights.items()
        if weight and (score := results[item].score) is not None and above(score, 40.0)
    }
    total = math.fsum(high.values())
    if not total:
        return None
    return math.fsum(weight for item, weight in high.items() if supported.get(item)) / total


def pillar_weights(pillar: Pillar) -> Mapping[str, float]:
    """Indicator weights inside one pillar."""
    return {item.id: item.score_weight for item in pillar.indicators}


def _selected(index: SubIndex, instrument: Instrument) -> list[Indicator]:
    if index.field:
        return [item for item in instrument.indicators() if item.field_named(index.field)]
    if index.indicators:
        return [instrument.by_id[item] for item in index.indicators]
    if index.pillars:
        return [
            item
            for pillar in instrument.pillars
            if pillar.id in index.pillars
            for item in pillar.indicators
        ]
    return [item for item in instrument.indicators() if item.aspect is index.aspect]


def _mean(
    chosen: Sequence[Indicator],
    results: Mapping[str, IndicatorScore],
    weight_of: Callable[[Indicator], float],
    tau: float,
    *,
    relative: bool = False,
) -> Figure:
    weighted = [(item, weight_of(item)) for item in chosen if item.scored and weight_of(item) > 0]
    applicable = math.fsum(w for item, w in weighted if results[item.id].state.applicable)
    used = [
        (weight, to_ceiling(score, item) if relative else score)
        for item, weight in weighted
        if (score := results[item.id].score) is not None
    ]
    return _figure(used, applicable, tau)


def to_ceiling(score: float, indicator: Indicator) -> float:
    """A score against the highest level without a decision on the EU side, 0-100."""
    return min(100.0, 100.0 * score / (20.0 * indicator.ceiling))


def _field_mean(
    index: SubIndex,
    instrument: Instrument,
    results: Mapping[str, IndicatorScore],
    fields: Mapping[str, Sequence[int]],
    tau: float,
) -> Figure:
    applicable = [item for item in _selected(index, instrument) if results[item.id].state.applicable]
    used = [(1.0, 20.0 * median(fields[item.id])) for item in applicable if fields.get(item.id)]
    return _figure(used, float(len(applicable)), tau)


def _figure(used: Sequence[tuple[float, float]], applicable: float, tau: float) -> Figure:
    if not applicable:
        return Figure(NodeStatus.INSUFFICIENT, None, None, 0)
    covered = math.fsum(weight for weight, _ in used)
    coverage = covered / applicable
    if len(used) < _MIN_SCORED or not at_least(coverage, tau):
        return Figure(NodeStatus.INSUFFICIENT, None, coverage, len(used))
    value = math.fsum(weight * score for weight, score in used) / covered
    return Figure(NodeStatus.OK, value, coverage, len(used))
