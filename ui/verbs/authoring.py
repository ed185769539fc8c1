"""instrument diff, coverage, preview: what changed, what is covered, how it looks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from ui.verbs.job import Job, table
from ui.verbs.options import verb
from wb6assess.errors import AnswerError, ErrorCode
from wb6assess.files import read_limited
from wb6assess.instruments.coverage import (
    ActCoverage,
    ArticleCoverage,
    InstrumentCoverage,
    coverage_document,
    library_coverage,
)
from wb6assess.instruments.diff import Difference, difference_document, differences
from wb6assess.instruments.library import Library
from wb6assess.instruments.lineage import IndicatorChange, PartChange
from wb6assess.instruments.reader import read_stored
from wb6assess.instruments.source import MAX_BYTES, decoded
from wb6assess.instruments.versions import lineage_text, share
from wb6assess.model.instrument import Instrument

_SHOWN_TEXT = 160


@verb
def diff(
    job: Job,
    a: Annotated[str, typer.Argument(metavar="A", help="Earlier: a file, or ID@VERSION.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Later: a file, ID@VERSION, or ID.")],
    accept_editorial: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="The new wording of this indicator means the same as before."),
    ] = None,
) -> None:
    """Compare two versions of a questionnaire and propose the lineage of each indicator."""
    library = job.library()
    found = differences(_version(a, library), _version(b, library), accept_editorial or ())
    job.result(difference_document(found), "\n".join(_difference_lines(found)))
    waiting = [change.new.id for change in found.unconfirmed()]
    if waiting:
        job.say(
            f"Called the same in version {found.new.version}, although question, answers or scoring "
            f"differ: {', '.join(waiting)}. Write `reworded`, or, where only the wording changed and "
            "the meaning is the same, confirm it with --accept-editorial ID."
        )
        raise typer.Exit(1)


def _version(name: str, library: Library) -> Instrument:
    path = Path(name)
    if path.suffix == ".yaml" or path.is_file():
        return read_stored(decoded(read_limited(path, MAX_BYTES), name), name)
    instrument, _, version = name.partition("@")
    return library.instrument(instrument, version or None)


def _difference_lines(found: Difference) -> Iterator[str]:
    old, new = found.old, found.new
    fresh = sum(change.old is None for change in found.indicators)
    yield f"{old.id} {old.version} → {new.id} {new.version}"
    yield (
        f"{len(found.changed) - fresh} of {len(found.indicators)} indicators changed, "
        f"{fresh} added, {len(found.removed)} removed."
    )
    for change in found.changed:
        yield ""
        yield from _change_lines(change, found)
    if found.removed:
        yield ""
        yield "Removed: " + ", ".join(f"{item.id} {item.title}" for item in found.removed)
    if found.others:
        yield ""
        yield "Beside the indicators:"
        for part in found.others:
            yield from _part_lines(part)


def _change_lines(change: IndicatorChange, found: Difference) -> Iterator[str]:
    yield f"{change.new.id}  {change.new.title}"
    for part in change.parts:
        yield from _part_lines(part)
    yield f"  proposed  {lineage_text(found.proposed(change))}"
    if change.new.lineage is not None and change.new.lineage != found.proposed(change):
        yield f"  in B      {lineage_text(change.new.lineage)}"
    if change.needs_a_word and change.new.id not in found.accepted:
        yield (
            f"  Question and answers read {share(change.similarity)} alike. If they mean the same: "
            f"--accept-editorial {change.new.id}"
        )


def _part_lines(part: PartChange) -> Iterator[str]:
    yield f"  {part.name}"
    yield from (
        f"    {sign} {_short(text)}" for sign, text in (("-", part.before), ("+", part.after)) if text
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_TEXT else line[: _SHOWN_TEXT - 1] + "…"


@verb
def coverage(
    job: Job,
    instrument: Annotated[
        str | None, typer.Argument(metavar="INSTRUMENT", help="Such as fdi-screening; all by default.")
    ] = None,
) -> None:
    """Show which articles are assessed by which indicators, and how far translations are."""
    found = library_coverage(job.library(), instrument)
    job.result(coverage_document(found), "\n".join(_coverage_lines(found)))


def _coverage_lines(found: tuple[InstrumentCoverage, ...]) -> Iterator[str]:
    for item in found:
        yield f"{item.instrument.title} ({item.instrument.id} {item.instrument.version})"
        for act in item.acts:
            yield ""
            yield from _act_lines(act)
        yield ""
        yield from _language_lines(item)
        yield ""


def _act_lines(act: ActCoverage) -> Iterator[str]:
    yield f"{act.source.id}: {act.source.title}"
    if act.articles:
        rows: list[tuple[str, ...]] = [(part.at, _assessed(part), part.content) for part in act.articles]
        yield from (f"  {line}" for line in table(rows, ("part", "assessed by", "content")).splitlines())
        yield "  " + _summary(act)
    named = [f"{at} ({', '.join(names)})" for at, names in act.elsewhere.items()]
    if named:
        yield f"  {'Cited besides' if act.articles else 'Cited'}: {'; '.join(named)}"
    if act.whole:
        yield f"  Cited as a whole by {', '.join(act.whole)}"


def _assessed(part: ArticleCoverage) -> str:
    if part.left_out:
        cited = f", yet cited by {', '.join(part.indicators)}" if part.indicators else ""
        return f"left out{cited}"
    names = ", ".join(part.indicators) or "NOT ASSESSED"
    return f"{names}; not {', '.join(part.uncited)}" if part.uncited else names


def _summary(act: ActCoverage) -> str:
    wanted = [part for part in act.articles if not part.left_out]
    text = f"{len(wanted) - len(act.missing)} of {len(wanted)} parts assessed."
    if act.missing:
        text += f" Not assessed: {', '.join(part.at for part in act.missing)}."
    return text


def _language_lines(item: InstrumentCoverage) -> Iterator[str]:
    if not item.languages:
        yield "No translations yet."
        return
    rows: list[tuple[str, ...]] = [
        (
            language.language,
            f"{language.current} of {language.texts}",
            str(len(language.outdated)),
            str(len(language.missing)),
            str(language.current if language.reviewed else 0),
        )
        for language in item.languages
    ]
    yield table(rows, ("language", "translated", "outdated", "missing", "reviewed"))


@verb
def preview(
    job: Job,
    instrument: Annotated[str, typer.Argument(metavar="INSTRUMENT", help="Such as fdi-screening.")],
    country: Annotated[str, typer.Option(help="Country whose rules apply.")] = "AL",
) -> None:
    """Try a questionnaire out in its window; nothing is kept."""
    # A window in a verb: Qt is imported for this one alone.
    from ui.preview import run

    library = job.library()
    library.instrument(instrument, language=job.language)  # says what is wrong before a window opens
    if country not in library.framework.country_by_code:
        known = tuple(library.framework.country_by_code)
        raise AnswerError(ErrorCode.COUNTRY_UNKNOWN, country=country, known=known)
    raise typer.Exit(run(library, instrument, country))
