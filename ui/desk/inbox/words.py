"""What became of a file, in plain words: outcome, reason, what to do."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from ui.error_words import error_words
from ui.marks import Mark
from ui.messages import further_problems
from wb6assess.errors import AppError, ErrorCode
from wb6assess.session.desk.consolidation import FileReport, Outcome
from wb6assess.session.desk.file_reports import TAKEN_ELSEWHERE, Oddity

MARKS: Mapping[Outcome, Mark] = {
    Outcome.ACCEPTED: Mark.ANSWERED,
    Outcome.SUPERSEDES: Mark.NEWER,
    Outcome.SUPERSEDED: Mark.SKIPPED,
    Outcome.ALREADY_THERE: Mark.SAME,
    Outcome.CONFLICT: Mark.CONFLICT,
    Outcome.SET_ASIDE: Mark.SKIPPED,
    Outcome.DRAFT: Mark.TODO,
    Outcome.WITHDRAWN: Mark.NOT_APPLICABLE,
    Outcome.OTHER_ROUND: Mark.INFO,
    Outcome.OTHER_VERSION: Mark.LOOK,
    Outcome.UNKNOWN_COUNTRY: Mark.LOOK,
    Outcome.NOT_A_SUBMISSION: Mark.SKIPPED,
    Outcome.REFUSED: Mark.REFUSED,
}

NEEDS_YOU = frozenset(
    {Outcome.CONFLICT, Outcome.REFUSED, Outcome.UNKNOWN_COUNTRY, Outcome.OTHER_VERSION, Outcome.DRAFT}
)
"""Outcomes somebody must do something about."""

STRONG = frozenset({Outcome.CONFLICT, Outcome.REFUSED})


def _tr(text: str) -> str:
    return QCoreApplication.translate("Inbox", text)


def outcome_words(outcome: Outcome) -> str:
    """One outcome in a word or two."""
    return {
        Outcome.ACCEPTED: _tr("Accepted"),
        Outcome.SUPERSEDES: _tr("Newer revision"),
        Outcome.SUPERSEDED: _tr("Older revision"),
        Outcome.ALREADY_THERE: _tr("Already there"),
        Outcome.CONFLICT: _tr("Conflict"),
        Outcome.SET_ASIDE: _tr("Set aside"),
        Outcome.DRAFT: _tr("Draft"),
        Outcome.WITHDRAWN: _tr("Withdrawn"),
        Outcome.OTHER_ROUND: _tr("Other round"),
        Outcome.OTHER_VERSION: _tr("Other version"),
        Outcome.UNKNOWN_COUNTRY: _tr("Unknown country"),
        Outcome.NOT_A_SUBMISSION: _tr("Passed over"),
        Outcome.REFUSED: _tr("Refused"),
    }[outcome]


def counted_words(outcome: Outcome, n: int) -> str:
    """The outcome after its number: "8 accepted"."""
    words = {
        Outcome.ACCEPTED: _tr("accepted"),
        Outcome.SUPERSEDES: _tr("newer revision") if n == 1 else _tr("newer revisions"),
        Outcome.SUPERSEDED: _tr("older revision") if n == 1 else _tr("older revisions"),
        Outcome.ALREADY_THERE: _tr("already there"),
        Outcome.CONFLICT: _tr("conflict") if n == 1 else _tr("in conflict"),
        Outcome.SET_ASIDE: _tr("set aside"),
        Outcome.DRAFT: _tr("draft") if n == 1 else _tr("drafts"),
        Outcome.WITHDRAWN: _tr("withdrawn"),
        Outcome.OTHER_ROUND: _tr("of another round"),
        Outcome.OTHER_VERSION: _tr("of another version"),
        Outcome.UNKNOWN_COUNTRY: _tr("of an unknown country"),
        Outcome.NOT_A_SUBMISSION: _tr("passed over"),
        Outcome.REFUSED: _tr("refused"),
    }
    return words[outcome]


def line_words(report: FileReport) -> str:
    """The outcome on its line, with the one fact that matters."""
    facts = report.facts
    if report.outcome is Outcome.SUPERSEDES:
        return _tr("Newer, replaces {n}").format(n=facts["other_revision"])
    if report.outcome is Outcome.SUPERSEDED:
        return _tr("Older, {n} counts").format(n=facts["other_revision"])
    if report.outcome is Outcome.CONFLICT:
        return _tr("Conflict in revision {n}").format(n=facts["revision"])
    if report.outcome is Outcome.OTHER_ROUND:
        return _tr("Other round: {round}").format(round=facts["round"])
    if report.outcome is Outcome.OTHER_VERSION:
        return _tr("Other version: {version}").format(version=facts["version"])
    if report.outcome is Outcome.REFUSED and report.error is not None:
        n = len(further_problems(report.error))
        if n > 1:
            return _tr("Refused: {n} problems").format(n=n)
    return outcome_words(report.outcome)


def reason_words(report: FileReport) -> str:
    """Why, as one sentence or two."""
    if report.error is not None:
        return error_words(_by_name(report.error))
    sentences = {
        Outcome.ACCEPTED: _tr("Revision {revision} of {expert} counts."),
        Outcome.SUPERSEDES: _tr("Revision {revision} takes the place of revision {other_revision}."),
        Outcome.SUPERSEDED: _tr(
            "Revision {other_revision} of the same expert is here too and counts instead."
        ),
        Outcome.ALREADY_THERE: _tr("The same content as {same_as}; it is counted once."),
        Outcome.CONFLICT: _tr(
            "Revision {revision} of {expert} exists with different content. Neither is scored."
        ),
        Outcome.SET_ASIDE: _tr("Another file with this revision was chosen."),
        Outcome.DRAFT: _tr("It was not handed in, so it is not scored."),
        Outcome.WITHDRAWN: _tr("The expert withdrew this assessment; it is not scored."),
        Outcome.OTHER_ROUND: _tr("It belongs to round {round}; round {scored_round} is scored."),
        Outcome.OTHER_VERSION: _tr(
            "It answers version {version} of the questionnaire; version {scored_version} is scored."
        ),
        Outcome.UNKNOWN_COUNTRY: _tr("{country} is no country of this assessment."),
        Outcome.NOT_A_SUBMISSION: _tr("It holds no expert's answers."),
        Outcome.REFUSED: "",
    }
    remarks = {
        Oddity.SAME_ANSWERS: _tr(
            "Every answer is the same as in {others}, which is another expert's or another country's. "
            "If that was a mistake, ask for the right file."
        ),
        Oddity.FROM_THE_FUTURE: _tr(
            "It says it was last changed on {day}, which is still to come: the clock of that computer "
            "is wrong."
        ),
        Oddity.EDITED_SINCE: _tr(
            "Its answers were changed after this program wrote it, in a spreadsheet perhaps, and it "
            "still carries the same revision."
        ),
        Oddity.SAME_ASSESSMENT: _tr(
            "It is the same assessment as {others}, which says it is another expert's or another "
            "country's: one of them was edited. Ask whose answers they are."
        ),
        Oddity.SAME_CODE: _tr(
            "The same expert's code stands in {countries}; each country's codes are its own, so they "
            "are counted as different experts. If the country was mistaken, ask for the right file."
        ),
        Oddity.NEWER_QUESTIONNAIRE: _tr(
            "With version {version} of the questionnaire here, files that were taken in before in "
            "version {older} are no longer scored ({n})."
        ),
        Oddity.IN_THE_FILE: "{sentence}.",
    }
    said = [remarks[remark.oddity].format_map(remark.facts) for remark in report.remarks]
    return " ".join((sentences[report.outcome].format_map(report.facts), *said))


def _by_name(error: AppError) -> AppError:
    """The error with the file's name alone: the folder is nobody's business it may be sent to."""
    path = error.facts.get("path")
    if path is None:
        return error
    return type(error)(
        error.code, problems=error.problems, **{**error.facts, "path": Path(str(path)).name}
    )


def advice_words(report: FileReport) -> str:
    """What to do; "" where nothing needs doing, or where the reason says it already."""
    if report.error is not None and report.error.code in {ErrorCode.HOLDS_RESULTS, *TAKEN_ELSEWHERE}:
        return ""
    return {
        Outcome.CONFLICT: _tr(
            "Compare the files and say which one counts, or ask the expert for a new revision."
        ),
        Outcome.DRAFT: _tr("Ask the expert to hand it in and to send the file again."),
        Outcome.OTHER_VERSION: _tr(
            "Ask the expert to take the answers over into the newer questionnaire and hand them in."
        ),
        Outcome.UNKNOWN_COUNTRY: _tr("Ask the expert for a file with one of the six countries."),
        Outcome.REFUSED: _tr(
            "Nothing was taken from this file; what was there before is unchanged. Send the reply to "
            "the expert, and take the corrected file in again."
        ),
        Outcome.OTHER_ROUND: _tr("Choose its round above the matrix to score it."),
    }.get(report.outcome, "")
