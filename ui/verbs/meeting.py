"""meeting-pack, minutes, comments: the papers of a validation meeting."""

from pathlib import Path
from typing import Annotated

import typer

from ui.files.meeting_papers import (
    Order,
    Papers,
    comment_matrix,
    meeting_minutes,
    write_minutes_file,
    write_papers,
)
from ui.verbs.job import Job
from ui.verbs.options import verb
from wb6assess.model.meeting import Meeting
from wb6assess.reports.meeting.agenda import Selection
from wb6assess.reports.meeting.minutes import Minutes
from wb6assess.session.meeting import known_meeting
from wb6assess.session.names import refuse_unknown_country, refuse_unknown_round
from wb6assess.session.workspace import Workspace

Countries = Annotated[
    str, typer.Option(metavar="AL,XK", help="Country codes with commas between; all otherwise.")
]
Instruments = Annotated[
    str, typer.Option(metavar="ID,ID", help="Questionnaires with commas between; all otherwise.")
]
Round = Annotated[str, typer.Option("--round", help="Round, such as 2026.")]
Sensitive = Annotated[
    bool, typer.Option("--sensitive", help="Print what was written on sensitive questions, too.")
]


@verb
def meeting_pack(
    job: Job,
    round_: Round,
    out: Annotated[Path, typer.Option(help="Folder for handout and agenda.")],
    meeting: Annotated[str, typer.Option(help="Which meeting, such as M1.")] = "M1",
    countries: Countries = "",
    instruments: Instruments = "",
    top: Annotated[int | None, typer.Option(min=1, help="At most so many items.")] = None,
    sensitive: Sensitive = False,
) -> None:
    """Write handout and agenda of the contested indicators, most important first."""
    with job.open_workspace() as workspace:
        selection = _selection(workspace, round_, countries, instruments)
        selection = Selection(selection.countries, selection.instruments, top=top, sensitive=sensitive)
        saved = {known.id: known for known in workspace.inbox.meetings(round_)}
        order = Order(
            Papers.PACK, saved.get(meeting, Meeting(meeting, round_)), selection, out, job.language
        )
        with job.progress("Writing the meeting pack") as bar:
            written = write_papers(workspace, order, bar)
    _tell(job, written)


@verb
def minutes(
    job: Job,
    meeting: Annotated[str, typer.Option(help="Which meeting, such as M1.")],
    out: Annotated[Path, typer.Option(metavar="F", help="A file .pdf or .docx.")],
    round_: Annotated[str | None, typer.Option("--round", help="Round; the newest with it.")] = None,
) -> None:
    """Write the minutes of a meeting from its decisions."""
    if out.suffix.lower() not in {".pdf", ".docx"}:
        raise typer.BadParameter("name a file that ends in .pdf or .docx")
    with job.open_workspace() as workspace:
        found = _meeting(workspace, meeting, round_)
        content = meeting_minutes(workspace, found, job.language)
        with job.progress("Writing the minutes") as bar:
            write_minutes_file(out, content, bar)
    _tell(job, [out], content)


@verb
def comments(
    job: Job,
    round_: Round,
    out: Annotated[Path, typer.Option(metavar="F", help="A file .pdf or .xlsx.")],
    countries: Countries = "",
    instruments: Instruments = "",
    sensitive: Sensitive = False,
) -> None:
    """Write the comment matrix: each remark, the reply, what changed."""
    from exports.meeting_matrix_xlsx import write_matrix_workbook
    from exports.meeting_pdf import write_matrix

    write = {".pdf": write_matrix, ".xlsx": write_matrix_workbook}.get(out.suffix.lower())
    if write is None:
        raise typer.BadParameter("name a file that ends in .pdf or .xlsx")
    with job.open_workspace() as workspace:
        chosen = _selection(workspace, round_, countries, instruments)
        selection = Selection(chosen.countries, chosen.instruments, sensitive=sensitive)
        matrix = comment_matrix(workspace, round_, selection, job.language)
        with job.progress("Writing the comment matrix") as bar:
            write(out, matrix, bar)
    _tell(job, [out])


def _selection(workspace: Workspace, round_id: str, countries: str, instruments: str) -> Selection:
    framework = workspace.library.framework
    refuse_unknown_round(framework, round_id)
    codes = _listed(countries)
    for code in codes:
        refuse_unknown_country(framework, code)
    ids = _listed(instruments)
    for instrument_id in ids:
        workspace.library.instrument(instrument_id)
    return Selection(codes, ids)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(filter(None, (word.strip() for word in words.split(","))))


def _meeting(workspace: Workspace, meeting: str, round_id: str | None) -> Meeting:
    """The meeting in the round named, else in the newest round that has one of this id."""
    framework = workspace.library.framework
    if round_id is not None:
        refuse_unknown_round(framework, round_id)
        return known_meeting(workspace, meeting, round_id)
    decisions = workspace.inbox.decisions()
    for known in reversed(framework.rounds):
        saved = {found.id for found in workspace.inbox.meetings(known.id)}
        named = {record.meeting for record in decisions if record.round == known.id}
        if meeting in saved | named:
            return known_meeting(workspace, meeting, known.id)
    return known_meeting(workspace, meeting, framework.rounds[-1].id)


def _tell(job: Job, written: list[Path], content: Minutes | None = None) -> None:
    document: dict[str, object] = {"files": [str(path) for path in written]}
    if content is not None:
        document["decisions"] = len(content.outcomes)
        document["left_open"] = len(content.left_open)
    job.result(document, "\n".join(f"Written: {path}" for path in written))
