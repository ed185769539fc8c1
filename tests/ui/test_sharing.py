"""A questionnaire shared between two workspaces, through the visible controls of both."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QLineEdit, QTextEdit, QWidget

from tests.ui.finding_widgets import control, shown
from ui.main_window import MainWindow
from ui.sharing.compare_dialog import CompareDialog
from ui.sharing.compare_page import ComparePage
from ui.sharing.entry_list import EntryList
from ui.sharing.join_page import JoinPage
from ui.sharing.part_dialog import PartDialog
from ui.sharing.share_dialog import ShareDialog
from ui.sharing.side_cell import SideCell
from ui.sharing.write_back import WriteBack
from wb6assess.exchange.answers import write_document
from wb6assess.exchange.package import write_package
from wb6assess.model.assessment import Answer, Confidence
from wb6assess.session.parts import write_part
from wb6assess.session.samples import sample_answers
from wb6assess.settings import questionnaires_folder

ANA = ("FDI-2", "FDI-3")
MINE, HERS, HERS_TOO = "FDI-1.1", "FDI-2.1", "FDI-3.1"


@pytest.fixture
def desktop(qtbot, appearance, tmp_path):
    """A window on a workspace of its own, one for each colleague."""

    def made(name: str) -> MainWindow:
        window = MainWindow(tmp_path / name, questionnaires_folder(), appearance)
        window.preferences.output_folder = str(tmp_path / f"files of {name}")
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.ready, timeout=30_000):
            window.show()
        window.open_workspace()
        window.resize(1440, 900)
        return window

    return made


@pytest.fixture
def whole(desktop) -> MainWindow:
    """The expert's own window with an open questionnaire."""
    window = desktop("expert")
    made = window.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    window.open_assessment(made)
    opened(window).record_all({MINE: Answer(3), HERS: Answer(1, justification="As it was.")})
    return window


def opened(window: MainWindow):
    return window.questionnaire.opened


def click(qtbot, part: QWidget) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def words(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisibleTo(root))


def command(window: MainWindow, name: str) -> None:
    action = window._commands.actions[name]
    assert action.isEnabled()
    action.trigger()


def the(window: MainWindow, kind: type):
    """The newest dialog or page of a kind."""
    return window.findChildren(kind)[-1]


def share(qtbot, window: MainWindow, persons: dict[str, str]) -> ShareDialog:
    command(window, "share")
    dialog = the(window, ShareDialog)
    for pillar, name in persons.items():
        field = control(dialog, QLineEdit, f"Who answers pillar {pillar.rsplit('-', 1)[-1]},")
        field.clear()
        qtbot.keyClicks(field, name)
    return dialog


def files(window: MainWindow) -> list[Path]:
    return sorted(Path(window.preferences.output_folder).iterdir())


def choose_file(monkeypatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def choose_files(monkeypatch, *paths: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(p) for p in paths], ""))


def part_for_ana(window: MainWindow, tmp_path: Path, changes: dict[str, Answer]) -> Path:
    """A part as Ana sends it back, made without her window."""
    from wb6assess.exchange.parts import part_bytes

    path = tmp_path / "back.wb6part.json"
    part = write_part(path, opened(window), ANA, "Ana")
    answers = {**part.document.answers, **changes}
    path.write_bytes(part_bytes(replace(part, document=replace(part.document, answers=answers))))
    return path


def take_back(qtbot, monkeypatch, window: MainWindow, *paths: Path) -> JoinPage:
    choose_files(monkeypatch, *paths)
    command(window, "take_back")
    page = the(window, JoinPage)
    qtbot.waitUntil(lambda: not page.reading, timeout=30_000)
    return page


def key(qtbot, page: QWidget, pressed: Qt.Key) -> None:
    qtbot.keyClick(control(page, EntryList, "Questions"), pressed)


