"""Which keys go with which type of question, and what their values must be for each other."""

from collections.abc import Mapping, Sequence

from wb6assess.instruments.format import FieldShape, IndicatorShape, OptionShape
from wb6assess.instruments.problems import Path, did_you_mean
from wb6assess.instruments.report import Report
from wb6assess.model.vocabulary import Direction

_INDICATOR_KEYS: Mapping[str, frozenset[str]] = {
    "level": frozenset({"levels"}),
    "vignette": frozenset({"levels"}),
    "yesno": frozenset({"polarity"}),
    "single": frozenset({"options"}),
    "multi": frozenset({"options", "full_points", "exclusive"}),
    "numeric": frozenset({"unit", "plausible", "thresholds", "direction", "worst", "best"}),
    "text": frozenset(),
}
_FIELD_KEYS: Mapping[str, frozenset[str]] = {
    "level": frozenset({"levels"}),
    "yesno": frozenset(),
    "single": frozenset({"options"}),
    "multi": frozenset({"options", "exclusive"}),
    "numeric": frozenset({"unit", "plausible"}),
    "grid": frozenset({"rows", "columns", "unit", "plausible"}),
    "date": frozenset(),
    "text": frozenset(),
}


def check_indicator_type(item: IndicatorShape, path: Path, report: Report) -> None:
    """Report what does not fit the type of an indicator."""
    _check_keys(item, item.type, _INDICATOR_KEYS, path, report)
    match item.type:
        case "level" if item.levels is None:
            report.add((*path, "levels"), "six texts are needed, level 0 first")
        case "single":
            _check_options(item, path, report, needed="score", least=2)
        case "multi":
            _check_options(item, path, report, needed="points", least=1)
            _check_points(item, path, report)
        case "numeric":
            _check_plausible(item.plausible, path, report)
            _check_scale(item, path, report)


def check_field_type(item: FieldShape, path: Path, report: Report) -> None:
    """Report what does not fit the type of a companion field or context question."""
    _check_keys(item, item.type, _FIELD_KEYS, path, report)
    match item.type:
        case "single":
            _check_options(item, path, report, needed=None, least=2)
        case "multi":
            _check_options(item, path, report, needed=None, least=1)
        case "numeric":
            _check_plausible(item.plausible, path, report)
        case "grid":
            _check_plausible(item.plausible, path, report)
            for axis in ("rows", "columns"):
                if not getattr(item, axis):
                    report.add((*path, axis), f"a grid needs `{axis}`: key to label, or a list")


def _check_keys(
    item: IndicatorShape | FieldShape,
    kind: str,
    keys: Mapping[str, frozenset[str]],
    path: Path,
    report: Report,
) -> None:
    typed = frozenset().union(*keys.values())
    for key in sorted(item.model_fields_set & (typed - keys[kind])):
        homes = [name for name, allowed in keys.items() if key in allowed]
        report.add((*path, key), f"`{key}` does not belong to type {kind}, only to {', '.join(homes)}")


def _check_options(
    item: IndicatorShape | FieldShape, path: Path, report: Report, *, needed: str | None, least: int
) -> None:
    if len(item.options) < least:
        report.add((*path, "options"), f"type {item.type} needs at least {least} options")
    for key, option in item.options.items():
        _check_option(option, needed, (*path, "options", key), report)
    if item.type != "multi":
        return
    for key in item.exclusive:
        if key not in item.options:
            hint = did_you_mean(key, item.options)
            report.add((*path, "exclusive"), f"there is no option `{key}`{hint}")


def _check_option(option: OptionShape, needed: str | None, path: Path, report: Report) -> None:
    given = option.model_fields_set
    for key in ("score", "points"):
        if key in given and key != needed:
            where = f"on an option with `{needed}`" if needed else "on a field, which is never scored"
            report.add((*path, key), f"`{key}` does not belong here, {where}")
    if "exclusive" in given and needed == "score":
        report.add(
            (*path, "exclusive"), "`exclusive` belongs to type multi; of a single choice only one counts"
        )
    if needed == "score" and option.score is None:
        report.add((*path, "score"), "the option needs a score from 0 to 100")
    if needed == "points" and option.points is None and not option.exclusive:
        report.add((*path, "points"), "the option needs points; 0 if it counts nothing")


def _check_points(item: IndicatorShape, path: Path, report: Report) -> None:
    positive = sum(max(0.0, option.points or 0.0) for option in item.options.values())
    if item.full_points is not None and item.full_points <= 0:
        report.add((*path, "full_points"), "full points must be greater than 0")
    elif item.full_points is None and item.options and positive <= 0:
        report.add((*path, "options"), "no option has positive points, so nothing could reach 100")


def _check_plausible(bounds: Sequence[float] | None, path: Path, report: Report) -> None:
    if bounds is not None and bounds[0] >= bounds[1]:
        report.add((*path, "plausible"), "the first number must be smaller than the second")


def _check_scale(item: IndicatorShape, path: Path, report: Report) -> None:
    """A number is scored by five thresholds with a direction, or between worst and best."""
    ends = [key for key in ("worst", "best") if getattr(item, key) is not None]
    if item.thresholds is not None and ends:
        report.add((*path, ends[0]), "give either `thresholds` with `direction`, or `worst` with `best`")
    elif item.thresholds is not None:
        _check_thresholds(item.thresholds, item.direction, path, report)
    elif item.direction is not None:
        report.add((*path, "direction"), "`direction` goes with `thresholds`")
    elif not ends:
        report.add(path, "a number needs `thresholds` with `direction`, or `worst` with `best`")
    elif len(ends) == 1:
        missing = "best" if ends == ["worst"] else "worst"
        report.add((*path, missing), f"`{ends[0]}` goes with `{missing}`, which is missing")
    elif item.worst == item.best:
        report.add((*path, "best"), "`worst` and `best` must differ")


def _check_thresholds(
    thresholds: Sequence[float], direction: Direction | None, path: Path, report: Report
) -> None:
    if direction is None:
        report.add((*path, "direction"), "`direction` is missing: higher or lower is better")
        return
    wanted = sorted(thresholds, reverse=direction is Direction.LOWER)
    if list(thresholds) != wanted:
        order = "fall" if direction is Direction.LOWER else "rise"
        report.add(
            (*path, "thresholds"),
            f"with direction {direction} thresholds must {order} from level 1 to 5",
        )
