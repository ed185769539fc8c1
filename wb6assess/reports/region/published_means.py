"""The means published beside single indicators, as weights (methodology 3.2, 7)."""

from collections.abc import Collection, Iterable, Iterator

from wb6assess.model.instrument import Indicator, Instrument, SubIndex
from wb6assess.model.vocabulary import Aspect
from wb6assess.reports.region.inference import Equation

MEANS = (
    frozenset({Aspect.LAW}),
    frozenset({Aspect.PRACTICE, Aspect.OUTCOME}),
    frozenset({Aspect.INSTITUTION}),
    frozenset({Aspect.INTERFACE}),
)
"""Aspects whose means are published beside the score (methodology 7)."""

_LEAST_SCORED = 3
"""Indicators a mean over an aspect or a sub-index needs to be published (methodology 7 and 7.1)."""


def groups(instrument: Instrument) -> list[tuple[str, ...]]:
    """Indicators behind each mean that may be published."""
    weighted = [item for item in instrument.indicators() if item.score_weight]
    found = [
        tuple(item.id for item in pillar.indicators if item.score_weight)
        for pillar in instrument.pillars
    ]
    found += [tuple(item.id for item in weighted if item.aspect in aspects) for aspects in MEANS]
    for index in instrument.indices:
        of_pillars = [pillar for pillar in instrument.pillars if pillar.id in index.pillars]
        inside = [item.id for pillar in of_pillars for item in pillar.indicators if item.score_weight]
        found.append((*index.indicators, *inside))
    return found


def pillar_means(
    instrument: Instrument, pillars: Collection[str], scored: Collection[str]
) -> Iterator[Equation]:
    """Weights of scored indicators in each of these pillars."""
    for pillar in instrument.pillars:
        if pillar.id in pillars:
            yield {item.id: item.score_weight for item in pillar.indicators if item.id in scored}


def aspect_means(instrument: Instrument, scored: Collection[str]) -> Iterator[Equation]:
    """Weights of scored indicators in law, practice, institutions and interface."""
    weights = instrument.nominal_weights
    for aspects in MEANS:
        inside = {
            item.id: weights[item.id]
            for item in instrument.indicators()
            if item.id in scored and item.aspect in aspects
        }
        if len(inside) >= _LEAST_SCORED:
            yield inside


def index_means(instrument: Instrument, scored: Collection[str]) -> Iterator[Equation]:
    """Weights of scored indicators in sub-indices; those against a ceiling as far as they rise."""
    asked = [item for item in instrument.indicators() if item.id in scored]
    for index in instrument.indices:
        inside = dict(_index_weights(instrument, index, asked))
        if len(inside) >= _LEAST_SCORED:
            yield inside


def _index_weights(
    instrument: Instrument, index: SubIndex, asked: Iterable[Indicator]
) -> Iterator[tuple[str, float]]:
    of_pillars = {item.id for p in instrument.pillars if p.id in index.pillars for item in p.indicators}
    for item in asked:
        named = item.id in index.indicators
        if named or item.id in of_pillars or item.aspect is index.aspect:
            weight = 1.0 if named else instrument.nominal_weights[item.id]
            yield item.id, weight / item.ceiling if index.relative_to_ceiling else weight
