"""Records every call into XlsxWriter and plays it again: the bare yardstick of a workbook."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from inspect import isfunction
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

_BOOK = 0


@dataclass(frozen=True, slots=True)
class _Call:
    target: int
    method: str
    arguments: tuple[Any, ...]
    named: dict[str, Any]
    result: int


class Tape:
    """Calls in their order; objects made on the way are known by number."""

    def __init__(self) -> None:
        self.options: dict[str, Any] = {}
        self._calls: list[_Call] = []
        self._numbers: dict[int, int] = {}
        self._kept: list[object] = []
        self._depth = 0

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Everything XlsxWriter is asked inside the block goes on the tape."""
        undo: list[tuple[type, str, Any]] = []
        for owner in (xlsxwriter.Workbook, Worksheet, Chart, Format):
            for name, method in list(vars(owner).items()):
                if isfunction(method) and (not name.startswith("_") or name == "__init__"):
                    undo.append((owner, name, method))
                    setattr(owner, name, self._wrapped(owner, name, method))
        try:
            yield
        finally:
            for owner, name, method in undo:
                setattr(owner, name, method)

    def play(self, target: Path) -> None:
        """The same calls with nothing of ours around them."""
        book = xlsxwriter.Workbook(str(target), self.options)
        objects: dict[int, Any] = {_BOOK: book}
        for call in self._calls:
            method = getattr(objects[call.target], call.method)
            arguments, named = _real(call.arguments, objects), _real(call.named, objects)
            if call.method == "add_worksheet":
                # The library's own class, whatever ours adds to it.
                arguments, named = arguments[:1], {}
            objects[call.result] = method(*arguments, **named)
        book.close()

    def _wrapped(self, owner: type, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(method)
        def recorded(this: Any, *arguments: Any, **named: Any) -> Any:
            outside = self._depth == 0
            self._depth += 1
            try:
                result = method(this, *arguments, **named)
            finally:
                self._depth -= 1
            if outside and name == "__init__" and owner is xlsxwriter.Workbook:
                self._numbers[id(this)] = _BOOK
                self._kept.append(this)
                self.options = arguments[1] if len(arguments) > 1 else named.get("options", {})
            elif outside and name not in {"__init__", "close", "__enter__", "__exit__"}:
                self._note(this, name, arguments, named, result)
            return result

        return recorded

    def _note(
        self, this: Any, name: str, arguments: tuple[Any, ...], named: dict[str, Any], result: Any
    ) -> None:
        if id(this) not in self._numbers:
            return  # not made through the workbook: nothing a replay could call
        number = len(self._kept)
        self._kept.append(result)
        if isinstance(result, Worksheet | Chart | Format):
            self._numbers[id(result)] = number
        plain = self._numbered(arguments), self._numbered(named)
        self._calls.append(_Call(self._numbers[id(this)], name, plain[0], plain[1], number))

    def _numbered(self, value: Any) -> Any:
        if isinstance(value, Worksheet | Chart | Format):
            return _Ref(self._numbers[id(value)])
        if isinstance(value, tuple | list):
            return type(value)(self._numbered(item) for item in value)
        if isinstance(value, dict):
            return {key: self._numbered(item) for key, item in value.items()}
        return value


@dataclass(frozen=True, slots=True)
class _Ref:
    number: int


def _real(value: Any, objects: dict[int, Any]) -> Any:
    if isinstance(value, _Ref):
        return objects[value.number]
    if isinstance(value, tuple | list):
        return type(value)(_real(item, objects) for item in value)
    if isinstance(value, dict):
        return {key: _real(item, objects) for key, item in value.items()}
    return value
