"""Published scores of whole arithmetic trees against rational arithmetic (methodology 16.3)."""

import random
from fractions import Fraction

from tests.builders import indicator, instrument, pillar
from wb6assess.model.framework import Domain, Parameters
from wb6assess.scoring.states import IndicatorScore, State
from wb6assess.scoring.tree import domain_score, overall_score

CASES = 10_000
UNKNOWN = IndicatorScore(State.DONT_KNOW)
LEFT_OUT = IndicatorScore(State.NOT_APPLICABLE)
PARAMETERS = Parameters(tau=0.0)
"""Every answered tree is published: coverage is another test's."""


def random_score(draw):
    """A consolidated score: levels, halves of them, means of three to five experts."""
    experts = draw.choice([1, 1, 2, 3, 4, 5])
    return Fraction(sum(20 * draw.randint(0, 5) for _ in range(experts)), experts)


def random_weight(draw):
    """A weight as files hold them: at most two decimals."""
    return Fraction(draw.choice([1, 1, 2, 3, 5, 10, 25, 150]), draw.choice([1, 1, 1, 10, 100]))


def random_domain(draw, name):
    """(questionnaire, results, exact score or None)."""
    pillars, results, exact = [], {}, []
    for p in range(draw.randint(1, 4)):
        items, children = [], []
        for i in range(draw.randint(1, 5)):
            key, weight = f"{name}{p}.{i}", random_weight(draw)
            items.append(indicator(key, weight=float(weight)))
            luck = draw.random()
            if luck < 0.1:
                results[key] = draw.choice([UNKNOWN, LEFT_OUT])
                continue
            score = random_score(draw)
            results[key] = IndicatorScore(State.ANSWERED, float(score), float(score))
            children.append((weight, score))
        weight = random_weight(draw)
        pillars.append(pillar(f"{name}{p}", *items, weight=float(weight)))
        if children:
            exact.append((weight, mean(children)))
    return instrument(*pillars, id=name), results, mean(exact) if exact else None


def mean(children):
    return sum(w * s for w, s in children) / sum(w for w, _ in children)


def tenths(exact):
    """R1 of an exact, never negative number in tenths: half up."""
    return (20 * exact + 1) // 2


def test_whole_trees_equal_rational_arithmetic_in_ten_thousand_cases():
    draw = random.Random(16)
    published = 0
    for _ in range(CASES):
        domains, exact = [], []
        for name in "abc"[: draw.randint(1, 3)]:
            made, results, score = random_domain(draw, name)
            found = domain_score(made, results, PARAMETERS)
            if score is not None:
                assert found.node.published * 10 == tenths(score)
            weight = random_weight(draw)
            domains.append((Domain(name, name, float(weight)), found))
            if score is not None:
                exact.append((weight, score))
        whole = overall_score(domains, PARAMETERS).node
        assert (whole.published is None) == (not exact)
        if exact:
            published += 1
            assert whole.published * 10 == tenths(mean(exact))
    assert published > CASES * 0.99
