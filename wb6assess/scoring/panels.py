"""Countries as arrays for the resampling: structure once, ratings per country (methodology 6.2).

Domains stand in the framework's order, those without a questionnaire are left out; inside a domain
pillars and indicators stand in the questionnaire's order, experts in ascending order of their code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wb6assess.model.framework import Domain, Framework
from wb6assess.model.instrument import Indicator, Instrument, Pillar
from wb6assess.model.vocabulary import IndicatorType
from wb6assess.scoring.arrays import Bools, Floats
from wb6assess.scoring.consensus import Rating
from wb6assess.scoring.country import CountryScores
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.states import State
from wb6assess.scoring.tree import NodeScore, NodeStatus
from wb6assess.scoring.uncertainty import Panel, Tree

_NONE = float("nan")


@dataclass(frozen=True)
class Layout:
    """The order of everything: what a column of an array stands for."""

    domains: tuple[tuple[Domain, Instrument], ...]

    @property
    def pillars(self) -> tuple[tuple[int, Pillar], ...]:
        """Every pillar with the place of its domain."""
        return tuple(
            (place, pillar)
            for place, (_, instrument) in enumerate(self.domains)
            for pillar in instrument.pillars
        )

    @property
    def items(self) -> tuple[tuple[int, Indicator], ...]:
        """Every indicator with the place of its pillar."""
        return tuple(
            (place, item) for place, (_, pillar) in enumerate(self.pillars) for item in pillar.indicators
        )


def layout(framework: Framework, instruments: Mapping[str, Instrument]) -> Layout:
    """The domains that have a questionnaire."""
    return Layout(
        tuple(
            (domain, instruments[domain.instrument])
            for domain in framework.domains
            if domain.instrument in instruments
        )
    )


def tree_of(framework: Framework, arranged: Layout) -> Tree:
    """Weights, parents and methods, flattened."""
    pillars, items, methods = arranged.pillars, arranged.items, framework.parameters.methods
    return Tree(
        indicator_weights=floats([item.score_weight for _, item in items]),
        pillar_of=_places([place for place, _ in items]),
        pillar_weights=floats([pillar.weight for _, pillar in pillars]),
        pillar_methods=tuple(pillar.method or methods.pillar for _, pillar in pillars),
        domain_of=_places([place for place, _ in pillars]),
        domain_weights=floats([domain.weight for domain, _ in arranged.domains]),
        domain_methods=tuple(domain.method or methods.domain for domain, _ in arranged.domains),
        overall_method=methods.overall,
        level_items=bools([item.type is IndicatorType.LEVEL for _, item in items]),
    )


def panel_of(framework: Framework, arranged: Layout, country: CountryScores) -> Panel:
    """One country as its point estimate left it."""
    capping = framework.parameters.evidence_mode == "cap"
    parts = [(country.domains[domain.id], instrument) for domain, instrument in arranged.domains]
    found = [(part, item) for part, instrument in parts for item in instrument.by_id]
    grids = [rating_grids(part.ratings, list(instrument.by_id)) for part, instrument in parts]
    return Panel(
        code=country.code,
        ratings=tuple(scores for scores, _ in grids),
        confidences=tuple(confidences for _, confidences in grids),
        final=floats([_or_nan(part.consensus[item].score) for part, item in found]),
        validated=bools([part.consensus[item].state is State.VALIDATED for part, item in found]),
        unsupported=bools([capping and not part.supported[item] for part, item in found]),
        pillar_ok=bools([_ok(node) for part, _ in parts for node in part.score.pillars.values()]),
        domain_ok=bools([_ok(part.score.node) for part, _ in parts]),
        overall_ok=_ok(country.overall.node),
    )


def rating_grids(
    ratings: Mapping[str, Mapping[str, Rating]], items: Sequence[str]
) -> tuple[Floats, Floats]:
    """Scores and confidence weights, (experts, items); experts without any score are left out."""
    rows = [
        [rated[item] for item in items]
        for _, rated in sorted(ratings.items())
        if any(rated[item].score is not None for item in items)
    ]
    scores = [[_or_nan(rating.score) for rating in row] for row in rows]
    confidences = [[float(rating.confidence) for rating in row] for row in rows]
    shape = (len(rows), len(items))
    return floats(scores).reshape(shape), floats(confidences).reshape(shape)


def drawing_experts(part: CountryDomain) -> tuple[str, ...]:
    """Codes of the experts who are resampled: those with at least one score in the domain."""
    return tuple(
        code
        for code, rated in sorted(part.ratings.items())
        if any(rating.score is not None for rating in rated.values())
    )


def _ok(node: NodeScore) -> bool:
    return node.status is NodeStatus.OK


def _or_nan(value: float | None) -> float:
    return _NONE if value is None else value


def floats(values: Sequence[object]) -> Floats:
    """Doubles, also where there are none."""
    return np.array(values, dtype=np.float64)


def _places(values: Sequence[int]) -> NDArray[np.int64]:
    return np.array(values, dtype=np.int64)


def bools(values: Sequence[bool]) -> Bools:
    """Truth values, also where there are none."""
    return np.array(values, dtype=np.bool_)
