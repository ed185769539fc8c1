"""Which rows the outline shows."""

from enum import StrEnum


class Shown(StrEnum):
    """A selection of indicators; each but `ALL` is a question with yes or no."""

    ALL = "all"
    TODO = "todo"
    FLAGGED = "flagged"
    FINDINGS = "findings"
    LOW = "low"
    BARE = "bare"
    PARKED = "parked"
    QUERIES = "queries"
