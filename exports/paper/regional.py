"""The pages of the short regional report."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby, pairwise

from reportlab.platypus import PageBreak, Spacer

from exports import band_table, chart_rows, charts, house
from exports.band_table import BandCell, BandLine
from exports.chart_rows import DotGroup, DotRow, PairRow
from exports.house import COLOUR, Palette
from exports.paper.furniture import Furniture
from exports.paper.parts import (
    Bookmark,
    Chart,
    Part,
    Rule,
    gap,
    height_of,
    plain_table,
    section,
    table,
    together,
)
from exports.paper.styles import Flowable, paragraph
from exports.paper.words import fingerprint_lines, replaced_signs
from exports.profile_chart import profile
from wb6assess.reports.regional_rows import CountryPart, DomainPart, Regional, ScoreRow

_MM = house.MM
_READING = house.READING_WIDTH
_LOWEST_START, _HIGHEST_START = 100.0, 12.0
_BESIDE = "beside, not in the overall score"


def regional_furniture(content: Regional, created: datetime, *, palette: Palette = COLOUR) -> Furniture:
    """Head and foot of the regional report."""
    tags = [house.SAMPLE_TAG] * content.sample + [house.DRAFT_TAG] * content.draft
    return Furniture(
        title=f"{content.title}: {content.subtitle}",
        head=f"{content.title}  |  regional report {content.round}",
        foot=content.source,
        fingerprint=content.fingerprint,
        created=created,
        tags=tuple(tags),
        status_note=content.status_note,
        palette=palette,
    )


def regional_story(content: Regional, furniture: Furniture) -> list[Flowable]:
    """Front page, band table, each domain, each country, notes and sources."""
    palette = furniture.palette
    story = [
        *_front(content, furniture.frame_height),
        PageBreak(),
        *_state_of_play(content, palette),
        PageBreak(),
    ]
    for place, part in enumerate(content.domains):
        story += [gap(26), *_domain(part, place, palette)]
    story.append(PageBreak())
    for place, country in enumerate(content.countries):
        story += [gap(22), *_country(country, place, palette)]
    return [*story, *_method(content)]


def _front(content: Regional, room: float) -> list[Flowable]:
    """One page: it begins higher, then the text gets smaller, when there is much to say."""
    for use, air in (("finding", 8), ("body", 6)):
        page = _front_page(content, use, air)
        free = room - height_of(page, house.TEXT_WIDTH)
        if free >= _HIGHEST_START:
            break
    start = Spacer(1, min(_LOWEST_START, max(_HIGHEST_START, free - 4)))
    return [Bookmark(content.title, "top"), start, *page]


def _front_page(content: Regional, use: str, air: float) -> list[Flowable]:
    numbers = plain_table(
        [
            [paragraph(number, "figure") for number, _ in content.figures],
            [paragraph(words, "grey") for _, words in content.figures],
        ],
        [house.TEXT_WIDTH / 4] * len(content.figures),
    )
    minute = [item for words in content.minute for item in (paragraph(words, use), gap(air))]
    facts = plain_table(
        [[paragraph(label, "label"), paragraph(words, "small")] for label, words in content.facts],
        [30 * _MM, 140 * _MM],
        padding=1.2,
    )
    return [
        Rule(2.4, length=46, after=16),
        *_narrow(paragraph(content.title, "front")),
        gap(4),
        paragraph(content.subtitle, "subtitle"),
        gap(20),
        numbers,
        gap(14),
        Rule(house.RULE, house.TABLE_LINE, after=6),
        paragraph("In one minute", "section"),
        gap(4),
        *_narrow(*minute),
        gap(4),
        Rule(house.RULE, house.TABLE_LINE, after=5),
        facts,
    ]


def _narrow(*block: Flowable) -> list[Flowable]:
    """Running text at most 150 mm wide."""
    return [plain_table([[item]], [_READING]) for item in block]


def _heading(number: str, title: str, finding: str, key: str) -> list[Flowable]:
    return [
        Part(title if number.startswith("Domain") else number),
        Bookmark(title, key),
        paragraph(number, "kicker", keep=True),
        gap(2, keep=True),
        paragraph(title, "title", keep=True),
        gap(4, keep=True),
        paragraph(finding, "finding", keep=True),
        gap(10, keep=True),
    ]


def _state_of_play(content: Regional, palette: Palette) -> list[Flowable]:
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
        *_heading("State of play", "Where the countries stand", content.bands_finding, "state-of-play"),
        chart,
        gap(10),
        keys,
        gap(8),
        *_narrow(paragraph(note, "note")),
    ]


def _domain(part: DomainPart, place: int, palette: Palette) -> list[Flowable]:
    rows = [_dot_row(row) for row in part.rows]
    dots = Chart(
        rows,
        lambda some: charts.dot_plot(
            some, first="Country", columns=("Coverage", "Experts"), palette=palette
        ),
        lambda some: chart_rows.dot_plot_alt(f"{part.title} by country", some),
    )
    marks_note = (
        "Dot: published score; thin lines are the limits of the bands. “:” insufficient data (hatched), "
        "“c” confidential (grey), “z” not applicable (blank). Coverage is the answered share of the "
        "applicable weight."
    )
    kicker = f"Domain, {_BESIDE}" if part.beside else "Domain"
    block = [
        *_heading(kicker, part.title, f"{part.finding}.", f"domain-{place}"),
        dots,
        gap(4),
        *_narrow(paragraph(marks_note, "note")),
        gap(14),
        *_gaps(part, place, palette),
    ]
    return [together(block)]


def _gaps(part: DomainPart, place: int, palette: Palette) -> list[Flowable]:
    """Law and practice by country, or one sentence where nothing can be stated."""
    head = section("Law and practice", part.gaps_text, key=f"law-{place}", level=1)
    if not part.gaps:
        return head
    pairs = [
        PairRow(row.country, row.law, row.practice, row.institution, row.missing) for row in part.gaps
    ]
    note = (
        "Filled circle: law in force. Open diamond: practice and results. Short line: institutions, "
        "outside the gap. A gap says how far law runs ahead of practice, not that the law is good."
    )
    return [
        *head,
        gap(6, keep=True),
        Chart(
            pairs,
            lambda some: charts.law_practice(some, palette=palette),
            lambda some: chart_rows.pairs_alt("Law and practice", some),
        ),
        gap(4),
        *_narrow(paragraph(note, "note")),
    ]


def _dot_row(row: ScoreRow) -> DotRow:
    score = row.score
    return DotRow(
        row.key,
        row.label,
        score.value,
        score.sign,
        score.band,
        (score.coverage, row.experts),
        score.provisional,
    )


def _country(part: CountryPart, place: int, palette: Palette) -> list[Flowable]:
    head = [
        Part(part.name),
        Bookmark(part.name, f"country-{place}"),
        Rule(after=4),
        paragraph(part.name, "title", keep=True),
        gap(2, keep=True),
        *_narrow(paragraph(part.text, "body")),
    ]
    if not part.fields:
        return [together(head)]
    groups = [
        DotGroup(
            _dot_row(field.score),
            tuple(_dot_row(row) for row in field.rows),
            _BESIDE if field.beside else "",
        )
        for field in part.fields
    ]
    chart = Chart(
        groups,
        lambda some: profile(some, columns=("Coverage", "Experts"), palette=palette),
        lambda some: chart_rows.profile_alt(f"{part.name} by domain and pillar", some),
    )
    note = "“:” insufficient data (hatched), “c” confidential (grey), “z” not applicable; † provisional."
    return [together([*head, gap(8, keep=True), chart, paragraph(note, "note"), *_fixes(part)])]


def _fixes(part: CountryPart) -> list[Flowable]:
    if not part.fixes:
        return []
    fields = {field.score.label for field in part.fields if not field.beside and field.rows}
    cells = [
        [paragraph(row.id, "grey"), row.title, row.domain, row.levels, row.gain] for row in part.fixes
    ]
    head: tuple[str, ...] = (
        "",
        "First to fix (arithmetic, not advice)",
        "Domain",
        "Level",
        "Gain in it",
    )
    widths = [18 * _MM, 76 * _MM, 36 * _MM, 20 * _MM, 20 * _MM]
    right = frozenset({3, 4})
    if len(fields) < 2:
        cells = [[key, title, levels, gain] for key, title, _, levels, gain in cells]
        head = (*head[:2], *head[3:4], "Gain")
        widths, right = [18 * _MM, 102 * _MM, 25 * _MM, 25 * _MM], frozenset({2, 3})
    return [gap(6), table(cells, widths, head=head, right=right, padding=1.4)]


def _method(content: Regional) -> list[Flowable]:
    notes = [*content.notes, *replaced_signs(content)]
    rows = [
        [paragraph(str(number), "note"), paragraph(words, "note")]
        for number, words in enumerate(notes, start=1)
    ]
    listed = plain_table(rows, [12, _READING - 12], padding=1)
    block = [*section("How to read this", key="reading"), gap(2), listed]
    if content.status_note:
        block += [gap(4), *_narrow(paragraph(content.status_note, "note"))]
    lead = (
        "The handed-in assessments that are scored, by country and fingerprint; whose they are is not "
        "published."
    )
    return [
        Part("How to read this"),
        gap(20),
        together(block),
        gap(14),
        *section("Sources", lead, key="sources"),
        gap(3, keep=True),
        _sources(content),
        gap(14),
        together(
            fingerprint_lines(
                "Fingerprint of this result (SHA-256 over the fingerprints above)",
                content.digest,
                "The same scored assessments, in any order, give the same fingerprint.",
            )
        ),
    ]


def _sources(content: Regional) -> Flowable:
    if not content.sources:
        return paragraph("No assessment is scored.", "small")
    grouped = [
        (country, instrument, [paragraph(source.content_hash, "digest") for source in group])
        for (country, instrument), group in groupby(
            content.sources, key=lambda source: (source.country, source.instrument)
        )
    ]
    # The country stands once, at its first line.
    firsts = [True] + [later[0] != earlier[0] for earlier, later in pairwise(grouped)]
    rows: Sequence[Sequence[Flowable]] = [
        [paragraph(country if first else "", "strong"), paragraph(instrument, "grey"), digests]
        for (country, instrument, digests), first in zip(grouped, firsts, strict=True)
    ]
    widths = [36 * _MM, 42 * _MM, 92 * _MM]
    return table(rows, widths, head=("Country", "Questionnaire", "Fingerprint (SHA-256)"), padding=1.2)
