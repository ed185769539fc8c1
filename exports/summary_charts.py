"""The charts of an expert's summary, drawn once for paper and screen."""

from collections.abc import Sequence

from exports import chart_rows, charts, house
from exports.chart_rows import DotRow
from exports.house import COLOUR, Palette
from exports.look import PAPER, Look
from exports.row_drawing import RowDrawing
from exports.sketch import Sketch
from exports.svg import as_svg
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.reports.expert.summary import summary_of
from wb6assess.reports.expert.summary_rows import Summary

_TITLE = "Scores by pillar"


def pillar_rows(content: Summary) -> list[DotRow]:
    """One row a pillar, in the questionnaire's order."""
    return [
        DotRow(row.id, row.title, row.published, row.sign, row.band, (row.coverage,), row.provisional)
        for row in content.pillars
    ]


def pillar_chart(rows: Sequence[DotRow], palette: Palette = COLOUR) -> RowDrawing:
    """Scores by pillar against the limits of the bands."""
    return _draw(rows, house.TEXT_WIDTH, Look(palette))


def _draw(rows: Sequence[DotRow], width: float, look: Look) -> RowDrawing:
    return charts.dot_plot(rows, look, first="Pillar", columns=("Coverage",), width=width)


def pillar_words(rows: Sequence[DotRow]) -> str:
    """The chart in one sentence, with every value."""
    return chart_rows.dot_plot_alt(_TITLE, rows)


def pillar_sketch(report: AssessmentReport) -> Sketch[DotRow]:
    """The chart of pillars, for a window; as wide as there is room."""
    return Sketch(_TITLE, tuple(pillar_rows(summary_of(report))), _draw, chart_rows.dot_words)


def saved_picture(sketch: Sketch[DotRow]) -> str:
    """The chart on paper as an SVG document with its alternative text."""
    return as_svg(sketch.draw(sketch.rows, house.TEXT_WIDTH, PAPER), sketch.described())
