"""In a pseudo-language two fifths longer than English every window shows its texts whole."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.cut_off import faults, settle
from tests.ui.every_page import PAGES
from ui.frame.main_window import MainWindow
from ui.language import Language
from ui.theme import Appearance
from wb6assess.instruments.pseudo import PSEUDO
from wb6assess.settings import questionnaires_folder

SIZES = {"wide": (1440, 900, 100), "small": (1024, 640, 100), "double": (1920, 1080, 200)}
"""Width and height in px, and the size of letters in per cent."""


@pytest.fixture
def longer(qapp, monkeypatch):
    """The interface in the pseudo-language."""
    monkeypatch.setenv("WB6ASSESS_PSEUDO", "1")
    language = Language(qapp)
    language.choose(PSEUDO)
    yield language
    language.choose("en")


@pytest.fixture(params=SIZES)
def desktop(request, qtbot, appearance: Appearance, tmp_path, longer) -> Iterator[MainWindow]:
    """The main window in that language, questions too."""
    width, height, percent = SIZES[request.param]
    appearance.choose_size(percent)
    made = MainWindow(tmp_path / "desktop", questionnaires_folder(), appearance, longer)
    made.preferences.question_languages = PSEUDO, ""
    qtbot.addWidget(made)
    made.resize(width, height)
    with qtbot.waitSignal(made.ready, timeout=30_000):
        made.show()
    made.open_workspace()
    yield made
    appearance.choose_size(100)


@pytest.fixture(params=PAGES, ids=lambda page: page.__name__)
def page(request, desktop) -> QWidget:
    """Each page in turn."""
    size = desktop.size()
    root = request.param(desktop)
    if not request.param.__name__.startswith("narrow"):
        desktop.resize(size)
    settle()
    return root


def test_every_window_has_room_for_longer_words(page):
    found = faults(page)
    assert found == [], "\n".join(found)
