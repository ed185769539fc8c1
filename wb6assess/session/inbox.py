"""What the coordinator received: taking files in, looking before, taking an import back.

An import only ever adds: the documents in the workspace are a set, each file's original bytes are
kept under their digest, and taking an import back hides what only it brought.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from uuid6 import uuid7

from wb6assess.errors import AnswerError, AppError, ErrorCode, FileError
from wb6assess.exchange.answers import document_from_json
from wb6assess.exchange.written import document_as_json
from wb6assess.model.decision import Decision
from wb6assess.progress import SILENT, Progress
from wb6assess.session.file_reports import FileReport
from wb6assess.session.intake import Collection, Reader, ReadFile, collect
from wb6assess.session.settling import settle
from wb6assess.session.surroundings import Surroundings
from wb6assess.store import decisions as records
from wb6assess.store import intake as table
from wb6assess.store.attachments import AttachmentFolder
from wb6assess.store.intake import Intake, Received

__all__ = ["Inbox", "Intake", "TakenIn"]

LAST = "last"
"""Stands for the newest import that was not taken back."""

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class TakenIn:
    """One report per file; `intake` is the import's id, empty when nothing was new or for a look."""

    intake: str
    files: tuple[FileReport, ...]


class Inbox:
    """The coordinator's side of a workspace."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

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
        files = [_received(file) for file in kept.files if file.document is not None]
        if not files:
            return TakenIn("", reports)
        intake = str(uuid7())
        with self._around.database.writing() as connection:
            table.add_intake(connection, intake, self._around.now(), files)
        return TakenIn(intake, reports)

    def intakes(self) -> list[Intake]:
        """Every import, oldest first."""
        with self._around.database.reading() as connection:
            return table.list_intakes(connection)

    def undo(self, intake: str = LAST) -> Intake:
        """Take an import back; what another import brought, too, stays.

        Raises:
            AnswerError: IMPORT_UNKNOWN: there is none, or it was taken back already.
        """
        standing = [found for found in self.intakes() if found.undone_at is None]
        wanted = standing[-1:] if intake == LAST else [f for f in standing if f.id == intake]
        if not wanted:
            raise AnswerError(ErrorCode.IMPORT_UNKNOWN, import_id=intake)
        with self._around.database.writing() as connection:
            table.undo_intake(connection, wanted[0].id, self._around.now())
        return wanted[0]

    def collection(self) -> Collection:
        """Everything received, as if it lay in a folder."""
        with self._around.database.reading() as connection:
            stored = tuple(table.load_received(connection))
        library = self._around.library
        return Collection(library, tuple(sorted(map(self._read, stored), key=lambda f: f.path)))

    def decisions(self) -> tuple[Decision, ...]:
        """Every validation record, by id."""
        with self._around.database.reading() as connection:
            return records.load_decisions(connection)

    def record(self, decision: Decision) -> None:
        """Keep a validation record for good; whether it may be is the caller's business."""
        with self._around.database.writing() as connection:
            records.add_decision(connection, decision)

    def original(self, sha256: str) -> Path | None:
        """The kept bytes of a received file; None when they are not here."""
        return self._around.attachments.path(sha256)

    def _collected(self, paths: Sequence[Path], read: Reader, progress: Progress) -> Collection:
        return collect(paths, self._around.library, progress, read=read)

    def _reports(self, new: Collection) -> tuple[FileReport, ...]:
        """Each file in its own round, beside everything that is here already."""
        here = self.collection().files
        rounds = {f.document.identity.round for f in new.files if f.document is not None}
        found: dict[Path, FileReport] = {}
        for round_id in sorted(rounds) or [""]:
            inside = [f for f in (*here, *new.files) if _belongs(f, round_id)]
            settled = settle(Collection(new.library, tuple(inside)), round_id)
            found |= {report.path: report for report in settled.files}
        return tuple(found[file.path] for file in new.files)

    def _keep(self, file: ReadFile) -> ReadFile:
        """Keep the original bytes; a file that changed since it was read is refused."""
        if file.document is None:
            return file
        try:
            keep_bytes(self._around.attachments, file)
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
        return ReadFile(path, document, stored.content_hash, stored.sha256)


def keep_bytes(folder: AttachmentFolder, file: ReadFile) -> None:
    """Keep a file's bytes under the digest they had when it was read.

    Raises:
        FileError: FILE_MISSING, FILE_UNREADABLE: it is gone or was changed meanwhile.
        StorageError: they could not be kept.
    """
    if folder.intact(file.sha256):
        return
    try:
        folder.keep(_pieces(file.path), file.sha256)
    except FileError as error:
        if error.code is not ErrorCode.PACKAGE_INVALID:
            raise
        raise FileError(ErrorCode.FILE_UNREADABLE, path=file.path) from error


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_CHUNK):
                yield piece
    except FileNotFoundError as error:
        raise FileError(ErrorCode.FILE_MISSING, path=path) from error
    except OSError as error:
        raise FileError(ErrorCode.FILE_UNREADABLE, path=path) from error


def _belongs(file: ReadFile, round_id: str) -> bool:
    return file.document is None or file.document.identity.round == round_id


def _received(file: ReadFile) -> Received:
    assert file.document is not None  # only files with one are kept
    text = json.dumps(document_as_json(file.document), ensure_ascii=False, separators=(",", ":"))
    name = PurePath(file.path).name
    return Received(name, file.sha256, file.content_hash, file.document.identity.round, text)
