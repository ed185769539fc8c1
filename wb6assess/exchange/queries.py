"""What goes back to an expert as a file: queries and spreads, `.wb6q` (docs/formats.md)."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from wb6assess.errors import ErrorCode, FileError
from wb6assess.exchange.formats import object_of
from wb6assess.exchange.shapes import Code, close_to, shape_problems, text_problems
from wb6assess.exchange.texts import tidy
from wb6assess.exchange.times import moment_from
from wb6assess.exchange.written import time_as_json
from wb6assess.model.assessment import EPOCH, Identity
from wb6assess.model.query import FEWEST, LONGEST_TEXT, Query, Spread

FORMAT = "wb6assess-queries/1"
SUFFIX = ".wb6q"
MAX_BYTES = 20_000_000
"""Largest accepted file."""

_MOST = 5_000  # queries or spreads in one file
_Text = Annotated[str, Field(max_length=LONGEST_TEXT)]
_Revision = Annotated[int, Field(ge=1, le=1_000_000)]
_LARGEST_COUNT = 100_000


class _Shape(BaseModel):
    """Types must match exactly and no key may be unknown."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class WhoseShape(_Shape):
    """The object under `assessment`."""

    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    instrument: Code
    instrument_version: Code
    round: Code
    expert: Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,40}$")]


class QueryShape(_Shape):
    """One of `queries`."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    indicator: Code
    text: _Text
    asked_at: str
    revision: _Revision


class SpreadShape(_Shape):
    """One of `spreads`."""

    indicator: Code
    counts: Annotated[list[int], Field(max_length=_MOST)]
    own: int | None = None


class ReturnShape(_Shape):
    """The whole file."""

    format: str
    assessment: WhoseShape
    revision: _Revision
    content_hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    written_at: str
    note: _Text = ""
    queries: Annotated[list[QueryShape], Field(max_length=_MOST)] = []
    spreads: Annotated[list[SpreadShape], Field(max_length=_MOST)] = []


@dataclass(frozen=True, slots=True)
class Return:
    """One file on its way back to an expert.

    Attributes:
        key: Whose assessment.
        revision, content_hash: The state the coordinator looked at.
        written_at: When the file was made, with its zone.
        note: A word to the expert about all of it.
        queries: Questions about answers, in the order they were asked.
        spreads: How all experts answered, in the questionnaire's order.
    """

    key: Identity
    revision: int
    content_hash: str
    written_at: datetime
    note: str = ""
    queries: tuple[Query, ...] = ()
    spreads: tuple[Spread, ...] = ()


def write_return(content: Return) -> bytes:
    """The file: UTF-8, sorted, indented; the same content gives the same bytes."""
    key = content.key
    document = {
        "format": FORMAT,
        "assessment": {
            "country": key.country,
            "instrument": key.instrument,
            "instrument_version": key.instrument_version,
            "round": key.round,
            "expert": key.expert,
        },
        "revision": content.revision,
        "content_hash": content.content_hash,
        "written_at": time_as_json(content.written_at),
        "note": tidy(content.note),
        "queries": [_query_as_json(query) for query in content.queries],
        "spreads": [_spread_as_json(spread) for spread in content.spreads],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _query_as_json(query: Query) -> dict[str, Any]:
    return {
        "id": query.id,
        "indicator": query.indicator,
        "text": tidy(query.text),
        "asked_at": time_as_json(query.asked_at),
        "revision": query.revision,
    }


def _spread_as_json(spread: Spread) -> dict[str, Any]:
    return {"indicator": spread.indicator, "counts": list(spread.counts), "own": spread.own}


def spreads_as_text(spreads: Iterable[Spread]) -> str:
    """Spreads as the workspace keeps them."""
    return json.dumps([_spread_as_json(spread) for spread in spreads])


def spreads_from_text(text: str) -> tuple[Spread, ...]:
    """Spreads the workspace kept."""
    return tuple(
        Spread(item["indicator"], tuple(item["counts"]), item["own"]) for item in json.loads(text)
    )


def read_return(data: bytes, name: str) -> Return:
    """The queries and spreads a file holds.

    Args:
        data: The file's bytes.
        name: What to call the file in an error.

    Raises:
        FileError: NO_QUERIES (`reason`), FILE_TOO_LARGE, or RETURN_INVALID with
            every problem of the file at once, each with its path.
    """
    raw = object_of(data, name, FORMAT, ErrorCode.NO_QUERIES)
    problems = list(text_problems(dict(raw), ""))
    shape = _shape(raw, problems)
    if shape is not None:
        problems += [*_times(shape), *_queries(shape), *_spreads(shape)]
    if shape is None or problems:
        lines = tuple(tidy(line) for line in problems)
        raise FileError(ErrorCode.RETURN_INVALID, problems=lines, path=name, count=len(lines))
    return _return(shape)


def _shape(raw: dict[str, Any], problems: list[str]) -> ReturnShape | None:
    known = list(ReturnShape.model_fields)
    unknown = [f"{key[:60]}: no such key{close_to(key, known)}" for key in raw if key not in known]
    problems += unknown
    try:
        return ReturnShape.model_validate({key: raw[key] for key in known if key in raw})
    except ValidationError as error:
        problems += shape_problems(error, "", ReturnShape)
        return None


def _times(shape: ReturnShape) -> Iterator[str]:
    named = [("written_at", shape.written_at)]
    named += [(f"queries[{i}].asked_at", query.asked_at) for i, query in enumerate(shape.queries)]
    for place, text in named:
        if moment_from(text) is None:
            yield f"{place}: not a time with its zone; write it like 2026-11-21T10:15:00Z"


def _queries(shape: ReturnShape) -> Iterator[str]:
    for place, query in enumerate(shape.queries):
        if not tidy(query.text).strip():
            yield f"queries[{place}].text: asks nothing"
    yield from _twice((query.id for query in shape.queries), "queries", "id")


def _spreads(shape: ReturnShape) -> Iterator[str]:
    for place, spread in enumerate(shape.spreads):
        counts, own = spread.counts, spread.own
        if len(counts) != 6 or not all(0 <= count <= _LARGEST_COUNT for count in counts):
            yield f"spreads[{place}].counts: six counts are needed, for levels 0 to 5"
        elif sum(counts) < FEWEST:
            yield f"spreads[{place}].counts: fewer than {FEWEST} experts"
        elif own is not None and not (0 <= own <= 5 and counts[own]):
            yield f"spreads[{place}].own: nobody chose that level"
    yield from _twice((spread.indicator for spread in shape.spreads), "spreads", "indicator")


def _twice(ids: Iterable[str], place: str, key: str) -> Iterator[str]:
    seen: set[str] = set()
    for found in ids:
        if found in seen:
            yield f"{place}: two of them have the {key} {found}"
        seen.add(found)


def _return(shape: ReturnShape) -> Return:
    whose = shape.assessment
    key = Identity(whose.country, whose.instrument, whose.instrument_version, whose.round, whose.expert)
    return Return(
        key=key,
        revision=shape.revision,
        content_hash=shape.content_hash,
        written_at=moment_from(shape.written_at) or EPOCH,
        note=tidy(shape.note).strip(),
        queries=tuple(
            Query(
                query.id,
                key,
                query.indicator,
                tidy(query.text).strip(),
                moment_from(query.asked_at) or EPOCH,
                query.revision,
            )
            for query in shape.queries
        ),
        spreads=tuple(
            Spread(spread.indicator, tuple(spread.counts), spread.own) for spread in shape.spreads
        ),
    )
