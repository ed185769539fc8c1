"""The regional report as a PDF; everything in it has passed disclosure control."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from exports.house import COLOUR, GREY
from exports.pdf_check import check_pdf
from wb6assess.files import replacing
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.region.rows import Regional
from wb6assess.session.desk.consolidation import Consolidation

_READ_WHOLE = 4
"""Pages at either end the check reads: front, band table however long its names, sources, digest."""


def write_regional(
    target: Path, consolidation: Consolidation, progress: Progress = SILENT, *, grey: bool = False
) -> None:
    """Write the regional report, read it back, and only then put it under its name.

    The same consolidation gives the same bytes. `grey` prints bands in the greyscale palette.

    Raises:
        ExportError: the target cannot be written, or the file does not hold what it should.
        Cancelled: the caller stopped the job; nothing was changed.
    """
    # ReportLab takes a while to load; whoever never prints should not wait for it.
    from exports.paper.furniture import build
    from exports.paper.regional import regional_furniture, regional_story

    content = consolidation.public
    furniture = regional_furniture(content, data_date(consolidation), palette=GREY if grey else COLOUR)
    with replacing(target) as scratch:
        build(scratch, furniture, regional_story(content, furniture), progress)
        check_pdf(scratch, target, _must_be_there(content), content.fingerprint, ends=_READ_WHOLE)


def data_date(consolidation: Consolidation) -> datetime:
    """The day the newest scored document was changed: the hour would say something of its expert."""
    times = [document.updated_at for document in consolidation.effective.values()]
    newest = max(times, default=datetime(2000, 1, 1, tzinfo=UTC))
    return newest.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def _must_be_there(content: Regional) -> Iterator[str]:
    yield content.digest
    for row in content.bands:
        yield row.country
        for cell in row.scores if not row.in_progress else ():
            yield cell.sign
