"""One line per file that came in: what became of it, and why."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from wb6assess.errors import AppError, ErrorCode
from wb6assess.model.assessment import Document


class Outcome(StrEnum):
    """What became of one file."""

    ACCEPTED = "accepted"
    SUPERSEDES = "supersedes"
    SUPERSEDED = "superseded"
    ALREADY_THERE = "already-there"
    CONFLICT = "conflict"
    SET_ASIDE = "set-aside"
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"
    OTHER_ROUND = "other-round"
    OTHER_VERSION = "other-version"
    UNKNOWN_COUNTRY = "unknown-country"
    NOT_A_SUBMISSION = "not-a-submission"
    REFUSED = "refused"

    @property
    def counted(self) -> bool:
        """Whether the file is the one a scored document comes from."""
        return self in {Outcome.ACCEPTED, Outcome.SUPERSEDES}


_REASONS: Mapping[Outcome, str] = {
    Outcome.SUPERSEDES: "Revision {revision} takes the place of revision {other_revision}",
    Outcome.SUPERSEDED: "Revision {other_revision} of the same expert is here too and counts instead",
    Outcome.ALREADY_THERE: "The same content as {same_as}; counted once",
    Outcome.CONFLICT: (
        "Revision {revision} of expert {expert} ({country}, {instrument}) exists with different "
        "content; neither is scored. Ask the expert for a new revision"
    ),
    Outcome.SET_ASIDE: "The coordinator chose another file with this revision",
    Outcome.DRAFT: "Not handed in yet, so it is not scored. Ask the expert to hand it in",
    Outcome.WITHDRAWN: "The expert withdrew this assessment; it is not scored",
    Outcome.OTHER_ROUND: "It belongs to round {round}; round {scored_round} is scored",
    Outcome.OTHER_VERSION: (
        "It answers version {version} of {instrument}; version {scored_version} is scored"
    ),
    Outcome.UNKNOWN_COUNTRY: "{country} is no country of this assessment",
    Outcome.NOT_A_SUBMISSION: "Not an expert's answers; passed over",
}


TAKEN_ELSEWHERE = frozenset({ErrorCode.HOLDS_DECISIONS, ErrorCode.HOLDS_QUERIES, ErrorCode.HOLDS_PART})
"""Files of this program that hold no submission but that somebody is to take in all the same."""


class Oddity(StrEnum):
    """What is odd about a file that is taken all the same."""

    SAME_ANSWERS = "same-answers"
    FROM_THE_FUTURE = "from-the-future"
    EDITED_SINCE = "edited-since"
    SAME_ASSESSMENT = "same-assessment"
    SAME_CODE = "same-code"
    NEWER_QUESTIONNAIRE = "newer-questionnaire"
    IN_THE_FILE = "in-the-file"


_ODDITIES: Mapping[Oddity, str] = {
    Oddity.SAME_ANSWERS: (
        "Every answer is the same as in {others}, which is another expert's or another country's. If "
        "that was a mistake, ask for the right file and take the wrong one back"
    ),
    Oddity.FROM_THE_FUTURE: (
        "It says it was last changed on {day}, which is still to come: the clock of that computer is "
        "wrong. Times decide nothing here"
    ),
    Oddity.EDITED_SINCE: (
        "Its answers were changed after this program wrote it, in a spreadsheet perhaps, and it still "
        "carries the same revision"
    ),
    Oddity.SAME_ASSESSMENT: (
        "It is the same assessment as {others}, which says it is another expert's or another country's: "
        "one of them was edited. Ask whose answers they are, and take the wrong one back"
    ),
    Oddity.SAME_CODE: (
        "The same expert's code stands in {countries}; each country's codes are its own, so they are "
        "counted as different experts. If the country was mistaken, ask for the right file"
    ),
    Oddity.NEWER_QUESTIONNAIRE: (
        "With version {version} of {instrument} here, files that were taken in before in version "
        "{older} are no longer scored ({n}). Ask their experts to take the answers over, or take this "
        "file back"
    ),
    Oddity.IN_THE_FILE: "{sentence}",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person should know of a file that was taken."""

    oddity: Oddity
    facts: Mapping[str, str]

    @property
    def sentence(self) -> str:
        """In English."""
        return f"{_ODDITIES[self.oddity].format_map(self.facts)}."


@dataclass(frozen=True, slots=True)
class FileReport:
    """One line of the import report.

    Attributes:
        path: The file.
        outcome: What became of it.
        error: Why it was refused, for the front end to word; None otherwise.
        facts: Named values for the wording: `revision`, `other_revision`, `round`, `version`, …
        document: What it holds; None when refused.
        content_hash, sha256: Digests of its content and of its bytes.
        remarks: What a person should know although the file was taken.
    """

    path: Path
    outcome: Outcome
    error: AppError | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    document: Document | None = None
    content_hash: str = ""
    sha256: str = ""
    remarks: tuple[Remark, ...] = ()

    @property
    def stray(self) -> bool:
        """Whether nobody needs to hear of this file by itself: it only lay in a folder."""
        elsewhere = self.error is not None and self.error.code in TAKEN_ELSEWHERE
        return self.outcome is Outcome.NOT_A_SUBMISSION and not elsewhere

    @property
    def reason(self) -> str:
        """The outcome's sentence, empty when it needs none; errors are worded by the front end."""
        template = _REASONS.get(self.outcome, "")
        return f"{template.format_map(self.facts)}." if template else ""


def passed_over(reports: Iterable[FileReport]) -> tuple[int, tuple[tuple[str, int], ...]]:
    """How many files of a folder hold no answers, and how many of each ending, most frequent first.

    The ending is in small letters with its dot, "" for none. A folder of mail is full of them; nobody
    wants a line for each.
    """
    stray = [report for report in reports if report.stray]
    kinds = Counter(report.path.suffix.lower() for report in stray)
    return len(stray), tuple(sorted(kinds.items(), key=lambda item: (-item[1], item[0])))
