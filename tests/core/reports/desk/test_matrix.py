"""The coordinator's heat map: one figure for each country and pillar."""

from decimal import Decimal

import pytest

from tests.core.reports.desk.three_experts import FRAMEWORK, MADE, region, since
from wb6assess.reports.desk.matrix import DOMAIN, Agreed, Changed, matrix
from wb6assess.scoring.rounds import ProgressWord


def cells(country="AL", progress=None):
    return matrix(region(), "DRAWN", MADE, FRAMEWORK.parameters, progress).cells[country]


def test_every_country_has_a_cell_for_each_pillar_and_the_domain_last():
    found = matrix(region(), "DRAWN", MADE, FRAMEWORK.parameters)
    assert found.pillars == ("P", "S")
    assert list(found.cells) == ["AL", "BA", "ME", "MK", "RS", "XK"]
    assert all(list(row) == ["P", "S", DOMAIN] for row in found.cells.values())


def test_scores_are_those_of_the_medians():
    found = {pillar: cell.node.published for pillar, cell in cells().items()}
    # By weight: a third of 20 and two of 40; 60; three quarters of 33.3 and one of 60.
    assert found == {"P": Decimal("33.3"), "S": Decimal("60.0"), DOMAIN: Decimal("40.0")}


def test_agreement_counts_indicators_two_experts_rated():
    found = {pillar: cell.agreed for pillar, cell in cells().items()}
    # They agree on a and disagree on b; only one rated c.
    assert found == {"P": Agreed(1, 0, 1), "S": Agreed(), DOMAIN: Agreed(1, 0, 1)}
    assert (found["P"].share, found["S"].share) == (0.5, None)


def test_mixed_indicators_are_rated_but_not_agreed():
    assert Agreed(3, 1, 1).share == pytest.approx(0.6)


def test_experts_are_those_with_a_score_in_it():
    assert {pillar: cell.experts for pillar, cell in cells().items()} == {"P": 3, "S": 1, DOMAIN: 3}


def test_without_an_earlier_round_nothing_is_said_of_change():
    assert {cell.changed for cell in cells().values()} == {None}


def test_change_is_the_difference_of_the_matched_scores_with_its_word():
    found = {pillar: cell.changed for pillar, cell in cells(progress=since(a=1, b=1, c=4)).items()}
    # Before: P 20, S 80, domain (3 * 20 + 80) / 4 = 35.
    assert found == {
        "P": Changed(Decimal("13.3"), ProgressWord.GOOD),
        "S": Changed(Decimal("-20.0"), ProgressWord.BACKSLIDING),
        DOMAIN: Changed(Decimal("5.0"), ProgressWord.SOME),
    }


def test_a_country_without_answers_cannot_be_compared():
    assert {cell.changed for cell in cells("RS", since(a=1, b=1, c=4)).values()} == {Changed()}


def test_a_country_without_answers_has_cells_without_a_band():
    assert all(cell.band is None and cell.experts == 0 for cell in cells("RS").values())
