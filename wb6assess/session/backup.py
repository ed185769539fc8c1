"""Copies of a whole workspace: written to another place, brought back from there.

The daily copies inside the workspace hold the database alone, since attached files are never changed
or deleted there; a copy for another disk holds both.
"""

import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from wb6assess.errors import ErrorCode, ExportError, FileError, StorageError
from wb6assess.exchange.archive import Limits, UnsafeArchiveError, chunks, open_archive
from wb6assess.files import replacing
from wb6assess.progress import SILENT, Progress
from wb6assess.store.attachments import ATTACHMENT_FOLDER, DIGEST, AttachmentFolder
from wb6assess.store.backups import bring_back, check_backup, copy_database
from wb6assess.store.database import translated
from wb6assess.store.files import DATABASE_FILE
from wb6assess.store.lock import lock_workspace

SUFFIX = ".wb6backup"

_ZIP = b"PK\x03\x04"
_LIMITS = Limits(file=20 * 10**9, entries=50_000, entry=4 * 10**9, total=20 * 10**9)
_SPARE_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class BackupWritten:
    """What a copy holds; `damaged` attachments were left out, their bytes are no longer their own."""

    path: Path
    attachments: int
    damaged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """How many attached files came along, and where the database is that stood there, if any."""

    attachments: int
    replaced: Path | None


def write_backup(
    folder: Path, target: Path, progress: Progress = SILENT, *, database: Path | None = None
) -> BackupWritten:
    """Copy database and attached files into one file, also while the workspace is open.

    Args:
        folder: The workspace.
        target: Where to; outside the workspace.
        progress: Told after each attached file.
        database: The database's file when it does not lie in the workspace.

    Raises:
        FileError: FILE_MISSING: there is no database yet.
        StorageError: the database cannot be read or is damaged.
        ExportError: BACKUP_TARGET_INSIDE, or the copy could not be written; what stood there is
            unchanged.
    """
    source = database or folder / DATABASE_FILE
    if not source.is_file():
        raise FileError(ErrorCode.FILE_MISSING, path=source)
    if target.resolve().is_relative_to(folder.resolve()):
        raise ExportError(ErrorCode.BACKUP_TARGET_INSIDE, path=target)
    kept = AttachmentFolder(folder)
    found = kept.kept()
    sound = [digest for digest in found if kept.intact(digest)]
    with (
        replacing(target) as scratch,
        tempfile.TemporaryDirectory(prefix=".wb6-", dir=target.parent) as aside,
    ):
        copy = Path(aside) / DATABASE_FILE
        copy_database(source, copy)
        check_backup(copy)
        with zipfile.ZipFile(scratch, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(copy, DATABASE_FILE)
            for done, digest in enumerate(sound, start=1):
                archive.write(kept.folder / digest[:2] / digest, f"{ATTACHMENT_FOLDER}/{digest}")
                progress.step(done, len(sound), digest[:8])
        with zipfile.ZipFile(scratch) as archive:
            if archive.testzip() is not None:
                reason = "a part differs"
                raise ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=target, reason=reason)
    damaged = tuple(digest for digest in found if digest not in set(sound))
    return BackupWritten(target, len(sound), damaged)


def restore_backup(folder: Path, backup: Path, progress: Progress = SILENT) -> BroughtBack:
    """Bring a copy back as the workspace; the database that stood there is kept beside it.

    Args:
        folder: The workspace; nobody may have it open.
        backup: A copy made by `write_backup`, or one of the daily ones.
        progress: Told after each attached file.

    Raises:
        FileError: FILE_MISSING, FILE_UNREADABLE.
        StorageError: WORKSPACE_IN_USE, BACKUP_DAMAGED, DATABASE_FOREIGN, DATABASE_TOO_NEW, DISK_FULL;
            the database is unchanged.
    """
    moment = datetime.now(UTC)
    lock = lock_workspace(folder, moment)
    try:
        return _bring_back(folder, backup, moment, progress)
    finally:
        lock.release()


def _bring_back(folder: Path, backup: Path, moment: datetime, progress: Progress) -> BroughtBack:
    if not _is_bundle(backup):
        return BroughtBack(0, bring_back(folder, backup, moment))
    try:
        with open_archive(backup, _LIMITS) as archive, _unpacked(archive, folder) as database:
            check_backup(database, backup)
            count = _keep_attachments(archive, AttachmentFolder(folder), progress)
            replaced = bring_back(folder, database, moment)
    except UnsafeArchiveError as error:
        raise StorageError(ErrorCode.BACKUP_DAMAGED, path=backup, reason=str(error)) from error
    return BroughtBack(count, replaced)


def _is_bundle(backup: Path) -> bool:
    try:
        with backup.open("rb") as stream:
            return stream.read(len(_ZIP)) == _ZIP
    except FileNotFoundError as error:
        raise FileError(ErrorCode.FILE_MISSING, path=backup) from error
    except OSError as error:
        raise FileError(ErrorCode.FILE_UNREADABLE, path=backup) from error


@contextmanager
def _unpacked(archive: zipfile.ZipFile, folder: Path) -> Iterator[Path]:
    """The database of a copy, in a folder of its own on the workspace's disk."""
    names = set(archive.namelist()) - {DATABASE_FILE}
    if DATABASE_FILE not in archive.namelist() or not all(map(_digest_in, names)):
        raise UnsafeArchiveError("it holds other parts than a backup")
    needed = sum(entry.file_size for entry in archive.infolist()) + _SPARE_BYTES
    if shutil.disk_usage(folder).free < needed:
        raise StorageError(ErrorCode.DISK_FULL, path=folder)
    with translated(folder), tempfile.TemporaryDirectory(prefix=".wb6-", dir=folder) as aside:
        database = Path(aside) / DATABASE_FILE
        with database.open("wb") as stream:
            for piece in chunks(archive, DATABASE_FILE):
                stream.write(piece)
        yield database


def _keep_attachments(archive: zipfile.ZipFile, kept: AttachmentFolder, progress: Progress) -> int:
    digests = {name: digest for name in archive.namelist() if (digest := _digest_in(name))}
    for done, (name, digest) in enumerate(digests.items(), start=1):
        try:
            kept.keep(chunks(archive, name), digest)
        except FileError as error:
            raise UnsafeArchiveError("an attached file was changed") from error
        progress.step(done, len(digests), digest[:8])
    return len(digests)


def _digest_in(name: str) -> str:
    folder, _, digest = name.partition("/")
    return digest if folder == ATTACHMENT_FOLDER and DIGEST.fullmatch(digest) else ""
