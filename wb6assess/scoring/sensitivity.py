"""What moves a country's scores: swings, removals, gains, the path to the next band (6.4-6.6)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from wb6assess.model.framework import Domain, Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.model.vocabulary import Method
from wb6assess.scoring.numbers import published, snapped
from wb6assess.scoring.priorities import Priority, ranked
from wb6assess.scoring.states import IndicatorScore, State
from wb6assess.scoring.tree import (
    DomainScore,
    NodeStatus,
    OverallScore,
    domain_score,
    overall_score,
)
from wb6assess.scoring.weights import effective_weights

_STEP = 20.0


@dataclass(frozen=True, slots=True)
class Branch:
    """One domain of a country: its node, questionnaire and consolidated results."""

    domain: Domain
    instrument: Instrument
    results: Mapping[str, IndicatorScore]


@dataclass(frozen=True, slots=True)
class Swing:
    """One indicator a level up, a level down, and left out; changes of the target node in points.

    `removed` is None when the score would no longer be published.
    """

    indicator: str
    up: float
    down: float
    removed: float | None

    @property
    def swing(self) -> float:
        """Between one level up and one level down."""
        return self.up - self.down


@dataclass(frozen=True, slots=True)
class Path:
    """One-level steps to the next band.

    Attributes:
        cut: Lower bound of that band.
        steps: Indicator ids in order; the same one may rise several times.
        levels: Scores 0-100 of the indicator before and after each step.
        running: Score of the node in full precision after each step.
        score: After the last.
        fewest: Nothing shorter exists, which holds where everything is arithmetic.
    """

    cut: float
    steps: tuple[str, ...]
    levels: tuple[tuple[float, float], ...]
    running: tuple[float, ...]
    score: float
    fewest: bool = True


def score_branches(branches: Sequence[Branch], parameters: Parameters) -> OverallScore:
    """The overall score of a country from its domains."""
    return overall_score([(b.domain, _domain(b, parameters)) for b in branches], parameters)


def overall_weights(branches: Sequence[Branch], parameters: Parameters) -> Mapping[str, float]:
    """eff_i over all ok domains; sums to 1 (methodology 6.5)."""
    scored = [(branch, _domain(branch, parameters)) for branch in branches]
    ok = [(b, s) for b, s in scored if b.domain.weight and s.node.status is NodeStatus.OK]
    total = sum(branch.domain.weight for branch, _ in ok)
    return {
        item: branch.domain.weight / total * weight
        for branch, score in ok
        for item, weight in effective_weights(branch.instrument, branch.results, score.pillars).items()
    }


def overall_priorities(branches: Sequence[Branch], parameters: Parameters) -> tuple[Priority, ...]:
    """What to fix first for the overall score; arithmetic, whatever the headline method."""
    weights = overall_weights(branches, parameters)
    rows = []
    for branch in branches:
        for item, result in branch.results.items():
            if item in weights and result.score is not None:
                target = _STEP * branch.instrument.by_id[item].target
                gap = max(0.0, target - result.score)
                rows.append(Priority(item, weights[item], result.score, gap, weights[item] * gap))
    return ranked(rows)


def swings(branches: Sequence[Branch], parameters: Parameters) -> tuple[Swing, ...]:
    """Every scored indicator against the overall score, largest swing first, then by id.

    Recomputed from the tree, so it holds for every aggregation method; () without an overall score.
    """
    scored = [(branch.domain, _domain(branch, parameters)) for branch in branches]

    def overall(place: int, changed: Branch) -> float | None:
        domains = [
            *scored[:place],
            (changed.domain, _domain(changed, parameters)),
            *scored[place + 1 :],
        ]
        return overall_score(domains, parameters).node.score

    base = overall_score(scored, parameters).node.score
    found = [
        swing
        for place, branch in enumerate(branches)
        for swing in _swings(branch, base, partial(overall, place))
    ]
    return _by_swing(found)


def domain_swings(branch: Branch, parameters: Parameters) -> tuple[Swing, ...]:
    """The same against the score of the indicators' own domain."""
    base = _domain(branch, parameters).node.score
    return _by_swing(_swings(branch, base, lambda changed: _domain(changed, parameters).node.score))


