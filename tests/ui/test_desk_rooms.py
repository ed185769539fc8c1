"""The other rooms of the desk: disagreement, progress, decisions, queries, report."""

import json
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.desk_pages import (
    LEVELS,
    desk_room,
    document,
    first_ladder,
    imported,
    settled,
    three_files,
    wait_for,
    write,
)
from tests.ui.finding_widgets import control, shown
from ui.charts.view import ChartView
from ui.desk.report.obstacles import ObstacleRow
from ui.desk.table.view import DeskTable
from ui.verbs.regional import RegionalFile
from ui.widgets.button import Button
from ui.widgets.check_row import CheckRow
from ui.widgets.segment import Segment
from ui.widgets.sidebar_row import SidebarRow
from ui.widgets.textbox import TextBox
from wb6assess.model.decision import Action, ReasonCode
from wb6assess.scoring import country
from wb6assess.session.deciding import Verdict, decide

REASON = "Agreed after reading the register."


@pytest.fixture
def received(desk, tmp_path, desk_library):
    imported(desk, three_files(tmp_path / "in", desk_library))
    return desk


@pytest.fixture
def decided(received, desk_library):
    workspace = received.workspace
    item = first_ladder(desk_library)
    verdict = Verdict("AL", "2026", item, Action.SET, ReasonCode.PANEL_CONSENSUS, REASON, "M1", 40.0)
    record = decide(workspace, verdict)
    room = desk_room(received, "matrix")
    room.state.recompute()
    settled(room)
    return received, record


def test_disagreement_ranks_by_weight_times_range(received, desk_library):
    room = desk_room(received, "disagreement")
    table = control(room, DeskTable, "What to look at first")
    places = [cell.cells[0].text for cell in table.content.rows]
    urgency = [row.cells[5].sort for row in table.content.rows]
    assert places == [str(n) for n in range(1, len(places) + 1)]
    assert urgency == sorted(urgency, reverse=True)
    first = first_ladder(desk_library)
    assert any(row.key.endswith(first) for row in table.content.rows)


def test_disagreement_leads_to_the_cell_in_the_matrix(received, desk_library):
    room = desk_room(received, "disagreement")
    item = first_ladder(desk_library)
    table = control(room, DeskTable, "What to look at first")
    table.choose(next(row.key for row in table.content.rows if row.key.endswith(item)))
    control(room, Button, "Show in the matrix").click()
    matrix = desk_room(received, "matrix")
    assert control(matrix, DeskTable, "Indicators and experts").current_key == item


def test_reliability_says_why_there_is_no_value(received):
    room = desk_room(received, "disagreement")
    control(room, Segment, "Which table").step("ranked", 1)
    table = control(room, DeskTable, "Agreement between experts")
    rows = {row.cells[1].text: row for row in table.content.rows}
    assert rows["Albania"].cells[2].text not in {":", "n.d."}
    assert "approximate" in rows["Albania"].cells[4].text
    assert rows["Serbia"].cells[2].text == ":"
    assert rows["Serbia"].cells[4].text == "too few units"


def test_agreement_is_drawn_above_its_table_and_both_choose_alike(received):
    room = desk_room(received, "disagreement")
    assert not shown(room, ChartView)
    control(room, Segment, "Which table").step("ranked", 1)
    chart = control(room, ChartView, "Agreement between experts")
    table = control(room, DeskTable, "Agreement between experts")
    assert [row.about for row in chart.rows] == [row.key for row in table.content.rows]
    albania = next(row for row in chart.rows if row.accessibleName().startswith("Albania: alpha 0."))
    albania.click()
    assert table.current_key == albania.about
    region = chart.rows[0]
    table.choose(region.about)
    assert region.isChecked()
    assert not albania.isChecked()
    assert [sketch.title for sketch in room.charts()] == [
        "Agreement between experts: A drawn questionnaire"
    ]


def test_what_a_table_says_of_its_figures_leaves_with_them(received):
    room = desk_room(received, "disagreement")
    control(room, Segment, "Which table").step("ranked", 1)
    assert any(note.startswith("From 0.80 reliable") for note in room.all_notes())
    control(room, Button, "Copy table").click()
    assert "From 0.80 reliable" in QApplication.clipboard().text()


def test_all_instruments_are_drawn_by_region(received):
    room = desk_room(received, "disagreement")
    control(room, Segment, "Which table").step("ranked", 1)
    control(room, Button, "All instruments").click()
    (row,) = control(room, ChartView, "Agreement between experts").rows
    assert row.accessibleName().startswith("A drawn questionnaire: alpha")


def test_experts_are_listed_with_what_they_handed_in(received):
    room = desk_room(received, "disagreement")
    control(room, Segment, "Which table").step("reliability", 1)
    table = control(room, DeskTable, "Experts")
    assert [row.cells[0].text for row in table.content.rows] == list(LEVELS)
    assert all(row.cells[6].text.endswith("%") for row in table.content.rows)


