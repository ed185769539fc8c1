"""Progress since an earlier round, on what both rounds have in common (methodology 4.3, 8)."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.model.vocabulary import LineageChange, Method
from wb6assess.scoring.numbers import at_least
from wb6assess.scoring.states import IndicatorScore, State
from wb6assess.scoring.tree import DomainScore, domain_score

LEFT_OUT = IndicatorScore(State.NOT_APPLICABLE)
"""How an indicator counts that is not matched, in both rounds alike."""

_COMPARABLE = {LineageChange.UNCHANGED, LineageChange.EDITORIAL, LineageChange.RESCALED}


class ProgressWord(StrEnum):
    """Words for a matched change, lowest first; attached to that change only."""

    BACKSLIDING = "backsliding"
    NONE = "no progress"
    LIMITED = "limited progress"
    SOME = "some progress"
    GOOD = "good progress"
    VERY_GOOD = "very good progress"


@dataclass(frozen=True, slots=True)
class Matched:
    """A domain's matched trees in both rounds.

    Attributes:
        items: New indicator ids scored in both rounds, in instrument order.
        coverage: Matched share of the weight applicable now, in [0, 1].
        now, before: Scores of the matched set with the new weights; None when not comparable.
    """

    items: tuple[str, ...]
    coverage: float
    now: DomainScore | None
    before: DomainScore | None

    @property
    def change(self) -> Decimal | None:
        """R1(R1(now) - R1(before)); None when not comparable (":")."""
        if self.now is None or self.before is None:
            return None
        now, before = self.now.node.published, self.before.node.published
        return None if now is None or before is None else now - before


@dataclass(frozen=True, slots=True)
class Origin:
    """The earlier indicator one today's comes from, and how old scores are read on today's ladder.

    `scales` holds six scores for levels 0-5 for every time the ladder was re-cut, oldest first.
    """

    item: str
    scales: tuple[tuple[float, ...], ...] = ()

    def score(self, old: float) -> float:
        """An old score on today's ladder."""
        for scores in self.scales:
            old = rescaled(old, scores)
        return old


def origins(chain: Sequence[Instrument]) -> Mapping[str, Origin]:
    """Today's indicator id -> where it comes from, for those that mean the same.

    Args:
        chain: Versions, newest first; the last is the earlier round's. With one alone, both rounds
            used the same version and everything is comparable.
    """
    found = {item: Origin(item) for item in chain[0].by_id}
    for version in chain[:-1]:
        found = {
            item: Origin(step.item, step.scales + origin.scales)
            for item, origin in found.items()
            if (step := _step(version, origin.item)) is not None
        }
    return {item: origin for item, origin in found.items() if origin.item in chain[-1].by_id}


def matched_progress(
    instrument: Instrument,
    now: Mapping[str, IndicatorScore],
    before: Mapping[str, IndicatorScore],
    parameters: Parameters,
    method: Method | None = None,
    *,
    from_: Mapping[str, Origin] | None = None,
) -> Matched:
    """Compare a country's domain with the earlier round on comparable indicators scored in both.

    Args:
        instrument: The new version; its lineage says what is comparable.
        now: New indicator id -> consolidated result.
        before: Old indicator id -> consolidated result of the earlier round.
        parameters: `tau` decides about comparability.
        method: Aggregation over pillars.
        from_: Where today's indicators come from; None follows the lineage one version back.
    """
    comparable = _one_step(instrument) if from_ is None else from_
    old_scores = {
        item: comparable[item].score(result.score)
        for item in instrument.by_id
        if item in comparable
        and (result := before.get(comparable[item].item)) is not None
        and result.score is not None
        and now[item].score is not None
    }
    coverage = _coverage(instrument, now, old_scores)
    items = tuple(item for item in instrument.by_id if item in old_scores)
    if coverage is None or not at_least(coverage, parameters.tau):
        return Matched(items, coverage or 0.0, None, None)
    trees = [
        domain_score(instrument, _only(instrument, scores), parameters, method)
        for scores in ({item: now[item].score for item in items}, old_scores)
    ]
    return Matched(items, coverage, trees[0], trees[1])


def progress_word(change: Decimal, cuts: Sequence[float]) -> ProgressWord:
    """The word for a published change; a fall to the first cut exactly is backsliding."""
    limits = [Decimal(str(cut)) for cut in cuts]
    if change <= limits[0]:
        return ProgressWord.BACKSLIDING
    return list(ProgressWord)[1 + bisect_right(limits[1:], change)]


def composition_effect(total_change: Decimal, change: Decimal) -> Decimal:
    """What new, dropped and re-weighted items did to the published score."""
    return total_change - change


def rescaled(score: float, scores: Sequence[float]) -> float:
    """An old score on a re-cut ladder: six new scores for old levels 0-5, linear in between."""
    level = min(int(score // 20), 4)
    share = score / 20 - level
    return scores[level] + (scores[level + 1] - scores[level]) * share


def _step(instrument: Instrument, item: str) -> Origin | None:
    """The indicator of the version before; None when the meaning is another."""
    lineage = instrument.by_id[item].lineage
    if lineage is None or lineage.change not in _COMPARABLE:
        return None
    scales = (lineage.scores,) if lineage.change is LineageChange.RESCALED else ()
    return Origin(lineage.old or item, scales)


def _one_step(instrument: Instrument) -> Mapping[str, Origin]:
    found = {item: _step(instrument, item) for item in instrument.by_id}
    return {item: origin for item, origin in found.items() if origin is not None}


def _coverage(
    instrument: Instrument, now: Mapping[str, IndicatorScore], matched: Mapping[str, float]
) -> float | None:
    """Sum of W_p times matched over applicable weight, over pillars with applicable weight now."""
    total = covered = 0.0
    for pillar in instrument.pillars:
        weights = {item.id: item.score_weight for item in pillar.indicators}
        applicable = sum(weight for item, weight in weights.items() if now[item].state.applicable)
        if applicable and pillar.weight:
            total += pillar.weight
            inside = sum(weight for item, weight in weights.items() if item in matched)
            covered += pillar.weight * inside / applicable
    return covered / total if total else None


def _only(instrument: Instrument, scores: Mapping[str, float | None]) -> Mapping[str, IndicatorScore]:
    return {
        item: IndicatorScore(State.ANSWERED, scores[item], scores[item]) if item in scores else LEFT_OUT
        for item in instrument.by_id
    }
