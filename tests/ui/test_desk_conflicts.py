"""Files that contradict each other, in the window: side by side, settled, taken back."""

from dataclasses import replace

from tests.ui.desk_pages import (
    document,
    doubtful,
    first_ladder,
    imported,
    settled,
    three_files,
    wait_for,
    write,
)
from tests.ui.finding_widgets import control, shown
from ui.desk.table.view import DeskTable
from ui.widgets.button import Button
from ui.widgets.option_row import OptionRow
from ui.widgets.textbox import TextBox
from wb6assess.model.assessment import Status


def outcomes(page) -> list[str]:
    tables = shown(page, DeskTable, "Files received")
    return [row.cells[-1].text for table in tables for row in table.content.rows]


def three_forms(folder, library):
    """Three different contents of one expert's first revision, and two other experts."""
    item = first_ladder(library)
    first = document(library, "E01")
    files = three_files(folder, library)
    for level, name in ((0, "second.json"), (5, "third.json")):
        changed = {**first.answers, item: replace(first.answers[item], value=level)}
        files.append(write(folder, replace(first, answers=changed), name))
    return first, item, files


def open_conflict(room, name):
    table = control(room, DeskTable, "Files received")
    table.choose(next(row.key for row in table.content.rows if row.key.endswith(name)))
    control(room, Button, "Compare and settle…").click()
    wait_for(lambda: room.conflict.isVisible())


def test_a_conflict_is_compared_and_settled_with_a_reason(desk, tmp_path, desk_library):
    item = first_ladder(desk_library)
    first = document(desk_library, "E01")
    files = [*three_files(tmp_path / "in", desk_library)]
    files.append(write(tmp_path / "other", doubtful(first, item), "edited.json"))
    room = imported(desk, files)
    assert outcomes(room).count("Conflict in revision 1") == 2
    assert first.identity not in room.state.result.effective
    table = control(room, DeskTable, "Files received")
    table.choose(next(row.key for row in table.content.rows if row.key.endswith("edited.json")))
    control(room, Button, "Compare and settle…").click()
    wait_for(lambda: room.conflict.isVisible())
    differing = control(room, DeskTable, "Questions the files answer differently")
    assert [row.key for row in differing.content.rows] == [item]
    settle = control(room, Button, "Let this file count")
    assert not settle.isEnabled()
    (chosen,) = [row for row in shown(room, OptionRow) if "edited.json" in row.accessibleName()]
    chosen.click()
    control(room, TextBox, "Reason").setPlainText("The expert confirmed it by mail.")
    assert settle.isEnabled()
    settle.click()
    wait_for(lambda: room._pages.currentIndex() == 0)
    settled(room)
    counted = room.state.result.effective[first.identity]
    assert counted.answers[item].state is not None
    (choice,) = room.state.workspace.inbox.resolutions()
    assert choice.reason == "The expert confirmed it by mail."


def test_three_forms_of_a_revision_stand_side_by_side(desk, tmp_path, desk_library):
    first, item, files = three_forms(tmp_path / "in", desk_library)
    room = imported(desk, files)
    assert outcomes(room).count("Conflict in revision 1") == 3
    open_conflict(room, "third.json")
    content = control(room, DeskTable, "Questions the files answer differently").content
    assert len(content.columns) == 5  # question, three files, in what they differ
    (row,) = content.rows
    assert (row.key, len({cell.text for cell in row.cells[1:4]})) == (item, 3)
    (chosen,) = [row for row in shown(room, OptionRow) if "third.json" in row.accessibleName()]
    chosen.click()
    control(room, TextBox, "Reason").setPlainText("The expert confirmed it by mail.")
    control(room, Button, "Let this file count").click()
    wait_for(lambda: room._pages.currentIndex() == 0)
    settled(room)
    assert sorted(outcomes(room)).count("Set aside") == 2
    assert room.state.result.effective[first.identity].answers[item].value == 5


def test_a_choice_is_taken_back_with_a_reason_and_stays_readable(desk, tmp_path, desk_library):
    first, _, files = three_forms(tmp_path / "in", desk_library)
    room = imported(desk, files)
    open_conflict(room, "third.json")
    (chosen,) = [row for row in shown(room, OptionRow) if "third.json" in row.accessibleName()]
    chosen.click()
    control(room, TextBox, "Reason").setPlainText("By mail.")
    control(room, Button, "Let this file count").click()
    wait_for(lambda: room._pages.currentIndex() == 0)
    settled(room)
    open_conflict(room, "second.json")
    assert "One of them was chosen" in room.conflict._words.text()
    control(room, TextBox, "Reason").setPlainText("It was another mail.")
    control(room, Button, "Take the choice back").click()
    wait_for(lambda: room._pages.currentIndex() == 0)
    settled(room)
    assert outcomes(room).count("Conflict in revision 1") == 3
    assert first.identity not in room.state.result.effective
    reasons = [choice.reason for choice in room.state.workspace.inbox.choices()]
    assert reasons == ["By mail.", "It was another mail."]


def test_forms_of_one_name_are_told_apart(desk, tmp_path, desk_library):
    first = document(desk_library, "E01")
    edited = doubtful(first, first_ladder(desk_library))
    files = [
        write(tmp_path / form, made, "answers.json") for form, made in (("a", first), ("b", edited))
    ]
    room = imported(desk, files)
    open_conflict(room, "answers.json")
    names_ = {row.accessibleName().splitlines()[0] for row in shown(room, OptionRow)}
    heads = [
        c.head
        for c in control(room, DeskTable, "Questions the files answer differently").content.columns
    ]
    assert len(names_) == len(set(heads[1:3])) == 2
    assert all(head.startswith("answers.json (") for head in heads[1:3])


def test_a_withdrawal_against_the_same_answers_is_named(desk, tmp_path, desk_library):
    first = document(desk_library, "E01")
    files = [
        write(tmp_path, first, "handed in.json"),
        write(tmp_path, replace(first, status=Status.WITHDRAWN), "back.json"),
    ]
    room = imported(desk, files)
    open_conflict(room, "back.json")
    assert "takes the assessment back" in room.conflict._words.text()
    (row,) = [row for row in shown(room, OptionRow) if "back.json" in row.accessibleName()]
    assert "Withdrawn" in row.accessibleName()
