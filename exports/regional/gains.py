"""What to fix first as bars: a table of the largest gains, a native chart for each score beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from exports.regional.beside import country_name, nodes, rounded
from exports.regional.book import FIRST_ROW, Book, Columns, CoordinatorBook
from exports.workbook.sheets.chart import FONT, bars, plain_axes
from wb6assess.reports.region.sensitivity import first_fixes

GAINS = "Gap bars"
TOP = 10
_HIGH = 14  # rows a chart takes


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows of a table that become one chart: `first` to `last`, counted from 0."""

    title: str
    first: int
    last: int


def write_gains(book: CoordinatorBook) -> None:
    """The largest gains of every country, overall and by field."""
    columns = Columns(
        ("Country", "Score of", "Indicator", "Title", "Level", "Target", "Gain"),
        (9, 30, 11, 60, 8, 8, 9),
        ("cell", "cell", "cell", "cell", "right", "count", "score"),
    )
    found = [
        (code, title, fix)
        for code, key, title in nodes(book)
        for fix in first_fixes(book.data.analysis, code, key)[:TOP]
    ]
    rows = (
        (code, title, fix.indicator, fix.title, fix.level, fix.target, rounded(fix.gain))
        for code, title, fix in found
    )
    sub = "Points each score would gain at the target level, the ten largest. Arithmetic, not advice."
    titles = [f"{country_name(book, code)}: {title}" for code, title, _ in found]
    draw_gains(book, book.table(GAINS, sub, columns, rows), titles, ids=2, gains=6, beside=8)


def draw_gains(
    book: Book,
    sheet: Worksheet,
    titles: Sequence[str],
    *,
    ids: int,
    gains: int,
    beside: int,
) -> None:
    """A bar chart for each run of rows with the same title.

    Args:
        book: The workbook.
        sheet: Where the table stands.
        titles: Of the chart that each row of the table belongs to.
        ids: Column of indicators.
        gains: Column of points.
        beside: Column where the charts begin.
    """
    for place, part in enumerate(_parts(titles)):
        chart = book.book.add_chart({"type": "bar"})
        where = [[sheet.name, part.first, column, part.last, column] for column in (ids, gains)]
        chart.add_series(bars(part.title, *where))
        plain_axes(chart)
        chart.set_x_axis({"min": 0, "visible": False, "major_gridlines": {"visible": False}})
        chart.set_title({"name": part.title, "name_font": {**FONT, "size": 10}, "overlay": False})
        chart.set_size({"width": 480, "height": 260})
        words = f"{part.title}: points gained by indicator; the values stand in the table beside."
        options = {"object_position": 2, "description": words}
        sheet.insert_chart(FIRST_ROW + place * _HIGH, beside, chart, options)


def _parts(titles: Sequence[str]) -> Iterator[_Part]:
    """Rows that follow each other under the same title."""
    start = 0
    for place, title in enumerate(titles):
        if place + 1 == len(titles) or titles[place + 1] != title:
            yield _Part(title, FIRST_ROW + start, FIRST_ROW + place)
            start = place + 1
