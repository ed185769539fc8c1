"""A meeting's papers as PDFs: handout, agenda, minutes, comment matrix.

Each is written aside, read back and only then put under its name; the same content gives the same
bytes. ReportLab takes a while to load, so it is imported when something is written.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exports import fonts
from exports.house import COLOUR, GREY
from exports.pdf_check import check_pdf
from wb6assess.files import replacing
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.meeting.comment_matrix import Matrix
from wb6assess.reports.meeting.minutes import Minutes
from wb6assess.reports.meeting.rows import Agenda

if TYPE_CHECKING:
    from exports.paper.furniture import Furniture


def write_handout(
    target: Path, agenda: Agenda, meeting: str, progress: Progress = SILENT, *, grey: bool = False
) -> None:
    """One contested item a page in large type.

    Raises:
        ExportError: the target cannot be written, or the file does not hold what it should.
        Cancelled: the caller stopped the job; nothing was changed.
    """
    from exports.paper.meeting_handout import handout_furniture, handout_story

    palette = GREY if grey else COLOUR
    furniture = handout_furniture(agenda, meeting, palette)
    expected = [text for item in agenda.items for text in (item.title, *item.remarks)]
    _write(target, furniture, list(handout_story(agenda, palette)), expected, progress)


def write_agenda(
    target: Path,
    agenda: Agenda,
    meeting: str,
    where: str = "",
    progress: Progress = SILENT,
    *,
    grey: bool = False,
) -> None:
    """The agenda with boxes and lines; `where` is place and day. Raises as `write_handout`."""
    from exports.paper.meeting_agenda import agenda_furniture, agenda_story

    furniture = agenda_furniture(agenda, meeting, where, GREY if grey else COLOUR)
    expected = [item.title for item in agenda.items] + [rest.pillar_title for rest in agenda.rest]
    _write(target, furniture, list(agenda_story(agenda)), expected, progress)


def write_minutes(
    target: Path, minutes: Minutes, progress: Progress = SILENT, *, grey: bool = False
) -> None:
    """What a meeting decided. Raises as `write_handout`."""
    from exports.paper.meeting_minutes import minutes_furniture, minutes_story

    furniture = minutes_furniture(minutes, GREY if grey else COLOUR)
    expected = [text for item in minutes.outcomes for text in (item.title, item.reason)]
    expected += [item.title for item in minutes.left_open]
    _write(target, furniture, list(minutes_story(minutes)), expected, progress)


def write_matrix(
    target: Path, matrix: Matrix, progress: Progress = SILENT, *, grey: bool = False
) -> None:
    """The comment matrix. Raises as `write_handout`."""
    from exports.paper.meeting_matrix import matrix_furniture, matrix_story

    furniture = matrix_furniture(matrix, GREY if grey else COLOUR)
    expected = [text for row in matrix.rows for text in (row.remark, row.reply)]
    _write(target, furniture, list(matrix_story(matrix)), expected, progress)


def _write(
    target: Path,
    furniture: "Furniture",
    story: Sequence[Any],
    expected: Iterable[str],
    progress: Progress,
) -> None:
    from exports.paper.furniture import build

    with replacing(target) as scratch:
        build(scratch, furniture, story, progress)
        words = (fonts.plain(text) for text in expected)
        heads = (furniture.head, *furniture.tags)
        check_pdf(scratch, target, words, furniture.fingerprint, heads=heads)
