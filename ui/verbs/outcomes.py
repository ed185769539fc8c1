"""What became of each file, in plain words."""

from collections.abc import Mapping

from ui.messages import sentence
from wb6assess.session.consolidation import Consolidation, FileReport, Outcome

REASONS: Mapping[Outcome, str] = {
    Outcome.ACCEPTED: "{country}, {expert}, revision {revision}.",
    Outcome.SUPERSEDES: (
        "{country}, {expert}, revision {revision}; takes the place of revision {other_revision}."
    ),
    Outcome.SUPERSEDED: (
        "Revision {revision} of {country}, {expert}; revision {other_revision} counts instead."
    ),
    Outcome.ALREADY_THERE: "Same content as {same_as}; counted once.",
    Outcome.CONFLICT: (
        "Two different contents under revision {revision} of {country}, {expert}. Neither is scored; "
        "ask the expert for a new revision."
    ),
    Outcome.SET_ASIDE: "Another file was chosen for revision {revision} of {country}, {expert}.",
    Outcome.DRAFT: "Not handed in yet ({country}, {expert}); listed, not scored.",
    Outcome.WITHDRAWN: "{country}, {expert} withdrew revision {revision}; not scored.",
    Outcome.OTHER_ROUND: "Belongs to round {round}; this is round {scored_round}.",
    Outcome.OTHER_VERSION: "Made for version {version}; version {scored_version} is scored.",
    Outcome.UNKNOWN_COUNTRY: "“{country}” is no country of this framework; not scored.",
    Outcome.NOT_A_SUBMISSION: "No submission; left alone.",
    Outcome.REFUSED: "Refused.",
}


def file_reason(report: FileReport) -> str:
    """Why a file has its outcome, as one sentence."""
    if report.error:
        return sentence(report.error)
    return REASONS[report.outcome].format(**report.facts)


def file_line(report: FileReport) -> str:
    """One line for one file: name, outcome, reason."""
    return f"{report.path}: {report.outcome.value}. {file_reason(report)}"


def why_not_final(consolidation: Consolidation) -> tuple[str, ...]:
    """What stands between this result and the word "final"."""
    reasons = [
        f"Two different files carry revision {conflict.revision} of {conflict.key.country}, "
        f"{conflict.key.instrument}; neither is scored."
        for conflict in consolidation.conflicts
    ]
    return (*reasons, "No validation meeting has confirmed these values.")
