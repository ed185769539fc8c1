"""How far scores could move: Monte Carlo over weights, aggregation, experts, thin ratings (6.1-6.3).

One replicate draws, in this order and always: one number per indicator, pillar and domain (weights);
one (aggregation); per country, for each domain one per expert (whole assessments with replacement),
then one per indicator (thin ratings). A run is one array `random((B, draws))` filled row by row, so
any chunking of rows gives the same digits.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Method
from wb6assess.scoring.bands import Band
from wb6assess.scoring.streams import stream

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_LEVEL_STEP = 20.0
_CHUNK = 500
# So many experts as digits of one 64-bit number: 15 ** 15 < 2 ** 63.
_MAX_CODED = 15


@dataclass(frozen=True, slots=True)
class Vary:
    """Which sources of uncertainty are switched on."""

    weights: bool = True
    aggregation: bool = True
    experts: bool = True


@dataclass(frozen=True)
class Tree:
    """Weights and structure of the whole framework, flattened in framework order.

    Attributes:
        indicator_weights: (I,) nominal, unitless; 0 for informational items.
        pillar_of: (I,) index of each indicator's pillar, ascending.
        pillar_weights: (P,).
        pillar_methods: P methods; the pillar level keeps its own.
        domain_of: (P,) index of each pillar's domain, ascending.
        domain_weights: (D,).
        domain_methods: D methods.
        overall_method: Of the root.
        level_items: (I,) whether the item is answered by a level.
    """

    indicator_weights: Floats
    pillar_of: NDArray[np.int64]
    pillar_weights: Floats
    pillar_methods: tuple[Method, ...]
    domain_of: NDArray[np.int64]
    domain_weights: Floats
    domain_methods: tuple[Method, ...]
    overall_method: Method
    level_items: Bools

    @property
    def domain_of_item(self) -> NDArray[np.int64]:
        """(I,) index of each indicator's domain."""
        return self.domain_of[self.pillar_of]


@dataclass(frozen=True)
class Panel:
    """One country as the point estimate left it.

    Attributes:
        code: Country code.
        ratings: Per domain (E, items of the domain) scores 0-100, NaN where an expert has none;
            E experts with at least one score, ascending by code.
        confidences: Per domain (E, items) weights 1-3.
        final: (I,) consolidated or validated scores; NaN where the country has none.
        validated: (I,) decided in a meeting: does not vary.
        unsupported: (I,) counts 40 at most (evidence mode `cap`).
        pillar_ok: (P,) pillars with a score.
        domain_ok: (D,) domains with a score.
        overall_ok: Whether there is an overall score.
    """

    code: str
    ratings: tuple[Floats, ...]
    confidences: tuple[Floats, ...]
    final: Floats
    validated: Bools
    unsupported: Bools
    pillar_ok: Bools
    domain_ok: Bools
    overall_ok: bool


@dataclass(frozen=True)
class Replicates:
    """Scores of every replicate: overall (countries, B), domains (countries, D, B); NaN if none."""

    codes: tuple[str, ...]
    overall: Floats
    domains: Floats


def simulate(
    tree: Tree,
    panels: Sequence[Panel],
    parameters: Parameters,
    replicates: int,
    vary: Vary = Vary(),
    *,
    seed: int | None = None,
    label: str = "mc",
    chunk: int = _CHUNK,
) -> Replicates:
    """Draw all replicates.

    Args:
        tree: Structure and weights.
        panels: Countries in code order.
        parameters: Widths and probabilities of the variation.
        replicates: B.
        vary: Sources switched on; the draws are the same whatever is on.
        seed: Unsigned 32-bit; None takes the parameters'.
        label: Names the random stream.
        chunk: Rows computed at once; memory only, the digits do not depend on it.
    """
    generator = stream(parameters.seed if seed is None else seed, label)
    widths = draw_widths(tree, panels)
    overall = np.full((len(panels), replicates), np.nan)
    domains = np.full((len(panels), len(tree.domain_weights), replicates), np.nan)
    for start in range(0, replicates, chunk):
        end = min(start + chunk, replicates)
        drawn = generator.random((end - start, sum(widths)))
        for place, (scores, whole) in enumerate(_replicate(tree, panels, parameters, drawn, vary)):
            domains[place, :, start:end] = scores.T
            overall[place, start:end] = whole
    return Replicates(tuple(panel.code for panel in panels), overall, domains)


