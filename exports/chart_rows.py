"""What charts show: their rows, and each chart in words for whoever cannot see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from wb6assess.reports.figures import INSUFFICIENT, interval_text, score_text, signed_text
from wb6assess.reports.region.rows import AgreementRow, ChangeEntry
from wb6assess.reports.wording import band_words, gap_words
from wb6assess.scoring.bands import Band

_GAPS = tuple(gap_words(Decimal(points)) for points in (20, 10, 0, -10))


@dataclass(frozen=True, slots=True)
class DotRow:
    """One row of a dot plot; `value` is None where `sign` is ":", "c" or "z".

    `columns` are the texts right of score and band. `interval` are the ends of the 90 % interval.
    `code` is the country's where the row is about one; `bordering` the band a borderline score is next
    to.
    """

    key: str
    label: str
    value: Decimal | None
    sign: str
    band: Band | None
    columns: tuple[str, ...] = ()
    provisional: bool = False
    interval: tuple[float, float] | None = None
    code: str = ""
    bordering: Band | None = None

    @property
    def about(self) -> str:
        """What the row stands for."""
        return self.code or self.key or self.label


@dataclass(frozen=True, slots=True)
class Panel:
    """A small dot plot: a field over the countries, or one country over the fields."""

    title: str
    rows: tuple[DotRow, ...]


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
    """One indicator to fix: `gain` in points, levels now and aimed at as text.

    `score` and `aim` are the same levels on the scale 0-100, for drawing them.
    """

    key: str
    label: str
    remark: str
    gain: float
    now: str
    target: str
    score: float = 0.0
    aim: float = 100.0


@dataclass(frozen=True, slots=True)
class PairRow:
    """Law and practice of one country, institutions and interface beside them.

    None where `missing` stands instead.
    """

    label: str
    law: Decimal | None
    practice: Decimal | None
    institution: Decimal | None
    missing: str = INSUFFICIENT
    interface: Decimal | None = None
    code: str = ""

    @property
    def about(self) -> str:
        """What the row stands for."""
        return self.code or self.label

    @property
    def gap(self) -> Decimal | None:
        """Law minus practice."""
        if self.law is None or self.practice is None:
            return None
        return self.law - self.practice

    def reading(self, words: Sequence[str]) -> str | None:
        """What the gap is called, of four words from a large one to practice ahead of law."""
        return None if self.gap is None else words[_GAPS.index(gap_words(self.gap))]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source of uncertainty and the width in points of the interval it makes alone."""

    label: str
    width: float
    whole: bool = False


@dataclass(frozen=True, slots=True)
class SwingRow:
    """An indicator one level up, one down and left out: changes of the score in points.

    `removed` is None where no score would be left.
    """

    key: str
    label: str
    down: float
    up: float
    removed: float | None


@dataclass(frozen=True, slots=True)
class RankRow:
    """The ranks a country takes, for coordinators only; None where `missing` stands instead."""

    label: str
    ranks: tuple[int, int] | None
    missing: str = INSUFFICIENT
    code: str = ""

    @property
    def about(self) -> str:
        """What the row stands for."""
        return self.code or self.label


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A number or sign; coloured by `band` where there is one."""

    sign: str
    band: Band | None = None


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row of a heat map; a `strong` one is a field over its pillars."""

    key: str
    label: str
    cells: tuple[HeatCell, ...]
    strong: bool = False


def bar_scale(rows: Sequence[BarRow]) -> float:
    """The gain that fills a chart of these rows, so that parts of it keep one scale."""
    return max((row.gain for row in rows), default=0.0) or 1.0


def dot_plot_alt(title: str, rows: Sequence[DotRow]) -> str:
    """A dot plot in one sentence: title, number of rows and every value."""
    return f"{title}, {_counted(len(rows), 'row')}: {'; '.join(dot_words(row) for row in rows)}."


def panels_alt(panels: Sequence[Panel]) -> str:
    """Panels side by side: one sentence each."""
    return " ".join(dot_plot_alt(panel.title, panel.rows) for panel in panels)


def profile_alt(title: str, groups: Sequence[DotGroup]) -> str:
    """A profile in one sentence: each field, then its pillars."""
    return dot_plot_alt(title, [row for group in groups for row in (group.head, *group.rows)])


