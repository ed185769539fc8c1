"""The full record of one expert's assessment as a PDF, to keep and to sign."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from exports import fonts
from exports.house import COLOUR, GREY
from exports.pdf_check import check_pdf
from wb6assess.files import replacing
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.reports.expert.record import record_of
from wb6assess.reports.expert.record_rows import Record
from wb6assess.reports.identity import with_name


def write_record(
    target: Path,
    report: AssessmentReport,
    progress: Progress = SILENT,
    *,
    sensitive: bool = False,
    grey: bool = False,
    name: str = "",
) -> None:
    """Write the record, read it back, and only then put it under its name.

    The same report gives the same bytes.

    Args:
        target: The file.
        report: The assessment.
        progress: Told of every page.
        sensitive: Include what was said to questions marked sensitive; every page then says so.
        grey: For a grey printer.
        name: The expert's real name, if it is to stand on the paper.

    Raises:
        ExportError: the target cannot be written, or the file does not hold what it should.
        Cancelled: the caller stopped the job; nothing was changed.
    """
    # ReportLab takes a while to load; whoever never prints should not wait for it.
    from exports.paper.furniture import build
    from exports.paper.record import record_furniture, record_story

    content = record_of(report, sensitive=sensitive)
    named = replace(content, subtitle=with_name(content.subtitle, name))
    palette = GREY if grey else COLOUR
    furniture = record_furniture(content, report.document.updated_at, palette=palette)
    with replacing(target) as scratch:
        build(scratch, furniture, record_story(named, palette=palette), progress)
        expected = (fonts.plain(words) for words in (*_must_be_there(content), named.subtitle))
        check_pdf(
            scratch, target, expected, content.fingerprint, heads=(furniture.whole_head, *furniture.tags)
        )


def _must_be_there(content: Record) -> Iterator[str]:
    yield content.content_hash
    for part in content.parts:
        for item in part.items:
            yield item.id
            yield item.outcome
            if item.reason is not None:
                yield item.reason.words
            for line in (*item.facts, *item.findings):
                yield line.words
            for evidence in item.evidence:
                yield evidence.title
                yield evidence.url
