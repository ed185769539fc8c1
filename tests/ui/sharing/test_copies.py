"""Two copies of a questionnaire compared answer by answer and joined, through visible controls."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.ui.finding_widgets import control, shown
from tests.ui.sharing.driving import (
    HERS,
    HERS_TOO,
    MINE,
    choose_file,
    click,
    command,
    compare_with,
    copy_of,
    key,
    opened,
    part_for_ana,
    the,
    words,
)
from ui.sharing.compare_dialog import CompareDialog
from ui.sharing.compare_page import ComparePage
from ui.sharing.entry_list import EntryList
from ui.sharing.side_cell import SideCell
from wb6assess.exchange.answers import write_document
from wb6assess.exchange.package import write_package
from wb6assess.model.assessment import Answer, Confidence
from wb6assess.session.samples import sample_answers


def test_two_copies_are_joined_part_by_part(qtbot, whole, tmp_path, monkeypatch):
    theirs = Answer(4, confidence=Confidence.HIGH, justification="As it is now.")
    path = copy_of(whole, tmp_path / "copy.json", {HERS: theirs, HERS_TOO: Answer(2)})
    page = compare_with(qtbot, monkeypatch, whole, path)
    assert page.item == HERS
    cells = {cell.accessibleName(): cell for cell in shown(page, SideCell)}
    cell = cells["The other copy, Justification: As it is now."]
    assert cell.accessibleDescription() == "Different here: is now"
    key(qtbot, page, Qt.Key.Key_3)
    click(qtbot, cell)
    assert cell.isChecked()
    assert cells["Ours, Answer: " + cells_text(cells, "Ours, Answer: ")].isChecked()
    key(qtbot, page, Qt.Key.Key_Down)
    assert page.item == HERS_TOO
    key(qtbot, page, Qt.Key.Key_1)
    click(qtbot, control(page, QAbstractButton, "Join into revision 1"))
    assert opened(whole).answer(HERS) == Answer(1, justification="As it is now.")
    assert opened(whole).answer(HERS_TOO).empty


def cells_text(cells: dict[str, SideCell], beginning: str) -> str:
    return next(name for name in cells if name.startswith(beginning)).removeprefix(beginning)


def test_one_side_for_all_that_is_left(qtbot, whole, tmp_path, monkeypatch):
    changes = {HERS: Answer(4), HERS_TOO: Answer(2), MINE: Answer(5)}
    page = compare_with(qtbot, monkeypatch, whole, copy_of(whole, tmp_path / "copy.json", changes))
    click(qtbot, control(page, QAbstractButton, "The others' for all left"))
    click(qtbot, control(page, QAbstractButton, "Join into revision 1"))
    assert opened(whole).answers == changes


def test_joining_into_a_handed_in_revision_asks_first_and_begins_the_next(
    qtbot, whole, tmp_path, monkeypatch
):
    mine = opened(whole)
    mine.record_all(sample_answers(mine.instrument, "AL", "E07", 3, mine.parameters))
    path = copy_of(whole, tmp_path / "copy.json", {HERS: Answer(0, justification="Otherwise.")})
    mine.submit()
    whole.show_again()
    before = dict(mine.answers)
    page = compare_with(qtbot, monkeypatch, whole, path)
    key(qtbot, page, Qt.Key.Key_2)
    click(qtbot, control(page, QAbstractButton, "Join into revision 2"))
    assert "Revision 1 is handed in. Joining begins revision 2" in words(page)
    assert mine.locked
    click(qtbot, control(page, QAbstractButton, "Not now"))
    assert dict(mine.answers) == before
    click(qtbot, control(page, QAbstractButton, "Join into revision 2"))
    click(qtbot, control(page, QAbstractButton, "Begin revision 2 and join"))
    assert (mine.info.revision, mine.locked) == (2, False)
    assert mine.answer(HERS) == Answer(0, justification="Otherwise.")


def test_an_earlier_revision_stands_beside_the_open_one(qtbot, whole):
    mine = opened(whole)
    mine.record_all(sample_answers(mine.instrument, "AL", "E07", 3, mine.parameters))
    mine.submit()
    mine.reopen()
    before = mine.answer(HERS)
    mine.record(HERS, replace(before, justification="Later."))
    command(whole, "compare")
    dialog = the(whole, CompareDialog)
    click(qtbot, control(dialog, QAbstractButton, "Revision 1"))
    click(qtbot, control(dialog, QAbstractButton, "Compare"))
    page = the(whole, ComparePage)
    key(qtbot, page, Qt.Key.Key_2)
    click(qtbot, control(page, QAbstractButton, "Join into revision 2"))
    assert mine.answer(HERS) == before


def test_another_questionnaires_copy_is_refused_in_place(qtbot, whole, tmp_path, monkeypatch):
    document = opened(whole).document()
    other = replace(document, identity=replace(document.identity, expert="E99"))
    path = tmp_path / "other.json"
    path.write_bytes(write_document(other))
    choose_file(monkeypatch, path)
    command(whole, "compare")
    dialog = the(whole, CompareDialog)
    click(qtbot, control(dialog, QAbstractButton, "Choose the file…"))
    qtbot.waitUntil(lambda: "belongs to another assessment" in words(dialog), timeout=30_000)
    assert dialog.isVisible()


def test_copies_that_agree_say_so(qtbot, whole, tmp_path, monkeypatch):
    page = compare_with(qtbot, monkeypatch, whole, copy_of(whole, tmp_path / "copy.json", {}))
    assert "Both copies answer every question alike." in words(page)
    assert not control(page, QAbstractButton, "Join into revision 1").isEnabled()
    click(qtbot, control(page, QAbstractButton, "All"))
    assert page.item == MINE


def test_leaving_stores_nothing_and_escape_leaves(qtbot, whole, tmp_path, monkeypatch):
    path = copy_of(whole, tmp_path / "copy.json", {HERS: Answer(4)})
    page = compare_with(qtbot, monkeypatch, whole, path)
    key(qtbot, page, Qt.Key.Key_2)
    key(qtbot, page, Qt.Key.Key_Escape)
    assert whole.questionnaire.isVisible()
    assert opened(whole).answer(HERS) == Answer(1, justification="As it was.")


def test_what_was_chosen_survives_letters_of_another_size(qtbot, whole, tmp_path, monkeypatch):
    path = copy_of(whole, tmp_path / "copy.json", {HERS: Answer(4), HERS_TOO: Answer(2)})
    page = compare_with(qtbot, monkeypatch, whole, path)
    key(qtbot, page, Qt.Key.Key_2)
    whole.rebuild()
    page = whole.sharing.page
    assert page.isVisible()
    assert "One answer is left to choose." in words(page)


def test_the_keyboard_alone_chooses_and_joins(qtbot, whole, tmp_path, monkeypatch):
    changes = {HERS: Answer(4), HERS_TOO: Answer(2), MINE: Answer(5)}
    page = compare_with(qtbot, monkeypatch, whole, copy_of(whole, tmp_path / "copy.json", changes))
    questions = control(page, EntryList, "Questions")
    control_key = Qt.KeyboardModifier.ControlModifier
    for _ in changes:
        qtbot.keyClick(questions, Qt.Key.Key_Right)
        qtbot.keyClick(questions, Qt.Key.Key_Return, control_key)
    join = control(page, QAbstractButton, "Join into revision 1")
    qtbot.keyClick(join, Qt.Key.Key_Return)
    assert opened(whole).answers == changes


def test_headings_are_no_stops_for_the_arrows(qtbot, whole, tmp_path, monkeypatch):
    changes = {HERS: Answer(4), HERS_TOO: Answer(2), MINE: Answer(5)}
    page = compare_with(qtbot, monkeypatch, whole, copy_of(whole, tmp_path / "copy.json", changes))
    seen = [page.item]
    for _ in range(2):
        key(qtbot, page, Qt.Key.Key_Down)
        seen.append(page.item)
    assert seen == [MINE, HERS, HERS_TOO]


def test_a_package_is_compared_like_any_copy(qtbot, whole, tmp_path, monkeypatch):
    document = opened(whole).document()
    path = tmp_path / "copy.wb6"
    write_package(path, replace(document, answers={**document.answers, HERS: Answer(4)}), {})
    page = compare_with(qtbot, monkeypatch, whole, path)
    key(qtbot, page, Qt.Key.Key_2)
    click(qtbot, control(page, QAbstractButton, "Join into revision 1"))
    assert opened(whole).answer(HERS) == Answer(4)


def test_a_part_is_no_copy_to_compare_with(qtbot, whole, tmp_path, monkeypatch):
    choose_file(monkeypatch, part_for_ana(whole, tmp_path, {HERS: Answer(4)}))
    command(whole, "compare")
    dialog = the(whole, CompareDialog)
    click(qtbot, control(dialog, QAbstractButton, "Choose the file…"))
    qtbot.waitUntil(lambda: "is a part of a questionnaire" in words(dialog), timeout=30_000)
