"""score and merge: verbs that need no workspace."""

from pathlib import Path
from typing import Annotated

import typer

from exports.incoming import read_submission
from ui.verbs.job import Job
from ui.verbs.options import verb
from ui.verbs.outcomes import file_line
from ui.verbs.regional import write_regional_files
from ui.verbs.tables import region_table, scores_table
from wb6assess.errors import ErrorCode, FileError
from wb6assess.exchange.digest import content_hash
from wb6assess.reports.assessment import assessment_report
from wb6assess.reports.documents import scores_document
from wb6assess.session.consolidation import collect, consolidate


@verb
def score(
    job: Job,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="answers.json, workbook or package.")],
) -> None:
    """Score one file without a workspace."""
    library = job.library()
    document = read_submission(file, library)
    identity = document.identity
    instrument = library.instrument(identity.instrument, identity.instrument_version, job.language)
    report = assessment_report(library.framework, instrument, document, content_hash(document))
    job.result(scores_document(report), scores_table(report))


@verb
def merge(
    job: Job,
    paths: Annotated[list[Path], typer.Argument(metavar="PATHS…", help="Files or folders.")],
    out: Annotated[Path, typer.Option(help="Folder for the results.")],
    round_: Annotated[str | None, typer.Option("--round", help="Only this round.")] = None,
) -> None:
    """Merge files of several experts and countries into one regional result."""
    library = job.library()
    with job.progress("Reading") as bar:
        collection = collect(paths, library, bar, read=read_submission)
    consolidation = consolidate(collection, round_)
    for report in consolidation.files:
        job.say(file_line(report))
    if not consolidation.effective:
        raise FileError(ErrorCode.NOTHING_TO_MERGE)
    with job.progress("Writing") as bar:
        document, written = write_regional_files(out, consolidation, bar)
    text = (
        region_table(consolidation.scores) + "\n\n" + "\n".join(f"Written: {path}" for path in written)
    )
    job.result(document, text)
