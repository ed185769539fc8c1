"""score and merge: verbs that need no workspace."""

from pathlib import Path
from typing import Annotated

import typer

from exports.incoming import read_incoming, read_submission
from ui.verbs.job import Job
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
from ui.verbs.outcomes import decision_line, file_lines
from ui.verbs.regional import left_from_before, write_regional_files
from ui.verbs.tables import region_table, scores_table
from wb6assess.errors import ErrorCode, FileError
from wb6assess.exchange.decisions import read_decisions
from wb6assess.exchange.digest import content_hash
from wb6assess.exchange.strict_json import MAX_BYTES
from wb6assess.files import read_limited
from wb6assess.model.decision import Decision
from wb6assess.reports.assessment import assessment_report
from wb6assess.reports.documents import scores_document
from wb6assess.session.desk.consolidation import Consolidation, collect, consolidate
from wb6assess.session.names import refuse_unknown_round


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
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATHS…", parser=named_path, help="Files or folders.")
    ],
    out: Annotated[Path, typer.Option(help="Folder for the results.")],
    round_: Annotated[str | None, typer.Option("--round", help="Only this round.")] = None,
    decisions: Annotated[
        Path | None, typer.Option(metavar="F.json", help="Validation records of meetings.")
    ] = None,
    countries: Countries = None,
    instruments: Instruments = None,
    threshold: Threshold = None,
    status_note: StatusNote = True,
    grey: Grey = False,
    draws: Draws = None,
    seed: Seed = None,
) -> None:
    """Merge files of several experts and countries into one regional result."""
    library = job.library()
    if round_ is not None:
        refuse_unknown_round(library.framework, round_)
    records = decisions_from(decisions) if decisions else ()
    options = report_options(
        job, countries, instruments, threshold, status_note=status_note, seed=seed, draws=draws
    )
    with job.progress("Reading") as bar:
        collection = collect(paths, library, bar, read=read_incoming)
    consolidation = consolidate(collection, round_, decisions=records, options=options)
    tell_and_write(job, consolidation, out, grey=grey)


def tell_and_write(job: Job, consolidation: Consolidation, out: Path, *, grey: bool = False) -> None:
    """Say what became of every file and record, then write and show the regional result.

    Raises:
        FileError: NOTHING_TO_MERGE.
    """
    for line in file_lines(consolidation.files):
        job.say(line)
    for judged in consolidation.decisions:
        job.say(decision_line(judged))
    if not consolidation.effective:
        raise FileError(ErrorCode.NOTHING_TO_MERGE)
    with job.progress("Writing") as bar:
        document, written = write_regional_files(out, consolidation, bar, grey=grey)
    left = left_from_before(out, consolidation.round, written)
    lines = [
        region_table(consolidation.scores),
        "",
        *(f"Written: {path}" for path in written),
        *(f"From an earlier run, not of this result: {path}" for path in left),
    ]
    standing = "Final." if consolidation.final else "Not final:"
    job.result(document, "\n".join([*lines, "", standing, *consolidation.why_not_final]))


def decisions_from(path: Path) -> tuple[Decision, ...]:
    """The records of a decisions file.

    Raises:
        FileError: missing, unreadable, not such a file, or with problems.
    """
    return read_decisions(read_limited(path, MAX_BYTES), str(path))
