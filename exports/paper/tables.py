"""Tables of papers, and blocks side by side."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Table, TableStyle

from exports import fonts, house
from exports.paper.flow import gap, height_of
from exports.paper.parts import TALLEST
from exports.paper.styles import Flowable, paragraph
from exports.paper.tagging import LayoutTags, TableTags

_TWO_LINES = 28.0
_FEW = 2
"""Rows of a table that part with none: rather one alone on the next page than one alone here."""


def table(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    *,
    head: Sequence[str] = (),
    right: frozenset[int] = frozenset(),
    top_rule: bool = False,
    padding: float = 2.6,
    wide: Mapping[int, int] | None = None,
    layout: bool = False,
    heads: int = 0,
) -> Flowable:
    """Rows between thin rules; heads repeat after a page break; a row splits only where it must.

    Args:
        rows: Cells are flowables, lists of them, or strings (set as table cells).
        widths: Of the columns.
        head: Titles of the columns, set as a first row.
        right: Columns of numbers.
        top_rule: A strong rule above.
        padding: Above and below each cell.
        wide: Row -> the column that takes all the room to its right.
        layout: It only places things, and is no table to whoever has it read aloud.
        heads: How many of the rows are heads, where no titles are given.
    """
    cells = [[_cell(cell, right=place in right) for place, cell in enumerate(row)] for row in rows]
    if head:
        labels = [paragraph(words, "label", right=place in right) for place, words in enumerate(head)]
        cells.insert(0, labels)
        heads = 1
    rules: list[tuple[Any, ...]] = [
        # Even empty cells would otherwise name a font that is not embedded.
        ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), 6),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
        ("LINEBELOW", (0, 0), (-1, -1), house.RULE_THIN, HexColor(house.TABLE_LINE)),
    ]
    if heads:
        rules += [
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
            ("LINEBELOW", (0, 0), (-1, 0), house.RULE, HexColor(house.INK)),
        ]
    rules += [("SPAN", (column, row), (-1, row)) for row, column in (wide or {}).items()]
    if top_rule:
        rules.append(("LINEABOVE", (0, 0), (-1, 0), house.RULE_STRONG, HexColor(house.INK)))
    return _set(cells, widths, rules, LayoutTags() if layout else TableTags(heads), heads)


def plain_table(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    *,
    padding: float = 0.0,
    padding_right: float = 0.0,
) -> Flowable:
    """Cells in columns without any rule."""
    rules: list[tuple[Any, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), padding_right),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
    ]
    cells = [[_cell(cell, right=False) if cell else "" for cell in row] for row in rows]
    return _set(cells, widths, rules)


def side_by_side(
    left: Sequence[Flowable],
    right: Sequence[Flowable],
    widths: tuple[float, float, float],
    room: float,
) -> list[Flowable]:
    """Two blocks in columns; one after the other where either is taller than `room`.

    Args:
        left: First block.
        right: Second block.
        widths: Of the left column, the gutter and the right column.
        room: Height in points both must fit into.
    """
    tallest = max(height_of(left, widths[0]), height_of(right, widths[2]))
    if tallest > room:
        return [*left, gap(12), *right]
    return [plain_table([[list(left), "", list(right)]], widths)]


class PageTable(Table):
    """Starts at the left margin, its parts after a page break included."""

    _rowHeights: list[float]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{**options, "hAlign": "LEFT"})

    def split(self, width: float, height: float) -> list[Flowable]:
        """Between rows; inside one only where it is taller than a page can be."""
        if sum(self._rowHeights[: self.repeatRows]) > TALLEST / 2:
            self.repeatRows = 0  # such a head would leave no room for what stands under it
        if max(self._rowHeights, default=0.0) > TALLEST:
            self.splitInRow = 1
        parts = split_rows(self, super().split, width, height)
        if len(parts) == 2 and not self.splitInRow:
            return self._company(parts, width)
        return parts

    def _company(self, parts: list[Flowable], width: float) -> list[Flowable]:
        """The same parts, or such that the last row takes the one before it along."""
        heights, heads = self._rowHeights, self.repeatRows
        here = len(parts[0]._rowHeights) - heads  # noqa: SLF001 - the library tells it in no other way
        if len(heights) - heads - here > 1 or here <= _FEW:
            return parts
        return list(super().split(width, sum(heights[: heads + here - 1]) + 0.01)) or parts


def split_rows(
    rows: Table, split: Callable[[float, float], list[Flowable]], width: float, height: float
) -> list[Flowable]:
    """Parts of a table; a row a little taller than the room needs less of it to be split at all.

    Two lines of a paragraph stay together, so that one line too many moves two.
    """
    parts = split(width, height)
    if not parts and rows.splitInRow:
        parts = split(width, height - _TWO_LINES)
    return list(parts)


def _set(
    cells: Sequence[Sequence[Any]],
    widths: Sequence[float],
    rules: Sequence[tuple[Any, ...]],
    tags: LayoutTags | None = None,
    heads: int = 0,
) -> Flowable:
    """A table set from cells, column widths and rules."""
    return PageTable(
        cells,
        colWidths=list(widths),
        style=TableStyle(list(rules)),
        repeatRows=heads,
        renderCB=tags,
    )


def _cell(cell: Any, *, right: bool) -> Any:
    return paragraph(cell, "cell", right=right) if isinstance(cell, str) else cell
