"""The chart of the room: agreement with its interval against the limits, as on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from exports.look import Look
from exports.sketch import Sketch
from ui.desk.disagreement.tables import alpha_words, ends_words, reading_words
from wb6assess.reports.region.rows import AgreementRow
from wb6assess.scoring.raters import Reliability

if TYPE_CHECKING:  # the room opens before ReportLab is there
    from exports.row_drawing import RowDrawing


def _tr(text: str) -> str:
    return QCoreApplication.translate("Disagreement", text)


def agreement(title: str, found: Mapping[str, tuple[str, Reliability]]) -> Sketch[AgreementRow]:
    """Key of the table's row -> label and agreement, in the order of the rows."""
    rows = tuple(_row(key, label, each) for key, (label, each) in found.items())

    def draw(some: Sequence[AgreementRow], width: float, look: Look) -> RowDrawing:
        from exports import charts

        return charts.reliability(some, look, width=width)

    return Sketch(title, rows, draw, _spoken)


def _row(key: str, label: str, found: Reliability) -> AgreementRow:
    """Alpha in the words of the table beside it."""
    alpha = found.alpha
    between = alpha.interval if alpha.published is not None else None
    sign, reading = alpha_words(alpha), reading_words(alpha)
    return AgreementRow(label, alpha.published, sign, between, str(alpha.units), reading, key)


def _spoken(row: AgreementRow) -> str:
    said = _tr("{label}: alpha {alpha}, {reading}, {units} units")
    if row.interval is not None:
        said = _tr("{label}: alpha {alpha}, 90 % interval {interval}, {reading}, {units} units")
    return said.format(
        label=row.label,
        alpha=row.sign,
        interval=ends_words(row.interval),
        reading=row.reading,
        units=row.units,
    )
