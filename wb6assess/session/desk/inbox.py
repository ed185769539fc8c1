"""What the coordinator received: taking files in, looking before, taking an import back.

An import only ever adds: the documents in the workspace are a set, each file's original bytes are
kept under their digest, and taking an import back hides what only it brought.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePath

from uuid6 import uuid7

from wb6assess.errors import AnswerError, AppError, ErrorCode, FileError
from wb6assess.exchange.answers import document_from_json
from wb6assess.exchange.merge import Resolution, sort_key
from wb6assess.exchange.written import document_as_json
from wb6assess.model.assessment import Identity
from wb6assess.model.decision import Decision
from wb6assess.model.meeting import Meeting
from wb6assess.model.query import Query
from wb6assess.progress import SILENT, Part, Progress
from wb6assess.session.desk.asking import AskedQuery, Asking, QueryState
from wb6assess.session.desk.conflicts import Conflicts, Contradiction, contradictions
from wb6assess.session.desk.consolidation import Consolidation, consolidate
from wb6assess.session.desk.drafts import Drafts
from wb6assess.session.desk.file_reports import FileReport
from wb6assess.session.desk.intake import Collection, Reader, ReadFile, collect
from wb6assess.session.desk.newer_versions import told_of_versions
from wb6assess.session.desk.originals import keep_bytes
from wb6assess.session.desk.packed import packed
from wb6assess.session.desk.refusals import Refusals
from wb6assess.session.desk.report_options import EVERYTHING, ReportOptions
from wb6assess.session.desk.returning import write_returns
from wb6assess.session.desk.second_round import IndicatorMove, moves_since
from wb6assess.session.desk.settling import Settled, settle
from wb6assess.session.desk.wishes import Wishes
from wb6assess.session.surroundings import Surroundings
from wb6assess.store import asked, meetings
from wb6assess.store import decisions as records
from wb6assess.store import intake as table
from wb6assess.store.intake import Intake, Received
from wb6assess.store.records import Choice

__all__ = ["AskedQuery", "Contradiction", "Inbox", "IndicatorMove", "Intake", "QueryState", "TakenIn"]

LAST = "last"
"""Stands for the newest import that was not taken back."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """One report per file; `intake` is the import's id, empty when nothing was new or for a look."""

    intake: str
    files: tuple[FileReport, ...]


