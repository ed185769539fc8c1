"""The charts of the regional report, each over the report's own rows: for Word as for paper."""

from collections.abc import Sequence
from dataclasses import replace

from exports import chart_rows, charts
from exports.chart_rows import BarRow, DotGroup, DotRow, HeatCell, HeatRow, Panel
from exports.house import Palette
from exports.look import Look
from exports.paper.parts import Chart
from exports.paper.regional_parts import (
    BESIDE,
    COLUMNS,
    STEP,
    dot_row,
    next_words,
    pair_row,
    score_dot,
    small_row,
)
from exports.profile_chart import profile
from wb6assess.reports.region.rows import (
    AgreementPart,
    AgreementRow,
    ChangeEntry,
    ChangePart,
    CountryPart,
    FieldPart,
    FixRow,
    GapRow,
    PillarLine,
    Regional,
    ScoreRow,
)

_GAIN = "Points gained overall"
_FIELD_GAIN = "Points gained in the field"
_STEPS = 298.0
"""Points for names with the text of the next level under them."""


def dots(title: str, rows: Sequence[ScoreRow], first: str, palette: Palette) -> Chart[DotRow]:
    """Scores with intervals, coverage, evidence and experts."""
    return Chart(
        [dot_row(row) for row in rows],
        lambda some: charts.dot_plot(some, first=first, columns=COLUMNS, step=STEP, look=Look(palette)),
        lambda some: chart_rows.dot_plot_alt(title, some),
    )


def panels(content: Regional, first: int, palette: Palette) -> Chart[int]:
    """Two columns of the band table side by side, with intervals."""
    shown = [
        Panel(title, tuple(score_dot(row.country, row.scores[place]) for row in content.bands))
        for place, title in enumerate(content.columns[first : first + 2], first)
    ]

    def part(places: Sequence[int]) -> list[Panel]:
        return [Panel(one.title, tuple(one.rows[at] for at in places)) for one in shown]

    return Chart(
        range(len(content.bands)),
        lambda some: charts.interval_panels(part(some), look=Look(palette)),
        lambda some: chart_rows.panels_alt(part(some)),
    )


def pillar_map(
    title: str, codes: Sequence[str], rows: Sequence[PillarLine], palette: Palette
) -> Chart[HeatRow]:
    """Pillars by countries: letter, number, colour."""
    shown = [
        HeatRow(row.id, row.title, tuple(HeatCell(score.sign, score.band) for score in row.scores))
        for row in rows
    ]
    return Chart(
        shown,
        lambda some: charts.heat_map(codes, some, look=Look(palette)),
        lambda some: chart_rows.heat_map_alt(title, codes, some),
    )


def gaps(title: str, rows: Sequence[GapRow], palette: Palette) -> Chart[chart_rows.PairRow]:
    """Law and practice."""
    return Chart(
        [pair_row(row) for row in rows],
        lambda some: charts.law_practice(some, look=Look(palette)),
        lambda some: chart_rows.pairs_alt(title, some),
    )


def arrows(part: ChangePart, before: str, now: str, palette: Palette) -> Chart[ChangeEntry]:
    """Matched changes of one node over the countries."""
    return _arrows(f"{part.title}, matched change", part.rows, before, now, palette)


def own_arrows(part: CountryPart, before: str, now: str, palette: Palette) -> Chart[ChangeEntry]:
    """Matched changes of one country over its fields."""
    rows = [replace(field.change, country=field.score.label) for field in part.fields if field.change]
    return _arrows(f"{part.name}, change since {before}", rows, before, now, palette)


def bars(part: CountryPart, rows: Sequence[FixRow], *, steps: bool = True) -> Chart[BarRow]:
    """What to fix first, by points gained; with the next level of each under its name."""
    return _bars(part.name, rows, _GAIN, steps=steps)


def field_bars(part: CountryPart, field: FieldPart) -> Chart[BarRow]:
    """What to fix first for a field's own score."""
    return _bars(f"{part.name}, {field.score.label}", field.fixes, _FIELD_GAIN)


def _bars(name: str, rows: Sequence[FixRow], heading: str, *, steps: bool = True) -> Chart[BarRow]:
    shown = [
        BarRow(row.id, row.title, next_words(row) if steps else "", row.points, row.now, row.target)
        for row in rows
    ]
    full = chart_rows.bar_scale(shown)
    room = _STEPS if steps else None
    return Chart(
        shown,
        lambda some: charts.gap_bars(some, heading=heading, full=full, label_width=room),
        lambda some: chart_rows.gap_bars_alt(f"{name}, {heading}", some),
        least=2,
    )


def slopes(rows: Sequence[ChangeEntry], before: str, now: str, palette: Palette) -> Chart[int]:
    """All countries at once, from the earlier round to today."""
    return Chart(
        (0,),
        lambda _: charts.slopes(rows, Look(palette), before=before, now=now),
        lambda _: chart_rows.changes_alt("Overall scores on matched indicators", rows),
    )


def pillars(part: CountryPart, palette: Palette) -> Chart[DotGroup]:
    """Every field of a country with its pillars."""
    groups = [
        DotGroup(_small(field.score), tuple(map(_small, field.rows)), BESIDE if field.beside else "")
        for field in part.fields
        if field.rows
    ]
    return Chart(
        groups,
        lambda some: profile(some, columns=("Coverage", "Experts"), look=Look(palette)),
        lambda some: chart_rows.profile_alt(f"{part.name} by pillar", some),
    )


def agreement(part: AgreementPart) -> Chart[AgreementRow]:
    """Alpha by domain, with its interval."""
    return Chart(
        part.region,
        charts.reliability,
        lambda some: chart_rows.reliability_alt("Agreement of experts by domain, alpha", some),
    )


def _arrows(
    title: str, rows: Sequence[ChangeEntry], before: str, now: str, palette: Palette
) -> Chart[ChangeEntry]:
    return Chart(
        rows,
        lambda some: charts.arrows(some, before=before, now=now, look=Look(palette)),
        lambda some: chart_rows.changes_alt(title, some),
    )


def _small(row: ScoreRow) -> DotRow:
    return small_row(row, (row.score.coverage, row.experts))
