"""A view of the desk as a PDF, to print or to send to a colleague at the desk."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from exports import house
from exports.look import ENGLISH, Look, Words
from exports.pdf_check import check_pdf
from exports.sketch import AnySketch
from wb6assess.files import replacing
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.desk.view_rows import View, ViewTable

TAG = "COORDINATOR ONLY"
_LONG, _PADDING = 200.0, 7.0
"""Points: a longer cell makes its column no wider; what a cell needs beside its words."""
_ROOMY, _TIGHT = 2.6, 1.4
"""Points above and below a cell; tight where that saves a page, often one of a few last rows."""
_TOGETHER = 14
"""Rows of a chart that stay on one page with their head."""


def write_view(
    target: Path,
    view: View,
    created: datetime,
    progress: Progress = SILENT,
    *,
    charts: Sequence[AnySketch] = (),
    words: Words = ENGLISH,
) -> None:
    """Write a view, read it back, and only then put it under its name.

    Args:
        target: The file.
        view: What is shown.
        created: When the data last changed; the same view and time give the same bytes.
        progress: Told of every page.
        charts: Of the same figures; each stands over the table of its title, or before all tables.
        words: What charts add to their rows, in the view's language.

    Raises:
        ExportError: the target cannot be written, or the file does not hold what it should.
        Cancelled: the caller stopped the job; nothing was changed.
    """
    # ReportLab takes a while to load; whoever never prints should not wait for it.
    from exports.paper.furniture import Furniture, build

    tags = (house.SAMPLE_TAG,) * view.sample + (TAG,)
    # Charts are drawn for upright pages; wide tables alone are easier to read on the long side.
    lies = not charts and any(_wanted(part) > house.TEXT_WIDTH for part in view.tables)
    room = house.PAGE_HEIGHT - 2 * house.MARGIN if lies else house.TEXT_WIDTH
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
        landscape=lies,
    )
    with replacing(target) as scratch:

        def pages(padding: float) -> int:
            build(scratch, furniture, _story(view, charts, words, room, padding), progress)
            expected = _plain(text for table in view.tables for row in table.rows for text in row)
            return check_pdf(scratch, target, expected, view.fingerprint, heads=(view.title, *tags))

        roomy = pages(_ROOMY)
        if roomy > 1 and pages(_TIGHT) == roomy:
            pages(_ROOMY)


def _plain(words: Iterator[str]) -> Iterator[str]:
    from exports import fonts

    return (fonts.plain(text) for text in words)


def _story(
    view: View, charts: Sequence[AnySketch], words: Words, room: float, padding: float
) -> list[Any]:
    from exports.paper.flow import gap
    from exports.paper.parts import Bookmark
    from exports.paper.styles import paragraph
    from exports.paper.tables import table

    titles = {part.title for part in view.tables}
    story: list[Any] = [Bookmark(view.title, "top"), paragraph(view.title, "title"), gap(2)]
    story += [paragraph(view.subtitle, "subtitle")] if view.subtitle else []
    alone = [chart for chart in charts if chart.title not in titles]
    for title in dict.fromkeys(chart.title for chart in alone):
        story += _part(title, [chart for chart in alone if chart.title == title], words)
    for part in view.tables:
        rows = [[_cell(text) for text in row] for row in part.rows]
        story += [
            *_part(part.title, [chart for chart in charts if chart.title == part.title], words),
            table(rows, _widths(part, room), head=part.heads, right=part.right, padding=padding),
        ]
    return [*story, gap(10), *(paragraph(note, "small") for note in view.notes)]


def _part(title: str, charts: Sequence[AnySketch], words: Words) -> list[Any]:
    """A head and the charts below it."""
    from exports.paper.flow import gap, together
    from exports.paper.parts import Chart
    from exports.paper.styles import paragraph

    look = Look(words=words)

    def flowable(chart: AnySketch) -> Any:
        def draw(some: Sequence[Any]) -> Any:
            return chart.draw(some, house.TEXT_WIDTH, look)

        return Chart(chart.rows, draw, chart.described)

    head = [paragraph(title, "section", keep=True), gap(3, keep=True)]
    if charts and len(charts[0].rows) <= _TOGETHER:
        head = [together([*head, flowable(charts[0])]), gap(8)]
        charts = charts[1:]
    return [gap(12), *head, *(item for chart in charts for item in (flowable(chart), gap(8)))]


def _cell(words: str) -> str:
    return words or "\u00a0"


def _wanted(part: ViewTable) -> float:
    """Points at which no line of the table would break, overlong cells aside."""
    return sum(want for _, want in _columns(part))


def _widths(part: ViewTable, room: float) -> Sequence[float]:
    """The page's width: every column's longest word first, the rest by how much is said."""
    least, wants = zip(*_columns(part), strict=True)
    extra = [max(0.0, want - few) for want, few in zip(wants, least, strict=True)]
    rest, open_room = room - sum(least), sum(extra)
    if rest < 0 or not open_room:
        return [room * few / sum(least) for few in least]
    return [few + rest * more / open_room for few, more in zip(least, extra, strict=True)]


def _columns(part: ViewTable) -> Iterator[tuple[float, float]]:
    """Width of each column's longest word, and of its longest cell; in points."""
    from exports import fonts

    def longest(column: Sequence[str], *, words: bool) -> float:
        head, *cells = column
        pieces = [(head, 7.5, fonts.BOLD), *((text, 8.5, fonts.REGULAR) for text in cells)]
        return max(
            fonts.width(piece, size, font)
            for text, size, font in pieces
            for piece in (text.split() if words else (text,)) or ("",)
        )

    for column in zip(part.heads, *part.rows, strict=True):
        least = longest(column, words=True) + _PADDING
        yield least, min(_LONG, longest(column, words=False) + _PADDING)
