"""Tidy data of single experts: submissions, answers, evidence; for the coordinator only."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wb6assess.model.assessment import EPOCH, Answer, Document, Identity, Value
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument, Vignette
from wb6assess.reports.tidy.codebook import Instruments, answerable
from wb6assess.reports.tidy.tables import (
    COUNTRY,
    INSTRUMENT,
    ITEM,
    ROUND,
    TO_ITEM,
    Reference,
    Row,
    Table,
    count,
    joined,
    moment,
    number,
    text,
    truth,
)
from wb6assess.scoring.states import AnswerSheet

_TO_SUBMISSION = Reference(("submission",), "submissions", ("submission",))
_SUBMISSION = text("submission", "SHA-256 of the content: tells submissions apart.")
_EXPERT = text("expert", "Code of the expert.")


@dataclass(frozen=True, slots=True)
class Submission:
    """A document that was received: what became of it, and the file it came in first."""

    document: Document
    content_hash: str
    outcome: str
    file: str
    sha256: str


def submissions(received: Iterable[Submission], scored: frozenset[str]) -> Table:
    """One row for each content received; `scored` holds the hashes of those that count."""
    held = tuple(received)
    return Table(
        "submissions",
        "submissions.csv",
        "Every content that experts sent",
        (
            _SUBMISSION,
            COUNTRY,
            ROUND,
            INSTRUMENT,
            text("instrument_version", "Version of the questionnaire."),
            _EXPERT,
            count("revision", "Number of the handed-in state."),
            text("status", "State of the revision.", ("draft", "submitted", "withdrawn")),
            text("outcome", "What became of it (docs/formats.md, outcomes of a file)."),
            truth("scored", "Whether the scores rest on it."),
            truth("sample", "Whether the answers are invented."),
            moment("updated_at", "Last change, as the file says."),
            text("file", "Name of the file it came in."),
            text("sha256", "SHA-256 of the file's bytes."),
        ),
        ("submission",),
        lambda: (_submission(item, scored) for item in held),
    )


def responses(
    effective: Mapping[str, Document], framework: Framework, instruments: Instruments
) -> Table:
    """One row for each question an expert said something to; keys are content hashes."""
    numeric = {key: _numeric(instrument) for key, instrument in instruments.items()}
    return Table(
        "responses",
        "answers.csv",
        "Every answer that is scored, with everything the expert said",
        (
            _SUBMISSION,
            COUNTRY,
            ROUND,
            INSTRUMENT,
            _EXPERT,
            ITEM,
            text("state", "How it enters the score; empty for what is never scored."),
            text(
                "value",
                "The answer: level, code, number, date or text; several codes separated by “|”; a grid "
                "as JSON. Labels stand in choices.",
            ),
            number("number", "The answer as a number, where it is a level or a number."),
            number("score", "Score 0–100 after caps."),
            number("uncapped", "Score before caps."),
            text("confidence", "How sure the expert is.", ("low", "medium", "high")),
            text("justification", "The expert's reasons."),
            text("comments", "Comments on findings and replies to queries, as JSON."),
            count("evidence", "Items of evidence."),
        ),
        ("submission", "item"),
        lambda: (
            row
            for digest, document in effective.items()
            for row in _answers(
                digest, document, framework, instruments, numeric[document.identity.instrument]
            )
        ),
        (_TO_SUBMISSION, TO_ITEM),
    )


def evidence(effective: Mapping[str, Document], instruments: Instruments) -> Table:
    """One row for each item of evidence behind a scored submission's answers."""
    names = ("title", "issuer", "citation", "date", "reference", "url", "page", "quote", "file")
    return Table(
        "evidence",
        "evidence.csv",
        "Evidence behind the answers",
        (
            _SUBMISSION,
            INSTRUMENT,
            ITEM,
            count("position", "Place in the expert's list, from 1."),
            text("kind", "Kind of evidence."),
            text("grade", "Strength by kind.", ("A", "B", "C")),
            *(text(name, f"{name.capitalize()} as the expert gave it.") for name in names),
            text("sha256", "SHA-256 of the attached file."),
        ),
        ("submission", "item", "position"),
        lambda: (
            (
                *(digest, document.identity.instrument, item, place, piece.kind, piece.grade.value),
                *(getattr(piece, name) for name in names),
                piece.sha256,
            )
            for digest, document in effective.items()
            for item, answer in _in_order(document, instruments)
            for place, piece in enumerate(answer.evidence, start=1)
        ),
        (_TO_SUBMISSION, TO_ITEM),
    )


def _submission(item: Submission, scored: frozenset[str]) -> Row:
    document = item.document
    key: Identity = document.identity
    return (
        *(item.content_hash, key.country, key.round, key.instrument, key.instrument_version, key.expert),
        *(document.revision, document.status.value, item.outcome),
        *(item.content_hash in scored, document.sample),
        None if document.updated_at == EPOCH else document.updated_at,
        *(item.file, item.sha256),
    )


def _in_order(document: Document, instruments: Instruments) -> Iterator[tuple[str, Answer]]:
    instrument = instruments[document.identity.instrument]
    answers = dict(document.answers.items())  # they may come packed: unpacked once
    return ((item, answers[item]) for item in instrument.answerable() if item in answers)


def _answers(
    digest: str,
    document: Document,
    framework: Framework,
    instruments: Instruments,
    numeric: frozenset[str],
) -> Iterator[Row]:
    key = document.identity
    instrument = instruments[key.instrument]
    sheet = AnswerSheet(
        instrument,
        dict(document.answers.items()),
        key.country,
        na_justification_min=framework.parameters.na_justification_min,
    )
    head = (digest, key.country, key.round, key.instrument, key.expert)
    for item, answer in _in_order(document, instruments):
        yield *head, item, *_answer(item, answer, sheet, numeric)
        for field_id, value in answer.fields.items():
            name = f"{item}.{field_id}"
            yield *head, name, "", *_value(name, value, numeric), *[None] * 6


def _answer(item: str, answer: Answer, sheet: AnswerSheet, numeric: frozenset[str]) -> Row:
    rated = item in sheet.instrument.by_id
    score = sheet.score(item) if rated else None
    given = answer.state.value if answer.state else ""
    return (
        sheet.state(item).value if rated else given,
        *_value(item, answer.value, numeric),
        score.score if score else None,
        score.uncapped if score else None,
        answer.confidence.value if answer.confidence else None,
        answer.justification,
        json.dumps(dict(answer.comments), ensure_ascii=False) if answer.comments else "",
        len(answer.evidence),
    )


def _value(name: str, value: Value | None, numeric: frozenset[str]) -> tuple[str, float | int | None]:
    match value:
        case None:
            return "", None
        case int():
            return str(value), value
        case str():
            return value, float(value) if name in numeric else None
        case tuple():
            return joined(value), None
    return json.dumps({row: dict(cells) for row, cells in value.items()}, ensure_ascii=False), None


def _numeric(instrument: Instrument) -> frozenset[str]:
    """Names of the questions that are answered with a number."""
    return frozenset(
        name
        for name, question in answerable(instrument)
        if not isinstance(question, Vignette) and question.type.value == "numeric"
    )
