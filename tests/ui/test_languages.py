"""Languages of the questions: switched in mid-sentence, two beside, English marked where it stays."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QTextEdit

from tests.ui.finding_widgets import control, shown
from ui.frame.main_window import MainWindow
from ui.preferences import Preferences
from ui.questionnaire.language_button import LanguageButton
from ui.questionnaire.outline.model import ROW
from ui.questionnaire.page.indicator_page import IndicatorPage
from ui.questionnaire.window import QuestionnaireWindow
from ui.questionnaire.wording import Languages
from ui.said import Said, beside
from ui.text import COLUMNS, block
from ui.theme import Style, px
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import Words
from ui.widgets.ladder import Rung
from wb6assess.instruments.library import Library
from wb6assess.instruments.pseudo import PSEUDO, pseudo_text
from wb6assess.instruments.translations import Translation, text_keys
from wb6assess.instruments.writer import write_translation
from wb6assess.model.assessment import Answer
from wb6assess.session.workspace import Workspace
from wb6assess.settings import questionnaires_folder

BOTH = Languages("en", PSEUDO)


@pytest.fixture(autouse=True)
def pseudo_on_request(monkeypatch):
    monkeypatch.setenv("WB6ASSESS_PSEUDO", "1")


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def words(window) -> list[str]:
    return [label.text() for label in shown(window, Words)]


def height_of(window, part) -> int:
    """Where a part is, from the upper edge of what is in sight."""
    area = window.findChild(IndicatorPage).viewport()
    return part.mapTo(area, part.rect().topLeft()).y()


def in_mid_sentence(qtbot, window) -> QTextEdit:
    """The cursor behind the second word, one word selected, nothing stored yet."""
    window.activateWindow()
    box = control(window, QTextEdit, "Justification")
    box.setFocus()
    qtbot.keyClicks(box, "The draft was ad")
    cursor = box.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    return box


def test_switching_in_mid_sentence_disturbs_nothing(qtbot, window, opened):
    box = in_mid_sentence(qtbot, window)
    window.show_languages(Languages(PSEUDO))
    settle()
    question = opened.instrument.by_id["FDI-1.1"].question
    assert pseudo_text(question) in words(window)
    assert question not in words(window)
    assert QApplication.focusWidget() is box
    assert (box.textCursor().anchor(), box.textCursor().position()) == (4, 9)
    qtbot.keyClicks(box, "law")
    assert box.toPlainText() == "The law was ad"
    box.undo()
    assert box.toPlainText() == "The draft was ad"
    window.flush()
    assert opened.answer("FDI-1.1").justification == "The draft was ad"


@pytest.mark.parametrize("languages", [Languages(PSEUDO), BOTH], ids=["other", "two"])
def test_what_is_looked_at_stays_where_it_is(qtbot, window, languages):
    window.resize(1440, 640)
    settle()
    box = in_mid_sentence(qtbot, window)
    area = window.findChild(IndicatorPage)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() // 2)
    settle()
    before = height_of(window, box)
    window.show_languages(languages)
    settle()
    assert abs(height_of(window, box) - before) <= 1
    window.show_languages(Languages())
    settle()
    assert abs(height_of(window, box) - before) <= 1


def test_a_page_at_its_top_stays_there_unless_somebody_writes(window):
    window.show_languages(BOTH)
    settle()
    assert window.findChild(IndicatorPage).verticalScrollBar().value() == 0


def test_answers_and_half_typed_facts_stay(qtbot, window, opened):
    window.go_to("FDI-1.4")
    window.choose_level(3)
    choice = control(window, ChoiceBox, "Status of the rule")
    choice.setCurrentIndex(choice.findText("In force"))
    choice.activated.emit(choice.currentIndex())
    date = control(window, QLineEdit, "In force since")
    date.setFocus()
    qtbot.keyClicks(date, "30 Sep")
    window.show_languages(Languages(PSEUDO))
    settle()
    assert date.text() == "30 Sep"
    assert choice.currentText() == pseudo_text("In force")
    assert control(window, Rung, "3:").isChecked()
    assert opened.answer("FDI-1.4").value == 3


def test_two_languages_show_question_rungs_options_facts_and_guide_in_both(window, opened):
    window.go_to("FDI-1.4")
    window.show_guide(True)
    window.show_languages(BOTH)
    settle()
    asked = opened.instrument.by_id["FDI-1.4"]
    both = {said: beside(said) for said in shown_texts(window)}
    for text in (asked.title, asked.question, asked.guide, *asked.levels, asked.fields[0].label):
        assert both[text] == pseudo_text(text)
    choice = control(window, ChoiceBox, "Status of the rule")
    assert choice.itemText(1) == f"{asked.fields[0].options[0].label} · " + pseudo_text(
        asked.fields[0].options[0].label
    )


def shown_texts(window) -> list[str]:
    """The texts of labels and rungs as they are laid out."""
    labels = [label._text for label in shown(window, Words)]
    return [*labels, *(rung.rung.text for rung in shown(window, Rung))]


def test_the_second_language_stands_under_the_first_or_beside_it_when_wide(appearance):
    text = Said("In force", "Në fuqi")
    wide, narrow = px(COLUMNS), px(COLUMNS) - 1
    assert block(text, Style.RUNG, wide).height == block("In force", Style.RUNG, wide).height
    assert block(text, Style.RUNG, narrow).height > block("In force", Style.RUNG, narrow).height
    assert block("In force", Style.RUNG, narrow).lines == 1, "plain texts are not the said ones"


def test_context_questions_vignettes_and_titles_change_too(window, opened):
    window.show_languages(Languages(PSEUDO))
    window.go_to("context")
    assert pseudo_text(opened.instrument.context[0].label) in words(window)
    window.show_languages(Languages("en"))
    assert opened.instrument.context[0].label in words(window)
    window.show_languages(Languages(PSEUDO))
    vignette = opened.instrument.vignettes[0]
    window.go_to(vignette.id)
    assert pseudo_text(vignette.text) in words(window)
    rows = window.parts.outline._model
    titles = {rows.index(n).data(ROW).title for n in range(rows.rowCount())}
    assert {pseudo_text(pillar.title) for pillar in opened.instrument.pillars} <= titles
    assert pseudo_text(vignette.title) in titles


def test_reasons_of_caps_and_sentences_of_checks_change_too(window, opened):
    opened.record("FDI-1.1", Answer(2))
    opened.record("FDI-1.4", Answer(3))
    window.show_again()
    window.show_languages(Languages(PSEUDO))
    window.go_to("FDI-1.4")
    cap = opened.sheet.score("FDI-1.4").cap
    assert any(pseudo_text(cap.because).rstrip(".") in text for text in notices(window))


def notices(window) -> list[str]:
    from ui.widgets.notice import Notice

    return [notice.text() for notice in shown(window, Notice)]


def test_search_finds_words_of_both_languages(window, opened):
    window.show_languages(BOTH)
    window.search()
    search = control(window, QLineEdit, "Search ids")
    title = opened.instrument.by_id["FDI-3.2"].title
    for text in (title, pseudo_text(title)):
        search.setText(text)  # QTest types no letters beyond ASCII
        assert "FDI-3.2" in window.parts.outline._model.pages()


# The menu.


def actions(window) -> dict[str, object]:
    menu = control(window, LanguageButton, "Language").menu_now()
    return {action.text(): action for action in menu.actions()}


def test_the_menu_offers_languages_and_how_much_is_translated(window):
    found = actions(window)
    name = "Pseudo, 100 % translated"
    assert found["English"].isChecked()
    assert found[name].isEnabled()
    found[name].trigger()
    assert window.languages == Languages("en", PSEUDO), "the last one of that name is beside"


def test_the_button_takes_the_keyboard_from_nobody(qtbot, window):
    box = in_mid_sentence(qtbot, window)
    button = control(window, LanguageButton, "Language")
    button.clicked.disconnect()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is box


def test_the_second_language_is_switched_with_a_key(window):
    window.toggle_second_language()
    assert window.languages == Languages("en", PSEUDO)
    window.toggle_second_language()
    assert window.languages == Languages("en")


def test_languages_are_remembered_beside_the_answers(qtbot, desktop: MainWindow):
    created = desktop.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    desktop.open_assessment(created)
    desktop._commands.actions["beside"].trigger()
    assert desktop.questionnaire.languages == BOTH
    assert Preferences(desktop.folder).question_languages == ("en", PSEUDO)
    desktop.go_home()
    desktop.open_assessment(created)
    assert desktop.questionnaire.languages == BOTH


def test_a_language_this_questionnaire_lacks_is_left_out(window, monkeypatch):
    monkeypatch.delenv("WB6ASSESS_PSEUDO")
    window.show_languages(Languages("mk", PSEUDO))
    assert window.languages == Languages("en")


# What is not translated.


@pytest.fixture
def partly(qtbot, appearance, tmp_path: Path) -> QuestionnaireWindow:
    """A questionnaire of which one title and one rung are in Albanian."""
    folder = shutil.copytree(questionnaires_folder(), tmp_path / "questionnaires")
    english = Library(folder).instrument("fdi-screening")
    texts = {"FDI-1.1.title": "Instrumenti", "FDI-1.1.levels.0": "Nuk ka ligj"}
    made = Translation("fdi-screening", english.version, "sq", "draft", texts, {})
    (folder / "fdi-screening" / "sq.yaml").write_text(write_translation(made), "utf-8")
    workspace = Workspace.open(tmp_path / "workspace", Library(folder))
    created = workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    page = QuestionnaireWindow(workspace.open_assessment(created), "FDI screening", "Albania")
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    yield page
    workspace.close()


def test_english_that_stands_in_is_marked_and_says_so(partly):
    partly.show_languages(Languages("sq"))
    rungs = shown(partly, Rung)
    assert rungs[0].text() == "Nuk ka ligj"
    assert rungs[0].toolTip() == ""
    assert rungs[1].toolTip() == "Shown in English, not yet translated."
    said = rungs[1].rung.text
    plain = block(str(said), Style.RUNG, px(500))
    assert block(said, Style.RUNG, px(500)).widest > plain.widest, "a sign follows the words"
    partly.show_languages(Languages("en"))
    assert rungs[1].toolTip() == ""


def test_english_is_never_shown_twice(partly):
    partly.show_languages(Languages("sq", "en"))
    rungs = shown(partly, Rung)
    english = partly.opened.instrument.by_id["FDI-1.1"].levels
    assert beside(rungs[0].rung.text) == english[0]
    assert beside(rungs[1].rung.text) == ""
    assert rungs[1].toolTip()


def test_the_menu_never_says_all_while_a_text_is_missing(partly):
    assert "Shqip, 0 % translated" in actions(partly)
    texts = len(text_keys(partly.opened.instrument))
    assert len(partly.opened.in_language("sq").untranslated) == texts - 2


def test_no_area_scrolls_sideways_in_two_languages(window):
    window.show_languages(BOTH)
    for page in ("FDI-1.1", "FDI-1.4", "FDI-5.4", "context"):
        window.go_to(page)
        settle()
        for area in shown(window, QScrollArea):
            assert area.widget().width() <= area.viewport().width()


def test_the_ladder_keeps_its_one_stop_and_focus(qtbot, window):
    window.activateWindow()
    rungs = shown(window, Rung)
    rungs[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(rungs[0], Qt.Key.Key_Down)
    window.show_languages(BOTH)
    settle()
    assert rungs[1].hasFocus()
    assert sum(bool(rung.focusPolicy() & Qt.FocusPolicy.TabFocus) for rung in rungs) == 1
    assert shown(window, QAbstractButton, "Language: English")
