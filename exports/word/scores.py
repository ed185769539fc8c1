"""Scores in the tables of Word files."""

from collections.abc import Sequence

from exports import house
from exports.word.blocks import Pages
from wb6assess.reports.figures import PROVISIONAL, interval_text
from wb6assess.reports.region.rows import PublicScore, ScoreRow
from wb6assess.reports.wording import band_words

_LOOKS = {2: "Cell Band", **dict.fromkeys((1, 3, 4, 5, 6), "Cell Number")}
_WIDTHS = tuple(part * house.MM for part in (40, 16, 42, 24, 17, 17, 14))


def score_table(pages: Pages, first: str, rows: Sequence[ScoreRow], caption: str) -> None:
    """Score, band in words, interval, coverage, evidence and experts of each row."""
    head = (first, "Score", "Band", "90 % interval", "Coverage", "Evidence", "Experts")
    pages.table(head, [_cells(row) for row in rows], _WIDTHS, looks=_LOOKS, caption=caption)


def score_text_of(score: PublicScore) -> str:
    """A score with the mark of a provisional one; the sign where there is none."""
    return f"{score.sign} {PROVISIONAL}" if score.provisional else score.sign


def _cells(row: ScoreRow) -> list[str]:
    score = row.score
    return [
        row.label,
        score_text_of(score),
        f"{score.band.letter}  {band_words(score.band)}" if score.band else "",
        interval_text(score.interval) if score.interval else "",
        score.coverage,
        row.evidence,
        row.experts,
    ]
