"""Home: how assessments stand, cards and list, files written, the first page."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.ui.finding_widgets import control, shown
from ui.files.recent_files import KEPT, RecentFile, recent_files, remember_files
from ui.overview.recent import RecentRow
from ui.overview.table import AssessmentTable
from ui.widgets.card import AssessmentCard
from wb6assess.session.samples import sample_answers

NOW = datetime.now(UTC)


def make(desktop, country="AL", instrument="fdi-screening", expert="E07") -> str:
    return desktop.workspace.new(country=country, instrument=instrument, expert=expert, round="2026")


def handed_in(desktop, **identity) -> str:
    created = make(desktop, **identity)
    opened = desktop.workspace.open_assessment(created)
    key = opened.info.identity
    opened.record_all(sample_answers(opened.instrument, key.country, key.expert, 3, opened.parameters))
    opened.submit()
    return created


def click(qtbot, part) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def card(desktop) -> AssessmentCard:
    desktop.go_home()
    QApplication.processEvents()
    return control(desktop, AssessmentCard, "")


def words(root) -> str:
    return "\n".join(label.text() for label in shown(root, QLabel))


def test_the_first_page_says_in_three_sentences_what_happens_to_the_data(desktop):
    said = words(desktop)
    assert "stored on this computer" in said
    assert "Nothing is sent anywhere" in said
    assert "under your code and without your name" in said
    assert str(desktop.folder) in said or desktop.folder.name in said


def test_a_card_says_what_is_most_urgent(qtbot, desktop):
    created = make(desktop)
    assert "Start:" in card(desktop).accessibleName()
    opened = desktop.workspace.open_assessment(created)
    opened.set_flag("FDI-1.1", True)
    desktop.workspace.open_assessment(created).note_counts()
    name = card(desktop).accessibleName()
    # Context questions that nobody answered stand against handing in, a flag does not.
    assert "against handing in" in name or "1 flagged" in name


def test_a_handed_in_and_a_withdrawn_revision_are_told_apart(desktop):
    created = handed_in(desktop)
    assert "Handed in, locked" in card(desktop).accessibleName()
    desktop.workspace.open_assessment(created).withdraw()
    name = card(desktop).accessibleName()
    assert "Withdrawn, counts for nothing" in name
    assert "revision 2" in name


def test_a_long_code_never_hides_the_revision(desktop):
    make(desktop, country="BA", expert="E-" + "x" * 38)
    shown_card = card(desktop)
    _, identity, _ = shown_card._blocks(300)
    assert identity.lines == 2
    assert shown_card.heightForWidth(300) > shown_card.heightForWidth(900)


def test_a_click_on_a_card_opens_it(qtbot, desktop):
    created = make(desktop)
    click(qtbot, card(desktop))
    assert desktop.questionnaire.opened.id == created


@pytest.fixture
def many(desktop):
    for expert in range(12):
        make(desktop, expert=f"E{expert:02}")
    desktop.go_home()
    return desktop


def test_from_twelve_assessments_on_there_is_a_list(qtbot, many):
    assert control(many, QAbstractButton, "List").isChecked()
    table = control(many, AssessmentTable, "Assessments")
    assert table.model().rowCount() == 12
    click(qtbot, control(many, QAbstractButton, "Cards"))
    QApplication.processEvents()
    assert len(shown(many, AssessmentCard)) == 12
    assert not shown(many, AssessmentTable)
    assert many.preferences.home_view == "cards"


def test_fewer_assessments_offer_no_choice(desktop):
    make(desktop)
    desktop.go_home()
    assert not shown(desktop, QAbstractButton, "List")


def test_enter_opens_the_line_the_arrows_reached(qtbot, many):
    table = control(many, AssessmentTable, "Assessments")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    wanted = table.current_key
    assert table.currentIndex().row() == 1
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert many.questionnaire.opened.id == wanted


def test_a_line_of_the_list_is_spoken_as_a_sentence(many):
    table = control(many, AssessmentTable, "Assessments")
    spoken = table.model().index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "FDI screening, Albania, round 2026, E" in spoken
    assert "answered" in spoken


def test_a_head_of_the_list_sorts_it(qtbot, many):
    table = control(many, AssessmentTable, "Assessments")
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        table.sortByColumn(3, order)
        codes = [table.model().index(row, 3).data() for row in range(12)]
        assert codes == sorted(codes, reverse=order is Qt.SortOrder.DescendingOrder)


def test_files_written_are_listed_and_missing_ones_say_so(qtbot, desktop, tmp_path):
    there = tmp_path / "there.xlsx"
    there.write_bytes(b"x")
    gone = tmp_path / "gone.pdf"
    remember_files(
        desktop.preferences,
        [RecentFile(there, ".xlsx", NOW), RecentFile(gone, ".pdf", NOW - timedelta(days=2))],
    )
    make(desktop)
    desktop.go_home()
    qtbot.waitUntil(lambda: bool(shown(desktop, QAbstractButton, "Forget missing files")))
    kept, missing = shown(desktop, RecentRow)
    assert kept.accessibleName().startswith("there.xlsx, Scored workbook, written Today")
    assert "No longer there." in missing.accessibleName()
    click(qtbot, control(desktop, QAbstractButton, "Forget missing files"))
    QApplication.processEvents()
    (row,) = shown(desktop, RecentRow)
    assert row.text() == "there.xlsx"


def test_delete_takes_a_file_off_the_list_and_leaves_it_alone(qtbot, desktop, tmp_path):
    there = tmp_path / "there.xlsx"
    there.write_bytes(b"x")
    remember_files(desktop.preferences, [RecentFile(there, ".xlsx", NOW)])
    make(desktop)
    desktop.go_home()
    qtbot.keyClick(control(desktop, RecentRow, "there.xlsx"), Qt.Key.Key_Delete)
    assert not shown(desktop, RecentRow)
    assert there.exists()


def test_a_file_that_cannot_be_shown_opens_its_folder(qtbot, desktop, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr("ui.overview.recent._show", opened.append)
    for name in ("a.xlsx", "b.wb6"):
        (tmp_path / name).write_bytes(b"x")
    files = [RecentFile(tmp_path / name, Path(name).suffix, NOW) for name in ("a.xlsx", "b.wb6")]
    remember_files(desktop.preferences, files)
    make(desktop)
    desktop.go_home()
    for row in shown(desktop, RecentRow):
        click(qtbot, row)
    assert sorted(opened) == [tmp_path, tmp_path / "a.xlsx"]


def test_the_list_of_files_is_short_new_first_and_has_each_path_once(desktop, tmp_path):
    paths = [tmp_path / f"{n}.xlsx" for n in range(KEPT + 3)]
    for n, path in enumerate(paths):
        remember_files(desktop.preferences, [RecentFile(path, ".xlsx", NOW + timedelta(seconds=n))])
    again = RecentFile(paths[5], ".xlsx", NOW + timedelta(hours=1))
    remember_files(desktop.preferences, [again])
    listed = recent_files(desktop.preferences)
    assert len(listed) == KEPT
    assert listed[0] == again
    assert len({file.path for file in listed}) == KEPT


@pytest.mark.parametrize("packed", ["", "no json", "[1]", '[{"path": "a"}]', '{"a": 1}'])
def test_a_damaged_list_of_files_is_an_empty_one(desktop, packed):
    desktop.preferences.recent_files = packed
    assert recent_files(desktop.preferences) == ()


def test_home_says_when_it_was_saved_and_copied(desktop):
    desktop.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    desktop.workspace.backup_now()
    desktop.go_home()
    (said,) = [label.text() for label in desktop.home.findChildren(QLabel) if "saved" in label.text()]
    assert said.startswith("Last saved today")
    assert "backup made today" in said
