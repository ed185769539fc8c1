"""backup, restore, doctor: looking after the data."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from ui.messages import sentence
from ui.verbs.job import Job
from ui.verbs.options import verb
from wb6assess.errors import ErrorCode, StorageError
from wb6assess.session.backup import restore_backup, write_backup
from wb6assess.session.doctor import Finding, Look, Verdict, examine
from wb6assess.settings import data_folder, database_url

LINES: Mapping[tuple[Look, str], str] = {
    (Look.WORKSPACE, "there"): "The data lie in {path}.",
    (Look.WORKSPACE, "new"): "There are no data in {path} yet.",
    (Look.WORKSPACE, "missing"): (
        "The database is missing in {path}, although there are backups. "
        "Bring the newest one back with “wb6assess restore”."
    ),
    (Look.DATABASE, "sound"): (
        "The database is sound. Assessments: {assessments}; files received: {received}; "
        "size: {size_mb} MB."
    ),
    (Look.DATABASE, "empty"): "The database is still empty.",
    (Look.DATABASE, "damaged"): (
        "The database {path} is damaged ({problem}). "
        "Keep a copy of it, then bring the newest backup back with “wb6assess restore”."
    ),
    (Look.REFERENCES, ""): "Every answer and entry belongs to an assessment.",
    (Look.REFERENCES, "broken"): (
        "Rows that point to nothing: {count}. Bring the newest backup back with “wb6assess restore”."
    ),
    (Look.TABLES, ""): "The tables are those of this version ({found}).",
    (Look.TABLES, "older"): (
        "The tables are of an earlier version ({found}); the next start copies and updates them "
        "to {newest}."
    ),
    (Look.TABLES, "newer"): (
        "The tables are of a newer version ({found}, here {newest}). Install the newer version."
    ),
    (Look.ATTACHMENTS, ""): "All attached files are here and unchanged ({count}).",
    (Look.ATTACHMENTS, "faulty"): (
        "Attached files that are missing: {missing_count}; changed: {changed_count} ({named}). "
        "Attach them again, or restore a backup."
    ),
    (Look.ORPHANS, ""): "Attached files that nothing names any more: {count} ({size_mb} MB).",
    (Look.BACKUPS, ""): "Copies made by the program: {count}, the newest is {newest} and sound.",
    (Look.BACKUPS, "none"): "There is no backup yet; the next start makes the first.",
    (Look.BACKUPS, "damaged"): (
        "The newest backup, {newest}, is damaged. Make a new one with “wb6assess backup”."
    ),
    (Look.DISK, ""): "Free space on the disk: {free_mb} MB.",
    (Look.DISK, "full"): "The disk is nearly full ({free_mb} MB free). Free some space now.",
    (Look.QUESTIONNAIRES, ""): "Questionnaires that can be read: {count}.",
    (Look.VERSIONS, ""): "{versions}.",
}
"""The line for each case; a finding with an error has the error's sentence instead."""

_SIGNS = {Verdict.FINE: "ok", Verdict.ADVICE: "advice", Verdict.FAULT: "fault"}


def line(finding: Finding) -> str:
    """One finding in one line."""
    if finding.error is not None and (finding.look, finding.about) not in LINES:
        return sentence(finding.error)
    facts = {name: _shown(value) for name, value in finding.facts.items()}
    missing, changed = (finding.facts.get(name, ()) for name in ("missing", "changed"))
    if isinstance(missing, tuple) and isinstance(changed, tuple):
        facts |= {"missing_count": str(len(missing)), "changed_count": str(len(changed))}
        facts["named"] = ", ".join(digest[:12] for digest in (*missing, *changed)[:5])
    return LINES[finding.look, finding.about].format_map(facts)


@verb
def doctor(job: Job) -> None:
    """Check the database, the attached files, the questionnaires; changes nothing."""
    findings = examine(data_folder(job.workspace), job.library())
    said = [(finding, line(finding)) for finding in findings]
    document = [
        {"look": finding.look.value, "verdict": finding.verdict.value, "line": text}
        for finding, text in said
    ]
    faults = sum(finding.verdict is Verdict.FAULT for finding in findings)
    text = "\n".join(f"{_SIGNS[finding.verdict]:<7} {text}" for finding, text in said)
    job.result({"faults": faults, "findings": document}, text)
    if faults:
        job.say("Not all is well; each line marked “fault” says what to do.")
        raise typer.Exit(1)


@verb
def backup(
    job: Job,
    file: Annotated[
        Path, typer.Argument(metavar="F", help="The file to write, such as E:/wb6.wb6backup.")
    ],
) -> None:
    """Copy all data, attached files included, into one file."""
    _refuse_server()
    with job.progress("Copying") as bar:
        written = write_backup(data_folder(job.workspace), file, bar)
    text = f"Written: {written.path}. Attached files in it: {written.attachments}."
    if written.damaged:
        job.say(f"Damaged attached files left out: {len(written.damaged)}; see “doctor”.")
    job.result(
        {
            "written": str(written.path),
            "attachments": written.attachments,
            "damaged": list(written.damaged),
        },
        text,
    )


@verb
def restore(
    job: Job,
    file: Annotated[
        Path, typer.Argument(metavar="F", help="A backup, or a copy from the folder “backups”.")
    ],
) -> None:
    """Bring a backup back; the database that stood there is kept beside it."""
    _refuse_server()
    folder = data_folder(job.workspace)
    with job.progress("Bringing back") as bar:
        found = restore_backup(folder, file, bar)
    text = f"Brought back into {folder}; attached files: {found.attachments}."
    if found.replaced is not None:
        text += f" The database that stood there is kept beside it as {found.replaced.name}."
    job.result({"restored": str(folder), "attachments": found.attachments}, text)


def _refuse_server() -> None:
    url = database_url()
    if url is not None and not url.startswith("sqlite"):
        raise StorageError(ErrorCode.BACKUP_OF_SERVER)


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {part}" for name, part in value.items())
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
