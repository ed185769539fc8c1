"""Resampling six and sixty countries against a plain Python loop over the same draws, and its memory.

Beside it what the robustness room computes for one country.
"""

import gc
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from statistics import median

import numpy as np

from benchmarks.appetite import peak_megabytes
from benchmarks.measure import Figure, Measurement
from wb6assess.instruments.library import Library
from wb6assess.model.framework import Country, Framework
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.country import Submissions, score_region
from wb6assess.scoring.panels import layout, panel_of, tree_of
from wb6assess.scoring.streams import stream
from wb6assess.scoring.uncertainty import Panel, Tree, simulate
from wb6assess.scoring.whatif import Changes
from wb6assess.session.samples import sample_answers
from wb6assess.settings import questionnaires_folder

EXPERTS = 4
RUNS = 5
PLAIN = 4  # replicates the plain loop draws; its time for all is extrapolated


def measurements() -> Iterator[Measurement | Figure]:
    """2,000 and 10,000 draws; all instruments, four experts a country."""
    for countries in (6, 60):
        framework, _, tree, panels = _prepared(countries)
        plain = _plain_ms(tree, panels, framework)
        for draws in (2_000, 10_000):
            ours = _ours_ms(tree, panels, framework, draws)
            budget = "500 ms for 6 countries, 10,000 draws"
            yield Measurement(
                f"intervals, {countries} countries, {draws:,} draws",
                ours,
                f"a plain loop, {PLAIN} draws extrapolated",
                plain * draws,
                budget,
            )
            most = peak_megabytes(partial(_drawn, countries, draws)) - peak_megabytes(
                partial(_prepared, countries)
            )
            what = f"memory of {countries} countries, {draws:,} draws"
            yield Figure(what, f"{max(most, 0):.0f} MB (300 MB for 6 countries)")
    yield from _beside()


def _beside() -> Iterator[Measurement]:
    """One country's sensitivity, against scoring the region anew once."""
    framework, instruments, _, _ = _prepared(6)
    submissions = _submissions(framework, instruments)
    region = score_region(framework, instruments, submissions)
    found = Analysis(framework, instruments, region)
    once = _milliseconds(lambda: score_region(framework, instruments, submissions))
    code = framework.countries[0].code
    for what, job in (
        ("what-if of six countries", lambda: found.what_if(Changes("mean"))),
        ("swings of the overall score, one country", lambda: found.swings(code)),
        ("without each expert, one country", lambda: found.without_each_expert(code)),
    ):
        yield Measurement(what, _milliseconds(job), "scoring six countries once", once, "100 ms")


