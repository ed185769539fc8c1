"""Example 7 of methodology 15, and a second, slow and plainly written implementation."""

import math
import random
from decimal import Decimal
from statistics import median

import numpy as np
import pytest

from wb6assess.model.framework import Parameters
from wb6assess.model.vocabulary import Method
from wb6assess.scoring.intervals import band_certainty, interval, rank_ranges
from wb6assess.scoring.streams import stream
from wb6assess.scoring.uncertainty import (
    Panel,
    Tree,
    Vary,
    simulate,
)

NO = float("nan")
A = Method.ARITHMETIC
PARAMETERS = Parameters()


def array(*values):
    return np.array(values, dtype=float)


TREE = Tree(
    indicator_weights=array(2, 1, 1, 1, 1, 3, 0),
    pillar_of=np.array([0, 0, 1, 1, 2, 2, 2]),
    pillar_weights=array(3, 1, 1),
    pillar_methods=(A, A, A),
    domain_of=np.array([0, 0, 1]),
    domain_weights=array(2, 1),
    domain_methods=(A, A),
    overall_method=A,
    level_items=np.ones(7, dtype=bool),
)


def panel(code, ratings, final, validated=()):
    return Panel(
        code,
        tuple(np.array(domain, dtype=float) for domain in ratings),
        tuple(np.full(np.shape(domain), 2.0) for domain in ratings),
        array(*final),
        np.array([place in validated for place in range(7)]),
        np.zeros(7, dtype=bool),
        np.ones(3, dtype=bool),
        np.ones(2, dtype=bool),
        overall_ok=True,
    )


XA = panel(
    "XA",
    [
        [[40, 20, 100, 0], [60, 20, 100, 0], [20, 40, NO, 20]],
        [[NO, 80, NO], [NO, 80, NO], [60, 100, NO]],
    ],
    [40, 20, 100, 0, 60, 80, 0],
)
XB = panel(
    "XB",
    [[[60, 40, 40, 40]] * 3, [[40, 60, NO]] * 3],
    [60, 40, 40, 40, 40, 60, 0],
    validated={5},
)


def test_example_7_first_replicate():
    found = simulate(TREE, [XA, XB], PARAMETERS, 1)
    assert found.overall[:, 0] == pytest.approx([46.873429294, 51.830995808], abs=1e-9)
    assert found.domains[:, 0, 0] == pytest.approx([33.104145629, 49.665427750], abs=1e-9)
    assert found.domains[:, 1, 0] == pytest.approx([80.000000000, 55.373501141], abs=1e-9)


@pytest.fixture(scope="module")
def run():
    return simulate(TREE, [XA, XB], PARAMETERS, 2000)


def node(run, name, country):
    return run.overall[country] if name == "overall" else run.domains[country, int(name[1]) - 1]


@pytest.mark.parametrize(
    ("name", "country", "low", "high", "point", "certainty", "borderline"),
    [
        ("overall", 0, 42.238899913, 59.394780628, "50.0", 0.949, False),
        ("overall", 1, 50.306201645, 52.590164852, "51.7", 1.0, False),
        ("D1", 0, 31.525228180, 48.713995419, "37.5", 0.726, True),
        ("D1", 1, 48.311860484, 51.192596211, "50.0", 1.0, False),
        ("D2", 0, 69.173651366, 92.853222677, "75.0", 0.592, True),
        ("D2", 1, 53.559553138, 56.182734279, "55.0", 1.0, False),
    ],
)
def test_example_7_intervals_and_band_certainty(
    run, name, country, low, high, point, certainty, borderline
):
    values = node(run, name, country)
    assert interval(values, PARAMETERS.interval) == pytest.approx((low, high), abs=1e-9)
    sure = band_certainty(values, Decimal(point), PARAMETERS.cuts)
    assert round(sure.share, 3) == certainty
    assert sure.borderline(PARAMETERS.borderline) is borderline


def test_example_7_ranks_overlap(run):
    assert rank_ranges(run.overall, run.codes, PARAMETERS.interval) == {"XA": (1, 2), "XB": (1, 2)}


def test_chunks_do_not_change_a_digit(run):
    again = simulate(TREE, [XA, XB], PARAMETERS, 2000, chunk=77)
    assert np.array_equal(again.overall, run.overall)


