"""The agenda on paper: six items a page with boxes to tick and lines to write on."""

from collections.abc import Iterator
from typing import Any

from reportlab.platypus import CondPageBreak

from exports.house import COLOUR, Palette
from exports.level_dots import level_dots
from exports.paper.flow import gap, section
from exports.paper.furniture import Furniture
from exports.paper.meeting_parts import Boxes, Signatures, WritingLine, meeting_furniture
from exports.paper.parts import Mark
from exports.paper.styles import Flowable, mixed, paragraph
from exports.paper.tables import table
from wb6assess.model.decision import ReasonCode
from wb6assess.reports.meeting.rows import Agenda, AgendaItem, PillarRest
from wb6assess.reports.meeting.words import ORDER, REASONS, agenda_lead, dots_words, levels_apart

# Number, indicator, dots, decision, reason, initials; in points, together the width of the text.
_WIDTHS = (22.0, 206.0, 136.0, 174.0, 126.0, 64.6)
_HEAD = (
    "No",
    "Indicator",
    "Levels chosen",
    "Decision: level",
    "Reason code and words (at least 20 characters)",
    "Chair, initials",
)
_LEVEL_STEPS = tuple(27.0 * place for place in range(6))
_CODE_STEPS = tuple(24.0 * place for place in range(5))
_CODES = tuple(code.value for code in ReasonCode)
_PILLAR_WIDTHS = (340.0, 56.0, 142.0, 126.0, 64.6)


def agenda_furniture(agenda: Agenda, meeting: str, where: str, palette: Palette = COLOUR) -> Furniture:
    """Head and foot, the reason codes among them; `where` is place and day."""
    return meeting_furniture(
        f"{meeting}: agenda",
        (meeting, where, ", ".join(agenda.instruments), ", ".join(agenda.countries)),
        (ORDER, REASONS),
        agenda.digest,
        agenda.newest,
        sample=agenda.sample,
        status_note=agenda.status_note,
        palette=palette,
        landscape=True,
    )


def agenda_story(agenda: Agenda) -> Iterator[Flowable]:
    """Items, pillars to confirm, who was present."""
    yield paragraph("Agenda and decisions", "title", keep=True)
    yield paragraph(agenda_lead(agenda), "finding", keep=True)
    yield gap(8, keep=True)
    several = len(agenda.countries) > 1
    if agenda.items:
        rows = [_row(item, place, several=several) for place, item in enumerate(agenda.items, start=1)]
        yield table(rows, _WIDTHS, head=_HEAD, top_rule=True, padding=4.5)
    yield from _pillars(agenda, several=several)
    yield CondPageBreak(60)
    labels = ("Present (number)", "Chair, name", "Date", "Signature")
    yield Signatures(labels, (0.25, 0.25, 0.25, 0.25))


def _row(item: AgendaItem, place: int, *, several: bool) -> list[Any]:
    drawing = level_dots(item.levels, _WIDTHS[2] - 14, radius=3.1, size=7)
    where = f"{item.country_name}, " if several else ""
    noun = "expert" if item.n == 1 else "experts"
    aside = f"{where}{item.indicator}, {levels_apart(item)}, {item.n} {noun}"
    return [
        paragraph(str(place), "cell"),
        [paragraph(item.title, "strong"), paragraph(aside, "grey")],
        Mark(drawing, dots_words(item)),
        [
            Boxes([str(level) for level in range(6)], _LEVEL_STEPS),
            gap(4),
            Boxes(("confirm", "N/A", "postponed"), (0.0, 58.0, 100.0)),
        ],
        [
            Boxes([code.value for code in ReasonCode], _CODE_STEPS, size=7.0),
            WritingLine(),
            WritingLine(),
        ],
        [gap(13), WritingLine(), WritingLine()][1:],
    ]


def _pillars(agenda: Agenda, *, several: bool) -> Iterator[Flowable]:
    if not agenda.rest:
        return
    yield gap(10)
    lead = (
        "The experts agree here, or one alone answered; a tick confirms every indicator of the pillar."
    )
    yield from section("To confirm by pillar", lead, key="pillars")
    head = ("Pillar", "Indicators", "Decision", "Reason (at least 20 characters)", "Chair, initials")
    rows = [_pillar(rest, several=several) for rest in agenda.rest]
    yield table(rows, _PILLAR_WIDTHS, head=head, right=frozenset({1}), padding=3.4)


def _pillar(rest: PillarRest, *, several: bool) -> list[Any]:
    where = f"{rest.country_name}, {rest.instrument_title}" if several else rest.instrument_title
    return [
        mixed([(f"{rest.pillar}  {rest.pillar_title}", "strong"), (where, "grey")]),
        paragraph(str(len(rest.lines)), "cell", right=True),
        Boxes(("confirm all", "discuss"), (0.0, 78.0)),
        WritingLine(12),
        WritingLine(12),
    ]
