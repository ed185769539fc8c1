"""One indicator, several experts: what is made of their ratings (methodology 5.1-5.3)."""

from dataclasses import replace

from wb6assess.model.framework import Parameters
from wb6assess.scoring.consensus import Flag, Rating, consolidate
from wb6assess.scoring.states import State


def scored(*pairs):
    """(score, confidence) of each expert."""
    return [Rating(State.ANSWERED, float(score), confidence) for score, confidence in pairs]


def test_confidence_shifts_from_twenty_points_on_whatever_counts_as_agreement():
    apart = scored((20, 1), (20, 1), (60, 2))  # median 20, weighted with confidence 40
    near = scored((20, 1), (20, 1), (60, 1))  # 33.3
    for tolerance in (5.0, 20.0, 30.0):
        parameters = replace(Parameters(), agree_tol=tolerance)
        assert Flag.CONFIDENCE_SHIFT in consolidate(apart, parameters).flags
        assert Flag.CONFIDENCE_SHIFT not in consolidate(near, parameters).flags