def _milliseconds(job: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        gc.collect()
        started = time.perf_counter()
        job()
        times.append((time.perf_counter() - started) * 1000)
    return median(times)


def _prepared(countries: int) -> tuple[Framework, dict[str, Instrument], Tree, tuple[Panel, ...]]:
    library = Library(questionnaires_folder())
    instruments = {item: library.instrument(item) for item in library.ids()}
    framework = _with_countries(library.framework, countries)
    return framework, instruments, *_inputs(framework, instruments)


def _drawn(countries: int, draws: int) -> None:
    framework, _, tree, panels = _prepared(countries)
    simulate(tree, panels, framework.parameters, draws)


def _with_countries(framework: Framework, count: int) -> Framework:
    known = framework.countries
    more = (Country(f"{chr(65 + n // 26)}{chr(65 + n % 26)}", f"Drawn {n}") for n in range(count))
    return replace(framework, countries=(*known, *more)[:count])


def _inputs(
    framework: Framework, instruments: Mapping[str, Instrument]
) -> tuple[Tree, tuple[Panel, ...]]:
    region = score_region(framework, instruments, _submissions(framework, instruments))
    arranged = layout(framework, instruments)
    countries = (region.countries[code] for code in sorted(region.countries))
    return tree_of(framework, arranged), tuple(
        panel_of(framework, arranged, country) for country in countries
    )


def _submissions(framework: Framework, instruments: Mapping[str, Instrument]) -> Submissions:
    """Six countries' invented answers, repeated for further countries."""
    drawn = {
        (place, item): [
            (f"E{n}", sample_answers(made, "AL", f"E{n}-{place}", 1, framework.parameters))
            for n in range(EXPERTS)
        ]
        for place in range(min(6, len(framework.countries)))
        for item, made in instruments.items()
    }
    return {
        country.code: {item: drawn[place % 6, item] for item in instruments}
        for place, country in enumerate(framework.countries)
    }


def _ours_ms(tree: Tree, panels: Sequence[Panel], framework: Framework, draws: int) -> float:
    return _milliseconds(lambda: simulate(tree, panels, framework.parameters, draws))


def _plain_ms(tree: Tree, panels: Sequence[Panel], framework: Framework) -> float:
    """Milliseconds of one draw."""
    started = time.perf_counter()
    for _ in plain_draws(tree, panels, PLAIN, framework.parameters.seed):
        pass
    return (time.perf_counter() - started) * 1000 / PLAIN


def plain_draws(
    tree: Tree, panels: Sequence[Panel], replicates: int, seed: int
) -> Iterator[list[float]]:
    """Overall scores of each replicate, one number after the other (default parameters)."""
    draw = stream(seed, "mc").random
    for _ in range(replicates):
        factors = [
            [1 + 0.25 * (2 * draw() - 1) for _ in weights]
            for weights in (tree.indicator_weights, tree.pillar_weights, tree.domain_weights)
        ]
        geometric = draw() < 0.5
        row = []
        for panel in panels:
            picks = [[int(draw() * len(grid)) for _ in grid] for grid in panel.ratings]
            noise = [draw() for _ in tree.indicator_weights]
            values = list(_values(tree, panel, picks, noise))
            row.append(_overall(tree, panel, values, factors, geometric=geometric))
        yield row


def _values(
    tree: Tree, panel: Panel, picks: Sequence[Sequence[int]], noise: Sequence[float]
) -> Iterator[float]:
    place = 0
    for grid, picked in zip(panel.ratings, picks, strict=True):
        for column in range(grid.shape[1]):
            value = panel.final[place]
            if not (math.isnan(value) or panel.validated[place]):
                drawn = [grid[e][column] for e in picked if not math.isnan(grid[e][column])]
                value = median(drawn) if drawn else value
                rated = sum(not math.isnan(row[column]) for row in grid)
                if tree.level_items[place] and rated < 3:
                    step = -20 if noise[place] < 0.2 else 20 if noise[place] >= 0.8 else 0
                    value = min(100, max(0, value + step))
            yield value
            place += 1


def _overall(
    tree: Tree,
    panel: Panel,
    values: Sequence[float],
    factors: Sequence[Sequence[float]],
    *,
    geometric: bool,
) -> float:
    pillars = [
        _mean(
            [
                (tree.indicator_weights[i] * factors[0][i], values[i])
                for i in np.flatnonzero(tree.pillar_of == p).tolist()
                if not math.isnan(values[i])
            ],
            geometric=False,
        )
        for p in range(len(tree.pillar_weights))
    ]
    domains = [
        _mean(
            [
                (tree.pillar_weights[p] * factors[1][p], pillars[p])
                for p in np.flatnonzero(tree.domain_of == d).tolist()
                if panel.pillar_ok[p]
            ],
            geometric=geometric,
        )
        for d in range(len(tree.domain_weights))
    ]
    used = [d for d in range(len(domains)) if panel.domain_ok[d]]
    return _mean(
        [(tree.domain_weights[d] * factors[2][d], domains[d]) for d in used], geometric=geometric
    )


def _mean(children: Sequence[tuple[float, float]], *, geometric: bool) -> float:
    counted = [(weight, score) for weight, score in children if weight > 0]
    total = sum(weight for weight, _ in counted)
    if not total:
        return math.nan
    if geometric:
        return math.exp(sum(w * math.log(s + 1) for w, s in counted) / total) - 1
    return sum(w * s for w, s in counted) / total
