"""The manual, About and the crash window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit

from tests.ui.finding_widgets import control, shown
from ui.crash import CrashHooks, report_text
from ui.crash_dialog import CrashDialog
from ui.frame.about import AboutDialog
from ui.manual.book import book
from ui.manual.live_picture import LivePicture
from ui.manual.window import ManualWindow
from ui.widgets.sidebar_row import SidebarRow
from wb6assess import __version__


@pytest.fixture
def manual(desktop) -> ManualWindow:
    desktop._commands.actions["manual"].trigger()
    return desktop.findChild(ManualWindow)


def words(root) -> str:
    return "\n".join(label.text() for label in shown(root, QLabel))


def test_every_section_opens_with_words_and_a_picture(qtbot, manual):
    for section in book():
        row = control(manual, SidebarRow, section.title)
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda title=section.title: title in words(manual))
        assert shown(manual, LivePicture)


def colours(picture: QImage) -> set[int]:
    return {
        picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 5)
    }


@pytest.mark.parametrize("section", range(len(book())))
def test_a_picture_shows_a_real_part_in_the_theme_in_force(qtbot, manual, appearance, section):
    manual.show_section(section)
    qtbot.waitUntil(lambda: bool(shown(manual, LivePicture)))
    part = shown(manual, LivePicture)[0]
    light = colours(part.grab().toImage())
    appearance.choose("dark")
    dark = colours(part.grab().toImage())
    appearance.choose("light")
    assert len(light) > 3, "an empty picture"
    assert light != dark


def test_the_search_leaves_the_sections_that_mention_every_word(qtbot, manual):
    find = control(manual, QLineEdit, "Search the manual")
    qtbot.keyClicks(find, "checksum package")
    titles = [row.text() for row in shown(manual, SidebarRow)]
    assert titles == ["Sending"]
    qtbot.waitUntil(lambda: "checksum" in words(manual))
    find.clear()
    qtbot.keyClicks(find, "no such word")
    assert "Nothing in the manual mentions this." in words(manual)


def test_escape_closes_the_manual_and_it_opens_again(qtbot, desktop, manual):
    qtbot.keyClick(control(manual, QLineEdit, "Search the manual"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not manual.isVisible())
    desktop.extras.show_manual()
    assert manual.isVisible()


def test_about_names_every_version_and_where_the_data_lie(qtbot, desktop, monkeypatch):
    seen = []
    monkeypatch.setattr("ui.frame.about.QDesktopServices.openUrl", seen.append)
    desktop._commands.actions["about"].trigger()
    dialog = desktop.findChild(AboutDialog)
    said = words(dialog)
    for name in ("Program", "Methodology", "Questionnaires", "Python, Qt", "Your data"):
        assert name in said
    assert __version__ in said
    assert "fdi-screening 2026.1" in said
    qtbot.mouseClick(
        control(dialog, QAbstractButton, "Open the folder with your data"), Qt.MouseButton.LeftButton
    )
    assert seen[0].toLocalFile() == str(desktop.folder)
    qtbot.mouseClick(control(dialog, QAbstractButton, "Copy versions"), Qt.MouseButton.LeftButton)
    assert "fdi-screening 2026.1" in QGuiApplication.clipboard().text()


def failure() -> BaseException:
    def fail(answer: str) -> None:
        raise ValueError(answer)

    try:
        fail("what the expert wrote")
    except ValueError as error:
        return error
    raise AssertionError


def test_the_crash_window_says_first_that_the_answers_are_saved(qtbot, appearance):
    dialog = CrashDialog(report_text(failure()))
    qtbot.addWidget(dialog)
    dialog.show()
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert labels[0] == "Your answers are saved"
    box = control(dialog, QPlainTextEdit, "Report")
    assert "ValueError" in box.toPlainText()
    assert "test_manual.py" in box.toPlainText()
    assert "what the expert wrote" not in box.toPlainText()
    qtbot.mouseClick(control(dialog, QAbstractButton, "Go on"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_the_crash_window_never_promises_what_is_not_true(qtbot, desktop):
    hooks = CrashHooks(desktop, lambda: False)
    hooks.report(failure())
    dialog = desktop.findChild(CrashDialog)
    seen = [label.text() for label in dialog.findChildren(QLabel)]
    assert seen[0] == "Your last changes are still on the screen, but not saved yet"
    dialog.accept()
