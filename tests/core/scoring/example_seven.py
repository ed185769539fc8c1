"""Examples 6 and 7 of methodology 15 as questionnaires, answers and records."""

from tests.builders import indicator, instrument, pillar
from wb6assess.model.assessment import Answer
from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.model.framework import Country, Domain, Framework
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.country import score_region

ONE = instrument(
    pillar("p1", indicator("x1", weight=2), indicator("x2"), weight=3),
    pillar("p2", indicator("x3"), indicator("x4")),
    id="one",
)
TWO = instrument(
    pillar("p3", indicator("x5"), indicator("x6", weight=3), indicator("x7", weight=0)), id="two"
)
BOTH = {"one": ONE, "two": TWO}
FRAMEWORK = Framework(
    "drawn",
    "Drawn",
    (Country("XA", "Drawn A"), Country("XB", "Drawn B")),
    (Domain("D1", "one", 2, core=True), Domain("D2", "two", 1, core=True)),
)


def answers(**levels):
    return {item: Answer(level) for item, level in levels.items()}


SUBMISSIONS = {
    "XA": {
        "one": [
            ("E1", answers(x1=2, x2=1, x3=5, x4=0)),
            ("E2", answers(x1=3, x2=1, x3=5, x4=0)),
            ("E3", answers(x1=1, x2=2, x4=1)),
        ],
        "two": [("E1", answers(x6=4)), ("E2", answers(x6=4)), ("E3", answers(x5=3, x6=5))],
    },
    "XB": {
        "one": [(f"F{n}", answers(x1=3, x2=2, x3=2, x4=2)) for n in (1, 2, 3)],
        "two": [(f"F{n}", answers(x5=2, x6=3)) for n in (1, 2, 3)],
    },
}


def record(name, country, item, action, score=None, **more):
    return Decision(
        name, country, "2026", "two", "2026.1", item, action, ReasonCode.FACTUAL_ERROR,
        "Settled with the register at hand.", score, ("OG 1/2026",), **more,
    )  # fmt: skip


RECORDS = (
    record("r1", "XB", "x6", Action.CONFIRM),
    record("r2", "XA", "x7", Action.SET, 0.0),
    record("r3", "XB", "x7", Action.SET, 0.0),
)


def analysis(framework=FRAMEWORK, submissions=SUBMISSIONS, records=RECORDS):
    return Analysis(framework, BOTH, score_region(framework, BOTH, submissions, records))
