"""What an assessment's papers say about whose they are and what they rest on."""

from wb6assess.model.assessment import Status
from wb6assess.model.framework import METHODOLOGY
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.reports.figures import date_words
from wb6assess.reports.notes import named

_STATUSES = {
    Status.DRAFT: "not handed in",
    Status.SUBMITTED: "handed in",
    Status.WITHDRAWN: "withdrawn",
}


def country_title(report: AssessmentReport) -> str:
    """The country's name with the mark of its footnote; the code when it is unknown."""
    code = report.document.identity.country
    country = report.framework.country_by_code.get(code)
    return named(country) if country else code


def round_title(report: AssessmentReport) -> str:
    """The round's title; its id when it is unknown."""
    code = report.document.identity.round
    known = report.framework.round_by_id.get(code)
    return known.title if known else code


def identity_lines(report: AssessmentReport) -> tuple[tuple[str, str], ...]:
    """Expert, revision, date, instrument and methodology, each with its label."""
    document = report.document
    when = document.updated_at
    changed = "parameters changed" if report.framework.parameters.changed() else "defaults"
    return (
        ("Expert", document.identity.expert),
        ("Revision", f"{document.revision}, {_STATUSES[document.status]}"),
        ("Date", f"{date_words(when.year, when.month, when.day)}, {when:%H:%M} UTC"),
        ("Instrument", f"{document.identity.instrument} {document.identity.instrument_version}"),
        ("Methodology", f"{METHODOLOGY}, {changed}"),
    )


def with_name(subtitle: str, name: str) -> str:
    """Country and round with the expert's real name, on paper alone and only when wished."""
    return f"{subtitle}  |  {name}" if name else subtitle


def source_line(report: AssessmentReport) -> str:
    """The left part of the foot."""
    identity = report.document.identity
    return (
        f"{identity.instrument} {identity.instrument_version}  |  methodology {METHODOLOGY}  |  "
        f"{identity.expert} revision {report.document.revision}"
    )
