"""The comment matrix: each remark, the reply to it, and what it changed.

Remarks are what experts wrote, what the coordinator asked and what meetings gave as reasons; nobody
is named (methodology 12.2).
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from wb6assess.model.decision import Action
from wb6assess.model.meeting import Place
from wb6assess.model.query import Query
from wb6assess.reports.figures import level_text
from wb6assess.reports.meeting.agenda import Ground
from wb6assess.reports.meeting.remarks import without_codes
from wb6assess.reports.meeting.rows import Agenda, AgendaItem
from wb6assess.reports.meeting.words import code_words, standing_words


class Kind(StrEnum):
    """Where a remark comes from."""

    REMARK = "expert's remark"
    QUERY = "query"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One remark with its reply and what changed."""

    country: str
    country_name: str
    instrument_title: str
    indicator: str
    title: str
    kind: Kind
    remark: str
    reply: str
    changed: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Every row by country, questionnaire and indicator; `digest` is its SHA-256 (hex)."""

    round: str
    round_title: str
    rows: tuple[MatrixRow, ...]
    sample: bool
    status_note: str
    digest: str
    newest: datetime = field(compare=False)


def matrix_of(ground: Ground, agenda: Agenda, queries: Sequence[tuple[Query, str]] = ()) -> Matrix:
    """The matrix of everything on an agenda (made with everything, settled items too).

    Args:
        ground: The round.
        agenda: Which indicators.
        queries: What the coordinator asked, each with the expert's reply or "".
    """
    asked: dict[Place, list[tuple[Query, str]]] = {}
    for query, reply in queries:
        asked.setdefault((query.key.country, query.indicator), []).append((query, reply))
    order = {item.place: place for place, item in enumerate(_by_questionnaire(ground, agenda))}
    items = sorted(agenda.items, key=lambda item: order[item.place])
    rows = tuple(row for item in items for row in _rows(ground, item, asked.get(item.place, ())))
    return Matrix(
        round=agenda.round,
        round_title=agenda.round_title,
        rows=rows,
        sample=agenda.sample,
        status_note=agenda.status_note,
        digest=_digest(rows),
        newest=agenda.newest,
    )


def _by_questionnaire(ground: Ground, agenda: Agenda) -> list[AgendaItem]:
    place = {
        (key, item): (first, second)
        for first, (key, instrument) in enumerate(ground.instruments.items())
        for second, item in enumerate(instrument.by_id)
    }
    return sorted(agenda.items, key=lambda i: (i.country, place[i.instrument, i.indicator]))


def _rows(ground: Ground, item: AgendaItem, queries: Sequence[tuple[Query, str]]) -> Iterator[MatrixRow]:
    reply, changed = _settlement(item)
    for text in item.remarks:
        yield _row(item, Kind.REMARK, text, reply, changed)
    for query, answer in queries:
        said = without_codes(answer, ground.codes) if answer else "No reply yet."
        hidden = item.words_left_out and answer
        words = "Left out: the question is marked sensitive." if hidden else said
        yield _row(item, Kind.QUERY, without_codes(query.text, ground.codes), words, changed)
    if item.standing is not None:
        reason = without_codes(item.standing.reason, ground.codes)
        yield _row(item, Kind.DECISION, reason, standing_words(item.standing), changed)


def _settlement(item: AgendaItem) -> tuple[str, str]:
    """What became of an item: the reply to what was written about it, and the change."""
    standing = item.standing
    if standing is None:
        return "Not discussed in a meeting.", "nothing"
    reply = f"{code_words(standing.reason_code)}."
    before = "no value" if item.score is None else level_text(item.score)
    if standing.action is Action.NA:
        return reply, f"{before} to N/A"
    after = before if standing.level is None else level_text(standing.level * 20)
    return reply, "nothing" if before == after else f"{before} to {after}"


def _row(item: AgendaItem, kind: Kind, remark: str, reply: str, changed: str) -> MatrixRow:
    return MatrixRow(
        item.country,
        item.country_name,
        item.instrument_title,
        item.indicator,
        item.title,
        kind,
        remark,
        reply,
        changed,
    )


def _digest(rows: Sequence[MatrixRow]) -> str:
    seen: list[Mapping[str, str]] = [
        {name: str(getattr(row, name)) for name in row.__dataclass_fields__} for row in rows
    ]
    text = json.dumps(seen, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
