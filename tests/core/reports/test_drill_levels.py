"""How many experts stand at each level behind a cell of the matrix."""

from tests import builders
from tests.builders import indicator, instrument, pillar
from wb6assess.model.assessment import Answer, SpecialState
from wb6assess.reports.desk.drill import drill_rows, level_counts
from wb6assess.scoring.country import score_region

MADE = instrument(pillar("P", indicator("a"), indicator("b")), id="one")


def counts(*levels):
    given = [(f"E{n}", {"a": level}) for n, level in enumerate(levels)]
    region = score_region(builders.framework(MADE), {"one": MADE}, {"AL": {"one": given}})
    (row,) = drill_rows(region.countries["AL"].domains["ONE"], [MADE.by_id["a"]])
    return level_counts(row)


def test_every_expert_with_a_level_is_counted_once():
    assert counts(Answer(0), Answer(3), Answer(3), Answer(5)) == (1, 0, 0, 2, 0, 1)


def test_who_does_not_know_stands_at_no_level():
    assert counts(Answer(2), Answer(state=SpecialState.DONT_KNOW)) == (0, 0, 1, 0, 0, 0)
