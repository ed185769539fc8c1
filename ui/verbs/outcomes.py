"""What became of each file, in plain words."""

from ui.messages import sentence
from wb6assess.session.consolidation import Consolidation, FileReport


def file_reason(report: FileReport) -> str:
    """Why a file has its outcome, as one sentence; whose it is where nothing needs explaining."""
    if report.error:
        return sentence(report.error)
    return report.reason or "{country}, {instrument}, {expert}, revision {revision}.".format(
        **report.facts
    )


def file_line(report: FileReport) -> str:
    """One line for one file: name, outcome, reason."""
    return f"{report.path}: {report.outcome.value}. {file_reason(report)}"


def why_not_final(consolidation: Consolidation) -> tuple[str, ...]:
    """What stands between this result and the word "final"."""
    return (*consolidation.why_not_final, "No validation meeting has confirmed these values.")
