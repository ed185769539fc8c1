"""One replicate beside the nodes it moved, as parts of an explanation; nothing without one."""

from collections.abc import Sequence

from wb6assess.model.vocabulary import Method
from wb6assess.reports.json_parts import Json
from wb6assess.scoring.one_draw import OneDraw


def drawn_whole(draw: OneDraw | None, method: Method) -> Json:
    """The replicate's number, its way of aggregation and its overall score."""
    if draw is None:
        return {}
    return {
        "draw": {
            **_how(draw, method),
            "score": draw.scores[""],
        }
    }


def drawn_domain(draw: OneDraw | None, domain: str, experts: Sequence[str], method: Method) -> Json:
    """Factor of the weight, the experts drawn, the domain's score."""
    if draw is None:
        return {}
    return {
        "draw": {
            **_how(draw, method),
            "factor": draw.domains[domain],
            "experts": [experts[place] for place in draw.experts[domain]],
            "score": draw.scores[domain],
        }
    }


def drawn_pillar(draw: OneDraw | None, pillar: str) -> Json:
    """Factor of the weight."""
    return {} if draw is None else {"draw": {"number": draw.number, "factor": draw.pillars[pillar]}}


def drawn_item(draw: OneDraw | None, item: str) -> Json:
    """Factor of the weight, points of noise, the score that entered the tree."""
    if draw is None:
        return {}
    found = draw.items[item]
    return {
        "draw": {
            "number": draw.number,
            "factor": found.factor,
            "noise": found.noise,
            "score": found.value,
        }
    }


def _how(draw: OneDraw, method: Method) -> Json:
    """Only an arithmetic node is aggregated otherwise in some of the draws."""
    turned = draw.geometric and method is Method.ARITHMETIC
    return {"number": draw.number, "method": (Method.GEOMETRIC if turned else method).value}
