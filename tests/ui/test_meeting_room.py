"""The meeting's room on the desk: prepare, start on a screen, write the papers."""

from datetime import date

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from shiboken6 import isValid

from tests import meetings
from tests.exports import papers
from tests.meetings import CONTESTED, EXPERTS, REASON
from tests.ui.finding_widgets import control
from tests.ui.test_meeting_window import press, texts_of, write
from ui.desk.choices import WideBox
from ui.frame.main_window import MainWindow
from ui.meeting.agenda_table import AgendaTable
from ui.meeting.form import Tick
from ui.meeting.window import MeetingWindow
from ui.widgets.button import Button
from ui.widgets.textbox import LONGEST_MS, LineField, TextBox
from wb6assess.errors import ErrorCode, StorageError
from wb6assess.store import drafts


@pytest.fixture(scope="module")
def questionnaires(tmp_path_factory):
    return meetings.questionnaires(tmp_path_factory.mktemp("room") / "questionnaires")


@pytest.fixture
def host(qtbot, appearance, tmp_path, questionnaires):
    made = MainWindow(tmp_path / "desktop", questionnaires, appearance)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitSignal(made.ready, timeout=30_000):
        made.show()
    made.open_workspace()
    made.preferences.output_folder = str(tmp_path / "out")
    meetings.hand_in(made.workspace, tmp_path / "in")
    return made


@pytest.fixture
def room(host):
    page = host.go_to_room("meeting")
    wait_for(lambda: page.state.result is not None and page.state.ready)
    yield page
    if isValid(page):  # else the main window was closed first, and took everything along
        if page._window is not None:
            page._window.close()
        wait_for(lambda: not isValid(page) or not (page.papers.busy or page.state.busy))


def wait_for(there):
    """Sleep in an event loop of its own, so that the work goes on meanwhile."""
    for _ in range(600):
        if there():
            return
        loop = QEventLoop()
        QTimer.singleShot(50, loop.quit)
        loop.exec()
    raise AssertionError("it never came")


def titles(room):
    table = control(room, AgendaTable, "Agenda")
    return [row.cells[0].text for row in table.content.rows]


def fill(room, name, words):
    field = control(room, LineField, name)
    field.setText(words)
    field.flush()


def written(room):
    wait_for(lambda: not room.papers.busy)
    return sorted(path.name for path in (room.window().folder.parent / "out").iterdir())


def started(room):
    """The meeting's window, once what it needs is read."""
    control(room, Button, "Start on screen").click()
    wait_for(lambda: room._window is not None)
    return room._window


def test_starting_twice_shows_the_same_window(room):
    start = control(room, Button, "Start on screen")
    window = started(room)
    start.click()
    assert room._window is window
    windows = [part for part in room.findChildren(MeetingWindow) if isValid(part)]
    assert windows == [window]


def test_a_second_click_while_it_opens_opens_no_second_window(room):
    start = control(room, Button, "Start on screen")
    start.click()
    assert not start.isEnabled()
    room.start()
    wait_for(lambda: room._window is not None and not room._opening.busy)
    assert len(room.findChildren(MeetingWindow)) == 1


def test_closing_the_desk_closes_the_meeting_first(room, host):
    window = started(room)
    shown_then = []
    window.left.connect(lambda: shown_then.append(host.workspace is not None))
    host.close()
    assert shown_then == [True]
    assert host.workspace is None


def test_what_was_half_decided_is_there_after_a_new_start(room, host):
    window = started(room)
    press(window, "Right", "2")
    write(window, "Half a thought")
    window.close()
    wait_for(lambda: not room.state.busy)
    host.workspace.__dict__.pop("inbox")  # what was only in memory is gone
    again = started(room)
    assert again._state.place == 1
    assert (again._state.draft.level, again._state.draft.reason) == (2, "Half a thought")
    write(again, " and the rest")
    assert again._state.draft.reason == "Half a thought and the rest"


