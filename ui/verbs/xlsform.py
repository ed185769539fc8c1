"""instrument to-xlsform and from-xlsform."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from ui.verbs.job import Job
from ui.verbs.options import verb


@verb
def to_xlsform(
    job: Job,
    instrument: Annotated[str, typer.Argument(metavar="ID", help="Such as fdi-screening.")],
    out: Annotated[Path, typer.Option(help="The workbook to write, .xlsx.")],
) -> None:
    """Write a questionnaire as an XLSForm for survey tools, in all its languages."""
    from exports.xlsform.writer import write_xlsform

    library = job.library()
    content = library.instrument(instrument)
    translations = {
        tag: library.instrument(instrument, language=tag)
        for tag in library.languages(instrument)
        if tag != content.language
    }
    omitted = write_xlsform(out, library.framework, content, translations)
    for line in omitted:
        job.say(f"Not in the form, only in its sheet “scoring”: {line}.")
    languages = [content.language, *translations]
    document = {"written": {"xlsform": str(out)}, "languages": languages, "omitted": list(omitted)}
    job.result(document, f"Written: {out}")


@verb
def from_xlsform(
    job: Job,
    file: Annotated[Path, typer.Argument(metavar="F", help="An XLSForm, .xlsx.")],
    out: Annotated[Path, typer.Option(help="Folder of questionnaires; made if there is none.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Overwrite earlier files of this questionnaire.")
    ] = False,
) -> None:
    """Make a questionnaire from an XLSForm; what has no counterpart is listed."""
    from exports.xlsform.folder import write_folder
    from exports.xlsform.losses import Fate
    from exports.xlsform.losses import as_json as losses_as_json
    from exports.xlsform.reader import read_xlsform

    converted = read_xlsform(file, datetime.now(UTC).year)
    framework = job.library().framework
    written = write_folder(out, converted, framework, file.name, replace=replace)
    for loss in converted.losses:
        job.say(str(loss))
    made = converted.instrument
    if written.unlisted:
        job.say(
            f"framework.yaml in {out} does not name this questionnaire yet; add a line such as "
            f"- {{id: {made.id.upper()}, instrument: {made.id}, weight: 0}} under domains."
        )
    counts = {fate.value: sum(loss.fate is fate for loss in converted.losses) for fate in Fate}
    document = {
        "instrument": made.id,
        "version": made.version,
        "pillars": len(made.pillars),
        "indicators": len(made.by_id),
        "written": [str(path) for path in written.paths],
        "counts": counts,
        "losses": losses_as_json(converted.losses),
    }
    lines = [f"Written: {path}" for path in written.paths]
    found = ", ".join(f"{count} {fate}" for fate, count in counts.items())
    lines.append(f"{made.id}: {len(made.pillars)} pillars, {len(made.by_id)} questions; {found}.")
    job.result(document, "\n".join(lines))
