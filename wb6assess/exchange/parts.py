"""A part of a questionnaire that a colleague answers: `.wb6part.json` (docs/formats.md)."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from wb6assess.errors import ErrorCode, FileError
from wb6assess.exchange.answers import Lookup, document_from_json
from wb6assess.exchange.digest import canonical, content_hash
from wb6assess.exchange.formats import object_of
from wb6assess.exchange.shapes import kind_of
from wb6assess.exchange.texts import has_lone_surrogate, tidy
from wb6assess.exchange.written import FORMAT as ANSWERS_FORMAT
from wb6assess.exchange.written import answer_as_json, document_as_json
from wb6assess.model.assessment import Answer, Document, Status
from wb6assess.model.instrument import Instrument

FORMAT = "wb6assess-part/1"
SUFFIX = ".wb6part.json"
LONGEST_LABEL = 80

_KEYS = ("format", "assessment", "part", "answers")
_Id = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9._-]{0,39}$")]
_Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class BaseShape(BaseModel):
    """The object under `part.base`."""

    model_config = ConfigDict(strict=True, extra="forbid")

    content_hash: _Digest
    answers: dict[_Id, _Digest]


class PartShape(BaseModel):
    """The object under `part`."""

    model_config = ConfigDict(strict=True, extra="forbid")

    label: Annotated[str, Field(min_length=1, max_length=LONGEST_LABEL)]
    pillars: Annotated[list[_Id], Field(min_length=1, max_length=1000)]
    base: BaseShape


@dataclass(frozen=True, slots=True)
class Part:
    """Some pillars of a questionnaire, on their way to a colleague or back.

    Attributes:
        document: Whose questionnaire it is, with the answers of these pillars; always a draft.
        label: Who answers them, as the expert calls him.
        pillars: Ids of the pillars.
        base_hash: Content hash of the whole when the part was first written.
        base: Item -> digest of the answer that stood there then; absent where there was none.
    """

    document: Document
    label: str
    pillars: tuple[str, ...]
    base_hash: str
    base: Mapping[str, str]


def part_of(document: Document, instrument: Instrument, pillars: Iterable[str], label: str) -> Part:
    """The part of a whole that begins its way now."""
    chosen = tuple(pillars)
    answers = {
        item: answer
        for item, answer in document.answers.items()
        if item in instrument.by_id and instrument.pillar_of[item].id in chosen
    }
    return Part(
        document=replace(document, status=Status.DRAFT, answers=answers),
        label=tidy(label),
        pillars=chosen,
        base_hash=content_hash(document),
        base={item: answer_digest(answer) for item, answer in answers.items()},
    )


def answer_digest(answer: Answer) -> str:
    """SHA-256 (hex) of an answer's canonical JSON; empty for no answer."""
    written = answer_as_json(answer)
    return hashlib.sha256(canonical(written)).hexdigest() if written else ""


def part_bytes(part: Part) -> bytes:
    """The file: UTF-8, sorted, indented; the same part gives the same bytes."""
    whole = document_as_json(part.document)
    content = {
        **whole,
        "format": FORMAT,
        "part": {
            "label": part.label,
            "pillars": list(part.pillars),
            "base": {"content_hash": part.base_hash, "answers": dict(part.base)},
        },
    }
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
    return text.encode() + b"\n"


def read_part(data: bytes, lookup: Lookup, name: str) -> Part:
    """The part a file holds.

    Args:
        data: The file's bytes.
        lookup: Gives the questionnaire it belongs to.
        name: What to call the file in an error.

    Raises:
        FileError: NO_PART (`reason`), FILE_TOO_LARGE, PART_INVALID with the problems of
            the part, ANSWERS_INVALID with those of its answers.
        InstrumentError: the questionnaire or this version of it is unknown.
    """
    raw = object_of(data, name, FORMAT, ErrorCode.NO_PART)
    problems = [f"{tidy(key[:60])}: no such key" for key in raw if key not in _KEYS]
    shape = _shape(raw.get("part"), problems)
    if shape is None or problems:
        raise FileError(ErrorCode.PART_INVALID, problems=tuple(problems), path=name)
    inner = {key: raw[key] for key in raw if key in {"assessment", "answers"}}
    document = document_from_json({"format": ANSWERS_FORMAT, **inner}, lookup, name)
    key = document.identity
    problems = _misfits(shape, document, lookup(key.instrument, key.instrument_version))
    if problems:
        raise FileError(ErrorCode.PART_INVALID, problems=tuple(problems), path=name)
    return Part(
        document,
        tidy(shape.label).strip(),
        tuple(shape.pillars),
        shape.base.content_hash,
        shape.base.answers,
    )


def _shape(raw: Any, problems: list[str]) -> PartShape | None:
    if not isinstance(raw, dict):
        found = "is missing" if raw is None else f"an object in braces is needed, not {kind_of(raw)}"
        problems.append(f"part: {found}")
        return None
    try:
        return PartShape.model_validate(raw)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_input=False):
            place = ".".join(tidy(str(step)[:60]) for step in ("part", *fault["loc"]))
            problems.append(f"{place}: {_WORDS.get(fault['type'], 'does not fit here')}")
        return None


_WORDS: Mapping[str, str] = {
    "missing": "is missing",
    "extra_forbidden": "no such key",
    "string_type": "a text in quotation marks is needed",
    "list_type": "a list in brackets is needed",
    "dict_type": "an object in braces is needed",
    "model_type": "an object in braces is needed",
    "string_too_short": "is empty",
    "string_too_long": f"longer than {LONGEST_LABEL} characters",
    "too_short": "is empty",
    "too_long": "is far too long",
    "string_pattern_mismatch": "has not the form it needs",
}


def _misfits(shape: PartShape, document: Document, instrument: Instrument) -> list[str]:
    """What is well formed and still cannot be a part of this questionnaire."""
    known = {pillar.id for pillar in instrument.pillars}
    which = f"{instrument.id} {instrument.version}"
    problems = [
        f"part.pillars: {pillar} is no pillar of {which}"
        for pillar in shape.pillars
        if pillar not in known
    ]
    if len(set(shape.pillars)) < len(shape.pillars):
        problems.append("part.pillars: a pillar stands there twice")
    if not tidy(shape.label).strip() or has_lone_surrogate(shape.label):
        problems.append("part.label: says nothing")
    if document.status is not Status.DRAFT:
        problems.append("assessment.status: a part is always a draft")
    return problems
