"""The sidebar and its rooms: made on the first visit, by mouse and keys, hidden and remembered."""

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollBar, QWidget

from tests.ui.finding_widgets import control, shown
from ui.frame.main_window import MainWindow
from ui.icons import Icon
from ui.rooms import Room
from ui.widgets.sidebar_row import SidebarRow
from wb6assess.errors import ErrorCode, StorageError
from wb6assess.settings import questionnaires_folder


class Page(QWidget):
    """A room that says how often it was entered and has a figure."""

    counted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.entered = 0

    def enter(self) -> None:
        self.entered += 1
        self.counted.emit(self.entered)


@pytest.fixture
def made(monkeypatch) -> list[Page]:
    """Pages of two rooms on the desk, in the order they were made."""
    pages: list[Page] = []

    def make(_host) -> Page:
        pages.append(Page())
        return pages[-1]

    rooms = (
        Room("one", Icon.INBOX, lambda: "One", make),
        Room("two", Icon.MATRIX, lambda: "Two & more", make),
    )
    monkeypatch.setattr("ui.frame.desk_rooms.desk_rooms", lambda: rooms)
    return pages


@pytest.fixture
def main(made, desktop) -> MainWindow:
    return desktop


def row(main, name) -> SidebarRow:
    return control(main, SidebarRow, name)


def press(qtbot, main, keys) -> None:
    main.activateWindow()
    QApplication.processEvents()
    key, modifier = keys
    qtbot.keyClick(main, key, modifier)


def test_a_room_is_made_when_it_is_first_entered_and_kept(qtbot, main, made):
    assert not made
    for name in ("One", "Two & more", "One"):
        qtbot.mouseClick(row(main, name), Qt.MouseButton.LeftButton)
    first, second = made
    assert first.isVisible()
    assert not second.isVisible()
    assert (first.entered, second.entered) == (2, 1)
    assert row(main, "One").isChecked()


def test_a_rooms_figure_stands_in_its_row(qtbot, main, made):
    qtbot.mouseClick(row(main, "One"), Qt.MouseButton.LeftButton)
    assert row(main, "One").accessibleDescription() == "1"
    main.show_count("two", 17)
    assert row(main, "Two").accessibleDescription() == "17"
    main.show_count("two", 0)
    assert row(main, "Two").accessibleDescription() == ""


def test_keys_go_to_rooms_from_the_questionnaire_too(qtbot, main, made):
    created = main.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    main.open_assessment(created)
    press(qtbot, main, (Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier))
    assert main.questionnaire is None
    assert made[0].isVisible()
    press(qtbot, main, (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier))
    assert main.home.isVisible()


def test_the_go_menu_names_every_room(main):
    actions = main._commands.actions
    assert [actions[f"room_{room.id}"].text() for room in main.rooms][-2:] == ["One", "Two && more"]


def test_the_arrows_walk_the_sidebar_and_tab_leaves_it(qtbot, main):
    main.activateWindow()
    QApplication.processEvents()
    here = row(main, "Assessments")
    here.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(here, Qt.Key.Key_Down)
    qtbot.keyClick(row(main, "Queries to answer"), Qt.Key.Key_Down)
    assert row(main, "One").hasFocus()
    qtbot.keyClick(row(main, "One"), Qt.Key.Key_Tab)
    assert not isinstance(QApplication.focusWidget(), SidebarRow)


def test_the_focus_of_the_sidebar_goes_with_the_room(qtbot, main):
    main.activateWindow()
    QApplication.processEvents()
    row(main, "One").setFocus(Qt.FocusReason.TabFocusReason)
    main.go_to_room("two")
    assert row(main, "Two").hasFocus()


def test_enter_on_a_row_goes_there(qtbot, main, made):
    row(main, "Two").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(row(main, "Two"), Qt.Key.Key_Return)
    assert made[0].isVisible()


