"""The workspace a person has open: its assessments, and making new ones."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from uuid6 import uuid7

from wb6assess.errors import AnswerError, ErrorCode, InstrumentError, StorageError
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Identity
from wb6assess.progress import SILENT, Progress
from wb6assess.session.answer_checks import first_edits
from wb6assess.session.beside import beside, looks_beside
from wb6assess.session.evidence import named_files, take_attachments
from wb6assess.session.making import beginning_of, make
from wb6assess.session.names import refuse_bad_names
from wb6assess.session.open_assessment import OpenAssessment
from wb6assess.session.returned import ReturnLook, read_returned
from wb6assess.session.surroundings import Surroundings
from wb6assess.store import assessments as table
from wb6assess.store.attachments import AttachmentFolder
from wb6assess.store.backups import back_up, back_up_changes, backups
from wb6assess.store.beginnings import Beginning
from wb6assess.store.database import Database
from wb6assess.store.lock import WorkspaceLock, lock_workspace
from wb6assess.store.parts import load_divided
from wb6assess.store.records import AssessmentInfo, Divided
from wb6assess.store.startup import open_database

if TYPE_CHECKING:  # pydantic loads when a part is read, not at the start
    from wb6assess.exchange.parts import Part
    from wb6assess.session.desk.inbox import Inbox

__all__ = ["AssessmentInfo", "Divided", "Workspace"]


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


class Workspace:
    """All assessments of one folder; at most one process has it open.

    Attributes:
        folder: Where the data lie.
        library: The questionnaires.
    """

    def __init__(
        self,
        folder: Path,
        library: Library,
        lock: WorkspaceLock,
        database: Database,
        now: Callable[[], datetime],
    ) -> None:
        self.folder = folder
        self.library = library
        self._lock = lock
        self._database = database
        self._now = now
        self._around = Surroundings(database, library, AttachmentFolder(folder), now)
        self._open: dict[str, OpenAssessment] = {}

    @classmethod
    def open(
        cls,
        folder: Path,
        library: Library,
        database_url: str | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> Self:
        """Open a workspace, making it when the folder is new.

        Args:
            folder: Where the data lie.
            library: The questionnaires; nothing is read from it yet.
            database_url: A team's database; None for the file in the folder.
            now: The clock; gives UTC times.

        Raises:
            StorageError: in use, not writable, damaged, foreign, too new, disk full.
        """
        lock = lock_workspace(folder, now())
        try:
            database = open_database(folder, now(), database_url)
        except BaseException:
            lock.release()
            raise
        return cls(folder, library, lock, database, now)

    def assessments(self) -> list[AssessmentInfo]:
        """All assessments, newest edited first; questionnaires are read only after a crash."""
        self._make_counts()
        with self._database.reading() as connection:
            return table.list_assessments(connection)

    def info(self, assessment_id: str) -> AssessmentInfo:
        """One assessment.

        Raises:
            AnswerError: ASSESSMENT_UNKNOWN.
        """
        self._make_counts(assessment_id)
        return self._info(assessment_id)

    def new(
        self,
        *,
        country: str,
        instrument: str,
        expert: str,
        round: str,  # noqa: A002 - the product's word
        sample: bool = False,
        answers: Mapping[str, Answer] | None = None,
        source: Path | None = None,
    ) -> str:
        """Make an assessment with the newest version of an instrument.

        Args:
            country: Code of a country of the framework.
            instrument: Id of an instrument.
            expert: Pseudonymous code.
            round: Id of a round of the framework.
            sample: The answers will be invented; every output says so.
            answers: What it begins with, stored in the same transaction.
            source: The file the answers came in; attachments of a package are kept, too.

        Returns:
            Its id.

        Raises:
            AnswerError: EXPERT_CODE_INVALID, COUNTRY_UNKNOWN, ROUND_UNKNOWN, ASSESSMENT_EXISTS.
            AnswerError: ANSWER_NOT_ALLOWED: one of the answers; nothing was made.
            InstrumentError: INSTRUMENT_UNKNOWN, INSTRUMENT_INVALID.
            FileError: the package is damaged.
        """
        refuse_bad_names(self.library.framework, country, round, expert)
        questionnaire = self.library.instrument(instrument)
        identity = Identity(country, questionnaire.id, questionnaire.version, round, expert)
        edits = first_edits(questionnaire, answers or {})
        if source is not None:
            named = named_files(edit.after for edit in edits)
            take_attachments(self._around.attachments, source, named)
        new = Beginning(str(uuid7()), identity, questionnaire, self._now(), edits, sample)
        make(self._around, new)
        return new.id

    def new_from_part(self, part: "Part") -> str:
        """Make an assessment of a colleague's part, to answer it here and write it back.

        Returns:
            Its id.

        Raises:
            AnswerError: EXPERT_CODE_INVALID, COUNTRY_UNKNOWN, ROUND_UNKNOWN, ANSWER_NOT_ALLOWED;
                ASSESSMENT_EXISTS: the part, or the whole, is here already.
            InstrumentError: INSTRUMENT_UNKNOWN, INSTRUMENT_VERSION_UNKNOWN, INSTRUMENT_INVALID.
        """
        new = beginning_of(part, self.library, self._now())
        make(self._around, new)
        return new.id

    def divided(self) -> Divided:
        """Which assessments are divided among colleagues, and which are parts of one."""
        with self._database.reading() as connection:
            return load_divided(connection)

    def open_assessment(self, assessment_id: str, *, alone: bool = False) -> OpenAssessment:
        """An assessment to read and to answer; the same object each time.

        Args:
            assessment_id: Its id.
            alone: Leave out what checks find between the expert's questionnaires, which takes
                reading those; `look_beside` adds it later.

        Raises:
            AnswerError: ASSESSMENT_UNKNOWN.
        """
        if assessment_id not in self._open:
            info = self._info(assessment_id)
            self._open[assessment_id] = OpenAssessment(
                self._around, info, self._around.questionnaire_of(info)
            )
        if not alone:
            self.look_beside(assessment_id)
        return self._open[assessment_id]

    def neighbours(self, assessment_id: str) -> tuple[AssessmentInfo, ...]:
        """The expert's other questionnaires of the same country and round, for checks that compare.

        The newest edited of each instrument; none when no check looks beside.

        Raises:
            AnswerError: ASSESSMENT_UNKNOWN.
        """
        opened = self.open_assessment(assessment_id, alone=True)
        if not looks_beside(opened.instrument):
            return ()
        found: dict[str, AssessmentInfo] = {}
        with self._database.reading() as connection:
            for info in table.list_assessments(connection):
                if beside(info.identity, opened.info.identity):
                    found.setdefault(info.identity.instrument, info)
        return tuple(found.values())

    def look_beside(self, assessment_id: str) -> None:
        """Let the checks of an open assessment see the expert's others as they are now.

        Raises:
            AnswerError: ASSESSMENT_UNKNOWN.
        """
        neighbours = self.neighbours(assessment_id)
        sheets = [self.open_assessment(info.id, alone=True).sheet for info in neighbours]
        self._open[assessment_id].look_beside(sheets)

    def look_return(self, path: Path) -> ReturnLook:
        """What `take_return` would do; nothing is stored. Raises as `take_return`."""
        content, sha256 = read_returned(path)
        return self._addressee(content.key, path).look_return(content, sha256, str(path))

    def take_return(self, path: Path) -> str:
        """Take in a file of queries and spreads the coordinator sent.

        A handed-in assessment is reopened as its next revision, so that it can be answered;
        `look_return` says so before. The same file or query taken again changes nothing.

        Returns:
            The id of the assessment it is about.

        Raises:
            FileError: as `read_returned`; RETURN_INVALID.
            AnswerError: RETURN_OTHER: it is for another expert or assessment;
                RETURN_REVISION_UNKNOWN: it is about a revision later than the one here.
            StorageError: nothing was stored.
        """
        content, sha256 = read_returned(path)
        opened = self._addressee(content.key, path)
        opened.take_return(content, sha256, str(path))
        return opened.id

    def backups(self) -> tuple[Path, ...]:
        """The daily copies of the database, newest first; their names are their dates (UTC)."""
        return tuple(reversed(backups(self.folder)))

    @property
    def backed_up_at(self) -> datetime | None:
        """When the newest daily copy was made; None before the first."""
        newest = next(iter(self.backups()), None)
        try:
            return datetime.fromtimestamp(newest.stat().st_mtime, UTC) if newest else None
        except OSError:  # it went this moment; the next list says what there is
            return None

    def backup_now(self, target: Path | None = None, progress: Progress = SILENT) -> Path:
        """Copy everything into one file, or, without a target, the database beside the daily copies.

        Raises:
            StorageError: BACKUP_OF_SERVER; the copy could not be made.
            ExportError: BACKUP_TARGET_INSIDE; it could not be written there.
        """
        file = self._database.file
        if file is None:
            raise StorageError(ErrorCode.BACKUP_OF_SERVER)
        self._database.keep_own_file()
        if target is None:
            return back_up(file, self.folder, self._now())
        from wb6assess.session.backup import write_backup

        return write_backup(self.folder, target, progress, database=file).path

    def back_up_changes(self) -> None:
        """Copy the database beside the daily copies when it was written to since the newest one.

        Raises:
            StorageError: the copy could not be made.
        """
        file = self._database.file
        if file is not None:
            self._database.keep_own_file()
            back_up_changes(file, self.folder, self._now())

    @cached_property
    def inbox(self) -> "Inbox":
        """What the coordinator received; experts never need it."""
        from wb6assess.session.desk.inbox import Inbox

        return Inbox(self._around)

    def now(self) -> datetime:
        """The present moment by the workspace's clock, in UTC."""
        return self._now()

    def close(self) -> None:
        """Let the workspace go; everything is stored already.

        Raises:
            StorageError: another program exchanged the database since the last answer was stored:
                DATABASE_REPLACED, and it is ours again, or DATABASE_OVERWRITTEN. All is closed.
        """
        try:
            # Counts that cannot be stored now stay marked as stale and are made anew.
            with suppress(StorageError):
                for assessment in self._open.values():
                    assessment.note_counts()
            self._around.attachments.forget_copies()
            self._database.close()
        finally:
            self._open.clear()
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _info(self, assessment_id: str) -> AssessmentInfo:
        with self._database.reading() as connection:
            info = table.find_assessment(connection, assessment_id)
        if info is None:
            raise AnswerError(ErrorCode.ASSESSMENT_UNKNOWN, assessment=assessment_id)
        return info

    def _addressee(self, key: Identity, path: Path) -> OpenAssessment:
        """The assessment a file of the coordinator is about."""
        with self._database.reading() as connection:
            found = table.find_identity(connection, key)
        if found is None:
            whose = {**asdict(key), "version": key.instrument_version}
            raise AnswerError(ErrorCode.RETURN_OTHER, path=path, **whose)
        return self.open_assessment(found, alone=True)

    def _make_counts(self, only: str | None = None) -> None:
        """Count what changed since the last count; after a crash also what is not open now."""
        with self._database.reading() as connection:
            stale = table.stale_assessments(connection)
        for assessment_id in stale if only is None else {only}.intersection(stale):
            # A questionnaire that cannot be read or a full disk must not hide the list: opening
            # the assessment or the next answer says what is wrong.
            with suppress(InstrumentError, StorageError):
                self.open_assessment(assessment_id, alone=True).note_counts()
