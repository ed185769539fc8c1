"""The native bar chart of pillar scores."""

from collections.abc import Sequence

from xlsxwriter.chart import Chart

from exports import house
from exports.workbook.draft import Draft
from exports.workbook.names import SCORES
from exports.workbook.plan import FIRST_ROW

FONT = {"name": house.WORKBOOK_FONT, "size": 8, "color": house.INK}


def plain_axes(chart: Chart) -> None:
    """Bars from 0 to 100, the first category on top, no legend, no frame."""
    # The category axis is reversed so that the first pillar stands on top; the values stay below.
    chart.set_y_axis(
        {
            "reverse": True,
            "crossing": "max",
            "num_font": FONT,
            "line": {"color": house.INK},
            "major_tick_mark": "none",
        }
    )
    chart.set_x_axis(
        {
            "min": 0,
            "max": 100,
            "major_unit": 20,
            "num_font": {**FONT, "color": house.CAPTION},
            "num_format": "0",
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": house.AXIS, "width": 0.5}},
            "major_tick_mark": "none",
        }
    )
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    chart.set_plotarea({"border": {"none": True}, "fill": {"none": True}})


def bars(name: str, categories: Sequence[object], values: Sequence[object]) -> dict[str, object]:
    """Bars in one colour with their figures; ranges are (sheet, row, column, row, column)."""
    return {
        "name": name,
        "categories": list(categories),
        "values": list(values),
        "fill": {"color": house.BAR},
        "border": {"none": True},
        "gap": 70,
        "data_labels": {
            "value": True,
            "num_format": house.XLSX_SCORE,
            "font": {**FONT, "bold": True},
        },
    }


def bar_chart(draft: Draft, *, width: int, height: int) -> Chart:
    """Horizontal bars from 0 to 100 in the order of the questionnaire; empty where no score is."""
    chart = draft.book.add_chart({"type": "bar"})
    last = draft.plan.total_row - 1
    chart.add_series(bars("Score", [SCORES, FIRST_ROW, 1, last, 1], [SCORES, FIRST_ROW, 7, last, 7]))
    plain_axes(chart)
    chart.set_title({"none": True})
    chart.set_size({"width": width, "height": height})
    return chart
