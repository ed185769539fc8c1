"""A questionnaire with every kind of question and condition."""

from tests import builders
from wb6assess.model.conditions import (
    All,
    Answered,
    AnswerRef,
    Compare,
    CountryIs,
    FieldRef,
    HasEvidence,
    Not,
    Op,
    Sum,
)
from wb6assess.model.conditions import Any as AnyOf
from wb6assess.model.instrument import (
    Anchor,
    Cap,
    Check,
    Column,
    Field,
    Instrument,
    Option,
    Requirement,
    Source,
    Vignette,
)
from wb6assess.model.vocabulary import (
    Direction,
    FieldType,
    IndicatorType,
    Method,
    Polarity,
    Severity,
    SkipEffect,
)

BASES = (Option("none", "None"), Option("draft", "Draft; not public"), Option("force", "In force?"))
DUTIES = (
    Option("law", "Law", points=2),
    Option("guide", "Guidance, printed", points=1),
    Option("harm", "Harm", points=-1),
    Option("zero", "None of these", exclusive=True),
)
GRADED = (
    Option("low", "Low", score=10),
    Option("mid", "Middle", score=55.5),
    Option("top", "Top", score=100),
)


def every_type() -> Instrument:
    """Four pillars: all types, skips of both kinds, cascades, caps, N/A by design, weights of 0."""
    indicator, ref = builders.indicator, AnswerRef
    law = builders.pillar(
        "T-1",
        indicator(
            "T-1.1",
            weight=3,
            require=Requirement(4, 4),
            fields=_fields(),
            anchors=(Anchor("act", "Art. 1"), Anchor("next", "Art. 2", forward=True)),
            evidence=("law", "court"),
            guide="Read the words.",
        ),
        indicator("T-1.2", IndicatorType.YESNO, weight=2),
        indicator("T-1.3", IndicatorType.YESNO, weight=1, polarity=Polarity.NEGATIVE, sensitive=True),
        indicator("T-1.4", IndicatorType.MULTI, weight=2, options=DUTIES),
        indicator("T-1.5", IndicatorType.SINGLE, weight=1.5, options=GRADED),
        weight=3,
    )
    practice = builders.pillar(
        "T-2",
        indicator(
            "T-2.1",
            IndicatorType.NUMERIC,
            thresholds=(180.0, 120.0, 90.0, 60.0, 30.0),
            direction=Direction.LOWER,
            plausible=(0.0, 400.0),
        ),
        indicator("T-2.2", IndicatorType.NUMERIC, weight=2, worst=0.0, best=40.5),
        indicator(
            "T-2.3",
            weight=2,
            ask_if=Compare(ref("T-1.1"), Op.GE, 2),
            skip_effect=SkipEffect.SCORE_ZERO,
            caps=(
                Cap(Compare(FieldRef("T-1.1", "basis"), Op.EQ, "draft"), 2, "only a draft"),
                Cap(Compare(ref("T-1.4"), Op.IN, ("harm", "guide")), 3, "harm is done"),
            ),
        ),
        indicator(
            "T-2.4",
            ask_if=AnyOf((Compare(ref("T-2.3"), Op.GT, 1), Not(CountryIs(("AL", "BA"))))),
            skip_effect=SkipEffect.EXCLUDE,
        ),
        indicator(
            "T-2.5",
            na_for={"XK": "not a member"},
            na_allowed=False,
            caps=(Cap(Not(HasEvidence("T-2.3")), 4, "no evidence"),),
        ),
        weight=2,
        method=Method.GEOMETRIC,
    )
    outcome = builders.pillar(
        "T-3",
        indicator(
            "T-3.1",
            ask_if=All((Answered("T-1.2"), Compare(ref("T-1.2"), Op.EQ, "yes"))),
            skip_effect=SkipEffect.EXCLUDE,
        ),
        indicator(
            "T-3.2",
            ask_if=Compare(ref("T-3.1"), Op.GE, ref("T-1.1")),
            skip_effect=SkipEffect.EXCLUDE,
        ),
        indicator("T-3.3", weight=0),
        indicator("T-3.4", IndicatorType.TEXT),
        weight=1,
        method=Method.MIN,
    )
    empty = builders.pillar("T-4", indicator("T-4.1", IndicatorType.TEXT), weight=1)
    return builders.instrument(
        law,
        practice,
        outcome,
        empty,
        id="every-type",
        title="Every type & more",
        checks=_checks(),
        context=_context(),
        vignettes=(Vignette("T-V1", "An invented country", "It has a law.", "T-1.1"),),
        sources=(Source("act", "Regulation 1"), Source("next", "Regulation 2")),
        digest="d" * 64,
    )


