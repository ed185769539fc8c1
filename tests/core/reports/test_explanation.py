"""How a number came about: everything needed to compute it again stands in the explanation."""

import math
from dataclasses import replace
from statistics import median

import pytest

from tests import builders
from tests.builders import indicator, instrument, pillar
from tests.core.scoring.example_seven import FRAMEWORK, RECORDS, SUBMISSIONS, analysis, record
from wb6assess.model.assessment import Answer, Document, Identity, SpecialState, Status
from wb6assess.model.conditions import AnswerRef, Compare, Op
from wb6assess.model.decision import Action
from wb6assess.model.framework import Methods, Parameters
from wb6assess.model.instrument import Cap, Field, SubIndex
from wb6assess.model.vocabulary import Aspect, FieldType, Method, SkipEffect
from wb6assess.reports.region.explanation import Given, explanation
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.country import score_region
from wb6assess.scoring.one_draw import OneDraw
from wb6assess.scoring.robustness import Robustness
from wb6assess.scoring.tree import Child, aggregate


def sources(submissions):
    return {
        (country, key, expert): Given(
            Document(Identity(country, key, "2026.1", "2026", expert), 1, Status.SUBMITTED, answers),
            "0" * 64,
            f"{expert}.json",
        )
        for country, parts in submissions.items()
        for key, experts in parts.items()
        for expert, answers in experts
    }


def explained(found, node, country="XA", draw=None, submissions=SUBMISSIONS):
    document = explanation(found, country, node, "2026", sources(submissions), draw)
    return document and document["tree"]


def leaves(part):
    if part["kind"] == "indicator":
        yield part
    for child in part.get("parts", ()):
        yield from leaves(child)


@pytest.fixture(scope="module")
def found():
    return analysis()


def test_contributions_add_up_to_the_score_of_the_domain(found):
    tree = explained(found, "D1")
    given = [item["contribution"] for item in leaves(tree) if item["contribution"] is not None]
    assert sum(given) == pytest.approx(tree["score"])


def test_every_node_can_be_asked_for_alone(found):
    tree = explained(found, "overall")
    domain = tree["parts"][0]
    assert explained(found, "D1") == explained(found, "one") == domain
    assert explained(found, "p1") == domain["parts"][0]
    assert explained(found, "x1") == domain["parts"][0]["parts"][0]
    assert explained(found, "nothing") is None


def test_a_draw_says_what_chance_did_at_every_node(found):
    tree, draw = explained(found, "overall", draw=7), found.robustness.draw("XA", 7)
    assert isinstance(draw, OneDraw)
    assert tree["draw"] == {
        "number": 7,
        "method": "geometric" if draw.geometric else "arithmetic",
        "score": found.robustness.replicates.overall[0, 6],
    }
    domain = tree["parts"][0]
    assert domain["draw"]["experts"] == [f"E{place + 1}" for place in draw.experts["D1"]]
    assert domain["draw"]["factor"] == draw.domains["D1"]
    item = domain["parts"][0]["parts"][0]
    assert item["draw"]["score"] == draw.items["x1"].value
    assert math.isclose(domain["parts"][0]["draw"]["factor"], draw.pillars["p1"])
    assert "draw" not in explained(found, "overall")


@pytest.mark.parametrize("method", [Method.MIN, Method.GEOMETRIC])
def test_a_draw_names_the_way_a_node_was_really_aggregated(method):
    parameters = Parameters(methods=Methods(overall=method))
    found = analysis(replace(FRAMEWORK, parameters=parameters))
    tree = explained(found, "overall", draw=2)
    parts = [(2 * tree["parts"][0]["draw"]["factor"], tree["parts"][0]["draw"]["score"])]
    parts.append((tree["parts"][1]["draw"]["factor"], tree["parts"][1]["draw"]["score"]))
    whole = aggregate([Child(*part) for part in parts], Method(tree["draw"]["method"]))
    assert tree["draw"]["method"] == method.value
    assert tree["draw"]["score"] == pytest.approx(whole, abs=1e-9)


def test_other_draws_may_be_looked_at(found):
    framework, region = found.framework, found.region
    more = found.drawn_by(Robustness(framework, found.instruments, region, 3_000))
    assert explained(more, "overall")["draws"]["replicates"] == 3_000
    assert explained(found, "overall")["draws"]["replicates"] == 2_000
    assert explained(more, "overall", draw=2_001)["draw"]["number"] == 2_001


def test_records_are_shown_with_what_became_of_them():
    refused = record("r4", "XB", "x6", Action.SET)  # without a score
    later = record("r5", "XB", "x5", Action.SET, 60.0, supersedes=("r6",))
    earlier = record("r6", "XB", "x5", Action.CONFIRM)
    found = analysis(records=(*RECORDS, refused, later, earlier))
    fates = {
        item["node"]: {entry["id"]: entry["fate"] for entry in item["records"]}
        for item in leaves(explained(found, "D2", "XB"))
    }
    assert fates["x6"] == {"r1": "applied", "r4": "refused"}
    assert fates["x5"] == {"r5": "applied", "r6": "superseded"}
    item = explained(found, "x5", "XB")
    assert item["decision"]["id"] == "r5"
    assert (item["experts_value"], item["score"], item["varies"]) == (40, 60, False)


