"""One value in one cell: the form a person edits, and the value such a form stands for.

Writer and reader share these functions, so what is written is what is read. A few values have no
faithful cell form (text beyond Excel's limit, digits beyond a double, an empty choice): `Kept` holds
those exactly on the machine sheet, for as long as the cell itself stays as it was written.
"""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from wb6assess.exchange.texts import tidy
from wb6assess.model.assessment import Grid, Number, Value
from wb6assess.model.instrument import Field, Indicator, Option, Vignette
from wb6assess.model.values import number_from

Cell = str | int | float | bool | date | None
Question = Indicator | Field | Vignette

MAX_CELL = 32_000
"""UTF-16 units written into one cell; Excel's limit is 32,767, and LibreOffice adds line breaks."""

LONG_LINE = 16_000
"""LibreOffice breaks longer lines when it saves: such texts are kept exactly beside their cell."""

NOTHING_CHOSEN = "–"
_WORD = 100
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(r"[-+]?[0-9]{1,18}([.,][0-9]{1,30})?")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})\.?")
_EPOCH = date(1899, 12, 30)
# Spreadsheet programs disagree about the days before: one of them knows a 29 February 1900.
_FIRST_SAFE_DAY = date(1900, 3, 1)


class CellFaultError(ValueError):
    """What stands in a cell cannot be the answer asked for; the message says why."""


def kind_of(question: Question) -> str:
    """`level`, `yesno`, `single`, `multi`, `numeric`, `date`, `text` or `grid`."""
    # The types are their own texts, so no `.value`: this is asked for every cell of hundreds of files.
    if isinstance(question, Vignette) or question.type == "vignette":
        return "level"
    return question.type


def shown_text(text: str) -> str:
    """A text as its cell shows it: without what XML cannot hold, cut visibly near Excel's limit."""
    if len(text) <= MAX_CELL // 2 and text.isascii():
        return text
    text = _UNWRITABLE.sub("\ufffd", text)
    if _units(text) <= MAX_CELL:
        return text
    note = (
        f"\n[cut here: a cell holds no more. The whole text of {len(text)} characters is kept in this "
        "file; writing into this cell replaces it]"
    )
    room = MAX_CELL - len(note)
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + note


def faithful_text(text: str) -> bool:
    """Whether a text cell gives back the text, whichever program saved it meanwhile."""
    return len(text) <= LONG_LINE and text_of(shown_text(text)) == text


def option_labels(question: Question) -> Mapping[str, str]:
    """Option key -> label in a drop-down: one line, without the separator, unique in its question."""
    if kind_of(question) == "yesno":
        return {"yes": "yes", "no": "no"}
    labels: dict[str, str] = {}
    taken: set[str] = set()
    options: tuple[Option, ...] = () if isinstance(question, Vignette) else question.options
    for option in options:
        label = _SPACES.sub(" ", option.label.replace(";", ",")).strip() or option.key
        if folded(label) in taken or label == NOTHING_CHOSEN:
            label = f"{label} [{option.key}]"
        taken.add(folded(label))
        labels[option.key] = label
    return labels


def folded(word: str) -> str:
    """A word for comparison: case, spaces and kinds of apostrophe do not count."""
    return (_folded if len(word) <= _WORD else _folded.__wrapped__)(word)


@lru_cache(maxsize=4096)  # the same few hundred words stand in every file
def _folded(word: str) -> str:
    return _SPACES.sub(" ", word).strip().casefold().replace("’", "'").replace("‘", "'")


def cell_of(question: Question, value: Value, labels: Mapping[str, str]) -> Cell:
    """The form of a value in its cell; grids have one cell each (see `grid_cells`)."""
    match kind_of(question), value:
        case (("single" | "yesno"), str(key)):
            return labels.get(key, key)
        case "multi", tuple(keys):
            return "; ".join(labels.get(key, key) for key in keys) or NOTHING_CHOSEN
        case (("level" | "numeric"), int() | str()):
            return number_cell(value)
        case "date", str(day):
            return _date_cell(day)
    return shown_text(value) if isinstance(value, str) else None


def number_cell(value: Number) -> int | float | str:
    """A number as spreadsheets keep it: with 15 significant digits."""
    if isinstance(value, int) and abs(value) < 10**15:
        return value
    try:
        return float(f"{float(value):.15g}")
    except ValueError:
        return shown_text(str(value))


def value_of(question: Question, cell: Cell, labels: Mapping[str, str]) -> Value | None:
    """The value a cell stands for; None for an empty one.

    Args:
        question: What is answered there.
        cell: As calamine reads it.
        labels: Option key -> label, as this workbook writes them.

    Raises:
        CellFaultError: it cannot be an answer to this question.
    """
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    kind = kind_of(question)
    match kind:
        case "level":
            return _level(cell)
        case "yesno" | "single":
            return _option(cell, question, labels)
        case "multi":
            return _options(cell, labels)
        case "numeric" | "grid":
            return number_of(cell)
        case "date":
            return _day(cell)
    return text_of(cell)


