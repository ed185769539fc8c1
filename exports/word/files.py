"""Word files of a regional result: written aside, read back, then put under their names."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from exports.house import COLOUR, GREY, Palette
from exports.regional_pdf import data_date
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.region.asks import asks_of
from wb6assess.reports.region.rows import CountryPart, Regional
from wb6assess.session.desk.consolidation import Consolidation

if TYPE_CHECKING:
    from exports.word.blocks import Pages


def write_regional_docx(
    target: Path, consolidation: Consolidation, progress: Progress = SILENT, *, grey: bool = False
) -> None:
    """The regional report, with the content of the PDF.

    The same consolidation gives the same bytes. `grey` takes the palette for grey printers.

    Raises:
        ExportError: the target cannot be written, or the file does not hold what it should.
        Cancelled: the caller stopped the job; nothing was changed.
    """
    from exports.word.regional import write_report

    content = consolidation.public
    palette = GREY if grey else COLOUR
    _write(
        target,
        consolidation,
        content,
        "regional report",
        lambda pages: write_report(pages, content, palette),
        _of_report(content),
        palette,
        progress,
    )


def write_country_brief(
    target: Path,
    consolidation: Consolidation,
    country: str,
    progress: Progress = SILENT,
    *,
    grey: bool = False,
) -> None:
    """Two pages on one country: position, strengths, what to fix first, what to ask for.

    Raises:
        KeyError: a country the framework does not have (a defect).
        ExportError, Cancelled: as `write_regional_docx`.
    """
    from exports.word.brief import write_brief

    content = consolidation.public
    part = {item.code: item for item in content.countries}[country]
    asks = asks_of(
        country,
        consolidation.instruments,
        consolidation.effective.values(),
        consolidation.framework.parameters.k_min_experts,
    )
    palette = GREY if grey else COLOUR
    _write(
        target,
        consolidation,
        content,
        f"brief on {part.name},",
        lambda pages: write_brief(pages, content, part, asks, palette),
        _of_brief(part),
        palette,
        progress,
    )


def write_handout(
    target: Path, consolidation: Consolidation, progress: Progress = SILENT, *, grey: bool = False
) -> None:
    """One page for a round table; raises as `write_regional_docx`."""
    from exports.word.handout import write_round_table

    content = consolidation.public
    palette = GREY if grey else COLOUR
    _write(
        target,
        consolidation,
        content,
        "round table",
        lambda pages: write_round_table(pages, content, palette),
        _of_bands(content),
        palette,
        progress,
    )


def _write(
    target: Path,
    consolidation: Consolidation,
    content: Regional,
    part: str,
    story: "Callable[[Pages], None]",
    expected: Iterable[str],
    palette: Palette,
    progress: Progress,
) -> None:
    """One file of the regional result."""
    # python-docx takes a while to load; whoever never writes Word should not wait for it.
    from exports.word.furniture import furniture_of
    from exports.word.writing import write_word

    write_word(
        target,
        furniture_of(content, part, palette),
        f"{content.title}: {part} {content.round}",
        data_date(consolidation),
        story,
        expected,
        progress,
    )


def _of_report(content: Regional) -> Iterator[str]:
    yield content.digest
    yield from content.notes
    yield from _of_bands(content)


def _of_bands(content: Regional) -> Iterator[str]:
    for row in content.bands:
        yield row.country
        for cell in row.scores if not row.in_progress else ():
            yield cell.sign


def _of_brief(part: CountryPart) -> Iterator[str]:
    yield part.text
    for field in part.fields:
        yield field.score.label
        yield field.score.score.sign
