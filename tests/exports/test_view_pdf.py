"""Views of the desk on paper: where their tables break."""

from pathlib import Path

import pytest

from exports.paper.tables import PageTable, table
from exports.view_pdf import write_view
from tests.exports import papers
from wb6assess.reports.desk.view_rows import View, ViewTable


def view(rows: int) -> View:
    cells = tuple((f"Country {number}", f"row{number}.") for number in range(rows))
    return View(
        "Progress", "", "round 2026", (ViewTable("Change", ("Country", "Change"), cells),), (), False
    )


def rows_of_pages(path: Path) -> list[int]:
    return [text.count("row") for text in papers.pages(path)]


def counts(tmp_path: Path, rows: int) -> list[int]:
    write_view(tmp_path / "view.pdf", view(rows), papers.WHEN)
    return rows_of_pages(tmp_path / "view.pdf")


def test_a_few_rows_more_than_a_page_holds_are_set_closer(tmp_path: Path) -> None:
    assert counts(tmp_path, 30) == [30]
    assert counts(tmp_path, 42) == [42]


def test_no_row_stands_alone_on_the_last_page(tmp_path: Path) -> None:
    last = {counts(tmp_path, rows)[-1] for rows in range(44, 60)}
    assert min(last) > 1


@pytest.mark.parametrize(("rows", "expected"), [(9, [7, 2]), (8, [8]), (16, [8, 8])])
def test_the_last_row_takes_one_along(rows: int, expected: list[int]) -> None:
    whole = table([[str(number)] for number in range(rows)], [100], head=("No",))
    assert isinstance(whole, PageTable)
    whole.wrap(100, 1000)
    heads, first = whole._rowHeights[0], whole._rowHeights[1]
    parts = whole.split(100, heads + 8 * first + 1)
    assert [len(part._rowHeights) - 1 for part in parts or [whole]] == expected
