"""Two rounds of countries against each other (methodology 8; example 5 from answers)."""

from decimal import Decimal

import pytest

from tests import builders
from tests.builders import indicator, instrument, pillar
from wb6assess.model.assessment import Answer
from wb6assess.model.instrument import Lineage
from wb6assess.model.vocabulary import LineageChange
from wb6assess.scoring.country import score_region
from wb6assess.scoring.progress import Change, Round, RoundProgress
from wb6assess.scoring.rounds import Origin, ProgressWord, origins

RESCALE = (0.0, 30.0, 50.0, 60.0, 80.0, 100.0)


def from_(change, old="", scores=()):
    return Lineage(LineageChange(change), old, scores)


OLD = instrument(
    pillar("p1", indicator("o1"), indicator("o2")),
    pillar("p2", indicator("o4"), indicator("o5"), indicator("o6")),
    version="2025.1",
)
NEW = instrument(
    pillar(
        "p1",
        indicator("n1", weight=2, lineage=from_("unchanged", "o1")),
        indicator("n2", lineage=from_("editorial", "o2")),
        indicator("n3", lineage=from_("added")),
    ),
    pillar(
        "p2",
        indicator("n4", lineage=from_("reworded", "o4")),
        indicator("n5", lineage=from_("rescaled", "o5", RESCALE)),
        indicator("n6", weight=2, lineage=from_("unchanged", "o6")),
    ),
)
FRAMEWORK = builders.framework(NEW)
NOW = {"n1": 4, "n2": 2, "n3": 5, "n4": 2, "n5": 2, "n6": 3}
THEN = {"o1": 3, "o2": 1, "o4": 2, "o5": 1, "o6": 3}


def scored(name, made, *experts, code="AL"):
    given = [
        (f"E{n}", {item: Answer(level) for item, level in levels.items()})
        for n, levels in enumerate(experts)
    ]
    region = score_region(FRAMEWORK, {"drawn": made}, {code: {"drawn": given}})
    return Round(name, {"drawn": made}, region)


def progress(now=(NOW,), then=(THEN,)):
    return RoundProgress(
        FRAMEWORK, scored("2026", NEW, *now), scored("2025", OLD, *then), {"drawn": [NEW, OLD]}
    )


def test_example_5_from_answers():
    change = progress().domain("AL", "DRAWN")
    assert (change.before, change.now) == (Decimal("48.3"), Decimal("60.0"))
    assert change.points == Decimal("11.7")
    assert change.word is ProgressWord.GOOD
    assert change.total == Decimal("62.5") - Decimal("40.0")
    assert change.composition == change.total - Decimal("11.7")


def test_the_whole_changes_with_its_matched_domains():
    found = progress()
    assert found.overall("AL").points == Decimal("11.7")
    assert found.overall("XK") is None
    assert found.domain("XK", "DRAWN") is None


def test_what_fell_is_named_on_todays_ladder():
    found = progress(now=({**NOW, "n5": 1, "n6": 3},))
    assert found.fell("AL", "DRAWN") == ("n5",)  # level 1 then reads 30 points today, now 20


def test_agreeing_experts_leave_a_narrow_interval_above_zero():
    change = progress(now=[NOW] * 3, then=[THEN] * 3).domain("AL", "DRAWN")
    low, high = change.interval
    assert 0 < low < 11.7 < high
    assert not change.within_uncertainty


def test_experts_apart_leave_the_change_within_uncertainty():
    change = progress(
        now=[dict.fromkeys(NOW, level) for level in (0, 3, 5)],
        then=[dict.fromkeys(THEN, level) for level in (0, 3, 5)],
    ).domain("AL", "DRAWN")
    assert change.within_uncertainty


def test_the_same_answers_with_the_same_version_are_no_change_at_all():
    region = scored("2026", NEW, NOW, NOW, NOW)
    found = RoundProgress(FRAMEWORK, region, scored("2025", NEW, NOW, NOW, NOW), {"drawn": [NEW]})
    change = found.domain("AL", "DRAWN")
    assert change.points == change.total == change.composition == 0
    assert change.interval == pytest.approx((0, 0))
    assert change.word is ProgressWord.NONE


def test_too_little_in_common_has_no_word_and_no_interval():
    change = progress(then=({"o2": 1},)).domain("AL", "DRAWN")
    assert (change.points, change.word, change.interval) == (None, None, None)
    assert progress(then=({"o2": 1},)).overall("AL").points is None


def test_ids_and_ladders_are_followed_through_versions_in_between():
    first = instrument(pillar("p", indicator("a")), version="2024.1")
    middle = instrument(
        pillar("p", indicator("b", lineage=from_("rescaled", "a", RESCALE))), version="2025.1"
    )
    last = instrument(
        pillar("p", indicator("c", lineage=from_("rescaled", "b", (0, 10, 20, 30, 40, 50)))),
        version="2026.1",
    )
    found = origins([last, middle, first])
    assert found == {"c": Origin("a", (RESCALE, (0, 10, 20, 30, 40, 50)))}
    assert found["c"].score(20) == 15  # 20 -> 30 -> 15
    assert origins([last]) == {"c": Origin("c")}


@pytest.mark.parametrize(
    ("ends", "within"), [((1e-12, 3.0), True), ((-3.0, -1e-12), True), ((1e-6, 3.0), False)]
)
def test_an_interval_that_ends_at_nothing_but_noise_contains_no_change(ends, within):
    assert Change(None, None, None, None, ends).within_uncertainty is within
