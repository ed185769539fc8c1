"""A formula with the result the app computed, and putting cells of any kind on a sheet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.workbook.cells import Question, kind_of, number_cell, shown_text
from exports.workbook.names import quoted
from wb6assess.model.assessment import Value

# Unlike plain cells, results of formulas are written without escapes for control characters.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_CONSTANT = re.compile(r'"[^"]*"')
_MAX_RESULT = 32_000
_MAX_FORMULA = 8_000
_MAX_DEPTH = 60
_MAX_ARGUMENTS = 250


@dataclass(frozen=True, slots=True)
class Live:
    """A formula without its equals sign, and its result."""

    formula: str
    result: str | int | float = ""


class PlainWorksheet(Worksheet):  # type: ignore[misc]
    """A worksheet whose formulas use functions of Excel 2010 only.

    XlsxWriter searches every formula for some forty newer functions, a third of the time a workbook
    takes; a test guards that there are none.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002
        return formula


def fits(formula: str) -> bool:
    """Whether Excel takes a formula: at most 8,192 characters, 64 levels, 255 arguments."""
    if len(formula) > _MAX_FORMULA:
        return False
    if formula.count("(") < _MAX_DEPTH and formula.count(",") < _MAX_ARGUMENTS:
        return True
    counts, deepest, most = [1], 0, 1
    for sign in _CONSTANT.sub("", formula):
        if sign == "(":
            counts.append(1)
            deepest = max(deepest, len(counts))
        elif sign == ")":
            most = max(most, counts.pop())
        elif sign == ",":
            counts[-1] += 1
    return deepest <= _MAX_DEPTH and most <= _MAX_ARGUMENTS


Content = str | int | float | date | Live | None


def put(sheet: Worksheet, row: int, col: int, content: Content, style: Format | None = None) -> None:
    """Write one cell by its type: text is never taken for a formula or a link."""
    match content:
        case None | "":
            sheet.write_blank(row, col, None, style)
        case str():
            sheet.write_string(row, col, content, style)
        case int() | float():
            sheet.write_number(row, col, content, style)
        case date():
            sheet.write_datetime(row, col, content, style)
        case Live(formula, result) if len(formula) > _MAX_FORMULA:
            # Excel would call the whole file damaged: better a cell that is not live.
            put(sheet, row, col, result, style)
        case Live(formula, result):
            if isinstance(result, str):
                result = _ESCAPE.sub("_x005F_", _CONTROL.sub("", result)[:_MAX_RESULT])
            sheet.write_formula(row, col, formula, style, result)


def put_row(sheet: Worksheet, row: int, contents: list[Any], style: Format | None = None) -> None:
    """Write cells side by side from the first column, empty ones left out."""
    for col, content in enumerate(contents):
        if content is not None:
            put(sheet, row, col, content, style)


def formula_value(question: Question, value: Value | None) -> str | int | float:
    """A valid value as the formulas hold it: see `conditions`; an empty text for None."""
    if value is None:
        return ""
    match kind_of(question), value:
        case "multi", tuple(keys):
            order = [option.key for option in question.options]  # type: ignore[union-attr]
            return ";".join(["", *sorted(keys, key=order.index), ""])
        case "date", str(day):
            return int(day.replace("-", ""))
        case "numeric", int() | str():
            return number_cell(value)
    return shown_text(value) if isinstance(value, str) else value if isinstance(value, int) else ""


def chosen(question: Question, value: Value | None) -> Mapping[str, int]:
    """Option key -> 1 when it is among the chosen ones, else 0."""
    keys = value if isinstance(value, tuple) else (value,)
    return {option.key: int(option.key in keys) for option in question.options}  # type: ignore[union-attr]


def number(value: float) -> str:
    """A number constant in a formula."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def listed(values: list[str]) -> str:
    """Text constants as a list of arguments."""
    return ",".join(quoted(value) for value in values)
