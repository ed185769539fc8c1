"""How far scores could move: Monte Carlo over weights, aggregation, experts, thin ratings (6.1-6.3).

One replicate draws, in this order and always: one number per indicator, pillar and domain (weights);
one (aggregation); per country, for each domain one per expert (whole assessments with replacement),
then one per indicator (thin ratings). A run is one array `random((B, draws))` filled row by row, so
any chunking of rows gives the same digits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wb6assess.model.framework import Parameters
from wb6assess.model.vocabulary import Method
from wb6assess.progress import SILENT, Progress
from wb6assess.scoring.arrays import Bools, Floats
from wb6assess.scoring.joined import Joined, joined_table
from wb6assess.scoring.streams import stream

_LEVEL_STEP = 20.0
_CHUNK = 250


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
    progress: Progress = SILENT,
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
        progress: Told of the rows computed.

    Raises:
        Cancelled: by `progress`.
    """
    generator = stream(parameters.seed if seed is None else seed, label)
    widths = draw_widths(tree, panels)
    tables = [joined_tables(panel, parameters) for panel in panels]
    overall = np.full((len(panels), replicates), np.nan)
    domains = np.full((len(panels), len(tree.domain_weights), replicates), np.nan)
    for start in range(0, replicates, chunk):
        progress.step(start, replicates)
        end = min(start + chunk, replicates)
        drawn = generator.random((end - start, sum(widths)))
        rows = _replicate(tree, panels, tables, parameters, drawn, vary)
        for place, (scores, whole) in enumerate(rows):
            domains[place, :, start:end] = scores.T
            overall[place, start:end] = whole
    return Replicates(tuple(panel.code for panel in panels), overall, domains)


def draw_widths(tree: Tree, panels: Sequence[Panel]) -> list[int]:
    """How many numbers each part of a replicate draws, in the order of drawing."""
    items = len(tree.indicator_weights)
    common = [items, len(tree.pillar_weights), len(tree.domain_weights), 1]
    own = [[*(len(ratings) for ratings in panel.ratings), items] for panel in panels]
    return [*common, *(width for widths in own for width in widths)]


def _replicate(
    tree: Tree,
    panels: Sequence[Panel],
    tables: Sequence[Sequence[Joined]],
    parameters: Parameters,
    drawn: Floats,
    vary: Vary,
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
    if not vary.weights and not vary.experts:
        yield from _two_ways(tree, panels, tables, parameters, geometric)
        return
    for panel, known in zip(panels, tables, strict=True):
        chosen = [next(parts) for _ in panel.ratings]
        noise = next(parts)
        values = drawn_values(tree, panel, known, parameters, chosen, noise, vary)
        yield node_scores(tree, panel, parameters, values, weights, geometric)


def _two_ways(
    tree: Tree,
    panels: Sequence[Panel],
    tables: Sequence[Sequence[Joined]],
    parameters: Parameters,
    geometric: Bools,
) -> Iterator[tuple[Floats, Floats]]:
    """The same where only the way of aggregation varies: two rows stand for all."""
    both, turned = np.array([False, True]), geometric.astype(np.int64)
    nominal = (tree.indicator_weights, tree.pillar_weights, tree.domain_weights)
    weights = [np.broadcast_to(weight, (2, len(weight))) for weight in nominal]
    nothing = np.zeros((2, len(tree.indicator_weights)))
    for panel, known in zip(panels, tables, strict=True):
        values = drawn_values(tree, panel, known, parameters, [], nothing, Vary(experts=False))
        domains, whole = node_scores(tree, panel, parameters, values, weights, both)
        yield domains[turned], whole[turned]


def split_draws(tree: Tree, panels: Sequence[Panel], drawn: Floats) -> Iterator[Floats]:
    """(rows, draws) into the parts of a replicate, in the order of drawing."""
    return iter(np.split(drawn, np.cumsum(draw_widths(tree, panels))[:-1], axis=1))


def drawn_values(
    tree: Tree,
    panel: Panel,
    tables: Sequence[Joined],
    parameters: Parameters,
    chosen: list[Floats],
    noise: Floats,
    vary: Vary,
) -> Floats:
    """(rows, I) resampled indicator scores; NaN where the country has none."""
    values = np.empty(noise.shape)
    if vary.experts:
        start = 0
        for joined, u in zip(tables, chosen, strict=True):
            end = start + joined.ratings.shape[1]
            values[:, start:end] = joined.rows(u, parameters)
            start = end
        _move_thin(tree, panel, parameters, values, noise)
    else:
        values[:] = panel.final
    limited = np.flatnonzero(panel.unsupported)
    if len(limited):
        values[:, limited] = np.minimum(values[:, limited], 40.0)
    return values


def _move_thin(tree: Tree, panel: Panel, parameters: Parameters, values: Floats, noise: Floats) -> None:
    """Thinly rated levels move one step down or up, in place."""
    thin = np.flatnonzero(thin_items(tree, panel, parameters))
    if len(thin):
        moved = values[:, thin] + noise_steps(noise[:, thin], parameters)
        values[:, thin] = np.clip(moved, 0.0, 100.0)


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


def joined_tables(panel: Panel, parameters: Parameters) -> tuple[Joined, ...]:
    """One table a domain."""
    tables, start = [], 0
    for ratings, confidences in zip(panel.ratings, panel.confidences, strict=True):
        columns = slice(start, start + ratings.shape[1])
        start = columns.stop
        final = panel.final[columns]
        fixed = np.isnan(final) | panel.validated[columns]
        tables.append(joined_table(ratings, confidences, final, fixed, parameters))
    return tuple(tables)


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
    result = np.full((len(scores), len(methods)), np.nan)
    places = np.flatnonzero(used & (weights[0] > 0))
    if not len(places):
        return result
    s, w = scores[:, places], weights[:, places]
    present, starts = np.unique(parent[places], return_index=True)
    totals = np.add.reduceat(w, starts, axis=1)
    result[:, present] = np.add.reduceat(w * s, starts, axis=1) / totals
    always = [place for place in present.tolist() if methods[place] is Method.GEOMETRIC]
    rows = np.arange(len(scores)) if always else np.flatnonzero(geometric)
    if len(rows):
        logs = w[rows] * np.log(s[rows] + delta)
        means = np.exp(np.add.reduceat(logs, starts, axis=1) / totals[rows]) - delta
        for column, place in enumerate(present.tolist()):
            chosen = slice(None) if place in always else geometric[rows]
            result[rows[chosen], place] = means[chosen, column]
    lowest = [place for place in present.tolist() if methods[place] is Method.MIN]
    if lowest:
        least = np.minimum.reduceat(s, starts, axis=1)
        result[:, lowest] = least[:, np.searchsorted(present, lowest)]
    return result