GATE = Compare(AnswerRef("law"), Op.GE, 2)
SKIPPING = instrument(
    pillar(
        "P",
        indicator("law"),
        indicator("body", ask_if=GATE, skip_effect=SkipEffect.SCORE_ZERO),
        indicator("cases", caps=(Cap(Compare(AnswerRef("law"), Op.LE, 1), 2, "only a draft"),)),
        indicator("courts", na_for={"AL": "no such court"}),
        indicator("other"),
    )
)


def test_skips_caps_and_not_applicable_carry_their_reason():
    answers = {
        "law": Answer(1),
        "cases": Answer(4),
        "other": Answer(state=SpecialState.NOT_APPLICABLE, justification="Competence lies elsewhere."),
    }
    submissions = {"AL": {"drawn": [("E1", answers)]}}
    framework = builders.framework(SKIPPING)
    region = score_region(framework, {"drawn": SKIPPING}, submissions)
    found = Analysis(framework, {"drawn": SKIPPING}, region)
    tree = explained(found, "DRAWN", "AL", submissions=submissions)
    ratings = {item["node"]: item["ratings"][0] for item in leaves(tree)}
    assert ratings["body"]["skipped_because"] == "law is at least 2"
    assert ratings["body"]["score"] == 0
    assert ratings["cases"]["cap"] == {"at": 2, "because": "only a draft"}
    assert (ratings["cases"]["uncapped"], ratings["cases"]["score"]) == (80, 40)
    assert ratings["courts"]["by_design"]
    assert ratings["other"]["justification"] == "Competence lies elsewhere."
    assert ratings["law"]["skipped_because"] is None


FIELD = Field("open", FieldType.LEVEL, "Openness")
FIGURES = instrument(
    pillar(
        "P",
        indicator("a", weight=2, aspect=Aspect.LAW, ceiling=4),
        indicator("b", aspect=Aspect.LAW, fields=(FIELD,)),
        indicator("c", aspect=Aspect.LAW, ceiling=2, fields=(FIELD,)),
        weight=3,
    ),
    pillar("Q", *(indicator(name, aspect=Aspect.OUTCOME, fields=(FIELD,)) for name in "defg")),
    indices=(
        SubIndex("ready", "Readiness", pillars=("P",), relative_to_ceiling=True),
        SubIndex("named", "Named", indicators=("a", "d", "e")),
        SubIndex("open", "Openness", field="open"),
    ),
)


def figure(node):
    levels = {"E1": "2143510", "E2": "3340551", "E3": "2221440"}
    experts = [
        (
            code,
            {
                item: Answer(int(level), fields={"open": int(level)} if item != "a" else {})
                for item, level in zip("abcdefg", given, strict=True)
            },
        )
        for code, given in levels.items()
    ]
    submissions = {"AL": {"drawn": experts}}
    region = score_region(builders.framework(FIGURES), {"drawn": FIGURES}, submissions)
    found = Analysis(builders.framework(FIGURES), {"drawn": FIGURES}, region)
    return explained(found, node, "AL", submissions=submissions)


@pytest.mark.parametrize("node", ["ready", "named", "DRAWN:law", "DRAWN:practice"])
def test_a_figure_beside_the_score_can_be_computed_again(node):
    tree = figure(node)
    used = [part["in_figure"] for part in tree["parts"]]
    total = sum(part["weight"] * part["score"] for part in used)
    assert tree["score"] == pytest.approx(total / sum(part["weight"] for part in used), abs=1e-9)
    assert tree["scored"] == len(used)
    assert all(len(part["ratings"]) == 3 for part in tree["parts"])


def test_readiness_names_the_level_a_score_is_held_against():
    parts = {part["node"]: part["in_figure"] for part in figure("ready")["parts"]}
    assert {key: part["ceiling"] for key, part in parts.items()} == {"a": 4, "b": 5, "c": 2}
    assert (parts["a"]["score"], parts["c"]["score"]) == (50, 100)


def test_openness_shows_the_level_each_expert_gave():
    tree = figure("open")
    assert tree["parts"][0]["in_figure"]["levels"] == {"E1": 1, "E2": 3, "E3": 2}
    middles = [median(part["in_figure"]["levels"].values()) for part in tree["parts"]]
    assert tree["score"] == pytest.approx(20 * sum(middles) / len(middles), abs=1e-9)


def test_a_gap_is_law_minus_practice():
    tree = figure("DRAWN:gap")
    law, practice = tree["parts"]
    assert tree["published"] == pytest.approx(law["published"] - practice["published"], abs=1e-9)
    assert figure("DRAWN:nothing") is None
