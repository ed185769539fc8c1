"""Answers drawn for a questionnaire: anything that fits, and what experts usually hand in."""

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
from wb6assess.model.framework import Framework, Parameters
from wb6assess.model.instrument import (
    Instrument,
    Vignette,
)
from wb6assess.reports.assessment import AssessmentReport, assessment_report


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
