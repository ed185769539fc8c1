"""One indicator, several experts: what is made of their ratings (methodology 5.1-5.3)."""

from dataclasses import replace

import pytest

from wb6assess.model.framework import Parameters
from wb6assess.scoring.consensus import Agreement, Flag, Rating, consolidate, quantile
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


@pytest.mark.parametrize(
    ("scores", "agreement"),
    [
        ((20, 60), Agreement.DISAGREEMENT),
        ((20, 40), Agreement.AGREED),
        ((20, 40, 40, 60), Agreement.DISAGREEMENT),
        ((20, 40, 40, 40, 60), Agreement.AGREED),  # from five on 40 points apart are no disagreement
        ((0, 40, 40, 40, 60), Agreement.DISAGREEMENT),  # 60 are
        ((20, 20, 40, 50, 60), Agreement.DISAGREEMENT),  # and a middle half of 30
        ((20, 25, 40, 50, 60), Agreement.AGREED),  # 25 are not
        ((15, 40, 40, 40, 65), Agreement.MIXED),  # three of five close to the median are too few
    ],
)
def test_what_counts_as_disagreement_depends_on_how_many_rated(scores, agreement):
    found = consolidate(scored(*((score, 2) for score in scores)), Parameters())
    assert found.agreement is agreement
    assert (Flag.DISAGREEMENT in found.flags) is (agreement is Agreement.DISAGREEMENT)


def test_quartiles_lie_between_the_scores_as_in_excel():
    assert quantile([0.0, 10.0, 20.0, 40.0], 0.25) == 7.5
    assert quantile([0.0, 10.0, 20.0, 40.0], 0.75) == 25.0
    assert quantile([30.0], 0.75) == 30.0


def test_knowledge_is_low_where_more_do_not_know_than_score():
    unknown = Rating(State.DONT_KNOW, None, 2)
    assert Flag.LOW_KNOWLEDGE not in consolidate([*scored((40, 2)), unknown], Parameters()).flags
    assert Flag.LOW_KNOWLEDGE in consolidate([*scored((40, 2)), unknown, unknown], Parameters()).flags
