"""Preferences: every choice holds at once, is remembered, and loses no word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTextEdit

from tests.ui.finding_widgets import control, shown
from ui.language import PSEUDO, Language, interface_languages
from ui.preferences import Preferences
from ui.preferences_dialog.backups import BackupList
from ui.preferences_dialog.dialog import PreferencesDialog
from ui.theme import px, tokens
from ui.widgets.choice_box import ChoiceBox


@pytest.fixture
def preferences(desktop):
    def show() -> PreferencesDialog:
        desktop.extras.show_preferences()
        return dialog_of(desktop)

    yield show
    desktop.choose_size(100)
    desktop.choose_theme("light")
    desktop.choose_language("")


def dialog_of(desktop) -> PreferencesDialog:
    return next(d for d in reversed(desktop.findChildren(PreferencesDialog)) if d.isVisible())


def words(root) -> str:
    return "\n".join(label.text() for label in shown(root, QLabel))


def pick(box: ChoiceBox, key: str) -> None:
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def test_a_theme_holds_at_once_and_is_remembered(qtbot, desktop, preferences):
    qtbot.mouseClick(control(preferences(), QAbstractButton, "Dark"), Qt.MouseButton.LeftButton)
    assert tokens().dark
    assert Preferences(desktop.folder).theme == "dark"
    assert desktop._commands.themes["dark"].isChecked()


def test_larger_letters_hold_at_once_everywhere(qtbot, desktop, preferences):
    pick(control(preferences(), ChoiceBox, "Size of letters"), "200")
    assert px(100) == 200
    assert Preferences(desktop.folder).percent == 200
    dialog = dialog_of(desktop)
    assert control(dialog, ChoiceBox, "Size of letters").key == "200"
    qtbot.waitUntil(lambda: control(dialog_of(desktop), ChoiceBox, "Size of letters").hasFocus())


@pytest.mark.parametrize(("percent", "taken"), [("20", 90), ("500", 200), ("x", 100)])
def test_a_foreign_size_in_the_file_does_no_harm(desktop, percent, taken):
    desktop.preferences._settings.setValue("font_percent", percent)
    assert desktop.preferences.percent == taken


@pytest.fixture
def writing(desktop, qtbot):
    """In mid-sentence on the fourth question."""
    created = desktop.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    desktop.open_assessment(created)
    desktop.questionnaire.go_to("FDI-1.4")
    box = control(desktop.questionnaire, QTextEdit, "Justification")
    box.setFocus()
    qtbot.keyClicks(box, "The act covers three groups")
    cursor = box.textCursor()
    cursor.setPosition(7)
    box.setTextCursor(cursor)
    return desktop


def test_changing_size_in_mid_sentence_keeps_page_words_and_cursor(qtbot, writing, preferences):
    page = writing.questionnaire
    writing.choose_size(125)
    assert writing.questionnaire is not page
    assert writing.questionnaire.page == "FDI-1.4"
    qtbot.waitUntil(
        lambda: control(writing.questionnaire, QTextEdit, "Justification").textCursor().position() == 7
    )
    box = control(writing.questionnaire, QTextEdit, "Justification")
    assert box.toPlainText() == "The act covers three groups"
    assert writing.focusWidget() is box


def test_changing_language_in_mid_sentence_keeps_page_words_and_cursor(
    qtbot, writing, preferences, monkeypatch
):
    monkeypatch.setenv("WB6ASSESS_PSEUDO", "1")
    writing.choose_language(PSEUDO)
    assert Preferences(writing.folder).language == PSEUDO
    assert writing.questionnaire.page == "FDI-1.4"
    texts = {box.toPlainText() for box in shown(writing.questionnaire, QTextEdit)}
    assert "The act covers three groups" in texts
    assert not shown(writing, QAbstractButton, "Home")
    qtbot.waitUntil(lambda: isinstance(writing.focusWidget(), QTextEdit))
    assert writing.focusWidget().textCursor().position() == 7
    writing.choose_language("en")
    assert shown(writing, QAbstractButton, "Home")


def test_words_that_are_not_stored_yet_keep_their_page(writing, preferences, monkeypatch):
    page = writing.questionnaire
    monkeypatch.setattr(type(page.editing), "waiting", property(lambda _self: True))
    writing.choose_size(110)
    assert writing.questionnaire is page
    monkeypatch.undo()


def test_languages_are_english_and_what_is_beside_the_program(monkeypatch):
    monkeypatch.delenv("WB6ASSESS_PSEUDO", raising=False)
    assert interface_languages()[0] == "en"
    assert PSEUDO not in interface_languages()
    monkeypatch.setenv("WB6ASSESS_PSEUDO", "1")
    assert PSEUDO in interface_languages()


def test_an_unknown_language_is_english(qapp):
    language = Language(qapp)
    assert not language.choose("xx")
    assert language.tag == "en"


def test_menus_are_there_once_after_another_language(desktop, preferences, monkeypatch):
    monkeypatch.setenv("WB6ASSESS_PSEUDO", "1")
    before = len(desktop.menuBar().actions())
    desktop.choose_language(PSEUDO)
    desktop.choose_language("en")
    titles = [action.text() for action in desktop.menuBar().actions()]
    assert len(titles) == before
    assert titles[0] == "&File"


def test_a_name_stays_in_the_file_of_this_window_alone(qtbot, desktop, preferences):
    dialog = preferences()
    qtbot.keyClicks(control(dialog, QLineEdit, "Your name"), "A Name")
    assert "stays on this computer" in words(dialog)
    dialog.reject()
    assert Preferences(desktop.folder).person == "A Name"
    inside = [path.name for path in desktop.folder.rglob("*") if path.is_file()]
    holding = [name for name in inside if b"A Name" in next(desktop.folder.rglob(name)).read_bytes()]
    assert holding in ([], ["window.ini"])


def test_the_folder_for_exports_can_be_another(qtbot, desktop, preferences, tmp_path, monkeypatch):
    chosen = lambda *_args: str(tmp_path / "elsewhere")  # noqa: E731
    monkeypatch.setattr("ui.preferences_dialog.folders.QFileDialog.getExistingDirectory", chosen)
    dialog = preferences()
    qtbot.mouseClick(
        control(dialog, QAbstractButton, "Choose the folder for exports"), Qt.MouseButton.LeftButton
    )
    assert desktop.preferences.output_folder == str(tmp_path / "elsewhere")
    assert control(dialog, QLineEdit, "Folder for exports").text().endswith("elsewhere")


def test_a_backup_is_made_where_the_person_says(qtbot, desktop, preferences, tmp_path, monkeypatch):
    target = tmp_path / "copy.wb6backup"
    monkeypatch.setattr(
        "ui.preferences_dialog.backups.QFileDialog.getSaveFileName", lambda *_args: (str(target), "")
    )
    dialog = preferences()
    with qtbot.waitSignal(dialog.findChild(BackupList).made):
        qtbot.mouseClick(
            control(dialog, QAbstractButton, "Make a backup now"), Qt.MouseButton.LeftButton
        )
    assert target.stat().st_size > 0
    assert "copy.wb6backup holds all answers" in words(dialog)


def test_a_backup_inside_the_data_is_refused_with_a_sentence(qtbot, desktop, preferences, monkeypatch):
    target = desktop.folder / "copy.wb6backup"
    dialog = preferences()
    part = dialog.findChild(BackupList)
    with qtbot.waitSignal(part.made):
        part.make(target)
    assert "lost together with it" in words(dialog)
    assert not target.exists()
