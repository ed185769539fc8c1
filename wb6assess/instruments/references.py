"""Whether the parts of a questionnaire fit together: ids, sources, selections, circles."""

from collections.abc import Iterable, Iterator

from wb6assess.instruments.cycles import cycles, dependencies
from wb6assess.instruments.format import IndicatorShape, InstrumentShape, SubIndexShape
from wb6assess.instruments.names import Names
from wb6assess.instruments.problems import Path, did_you_mean
from wb6assess.instruments.report import Report
from wb6assess.model.assessment import EVIDENCE_GRADES
from wb6assess.model.instrument import Instrument

_SHOWN_STEPS = 8
_OF_KEYS = ("pillars", "indicators", "aspect", "field")


def check_references(shape: InstrumentShape, names: Names, report: Report) -> None:
    """Report ids given twice and references that lead nowhere, conditions aside."""
    _check_unique(_all_ids(shape), report)
    _check_unique(((item.id, ("sources", i, "id")) for i, item in enumerate(shape.sources)), report)
    for path, item in placed_indicators(shape):
        _check_unique(
            ((each.id, (*path, "fields", i, "id")) for i, each in enumerate(item.fields)), report
        )
        _check_anchors(item, path, shape, report)
        _check_evidence(item, path, report)
    for index, check in enumerate(shape.checks):
        _check_indicators(check.about, ("checks", index, "about"), names, report)
    for index, sub_index in enumerate(shape.indices):
        _check_selection(sub_index, ("indices", index, "of"), names, report)
    for index, vignette in enumerate(shape.vignettes):
        _check_ladder(vignette.indicator, ("vignettes", index, "indicator"), names, report)


def check_cycles(instrument: Instrument, shape: InstrumentShape, report: Report) -> None:
    """Report every circle of conditions at the question where it was met."""
    places = {item.id: path for path, item in placed_indicators(shape)}
    for path, item in list(placed_indicators(shape)):
        places |= {f"{item.id}.{each.id}": (*path, "fields", i) for i, each in enumerate(item.fields)}
    places |= {item.id: ("context", i) for i, item in enumerate(shape.context)}
    for circle in cycles(dependencies(instrument)):
        path = (*places[circle[0]], "ask_if")
        report.add(path, f"conditions run in a circle: {_trail(circle)}")


def _trail(circle: tuple[str, ...]) -> str:
    if len(circle) <= _SHOWN_STEPS:
        return " → ".join(circle)
    shown = (*circle[: _SHOWN_STEPS - 2], "…", circle[-1])
    return f"{' → '.join(shown)} ({len(circle) - 1} questions)"


def placed_indicators(shape: InstrumentShape) -> Iterator[tuple[Path, IndicatorShape]]:
    """Every indicator with its path."""
    for i, pillar in enumerate(shape.pillars):
        for j, item in enumerate(pillar.indicators):
            yield ("pillars", i, "indicators", j), item


def _all_ids(shape: InstrumentShape) -> Iterator[tuple[str, Path]]:
    """Everything that shares one namespace, with the path of its id."""
    for i, pillar in enumerate(shape.pillars):
        yield pillar.id, ("pillars", i, "id")
        for j, item in enumerate(pillar.indicators):
            yield item.id, ("pillars", i, "indicators", j, "id")
    for key in ("checks", "indices", "vignettes", "context"):
        for i, entry in enumerate(getattr(shape, key)):
            yield entry.id, (key, i, "id")


def _check_unique(ids: Iterable[tuple[str, Path]], report: Report) -> None:
    seen: dict[str, tuple[str, Path]] = {}
    for name, path in ids:
        earlier = seen.setdefault(name.casefold(), (name, path))
        if earlier[1] == path:
            continue
        line = report.source.line(report.origin(earlier[1]))
        if earlier[0] == name:
            report.add(path, f"the id `{name}` is given twice; the first is in line {line}")
        else:
            message = f"the id `{name}` differs from `{earlier[0]}` in line {line} only by capitals"
            report.add(path, message, advice=True)


def _check_anchors(item: IndicatorShape, path: Path, shape: InstrumentShape, report: Report) -> None:
    sources = {source.id for source in shape.sources}
    for index, anchor in enumerate(item.anchors):
        place: Path = (*path, "anchors", index, "source")
        if anchor.source not in sources and not _is_broken_source(anchor.source, report):
            hint = did_you_mean(anchor.source, sources)
            report.add(place, f"there is no source `{anchor.source}`{hint}")


def _is_broken_source(name: str, report: Report) -> bool:
    """Whether a source of this id stands in the file but could not be read."""
    written = report.source.data.get("sources")
    entries = written if isinstance(written, list) else []
    return any(isinstance(entry, dict) and entry.get("id") == name for entry in entries)


def _check_evidence(item: IndicatorShape, path: Path, report: Report) -> None:
    for index, kind in enumerate(item.evidence):
        if kind not in EVIDENCE_GRADES:
            hint = did_you_mean(kind, EVIDENCE_GRADES) or f"; kinds: {', '.join(EVIDENCE_GRADES)}"
            report.add((*path, "evidence", index), f"`{kind}` is no kind of evidence{hint}")


def _check_indicators(ids: Iterable[str], path: Path, names: Names, report: Report) -> None:
    for index, name in enumerate(ids):
        if isinstance(names.answers.get(name), IndicatorShape) or name in names.unread | names.foreign:
            continue
        known = [key for key, item in names.answers.items() if isinstance(item, IndicatorShape)]
        report.add((*path, index), f"there is no indicator `{name}`{did_you_mean(name, known)}")


def _check_selection(shape: SubIndexShape, path: Path, names: Names, report: Report) -> None:
    given = [key for key in _OF_KEYS if getattr(shape.of, key)]
    if len(given) != 1:
        report.add(path, f"exactly one of {', '.join(_OF_KEYS)} is needed")
        return
    own = Names(names.answers, names.fields, names.pillars, names.unread)
    _check_indicators(shape.of.indicators or (), (*path, "indicators"), own, report)
    for index, name in enumerate(shape.of.pillars or ()):
        if name not in names.pillars | names.unread:
            hint = did_you_mean(name, names.pillars)
            report.add((*path, "pillars", index), f"there is no pillar `{name}`{hint}")
    if shape.of.field:
        _check_level_field(shape.of.field, (*path, "field"), names, report)


def _check_level_field(name: str, path: Path, names: Names, report: Report) -> None:
    found = [fields[name] for fields in names.fields.values() if name in fields]
    unread = any(item.endswith(f".{name}") for item in names.unread)
    if not found and not unread:
        every = {key for fields in names.fields.values() for key in fields}
        report.add(path, f"no indicator has a field `{name}`{did_you_mean(name, every)}")
    elif any(item.type != "level" for item in found):
        report.add(path, f"the field `{name}` must be of type level wherever it stands")


def _check_ladder(name: str, path: Path, names: Names, report: Report) -> None:
    item = names.answers.get(name)
    if item is None and name in names.unread:
        return
    if not isinstance(item, IndicatorShape):
        report.add(path, f"there is no indicator `{name}`{did_you_mean(name, names.answers)}")
    elif item.type not in {"level", "vignette"}:
        report.add(path, f"`{name}` has no levels on which the vignette could be rated")
