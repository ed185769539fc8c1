"""Dates as people type and read them; stored in the one ISO form."""

import calendar
import re
from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})\.?\s+([^\W\d]+)\.?\s+(\d{4})")


def written_out(iso: str) -> str:
    """An ISO date like "30 September 2026"; anything else as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def date_fault(text: str) -> str:
    """Why a text is no date, as a sentence; empty when it is one or empty."""
    if not text.strip() or iso_date(text):
        return ""
    parts = _parts(text.strip())
    if parts is not None:
        year, month, _ = parts
        if 1 <= month <= 12:
            words = QCoreApplication.translate("Dates", "{month} has {n} days.")
            days = calendar.monthrange(year, month)[1]
            return words.format(month=QLocale().standaloneMonthName(month), n=days)
    return QCoreApplication.translate("Dates", "Not a date yet. Write it like 30 September 2026.")


def iso_date(text: str) -> str:
    """The ISO form of what was typed ("30.9.2026", "30 September 2026", "2026-09-30"); "" if none."""
    parts = _parts(text.strip())
    if parts is None:
        return ""
    try:
        return date(*parts).isoformat()
    except ValueError:
        return ""


def _parts(text: str) -> tuple[int, int, int] | None:
    """Year, month, day as written, possible or not."""
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _NUMERIC.fullmatch(text):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _WORDS.fullmatch(text):
        month = _month(match[2])
        return (int(match[3]), month, int(match[1])) if month else None
    return None


def _month(word: str) -> int:
    for locale in (QLocale(), QLocale(QLocale.Language.English)):
        for month in range(1, 13):
            names = (locale.monthName(month), locale.standaloneMonthName(month))
            if any(len(word) >= 3 and name.lower().startswith(word.lower()) for name in names):
                return month
    return 0


def clock(moment: datetime) -> str:
    """The local time of day with seconds."""
    return moment.astimezone().strftime("%H:%M:%S")


def day_words(moment: datetime, now: datetime, *, with_time: bool = True) -> str:
    """A moment like "today, 14:02" or "18 November", with the year when it is another one."""
    local, today = moment.astimezone(), now.astimezone()
    time = local.strftime("%H:%M")
    if local.date() == today.date():
        words = QCoreApplication.translate("Dates", "today, {time}")
        return words.format(time=time)
    pattern = "d MMMM" if local.year == today.year else "d MMMM yyyy"
    day = QLocale().toString(QDate(local.year, local.month, local.day), pattern)
    return f"{day}, {time}" if with_time else day


def moment_words(moment: datetime) -> str:
    """A moment as paper says it, whenever it is read: "22 November 2026, 06:32 UTC"."""
    there = moment.astimezone(UTC)
    return f"{written_out(there.date().isoformat())}, {there:%H:%M} UTC"
