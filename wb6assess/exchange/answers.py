"""An expert's answers as a JSON file, read strictly and written in one form (docs/formats.md)."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from wb6assess.errors import ErrorCode, FileError, InstrumentError
from wb6assess.exchange.formats import OURS, another_kind
from wb6assess.exchange.shapes import (
    CHOICES,
    AnswerShape,
    EvidenceShape,
    HeaderShape,
    close_to,
    kind_of,
    shape_problems,
    text_problems,
)
from wb6assess.exchange.strict_json import parse_object
from wb6assess.exchange.texts import tidy
from wb6assess.exchange.times import moment_from
from wb6assess.exchange.values import ValueRefusedError, value_from_json
from wb6assess.exchange.written import (
    EVIDENCE_KEYS,
    FORMAT,
    answer_as_json,
    document_as_json,
    write_document,
)
from wb6assess.model.assessment import (
    Answer,
    Confidence,
    Document,
    Evidence,
    Identity,
    SpecialState,
    Status,
    Value,
)
from wb6assess.model.instrument import Instrument
from wb6assess.model.values import Question

__all__ = [
    "Lookup",
    "answer_as_json",
    "answers_from_json",
    "document_as_json",
    "document_from_json",
    "read_document",
    "write_document",
]

_FOR_OTHERS = {
    "decisions": ErrorCode.HOLDS_DECISIONS,
    "queries": ErrorCode.HOLDS_QUERIES,
    "part": ErrorCode.HOLDS_PART,
}
"""Files of ours that somebody takes in elsewhere."""

Lookup = Callable[[str, str], Instrument]
"""Instrument by id and version; raises InstrumentError when the application has none."""

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_COMMENT_KEY = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,39}|query:[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def read_document(data: bytes, lookup: Lookup, name: str) -> Document:
    """The document an answers.json holds.

    Args:
        data: The file's bytes.
        lookup: Gives the instrument the answers were made for.
        name: What to call the file in an error.

    Raises:
        FileError: JSON_INVALID (`reason`), FILE_FORMAT_UNKNOWN (`reason`), HOLDS_RESULTS (`kind`),
            HOLDS_DECISIONS, HOLDS_QUERIES, HOLDS_PART, or ANSWERS_INVALID with every problem of the
            file at once, each with its path.
        InstrumentError: the instrument or this version of it is unknown.
    """
    return document_from_json(parse_object(data, name), lookup, name)


def document_from_json(raw: Mapping[str, Any], lookup: Lookup, name: str) -> Document:
    """The document a parsed answers.json holds; errors as in `read_document`."""
    _refuse_own_table_of_contents(raw, name)
    _check_format(raw.get("format"), name)
    problems = [
        f"{key[:60]}: no such key{close_to(key, ('format', 'assessment', 'answers'))}"
        for key in raw
        if key not in {"format", "assessment", "answers"}
    ]
    problems += text_problems(dict(raw), "")
    header = _header(raw.get("assessment"), problems)
    instrument = _instrument(raw.get("assessment"), header, lookup)
    answers = _answers(raw, instrument, problems) if instrument else {}
    if header is None or problems:
        raise _refusal(name, problems)
    return Document(
        identity=Identity(
            header.country, header.instrument, header.instrument_version, header.round, header.expert
        ),
        revision=header.revision,
        status=Status(header.status),
        answers=answers,
        assessment_id=header.id,
        updated_at=moment_from(header.updated_at) or datetime.fromtimestamp(0, UTC),
        sample=header.sample,
    )


def answers_from_json(raw: Mapping[str, Any], instrument: Instrument) -> dict[str, Answer]:
    """The object under `answers` as model answers, empty ones left out, in instrument order.

    Raises:
        FileError: ANSWERS_INVALID with every problem.
    """
    problems = list(text_problems(dict(raw), "answers"))
    answers = _answers({"answers": dict(raw)}, instrument, problems)
    if problems:
        raise _refusal("answers", problems)
    return answers


def _refuse_own_table_of_contents(raw: Mapping[str, object], name: str) -> None:
    """`datapackage.json` beside tidy data, which lies where results and answers share a folder."""
    if str(raw.get("$schema")).startswith("https://datapackage.org/") and "resources" in raw:
        raise FileError(ErrorCode.HOLDS_RESULTS, path=name, kind="datapackage")


def _check_format(found: object, name: str) -> None:
    if found == FORMAT:
        return
    kind = str(found).removeprefix(OURS).split("/")[0]
    if isinstance(found, str) and found.startswith(OURS) and kind != "answers":
        code = _FOR_OTHERS.get(kind, ErrorCode.HOLDS_RESULTS)
        raise FileError(code, path=name, kind=kind_of(kind).strip('"'))
    raise FileError(ErrorCode.FILE_FORMAT_UNKNOWN, path=name, reason=another_kind(found, FORMAT))


def _header(raw: object, problems: list[str]) -> HeaderShape | None:
    if not isinstance(raw, dict):
        found = "is missing" if raw is None else f"an object in braces is needed, not {kind_of(raw)}"
        problems.append(f"assessment: {found}")
        return None
    try:
        header = HeaderShape.model_validate(raw)
    except ValidationError as error:
        problems.extend(shape_problems(error, "assessment", HeaderShape))
        return None
    problems.extend(_unknown_word(header.status, "status", "assessment"))
    if header.updated_at is not None and moment_from(header.updated_at) is None:
        example = "write it like 2026-11-21T10:15:00Z"
        problems.append(f"assessment.updated_at: not a time with its zone; {example}")
    return header


def _instrument(raw: object, header: HeaderShape | None, lookup: Lookup) -> Instrument | None:
    """The instrument, also when something else in the header is wrong, so that all faults show."""
    if header is not None:
        return lookup(header.instrument, header.instrument_version)
    named = (
        [raw.get(key) for key in ("instrument", "instrument_version")] if isinstance(raw, dict) else []
    )
    known = [part for part in named if isinstance(part, str) and _CODE.fullmatch(part)]
    if len(known) < 2:
        return None
    try:
        return lookup(known[0], known[1])
    except InstrumentError:
        return None  # the header's own faults come first; this one follows when they are mended


def _answers(raw: Mapping[str, Any], instrument: Instrument, problems: list[str]) -> dict[str, Answer]:
    given = raw.get("answers")
    if not isinstance(given, dict):
        found = "is missing" if given is None else f"an object in braces is needed, not {kind_of(given)}"
        problems.append(f"answers: {found}")
        return {}
    questions: dict[str, Question] = {
        **instrument.by_id,
        **instrument.vignette_by_id,
        **instrument.context_by_id,
    }
    for item in given:
        if item not in questions:
            near = close_to(item, tuple(questions))
            which = f"{instrument.id} {instrument.version}"
            problems.append(f"answers.{item[:60]}: no such question in {which}{near}")
    read = {
        item: _answer(given[item], question, f"answers.{item}", problems)
        for item, question in questions.items()
        if item in given
    }
    return {item: answer for item, answer in read.items() if not answer.empty}


def _answer(raw: object, question: Question, place: str, problems: list[str]) -> Answer:
    try:
        shape = AnswerShape.model_validate(raw)
    except ValidationError as error:
        problems.extend(shape_problems(error, place, AnswerShape))
        return Answer()
    value = _value(shape.value, question, f"{place}.value", problems)
    found = [
        *_unknown_word(shape.state, "state", place),
        *_unknown_word(shape.confidence, "confidence", place),
        *_comment_problems(shape, place),
        *_evidence_problems(shape, place),
    ]
    if shape.value is not None and shape.state is not None:
        found.append(f"{place}: has a value and a state; only one of them can be")
    fields = _fields(shape, question, place, problems)
    problems.extend(found)
    if found:
        return Answer()
    return Answer(
        value=value,
        state=SpecialState(shape.state) if shape.state else None,
        confidence=Confidence(shape.confidence) if shape.confidence else None,
        justification=tidy(shape.justification or ""),
        evidence=tuple(_evidence(item) for item in shape.evidence or ()),
        fields=fields,
        comments={key: tidy(text) for key, text in (shape.comments or {}).items() if tidy(text)},
    )


def _value(raw: object, question: Question, place: str, problems: list[str]) -> Value | None:
    try:
        return value_from_json(raw, question)
    except ValueRefusedError as error:
        problems.append(f"{place}: {error}")
        return None


def _fields(shape: AnswerShape, question: Question, place: str, problems: list[str]) -> dict[str, Value]:
    known = {item.id: item for item in getattr(question, "fields", ())}
    given = shape.fields or {}
    problems.extend(
        f"{place}.fields.{key[:60]}: the question has no such field{close_to(key, tuple(known))}"
        for key in given
        if key not in known
    )
    read = {
        key: _value(given[key], item, f"{place}.fields.{key}", problems)
        for key, item in known.items()
        if key in given
    }
    return {key: value for key, value in read.items() if value is not None}


def _evidence(shape: EvidenceShape) -> Evidence:
    return Evidence(**{key: tidy(getattr(shape, key) or "") for key in EVIDENCE_KEYS})


def _evidence_problems(shape: AnswerShape, place: str) -> Iterator[str]:
    for index, item in enumerate(shape.evidence or ()):
        yield from _unknown_word(item.kind, "kind", f"{place}.evidence[{index}]")
        if item.file in {".", ".."}:
            yield f"{place}.evidence[{index}].file: a file name without folders is needed"


def _comment_problems(shape: AnswerShape, place: str) -> Iterator[str]:
    for key in shape.comments or ():
        if not _COMMENT_KEY.fullmatch(key):
            yield f"{place}.comments: {kind_of(key)} is not the id of a check or a query"


def _unknown_word(word: str | None, key: str, place: str) -> Iterator[str]:
    known = CHOICES[key]
    if word is not None and word not in known:
        hint = close_to(word, known) or f"; known are {', '.join(known)}"
        yield f"{place}.{key}: {kind_of(word)} is not known{hint}"


def _refusal(name: str, problems: list[str]) -> FileError:
    # Keys from outside stand in problems; they must not carry half characters onto a screen.
    lines = tuple(tidy(line) for line in problems)
    return FileError(ErrorCode.ANSWERS_INVALID, problems=lines, path=name, count=len(lines))
