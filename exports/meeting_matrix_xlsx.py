"""The comment matrix as a workbook for the coordinator: one row a remark, to sort and filter."""

from collections.abc import Iterator
from pathlib import Path

from python_calamine import CalamineWorkbook

from exports import house
from exports.regional.book import FIRST_ROW, Book, Columns, Cover, workbook_at
from exports.workbook.cells import shown_text
from wb6assess.errors import ErrorCode, ExportError
from wb6assess.files import replacing
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.figures import fingerprint
from wb6assess.reports.meeting.comment_matrix import Matrix
from wb6assess.reports.meeting.words import NOT_PUBLIC

SHEET = "Comment matrix"
_HEADS = ("No", "Country", "Questionnaire", "Indicator", "Title", "From", "Remark", "Reply", "Changed")
_COLUMNS = Columns(_HEADS, (5, 14, 16, 10, 28, 14, 60, 36, 14), ("count", *("cell",) * 8))


def write_matrix_workbook(target: Path, matrix: Matrix, progress: Progress = SILENT) -> None:
    """Write the workbook, read it back, then put it in its place; same matrix, same bytes.

    Raises:
        ExportError: it could not be written or reads back differently; the old file is unchanged.
        Cancelled: the caller stopped the job; nothing was changed.
    """
    rows = list(_rows(matrix, progress))
    tag = house.SAMPLE_TAG if matrix.sample else ""
    cover = Cover(f"Comment matrix, round {matrix.round_title}", tag, NOT_PUBLIC)
    with replacing(target) as scratch:
        with workbook_at(scratch) as made:
            book = Book(made, cover)
            book.describe(matrix.newest, f"{tag} {NOT_PUBLIC}".strip())
            sub = f"{tag}  Nobody is named. Fingerprint {fingerprint(matrix.digest)}.".strip()
            book.table(SHEET, sub, _COLUMNS, rows)
        _check(scratch, target, rows)


def _rows(matrix: Matrix, progress: Progress) -> Iterator[tuple[float | str, ...]]:
    for number, row in enumerate(matrix.rows, start=1):
        progress.step(number - 1, len(matrix.rows), row.indicator)
        texts = (
            *(row.country_name, row.instrument_title, row.indicator, row.title),
            *(row.kind.value, row.remark, row.reply, row.changed),
        )
        yield float(number), *(shown_text(text) for text in texts)


def _check(scratch: Path, target: Path, rows: list[tuple[float | str, ...]]) -> None:
    sheet = CalamineWorkbook.from_path(str(scratch)).get_sheet_by_name(SHEET)
    found = [tuple(row) for row in sheet.to_python(skip_empty_area=False)[FIRST_ROW:]]
    for wanted, read in zip(rows, found, strict=False):
        if tuple(_plain(cell) for cell in wanted) != tuple(_plain(cell) for cell in read):
            raise ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=target, reason=f"row {wanted[0]}")
    if len(found) < len(rows):
        raise ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=target, reason="rows are missing")


def _plain(cell: object) -> object:
    """Line ends differ between what is written and what is read."""
    return cell.replace("\r\n", "\n") if isinstance(cell, str) else cell
