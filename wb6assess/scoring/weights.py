"""Weights as shares of the whole (methodology 6.5, 7)."""

import math
from collections.abc import Mapping

from wb6assess.model.instrument import Instrument
from wb6assess.scoring.states import IndicatorScore
from wb6assess.scoring.tree import NodeScore, NodeStatus


def nominal_weights(instrument: Instrument) -> Mapping[str, float]:
    """omega_i = W_p / sum W * w_i / sum w, from the instrument alone; sums to 1 (methodology 7)."""
    total = math.fsum(pillar.weight for pillar in instrument.pillars)
    weights: dict[str, float] = {}
    for pillar in instrument.pillars:
        inside = math.fsum(item.score_weight for item in pillar.indicators)
        for item in pillar.indicators:
            share = item.score_weight / inside if inside else 0.0
            weights[item.id] = pillar.weight / total * share if total else 0.0
    return weights


def effective_weights(
    instrument: Instrument,
    results: Mapping[str, IndicatorScore],
    pillars: Mapping[str, NodeScore],
) -> Mapping[str, float]:
    """eff_i of the used indicators, inside one domain; sums to 1 (methodology 6.5)."""
    ok = [p for p in instrument.pillars if p.weight and pillars[p.id].status is NodeStatus.OK]
    total = math.fsum(pillar.weight for pillar in ok)
    weights: dict[str, float] = {}
    for pillar in ok:
        used = {
            item.id: item.score_weight
            for item in pillar.indicators
            if item.score_weight and results[item.id].score is not None
        }
        inside = math.fsum(used.values())
        for item_id, weight in used.items():
            weights[item_id] = pillar.weight / total * weight / inside
    return weights
