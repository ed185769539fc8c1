"""What moves a country's overall score: swings, removals, gains, the path to the next band (6.4-6.6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from wb6assess.model.framework import Domain, Parameters
from wb6assess.model.instrument import Instrument
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
    """One indicator a level up, a level down, and left out; changes of the overall score in points.

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
    """One-level steps to the next band, in order; None stands for "no indicator can rise enough"."""

    cut: float
    steps: tuple[str, ...]
    score: float


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
    """Every scored indicator, largest swing first, then by id; () without an overall score.

    Recomputed from the tree, so it holds for every aggregation method.
    """
    base = score_branches(branches, parameters).node.score
    if base is None:
        return ()
    found = []
    for place, branch in enumerate(branches):
        for item, result in branch.results.items():
            if result.score is None or not branch.instrument.by_id[item].score_weight:
                continue

            def moved(changed: IndicatorScore, place: int = place, item: str = item) -> float | None:
                score = score_branches(_with(branches, place, item, changed), parameters).node.score
                return None if score is None else score - base

            up = moved(replace(result, score=min(100.0, result.score + _STEP)))
            down = moved(replace(result, score=max(0.0, result.score - _STEP)))
            removed = moved(IndicatorScore(State.NOT_APPLICABLE))
            found.append(Swing(item, up or 0.0, down or 0.0, removed))
    return tuple(sorted(found, key=lambda row: (-snapped(row.swing), row.indicator)))


def shortest_path(
    score: Decimal, values: Mapping[str, float], weights: Mapping[str, float], cuts: Sequence[float]
) -> Path | None:
    """Fewest one-level steps that lift a published score to the next band (methodology 6.6).

    Greedy, and optimal: an indicator's step gains never increase. Arithmetic, not advice.

    Args:
        score: Published score of the node.
        values: Indicator id -> score 0-100.
        weights: Indicator id -> effective weight; sums to 1.
        cuts: Lower bounds of the bands.

    Returns:
        None in the top band, or when all indicators at 100 would not reach it.
    """
    above = [cut for cut in cuts if Decimal(str(cut)) > score]
    if not above:
        return None
    cut, now = above[0], dict(values)
    steps: list[str] = []
    total = sum(weights[item] * now[item] for item in weights)
    while published(total) < Decimal(str(cut)):
        gains = {item: weights[item] * min(_STEP, 100.0 - now[item]) for item in weights}
        best = min(gains, key=lambda item: (-snapped(gains[item]), item))
        if snapped(gains[best]) <= 0:
            return None
        now[best] += min(_STEP, 100.0 - now[best])
        total += gains[best]
        steps.append(best)
    return Path(cut, tuple(steps), total)


def _domain(branch: Branch, parameters: Parameters) -> DomainScore:
    return domain_score(branch.instrument, branch.results, parameters, branch.domain.method)


def _with(
    branches: Sequence[Branch], place: int, item: str, changed: IndicatorScore
) -> Sequence[Branch]:
    branch = branches[place]
    results = {**branch.results, item: changed}
    return [*branches[:place], replace(branch, results=results), *branches[place + 1 :]]
