"""Tables of the desk with as many rows and columns as a hundred experts in each country make."""

import pytest

from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.desk.table.view import DeskTable
from ui.text import text_width
from ui.theme import Style


@pytest.fixture
def table(qtbot, appearance):
    del appearance

    def made(content, *, scrolls=False):
        found = DeskTable("Sample", scrolls=scrolls)
        qtbot.addWidget(found)
        found.resize(600, 400)
        found.show_content(content)
        found.show()
        return found

    return made


def test_a_name_far_down_is_as_wide_as_one_at_the_top(table):
    names = ["Albania"] * 100 + ["Bosnia and Herzegovina"] * 100
    rows = [Row(str(n), (Cell(f"E{n:03}"), Cell(name))) for n, name in enumerate(names)]
    shown = table(
        TableContent(
            "Experts", (Column("expert", "Expert", share=1), Column("country", "Country")), rows
        )
    )
    assert shown.columnWidth(1) > text_width("Bosnia and Herzegovina", Style.BODY)


def test_indicators_stay_readable_before_a_hundred_experts(table):
    title = "1.1  General screening instrument"
    people = [Column(f"e:{n}", f"E{n:03}", centre=True) for n in range(100)]
    row = Row("a", (Cell(title), *(Cell("3", 3.0) for _ in people)))
    columns = (Column("indicator", "Indicator", share=1), *people)
    shown = table(TableContent("Drill", columns, [row]), scrolls=True)
    assert shown.columnWidth(0) > 0.9 * text_width(title, Style.BODY)
    few = table(TableContent("Drill", columns[:4], [Row("a", row.cells[:4])]), scrolls=True)
    assert not few.horizontalScrollBar().maximum()


def test_bars_leave_as_words(table):
    levels = Cell(bars=(0, 3, 2, 0, 0, 0), sort=1.4, tip="level 1: 3", written="level 1: 3, level 2: 2")
    shown = table(
        TableContent("Drill", (Column("levels", "Levels 0-5", centre=True),), [Row("a", (levels,))])
    )
    (row,) = shown.content.rows
    assert row.cells[0].leaving == "level 1: 3, level 2: 2"
    assert not shown.grab().isNull()
