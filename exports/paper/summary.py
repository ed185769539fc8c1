"""The pages of the expert summary."""

from collections.abc import Sequence
from datetime import datetime

from exports import chart_rows, charts, house
from exports.chart_rows import BarRow, PairRow
from exports.house import COLOUR, Palette
from exports.look import Look
from exports.paper.flow import gap, needs, section, together
from exports.paper.furniture import FRAME_HEIGHT, Furniture
from exports.paper.parts import Bookmark, Chart, FindingMark, Mark, Rule
from exports.paper.styles import Flowable, mixed, paragraph
from exports.paper.tables import plain_table, side_by_side, table
from exports.paper.words import fingerprint_lines, replaced_signs
from exports.summary_charts import pillar_chart, pillar_rows, pillar_words
from wb6assess.reports.expert.summary_rows import LevelRow, Summary
from wb6assess.reports.wording import severity_words

_MM = house.MM
_HALVES = (81 * _MM, 8 * _MM, 81 * _MM)
_WIDE_NARROW = (100 * _MM, 8 * _MM, 62 * _MM)
_FEW = 6
# Room a head needs with the first rows under it.
_HEAD_AND_ROWS = 110.0
# Titles of many lines take room from the page, so a block this tall is not set in columns.
_COLUMN_ROOM = FRAME_HEIGHT - 80


def summary_furniture(
    content: Summary, created: datetime, language: str, *, palette: Palette = COLOUR
) -> Furniture:
    """Head and foot of the summary."""
    tags = [house.SAMPLE_TAG] * content.sample + [house.DRAFT_TAG] * content.draft
    return Furniture(
        title=f"{content.title}: {content.subtitle}",
        head=f"{content.title}  |  {content.country}  |  expert assessment",
        foot=content.source,
        fingerprint=content.fingerprint,
        created=created,
        tags=tuple(tags),
        status_note=content.status_note,
        language=language,
        palette=palette,
    )


def summary_story(content: Summary, *, palette: Palette = COLOUR) -> list[Flowable]:
    """Everything between head and foot, in reading order."""
    return [
        *_front(content, palette),
        *_pillars(content, palette),
        gap(14),
        *_extremes(content),
        gap(16),
        *_priorities(content),
        gap(14),
        *_law_and_rest(content, palette),
        gap(14),
        *_findings(content),
        gap(14),
        *_reading(content),
    ]


def _front(content: Summary, palette: Palette) -> list[Flowable]:
    count = len(content.identity)
    widths = [22 * _MM, 28 * _MM, 49 * _MM, 38 * _MM, 33 * _MM][:count]
    identity = plain_table(
        [
            [paragraph(label, "label") for label, _ in content.identity],
            [paragraph(value, "small") for _, value in content.identity],
        ],
        widths,
        padding=1.5,
        padding_right=6,
    )
    return [
        Bookmark(content.title, "top"),
        paragraph("Expert assessment", "kicker"),
        gap(3),
        paragraph(content.title, "title"),
        gap(2),
        paragraph(content.subtitle, "subtitle"),
        gap(8),
        Rule(house.RULE, house.TABLE_LINE, after=3),
        identity,
        gap(2),
        Rule(house.RULE, house.TABLE_LINE),
        gap(18),
        *_verdict(content, palette),
        gap(8),
        _scale(content, palette),
        gap(16),
    ]


def _verdict(content: Summary, palette: Palette) -> list[Flowable]:
    score = [paragraph(content.sign, "score"), gap(6), paragraph("of 100", "grey")]
    if content.published is None:
        score[-1] = paragraph("no published score", "grey")
    words: list[Flowable] = [paragraph(content.verdict_text, "body")]
    heading: Flowable = paragraph(content.verdict, "verdict")
    if content.band is not None:
        heading = plain_table(
            [[Mark(charts.band_chip(content.band, palette=palette)), heading]], [24, _HALVES[0] + 60]
        )
    return side_by_side(score, [heading, gap(2), *words], (46 * _MM, 0, 124 * _MM), _COLUMN_ROOM)


def _scale(content: Summary, palette: Palette) -> Flowable:
    value = f"at {content.sign}" if content.published is not None else "without a score"
    words = f"Scale of the five bands from 0 to 100, {value}: {content.verdict}."
    return Chart((0,), lambda _: charts.band_scale(content.published, Look(palette)), lambda _: words)


def _pillars(content: Summary, palette: Palette) -> list[Flowable]:
    rows = pillar_rows(content)
    chart = Chart(rows, lambda part: pillar_chart(part, palette), pillar_words)
    lead = (
        "Scores 0–100; thin lines are the limits of the bands. Coverage is the answered share of the "
        "applicable weight."
    )
    head = section("Where the country stands, pillar by pillar", lead, key="pillars")
    return [needs(_HEAD_AND_ROWS), *head, gap(6, keep=True), chart]


