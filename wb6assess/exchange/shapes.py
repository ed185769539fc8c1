"""The strict shape of an answers.json, and what is wrong with one in words."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from wb6assess.exchange.texts import has_lone_surrogate
from wb6assess.model.assessment import EVIDENCE_GRADES, Confidence, SpecialState, Status

_MAX_TEXT = 100_000
_MAX_REVISION = 1_000_000

Text = Annotated[str, Field(max_length=_MAX_TEXT)]
Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]


class _Shape(BaseModel):
    """Types must match exactly and no key may be unknown."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, str_max_length=_MAX_TEXT)


class HeaderShape(_Shape):
    """The object under `assessment`."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9._:-]{0,64}$")] = ""
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    instrument: Code
    instrument_version: Code
    round: Code
    expert: Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,40}$")]
    revision: Annotated[int, Field(ge=1, le=_MAX_REVISION)]
    status: str
    updated_at: str | None = None
    sample: bool = False


class EvidenceShape(_Shape):
    """One item under `evidence`."""

    kind: str
    title: Text | None = None
    issuer: Text | None = None
    citation: Text | None = None
    date: Text | None = None
    reference: Text | None = None
    url: Text | None = None
    page: Text | None = None
    quote: Text | None = None
    file: Annotated[str, Field(pattern=r"^[^/\\:\x00-\x1f]{0,255}$")] | None = None
    sha256: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] | None = None


class AnswerShape(_Shape):
    """One answer; values are checked against their question afterwards."""

    value: Any = None
    state: str | None = None
    confidence: str | None = None
    justification: Text | None = None
    evidence: list[EvidenceShape] | None = None
    fields: dict[str, Any] | None = None
    comments: dict[str, Text] | None = None


CHOICES: Mapping[str, tuple[str, ...]] = {
    "state": tuple(SpecialState),
    "confidence": tuple(Confidence),
    "status": tuple(Status),
    "kind": tuple(EVIDENCE_GRADES),
}
"""The words that may stand under a key."""


_RULES: Mapping[str, str] = {
    "id": "letters, digits, '.', '_', ':' and '-' only, at most 64",
    "country": "a country is two capital letters, such as XK",
    "instrument": "an instrument's id is 1 to 40 letters, digits, '.', '_' or '-'",
    "instrument_version": "a version is written like 2026.1",
    "round": "a round is 1 to 40 letters, digits, '.', '_' or '-'",
    "expert": "an expert code is 1 to 40 letters, digits, '.', '_' or '-'",
    "file": "a file name without folders is needed",
    "sha256": "64 digits 0-9 a-f are needed",
    "version": "a version is written like 2026.1",
    "indicator": "an indicator's id is 1 to 40 letters, digits, '.', '_' or '-'",
    "content_hash": "64 digits 0-9 a-f are needed",
    "basis_hash": "64 digits 0-9 a-f are needed, or nothing",
    "supersedes": "ids of records are 1 to 64 letters, digits, '.', '_', ':' or '-'",
}

_NEEDED: Mapping[str, str] = {
    "string_type": "a text in quotation marks is needed",
    "int_type": "a whole number is needed",
    "bool_type": "true or false is needed",
    "dict_type": "an object in braces is needed",
    "model_type": "an object in braces is needed",
    "list_type": "a list in brackets is needed",
    "too_long": "longer than any such list",
    "float_type": "a number is needed",
    "string_too_long": f"longer than {_MAX_TEXT:,} characters",
    "greater_than_equal": "revisions count from 1",
    "less_than_equal": f"revisions end at {_MAX_REVISION:,}",
    "missing": "is missing",
}


def shape_problems(error: ValidationError, place: str, shape: type[BaseModel]) -> Iterator[str]:
    """One line per fault, located from `place`: "answers.FDI-1.1.evidence[0].kind: is missing"."""
    for fault in error.errors(include_url=False, include_input=True):
        if fault["type"] == "string_unicode":
            continue  # half a character: `text_problems` names it
        yield f"{_located(place, fault['loc'])}: {_sentence(fault, shape)}"


def kind_of(raw: object) -> str:
    """A value from outside in words that give away no answer's text."""
    match raw:
        case None:
            return "null"
        case bool():
            return str(raw).lower()
        case int() | float():
            return f"{raw:.15g}" if isinstance(raw, float) else str(raw)
        case str():
            short = len(raw) <= 40 and raw.isascii() and raw.replace("_", "").replace("-", "").isalnum()
            return f'"{raw}"' if short else "a text"
        case list():
            return "a list"
    return "an object"


def close_to(wrong: str, known: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    """'; did you mean "…"?' when something known is spelt nearly alike, else nothing."""
    near = get_close_matches(wrong[:60], list(known), n=1, cutoff=0.75)
    return f'; did you mean "{near[0]}"?' if near else ""


def text_problems(raw: object, place: str) -> Iterator[str]:
    """Texts and keys below `raw` that hold half a character."""
    match raw:
        case str():
            if has_lone_surrogate(raw):
                yield f"{place.lstrip('.')}: holds half a character; the text was damaged on its way"
        case list():
            for index, item in enumerate(raw):
                yield from text_problems(item, f"{place}[{index}]")
        case dict():
            for key, item in raw.items():
                if has_lone_surrogate(key):
                    yield f"{place.lstrip('.') or 'the file'}: a key holds half a character"
                else:
                    yield from text_problems(item, f"{place}.{key[:60]}")


def _shape_at(shape: type[BaseModel], path: tuple[int | str, ...]) -> type[BaseModel]:
    """The shape the last step of a path is a key of."""
    for part in path[:-1]:
        if isinstance(part, str) and part in shape.model_fields:
            shape = next(_shapes_in(shape.model_fields[part].annotation), shape)
    return shape


def _shapes_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _shapes_in(inner)


def _located(place: str, path: tuple[int | str, ...]) -> str:
    for part in path:
        place += f"[{part}]" if isinstance(part, int) else f".{part[:60]}"
    return place.lstrip(".")


def _sentence(fault: ErrorDetails, shape: type[BaseModel]) -> str:
    named = [part for part in fault["loc"] if isinstance(part, str)]
    key = named[-1] if named else ""
    kind = fault["type"]
    if kind == "extra_forbidden":
        known = list(_shape_at(shape, fault["loc"]).model_fields)
        return "no such key" + (close_to(key, known) or f"; known are {', '.join(known)}")
    if kind == "string_pattern_mismatch":
        return _RULES[key]
    found = (
        "" if kind in {"missing", "string_too_long", "too_long"} else f", not {kind_of(fault['input'])}"
    )
    return _NEEDED.get(kind, "does not fit here") + found
