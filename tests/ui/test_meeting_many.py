"""The meeting's screen with as many experts as a country may send."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests import meetings
from ui.meeting.parts import Bullet, MeetingButton
from ui.meeting.said_pane import SaidPane
from ui.meeting.words import levels_words
from wb6assess.instruments.library import Library
from wb6assess.reports.meeting.rows import LevelCount


@pytest.fixture(scope="module")
def item(tmp_path_factory):
    """The first contested item of three experts."""
    folder = tmp_path_factory.mktemp("many")
    library = Library(meetings.questionnaires(folder / "questionnaires"))
    with meetings.workspace_at(folder / "data", library) as opened:
        meetings.hand_in(opened, folder / "in")
        return meetings.sitting(opened, invited=4).agenda().items[1]


@pytest.fixture
def pane(qtbot, appearance):
    del appearance
    made = SaidPane()
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show()
    return made


def bullets(pane):
    QApplication.processEvents()  # a layout shows what it was given in the next turn
    return [part for part in pane.findChildren(Bullet) if part.isVisibleTo(pane)]


def texts(n):
    return tuple(f"Reason number {number}." for number in range(n))


def test_a_hundred_reasons_are_shown_when_somebody_asks(qtbot, pane, item):
    pane.show_item(replace(item, remarks=texts(100), evidence=()))
    assert 5 < len(bullets(pane)) < 20
    more = next(b for b in pane.findChildren(MeetingButton) if b.isVisibleTo(pane))
    assert more.text() == f"Show {100 - len(bullets(pane))} more"
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(bullets(pane)) == 100
    assert not more.isVisibleTo(pane)


def test_a_dozen_reasons_are_shown_at_once(pane, item):
    pane.show_item(replace(item, remarks=texts(12), evidence=()))
    assert len(bullets(pane)) == 12
    assert not [b for b in pane.findChildren(MeetingButton) if b.isVisibleTo(pane)]


def test_the_levels_of_many_are_counted(item):
    few = (LevelCount(1.0, 2), LevelCount(4.0, 1))
    many = (LevelCount(1.0, 25), LevelCount(2.5, 1), LevelCount(4.0, 43))
    assert "Levels: 1, 1 and 4." in levels_words(replace(item, levels=few))
    assert "Levels: 1 (25 times), 2.5 (once) and 4 (43 times)." in levels_words(
        replace(item, levels=many)
    )
