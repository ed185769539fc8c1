"""Documents as JSON: nothing empty is written, so that equal answers have one form."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from wb6assess.exchange.texts import tidy
from wb6assess.model.assessment import Answer, Document, Evidence, Value

FORMAT = "wb6assess-answers/1"

EXACT = 2**53 - 1
"""Beyond it other programs round integers (RFC 8785 refuses them): written as digit strings."""

EVIDENCE_KEYS = (
    "kind",
    "title",
    "issuer",
    "citation",
    "date",
    "reference",
    "url",
    "page",
    "quote",
    "file",
    "sha256",
)


def write_document(document: Document) -> bytes:
    """An answers.json: UTF-8, sorted, indented; the same document gives the same bytes."""
    text = json.dumps(document_as_json(document), ensure_ascii=False, indent=2, sort_keys=True)
    return text.encode() + b"\n"


def document_as_json(document: Document) -> dict[str, Any]:
    """The content of an answers.json (docs/formats.md)."""
    key = document.identity
    header: dict[str, Any] = {
        "id": document.assessment_id,
        "country": key.country,
        "instrument": key.instrument,
        "instrument_version": key.instrument_version,
        "round": key.round,
        "expert": key.expert,
        "revision": document.revision,
        "status": document.status.value,
        "updated_at": time_as_json(document.updated_at),
    }
    if document.sample:
        header["sample"] = True
    return {"format": FORMAT, "assessment": header, "answers": answers_as_json(document.answers)}


def answers_as_json(answers: Mapping[str, Answer]) -> dict[str, Any]:
    """Every answer that says something, by id."""
    written = ((item, answer_as_json(answer)) for item, answer in answers.items())
    return {item: answer for item, answer in written if answer}


def answer_as_json(answer: Answer) -> dict[str, Any]:
    """One answer; empty keys are left out."""
    parts: dict[str, Any] = {
        "value": None if answer.value is None else value_as_json(answer.value),
        "state": answer.state.value if answer.state else None,
        "confidence": answer.confidence.value if answer.confidence else None,
        "justification": tidy(answer.justification),
        "evidence": [_evidence_as_json(item) for item in answer.evidence],
        "fields": {key: value_as_json(value) for key, value in answer.fields.items() if value != ""},
        "comments": {key: tidy(text) for key, text in answer.comments.items() if text},
    }
    return {key: part for key, part in parts.items() if part or (key == "value" and _said(part))}


def value_as_json(value: Value) -> Any:
    """A value as JSON holds it: int, string, list of option keys, object of objects."""
    match value:
        case str():
            return tidy(value)
        case int():
            return value if abs(value) <= EXACT else str(value)
        case tuple():
            return list(value)
    return {
        row: {column: value_as_json(number) for column, number in cells.items()}
        for row, cells in value.items()
    }


def time_as_json(moment: datetime) -> str:
    """RFC 3339 in UTC, fractions of a second only when there are any."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _said(value: object) -> bool:
    """Zero and an emptied choice are answers; an empty text is none."""
    return value is not None and value != ""


def _evidence_as_json(item: Evidence) -> dict[str, str]:
    pairs = ((key, tidy(getattr(item, key))) for key in EVIDENCE_KEYS)
    return {key: text for key, text in pairs if text}
