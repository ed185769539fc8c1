"""The regional report from its front page to its last: what follows what."""

from datetime import datetime

from reportlab.platypus import PageBreak, Spacer

from exports import house
from exports.house import COLOUR, Palette
from exports.paper.flow import gap, height_of
from exports.paper.furniture import Furniture
from exports.paper.parts import Bookmark, Rule
from exports.paper.regional_annex import annexes
from exports.paper.regional_country import country_pages
from exports.paper.regional_parts import narrow
from exports.paper.regional_tables import certainty, changes, domain_pages, state_of_play
from exports.paper.styles import Flowable, paragraph
from exports.paper.tables import plain_table
from wb6assess.reports.region.rows import Regional

_MM = house.MM
_LOWEST_START, _HIGHEST_START = 100.0, 12.0


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
    """Front page, band table, certainty, domains, changes, countries, annexes, notes and sources."""
    palette = furniture.palette
    return [
        *_front(content, furniture.frame_height),
        PageBreak(),
        *state_of_play(content, palette),
        PageBreak(),
        *certainty(content, palette),
        PageBreak(),
        *domain_pages(content, palette),
        *changes(content, palette),
        *country_pages(content, palette),
        *annexes(content),
    ]


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
        *narrow(paragraph(content.title, "front")),
        gap(4),
        paragraph(content.subtitle, "subtitle"),
        gap(20),
        numbers,
        gap(14),
        Rule(house.RULE, house.TABLE_LINE, after=6),
        paragraph("In one minute", "section"),
        gap(4),
        *narrow(*minute),
        gap(4),
        Rule(house.RULE, house.TABLE_LINE, after=5),
        facts,
    ]
