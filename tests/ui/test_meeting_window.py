"""The meeting on a full screen: decisions by keyboard, refusals in place, nobody named."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests import meetings
from tests.meetings import CONTESTED, EXPERTS, REASON
from tests.ui.finding_widgets import control, shown
from ui.cli import main
from ui.meeting.agenda_list import AgendaList
from ui.meeting.parts import MeetingChoice, Trouble
from ui.meeting.scale import StepRow
from ui.meeting.state import MeetingState
from ui.meeting.window import MeetingWindow
from ui.theme import Style, font
from ui.widgets.button import Button
from ui.widgets.labels import Words
from wb6assess.instruments.library import Library
from wb6assess.model.decision import Action, ReasonCode


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return Library(meetings.questionnaires(tmp_path_factory.mktemp("meeting") / "questionnaires"))


@pytest.fixture
def data(tmp_path, library):
    with meetings.workspace_at(tmp_path / "data", library) as opened:
        meetings.hand_in(opened, tmp_path / "in")
        yield opened


@pytest.fixture
def meeting(qtbot, appearance, data):
    del appearance
    sitting = meetings.sitting(data, invited=4)
    window = MeetingWindow(MeetingState(sitting, sitting.agenda()))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    return window


def press(window: QWidget, *keys: str) -> None:
    """Keys where the focus is, as a keyboard sends them; "Ctrl+…" and "Alt+…" with these."""
    for key in keys:
        modifiers = Qt.KeyboardModifier.NoModifier
        if key.startswith("Ctrl+"):
            modifiers, key = Qt.KeyboardModifier.ControlModifier, key[5:]
        elif key.startswith("Alt+"):
            modifiers, key = Qt.KeyboardModifier.AltModifier, key[4:]
        focus = window.focusWidget() or window
        QTest.keyClick(focus, getattr(Qt.Key, f"Key_{key}"), modifiers)
        QApplication.processEvents()


def write(window: QWidget, words: str) -> None:
    """Type the reason and leave the field."""
    press(window, "W")
    QTest.keyClicks(control(window, QPlainTextEdit, "Reason of the meeting"), words)
    press(window, "Escape")


def complaint(window: QWidget) -> str:
    found = window.findChildren(Trouble)
    return " ".join(part.accessibleName() for part in found if part.isVisibleTo(window))


def texts_of(window: QWidget) -> str:
    """Everything that is written, named, described or shown as a tooltip."""
    found = [window.windowTitle()]
    for part in window.findChildren(QWidget):
        found += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
        for read in ("text", "toPlainText"):
            if callable(getattr(part, read, None)):
                found.append(str(getattr(part, read)()))
    return "\n".join(found)


def test_a_decision_by_keyboard_is_the_record_of_the_verb(meeting, data, tmp_path, library):
    press(meeting, "Right", "2")
    write(meeting, REASON)
    press(meeting, "Return")
    (typed,) = data.inbox.decisions()
    with meetings.workspace_at(tmp_path / "verb", library) as other:
        meetings.hand_in(other, tmp_path / "in again")
    options = ["--workspace", str(tmp_path / "verb"), "--questionnaires", str(library.folder)]
    cell = ["--country", "AL", "--round", "2026", "--indicator", "Q1"]
    decided = ["--level", "2", "--reason-code", "R5", "--reason", REASON, "--meeting", "M1"]
    assert main(["decide", *cell, *decided, *options]) == 0
    with meetings.workspace_at(tmp_path / "verb", library) as other:
        (kept,) = other.inbox.decisions()
    assert replace(typed, id="", decided_at=meetings.LATER) == replace(
        kept, id="", decided_at=meetings.LATER
    )


@pytest.mark.parametrize(
    ("keys", "action", "score", "code"),
    [
        (("3",), Action.SET, 60, "R5"),
        (("2", "H"), Action.SET, 50, "R5"),
        (("2", "Period", "Comma"), Action.SET, 40, "R5"),
        (("C",), Action.CONFIRM, 60, "R5"),
        (("N",), Action.NA, None, "R4"),
        (("3", "R", "2"), Action.SET, 60, "R2"),
        (("3", "Alt+1"), Action.SET, 60, "R1"),
    ],
)
def test_keys_choose_what_is_decided(meeting, data, keys, action, score, code):
    press(meeting, "Right", *keys)
    write(meeting, REASON)
    press(meeting, "Return")
    (record,) = data.inbox.decisions()
    assert (record.indicator, record.action, record.score) == ("Q1", action, score)
    assert record.reason_code is ReasonCode(code)


def test_the_item_shows_its_decision_and_enter_goes_on(meeting, data):
    press(meeting, "Right", "3")
    write(meeting, REASON)
    press(meeting, "Return")
    assert "Level 3, R5, decided in M1 on 3 December 2026." in texts_of(meeting)
    assert control(meeting, Button, "Next item").isVisible()
    press(meeting, "Return")
    assert "Title of Q2" in texts_of(meeting)
    assert len(data.inbox.decisions()) == 1


def test_a_short_reason_is_refused_in_place_and_nothing_is_kept(meeting, data):
    press(meeting, "Right", "2")
    write(meeting, "Too short")
    press(meeting, "Return")
    assert "at least 20 characters" in complaint(meeting)
    assert data.inbox.decisions() == ()
    assert control(meeting, QPlainTextEdit, "Reason of the meeting").hasFocus()


def test_a_level_no_expert_chose_needs_a_fact_and_a_reference(meeting, data):
    press(meeting, "Right", "5")
    write(meeting, REASON)
    press(meeting, "Return")
    assert "no expert stands there" in complaint(meeting)
    assert data.inbox.decisions() == ()
    press(meeting, "R", "3", "E")
    QTest.keyClicks(control(meeting, QLineEdit, "Reference to the evidence"), "Gazette 12; Act 3")
    press(meeting, "Ctrl+Return")
    assert complaint(meeting) == ""
    (record,) = data.inbox.decisions()
    assert (record.score, record.evidence_refs) == (100, ("Gazette 12", "Act 3"))


def test_enter_without_a_choice_says_what_to_do(meeting, data):
    press(meeting, "Return")
    assert "Choose a level" in complaint(meeting)
    assert data.inbox.decisions() == ()


def test_undo_adds_a_record_and_the_earlier_one_stays(meeting, data):
    before = data.inbox.consolidate("2026").scores.countries["AL"].domains["ONE"].experts_consensus
    press(meeting, "Right", "2")
    write(meeting, REASON)
    press(meeting, "Return", "U")
    first, second = data.inbox.decisions()
    assert (first.action, second.action) == (Action.SET, Action.REVOKE)
    assert second.supersedes == (first.id,)
    domain = data.inbox.consolidate("2026").scores.countries["AL"].domains["ONE"]
    assert domain.experts_consensus == before
    assert domain.consensus == before
    assert not [words for words in shown(meeting, Words) if "decided in M1" in words.text()]


def test_the_reason_of_a_record_is_not_the_reason_to_take_it_back(meeting, data):
    press(meeting, "Right", "2")
    write(meeting, REASON)
    press(meeting, "Return", "U", "2", "Return")
    write(meeting, " A wrong row was read out.")
    press(meeting, "U")
    reasons = [record.reason for record in data.inbox.decisions()]
    taken_back = "Taken back during the same meeting."
    assert reasons == [REASON, taken_back, REASON, f"{REASON} A wrong row was read out."]


def test_nothing_to_undo_is_said(meeting):
    press(meeting, "U")
    assert "no decision in force" in complaint(meeting)


def test_postponing_is_kept_with_the_meeting_and_taken_up_again(meeting, qtbot):
    state = meeting.findChild(MeetingState)
    with qtbot.waitSignal(state.meeting_changed) as changed:
        press(meeting, "P")
    assert changed.args[0].postponed == (("AL", "Q5"),)
    with qtbot.waitSignal(state.meeting_changed) as changed:
        control(meeting, Button, "Take up again").click()
    assert changed.args[0].postponed == ()


def test_a_pillar_is_confirmed_with_one_record_each(meeting, data):
    press(meeting, "Right", "Right", "Right")
    assert "Pillar P" in texts_of(meeting)
    write(meeting, REASON)
    control(meeting, Button, "Confirm all 2").click()
    records = data.inbox.decisions()
    assert [(r.indicator, r.action) for r in records] == [("Q3", Action.CONFIRM), ("Q4", Action.CONFIRM)]
    control(meeting, Button, "Confirm all 2").click()
    assert len(data.inbox.decisions()) == 2


def test_no_expert_is_named_anywhere(meeting):
    for _ in range(5):
        said = texts_of(meeting)
        assert not [code for code in EXPERTS if code.casefold() in said.casefold()]
        press(meeting, "Right")
    press(meeting, "A")
    assert not [code for code in EXPERTS if code in texts_of(meeting)]


def test_words_on_sensitive_questions_stay_off_the_projector(meeting):
    assert "Title of Q5" in texts_of(meeting)
    assert "because of the decree" not in texts_of(meeting)
    press(meeting, "Right")
    assert "because of the decree, says [an expert]" in texts_of(meeting)


def test_letters_are_words_while_the_reason_is_written(meeting, data):
    press(meeting, "Right", "2", "W")
    QTest.keyClicks(control(meeting, QPlainTextEdit, "Reason of the meeting"), "Can 3 people not agree?")
    assert "Title of Q1" in texts_of(meeting)
    press(meeting, "Ctrl+Return")
    (record,) = data.inbox.decisions()
    assert (record.score, record.reason) == (40, "Can 3 people not agree?")


def test_what_was_typed_waits_at_its_item(meeting):
    press(meeting, "Right", "2")
    write(meeting, REASON)
    press(meeting, "Right")
    field = control(meeting, QPlainTextEdit, "Reason of the meeting")
    assert field.toPlainText() == ""
    press(meeting, "Left")
    assert field.toPlainText() == REASON
    assert control(meeting, Button, "Record level 2").isEnabled()


def test_escape_leaves_the_field_first_then_the_meeting(meeting, qtbot):
    press(meeting, "W", "Escape")
    assert meeting.isVisible()
    with qtbot.waitSignal(meeting.left):
        press(meeting, "Escape")
    assert not meeting.isVisible()


def test_the_agenda_leads_to_an_item(meeting):
    press(meeting, "A", "Down", "Down", "Return")
    assert not meeting.findChild(AgendaList).isVisible()
    assert "Title of Q2" in texts_of(meeting)
    press(meeting, "A", "Escape")
    assert meeting.isVisible()


def test_a_click_on_a_rung_chooses_its_level(meeting):
    press(meeting, "Right")
    row = control(meeting, StepRow, "Level 3: A law in force. Experts here: 1")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.isChecked()
    assert control(meeting, Button, "Record level 3").isEnabled()


def test_the_focus_goes_to_the_rung_a_digit_chose(meeting):
    press(meeting, "Right", "3")
    chosen = control(meeting, StepRow, "Level 3: A law in force. Experts here: 1")
    assert chosen.isChecked()
    assert meeting.focusWidget() is chosen


def test_a_reason_code_can_be_picked(meeting, data):
    press(meeting, "Right", "3")
    box = control(meeting, MeetingChoice, "Reason code")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    write(meeting, REASON)
    press(meeting, "Ctrl+Return")
    assert data.inbox.decisions()[0].reason_code is ReasonCode.LADDER_MISREAD


def test_letters_are_large_enough_for_the_back_of_the_room(meeting):
    del meeting
    sizes = [Style.MEETING_TITLE, Style.MEETING_RUNG, Style.MEETING_TEXT, Style.MEETING_HINT]
    assert [font(style).pixelSize() for style in sizes] == [34, 20, 18, 14]


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1920, 1080)])
def test_every_control_can_be_seen_on_a_projector(meeting, width, height):
    meeting.resize(width, height)
    press(meeting, "Right", "5")
    write(meeting, "Short")
    press(meeting, "Return")
    for name in ("Record level 5", "Confirm 3", "N/A", "Postpone"):
        button = control(meeting, Button, name)
        corner = button.mapTo(meeting, button.rect().bottomRight())
        assert meeting.rect().contains(corner), name
        assert button.width() >= button.sizeHint().width(), name
    assert len(shown(meeting, StepRow)) == 6


def test_the_clock_of_an_item_can_be_switched_off(meeting):
    watch = meeting._bar.watch
    assert watch.isVisible()
    press(meeting, "T")
    assert not watch.isVisible()


def test_the_contested_come_most_important_first(meeting):
    seen = []
    for _ in CONTESTED:
        seen.append(next(name for name in CONTESTED if f"Title of {name}" in texts_of(meeting)))
        press(meeting, "Right")
    assert tuple(seen) == CONTESTED


def test_sample_answers_are_called_so(meeting):
    assert "SAMPLE DATA" in texts_of(meeting)


def test_on_a_projectors_low_screen_all_rungs_stand_at_once(meeting):
    item = meeting._state.items[0]
    two_lines = tuple(replace(rung, words="A law applied well, " * 4) for rung in item.rungs)
    meeting._question.show_item(replace(item, question="How far? " * 18, rungs=two_lines))
    meeting.resize(1280, 720)
    QApplication.processEvents()
    assert meeting._question._scroll.verticalScrollBar().maximum() == 0
