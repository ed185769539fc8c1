"""XPath as survey tools work it out, as far as forms written here use it; for tests only."""

import math
from collections.abc import Mapping
from datetime import date

from exports.xlsform.expression import Call, Joined, Name, Number, Text, Tree, parsed

Answers = Mapping[str, str]
"""Element name to text; several answers are separated by spaces, a missing one is empty."""


def truth(text: str, answers: Answers) -> bool:
    """The boolean value of an expression."""
    return _boolean(_value(parsed(text), answers))


def _value(tree: Tree, answers: Answers) -> object:  # noqa: C901 - one case per form
    match tree:
        case Number(value):
            return float(value)
        case Text(value):
            return value
        case Name(name):
            return answers.get(name, "")
        case Joined("and", parts):
            return all(_boolean(_value(part, answers)) for part in parts)
        case Joined("or", parts):
            return any(_boolean(_value(part, answers)) for part in parts)
        case Joined("+", parts):
            return math.fsum(_number(_value(part, answers)) for part in parts)
        case Joined(sign, (left, right)):
            return _compared(sign, _value(left, answers), _value(right, answers))
        case Call("not", (part,)):
            return not _boolean(_value(part, answers))
        case Call("true", ()):
            return True
        case Call("selected", (part, choice)):
            return str(_value(choice, answers)) in str(_value(part, answers)).split()
        case Call("count-selected", (part,)):
            return float(len(str(_value(part, answers)).split()))
        case Call("count-non-empty", (part,)):
            return float(bool(_value(part, answers)))
        case Call("date", (part,)):
            return date.fromisoformat(str(_value(part, answers)))
        case Call("if", (test, yes, no)):
            return _value(yes if _boolean(_value(test, answers)) else no, answers)
    raise AssertionError(tree)


def _compared(sign: str, a: object, b: object) -> bool:
    if sign in {"=", "!="}:
        if isinstance(a, float) or isinstance(b, float):
            same = _number(a) == _number(b)
        else:
            same = str(a) == str(b)
        return same is (sign == "=")
    x, y = _number(a), _number(b)
    return {"<": x < y, "<=": x <= y, ">": x > y, ">=": x >= y}[sign]


def _number(value: object) -> float:
    """Dates count in days, everything that is no number is NaN."""
    if isinstance(value, date):
        return float(value.toordinal())
    if isinstance(value, bool | float):
        return float(value)
    try:
        return float(date.fromisoformat(str(value)).toordinal())
    except ValueError:
        pass
    try:
        return float(str(value))
    except ValueError:
        return math.nan


def _boolean(value: object) -> bool:
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return bool(value)
