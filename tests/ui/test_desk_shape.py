"""The desk's rooms by keyboard and screen reader, in small windows, large letters, longer words."""

import pytest
from PySide6.QtTest import QTest

from tests.ui.cut_off import faults, settle
from tests.ui.desk_pages import (
    desk_room,
    document,
    doubtful,
    first_ladder,
    imported,
    three_files,
    wait_for,
    write,
)
from tests.ui.test_accessibility import (
    check_marks,
    check_names,
    check_reach,
    check_roles,
    check_visible_focus,
)
from ui.frame.main_window import MainWindow
from ui.language import Language
from wb6assess.instruments.pseudo import PSEUDO

_LAID_OUT_MS = 100
ROOMS = ("inbox", "matrix", "disagreement", "progress", "decisions", "asking", "report")


def filled(window, folder, library) -> None:
    """Three experts, and a conflict between two files."""
    files = three_files(folder, library)
    twice = doubtful(document(library, "E01"), first_ladder(library))
    name = "a file with a long name that somebody sent a second time after the meeting.json"
    imported(window, [*files, write(folder, twice, name)])


@pytest.fixture(params=ROOMS)
def room(request, desk, tmp_path, desk_library):
    filled(desk, tmp_path / "in", desk_library)
    page = desk_room(desk, request.param)
    settle()
    return page


@pytest.fixture(params=ROOMS)
def empty_room(request, desk):
    page = desk_room(desk, request.param)
    settle()
    return page


def test_every_room_is_named_reached_and_seen_with_the_keyboard(room):
    root = room.window()
    root.activateWindow()
    settle()
    check_names(root)
    check_roles(root)
    check_marks(root)
    check_reach(root)
    check_visible_focus(root)


def test_an_empty_room_is_named_and_reached(empty_room):
    root = empty_room.window()
    check_names(root)
    check_reach(root)


SIZES = {
    "wide": (1440, 900, 100),
    "small": (1024, 640, 100),
    "large": (1440, 900, 200),
    "both": (960, 540, 200),
}
"""Width, height, size of letters; both small and large is a projector at 200 %."""


@pytest.fixture
def longer(qapp, monkeypatch):
    """The interface in the pseudo-language, two fifths longer than English."""
    monkeypatch.setenv("WB6ASSESS_PSEUDO", "1")
    language = Language(qapp)
    language.choose(PSEUDO)
    yield language
    language.choose("en")


@pytest.fixture(params=SIZES)
def sized(request, qtbot, appearance, tmp_path, desk_questionnaires, longer):
    """The main window in longer words, in a size of its own."""
    wide, high, percent = SIZES[request.param]
    appearance.choose_size(percent)
    made = MainWindow(tmp_path / "desktop", desk_questionnaires, appearance, longer)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.ready, timeout=30_000):
        made.show()
    made.setMinimumSize(0, 0)  # as on a screen of that size
    made.resize(wide, high)
    made.open_workspace()
    yield made
    appearance.choose_size(100)


def test_every_room_has_room_for_its_words(sized, tmp_path, desk_library):
    filled(sized, tmp_path / "in", desk_library)
    found = []
    for room in (*ROOMS, "meeting", "robustness"):
        page = desk_room(sized, room)
        # Robustness draws by itself, and what is drawn gives the page another height.
        wait_for(lambda page=page: getattr(page, "_figures", page) and not getattr(page, "_task", None))
        QTest.qWait(_LAID_OUT_MS)
        settle()
        found += [f"{room}: {fault}" for fault in faults(page)]
    assert found == [], "\n".join(found)