def test_progress_without_an_earlier_round_says_so(received):
    room = desk_room(received, "progress")
    assert "no earlier round" in room._none._words.text()


def test_files_of_a_round_nobody_named_are_not_passed_over(received, tmp_path, desk_library):
    made = document(desk_library, "E01", seed=3)
    other = replace(made, identity=replace(made.identity, round="2019"))
    imported(received, [write(tmp_path / "other", other, "E01_2019.json")])
    room = desk_room(received, "progress")
    assert "files of round 2019" in room._none._words.text()


def test_queries_are_not_said_to_be_missing_before_they_were_read(received):
    read = Event()
    state = desk_room(received, "matrix").state
    state.tasks.run(lambda _progress: read.wait(10), state)
    room = received.go_to_room("asking")
    try:
        assert room._none._words.text() == "Reading queries and replies…"
    finally:
        read.set()
    wait_for(lambda: room._none._words.text().startswith("No query yet"))


def test_progress_compares_what_both_rounds_have(received, tmp_path, desk_library):
    earlier = []
    for expert in LEVELS:
        made = document(desk_library, expert, seed=3)
        key = replace(made.identity, round="2025")
        earlier.append(write(tmp_path / "earlier", replace(made, identity=key), f"{expert}_2025.json"))
    imported(received, earlier)
    room = desk_room(received, "progress")
    table = control(room, DeskTable, "Progress since the earlier round")
    albania = next(row for row in table.content.rows if row.key == "AL")
    change = room.state.result.analysis.progress.domain("AL", room.state.domain)
    assert albania.cells[1].text == str(change.before)
    assert albania.cells[2].text == str(change.now)
    assert str(change.word) in albania.cells[4].text
    serbia = next(row for row in table.content.rows if row.key == "RS")
    assert serbia.cells[3].text == ":"
    matrix = desk_room(received, "matrix")
    control(matrix, Segment, "What the matrix shows").step("agreement", 1)
    domain = matrix.map.content.cells[0][-1]
    assert domain.word == str(change.word)


def test_a_decision_stands_in_the_log_and_is_taken_back_with_a_reason(decided):
    desk, record = decided
    room = desk_room(desk, "decisions")
    table = control(room, DeskTable, "Records of meetings")
    (row,) = table.content.rows
    assert (row.cells[3].text, row.cells[4].text) == (record.indicator, "level 2")
    assert row.cells[0].text.startswith("today")
    assert row.cells[0].leaving.endswith("UTC")  # a copy is read tomorrow, too
    control(room, Button, "Take back…").click()
    dialog = next(d for d in room.findChildren(QDialog) if d.isVisible())
    take = control(dialog, Button, "Take it back")
    assert not take.isEnabled()
    control(dialog, TextBox, "Reason").setPlainText("The register was read wrongly.")
    take.click()
    wait_for(lambda: len(table.content.rows) == 2)
    assert not room.state.result.scores.countries["AL"].domains["DRAWN"].validation.in_force


def test_changed_ratings_make_a_decision_stale(decided, tmp_path, desk_library):
    desk, record = decided
    newer = document(desk_library, "E01", revision=2)
    answers = dict(newer.answers)
    answers[record.indicator] = replace(answers[record.indicator], value=3)
    imported(desk, [write(tmp_path / "newer", replace(newer, answers=answers))])
    room = desk_room(desk, "decisions")
    (row,) = control(room, DeskTable, "Records of meetings").content.rows
    assert row.cells[-1].text == "in force, look again"
    (line,) = [row for row in shown(desk, SidebarRow) if row.text() == "Decisions"]
    assert "1" in line._right


def test_a_query_goes_out_in_a_file_and_can_be_taken_back_before(received, tmp_path, desk_library):
    inbox = received.workspace.inbox
    key = document(desk_library, "E02").identity
    inbox.ask(key, first_ladder(desk_library), "Which article says so?")
    room = desk_room(received, "asking")
    table = control(room, DeskTable, "Queries")
    wait_for(lambda: table.content.rows)
    assert table.content.rows[0].cells[0].text == "to send"
    room._preferences.output_folder = str(tmp_path / "out")
    control(room, Button, "Write files for experts…").click()
    dialog = next(d for d in room.findChildren(QDialog) if d.isVisible())
    control(dialog, Button, "Write the files").click()
    wait_for(lambda: table.content.rows[0].cells[0].text == "in a file")
    (path,) = (tmp_path / "out").iterdir()
    assert path.suffix == ".wb6q"
    assert not room._back.isVisible()


