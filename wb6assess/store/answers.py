"""The current answers: model objects to columns and back."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from wb6assess.model.assessment import Answer, Confidence, Evidence, SpecialState, Value
from wb6assess.store.prepared import Prepared
from wb6assess.store.tables import AnswerRow, EvidenceRow

_json = json.JSONEncoder(ensure_ascii=False, default=dict).encode
_EVIDENCE = tuple(part.name for part in fields(Evidence))

_COLUMNS = ("value", "state", "confidence", "justification", "fields", "comments")
_ADD = Prepared(
    insert(AnswerRow).values({name: bindparam(name) for name in ("assessment_id", "item", *_COLUMNS)})
)
_CHANGE = Prepared(
    update(AnswerRow)
    .where(AnswerRow.assessment_id == bindparam("of"), AnswerRow.item == bindparam("about"))
    .values({name: bindparam(name) for name in _COLUMNS})
)
_REMOVE = delete(AnswerRow).where(
    AnswerRow.assessment_id == bindparam("of"), AnswerRow.item == bindparam("about")
)
_ADD_EVIDENCE = insert(EvidenceRow)
_REMOVE_EVIDENCE = delete(EvidenceRow).where(
    EvidenceRow.assessment_id == bindparam("of"), EvidenceRow.item == bindparam("about")
)


def load_answers(connection: Connection, assessment_id: str) -> dict[str, Answer]:
    """Every stored answer by id of its question."""
    evidence = _load_evidence(connection, assessment_id)
    rows = connection.execute(
        select(AnswerRow.__table__).where(AnswerRow.assessment_id == assessment_id)
    )
    return {
        row.item: Answer(
            value=None if row.value is None else value_from_json(json.loads(row.value)),
            state=SpecialState(row.state) if row.state else None,
            confidence=Confidence(row.confidence) if row.confidence else None,
            justification=row.justification,
            evidence=tuple(evidence.get(row.item, ())),
            fields=_values_from_json(json.loads(row.fields)),
            comments=json.loads(row.comments),
        )
        for row in rows
    }


def save_answer(
    connection: Connection, assessment_id: str, item: str, before: Answer, after: Answer
) -> None:
    """Make `after` the current answer where `before` is stored; an empty answer is no row."""
    key = {"of": assessment_id, "about": item}
    if after.evidence != before.evidence and before.evidence:
        connection.execute(_REMOVE_EVIDENCE, key)
    if after.empty:
        connection.execute(_REMOVE, key)
        return
    if before.empty:
        _ADD.execute(connection, {"assessment_id": assessment_id, "item": item, **_columns(after)})
    else:
        _CHANGE.execute(connection, {**key, **_columns(after)})
    if after.evidence != before.evidence and after.evidence:
        rows = [
            {"assessment_id": assessment_id, "item": item, "position": place, **asdict(piece)}
            for place, piece in enumerate(after.evidence)
        ]
        connection.execute(_ADD_EVIDENCE, rows)


def answer_as_text(answer: Answer) -> str | None:
    """A whole answer as the history keeps it: JSON without empty parts; None for no answer."""
    parts: dict[str, Any] = {
        "value": answer.value,
        "state": answer.state,
        "confidence": answer.confidence,
        "justification": answer.justification,
        "evidence": [_texts(piece) for piece in answer.evidence],
        "fields": answer.fields,
        "comments": answer.comments,
    }
    said = {name: part for name, part in parts.items() if part not in (None, "", [], {})}
    if answer.value is not None:
        said["value"] = answer.value
    return _json(said) if said else None


def answer_from_text(text: str | None) -> Answer:
    """The answer `answer_as_text` wrote."""
    raw = json.loads(text or "{}")
    return Answer(
        value=value_from_json(raw.get("value")),
        state=SpecialState(raw["state"]) if "state" in raw else None,
        confidence=Confidence(raw["confidence"]) if "confidence" in raw else None,
        justification=raw.get("justification", ""),
        evidence=tuple(Evidence(**piece) for piece in raw.get("evidence", ())),
        fields=_values_from_json(raw.get("fields", {})),
        comments=raw.get("comments", {}),
    )


def value_from_json(raw: Any) -> Any:
    """A value as the model holds it: JSON's lists are tuples there."""
    return tuple(raw) if isinstance(raw, list) else raw


def _texts(piece: Evidence) -> dict[str, str]:
    named = ((name, getattr(piece, name)) for name in _EVIDENCE)
    return {name: text for name, text in named if text}


def _load_evidence(connection: Connection, assessment_id: str) -> Mapping[str, list[Evidence]]:
    rows = connection.execute(
        select(EvidenceRow.__table__)
        .where(EvidenceRow.assessment_id == assessment_id)
        .order_by(EvidenceRow.item, EvidenceRow.position)
    )
    found: dict[str, list[Evidence]] = {}
    for row in rows:
        piece = Evidence(**{name: getattr(row, name) for name in _EVIDENCE})
        found.setdefault(row.item, []).append(piece)
    return found


def _columns(answer: Answer) -> dict[str, str | None]:
    return {
        "value": None if answer.value is None else _json(answer.value),
        "state": answer.state.value if answer.state else None,
        "confidence": answer.confidence.value if answer.confidence else None,
        "justification": answer.justification,
        "fields": _json(answer.fields) if answer.fields else "{}",
        "comments": _json(answer.comments) if answer.comments else "{}",
    }


def _values_from_json(raw: Mapping[str, Any]) -> dict[str, Value]:
    return {name: value_from_json(value) for name, value in raw.items()}
