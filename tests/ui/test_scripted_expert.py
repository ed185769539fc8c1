"""Each questionnaire, from the first to the last indicator, by keyboard alone, to the file handed in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from exports.incoming import read_submission
from tests.ui.scripted_expert import Expert, scripted_answers
from ui.frame.main_window import MainWindow
from wb6assess.instruments.library import Library
from wb6assess.session.workspace import Workspace
from wb6assess.settings import questionnaires_folder

QUESTIONNAIRES = Library(questionnaires_folder()).ids()


@pytest.fixture
def opened_window(qtbot, appearance, tmp_path: Path, library: Library):
    """A main window with a new assessment open."""

    def opened(instrument: str) -> MainWindow:
        folder = tmp_path / "workspace"
        with Workspace.open(folder, library) as workspace:
            made = workspace.new(country="AL", instrument=instrument, expert="E07", round="2026")
        window = MainWindow(folder, questionnaires_folder(), appearance)
        window.preferences.output_folder = str(tmp_path / "files")
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.ready, timeout=30_000):
            window.show()
        qtbot.waitUntil(lambda: window.workspace is not None, timeout=30_000)
        window.workspace.library = library
        window.open_assessment(made)
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        QApplication.processEvents()
        return window

    return opened


@pytest.mark.parametrize("instrument", QUESTIONNAIRES)
def test_what_is_typed_is_what_is_handed_in(qtbot, opened_window, library, tmp_path, instrument):
    questionnaire = library.instrument(instrument)
    answers = scripted_answers(questionnaire, "AL", library.framework.parameters)
    window = opened_window(instrument)
    expert = Expert(window, answers, "AL")
    for _ in expert.answer_everything():
        pass
    if any(field.id in answers for field in questionnaire.context):
        if window.questionnaire is None or not window.questionnaire.isVisible():
            expert.press(Qt.Key.Key_Escape)
        expert.answer_context()
    expert.review()
    for name in ("Scored workbook", "PDF summary", "Package for the coordinator"):
        expert.tab_to(name)
        expert.press(Qt.Key.Key_Space)
    expert.tab_to("Hand in revision 1")
    expert.press(Qt.Key.Key_Space)
    files = tmp_path / "files"
    # The name begins with a dot while it is being written.
    expert.until(lambda: files.is_dir() and any(files.glob("[!.]*.wb6")))
    (package,) = files.glob("*.wb6")
    document = read_submission(package, library)
    assert document.answers == expert.given
    assert document.status.value == "submitted"
