"""What is typed and is no answer yet is not lost: not by other changes, other pages, a new window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from tests.ui.drawn_pages import write_drawn
from tests.ui.finding_widgets import control, shown
from ui.frame.main_window import MainWindow
from ui.questionnaire.half_typed import unpacked
from ui.questionnaire.window import QuestionnaireWindow
from ui.widgets.ladder import Rung
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer
from wb6assess.session.workspace import Workspace

CELL = "Decisions: Refused, 2025"


@pytest.fixture
def desktop(qtbot, appearance, tmp_path: Path) -> Iterator[MainWindow]:
    """The main window with the drawn questionnaire open."""
    questionnaires = write_drawn(tmp_path / "q")
    with Workspace.open(tmp_path / "desktop", Library(questionnaires)) as workspace:
        new = {"country": "AL", "instrument": "drawn", "expert": "E07", "round": "2026"}
        made = workspace.new(**new, answers={"DRW-1.1": Answer(2, fields={"cases": 12})})
    yield shown_at(qtbot, MainWindow(tmp_path / "desktop", questionnaires, appearance), made)
    appearance.choose_size(100)


def shown_at(qtbot, window: MainWindow, assessment: str) -> MainWindow:
    """The window once an assessment is open in it."""
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitSignal(window.ready, timeout=30_000):
        window.show()
    window.open_workspace()
    window.open_assessment(assessment)
    return window


def page_of(desktop: MainWindow) -> QuestionnaireWindow:
    assert desktop.questionnaire is not None
    return desktop.questionnaire


def type_into(qtbot, page, name: str, text: str) -> None:
    field = control(page, QLineEdit, name)
    field.selectAll()
    qtbot.keyClicks(field, text)


def type_half(qtbot, page) -> None:
    type_into(qtbot, page, "In force since", "12 Mar")
    type_into(qtbot, page, "Cases a year", "12x")
    type_into(qtbot, page, CELL, "many")


def texts(page) -> list[str]:
    names = ("In force since", "Cases a year", CELL)
    return [control(page, QLineEdit, name).text() for name in names]


def test_another_change_on_the_page_leaves_it(qtbot, desktop):
    page = page_of(desktop)
    type_half(qtbot, page)
    qtbot.mouseClick(control(page, Rung, "4:"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(control(page, QAbstractButton, "High"), Qt.MouseButton.LeftButton)
    assert texts(page) == ["12 Mar", "12x", "many"]
    assert page.opened.answer("DRW-1.1").fields["cases"] == 12


def test_leaving_the_page_and_coming_back_leaves_it(qtbot, desktop):
    page = page_of(desktop)
    type_half(qtbot, page)
    page.go_next()
    page.go_previous()
    assert texts(page) == ["12 Mar", "12x", "many"]
    faults = [part for part in shown(page, QLineEdit) if part.property("wrong")]
    assert {part.accessibleName() for part in faults} >= {"Cases a year", CELL}


def test_other_letters_and_other_pages_meanwhile_leave_it(qtbot, desktop):
    page = page_of(desktop)
    type_half(qtbot, page)
    page.go_to("DRW-2.2")
    type_into(qtbot, page, "The days", "about 30")
    desktop.choose_size(125)
    again = page_of(desktop)
    assert again is not page
    assert control(again, QLineEdit, "The days").text() == "about 30"
    again.go_to("DRW-1.1")
    assert texts(again) == ["12 Mar", "12x", "many"]


def test_what_is_stored_later_takes_its_place(qtbot, desktop):
    page = page_of(desktop)
    type_into(qtbot, page, "Cases a year", "12x")
    type_into(qtbot, page, "Cases a year", "15")
    qtbot.waitUntil(lambda: page.opened.answer("DRW-1.1").fields["cases"] == 15)
    page.go_next()
    page.go_previous()
    assert control(page, QLineEdit, "Cases a year").text() == "15"
    page.undo()
    assert control(page, QLineEdit, "Cases a year").text() == "12"


@pytest.mark.parametrize("name", ["Cases a year", CELL])
@pytest.mark.parametrize(
    ("parts", "number"),
    [(("12,5", "7"), "12.57"), (("1 200", "5"), 12005), (("1.50", "5"), "1.505"), (("+5", "0"), 50)],
)
def test_a_number_typed_with_pauses_is_the_number_typed(qtbot, desktop, name, parts, number):
    page = page_of(desktop)
    type_into(qtbot, page, name, "")
    field = control(page, QLineEdit, name)
    field.clear()
    field.flush()
    for part in parts:
        qtbot.keyClicks(field, part)
        qtbot.wait(400)
    assert field.text() == "".join(parts)
    facts = page.opened.answer("DRW-1.1").fields
    assert number in (facts.get("cases"), *_cells(facts))


def _cells(facts) -> list[object]:
    grids = [value for value in facts.values() if hasattr(value, "values")]
    return [number for grid in grids for cells in grid.values() for number in cells.values()]


def test_a_stored_number_is_written_with_the_languages_decimal_sign(qtbot, desktop):
    before = QLocale()
    QLocale.setDefault(QLocale("sq"))
    try:
        page = page_of(desktop)
        page.opened.record("DRW-1.1", Answer(2, fields={"cases": "12.5"}))
        page.go_to("DRW-1.2")
        page.go_to("DRW-1.1")
        assert control(page, QLineEdit, "Cases a year").text() == "12,5"
        page.go_to("DRW-1.2")
        assert page.opened.answer("DRW-1.1").fields["cases"] == "12.5"
    finally:
        QLocale.setDefault(before)


def test_what_is_half_typed_is_there_again_after_going_home_and_after_a_restart(
    qtbot, desktop, appearance
):
    made = page_of(desktop).opened.id
    type_half(qtbot, page_of(desktop))
    desktop.go_home()
    desktop.open_assessment(made)
    assert texts(page_of(desktop)) == ["12 Mar", "12x", "many"]
    page_of(desktop).go_to("DRW-1.2")
    desktop.close()
    again = MainWindow(desktop.folder, desktop.folder.parent / "q", appearance)
    shown_at(qtbot, again, made)
    page_of(again).go_to("DRW-1.1")
    assert texts(page_of(again)) == ["12 Mar", "12x", "many"]


@pytest.mark.parametrize("text", ["", "no list", "[1]", '[["a", "b"]]', "null"])
def test_a_changed_note_of_what_was_half_typed_is_nothing(text):
    assert unpacked(text) == {}
