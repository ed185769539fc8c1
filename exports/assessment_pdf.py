"""The summary of one expert's assessment as a PDF."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from exports import fonts
from exports.house import COLOUR, GREY
from exports.pdf_check import check_pdf
from wb6assess.files import replacing
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.reports.expert.summary import summary_of
from wb6assess.reports.expert.summary_rows import Summary
from wb6assess.reports.identity import with_name


def write_summary(
    target: Path,
    report: AssessmentReport,
    progress: Progress = SILENT,
    *,
    grey: bool = False,
    name: str = "",
) -> None:
    """Write the summary, read it back, and only then put it under its name.

    The same report gives the same bytes. `grey` prints bands in the greyscale palette. `name` is the
    expert's real name, if it is to stand on the paper.

    Raises:
        ExportError: the target cannot be written, or the file does not hold what it should.
        Cancelled: the caller stopped the job; nothing was changed.
    """
    # ReportLab takes a while to load; whoever never prints should not wait for it.
    from exports.paper.furniture import build
    from exports.paper.summary import summary_furniture, summary_story

    content = summary_of(report)
    named = replace(content, subtitle=with_name(content.subtitle, name))
    palette = GREY if grey else COLOUR
    furniture = summary_furniture(
        content, report.document.updated_at, report.instrument.language, palette=palette
    )
    with replacing(target) as scratch:
        build(scratch, furniture, summary_story(named, palette=palette), progress)
        expected = [*_must_be_there(content), fonts.plain(named.subtitle)]
        check_pdf(scratch, target, expected, content.fingerprint)


def _must_be_there(content: Summary) -> Iterator[str]:
    yield content.sign
    yield content.content_hash
    for row in content.pillars:
        yield row.id
        yield row.sign
