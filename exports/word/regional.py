"""The regional report in Word, from its front page to the changes; the same rows as the PDF."""

from collections.abc import Sequence

from docx.table import Table

from exports import house
from exports.band_table import IN_PROGRESS
from exports.house import Palette
from exports.paper import regional_charts
from exports.paper.regional_parts import BESIDE, PAIRS_NOTE
from exports.word.annex import annexes
from exports.word.blocks import Pages, letter_cell
from exports.word.country import country_part
from exports.word.scores import score_table, score_text_of
from wb6assess.reports.figures import (
    CONFIDENTIAL,
    INSUFFICIENT,
    NOT_APPLICABLE,
    PROVISIONAL,
    interval_text,
    signed_text,
)
from wb6assess.reports.region.rows import (
    ChangeEntry,
    ChangePart,
    DomainPart,
    PublicScore,
    Regional,
)
from wb6assess.reports.wording import band_words
from wb6assess.scoring.bands import BANDS
from wb6assess.scoring.rounds import ProgressWord

_MM = house.MM
_WIDTH = house.TEXT_WIDTH
_SIGNS = {
    INSUFFICIENT: "insufficient data",
    CONFIDENTIAL: "confidential",
    NOT_APPLICABLE: "not applicable",
    PROVISIONAL: "provisional",
}


def write_report(pages: Pages, content: Regional, palette: Palette) -> None:
    """Everything between head and foot, in reading order."""
    _front(pages, content)
    _state_of_play(pages, content, palette)
    _certainty(pages, content, palette)
    codes = [row.code for row in content.bands]
    for part in content.domains:
        _domain(pages, part, codes, palette)
    _changes(pages, content, palette)
    for country in content.countries:
        since = content.progress.since if content.progress else ""
        country_part(pages, country, since, content.round, palette)
    annexes(pages, content)


def _front(pages: Pages, content: Regional) -> None:
    pages.say(content.title, "Title")
    pages.say(content.subtitle, "Subtitle")
    count = max(1, len(content.figures))
    pages.plain_table(
        [
            [(number, "Big Number") for number, _ in content.figures],
            [(words, "Cell Small") for _, words in content.figures],
        ],
        [_WIDTH / count] * count,
    )
    pages.head("In one minute")
    for words in content.minute:
        pages.say(words)
    pages.plain_table(
        [[(label, "Column Head"), (words, "Cell")] for label, words in content.facts],
        [32 * _MM, 138 * _MM],
    )


def _state_of_play(pages: Pages, content: Regional, palette: Palette) -> None:
    pages.head("Where the countries stand", new_page=True)
    pages.say(f"{content.bands_finding}.", "Finding")
    band_table(pages, content, palette)
    own = f"{content.overall_text} " if content.overall_text else ""
    pages.say(
        f"{own}{PROVISIONAL} provisional: coverage below the limit named in the notes. Countries in the "
        "order of their codes; no ranks are published. Regional lines need four countries with a "
        "published score.",
        "Note",
    )
    if content.progress:
        _change_table(pages, content)
    pages.head("How to read the report", 2)
    pages.plain_table(
        [[(label, "Column Head"), (words, "Cell Small")] for label, words in content.reading],
        [30 * _MM, 140 * _MM],
    )


def band_table(pages: Pages, content: Regional, palette: Palette) -> Table:
    """Countries by domains: letter and score in each cell, colour second; regional lines under it."""
    count = len(content.columns)
    label = 36 * _MM
    widths = [label, *[(_WIDTH - label) / count] * count]
    beside = count - content.beside
    head = [
        "Country",
        *(f"{title} (beside)" if at >= beside else title for at, title in enumerate(content.columns)),
    ]
    rows = [
        [row.country, *([IN_PROGRESS] * count if row.in_progress else map(score_text_of, row.scores))]
        for row in content.bands
    ]
    lines = [[name, *cells] for name, cells in content.lines]
    keys = "; ".join(f"{band.letter} {band_words(band)}" for band in BANDS)
    caption = f"Scores and bands by country and domain. {keys}{_signs(content)}"
    looks = dict.fromkeys(range(1, count + 1), "Cell Band")
    table = pages.table(head, [*rows, *lines], widths, looks=looks, caption=f"{caption}.")
    shown = [() if row.in_progress else row.scores for row in content.bands]
    _shade(table, shown, palette, 1)
    return table


def _signs(content: Regional) -> str:
    """What the signs in the band table mean, of those that stand in it."""
    scores = [score for row in content.bands if not row.in_progress for score in row.scores]
    standing = {score.sign for score in scores if score.value is None}
    standing |= {PROVISIONAL for score in scores if score.provisional}
    standing |= {cell for _, cells in content.lines for cell in cells if cell in _SIGNS}
    return "".join(f"; “{sign}” {words}" for sign, words in _SIGNS.items() if sign in standing)


