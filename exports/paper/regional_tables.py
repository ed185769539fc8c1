"""Pages that set countries side by side: band table, certainty, domains, changes."""

from collections.abc import Sequence

from reportlab.platypus import PageBreak

from exports import band_table, chart_rows, charts, house
from exports.band_table import BandCell, BandLine
from exports.house import Palette
from exports.paper import regional_charts
from exports.paper.flow import gap, section, together
from exports.paper.parts import Chart
from exports.paper.regional_parts import (
    BESIDE,
    PAIRS_NOTE,
    heading,
    narrow,
)
from exports.paper.styles import Flowable, paragraph
from exports.paper.tables import plain_table, table
from wb6assess.reports.figures import interval_text, signed_text
from wb6assess.reports.region.rows import ChangeEntry, ChangePart, DomainPart, ProgressPart, Regional
from wb6assess.scoring.rounds import ProgressWord

_MM = house.MM


def state_of_play(content: Regional, palette: Palette) -> list[Flowable]:
    """The band table with its legend, the table of changes, how to read."""
    rows = [
        BandLine(
            row.country,
            row.in_progress,
            tuple(BandCell(cell.sign, cell.value, cell.band, cell.provisional) for cell in row.scores),
        )
        for row in content.bands
    ]
    chart = Chart(
        rows,
        lambda part: band_table.band_table(
            content.columns, part, content.lines, beside=content.beside, palette=palette
        ),
        lambda part: band_table.band_table_alt(content.columns, part),
    )
    keys = Chart(
        (0,),
        lambda _: band_table.legend(
            "confidential: too few experts",
            "insufficient data, no score is published",
            palette=palette,
        ),
        lambda _: "Legend of the bands and signs.",
    )
    own = f"{content.overall_text} " if content.overall_text else ""
    note = (
        f"{own}† provisional: coverage below the limit named in the notes. Countries in the order of "
        "their codes; no ranks are published. Regional lines need four countries with a published score."
    )
    return [
        *heading(
            "State of play", "Where the countries stand", f"{content.bands_finding}.", "state-of-play"
        ),
        chart,
        gap(10),
        keys,
        gap(8),
        *narrow(paragraph(note, "note")),
        *(_change_table(content.progress) if content.progress else []),
        gap(14),
        *_how_to_read(content),
    ]


def _change_table(progress: ProgressPart) -> list[Flowable]:
    columns = [part.title for part in progress.parts]
    rows = [
        (entry.country, [part.rows[place] for part in progress.parts])
        for place, entry in enumerate(progress.parts[0].rows)
    ]
    title = f"Change since {progress.since}"
    block = [
        *section(title, progress.text, key="change-table", level=1),
        gap(4, keep=True),
        Chart(
            rows,
            lambda some: charts.change_table(columns, some),
            lambda some: chart_rows.change_table_alt(title, columns, some),
        ),
    ]
    return [gap(12), together(block)]


def _how_to_read(content: Regional) -> list[Flowable]:
    rows = [[paragraph(label, "label"), paragraph(words, "note")] for label, words in content.reading]
    listed = plain_table(rows, [26 * _MM, house.READING_WIDTH - 26 * _MM], padding=1)
    return [together([*section("How to read the report", key="how-to-read", level=1), gap(3), listed])]


def certainty(content: Regional, palette: Palette) -> list[Flowable]:
    """Scores with their intervals, one panel a column of the band table."""
    story = heading("Certainty", "How certain are the scores", content.certainty_text, "certainty")
    for place in range(0, len(content.columns), 2):
        story += [regional_charts.panels(content, place, palette), gap(10)]
    return [*story, *narrow(paragraph(content.interval_note, "note"))]


def domain_pages(content: Regional, palette: Palette) -> list[Flowable]:
    """Each domain over the countries: scores, then law and practice."""
    story: list[Flowable] = []
    codes = [row.code for row in content.bands]
    for place, part in enumerate(content.domains):
        story += [gap(26), *_domain(part, place, codes, palette)]
    return [*story, PageBreak()]


