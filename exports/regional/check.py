"""The sheet that compares the app's published scores with what the workbook's formulas give."""

from collections.abc import Iterator, Sequence

from exports.regional.book import FIRST_ROW, Columns, CoordinatorBook
from exports.regional.countries import layout_of
from exports.workbook.live import Content, Live
from exports.workbook.names import at, on, span
from exports.workbook.sheets.scores import PUBLISHED, published_result
from wb6assess.scoring.tree import NodeScore

CHECK = "Check"
LARGEST = "check_largest"
"""Name of the cell with the largest difference; must be 0."""
_COLUMNS = Columns(
    ("Country", "Node", "By the app", "By the workbook", "Difference"),
    (9, 14, 12, 14, 12),
    ("cell", "cell", "score", "score", "score"),
)
_RESULT = (1, 4)


def write_check(book: CoordinatorBook) -> None:
    """Every published score of every country; the largest difference stands above."""
    rows = list(_rows(book))
    sheet = book.table(CHECK, "The largest difference must be 0.0:", _COLUMNS, rows)
    cells = span(FIRST_ROW, FIRST_ROW + len(rows) - 1, 4)
    sheet.write_formula(*_RESULT, f"=SUMPRODUCT(MAX(ABS({cells})))", book.score, 0)
    book.book.define_name(LARGEST, f"={on(CHECK, *_RESULT)}")


def _rows(book: CoordinatorBook) -> Iterator[Sequence[Content]]:
    for row, (code, name, place, node) in enumerate(_nodes(book), start=FIRST_ROW):
        ours, theirs = at(row, 2), at(row, 3)
        differs = (
            f"IF(COUNT({ours},{theirs})=2,ROUND(ROUND({theirs}-{ours},9),1),IF({ours}={theirs},0,1))"
        )
        result = published_result(node)
        yield code, name, result, Live(on(code, place, PUBLISHED), result), Live(differs, 0)


def _nodes(book: CoordinatorBook) -> Iterator[tuple[str, str, int, NodeScore]]:
    """Country, node, its row on the country's sheet, what the app computed."""
    plan = layout_of(book)
    for code, country in book.data.scores.countries.items():
        yield code, "overall", FIRST_ROW, country.overall.node
        for owner, _ in plan.domains:
            yield code, owner.id, plan.domain_row(owner.id), country.domains[owner.id].score.node
        for row, owner, pillar in plan.pillars():
            yield code, pillar.id, row, country.domains[owner.id].score.pillars[pillar.id]
