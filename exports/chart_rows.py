"""What charts show: their rows, and each chart in words for whoever cannot see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from wb6assess.reports.figures import INSUFFICIENT, score_text
from wb6assess.reports.wording import band_words
from wb6assess.scoring.bands import Band


@dataclass(frozen=True, slots=True)
class DotRow:
    """One row of a dot plot; `value` is None where `sign` is ":", "c" or "z".

    `columns` are the texts right of score and band.
    """

    key: str
    label: str
    value: Decimal | None
    sign: str
    band: Band | None
    columns: tuple[str, ...] = ()
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class DotGroup:
    """A field and its pillars; the overall score is a group without rows.

    `aside` says what sets the field apart ("beside, not in the overall score").
    """

    head: DotRow
    rows: tuple[DotRow, ...] = ()
    aside: str = ""


@dataclass(frozen=True, slots=True)
class BarRow:
    """One indicator to fix: `gain` in points, levels now and aimed at as text."""

    key: str
    label: str
    remark: str
    gain: float
    now: str
    target: str


@dataclass(frozen=True, slots=True)
class PairRow:
    """Law, practice and institutions of one country; None where `missing` stands instead."""

    label: str
    law: Decimal | None
    practice: Decimal | None
    institution: Decimal | None
    missing: str = INSUFFICIENT

    @property
    def gap(self) -> Decimal | None:
        """Law minus practice."""
        if self.law is None or self.practice is None:
            return None
        return self.law - self.practice


def bar_scale(rows: Sequence[BarRow]) -> float:
    """The gain that fills a chart of these rows, so that parts of it keep one scale."""
    return max((row.gain for row in rows), default=0.0) or 1.0


def dot_plot_alt(title: str, rows: Sequence[DotRow]) -> str:
    """A dot plot in one sentence: title, number of rows and every value."""
    values = "; ".join(
        f"{row.label} {row.sign}" + (f" ({band_words(row.band)})" if row.band else "") for row in rows
    )
    return f"{title}, {len(rows)} rows: {values}."


def profile_alt(title: str, groups: Sequence[DotGroup]) -> str:
    """A profile in one sentence: each field, then its pillars."""
    return dot_plot_alt(title, [row for group in groups for row in (group.head, *group.rows)])


def gap_bars_alt(title: str, rows: Sequence[BarRow]) -> str:
    """Gap bars in one sentence."""
    values = "; ".join(
        f"{row.key} {row.label} {score_text(row.gain)} (level {row.now} to {row.target})" for row in rows
    )
    return f"{title}, {len(rows)} indicators: {values}."


def pairs_alt(title: str, rows: Sequence[PairRow]) -> str:
    """A dumbbell chart in one sentence."""
    values = "; ".join(
        f"{row.label} law {score_text(row.law)}, practice {score_text(row.practice)}, "
        f"institutions {score_text(row.institution)}, gap {score_text(row.gap)}".strip()
        for row in rows
    )
    return f"{title}: {values}."
