"""Windows of colleagues who share a questionnaire."""

import pytest

from tests.ui.sharing.driving import HERS, MINE, opened
from ui.frame.main_window import MainWindow
from wb6assess.model.assessment import Answer
from wb6assess.settings import questionnaires_folder


@pytest.fixture
def desktop(qtbot, appearance, tmp_path):
    """A window on a workspace of its own, one for each colleague."""

    def made(name: str) -> MainWindow:
        window = MainWindow(tmp_path / name, questionnaires_folder(), appearance)
        window.preferences.output_folder = str(tmp_path / f"files of {name}")
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.ready, timeout=30_000):
            window.show()
        window.open_workspace()
        window.resize(1440, 900)
        return window

    return made


@pytest.fixture
def whole(desktop) -> MainWindow:
    """The expert's own window with an open questionnaire."""
    window = desktop("expert")
    made = window.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    window.open_assessment(made)
    opened(window).record_all({MINE: Answer(3), HERS: Answer(1, justification="As it was.")})
    return window
