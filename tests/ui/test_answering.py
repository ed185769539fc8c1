"""Answering in the window: each rule through the visible controls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTextEdit

from tests.ui.finding_widgets import control, shown
from ui.evidence.row import EvidenceRow
from ui.questionnaire.window import QuestionnaireWindow
from ui.widgets.check_row import CheckRow
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.ladder import Rung
from ui.widgets.notice import Notice
from wb6assess.errors import ErrorCode, StorageError
from wb6assess.model.assessment import Answer, Confidence, SpecialState
from wb6assess.session.open_assessment import OpenAssessment
from wb6assess.session.workspace import Workspace


def click(qtbot, part) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def test_a_click_on_a_rung_is_stored_at_once(qtbot, window, opened, workspace: Workspace):
    click(qtbot, control(window, Rung, "3:"))
    assert opened.answer("FDI-1.1").value == 3
    assert window.save_words.startswith("Saved ")
    assert workspace.info(opened.id).done == 1


def test_choosing_a_rung_moves_no_row(qtbot, window):
    before = [rung.geometry() for rung in shown(window, Rung)]
    click(qtbot, control(window, Rung, "2:"))
    assert [rung.geometry() for rung in shown(window, Rung)] == before


def test_the_ladder_is_one_stop_and_arrows_move_inside_without_choosing(qtbot, window, opened):
    rungs = shown(window, Rung)
    assert sum(bool(rung.focusPolicy() & Qt.FocusPolicy.TabFocus) for rung in rungs) == 1
    rungs[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(rungs[0], Qt.Key.Key_Down)
    qtbot.keyClick(rungs[1], Qt.Key.Key_Down)
    assert rungs[2].hasFocus()
    assert opened.answer("FDI-1.1").empty
    qtbot.keyClick(rungs[2], Qt.Key.Key_Space)
    assert opened.answer("FDI-1.1").value == 2


def test_a_special_state_keeps_what_was_written(qtbot, window, opened):
    window.choose_level(4)
    box = control(window, QTextEdit, "Justification")
    qtbot.keyClicks(box, "The act is in force.")
    click(qtbot, control(window, QAbstractButton, "Don't know"))
    answer = opened.answer("FDI-1.1")
    assert answer.state is SpecialState.DONT_KNOW
    assert answer.value is None
    assert answer.justification == "The act is in force."


def test_typing_is_stored_after_a_pause_and_when_the_page_is_left(qtbot, window, opened):
    box = control(window, QTextEdit, "Justification")
    qtbot.keyClicks(box, "First")
    qtbot.waitUntil(lambda: opened.answer("FDI-1.1").justification == "First", timeout=2_000)
    qtbot.keyClicks(box, " and more")
    window.go_next()
    assert opened.answer("FDI-1.1").justification == "First and more"


def test_confidence_is_chosen_in_its_segment(qtbot, window, opened):
    click(qtbot, control(window, QAbstractButton, "High"))
    assert opened.answer("FDI-1.1").confidence is Confidence.HIGH


def test_a_cap_says_why_and_leads_to_its_cause(qtbot, window, opened):
    opened.record("FDI-1.1", Answer(2))
    window.go_to("FDI-1.4")
    click(qtbot, control(window, Rung, "3:"))
    sentences = [notice.text() for notice in shown(window, Notice)]
    assert any("Counts as 2 because" in words and "level 3 is kept" in words for words in sentences)
    click(qtbot, control(window, QAbstractButton, "Go to FDI-1.1"))
    assert window.page == "FDI-1.1"


def test_a_question_that_is_not_asked_says_which_answer_decides(window, opened):
    opened.record("FDI-1.1", Answer(1))
    window.go_to("FDI-1.3")
    assert any("Not asked because FDI-1.1" in notice.text() for notice in shown(window, Notice))


def test_evidence_is_added_edited_and_removed_in_place(qtbot, window, opened):
    window.add_evidence()
    qtbot.keyClicks(control(window, QLineEdit, "Title"), "Act 1/2026")
    date = control(window, QLineEdit, "Date")
    qtbot.keyClicks(date, "30 September 2026")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    name = "Evidence, grade A: Act 1/2026"
    qtbot.waitUntil(lambda: bool(shown(window, EvidenceRow, name)))
    (item,) = opened.answer("FDI-1.1").evidence
    assert (item.title, item.date) == ("Act 1/2026", "2026-09-30")
    qtbot.keyClick(control(window, EvidenceRow, name), Qt.Key.Key_Delete)
    assert opened.answer("FDI-1.1").evidence == ()


def test_a_fact_that_depends_on_another_goes_and_comes_with_it(qtbot, window, opened):
    window.go_to("FDI-1.4")
    status = control(window, ChoiceBox, "Status of the rule")
    for choice, dates in (("No rule", 0), ("In force", 1)):
        place = status.findText(choice)
        status.setCurrentIndex(place)
        status.activated.emit(place)
        assert len(shown(window, QLineEdit, "In force since")) == dates
    assert opened.answer("FDI-1.4").fields


def test_check_boxes_store_what_is_ticked(qtbot, window, opened):
    window.go_to("FDI-1.2")
    box = shown(window, CheckRow)[0]
    click(qtbot, box)
    assert any(isinstance(value, tuple) for value in opened.answer("FDI-1.2").fields.values())


def test_undo_takes_the_last_step_back_and_shows_where(qtbot, window, opened):
    click(qtbot, control(window, Rung, "3:"))
    window.go_to("FDI-2.1")
    window.undo()
    assert window.page == "FDI-1.1"
    assert opened.answer("FDI-1.1").empty
    assert not any(rung.isChecked() for rung in shown(window, Rung))
    window.redo()
    assert opened.answer("FDI-1.1").value == 3


def test_flag_and_search_and_filter_find_pages(qtbot, window, opened):
    window.toggle_flag()
    assert opened.flags == {"FDI-1.1"}
    assert control(window, QAbstractButton, "Flagged 1")
    window.search()
    search = control(window, QLineEdit, "Search ids")
    qtbot.keyClicks(search, "no such words anywhere")
    assert shown(window, QAbstractButton, "Show all")


def test_the_next_to_do_is_the_next_unanswered_one(window):
    window.choose_level(3)
    window.go_to_do()
    assert window.page == "FDI-1.2"


def test_resuming_opens_the_page_that_was_left(qtbot, appearance, opened, window):
    window.go_to("FDI-3.2")
    window.hide()
    again = QuestionnaireWindow(opened, "FDI screening", "Albania")
    qtbot.addWidget(again)
    assert again.page == "FDI-3.2"


class FullDisk:
    """An open assessment whose disk is full until told otherwise."""

    def __init__(self, real: OpenAssessment) -> None:
        self._real, self.full = real, True

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)

    def record(self, *args: object, **more: object) -> object:
        if self.full:
            raise StorageError(ErrorCode.DISK_FULL, path="workspace")
        return self._real.record(*args, **more)  # type: ignore[arg-type]


def test_when_saving_fails_the_words_stay_and_are_stored_later(qtbot, appearance, opened):
    disk = FullDisk(opened)
    page = QuestionnaireWindow(disk, "FDI screening", "Albania")  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    box = control(page, QTextEdit, "Justification")
    qtbot.keyClicks(box, "Do not lose this.")
    click(qtbot, control(page, Rung, "3:"))
    assert page.save_words.startswith("Not saved since ")
    assert box.toPlainText() == "Do not lose this."
    assert control(page, Rung, "3:").isChecked()
    disk.full = False
    click(qtbot, control(page, QAbstractButton, "What to do"))
    click(qtbot, control(page, QAbstractButton, "Save again"))
    assert opened.answer("FDI-1.1") == Answer(3, justification="Do not lose this.")
    assert page.save_words.startswith("Saved ")
