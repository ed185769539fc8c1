"""The pages of the short regional report."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from itertools import pairwise

from reportlab.platypus import PageBreak, Spacer

from exports import band_table, chart_rows, charts, house
from exports.band_table import BandCell, BandLine
from exports.chart_rows import DotRow, PairRow
from exports.paper.furniture import Furniture
from exports.paper.parts import Bookmark, Chart, Rule, gap, plain_table, section, table, together
from exports.paper.styles import Flowable, paragraph
from exports.paper.words import fingerprint_lines, replaced_signs
from wb6assess.reports.regional_rows import CountryPart, DomainPart, Regional, ScoreRow

_MM = house.MM
_READING = house.READING_WIDTH
# Wide enough for one line a pillar, so that two countries fit on a page.
_PILLAR_WIDTH = 222.0


def regional_furniture(content: Regional, created: datetime) -> Furniture:
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
    )


def regional_story(content: Regional) -> list[Flowable]:
    """Front page, band table, each domain, each country, notes and sources."""
    story = [*_front(content), PageBreak(), *_state_of_play(content)]
    for place, part in enumerate(content.domains):
        story += [PageBreak(), *_domain(part, place)]
    story.append(PageBreak())
    for place, country in enumerate(content.countries):
        story += _country(country, place)
    return [*story, *_method(content)]


def _front(content: Regional) -> list[Flowable]:
    numbers = plain_table(
        [
            [paragraph(number, "figure") for number, _ in content.figures],
            [paragraph(words, "grey") for _, words in content.figures],
        ],
        [house.TEXT_WIDTH / 4] * len(content.figures),
    )
    minute = [item for words in content.minute for item in (paragraph(words, "finding"), gap(8))]
    facts = plain_table(
        [[paragraph(label, "label"), paragraph(words, "small")] for label, words in content.facts],
        [30 * _MM, 140 * _MM],
        padding=1.2,
    )
    return [
        Bookmark(content.title, "top"),
        Spacer(1, 100),
        Rule(2.4, length=46, after=16),
        *_narrow(paragraph(content.title, "front")),
        gap(4),
        paragraph(content.subtitle, "subtitle"),
        gap(24),
        numbers,
        gap(16),
        Rule(house.RULE, house.TABLE_LINE, after=6),
        paragraph("In one minute", "section"),
        gap(4),
        *_narrow(*minute),
        gap(6),
        Rule(house.RULE, house.TABLE_LINE, after=5),
        facts,
    ]


def _narrow(*block: Flowable) -> list[Flowable]:
    """Running text at most 150 mm wide."""
    return [plain_table([[item]], [_READING]) for item in block]


def _heading(number: str, title: str, finding: str, key: str) -> list[Flowable]:
    return [
        Bookmark(title, key),
        paragraph(number, "kicker"),
        gap(2),
        paragraph(title, "title"),
        gap(4),
        paragraph(finding, "finding"),
        gap(10),
    ]


def _state_of_play(content: Regional) -> list[Flowable]:
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
        lambda part: band_table.band_table(content.columns, part, content.lines),
        lambda part: band_table.band_table_alt(content.columns, part),
    )
    keys = Chart(
        (0,),
        lambda _: band_table.legend(
            "confidential: too few experts", "insufficient data, no score is published"
        ),
        lambda _: "Legend of the bands and signs.",
    )
    note = (
        "† provisional: coverage below the limit named in the notes. Countries in the order of their "
        "codes; no ranks are published. Regional lines need four countries with a published score."
    )
    return [
        *_heading("State of play", "Where the countries stand", content.bands_finding, "state-of-play"),
        chart,
        gap(10),
        keys,
        gap(8),
        *_narrow(paragraph(note, "note")),
    ]


def _domain(part: DomainPart, place: int) -> list[Flowable]:
    rows = [_dot_row(row) for row in part.rows]
    dots = Chart(
        rows,
        lambda some: charts.dot_plot(some, first="Country", columns=("Coverage", "Experts")),
        lambda some: chart_rows.dot_plot_alt(f"{part.title} by country", some),
    )
    pairs = [
        PairRow(row.country, row.law, row.practice, row.institution, row.missing) for row in part.gaps
    ]
    dumbbells = Chart(
        pairs, charts.law_practice, lambda some: chart_rows.pairs_alt("Law and practice", some)
    )
    marks_note = (
        "Dot: published score; thin lines are the limits of the bands. “:” insufficient data (hatched), "
        "“c” confidential (grey), “z” not applicable (blank). Coverage is the answered share of the "
        "applicable weight."
    )
    pair_note = (
        "Filled circle: law in force. Open diamond: practice and results. Short line: institutions, "
        "outside the gap. A gap says how far law runs ahead of practice, not that the law is good."
    )
    return [
        *_heading("Domain", part.title, f"{part.finding}.", f"domain-{place}"),
        dots,
        gap(4),
        *_narrow(paragraph(marks_note, "note")),
        gap(14),
        together(
            [
                *section("Law and practice", part.gaps_text, key=f"law-{place}", level=1),
                gap(6),
                dumbbells,
                gap(4),
                *_narrow(paragraph(pair_note, "note")),
            ]
        ),
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


def _country(part: CountryPart, place: int) -> list[Flowable]:
    head = [
        Bookmark(part.name, f"country-{place}"),
        Rule(after=4),
        paragraph(part.name, "indicator", keep=True),
        gap(2),
        *_narrow(paragraph(part.text, "body")),
    ]
    block = [*head]
    for domain in part.domains:
        rows = [_dot_row(row) for row in domain.rows]
        chart = Chart(
            rows,
            lambda some: charts.dot_plot(
                some, first="Pillar", columns=("Coverage", "Experts"), label_width=_PILLAR_WIDTH
            ),
            partial(chart_rows.dot_plot_alt, f"{domain.title} by pillar"),
        )
        block += [gap(8), paragraph(domain.title, "strong", keep=True), gap(3), chart]
        if domain.fixes:
            cells = [
                [paragraph(row.id, "grey"), row.title, row.levels, row.gain] for row in domain.fixes
            ]
            fixes = table(
                cells,
                [18 * _MM, 102 * _MM, 25 * _MM, 25 * _MM],
                head=("", "First to fix (arithmetic, not advice)", "Level", "Gain"),
                right=frozenset({2, 3}),
                padding=1.8,
            )
            block += [gap(6), fixes]
    return [together(block), gap(16)]


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
        together(block),
        gap(14),
        *section("Sources", lead, key="sources"),
        gap(3),
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
    # The country stands once, at its first line.
    firsts = [True] + [later.country != earlier.country for earlier, later in pairwise(content.sources)]
    rows: Sequence[Sequence[Flowable]] = [
        [
            paragraph(source.country if first else "", "strong"),
            paragraph(source.instrument, "small"),
            paragraph(source.content_hash, "grey"),
        ]
        for source, first in zip(content.sources, firsts, strict=True)
    ]
    widths = [42 * _MM, 30 * _MM, 98 * _MM]
    return table(rows, widths, head=("Country", "Questionnaire", "Fingerprint (SHA-256)"), padding=1.4)
