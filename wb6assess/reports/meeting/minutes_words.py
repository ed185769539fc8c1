"""What minutes say in sentences, in English: the same on paper and in Word."""

from collections.abc import Iterator

from wb6assess.model.decision import Action
from wb6assess.reports.figures import date_words
from wb6assess.reports.meeting.minutes import Effect, LeftOpen, Minutes, Outcome

SAME = "The same records give the same digest."
NOTHING_KEPT = "The meeting kept no record."
OPEN_LEAD = "On the agenda, without a decision of this meeting."
EFFECTS_LEAD = (
    "Published scores 0-100 without and with every decision in force; up, down and N/A count indicators."
)
DECISION_HEAD = ("No", "Indicator", "Before", "Decided", "Reason and evidence")
OPEN_HEAD = ("Country", "Indicator", "Title", "")
EFFECT_HEAD = (
    "Country", "Domain", "Experts", "Validated", "Difference", "Up", "Down", "N/A", "Largest",
)  # fmt: skip


def title(minutes: Minutes) -> str:
    """What the meeting is called."""
    return minutes.meeting.title or f"Validation meeting {minutes.meeting.id}"


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


def facts(minutes: Minutes) -> Iterator[tuple[str, str]]:
    """Which meeting, when, who was there, what it was about."""
    meeting = minutes.meeting
    day = meeting.held_on
    present = f"{len(meeting.present)} of {meeting.invited}" if meeting.invited else ""
    who = "; ".join(meeting.present) or "not recorded"
    yield "Meeting", meeting.id
    yield "Date", date_words(day.year, day.month, day.day) if day else "not recorded"
    yield "Chair", meeting.chair or "not recorded"
    yield "Present", f"{present}: {who}" if present else who
    yield "Round", minutes.round_title
    yield "Questionnaires", ", ".join(minutes.instruments) or "none"
    yield "Countries", ", ".join(minutes.countries) or "none"


def stamp(item: Outcome) -> str:
    """When it was decided, on which ratings."""
    return f"{item.decided_at:%d.%m.%Y %H:%M} UTC, basis {item.basis[:8] or 'not recorded'}"


def remark(item: Outcome) -> str:
    """What became of a record since, as a sentence; "" for one in force."""
    return f"{item.remark[0].upper()}{item.remark[1:]}." if item.remark else ""


def open_cells(item: LeftOpen) -> list[str]:
    """A line of what is left open."""
    state = "postponed" if item.postponed else "not decided"
    return [item.country_name, item.indicator, item.title, state]


def effect_cells(effect: Effect) -> list[str]:
    """A line of what decisions change."""
    counts = (effect.up, effect.down, effect.to_na)
    return [
        *(effect.country_name, effect.domain, effect.experts, effect.validated, effect.difference),
        *map(str, counts),
        effect.largest or "none",
    ]


def explanations(minutes: Minutes) -> Iterator[str]:
    """Differences the report must explain (methodology 5.6)."""
    for effect in minutes.effects:
        if effect.explain:
            yield (
                f"{effect.country_name}, {effect.domain}: the difference is above 5 points; "
                "the report must explain it."
            )
