"""Expressions of a form as conditions of a questionnaire, in the plain form of its file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from exports.xlsform.expression import Call, Joined, Name, Number, Text, Tree, UnreadableError, parsed
from wb6assess.model.vocabulary import LEVELS

Data = dict[str, Any]
_OPS: Mapping[str, str] = {"=": "eq", "!=": "ne", ">": "gt", ">=": "ge", "<": "lt", "<=": "le"}
_FLIPPED: Mapping[str, str] = {">": "<", ">=": "<=", "<": ">", "<=": ">=", "=": "=", "!=": "!="}
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_ORDERED = frozenset({"gt", "ge", "lt", "le"})


@dataclass(frozen=True)
class Target:
    """What a name in an expression means.

    Attributes:
        key: How conditions name it: `id`, `field`, `country` or `evidence`.
        name: Its id; `INDICATOR.field` for a field.
        kind: Its type of answer, such as "single".
        options: Choice name in the form -> option key.
        indicator: Whether `answered` can be asked of it.
    """

    key: str
    name: str
    kind: str
    options: Mapping[str, str] = field(default_factory=dict)
    indicator: bool = True


Resolve = Callable[[str], Target]
"""The target of a name ("" for the question itself); raises UnreadableError."""


def condition_from(text: str, resolve: Resolve) -> Data:
    """A condition as it stands in instrument.yaml.

    Raises:
        UnreadableError: there is no counterpart; the argument says why.
    """
    return _truth(parsed(text), resolve)


def _truth(tree: Tree, resolve: Resolve) -> Data:
    match tree:
        case Joined("and" | "or" as word, parts):
            return {"all" if word == "and" else "any": [_truth(part, resolve) for part in parts]}
        case Joined(sign, (left, right)) if sign in _OPS:
            return _compared(sign, left, right, resolve)
        case Call("not", (part,)):
            return {"not": _truth(part, resolve)}
        case Call("selected", (Name(name), Text() | Number() as choice)):
            return _selected(resolve(name), choice)
        case Call(name, _):
            raise UnreadableError(f"{name}() has no counterpart")
    raise UnreadableError("it is no comparison")


def _selected(target: Target, choice: Text | Number) -> Data:
    if target.kind not in {"single", "multi"}:
        raise UnreadableError(f"{target.name} is no choice")
    return {target.key: target.name, "op": "in", "value": [_option(target, choice)]}


def _compared(sign: str, left: Tree, right: Tree, resolve: Resolve) -> Data:
    left, right = _bare(left), _bare(right)
    if isinstance(left, Number | Text) and not isinstance(right, Number | Text):
        left, right, sign = right, left, _FLIPPED[sign]
    counted = _counted(sign, left, right, resolve)
    if counted is not None:
        return counted
    if isinstance(left, Joined) and left.operator == "+":
        return _sum(sign, left.parts, right, resolve)
    if not isinstance(left, Name):
        raise UnreadableError("only answers can be compared")
    return _of_target(sign, resolve(left.value), right, resolve)


def _bare(tree: Tree) -> Tree:
    """Without conversions that change nothing here."""
    match tree:
        case Call("number" | "string", (part,)):
            return _bare(part)
        case Call("date", (Text() as day,)):
            return day
    return tree


def _counted(sign: str, left: Tree, right: Tree, resolve: Resolve) -> Data | None:
    """`count-selected(x) > 0` and its like, which ask whether there is an answer."""
    match left, right:
        case Call("count-selected" | "string-length", (Name(name),)), Number(value):
            target = resolve(name)
        case Call("count-non-empty", (Name(name),)), Number(value):
            target = resolve(name)
            if target.key == "evidence":
                return _presence(sign, value, {"has_evidence": target.name})
            raise UnreadableError("count-non-empty() has no counterpart")
        case _:
            return None
    return _presence(sign, value, _answered(target))


def _presence(sign: str, value: float, condition: Data) -> Data:
    if (sign, value) in {(">", 0), ("!=", 0), (">=", 1)}:
        return condition
    if (sign, value) in {("=", 0), ("<", 1), ("<=", 0)}:
        return {"not": condition}
    raise UnreadableError("how many or how long has no counterpart")


def _answered(target: Target) -> Data:
    if target.key != "id" or not target.indicator:
        raise UnreadableError(f"whether {target.name} is empty cannot be asked")
    return {"answered": target.name}


def _sum(sign: str, parts: tuple[Tree, ...], right: Tree, resolve: Resolve) -> Data:
    targets = [resolve(part.value) for part in parts if isinstance(part, Name)]
    if len(targets) < len(parts) or any(item.kind not in {"numeric", "level"} for item in targets):
        raise UnreadableError("only numbers that are answers can be added")
    data: Data = {"sum": [item.name for item in targets], "op": _OPS[sign]}
    match right:
        case Number(value):
            return data | {"value": value}
        case Name(name):
            return data | {"ref": resolve(name).name}
    raise UnreadableError("a sum can be compared with a number or an answer")


def _of_target(sign: str, target: Target, right: Tree, resolve: Resolve) -> Data:
    op = _OPS[sign]
    if isinstance(right, Name):
        return _with_answer(op, target, resolve(right.value))
    if not isinstance(right, Number | Text):
        raise UnreadableError("only answers, numbers and texts can be compared")
    if right == Text("") and target.key in {"id", "field"}:
        return _presence(sign, 0, _answered(target)) if sign in {"=", "!="} else _never()
    match target.kind:
        case "country":
            return _country(op, right)
        case "numeric":
            return _plain(target, op, _number(right, target))
        case "level":
            return _plain(target, op, _level(right, target))
        case "single" if op in _ORDERED:
            return _codes(sign, target, right)
        case "single" | "multi" | "yesno" if op not in _ORDERED:
            return _plain(target, op, _option(target, right))
        case "text" if op not in _ORDERED:
            return _plain(target, op, str(right.value))
        case "date" if isinstance(right, Text) and _is_day(right.value):
            return _plain(target, op, right.value)
    raise UnreadableError(f"{target.name} cannot be compared in this way")


def _never() -> Data:
    raise UnreadableError("an empty text has no order")


def _plain(target: Target, op: str, value: int | float | str) -> Data:
    return {target.key: target.name, "op": op, "value": value}


def _with_answer(op: str, target: Target, other: Target) -> Data:
    numbers = {"numeric", "level"}
    alike = target.kind == other.kind or {target.kind, other.kind} <= numbers
    ordered = op in _ORDERED and target.kind not in {*numbers, "date"}
    if not alike or ordered or not {target.key, other.key} <= {"id", "field"}:
        raise UnreadableError(f"{target.name} and {other.name} cannot be compared in this way")
    return {target.key: target.name, "op": op, "ref": other.name}


def _country(op: str, right: Number | Text) -> Data:
    country = {"country": [str(right.value)]}
    if op not in {"eq", "ne"}:
        raise UnreadableError("countries have no order")
    return country if op == "eq" else {"not": country}


def _number(right: Number | Text, target: Target) -> int | float:
    text = str(right.value)
    if not _NUMBER.fullmatch(text):
        raise UnreadableError(f"{target.name} is a number, “{text[:40]}” is none")
    return float(text) if "." in text else int(text)


def _level(right: Number | Text, target: Target) -> int:
    level = _number(right, target)
    if level not in LEVELS:
        raise UnreadableError(f"{target.name} is a level from 0 to 5, {level} is none")
    return int(level)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _option(target: Target, choice: Number | Text) -> str:
    name = str(choice.value)
    if target.kind == "yesno" and name in {"yes", "no"}:
        return name
    if name not in target.options:
        raise UnreadableError(f"“{name}” is no choice of {target.name}")
    return target.options[name]


def _codes(sign: str, target: Target, right: Number | Text) -> Data:
    """`> 2` on choices whose names are numbers: those that fit, one by one."""
    limit = _number(right, target)
    tests: Mapping[str, Callable[[float], bool]] = {
        ">": lambda code: code > limit,
        ">=": lambda code: code >= limit,
        "<": lambda code: code < limit,
        "<=": lambda code: code <= limit,
    }
    try:
        fitting = [key for name, key in target.options.items() if tests[sign](float(name))]
    except ValueError as error:
        raise UnreadableError(f"choices of {target.name} have no order") from error
    if not fitting:
        raise UnreadableError(f"no choice of {target.name} is {sign} {right.value}")
    return {target.key: target.name, "op": "in", "value": fitting}
