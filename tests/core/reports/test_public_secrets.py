"""What stands beside public scores gives no rating of few away (methodology 12.2)."""

from dataclasses import replace

import pytest

from tests import builders
from tests.builders import indicator, instrument, pillar
from tests.exports import regions
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, SpecialState
from wb6assess.model.instrument import Field, SubIndex
from wb6assess.model.vocabulary import FieldType
from wb6assess.reports.figures import CONFIDENTIAL
from wb6assess.reports.region.annex import agreement_part
from wb6assess.reports.region.country import PublicCountry
from wb6assess.reports.region.disclosure import Cell, country_disclosure
from wb6assess.reports.region.public import PublicRegion
from wb6assess.reports.region.rows import OpennessRow
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.country import score_region
from wb6assess.session.desk.consolidation import Consolidation
from wb6assess.session.samples import sample_answers
from wb6assess.settings import questionnaires_folder

UNKNOWN = Answer(state=SpecialState.DONT_KNOW)
OPEN = Field("open", FieldType.LEVEL, "Openness", levels=builders.LADDER)
READY = instrument(
    pillar("P", *(indicator(f"i{n}", fields=(OPEN,), ceiling=4) for n in range(3))),
    indices=(
        SubIndex("ready", "Readiness", pillars=("P",), relative_to_ceiling=True),
        SubIndex("open", "Openness", field="open"),
    ),
)
ITEMS = list(regions.questionnaires(1)[0].by_id)
FIRST = ITEMS[:6]  # of the first pillar


def profile(result: Consolidation, code: str = "AL"):
    return next(part for part in result.public.countries if part.code == code)


def test_the_balance_penalty_stands_beside_a_score_without_hidden_parts():
    assert "a balance penalty of" in profile(regions.build({"AL": 4}, fields=2)).text


def test_the_balance_penalty_is_confidential_where_a_part_of_the_score_is():
    unsure = {f"Agent{n}.AL": tuple(FIRST) for n in range(2)}
    result = regions.build({"AL": 4}, fields=2, unsure=unsure)
    region = PublicRegion(result.analysis)
    assert Cell.CONFIDENTIAL in region.disclosed["AL"].pillars["FIELD-P"].values()
    assert "The balance penalty is confidential (c)" in profile(result).text
    assert "Aggregated geometrically" not in profile(result).text


def test_agreement_of_two_experts_is_not_told_though_a_meeting_made_the_score_public():
    decisions = tuple(regions.decision("RS", item, 60.0) for item in ITEMS)
    result = regions.build({"AL": 3, "RS": 2}, decisions=decisions, fields=1)
    assert PublicRegion(result.analysis).disclosed["RS"].domains["FIELD-P"] is Cell.SHOWN
    told = [row for _, (row,) in agreement_part(PublicRegion(result.analysis)).countries]
    assert told.count(CONFIDENTIAL) == 1  # Serbia
    assert told[0] != CONFIDENTIAL


def changed(first: float, second: float, *, unsure: tuple[str, ...]):
    """A meeting moves two indicators; two of four experts do not know the ones named."""
    few = {f"Agent{n}.AL": unsure for n in range(2)}
    decisions = (
        regions.decision("AL", ITEMS[0], first),
        regions.decision("AL", ITEMS[7], second),
    )
    (row,) = profile(regions.build({"AL": 4}, decisions=decisions, unsure=few, fields=1)).validation
    return row


def test_the_experts_score_is_hidden_where_the_largest_change_leaves_one_of_few():
    row = changed(100.0, 60.0, unsure=(ITEMS[7],))
    assert (row.experts, row.difference) == (CONFIDENTIAL, CONFIDENTIAL)


def test_the_experts_score_is_told_where_enough_rated_what_moved():
    row = changed(100.0, 60.0, unsure=())
    assert row.experts != CONFIDENTIAL
    assert row.largest.startswith(ITEMS[0])


def openness(told: int) -> tuple[OpennessRow, ...]:
    """Of three experts so many say how open the EU side is."""
    framework = builders.framework(READY)
    given = [
        (f"E{n}", {item: Answer(3, fields={"open": 2} if n < told else {}) for item in READY.by_id})
        for n in range(3)
    ]
    scores = score_region(framework, {"drawn": READY}, {"AL": {"drawn": given}})
    region = PublicRegion(Analysis(framework, {"drawn": READY}, scores, None))
    (albania,) = (found for found in region.countries() if found[0].code == "AL")
    return PublicCountry(region, *albania).part().openness


def test_openness_needs_as_many_experts_as_any_figure():
    assert len(openness(3)) == 1
    assert openness(2) == ()


def cells(*experts: dict[str, Answer]):
    """Of a pillar with two weighted indicators and one for information."""
    asked = instrument(pillar("P", indicator("a"), indicator("b"), indicator("note", weight=0)))
    framework = builders.framework(asked)
    given = [(f"E{n}", answers) for n, answers in enumerate(experts)]
    scores = score_region(framework, {"drawn": asked}, {"AL": {"drawn": given}})
    return country_disclosure(scores.countries["AL"], framework, {"drawn": asked})


def test_who_only_rated_for_information_stands_behind_no_score():
    alone = {"a": Answer(3), "b": Answer(1), "note": Answer(2)}
    others = {"a": UNKNOWN, "b": UNKNOWN, "note": Answer(4)}
    found = cells(alone, others, others)
    assert found.pillars["DRAWN"]["P"] is Cell.CONFIDENTIAL
    assert found.domains["DRAWN"] is Cell.CONFIDENTIAL
    assert found.overall is Cell.CONFIDENTIAL
    assert cells(alone, alone, alone).pillars["DRAWN"]["P"] is Cell.SHOWN


def test_a_domain_for_information_makes_the_whole_of_one_expert_no_safer():
    one = instrument(pillar("P", indicator("a")), id="one")
    two = instrument(pillar("Q", indicator("b")), id="two")
    beside = instrument(pillar("R", indicator("c")), id="beside")
    framework = builders.framework(one, two, beside)
    domains = tuple(
        replace(d, weight=0.0, core=False) if d.id == "BESIDE" else d for d in framework.domains
    )
    framework = replace(framework, domains=domains)
    instruments = {found.id: found for found in (one, two, beside)}
    given = {
        "one": [("E0", {"a": Answer(3)})],
        "two": [("E0", {"b": Answer(1)})],
        "beside": [(f"E{n}", {"c": Answer(2)}) for n in range(3)],
    }
    scores = score_region(framework, instruments, {"AL": given})
    found = country_disclosure(scores.countries["AL"], framework, instruments)
    assert found.overall is Cell.CONFIDENTIAL
    assert found.domains["BESIDE"] is Cell.SHOWN


@pytest.mark.parametrize("asked", ["cybersecurity", "fimi"])
def test_law_and_practice_can_be_told_of_three_experts_a_country(asked: str) -> None:
    """Some of three do not know something: pairs of ratings must not hide what the report is about."""
    library = Library(questionnaires_folder())
    framework = library.framework
    questions = library.instrument(asked)
    given = {
        country.code: {
            asked: [
                (code, sample_answers(questions, country.code, code, 1, framework.parameters))
                for code in ("SAMPLE-E01", "SAMPLE-E02", "SAMPLE-E03")
            ]
        }
        for country in framework.countries
    }
    region = score_region(framework, {asked: questions}, given)
    shown = [country_disclosure(c, framework, {asked: questions}) for c in region.countries.values()]
    assert sum(not cells.without_means for cells in shown) >= 2
