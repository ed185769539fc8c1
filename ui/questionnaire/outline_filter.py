"""Which rows the outline shows."""

from enum import StrEnum


class Shown(StrEnum):
    """A selection of indicators."""

    ALL = "all"
    TODO = "todo"
    FLAGGED = "flagged"
    FINDINGS = "findings"
