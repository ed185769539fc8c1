"""Sentences about the region, made from the numbers (methodology 12.3)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wb6assess.model.framework import Framework
from wb6assess.reports.figures import score_text
from wb6assess.reports.region.rows import ChangeEntry, PublicScore
from wb6assess.reports.region.score_words import (
    COMMENTED,
    capital,
    highest_sentence,
    listed,
    lower,
    number_words,
)
from wb6assess.reports.wording import gap_words
from wb6assess.scoring.bands import BANDS, Band
from wb6assess.scoring.country import RegionalLine
from wb6assess.scoring.rounds import ProgressWord

_STANDING = {
    Band.EARLY: "at an early stage",
    Band.SOME: "at some level of preparation",
    Band.MODERATE: "moderately prepared",
    Band.GOOD: "at a good level of preparation",
    Band.ADVANCED: "well advanced",
}
_LARGE = Decimal(20)
_NOT_STATED = "cannot be stated"
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the band table over the countries, with its regional line and its gaps.

    `gaps` are law minus practice, None where it cannot be stated, empty where it is not asked.
    """

    title: str
    rows: tuple[tuple[str, PublicScore], ...]
    line: RegionalLine | None
    gaps: tuple[Decimal | None, ...] = ()
    beside: bool = False

    @property
    def finding(self) -> str:
        """Where the countries stand."""
        return domain_finding([score.band for _, score in self.rows], len(self.rows))


def domain_finding(bands: Sequence[Band | None], of: int) -> str:
    """Where the countries stand: "Four of the six are moderately prepared; one has no score"."""
    counts = Counter(band for band in bands if band is not None)
    if not counts:
        return "No country has a published score yet"
    parts: list[str] = []
    for band in reversed(BANDS):
        n = counts[band]
        if n:
            verb = "is" if n == 1 else "are"
            whole = f" of the {number_words(of)}" if not parts else ""
            many = f"all {number_words(of)}" if n == of > 1 else f"{number_words(n)}{whole}"
            parts.append(f"{many} {verb} {_STANDING[band]}")
    missing = sum(band is None for band in bands)
    if missing:
        have = "has" if missing == 1 else "have"
        parts.append(f"{number_words(missing)} {have} no published score")
    return capital("; ".join(parts))


def in_one_minute(
    columns: Sequence[Column], mentions: Mapping[str, str], progress: str = ""
) -> Iterator[str]:
    """The findings of the front page, the most important first.

    Args:
        columns: Of the band table, the whole first.
        mentions: Country -> first mention of its overall score.
        progress: What changed since the earlier round; "" without one.
    """
    whole, domains = columns[0], [column for column in columns[1:] if not column.beside]
    first = whole if len(columns) != 2 else columns[1]  # one domain is the whole
    highest = highest_sentence("overall score", whole.rows, mentions)
    yield " ".join(filter(None, (f"{first.title}: {lower(first.finding)}.", highest)))
    compared = _compared(domains if len(domains) > 1 else [first])
    if compared:
        yield compared
    gaps = _gaps(columns[1:])
    if gaps:
        yield gaps
    if progress:
        yield progress
    outside = [f"{column.title}, {lower(column.finding)}" for column in columns if column.beside]
    if outside:
        yield f"Beside, not in the overall score: {'. '.join(outside)}."


def _compared(domains: Sequence[Column]) -> str:
    """The domain with the highest mean and the one that is least even, where they differ enough."""
    lines = [(column, column.line) for column in domains if column.line is not None]
    if not lines:
        return "A regional mean needs at least four countries with a published score."
    column, line = lines[0]
    if len(lines) == 1:
        return (
            f"In {column.title} scores lie between {score_text(line.minimum)} and "
            f"{score_text(line.maximum)}; the mean of the {number_words(line.n)} is "
            f"{score_text(line.mean)}, the median {score_text(line.median)}."
        )
    means = sorted(lines, key=lambda pair: -pair[1].mean)
    sentences = []
    if means[0][1].mean - means[1][1].mean >= COMMENTED:
        column, line = means[0]
        sentences.append(
            f"{column.title} has the highest regional mean, {score_text(line.mean)}: "
            f"{lower(column.finding)}."
        )
    else:
        sentences.append(f"The highest regional means lie less than {COMMENTED} points apart.")
    spreads = sorted(lines, key=lambda pair: -pair[1].spread)
    if spreads[0][1].spread - spreads[1][1].spread >= COMMENTED:
        column, line = spreads[0]
        sentences.append(
            f"{column.title} is the least even field, with scores from {score_text(line.minimum)} to "
            f"{score_text(line.maximum)}."
        )
    return " ".join(sentences)


