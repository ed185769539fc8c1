"""The matrix in the window: the same figures as merge, keyboard, what lies behind a cell."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from tests.ui.desk_pages import (
    INSTRUMENT,
    LEVELS,
    desk_room,
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
from ui.cli import main
from ui.desk.choices import WideBox
from ui.desk.matrix.heat_map import HeatMap
from ui.desk.matrix.reasons import ReasonCard
from ui.desk.table.view import DeskTable
from ui.widgets.button import Button
from ui.widgets.segment import Segment
from ui.widgets.textbox import TextBox


@pytest.fixture
def files(tmp_path, desk_library):
    return three_files(tmp_path / "in", desk_library)


@pytest.fixture
def room(desk, files):
    imported(desk, files)
    return desk_room(desk, "matrix")


def heat_map(room) -> HeatMap:
    return control(room, HeatMap, "Matrix of countries and pillars")


def drill(room) -> DeskTable:
    return control(room, DeskTable, "Indicators and experts")


def test_the_matrix_has_the_figures_of_merge(room, files, tmp_path, desk_questionnaires, capsys):
    arguments = ["--out", str(tmp_path / "out"), "--questionnaires", str(desk_questionnaires), "--json"]
    assert main(["merge", *map(str, files), *arguments]) == 0
    merged = json.loads(capsys.readouterr().out)
    table = heat_map(room).content
    for row, cells in zip(table.rows, table.cells, strict=True):
        domain = merged["countries"][row.key]["domains"][INSTRUMENT.upper()]
        for head, cell in zip(table.columns, cells, strict=True):
            node = domain["pillars"][head.key] if head.key else domain
            published = node["published"]
            wanted = published if isinstance(published, str) else f"{published:.1f}"
            assert cell.text.rstrip("†") == wanted


def test_arrows_walk_the_cells_and_show_what_lies_behind(room):
    cells = heat_map(room)
    cells.setFocus()
    country, _ = cells.chosen
    assert country == "AL"
    QTest.keyClick(cells, Qt.Key.Key_Right)
    assert cells.chosen == (country, "DRA-2")
    assert [row.key[:5] for row in drill(room).content.rows] == ["DRA-2"] * 6
    QTest.keyClick(cells, Qt.Key.Key_Right)
    assert len(drill(room).content.rows) == 13  # the domain stands last
    QTest.keyClick(cells, Qt.Key.Key_Down)
    assert cells.chosen[0] == "BA"


def test_rows_stay_where_they_are_when_the_next_one_has_fewer_words(desk, tmp_path, desk_library):
    made = document(desk_library, "E01")
    item = first_ladder(desk_library)
    wordy = replace(made.answers[item], justification="A long reason for it. " * 120)
    imported(desk, [write(tmp_path / "in", replace(made, answers={**made.answers, item: wordy}))])
    desk.resize(1366, 720)
    room = desk_room(desk, "matrix")
    table, bar = drill(room), room._page.verticalScrollBar()
    table.choose(item)
    QTest.qWait(50)
    bar.setValue(bar.maximum())
    before = table.mapTo(room, table.rect().topLeft())
    assert bar.value() > 0
    table.choose(table.content.rows[1].key)
    QTest.qWait(50)
    assert table.mapTo(room, table.rect().topLeft()) == before


def test_every_cell_says_country_pillar_and_band(room):
    model = heat_map(room).model()
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Albania, DRA-1")
    assert any(words in spoken for words in ("stage", "level", "prepared", "advanced"))
    empty = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert empty == "Bosnia and Herzegovina, DRA-1 Pillar DRA-1: insufficient data"


def test_whoever_stands_apart_is_edged_and_the_median_stands_beside(room, desk_library):
    item = first_ladder(desk_library)
    table = drill(room)
    table.choose(item)
    row = next(row for row in table.content.rows if row.key == item)
    cells = dict(zip((column.key for column in table.content.columns), row.cells, strict=True))
    assert [cells[f"e:{code}"].text for code in LEVELS] == ["1", "4", "2"]
    assert [cells[f"e:{code}"].edged for code in LEVELS] == [False, True, False]
    assert cells["median"].text == "2"
    assert cells["agreement"].text == "disagree"


def test_reasons_stand_side_by_side(room, desk_library):
    drill(room).choose(first_ladder(desk_library))
    cards = shown(room, ReasonCard)
    assert [card.reason.text for card in cards] == [f"Reason of {code}." for code in LEVELS]
    assert all(card.reason.evidence for card in cards)
    assert "Reason of E02" in cards[1].accessibleName()
    assert cards[0].y() == cards[1].y()  # beside, not below


def test_a_query_is_written_from_an_answer(room, desk_library):
    item = first_ladder(desk_library)
    drill(room).choose(item)
    control(room, Button, "Query an expert").click()
    dialog = next(d for d in room.findChildren(QDialog) if d.isVisible())
    assert control(dialog, WideBox, "Expert").key == "E02"  # who stands apart
    control(dialog, TextBox, "Query").setPlainText("Which article says so?")
    control(dialog, Button, "Keep the query").click()
    inbox = room.state.workspace.inbox
    wait_for(lambda: inbox.queries("2026"))
    (asked,) = inbox.queries("2026")
    assert (asked.query.key.expert, asked.query.indicator) == ("E02", item)


def test_the_table_has_the_same_figures(room):
    figures = [cell.text for cell in heat_map(room).content.cells[0]]
    control(room, Button, "Show table").click()
    table = control(room, DeskTable, "Countries and pillars")
    first = table.content.rows[0]
    assert [cell.text.split()[0] for cell in first.cells[2:]] == figures


def test_other_measures_show_their_own_figures(room):
    measure = control(room, Segment, "What the matrix shows")
    measure.step("score", 1)
    assert heat_map(room).content.cells[0][0].text.endswith("%")
    measure.step("agreement", 1)
    assert heat_map(room).content.cells[0][0].word == "no earlier round"


def test_one_country_can_be_looked_at_alone(room):
    box = control(room, WideBox, "Country")
    box.setCurrentIndex(box.findData("AL"))
    box.picked.emit("AL")
    assert [row.key for row in heat_map(room).content.rows] == ["AL"]
    assert "UNSCR" not in room.notes.text()  # no star in sight
    box.picked.emit("")
    assert "UNSCR" in room.notes.text()


def test_a_copy_says_in_words_what_a_mark_says_on_screen(desk, tmp_path, desk_library):
    item = first_ladder(desk_library)
    files = [write(tmp_path / "in", document(desk_library, "E01"))]
    files.append(write(tmp_path / "in", doubtful(document(desk_library, "E02"), item)))
    imported(desk, files)
    room = desk_room(desk, "matrix")
    drill(room).choose(item)
    control(room, Button, "Copy table").click()
    line = next(
        line for line in QGuiApplication.clipboard().text().splitlines() if line.startswith("1.1 ")
    )
    assert "don't know" in line.lower()


def test_the_view_is_copied_with_its_notes(room):
    control(room, Button, "Copy table").click()
    data = QGuiApplication.clipboard().mimeData()
    text = data.text()
    assert text.splitlines()[0].startswith("Country\tExperts\tDRA-1")
    assert "SAMPLE DATA" in text
    assert "do not represent an assessment by the European Commission" in text
    assert data.html().count("<table>") == 3


@pytest.mark.parametrize("suffix", [".pdf", ".csv"])
def test_the_view_is_written_to_a_file(room, tmp_path, suffix):
    from ui.desk.export_view import export_to

    first, again = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    for target in (first, again):
        export_to(room, target)
        wait_for(target.exists)
    assert first.read_bytes() == again.read_bytes()
    assert room.trouble.text().startswith("Written:")


def test_the_room_remembers_the_cell_after_new_files(room, desk, tmp_path, desk_library):
    heat_map(room).choose("XK", "DRA-2")
    imported(desk, [write(tmp_path / "more", document(desk_library, "E01", "XK"))])
    again = desk_room(desk, "matrix")
    settled(again)
    assert heat_map(again).chosen == ("XK", "DRA-2")
    assert heat_map(again).content.cells[-1][1].text != ":"


def test_an_indicator_is_put_on_the_agenda_of_the_meeting(room, desk, desk_library):
    from ui.meeting.agenda_table import AgendaTable

    table = drill(room)
    agreed = next(row for row in table.content.rows if row.cells[-1].text == "agreed")
    table.choose(agreed.key)
    control(room, Button, "Add to agenda").click()
    wait_for(lambda: "is on the agenda" in room.trouble.text())
    meeting = desk_room(desk, "meeting")
    agenda = meeting.findChild(AgendaTable)
    assert agenda.ticked[0] == ("AL", agreed.key)
    assert len(agenda.ticked) > 1  # what experts disagree on stands there, too
