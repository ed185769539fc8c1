"""Keys inside small choices, and choices of a handed-in revision."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from tests.ui.every_page import handed_in
from tests.ui.finding_widgets import control, shown
from ui.frame.main_window import MainWindow
from ui.widgets.segment import Segment
from ui.widgets.toggle import StateToggle
from wb6assess.model.assessment import Confidence
from wb6assess.model.vocabulary import FieldType


@pytest.fixture
def level_fact(qtbot, desktop: MainWindow):
    """A page with a fact that is a level: its segment."""
    for name in desktop.workspace.library.ids():
        instrument = desktop.workspace.library.instrument(name)
        for item in instrument.indicators():
            for field in item.fields:
                if field.type is FieldType.LEVEL and field.ask_if is None and item.ask_if is None:
                    made = desktop.workspace.new(country="AL", instrument=name, expert="E", round="2026")
                    desktop.open_assessment(made)
                    desktop.questionnaire.go_to(item.id)
                    return control(desktop, Segment, field.label), item.id, field.id
    pytest.fail("no questionnaire asks for a level as a fact")


def test_a_digit_in_a_choice_of_levels_chooses_there_and_not_on_the_page(qtbot, desktop, level_fact):
    segment, item, field = level_fact
    desktop.activateWindow()
    segment.focusProxy().setFocus()
    qtbot.keyClick(segment.focusProxy(), Qt.Key.Key_4)
    answer = desktop.questionnaire.opened.answer(item)
    assert answer.value is None
    assert answer.fields == {field: 4}


def test_confidence_is_taken_back_by_a_second_click_but_not_by_a_double_click(qtbot, window, opened):
    high = control(window, QAbstractButton, "High")
    qtbot.mouseClick(high, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(high, Qt.MouseButton.LeftButton)
    assert opened.answer("FDI-1.1").confidence is Confidence.HIGH
    qtbot.mouseClick(high, Qt.MouseButton.LeftButton)
    assert opened.answer("FDI-1.1").confidence is None


def test_the_keyboard_reads_what_was_handed_in_and_changes_nothing(qtbot, desktop):
    handed_in(desktop)
    page, opened = desktop.questionnaire, desktop.questionnaire.opened
    desktop.activateWindow()
    confident = next(item for item, answer in opened.answers.items() if answer.confidence)
    page.go_to(confident)
    before = opened.answers
    for kind in (StateToggle, Segment, QComboBox):
        for part in shown(page.parts.indicator, kind):
            stop = part.focusProxy() or part
            assert stop.focusPolicy() & Qt.FocusPolicy.TabFocus
            assert stop.isEnabled()
            for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Right):
                looks = _looks(part)
                qtbot.keyClick(stop, key)
                assert _looks(part) == looks
    assert opened.answers == before


def _looks(part: QWidget) -> object:
    match part:
        case StateToggle():
            return part.isChecked()
        case Segment():
            return part.key
        case QComboBox():
            return part.currentIndex()
    raise AssertionError(type(part))
