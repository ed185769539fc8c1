"""What only the XML of a worksheet tells: how far it reaches, formulas, error values, hidden rows.

Every pattern that looks at each cell begins with a fixed text: such a pattern is found many times
faster, and a region sends some thousand cells in each of hundreds of files.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from wb6assess.exchange.archive import UnsafeArchiveError

Area = tuple[int, int, int, int]
Place = tuple[int, int]

_LETTERS = 26
_BEYOND = {
    999: re.compile(rb'<c(?! r="[A-Z][1-9][0-9]{0,2}")(?![A-Za-z])'),
    9_999: re.compile(rb'<c(?! r="[A-Z][1-9][0-9]{0,3}")(?![A-Za-z])'),
}
"""Row -> a cell below it or right of column Z, or one that does not begin with its address as nearly
every program writes it: `<c r="A1"`."""

_PREFIXED = re.compile(rb":c")
_NOT_PLAIN = re.compile(rb'<c(?! r="[A-Z]{1,3}[1-9][0-9]{0,6}")(?![A-Za-z])')
_PLAIN_PLACED = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"')
_PLACED = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})([1-9][0-9]{0,6})"')
_ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_PLAIN_FORMULA = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"[^>]*+>\s*+<f[\s/>]')
_FORMULA = re.compile(rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f[\s/>]")
_ERROR = re.compile(rb'<(?:\w+:)?c\s([^>]*\bt="e"[^>]*)>')
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s([^>]*\bhidden="(?:1|true)"[^>]*)>')
_ROW_NUMBER = re.compile(rb'\br="([1-9][0-9]{0,6})"')
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})([1-9][0-9]{0,6})"')
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\b[^>]*?\sref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"'
)


@dataclass(frozen=True)
class SheetXml:
    """The part of one worksheet, searched as text when something is asked for."""

    xml: bytes

    @cached_property
    def reach(self) -> int | None:
        """Cells of a rectangle from A1 that no cell lies outside of; None when that takes a closer look.

        Such a sheet is `plain`, too: one search tells both.
        """
        if self._prefixed:
            return None
        for bottom, beyond in _BEYOND.items():
            if beyond.search(self.xml) is None:
                return _LETTERS * bottom
        return None

    @cached_property
    def plain(self) -> bool:
        """Whether every cell begins with its address, without a prefix: `<c r="A1"`."""
        if self.reach is not None:
            return True
        return not self._prefixed and _NOT_PLAIN.search(self.xml) is None

    @cached_property
    def area(self) -> int:
        """Cells of the smallest rectangle from A1 that holds every cell.

        Raises:
            UnsafeArchiveError: a cell does not say where it stands.
        """
        placed = (_PLAIN_PLACED if self.plain else _PLACED).findall(self.xml)
        if not self.plain and len(placed) != len(_ANY_CELL.findall(self.xml)):
            raise UnsafeArchiveError("a sheet holds cells without an address")
        if not placed:
            return 0
        columns = {letters for letters, _ in placed}
        bottom = max(int(row) for row in {row for _, row in placed})
        return bottom * (max(map(_column, columns)) + 1)

    @property
    def crowd(self) -> int:
        """At least as many as there are cells and rows, whatever the prefix of their names."""
        return sum(
            max(self.xml.count(b"<" + name), self.xml.count(b":" + name)) for name in (b"c", b"row")
        )

    @cached_property
    def formulas(self) -> frozenset[Place]:
        """Cells with formulas."""
        if self.plain:
            return _places(_PLAIN_FORMULA.findall(self.xml))
        return _attributed(_FORMULA.findall(self.xml))

    @cached_property
    def formula_rows(self) -> frozenset[int]:
        """Rows with formulas."""
        return frozenset(row for row, _ in self.formulas)

    @cached_property
    def errors(self) -> frozenset[Place]:
        """Cells with error values."""
        return _attributed(_ERROR.findall(self.xml)) if b't="e"' in self.xml else frozenset()

    @cached_property
    def pictures(self) -> frozenset[Place]:
        """Cells that hold a picture ("place in cell"), which other programs see as an error value."""
        if b" vm=" not in self.xml:
            return frozenset()
        return _attributed([given for given in _ERROR.findall(self.xml) if b" vm=" in given])

    @cached_property
    def hidden_rows(self) -> frozenset[int]:
        """Rows that are hidden, by hand or by a filter."""
        if b"hidden=" not in self.xml:
            return frozenset()
        return frozenset(
            int(number[1]) - 1
            for given in _HIDDEN_ROW.findall(self.xml)
            if (number := _ROW_NUMBER.search(given))
        )

    @cached_property
    def merged(self) -> tuple[Area, ...]:
        """Merged areas: first row, first column, last row, last column."""
        if b"mergeCell " not in self.xml:
            return ()
        return tuple(
            (int(top) - 1, _column(left), int(bottom) - 1, _column(right))
            for left, top, right, bottom in _MERGED.findall(self.xml)
        )

    def sound(self, place: Place) -> bool:
        """Whether a cell holds neither formula nor error value, on a sheet without merged cells."""
        return place not in self._spoiled and not self.merged

    @cached_property
    def _spoiled(self) -> frozenset[Place]:
        return self.formulas | self.errors

    @cached_property
    def _prefixed(self) -> bool:
        """Whether names of cells may have a prefix: `<x:c`."""
        return _PREFIXED.search(self.xml) is not None  # three times as fast as `in` for two signs


def _places(addresses: Iterable[tuple[bytes, bytes]]) -> frozenset[Place]:
    return frozenset((int(row) - 1, _column(letters)) for letters, row in addresses)


def _attributed(attributes: Iterable[bytes]) -> frozenset[Place]:
    """Places of cells by their attributes."""
    found = (_REFERENCE.search(given) for given in attributes)
    return _places((match[1], match[2]) for match in found if match)


@lru_cache(maxsize=1024)
def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
