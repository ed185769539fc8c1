"""Hypothesis strategies: documents over a small questionnaire with every type of question."""

from collections.abc import Mapping
from datetime import UTC, datetime

from hypothesis import strategies as st

from tests.builders import LADDER, indicator, instrument, pillar
from wb6assess.exchange.texts import tidy
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
from wb6assess.model.instrument import Column, Field, Instrument, Option, Vignette
from wb6assess.model.values import Question
from wb6assess.model.vocabulary import FieldType, IndicatorType

OPTIONS = tuple(Option(key, key.title(), score=50.0, points=1.0) for key in ("law", "guide", "web"))
_AXES = {
    "rows": (Column("y2024", "2024"), Column("y2025", "2025")),
    "columns": (Column("filed", "Filed"), Column("cleared", "Cleared")),
}


def _field(kind: FieldType) -> Field:
    return Field(f"f_{kind.value}", kind, f"A {kind.value} fact", OPTIONS, levels=LADDER, **_AXES)


def every_type() -> Instrument:
    """One indicator of each type, one field of each type, a context question, a vignette."""
    return instrument(
        pillar(
            "P1",
            indicator("T-level", fields=tuple(_field(kind) for kind in FieldType), sensitive=True),
            indicator("T-yesno", IndicatorType.YESNO),
            indicator("T-single", IndicatorType.SINGLE, options=OPTIONS),
        ),
        pillar(
            "P2",
            indicator("T-multi", IndicatorType.MULTI, options=OPTIONS),
            indicator("T-numeric", IndicatorType.NUMERIC, worst=0.0, best=40.0, plausible=(0, 1000)),
            indicator("T-text", IndicatorType.TEXT),
        ),
        context=(_field(FieldType.TEXT), _field(FieldType.GRID)),
        vignettes=(Vignette("V1", "A drawn country", "It screens everything.", "T-level"),),
    )


EVERY_TYPE = every_type()

texts = st.text(max_size=40).map(tidy)
said = texts.filter(bool)
numbers = st.integers(-(10**17), 10**17) | st.decimals(
    -(10**6), 10**6, places=3, allow_nan=False, allow_infinity=False
).map(lambda number: format(number, "f").rstrip("0")).filter(lambda text: not text.endswith("."))


def _values(question: Question) -> st.SearchStrategy[Value]:
    """Values a question may hold, in the form files hold them."""
    if isinstance(question, Vignette) or question.type in {IndicatorType.LEVEL, FieldType.LEVEL}:
        return st.integers(0, 5)
    by_type: Mapping[str, st.SearchStrategy[Value]] = {
        "yesno": st.sampled_from(["yes", "no"]),
        "single": st.sampled_from([option.key for option in OPTIONS]),
        "multi": st.sets(st.sampled_from(range(len(OPTIONS)))).map(
            lambda chosen: tuple(OPTIONS[place].key for place in sorted(chosen))
        ),
        "numeric": numbers,
        "date": st.dates().map(lambda day: day.isoformat()),
        "text": said,
        "grid": st.dictionaries(
            st.sampled_from(["y2024", "y2025"]),
            st.dictionaries(st.sampled_from(["filed", "cleared"]), numbers, min_size=1),
        ),
    }
    return by_type[question.type.value]


evidence = st.builds(
    Evidence,
    kind=st.sampled_from(sorted(EVIDENCE_GRADES)),
    title=texts,
    citation=texts,
    issuer=texts,
    date=texts,
    reference=texts,
    url=texts,
    page=texts,
    quote=texts,
    file=st.sampled_from(["", "zakon č. 5.pdf", "Закон.docx"]),
    sha256=st.sampled_from(["", "0" * 64, "9af" * 21 + "b"]),
)


def answers(question: Question) -> st.SearchStrategy[Answer]:
    """Answers to one question; value and state exclude each other."""
    parts = {
        "confidence": st.none() | st.sampled_from(Confidence),
        "justification": texts,
        "evidence": st.lists(evidence, max_size=2).map(tuple),
        "fields": st.fixed_dictionaries(
            {}, optional={item.id: _values(item) for item in getattr(question, "fields", ())}
        ),
        "comments": st.dictionaries(
            st.sampled_from(["X1", "evidence-missing", "query:0198c1de-7a00-7000-8000-00000000000a"]),
            said,
            max_size=2,
        ),
    }
    return st.builds(Answer, value=st.none() | _values(question), **parts) | st.builds(
        Answer, state=st.sampled_from(SpecialState), **parts
    )


identities = st.builds(
    Identity,
    country=st.sampled_from(["AL", "BA", "XK"]),
    instrument=st.just(EVERY_TYPE.id),
    instrument_version=st.just(EVERY_TYPE.version),
    round=st.just("2026"),
    expert=st.sampled_from(["E01", "e.2", "b_3-x"]),
)

_QUESTIONS: Mapping[str, Question] = {
    **EVERY_TYPE.by_id,
    **EVERY_TYPE.vignette_by_id,
    **EVERY_TYPE.context_by_id,
}

documents = st.builds(
    Document,
    identity=identities,
    revision=st.integers(1, 4),
    status=st.sampled_from(Status),
    answers=st.fixed_dictionaries(
        {}, optional={item: answers(question) for item, question in _QUESTIONS.items()}
    ).map(lambda given: {item: answer for item, answer in given.items() if not answer.empty}),
    assessment_id=st.sampled_from(["", "0198c1de-7a00-7000-8000-000000000001"]),
    updated_at=st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    sample=st.booleans(),
)


def lookup(instrument_id: str, version: str) -> Instrument:
    """The one questionnaire there is."""
    assert (instrument_id, version) == (EVERY_TYPE.id, EVERY_TYPE.version)
    return EVERY_TYPE
