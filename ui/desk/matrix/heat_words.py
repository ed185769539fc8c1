"""The cells of the matrix in words, for each measure."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ui.desk.matrix.heat_cell import Ground, HeatCell
from ui.marks import Mark
from ui.report_words import band_words
from wb6assess.reports.desk.matrix import DOMAIN, MatrixCell, Measure
from wb6assess.reports.figures import (
    INSUFFICIENT,
    NOT_APPLICABLE,
    PROVISIONAL,
    score_text,
    share_text,
    signed_text,
)
from wb6assess.scoring.bands import Band
from wb6assess.scoring.rounds import ProgressWord
from wb6assess.scoring.tree import NodeStatus

TRIANGLES: Mapping[ProgressWord, int] = {word: place - 1 for place, word in enumerate(ProgressWord)}
"""Glyph of a word for a change: -1 one triangle down, 0 a dot, else so many up."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Matrix", text)


def measure_words(measure: Measure) -> str:
    """What the matrix can show."""
    return {
        Measure.SCORE: _tr("Score"),
        Measure.COVERAGE: _tr("Coverage"),
        Measure.AGREEMENT: _tr("Agreement"),
        Measure.CHANGE: _tr("Change"),
    }[measure]


def short_band_words(band: Band) -> str:
    """A band where there is little room."""
    return {
        Band.EARLY: _tr("early stage"),
        Band.SOME: _tr("some level"),
        Band.MODERATE: _tr("moderate"),
        Band.GOOD: _tr("good level"),
        Band.ADVANCED: _tr("well advanced"),
    }[band]


def progress_words(word: ProgressWord) -> str:
    """The word for a matched change."""
    return {
        ProgressWord.BACKSLIDING: _tr("backsliding"),
        ProgressWord.NONE: _tr("no progress"),
        ProgressWord.LIMITED: _tr("limited progress"),
        ProgressWord.SOME: _tr("some progress"),
        ProgressWord.GOOD: _tr("good progress"),
        ProgressWord.VERY_GOOD: _tr("very good progress"),
    }[word]


def figure_words(cell: MatrixCell, measure: Measure) -> str:
    """The figure alone, as a table holds it."""
    match measure:
        case Measure.SCORE:
            dagger = PROVISIONAL if cell.node.provisional else ""
            return score_text(cell.node.published, _missing(cell)) + dagger
        case Measure.COVERAGE:
            return share_text(cell.node.coverage, NOT_APPLICABLE)
        case Measure.AGREEMENT:
            return share_text(cell.agreed.share)
        case Measure.CHANGE:
            return signed_text(cell.changed.points if cell.changed else None)


def heat_cell(cell: MatrixCell, measure: Measure, country: str, pillar: str) -> HeatCell:
    """A cell as it is painted and read out; `country` and `pillar` are their names."""
    makers = {
        Measure.SCORE: _score,
        Measure.COVERAGE: _coverage,
        Measure.AGREEMENT: _agreement,
        Measure.CHANGE: _change,
    }
    where = f"{country}, {pillar if cell.pillar != DOMAIN else _tr('domain')}"
    return makers[measure](cell, where)


def _missing(cell: MatrixCell) -> str:
    return INSUFFICIENT if cell.applies else NOT_APPLICABLE


def _nothing(cell: MatrixCell, where: str) -> HeatCell:
    if not cell.applies:
        words = _tr("not applicable")
        return HeatCell(NOT_APPLICABLE, words, Ground.PLAIN, f"{where}: {words}")
    words = _tr("insufficient data")
    return HeatCell(INSUFFICIENT, words, Ground.HATCH, f"{where}: {words}")


def _score(cell: MatrixCell, where: str) -> HeatCell:
    if cell.node.status is not NodeStatus.OK or cell.band is None:
        return _nothing(cell, where)
    text = figure_words(cell, Measure.SCORE)
    parts = [f"{score_text(cell.node.published)} {band_words(cell.band)}"]
    if cell.node.provisional:
        parts.append(_tr("provisional"))
    apart = cell.agreed.apart
    if apart:
        parts.append(_tr("experts disagree on {n}").format(n=apart))
    return HeatCell(
        text,
        short_band_words(cell.band),
        Ground.BAND,
        f"{where}: {', '.join(parts)}",
        letter=cell.band.letter,
        key=cell.band.value,
        mark=Mark.DISAGREE if apart and cell.pillar != DOMAIN else None,
    )


def _coverage(cell: MatrixCell, where: str) -> HeatCell:
    if not cell.applies or cell.node.coverage is None:
        return _nothing(cell, where)
    words = _tr("provisional") if cell.node.provisional else _tr("enough")
    if cell.node.status is not NodeStatus.OK:
        words = _tr("insufficient")
    text = figure_words(cell, Measure.COVERAGE)
    return HeatCell(text, words, Ground.BAR, f"{where}: {text}, {words}", share=cell.node.coverage)


def _agreement(cell: MatrixCell, where: str) -> HeatCell:
    agreed = cell.agreed
    if agreed.share is None:
        words = _tr("not rated twice")
        return HeatCell(INSUFFICIENT, words, Ground.HATCH, f"{where}: {words}")
    words = _tr("{n} of {of} agreed").format(n=agreed.agreed, of=agreed.rated)
    text = figure_words(cell, Measure.AGREEMENT)
    spoken = f"{where}: {words}"
    if agreed.apart:
        spoken += ", " + _tr("experts disagree on {n}").format(n=agreed.apart)
    return HeatCell(
        text,
        words,
        Ground.BAR,
        spoken,
        share=agreed.share,
        letter=str(agreed.apart) if agreed.apart else "",
        mark=Mark.DISAGREE if agreed.apart else None,
    )


def _change(cell: MatrixCell, where: str) -> HeatCell:
    changed = cell.changed
    if changed is None or changed.word is None:
        words = _tr("no earlier round") if changed is None else _tr("not comparable")
        return HeatCell(INSUFFICIENT, words, Ground.HATCH, f"{where}: {words}")
    text, words = signed_text(changed.points), progress_words(changed.word)
    return HeatCell(
        text,
        words,
        Ground.PROGRESS,
        f"{where}: {text} {words}",
        key=changed.word.value,
        triangles=TRIANGLES[changed.word],
    )
