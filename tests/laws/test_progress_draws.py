"""The interval of a change, drawn once more plainly: same weights in both rounds, experts apart (8)."""

import math
import random
from zlib import crc32

import numpy as np
import pytest

from tests.builders import framework as make_framework
from tests.builders import indicator, pillar
from tests.builders import instrument as make_instrument
from tests.laws.plain import consensus, draws, tree
from wb6assess.model.assessment import Answer, SpecialState
from wb6assess.model.framework import Parameters
from wb6assess.scoring.country import score_region
from wb6assess.scoring.progress import STREAM, Round, RoundProgress

DRAWS = 60
MADE = make_instrument(
    pillar("P", indicator("a", weight=2), indicator("b"), weight=3),
    pillar("Q", indicator("c"), indicator("d"), indicator("e", weight=0.5)),
)
PILLARS = {"P": ("a", "b"), "Q": ("c", "d", "e")}
FRAMEWORK = make_framework(MADE, parameters=Parameters(mc_B=DRAWS))
CODES = [country.code for country in FRAMEWORK.countries]


def random_round(draw, name):
    """Two to four experts a country; some do not know an indicator."""
    submissions = {
        code: {
            "drawn": [
                (f"E{n}", {
                    item: Answer(state=SpecialState.DONT_KNOW)
                    if draw.random() < 0.08
                    else Answer(draw.randint(0, 5))
                    for item in MADE.by_id
                })
                for n in range(draw.randint(2, 4))
            ]
        }
        for code in CODES
    }  # fmt: skip
    return Round(name, {"drawn": MADE}, score_region(FRAMEWORK, {"drawn": MADE}, submissions))


def plainly(now, then, matched, code):
    """Matched changes of a country's domain, draw by draw."""
    p = FRAMEWORK.parameters
    stream = np.random.Generator(
        np.random.PCG64(np.random.SeedSequence([p.seed, crc32(STREAM.encode())]))
    )
    changes = []
    for _ in range(DRAWS):
        factors = {
            key: 1 + 0.25 * (2 * stream.random() - 1) for key in (*MADE.by_id, *PILLARS, "domain")
        }
        geometric = stream.random() < 0.5
        for country in CODES:
            scores = [
                side(found, matched[country], country, factors, geometric, stream)
                for found in (now, then)
            ]
            if country == code:
                changes.append(scores[0] - scores[1])
    return changes


def side(found, items, code, factors, geometric, stream):
    """One round of a country in one draw, only its matched indicators counted."""
    part = found.region.countries[code].domains["DRAWN"]
    rated = {
        expert: {item: ratings[item].score for item in items if ratings[item].score is not None}
        for expert, ratings in sorted(part.ratings.items())
    }
    raters = [expert for expert, scores in rated.items() if scores]
    picked = [raters[math.floor(stream.random() * len(raters))] for _ in raters]
    noise = {item: stream.random() for item in MADE.by_id}
    values = {}
    for item in items:
        drawn = [rated[expert][item] for expert in picked if item in rated[expert]]
        value = consensus.middle(drawn) if drawn else part.results[item].score
        if sum(item in scores for scores in rated.values()) < 3:
            step = -20.0 if noise[item] < 0.2 else 20.0 if noise[item] >= 0.8 else 0.0
            value = min(100.0, max(0.0, value + step))
        values[item] = value
    parts = []
    for key, members in PILLARS.items():
        children = [
            (MADE.by_id[item].weight * factors[item], values[item]) for item in members if item in values
        ]
        if children:
            weight = next(p.weight for p in MADE.pillars if p.id == key)
            parts.append((weight * factors[key], tree.aggregated(children, "arithmetic", 1.0)))
    return tree.aggregated(parts, "geometric" if geometric else "arithmetic", 1.0)


@pytest.mark.parametrize("seed", range(6))
def test_the_interval_of_a_change_is_the_plain_one(seed):
    draw = random.Random(seed)
    now, then = random_round(draw, "2026"), random_round(draw, "2025")
    progress = RoundProgress(FRAMEWORK, now, then, {"drawn": [MADE]})
    found = {code: progress.matched[code, "DRAWN"] for code in CODES}
    if any(match.now is None for match in found.values()):
        pytest.fail("a case without enough in common compares nothing; choose another seed")
    matched = {code: match.items for code, match in found.items()}
    for code in CODES[:2]:
        changes = plainly(now, then, matched, code)
        low, high = (draws.quantile(changes, share) for share in (0.05, 0.95))
        assert progress.domain(code, "DRAWN").interval == pytest.approx((low, high), abs=1e-8)