def test_two_colleagues_split_answer_and_join(qtbot, desktop, whole, monkeypatch):
    dialog = share(qtbot, whole, {"FDI-2": "Ana", "FDI-3": "ana"})
    click(qtbot, control(dialog, QAbstractButton, "Write one part"))
    qtbot.waitUntil(lambda: dialog._writer.has_written, timeout=30_000)
    assert control(dialog, QAbstractButton, "Open folder").isVisibleTo(dialog)
    click(qtbot, control(dialog, QAbstractButton, "Close"))
    (sent,) = files(whole)
    assert sent.name == "fdi-screening_AL_E07_Ana.wb6part.json"
    assert opened(whole).assignment() == {"FDI-2": "Ana", "FDI-3": "Ana"}

    ana = desktop("colleague")
    choose_file(monkeypatch, sent)
    ana.files.open_file()
    offer = the(ana, PartDialog)
    qtbot.waitUntil(lambda: bool(shown(offer, QAbstractButton, "Answer this part here")))
    click(qtbot, control(offer, QAbstractButton, "Go on"))
    hers = opened(ana)
    assert hers.part.pillars == ANA
    every = sample_answers(hers.instrument, "AL", "E07", 3, hers.parameters)
    given = {item: answer for item, answer in every.items() if hers.is_ours(item)}
    hers.record_all(given)
    ana.show_again()
    click(qtbot, control(ana.questionnaire, QAbstractButton, "Write my part back"))
    back = the(ana, WriteBack)
    assert "questions are answered." in words(back)
    click(qtbot, control(back, QAbstractButton, "Write the part"))
    qtbot.waitUntil(lambda: back._writer.has_written, timeout=30_000)
    (returned,) = files(ana)

    page = take_back(qtbot, monkeypatch, whole, returned)
    click(qtbot, control(page, QAbstractButton, "Join into revision 1"))
    assert "One undo takes all of it back." in words(page)
    assert opened(whole).answers == {MINE: Answer(3), **given}
    click(qtbot, control(page, QAbstractButton, "Go on answering"))
    assert whole.questionnaire.isVisible()
    command(whole, "undo")
    assert opened(whole).answers == {MINE: Answer(3), HERS: Answer(1, justification="As it was.")}


def test_a_part_shows_the_other_pillars_and_lets_nobody_change_them(
    qtbot, desktop, whole, tmp_path, monkeypatch
):
    choose_file(monkeypatch, part_for_ana(whole, tmp_path, {}))
    ana = desktop("colleague")
    ana.files.open_file()
    offer = the(ana, PartDialog)
    qtbot.waitUntil(lambda: bool(shown(offer, QAbstractButton, "Answer this part here")))
    click(qtbot, control(offer, QAbstractButton, "Go on"))
    ana.ask("go_to", MINE)
    assert "Not yours: E07 answers this" in words(ana.questionnaire)
    assert control(ana.questionnaire, QTextEdit, "Justification").isReadOnly()
    command(ana, "level_4")
    assert opened(ana).answer(MINE).empty
    ana.ask("go_to", HERS)
    command(ana, "level_4")
    assert opened(ana).answer(HERS).value == 4
    assert not ana._commands.actions["share"].isEnabled()


def test_what_is_given_to_nobody_is_said_and_the_button_waits_for_a_name(qtbot, whole):
    dialog = share(qtbot, whole, {})
    assert "Nobody is named yet" in words(dialog)
    assert not control(dialog, QAbstractButton, "Keep it so").isEnabled()
    field = control(dialog, QLineEdit, "Who answers pillar 2,")
    qtbot.keyClicks(field, "Ana")
    assert "are given to nobody, so they stay with you." in words(dialog)
    assert control(dialog, QAbstractButton, "Write one part").isEnabled()


def test_a_folder_in_the_way_is_said_in_place_and_tried_again(qtbot, whole):
    in_the_way = Path(whole.preferences.output_folder) / "fdi-screening_AL_E07_Ana.wb6part.json"
    in_the_way.mkdir(parents=True)
    dialog = share(qtbot, whole, {"FDI-2": "Ana"})
    click(qtbot, control(dialog, QAbstractButton, "Write one part"))
    qtbot.waitUntil(lambda: dialog._writer.has_written, timeout=30_000)
    qtbot.waitUntil(lambda: "is a folder" in words(dialog))
    in_the_way.rmdir()
    click(qtbot, control(dialog, QAbstractButton, "Try again"))
    qtbot.waitUntil(in_the_way.is_file, timeout=30_000)


