"""The coordinator's inbox in the window: look first, take in, take back, settle conflicts."""

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.desk_pages import (
    EXPERTS,
    document,
    imported,
    settled,
    three_files,
    wait_for,
    write,
)
from tests.ui.finding_widgets import control, shown
from ui.desk.choices import WideBox
from ui.desk.table.view import DeskTable
from ui.widgets.button import Button
from ui.widgets.labels import Words
from ui.widgets.segment import Segment


@pytest.fixture
def inbox(desk):
    page = desk.go_to_room("inbox")
    settled(page)
    return page


def outcomes(page) -> list[str]:
    tables = shown(page, DeskTable, "Files received")
    return [row.cells[-1].text for table in tables for row in table.content.rows]


def look(page, files) -> None:
    page.intake.look_at(files)
    wait_for(lambda: page.intake.pending and not page.intake.busy)


def test_an_empty_inbox_says_what_to_do(inbox):
    assert control(inbox, Button, "Add folder…")
    assert "Drop workbooks or packages here" in inbox._none._words.text()


def test_a_look_says_what_would_happen_and_changes_nothing(inbox, tmp_path, desk_library):
    files = three_files(tmp_path / "in", desk_library)
    look(inbox, files)
    assert inbox.intake.preview.words.text() == "3 new. Nothing is taken in yet."
    assert outcomes(inbox) == ["Accepted"] * 3
    assert inbox.state.workspace.inbox.intakes() == []
    control(inbox, Button, "Leave them").click()
    assert outcomes(inbox) == []


def test_a_first_look_names_the_questionnaire_by_its_title(inbox, tmp_path, desk_library):
    look(inbox, three_files(tmp_path / "in", desk_library))
    (table,) = shown(inbox, DeskTable, "Files received")
    assert {row.cells[3].text for row in table.content.rows} == {desk_library.instrument("drawn").title}


def test_files_added_to_a_look_are_looked_at_with_the_others(inbox, tmp_path, desk_library):
    first, *others = three_files(tmp_path / "in", desk_library)
    look(inbox, [first])
    look(inbox, others)
    wait_for(lambda: len(outcomes(inbox)) == 3)
    control(inbox, Button, "Take in").click()
    wait_for(lambda: inbox.intake.found is not None and not inbox.intake.pending)
    settled(inbox)
    assert {key.expert for key in inbox.state.result.effective} == set(EXPERTS)


def test_files_that_were_left_do_not_come_again(inbox, tmp_path, desk_library):
    first, *others = three_files(tmp_path / "in", desk_library)
    look(inbox, [first])
    control(inbox, Button, "Leave them").click()
    look(inbox, others)
    assert len(outcomes(inbox)) == 2


def test_the_keyboard_goes_to_taking_in_after_a_look(qtbot, inbox, tmp_path, desk_library):
    with qtbot.waitActive(inbox.window()):
        inbox.window().activateWindow()
    look(inbox, three_files(tmp_path / "in", desk_library))
    assert QApplication.focusWidget() is control(inbox, Button, "Take in")


def test_taking_in_keeps_the_files_and_scores_them(inbox, tmp_path, desk_library):
    look(inbox, three_files(tmp_path / "in", desk_library))
    control(inbox, Button, "Take in").click()
    wait_for(lambda: inbox.intake.found is not None and not inbox.intake.pending)
    settled(inbox)
    assert {key.expert for key in inbox.state.result.effective} == set(EXPERTS)
    assert "3 experts" in inbox.head.subtitle.text()
    assert inbox.head.chip.isVisible()


def test_what_was_said_of_the_last_files_goes_with_the_next_look(inbox, tmp_path, desk_library):
    files = three_files(tmp_path / "in", desk_library)
    look(inbox, files[:1])
    control(inbox, Button, "Take in").click()
    wait_for(lambda: inbox.intake.found is not None and not inbox.intake.pending)
    assert any("Originals of all accepted files" in words.text() for words in inbox.findChildren(Words))
    look(inbox, files[1:])
    assert not any("Originals of all accepted" in words.text() for words in inbox.findChildren(Words))


