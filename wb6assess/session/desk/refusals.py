"""Files that were refused: kept with their reason, so that the next day still knows them.

Only the name, the digest and what was wrong are kept, never the file: what could not be read is
nothing we should store.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection
from uuid6 import uuid7

from wb6assess.errors import ErrorCode, FileError
from wb6assess.session.desk.file_reports import FileReport, Outcome
from wb6assess.session.surroundings import Surroundings
from wb6assess.store import refusals as table
from wb6assess.store.refusals import Refusal


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A refused file of an earlier import: which refusal, when, and its line."""

    id: str
    at: datetime
    report: FileReport


class Refusals:
    """What was refused in one workspace and is still open."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def standing(self) -> tuple[RefusedFile, ...]:
        """What was refused, neither put away nor taken in since; oldest first."""
        with self._around.database.reading() as connection:
            found = table.load_refusals(connection)
        return tuple(RefusedFile(item.id, item.at, _report(item)) for item in found)

    def put_away(self, ids: Sequence[str]) -> None:
        """Leave them refused: nobody needs to look at them again."""
        with self._around.database.writing() as connection:
            table.put_away(connection, ids, self._around.now())

    def keep(self, connection: Connection, reports: Iterable[FileReport], new: Container[str]) -> None:
        """Keep what an import refused; a corrected file settles the refusal of its name.

        Args:
            connection: Of the import.
            reports: Of its files.
            new: Digests of the files it brought; one that was here already corrects nothing, and many
                experts call their files alike.
        """
        files = list(reports)
        at = self._around.now()
        table.settle_names(connection, [file.path.name for file in files if file.sha256 in new], at)
        refused = (file for file in files if file.outcome is Outcome.REFUSED)
        table.add_refusals(connection, [_refusal(file, at) for file in refused])


def _refusal(report: FileReport, at: datetime) -> Refusal:
    error = report.error
    assert error is not None  # a file is refused for a reason
    facts = {name: _shown(value) for name, value in error.facts.items()}
    name = Path(report.path).name or str(report.path)
    return Refusal(str(uuid7()), at, name, report.sha256, error.code.value, facts, error.problems)


def _report(found: Refusal) -> FileReport:
    try:
        code = ErrorCode(found.code)
    except ValueError:  # a reason this version has another name for
        code = ErrorCode.FILE_UNREADABLE
    error = FileError(code, problems=found.problems, **found.facts)
    return FileReport(Path(found.id) / found.name, Outcome.REFUSED, error, sha256=found.sha256)


def _shown(value: object) -> str:
    if isinstance(value, tuple | list | set | frozenset):
        return ", ".join(str(item) for item in value)
    return str(value)