def test_an_answer_given_twice_needs_a_choice_by_a_key(qtbot, whole, tmp_path, monkeypatch):
    path = part_for_ana(whole, tmp_path, {HERS: Answer(4), HERS_TOO: Answer(2)})
    opened(whole).record(HERS, Answer(2))
    page = take_back(qtbot, monkeypatch, whole, path)
    join = control(page, QAbstractButton, "Join into revision 1")
    assert not join.isEnabled()
    assert "One answer is left to choose. Nothing is stored before you join." in words(page)
    click(qtbot, control(page, QAbstractButton, "Next to choose"))
    assert page.item == HERS
    assert {cell.accessibleName().split(",")[0] for cell in shown(page, SideCell)} == {"Ours", "Ana"}
    key(qtbot, page, Qt.Key.Key_2)
    assert join.isEnabled()
    key(qtbot, page, Qt.Key.Key_Left)
    key(qtbot, page, Qt.Key.Key_Right)
    assert opened(whole).answer(HERS) == Answer(2)
    click(qtbot, join)
    assert opened(whole).answer(HERS) == Answer(4)
    assert opened(whole).answer(HERS_TOO) == Answer(2)


def test_what_a_colleague_was_not_asked_is_left_out_unless_chosen(qtbot, whole, tmp_path, monkeypatch):
    path = part_for_ana(whole, tmp_path, {MINE: Answer(5), HERS_TOO: Answer(2)})
    page = take_back(qtbot, monkeypatch, whole, path)
    page.show_item(MINE)
    assert "Ana was not asked this" in words(page)
    key(qtbot, page, Qt.Key.Key_Right)
    key(qtbot, page, Qt.Key.Key_Left)
    click(qtbot, control(page, QAbstractButton, "Join into revision 1"))
    assert opened(whole).answer(MINE) == Answer(3)
    assert opened(whole).answer(HERS_TOO) == Answer(2)


def test_a_file_that_is_no_part_is_named_and_keeps_no_other_back(qtbot, whole, tmp_path, monkeypatch):
    broken = tmp_path / "broken.wb6part.json"
    broken.write_text("{")
    path = part_for_ana(whole, tmp_path, {HERS: Answer(4)})
    page = take_back(qtbot, monkeypatch, whole, broken, path)
    assert "broken.wb6part.json is not readable" in words(page)
    assert control(page, QAbstractButton, "Join into revision 1").isEnabled()


def test_parts_that_are_missing_and_pillars_nobody_has_are_listed(qtbot, whole, tmp_path, monkeypatch):
    opened(whole).assign({"FDI-2": "Ana", "FDI-3": "Ana", "FDI-4": "Besnik"})
    path = part_for_ana(whole, tmp_path, {HERS: Answer(4)})
    page = take_back(qtbot, monkeypatch, whole, path)
    assert "Still to come from Besnik: pillar 4." in words(page)
    assert "Given to nobody: pillars 1, 5, 6, 7." in words(page)


def compare_with(qtbot, monkeypatch, window: MainWindow, path: Path) -> ComparePage:
    choose_file(monkeypatch, path)
    command(window, "compare")
    dialog = the(window, CompareDialog)
    with qtbot.waitSignal(dialog.chosen, timeout=30_000):
        click(qtbot, control(dialog, QAbstractButton, "Choose the file…"))
    return the(window, ComparePage)


def copy_of(window: MainWindow, path: Path, changes: dict[str, Answer]) -> Path:
    document = opened(window).document()
    path.write_bytes(write_document(replace(document, answers={**document.answers, **changes})))
    return path


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


def test_a_part_opened_beside_its_whole_is_taken_back(qtbot, whole, tmp_path, monkeypatch):
    choose_file(monkeypatch, part_for_ana(whole, tmp_path, {HERS: Answer(4)}))
    whole.files.open_file()
    offer = the(whole, PartDialog)
    qtbot.waitUntil(lambda: bool(shown(offer, QAbstractButton, "Take the part back into the whole")))
    click(qtbot, control(offer, QAbstractButton, "Go on"))
    page = the(whole, JoinPage)
    click(qtbot, control(page, QAbstractButton, "Join into revision 1"))
    assert opened(whole).answer(HERS) == Answer(4)


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


def test_every_control_of_the_pages_has_a_name(qtbot, whole, tmp_path, monkeypatch):
    path = copy_of(whole, tmp_path / "copy.json", {HERS: Answer(4), HERS_TOO: Answer(2)})
    page = compare_with(qtbot, monkeypatch, whole, path)
    parts = [part for part in page.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert parts
    assert all(part.accessibleName() for part in parts if part.isVisibleTo(page))
