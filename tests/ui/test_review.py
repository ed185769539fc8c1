"""Reviewing and handing in: each rule through the visible controls."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTextEdit, QWidget

from tests.ui.finding_widgets import control, shown
from ui.preferences import Preferences
from ui.questionnaire.editing import Editing
from ui.questionnaire.questions import Questions
from ui.review.line_row import LineRow
from ui.review.page import ReviewPage
from wb6assess.model.assessment import Answer, Evidence, SpecialState
from wb6assess.session.open_assessment import OpenAssessment
from wb6assess.session.samples import sample_answers


def click(qtbot, part: QWidget) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def words(root: QWidget) -> str:
    """Everything that is written on a page."""
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisibleTo(root))


@pytest.fixture
def complete(opened: OpenAssessment) -> OpenAssessment:
    """An assessment nothing stands against."""
    opened.record_all(sample_answers(opened.instrument, "AL", "E07", 3, opened.parameters))
    assert not opened.open_findings()
    return opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


@pytest.fixture
def show(qtbot, appearance, folder: Path, tmp_path: Path):
    def shown_page(opened: OpenAssessment) -> ReviewPage:
        preferences = Preferences(tmp_path)
        preferences.output_folder = str(folder)
        questions = Questions(opened.instrument, "AL")
        editing = Editing(opened)
        page = ReviewPage(editing, questions, "Albania", preferences)
        editing.setParent(page)
        qtbot.addWidget(page)
        page.resize(1440, 900)
        page.show()
        return page

    return shown_page


def test_a_check_about_all_indicators_leads_to_the_one_it_noticed(show, complete):
    for item, answer in complete.answers.items():
        if item.startswith("FDI-") and answer.value in {4, 5} and not answer.evidence:
            complete.record(item, replace(answer, value=3))
    complete.record("FDI-3.2", Answer(4, justification="The list stands in the by-law of May."))
    page = show(complete)
    (line,) = [row.line for row in shown(page, LineRow) if "has no evidence yet" in row.line.sentence]
    assert (line.ids, line.action) == ("FDI-3.2", "Go to FDI-3.2")


def hand_in(qtbot, page: ReviewPage, button: str = "Hand in revision 1") -> None:
    click(qtbot, control(page, QAbstractButton, button))
    qtbot.waitUntil(lambda: not page.writing, timeout=30_000)


def test_handing_in_waits_for_what_blocks_and_says_so(show, complete):
    complete.record("FDI-2.1", Answer(state=SpecialState.NOT_APPLICABLE))
    page = show(complete)
    button = control(page, QAbstractButton, "Hand in revision 1")
    assert not button.isEnabled()
    assert "One thing first: change FDI-2.1." in words(page)
    assert control(page, LineRow, "blocks handing in: FDI-2.1").line.action == "Go to FDI-2.1"


def test_a_line_leads_to_its_question(qtbot, show, complete):
    complete.record("FDI-2.1", Answer(state=SpecialState.NOT_APPLICABLE))
    page = show(complete)
    with qtbot.waitSignal(page.page_requested) as asked:
        click(qtbot, control(page, LineRow, "blocks handing in: FDI-2.1"))
    assert asked.args == ["FDI-2.1"]


def test_a_comment_is_written_in_place_and_settles_its_finding(qtbot, show, complete):
    before = complete.answer("FDI-4.5")
    complete.record("FDI-4.5", replace(before, value=4, state=None, justification="", evidence=()))
    page = show(complete)
    button = control(page, QAbstractButton, "Hand in revision 1")
    assert not button.isEnabled()
    for box in shown(page, QTextEdit, "Your comment on FDI-4.5"):
        box.setFocus()
        qtbot.keyClicks(box, "Sample comment")
    page.flush()
    comments = complete.answer("FDI-4.5").comments
    assert set(comments.values()) == {"Sample comment"}
    assert button.isEnabled()
    assert "all commented" in words(page)


def test_writing_a_comment_moves_no_line(qtbot, show, complete):
    before = complete.answer("FDI-4.5")
    complete.record("FDI-4.5", replace(before, value=4, state=None, justification="", evidence=()))
    page = show(complete)
    rows = [(row, row.geometry()) for row in shown(page, LineRow)]
    box = shown(page, QTextEdit, "Your comment on FDI-4.5")[0]
    qtbot.keyClicks(box, "Sample comment")
    page.flush()
    assert [(row, row.geometry()) for row in shown(page, LineRow)] == rows


def test_what_is_not_answered_opens_as_a_list_of_links(qtbot, show, complete):
    complete.record("FDI-1.6", Answer())
    complete.record("FDI-1.7", Answer())
    page = show(complete)
    assert not shown(page, QAbstractButton, "Go to FDI-1.7:")
    click(qtbot, control(page, LineRow, "to do: 2 indicators"))
    with qtbot.waitSignal(page.page_requested) as asked:
        click(qtbot, control(page, QAbstractButton, "Go to FDI-1.7:"))
    assert asked.args == ["FDI-1.7"]
    assert control(page, QAbstractButton, "Hand in revision 1").isEnabled()


def test_handing_in_locks_the_revision_and_writes_the_files(qtbot, show, complete, folder):
    page = show(complete)
    with qtbot.waitSignal(page.handed_in):
        hand_in(qtbot, page)
    assert complete.locked
    names = {path.name for path in folder.iterdir()}
    assert names == {"fdi-screening_AL_2026_E07_r1.xlsx", "fdi-screening_AL_2026_E07_r1.pdf"}
    assert "Revision 1 is handed in and locked" in words(page)
    assert "Two files are in " in words(page)
    assert control(page, QAbstractButton, "Open folder").isVisibleTo(page)


def test_the_package_is_written_when_it_is_ticked(qtbot, show, complete, folder, library):
    page = show(complete)
    for name in ("Scored workbook", "PDF summary", "Package for the coordinator"):
        click(qtbot, control(page, QAbstractButton, name))
    hand_in(qtbot, page)
    from exports.incoming import read_submission

    (package,) = folder.iterdir()
    assert package.name == "fdi-screening_AL_2026_E07_r1.wb6"
    assert read_submission(package, library).answers == complete.document().answers


def test_a_missing_file_does_not_undo_handing_in_and_can_be_tried_again(qtbot, show, complete, folder):
    target = folder / "fdi-screening_AL_2026_E07_r1.pdf"
    target.mkdir(parents=True)
    page = show(complete)
    hand_in(qtbot, page)
    assert complete.locked
    qtbot.waitUntil(lambda: "Revision 1 is handed in and locked" in words(page))
    qtbot.waitUntil(lambda: "fdi-screening_AL_2026_E07_r1.pdf\n" in words(page))
    assert "is a folder" in words(page)
    target.rmdir()
    hand_in(qtbot, page, "Try again")
    qtbot.waitUntil(target.is_file)
    qtbot.waitUntil(lambda: "Two files are in " in words(page))
    qtbot.waitUntil(lambda: not shown(page, QAbstractButton, "Try again"))


@pytest.mark.parametrize(("package", "sent"), [(False, ".xlsx"), (True, ".wb6")])
def test_the_end_says_which_file_to_send(qtbot, show, complete, folder, package, sent):
    page = show(complete)
    if package:
        click(qtbot, control(page, QAbstractButton, "Package for the coordinator"))
    hand_in(qtbot, page)
    said = f"Send fdi-screening_AL_2026_E07_r1{sent} to your coordinator."
    qtbot.waitUntil(lambda: said in words(page))
    assert "travel in the package only" not in words(page)


def test_the_end_says_that_attached_files_travel_in_the_package(qtbot, show, complete, tmp_path):
    (tmp_path / "law.pdf").write_bytes(b"%PDF-1.4 law")
    kept = complete.attach(tmp_path / "law.pdf")
    piece = Evidence("law", title="Gazette", file=kept.file, sha256=kept.sha256)
    complete.record("FDI-1.1", replace(complete.answer("FDI-1.1"), evidence=(piece,)))
    page = show(complete)
    hand_in(qtbot, page)
    qtbot.waitUntil(lambda: "travel in the package only" in words(page))


def test_without_a_file_to_write_the_button_says_why_it_waits(qtbot, show, complete):
    page = show(complete)
    for name in ("Scored workbook", "PDF summary"):
        click(qtbot, control(page, QAbstractButton, name))
    assert not control(page, QAbstractButton, "Hand in revision 1").isEnabled()
    assert "Tick at least one file to write." in words(page)


def test_a_handed_in_revision_is_shown_without_letting_change(qtbot, show, complete, folder):
    before = complete.answer("FDI-4.5")
    commented = {"justification-missing": "Sample", "evidence-missing": "Sample"}
    complete.record(
        "FDI-4.5",
        replace(before, value=4, state=None, justification="", evidence=(), comments=commented),
    )
    complete.submit()
    page = show(complete)
    assert all(box.isReadOnly() for box in shown(page, QTextEdit, "Your comment on"))
    hand_in(qtbot, page, "Write the files")
    assert len(list(folder.iterdir())) == 2
    assert complete.info.revision == 1


def test_the_files_hold_the_handed_in_state(qtbot, show, complete, folder, library):
    page = show(complete)
    hand_in(qtbot, page)
    from exports.workbook_reader import read_workbook

    document = read_workbook(folder / "fdi-screening_AL_2026_E07_r1.xlsx", library.instrument)
    assert document.status.value == "submitted"


def test_a_file_that_would_be_replaced_is_named_before(qtbot, show, complete, folder):
    folder.mkdir(exist_ok=True)
    (folder / "fdi-screening_AL_2026_E07_r1.xlsx").write_text("somebody's work")
    page = show(complete)
    assert "fdi-screening_AL_2026_E07_r1.xlsx, replaces the one of today" in words(page)
    assert "fdi-screening_AL_2026_E07_r1.pdf, replaces" not in words(page)


def test_the_way_back_says_where_it_leads(qtbot, desktop):
    made = desktop.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    desktop.open_assessment(made)
    desktop.questionnaire.go_to("FDI-2.1")
    desktop.review()
    click(qtbot, control(desktop, QAbstractButton, "Back to FDI-2.1"))
    assert desktop.pages.currentWidget() is desktop.questionnaire
    assert desktop.questionnaire.page == "FDI-2.1"
