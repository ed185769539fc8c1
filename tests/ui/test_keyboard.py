"""The list of keys: true, searchable, closed by Esc."""

from unicodedata import normalize

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit

from tests.ui.finding_widgets import control
from ui.frame.main_window import MainWindow
from ui.manual.key_list import KeyList, key_groups
from wb6assess.settings import questionnaires_folder

INSIDE_A_PART = {"Left", "Right", "Up", "Down", "Tab", "Esc", "Del"}
"""Keys that belong to the control with the focus, not to a command."""


@pytest.fixture
def window(qtbot, appearance, tmp_path) -> MainWindow:
    made = MainWindow(tmp_path / "workspace", questionnaires_folder(), appearance)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.ready, timeout=30_000):
        made.show()
    return made


@pytest.fixture
def keys(window) -> KeyList:
    window.extras.show_keys()
    (shown,) = window.findChildren(KeyList)
    return shown


def commands(keys: KeyList) -> list[str]:
    return [label.text() for label in keys.findChildren(QLabel) if label.isVisibleTo(keys)]


def test_every_key_in_the_list_does_something(window):
    taken = {
        shortcut.toString()
        for action in window.findChildren(type(window.menuBar().actions()[0]))
        for shortcut in action.shortcuts()
    }
    listed = {
        QKeySequence(key).toString()
        for _, entries in key_groups()
        for entry in entries
        for key in entry.keys
        if key not in INSIDE_A_PART
    }
    assert listed <= taken


def test_the_list_is_searched_by_what_a_key_does(qtbot, keys):
    qtbot.keyClicks(control(keys, QLineEdit, "Find a command"), "undo")
    assert "undo" in commands(keys)
    assert "flag to come back to" not in commands(keys)


def test_the_list_is_printed_on_one_sheet_with_every_key(qtbot, keys, tmp_path, monkeypatch):
    sheet = tmp_path / "keys.pdf"

    def to_file(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(sheet))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", to_file)
    qtbot.mouseClick(control(keys, QAbstractButton, "Print"), Qt.MouseButton.LeftButton)
    pages = PdfReader(sheet).pages
    text = normalize("NFKC", " ".join(pages[0].extract_text().split()))  # letters that print joined
    assert len(pages) == 1
    for _, entries in key_groups():
        for entry in entries:
            assert entry.words in text


def test_who_thinks_better_of_it_prints_nothing(qtbot, keys, monkeypatch):
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    qtbot.mouseClick(control(keys, QAbstractButton, "Print"), Qt.MouseButton.LeftButton)
    assert keys.isVisible()


def test_escape_and_the_button_close_the_list(qtbot, window, keys):
    assert keys.isVisible()
    qtbot.keyClick(control(keys, QLineEdit, "Find a command"), Qt.Key.Key_Escape)
    assert not keys.isVisible()
    window.extras.show_keys()
    assert keys.isVisible()
    qtbot.mouseClick(control(keys, QAbstractButton, "Close"), Qt.MouseButton.LeftButton)
    assert not keys.isVisible()


def test_opening_the_list_again_starts_with_every_key(qtbot, window, keys):
    every = commands(keys)
    qtbot.keyClicks(control(keys, QLineEdit, "Find a command"), "undo")
    keys.leave()
    window.extras.show_keys()
    assert commands(keys) == every


def test_tab_stays_inside_the_list(qtbot, window, keys):
    for _ in range(6):
        qtbot.keyClick(window.focusWidget() or keys, Qt.Key.Key_Tab)
        assert keys.isAncestorOf(window.focusWidget())
