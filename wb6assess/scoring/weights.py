"""Weights as shares of what is scored (methodology 6.5)."""

import math
from collections.abc import Mapping

from wb6assess.model.instrument import Instrument
from wb6assess.scoring.states import IndicatorScore
from wb6assess.scoring.tree import NodeScore, NodeStatus


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
