"""The files of a meeting: which there are, and the job that writes them; no widgets."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from wb6assess.model.meeting import Meeting
from wb6assess.progress import Progress
from wb6assess.reports.figures import date_words
from wb6assess.reports.meeting.agenda import Selection, agenda_at, agenda_of
from wb6assess.reports.meeting.comment_matrix import Matrix, matrix_of
from wb6assess.reports.meeting.minutes import Minutes, minutes_of
from wb6assess.session.meeting import ground_of
from wb6assess.session.workspace import Workspace


class Papers(StrEnum):
    """What can be written."""

    PACK = "pack"
    MINUTES = "minutes"
    MATRIX = "matrix"


@dataclass(frozen=True, slots=True)
class Order:
    """What to write for which meeting, and of what it shall tell."""

    papers: Papers
    meeting: Meeting
    selection: Selection
    folder: Path


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

    result = workspace.inbox.consolidate(order.meeting.round)
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
    write_handout(handout, agenda, title, _Pages(progress, 0, handout.name))
    progress.step(1, 2, paper.name)
    write_agenda(paper, agenda, title, where, _Pages(progress, 1, paper.name))
    progress.step(2, 2)
    return [handout, paper]


def _minutes(workspace: Workspace, order: Order, progress: Progress) -> list[Path]:
    from exports.meeting_pdf import write_minutes

    target = order.folder / f"minutes_{_stem(order.meeting)}.pdf"
    progress.step(0, 1, target.name)
    write_minutes(target, meeting_minutes(workspace, order.meeting), _Pages(progress, 0, target.name))
    progress.step(1, 1)
    return [target]


def _matrix(workspace: Workspace, order: Order, progress: Progress) -> list[Path]:
    from exports.meeting_matrix_xlsx import write_matrix_workbook
    from exports.meeting_pdf import write_matrix

    matrix = comment_matrix(workspace, order.meeting.round, order.selection)
    paper = order.folder / f"comments_{order.meeting.round}.pdf"
    book = order.folder / f"comments_{order.meeting.round}.xlsx"
    progress.step(0, 2, paper.name)
    write_matrix(paper, matrix, _Pages(progress, 0, paper.name))
    progress.step(1, 2, book.name)
    write_matrix_workbook(book, matrix)
    progress.step(2, 2)
    return [paper, book]


def meeting_minutes(workspace: Workspace, meeting: Meeting) -> Minutes:
    """What a meeting decided, on the ratings as they are now."""
    result = workspace.inbox.consolidate(meeting.round)
    return minutes_of(ground_of(result), meeting, result.decisions)


def comment_matrix(workspace: Workspace, round_id: str, selection: Selection) -> Matrix:
    """Every remark of a selection with its reply and what it changed."""
    ground = ground_of(workspace.inbox.consolidate(round_id))
    everything = replace(selection, top=None, everything=True, settled=True)
    asked = workspace.inbox.queries(round_id)
    queries = [(found.query, found.reply) for found in asked]
    return matrix_of(ground, agenda_of(ground, everything), queries)


def _stem(meeting: Meeting) -> str:
    """Part of a file name: letters, digits and hyphens only."""
    kept = "".join(sign if sign.isalnum() else "-" for sign in meeting.id)
    return f"{meeting.round}_{kept}"


class _Pages:
    """Passes a request to stop on while pages are set; files are counted outside."""

    def __init__(self, progress: Progress, done: int, name: str) -> None:
        self._progress, self._done, self._name = progress, done, name

    def step(self, done: int, total: int, what: str = "") -> None:
        """One page more of the same file."""
        del done, total, what
        self._progress.step(self._done, 2, self._name)
