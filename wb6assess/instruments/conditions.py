"""Conditions of a file as trees of the model, every reference and literal checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wb6assess.instruments.format import ConditionShape, FieldShape, IndicatorShape, VignetteShape
from wb6assess.instruments.names import Names, Target, UnknownNameError
from wb6assess.instruments.problems import Path, did_you_mean
from wb6assess.instruments.report import Report
from wb6assess.instruments.sentences import kind_of, shown
from wb6assess.model.conditions import (
    All,
    Answered,
    AnswerRef,
    Any,
    Compare,
    Condition,
    CountryIs,
    HasEvidence,
    Literal,
    Not,
    Op,
    Ref,
    Sum,
)

_FORMS = ("answered", "has_evidence", "country", "all", "any", "not_")
_LEFT = ("id", "field", "sum")
_EVERY_OP = frozenset(Op)
_EQUALITY = frozenset({Op.EQ, Op.NE, Op.IN})
_OPS: Mapping[str, frozenset[Op]] = {
    "level": _EVERY_OP,
    "vignette": _EVERY_OP,
    "numeric": _EVERY_OP,
    "date": _EVERY_OP,
    "yesno": _EQUALITY,
    "single": _EQUALITY,
    "multi": _EQUALITY,
    "text": _EQUALITY,
    "grid": frozenset(),
}
_KINDS: Mapping[str, str] = {
    "level": "number",
    "vignette": "number",
    "numeric": "number",
    "date": "date",
    "yesno": "code",
    "single": "code",
    "multi": "code",
    "text": "code",
    "grid": "grid",
}
"""What can be compared with what."""
_HOW = "give one of `id`, `field`, `sum` with `op` and `value` or `ref`, or one of `answered`, \
`has_evidence`, `country`, `all`, `any`, `not`"


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a condition stands; `owner` is the indicator whose fields need no prefix."""

    names: Names
    report: Report
    owner: str | None = None


def read_condition(shape: ConditionShape, path: Path, scope: Scope) -> Condition | None:
    """The condition, or None when something about it was reported."""
    given = shape.model_fields_set
    forms = [form for form in _FORMS if form in given]
    lefts = [key for key in _LEFT if key in given]
    compared = bool(lefts or given & {"op", "value", "ref"})
    if len(forms) + compared != 1 or (compared and len(lefts) != 1):
        scope.report.add(path, f"this is no single condition; {_HOW}")
        return None
    if compared:
        return _comparison(shape, lefts[0], path, scope)
    return _form(shape, forms[0], path, scope)


def _form(shape: ConditionShape, form: str, path: Path, scope: Scope) -> Condition | None:
    match form:
        case "all" | "any":
            return _joined(shape, form, path, scope)
        case "not_" if shape.not_ is not None:
            part = read_condition(shape.not_, (*path, "not"), scope)
            return None if part is None else Not(part)
        case "country" if shape.country:
            return CountryIs(tuple(shape.country))
        case "answered" if shape.answered is not None:
            item = _indicator(shape.answered, (*path, form), scope)
            return None if item is None else Answered(item)
        case "has_evidence" if shape.has_evidence is not None:
            item = _indicator(shape.has_evidence, (*path, form), scope)
            return None if item is None else HasEvidence(item)
    scope.report.add((*path, form.rstrip("_")), "nothing stands here")
    return None


def _joined(shape: ConditionShape, form: str, path: Path, scope: Scope) -> Condition | None:
    shapes = (shape.all if form == "all" else shape.any) or []
    if not shapes:
        scope.report.add((*path, form), "no condition stands here")
        return None
    read = [read_condition(part, (*path, form, index), scope) for index, part in enumerate(shapes)]
    parts = tuple(part for part in read if part is not None)
    if len(parts) < len(read):
        return None
    return All(parts) if form == "all" else Any(parts)


def _indicator(name: str, path: Path, scope: Scope) -> str | None:
    """The id of an indicator; `answered` and `has_evidence` speak of nothing else."""
    try:
        target = scope.names.answer(name)
    except UnknownNameError as error:
        scope.report.add(path, str(error))
        return None
    if target.question is not None and not isinstance(target.question, IndicatorShape):
        scope.report.add(path, f"`{name}` is no indicator")
        return None
    return name


def _comparison(shape: ConditionShape, key: str, path: Path, scope: Scope) -> Condition | None:
    if shape.op is None:
        scope.report.add((*path, "op"), f"`op` is missing: one of {', '.join(Op)}")
        return None
    left = _left(shape, key, path, scope)
    if left is None:
        return None
    term, question = left
    kind = "numeric" if isinstance(term, Sum) else _type_of(question)
    if kind is not None and shape.op not in _OPS[kind]:
        scope.report.add((*path, "op"), _wrong_op(kind, shape.op))
        return None
    right = _right(shape, kind, question, path, scope)
    return None if right is None else Compare(term, shape.op, right)