def test_spreads_go_to_everyone_who_counts_and_moves_are_seen(received, tmp_path, desk_library):
    room = desk_room(received, "asking")
    room._preferences.output_folder = str(tmp_path / "out")
    room.write_files()
    dialog = next(d for d in room.findChildren(QDialog) if d.isVisible())
    control(dialog, CheckRow, "With how all experts").click()
    control(dialog, Button, "Write the files").click()
    wait_for(lambda: room._open.isVisible())
    assert len(list((tmp_path / "out").iterdir())) == 3
    item = first_ladder(desk_library)
    newer = document(desk_library, "E02", revision=2)
    answers = dict(newer.answers) | {item: replace(newer.answers[item], value=2)}
    imported(received, [write(tmp_path / "newer", replace(newer, answers=answers))])
    room = desk_room(received, "asking")
    control(room, Segment, "Queries or second round").step("queries", 1)
    table = control(room, DeskTable, "What moved after the spread was sent")

    def moved():
        return next(row for row in table.content.rows if row.key.endswith(item))

    wait_for(lambda: moved().cells[3].text == "1 2 2")
    assert moved().cells[2].text == "1 2 4"
    assert "E02 4 → 2" in moved().cells[5].text


def untick(room, *, but: str) -> None:
    """Untick every file but one."""
    for kind, row in room.form._files.items():
        if row.isChecked() != (kind == but):
            row.click()


def test_the_report_is_written_about_what_was_chosen(received, tmp_path):
    room = desk_room(received, "report")
    room._preferences.output_folder = str(tmp_path / "out")
    control(room, CheckRow, "Serbia").click()
    untick(room, but="data")
    control(room, Button, "Write the files").click()
    wait_for(lambda: room._task is None)
    assert room._open.isVisible(), room.trouble.text()
    (path,) = (tmp_path / "out").iterdir()
    written = json.loads(path.read_text("utf-8"))
    assert "RS" not in written["countries"]
    assert written["countries"]["AL"]["experts"] == 3


def test_what_was_written_is_in_sight_on_a_low_screen(received, tmp_path):
    received.resize(1366, 700)
    room = desk_room(received, "report")
    room._preferences.output_folder = str(tmp_path / "out")
    untick(room, but="data")
    control(room, Button, "Write the files").click()
    wait_for(lambda: room._open.isVisible())
    wait_for(lambda: room._open.visibleRegion().boundingRect() == room._open.rect())


def test_every_file_that_can_be_written_is_offered(received):
    room = desk_room(received, "report")
    assert {row.text() for row in shown(room, CheckRow)} >= {
        row.text() for row in room.form._files.values()
    }
    assert set(room.form._files) == set(RegionalFile)


def test_a_cancelled_report_leaves_no_half_file(received, tmp_path):
    room = desk_room(received, "report")
    room._preferences.output_folder = str(tmp_path / "out")
    control(room, Button, "Write the files").click()
    room._stop()
    wait_for(lambda: room._task is None)
    left = list((tmp_path / "out").iterdir()) if (tmp_path / "out").exists() else []
    assert not [path for path in left if path.name.startswith(".wb6-")]


def test_a_report_is_stopped_while_it_is_scored(received, tmp_path, monkeypatch):
    room = desk_room(received, "report")
    room._preferences.output_folder = str(tmp_path / "out")
    score, scored = country.score_country_domain, []

    def stopped_at_the_first(*args):
        scored.append(args)
        room._stop()
        return score(*args)

    monkeypatch.setattr(country, "score_country_domain", stopped_at_the_first)
    control(room, Button, "Write the files").click()
    wait_for(lambda: room._task is None)
    assert len(scored) == 1
    assert room._outcome.text() == "Stopped. No half file was left."
    assert control(room, Button, "Write the files").isEnabled()


def test_what_stands_in_the_way_of_final_leads_to_its_room(received):
    room = desk_room(received, "report")
    rows = {row.text(): row for row in shown(room, ObstacleRow)}
    assert "Invented answers are among those scored." in rows
    assert len(rows) >= len(room.state.result.obstacles)
    rows["No validation meeting has confirmed these values."].click()
    assert received.findChild(type(desk_room(received, "disagreement"))).isVisible()


def test_nothing_ticked_is_said_before_it_is_tried(received):
    room = desk_room(received, "report")
    for row in shown(room, CheckRow):
        if row.isChecked() and row is not room.form._note:
            row.click()
    assert room._why_not.text() == "Tick at least one country."
    assert not control(room, Button, "Write the files").isEnabled()


@pytest.mark.parametrize("room", ["matrix", "disagreement", "progress", "decisions", "asking", "report"])
def test_an_empty_desk_sends_people_to_the_inbox(desk, room):
    page = desk_room(desk, room)
    control(page, Button, "Go to the inbox").click()
    wait_for(lambda: desk.findChild(type(desk.go_to_room("inbox"))).isVisible())


@pytest.mark.parametrize("name", ["meeting", "asking", "report", "matrix"])
def test_an_empty_room_offers_one_way_on_and_no_more(desk, name):
    room = desk_room(desk, name)
    assert [part.text() for part in shown(room, Button)] == ["Go to the inbox"]


def test_one_of_each_is_said_in_the_singular(desk, tmp_path, desk_library):
    room = imported(desk, [write(tmp_path / "in", document(desk_library, "E01"))])
    assert room.subtitle() == "Round 2026 · 1 assessment from 1 expert, 1 country"
