"""The charts of the progress room: an arrow for each country, and the slopes of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from exports.look import Look
from exports.sketch import Sketch
from ui.desk.rounds.words import change_spoken
from wb6assess.reports.region.rows import ChangeEntry
from wb6assess.scoring.progress import Change

if TYPE_CHECKING:  # the room opens before ReportLab is there
    from exports.row_drawing import RowDrawing


def entry(code: str, name: str, change: Change | None) -> ChangeEntry:
    """A country's row; not comparable where nothing is known of the earlier round."""
    if change is None:
        return ChangeEntry(code, name)
    return ChangeEntry(
        code,
        name,
        change.before,
        change.now,
        change.word,
        change.interval,
        change.within_uncertainty,
        change.total,
        change.composition,
    )


def arrows(title: str, rows: Sequence[ChangeEntry], before: str, now: str) -> Sketch[ChangeEntry]:
    """From the earlier score to today's, with the change and its word."""

    def draw(some: Sequence[ChangeEntry], width: float, look: Look) -> RowDrawing:
        from exports import charts

        return charts.arrows(some, look, before=before, now=now, width=width)

    return Sketch(title, tuple(rows), draw, change_spoken, ("arrows", before, now))


def slopes(title: str, rows: Sequence[ChangeEntry], before: str, now: str) -> Sketch[ChangeEntry]:
    """All countries that can be compared on one axis; grey within uncertainty."""
    shown = tuple(row for row in rows if row.word is not None)

    def draw(some: Sequence[ChangeEntry], width: float, look: Look) -> RowDrawing:
        from exports import charts

        return charts.slopes(some, look, before=before, now=now, width=width)

    return Sketch(title, shown, draw, change_spoken, ("slopes", before, now))
