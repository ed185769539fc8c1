"""Data tables of the charts, with native charts beside them."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from exports import house
from exports.regional.book import FIRST_ROW, Book, Columns
from exports.workbook.live import Content
from exports.workbook.sheets.chart import FONT, plain_axes
from wb6assess.reports.region.rows import PublicScore
from wb6assess.scoring.numbers import published

CHARTS = "Charts"
_COLUMNS = Columns(
    ("Field", "Country", "Score", "Low 5 %", "High 95 %", "Below", "Above"),
    (30, 26, 9, 9, 9, 9, 9),
    ("cell", "cell", "score", "score", "score", "score", "score"),
)
_HIGH = 15  # rows a chart takes
_CHART_COLUMN = 8

Node = tuple[str, Sequence[tuple[str, PublicScore]]]
"""A field and its countries, in code order."""


def write_charts(book: Book, nodes: Sequence[Node], sub: str) -> None:
    """One table of all scores with intervals, and a bar chart for each field beside it."""
    rows = [(title, name, score) for title, countries in nodes for name, score in countries]
    sheet = book.table(CHARTS, sub, _COLUMNS, [_row(*row) for row in rows])
    start = FIRST_ROW
    for place, (title, countries) in enumerate(nodes):
        end = start + len(countries) - 1
        if any(score.value is not None for _, score in countries):
            _chart(book, sheet, title, (start, end), FIRST_ROW + place * _HIGH)
        start = end + 1


def _row(title: str, name: str, score: PublicScore) -> Sequence[Content]:
    if score.value is None or score.interval is None:
        shown: Content = score.sign if score.value is None else float(score.value)
        return title, name, shown, None, None, None, None
    value = float(score.value)
    low, high = (float(published(end)) for end in score.interval)
    # Error bars are lengths; an interval need not hold the score.
    below, above = (float(published(max(0.0, part))) for part in (value - low, high - value))
    return title, name, value, low, high, below, above


def _chart(book: Book, sheet: Worksheet, title: str, rows: tuple[int, int], at_row: int) -> None:
    first, last = rows
    chart = book.book.add_chart({"type": "bar"})

    def cells(column: int) -> str:
        letter = "ABCDEFG"[column]
        return f"='{CHARTS}'!${letter}${first + 1}:${letter}${last + 1}"

    chart.add_series(
        {
            "name": title,
            "categories": [CHARTS, first, 1, last, 1],
            "values": [CHARTS, first, 2, last, 2],
            "fill": {"color": house.BAR},
            "border": {"none": True},
            "gap": 70,
            "x_error_bars": {
                "type": "custom",
                "plus_values": cells(6),
                "minus_values": cells(5),
                "line": {"color": house.INK, "width": 1.25},
            },
            "data_labels": {
                "value": True,
                "num_format": house.XLSX_SCORE,
                "position": "inside_base",
                "font": {**FONT, "bold": True, "color": house.WHITE},
            },
        }
    )
    chart.set_title({"name": title, "name_font": {**FONT, "size": 10}, "overlay": False})
    plain_axes(chart)
    chart.set_size({"width": 520, "height": 280})
    words = f"{title}: scores by country with 90 % intervals; the values stand in the table beside."
    place = {"object_position": 2, "description": words}
    sheet.insert_chart(at_row, _CHART_COLUMN, chart, place)
