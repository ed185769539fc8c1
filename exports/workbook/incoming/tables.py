"""Finding the tables of a workbook by their hidden keys, wherever they were moved to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from exports.workbook.cells import Cell, text_of
from exports.workbook.incoming.container import SheetPart
from exports.workbook.names import FORMAT, MARK, column

_SEARCHED_ROWS = 60
_SEARCHED_COLUMNS = 60
_FAMILY = FORMAT.rpartition("/")[0] + "/"
# What must stand beside a mark: an expert may have typed the mark itself.
_EXPECTED = {
    "answers": {"answer", "state", "confidence", "justification"},
    "facts": {"answer"},
    "evidence": {"kind", "citation"},
    "findings": {"about", "comment"},
    "identity": {"value"},
}
_MARKS = frozenset(MARK + kind for kind in _EXPECTED)
_NEVER = {""}


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of a filled workbook at its cell; sorts in reading order."""

    order: int
    row: int
    col: int
    sheet: str
    message: str

    def __str__(self) -> str:
        return f"{self.sheet}!{column(self.col)}{self.row + 1}: {self.message}"


@dataclass(frozen=True)
class Table:
    """A table that was found: ids in one column, further columns by key.

    Attributes:
        part: The sheet it stands on.
        order: Place of that sheet among the tabs.
        head: Row of the hidden keys.
        ids: Column of the ids.
        columns: Key -> column.
    """

    part: SheetPart
    order: int
    head: int
    ids: int
    columns: Mapping[str, int]

    @cached_property
    def rows(self) -> Sequence[int]:
        """Rows under the keys, the visible head included."""
        return range(self.head + 1, len(self.part.rows))

    def id(self, row: int) -> str:
        """What stands in the id column, without spaces around."""
        return text_of(self.part.cell(row, self.ids)).strip()

    def cell(self, row: int, key: str) -> Cell:
        """The cell of a row in a keyed column; empty when the column is missing."""
        return self.part.cell(row, self.columns[key]) if key in self.columns else None

    def filled(self, row: int) -> list[str]:
        """Keys of the row's cells that are not empty."""
        cells, width = self.part.rows[row], len(self.part.rows[row])
        found = [key for key, col in self.columns.items() if col < width and _filled(cells[col])]
        if row not in self.part.xml.formula_rows:
            return found
        formulas = self.part.xml.formulas
        return [key for key, col in self.columns.items() if key in found or (row, col) in formulas]

    def problem(self, row: int, key: str, message: str) -> Problem:
        """A problem at a keyed cell of a row; at its id for an unknown key."""
        return Problem(self.order, row, self.columns.get(key, self.ids), self.part.name, message)

    def faults(self, row: int, key: str) -> Iterable[Problem]:
        """What is wrong with an input cell whatever it says: formula, error value, merged."""
        place = (row, self.columns.get(key, -1))
        return () if place[1] < 0 or self.part.xml.sound(place) else self._faults(place, key)

    def _faults(self, place: tuple[int, int], key: str) -> Iterator[Problem]:
        row = place[0]
        if place in self.part.xml.formulas:
            yield self.problem(
                row, key, "a formula stands where an answer belongs; replace it by its result"
            )
        elif place in self.part.xml.pictures:
            yield self.problem(
                row, key, "a picture stands in this cell; clear it and give the picture as evidence"
            )
        elif place in self.part.xml.errors:
            yield self.problem(row, key, "an error value stands where an answer belongs; clear the cell")
        for top, left, bottom, right in self.part.xml.merged:
            if top <= row <= bottom and left <= place[1] <= right:
                yield self.problem(row, key, "this cell is merged with others; split the merged cells")


def find_tables(parts: Sequence[SheetPart]) -> Mapping[str, list[Table]]:
    """Tables by kind ("answers", "facts", …) in the order of the tabs."""
    found: dict[str, list[Table]] = {}
    for order, part in enumerate(parts):
        table = _table_on(part, order)
        if table is not None:
            mark = text_of(part.cell(table.head, table.ids)).removeprefix(MARK)
            found.setdefault(mark, []).append(table)
    return found


def machine_rows(parts: Sequence[SheetPart]) -> Mapping[str, list[list[Cell]]] | None:
    """Rows of the machine sheet by key, without the key; None when no sheet is one."""
    for part in parts:
        for row in part.rows[:_SEARCHED_ROWS]:
            if "format" not in row:
                continue
            for col, content in enumerate(row[1:_SEARCHED_COLUMNS], 1):
                if isinstance(content, str) and content.startswith(_FAMILY) and row[col - 1] == "format":
                    return _by_key(part, col - 1)
    return None


def _by_key(part: SheetPart, keys: int) -> Mapping[str, list[list[Cell]]]:
    rows: dict[str, list[list[Cell]]] = {}
    for row in part.rows:
        key = row[keys] if keys < len(row) else None
        if isinstance(key, str) and key:
            rows.setdefault(key, []).append(row[keys + 1 :])
    return rows


def _table_on(part: SheetPart, order: int) -> Table | None:
    """The first row of a sheet that holds a mark and the keys that belong to it."""
    for number, row in enumerate(part.rows[:_SEARCHED_ROWS]):
        if _MARKS.isdisjoint(row):
            continue
        for col, content in enumerate(row[:_SEARCHED_COLUMNS]):
            if not isinstance(content, str) or not content.startswith(MARK):
                continue
            keys = {
                key: place
                for place, key in enumerate(row)
                if isinstance(key, str) and key and place != col
            }
            if _EXPECTED.get(content.removeprefix(MARK), _NEVER) <= set(keys):
                return Table(part, order, number, col, keys)
    return None


def _filled(content: Cell) -> bool:
    return content is not None and (not isinstance(content, str) or bool(content.strip()))
