"""A questionnaire with every kind of question and condition, and answers drawn for it."""

import random
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from tests import builders
from wb6assess.exchange.digest import content_hash
from wb6assess.model.assessment import (
    EVIDENCE_GRADES,
    Answer,
    Confidence,
    Document,
    Evidence,
    Identity,
    SpecialState,
    Status,
    Value,
)
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
from wb6assess.model.framework import Framework, Parameters
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
from wb6assess.reports.assessment import AssessmentReport, assessment_report

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


def report_of(
    document: Document, instrument: Instrument, parameters: Parameters | None = None
) -> AssessmentReport:
    """The scored report of a drawn document."""
    return assessment_report(
        framework_for(instrument, parameters), instrument, document, _hash(document)
    )


def framework_for(instrument: Instrument, parameters: Parameters | None = None) -> Framework:
    """The six countries around one questionnaire."""
    return builders.framework(instrument, parameters=parameters)


def document_of(
    instrument: Instrument, answers: Mapping[str, Answer], country: str = "XK", **more: Any
) -> Document:
    """A handed-in document with these answers."""
    identity = Identity(country, instrument.id, instrument.version, "2026", "E01")
    given: dict[str, Any] = {
        "revision": 3,
        "status": Status.SUBMITTED,
        "assessment_id": "0198c0de",
        "updated_at": datetime(2026, 11, 21, 10, 15, tzinfo=UTC),
        **more,
    }
    return Document(identity, answers=answers, **given)


def _hash(document: Document) -> str:
    try:
        return content_hash(document)
    except (ValueError, UnicodeEncodeError):
        return "0" * 64  # texts no file can hold have no digest


# Values of every kind of question.

TEXTS = st.one_of(
    st.sampled_from(
        [
            *(
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "https://example.org",
                "Ministry",
                "'quoted",
                '"',
                "x<y&z",
            ),
            *(
                "ë ç š đ č ć ž Ѓ ѓ Ќ ќ Љ Њ Џ Ђ Ћ",
                "two\nlines\n",
                "a\r\nb\rc",
                "tab\tand  spaces ",
                "_x0041_",
            ),
            *("5", "05", "3.50", "TRUE", "2024-05-01", "#N/A", "–", "   ", "\x01bell", "😀" * 5),
            *("; ; ;", "None", "long " * 9000, "\ufffe\uffff", "e\u0301", "\ud800"),
        ]
    ),
    st.text(max_size=40),
)
NUMBERS = st.one_of(
    st.integers(-5, 500),
    st.integers(-(10**17), 10**17),
    st.sampled_from(["0.1", "3.50", "12.25", "0.12345678901234567", "-0.5", "1000000.75"]),
)
_DAYS = st.dates().map(lambda day: day.isoformat())


def value_of_kind(kind: str, question: Any) -> st.SearchStrategy[Value]:
    """Any value files may hold for a question of this kind, implausible ones included."""
    keys = [option.key for option in getattr(question, "options", ())]
    match kind:
        case "level" | "vignette":
            return st.integers(0, 5)
        case "yesno":
            return st.sampled_from(["yes", "no"])
        case "single":
            return st.sampled_from(keys)
        case "multi":
            return st.lists(st.sampled_from(keys), unique=True, max_size=4).map(tuple)
        case "numeric":
            return NUMBERS
        case "date":
            return _DAYS
        case "grid":
            columns = st.dictionaries(st.sampled_from([c.key for c in question.columns]), NUMBERS)
            return st.dictionaries(st.sampled_from([r.key for r in question.rows]), columns)
    return TEXTS


def _value(question: Any) -> st.SearchStrategy[Value]:
    if isinstance(question, Vignette):
        return st.integers(0, 5)
    return value_of_kind(question.type.value, question)


EVIDENCE = st.builds(
    Evidence,
    kind=st.sampled_from(sorted(EVIDENCE_GRADES)),
    **{
        name: st.one_of(st.just(""), TEXTS)
        for name in ("title", "citation", "date", "page", "quote", "url")
    },
)