def _wrong_op(kind: str, op: Op) -> str:
    if kind == "grid":
        return "a grid cannot be compared; refer to a single figure"
    return f"`{op}` cannot be used with a question of type {kind}; use eq, ne or in"


def _left(
    shape: ConditionShape, key: str, path: Path, scope: Scope
) -> tuple[Ref | Sum, Target | None] | None:
    try:
        if key == "id":
            target = scope.names.answer(shape.id or "")
        elif key == "field":
            target = scope.names.field_of(shape.field or "", scope.owner)
        else:
            terms = _terms(shape.sum or [], (*path, "sum"), scope)
            return None if terms is None else (Sum(terms), None)
    except UnknownNameError as error:
        scope.report.add((*path, key), str(error))
        return None
    return target.ref, target


def _terms(names: list[str], path: Path, scope: Scope) -> tuple[Ref, ...] | None:
    """The terms of a sum; None when one of them was reported."""
    if not names:
        scope.report.add(path, "no field stands here")
        return None
    terms: list[Ref] = []
    for index, name in enumerate(names):
        try:
            target = scope.names.any_of(name, scope.owner)
        except UnknownNameError as error:
            scope.report.add((*path, index), str(error))
            continue
        kind = _type_of(target)
        if kind is not None and _KINDS[kind] != "number":
            scope.report.add((*path, index), f"`{name}` is of type {kind}; only numbers can be added")
            continue
        terms.append(target.ref)
    return tuple(terms) if len(terms) == len(names) else None


def _type_of(target: Target | None) -> str | None:
    """Answer type of what a reference means, None where it is not known."""
    match target.question if target is not None else None:
        case IndicatorShape(type=kind) | FieldShape(type=kind):
            return str(kind)
        case VignetteShape():
            return "vignette"
        case _:
            return None


def _right(
    shape: ConditionShape, kind: str | None, target: Target | None, path: Path, scope: Scope
) -> Literal | Ref | None:
    given = shape.model_fields_set
    if ("value" in given) == ("ref" in given):
        scope.report.add(path, "compare with exactly one of `value` and `ref`")
        return None
    if "ref" in given:
        return _compared_ref(shape, kind, path, scope)
    assert shape.op is not None  # checked by the caller
    problem = _literal_problem(shape.value, shape.op, kind, target)
    if problem is not None:
        scope.report.add((*path, "value"), problem)
        return None
    return tuple(shape.value) if isinstance(shape.value, list) else shape.value


def _compared_ref(shape: ConditionShape, kind: str | None, path: Path, scope: Scope) -> Ref | None:
    try:
        target = scope.names.any_of(shape.ref or "", scope.owner)
    except UnknownNameError as error:
        scope.report.add((*path, "ref"), str(error))
        return None
    other = _type_of(target)
    if kind is not None and other is not None and _KINDS[kind] != _KINDS[other]:
        scope.report.add((*path, "ref"), f"a {kind} answer cannot be compared with a {other} answer")
        return None
    return target.ref


def _literal_problem(value: object, op: Op, kind: str | None, target: Target | None) -> str | None:
    """What is wrong with a literal, as a sentence."""
    if isinstance(value, list):
        if op is not Op.IN and kind not in {"multi", None}:
            return f"a list goes with `in`, not with `{op}`"
        if not value:
            return "this list is empty"
        found = (_item_problem(item, kind, target) for item in value)
        return next((problem for problem in found if problem is not None), None)
    if op is Op.IN:
        return f"`in` needs a list, such as [{value}]"
    return _item_problem(value, kind, target)


def _item_problem(value: object, kind: str | None, target: Target | None) -> str | None:
    if isinstance(value, bool) and kind == "yesno":
        return 'the answer is "yes" or "no", not true or false'
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return f"a number or a text is needed, not {kind_of(value)}"
    match kind:
        case "level" | "vignette":
            fits = isinstance(value, int | float) and value in range(6)
            return None if fits else f"{shown(value)} is no level; levels are 0 to 5"
        case "numeric":
            return None if isinstance(value, int | float) else f"{shown(value)} is no number"
        case "date":
            return None if _is_date(value) else f"{shown(value)} is no date such as 2026-09-30"
        case "yesno":
            return None if value in ("yes", "no") else f'{shown(value)} is neither "yes" nor "no"'
        case "single" | "multi":
            return _option_problem(value, target)
        case "text":
            return None if isinstance(value, str) else f"{shown(value)} is no text; put it in quotes"
    return None


def _option_problem(value: object, target: Target | None) -> str | None:
    question = target.question if target is not None else None
    options = question.options if isinstance(question, IndicatorShape | FieldShape) else {}
    if not options or value in options:
        return None
    if str(value) in options:
        return f"{shown(value)} is read as a number; put the option's key in quotes"
    hint = did_you_mean(str(value), options)
    where = target.ref if target is not None else ""
    name = where.id if isinstance(where, AnswerRef) else str(where)
    return f"{shown(value)} is no option of {name}{hint or '; options: ' + ', '.join(options)}"


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
