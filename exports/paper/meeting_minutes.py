"""Minutes: who was there, what was decided and why, what stays open, what it changes."""

from collections.abc import Iterator
from typing import Any

from exports.house import COLOUR, TEXT_WIDTH, Palette
from exports.paper.flow import gap, needs, section
from exports.paper.furniture import Furniture
from exports.paper.meeting_parts import Signatures, meeting_furniture
from exports.paper.styles import Flowable, mixed, paragraph
from exports.paper.tables import table
from exports.paper.words import fingerprint_lines, replaced_signs
from wb6assess.reports.meeting import minutes_words as words
from wb6assess.reports.meeting.minutes import Minutes, Outcome
from wb6assess.reports.meeting.words import CODES, REASONS

_OUTCOMES = (20.0, 170.0, 46.0, 54.0, TEXT_WIDTH - 290.0)
_OPEN = (120.0, 60.0, TEXT_WIDTH - 260.0, 80.0)
_EFFECTS = (92.0, 96.0, 48.0, 56.0, 56.0, 24.0, 30.0, 26.0, TEXT_WIDTH - 428.0)


def minutes_furniture(minutes: Minutes, palette: Palette = COLOUR) -> Furniture:
    """Head and foot of the minutes."""
    return meeting_furniture(
        f"{words.title(minutes)}: minutes",
        (words.title(minutes), "minutes", ", ".join(minutes.countries)),
        (f"round {minutes.round_title}",),
        minutes.digest,
        minutes.newest,
        sample=minutes.sample,
        status_note=minutes.status_note,
        palette=palette,
    )


def minutes_story(minutes: Minutes) -> Iterator[Flowable]:
    """The whole paper."""
    yield paragraph("Minutes", "title", keep=True)
    yield paragraph(words.title(minutes), "subtitle", keep=True)
    yield gap(8, keep=True)
    yield table(list(_facts(minutes)), (110.0, TEXT_WIDTH - 110.0), layout=True)
    yield gap(10)
    yield paragraph(words.summary(minutes), "finding")
    yield gap(10)
    yield from _decisions(minutes)
    yield from _left_open(minutes)
    yield from _effects(minutes)
    yield from _end(minutes)


def _facts(minutes: Minutes) -> Iterator[list[Any]]:
    for label, said in words.facts(minutes):
        yield [paragraph(label, "label"), paragraph(said, "cell")]


def _decisions(minutes: Minutes) -> Iterator[Flowable]:
    yield from section("Decisions", REASONS[0].upper() + REASONS[1:] + ".", key="decisions")
    if not minutes.outcomes:
        yield paragraph(words.NOTHING_KEPT, "body")
        return
    rows = [_outcome(item, place) for place, item in enumerate(minutes.outcomes, start=1)]
    yield table(rows, _OUTCOMES, head=words.DECISION_HEAD)


def _outcome(item: Outcome, place: int) -> list[Any]:
    where = f"{item.country_name}, {item.indicator}"
    reason: list[Flowable] = [
        mixed([(item.code.value, "strong"), (CODES[item.code], "grey")]),
        paragraph(item.reason, "cell"),
    ]
    if item.evidence:
        reason.append(paragraph(f"Evidence: {'; '.join(item.evidence)}", "grey"))
    reason.append(paragraph(words.stamp(item), "grey"))
    if item.remark:
        reason.append(paragraph(words.remark(item), "strong"))
    return [
        paragraph(str(place), "cell"),
        [paragraph(item.title, "strong"), paragraph(where, "grey")],
        paragraph(item.before, "cell"),
        paragraph(item.after, "strong"),
        reason,
    ]


def _left_open(minutes: Minutes) -> Iterator[Flowable]:
    if not minutes.left_open:
        return
    yield gap(10)
    yield from section("Left open", words.OPEN_LEAD, key="open")
    rows = [words.open_cells(item) for item in minutes.left_open]
    yield table(rows, _OPEN, head=words.OPEN_HEAD)


def _effects(minutes: Minutes) -> Iterator[Flowable]:
    if not minutes.effects:
        return
    yield gap(10)
    yield needs(120)
    yield from section("What decisions change", words.EFFECTS_LEAD, key="effects")
    rows = [words.effect_cells(effect) for effect in minutes.effects]
    yield table(rows, _EFFECTS, head=words.EFFECT_HEAD, right=frozenset(range(2, 8)))
    for said in words.explanations(minutes):
        yield paragraph(said, "note")


def _end(minutes: Minutes) -> Iterator[Flowable]:
    yield gap(8)
    yield needs(120)
    yield Signatures(("Chair", "Date", "Signature"), (0.36, 0.24, 0.4))
    for note in replaced_signs(minutes):
        yield paragraph(note, "note")
    yield gap(10)
    yield from fingerprint_lines("Digest of these records", minutes.digest, words.SAME)
