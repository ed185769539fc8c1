"""The coordinator's workbook of a consolidation: band table, pillars, consensus, ratings, sources.

It holds every expert's rating under the expert's code, so it stays with the coordinator.
"""

from pathlib import Path

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from exports.regional.book import Book
from exports.regional.detail import write_consensus, write_parameters, write_ratings, write_sources
from exports.regional.overview import REGION, write_pillars, write_region
from wb6assess.errors import ErrorCode, ExportError
from wb6assess.files import replacing
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.wording import published_sign
from wb6assess.session.consolidation import Consolidation


def write_consolidated(target: Path, consolidation: Consolidation, progress: Progress = SILENT) -> None:
    """Write the workbook, read it back, then put it in its place.

    Raises:
        ExportError: it could not be written or reads back differently; the old file is unchanged.
    """
    with replacing(target) as scratch:
        with Workbook(str(scratch), {"strings_to_urls": False}) as made:
            _write(Book(made, consolidation), progress)
        _check(scratch, target, consolidation)


def _write(book: Book, progress: Progress) -> None:
    _set_properties(book)
    total = 3
    progress.step(0, total, "overview")
    write_region(book)
    write_pillars(book)
    progress.step(1, total, "consensus")
    write_consensus(book)
    progress.step(2, total, "ratings")
    write_ratings(book)
    write_sources(book)
    write_parameters(book)
    progress.step(total, total)


def _set_properties(book: Book) -> None:
    newest = max((document.updated_at for document in book.data.effective.values()), default=None)
    properties: dict[str, object] = {
        "title": f"{book.data.framework.title}, round {book.data.round}",
        "comments": "Coordinator's workbook; not for publication.",
    }
    if newest is not None:
        # The newest answer's time, not the clock's: same input, same bytes.
        properties["created"] = newest.replace(tzinfo=None, microsecond=0)
    book.book.set_properties(properties)


def _check(scratch: Path, target: Path, consolidation: Consolidation) -> None:
    """Read the band table back and compare every published score with the one computed."""
    rows = CalamineWorkbook.from_path(str(scratch)).get_sheet_by_name(REGION).to_python()
    shown = {str(row[0]): row[3:] for row in rows if row}
    for code, country in consolidation.scores.countries.items():
        nodes = [*(domain.score.node for domain in country.domains.values()), country.overall.node]
        wanted = [
            published_sign(node.status, None) if node.published is None else float(node.published)
            for node in nodes
        ]
        found = shown.get(code, [])[: len(wanted)]
        if found != wanted:
            raise ExportError(
                ErrorCode.EXPORT_CHECK_FAILED, path=target, reason=f"{code}: {found} for {wanted}"
            )