def _pillars(pages: Pages, part: DomainPart, codes: Sequence[str], palette: Palette) -> None:
    """Pillars by countries: letter, score, colour."""
    if not part.pillars:
        return
    pages.head("By pillar", 2)
    rows = [[row.id, row.title, *map(score_text_of, row.scores)] for row in part.pillars]
    named = [14 * _MM, 54 * _MM]
    widths = [*named, *[(_WIDTH - sum(named)) / len(codes)] * len(codes)]
    looks = {0: "Cell Small", **dict.fromkeys(range(2, 2 + len(codes)), "Cell Band")}
    caption = f"{part.title} by pillar and country."
    table = pages.table(["", "Pillar", *codes], rows, widths, looks=looks, caption=caption)
    _shade(table, [row.scores for row in part.pillars], palette, 2)


def _shade(table: Table, rows: Sequence[Sequence[PublicScore]], palette: Palette, first: int) -> None:
    """Letter and colour of the band into each cell with a score, from the column `first` on."""
    for scores, cells in zip(rows, table.rows[1:], strict=False):
        for score, cell in zip(scores, cells.cells[first:], strict=False):
            if score.band is not None:
                fill, ink = palette.band_fill[score.band], palette.band_text[score.band]
                letter_cell(cell, score.band.letter, score_text_of(score), fill, ink)


def _change_table(pages: Pages, content: Regional) -> None:
    progress = content.progress
    assert progress is not None
    pages.head(f"Change since {progress.since}", 2)
    pages.say(progress.text, "Note")
    count = len(progress.parts)
    rows = [
        [entry.country, *(_change_words(part.rows[place]) for part in progress.parts)]
        for place, entry in enumerate(progress.parts[0].rows)
    ]
    label = 36 * _MM
    widths = [label, *[(_WIDTH - label) / count] * count]
    head = ["Country", *(part.title for part in progress.parts)]
    pages.table(head, rows, widths, caption="Matched change in points, in words.")


def _change_words(entry: ChangeEntry) -> str:
    if entry.word is None:
        return entry.missing
    within = ", within uncertainty" if entry.within else ""
    return f"{signed_text(entry.points, entry.missing)} {entry.word.value.replace('_', ' ')}{within}"


def _certainty(pages: Pages, content: Regional, palette: Palette) -> None:
    pages.head("How certain are the scores", new_page=True)
    pages.say(content.certainty_text, "Finding")
    for first in range(0, len(content.columns), 2):
        titles = ", ".join(content.columns[first : first + 2])
        pages.chart(regional_charts.panels(content, first, palette), f"Scores with intervals: {titles}.")
    pages.say(content.interval_note, "Note")


def _domain(pages: Pages, part: DomainPart, codes: Sequence[str], palette: Palette) -> None:
    pages.head(part.title, new_page=True)
    if part.beside:
        pages.say(f"Domain, {BESIDE}", "Note")
    pages.say(f"{part.finding}.", "Finding")
    for words in part.said:
        pages.say(words)
    title = f"{part.title} by country"
    pages.chart(regional_charts.dots(title, part.rows, "Country", palette), f"{title}.")
    score_table(pages, "Country", part.rows, f"{title}, the numbers.")
    _pillars(pages, part, codes, palette)
    pages.head("Law and practice", 2)
    pages.say(part.gaps_text, keep=bool(part.gaps))
    if part.gaps:
        pages.chart(
            regional_charts.gaps("Law and practice", part.gaps, palette),
            f"Law and practice in {part.title}.",
        )
        pages.say(PAIRS_NOTE, "Note")


def _changes(pages: Pages, content: Regional, palette: Palette) -> None:
    progress = content.progress
    if progress is None:
        return
    pages.head(f"What changed since {progress.since}", new_page=True)
    pages.say(f"{progress.parts[0].finding}.", "Finding")
    pages.say(progress.text, "Note")
    whole = progress.parts[0].rows
    if any(row.word for row in whole):
        chart = regional_charts.slopes(whole, progress.since, content.round, palette)
        pages.chart(chart, "Overall scores on matched indicators; grey lines lie within uncertainty.")
    for part in progress.parts:
        _change_part(pages, part, progress.since, content.round, palette)


def _change_part(pages: Pages, part: ChangePart, before: str, now: str, palette: Palette) -> None:
    title = f"{part.title}, {BESIDE}" if part.beside else part.title
    pages.head(title, 2)
    pages.say(f"{part.finding}.", keep=True)
    pages.chart(regional_charts.arrows(part, before, now, palette), f"{part.title}: matched change.")
    cells = [
        [row.country, *_totals(row)]
        for row in part.rows
        if row.word is not None or row.total is not None
    ]
    if cells:
        head = ("Country", "Matched change", "90 % interval", "Total change", "Composition effect")
        widths = [part * _MM for part in (42, 32, 32, 32, 32)]
        pages.table(
            head,
            cells,
            widths,
            looks=dict.fromkeys(range(1, 5), "Cell Number"),
            caption=f"{part.title}, the numbers.",
        )
    for row in part.rows:
        if row.word is ProgressWord.BACKSLIDING:
            named = ", ".join(row.fell) or "not named, for too few experts rated them"
            pages.say(f"{row.country}, backsliding. Indicators that fell: {named}.")


def _totals(row: ChangeEntry) -> list[str]:
    return [
        signed_text(row.points, row.missing),
        interval_text(row.interval) if row.interval else row.missing,
        signed_text(row.total, row.missing),
        signed_text(row.composition, row.missing),
    ]
