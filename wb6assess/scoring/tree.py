"""The score tree: indicator results to pillar, domain and overall (methodology 3).

One path for everybody: an expert's own scores and a country's consolidated ones pass through the
same functions.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from wb6assess.model.framework import Domain, Parameters
from wb6assess.model.instrument import Instrument, Pillar
from wb6assess.model.vocabulary import Method
from wb6assess.scoring.bands import Band, band_of
from wb6assess.scoring.numbers import at_least, published
from wb6assess.scoring.states import IndicatorScore

_NONE_KNOWN: Mapping[str, "NodeScore"] = MappingProxyType({})


class NodeStatus(StrEnum):
    """Whether a node has a score (methodology 3.3)."""

    OK = "ok"
    INSUFFICIENT = "insufficient"
    NOT_APPLICABLE = "not_applicable"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class NodeScore:
    """Score of a pillar, domain or the whole.

    Attributes:
        status: Only `ok` nodes publish a score.
        value: 0-100 in full precision; also set for an insufficient node with some answers, for
            coordinators' screens only.
        coverage: Answered share of the applicable weight, in [0, 1]; None when nothing applies.
        published: Rounded score of an ok node, one decimal.
        provisional: Published, but coverage is below the parameter of that name.
        band: Band of the published score.
    """

    status: NodeStatus
    value: float | None = None
    coverage: float | None = None
    published: Decimal | None = None
    provisional: bool = False
    band: Band | None = None

    @property
    def score(self) -> float | None:
        """Full-precision score, only of an ok node."""
        return self.value if self.status is NodeStatus.OK else None


@dataclass(frozen=True, slots=True)
class DomainScore:
    """A domain with its pillars; `geometric` aggregates the used pillars geometrically (3.2)."""

    node: NodeScore
    pillars: Mapping[str, NodeScore]
    geometric: float | None


@dataclass(frozen=True, slots=True)
class OverallScore:
    """All domains of a country; `geometric` is geometric at domain and overall level."""

    node: NodeScore
    geometric: float | None

    @property
    def balance_penalty(self) -> Decimal | None:
        """R1(A) - R1(G); 5 points or more is worded as an uneven profile."""
        return balance_penalty(self.node, self.geometric)


class Child(NamedTuple):
    """A used child of a node: weight > 0, score 0-100."""

    weight: float
    score: float


def aggregate(children: Sequence[Child], method: Method, geo_delta: float = 1.0) -> float:
    """Score of a node from its used children (methodology 3.2); at least one child."""
    scores = [score for _, score in children]
    if method is Method.MIN:
        return min(scores)
    total = math.fsum([weight for weight, _ in children])
    if method is Method.ARITHMETIC:
        mean = math.fsum([weight * score for weight, score in children]) / total
    else:
        logs = math.fsum([weight * math.log(score + geo_delta) for weight, score in children])
        mean = math.exp(logs / total) - geo_delta
    # A mean lies between its terms; binary noise must not put it outside.
    return min(max(mean, min(scores)), max(scores))


def pillar_score(
    pillar: Pillar, results: Mapping[str, IndicatorScore], parameters: Parameters
) -> NodeScore:
    """Score, coverage and status of one pillar (methodology 3.3)."""
    weighted = [
        (weight, results[item.id]) for item in pillar.indicators if (weight := item.score_weight)
    ]
    if not weighted:
        return NodeScore(NodeStatus.EMPTY)
    applicable = math.fsum([weight for weight, result in weighted if result.state.applicable])
    used = [Child(weight, result.score) for weight, result in weighted if result.score is not None]
    covered = math.fsum([weight for weight, _ in used])
    method = pillar.method or parameters.methods.pillar
    return _node(used, applicable, covered, method, parameters)


def domain_score(
    instrument: Instrument,
    results: Mapping[str, IndicatorScore],
    parameters: Parameters,
    method: Method | None = None,
    known: Mapping[str, NodeScore] = _NONE_KNOWN,
) -> DomainScore:
    """Score a domain and its pillars from indicator results (methodology 3.4).

    Args:
        instrument: Gives tree and weights.
        results: Indicator id -> result, for every indicator of the instrument.
        parameters: Thresholds and methods.
        method: Aggregation over pillars where the framework sets one for this domain.
        known: Pillar id -> score, of pillars whose results are the same as in an earlier computation.
    """
    pillars = {
        pillar.id: known.get(pillar.id) or pillar_score(pillar, results, parameters)
        for pillar in instrument.pillars
    }
    weighted = [(pillar.weight, pillars[pillar.id]) for pillar in instrument.pillars if pillar.weight]
    node = _parent(weighted, method or parameters.methods.domain, parameters)
    return DomainScore(node, pillars, _geometric(weighted, node, parameters))


def overall_score(
    domains: Sequence[tuple[Domain, DomainScore | None]], parameters: Parameters
) -> OverallScore:
    """Score over domains; every core domain must be ok (methodology 3.5).

    Args:
        domains: The framework's domains with their scores; None where nothing was submitted.
        parameters: Thresholds and methods.
    """
    scored = [
        (domain, score or DomainScore(NodeScore(NodeStatus.INSUFFICIENT, coverage=0.0), {}, None))
        for domain, score in domains
    ]
    weighted = [(domain.weight, score.node) for domain, score in scored if domain.weight]
    node = _parent(weighted, parameters.methods.overall, parameters)
    core_ok = all(score.node.status is NodeStatus.OK for domain, score in scored if domain.core)
    if not core_ok:
        node = NodeScore(NodeStatus.INSUFFICIENT, node.value, node.coverage)
    if node.status is not NodeStatus.OK:
        return OverallScore(node, None)
    used = [
        Child(domain.weight, score.geometric)
        for domain, score in scored
        if domain.weight and score.node.status is NodeStatus.OK and score.geometric is not None
    ]
    return OverallScore(node, aggregate(used, Method.GEOMETRIC, parameters.geo_delta))


def balance_penalty(node: NodeScore, geometric: float | None) -> Decimal | None:
    """R1(A) - R1(G) of a node; None without a published score."""
    if node.published is None or geometric is None:
        return None
    return node.published - published(geometric)


def _parent(
    weighted: Sequence[tuple[float, NodeScore]], method: Method, parameters: Parameters
) -> NodeScore:
    """A node over nodes: dropped ones leave the weight, insufficient ones stay in it uncovered."""
    if not weighted:
        return NodeScore(NodeStatus.EMPTY)
    dropped = {NodeStatus.NOT_APPLICABLE, NodeStatus.EMPTY}
    kept = [(weight, node) for weight, node in weighted if node.status not in dropped]
    used = [(weight, node) for weight, node in kept if node.status is NodeStatus.OK]
    applicable = math.fsum(weight for weight, _ in kept)
    covered = math.fsum(weight * (node.coverage or 0.0) for weight, node in used)
    children = [Child(weight, node.value) for weight, node in used if node.value is not None]
    return _node(children, applicable, covered, method, parameters)


def _node(
    used: Sequence[Child], applicable: float, covered: float, method: Method, parameters: Parameters
) -> NodeScore:
    if not applicable:
        return NodeScore(NodeStatus.NOT_APPLICABLE)
    coverage = covered / applicable
    value = aggregate(used, method, parameters.geo_delta) if used else None
    if value is None or not at_least(coverage, parameters.tau):
        return NodeScore(NodeStatus.INSUFFICIENT, value, coverage)
    shown = published(value)
    return NodeScore(
        NodeStatus.OK,
        value,
        coverage,
        shown,
        provisional=not at_least(coverage, parameters.provisional),
        band=band_of(shown, parameters.cuts),
    )


def _geometric(
    weighted: Iterable[tuple[float, NodeScore]], node: NodeScore, parameters: Parameters
) -> float | None:
    if node.status is not NodeStatus.OK:
        return None
    used = [Child(weight, child.score) for weight, child in weighted if child.score is not None]
    return aggregate(used, Method.GEOMETRIC, parameters.geo_delta)
