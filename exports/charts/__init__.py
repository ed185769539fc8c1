"""Every chart, drawn once as a ReportLab Drawing for paper, screen (SVG) and Word.

A chart is rows of labels, marks and exact numbers (methodology 11); its rows and its words for whoever
cannot see it are in `exports.chart_rows`. Labels wrap and grow their row; nothing is cut.
"""

from exports.charts.bars import gap_bars, source_bars
from exports.charts.dots import dot_plot
from exports.charts.heat import heat_map
from exports.charts.pairs import dumbbell, law_practice
from exports.charts.panels import interval_panels
from exports.charts.progress import arrows, change_table, slopes
from exports.charts.robust import rank_ranges, reliability, swing_bars
from exports.charts.scale import band_chip, band_scale

__all__ = [
    "arrows",
    "band_chip",
    "band_scale",
    "change_table",
    "dot_plot",
    "dumbbell",
    "gap_bars",
    "heat_map",
    "interval_panels",
    "law_practice",
    "rank_ranges",
    "reliability",
    "slopes",
    "source_bars",
    "swing_bars",
]
