"""Example 5 of methodology 15 and the words of 4.3."""

from decimal import Decimal

import pytest

from tests.builders import indicator, instrument, pillar
from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Lineage
from wb6assess.model.vocabulary import Aspect, LineageChange
from wb6assess.scoring.beside import law_practice
from wb6assess.scoring.rounds import (
    ProgressWord,
    composition_effect,
    matched_progress,
    progress_word,
    rescaled,
)
from wb6assess.scoring.states import IndicatorScore, State
from wb6assess.scoring.tree import domain_score

PARAMETERS = Parameters()
LAW, PRACTICE = Aspect.LAW, Aspect.PRACTICE


def lineage(change, old="", scores=()):
    return Lineage(LineageChange(change), old, scores)


NEW = instrument(
    pillar(
        "p1",
        indicator("n1", weight=2, aspect=LAW, lineage=lineage("unchanged", "o1")),
        indicator("n2", aspect=PRACTICE, lineage=lineage("editorial", "o2")),
        indicator("n3", aspect=LAW, lineage=lineage("added")),
    ),
    pillar(
        "p2",
        indicator("n4", aspect=PRACTICE, lineage=lineage("reworded", "o4")),
        indicator("n5", aspect=PRACTICE, lineage=lineage("rescaled", "o5", (0, 30, 50, 60, 80, 100))),
        indicator("n6", weight=2, aspect=LAW, lineage=lineage("unchanged", "o6")),
    ),
)


def results(**scores):
    return {
        key: IndicatorScore(State.ANSWERED, float(score), float(score)) for key, score in scores.items()
    }


NOW = results(n1=80, n2=40, n3=100, n4=40, n5=40, n6=60)
BEFORE = results(o1=60, o2=20, o4=40, o5=20, o6=60)


def test_example_5_matched_progress():
    found = matched_progress(NEW, NOW, BEFORE, PARAMETERS)
    assert found.items == ("n1", "n2", "n5", "n6")
    assert found.coverage == 0.75
    assert found.before.node.published == Decimal("48.3")
    assert found.now.node.published == Decimal("60.0")
    assert found.change == Decimal("11.7")
    assert progress_word(found.change, PARAMETERS.progress_cuts) is ProgressWord.GOOD
    assert domain_score(NEW, NOW, PARAMETERS).node.published == Decimal("62.5")


def test_example_5_law_and_practice():
    found = law_practice(NEW, NOW, PARAMETERS)
    assert found.law.published == Decimal("76.0")
    assert found.practice.published == Decimal("40.0")
    assert found.gap == Decimal("36.0")


def test_too_little_in_common_is_not_comparable():
    found = matched_progress(NEW, NOW, results(o2=20), PARAMETERS)
    assert found.change is None


def test_composition_effect_is_what_remains():
    assert composition_effect(Decimal("14.2"), Decimal("11.7")) == Decimal("2.5")


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ("-2.0", ProgressWord.BACKSLIDING),
        ("-1.9", ProgressWord.NONE),
        ("1.9", ProgressWord.NONE),
        ("2.0", ProgressWord.LIMITED),
        ("5.0", ProgressWord.SOME),
        ("10.0", ProgressWord.GOOD),
        ("15.0", ProgressWord.VERY_GOOD),
    ],
)
def test_words_at_their_limits(change, word):
    assert progress_word(Decimal(change), PARAMETERS.progress_cuts) is word


def test_rescaling_is_linear_between_levels():
    assert [rescaled(score, (0, 30, 50, 60, 80, 100)) for score in (0, 10, 20, 50, 100)] == [
        0, 15, 30, 55, 100,
    ]  # fmt: skip
