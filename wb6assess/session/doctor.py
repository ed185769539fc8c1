"""Is all well with the data and the program? Looks at everything, changes nothing, takes no lock."""

import importlib.metadata
import platform
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import wb6assess
from wb6assess.errors import AppError, ErrorCode, StorageError
from wb6assess.instruments.library import Library
from wb6assess.store.attachments import AttachmentFolder
from wb6assess.store.backups import backups, check_backup
from wb6assess.store.database import translated
from wb6assess.store.examination import DatabaseExamined, examine_database, named_files
from wb6assess.store.files import DATABASE_FILE
from wb6assess.store.inspection import Kind, inspect_database
from wb6assess.store.migration import HEAD

LITTLE_BYTES = 500_000_000
"""Below this much free space it is time to make room; exports and copies need some."""
TOO_LITTLE_BYTES = 20_000_000
"""Below this, answers may soon not be stored any more."""

_PARTS = ("SQLAlchemy", "alembic", "pydantic", "PySide6-Essentials", "XlsxWriter", "reportlab")


class Verdict(StrEnum):
    """How a look ended."""

    FINE = "fine"
    ADVICE = "advice"
    FAULT = "fault"


class Look(StrEnum):
    """What is looked at, in this order."""

    WORKSPACE = "workspace"
    DATABASE = "database"
    REFERENCES = "references"
    TABLES = "tables"
    ATTACHMENTS = "attachments"
    ORPHANS = "orphans"
    BACKUPS = "backups"
    DISK = "disk"
    QUESTIONNAIRES = "questionnaires"
    VERSIONS = "versions"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look found.

    Attributes:
        look: What was looked at.
        verdict: How it ended.
        about: Which of several cases, for the sentence ("empty", "newer", …).
        facts: Named values for the sentence; never answers' texts.
        error: The error behind it, which has a sentence of its own.
    """

    look: Look
    verdict: Verdict
    about: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    error: AppError | None = None


def examine(folder: Path, library: Library) -> tuple[Finding, ...]:
    """Everything `doctor` looks at, in order.

    Args:
        folder: The workspace; need not exist.
        library: The questionnaires in use.
    """
    return (
        *_workspace(folder),
        _disk(folder),
        *_questionnaires(library),
        _versions(),
    )


def _workspace(folder: Path) -> Iterator[Finding]:
    path = folder / DATABASE_FILE
    if not path.is_file():
        missing = bool(backups(folder))
        verdict = Verdict.FAULT if missing else Verdict.FINE
        about = "missing" if missing else "new"
        yield Finding(Look.WORKSPACE, verdict, about, {"path": folder})
        return
    yield Finding(Look.WORKSPACE, Verdict.FINE, "there", {"path": folder})
    try:
        found = _database(path)
    except StorageError as error:
        yield Finding(Look.DATABASE, Verdict.FAULT, error.code, error=error)
        yield _backups(folder)
        return
    if found is not None:
        yield from _inside(path, found)
        yield from _files(path, folder)
    else:
        yield Finding(Look.DATABASE, Verdict.FINE, "empty", {"path": path})
    yield _backups(folder)


def _database(path: Path) -> DatabaseExamined | None:
    """What is inside a database of ours; None for one without tables."""
    with translated(path):
        kind = inspect_database(path).kind
    if kind is Kind.NOTHING:
        return None
    if kind is Kind.FOREIGN:
        raise StorageError(ErrorCode.DATABASE_FOREIGN, path=path)
    return examine_database(path)


def _inside(path: Path, found: DatabaseExamined) -> Iterator[Finding]:
    size_mb = round(path.stat().st_size / 10**6, 1)
    if found.problems:
        facts = {"path": path, "problem": found.problems[0]}
        yield Finding(Look.DATABASE, Verdict.FAULT, "damaged", facts)
    else:
        facts = {
            "assessments": found.assessments,
            "received": found.received,
            "size_mb": size_mb,
        }
        yield Finding(Look.DATABASE, Verdict.FINE, "sound", facts)
    broken = found.broken_references
    verdict = Verdict.FAULT if broken else Verdict.FINE
    yield Finding(Look.REFERENCES, verdict, "broken" if broken else "", {"count": broken})
    facts = {"found": found.version, "newest": HEAD}
    if found.version > HEAD:
        yield Finding(Look.TABLES, Verdict.FAULT, "newer", facts)
    else:
        yield Finding(Look.TABLES, Verdict.FINE, "older" if found.version < HEAD else "", facts)


def _files(path: Path, folder: Path) -> Iterator[Finding]:
    kept, named = AttachmentFolder(folder), named_files(path)
    here = set(kept.kept())
    missing = sorted(named.now - here)
    changed = sorted(digest for digest in here if not kept.intact(digest))
    verdict = Verdict.FAULT if missing or changed else Verdict.FINE
    facts = {"count": len(here), "missing": tuple(missing), "changed": tuple(changed)}
    yield Finding(Look.ATTACHMENTS, verdict, "faulty" if missing or changed else "", facts)
    orphans = kept.orphans(named.ever)
    size_mb = round(sum(orphan.stat().st_size for orphan in orphans) / 10**6, 1)
    facts = {"count": len(orphans), "size_mb": size_mb, "paths": orphans}
    yield Finding(Look.ORPHANS, Verdict.ADVICE if orphans else Verdict.FINE, facts=facts)


def _backups(folder: Path) -> Finding:
    copies = backups(folder)
    if not copies:
        return Finding(Look.BACKUPS, Verdict.ADVICE, "none", {"path": folder})
    facts = {"count": len(copies), "newest": copies[-1]}
    try:
        check_backup(copies[-1])
    except StorageError as error:
        return Finding(Look.BACKUPS, Verdict.FAULT, "damaged", facts, error)
    return Finding(Look.BACKUPS, Verdict.FINE, "", facts)


def _disk(folder: Path) -> Finding:
    place = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    free = shutil.disk_usage(place).free
    facts = {"path": place, "free_mb": free // 10**6}
    if free < TOO_LITTLE_BYTES:
        return Finding(Look.DISK, Verdict.FAULT, "full", facts)
    return Finding(Look.DISK, Verdict.ADVICE if free < LITTLE_BYTES else Verdict.FINE, "", facts)


def _questionnaires(library: Library) -> Iterator[Finding]:
    try:
        ids = library.ids()
    except AppError as error:
        yield Finding(Look.QUESTIONNAIRES, Verdict.FAULT, "framework", error=error)
        return
    read = []
    for item in ids:
        try:
            read += [
                f"{item} {library.instrument(item, version).version}"
                for version in library.versions(item)
            ]
        except AppError as error:
            # A domain of the framework whose questionnaire is not written yet stops nobody.
            unwritten = error.code is ErrorCode.INSTRUMENT_UNKNOWN
            verdict = Verdict.ADVICE if unwritten else Verdict.FAULT
            yield Finding(Look.QUESTIONNAIRES, verdict, "unreadable", {"questionnaire": item}, error)
    yield Finding(Look.QUESTIONNAIRES, Verdict.FINE, "", {"count": len(read), "read": tuple(read)})


def _versions() -> Finding:
    versions = {
        "wb6assess": wb6assess.__version__,
        "tables": HEAD,
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        "system": platform.platform(terse=True),
    }
    for name in _PARTS:
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # a built application carries its parts without their papers
    return Finding(Look.VERSIONS, Verdict.FINE, "", {"versions": versions})