def test_a_new_language_makes_the_room_anew_and_stays_in_it(qtbot, main, made):
    qtbot.mouseClick(row(main, "Two"), Qt.MouseButton.LeftButton)
    main.rebuild()
    QApplication.processEvents()
    assert len(made) == 2
    assert made[1].isVisible()
    assert row(main, "Two").isChecked()


def test_long_work_of_a_room_outlives_a_new_size_of_letters(qtbot, main, made):
    qtbot.mouseClick(row(main, "One"), Qt.MouseButton.LeftButton)
    waiting = main.tasks.run(lambda progress: "done", made[0])
    with qtbot.waitSignal(waiting.succeeded):
        main.rebuild()
        assert len(made) == 1


def test_the_desk_can_be_hidden_and_comes_back(qtbot, main, made):
    qtbot.mouseClick(row(main, "One"), Qt.MouseButton.LeftButton)
    main.show_desk(False)
    QApplication.processEvents()
    assert not shown(main, SidebarRow, "One")
    assert main.home.isVisible()
    assert "room_one" not in main._commands.actions
    main.show_desk(True)
    assert row(main, "One")


def test_the_next_start_begins_in_the_same_room(qtbot, main, made, appearance):
    qtbot.mouseClick(row(main, "Two"), Qt.MouseButton.LeftButton)
    folder = main.folder
    main.close()
    again = MainWindow(folder, questionnaires_folder(), appearance)
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.ready, timeout=30_000):
        again.show()
    again.open_workspace()
    assert row(again, "Two").isChecked()
    assert made[-1].isVisible()


def test_a_room_that_cannot_be_made_says_so_and_leaves_the_old_one(qtbot, main, monkeypatch):
    def make(_host) -> QWidget:
        raise StorageError(ErrorCode.DATABASE_LOCKED)

    said = []
    monkeypatch.setattr(main, "complain", said.append)
    main._rooms._desk = (Room("broken", Icon.BARS, lambda: "Broken", make),)
    main.show_desk(True)
    qtbot.mouseClick(row(main, "Broken"), Qt.MouseButton.LeftButton)
    assert [error.code for error in said] == [ErrorCode.DATABASE_LOCKED]
    assert main.home.isVisible()


def test_where_it_is_narrow_the_sidebar_is_a_rail_with_tooltips(qtbot, main):
    main.resize(900, 640)
    QApplication.processEvents()
    assert row(main, "One").width() < 60
    assert row(main, "One").toolTip().startswith("One")
    main.resize(1440, 900)
    QApplication.processEvents()
    assert row(main, "One").width() > 180


def test_no_count_cuts_the_words_of_a_room(desktop):
    for room in desktop.rooms:
        desktop.show_count(room.id, 12)
    QApplication.processEvents()
    for found in shown(desktop, SidebarRow):
        found.setChecked(found.isCheckable())
        assert found.text() not in found.toolTip(), found.text()
        assert found.height() == found.heightForWidth(found.width()), found.text()


def test_long_words_of_a_room_take_another_line_whatever_is_counted(main):
    made = row(main, "One")
    made.setText("Pyetje për ekspertët dhe raundi i dytë")
    made.updateGeometry()
    QApplication.processEvents()
    high = made.height()
    assert high > row(main, "Two").height()
    made.show_count(12)
    QApplication.processEvents()
    assert made.height() == high
    assert made.text() not in made.toolTip()


def test_rooms_scroll_where_the_window_is_low_and_the_foot_stays(qtbot, main):
    rooms = tuple(
        Room(f"r{n}", Icon.BARS, lambda n=n: f"Room {n}", lambda _h: Page()) for n in range(20)
    )
    main._rooms._desk = rooms
    main.show_desk(True)
    main.resize(1100, 520)
    QApplication.processEvents()
    assert control(main, QAbstractButton, "Keyboard").isVisible()
    bars = [bar for bar in row(main, "Room 1").window().findChildren(QScrollBar) if bar.maximum() > 0]
    assert bars