class Inbox:
    """The coordinator's side of a workspace."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._conflicts = Conflicts(around)
        self._asking = Asking(around, self.resolutions)
        self.refusals = Refusals(around)
        self.wishes = Wishes(around)
        self.drafts = Drafts(around)

    def look(self, paths: Sequence[Path], read: Reader, progress: Progress = SILENT) -> TakenIn:
        """What an import would do; nothing is stored."""
        return TakenIn("", self._reports(self._collected(paths, read, progress)))

    def take_in(self, paths: Sequence[Path], read: Reader, progress: Progress = SILENT) -> TakenIn:
        """Import files and folders; a bad file never stops the others and leaves nothing behind.

        Args:
            paths: Files and folders.
            read: What reads one submission.
            progress: Told after each file.

        Raises:
            StorageError: it could not be stored; nothing was taken in.
            Cancelled: by `progress`; nothing was taken in.
        """
        new = self._collected(paths, read, progress)
        kept = Collection(new.library, tuple(self._keep(file) for file in new.files))
        # Judged against what was here before, so the reports must be made first.
        reports = self._reports(kept)
        files = [file for file in kept.files if file.document is not None]
        with self._around.database.writing() as connection:
            # An import that brought nothing new could only be taken back by mistake.
            new_here = {file.sha256 for file in files} - table.standing_digests(connection)
            intake = str(uuid7()) if new_here else ""
            if intake:
                table.add_intake(connection, intake, self._around.now(), map(_received, files))
            self.refusals.keep(connection, reports, new_here)
        return TakenIn(intake, reports)

    def intakes(self) -> list[Intake]:
        """Every import, oldest first."""
        with self._around.database.reading() as connection:
            return table.list_intakes(connection)

    def undo(self, intake: str = LAST) -> Intake:
        """Take an import back; what another import brought, too, stays.

        Raises:
            AnswerError: IMPORT_UNKNOWN: there is none, or it was taken back already; NO_IMPORT_LEFT.
        """
        standing = [found for found in self.intakes() if found.undone_at is None]
        wanted = standing[-1:] if intake == LAST else [f for f in standing if f.id == intake]
        if not wanted and intake == LAST:
            raise AnswerError(ErrorCode.NO_IMPORT_LEFT)
        if not wanted:
            raise AnswerError(ErrorCode.IMPORT_UNKNOWN, import_id=intake)
        with self._around.database.writing() as connection:
            table.undo_intake(connection, wanted[0].id, self._around.now())
        return wanted[0]

    def collection(self, progress: Progress = SILENT) -> Collection:
        """Everything received, as if it lay in a folder.

        Raises:
            Cancelled: by `progress`, which is told of every file.
        """
        files: list[ReadFile] = []
        with self._around.database.reading() as connection:
            total = table.count_received(connection)
            for stored in table.load_received(connection):
                progress.step(len(files), total)
                files.append(self._read(stored))
        return Collection(self._around.library, tuple(sorted(files, key=lambda file: file.path)))

    def consolidate(
        self,
        round_id: str | None = None,
        decisions: Iterable[Decision] = (),
        options: ReportOptions = EVERYTHING,
        collection: Collection | None = None,
        progress: Progress = SILENT,
    ) -> Consolidation:
        """Everything received made one dataset, with every choice and validation record.

        Args:
            round_id: The round; None takes the newest round the files carry.
            decisions: Further records, beside those kept here.
            options: What the result is about.
            collection: What was received, where it was read already; or a part of it.
            progress: Told of every file read and of every domain of every country scored.

        Raises:
            Cancelled: by `progress`.
            AnswerError, InstrumentError: as `consolidation.consolidate`.
        """
        if collection is None:
            collection = self.collection(Part(progress, 0, 2))
            progress = Part(progress, 1, 2)
        return consolidate(
            collection,
            round_id,
            self.resolutions(),
            (*self.decisions(), *decisions),
            options,
            progress,
        )

    # Conflicts.

    def conflicts(self, round_id: str) -> tuple[Contradiction, ...]:
        """Files of a round that contradict each other, with the choice in force if there is one."""
        resolutions = self.resolutions()
        return contradictions(settle(self.collection(), round_id, resolutions), resolutions)

    def resolutions(self) -> tuple[Resolution, ...]:
        """The choices between conflicting files that are in force."""
        return self._conflicts.resolutions()

    def choices(self) -> list[Choice]:
        """Every choice ever made, oldest first, taken back or not."""
        return self._conflicts.choices()

    def resolve(self, key: Identity, revision: int, chosen: str, reason: str) -> Resolution:
        """Say which of several different contents of one revision counts; a later choice replaces it.

        Args:
            key: Whose.
            revision: Which revision.
            chosen: Content hash, or enough of its beginning.
            reason: Why.

        Raises:
            AnswerError: CONFLICT_UNKNOWN, CONFLICT_CHOICE_UNKNOWN, RESOLUTION_REASON_MISSING.
            StorageError: it could not be kept.
        """
        return self._conflicts.resolve(self._conflict(key, revision), chosen, reason)

    def revoke_resolution(self, key: Identity, revision: int, reason: str) -> None:
        """Take a choice back, so that none of the contents counts.

        Raises:
            AnswerError: as `resolve`; CONFLICT_NOT_SETTLED.
            StorageError: it could not be kept.
        """
        found = self._conflict(key, revision)
        if not found.chosen:
            raise AnswerError(ErrorCode.CONFLICT_NOT_SETTLED, revision=revision, **asdict(key))
        self._conflicts.revoke(found, reason)

    def _conflict(self, key: Identity, revision: int) -> Contradiction:
        for found in self.conflicts(key.round):
            if (found.key, found.revision) == (key, revision):
                return found
        raise _no_conflict(key, revision)

    # Queries and second rounds.

    def key_of(self, country: str, instrument: str, round_id: str, expert: str) -> Identity:
        """Whose assessment is meant, with the newest version of the questionnaire received.

        Raises:
            AnswerError: NOTHING_RECEIVED.
        """
        return self._asking.key_of(country, instrument, round_id, expert)

    def ask(self, key: Identity, indicator: str, text: str) -> Query:
        """Keep a query about an answer of an expert's newest revision, to be sent later.

        Raises:
            AnswerError: NOTHING_RECEIVED, INDICATOR_UNKNOWN, QUERY_EMPTY.
            InstrumentError: the questionnaire's version is no longer at hand.
            StorageError: it could not be kept.
        """
        return self._asking.ask(key, indicator, text)

    def queries(self, round_id: str) -> list[AskedQuery]:
        """Every query of a round with its state and reply, in the order they were asked."""
        return self._asking.queries(round_id)

    def withdraw_query(self, query_id: str) -> None:
        """Take a query back that is in no file yet.

        Raises:
            AnswerError: QUERY_UNKNOWN, QUERY_SENT.
            StorageError: it could not be kept.
        """
        self._asking.withdraw(query_id)

    def addressees(self, round_id: str, *, spreads: bool) -> tuple[Identity, ...]:
        """For whom there is something to send: open queries, or with `spreads` everyone who counts."""
        waiting = {
            found.query.key for found in self.queries(round_id) if found.state is not QueryState.ANSWERED
        }
        if spreads:
            waiting |= set(self._settled(round_id).view.effective)
        return tuple(sorted(waiting, key=sort_key))

    def write_returns(
        self,
        folder: Path,
        keys: Iterable[Identity],
        *,
        spreads: bool,
        note: str = "",
        progress: Progress = SILENT,
    ) -> list[Path]:
        """Write a file of queries, and with `spreads` of how all answered, for each expert.

        Queries without a reply are written again, so that a file can be sent anew; an expert who
        took them already sees them once. Raises as `returning.write_returns`.
        """
        wanted = tuple(keys)
        rounds = {key.round for key in wanted} if spreads else set[str]()
        settled = {round_id: self._settled(round_id) for round_id in sorted(rounds)}
        return write_returns(self._around, self._asking, folder, wanted, settled, note, progress)

    def moved(self, consolidation: Consolidation) -> tuple[IndicatorMove, ...]:
        """What experts changed after spreads were sent to them, by country and indicator."""
        with self._around.database.reading() as connection:
            sendings = asked.load_sendings(connection, consolidation.round)
        return moves_since(
            sendings, consolidation.effective, consolidation.framework, consolidation.instruments
        )

    def _settled(self, round_id: str) -> Settled:
        return settle(self.collection(), round_id, self.resolutions())

    # Validation records.

    def decisions(self) -> tuple[Decision, ...]:
        """Every validation record, by id."""
        with self._around.database.reading() as connection:
            return records.load_decisions(connection)

    def record(self, *decisions: Decision) -> None:
        """Keep validation records for good, all or none; whether they may be is the caller's business.

        Raises:
            StorageError: they could not be kept; none of them is.
        """
        with self._around.database.writing() as connection:
            for decision in decisions:
                records.add_decision(connection, decision)

    def meetings(self, round_id: str) -> tuple[Meeting, ...]:
        """Every validation meeting of a round as it was last saved, by id."""
        with self._around.database.reading() as connection:
            return tuple(m for m in meetings.load_meetings(connection) if m.round == round_id)

    def save_meeting(self, meeting: Meeting) -> None:
        """Keep a meeting as it is now; how it was before stays readable."""
        with self._around.database.writing() as connection:
            meetings.add_meeting(connection, meeting, self._around.now())

    def original(self, sha256: str) -> Path | None:
        """The kept bytes of a received file; None when they are not here."""
        return self._around.attachments.path(sha256)

    def _collected(self, paths: Sequence[Path], read: Reader, progress: Progress) -> Collection:
        return collect(paths, self._around.library, progress, read=read)

    def _reports(self, new: Collection) -> tuple[FileReport, ...]:
        """Each file in its own round, beside everything that is here already."""
        here, resolutions = self.collection().files, self.resolutions()
        rounds = {f.document.identity.round for f in new.files if f.document is not None}
        found: dict[Path, FileReport] = {}
        for round_id in sorted(rounds) or [""]:
            inside = [f for f in (*here, *new.files) if _belongs(f, round_id)]
            settled = settle(Collection(new.library, tuple(inside)), round_id, resolutions)
            stood = tuple(f for f in here if _belongs(f, round_id))
            before = settle(Collection(new.library, stood), round_id, resolutions)
            found |= {report.path: report for report in told_of_versions(settled, before)}
        return tuple(found[file.path] for file in new.files)

    def _keep(self, file: ReadFile) -> ReadFile:
        """Keep the original bytes; a file that changed since it was read is refused."""
        if file.document is None:
            return file
        try:
            keep_bytes(self._around.attachments, file.place or file.path, file.sha256)
        except FileError as error:
            return ReadFile(file.path, error=error)
        return file

    def _read(self, stored: Received) -> ReadFile:
        # The digest tells files of one name apart; the name is what the coordinator knows.
        path = Path(stored.sha256[:12]) / stored.name
        try:
            document = document_from_json(
                json.loads(stored.document), self._around.library.instrument, stored.name
            )
        except AppError as error:  # the questionnaire's version is no longer at hand
            return ReadFile(path, error=error, sha256=stored.sha256)
        return ReadFile(path, packed(document), stored.content_hash, stored.sha256)


def _no_conflict(key: Identity, revision: int) -> AnswerError:
    return AnswerError(ErrorCode.CONFLICT_UNKNOWN, revision=revision, **asdict(key))


def _belongs(file: ReadFile, round_id: str) -> bool:
    return file.document is None or file.document.identity.round == round_id


def _received(file: ReadFile) -> Received:
    assert file.document is not None  # only files with one are kept
    text = json.dumps(document_as_json(file.document), ensure_ascii=False, separators=(",", ":"))
    name = PurePath(file.path).name
    return Received(name, file.sha256, file.content_hash, file.document.identity.round, text)
