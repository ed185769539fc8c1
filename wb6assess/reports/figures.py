"""Numbers as reports print them (methodology 3.6, 12.3): rounded once, one form everywhere."""

from decimal import Decimal

from wb6assess.scoring.numbers import published

INSUFFICIENT = ":"
CONFIDENTIAL = "c"
NOT_APPLICABLE = "z"
PROVISIONAL = "†"
FOOTNOTE = "*"

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def score_text(score: Decimal | float | None, missing: str = INSUFFICIENT) -> str:
    """One decimal, rounded by the publication rule; a negative number carries an en dash."""
    if score is None:
        return missing
    return f"{published(float(score)):.1f}".replace("-", "–")


def share_text(share: float | None, missing: str = INSUFFICIENT) -> str:
    """A share in [0, 1] as a whole percentage with a no-break space: "96 %"."""
    return missing if share is None else f"{published(100 * share, 0)}\u00a0%"


def signed_text(change: Decimal | float | None, missing: str = INSUFFICIENT) -> str:
    """One decimal with its sign: "+4.1", "–2.7", "0.0"."""
    text = score_text(change, missing)
    return text if change is None or published(float(change)) <= 0 else f"+{text}"


def interval_text(ends: tuple[float, float] | None, digits: int = 1, missing: str = INSUFFICIENT) -> str:
    """The ends of an interval: "50.1–58.7", with "to" where an end is negative."""
    if ends is None:
        return missing
    low, high = (f"{published(end, digits):.{digits}f}".replace("-", "–") for end in ends)
    return f"{low} to {high}" if "–" in low + high else f"{low}–{high}"


def level_text(score: float) -> str:
    """A score 0-100 as a level 0-5: no decimals, or one between two rungs."""
    level = published(score / 20)
    return f"{level:.0f}" if level == level.to_integral_value() else f"{level:.1f}"


def number_text(value: object) -> str:
    """A parameter without needless decimals: 0.6, 20, geometric."""
    if isinstance(value, tuple):
        return ", ".join(number_text(part) for part in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def date_words(year: int, month: int, day: int) -> str:
    """A date in words: 21 November 2026."""
    return f"{day} {_MONTHS[month - 1]} {year}"


def fingerprint(content_hash: str, digits: int = 16) -> str:
    """The first digits of a SHA-256 in groups of four: "5f3a 91c2 7d0e b846"."""
    shown = content_hash[:digits]
    return " ".join(shown[start : start + 4] for start in range(0, len(shown), 4))
