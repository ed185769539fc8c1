"""A country's pages: its scores and what to fix first, then its pillars, law, meetings."""

from collections.abc import Sequence

from reportlab.platypus import PageBreak

from exports import house
from exports.house import Palette
from exports.paper import regional_charts
from exports.paper.flow import gap, section, together
from exports.paper.parts import Bookmark, Part
from exports.paper.regional_parts import (
    FIELD_FIXES_NOTE,
    OPENNESS_HEADS,
    PAIRS_NOTE,
    STEPS_NOTE,
    narrow,
    openness_cells,
    openness_head,
)
from exports.paper.styles import Flowable, paragraph
from exports.paper.tables import side_by_side, table
from wb6assess.reports.region.rows import CountryPart, Regional, ScoreRow

_MM = house.MM
_HALVES = (81 * _MM, 8 * _MM, 81 * _MM)
_SIGNS = "“:” insufficient data (hatched), “c” confidential (grey), “z” not applicable; † provisional."
_TALL = 400.0


def country_pages(content: Regional, palette: Palette) -> list[Flowable]:
    """Every country begins a page; one of which little is published stands where there is room."""
    story: list[Flowable] = []
    for place, part in enumerate(content.countries):
        if place:
            story.append(PageBreak() if part.fields else gap(24))
        since = content.progress.since if content.progress else ""
        story += _country(part, place, since, content.round, palette)
    return [*story, PageBreak()]


def _country(part: CountryPart, place: int, since: str, now: str, palette: Palette) -> list[Flowable]:
    head = [
        Part(part.name),
        Bookmark(part.name, f"country-{place}"),
        paragraph("Country profile", "kicker", keep=True),
        gap(2, keep=True),
        paragraph(part.name, "title", keep=True),
        gap(4, keep=True),
        paragraph(part.text, "finding"),
    ]
    if not part.fields:
        return [together(head)]
    return [
        *head,
        gap(10),
        regional_charts.dots(
            f"{part.name} by field", [field.score for field in part.fields], "Field", palette
        ),
        gap(4),
        *_changed(part, since, now, place, palette),
        *_fixes(part, place),
        *_extremes(part, place),
        gap(14),
        *_pillars(part, place, palette),
        *_gaps(part, place, palette),
        *_meetings(part, place),
        *_openness(part, place),
        *_field_fixes(part, place),
    ]


def _changed(part: CountryPart, since: str, now: str, place: int, palette: Palette) -> list[Flowable]:
    if not any(field.change for field in part.fields):
        return []
    return [
        gap(10),
        *section(f"Change since {since}", "Matched indicators only.", key=f"change-of-{place}", level=1),
        gap(4, keep=True),
        regional_charts.own_arrows(part, since, now, palette),
    ]


def _fixes(part: CountryPart, place: int) -> list[Flowable]:
    """Bars of gain, under each name its next level."""
    if not part.fixes:
        return []
    return [
        gap(10),
        *section("First to fix", f"{part.fixes_text} {STEPS_NOTE}", key=f"fix-{place}", level=1),
        gap(4, keep=True),
        regional_charts.bars(part, part.fixes),
    ]


def _field_fixes(part: CountryPart, place: int) -> list[Flowable]:
    """Bars of gain in each field's own score."""
    fields = [field for field in part.fields if field.fixes]
    if not fields:
        return []
    said = f"{FIELD_FIXES_NOTE} {STEPS_NOTE}"
    head = section("First to fix, field by field", said, key=f"fix-fields-{place}", level=1)
    story: list[Flowable] = [gap(14)]
    for field in fields:
        label = paragraph(field.score.label, "label", keep=True)
        chart = regional_charts.field_bars(part, field)
        story += [*head, gap(6, keep=True), label, gap(2, keep=True), chart]
        head = []
    return story


def _extremes(part: CountryPart, place: int) -> list[Flowable]:
    """Strongest and weakest pillars in columns."""
    if not part.strongest:
        return []
    left = [
        *section("Pillars with the highest scores", key=f"high-{place}", level=1),
        _few(part.strongest, _HALVES[0]),
    ]
    right = [
        *section("Pillars with the lowest scores", key=f"low-{place}", level=1),
        _few(part.weakest, _HALVES[2]),
    ]
    return [gap(14), together(side_by_side(left, right, _HALVES, _TALL))]


def _few(rows: Sequence[ScoreRow], width: float) -> Flowable:
    cells = [[paragraph(row.key, "grey"), row.label, row.score.sign] for row in rows]
    return table(cells, [14 * _MM, width - 28 * _MM, 14 * _MM], right=frozenset({2}), padding=1.6)


def _pillars(part: CountryPart, place: int, palette: Palette) -> list[Flowable]:
    return [
        *section("By pillar", key=f"pillars-{place}", level=1),
        gap(4, keep=True),
        regional_charts.pillars(part, palette),
        *narrow(paragraph(_SIGNS, "note")),
    ]


def _gaps(part: CountryPart, place: int, palette: Palette) -> list[Flowable]:
    if not part.gaps:
        return []
    block = [
        gap(14),
        *section("Law and practice", key=f"law-of-{place}", level=1),
        gap(4, keep=True),
        regional_charts.gaps(f"{part.name}, law and practice", part.gaps, palette),
        *narrow(paragraph(PAIRS_NOTE, "note")),
    ]
    return [together(block)]


def _meetings(part: CountryPart, place: int) -> list[Flowable]:
    """Experts' and validated scores; every change a meeting made is printed."""
    if not part.validation:
        return []
    cells = [
        [row.domain, row.experts, row.validated, row.difference, row.moved, row.largest]
        for row in part.validation
    ]
    widths = [36 * _MM, 16 * _MM, 18 * _MM, 18 * _MM, 44 * _MM, 38 * _MM]
    head = ("Field", "Experts", "Validated", "Difference", "Indicators moved", "Largest change")
    block = [
        gap(14),
        *section("Experts and the meeting", key=f"meeting-{place}", level=1),
        gap(3, keep=True),
        table(cells, widths, head=head, right=frozenset({1, 2, 3}), padding=1.6),
        gap(4),
        *narrow(*(paragraph(words, "small") for words in part.validation_text)),
    ]
    return [together(block)]


def _openness(part: CountryPart, place: int) -> list[Flowable]:
    """Readiness and openness, and what nobody could answer."""
    if not part.openness and not part.unknown:
        return []
    title, said = openness_head(part)
    block = [gap(14), *section(title, said, key=f"openness-{place}", level=1), gap(3, keep=True)]
    if part.openness:
        widths = [50 * _MM, 22 * _MM, 22 * _MM, 22 * _MM, 54 * _MM]
        rows = openness_cells(part)
        block += [
            table(rows, widths, head=OPENNESS_HEADS, right=frozenset({1, 2, 3}), padding=1.6),
            gap(4),
        ]
    block += narrow(paragraph(part.unknown, "small")) if part.unknown else []
    return [together(block)]
