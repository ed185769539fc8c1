"""Minutes for Word: the content of the PDF, in tables that can be edited and read aloud."""

from collections.abc import Iterator
from pathlib import Path

from exports import house
from exports.house import COLOUR, GREY, Palette
from exports.word.blocks import Pages, plain
from exports.word.furniture import Furniture
from exports.word.writing import write_word
from wb6assess.model.framework import METHODOLOGY
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.figures import fingerprint
from wb6assess.reports.meeting import minutes_words as words
from wb6assess.reports.meeting.minutes import Minutes, Outcome
from wb6assess.reports.meeting.words import CODES, NOT_PUBLIC, REASONS

_MM = house.MM
_DECISIONS = [part * _MM for part in (8, 48, 16, 19, 79)]
_OPEN = [part * _MM for part in (40, 22, 82, 26)]
_EFFECTS = [part * _MM for part in (32, 32, 16, 18, 19, 9, 11, 10, 23)]
_FACTS = [part * _MM for part in (36, 134)]
_SIGNED = [part * _MM for part in (58, 44, 68)]


def write_minutes_docx(
    target: Path, minutes: Minutes, progress: Progress = SILENT, *, grey: bool = False
) -> None:
    """What a meeting decided; the same records give the same bytes.

    Raises:
        ExportError: the target cannot be written, or the file does not hold what it should.
        Cancelled: the caller stopped the job; nothing was changed.
    """
    write_word(
        target,
        _furniture(minutes, GREY if grey else COLOUR),
        f"{words.title(minutes)}: minutes",
        minutes.newest,
        lambda pages: _write_story(pages, minutes),
        _expected(minutes),
        progress,
    )


def _furniture(minutes: Minutes, palette: Palette) -> Furniture:
    # Countries stand on the first page; six of them would push the tag off the line.
    head = f"{words.title(minutes)}  |  minutes"
    foot = f"methodology {METHODOLOGY}  |  round {minutes.round_title}  |  {NOT_PUBLIC}"
    notes = (minutes.status_note,) if minutes.status_note else ()
    tags = (house.SAMPLE_TAG,) if minutes.sample else ()
    return Furniture(head, foot, fingerprint(minutes.digest), tags, notes, palette)


def _write_story(pages: Pages, minutes: Minutes) -> None:
    pages.say("Minutes", "Title")
    pages.say(words.title(minutes), "Subtitle")
    facts = [[(label, "Cell Small"), (said, "Cell")] for label, said in words.facts(minutes)]
    pages.plain_table(facts, _FACTS)
    pages.say(words.summary(minutes), "Finding")
    _write_decisions(pages, minutes)
    if minutes.left_open:
        pages.head("Left open", 2)
        pages.say(words.OPEN_LEAD, "Note", keep=True)
        pages.table(words.OPEN_HEAD, [words.open_cells(item) for item in minutes.left_open], _OPEN)
    _write_effects(pages, minutes)
    pages.head("Signed", 2)
    pages.table(("Chair", "Date", "Signature"), [("", "", "")] * 2, _SIGNED)
    pages.say(f"Digest of these records: {minutes.digest}. {words.SAME}", "Digest")


def _write_decisions(pages: Pages, minutes: Minutes) -> None:
    pages.head("Decisions", 2)
    pages.say(f"{REASONS[0].upper()}{REASONS[1:]}.", "Note", keep=True)
    if not minutes.outcomes:
        pages.say(words.NOTHING_KEPT)
        return
    rows = [
        [str(place), item.title, item.before, item.after, f"{item.code.value}  {CODES[item.code]}"]
        for place, item in enumerate(minutes.outcomes, start=1)
    ]
    table = pages.table(words.DECISION_HEAD, rows, _DECISIONS)
    for item, row in zip(minutes.outcomes, table.rows[1:], strict=True):
        _, title, _, after, reason = row.cells
        for cell in (title, after):
            cell.paragraphs[0].runs[0].bold = True
        title.add_paragraph(plain(f"{item.country_name}, {item.indicator}"), "Cell Small")
        for said, style in _reasons(item):
            reason.add_paragraph(plain(said), style)


def _reasons(item: Outcome) -> Iterator[tuple[str, str]]:
    """What stands below the reason's code, with its style."""
    yield item.reason, "Cell"
    if item.evidence:
        yield f"Evidence: {'; '.join(item.evidence)}", "Cell Small"
    yield words.stamp(item), "Cell Small"
    if item.remark:
        yield words.remark(item), "Cell"


def _write_effects(pages: Pages, minutes: Minutes) -> None:
    if not minutes.effects:
        return
    pages.head("What decisions change", 2)
    pages.say(words.EFFECTS_LEAD, "Note", keep=True)
    looks = dict.fromkeys(range(2, 8), "Cell Number")
    rows = [words.effect_cells(effect) for effect in minutes.effects]
    pages.table(words.EFFECT_HEAD, rows, _EFFECTS, looks=looks)
    for said in words.explanations(minutes):
        pages.say(said, "Note")


def _expected(minutes: Minutes) -> Iterator[str]:
    yield from (text for item in minutes.outcomes for text in (item.title, item.reason))
    yield from (item.title for item in minutes.left_open)
