"""Three experts on three questions, small enough to check every figure by hand.

Pillar P (weight 3) has a (weight 1) and b (weight 2), pillar S (weight 1) has c, so that the effective
weights are 1/4, 1/2, 1/4. Levels: a 1 1 1, b 0 2 5, c 3 and twice "don't know".
"""

from collections.abc import Mapping

from tests import builders
from tests.builders import indicator, instrument, pillar
from wb6assess.model.assessment import Answer, SpecialState
from wb6assess.model.decision import Decision
from wb6assess.model.instrument import Lineage
from wb6assess.model.vocabulary import LineageChange
from wb6assess.scoring.country import RegionScores, score_region
from wb6assess.scoring.progress import Round, RoundProgress

UNSURE = Answer(state=SpecialState.DONT_KNOW)
EXPERTS = {
    "E1": {"a": Answer(1), "b": Answer(0), "c": Answer(3)},
    "E2": {"a": Answer(1), "b": Answer(2), "c": UNSURE},
    "E3": {"a": Answer(1), "b": Answer(5), "c": UNSURE},
}


def _same(item: str, **more: object) -> object:
    return indicator(item, lineage=Lineage(LineageChange("unchanged"), item), **more)


MADE = instrument(
    pillar("P", _same("a"), _same("b", weight=2), weight=3),  # type: ignore[arg-type]
    pillar("S", _same("c")),  # type: ignore[arg-type]
)
OLD = instrument(
    pillar("P", indicator("a"), indicator("b", weight=2), weight=3),
    pillar("S", indicator("c")),
    version="2025.1",
)
FRAMEWORK = builders.framework(MADE)


def region(*records: Decision, experts: Mapping[str, Mapping[str, Answer]] = EXPERTS) -> RegionScores:
    """Albania scored; the other countries have nobody."""
    return score_region(
        FRAMEWORK, {"drawn": MADE}, {"AL": {"drawn": list(experts.items())}}, list(records)
    )


def since(**levels: int) -> RoundProgress:
    """Today's answers against a round with one expert and these levels."""
    then = {item: Answer(level) for item, level in levels.items()}
    before = score_region(FRAMEWORK, {"drawn": OLD}, {"AL": {"drawn": [("E1", then)]}})
    now = Round("2026", {"drawn": MADE}, region())
    return RoundProgress(FRAMEWORK, now, Round("2025", {"drawn": OLD}, before), {"drawn": [MADE, OLD]})
