"""One replicate opened up: every number drawn for a country, and what came of it (methodology 6.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from wb6assess.model.framework import Parameters
from wb6assess.scoring.arrays import Floats
from wb6assess.scoring.panels import Layout
from wb6assess.scoring.streams import stream
from wb6assess.scoring.uncertainty import (
    Panel,
    Tree,
    Vary,
    draw_widths,
    drawn_values,
    joined_tables,
    node_scores,
    noise_steps,
    split_draws,
    thin_items,
)


@dataclass(frozen=True, slots=True)
class DrawnItem:
    """An indicator in one replicate.

    Attributes:
        factor: Of its weight, around 1.
        noise: Points a thin rating moved by before it was kept within 0-100; None where none may.
        value: Score 0-100 that entered the tree; None where the country has none.
    """

    factor: float
    noise: float | None
    value: float | None


@dataclass(frozen=True, slots=True)
class OneDraw:
    """One replicate of one country.

    Attributes:
        number: From 1.
        geometric: Domain and overall level were aggregated geometrically.
        pillars, domains: Factors of the weights by id.
        experts: Domain id -> places of the experts drawn, from 0, ascending codes.
        items: Indicator id -> what was drawn for it.
        scores: Domain id, and "" for the whole -> score of the replicate; None where unpublished.
    """

    number: int
    geometric: bool
    pillars: Mapping[str, float]
    domains: Mapping[str, float]
    experts: Mapping[str, tuple[int, ...]]
    items: Mapping[str, DrawnItem]
    scores: Mapping[str, float | None]


def one_draw(
    tree: Tree,
    panels: Sequence[Panel],
    arranged: Layout,
    parameters: Parameters,
    country: str,
    number: int,
) -> OneDraw:
    """Draw one replicate again.

    Args:
        tree: Structure and weights.
        panels: Every country in code order: all of them draw.
        arranged: What columns stand for.
        parameters: Seed, widths and probabilities.
        country: Whose replicate.
        number: From 1 to the number of replicates.
    """
    parts = split_draws(tree, panels, _row(tree, panels, parameters, number))
    u_items, u_pillars, u_domains = next(parts), next(parts), next(parts)
    factors = [1 + parameters.mc_weight_band * (2 * u - 1) for u in (u_items, u_pillars, u_domains)]
    geometric = next(parts)[:, 0] < parameters.mc_p_geo
    place = [panel.code for panel in panels].index(country)
    for other in panels[:place]:
        for _ in range(len(other.ratings) + 1):
            next(parts)
    panel = panels[place]
    chosen = [next(parts) for _ in panel.ratings]
    noise = next(parts)
    tables = joined_tables(panel, parameters)
    values = drawn_values(tree, panel, tables, parameters, chosen, noise, Vary())
    nominal = (tree.indicator_weights, tree.pillar_weights, tree.domain_weights)
    weights = [weight * factor for weight, factor in zip(nominal, factors, strict=True)]
    domains, whole = node_scores(tree, panel, parameters, values, weights, geometric)
    thin, steps = thin_items(tree, panel, parameters), noise_steps(noise, parameters)
    ids = [item.id for _, item in arranged.items]
    keys = [domain.id for domain, _ in arranged.domains]
    return OneDraw(
        number=number,
        geometric=bool(geometric[0]),
        pillars=dict(
            zip((pillar.id for _, pillar in arranged.pillars), _row_of(factors[1]), strict=True)
        ),
        domains=dict(zip(keys, _row_of(factors[2]), strict=True)),
        experts={
            key: tuple(int(u * len(grid)) for u in _row_of(drawn))
            for key, grid, drawn in zip(keys, panel.ratings, chosen, strict=True)
        },
        items={
            item: DrawnItem(
                factor,
                step if moves and not np.isnan(value) else None,
                _or_none(value),
            )
            for item, factor, moves, step, value in zip(
                ids, _row_of(factors[0]), thin.tolist(), _row_of(steps), _row_of(values), strict=True
            )
        },
        scores={
            **{key: _or_none(score) for key, score in zip(keys, _row_of(domains), strict=True)},
            "": _or_none(float(whole[0])),
        },
    )


def _row(tree: Tree, panels: Sequence[Panel], parameters: Parameters, number: int) -> Floats:
    """(1, draws) of a replicate; the numbers before it are skipped, not drawn."""
    width = sum(draw_widths(tree, panels))
    generator = stream(parameters.seed, "mc")
    skipping = generator.bit_generator
    assert isinstance(skipping, np.random.PCG64)  # one 64-bit number a double
    skipping.advance(width * (number - 1))
    return generator.random((1, width))


def _row_of(values: Floats) -> list[float]:
    found: list[float] = values[0].tolist()
    return found


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
