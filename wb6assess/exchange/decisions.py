"""Validation records as a JSON file, read strictly and written in one form (docs/formats.md)."""

import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from wb6assess.errors import ErrorCode, FileError
from wb6assess.exchange.formats import object_of
from wb6assess.exchange.shapes import close_to, kind_of, shape_problems, text_problems
from wb6assess.exchange.texts import tidy
from wb6assess.exchange.times import moment_from
from wb6assess.exchange.written import time_as_json
from wb6assess.model.assessment import EPOCH
from wb6assess.model.decision import REASON_MIN, Action, Decision, ReasonCode

FORMAT = "wb6assess-decisions/1"

_MAX_REFERENCES = 200
_DECIMAL = re.compile(r"[0-9]{1,3}(\.[0-9]{1,17})?")
_Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
_Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$")]


class _Record(BaseModel):
    """One record; types must match exactly and no key may be unknown."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, str_max_length=100_000)

    id: _Id
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    round: _Code
    instrument: _Code
    version: _Code
    indicator: _Code
    action: str
    score: float | None = None
    reason_code: str
    reason: str
    evidence_refs: Annotated[list[str], Field(max_length=_MAX_REFERENCES)] = []
    meeting_id: str = ""
    decided_at: str | None = None
    basis_hash: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    supersedes: Annotated[list[_Id], Field(max_length=_MAX_REFERENCES)] = []


def read_decisions(data: bytes, name: str) -> tuple[Decision, ...]:
    """The records of a decisions file, in its order.

    Whether a record may be applied is judged against the ratings when files are consolidated; what
    a record says by itself is judged here.

    Args:
        data: The file's bytes.
        name: What to call the file in an error.

    Raises:
        FileError: NO_DECISIONS (`reason`), FILE_TOO_LARGE, or DECISIONS_INVALID with
            every problem of the file at once, each with its path.
    """
    raw = object_of(data, name, FORMAT, ErrorCode.NO_DECISIONS)
    problems = [
        f"{key[:60]}: no such key{close_to(key, ('format', 'decisions'))}"
        for key in raw
        if key not in {"format", "decisions"}
    ]
    problems += text_problems(dict(raw), "")
    records = list(_records(raw.get("decisions"), problems))
    problems += _twins(records)
    if problems:
        lines = tuple(tidy(line) for line in problems)
        raise FileError(ErrorCode.DECISIONS_INVALID, problems=lines, path=name, count=len(lines))
    return tuple(records)


def write_decisions(decisions: Iterable[Decision]) -> bytes:
    """A decisions file; the same records give the same bytes."""
    document = decisions_as_json(decisions)
    return (json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def decisions_as_json(decisions: Iterable[Decision]) -> dict[str, Any]:
    """What a decisions file says: the records by id, each once."""
    records = sorted(set(decisions), key=lambda record: (record.id, repr(record)))
    return {"format": FORMAT, "decisions": [decision_as_json(record) for record in records]}


def decision_as_json(record: Decision) -> dict[str, Any]:
    """One record with all its keys."""
    return {
        "id": record.id,
        "country": record.country,
        "round": record.round,
        "instrument": record.instrument,
        "version": record.version,
        "indicator": record.indicator,
        "action": record.action.value,
        "score": record.score,
        "reason_code": record.reason_code.value,
        "reason": record.reason,
        "evidence_refs": list(record.evidence_refs),
        "meeting_id": record.meeting,
        "decided_at": time_as_json(record.decided_at),
        "basis_hash": record.basis_hash,
        "supersedes": list(record.supersedes),
    }


def decision_from_json(raw: object, place: str, problems: list[str]) -> Decision | None:
    """One record; its faults are added to `problems`, each from `place` on."""
    try:
        shape = _Record.model_validate(_plain(raw) if isinstance(raw, dict) else raw)
    except ValidationError as error:
        problems.extend(shape_problems(error, place, _Record))
        return None
    found = list(_faults(shape, place))
    problems.extend(found)
    return None if found else _decision(shape)


def _plain(raw: dict[str, object]) -> dict[str, object]:
    """The keys that say something, a score in decimal text as a number: answers are read like this."""
    said = {key: value for key, value in raw.items() if value is not None}
    score = said.get("score")
    if isinstance(score, str) and _DECIMAL.fullmatch(score):
        said["score"] = float(score)
    return said


def _records(raw: object, problems: list[str]) -> Iterator[Decision]:
    if not isinstance(raw, list):
        found = "is missing" if raw is None else f"a list in brackets is needed, not {kind_of(raw)}"
        problems.append(f"decisions: {found}")
        return
    for place, item in enumerate(raw):
        record = decision_from_json(item, f"decisions[{place}]", problems)
        if record is not None:
            yield record


def _faults(shape: _Record, place: str) -> Iterator[str]:
    """What a record says wrong by itself, whatever the ratings."""
    yield from _unknown_word(shape.action, tuple(Action), f"{place}.action")
    yield from _unknown_word(shape.reason_code, tuple(ReasonCode), f"{place}.reason_code")
    if len(tidy(shape.reason).strip()) < REASON_MIN:
        yield f"{place}.reason: needs at least {REASON_MIN} characters"
    if shape.decided_at is not None and moment_from(shape.decided_at) is None:
        yield f"{place}.decided_at: not a time with its zone; write it like 2026-11-21T10:15:00Z"
    if shape.id in shape.supersedes:
        yield f"{place}.supersedes: names the record itself"
    yield from _score_faults(shape, place)


def _score_faults(shape: _Record, place: str) -> Iterator[str]:
    score = shape.score
    if score is not None and not (math.isfinite(score) and 0 <= score <= 100):
        yield f"{place}.score: scores lie between 0 and 100 (a level times 20)"
    if shape.action == Action.SET and score is None:
        yield f"{place}.score: is missing; “set” needs one (a level times 20)"
    if shape.action in {Action.NA, Action.REVOKE} and score is not None:
        yield f"{place}.score: “{shape.action}” has none"
    if shape.action == Action.REVOKE and not shape.supersedes:
        yield f"{place}.supersedes: is empty; “revoke” names the records it takes back"


def _unknown_word(word: str, known: tuple[str, ...], place: str) -> Iterator[str]:
    if word not in known:
        hint = close_to(word, known) or f"; known are {', '.join(known)}"
        yield f"{place}: {kind_of(word)} is not known{hint}"


def _decision(shape: _Record) -> Decision:
    return Decision(
        id=shape.id,
        country=shape.country,
        round=shape.round,
        instrument=shape.instrument,
        version=shape.version,
        indicator=shape.indicator,
        action=Action(shape.action),
        reason_code=ReasonCode(shape.reason_code),
        reason=tidy(shape.reason).strip(),
        score=None if shape.score is None else float(shape.score),
        evidence_refs=tuple(text for ref in shape.evidence_refs if (text := tidy(ref).strip())),
        meeting=tidy(shape.meeting_id).strip(),
        decided_at=moment_from(shape.decided_at) or EPOCH,
        basis_hash=shape.basis_hash,
        supersedes=tuple(sorted(set(shape.supersedes))),
    )


def _twins(records: Iterable[Decision]) -> Iterator[str]:
    """Ids under which the file holds different records."""
    known: dict[str, Decision] = {}
    for record in records:
        if known.setdefault(record.id, record) != record:
            yield f"decisions: two different records carry the id {record.id}"
