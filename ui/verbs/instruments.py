"""instrument list, check, schema and blank: the author's verbs."""

import json
from pathlib import Path
from typing import Annotated

import typer

from exports import assessment_xlsx, blank_pdf
from ui.verbs.job import Job, table
from ui.verbs.options import verb
from wb6assess.instruments.checks import check_folder
from wb6assess.instruments.schema import schemas
from wb6assess.settings import questionnaires_folder


@verb
def list_(
    job: Job,
) -> None:
    """Show the questionnaires of the framework."""
    library = job.library()
    found = []
    for domain in library.framework.domains:
        instrument = library.instrument(domain.instrument, language=job.language)
        found.append(
            {
                "id": instrument.id,
                "title": instrument.title,
                "version": instrument.version,
                "versions": list(library.versions(instrument.id)),
                "pillars": len(instrument.pillars),
                "indicators": len(instrument.by_id),
                "core": domain.core,
                "weight": domain.weight,
                "digest": instrument.digest,
            }
        )
    rows = [
        (
            str(row["id"]),
            str(row["version"]),
            str(row["pillars"]),
            str(row["indicators"]),
            str(row["title"]),
        )
        for row in found
    ]
    job.result(found, table(rows, ("questionnaire", "version", "pillars", "indicators", "title")))


@verb
def check(
    job: Job,
    path: Annotated[
        Path | None,
        typer.Argument(metavar="PATH", help="A questionnaire file or folder; all by default."),
    ] = None,
) -> None:
    """Check questionnaires; all problems at once, errors and advice apart."""
    problems = check_folder(path or questionnaires_folder(job.questionnaires))
    errors = [problem for problem in problems if not problem.advice]
    advice = [problem for problem in problems if problem.advice]
    lines = [
        *(f"error   {problem}" for problem in errors),
        *(f"advice  {problem}" for problem in advice),
        f"{len(errors)} errors, {len(advice)} pieces of advice.",
    ]
    document = [
        {
            "file": problem.file,
            "line": problem.line,
            "path": problem.path,
            "message": problem.message,
            "severity": "advice" if problem.advice else "error",
        }
        for problem in [*errors, *advice]
    ]
    job.result({"errors": len(errors), "advice": len(advice), "problems": document}, "\n".join(lines))
    if errors:
        job.say(f"{len(errors)} errors: these questionnaires cannot be used before they are corrected.")
        raise typer.Exit(1)


@verb
def schema(
    job: Job,
    out: Annotated[Path | None, typer.Option(help="Write the schema files into this folder.")] = None,
) -> None:
    """Print or write the JSON Schemas of the questionnaire files."""
    made = schemas()
    if out is None:
        job.result(made, json.dumps(made, ensure_ascii=False, indent=2))
        return
    from wb6assess.instruments.schema import write_schemas

    write_schemas(out)
    job.result({"written": str(out)}, f"Written: {out}")


@verb
def blank(
    job: Job,
    instrument: Annotated[str, typer.Argument(metavar="INSTRUMENT", help="Such as fdi-screening.")],
    xlsx: Annotated[Path | None, typer.Option(help="The empty workbook.")] = None,
    pdf: Annotated[Path | None, typer.Option(help="The questionnaire on paper.")] = None,
    second: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="A second language beside the first, in the PDF."),
    ] = None,
    large: Annotated[
        bool, typer.Option("--large", help="The PDF in large type, for a meeting.")
    ] = False,
) -> None:
    """Write the empty questionnaire as a workbook, a PDF, or both."""
    if not (xlsx or pdf):
        raise typer.BadParameter("name at least one file: --xlsx or --pdf")
    if (second or large) and not pdf:
        raise typer.BadParameter("--second and --large belong to --pdf")
    if second == job.language:
        raise typer.BadParameter("--second is the language the questionnaire is in already")
    library = job.library()
    content = library.instrument(instrument, language=job.language)
    beside = library.instrument(instrument, language=second) if second else None
    written: dict[str, str] = {}
    if xlsx:
        assessment_xlsx.write_blank_workbook(xlsx, library.framework, content)
        written["xlsx"] = str(xlsx)
    if pdf:
        blank_pdf.write_blank(pdf, library.framework, content, second=beside, large=large)
        written["pdf"] = str(pdf)
    job.result({"written": written}, "\n".join(f"Written: {path}" for path in written.values()))
