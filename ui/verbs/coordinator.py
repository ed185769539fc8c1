"""import, decide, report: the coordinator's verbs on the workspace."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from exports.incoming import read_incoming
from ui.verbs.job import Job, table
from ui.verbs.options import (
    Countries,
    Draws,
    Grey,
    Instruments,
    Seed,
    StatusNote,
    Threshold,
    named_path,
    report_options,
    verb,
)
from ui.verbs.outcomes import (
    file_entry,
    file_lines,
    file_reason,
    objection_sentence,
    summary_line,
)
from ui.verbs.scoring import decisions_from, tell_and_write
from wb6assess.errors import AnswerError
from wb6assess.exchange.decisions import decision_as_json, decisions_as_json
from wb6assess.exchange.written import time_as_json
from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.session.deciding import DecisionRefusedError, Verdict
from wb6assess.session.deciding import decide as keep_verdict
from wb6assess.session.desk.file_reports import Outcome
from wb6assess.session.desk.inbox import Intake
from wb6assess.session.desk.refusals import RefusedFile
from wb6assess.session.names import refuse_unknown_round
from wb6assess.session.workspace import Workspace

NONE_TAKEN = "No file could be taken in. The list says why and what to do."


@verb
def import_(
    job: Job,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATHS…", parser=named_path, help="Files or folders."),
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Say what would happen; take nothing in.")
    ] = False,
    list_: Annotated[bool, typer.Option("--list", help="Show the imports so far.")] = False,
    refused: Annotated[
        bool, typer.Option("--refused", help="Show what was refused and not settled since.")
    ] = False,
    undo: Annotated[
        str | None, typer.Option(metavar="ID", help="Take an import back; “last” for the newest.")
    ] = None,
) -> None:
    """Take files of experts into the coordinator's workspace, one line each."""
    if sum([bool(paths), list_, refused, undo is not None]) != 1:
        raise typer.BadParameter("name files or folders, or use --list, --refused or --undo")
    if preview and not paths:
        raise typer.BadParameter("--preview looks at files: name files or folders")
    with job.open_workspace() as workspace:
        if list_:
            _list_imports(job, workspace.inbox.intakes())
        elif refused:
            _list_refused(job, workspace.inbox.refusals.standing())
        elif undo is not None:
            _take_back(job, workspace, undo)
        else:
            _take_in(job, workspace, paths or [], preview=preview)


@verb
def decide(
    job: Job,
    round_: Annotated[str, typer.Option("--round", help="Round, such as 2026.")],
    country: Annotated[str, typer.Option(help="Country code, such as XK.")] = "",
    indicator: Annotated[str, typer.Option(help="Indicator, such as FDI-1.1.")] = "",
    reason_code: Annotated[
        ReasonCode | None,
        typer.Option(
            help="R1 factual error, R2 ladder misread, R3 evidence supplied later, R4 applicability, "
            "R5 panel consensus."
        ),
    ] = None,
    reason: Annotated[str, typer.Option(help="At least 20 characters.")] = "",
    meeting: Annotated[str, typer.Option(help="Which meeting, such as M1.")] = "",
    level: Annotated[float | None, typer.Option(min=0, max=5, help="The agreed level, 0 to 5.")] = None,
    confirm: Annotated[bool, typer.Option("--confirm", help="Confirm the experts' value.")] = False,
    na: Annotated[bool, typer.Option("--na", help="Not applicable in this country.")] = False,
    revoke: Annotated[bool, typer.Option("--revoke", help="Take the decision in force back.")] = False,
    evidence: Annotated[
        list[str] | None, typer.Option(metavar="REF", help="A reference; may stand several times.")
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help="Show the records; with --json as a decisions file.")
    ] = False,
) -> None:
    """Keep what a validation meeting decided about one indicator of a country."""
    if list_:
        with job.open_workspace() as workspace:
            _list_decisions(job, workspace, round_)
        return
    if reason_code is None or not all(map(str.strip, (country, indicator, reason, meeting))):
        raise typer.BadParameter(
            "name --country, --indicator, --reason-code, --reason and --meeting, or use --list"
        )
    chosen = {
        Action.SET: level is not None,
        Action.CONFIRM: confirm,
        Action.NA: na,
        Action.REVOKE: revoke,
    }
    actions = [action for action, on in chosen.items() if on]
    if len(actions) != 1:
        raise typer.BadParameter("use exactly one of --level, --confirm, --na, --revoke")
    verdict = Verdict(
        country=country,
        round=round_,
        indicator=indicator,
        action=actions[0],
        reason_code=reason_code,
        reason=reason,
        meeting=meeting,
        score=None if level is None else 20.0 * level,
        evidence_refs=tuple(evidence or ()),
    )
    with job.open_workspace() as workspace:
        record = _kept(workspace, verdict)
    job.result(decision_as_json(record), _told(record))


