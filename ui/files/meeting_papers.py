"""The files of a meeting: which there are, and the job that writes them; no widgets."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from wb6assess.model.meeting import Meeting
from wb6assess.progress import SILENT, Progress, Within
from wb6assess.reports.figures import date_words
from wb6assess.reports.meeting.agenda import Selection, agenda_at, agenda_of
from wb6assess.reports.meeting.comment_matrix import Matrix, matrix_of
from wb6assess.reports.meeting.minutes import Minutes, minutes_of
from wb6assess.session.desk.consolidation import Consolidation
from wb6assess.session.desk.report_options import ReportOptions
from wb6assess.session.meeting import ground_of
from wb6assess.session.workspace import Workspace


class Papers(StrEnum):
    """What can be written."""

    PACK = "pack"
    MINUTES = "minutes"
    MATRIX = "matrix"


@dataclass(frozen=True, slots=True)
class Order:
    """What to write for which meeting, of what it shall tell, in which language."""

    papers: Papers
    meeting: Meeting
    selection: Selection
    folder: Path
    language: str = "en"


def write_papers(workspace: Workspace, order: Order, progress: Progress) -> list[Path]:
    """Write the files of an order, each whole or not at all; returns where they are.

    Raises:
        ExportError: a file could not be written; what stood there before is unchanged.
        Cancelled: the caller stopped the job; files written before it stay.
    """
    write: dict[Papers, Callable[[Workspace, Order, Progress], list[Path]]] = {
        Papers.PACK: _pack,
        Papers.MINUTES: _minutes,
        Papers.MATRIX: _matrix,
    }
    return write[order.papers](workspace, order, progress)


def meeting_title(meeting: Meeting) -> str:
    """What papers call it."""
    return meeting.title or f"Validation meeting {meeting.id}"


def _pack(workspace: Workspace, order: Order, progress: Progress) -> list[Path]:
    # The document libraries take a while to load; nobody should wait for them before.
    from exports.meeting_pdf import write_agenda, write_handout

    result = _in_language(workspace, order.meeting.round, order.language, progress)
    ground = ground_of(result)
    chosen = order.meeting.agenda
    selection = order.selection
    agenda = (
        agenda_at(ground, chosen, sensitive=selection.sensitive)
        if chosen
        else agenda_of(ground, selection)
    )
    title, day = meeting_title(order.meeting), order.meeting.held_on
    where = date_words(day.year, day.month, day.day) if day else ""
    handout = order.folder / f"handout_{_stem(order.meeting)}.pdf"
    paper = order.folder / f"agenda_{_stem(order.meeting)}.pdf"
    progress.step(0, 2, handout.name)
    write_handout(handout, agenda, title, Within(progress, 0, 2, handout.name))
    progress.step(1, 2, paper.name)
    write_agenda(paper, agenda, title, where, Within(progress, 1, 2, paper.name))
    progress.step(2, 2)
    return [handout, paper]


def _minutes(workspace: Workspace, order: Order, progress: Progress) -> list[Path]:
    minutes = meeting_minutes(workspace, order.meeting, order.language, progress)
    targets = [order.folder / f"minutes_{_stem(order.meeting)}{ending}" for ending in (".pdf", ".docx")]
    for done, target in enumerate(targets):
        progress.step(done, len(targets), target.name)
        write_minutes_file(target, minutes, Within(progress, done, len(targets), target.name))
    progress.step(len(targets), len(targets))
    return targets


def write_minutes_file(target: Path, minutes: Minutes, progress: Progress) -> None:
    """Minutes in the form the file's ending says: Word for .docx, else PDF.

    Raises:
        ExportError: it could not be written; what stood there before is unchanged.
        Cancelled: the caller stopped the job; nothing was changed.
    """
    if target.suffix.lower() == ".docx":
        from exports.word.minutes import write_minutes_docx

        write_minutes_docx(target, minutes, progress)
    else:
        from exports.meeting_pdf import write_minutes

        write_minutes(target, minutes, progress)


def _matrix(workspace: Workspace, order: Order, progress: Progress) -> list[Path]:
    from exports.meeting_matrix_xlsx import write_matrix_workbook
    from exports.meeting_pdf import write_matrix

    matrix = comment_matrix(workspace, order.meeting.round, order.selection, order.language, progress)
    paper = order.folder / f"comments_{order.meeting.round}.pdf"
    book = order.folder / f"comments_{order.meeting.round}.xlsx"
    progress.step(0, 2, paper.name)
    write_matrix(paper, matrix, Within(progress, 0, 2, paper.name))
    progress.step(1, 2, book.name)
    write_matrix_workbook(book, matrix, Within(progress, 1, 2, book.name))
    progress.step(2, 2)
    return [paper, book]


def meeting_minutes(
    workspace: Workspace, meeting: Meeting, language: str = "en", progress: Progress = SILENT
) -> Minutes:
    """What a meeting decided, on the ratings as they are now."""
    result = _in_language(workspace, meeting.round, language, progress)
    return minutes_of(ground_of(result), meeting, result.decisions)


def comment_matrix(
    workspace: Workspace,
    round_id: str,
    selection: Selection,
    language: str = "en",
    progress: Progress = SILENT,
) -> Matrix:
    """Every remark of a selection with its reply and what it changed."""
    ground = ground_of(_in_language(workspace, round_id, language, progress))
    everything = replace(selection, top=None, everything=True, settled=True)
    asked = workspace.inbox.queries(round_id)
    queries = [(found.query, found.reply) for found in asked]
    return matrix_of(ground, agenda_of(ground, everything), queries)


def _in_language(
    workspace: Workspace, round_id: str, language: str, progress: Progress
) -> Consolidation:
    options = ReportOptions(language=language)
    return workspace.inbox.consolidate(round_id, options=options, progress=progress)


def _stem(meeting: Meeting) -> str:
    """Part of a file name: letters, digits and hyphens only."""
    kept = "".join(sign if sign.isalnum() else "-" for sign in meeting.id)
    return f"{meeting.round}_{kept}"
