"""What a change between rounds may say beside the scores of both (methodology 8, 12.2)."""

import pytest

from tests import builders
from tests.builders import indicator, instrument, pillar
from wb6assess.model.assessment import Answer, SpecialState
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument, Lineage
from wb6assess.model.vocabulary import LineageChange
from wb6assess.reports.figures import CONFIDENTIAL
from wb6assess.reports.region.disclosure import Cell
from wb6assess.reports.region.progress import PublicProgress
from wb6assess.reports.region.public import PublicRegion
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.country import RegionScores, score_region
from wb6assess.scoring.progress import Round, RoundProgress

SAME, ADDED = LineageChange.UNCHANGED, LineageChange.ADDED
UNKNOWN = Answer(state=SpecialState.DONT_KNOW)
PILLARS = {"P": "abcd", "Q": "efg", "R": "hij"}


def asked(version: str, added: str = "") -> Instrument:
    """Three pillars; indicators `added` in this version."""
    return instrument(
        *(
            pillar(
                name,
                *(
                    indicator(
                        item,
                        lineage=Lineage(ADDED) if item in added else Lineage(SAME, item),
                    )
                    for item in items
                ),
            )
            for name, items in PILLARS.items()
        ),
        version=version,
    )


def scored(framework: Framework, questions: Instrument, unknown: dict[int, str]) -> RegionScores:
    """Four experts; each does not know some indicators."""
    experts = [
        (
            f"E{n}",
            {
                item: UNKNOWN if item in unknown.get(n, "") else Answer((n + place) % 4 + 1)
                for place, item in enumerate(questions.by_id)
            },
        )
        for n in range(4)
    ]
    return score_region(framework, {"drawn": questions}, {"AL": {"drawn": experts}})


def change(added: str, unknown: dict[int, str]) -> tuple[PublicProgress, PublicRegion]:
    old, new = asked("2025.1"), asked("2026.1", added)
    framework = builders.framework(new)
    now = Round("2026", {"drawn": new}, scored(framework, new, unknown))
    then = Round("2025", {"drawn": old}, scored(framework, old, {}))
    progress = RoundProgress(framework, now, then, {"drawn": (new, old)}, draws=100)
    region = PublicRegion(Analysis(framework, now.instruments, now.region, progress))
    return PublicProgress(region, progress, "2026"), region


FEW_KNOW_Q = {0: "efg", 1: "efg"}
FEW_KNOW_A_AND_B = {0: "ab", 1: "ab"}


@pytest.mark.parametrize("unknown", [{}, FEW_KNOW_Q, FEW_KNOW_A_AND_B])
def test_a_change_is_told_where_it_says_no_more_than_the_scores(unknown):
    progress, _ = change("", unknown)
    assert progress.entry("AL", "DRAWN").points is not None
    assert progress.entry("AL").points is not None


def test_a_change_without_one_of_two_hidden_pillars_would_give_the_other_away():
    progress, region = change("abcd", FEW_KNOW_Q)
    cells = region.disclosed["AL"].pillars["DRAWN"]
    assert (cells["P"], cells["Q"]) == (Cell.CONFIDENTIAL, Cell.CONFIDENTIAL)
    assert progress.progress.domain("AL", "DRAWN").points is not None
    assert progress.entry("AL", "DRAWN").missing == CONFIDENTIAL
    assert progress.entry("AL", "DRAWN").now is None


def test_a_change_without_one_of_two_hidden_indicators_would_give_the_other_away():
    progress, region = change("a", FEW_KNOW_A_AND_B)
    cells = region.disclosed["AL"].indicators["DRAWN"]
    assert (cells["a"], cells["b"]) == (Cell.CONFIDENTIAL, Cell.CONFIDENTIAL)
    assert progress.entry("AL", "DRAWN").missing == CONFIDENTIAL


def test_the_change_of_the_whole_is_hidden_with_that_of_its_only_domain():
    progress, _ = change("a", FEW_KNOW_A_AND_B)
    assert progress.entry("AL").missing == CONFIDENTIAL


def test_a_new_indicator_that_is_shown_hides_no_change():
    progress, _ = change("d", FEW_KNOW_A_AND_B)
    assert progress.entry("AL", "DRAWN").points is not None
