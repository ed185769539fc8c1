"""Files from the main window: Open file, Export, and the review while files are being written."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from tests.ui.finding_widgets import control, shown
from ui.frame.main_window import MainWindow
from ui.review.page import ReviewPage
from wb6assess.exchange.answers import write_document
from wb6assess.model.assessment import Answer
from wb6assess.session.samples import sample_answers
from wb6assess.settings import questionnaires_folder


@pytest.fixture
def window(qtbot, appearance, tmp_path) -> MainWindow:
    made = MainWindow(tmp_path / "workspace", questionnaires_folder(), appearance)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.ready, timeout=30_000):
        made.show()
    return made


@pytest.fixture
def assessment(window) -> str:
    created = window.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    window.open_assessment(created)
    return created


def click(qtbot, part) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def test_answers_of_a_file_reach_the_open_questionnaire(
    qtbot, window, assessment, tmp_path, monkeypatch
):
    opened = window.workspace.open_assessment(assessment)
    path = tmp_path / "answers.json"
    path.write_bytes(write_document(replace(opened.document(), answers={"FDI-1.1": Answer(3)})))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.files.open_file()
    qtbot.waitUntil(lambda: bool(shown(window, QAbstractButton, "Fill the open assessment")))
    click(qtbot, control(window, QAbstractButton, "Take the answers"))
    assert opened.answer("FDI-1.1") == Answer(3)
    assert control(window, QAbstractButton, "Review and hand in").isVisibleTo(window)


def test_choosing_no_file_changes_nothing(window, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    window.files.open_file()
    assert window.workspace.assessments() == []


def test_the_page_that_says_where_the_files_are_stays_until_they_are_written(
    qtbot, window, assessment, tmp_path
):
    opened = window.workspace.open_assessment(assessment)
    opened.record_all(sample_answers(opened.instrument, "AL", "E07", 3, opened.parameters))
    window.review()
    (page,) = window.findChildren(ReviewPage)
    page._pane.choice._preferences.output_folder = str(tmp_path / "files")
    click(qtbot, control(page, QAbstractButton, "Hand in revision 1"))
    assert page.writing
    window.go_home()
    assert page.isVisible()
    qtbot.waitUntil(lambda: not page.writing, timeout=30_000)
    click(qtbot, control(page, QAbstractButton, "Back to the assessments"))
    assert window.home.isVisible()
    assert len(list((tmp_path / "files").iterdir())) == 2