def test_dropped_files_are_looked_at(inbox, tmp_path, desk_library):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in three_files(tmp_path / "in", desk_library)])
    event = QDropEvent(
        QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    inbox.dropEvent(event)
    wait_for(lambda: inbox.intake.pending and not inbox.intake.busy)
    assert len(inbox.intake.found.files) == 3


def test_a_bad_file_is_refused_with_its_reason_and_stops_no_other(inbox, tmp_path, desk_library):
    folder = tmp_path / "in"
    three_files(folder, desk_library)
    (folder / "broken.json").write_text('{"format": "wb6assess-answers/1", "assessment": 1}')
    look(inbox, [folder])
    box = control(inbox, WideBox, "Filter by outcome")
    box.setCurrentIndex(box.findData("refused"))
    box.picked.emit("refused")
    table = control(inbox, DeskTable, "Files received")
    assert [row.cells[0].text for row in table.content.rows] == ["broken.json"]
    assert "broken.json" in inbox.detail._reason.text()
    control(inbox, Button, "Copy a reply").click()
    reply = QGuiApplication.clipboard().text()
    assert "broken.json" in reply
    assert str(tmp_path) not in reply  # it goes to an expert
    control(inbox, Button, "Take in").click()
    wait_for(lambda: inbox.intake.found is not None and not inbox.intake.pending)
    settled(inbox)
    assert len(inbox.state.result.effective) == 3


BROKEN = '{"format": "wb6assess-answers/1", "assessment": 1}'


def names(page) -> list[str]:
    tables = shown(page, DeskTable, "Files received")
    return [row.cells[0].text for table in tables for row in table.content.rows]


def test_those_that_need_somebody_are_a_click_away(desk, tmp_path, desk_library):
    folder = tmp_path / "in"
    three_files(folder, desk_library)
    (folder / "broken.json").write_text(BROKEN)
    room = imported(desk, [folder])
    segment = control(room, Segment, "Which files")
    assert [part.accessibleName() for part in segment._parts] == ["All 4", "Needs you 1"]
    segment._parts[1].click()
    assert names(room) == ["broken.json"]
    segment._parts[0].click()
    assert len(names(room)) == 4


def test_what_was_refused_is_listed_after_a_new_start_until_it_is_left(desk, tmp_path, desk_library):
    folder = tmp_path / "in"
    three_files(folder, desk_library)
    (folder / "broken.json").write_text(BROKEN)
    room = imported(desk, [folder])
    room.intake.forget()  # as after a new start: no import of this session
    room.refresh()
    assert "broken.json" in names(room)
    control(room, DeskTable, "Files received").choose(
        next(key for key in room._reports if key.endswith("broken.json"))
    )
    assert "an object in braces is needed" in room.detail._reason.text()
    control(room, Button, "Leave it refused").click()
    wait_for(lambda: "broken.json" not in names(room))
    assert room.state.workspace.inbox.refusals.standing() == ()


def test_stray_files_share_one_calm_line(inbox, tmp_path, desk_library):
    folder = tmp_path / "in"
    three_files(folder, desk_library)
    for name in ("a.pdf", "b.pdf", "c.png"):
        (folder / name).write_bytes(b"%PDF-1.4")
    look(inbox, [folder])
    assert len(names(inbox)) == 3
    assert inbox._stray.text() == "3 other files hold no expert's answers: 2 .pdf, 1 .png."
    box = control(inbox, WideBox, "Filter by outcome")
    box.setCurrentIndex(box.findData("not-a-submission"))
    box.picked.emit("not-a-submission")
    assert names(inbox) == ["a.pdf", "b.pdf", "c.png"]


def test_a_newer_revision_is_named_as_such(desk, tmp_path, desk_library):
    imported(desk, three_files(tmp_path / "in", desk_library))
    newer = document(desk_library, "E01", revision=2, seed=9)
    room = imported(desk, [write(tmp_path / "more", newer)])
    assert outcomes(room) == ["Newer, replaces 1"]
    key = newer.identity
    assert room.state.result.effective[key].revision == 2


def test_an_import_is_taken_back(desk, tmp_path, desk_library):
    room = imported(desk, three_files(tmp_path / "in", desk_library))
    control(room, Button, "Imports…").click()
    dialog = next(d for d in room.findChildren(QDialog) if d.isVisible())
    control(dialog, Button, "Take this import back").click()
    wait_for(lambda: room.state.known and room.state.result is None and not room.state.busy)
    assert outcomes(room) == []
    assert room.state.workspace.inbox.intakes()[0].undone_at is not None


def test_the_original_bytes_are_given_back(desk, tmp_path, desk_library, monkeypatch):
    monkeypatch.setattr("ui.desk.inbox.originals.QDesktopServices.openUrl", lambda _url: True)
    files = three_files(tmp_path / "in", desk_library)
    wanted = files[0].read_bytes()
    room = imported(desk, files)
    shutil.rmtree(tmp_path / "in")
    table = control(room, DeskTable, "Files received")
    table.choose(next(row.key for row in table.content.rows if row.key.endswith(files[0].name)))
    assert control(room, Button, "Show original…").isVisible()
    report = room.detail._report
    room.originals.copy(report, tmp_path / "copy.json")
    wait_for(lambda: (tmp_path / "copy.json").exists())
    assert (tmp_path / "copy.json").read_bytes() == wanted


def test_reading_can_be_cancelled_and_takes_nothing_in(inbox, tmp_path, desk_library):
    files = [
        write(tmp_path / "in", replace(document(desk_library, f"E{n:02}"), assessment_id=f"{n}"))
        for n in range(1, 9)
    ]
    inbox.intake.look_at(files)
    inbox.intake.stop()
    wait_for(lambda: not inbox.intake.busy)
    QApplication.processEvents()
    assert inbox.intake.found is None
    assert inbox.trouble.text() == "Stopped. Nothing was taken in."


def test_the_list_is_copied_as_a_table(desk, tmp_path, desk_library):
    room = imported(desk, three_files(tmp_path / "in", desk_library))
    control(room, Button, "Copy table").click()
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().splitlines()
    assert lines[0].split("\t")[0] == "File"
    assert len(lines[1].split("\t")) == 6
    assert "<table>" in data.html()
    assert "SAMPLE DATA" in data.text()


def test_the_same_files_again_bring_nothing_new(desk, tmp_path, desk_library):
    files = three_files(tmp_path / "in", desk_library)
    room = imported(desk, files)
    room = imported(desk, [*files, *files])
    assert outcomes(room) == ["Already there"] * 3
    assert len(room.state.workspace.inbox.intakes()) == 1
    assert len(room.state.result.effective) == 3


def test_a_decisions_file_dropped_here_says_where_it_belongs(inbox, tmp_path):
    path = tmp_path / "meeting.json"
    path.write_text('{"format": "wb6assess-decisions/1", "decisions": []}')
    look(inbox, [path])
    assert outcomes(inbox) == ["Refused"]
    assert "--decisions" in inbox.detail._reason.text()
    assert not inbox.detail._reply.isVisible()  # nobody is to be written to
    assert not control(inbox, Button, "Leave them").isHidden()
    assert not [b for b in shown(inbox, Button) if b.text() == "Take in"]


def test_in_a_folder_a_decisions_file_has_a_line_but_needs_nobody(inbox, tmp_path, desk_library):
    folder = tmp_path / "in"
    three_files(folder, desk_library)
    (folder / "meeting.json").write_text('{"format": "wb6assess-decisions/1", "decisions": []}')
    look(inbox, [folder])
    assert sorted(outcomes(inbox)) == ["Accepted"] * 3 + ["Passed over"]
