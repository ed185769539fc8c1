"""A workspace with one open assessment of the real questionnaire, and its window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.desk_pages import one_questionnaire
from ui.frame.main_window import MainWindow
from ui.questionnaire.window import QuestionnaireWindow
from ui.theme import Appearance
from wb6assess.instruments.library import Library
from wb6assess.session.open_assessment import OpenAssessment
from wb6assess.session.workspace import Workspace
from wb6assess.settings import questionnaires_folder


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped questionnaires, read once."""
    return Library(questionnaires_folder())


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    """The look every window needs."""
    return Appearance(qapp, "light")


@pytest.fixture
def workspace(tmp_path: Path, library: Library) -> Iterator[Workspace]:
    """An empty workspace."""
    with Workspace.open(tmp_path / "workspace", library) as opened:
        yield opened


@pytest.fixture
def opened(workspace: Workspace) -> OpenAssessment:
    """A new assessment for Albania."""
    created = workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    return workspace.open_assessment(created)


@pytest.fixture
def desktop(qtbot, appearance: Appearance, tmp_path: Path) -> MainWindow:
    """The main window with an empty workspace."""
    made = MainWindow(tmp_path / "desktop", questionnaires_folder(), appearance)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitSignal(made.ready, timeout=30_000):
        made.show()
    made.open_workspace()
    return made


@pytest.fixture
def window(qtbot, appearance: Appearance, opened: OpenAssessment) -> QuestionnaireWindow:
    """The questionnaire, shown in three panes."""
    del appearance
    page = QuestionnaireWindow(opened, "FDI screening", "Albania")
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()
    return page


@pytest.fixture(scope="session")
def desk_questionnaires(tmp_path_factory) -> Path:
    """Six countries, two rounds, one small questionnaire."""
    return one_questionnaire(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def desk_library(desk_questionnaires: Path) -> Library:
    """The same for making files."""
    return Library(desk_questionnaires)


@pytest.fixture
def desk(qtbot, appearance: Appearance, tmp_path: Path, desk_questionnaires: Path) -> MainWindow:
    """The main window of a coordinator, nothing received yet."""
    made = MainWindow(tmp_path / "desktop", desk_questionnaires, appearance)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitSignal(made.ready, timeout=30_000):
        made.show()
    made.open_workspace()
    return made
