"""Sentences of the progress room."""

from PySide6.QtCore import QCoreApplication

from ui.desk.matrix.heat_words import progress_words
from wb6assess.reports.figures import INSUFFICIENT, score_text, signed_text
from wb6assess.reports.region.rows import ChangeEntry


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProgressRoom", text)


def change_words(row: ChangeEntry) -> str:
    """The word for a matched change, and whether it may be chance."""
    if row.word is None:
        return _tr("not comparable")
    words = progress_words(row.word)
    return _tr("{words}, within uncertainty").format(words=words) if row.within else words


def change_spoken(row: ChangeEntry) -> str:
    """A country's change as a sentence."""
    if row.word is None:
        return _tr("{country}: not comparable").format(country=row.country)
    return _tr("{country}: {before} to {now}, {change}, {words}; 90 % interval {interval}").format(
        country=row.country,
        before=score_text(row.before),
        now=score_text(row.now),
        change=signed_text(row.points),
        words=change_words(row),
        interval=interval_words(row.interval),
    )


def interval_words(ends: tuple[float, float] | None) -> str:
    """The ends of a change's interval with their signs."""
    if ends is None:
        return INSUFFICIENT
    low, high = map(signed_text, ends)
    return _tr("{low} to {high}").format(low=low, high=high)
