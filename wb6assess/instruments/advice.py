"""What a careful colleague would say about a questionnaire that is formally right."""

import math
import re
from collections.abc import Container, Iterator

from wb6assess.instruments.citations import NAMED, citations
from wb6assess.instruments.format import FieldShape, IndicatorShape, InstrumentShape, SourceShape
from wb6assess.instruments.problems import Path
from wb6assess.instruments.references import placed_indicators
from wb6assess.instruments.report import Report

_MAX_WORDS = 60
_FULL_WEIGHTS = (1.0, 100.0)
_VAGUE = re.compile(r"\betc\b\.?|\band so on\b", re.IGNORECASE)
_AND_OR = re.compile(r"\band/or\b", re.IGNORECASE)

Ladders = dict[str, tuple[str, Path, str]]
"""Level text without case and layout -> file and line, path, indicator where it stands first."""


def advise(shape: InstrumentShape, report: Report, ladders: Ladders) -> None:
    """Add advice on wording, sourcing and weights to the report.

    Args:
        shape: What could be read of the file.
        report: Of the same file.
        ladders: Level texts met so far, of other questionnaires too; those of this one are added.
    """
    for path, item in placed_indicators(shape):
        _advise_on_question(item, path, report)
        _advise_on_support(item, path, report)
        _advise_on_ladder(item, path, ladders, report)
        _advise_on_places(item, path, shape, report)
    for path, text in _texts(shape):
        _advise_on_words(text, path, report)
    _advise_on_sources(shape, report)
    _advise_on_weights(shape, report)


def _advise_on_question(item: IndicatorShape, path: Path, report: Report) -> None:
    words = len(item.question.split())
    if words > _MAX_WORDS:
        message = f"the question has {words} words; up to {_MAX_WORDS} can be grasped in one reading"
        report.add((*path, "question"), message, advice=True)
    if item.question.count("?") > 1:
        message = "several questions in one; an expert can answer only one with a single level"
        report.add((*path, "question"), message, advice=True)


def _advise_on_words(text: str, path: Path, report: Report) -> None:
    if _AND_OR.search(text):
        report.add(path, "“and/or” leaves open which is meant", advice=True)
    if _VAGUE.search(text):
        report.add(path, "“etc.” leaves open what else counts", advice=True)


def _texts(shape: InstrumentShape) -> Iterator[tuple[Path, str]]:
    """Every text that an expert reads in order to answer."""
    for path, item in placed_indicators(shape):
        yield (*path, "title"), item.title
        yield (*path, "question"), item.question
        yield (*path, "guide"), item.guide
        yield from _answer_texts(item, path)
        for index, cap in enumerate(item.caps):
            yield (*path, "caps", index, "because"), cap.because
        for index, companion in enumerate(item.fields):
            yield from _field_texts(companion, (*path, "fields", index))
    for index, check in enumerate(shape.checks):
        yield ("checks", index, "message"), check.message
    for index, vignette in enumerate(shape.vignettes):
        yield ("vignettes", index, "text"), vignette.text
    for index, question in enumerate(shape.context):
        yield from _field_texts(question, ("context", index))


def _field_texts(item: FieldShape, path: Path) -> Iterator[tuple[Path, str]]:
    yield (*path, "label"), item.label
    yield from _answer_texts(item, path)


def _answer_texts(item: IndicatorShape | FieldShape, path: Path) -> Iterator[tuple[Path, str]]:
    for level, text in enumerate(item.levels or ()):
        yield (*path, "levels", level), text
    for key, option in item.options.items():
        yield (*path, "options", key), option.label


def _advise_on_support(item: IndicatorShape, path: Path, report: Report) -> None:
    scored = item.type not in {"text", "vignette"}
    if scored and not item.evidence:
        report.add((*path, "evidence"), "no kind of evidence is named", advice=True)
    if scored and not item.guide:
        report.add(
            (*path, "guide"), "no guide says how levels differ and what does not count", advice=True
        )
    if scored and not item.anchors:
        report.add((*path, "anchors"), "no act or standard is cited", advice=True)
    if item.type == "numeric" and item.plausible is None:
        report.add((*path, "plausible"), "no bounds, so a slip of the key goes unnoticed", advice=True)