def answers_to(question: Any, comments: list[str]) -> st.SearchStrategy[Answer]:
    """Any answer to one question."""
    fields = getattr(question, "fields", ())
    given = st.fixed_dictionaries({}, optional={f.id: value_of_kind(f.type.value, f) for f in fields})
    said = st.one_of(
        st.none(), st.sampled_from(SpecialState), _value(question), _value(question), _value(question)
    )

    def build(
        said: Any, confidence: Any, reason: str, evidence: Any, fields: Any, comments: Any
    ) -> Answer:
        special = said if isinstance(said, SpecialState) else None
        return Answer(
            None if special else said, special, confidence, reason, tuple(evidence), fields, comments
        )

    return st.builds(
        build,
        said,
        st.one_of(st.none(), st.sampled_from(Confidence)),
        st.one_of(st.just(""), st.just("Competence lies at entity level."), TEXTS),
        st.lists(EVIDENCE, max_size=2),
        given,
        st.dictionaries(st.sampled_from(comments), TEXTS.filter(bool), max_size=1)
        if comments
        else st.just({}),
    )


def documents(instrument: Instrument) -> st.SearchStrategy[Document]:
    """Any document for an instrument."""
    questions: dict[str, Any] = {
        **instrument.by_id,
        **instrument.vignette_by_id,
        **instrument.context_by_id,
    }
    checks = ["evidence-missing", "X2", "own remark"]
    each = {
        item: answers_to(question, checks if item in instrument.by_id else [])
        for item, question in questions.items()
    }
    return st.builds(
        lambda answers, country, sample, status: document_of(
            instrument, answers, country, sample=sample, status=status
        ),
        st.fixed_dictionaries({}, optional=each),
        st.sampled_from(["AL", "BA", "ME", "XK"]),
        st.booleans(),
        st.sampled_from(Status),
    )


def plain_document(instrument: Instrument, seed: int) -> Document:
    """A document as experts hand them in: mostly levels, some N/A, "don't know", gaps."""
    draw = random.Random(seed)
    answers: dict[str, Answer] = {}
    for item in instrument.indicators():
        chance = draw.random()
        if chance < 0.12:
            continue
        evidence = (Evidence("law", citation="Act 1"),) if draw.random() < 0.4 else ()
        reason = draw.choice(["", "Short.", "Competence lies at entity level only."])
        fields = {
            f.id: value
            for f in item.fields
            if draw.random() < 0.7 and (value := _plain_value(f, draw)) is not None
        }
        if chance < 0.3:
            answers[item.id] = Answer(
                None, draw.choice(list(SpecialState)), None, reason, evidence, fields
            )
        else:
            answers[item.id] = Answer(
                _plain_value(item, draw), None, Confidence.HIGH, reason, evidence, fields
            )
    for question in instrument.context:
        if draw.random() < 0.5:
            answers[question.id] = Answer(_plain_value(question, draw))
    country = draw.choice(["AL", "BA", "ME", "MK", "RS", "XK"])
    return document_of(instrument, answers, country)


def _plain_value(question: Any, draw: random.Random) -> Value | None:
    keys = [option.key for option in question.options]
    match question.type.value:
        case "level" | "vignette":
            return draw.randrange(6)
        case "yesno":
            return draw.choice(["yes", "no"])
        case "single":
            return draw.choice(keys)
        case "multi":
            return tuple(key for key in keys if draw.random() < 0.4) or (keys[0],)
        case "numeric":
            low, high = question.plausible or (0, 200)
            return draw.choice([int(low), int(high), 30, 60, 90, "37.5", "12.25", int((low + high) / 2)])
        case "date":
            return draw.choice(["2019-12-31", "2020-01-01", "2025-03-04"])
        case "grid":
            return {question.rows[0].key: {question.columns[0].key: draw.randrange(50)}}
    return draw.choice(["Ministry", "Agency"])
