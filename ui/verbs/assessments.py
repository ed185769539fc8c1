"""new, list, show, fill, submit, export: an expert's verbs on the workspace."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from exports import assessment_pdf, assessment_xlsx, record_pdf
from exports.incoming import read_incoming
from ui.verbs.job import Job, table
from ui.verbs.options import verb
from ui.verbs.tables import scores_table
from wb6assess.errors import AnswerError, ErrorCode
from wb6assess.exchange.answers import write_document
from wb6assess.exchange.package import write_package
from wb6assess.exchange.written import time_as_json
from wb6assess.files import replacing
from wb6assess.reports.documents import scores_document
from wb6assess.session.filling import FillPreview, fill_preview, with_cleared
from wb6assess.session.open_assessment import OpenAssessment
from wb6assess.session.workspace import AssessmentInfo

AssessmentId = Annotated[str, typer.Argument(metavar="ID", help="The assessment's id, from “list”.")]


@verb
def new(
    job: Job,
    country: Annotated[str, typer.Option(help="Country code, such as XK.")],
    instrument: Annotated[str, typer.Option(help="Questionnaire, such as fdi-screening.")],
    round_: Annotated[str, typer.Option("--round", help="Round, such as 2026.")],
    expert: Annotated[str, typer.Option(help="Pseudonymous code, such as E01.")],
) -> None:
    """Make an assessment and print its id."""
    with job.open_workspace() as opened:
        made = opened.new(country=country, instrument=instrument, expert=expert, round=round_)
        job.result(_info_json(opened.info(made)), made)


@verb
def list_(
    job: Job,
) -> None:
    """Show what is in the workspace."""
    with job.open_workspace() as opened:
        infos = opened.assessments()
    rows = [
        (
            info.id,
            info.identity.country,
            info.identity.instrument,
            info.identity.round,
            info.identity.expert,
            f"{info.revision} {info.status.value}",
            f"{info.done} of {info.asked}",
        )
        for info in infos
    ]
    head = ("id", "country", "questionnaire", "round", "expert", "revision", "answered")
    text = table(rows, head) if rows else "No assessments yet. “wb6assess new” makes one."
    job.result([_info_json(info) for info in infos], text)


@verb
def show(
    job: Job,
    assessment: AssessmentId,
) -> None:
    """Show one assessment's scores as a table."""
    with job.open_workspace() as opened:
        report = opened.open_assessment(assessment).report(job.language)
    job.result(scores_document(report), scores_table(report))


@verb
def fill(
    job: Job,
    assessment: AssessmentId,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="answers.json or a filled workbook.")],
    preview: Annotated[bool, typer.Option("--preview", help="Only say what would change.")] = False,
    clear: Annotated[
        bool, typer.Option("--clear", help="Also clear answers that are not in the file.")
    ] = False,
) -> None:
    """Take answers from a file into an open assessment."""
    with job.open_workspace() as opened:
        target = opened.open_assessment(assessment)
        incoming = read_incoming(file, opened.library)
        _same_questionnaire(target, incoming.document.identity, file)
        for remark in incoming.remarks:
            job.say(remark)
        found = fill_preview(target.answers, incoming.document.answers)
        answers = incoming.document.answers
        taken = with_cleared(answers, found) if clear else answers
        was_sample, sample = target.info.sample, incoming.document.sample
        changed = len(found.changed) if preview else len(target.fill(taken, file, sample=sample))
        info = target.info
        if info.sample and not was_sample:
            job.say(f"The answers of {file.name} are invented: this assessment is a sample from now on.")
    outcome = {"assessment": assessment, "changed": changed, "done": info.done, "asked": info.asked}
    if preview:
        job.result({**outcome, "preview": asdict(found)}, _preview_text(found, clear=clear))
    else:
        job.result(outcome, f"{changed} answers taken, {info.done} of {info.asked} answered.")


def _preview_text(found: FillPreview, *, clear: bool) -> str:
    """One line for each kind of change, with the ids where something is replaced or added."""
    missing = f"{len(found.kept)} not in the file, they stay; --clear empties them"
    if clear:
        missing = f"{len(found.kept)} cleared: {', '.join(found.kept)}" if found.kept else "0 cleared"
    lines = [
        f"{len(found.new)} new: {', '.join(found.new)}" if found.new else "0 new",
        f"{len(found.changed)} replaced: {', '.join(found.changed)}" if found.changed else "0 replaced",
        f"{len(found.same)} the same already",
        missing,
        "Nothing was changed.",
    ]
    return "\n".join(lines)