def test_words_are_kept_while_they_are_written(room, host):
    window = started(room)
    meeting = window._state.meeting
    press(window, "2")
    kept = host.workspace.inbox.drafts.left(meeting)[window._state.item.place]
    assert (kept.level, kept.reason) == (2, "")
    write(window, "Half a")
    QTest.qWait(LONGEST_MS + 100)
    kept = host.workspace.inbox.drafts.left(meeting)[window._state.item.place]
    assert kept.reason == "Half a"


def test_what_cannot_be_kept_is_said_and_stays_on_screen(room, monkeypatch):
    window = started(room)

    def on_a_full_disk(*_args):
        raise StorageError(ErrorCode.DISK_FULL, path="disk")

    monkeypatch.setattr(drafts, "put_draft", on_a_full_disk)
    press(window, "2")
    assert "disk is full" in window._decision._trouble.accessibleName()
    window.close()
    wait_for(lambda: not room.state.busy)
    assert started(room)._state.draft.level == 2


def test_what_is_prepared_is_kept_as_it_is_written(room, host):
    control(room, TextBox, "Present, one line each").setPlainText("First\nSecond")
    QTest.qWait(LONGEST_MS + 100)
    (kept,) = host.workspace.inbox.meetings("2026")
    assert (kept.present, kept.agenda) == (("First", "Second"), tuple(("AL", q) for q in CONTESTED))
    control(room, AgendaTable, "Agenda").switch(("AL", "Q1"))
    (kept,) = host.workspace.inbox.meetings("2026")
    assert ("AL", "Q1") not in kept.agenda


def test_a_meeting_that_is_kept_goes_by_its_name(room):
    name = control(room, LineField, "Short name")
    assert not name.isReadOnly()
    name.setText("Tirana")
    control(room, LineField, "Chair").setFocus()
    assert room.save()
    assert name.isReadOnly()
    assert "new meeting" in name.toolTip()
    control(room, WideBox, "Meeting").picked.emit("new")
    assert not name.isReadOnly()


def test_who_comes_late_is_counted_on_the_screen_and_stays_when_an_item_is_postponed(room, host):
    window = started(room)
    write(window, "Half a thought")
    control(room, TextBox, "Present, one line each").setPlainText("First\nSecond")
    QTest.qWait(LONGEST_MS + 100)
    assert "Present: 2 " in texts_of(window)
    assert window._state.draft.reason == "Half a thought"
    press(window, "P")
    (kept,) = host.workspace.inbox.meetings("2026")
    assert (len(kept.present), len(kept.postponed)) == (2, 1)


def test_opening_can_be_stopped(room):
    control(room, Button, "Start on screen").click()
    room._opening.stop()
    wait_for(lambda: not room._opening.busy)
    assert room._window is None
    assert control(room, Button, "Start on screen").isEnabled()


def test_what_was_wished_in_the_matrix_is_on_the_agenda_after_a_new_start(room, host):
    host.workspace.inbox.wishes.add("2026", ("AL", "Q3"))
    host.go_to_room("matrix")
    host.go_to_room("meeting")
    table = control(room, AgendaTable, "Agenda")
    assert ("AL", "Q3") in table.ticked
    started(room).close()
    assert host.workspace.inbox.wishes.open("2026") == ()
    (kept,) = host.workspace.inbox.meetings("2026")
    assert ("AL", "Q3") in kept.agenda


def test_the_agenda_proposes_the_contested_in_order(room):
    assert titles(room) == list(CONTESTED)
    assert control(room, AgendaTable, "Agenda").ticked == tuple(("AL", name) for name in CONTESTED)


def test_countries_without_answers_leave_nothing_to_discuss(room):
    control(room, Tick, "Albania").click()
    assert titles(room) == []
    assert not control(room, Button, "Start on screen").isEnabled()


def test_what_experts_agree_on_can_be_listed_too(room):
    control(room, Tick, "Indicators the experts agree on").click()
    assert set(titles(room)) == set(meetings.LEVELS)


def test_items_are_moved_and_unticked(room):
    table = control(room, AgendaTable, "Agenda")
    table.choose("AL Q5")
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(room) == ["Q1", "Q5", "Q2"]
    control(room, Button, "Move up").click()
    table.choose("AL Q2")
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.ticked == (("AL", "Q5"), ("AL", "Q1"))