@verb
def report(
    job: Job,
    out: Annotated[Path, typer.Option(help="Folder for the results.")],
    round_: Annotated[str | None, typer.Option("--round", help="Round, such as 2026.")] = None,
    decisions: Annotated[
        Path | None, typer.Option(metavar="F.json", help="Further validation records.")
    ] = None,
    countries: Countries = None,
    instruments: Instruments = None,
    threshold: Threshold = None,
    status_note: StatusNote = True,
    grey: Grey = False,
    draws: Draws = None,
    seed: Seed = None,
) -> None:
    """Write the regional report from the workspace."""
    more = decisions_from(decisions) if decisions else ()
    options = report_options(
        job, countries, instruments, threshold, status_note=status_note, seed=seed, draws=draws
    )
    with job.open_workspace() as workspace:
        if round_ is not None:
            refuse_unknown_round(workspace.library.framework, round_)
        consolidation = workspace.inbox.consolidate(round_, more, options)
    tell_and_write(job, consolidation, out, grey=grey)


def _take_in(job: Job, workspace: Workspace, paths: list[Path], *, preview: bool) -> None:
    with job.progress("Reading") as bar:
        take = workspace.inbox.look if preview else workspace.inbox.take_in
        taken = take(paths, read_incoming, bar)
    lines = file_lines(taken.files)
    counts = Counter(report.outcome.value for report in taken.files)
    summary = summary_line(taken.files)
    if taken.intake:
        summary += f". Take it back with “wb6assess import --undo {taken.intake}”."
    elif preview:
        summary += ". Nothing was taken in."
    document = {
        "import": taken.intake or None,
        "files": [file_entry(report) for report in taken.files],
        "counts": dict(counts),
    }
    job.result(document, "\n".join([*lines, summary or "There were no files."]))
    if counts[Outcome.REFUSED.value] and not any(report.document for report in taken.files):
        job.say(NONE_TAKEN)
        raise typer.Exit(1)


def _take_back(job: Job, workspace: Workspace, intake: str) -> None:
    gone = workspace.inbox.undo(intake)
    text = f"Import {gone.id} with {gone.files} files was taken back. The files themselves are kept."
    job.result({"import": gone.id, "files": gone.files, "undone": True}, text)


def _list_refused(job: Job, files: tuple[RefusedFile, ...]) -> None:
    lines = [
        f"{found.at.date().isoformat()}  {found.report.path.name}: {file_reason(found.report)}"
        for found in files
    ]
    document = [
        {
            "file": found.report.path.name,
            "at": found.at.isoformat(),
            "sha256": found.report.sha256 or None,
            "reason": file_reason(found.report),
        }
        for found in files
    ]
    job.result(document, "\n".join(lines or ["No file is refused and waiting."]))


def _list_imports(job: Job, intakes: list[Intake]) -> None:
    rows = [
        (
            found.id,
            f"{found.at.astimezone():%Y-%m-%d %H:%M}",
            str(found.files),
            "taken back" if found.undone_at else "in force",
        )
        for found in intakes
    ]
    text = table(rows, ("id", "time", "files", "state")) if rows else "Nothing was imported yet."
    job.result(
        [
            {
                "import": found.id,
                "at": time_as_json(found.at),
                "files": found.files,
                "undone": found.undone_at is not None,
            }
            for found in intakes
        ],
        text,
    )


def _list_decisions(job: Job, workspace: Workspace, round_: str) -> None:
    """The records of a round, also those that others replaced; `merge --decisions` reads the JSON."""
    refuse_unknown_round(workspace.library.framework, round_)
    records = [record for record in workspace.inbox.decisions() if record.round == round_]
    rows = [
        (record.country, record.indicator, _decided(record), record.reason_code.value, record.meeting)
        for record in records
    ]
    heads = ("country", "indicator", "decision", "reason", "meeting")
    text = table(rows, heads) if rows else "Nothing was decided yet."
    job.result(decisions_as_json(records), text)


def _kept(workspace: Workspace, verdict: Verdict) -> Decision:
    try:
        return keep_verdict(workspace, verdict)
    except DecisionRefusedError as refused:
        facts = {**refused.facts, "reason": objection_sentence(refused.why).rstrip(".")}
        raise AnswerError(refused.code, problems=(), **facts) from refused


def _told(record: Decision) -> str:
    return f"{record.indicator} in {record.country}: {_decided(record)}. Record {record.id}."


def _decided(record: Decision) -> str:
    return {
        Action.SET: f"set to level {(record.score or 0) / 20:g}",
        Action.CONFIRM: f"confirmed at {record.score or 0:g} points",
        Action.NA: "not applicable",
        Action.REVOKE: "decision taken back",
    }[record.action]