def _swings(
    branch: Branch, base: float | None, score_of: Callable[[Branch], float | None]
) -> Iterator[Swing]:
    if base is None:
        return
    for item, result in branch.results.items():
        if result.score is None or not branch.instrument.by_id[item].score_weight:
            continue
        above, below, without = (
            score_of(replace(branch, results={**branch.results, item: changed}))
            for changed in (
                replace(result, score=min(100.0, result.score + _STEP)),
                replace(result, score=max(0.0, result.score - _STEP)),
                IndicatorScore(State.NOT_APPLICABLE),
            )
        )
        yield Swing(
            item,
            up=0.0 if above is None else above - base,
            down=0.0 if below is None else below - base,
            removed=None if without is None else without - base,
        )


def _by_swing(found: Iterable[Swing]) -> tuple[Swing, ...]:
    return tuple(sorted(found, key=lambda row: (-snapped(row.swing), row.indicator)))


ScoreOf = Callable[[Mapping[str, float]], float]
"""The score of a node in full precision, from the scores of its indicators."""


def score_of(branches: Sequence[Branch], parameters: Parameters, *, overall: bool) -> ScoreOf | None:
    """What a node of these domains would score with other values; `overall`, or the first domain.

    None where everything is arithmetic: effective weights times scores say it then.
    """
    methods = {parameters.methods.pillar, parameters.methods.domain, parameters.methods.overall}
    methods |= {branch.domain.method or Method.ARITHMETIC for branch in branches}
    methods |= {p.method or Method.ARITHMETIC for b in branches for p in b.instrument.pillars}
    if methods == {Method.ARITHMETIC}:
        return None

    def whole(values: Mapping[str, float]) -> float:
        changed = [replace(branch, results=_with_scores(branch.results, values)) for branch in branches]
        node = score_branches(changed, parameters) if overall else _domain(changed[0], parameters)
        assert node.node.value is not None  # other scores change no status
        return node.node.value

    return whole


def _with_scores(
    results: Mapping[str, IndicatorScore], values: Mapping[str, float]
) -> Mapping[str, IndicatorScore]:
    return {
        item: replace(result, score=values[item]) if item in values else result
        for item, result in results.items()
    }


def shortest_path(
    score: Decimal,
    values: Mapping[str, float],
    weights: Mapping[str, float],
    cuts: Sequence[float],
    whole: ScoreOf | None = None,
) -> Path | None:
    """Fewest one-level steps that lift a published score to the next band (methodology 6.6).

    Greedy, and optimal where everything is arithmetic: an indicator's step gains never increase.
    Arithmetic, not advice.

    Args:
        score: Published score of the node.
        values: Indicator id -> score 0-100.
        weights: Indicator id -> effective weight; sums to 1.
        cuts: Lower bounds of the bands.
        whole: The node's score, where it is not the sum of weights times values.

    Returns:
        None in the top band, or when all indicators at 100 would not reach it.
    """
    above = [cut for cut in cuts if Decimal(str(cut)) > score]
    if not above:
        return None
    cut, now = above[0], dict(values)
    steps: list[tuple[str, float, float]] = []
    running: list[float] = []
    total = whole(now) if whole else sum(weights[item] * now[item] for item in weights)
    while published(total) < Decimal(str(cut)):
        gains = {item: weights[item] * min(_STEP, 100.0 - now[item]) for item in weights}
        best = min(gains, key=lambda item: (-snapped(gains[item]), item))
        if snapped(gains[best]) <= 0:
            return None
        before = now[best]
        now[best] += min(_STEP, 100.0 - before)
        total = whole(now) if whole else total + gains[best]
        steps.append((best, before, now[best]))
        running.append(total)
    return Path(
        cut,
        tuple(item for item, _, _ in steps),
        tuple((before, after) for _, before, after in steps),
        tuple(running),
        total,
        whole is None,
    )


def _domain(branch: Branch, parameters: Parameters) -> DomainScore:
    return domain_score(branch.instrument, branch.results, parameters, branch.domain.method)
