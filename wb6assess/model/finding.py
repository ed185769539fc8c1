"""Something a check noticed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wb6assess.model.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One noticed fact.

    Attributes:
        id: The instrument check's id ("X1"), or a rule of the application ("justification-missing").
        severity: How much it matters.
        about: Ids of the indicators concerned; a comment is kept with the first.
        message: The instrument's own sentence; empty for the application's rules, whose wording is
            in `reports.wording`.
        facts: Named values for the wording.
        comment: What the expert wrote about it, if anything.
    """

    id: str
    severity: Severity
    about: tuple[str, ...]
    message: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    comment: str = ""

    @property
    def open(self) -> bool:
        """Stops handing in: blocks, or needs a comment and has none."""
        return self.severity is Severity.BLOCK or (
            self.severity is Severity.COMMENT and not self.comment.strip()
        )