def _domain(part: DomainPart, place: int, codes: Sequence[str], palette: Palette) -> list[Flowable]:
    note = (
        "Dot: published score, with its 90 % interval. Thin lines are the limits of the bands. “:” "
        "insufficient data (hatched), “c” confidential (grey), “z” not applicable (blank)."
    )
    kicker = f"Domain, {BESIDE}" if part.beside else "Domain"
    block = [
        *heading(kicker, part.title, f"{part.finding}.", f"domain-{place}"),
        *narrow(*(paragraph(words, "body", keep=True) for words in part.said)),
        gap(6, keep=True),
        regional_charts.dots(f"{part.title} by country", part.rows, "Country", palette),
        gap(4),
        *narrow(paragraph(note, "note")),
        gap(10),
        *section("By pillar", key=f"pillars-of-{place}", level=1),
        gap(2, keep=True),
        regional_charts.pillar_map(f"{part.title} by pillar", codes, part.pillars, palette),
        gap(14),
        *_gaps(part, place, palette),
    ]
    return [together(block)]


def _gaps(part: DomainPart, place: int, palette: Palette) -> list[Flowable]:
    """Law and practice by country, or one sentence where nothing can be stated."""
    head = section("Law and practice", part.gaps_text, key=f"law-{place}", level=1)
    if not part.gaps:
        return head
    return [
        *head,
        gap(6, keep=True),
        regional_charts.gaps("Law and practice", part.gaps, palette),
        gap(4),
        *narrow(paragraph(PAIRS_NOTE, "note")),
    ]


def changes(content: Regional, palette: Palette) -> list[Flowable]:
    """What changed since the earlier round, node by node; nothing without one."""
    progress = content.progress
    if progress is None:
        return []
    title = f"What changed since {progress.since}"
    story = heading("Progress", title, f"{progress.parts[0].finding}.", "progress")
    story += narrow(paragraph(progress.text, "note"))
    whole = progress.parts[0].rows
    if any(row.word for row in whole):
        story += [gap(8), regional_charts.slopes(whole, progress.since, content.round, palette)]
    for place, part in enumerate(progress.parts):
        story += [gap(14), *_change_part(part, place, progress.since, content.round, palette)]
    return [*story, PageBreak()]


def _change_part(
    part: ChangePart, place: int, before: str, now: str, palette: Palette
) -> list[Flowable]:
    title = f"{part.title}, {BESIDE}" if part.beside else part.title
    cells = [
        [row.country, *_totals(row)]
        for row in part.rows
        if row.word is not None or row.total is not None
    ]
    widths = [40 * _MM, 28 * _MM, 34 * _MM, 34 * _MM, 34 * _MM]
    head = ("Country", "Matched change", "90 % interval", "Total change", "Composition effect")
    fallen = [words for row in part.rows for words in _fell(row)]
    block = [
        *section(title, f"{part.finding}.", key=f"change-{place}", level=1),
        gap(4, keep=True),
        regional_charts.arrows(part, before, now, palette),
    ]
    if cells:
        right = frozenset(range(1, 5))
        block += [gap(4), table(cells, widths, head=head, right=right, padding=1.2)]
    if fallen:
        block += [gap(4), *narrow(*(paragraph(words, "small") for words in fallen))]
    return [together(block)]


def _totals(row: ChangeEntry) -> list[str]:
    return [
        signed_text(row.points, row.missing),
        interval_text(row.interval) if row.interval else row.missing,
        signed_text(row.total, row.missing),
        signed_text(row.composition, row.missing),
    ]


def _fell(row: ChangeEntry) -> list[str]:
    """A fall must name what fell."""
    if row.word is not ProgressWord.BACKSLIDING:
        return []
    named = ", ".join(row.fell) or "not named, for too few experts rated them"
    return [f"{row.country}, backsliding. Indicators that fell: {named}."]
