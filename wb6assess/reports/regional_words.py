"""Sentences of the regional report, made from the numbers (methodology 12.3).

No order of countries is stated: that needs intervals, which this version does not compute.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from wb6assess.model.framework import Framework
from wb6assess.reports.disclosure import Cell, CountryDisclosure
from wb6assess.reports.figures import score_text, share_text
from wb6assess.reports.wording import band_words, gap_words
from wb6assess.scoring.bands import BANDS, Band
from wb6assess.scoring.country import CountryDomain, CountryScores, RegionalLine
from wb6assess.scoring.numbers import above

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_UNEVEN = Decimal(5)
_DK_SHARE = 0.2

_STANDING = {
    Band.EARLY: "at an early stage",
    Band.SOME: "at some level of preparation",
    Band.MODERATE: "moderately prepared",
    Band.GOOD: "at a good level of preparation",
    Band.ADVANCED: "well advanced",
}


def number_words(count: int) -> str:
    """Small numbers in words, others in digits."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def domain_finding(title: str, bands: Sequence[Band | None], of: int) -> str:
    """Where the countries stand: "Four of the six are moderately prepared; one has no score"."""
    counts = Counter(band for band in bands if band is not None)
    if not counts:
        return f"{title}: no country has a published score yet"
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
    text = "; ".join(parts)
    return text[0].upper() + text[1:]


def in_one_minute(
    titles: Sequence[str],
    bands: Sequence[Sequence[Band | None]],
    lines: Sequence[RegionalLine | None],
    of: int,
    beside: int = 0,
) -> Iterator[str]:
    """The findings of the front page: one paragraph a column of the band table.

    The last `beside` columns, which are not in the overall score, share one.
    """
    single = len(titles) == 2  # one domain: the overall line would say the same twice
    columns = list(zip(titles, bands, lines, strict=True))[1 if single else 0 :]
    inside = columns[: len(columns) - beside]
    for title, column, line in inside:
        yield f"{title}: {_lower(domain_finding(title, column, of))}.{_spread(column, line)}"
    outside = [
        f"{title}, {_lower(domain_finding(title, column, of))}"
        for title, column, _ in columns[len(inside) :]
    ]
    if outside:
        yield f"Beside, not in the overall score: {'. '.join(outside)}."
    yield (
        "Intervals are not computed in this version, so differences between countries are not "
        "commented on and no order is stated."
    )


def _spread(column: Sequence[Band | None], line: RegionalLine | None) -> str:
    """Mean, lowest and highest of a column, as a further sentence."""
    if line is not None:
        return (
            f" Scores lie between {score_text(line.minimum)} and {score_text(line.maximum)}; the mean "
            f"of the {number_words(line.n)} is {score_text(line.mean)}, the median "
            f"{score_text(line.median)}."
        )
    if any(band is not None for band in column):
        return " A regional mean needs at least four countries with a published score."
    return ""


def overall_sentence(framework: Framework, inside: Sequence[str], outside: Sequence[str]) -> str:
    """What the overall score is made of, and which domains stand beside it; "" with one domain."""
    if len(inside) + len(outside) < 2:
        return ""
    if not inside:
        return "No domain carries weight, so there is no overall score."
    first = f"Overall: {framework.parameters.methods.overall} mean of {_listed(inside)}."
    if not outside:
        return first
    verb = "is" if len(outside) == 1 else "are"
    return f"{first} {_listed(outside)} {verb} shown beside and not in it."


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def gap_sentence(title: str, gaps: Sequence[Decimal | None]) -> str:
    """How many countries have which implementation gap."""
    counts = Counter("cannot be stated" if gap is None else gap_words(gap) for gap in gaps)
    of = number_words(len(gaps))
    if counts["cannot be stated"] == len(gaps):
        return "No gap between law and practice can be stated for any country yet."
    words = {
        "large implementation gap": "a large implementation gap in",
        "moderate implementation gap": "a moderate one in",
        "balanced": "law and practice are balanced in",
        "practice ahead of law": "practice is ahead of law in",
        "cannot be stated": "no statement for",
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


def country_sentences(
    name: str, scores: CountryScores, cells: CountryDisclosure, framework: Framework
) -> Iterator[str]:
    """A country's first mention: value, band, coverage, experts; then what must be said."""
    if not scores.experts:
        yield f"No submission from {name} counts in this round."
        return
    if cells.in_progress:
        k = number_words(framework.parameters.k_min_experts)
        yield f"Assessment in progress: fewer than {k} experts have handed in, so nothing is published."
        return
    experts = f"{len(scores.experts)} experts"
    node = scores.overall.node
    if cells.overall is Cell.SHOWN and node.band is not None:
        dagger = ", provisional" if node.provisional else ""
        yield (
            f"{name} scores {score_text(node.published)} overall ({band_words(node.band)}; coverage "
            f"{share_text(node.coverage)}{dagger}; {experts}; not validated)."
        )
        penalty = scores.overall.balance_penalty
        if penalty is not None:
            uneven = ", an uneven profile" if penalty >= _UNEVEN else ""
            yield (
                f"Aggregated geometrically {score_text(scores.overall.geometric)}; balance penalty "
                f"{score_text(penalty)}{uneven}."
            )
    elif cells.overall is Cell.CONFIDENTIAL:
        yield f"The overall score is confidential ({experts})."
    else:
        yield (
            f"Insufficient data for an overall score (coverage {share_text(node.coverage)}; {experts})."
        )
    for domain in scores.domains.values():
        share = dont_know_share(domain)
        if share is not None and above(share, _DK_SHARE):
            yield f"{share_text(share)} of the answers in {domain.domain.id} are “don't know”."


def dont_know_share(domain: CountryDomain) -> float | None:
    """Share of "don't know" and withheld among all answers of a domain; None without any."""
    unknown = sum(value.n_dk for value in domain.consensus.values())
    everything = unknown + sum(value.n + value.n_na for value in domain.consensus.values())
    return unknown / everything if everything else None


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]
