"""What a file of a newer questionnaire does to the files that are here already."""

from collections.abc import Iterator
from dataclasses import replace

from wb6assess.session.desk.file_reports import FileReport, Oddity, Outcome, Remark
from wb6assess.session.desk.settling import Settled


def told_of_versions(now: Settled, before: Settled) -> Iterator[FileReport]:
    """The reports of `now`, with a word on the files for whose sake others count no longer.

    Versions of a questionnaire are never scored together, and a single file of a newer one is enough
    to put the others aside: whoever takes it in must hear that beforehand.
    """
    counted = {report.path for report in before.files if report.outcome.counted}
    put_aside: dict[str, list[FileReport]] = {}
    for report in now.files:
        if report.outcome is Outcome.OTHER_VERSION and report.path in counted:
            put_aside.setdefault(report.facts["instrument"], []).append(report)
    for report in now.files:
        lost = put_aside.get(report.facts.get("instrument", ""))
        yield _told(report, lost) if lost and report.outcome.counted else report


def _told(report: FileReport, lost: list[FileReport]) -> FileReport:
    facts = {
        "instrument": lost[0].facts["instrument"],
        "version": lost[0].facts["scored_version"],
        "older": ", ".join(sorted({found.facts["version"] for found in lost})),
        "n": str(len(lost)),
    }
    return replace(report, remarks=(*report.remarks, Remark(Oddity.NEWER_QUESTIONNAIRE, facts)))