def test_a_click_on_the_box_unticks(room):
    table = control(room, AgendaTable, "Agenda")
    place = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.ticked == tuple(("AL", name) for name in CONTESTED[1:])
    role = Qt.ItemDataRole.CheckStateRole
    assert table.model().index(0, 0).data(role) == Qt.CheckState.Unchecked


def test_a_meeting_is_kept_with_who_was_there_and_found_again(room, host):
    fill(room, "Title", "Validation meeting in winter")
    fill(room, "Date", "3 December 2026")
    fill(room, "Chair", "The chair")
    fill(room, "Invited (number)", "4")
    box = control(room, TextBox, "Present, one line each")
    box.setPlainText("First\n\nSecond")
    host.go_to_room("matrix")
    (kept,) = host.workspace.inbox.meetings("2026")
    assert (kept.id, kept.title, kept.held_on) == (
        "M1",
        "Validation meeting in winter",
        date(2026, 12, 3),
    )
    assert (kept.present, kept.invited, kept.chair) == (("First", "Second"), 4, "The chair")
    assert kept.agenda == tuple(("AL", name) for name in CONTESTED)


def test_a_room_only_looked_at_keeps_nothing(room, host):
    host.go_to_room("matrix")
    assert host.workspace.inbox.meetings("2026") == ()
    assert room is not None


def test_a_date_that_is_none_is_said(room):
    fill(room, "Date", "31 November 2026")
    assert "November has 30 days." in texts_of(room.form)


def test_the_meeting_starts_and_its_decisions_reach_the_desk(room, host):
    fill(room, "Invited (number)", "4")
    window = started(room)
    press(window, "Right", "2")
    write(window, REASON)
    press(window, "Return", "Right", "P")
    window.close()
    wait_for(lambda: not room.state.busy and room.state.ready)
    domain = room.state.result.scores.countries["AL"].domains["ONE"]
    assert domain.consensus["Q1"].score == 40
    (kept,) = host.workspace.inbox.meetings("2026")
    assert kept.postponed == (("AL", "Q2"),)
    table = control(room, AgendaTable, "Agenda")
    assert [row.cells[-1].text for row in table.content.rows] == ["open", "decided", "open"]


def test_the_pack_the_minutes_and_the_matrix_are_written(room, host, tmp_path):
    control(room, Button, "Write the meeting pack").click()
    assert written(room) == ["agenda_2026_M1.pdf", "handout_2026_M1.pdf"]
    control(room, Button, "Write the minutes").click()
    written(room)
    control(room, Button, "Write the comment matrix").click()
    names = written(room)
    assert {"comments_2026.pdf", "comments_2026.xlsx", "minutes_2026_M1.pdf"} <= set(names)
    assert "minutes_2026_M1.docx" in names
    assert "not for publication" in room.papers.said()
    for path in (tmp_path / "out").glob("*.pdf"):
        assert not [code for code in EXPERTS if code in papers.words(path)]


def test_words_on_sensitive_questions_are_printed_only_when_asked_for(room, tmp_path):
    said = "Level 4 because of the decree"  # on the sensitive question only
    control(room, Button, "Write the comment matrix").click()
    written(room)
    without = papers.words(tmp_path / "out" / "comments_2026.pdf").count(said)
    control(room, Tick, "Print what was written on sensitive questions").click()
    control(room, Button, "Write the comment matrix").click()
    written(room)
    assert papers.words(tmp_path / "out" / "comments_2026.pdf").count(said) > without


def test_a_folder_that_cannot_be_written_is_said(room, host, tmp_path):
    (tmp_path / "file").write_text("")
    host.preferences.output_folder = str(tmp_path / "file")
    control(room, Button, "Write the minutes").click()
    wait_for(lambda: not room.papers.busy)
    assert room.trouble.text()


def test_nobody_is_named_in_the_room(room):
    said = texts_of(room)
    assert not [code for code in EXPERTS if code in said]
