"""What became of each file, in plain words."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ui.messages import sentence
from wb6assess.exchange.decisions import decision_as_json
from wb6assess.scoring.decisions import Objection
from wb6assess.scoring.validation import Fate, Judged
from wb6assess.session.desk.consolidation import FileReport, Outcome
from wb6assess.session.desk.file_reports import passed_over

FATES: Mapping[Fate, str] = {
    Fate.STALE: "The ratings changed since; it stays in force, but must be confirmed again.",
    Fate.SUPERSEDED: "A later record takes its place.",
    Fate.CONFLICT: "Another record decides the same differently; neither applies.",
    Fate.OTHER_ROUND: "It belongs to another round.",
    Fate.OTHER_VERSION: "It was decided on another version of the questionnaire.",
}

_WHOSE = "{country}, {instrument}, {expert}, revision {revision}."

_OBJECTIONS: Mapping[Objection, str] = {
    Objection.REASON_TOO_SHORT: "The reason needs at least 20 characters.",
    Objection.SCORE_MISSING: "It sets no value.",
    Objection.OUTSIDE_RANGE: (
        "The value lies outside the experts' own range; that needs reason code R1 or R3 and evidence."
    ),
    Objection.NOTHING_TO_CONFIRM: "No expert rated this, so there is nothing to confirm.",
    Objection.CONFIRMS_ANOTHER_VALUE: "It confirms another value than the experts' own.",
    Objection.NOTHING_TO_REVOKE: "No decision is in force that could be taken back.",
    Objection.NOT_SCORED: "No questionnaire of this round has such a scored indicator.",
}


_COUNTED: Mapping[Outcome, tuple[str, str]] = {
    Outcome.ACCEPTED: ("new", "new"),
    Outcome.SUPERSEDES: ("newer revision", "newer revisions"),
    Outcome.SUPERSEDED: ("older revision", "older revisions"),
    Outcome.ALREADY_THERE: ("already there", "already there"),
    Outcome.CONFLICT: ("file in conflict", "files in conflict"),
    Outcome.SET_ASIDE: ("set aside", "set aside"),
    Outcome.DRAFT: ("draft", "drafts"),
    Outcome.WITHDRAWN: ("withdrawn", "withdrawn"),
    Outcome.OTHER_ROUND: ("of another round", "of another round"),
    Outcome.OTHER_VERSION: ("of another version", "of another version"),
    Outcome.UNKNOWN_COUNTRY: ("of an unknown country", "of unknown countries"),
    Outcome.NOT_A_SUBMISSION: ("passed over", "passed over"),
    Outcome.REFUSED: ("refused", "refused"),
}


def summary_line(reports: Iterable[FileReport]) -> str:
    """How many files of each kind, such as "3 new, 2 newer revisions, 1 refused"."""
    counts = Counter(report.outcome for report in reports)
    return ", ".join(
        f"{counts[outcome]} {words[counts[outcome] != 1]}"
        for outcome, words in _COUNTED.items()
        if counts[outcome]
    )


def file_reason(report: FileReport) -> str:
    """Why a file has its outcome, as one sentence; whose it is where nothing needs explaining."""
    if report.error:
        return sentence(report.error)
    reason = report.reason or _WHOSE.format(**report.facts)
    return " ".join((reason, *(remark.sentence for remark in report.remarks)))


def file_line(report: FileReport) -> str:
    """One line for one file: name, outcome, reason."""
    return f"{report.path}: {report.outcome.value}. {file_reason(report)}"


def file_lines(reports: Iterable[FileReport]) -> list[str]:
    """A line for each file that was meant as a submission, and one for all others in the folders."""
    files = list(reports)
    lines = [file_line(file) for file in files if not file.stray]
    n, kinds = passed_over(files)
    if n:
        counted = ", ".join(f"{count} {ending or 'without ending'}" for ending, count in kinds)
        others = "1 other file holds" if n == 1 else f"{n} other files hold"
        lines.append(f"{others} no expert's answers: {counted}. Passed over.")
    return lines


def file_entry(report: FileReport) -> dict[str, str]:
    """One file as JSON documents list it."""
    return {
        "file": str(report.path),
        "outcome": report.outcome.value,
        "reason": file_reason(report),
    }


def objection_sentence(objection: Objection) -> str:
    """Why a validation record was refused, as one sentence."""
    return _OBJECTIONS[objection]


def decision_line(judged: Judged) -> str:
    """One line for one validation record: cell, fate, reason."""
    record = judged.record
    return f"{record.id}: {record.country} {record.indicator}: {judged.fate.value}.{_why(judged)}"


def decision_entry(judged: Judged) -> dict[str, object]:
    """A record with its fate, for the consolidation document."""
    return {
        **decision_as_json(judged.record),
        "fate": judged.fate.value,
        "objection": objection_sentence(judged.objection) if judged.objection else None,
    }


def _why(judged: Judged) -> str:
    if judged.objection:
        return f" {objection_sentence(judged.objection)}"
    explained = FATES.get(judged.fate)
    return f" {explained}" if explained else ""
