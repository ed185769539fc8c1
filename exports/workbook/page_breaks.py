"""Where a printed sheet begins a new page, so that no heading stands alone at the end of one.

A spreadsheet breaks pages by itself and knows no headings; the pages are therefore laid out here.
"""

from collections.abc import Collection, Mapping

from exports.workbook.measure import column_width

DEFAULT_HEIGHT = 15.0
_SLACK = 0.03
"""Share of a page by which printers and programs may differ from the reckoning."""


def page_room(
    paper: tuple[float, float], margins: tuple[float, float], widths: Collection[float]
) -> float:
    """Height in points of the rows that fit a page printed one page wide.

    Args:
        paper: Width and height of the sheet of paper, points.
        margins: Left and right together, top and bottom together, points.
        widths: Columns in characters.
    """
    wide = sum(column_width(width) for width in widths)
    scale = min(1.0, (paper[0] - margins[0]) / wide)
    return (paper[1] - margins[1]) / scale


def page_starts(
    headings: Collection[int], heights: Mapping[int, float], last: int, repeated: float, room: float
) -> list[int]:
    """Rows that begin a page after the first.

    Every page gets its break, not only those a heading would end: with the slack, a program's own
    reckoning then never comes in between.

    Args:
        headings: Rows that may not be the last of a page, counted from 0.
        heights: Row -> points, 0 for a hidden one; others have the default height.
        last: Last printed row.
        repeated: Points of the head that comes again on each page after the first.
        room: Points a page holds, as `page_room` says.
    """
    found: list[int] = []
    used = 0.0
    for row in range(last + 1):
        height = heights.get(row, DEFAULT_HEIGHT)
        needed = height + (heights.get(row + 1, DEFAULT_HEIGHT) if row in headings else 0.0)
        # The rule that ends a table needs no page of its own.
        if row < last and used and used + needed > room * (1 - _SLACK) and row - 1 not in headings:
            found.append(row)
            used = repeated
        used += height
    return found
