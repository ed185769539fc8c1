"""A questionnaire divided among colleagues and put together again, through the controls of both."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QTextEdit, QWidget

from tests.ui.finding_widgets import control, shown
from tests.ui.sharing.driving import (
    ANA,
    HERS,
    HERS_TOO,
    MINE,
    choose_file,
    click,
    command,
    compare_with,
    copy_of,
    files,
    key,
    opened,
    part_for_ana,
    the,
    words,
)
from ui.frame.main_window import MainWindow
from ui.sharing.join_page import JoinPage
from ui.sharing.part_dialog import PartDialog
from ui.sharing.share_dialog import ShareDialog
from ui.sharing.side_cell import SideCell
from ui.sharing.write_back import WriteBack
from wb6assess.model.assessment import Answer
from wb6assess.session.samples import sample_answers


def share(qtbot, window: MainWindow, persons: dict[str, str]) -> ShareDialog:
    command(window, "share")
    dialog = the(window, ShareDialog)
    for pillar, name in persons.items():
        field = control(dialog, QLineEdit, f"Who answers pillar {pillar.rsplit('-', 1)[-1]},")
        field.clear()
        qtbot.keyClicks(field, name)
    return dialog


def choose_files(monkeypatch, *paths: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(p) for p in paths], ""))


def take_back(qtbot, monkeypatch, window: MainWindow, *paths: Path) -> JoinPage:
    choose_files(monkeypatch, *paths)
    command(window, "take_back")
    page = the(window, JoinPage)
    qtbot.waitUntil(lambda: not page.reading, timeout=30_000)
    return page


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


def test_a_part_opened_beside_its_whole_is_taken_back(qtbot, whole, tmp_path, monkeypatch):
    choose_file(monkeypatch, part_for_ana(whole, tmp_path, {HERS: Answer(4)}))
    whole.files.open_file()
    offer = the(whole, PartDialog)
    qtbot.waitUntil(lambda: bool(shown(offer, QAbstractButton, "Take the part back into the whole")))
    click(qtbot, control(offer, QAbstractButton, "Go on"))
    page = the(whole, JoinPage)
    click(qtbot, control(page, QAbstractButton, "Join into revision 1"))
    assert opened(whole).answer(HERS) == Answer(4)


def test_every_control_of_the_pages_has_a_name(qtbot, whole, tmp_path, monkeypatch):
    path = copy_of(whole, tmp_path / "copy.json", {HERS: Answer(4), HERS_TOO: Answer(2)})
    page = compare_with(qtbot, monkeypatch, whole, path)
    parts = [part for part in page.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert parts
    assert all(part.accessibleName() for part in parts if part.isVisibleTo(page))