def _advise_on_ladder(item: IndicatorShape, path: Path, ladders: Ladders, report: Report) -> None:
    """Level texts that repeat one another say nothing of their own."""
    for level, text in enumerate(item.levels or ()):
        place: Path = (*path, "levels", level)
        plain = " ".join(text.casefold().split()).rstrip(".")
        line = report.source.line(report.origin(place))
        here = (f"{report.source.name}:{line}", place, item.id)
        where, earlier, owner = ladders.setdefault(plain, here)
        if (where, earlier) != here[:2]:
            file, _, number = where.rpartition(":")
            shown = f"in line {number}" if file == report.source.name else f"({where})"
            message = f"the same text as level {earlier[-1]} of {owner} {shown}"
            report.add(place, message, advice=True)


def _advise_on_places(item: IndicatorShape, path: Path, shape: InstrumentShape, report: Report) -> None:
    """Places that `instrument coverage` could not match with the articles a source lists."""
    sources = {source.id: source for source in shape.sources}
    for index, anchor in enumerate(item.anchors):
        source = sources.get(anchor.source)
        if source is None or not (source.articles or source.not_assessed):
            continue
        place: Path = (*path, "anchors", index, "at")
        if not anchor.at:
            message = f"no article of `{source.id}` is named, though its articles are listed"
            report.add(place, message, advice=True)
        elif all(span.kind == NAMED for span in citations(anchor.at)) and not _is_listed(
            anchor.at, source
        ):
            message = f"`{anchor.at}` is not read as a place; write Art. 3(1)-(2), recital 9, Annex II"
            report.add(place, message, advice=True)


def _is_listed(at: str, source: SourceShape) -> bool:
    return any(
        span.overlaps(place)
        for listed in (*source.articles, *source.not_assessed)
        for place in citations(listed)
        for span in citations(at)
    )


def _advise_on_sources(shape: InstrumentShape, report: Report) -> None:
    cited = {anchor.source for _, item in placed_indicators(shape) for anchor in item.anchors}
    for index, source in enumerate(shape.sources):
        if source.id not in cited:
            message = f"no indicator cites `{source.id}`"
            report.add(("sources", index), message, advice=True)
        for at in source.articles.keys() & source.not_assessed.keys():
            message = "this stands under `articles` too; it is either assessed or not"
            report.add(("sources", index, "not_assessed", at), message, advice=True)


def _advise_on_weights(shape: InstrumentShape, report: Report) -> None:
    weights = [pillar.weight for pillar in shape.pillars]
    if not any(weights):
        report.add(("pillars",), "every pillar has weight 0, so there is no score", advice=True)
    elif len(set(weights)) > 1 and not any(
        math.isclose(math.fsum(weights), full) for full in _FULL_WEIGHTS
    ):
        message = f"the weights add up to {math.fsum(weights):g}; readers expect 100"
        report.add(("pillars",), message, advice=True)
    for index, pillar in enumerate(shape.pillars):
        if pillar.weight and not any(_counts(item) for item in pillar.indicators):
            message = "no indicator of this pillar counts, so it never has a score"
            report.add(("pillars", index), message, advice=True)


def _counts(item: IndicatorShape) -> bool:
    return bool(item.weight) and item.type not in {"text", "vignette"}


def advise_on_countries(codes: Container[str], report: Report) -> None:
    """Add advice on conditions and reasons for countries that are not part of the assessment."""
    if report.moved:
        return  # places are no longer those of the file; the faults come first
    for path, code in _countries(report.source.data, ()):
        if code not in codes:
            report.add(path, f"{code} is no country of the framework", advice=True)


def _countries(node: object, path: Path) -> Iterator[tuple[Path, object]]:
    """Every country named under `country` or `na_for`, with its path."""
    if isinstance(node, list):
        for index, value in enumerate(node):
            yield from _countries(value, (*path, index))
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "country" and isinstance(value, list):
                yield from (((*path, key, index), code) for index, code in enumerate(value))
            elif key == "na_for" and isinstance(value, dict):
                yield from (((*path, key, code), code) for code in value)
            else:
                yield from _countries(value, (*path, key))
