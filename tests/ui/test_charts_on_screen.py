"""The papers' charts on screen: crisp, in the colours of the theme, drawn once for the same rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from exports import charts
from exports.chart_rows import RankRow, ranks_text
from exports.sketch import Sketch
from ui.charts.drawn import DrawnChart
from ui.charts.look import screen_palette
from ui.charts.view import ChartView
from ui.theme import tokens

ROWS = (RankRow("Albania", (1, 3), code="AL"), RankRow("Serbia", (2, 2), code="RS"))


def sketch(rows=ROWS, title="Ranks") -> Sketch:
    def draw(some, width, look):
        drawn.append(width)
        return charts.rank_ranges(some, look, width=width)

    drawn: list[float] = []
    made = Sketch(title, tuple(rows), draw, lambda row: f"{row.label} {ranks_text(row)}")
    object.__setattr__(made, "drawn", drawn)
    return made


@pytest.fixture
def chart(qtbot, appearance):
    made = ChartView("Ranks")
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show_rows(sketch(), "AL")
    made.show()
    yield made
    appearance.choose("light")


def shades(chart) -> set[str]:
    image = chart.picture.pixels(1.0).toImage()
    return {
        image.pixelColor(x, y).name(QColor.NameFormat.HexRgb)
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 2)
        if image.pixelColor(x, y).alpha() == 255
    }


def test_each_row_is_a_button_that_says_its_values(chart):
    assert [row.accessibleName() for row in chart.rows] == ["Albania 1–3", "Serbia 2"]
    assert [row.toolTip() for row in chart.rows] == ["Albania 1–3", "Serbia 2"]
    assert [row.isChecked() for row in chart.rows] == [True, False]
    assert chart.accessibleDescription() == "Ranks: Albania 1–3; Serbia 2."


def test_rows_are_one_stop_for_tab_with_arrows_inside(qtbot, chart):
    first, second = chart.rows
    assert [row.focusPolicy() for row in chart.rows] == [
        Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus,
    ]  # fmt: skip
    with qtbot.waitSignal(chart.chosen) as chosen:
        qtbot.keyClick(first, Qt.Key.Key_Down)
    assert chosen.args == ["RS"]
    assert second.isChecked()
    assert second.ring or not second.hasFocus()


def test_showing_rows_is_silent(qtbot, chart):
    with qtbot.assertNotEmitted(chart.chosen):
        chart.show_rows(sketch(ROWS[:1]), "AL")
    assert len(chart.rows) == 1


def test_a_fine_screen_gets_more_pixels_of_the_same_drawing(chart):
    once, twice = chart.picture.pixels(1.0).size(), chart.picture.pixels(2.0).size()
    assert (twice.width(), twice.height()) == (2 * once.width(), 2 * once.height())


def test_looking_back_and_forth_draws_nothing_anew(chart):
    here, there = sketch(), sketch((RankRow("Montenegro", (1, 2), code="ME"),))
    chart.show_rows(there, "ME")
    for shown, code in ((here, "AL"), (there, "ME"), (here, "AL")):
        chart.show_rows(shown, code)
    assert len(here.drawn) <= 1  # the fixture's drawing of the same rows is taken
    assert len(set(there.drawn)) == len(there.drawn)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_ink_and_ground_are_those_of_the_theme(chart, appearance, theme):
    appearance.choose(theme)
    chart.repaint()
    assert tokens().ink.name() in shades(chart)
    assert screen_palette().paper == tokens().surface.name()


def test_a_narrow_chart_gets_smaller_instead_of_being_cut(qtbot, appearance):
    made = DrawnChart("Ranks")
    qtbot.addWidget(made)
    made.show_chart(sketch())
    made.resize(260, 300)
    assert made.picture.size.width() <= 260
    assert made.heightForWidth(260) < made.heightForWidth(600)


def test_a_chart_without_choice_still_says_its_rows(qtbot, appearance):
    made = DrawnChart("Ranks")
    qtbot.addWidget(made)
    made.show_chart(sketch())
    made.resize(600, 300)
    assert [row.accessibleName() for row in made.children()] == ["Albania 1–3", "Serbia 2"]
