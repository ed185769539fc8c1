"""One page for a round table: the region in a few sentences, the band table, what to talk about."""

from collections.abc import Iterator

from exports import house
from exports.house import Palette
from exports.word.blocks import Pages
from exports.word.regional import band_table
from wb6assess.reports.region.rows import FixRow, Regional
from wb6assess.reports.region.score_words import listed

_MM = house.MM
_SENTENCES, _FEW = 3, 3
"""Of the front page; beyond so many different steps one less, and smaller letters: it is one page."""
_CAPTION = "What to talk about: the indicator that would add most to the overall score."


def write_round_table(pages: Pages, content: Regional, palette: Palette) -> None:
    """Everything on one page."""
    pages.say(content.title, "Title")
    pages.say(f"For the round table, round {content.round}", "Subtitle")
    firsts = list(_first_fixes(content))
    full = len(firsts) > _FEW
    for words in content.minute[: _SENTENCES - full]:
        pages.say(words)
    band_table(pages, content, palette)
    rows = [
        [
            listed([name for name, _ in group]),
            f"{first.title} ({first.id})",
            first.step_words,
            first.actor,
        ]
        for first, group in firsts
    ]
    if rows:
        head = ("Country", "First to fix", "The next step", "Who decides")
        widths = [part * _MM for part in (30, 40, 78, 22)]
        looks = {2: "Cell Small", 3: "Cell Small"} if full else {}
        pages.table(head, rows, widths, looks=looks, caption=_CAPTION)
    pages.say(content.notes[0], "Note")


def _first_fixes(content: Regional) -> Iterator[tuple[FixRow, list[tuple[str, FixRow]]]]:
    """Countries whose first step is the same stand together, in the order of the first of them."""
    firsts = [(part.name, part.fixes[0]) for part in content.countries if part.fixes]
    steps = dict.fromkeys((row.id, row.step) for _, row in firsts)
    for step in steps:
        group = [(name, row) for name, row in firsts if (row.id, row.step) == step]
        yield group[0][1], group