def test_each_source_alone_widens_less_than_all(run):
    def width(vary):
        found = simulate(TREE, [XA, XB], PARAMETERS, 2000, vary)
        low, high = interval(found.overall[0], PARAMETERS.interval)
        return high - low

    nothing = width(Vary(weights=False, aggregation=False, experts=False))
    alone = [
        width(Vary(weights=True, aggregation=False, experts=False)),
        width(Vary(weights=False, aggregation=True, experts=False)),
        width(Vary(weights=False, aggregation=False, experts=True)),
    ]
    assert nothing == 0
    assert all(0 < part < width(Vary()) for part in alone)


def slow(tree, panels, parameters, replicates):
    """The same, one number after the other."""
    draw = stream(parameters.seed, "mc").random
    results = []
    items = len(tree.indicator_weights)
    for _ in range(replicates):
        fi = [1 + 0.25 * (2 * draw() - 1) for _ in range(items)]
        fp = [1 + 0.25 * (2 * draw() - 1) for _ in tree.pillar_weights]
        fd = [1 + 0.25 * (2 * draw() - 1) for _ in tree.domain_weights]
        method = Method.GEOMETRIC if draw() < 0.5 else A
        row = []
        for country in panels:
            picks = [[int(draw() * len(r)) for _ in r] for r in country.ratings]
            noise = [draw() for _ in range(items)]
            row.append(slow_country(tree, country, parameters, fi, fp, fd, method, picks, noise))
        results.append(row)
    return results


def slow_country(tree, country, parameters, fi, fp, fd, method, picks, noise):
    values = slow_values(tree, country, parameters, picks, noise)
    domains = {}
    for d in range(len(tree.domain_weights)):
        pillars = []
        for p in np.flatnonzero(tree.domain_of == d):
            kids = [
                (tree.indicator_weights[i] * fi[i], values[i])
                for i in np.flatnonzero(tree.pillar_of == p)
                if values[i] is not None and tree.indicator_weights[i] > 0
            ]
            if country.pillar_ok[p] and tree.pillar_weights[p] > 0:
                pillars.append((tree.pillar_weights[p] * fp[p], slow_mean(kids, A)))
        if country.domain_ok[d]:
            domains[d] = slow_mean(pillars, method)
    return slow_mean(
        [(tree.domain_weights[d] * fd[d], s) for d, s in domains.items() if tree.domain_weights[d] > 0],
        method,
    )


def slow_values(tree, country, parameters, picks, noise):
    values, start = [], 0
    for ratings, picked in zip(country.ratings, picks, strict=True):
        for column in range(ratings.shape[1]):
            i = start + column
            drawn = [ratings[e][column] for e in picked if not math.isnan(ratings[e][column])]
            rated = sum(not math.isnan(r[column]) for r in ratings)
            value = None if math.isnan(country.final[i]) else float(country.final[i])
            if value is not None and not country.validated[i]:
                value = median(drawn) if drawn else value
                if tree.level_items[i] and rated < 3:
                    value += -20 if noise[i] < 0.2 else 20 if noise[i] >= 0.8 else 0
                    value = min(100, max(0, value))
            values.append(value)
        start += ratings.shape[1]
    return values


def slow_mean(kids, method):
    total = sum(w for w, _ in kids)
    if method is A:
        return sum(w * s for w, s in kids) / total
    return math.exp(sum(w * math.log(s + 1) for w, s in kids) / total) - 1


def random_panel(draw, code, experts):
    def rating():
        return NO if draw.random() < 0.2 else 20.0 * draw.randint(0, 5)

    ratings = [[[rating() for _ in range(n)] for _ in range(experts)] for n in (4, 3)]
    columns = [column for domain in ratings for column in zip(*domain, strict=True)]
    final = [
        median([r for r in column if not math.isnan(r)]) if not all(map(math.isnan, column)) else NO
        for column in columns
    ]
    # Every pillar keeps a scored item, so that all stay ok.
    for place in (0, 2, 5):
        final[place] = 40.0 if math.isnan(final[place]) else final[place]
    validated = {place for place in range(7) if draw.random() < 0.2 and not math.isnan(final[place])}
    return panel(code, ratings, final, validated)


@pytest.mark.parametrize("seed", range(12))
def test_the_slow_implementation_agrees(seed):
    draw = random.Random(seed)
    panels = [random_panel(draw, code, draw.randint(1, 6)) for code in ("XA", "XB", "XC")]
    fast = simulate(TREE, panels, PARAMETERS, 40, chunk=7).overall
    assert pytest.approx(fast, abs=1e-9) == np.array(slow(TREE, panels, PARAMETERS, 40)).T
