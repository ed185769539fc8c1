"""What a careful colleague would say about a questionnaire that is formally right."""

import re
from collections.abc import Container, Iterator

from wb6assess.instruments.format import IndicatorShape, InstrumentShape
from wb6assess.instruments.problems import Path
from wb6assess.instruments.references import placed_indicators
from wb6assess.instruments.report import Report

_MAX_WORDS = 60
_VAGUE = re.compile(r"\betc\b\.?|\band so on\b", re.IGNORECASE)
_AND_OR = re.compile(r"\band/or\b", re.IGNORECASE)


def advise(shape: InstrumentShape, report: Report) -> None:
    """Add advice on wording and sourcing to the report."""
    ladders: dict[str, tuple[Path, str]] = {}
    for path, item in placed_indicators(shape):
        _advise_on_question(item, path, report)
        _advise_on_support(item, path, report)
        _advise_on_ladder(item, path, ladders, report)
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
    for place, text in _texts(item):
        if _AND_OR.search(text):
            report.add((*path, *place), "“and/or” leaves open which is meant", advice=True)
        if _VAGUE.search(text):
            report.add((*path, *place), "“etc.” leaves open what else counts", advice=True)


def _texts(item: IndicatorShape) -> Iterator[tuple[Path, str]]:
    yield ("question",), item.question
    for level, text in enumerate(item.levels or ()):
        yield ("levels", level), text


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


def _advise_on_ladder(
    item: IndicatorShape, path: Path, ladders: dict[str, tuple[Path, str]], report: Report
) -> None:
    """Level texts that repeat one another say nothing of their own."""
    for level, text in enumerate(item.levels or ()):
        place: Path = (*path, "levels", level)
        plain = " ".join(text.casefold().split()).rstrip(".")
        earlier, owner = ladders.setdefault(plain, (place, item.id))
        if earlier != place:
            line = report.source.line(report.origin(earlier))
            message = f"the same text as level {earlier[-1]} of {owner} in line {line}"
            report.add(place, message, advice=True)


def _advise_on_sources(shape: InstrumentShape, report: Report) -> None:
    cited = {anchor.source for _, item in placed_indicators(shape) for anchor in item.anchors}
    for index, source in enumerate(shape.sources):
        if source.id not in cited:
            message = f"no indicator cites `{source.id}`"
            report.add(("sources", index), message, advice=True)


def _advise_on_weights(shape: InstrumentShape, report: Report) -> None:
    if not any(pillar.weight for pillar in shape.pillars):
        report.add(("pillars",), "every pillar has weight 0, so there is no score", advice=True)
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
