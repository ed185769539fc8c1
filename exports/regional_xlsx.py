"""The coordinator's workbook: everything, live where formulas can do it.

It holds every expert's rating under the expert's code, so it stays with the coordinator.
"""

from collections.abc import Callable
from pathlib import Path

from python_calamine import CalamineWorkbook

from exports.house import COLOUR, GREY
from exports.regional import aspects, beside, sensitivity
from exports.regional.book import CoordinatorBook, workbook_at
from exports.regional.charts import write_charts
from exports.regional.check import CHECK, write_check
from exports.regional.countries import write_countries
from exports.regional.detail import write_consensus, write_ratings, write_sources
from exports.regional.gains import write_gains
from exports.regional.overview import REGION, write_notes, write_pillars, write_region
from exports.regional.parameters import write_parameters
from wb6assess.errors import ErrorCode, ExportError
from wb6assess.files import replacing
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.region.rows import PublicScore
from wb6assess.reports.wording import published_sign
from wb6assess.session.desk.consolidation import Consolidation

_PARTS: tuple[tuple[str, Callable[[CoordinatorBook], None]], ...] = (
    ("overview", write_region),
    ("notes", write_notes),
    ("pillars", write_pillars),
    ("countries", write_countries),
    ("consensus", write_consensus),
    ("law and practice", aspects.write_law),
    ("indices", aspects.write_indices),
    ("validation", aspects.write_validation),
    ("agreement", beside.write_reliability),
    ("severity", beside.write_severity),
    ("robustness", beside.write_robustness),
    ("swings", sensitivity.write_swings),
    ("without each expert", sensitivity.write_without),
    ("priorities", sensitivity.write_priorities),
    ("gap bars", write_gains),
    ("paths", aspects.write_paths),
    ("information gaps", beside.write_unknown),
    ("progress", beside.write_progress),
    ("decisions", beside.write_decisions),
    ("ratings", write_ratings),
    ("charts", lambda book: write_charts(book, _nodes(book), book.by_the_app)),
    ("sources", write_sources),
    ("parameters", write_parameters),
    ("check", write_check),
)


def write_consolidated(
    target: Path, consolidation: Consolidation, progress: Progress = SILENT, *, grey: bool = False
) -> None:
    """Write the workbook, read it back, then put it in its place.

    Raises:
        ExportError: it could not be written or reads back differently; the old file is unchanged.
        Cancelled: by `progress`; nothing was changed.
    """
    with replacing(target) as scratch:
        with workbook_at(scratch) as made:
            book = CoordinatorBook(made, consolidation, palette=GREY if grey else COLOUR)
            times = [document.updated_at for document in consolidation.effective.values()]
            book.describe(max(times, default=None), "Coordinator's workbook; not for publication.")
            for place, (name, write) in enumerate(_PARTS):
                progress.step(place, len(_PARTS), name)
                write(book)
        progress.step(len(_PARTS), len(_PARTS))
        _check(scratch, target, consolidation)


def _nodes(book: CoordinatorBook) -> list[tuple[str, list[tuple[str, PublicScore]]]]:
    """Every field over the countries, nothing hidden."""
    found: dict[str, list[tuple[str, PublicScore]]] = {}
    robustness = book.data.analysis.robustness
    for code, key, title in beside.nodes(book):
        country = book.data.scores.countries[code]
        node = country.domains[key].score.node if key else country.overall.node
        sign, sure = published_sign(node.status, node.published), robustness.node(code, key)
        score = PublicScore(sign, node.published, interval=sure.interval if sure else None)
        found.setdefault(title, []).append((beside.country_name(book, code), score))
    return list(found.items())


def _check(scratch: Path, target: Path, consolidation: Consolidation) -> None:
    """Read it back: every published score as computed, no difference on the sheet that compares."""
    workbook = CalamineWorkbook.from_path(str(scratch))
    rows = workbook.get_sheet_by_name(REGION).to_python()
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
    compared = workbook.get_sheet_by_name(CHECK).to_python()
    if any(row[2] != row[3] for row in compared[4:]):
        raise ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=target, reason=CHECK)