def _extremes(content: Summary) -> list[Flowable]:
    left = [
        *section("Furthest along", key="along"),
        *_levels(content.along, "No indicator stands at level 3 or above."),
    ]
    right = [
        *section("Furthest from the target", key="behind"),
        *_levels(content.behind, "No indicator stands at level 2 or below."),
    ]
    words = "Digits are levels 0–5 of the indicator's own ladder; the grey text is what was chosen."
    blocks = side_by_side(left, right, _HALVES, _COLUMN_ROOM)
    note = [gap(3), paragraph(words, "note")] if content.along or content.behind else []
    return [together([*blocks, *note])]


def _levels(rows: Sequence[LevelRow], empty: str) -> list[Flowable]:
    if not rows:
        return [gap(2), paragraph(empty, "small")]
    cells = [
        [
            paragraph(row.level, "level"),
            [mixed([(row.title, "cell"), (row.id, "grey")]), *_says(row)],
        ]
        for row in rows
    ]
    return [table(cells, [18, _HALVES[0] - 18])]


def _says(row: LevelRow) -> list[Flowable]:
    return [paragraph(row.says, "grey")] if row.says else []


def _priorities(content: Summary) -> list[Flowable]:
    lead = (
        "Arithmetic, not advice: points the domain score would gain if the indicator rose from its "
        "level to its target."
    )
    head = section("What to fix first", lead, key="priorities")
    if not content.priorities:
        words = "No scored indicator lies below its target, or there is no score yet."
        return [together([*head, gap(4), paragraph(words, "small")])]
    rows = [
        BarRow(row.id, row.title, row.remark, row.gain, row.now, row.target)
        for row in content.priorities
    ]
    full = chart_rows.bar_scale(rows)
    heading = "Points gained in the domain score"
    chart = Chart(
        rows,
        lambda part: charts.gap_bars(part, heading=heading, full=full),
        lambda part: chart_rows.gap_bars_alt(heading, part),
    )
    return [together([*head, gap(5), chart])]


def _law_and_rest(content: Summary, palette: Palette) -> list[Flowable]:
    few = len(content.not_scored) <= _FEW
    width = _WIDE_NARROW[0] if few else house.TEXT_WIDTH
    aspects = content.aspects
    row = PairRow("", aspects.law.published, aspects.practice.published, aspects.institution.published)
    chart = Chart(
        (row,),
        lambda part: charts.dumbbell(part[0], Look(palette), width=min(width, _WIDE_NARROW[0])),
        lambda part: chart_rows.pairs_alt("Law, practice and institutions", part),
    )
    # An axis without law and practice would be an empty picture; the text says what there is.
    known = aspects.law.published is not None or aspects.practice.published is not None
    left = [
        *section("Law, institutions, practice", key="law"),
        gap(4, keep=True),
        *([chart, gap(2)] if known else []),
        paragraph(content.aspects_text, "small"),
    ]
    right = section("Not scored", key="not-scored")
    if not content.not_scored:
        right = [*right, gap(2), paragraph("Every indicator has a score.", "small")]
        return side_by_side(left, right, _WIDE_NARROW, _COLUMN_ROOM)
    if few:
        cells = [
            [mixed([(item.title, "cell"), (f"{item.id}: {item.why}", "grey")])]
            for item in content.not_scored
        ]
        right = [*right, table(cells, [_WIDE_NARROW[2]])]
        return side_by_side(left, right, _WIDE_NARROW, _COLUMN_ROOM)
    rows = [
        [paragraph(item.id, "grey"), item.title, paragraph(item.why, "grey")]
        for item in content.not_scored
    ]
    return [
        together(left),
        gap(14),
        needs(_HEAD_AND_ROWS),
        *right,
        gap(2, keep=True),
        table(rows, [18 * _MM, 97 * _MM, 55 * _MM], head=("", "Indicator", "Why"), padding=1.8),
    ]


def _findings(content: Summary) -> list[Flowable]:
    head = section("Findings", content.findings_text, key="findings")
    if not content.findings:
        return [together(head)]
    rows = [
        [
            FindingMark(row.severity),
            severity_words(row.severity),
            row.message,
            row.about,
            row.comment,
        ]
        for row in content.findings
    ]
    widths = [12, 30 * _MM, 78 * _MM, 36 * _MM, house.TEXT_WIDTH - 12 - 144 * _MM]
    return [
        needs(_HEAD_AND_ROWS),
        *head,
        gap(3, keep=True),
        table(rows, widths, head=("", "Kind", "What the check noticed", "About", "Comment given")),
    ]


def _reading(content: Summary) -> list[Flowable]:
    notes = [*content.notes, *replaced_signs(content)]
    rows = [
        [paragraph(str(number), "note"), paragraph(words, "note")]
        for number, words in enumerate(notes, start=1)
    ]
    listed = plain_table(rows, [12, house.READING_WIDTH - 12], padding=1)
    mark = fingerprint_lines(
        "Fingerprint of the answers (SHA-256 over the canonical form)",
        content.content_hash,
        "The workbook, the package and this paper carry the same fingerprint.",
    )
    block = [*section("How to read this", key="reading"), gap(2), listed]
    if content.status_note:
        block += [gap(4), paragraph(content.status_note, "note")]
    return [together([*block, gap(14), *mark])]
