"""A window that is closed and started anew stands where it was left: size, panes, place, scroll."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView

from tests.ui.finding_widgets import control, shown
from ui.frame.main_window import MainWindow
from ui.questionnaire.left_at import LeftAt, left_at
from ui.theme import Appearance
from ui.widgets.card import AssessmentCard
from wb6assess.settings import questionnaires_folder


@pytest.fixture
def start(qtbot, appearance: Appearance, tmp_path: Path) -> Iterator:
    """Starts the desktop on the same folder as before; the one that ran is closed first."""
    running: list[MainWindow] = []

    def restart() -> MainWindow:
        while running:
            running.pop().close()
        made = MainWindow(tmp_path / "desktop", questionnaires_folder(), appearance)
        qtbot.addWidget(made)
        with qtbot.waitSignal(made.ready, timeout=30_000):
            made.show()
        made.open_workspace()
        running.append(made)
        return made

    yield restart
    for window in running:
        window.close()


@pytest.fixture
def first(start) -> MainWindow:
    window = start()
    window.resize(1300, 700)
    new = {"country": "AL", "expert": "E07", "round": "2026"}
    window.workspace.new(instrument="fdi-screening", **new)
    window.go_home()
    go_on(window)
    return window


def go_on(window: MainWindow) -> None:
    """Into the questionnaire by its card, as a person goes on."""
    QApplication.processEvents()
    (card,) = shown(window, AssessmentCard)
    card.click()
    settle()


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def bar(window: MainWindow):
    return window.questionnaire.parts.page.verticalScrollBar()


def test_the_window_stands_where_it_stood(start, first):
    first.setGeometry(QRect(30, 60, 740, 610))  # inside the small screen of tests
    assert start().geometry() == QRect(30, 60, 740, 610)


def test_a_window_from_a_larger_screen_fits_the_one_there_is(start, first):
    first.setGeometry(QRect(900, 700, 1300, 1000))
    again = start()
    room = again.screen().availableGeometry().adjusted(-3, -3, 3, 3)  # a frame's breadth
    assert room.contains(again.geometry())


def test_the_outline_has_the_width_it_was_dragged_to(qtbot, start, first):
    parts = first.questionnaire.parts
    before = parts.outline.width()
    handle = parts.panes._handle
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(handle, handle.rect().center() + QPoint(60, 0))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton)
    dragged = parts.outline.width()
    assert dragged != before
    again = start()
    go_on(again)
    assert again.questionnaire.parts.outline.width() == dragged


def test_an_open_guide_is_open_again(qtbot, start, first):
    qtbot.mouseClick(control(first, QAbstractButton, "Guide"), Qt.MouseButton.LeftButton)
    again = start()
    go_on(again)
    assert control(again, QAbstractButton, "Guide").isChecked()


@pytest.mark.parametrize("page", ["FDI-5.4", "context"])
def test_the_question_stands_where_it_was_scrolled_to(start, first, page):
    first.questionnaire.go_to(page)
    settle()
    bar(first).setValue(240)
    again = start()
    go_on(again)
    assert again.questionnaire.page == page
    assert bar(again).value() == 240


def test_going_home_and_on_comes_back_to_the_same_line(first):
    first.questionnaire.go_to("FDI-5.4")
    settle()
    bar(first).setValue(180)
    first.go_home()
    go_on(first)
    assert (first.questionnaire.page, bar(first).value()) == ("FDI-5.4", 180)


def test_folded_pillars_stay_folded_but_the_open_one(qtbot, start, first):
    first.questionnaire.go_to("FDI-5.4")
    view = control(first, QListView, "Indicators")
    for heading in ("FDI-2", "FDI-3"):
        index = first.questionnaire.parts.outline._model.index_of(heading)
        view.scrollTo(index)
        where = view.visualRect(index).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    again = start()
    go_on(again)
    outline = again.questionnaire.parts.outline
    assert outline.folded == ("FDI-2", "FDI-3")
    again.questionnaire.go_to("FDI-2.1")
    assert outline.folded == ("FDI-3",)


def test_another_question_than_the_one_left_begins_at_its_top(start, first):
    first.questionnaire.go_to("FDI-5.4")
    settle()
    bar(first).setValue(240)
    again = start()
    again.open_question(again.workspace.assessments()[0].id, "FDI-1.1")
    settle()
    assert (again.questionnaire.page, bar(again).value()) == ("FDI-1.1", 0)


@pytest.mark.parametrize("junk", ["", "FDI-1.1", "FDI-1.1|x|", "a|1|b|c", "FDI-1.1|-4|"])
def test_settings_that_say_nothing_sensible_are_no_place(junk):
    assert left_at(junk) is None


def test_a_place_comes_back_from_its_text():
    place = LeftAt("FDI-5.4", 240, ("FDI-2", "FDI-3"))
    assert left_at(place.packed()) == place