def gap_bars_alt(title: str, rows: Sequence[BarRow]) -> str:
    """Gap bars in one sentence."""
    values = "; ".join(
        f"{row.key} {row.label} {score_text(row.gain)} (level {row.now} to {row.target})"
        + (f", {row.remark}" if row.remark else "")
        for row in rows
    )
    return f"{title}, {_counted(len(rows), 'indicator')}: {values}."


def pairs_alt(title: str, rows: Sequence[PairRow]) -> str:
    """A dumbbell chart in one sentence."""
    values = "; ".join(
        f"{row.label} law {score_text(row.law)}, practice {score_text(row.practice)}, "
        f"institutions {score_text(row.institution)}, interface {score_text(row.interface)}, "
        f"gap {score_text(row.gap)}"
        for row in rows
    )
    return f"{title}, {_counted(len(rows), 'row')}: {values}."


def sources_alt(title: str, rows: Sequence[SourceRow]) -> str:
    """Widths by source in one sentence."""
    values = "; ".join(f"{row.label} {score_text(row.width)}" for row in rows)
    return f"{title}, {_counted(len(rows), 'row')}: {values}."


def swings_alt(title: str, rows: Sequence[SwingRow]) -> str:
    """One-at-a-time changes in one sentence."""
    values = "; ".join(
        f"{row.key} {row.label} down {signed_text(row.down)}, up {signed_text(row.up)}, "
        f"left out {signed_text(row.removed)}"
        for row in rows
    )
    return f"{title}, {_counted(len(rows), 'indicator')}: {values}."


def ranks_alt(title: str, rows: Sequence[RankRow]) -> str:
    """Rank ranges in one sentence."""
    values = "; ".join(f"{row.label} {ranks_text(row)}" for row in rows)
    return f"{title}, {_counted(len(rows), 'row')}: {values}."


def ranks_text(row: RankRow) -> str:
    """A rank range as it is printed: "2–4", "1", or the sign."""
    if row.ranks is None:
        return row.missing
    low, high = row.ranks
    return str(low) if low == high else f"{low}–{high}"


def reliability_alt(title: str, rows: Sequence[AgreementRow]) -> str:
    """Agreement in one sentence."""
    values = "; ".join(
        f"{row.label} {row.sign}"
        + (f" ({interval_text(row.interval, 2)})" if row.interval else "")
        + (f", {row.reading}" if row.reading else "")
        for row in rows
    )
    return f"{title}, {_counted(len(rows), 'row')}: {values}."


def changes_alt(title: str, rows: Sequence[ChangeEntry]) -> str:
    """Changes in one sentence."""
    values = "; ".join(f"{row.country} {_change(row)}" for row in rows)
    return f"{title}, {_counted(len(rows), 'row')}: {values}."


def change_table_alt(
    title: str, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[ChangeEntry]]]
) -> str:
    """A table of changes in one sentence, country by country."""
    values = "; ".join(
        f"{label}: "
        + ", ".join(f"{column} {_change(row)}" for column, row in zip(columns, changes, strict=True))
        for label, changes in rows
    )
    return f"{title}, {_counted(len(rows), 'row')}: {values}."


def heat_map_alt(title: str, columns: Sequence[str], rows: Sequence[HeatRow]) -> str:
    """A heat map in one sentence, row by row."""
    values = "; ".join(
        f"{row.label} "
        + ", ".join(f"{column} {cell.sign}" for column, cell in zip(columns, row.cells, strict=True))
        for row in rows
    )
    return f"{title}, {_counted(len(rows), 'row')}, {len(columns)} columns: {values}."


def dot_words(row: DotRow) -> str:
    """A row of a dot plot."""
    if row.band is None:
        return f"{row.label} {row.sign}"
    between = f"; 90 % interval {interval_text(row.interval)}" if row.interval else ""
    return f"{row.label} {row.sign} ({band_words(row.band)}{between})"


def _change(row: ChangeEntry) -> str:
    if row.word is None:
        return row.missing
    within = ", within uncertainty" if row.within else ""
    between = f", 90 % interval {interval_text(row.interval)}" if row.interval else ""
    return (
        f"{score_text(row.before)} to {score_text(row.now)}, {signed_text(row.points)} "
        f"({row.word.value}{between}{within})"
    )


def _counted(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
