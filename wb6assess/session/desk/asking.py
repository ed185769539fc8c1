"""Queries to experts, from asking to the reply, at the coordinator's desk."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from uuid6 import uuid7

from wb6assess.errors import AnswerError, ErrorCode
from wb6assess.exchange.merge import Resolution
from wb6assess.exchange.texts import tidy
from wb6assess.instruments.library import version_key
from wb6assess.model.assessment import Identity, Status
from wb6assess.model.query import LONGEST_TEXT, Query, reply_key
from wb6assess.session.surroundings import Surroundings
from wb6assess.store import asked as table
from wb6assess.store import intake
from wb6assess.store.records import Turn

Resolutions = Callable[[], Iterable[Resolution]]


class QueryState(StrEnum):
    """How far a query is."""

    OPEN = "open"
    SENT = "sent"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class AskedQuery:
    """A query with what became of it.

    Attributes:
        query: What was asked.
        state: Not in a file yet, in a file, replied to.
        reply: What the expert's newest revision says; empty until then.
        answered_revision: The first revision that says so; None until then.
    """

    query: Query
    state: QueryState
    reply: str = ""
    answered_revision: int | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A document as far as queries need it; `comments` by question, where there are any."""

    content_hash: str
    key: Identity
    revision: int
    status: Status
    comments: Mapping[str, Mapping[str, str]] = field(repr=False)

    def reply(self, query: Query) -> str:
        """What it replies to a query, or nothing."""
        return self.comments.get(query.indicator, {}).get(reply_key(query.id), "")


class Asking:
    """Queries of one workspace.

    Looks at received documents as JSON: reading them whole takes a hundred times as long, and
    asking happens while somebody looks at the screen.
    """

    def __init__(self, around: Surroundings, resolutions: Resolutions) -> None:
        self._around = around
        self._resolutions = resolutions

    def ask(self, key: Identity, indicator: str, text: str) -> Query:
        """Keep a query about an expert's newest revision; errors as in `Inbox.ask`."""
        said = tidy(text).strip()
        if not said or len(said) > LONGEST_TEXT:
            raise AnswerError(ErrorCode.QUERY_EMPTY, indicator=indicator, limit=LONGEST_TEXT)
        newest = self.newest(self.heard(key.round), key)
        instrument = self._around.library.instrument(key.instrument, key.instrument_version)
        if indicator not in set(instrument.answerable()):
            raise AnswerError(ErrorCode.INDICATOR_UNKNOWN, indicator=indicator)
        query = Query(str(uuid7()), key, indicator, said, self._around.now(), newest.revision)
        with self._around.database.writing() as connection:
            table.add_query(connection, query)
        return query

    def queries(self, round_id: str) -> list[AskedQuery]:
        """Every query of a round that was not withdrawn, in the order they were asked."""
        with self._around.database.reading() as connection:
            queries = table.load_queries(connection, round_id)
            turns = table.load_turns(connection)
        standing = [q for q in queries if Turn.WITHDRAWN not in turns.get(q.id, ())]
        heard = self.heard(round_id) if standing else []
        return [_asked(query, turns.get(query.id, frozenset()), heard) for query in standing]

    def withdraw(self, query_id: str) -> None:
        """Take a query back that was not sent; errors as in `Inbox.withdraw_query`."""
        with self._around.database.reading() as connection:
            known = {query.id for query in table.load_queries(connection)}
            turns = table.load_turns(connection).get(query_id, frozenset())
        if query_id not in known or Turn.WITHDRAWN in turns:
            raise AnswerError(ErrorCode.QUERY_UNKNOWN, query=query_id)
        if Turn.SENT in turns:
            raise AnswerError(ErrorCode.QUERY_SENT, query=query_id)
        with self._around.database.writing() as connection:
            table.add_turns(connection, [query_id], Turn.WITHDRAWN, self._around.now())

    def heard(self, round_id: str) -> list[Heard]:
        """Everything handed in for a round, by content hash."""
        with self._around.database.reading() as connection:
            stored = intake.load_received_of(connection, round_id)
            found = [_heard(digest, json.loads(text)) for digest, text in stored]
        return [document for document in found if document.status is not Status.DRAFT]

    def key_of(self, country: str, instrument: str, round_id: str, expert: str) -> Identity:
        """Whose assessment is meant, with the newest version of the questionnaire received.

        Raises:
            AnswerError: NOTHING_RECEIVED.
        """
        wanted = (country, instrument, expert)
        found = {
            document.key
            for document in self.heard(round_id)
            if (document.key.country, document.key.instrument, document.key.expert) == wanted
        }
        if not found:
            raise _nothing(Identity(country, instrument, "", round_id, expert))
        return max(found, key=lambda key: version_key(key.instrument_version))

    def newest(self, heard: Sequence[Heard], key: Identity) -> Heard:
        """The highest revision of an expert; of conflicting ones the one that was chosen, or any.

        Raises:
            AnswerError: NOTHING_RECEIVED: nothing was handed in, or it was withdrawn.
        """
        own = [document for document in heard if document.key == key]
        top = max((document.revision for document in own), default=0)
        standing = [document for document in own if document.revision == top]
        chosen = {
            record.chosen
            for record in self._resolutions()
            if (record.key, record.revision) == (key, top)
        }
        preferred = [document for document in standing if document.content_hash in chosen] or standing
        if not preferred or preferred[0].status is Status.WITHDRAWN:
            raise _nothing(key)
        return preferred[0]


def _nothing(key: Identity) -> AnswerError:
    return AnswerError(ErrorCode.NOTHING_RECEIVED, **asdict(key))


def _heard(digest: str, raw: Mapping[str, Any]) -> Heard:
    header = raw["assessment"]
    key = Identity(
        header["country"],
        header["instrument"],
        header["instrument_version"],
        header["round"],
        header["expert"],
    )
    comments = {
        item: answer["comments"] for item, answer in raw["answers"].items() if "comments" in answer
    }
    return Heard(digest, key, header["revision"], Status(header["status"]), comments)


def _asked(query: Query, turns: frozenset[Turn], heard: Sequence[Heard]) -> AskedQuery:
    own = sorted((doc for doc in heard if doc.key == query.key), key=lambda doc: doc.revision)
    replying = [document for document in own if document.reply(query)]
    if replying:
        reply = replying[-1].reply(query)
        first = next(document for document in replying if document.reply(query) == reply)
        return AskedQuery(query, QueryState.ANSWERED, reply, first.revision)
    return AskedQuery(query, QueryState.SENT if Turn.SENT in turns else QueryState.OPEN)