def text_of(cell: Cell) -> str:
    """The text in a cell, also where a spreadsheet took it for a number or date."""
    if isinstance(cell, str) and cell.isascii() and cell.isprintable():  # nearly every text
        return "" if cell.isspace() else cell
    match cell:
        case None:
            return ""
        case str():
            return tidy(cell) if cell.strip() else ""
        case bool():
            return "TRUE" if cell else "FALSE"
        case int() | float():
            return str(number_of(cell))
        case datetime():
            return cell.isoformat(sep=" ") if cell.time().isoformat() != "00:00:00" else _iso(cell)
        case date():
            return _iso(cell)
    return str(cell)


def number_of(cell: Cell) -> Number:
    """A number, also one typed as text with a decimal comma."""
    if isinstance(cell, bool | date):
        raise CellFaultError("is no number")
    if isinstance(cell, int | float):
        try:
            return number_from(cell)
        except ValueError as error:
            raise CellFaultError("is no usable number") from error
    text = _SPACES.sub("", cell or "").replace("−", "-").removesuffix("%")
    if not _NUMBER.fullmatch(text):
        raise CellFaultError(f"“{_quoted(cell)}” is no number")
    number = Decimal(text.replace(",", "."))
    if number == number.to_integral_value():
        return int(number)
    return f"{number:f}".rstrip("0")


def grid_cells(value: Grid) -> Mapping[tuple[str, str], Number]:
    """The filled cells of a grid by row and column key."""
    return {(row, column): number for row, cells in value.items() for column, number in cells.items()}


def grid_of(cells: Mapping[tuple[str, str], Number]) -> Grid:
    """The grid with these filled cells."""
    grid: dict[str, dict[str, Number]] = {}
    for (row, column), number in cells.items():
        grid.setdefault(row, {})[column] = number
    return grid


def packed(value: Value) -> str:
    """A value as ASCII JSON, for the machine sheet."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True)


def unpacked(text: str) -> Value:
    """What `packed` wrote.

    Raises:
        ValueError: damaged.
    """
    return _immutable(json.loads(text))


def _immutable(raw: Any) -> Value:
    if isinstance(raw, list) and all(isinstance(item, str) for item in raw):
        return tuple(raw)
    if isinstance(raw, dict | int | str) and not isinstance(raw, bool):
        return raw
    raise ValueError("not a value")


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _quoted(cell: object) -> str:
    text = str(cell).strip()
    return text if len(text) <= 30 else f"{text[:29]}…"


def _iso(day: date) -> str:
    return (day.date() if isinstance(day, datetime) else day).isoformat()


def _date_cell(text: str) -> date | str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return shown_text(text)
    return day if day >= _FIRST_SAFE_DAY else text


def _level(cell: Cell) -> int:
    try:
        number = number_of(cell)
    except CellFaultError as error:
        raise CellFaultError(
            f"“{_quoted(cell)}” is no level; levels are whole numbers 0 to 5"
        ) from error
    if not isinstance(number, int) or not 0 <= number <= 5:
        raise CellFaultError(f"{number} is no level; levels are whole numbers 0 to 5")
    return number


def _option(cell: Cell, question: Question, labels: Mapping[str, str]) -> str:
    if isinstance(cell, bool) and kind_of(question) == "yesno":
        return "yes" if cell else "no"
    return _key_of(text_of(cell), labels)


def _options(cell: Cell, labels: Mapping[str, str]) -> tuple[str, ...]:
    text = text_of(cell)
    if text.strip() in {NOTHING_CHOSEN, "-"}:
        return ()
    names = [name for name in re.split(r"[;\n]", text) if name.strip()]
    keys = list(dict.fromkeys(_key_of(name, labels) for name in names))
    order = list(labels)
    return tuple(sorted(keys, key=order.index))


def _key_of(name: str, labels: Mapping[str, str]) -> str:
    wanted = folded(name)
    for key, label in labels.items():
        if folded(label) == wanted:
            return key
    for key in labels:
        if folded(key) == wanted:
            return key
    raise CellFaultError(f"“{_quoted(name)}” is not among the choices")


def _day(cell: Cell) -> str:
    if isinstance(cell, date):
        return _iso(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if not 61 <= cell < 2_958_466 or cell != int(cell):
            raise CellFaultError(f"{cell:g} is no date")
        return (_EPOCH + timedelta(days=int(cell))).isoformat()
    text = text_of(cell).strip()
    day_first = _DAY_FIRST.fullmatch(text)
    try:
        if day_first:
            day, month, year = (int(part) for part in day_first.groups())
            return date(year, month, day).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise CellFaultError(f"“{_quoted(cell)}” is no date; write it as 2026-09-30") from error
