"""What to fix first, with the next step and who decides; the way to the next band; readiness."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests import builders
from tests.builders import LADDER, indicator, instrument, pillar
from tests.core.scoring.example_seven import FRAMEWORK, analysis, answers
from wb6assess.model.assessment import Answer
from wb6assess.model.framework import Methods, Parameters
from wb6assess.model.instrument import Field, Option, SubIndex
from wb6assess.model.vocabulary import Actor, Direction, FieldType, IndicatorType, Method, Polarity
from wb6assess.reports.region.readiness import advocacy_row, advocacy_sentence, readiness_gap
from wb6assess.reports.region.sensitivity import first_fixes, gaps_of_information, way_sentence, way_up
from wb6assess.reports.region.steps import actor_words, next_step
from wb6assess.reports.region.whatif import versions_sentence
from wb6assess.scoring.country import score_region
from wb6assess.scoring.states import State
from wb6assess.scoring.whatif import Changes

CUTS = Parameters().cuts
OPTIONS = (
    Option("a", "Nothing", score=0.0),
    Option("b", "Some", score=50.0),
    Option("c", "All", score=100.0),
)
POINTS = (
    Option("a", "Law", points=2),
    Option("b", "Guidance", points=1),
    Option("n", "None", exclusive=True),
)


@pytest.mark.parametrize(
    ("item", "score", "text", "level"),
    [
        (indicator("i"), 0.0, LADDER[1], 1),
        (indicator("i"), 40.0, LADDER[3], 3),
        (indicator("i"), 50.0, LADDER[3], 3),  # between two rungs: the one above
        (indicator("i"), 80.0, LADDER[5], 5),
        (indicator("i", IndicatorType.YESNO), 0.0, "“yes”", None),
        (indicator("i", IndicatorType.YESNO, polarity=Polarity.NEGATIVE), 0.0, "“no”", None),
        (indicator("i", IndicatorType.SINGLE, options=OPTIONS), 0.0, "Some", None),
        (indicator("i", IndicatorType.SINGLE, options=OPTIONS), 60.0, "All", None),
        (indicator("i", IndicatorType.MULTI, options=POINTS), 30.0, "Law; Guidance", None),
        (
            indicator(
                "i", IndicatorType.NUMERIC, unit="days",
                thresholds=(180.0, 120.0, 90.0, 60.0, 30.0), direction=Direction.LOWER,
            ),
            60.0, "at most 60 days", 4,
        ),
        (
            indicator("i", IndicatorType.NUMERIC, thresholds=(1.0, 2.0, 3.0, 4.0, 5.0)),
            0.0, "at least 1", 1,
        ),
        (
            indicator("i", IndicatorType.NUMERIC, unit="%", worst=0.0, best=40.0),
            37.5, "towards 40 %", None,
        ),
    ],
)  # fmt: skip
def test_the_next_step_is_the_next_level_in_words(item, score, text, level):
    step = next_step(item, score)
    assert (step.text, step.level) == (text, level)


def test_at_the_top_there_is_no_next_step():
    assert next_step(indicator("i"), 100.0) is None
    assert next_step(indicator("i"), 99.9999999999) is None  # binary noise is no step


def test_who_decides_and_what_needs_the_eu_is_said():
    item = indicator("i", actor=Actor.JOINT, ceiling=3)
    assert next_step(item, 40.0).actor is Actor.JOINT
    assert not next_step(item, 40.0).beyond_ceiling
    assert next_step(item, 60.0).beyond_ceiling
    assert [actor_words(actor) for actor in Actor] == [
        "the country", "the country and the EU together", "the EU",
    ]  # fmt: skip


@pytest.fixture(scope="module")
def found():
    return analysis()


def test_what_to_fix_first_of_the_whole_and_of_a_domain(found):
    rows = first_fixes(found, "XA")
    assert [(row.indicator, row.domain, row.level, row.target) for row in rows] == [
        ("x1", "D1", "2", 5), ("x2", "D1", "1", 5), ("x4", "D1", "0", 5),
        ("x6", "D2", "4", 5), ("x5", "D2", "3", 5),
    ]  # fmt: skip
    assert rows[0].gain == pytest.approx(20)
    assert rows[0].next.text == LADDER[3]
    own = first_fixes(found, "XA", "D2")
    assert [row.indicator for row in own] == ["x6", "x5"]
    assert own[0].gain == pytest.approx(15)  # 3/4 of the domain, 20 points


def test_texts_come_from_the_version_shown(found):
    other = tuple(f"Shkalla {level}" for level in range(6))
    one = found.instruments["one"]
    pillars = tuple(
        replace(p, indicators=tuple(replace(i, levels=other, title="Titulli") for i in p.indicators))
        for p in one.pillars
    )
    rows = first_fixes(found, "XA", "D1", {"one": replace(one, pillars=pillars)})
    assert (rows[0].title, rows[0].next.text) == ("Titulli", "Shkalla 3")


def test_what_nobody_could_answer_is_a_list_of_its_own():
    silent = analysis(
        submissions={"XA": {"one": [("E1", answers(x1=2, x2=1, x3=5))], "two": [("E1", answers(x6=4))]}},
        records=(),
    )
    assert [(row.indicator, row.domain, row.state) for row in gaps_of_information(silent, "XA")] == [
        ("x4", "D1", State.UNANSWERED), ("x5", "D2", State.UNANSWERED),
    ]  # fmt: skip
    assert [row.indicator for row in gaps_of_information(silent, "XA", "D2")] == ["x5"]
    assert "x4" not in {row.indicator for row in first_fixes(silent, "XA")}


def test_the_way_up_is_worded_as_arithmetic(found):
    way = way_up(found, "XA")
    assert (way.score, way.distance) == (Decimal("50.0"), Decimal("10.0"))
    assert way_sentence(way, CUTS) == (
        "The next band, good level of preparation, begins at 60.0, 10.0 points away. In arithmetic, "
        "not as advice: the fewest are 2 one-level steps, to 63.3."
    )


def test_in_the_top_band_there_is_no_way_up():
    top = analysis(
        submissions={
            "XA": {"one": [("E", answers(x1=5, x2=5, x3=5, x4=5))], "two": [("E", answers(x5=5, x6=5))]}
        },
        records=(),
    )
    assert way_sentence(way_up(top, "XA"), CUTS) == "100.0 is in the top band; there is no next one."


def test_where_no_indicator_can_rise_enough_the_path_is_none():
    # Geometric: the weakest pillar holds the score below what arithmetic could reach at 100.
    way = replace(way_up(analysis(), "XA"), path=None)
    assert "Shortest path: none" in way_sentence(way, CUTS)


def test_where_the_weakest_counts_the_path_raises_the_weakest_and_does_not_claim_to_be_the_shortest():
    weakest = Parameters(methods=Methods(overall=Method.MIN))
    found = analysis(replace(FRAMEWORK, parameters=weakest))
    way = way_up(found, "XA")  # the lower domain has 37.5, the mean of both 50.0
    assert (way.score, way.path.steps) == (Decimal("37.5"), ("x1",))
    assert way_sentence(way, CUTS) == (
        "The next band, moderately prepared, begins at 40.0, 2.5 points away. In arithmetic, not as "
        "advice: by effective weight, one one-level step, to 47.5."
    )


def test_without_a_score_there_is_no_way():
    assert way_up(analysis(submissions={}, records=()), "XA") is None


OPEN = Field("open", FieldType.LEVEL, "Openness", levels=LADDER)
READY = instrument(
    pillar("P", *(indicator(f"i{n}", fields=(OPEN,), ceiling=4) for n in range(3))),
    indices=(
        SubIndex("ready", "Readiness", pillars=("P",), relative_to_ceiling=True),
        SubIndex("open", "Openness", field="open"),
    ),
)


def ready(level, open_=None, items=3):
    fields = {} if open_ is None else {"open": open_}
    given = [("E", {f"i{n}": Answer(level, fields=fields) for n in range(items)})]
    region = score_region(builders.framework(READY), {"drawn": READY}, {"XK": {"drawn": given}})
    return readiness_gap(READY, region.countries["XK"].domains["DRAWN"])


def test_readiness_is_what_can_be_reached_without_the_eu():
    gap = ready(3, 1)
    assert (gap.readiness.published, gap.openness.published) == (Decimal("75.0"), Decimal("20.0"))
    assert gap.points == Decimal("55.0")
    assert advocacy_sentence("Kosovo", gap) == (
        "Drawn: of what Kosovo can reach without a decision on the EU side, experts rate 75.0 of 100 as "
        "reached; they rate the openness of the EU side at 20.0. The country is 55.0 points readier "
        "than the EU side is open: the next step is for the EU to take."
    )


@pytest.mark.parametrize(
    ("level", "open_", "points", "reading"),
    [
        (3, 1, "55.0", "the country is readier"),
        (1, 5, "-75.0", "the EU side is more open"),
        (4, 5, "0.0", "level"),
    ],
)
def test_both_figures_stand_in_a_row_with_what_they_say(level, open_, points, reading):
    gap = ready(level, open_)
    row = advocacy_row("Kosovo", gap, gap.points)
    assert (row.points, row.reading) == (Decimal(points), reading)
    assert row.said == advocacy_sentence("Kosovo", gap)


def test_the_message_turns_with_the_gap():
    assert "more open than the country is ready" in advocacy_sentence("Kosovo", ready(1, 5))
    assert "The two are level." in advocacy_sentence("Kosovo", ready(4, 5))
    assert "openness of the EU side cannot be stated" in advocacy_sentence("Kosovo", ready(3))
    assert "readiness cannot be stated" in advocacy_sentence("Kosovo", ready(3, 2, items=2)).replace(
        "readiness and openness of the EU side", "readiness"
    )
    assert ready(3).points is None


def test_a_questionnaire_without_both_figures_has_no_gap(found):
    assert readiness_gap(found.instruments["one"], found.region.countries["XA"].domains["D1"]) is None


def test_both_versions_of_a_limited_score_are_said(found):
    beside = found.what_if(Changes(evidence_mode="cap"))["XA"].overall
    assert beside.official.published > beside.changed.published
    said = versions_sentence("Drawn A", "flag", beside)
    assert f"{beside.changed.published} with unsupported indicators limited to 40" in said
    assert f"{beside.official.published} without the limit" in said
