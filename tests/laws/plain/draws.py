"""Sections 6.2 and 6.3: replicates and what they say."""

import math
from zlib import crc32

import numpy as np

from tests.laws.plain.consensus import joined
from tests.laws.plain.rounding import band, rounded, snap
from tests.laws.plain.tree import aggregated, item_weight

# 6.2 Monte Carlo.


def replicates(framework, instruments, countries, b):
    """Country -> list of (overall, {domain: score}) of every replicate, drawn in the order of 6.2.

    Args:
        framework: Domains in order and parameters.
        instruments: By id.
        countries: Country code -> {"parts": domain id -> part, "overall": …}, in code order.
        b: How many.
    """
    p = framework.parameters
    draw = np.random.Generator(np.random.PCG64(np.random.SeedSequence([p.seed, crc32(b"mc")]))).random
    domains = [d for d in framework.domains if d.instrument in instruments]
    results = {code: [] for code in countries}
    for _ in range(b):
        factors = {}
        everything = [(d, instruments[d.instrument]) for d in domains]
        for _domain, made in everything:
            for pillar in made.pillars:
                for item in pillar.indicators:
                    factors["item", item.id] = 1 + p.mc_weight_band * (2 * draw() - 1)
        for _domain, made in everything:
            for pillar in made.pillars:
                factors["pillar", pillar.id] = 1 + p.mc_weight_band * (2 * draw() - 1)
        for domain, _made in everything:
            factors["domain", domain.id] = 1 + p.mc_weight_band * (2 * draw() - 1)
        geometric = draw() < p.mc_p_geo
        for code, country in countries.items():
            picked = {}
            for domain, made in everything:
                raters = scoring_experts(country["parts"][domain.id], made)
                picked[domain.id] = [raters[math.floor(draw() * len(raters))] for _ in raters]
            noise = {
                item.id: draw()
                for _domain, made in everything
                for pillar in made.pillars
                for item in pillar.indicators
            }
            results[code].append(
                one_replicate(everything, country, picked, noise, factors, geometric, p)
            )
    return results


def scoring_experts(part, instrument):
    """Ascending codes of the experts with at least one score."""
    return [
        code
        for code, sheet in sorted(part["sheets"].items())
        if any(sheet.score(i.id) is not None for p in instrument.pillars for i in p.indicators)
    ]


def one_replicate(everything, country, picked, noise, factors, geometric, p):
    scores = {}
    for domain, made in everything:
        part = country["parts"][domain.id]
        pillars = {}
        for pillar in made.pillars:
            children = []
            for item in pillar.indicators:
                value = resampled(item, part, picked[domain.id], noise[item.id], p)
                if value is not None and item_weight(item) > 0:
                    children.append((item_weight(item) * factors["item", item.id], value))
            if part["pillars"][pillar.id]["status"] == "ok":
                method = (pillar.method or p.methods.pillar).value
                pillars[pillar.id] = aggregated(children, method, p.geo_delta)
        if part["node"]["status"] == "ok":
            children = [
                (pillar.weight * factors["pillar", pillar.id], pillars[pillar.id])
                for pillar in made.pillars
                if pillar.id in pillars and pillar.weight > 0
            ]
            method = varied((domain.method or p.methods.domain).value, geometric)
            scores[domain.id] = aggregated(children, method, p.geo_delta)
    whole = None
    if country["overall"]["node"]["status"] == "ok":
        children = [
            (domain.weight * factors["domain", domain.id], scores[domain.id])
            for domain, _made in everything
            if domain.id in scores and domain.weight > 0
        ]
        whole = aggregated(children, varied(p.methods.overall.value, geometric), p.geo_delta)
    return whole, scores


def varied(method, geometric):
    """Nodes with the weakest link stay so."""
    return "geometric" if geometric and method != "min" else method


def resampled(item, part, picked, noise, p):
    value = part["consensus"][item.id][1]
    if value is None:
        return None
    if item.id not in part["validated"]:
        pairs = [
            (part["sheets"][code].score(item.id), part["sheets"][code].confidence(item.id))
            for code in picked
        ]
        rated = [(score, confidence) for score, confidence in pairs if score is not None]
        if rated:
            value = joined([s for s, _ in rated], [c for _, c in rated], p.consolidation)
        ratings = sum(sheet.score(item.id) is not None for sheet in part["sheets"].values())
        if item.type.value == "level" and ratings < p.mc_noise_n:
            if noise < p.mc_noise_p:
                value -= 20.0
            elif noise >= 1 - p.mc_noise_p:
                value += 20.0
            value = min(100.0, max(0.0, value))
    if part["unsupported"][item.id] and value > 40.0:
        value = 40.0
    return value


# 6.3 Outputs.


def quantile(values, share):
    """Type 7."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def certainty(values, point, cuts):
    own = band(point, cuts)
    return sum(band(rounded(value), cuts) == own for value in values) / len(values)


def rank_range(runs, code, shares):
    """Order statistics ceil(0.05 B) and ceil(0.95 B) of the sorted ranks."""
    others = [values for other, values in runs.items() if other != code]
    ranks = sorted(
        1 + sum(snap(values[place]) > snap(mine) for values in others)
        for place, mine in enumerate(runs[code])
    )
    low, high = (math.ceil(share * len(ranks)) for share in shares)
    return ranks[max(low, 1) - 1], ranks[high - 1]
