"""Minutes: who was there, what was decided and why, what stays open, what it changes."""

from collections.abc import Iterator, Sequence
from typing import Any

from exports.house import COLOUR, TEXT_WIDTH, Palette
from exports.paper.furniture import Furniture
from exports.paper.meeting_parts import Signatures, meeting_furniture
from exports.paper.parts import gap, needs, section, table
from exports.paper.styles import Flowable, mixed, paragraph
from exports.paper.words import fingerprint_lines, replaced_signs
from wb6assess.model.decision import Action
from wb6assess.reports.figures import date_words
from wb6assess.reports.meeting.minutes import Effect, Minutes, Outcome
from wb6assess.reports.meeting.words import CODES, REASONS

_OUTCOMES = (20.0, 170.0, 46.0, 54.0, TEXT_WIDTH - 290.0)
_OPEN = (120.0, 60.0, TEXT_WIDTH - 260.0, 80.0)
_EFFECTS = (92.0, 96.0, 48.0, 56.0, 56.0, 24.0, 30.0, 26.0, TEXT_WIDTH - 428.0)
_SAME = "The same records give the same digest."


def minutes_furniture(minutes: Minutes, palette: Palette = COLOUR) -> Furniture:
    """Head and foot of the minutes."""
    return meeting_furniture(
        f"{_title(minutes)}: minutes",
        (_title(minutes), "minutes", ", ".join(minutes.countries)),
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
    yield paragraph(_title(minutes), "subtitle", keep=True)
    yield gap(8, keep=True)
    yield table(list(_facts(minutes)), (110.0, TEXT_WIDTH - 110.0), layout=True)
    yield gap(10)
    yield paragraph(summary(minutes), "finding")
    yield gap(10)
    yield from _decisions(minutes)
    yield from _left_open(minutes)
    yield from _effects(minutes.effects)
    yield from _end(minutes)


def summary(minutes: Minutes) -> str:
    """How many decisions of which kind, and what is left."""
    counts = [
        (minutes.count(Action.SET), "set"),
        (minutes.count(Action.CONFIRM), "confirmed"),
        (minutes.count(Action.NA), "not applicable"),
    ]
    total = sum(count for count, _ in counts)
    kinds = ", ".join(f"{count} {words}" for count, words in counts if count)
    noun = "indicator" if total == 1 else "indicators"
    first = f"{total} {noun} decided: {kinds}." if total else "No decision of this meeting is in force."
    postponed = sum(item.postponed for item in minutes.left_open)
    rest = len(minutes.left_open) - postponed
    parts = [first]
    if postponed:
        parts.append(f"{postponed} postponed.")
    if rest:
        parts.append(f"{rest} of the agenda not decided.")
    return " ".join(parts)


def _title(minutes: Minutes) -> str:
    return minutes.meeting.title or f"Validation meeting {minutes.meeting.id}"


def _facts(minutes: Minutes) -> Iterator[list[Any]]:
    meeting = minutes.meeting
    day = meeting.held_on
    present = f"{len(meeting.present)} of {meeting.invited}" if meeting.invited else ""
    who = "; ".join(meeting.present) or "not recorded"
    for label, words in (
        ("Meeting", meeting.id),
        ("Date", date_words(day.year, day.month, day.day) if day else "not recorded"),
        ("Chair", meeting.chair or "not recorded"),
        ("Present", f"{present}: {who}" if present else who),
        ("Round", minutes.round_title),
        ("Questionnaires", ", ".join(minutes.instruments) or "none"),
        ("Countries", ", ".join(minutes.countries) or "none"),
    ):
        yield [paragraph(label, "label"), paragraph(words, "cell")]


def _decisions(minutes: Minutes) -> Iterator[Flowable]:
    yield from section("Decisions", REASONS[0].upper() + REASONS[1:] + ".", key="decisions")
    if not minutes.outcomes:
        yield paragraph("The meeting kept no record.", "body")
        return
    head = ("No", "Indicator", "Before", "Decided", "Reason and evidence")
    rows = [_outcome(item, place) for place, item in enumerate(minutes.outcomes, start=1)]
    yield table(rows, _OUTCOMES, head=head)


def _outcome(item: Outcome, place: int) -> list[Any]:
    where = f"{item.country_name}, {item.indicator}"
    reason: list[Flowable] = [
        mixed([(item.code.value, "strong"), (CODES[item.code], "grey")]),
        paragraph(item.reason, "cell"),
    ]
    if item.evidence:
        reason.append(paragraph(f"Evidence: {'; '.join(item.evidence)}", "grey"))
    stamp = f"{item.decided_at:%d.%m.%Y %H:%M} UTC, basis {item.basis[:8] or 'not recorded'}"
    reason.append(paragraph(stamp, "grey"))
    if item.remark:
        reason.append(paragraph(f"{item.remark[0].upper()}{item.remark[1:]}.", "strong"))
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
    yield from section("Left open", "On the agenda, without a decision of this meeting.", key="open")
    rows = [
        [item.country_name, item.indicator, item.title, "postponed" if item.postponed else "not decided"]
        for item in minutes.left_open
    ]
    yield table(rows, _OPEN, head=("Country", "Indicator", "Title", ""))


def _effects(effects: Sequence[Effect]) -> Iterator[Flowable]:
    if not effects:
        return
    yield gap(10)
    yield needs(120)
    lead = (
        "Published scores 0-100 without and with every decision in force; "
        "up, down and N/A count indicators."
    )
    yield from section("What decisions change", lead, key="effects")
    head = ("Country", "Domain", "Experts", "Validated", "Difference", "Up", "Down", "N/A", "Largest")
    yield table(
        [_effect(effect) for effect in effects], _EFFECTS, head=head, right=frozenset(range(2, 8))
    )
    for effect in effects:
        if effect.explain:
            words = (
                f"{effect.country_name}, {effect.domain}: the difference is above 5 points; "
                "the report must explain it."
            )
            yield paragraph(words, "note")


def _effect(effect: Effect) -> list[str]:
    counts = (effect.up, effect.down, effect.to_na)
    return [
        *(effect.country_name, effect.domain, effect.experts, effect.validated, effect.difference),
        *map(str, counts),
        effect.largest or "none",
    ]


def _end(minutes: Minutes) -> Iterator[Flowable]:
    yield gap(8)
    yield needs(120)
    yield Signatures(("Chair", "Date", "Signature"), (0.36, 0.24, 0.4))
    for note in replaced_signs(minutes):
        yield paragraph(note, "note")
    yield gap(10)
    yield from fingerprint_lines("Digest of these records", minutes.digest, _SAME)
