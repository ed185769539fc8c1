"""One replicate opened up is the replicate of the whole run."""

import math

import pytest

from tests.core.scoring.example_seven import SUBMISSIONS, analysis


@pytest.fixture(scope="module")
def found():
    return analysis()


@pytest.mark.parametrize("number", [1, 2, 500, 501, 2000])
@pytest.mark.parametrize("country", ["XA", "XB"])
def test_it_has_the_digits_of_the_whole_run(found, number, country):
    run, draw = found.robustness.replicates, found.robustness.draw(country, number)
    place = run.codes.index(country)
    assert draw.scores[""] == run.overall[place, number - 1]
    assert [draw.scores["D1"], draw.scores["D2"]] == run.domains[place, :, number - 1].tolist()


def test_the_first_draws_are_the_first_numbers_of_the_stream(found):
    draw = found.robustness.draw("XA", 1)
    first = [0.5869440456778352, 0.5450793541067315, 0.2570273043533937]  # example 7
    factors = [draw.items[item].factor for item in ("x1", "x2", "x3")]
    assert factors == pytest.approx([1 + 0.25 * (2 * u - 1) for u in first], abs=1e-15)


def test_the_score_can_be_computed_again_from_what_is_said(found):
    for number in (1, 7, 40):
        draw = found.robustness.draw("XA", number)

        def mean(children, geometric):
            total = sum(weight for weight, _ in children)
            if geometric:
                return math.exp(sum(w * math.log(s + 1) for w, s in children) / total) - 1
            return sum(w * s for w, s in children) / total

        def pillar(*items, draw=draw, mean=mean):
            return mean([(w * draw.items[i].factor, draw.items[i].value) for i, w in items], False)

        p1, p2, p3 = pillar(("x1", 2), ("x2", 1)), pillar(("x3", 1), ("x4", 1)), None
        p3 = pillar(("x5", 1), ("x6", 3))
        d1 = mean([(3 * draw.pillars["p1"], p1), (draw.pillars["p2"], p2)], draw.geometric)
        d2 = mean([(draw.pillars["p3"], p3)], draw.geometric)
        whole = mean([(2 * draw.domains["D1"], d1), (draw.domains["D2"], d2)], draw.geometric)
        assert draw.scores["D1"] == pytest.approx(d1, abs=1e-9)
        assert draw.scores[""] == pytest.approx(whole, abs=1e-9)


def test_only_thin_ratings_move_and_decided_values_do_not(found):
    one, two = found.robustness.draw("XA", 3), found.robustness.draw("XB", 3)
    assert {item for item, drawn in one.items.items() if drawn.noise is not None} == {"x3", "x5"}
    assert (two.items["x6"].noise, two.items["x6"].value) == (None, 60)


def test_experts_are_drawn_among_those_with_a_score(found):
    drawn = found.robustness.draw("XA", 1).experts
    assert [len(places) for places in drawn.values()] == [3, 3]
    assert all(place in {0, 1, 2} for places in drawn.values() for place in places)


def test_a_country_without_scores_has_none_in_a_draw():
    empty = analysis(submissions={"XA": SUBMISSIONS["XA"]}, records=())
    draw = empty.robustness.draw("XB", 1)
    assert draw.scores == {"D1": None, "D2": None, "": None}
    assert {drawn.value for drawn in draw.items.values()} == {None}
    assert {drawn.noise for drawn in draw.items.values()} == {None}
