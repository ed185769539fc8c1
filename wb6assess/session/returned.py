"""What came back from the coordinator: queries answered in place, and how all experts answered.

A reply is a comment of its answer, so it travels with the next revision in every kind of file.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from wb6assess.errors import AnswerError, ErrorCode, FileError
from wb6assess.files import read_limited
from wb6assess.model.assessment import Status
from wb6assess.model.query import Spread, replies, reply_key
from wb6assess.model.vocabulary import IndicatorType
from wb6assess.session.recording import Change, RecordedAnswers
from wb6assess.store import returned as table
from wb6assess.store.records import AssessmentInfo, TakenQuery, TakenReturn

if TYPE_CHECKING:  # pydantic loads when a file is taken, not at the start
    from wb6assess.exchange.queries import Return

__all__ = ["ReceivedQuery", "ReturnLook", "ReturnedQueries"]


@dataclass(frozen=True, slots=True)
class ReceivedQuery:
    """A query of the coordinator, with the reply that stands there now; empty for none.

    `revision` is the one the coordinator looked at.
    """

    id: str
    indicator: str
    text: str
    asked_at: datetime
    revision: int
    reply: str


@dataclass(frozen=True, slots=True)
class ReturnLook:
    """What taking a file of the coordinator in would do.

    Attributes:
        assessment: The one it is about.
        new_queries: Queries that are not here yet.
        spreads: Indicators whose spread it shows.
        note: A word of the coordinator.
        reopens: The assessment is handed in; taking the file begins its next revision.
        handed_in_here: The coordinator looked at a state that was handed in here; otherwise at one
            that was changed on its way, or filled in elsewhere.
        already_taken: The very file was taken before; taking it again does nothing.
    """

    assessment: AssessmentInfo
    new_queries: int
    spreads: int
    note: str
    reopens: bool
    handed_in_here: bool
    already_taken: bool


@dataclass(frozen=True, slots=True)
class _Taken:
    """What is stored of all files taken in so far."""

    queries: tuple[TakenQuery, ...]
    files: tuple[TakenReturn, ...]
    spreads: Mapping[str, Spread]


class ReturnedQueries(RecordedAnswers):
    """The coordinator's side of an open assessment."""

    _taken: _Taken | None = None

    @property
    def info(self) -> AssessmentInfo:
        """Its line in the list, with counts of this moment."""
        return replace(super().info, queries=sum(not query.reply for query in self.queries))

    @property
    def queries(self) -> tuple[ReceivedQuery, ...]:
        """Every query, in the order of the questionnaire, then of asking."""
        place = self.instrument.place_of
        found = sorted(self._here.queries, key=lambda query: place.get(query.indicator, len(place)))
        return tuple(
            ReceivedQuery(
                query.id,
                query.indicator,
                query.text,
                query.asked_at,
                query.revision,
                replies(self.answer(query.indicator)).get(query.id, ""),
            )
            for query in found
        )

    @property
    def coordinators_note(self) -> str:
        """The word that came with the newest file, or nothing."""
        return next((file.note for file in reversed(self._here.files) if file.note), "")

    def reply(self, query_id: str, text: str) -> Change:
        """Store the reply to a query; an empty one takes it away.

        Writing one reply goes on in one step of undo, as writing a comment does.

        Raises:
            AnswerError: QUERY_UNKNOWN, ASSESSMENT_LOCKED, ANSWER_NOT_ALLOWED.
            StorageError: it could not be stored.
        """
        found = next((query for query in self._here.queries if query.id == query_id), None)
        if found is None:
            raise AnswerError(ErrorCode.QUERY_UNKNOWN, query=query_id)
        answer, key = self.answer(found.indicator), reply_key(query_id)
        others = {name: held for name, held in answer.comments.items() if name != key}
        comments = {**others, key: text} if text else others
        return self.record(found.indicator, replace(answer, comments=comments), fold=key)

    def spread(self, indicator: str) -> Spread | None:
        """How the country's experts rated an indicator, as last sent; None when it was not."""
        return self._here.spreads.get(indicator)

    def look_return(self, content: "Return", sha256: str, name: str) -> ReturnLook:
        """What taking a file that was read would do; errors as in `take_return`."""
        self._check(content, name)
        new = self._new_queries(content)
        known = any(file.sha256 == sha256 for file in self._here.files)
        return ReturnLook(
            assessment=self.info,
            new_queries=len(new),
            spreads=len(content.spreads),
            note=content.note,
            reopens=self._reopens and not known,
            handed_in_here=self.revisions().get(content.revision) == content.content_hash,
            already_taken=known,
        )

    def take_return(self, content: "Return", sha256: str, name: str) -> None:
        """Keep a file that was read, in one transaction with the next revision it begins.

        Args:
            content: What the file says; it is about this assessment.
            sha256: Digest of its bytes.
            name: What to call the file in an error.

        Raises:
            FileError: RETURN_INVALID: it asks about questions that are not in the questionnaire.
            AnswerError: RETURN_REVISION_UNKNOWN.
            StorageError: nothing was stored.
        """
        if self.look_return(content, sha256, name).already_taken:
            return
        at = self._now()
        keep = partial(
            table.add_return,
            assessment_id=self.id,
            taken=_taken(content, sha256, at),
            queries=self._new_queries(content),
        )
        if self._reopens:
            self._begin(self._info.revision + 1, also=keep)
        else:
            with self._database.writing() as connection:
                keep(connection)
        self._taken = None
        self._counts_noted = False

    @property
    def _reopens(self) -> bool:
        # What was withdrawn stays so until the expert himself begins again.
        return self._info.status is Status.SUBMITTED

    @property
    def _here(self) -> _Taken:
        if self._taken is None:
            with self._database.reading() as connection:
                queries = table.load_queries(connection, self.id)
                files = table.load_returns(connection, self.id)
            self._taken = _Taken(tuple(queries), tuple(files), _newest_spreads(files))
        return self._taken

    def _new_queries(self, content: "Return") -> list[TakenQuery]:
        with self._database.reading() as connection:
            known = table.known_queries(connection, (query.id for query in content.queries))
        return [
            TakenQuery(query.id, query.indicator, query.text, query.asked_at, query.revision)
            for query in content.queries
            if query.id not in known
        ]

    def _check(self, content: "Return", name: str) -> None:
        own = self._info.revision
        if content.revision > own:
            raise AnswerError(
                ErrorCode.RETURN_REVISION_UNKNOWN, path=name, revision=content.revision, own=own
            )
        questions = set(self.instrument.answerable())
        by_id = self.instrument.by_id
        problems = [
            f"queries: {query.indicator} is no question of {self.instrument.id}"
            for query in content.queries
            if query.indicator not in questions
        ]
        problems += [
            f"spreads: {spread.indicator} is not answered by a level in {self.instrument.id}"
            for spread in content.spreads
            if spread.indicator not in by_id or by_id[spread.indicator].type is not IndicatorType.LEVEL
        ]
        if problems:
            raise FileError(
                ErrorCode.RETURN_INVALID, problems=tuple(problems), path=name, count=len(problems)
            )


def read_returned(path: Path) -> "tuple[Return, str]":
    """What a file of the coordinator says, and the digest of its bytes.

    Raises:
        FileError: FILE_MISSING, FILE_UNREADABLE, FILE_TOO_LARGE, NO_QUERIES, RETURN_INVALID with
            every problem.
    """
    from wb6assess.exchange.queries import MAX_BYTES, read_return

    data = read_limited(path, MAX_BYTES)
    return read_return(data, str(path)), hashlib.sha256(data).hexdigest()


def _taken(content: "Return", sha256: str, at: datetime) -> TakenReturn:
    from wb6assess.exchange.queries import spreads_as_text

    return TakenReturn(
        sha256=sha256,
        revision=content.revision,
        content_hash=content.content_hash,
        written_at=content.written_at,
        taken_at=at,
        note=content.note,
        spreads=spreads_as_text(content.spreads),
    )


def _newest_spreads(files: list[TakenReturn]) -> Mapping[str, Spread]:
    if all(file.spreads == "[]" for file in files):
        return {}
    from wb6assess.exchange.queries import spreads_from_text

    return {spread.indicator: spread for file in files for spread in spreads_from_text(file.spreads)}
