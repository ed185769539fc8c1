"""A view of the desk as a PDF, to print or to send to a colleague at the desk."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from exports import house
from exports.pdf_check import check_pdf
from wb6assess.files import replacing
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.desk.view_rows import View, ViewTable

TAG = "COORDINATOR ONLY"
_LONG, _SHORT = 40, 4
"""Letters of a column's longest cell: more or fewer make no difference to its width."""


def write_view(target: Path, view: View, created: datetime, progress: Progress = SILENT) -> None:
    """Write a view, read it back, and only then put it under its name.

    Args:
        target: The file.
        view: What is shown.
        created: When the data last changed; the same view and time give the same bytes.
        progress: Told of every page.

    Raises:
        ExportError: the target cannot be written, or the file does not hold what it should.
        Cancelled: the caller stopped the job; nothing was changed.
    """
    # ReportLab takes a while to load; whoever never prints should not wait for it.
    from exports.paper.furniture import Furniture, build

    tags = (house.SAMPLE_TAG,) * view.sample + (TAG,)
    furniture = Furniture(
        title=view.title,
        head=view.title,
        foot=view.basis,
        fingerprint=view.fingerprint,
        created=created,
        tags=tags,
        bands=False,
        bare_first=False,
        language=view.language,
    )
    with replacing(target) as scratch:
        build(scratch, furniture, _story(view), progress)
        expected = (words for table in view.tables for row in table.rows for words in row)
        check_pdf(scratch, target, _plain(expected), view.fingerprint, heads=(view.title, *tags))


def _plain(words: Iterator[str]) -> Iterator[str]:
    from exports import fonts

    return (fonts.plain(text) for text in words)


def _story(view: View) -> list[Any]:
    from exports.paper.parts import Bookmark, gap, table
    from exports.paper.styles import paragraph

    story: list[Any] = [Bookmark(view.title, "top"), paragraph(view.title, "title"), gap(2)]
    story += [paragraph(view.subtitle, "subtitle")] if view.subtitle else []
    for part in view.tables:
        rows = [[_cell(words) for words in row] for row in part.rows]
        story += [
            gap(12),
            paragraph(part.title, "section", keep=True),
            gap(3),
            table(rows, _widths(part), head=part.heads, right=part.right),
        ]
    return [*story, gap(10), *(paragraph(note, "small") for note in view.notes)]


def _cell(words: str) -> str:
    return words or "\u00a0"


def _widths(part: ViewTable) -> Sequence[float]:
    """The page's width, shared by the longest words of each column."""
    wants = [
        min(_LONG, max(_SHORT, *(max(map(len, words.split()), default=0) for words in column)))
        + min(_LONG, max(map(len, column)))
        for column in zip(part.heads, *part.rows, strict=True)
    ]
    return [house.TEXT_WIDTH * want / sum(wants) for want in wants]
