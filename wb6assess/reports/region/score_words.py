"""How a score, a count and an order are put into words (methodology 4.2, 12.3)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from wb6assess.reports.figures import interval_text, score_text
from wb6assess.reports.region.rows import PublicScore
from wb6assess.reports.wording import band_words
from wb6assess.scoring.bands import Band
from wb6assess.scoring.numbers import published

COMMENTED = Decimal("2.0")
"""Differences below are not commented."""

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NEIGHBOURS: Mapping[Band, str] = {
    Band.EARLY: "early stage",
    Band.SOME: "some level",
    Band.MODERATE: "moderately prepared",
    Band.GOOD: "good level",
    Band.ADVANCED: "well advanced",
}


def number_words(count: int) -> str:
    """Small numbers in words, others in digits."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def listed(names: Sequence[str]) -> str:
    """Names with commas and "and"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def lower(text: str) -> str:
    """In the middle of a sentence."""
    return text[0].lower() + text[1:]


def capital(text: str) -> str:
    """At the start of a sentence."""
    return text[0].upper() + text[1:]


def standing(score: PublicScore) -> str:
    """The band, and the one it borders on: "moderately prepared, bordering on good level"."""
    if score.band is None:
        return ""
    words = band_words(score.band)
    return f"{words}, bordering on {_NEIGHBOURS[score.neighbour]}" if score.neighbour else words


def mention(score: PublicScore, experts: str, validated: str) -> str:
    """First mention of a score: value, band, interval, coverage, experts, meetings.

    Args:
        score: A shown one.
        experts: "4 experts".
        validated: "validated", "partly validated" or "not validated".
    """
    between = f"; 90 % interval {interval_text(score.interval)}" if score.interval else ""
    dagger = ", provisional" if score.provisional else ""
    return (
        f"{score_text(score.value)} ({standing(score)}{between}; coverage {score.coverage}{dagger}; "
        f"{experts}; {validated})"
    )


def overlap(one: PublicScore, other: PublicScore) -> bool:
    """Whether two printed intervals have a value in common; False where one is missing."""
    if one.interval is None or other.interval is None:
        return False
    (low, high), (from_, to) = (
        tuple(published(end) for end in score.interval or ()) for score in (one, other)
    )
    return low <= to and from_ <= high


def highest_sentence(
    about: str, rows: Sequence[tuple[str, PublicScore]], mentions: Mapping[str, str]
) -> str:
    """Who has the highest score in this round, with its interval and whom it overlaps; "" if nobody.

    Args:
        about: "overall score", "score".
        rows: Names with their scores, in code order.
        mentions: Name -> the first mention of its score.
    """
    shown = [(name, score) for name, score in rows if score.value is not None]
    if len(shown) < 2:
        return ""
    ordered = sorted(shown, key=lambda row: -(row[1].value or Decimal(0)))
    (name, top), (_, second) = ordered[:2]
    if (top.value or Decimal(0)) - (second.value or Decimal(0)) < COMMENTED:
        return f"The highest {about}s lie less than {COMMENTED} points apart, so none is singled out."
    first = f"{name} has the highest {about} in this round, {mentions[name]}."
    if top.interval is None:
        return first
    near = [other for other, score in shown if other != name and overlap(top, score)]
    if not near:
        return f"{first} Its interval overlaps with no other."
    those = "that" if len(near) == 1 else "those"
    return f"{first} Its interval overlaps with {those} of {listed(near)}: not distinguishable."


def indistinct_sentence(rows: Sequence[tuple[str, PublicScore]]) -> str:
    """How many pairs of countries cannot be told apart; "" without two intervals."""
    known = [score for _, score in rows if score.interval is not None]
    pairs = [overlap(one, other) for place, one in enumerate(known) for other in known[place + 1 :]]
    if not pairs:
        return ""
    count = sum(pairs)
    if not count:
        return "No two intervals overlap."
    if count == len(pairs):
        return "All intervals overlap: the countries are not distinguishable."
    return (
        f"The intervals of {number_words(count)} of the {number_words(len(pairs))} pairs of countries "
        "overlap: those are not distinguishable."
    )