def _fields() -> tuple[Field, ...]:
    cases = (Column("y2024", "2024"), Column("y2025", "2025"))
    counted = (Column("filed", "Filed"), Column("closed", "Closed"))
    return (
        Field("basis", FieldType.SINGLE, "Legal basis", options=BASES),
        Field(
            "since",
            FieldType.DATE,
            "In force since",
            ask_if=Compare(FieldRef("T-1.1", "basis"), Op.EQ, "force"),
        ),
        Field("duties", FieldType.MULTI, "Duties", options=DUTIES),
        Field("filed", FieldType.NUMERIC, "Filed", unit="cases", plausible=(0.0, 1000.0)),
        Field("closed", FieldType.NUMERIC, "Closed"),
        Field("office", FieldType.TEXT, "Office"),
        Field("public", FieldType.YESNO, "Public", na_for={"ME": "no such register"}),
        Field("depth", FieldType.LEVEL, "Depth", levels=builders.LADDER),
        Field("cases", FieldType.GRID, "Cases", rows=cases, columns=counted),
    )


def _checks() -> tuple[Check, ...]:
    filed, closed = FieldRef("T-1.1", "filed"), FieldRef("T-1.1", "closed")
    since = FieldRef("T-1.1", "since")
    return (
        Check(
            "X1",
            AnyOf((Compare(Sum((filed, closed)), Op.GT, 100), Compare(closed, Op.GT, filed))),
            Severity.BLOCK,
            "Closed is more than “filed”.",
            ("T-1.1", "T-2.1"),
        ),
        Check("X2", Compare(since, Op.LT, "2020-01-01"), Severity.COMMENT, "Old law.", ("T-1.1",)),
        Check(
            "X3",
            All((Compare(AnswerRef("T-1.4"), Op.EQ, ("law", "guide")), Not(Answered("T-2.2")))),
            Severity.WARN,
            "Law and guidance only.",
            ("T-1.4",),
        ),
        Check(
            "X4",
            AnyOf((Compare(AnswerRef("T-1.5"), Op.NE, "top"), Compare(AnswerRef("T-C2"), Op.EQ, "no"))),
            Severity.INFO,
            "Not at the top.",
            ("T-1.5", "T-C2"),
        ),
        Check(
            "X5",
            Compare(FieldRef("T-1.1", "office"), Op.EQ, "Ministry"),
            Severity.INFO,
            "The ministry.",
            ("T-1.1",),
        ),
        Check(
            "X6",
            Compare(FieldRef("T-1.1", "office"), Op.GT, "M"),
            Severity.INFO,
            "After M.",
            ("T-1.1",),
        ),
    )


def _context() -> tuple[Field, ...]:
    return (
        Field("T-C1", FieldType.MULTI, "Main obstacle", options=DUTIES),
        Field("T-C2", FieldType.YESNO, "Support"),
        Field(
            "T-C3",
            FieldType.GRID,
            "Shares",
            rows=(Column("eu", "EU"), Column("other", "Other")),
            columns=(Column("share", "Share"),),
        ),
        Field("T-C4", FieldType.TEXT, "Recommendations", sensitive=True),
    )