def interval(values: Floats, shares: tuple[float, float]) -> tuple[float, float] | None:
    """Type-7 quantiles of one node's replicates; None when it has no score."""
    if np.isnan(values).any() or not len(values):
        return None
    low, high = np.quantile(values, shares)
    return float(low), float(high)


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure a band is: share of replicates in it, and the band second in number."""

    share: float
    neighbour: Band | None

    def borderline(self, limit: float) -> bool:
        """Worded as bordering on the neighbour."""
        return self.share < limit


def band_certainty(values: Floats, point: Decimal, cuts: Sequence[float]) -> Certainty | None:
    """Share of replicates in the band of the published point value (methodology 4.2)."""
    if np.isnan(values).any() or not len(values):
        return None
    limits = np.asarray(cuts)
    # Bands follow published values: half away from zero at one decimal, after the snap.
    tenths = np.floor((np.floor(values * 1e9 + 0.5) + 0.5e8) / 1e8) / 10
    counts = np.bincount(np.searchsorted(limits, tenths, side="right"), minlength=len(limits) + 1)
    own = int(np.searchsorted(limits, float(point), side="right"))
    others = counts.copy()
    others[own] = 0
    neighbour = list(Band)[int(others.argmax())] if others.any() else None
    return Certainty(float(counts[own] / len(values)), neighbour)


def rank_ranges(
    scores: Floats, codes: Sequence[str], shares: tuple[float, float]
) -> Mapping[str, tuple[int, int] | None]:
    """Order statistics of each country's rank; for coordinators only (methodology 6.3).

    Args:
        scores: (countries, B); a country without a score is NaN throughout and has no rank.
        codes: Country codes.
        shares: Lower and upper share.
    """
    present: Bools = np.logical_not(np.isnan(scores).any(axis=1))
    snapped = np.floor(np.where(present[:, np.newaxis], scores, 0) * 1e9 + 0.5)
    ranges: dict[str, tuple[int, int] | None] = dict.fromkeys(codes)
    for place in np.flatnonzero(present).tolist():
        larger = snapped[present] > snapped[place]
        ranks = np.sort(1 + larger.sum(axis=0))
        low, high = (int(np.ceil(share * len(ranks))) - 1 for share in shares)
        ranges[codes[place]] = (int(ranks[max(low, 0)]), int(ranks[high]))
    return ranges


def draw_widths(tree: Tree, panels: Sequence[Panel]) -> list[int]:
    """How many numbers each part of a replicate draws, in the order of drawing."""
    items = len(tree.indicator_weights)
    common = [items, len(tree.pillar_weights), len(tree.domain_weights), 1]
    own = [[*(len(ratings) for ratings in panel.ratings), items] for panel in panels]
    return [*common, *(width for widths in own for width in widths)]


def _replicate(
    tree: Tree, panels: Sequence[Panel], parameters: Parameters, drawn: Floats, vary: Vary
) -> Iterator[tuple[Floats, Floats]]:
    """(rows, D) domain scores and (rows,) overall scores, country by country."""
    parts = split_draws(tree, panels, drawn)
    band = parameters.mc_weight_band if vary.weights else 0.0
    weights = [
        nominal * (1 + band * (2 * next(parts) - 1))
        for nominal in (tree.indicator_weights, tree.pillar_weights, tree.domain_weights)
    ]
    coin = next(parts)[:, 0]
    geometric = coin < parameters.mc_p_geo if vary.aggregation else np.zeros(len(coin), dtype=bool)
    for panel in panels:
        chosen = [next(parts) for _ in panel.ratings]
        noise = next(parts)
        values = drawn_values(tree, panel, parameters, chosen, noise, vary)
        yield node_scores(tree, panel, parameters, values, weights, geometric)


def split_draws(tree: Tree, panels: Sequence[Panel], drawn: Floats) -> Iterator[Floats]:
    """(rows, draws) into the parts of a replicate, in the order of drawing."""
    return iter(np.split(drawn, np.cumsum(draw_widths(tree, panels))[:-1], axis=1))


def drawn_values(
    tree: Tree, panel: Panel, parameters: Parameters, chosen: list[Floats], noise: Floats, vary: Vary
) -> Floats:
    """(rows, I) resampled indicator scores; NaN where the country has none."""
    values = np.broadcast_to(panel.final, noise.shape).copy()
    if vary.experts:
        domains = tree.domain_of_item
        for place, (ratings, u) in enumerate(zip(panel.ratings, chosen, strict=True)):
            columns = np.flatnonzero(domains == place)
            if len(ratings):
                picked = np.floor(u * len(ratings)).astype(np.int64)
                resampled = _resampled(ratings, panel.confidences[place], picked, parameters)
                values[:, columns] = np.where(np.isnan(resampled), values[:, columns], resampled)
        values = np.where(panel.validated | np.isnan(panel.final), panel.final, values)
        values = _with_noise(tree, panel, parameters, values, noise)
    return np.where(panel.unsupported & (values > 40.0), 40.0, values)


def _with_noise(
    tree: Tree, panel: Panel, parameters: Parameters, values: Floats, noise: Floats
) -> Floats:
    """Thinly rated levels move one step down or up."""
    moved = np.clip(values + noise_steps(noise, parameters), 0.0, 100.0)
    return np.where(thin_items(tree, panel, parameters), moved, values)


def thin_items(tree: Tree, panel: Panel, parameters: Parameters) -> Bools:
    """(I,) level indicators too few experts rated and no meeting decided."""
    counts = np.concatenate([(~np.isnan(ratings)).sum(axis=0) for ratings in panel.ratings])
    thin: Bools = tree.level_items & (counts < parameters.mc_noise_n) & ~panel.validated
    return thin


def noise_steps(noise: Floats, parameters: Parameters) -> Floats:
    """Points a thin rating moves: one level down, none, one up."""
    p = parameters.mc_noise_p
    steps: Floats = _LEVEL_STEP * ((noise >= 1 - p).astype(np.float64) - (noise < p))
    return steps


def _resampled(
    ratings: Floats, confidences: Floats, picked: NDArray[np.int64], parameters: Parameters
) -> Floats:
    """(rows, items) consolidated scores of the drawn experts; NaN where none of them rated.

    Few experts give few different draws, so each multiset of experts is consolidated once.
    """
    experts = len(ratings)
    ordered = np.sort(picked, axis=1)
    if experts > _MAX_CODED:
        return _consolidated(ratings[ordered], confidences[ordered], parameters)
    codes = ordered @ experts ** np.arange(experts)
    _, first, which = np.unique(codes, return_index=True, return_inverse=True)
    drawn = ordered[first]
    return _consolidated(ratings[drawn], confidences[drawn], parameters)[which]


def _consolidated(scores: Floats, confidences: Floats, parameters: Parameters) -> Floats:
    """(draws, items) from (draws, E, items)."""
    rated = ~np.isnan(scores)
    count = rated.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        if parameters.consolidation == "median":
            ordered = np.sort(scores, axis=1)  # NaN goes last
            low = np.maximum((count - 1) // 2, 0)[:, None, :]
            high = np.minimum(count // 2, scores.shape[1] - 1)[:, None, :]
            middle = np.take_along_axis(ordered, low, 1) + np.take_along_axis(ordered, high, 1)
            return np.where(count > 0, middle[:, 0, :] / 2, np.nan)
        weights = np.where(rated, confidences if parameters.consolidation == "confidence" else 1.0, 0.0)
        total: Floats = (np.where(rated, scores, 0.0) * weights).sum(axis=1)
        mean: Floats = total / weights.sum(axis=1)
        return mean


def node_scores(
    tree: Tree,
    panel: Panel,
    parameters: Parameters,
    values: Floats,
    weights: list[Floats],
    geometric: Bools,
) -> tuple[Floats, Floats]:
    """Aggregate one country's replicates up the tree; statuses stay as in the point estimate."""
    delta = parameters.geo_delta
    never = np.zeros_like(geometric)
    pillars = _aggregated(
        values, weights[0], ~np.isnan(panel.final), tree.pillar_of, tree.pillar_methods, never, delta
    )
    domains = _aggregated(
        pillars, weights[1], panel.pillar_ok, tree.domain_of, tree.domain_methods, geometric, delta
    )
    root = np.zeros(len(tree.domain_weights), dtype=np.int64)
    whole = _aggregated(
        domains, weights[2], panel.domain_ok, root, (tree.overall_method,), geometric, delta
    )[:, 0]
    domains = np.where(panel.domain_ok, domains, np.nan)
    return domains, whole if panel.overall_ok else np.full_like(whole, np.nan)


