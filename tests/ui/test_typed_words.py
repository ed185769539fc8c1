"""Words as a person types and pastes them: nothing jumps, nothing is changed by looking at it."""

from time import monotonic

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QTextEdit

from tests.ui.finding_widgets import control
from ui.questionnaire.window import QuestionnaireWindow
from ui.widgets.textbox import TextBox
from wb6assess.model.assessment import Answer
from wb6assess.session.open_assessment import OpenAssessment

LETTER = "c\u030c"
"""A letter in two characters, as macOS copies it from the name of a file."""
TOO_LONG = "word " * 30_000


def reasons(window: QuestionnaireWindow) -> TextBox:
    return control(window, QTextEdit, "Justification")  # type: ignore[return-value]


def stored(opened: OpenAssessment, item: str = "FDI-1.1") -> str:
    return opened.answer(item).justification


@pytest.mark.parametrize("pasted", [f"zako{LETTER}", "one\x00two\x0bthree", "\ud83dhalf"])
def test_the_cursor_stays_behind_what_was_pasted(qtbot, window, opened, pasted):
    box = reasons(window)
    box.insertPlainText(pasted)
    qtbot.waitUntil(lambda: bool(stored(opened)), timeout=2_000)
    window.follow()
    qtbot.keyClicks(box, " and on")
    window.flush()
    assert stored(opened).endswith(" and on")


@pytest.mark.parametrize("text", ["čl.\u00a05", "first\u2028second", "a\ufdd0b"])
def test_looking_at_an_answer_from_a_file_changes_nothing(window, opened, text):
    opened.record("FDI-1.2", Answer(2, justification=text))
    before = len(opened.history("FDI-1.2"))
    window.go_to("FDI-1.2")
    window.go_to("FDI-1.3")
    assert stored(opened, "FDI-1.2") == text
    assert len(opened.history("FDI-1.2")) == before


def test_typing_on_keeps_spaces_that_do_not_break(qtbot, window, opened):
    opened.record("FDI-1.2", Answer(2, justification="čl.\u00a05"))
    window.go_to("FDI-1.2")
    box = reasons(window)
    box.moveCursor(box.textCursor().MoveOperation.End)
    qtbot.keyClicks(box, " on")
    window.flush()
    assert stored(opened, "FDI-1.2") == "čl.\u00a05 on"


def test_what_is_being_composed_is_stored_when_the_page_is_left(window, opened):
    box = reasons(window)
    box.setFocus()
    QCoreApplication.sendEvent(box, QInputMethodEvent("half a word", []))
    window.go_next()
    assert stored(opened) == "half a word"


def test_what_is_being_composed_goes_on_in_another_language(window):
    from ui.questionnaire.wording import Languages

    box = reasons(window)
    box.setFocus()
    QCoreApplication.sendEvent(box, QInputMethodEvent("half a word", []))
    window.show_languages(Languages("sq"))
    assert box.textCursor().block().layout().preeditAreaText() == "half a word"


def test_who_writes_on_without_a_pause_is_stored_within_a_second(qtbot, window, opened):
    box = reasons(window)
    box.setFocus()
    lost, typed = 0.0, ""
    began: dict[int, float] = {}
    for number in range(30):
        qtbot.keyClicks(box, "a")
        typed += "a"
        began[number + 1] = monotonic()
        qtbot.wait(80)
        waiting = [at for count, at in began.items() if count > len(stored(opened))]
        lost = max(lost, *(monotonic() - at for at in waiting), 0.0)
    assert stored(opened)
    assert lost < 1


def test_a_text_too_long_to_store_keeps_nothing_else_from_being_stored(window, opened):
    reasons(window).insertPlainText(TOO_LONG)
    window.go_next()
    window.choose_level(3)
    assert opened.answer("FDI-1.2").value == 3
    assert window.save_words.startswith("Not saved since ")
    window.go_previous()
    assert reasons(window).toPlainText() == TOO_LONG


def test_a_text_shortened_again_is_stored(window, opened):
    box = reasons(window)
    box.insertPlainText(TOO_LONG)
    window.flush()
    box.selectAll()
    box.insertPlainText("Short.")
    window.flush()
    assert stored(opened) == "Short."
    assert window.save_words.startswith("Saved ")


def test_a_comment_typed_with_pauses_is_stored_as_typed(qtbot, window, opened):
    opened.record("FDI-1.1", Answer(5))
    window.follow()
    box = control(window, QTextEdit, "Comment: ")
    box.setFocus()
    for part in ("Because", " it", " is"):
        qtbot.keyClicks(box, part)
        qtbot.wait(400)
    assert box.toPlainText() == "Because it is"
    assert opened.answer("FDI-1.1").comments == {"evidence-missing": "Because it is"}
