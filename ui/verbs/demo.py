"""demo: the whole job on invented answers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from exports import assessment_pdf, assessment_xlsx
from exports.incoming import read_incoming
from ui.files.outputs import Output, file_name
from ui.verbs.job import Job
from ui.verbs.options import Grey, Seed, verb
from ui.verbs.outcomes import file_lines
from ui.verbs.regional import write_regional_files
from ui.verbs.tables import region_table
from wb6assess.model.framework import Framework
from wb6assess.progress import Progress
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.session.desk.consolidation import ReportOptions, collect, consolidate
from wb6assess.session.samples import fill_with_samples
from wb6assess.session.workspace import Workspace

INVENTED = "All answers of this demonstration are invented. They say nothing about any country."


@verb
def demo(
    job: Job,
    out: Annotated[Path, typer.Option(help="Folder for the results.")] = Path("demo"),
    experts: Annotated[int, typer.Option(min=1, max=30, help="Experts in each country.")] = 3,
    grey: Grey = False,
    seed: Seed = None,
) -> None:
    """Do the whole job on invented answers: assessments, workbooks, PDFs, regional result."""
    drawn_with = job.library().framework.parameters.seed if seed is None else seed
    # Never the person's own data, and one workspace per seed: a repeated demonstration finds its
    # own assessments again.
    job.workspace = out / f"workspace-{drawn_with}"
    job.say(INVENTED)
    with job.open_workspace() as workspace:
        with job.progress("Answering and exporting") as bar:
            files = list(_hand_in_all(job, workspace, out / "submissions", experts, drawn_with, bar))
        with job.progress("Reading") as bar:
            consolidation = consolidate(
                collect(files, workspace.library, bar, read=read_incoming),
                options=ReportOptions(language=job.language, seed=seed),
            )
    for line in file_lines(consolidation.files):
        job.say(line)
    with job.progress("Writing the regional result") as bar:
        document, written = write_regional_files(out / "regional", consolidation, bar, grey=grey)
    text = "\n".join(
        [
            region_table(consolidation.scores),
            "",
            f"{len(files)} submissions with workbook and PDF: {out / 'submissions'}",
            *(f"Written: {path}" for path in written),
            INVENTED,
        ]
    )
    job.result(document, text)


def _hand_in_all(
    job: Job, workspace: Workspace, folder: Path, experts: int, seed: int, progress: Progress
) -> Iterator[Path]:
    """Answer, hand in and export every sample assessment; yields the workbooks."""
    framework = workspace.library.framework
    todo = [
        (country.code, domain.instrument, f"SAMPLE-E{number:02}")
        for country in framework.countries
        for domain in framework.domains
        for number in range(1, experts + 1)
    ]
    for done, (country, instrument, expert) in enumerate(todo):
        progress.step(done, len(todo), f"{country} {instrument} {expert}")
        report = _handed_in(workspace, country, instrument, expert, seed, job.language)
        yield _exported(folder, report)
    progress.step(len(todo), len(todo))


def _handed_in(
    workspace: Workspace, country: str, instrument: str, expert: str, seed: int, language: str
) -> AssessmentReport:
    framework = workspace.library.framework
    made = _new_sample(workspace, framework, country, instrument, expert)
    opened = workspace.open_assessment(made)
    if not opened.locked:
        fill_with_samples(opened, seed)
        opened.submit()
    return opened.report(language)


def _exported(folder: Path, report: AssessmentReport) -> Path:
    """Write workbook and summary; returns the workbook."""
    workbook = folder / file_name(Output.WORKBOOK, report.document)
    assessment_xlsx.write_workbook(workbook, report)
    assessment_pdf.write_summary(folder / file_name(Output.SUMMARY, report.document), report)
    return workbook


def _new_sample(
    workspace: Workspace, framework: Framework, country: str, instrument: str, expert: str
) -> str:
    """The sample's id; a demonstration repeated in the same folder finds its own assessments."""
    round_id = framework.rounds[-1].id
    for info in workspace.assessments():
        identity = info.identity
        if (identity.country, identity.instrument, identity.expert, identity.round) == (
            country,
            instrument,
            expert,
            round_id,
        ):
            return info.id
    return workspace.new(
        country=country, instrument=instrument, expert=expert, round=round_id, sample=True
    )
