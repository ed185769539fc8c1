"""Files and folders that arrive: each read by itself, so that a bad one never stops the others."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from wb6assess.errors import AppError, ErrorCode, FileError
from wb6assess.exchange.digest import content_hash
from wb6assess.exchange.incoming import Incoming
from wb6assess.files import sayable
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Document
from wb6assess.progress import SILENT, Progress
from wb6assess.scoring.contribution import Contributions
from wb6assess.session.desk.file_reports import TAKEN_ELSEWHERE, Oddity, Remark
from wb6assess.session.desk.many_files import read_all
from wb6assess.session.desk.originals import digest_if_possible, digest_of
from wb6assess.session.desk.packed import packed
from wb6assess.store.files import DATABASE_FILE

Reader = Callable[[Path, Library], Incoming]
"""Reads one submission of any kind (`exports.incoming.read_incoming`)."""

_SUFFIXES = {".json", ".xlsx", ".xlsm", ".xls", ".ods", ".wb6"}
_OTHER_PROGRAMS = {".db", ".doc", ".docx", ".msg", ".odp", ".odt", ".ppt", ".pptx"}
"""Letters, mails and slides lie in every folder; inside they look like a damaged workbook."""
_CLOCKS_DIFFER = timedelta(days=1)
_KEPT = "attachments"
"""Beside a database; `store.attachments` calls it so, and would bring SQLAlchemy along."""
_LOCK_FILE = "~$"  # what spreadsheet programs put beside an open workbook


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file that was looked at: a document with its digests, or the error that stopped it.

    `path` is how the file is called in what is printed and stored, `place` where it lies: they differ
    where its name is no text. `sha256` is that of the file's bytes. `error` is None for a lock file,
    too, which is no submission and no mistake. `remarks` say what was odd about the reading.
    """

    path: Path
    document: Document | None = None
    content_hash: str = ""
    sha256: str = ""
    error: AppError | None = None
    is_submission: bool = True
    remarks: tuple[Remark, ...] = ()
    place: Path | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """Every file found, by path, each once; `known` is what scoring worked out of their answers."""

    library: Library
    files: tuple[ReadFile, ...]
    known: Contributions = field(default_factory=Contributions, repr=False, compare=False)


def collect(
    paths: Iterable[Path], library: Library, progress: Progress = SILENT, *, read: Reader
) -> Collection:
    """Read every file named or found in a named folder; a bad one never stops the others.

    Args:
        paths: Files and folders, in any order.
        library: Questionnaires of the framework; each is parsed once.
        progress: Told after each file.
        read: What reads one submission.

    Raises:
        Cancelled: by `progress`.
    """
    found = _found(paths)
    files = []
    with closing(read_all([path for path, _ in found], library, _One(read))) as arriving:
        for done, ((path, named), file) in enumerate(zip(found, arriving, strict=True), start=1):
            files.append(_judged(file, named=named))
            progress.step(done, len(found), path.name)
    return Collection(library, tuple(files))


def _found(paths: Iterable[Path]) -> list[tuple[Path, bool]]:
    """Every file once, sorted by path, with whether it was named itself."""
    found: dict[Path, tuple[Path, bool]] = {}
    for path in paths:
        # Path.is_dir would raise where a folder above may not be entered.
        for file, named in _walk(path) if os.path.isdir(path) else [(path, True)]:  # noqa: PTH112
            place = Path(os.path.abspath(file))  # noqa: PTH100 - links are not followed here
            known = found.get(place)
            found[place] = (file, named or (known is not None and known[1]))
    return [found[place] for place in sorted(found)]


def _walk(folder: Path) -> Iterator[tuple[Path, bool]]:
    unreadable: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=unreadable.append):
        # What a workspace keeps of files that came in is nothing that comes in.
        kept = {_KEPT} if DATABASE_FILE in names else set[str]()
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in kept)
        # A link to a folder may lead anywhere, a ring included; it is told, not followed.
        yield from ((Path(place) / name, True) for name in folders if (Path(place) / name).is_symlink())
        # A folder that is called like a file was meant as one.
        yield from ((Path(place) / name, False) for name in folders if _is_called_a_file(name))
        for name in names:
            if not name.startswith((".", _LOCK_FILE)):
                yield Path(place) / name, False
    for error in unreadable:
        yield Path(error.filename), True


def _is_called_a_file(name: str) -> bool:
    return Path(name).suffix.lower() in _SUFFIXES


@dataclass(frozen=True, slots=True)
class _One:
    """Reads one file, whatever it is; other processes get it, too."""

    read: Reader

    def __call__(self, path: Path, library: Library) -> ReadFile:
        shown = sayable(path)
        if path.name.startswith(_LOCK_FILE):
            return ReadFile(shown, is_submission=False)
        try:
            before = _stamp(path)
            found = self.read(path, library)
            sha256 = digest_of(path)
            if _stamp(path) != before:
                raise FileError(ErrorCode.FILE_CHANGING, path=path)
        except AppError as error:
            said = _sayable_error(error)
            return ReadFile(shown, sha256=digest_if_possible(path), error=said, place=path)
        digest = content_hash(found.document)
        remarks = tuple(_remarks(found, digest))
        return ReadFile(shown, packed(found.document), digest, sha256, remarks=remarks, place=path)


def _sayable_error(error: AppError) -> AppError:
    """The same error with the name of the file as it may be printed and stored."""
    named = Path(str(error.facts.get("path", "")))
    if sayable(named) == named:
        return error
    return type(error)(error.code, problems=error.problems, **{**error.facts, "path": sayable(named)})


def _remarks(found: Incoming, digest: str) -> Iterator[Remark]:
    document = found.document
    if found.sealed_hash and found.sealed_hash != digest:
        yield Remark(Oddity.EDITED_SINCE, {})
    if document.updated_at > datetime.now(UTC) + _CLOCKS_DIFFER:
        yield Remark(Oddity.FROM_THE_FUTURE, {"day": document.updated_at.date().isoformat()})
    for sentence in found.remarks:
        yield Remark(Oddity.IN_THE_FILE, {"sentence": sentence.rstrip(".")})


def _judged(file: ReadFile, *, named: bool) -> ReadFile:
    if file.error is None:
        return file
    return replace(file, is_submission=_meant(file.path, file.error, named=named))


def _meant(path: Path, error: AppError, *, named: bool) -> bool:
    """Whether a refused file was meant as a submission: not our own outputs, not a stray picture."""
    if named:
        return True
    if error.code is ErrorCode.HOLDS_RESULTS or error.code in TAKEN_ELSEWHERE:
        return False
    strange = error.code is ErrorCode.FILE_FORMAT_UNKNOWN or path.suffix.lower() in _OTHER_PROGRAMS
    return not strange or _is_called_a_file(path.name)


def _stamp(path: Path) -> tuple[int, int] | None:
    """Size and time of change; None where there is no file, which reading will tell better."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
