"""One table as a CSV file: UTF-8, a decimal point, ISO times, no cell a spreadsheet would run."""

import csv
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from wb6assess.errors import ErrorCode, ExportError
from wb6assess.files import replacing
from wb6assess.reports.tidy.tables import Cell, Table

_RUNS = ("=", "+", "-", "@", "\t", "\r")
_SHIELD = "'"


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A file that was written: where, how many rows under its head, bytes, SHA-256."""

    path: Path
    rows: int
    bytes: int
    sha256: str


def write_table(target: Path, table: Table) -> WrittenTable:
    """Write a table, read it back, then put it in its place.

    Raises:
        ExportError: it could not be written or reads back differently; the old file is unchanged.
    """
    with replacing(target) as scratch:
        rows = _write(scratch, table)
        if _rows_in(scratch, len(table.columns)) != rows:
            raise ExportError(
                ErrorCode.EXPORT_CHECK_FAILED, path=target, reason=f"not {rows} whole rows"
            )
        with scratch.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        size = scratch.stat().st_size
    return WrittenTable(target, rows, size, digest)


def cell_text(value: Cell) -> str:
    """A value as it stands in the file; nothing for none."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return shielded(value)
        case datetime():
            whole = value.astimezone(UTC).replace(microsecond=0)
            return whole.isoformat().replace("+00:00", "Z")
    return repr(value)


def shielded(text: str) -> str:
    """A text no spreadsheet takes for a formula: an apostrophe stands before what looks like one.

    Taking one apostrophe off every text that begins with one and such a sign gives the text back.
    """
    bare = text.lstrip(_SHIELD)
    return _SHIELD + text if bare.startswith(_RUNS) else text


def _write(path: Path, table: Table) -> int:
    rows = 0
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([column.name for column in table.columns])
        for rows, row in enumerate(table.rows(), start=1):  # noqa: B007 - the last number is the count
            writer.writerow(_texts(row, len(table.columns)))
    return rows


def _texts(row: Iterable[Cell], width: int) -> list[str]:
    texts = [cell_text(value) for value in row]
    if len(texts) != width:
        raise ValueError(f"{len(texts)} cells for {width} columns")
    return texts


def _rows_in(path: Path, width: int) -> int:
    """Rows under the head, as a reader finds them; -1 when one has another width."""
    with path.open(encoding="utf-8", newline="") as stream:
        widths: Iterator[int] = (len(row) for row in csv.reader(stream))
        found = list(widths)
    return len(found) - 1 if set(found) == {width} else -1
