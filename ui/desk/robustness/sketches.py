"""The room's charts: the drawings of the papers over the desk's own rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from exports.chart_rows import BarRow, DotRow, PairRow, RankRow, SourceRow, SwingRow
from exports.look import Look
from exports.sketch import Sketch
from ui.desk.robustness.words import (
    fix_spoken,
    interval_spoken,
    pair_spoken,
    rank_spoken,
    source_spoken,
    swing_spoken,
)
from wb6assess.reports.region.sensitivity import FirstFix

if TYPE_CHECKING:  # the room opens before ReportLab is there
    from exports.row_drawing import RowDrawing

_INTERVAL = 78.0
"""Room for an interval, in points."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Robustness", text)


def intervals(title: str, rows: Sequence[DotRow]) -> Sketch[DotRow]:
    """Scores with their intervals, in code order and without ranks."""
    first, columns = _tr("Country"), (_tr("90 % interval"),)

    def draw(some: Sequence[DotRow], width: float, look: Look) -> RowDrawing:
        from exports import charts

        return charts.dot_plot(some, look, first=first, columns=columns, width=width, step=_INTERVAL)

    return Sketch(title, tuple(rows), draw, interval_spoken, (first, columns))


def gains(title: str, fixes: Sequence[FirstFix]) -> Sketch[BarRow]:
    """What to fix first: level now to target, and the points it would bring."""
    rows = tuple(
        BarRow(
            fix.indicator, fix.title, "", fix.gain, fix.level, str(fix.target), fix.score,
            20.0 * fix.target,
        )
        for fix in fixes
    )  # fmt: skip
    heading, full = _tr("Gain in points"), max((fix.gain for fix in fixes), default=0.0)

    def draw(some: Sequence[BarRow], width: float, look: Look) -> RowDrawing:
        from exports import charts

        return charts.gap_bars(some, look, heading=heading, full=full, width=width)

    return Sketch(title, rows, draw, fix_spoken, (heading, full))


def pairs(title: str, rows: Sequence[PairRow]) -> Sketch[PairRow]:
    """Law against practice."""

    def draw(some: Sequence[PairRow], width: float, look: Look) -> RowDrawing:
        from exports import charts

        return charts.law_practice(some, look, width=width)

    return Sketch(title, tuple(rows), draw, pair_spoken)


def swings(title: str, rows: Sequence[SwingRow], full: float) -> Sketch[SwingRow]:
    """What moves the score; `full` is the change that fills a side."""
    heading = _tr("Points of the score")

    def draw(some: Sequence[SwingRow], width: float, look: Look) -> RowDrawing:
        from exports import charts

        return charts.swing_bars(some, look, heading=heading, full=full, width=width)

    return Sketch(title, tuple(rows), draw, swing_spoken, (heading, full))


def sources(title: str, rows: Sequence[SourceRow]) -> Sketch[SourceRow]:
    """Where an interval comes from."""
    heading, full = _tr("Width in points"), max((row.width for row in rows), default=0.0)

    def draw(some: Sequence[SourceRow], width: float, look: Look) -> RowDrawing:
        from exports import charts

        return charts.source_bars(some, look, heading=heading, full=full, width=width)

    return Sketch(title, tuple(rows), draw, source_spoken, (heading, full))


def ranks(title: str, rows: Sequence[RankRow]) -> Sketch[RankRow]:
    """The ranks each country takes; for coordinators only."""

    def draw(some: Sequence[RankRow], width: float, look: Look) -> RowDrawing:
        from exports import charts

        return charts.rank_ranges(some, look, width=width)

    return Sketch(title, tuple(rows), draw, rank_spoken)