def _gaps(columns: Sequence[Column]) -> str:
    """The domain with most large gaps between law and practice, in a sentence; "" where none has one."""
    stated = [column for column in columns if any(gap is not None for gap in column.gaps)]
    if not stated:
        return ""
    most = max(stated, key=lambda column: _large(column.gaps))
    if not _large(most.gaps):
        if any(gap is None for column in stated for gap in column.gaps):
            return "Where it can be stated, no implementation gap between law and practice is large."
        return "Law does not run far ahead of practice: no implementation gap is large."
    missing = sum(gap is None for gap in most.gaps)
    rest = f" and cannot be stated for {number_words(missing)}" if missing else ""
    return (
        f"Law runs ahead of practice most often in {most.title}: the implementation gap is large in "
        f"{number_words(_large(most.gaps))} of the {number_words(len(most.gaps))}{rest}."
    )


def _large(gaps: Sequence[Decimal | None]) -> int:
    return sum(gap is not None and gap >= _LARGE for gap in gaps)


def overall_sentence(framework: Framework, inside: Sequence[str], outside: Sequence[str]) -> str:
    """What the overall score is made of, and which domains stand beside it; "" with one domain."""
    if len(inside) + len(outside) < 2:
        return ""
    if not inside:
        return "No domain carries weight, so there is no overall score."
    first = f"Overall: {framework.parameters.methods.overall} mean of {listed(inside)}."
    if not outside:
        return first
    verb = "is" if len(outside) == 1 else "are"
    return f"{first} {listed(outside)} {verb} shown beside and not in it."


def gap_sentence(title: str, gaps: Sequence[Decimal | None]) -> str:
    """How many countries have which implementation gap."""
    counts = Counter(_NOT_STATED if gap is None else gap_words(gap) for gap in gaps)
    of = number_words(len(gaps))
    if counts[_NOT_STATED] == len(gaps):
        return "No gap between law and practice can be stated for any country yet."
    words = {
        "large implementation gap": "a large implementation gap in",
        "moderate implementation gap": "a moderate one in",
        "balanced": "law and practice are balanced in",
        "practice ahead of law": "practice is ahead of law in",
        _NOT_STATED: "no statement for",
    }
    parts = [f"{text} {number_words(counts[key])}" for key, text in words.items() if counts[key]]
    if "large implementation gap" not in counts:
        parts = [part.replace("a moderate one", "a moderate implementation gap") for part in parts]
    return f"{title}, of the {of}: {'; '.join(parts)}."


def too_few_sentence(few: str) -> str:
    """Why a questionnaire never has a gap; `few` is "law", "practice" or "law and practice"."""
    return (
        "Law and practice are not compared here: that needs three questions on each, and this "
        f"questionnaire has too few on {few}."
    )


def progress_finding(title: str, rows: Sequence[ChangeEntry]) -> str:
    """How many countries changed how; where one fell back, what fell (methodology 12.3).

    "Overall: limited progress in four of the six; backsliding in one (Serbia: FDI-1.1, FDI-2.3)".
    """
    counts = Counter(row.word for row in rows if row.word is not None)
    of = number_words(len(rows))
    if not counts:
        return f"{title}: no change can be stated for any country"
    parts = [
        f"{word.value} in {number_words(counts[word])}"
        for word in reversed(ProgressWord)
        if counts[word]
    ]
    parts[0] += f" of the {of}"
    if counts[ProgressWord.BACKSLIDING]:
        fell = [f"{row.country}: {fallen(row)}" for row in rows if row.word is ProgressWord.BACKSLIDING]
        parts[-1] += f" ({'; '.join(fell)})"
    missing = len(rows) - sum(counts.values())
    if missing:
        parts.append(f"not comparable or confidential in {number_words(missing)}")
    return f"{title}: {'; '.join(parts)}"


def fallen(row: ChangeEntry) -> str:
    """The indicators that fell, as far as they may be named."""
    if not row.fell:
        return "indicators not named, for too few experts rated them"
    more = len(row.fell) - _NAMED
    return ", ".join(row.fell[:_NAMED]) + (f" and {more} more" if more > 0 else "")
