"""A country's profile in Word: scores, what to fix first, pillars, law and practice, meetings."""

from collections.abc import Sequence

from exports import house
from exports.house import Palette
from exports.paper import regional_charts
from exports.paper.regional_parts import (
    FIELD_FIXES_NOTE,
    OPENNESS_HEADS,
    PAIRS_NOTE,
    openness_cells,
    openness_head,
)
from exports.word.blocks import Pages
from exports.word.scores import score_table
from wb6assess.reports.region.rows import CountryPart, FixRow, ScoreRow

_MM = house.MM
_LONG = 110
"""Signs of the steps of a table, on average, from which on they are set small."""
_SIGNS = "“:” insufficient data (hatched), “c” confidential (grey), “z” not applicable; † provisional."


def country_part(pages: Pages, part: CountryPart, since: str, now: str, palette: Palette) -> None:
    """A country; little is said of one of which nothing is published."""
    pages.head(part.name, new_page=bool(part.fields))
    pages.say(part.text, "Finding" if part.fields else "Normal")
    if not part.fields:
        return
    fields_chart(pages, part, palette)
    if any(field.change for field in part.fields):
        pages.head(f"Change since {since}", 2)
        pages.say("Matched indicators only.", "Note")
        chart = regional_charts.own_arrows(part, since, now, palette)
        pages.chart(chart, f"{part.name}: change since {since}.")
    _fixes(pages, part)
    extremes(pages, part)
    pages.head("By pillar", 2)
    # A little smaller, so that law and practice stand on the same page.
    pages.chart(regional_charts.pillars(part, palette), f"{part.name} by pillar. {_SIGNS}", 0.92)
    if part.gaps:
        pages.head("Law and practice", 2)
        chart_of_gaps = regional_charts.gaps(f"{part.name}, law and practice", part.gaps, palette)
        pages.chart(chart_of_gaps, f"{part.name}: law and practice.")
        pages.say(PAIRS_NOTE, "Note")
    _meetings(pages, part)
    _openness(pages, part)
    _field_fixes(pages, part)


def fields_chart(pages: Pages, part: CountryPart, palette: Palette) -> None:
    """The whole and each field with its interval, as a picture and in numbers."""
    title = f"{part.name} by field"
    rows = [field.score for field in part.fields]
    pages.chart(regional_charts.dots(title, rows, "Field", palette), f"{title}.")
    score_table(pages, "Field", rows, f"{title}, the numbers.")


def _openness(pages: Pages, part: CountryPart) -> None:
    if not part.openness and not part.unknown:
        return
    title, said = openness_head(part)
    pages.head(title, 2)
    pages.say(said, "Note")
    if part.openness:
        widths = [part * _MM for part in (50, 22, 22, 22, 54)]
        looks = {**dict.fromkeys((1, 2, 3), "Cell Number"), 4: "Cell Band"}
        caption = f"{part.name}: readiness and the openness of the EU side."
        pages.table(OPENNESS_HEADS, openness_cells(part), widths, looks=looks, caption=caption)
    pages.say(part.unknown)


def _fixes(pages: Pages, part: CountryPart) -> None:
    if not part.fixes:
        return
    pages.head("First to fix", 2)
    pages.say(part.fixes_text, "Note")
    pages.chart(regional_charts.bars(part, part.fixes, steps=False), f"{part.name}: what to fix first.")
    steps(pages, part.fixes, f"{part.name}: the next steps, and points gained overall.")


def _field_fixes(pages: Pages, part: CountryPart) -> None:
    fields = [field for field in part.fields if field.fixes]
    if not fields:
        return
    pages.head("First to fix, field by field", 2)
    pages.say(FIELD_FIXES_NOTE, "Note")
    for field in fields:
        steps(pages, field.fixes, f"{part.name}, {field.score.label}: points gained in the field.")


def steps(pages: Pages, rows: Sequence[FixRow], caption: str) -> None:
    """Indicators to fix: the next step, who decides about it, levels now and aimed at, the gain."""
    cells = [
        [row.id, row.title, row.step_words, row.actor, f"{row.now} to {row.target}", row.gain]
        for row in rows
    ]
    widths = [part * _MM for part in (16, 37, 69, 22, 14, 12)]
    head = ("", "Indicator", "The next step", "Who decides", "Level", "Points")
    looks = {0: "Cell Small", **dict.fromkeys((4, 5), "Cell Number")}
    if sum(len(row.step) for row in rows) > _LONG * len(rows):
        looks[2] = looks[3] = "Cell Small"
    pages.table(head, cells, widths, looks=looks, caption=caption)


def extremes(pages: Pages, part: CountryPart) -> None:
    """Strongest and weakest pillars, where enough are published."""
    for title, rows in (("highest", part.strongest), ("lowest", part.weakest)):
        if rows:
            pillars_table(pages, rows, f"{part.name}: pillars with the {title} scores.")


def pillars_table(pages: Pages, rows: Sequence[ScoreRow], caption: str) -> None:
    """A few pillars with their scores."""
    cells = [[row.key, row.label, row.score.sign, row.score.coverage, row.experts] for row in rows]
    widths = [part * _MM for part in (17, 93, 20, 20, 20)]
    head = ("", "Pillar", "Score", "Coverage", "Experts")
    looks = {0: "Cell Small", **dict.fromkeys((2, 3, 4), "Cell Number")}
    pages.table(head, cells, widths, looks=looks, caption=caption)


def _meetings(pages: Pages, part: CountryPart) -> None:
    if not part.validation:
        return
    pages.head("Experts and the meeting", 2)
    cells = [
        [row.domain, row.experts, row.validated, row.difference, row.moved, row.largest]
        for row in part.validation
    ]
    widths = [part * _MM for part in (40, 18, 20, 20, 36, 36)]
    head = ("Field", "Experts", "Validated", "Difference", "Indicators moved", "Largest change")
    caption = f"{part.name}: what the validation meeting changed."
    pages.table(head, cells, widths, looks=dict.fromkeys((1, 2, 3), "Cell Number"), caption=caption)
    for words in part.validation_text:
        pages.say(words)
