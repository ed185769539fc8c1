"""The history of an answer, naming undo, revisions and withdrawing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from tests.ui.finding_widgets import control, shown
from ui.answer_words import differences
from ui.history.dialog import HistoryDialog
from ui.history.entry_row import EntryRow
from ui.history.revisions import RevisionsDialog
from ui.history.undo_words import undo_words
from ui.history.withdraw import WithdrawDialog
from wb6assess.model.assessment import Answer, Confidence, Evidence, Status
from wb6assess.session.samples import sample_answers


def words(root) -> str:
    return "\n".join(label.text() for label in shown(root, QLabel))


@pytest.fixture
def page(desktop):
    """The questionnaire, open at its first question."""
    created = desktop.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    desktop.open_assessment(created)
    return desktop.questionnaire


@pytest.fixture
def history(desktop, page):
    def show() -> HistoryDialog:
        desktop._commands.actions["history"].trigger()
        return desktop.findChildren(HistoryDialog)[-1]

    return show


def test_ctrl_h_shows_every_change_newest_first_in_words(page, history):
    page.choose_level(2)
    page.choose_level(3)
    page.editing.set_confidence("FDI-1.1", Confidence.HIGH)
    page.undo()
    dialog = history()
    rows = [row.accessibleName() for row in shown(dialog, EntryRow)]
    assert len(rows) == 4
    assert "undone" in rows[0]
    assert "Confidence: High became nothing" in rows[0]
    assert "Level 2" in rows[2]
    assert "Level 3" in rows[2]
    assert "Answer: nothing became Level 2" in rows[3]
    assert "E07" in words(dialog)


def test_restoring_records_the_old_answer_as_a_change_that_undo_takes_back(qtbot, page, history):
    page.choose_level(2)
    page.choose_level(5)
    dialog = history()
    restore = shown(dialog, QAbstractButton, "Restore this")
    assert len(restore) == 1, "the present answer has nothing to restore"
    qtbot.mouseClick(restore[0], Qt.MouseButton.LeftButton)
    assert page.opened.answer("FDI-1.1").value == 2
    assert len(page.opened.history("FDI-1.1")) == 3
    page.undo()
    assert page.opened.answer("FDI-1.1").value == 5


def test_the_history_goes_over_all_revisions_and_names_them(desktop, page, history):
    page.choose_level(2)
    hand_in(page.opened)
    page.opened.reopen()
    desktop.show_again()
    page.choose_level(4)
    said = words(history())
    assert said.index("Revision 2") < said.index("Revision 1")


def test_a_handed_in_revision_shows_its_history_and_restores_nothing(desktop, page, history):
    page.choose_level(2)
    page.choose_level(3)
    hand_in(page.opened)
    desktop.show_again()
    dialog = history()
    assert shown(dialog, EntryRow)
    assert not shown(dialog, QAbstractButton, "Restore this")
    assert "Reopen it to restore" in words(dialog)


def test_an_answer_from_elsewhere_says_whose_it_is(page, history):
    page.opened.record_all({"FDI-1.1": Answer(4)}, {"FDI-1.1": "Ana"})
    (row,) = shown(history(), EntryRow)
    assert "taken from Ana" in row.accessibleName()


def test_a_question_without_changes_says_so(history):
    assert "never answered" in words(history())


def test_the_context_page_lets_one_choose_the_question(page, history):
    page.go_to("context")
    dialog = history()
    assert shown(dialog, QAbstractButton, "Close")
    assert dialog._questions.context[0].label in words(dialog)


def test_the_menu_names_what_undo_and_redo_would_do(desktop, page):
    page.choose_level(2)
    page.editing.set_confidence("FDI-1.1", Confidence.HIGH)
    assert undo_words(page.opened) == ("&Undo: Confidence of FDI-1.1", "")
    page.undo()
    desktop.name_undo()
    actions = desktop._commands.actions
    assert actions["undo"].text() == "&Undo: Answer of FDI-1.1"
    assert actions["redo"].text() == "&Redo: Confidence of FDI-1.1"


def test_undoing_a_fill_is_named_by_its_number(page):
    page.opened.record_all({"FDI-1.1": Answer(1), "FDI-1.2": Answer(2)})
    assert undo_words(page.opened)[0] == "&Undo: 2 answers filled in together"


def test_every_part_of_an_answer_is_told_apart(page):
    indicator = page.opened.instrument.by_id["FDI-1.1"]
    field = indicator.fields[0]
    law, ruling = Evidence("law", title="Act"), Evidence("court", title="Ruling")
    before = Answer(1, confidence=Confidence.LOW, justification="A", evidence=(law,))
    after = Answer(
        2,
        confidence=Confidence.HIGH,
        justification="B",
        evidence=(law, ruling),
        fields={field.id: field.options[0].key},
        comments={"x": "Why"},
    )
    found = {one.part: (one.before, one.after) for one in differences(indicator, before, after)}
    assert found["Confidence"] == ("Low", "High")
    assert found["Justification"] == ("A", "B")
    assert found["Evidence"] == ("", "Ruling")
    assert found[field.label] == ("", field.options[0].label)
    assert found["Comment on a finding"] == ("", "Why")


def hand_in(opened) -> None:
    key = opened.info.identity
    missing = sample_answers(opened.instrument, key.country, key.expert, 3, opened.parameters)
    opened.record_all(missing)
    opened.submit()


def test_a_revision_that_was_handed_in_can_be_looked_at_after_reopening(qtbot, desktop, page):
    page.opened.record("FDI-1.1", Answer(2, justification="First version."))
    hand_in(page.opened)
    value = page.opened.revision(1).answers["FDI-1.1"].value
    page.opened.reopen()
    desktop.show_again()
    page.choose_level(5 if value != 5 else 4)
    desktop._commands.actions["revisions"].trigger()
    dialog = desktop.findChildren(RevisionsDialog)[-1]
    assert "Fingerprint" in words(dialog)
    qtbot.keyClicks(control(dialog, QLineEdit, "Search answers"), "FDI-1.1 ")
    assert f"Level {value}" in words(dialog)
    qtbot.keyClicks(control(dialog, QLineEdit, "Search answers"), "nosuchword")
    assert "No answer fits this search." in words(dialog)


def test_before_anything_is_handed_in_the_revisions_say_so(desktop, page):
    desktop._commands.actions["revisions"].trigger()
    assert "Nothing was handed in yet" in words(desktop.findChildren(RevisionsDialog)[-1])


def test_withdrawing_asks_says_what_it_means_and_can_be_followed_by_reopening(qtbot, desktop, page):
    assert not desktop._commands.actions["withdraw"].isEnabled()
    hand_in(page.opened)
    desktop.show_again()
    desktop._commands.actions["withdraw"].trigger()
    dialog = desktop.findChildren(WithdrawDialog)[-1]
    assert "nothing of this assessment is scored" in words(dialog)
    qtbot.mouseClick(control(dialog, QAbstractButton, "Withdraw revision 1"), Qt.MouseButton.LeftButton)
    assert page.opened.info.status is Status.WITHDRAWN
    assert not desktop._commands.actions["withdraw"].isEnabled()
    qtbot.waitUntil(lambda: "revision 2, withdrawn" in words(desktop))
    desktop.reopen()
    assert page.opened.info.revision == 3
    assert not page.opened.locked


def test_reopening_stands_in_the_menu_of_a_revision_handed_in(desktop, page):
    reopen = desktop._commands.actions["reopen"]
    assert not reopen.isEnabled()
    page.choose_level(2)
    hand_in(page.opened)
    desktop.show_again()
    reopen.trigger()
    assert (page.opened.locked, page.opened.info.revision) == (False, 2)
    assert not reopen.isEnabled()


def test_what_is_typed_in_one_go_is_one_change(page, history):
    for text in ("Be", "Because", "Because the act", "Because the act is in force."):
        page.editing.set_justification("FDI-1.1", text)
    (row,) = shown(history(), EntryRow)
    assert "nothing became Because the act is in force." in row.accessibleName()
