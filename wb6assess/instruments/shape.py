"""Whether a file has the right shape; broken parts are set aside so that the rest can be checked.

One broken indicator must not hide the faults of the others: what is broken is taken out of a copy and
the copy is read again. The checks that follow work on what is left.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from wb6assess.instruments.format import SHAPES, Shape
from wb6assess.instruments.problems import Path
from wb6assess.instruments.report import Report
from wb6assess.instruments.sentences import kind_of, sentence

S = TypeVar("S", bound=Shape)

_STAND_INS: Mapping[str, object] = {
    "title": "?",
    "question": "?",
    "label": "?",
    "message": "?",
    "because": "?",
    "name": "?",
    "text": "?",
    "aspect": "law",
    "at": 0,
    "severity": "info",
}
"""Values for broken required keys on which no other part of a file depends."""
_FIXED_LISTS = frozenset(
    {"levels", "plausible", "thresholds", "scores", "cuts", "progress_cuts", "interval"}
)
"""Lists that mean nothing without one of their entries; they are set aside whole."""
_KEYED = frozenset({"options"})
"""Keys under which shapes stand by key, not in a list."""
_GONE = object()


@dataclass(frozen=True, slots=True)
class Layout(Generic[S]):
    """The shape of a whole file.

    Attributes:
        root: Shape of the top mapping.
        shapes: Key -> shape of what stands under it, alone or in a list.
        stand_ins: Values for required keys of the top mapping that are broken.
    """

    root: type[S]
    stand_ins: Mapping[str, object]
    shapes: Mapping[str, type[Shape]]


def layout(root: type[S], shapes: Mapping[str, type[Shape]] = SHAPES, **stand_ins: object) -> Layout[S]:
    """A layout; stand-ins are given by key."""
    return Layout(root, stand_ins, shapes)


def read_shape(kind: Layout[S], report: Report) -> S | None:
    """The file's data as its shape, every fault reported.

    Returns:
        The whole file; without its broken parts when faults were reported; None when too little is
        left to go on.
    """
    data = report.source.data
    if not isinstance(data, dict):
        report.add_shape_fault((), f"a mapping (key: value) is needed here, not {kind_of(data)}")
        return None
    result, faults = _validated(kind.root, data)
    if result is None:
        _report_faults(kind, faults, report)
        result = _rest(kind, faults, report)
    return result


def _validated(shape: type[S], data: object) -> tuple[S | None, list[ErrorDetails]]:
    try:
        return shape.model_validate(data), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _report_faults(kind: Layout[S], faults: list[ErrorDetails], report: Report) -> None:
    for fault in faults:
        path = path_of(fault)
        report.add_shape_fault(path, sentence(fault, shape_at(kind, path[:-1])))
    report.cover(path_of(fault) for fault in faults)


def _rest(kind: Layout[S], faults: list[ErrorDetails], report: Report) -> S | None:
    """What remains when broken parts are set aside; several rounds, as one part may need another."""
    broken: dict[Path, object] = {}
    result = None
    while result is None:
        known = len(broken)
        for fault in faults:
            place, stand_in = _set_aside(kind, report.origin(path_of(fault)))
            broken[place] = stand_in
        if () in broken or len(broken) == known:
            return None
        moved: dict[Path, tuple[int, ...]] = {}
        data = _copied(report.source.data, (), (), _by_parent(broken), moved)
        report.moved = moved
        result, faults = _validated(kind.root, data)
    return result


def path_of(fault: ErrorDetails) -> Path:
    """Where a fault is; pydantic marks a fault of a key itself with a last step "[key]"."""
    loc = fault["loc"]
    return loc[:-1] if loc and loc[-1] == "[key]" else loc


def shape_at(kind: Layout[S], path: Path) -> type[Shape] | None:
    """The shape of the mapping at a path; None for plain mappings such as `na_for`."""
    shape: type[Shape] | None = kind.root
    keyed = False
    for step in path:
        if isinstance(step, int):
            continue
        if keyed:
            keyed = False
            continue
        shape = kind.shapes.get(step) if shape is not None else None
        keyed = step in _KEYED
    return None if keyed else shape


def _set_aside(kind: Layout[S], path: Path) -> tuple[Path, object]:
    """The smallest part around a fault that a file can do without, and what takes its place."""
    for end in range(len(path), 0, -1):
        place = path[:end]
        step = place[-1]
        if isinstance(step, int):
            if place[-2] not in _FIXED_LISTS:
                return place, _GONE
            continue
        shape = shape_at(kind, place[:-1])
        if shape is None or not is_required(shape, step):
            return place, _GONE
        stand_in = kind.stand_ins.get(step) if end == 1 else _STAND_INS.get(step)
        if stand_in is not None:
            return place, stand_in
    return (), _GONE


def is_required(shape: type[Shape], key: str) -> bool:
    """Whether a shape cannot do without a key."""
    return any(
        info.is_required() for name, info in shape.model_fields.items() if (info.alias or name) == key
    )


def _by_parent(broken: Mapping[Path, object]) -> Mapping[Path, Mapping[str | int, object]]:
    result: dict[Path, dict[str | int, object]] = {}
    for path, stand_in in broken.items():
        result.setdefault(path[:-1], {})[path[-1]] = stand_in
    return result


def _copied(
    node: Any,
    origin: Path,
    path: Path,
    broken: Mapping[Path, Mapping[str | int, object]],
    moved: dict[Path, tuple[int, ...]],
) -> Any:
    """A copy with broken parts replaced or left out; `moved` notes the lists that became shorter."""
    changes = broken.get(origin, {})
    if isinstance(node, dict):
        copy = {
            key: _copied(value, (*origin, key), (*path, key), broken, moved)
            for key, value in node.items()
            if key not in changes
        }
        stand_ins = {str(key): value for key, value in changes.items() if value is not _GONE}
        return copy | stand_ins
    if isinstance(node, list):
        kept = tuple(index for index in range(len(node)) if changes.get(index) is not _GONE)
        if len(kept) < len(node):
            moved[path] = kept
        return [
            _copied(node[old], (*origin, old), (*path, new), broken, moved)
            for new, old in enumerate(kept)
        ]
    return node
