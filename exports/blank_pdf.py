"""The empty questionnaire on paper."""

from pathlib import Path

from exports.pdf_check import check_pdf
from wb6assess.files import replacing
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
from wb6assess.progress import SILENT, Progress


def write_blank(
    target: Path,
    framework: Framework,
    instrument: Instrument,
    progress: Progress = SILENT,
    *,
    second: Instrument | None = None,
    large: bool = False,
) -> None:
    """Write the blank questionnaire; every question is looked for in it.

    Args:
        target: The file.
        framework: Whose questionnaire it is.
        instrument: The questionnaire in its first language.
        progress: Told of every page.
        second: The same version in another language, set beside the first; what is not translated is
            marked "(en)".
        large: Type for reading at arm's length, in a meeting.

    Raises:
        ExportError: the target cannot be written, or the file does not hold what it should.
        Cancelled: the caller stopped the job; nothing was changed.
    """
    # ReportLab takes a while to load; whoever never prints should not wait for it.
    from exports.paper.blank import blank_furniture, blank_story
    from exports.paper.form_words import Form
    from exports.paper.furniture import build

    furniture = blank_furniture(instrument, second)
    form = Form(framework, instrument, second, large)
    with replacing(target) as scratch:
        build(scratch, furniture, blank_story(form, furniture.frame_height), progress)
        check_pdf(
            scratch,
            target,
            instrument.answerable(),
            furniture.fingerprint,
            heads=(furniture.whole_head,),
        )
