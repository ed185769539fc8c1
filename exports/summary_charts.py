"""The charts of an expert's summary, drawn once for paper and screen."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from exports import chart_rows, charts
from exports.chart_rows import DotRow
from exports.house import COLOUR, Palette
from exports.look import Look
from exports.svg import as_svg
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.reports.expert.summary import summary_of
from wb6assess.reports.expert.summary_rows import Summary


def pillar_rows(content: Summary) -> list[DotRow]:
    """One row a pillar, in the questionnaire's order."""
    return [
        DotRow(row.id, row.title, row.published, row.sign, row.band, (row.coverage,), row.provisional)
        for row in content.pillars
    ]


def pillar_chart(rows: Sequence[DotRow], palette: Palette = COLOUR) -> Drawing:
    """Scores by pillar against the limits of the bands."""
    return charts.dot_plot(rows, Look(palette), first="Pillar", columns=("Coverage",))


def pillar_words(rows: Sequence[DotRow]) -> str:
    """The chart in one sentence, with every value."""
    return chart_rows.dot_plot_alt("Scores by pillar", rows)


def pillar_picture(report: AssessmentReport) -> tuple[str, str]:
    """The chart of pillars as an SVG document, and its alternative text."""
    rows = pillar_rows(summary_of(report))
    words = pillar_words(rows)
    return as_svg(pillar_chart(rows), words), words