@verb
def submit(
    job: Job,
    assessment: AssessmentId,
) -> None:
    """Run the checks, number the revision and lock it."""
    with job.open_workspace() as opened:
        target = opened.open_assessment(assessment)
        document = target.submit()
        report = target.report()
    text = (
        f"Revision {document.revision} is handed in and locked. "
        f"Fingerprint {report.content_hash[:16]}. Write its files with “wb6assess export {assessment}”."
    )
    job.result(
        {
            "assessment": assessment,
            "revision": document.revision,
            "status": document.status.value,
            "content_hash": report.content_hash,
        },
        text,
    )


@verb
def export(
    job: Job,
    assessment: AssessmentId,
    xlsx: Annotated[Path | None, typer.Option(help="The scored workbook.")] = None,
    pdf: Annotated[Path | None, typer.Option(help="The summary.")] = None,
    record: Annotated[Path | None, typer.Option(help="The full record, as a PDF to sign.")] = None,
    package: Annotated[Path | None, typer.Option(help="The .wb6 package.")] = None,
    answers: Annotated[Path | None, typer.Option(help="The answers as JSON.")] = None,
    sensitive: Annotated[
        bool, typer.Option("--sensitive", help="Put answers to sensitive questions into the record.")
    ] = False,
    grey: Annotated[bool, typer.Option("--grey", help="PDFs for a grey printer.")] = False,
) -> None:
    """Write the named files of one assessment."""
    if not any((xlsx, pdf, record, package, answers)):
        raise typer.BadParameter(
            "name at least one file: --xlsx, --pdf, --record, --package or --answers"
        )
    if sensitive and not record:
        raise typer.BadParameter("--sensitive belongs to --record")
    if grey and not (pdf or record):
        raise typer.BadParameter("--grey belongs to --pdf or --record")
    with job.open_workspace() as opened:
        source = opened.open_assessment(assessment)
        report, attached = source.report(job.language), source.attachments()
    written: dict[str, str] = {}
    with job.progress("Writing") as bar:
        if xlsx:
            assessment_xlsx.write_workbook(xlsx, report, bar)
            written["xlsx"] = str(xlsx)
        if pdf:
            assessment_pdf.write_summary(pdf, report, bar, grey=grey)
            written["pdf"] = str(pdf)
        if record:
            record_pdf.write_record(record, report, bar, sensitive=sensitive, grey=grey)
            written["record"] = str(record)
        if package:
            write_package(package, report.document, attached)
            written["package"] = str(package)
        if answers:
            write_answers(answers, write_document(report.document))
            written["answers"] = str(answers)
    job.result({"written": written}, "\n".join(f"Written: {path}" for path in written.values()))


def write_answers(target: Path, content: bytes) -> None:
    """Write an answers file in place of what stood there."""
    with replacing(target) as scratch:
        scratch.write_bytes(content)


def _same_questionnaire(target: OpenAssessment, found: object, file: Path) -> None:
    """A file made for another questionnaire, country or round does not belong here."""
    expected = target.info.identity
    keys = ("country", "instrument", "instrument_version", "round")
    for key in keys:
        ours, theirs = getattr(expected, key), getattr(found, key)
        if theirs and ours != theirs:
            raise AnswerError(
                ErrorCode.ASSESSMENT_OTHER,
                path=file,
                found=f"{key.replace('_', ' ')} {theirs}",
                expected=ours,
            )


def _info_json(info: AssessmentInfo) -> dict[str, object]:
    identity = info.identity
    return {
        "id": info.id,
        "country": identity.country,
        "instrument": identity.instrument,
        "instrument_version": identity.instrument_version,
        "round": identity.round,
        "expert": identity.expert,
        "revision": info.revision,
        "status": info.status.value,
        "updated_at": time_as_json(info.updated_at),
        "done": info.done,
        "asked": info.asked,
        "sample": info.sample,
    }
