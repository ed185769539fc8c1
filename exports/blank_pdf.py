"""The empty questionnaire on paper."""

from pathlib import Path

from exports.pdf_check import check_pdf
from wb6assess.files import replacing
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
from wb6assess.progress import SILENT, Progress


def write_blank(
    target: Path, framework: Framework, instrument: Instrument, progress: Progress = SILENT
) -> None:
    """Write the blank questionnaire in the instrument's language; every question is looked for in it.

    Raises:
        ExportError: the target cannot be written, or the file does not hold what it should.
        Cancelled: the caller stopped the job; nothing was changed.
    """
    # ReportLab takes a while to load; whoever never prints should not wait for it.
    from exports.paper.blank import blank_furniture, blank_story
    from exports.paper.furniture import build

    furniture = blank_furniture(instrument)
    with replacing(target) as scratch:
        build(scratch, furniture, blank_story(framework, instrument), progress)
        check_pdf(scratch, target, instrument.by_id, f"fingerprint {furniture.fingerprint}")