def _aggregated(
    scores: Floats,
    weights: Floats,
    used: Bools,
    parent: NDArray[np.int64],
    methods: tuple[Method, ...],
    geometric: Bools,
    delta: float,
) -> Floats:
    """(rows, parents) from (rows, children); NaN for a parent without used children.

    `geometric` says, row by row, where an arithmetic parent is aggregated geometrically instead.
    """
    counted = used & (weights[0] > 0)
    w = np.where(counted, weights, 0.0)
    s = np.where(counted, scores, 0.0)
    totals = _sums(w, parent, len(methods))
    result = np.empty((len(scores), len(methods)))
    with np.errstate(invalid="ignore", divide="ignore"):
        arithmetic = _sums(w * s, parent, len(methods)) / totals
        logs = None
        for place, method in enumerate(methods):
            if method is Method.MIN:
                mine = np.where(counted & (parent == place), scores, np.inf).min(axis=1)
                result[:, place] = np.where(np.isinf(mine), np.nan, mine)
                continue
            rows = geometric | (method is Method.GEOMETRIC)
            result[:, place] = arithmetic[:, place]
            if rows.any():
                if logs is None:
                    logs = np.exp(_sums(w * np.log(s + delta), parent, len(methods)) / totals) - delta
                result[rows, place] = logs[rows, place]
    return result


def _sums(values: Floats, parent: NDArray[np.int64], parents: int) -> Floats:
    """Column sums by parent; `parent` is ascending, parents without children sum to 0."""
    sums = np.zeros((len(values), parents))
    present, starts = np.unique(parent, return_index=True)
    sums[:, present] = np.add.reduceat(values, starts, axis=1)
    return sums
