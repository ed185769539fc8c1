"""Reading JSON from outside: everything Python would let pass is refused by name."""

import json
import math
from collections.abc import Mapping
from typing import Any, NoReturn

from wb6assess.errors import ErrorCode, FileError

MAX_BYTES = 50_000_000
"""Largest accepted JSON file."""

_MAX_PARTS = 2_000_000  # every "[", "{" and "," costs memory many times its own size
_MAX_DEPTH = 32
_MAX_DIGITS = 18


class _RefusedError(ValueError):
    """A part of the text Python's reader would accept and we do not."""


def parse_object(data: bytes, name: str) -> dict[str, Any]:
    """The object a JSON file holds.

    Args:
        data: The file's bytes, UTF-8 with or without a byte order mark.
        name: What to call the file in an error.

    Raises:
        FileError: JSON_INVALID with `reason`, and `line` and `column` where known; FILE_TOO_LARGE.
    """
    if len(data) > MAX_BYTES:
        raise FileError(ErrorCode.FILE_TOO_LARGE, path=name, limit_mb=MAX_BYTES // 10**6)
    text = _decoded(data, name)
    try:
        _check_parts(data)
        parsed = json.loads(
            text,
            object_pairs_hook=_unique,
            parse_constant=_refuse_constant,
            parse_int=_integer,
            parse_float=_finite,
        )
        _check_depth(parsed)
    except json.JSONDecodeError as error:
        raise _syntax_error(error, text, name) from error
    except RecursionError as error:
        reason = "it is nested far deeper than any answers file"
        raise FileError(ErrorCode.JSON_INVALID, path=name, reason=reason) from error
    except _RefusedError as error:
        raise FileError(ErrorCode.JSON_INVALID, path=name, reason=str(error)) from error
    if not isinstance(parsed, dict):
        reason = "it holds a list or a single value, not an object in braces"
        raise FileError(ErrorCode.JSON_INVALID, path=name, reason=reason)
    return parsed


def _check_parts(data: bytes) -> None:
    if sum(data.count(mark) for mark in (b"[", b"{", b",")) > _MAX_PARTS:
        raise _RefusedError("it has millions of parts, far more than any questionnaire")


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        reason = "it is written in UTF-16; save it as UTF-8"
        raise FileError(ErrorCode.JSON_INVALID, path=name, reason=reason)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"line {line} is not UTF-8 text; save the file as UTF-8"
        raise FileError(ErrorCode.JSON_INVALID, path=name, line=line, reason=reason) from error


def _syntax_error(error: json.JSONDecodeError, text: str, name: str) -> FileError:
    place = f"line {error.lineno}, column {error.colno}"
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
        reason = f"it ends too early or a quotation mark is missing ({place})"
    elif error.msg == "Extra data":
        reason = f"something follows after its end ({place})"
    else:
        reason = f"its notation is broken at {place}"
    return FileError(
        ErrorCode.JSON_INVALID, path=name, reason=reason, line=error.lineno, column=error.colno
    )


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _RefusedError(f"the key {json.dumps(twice[:60])} stands twice in one object")
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise _RefusedError(f"{name} is not a number a file may hold")


def _integer(digits: str) -> int:
    if len(digits.lstrip("-")) > _MAX_DIGITS:
        raise _RefusedError(f"a number has more than {_MAX_DIGITS} digits")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise _RefusedError(f"the number {digits[:20]} is too large")
    return number


def _check_depth(parsed: object) -> None:
    layer: list[object] = [parsed]
    for _ in range(_MAX_DEPTH):
        layer = [child for item in layer for child in _children(item)]
        if not layer:
            return
    raise RecursionError


def _children(item: object) -> list[object]:
    values = item.values() if isinstance(item, Mapping) else item if isinstance(item, list) else ()
    return [value for value in values if isinstance(value, dict | list)]
