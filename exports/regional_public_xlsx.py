"""The public workbook: the report's tables after disclosure control, as plain values.

Nothing in it comes from a single expert: no codes, ratings, comments, file names or digests of files.
"""

from collections.abc import Callable
from pathlib import Path

from python_calamine import CalamineWorkbook

from exports import house
from exports.house import COLOUR, GREY
from exports.regional import public
from exports.regional.book import Book, Cover, workbook_at
from exports.regional.charts import write_charts
from exports.regional_pdf import data_date
from wb6assess.errors import ErrorCode, ExportError
from wb6assess.files import replacing
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.region.indicators import public_indicators
from wb6assess.reports.region.public import PublicRegion
from wb6assess.reports.region.rows import Regional
from wb6assess.session.desk.consolidation import Consolidation


def write_public(
    target: Path, consolidation: Consolidation, progress: Progress = SILENT, *, grey: bool = False
) -> None:
    """Write the public workbook, read it back, then put it in its place.

    The same consolidation gives the same bytes.

    Raises:
        ExportError: it could not be written or reads back differently; the old file is unchanged.
        Cancelled: by `progress`; nothing was changed.
    """
    content = consolidation.public
    indicators = tuple(public_indicators(PublicRegion(consolidation.analysis)))
    tags = [house.SAMPLE_TAG] * content.sample + [house.DRAFT_TAG] * content.draft
    cover = Cover(f"{content.title}, round {content.round}", "  ".join(tags), "public workbook")
    parts: list[tuple[str, Callable[[Book], None]]] = [
        ("summary", lambda book: public.write_summary(book, content)),
        ("bands", lambda book: public.write_bands(book, content)),
        ("scores", lambda book: public.write_scores(book, content)),
        ("pillars", lambda book: public.write_pillars(book, content)),
        ("indicators", lambda book: public.write_indicators(book, indicators)),
        ("law and practice", lambda book: public.write_law(book, content)),
        ("change", lambda book: public.write_change(book, content)),
        ("first to fix", lambda book: public.write_fixes(book, content)),
        ("meetings", lambda book: public.write_meetings(book, content)),
        ("agreement", lambda book: public.write_agreement(book, content)),
        ("charts", lambda book: _charts(book, content)),
        ("method", lambda book: public.write_method(book, content)),
        ("sources", lambda book: public.write_sources(book, content)),
    ]
    with replacing(target) as scratch:
        with workbook_at(scratch) as made:
            book = Book(made, cover, palette=GREY if grey else COLOUR)
            book.describe(data_date(consolidation), f"After disclosure control. {content.source}")
            for place, (name, write) in enumerate(parts):
                progress.step(place, len(parts), name)
                write(book)
        progress.step(len(parts), len(parts))
        _check(scratch, target, content)


def _charts(book: Book, content: Regional) -> None:
    nodes = [
        (title, [(row.country, row.scores[place]) for row in content.bands])
        for place, title in enumerate(content.columns)
    ]
    write_charts(book, nodes, content.interval_note)


def _check(scratch: Path, target: Path, content: Regional) -> None:
    """Read the band table back and compare it with the report's."""
    rows = CalamineWorkbook.from_path(str(scratch)).get_sheet_by_name(public.BANDS).to_python()
    shown = {str(row[0]): row[1:] for row in rows if row}
    for line in content.bands:
        wanted = [score.sign if score.value is None else float(score.value) for score in line.scores]
        found = shown.get(line.country, [])[: len(wanted)]
        if found != wanted:
            raise ExportError(
                ErrorCode.EXPORT_CHECK_FAILED, path=target, reason=f"{line.country}: {found}"
            )
