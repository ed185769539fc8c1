"""A country's profile in Word: scores, what to fix first, pillars, law and practice, meetings."""

from collections.abc import Sequence

from exports import house
from exports.house import Palette
from exports.paper import regional_charts
from exports.paper.regional_parts import PAIRS_NOTE
from exports.word.blocks import Pages
from exports.word.scores import score_table
from wb6assess.reports.region.rows import CountryPart, FixRow, ScoreRow

_MM = house.MM
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
    _field_fixes(pages, part)
    extremes(pages, part)
    _meetings(pages, part)
    _sentences(pages, part)
    pages.head("By pillar", 2)
    # A little smaller, so that law and practice stand on the same page.
    pages.chart(regional_charts.pillars(part, palette), f"{part.name} by pillar. {_SIGNS}", 0.92)
    if part.gaps:
        pages.head("Law and practice", 2)
        chart_of_gaps = regional_charts.gaps(f"{part.name}, law and practice", part.gaps, palette)
        pages.chart(chart_of_gaps, f"{part.name}: law and practice.")
        pages.say(PAIRS_NOTE, "Note")


def fields_chart(pages: Pages, part: CountryPart, palette: Palette) -> None:
    """The whole and each field with its interval, as a picture and in numbers."""
    title = f"{part.name} by field"
    rows = [field.score for field in part.fields]
    pages.chart(regional_charts.dots(title, rows, "Field", palette), f"{title}.")
    score_table(pages, "Field", rows, f"{title}, the numbers.")


def _sentences(pages: Pages, part: CountryPart) -> None:
    said = (*part.openness, part.unknown)
    if any(said):
        pages.head("Readiness, openness, information", 2)
    for words in said:
        pages.say(words)


def _fixes(pages: Pages, part: CountryPart) -> None:
    if not part.fixes:
        return
    pages.head("First to fix", 2)
    pages.say(part.fixes_text, "Note")
    pages.chart(regional_charts.bars(part, part.fixes), f"{part.name}: what to fix first.")
    steps(pages, [row for row in part.fixes if row.step], f"{part.name}: the next steps.")


def _field_fixes(pages: Pages, part: CountryPart) -> None:
    fields = [field for field in part.fields if field.fixes]
    if not fields:
        return
    pages.head("First to fix, field by field", 2)
    pages.say("The largest gains in the field's own score. Arithmetic, not advice.", "Note")
    for field in fields:
        caption = f"{part.name}, {field.score.label}: what to fix first."
        pages.chart(regional_charts.field_bars(part, field), caption)


def steps(pages: Pages, rows: Sequence[FixRow], caption: str) -> None:
    """The next step of indicators, and who decides about it."""
    if not rows:
        return
    cells = [[row.id, row.title, row.step, row.actor] for row in rows]
    widths = [part * _MM for part in (17, 43, 76, 34)]
    head = ("", "Indicator", "The next step", "Who decides")
    pages.table(head, cells, widths, looks={0: "Cell Small"}, caption=caption)


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
