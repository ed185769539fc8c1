"""The handout: one contested item a page, readable at arm's length."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import PageBreak, Table, TableStyle

from exports import fonts, house
from exports.house import COLOUR, Palette
from exports.level_dots import dot_row, level_dots
from exports.paper.flow import gap, together
from exports.paper.furniture import Furniture
from exports.paper.meeting_parts import FootOfPage, bulleted, meeting_furniture
from exports.paper.parts import Bookmark, Item, Mark, Rule
from exports.paper.styles import Flowable, paragraph
from exports.paper.tables import plain_table
from exports.paper.tagging import LayoutTags
from wb6assess.reports.figures import fingerprint
from wb6assess.reports.meeting.rows import Agenda, AgendaItem, Rung
from wb6assess.reports.meeting.words import (
    NOTHING_SAID,
    SENSITIVE,
    aside_words,
    chose_words,
    dots_words,
    figures_words,
    level_words,
    standing_words,
    to_decide,
)

_BASIS_DIGITS = 16
_NUMBER, _DOTS = 34.0, 88.0


def handout_furniture(agenda: Agenda, meeting: str, palette: Palette = COLOUR) -> Furniture:
    """Head and foot; the basis of each page's ratings is added to the foot by the page itself."""
    return meeting_furniture(
        f"{meeting}: handout",
        (meeting, ", ".join(agenda.instruments), ", ".join(agenda.countries)),
        (f"round {agenda.round_title}",),
        agenda.digest,
        agenda.newest,
        sample=agenda.sample,
        status_note=agenda.status_note,
        palette=palette,
    )


def handout_story(agenda: Agenda, palette: Palette = COLOUR) -> Iterator[Flowable]:
    """One page for each item."""
    for place, item in enumerate(agenda.items, start=1):
        if place > 1:
            yield PageBreak()
        yield from _page(item, place, len(agenda.items), palette)
    if not agenda.items:
        yield paragraph("There is no contested item in this selection.", "finding", large=True)


def _page(item: AgendaItem, place: int, of: int, palette: Palette) -> Iterator[Flowable]:
    yield Bookmark(f"{item.indicator} {item.title} ({item.country_name})", f"item{place}")
    yield FootOfPage(f"basis {fingerprint(item.basis, _BASIS_DIGITS)}")
    yield Item(f"Item {place}")
    right = f"{item.country_name}, {item.indicator}"
    yield _two(
        paragraph(f"Item {place} of {of}", "kicker", large=True),
        paragraph(right, "kicker", right=True, large=True),
    )
    yield gap(4, keep=True)
    yield paragraph(item.title, "indicator", keep=True, large=True)
    yield gap(6, keep=True)
    yield paragraph(item.question, "body", large=True)
    yield gap(10)
    yield together([*_dots(item), gap(6), _ladder(item, palette)])
    yield gap(10)
    yield from _said(item)
    yield gap(12)
    yield together(list(_decide(item)))
    yield Item("")


def _two(left: Flowable, right: Flowable) -> Flowable:
    half = house.TEXT_WIDTH / 2
    return plain_table([[left, right]], [half - 60, half + 60])


def _dots(item: AgendaItem) -> Iterator[Flowable]:
    yield Rule(after=5)
    third = house.TEXT_WIDTH / 3
    yield plain_table(
        [
            [
                paragraph(chose_words(item), "label", large=True),
                paragraph(figures_words(item), "label", right=True, large=True),
            ]
        ],
        [third, 2 * third],
    )
    yield gap(6)
    drawing = level_dots(item.levels, house.TEXT_WIDTH, radius=7.4, size=12)
    yield Mark(drawing, dots_words(item))
    aside = aside_words(item)
    if aside:
        yield gap(3)
        yield paragraph(aside[0].upper() + aside[1:], "note", large=True)


def _ladder(item: AgendaItem, palette: Palette) -> Flowable:
    """Rungs somebody stands at are tinted and bold, with dots at the right."""
    cells: list[list[Any]] = []
    rules: list[tuple[Any, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (0, -1), 8),
        ("LEFTPADDING", (1, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), 4.2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("LINEBELOW", (0, 0), (-1, -2), 1.2, HexColor(house.WHITE)),
        ("ALIGN", (2, 0), (2, -1), "RIGHT"),
    ]
    for row, rung in enumerate(item.rungs):
        cells.append(_rung(item, rung))
        if item.dots_at(rung):
            rules.append(("BACKGROUND", (0, row), (-1, row), HexColor(palette.chosen)))
    widths = [_NUMBER, house.TEXT_WIDTH - _NUMBER - _DOTS, _DOTS]
    tags: Any = LayoutTags()  # ReportLab takes any callable; its stubs want their class
    return Table(cells, colWidths=widths, hAlign="LEFT", style=TableStyle(rules), renderCB=tags)


def _rung(item: AgendaItem, rung: Rung) -> list[Any]:
    dots = item.dots_at(rung)
    number = paragraph(level_words(rung.level), "level" if dots else "rung", large=True)
    words = paragraph(rung.words, "chosen" if dots else "rung", large=True)
    if not dots:
        return [number, words, ""]
    noun = "expert" if dots == 1 else "experts"
    return [number, words, Mark(dot_row(dots), f"{dots} {noun} here")]


def _said(item: AgendaItem) -> Iterator[Flowable]:
    yield Rule(after=5)
    yield paragraph("What speaks for and against", "label", keep=True, large=True)
    yield gap(3, keep=True)
    if item.words_left_out:
        yield paragraph(SENSITIVE, "small", large=True)
    elif not item.remarks:
        yield paragraph(NOTHING_SAID, "small", large=True)
    for text in item.remarks:
        yield bulleted(text, "body")
        yield gap(3)
    if item.evidence:
        yield gap(3)
        yield paragraph("Evidence named", "label", keep=True, large=True)
        for text in item.evidence:
            yield bulleted(text, "small")


def _decide(item: AgendaItem) -> Sequence[Flowable]:
    parts: list[Flowable] = [Rule(house.RULE, house.TABLE_LINE, after=6)]
    if item.standing is not None:
        parts += [paragraph(standing_words(item.standing), "small", large=True), gap(3)]
    if item.contradicted:
        words = "Two records decide this differently; none applies."
        parts += [paragraph(words, "small", large=True), gap(3)]
    return [*parts, paragraph(to_decide(item), "strong", large=True)]
