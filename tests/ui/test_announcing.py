"""A screen reader is told what happens where the keyboard is not."""

import pytest
from PySide6.QtGui import QAccessible

from tests.ui.test_answering import FullDisk
from ui.questionnaire.window import QuestionnaireWindow
from ui.widgets.dialog import MarkedWords
from wb6assess.model.assessment import Answer


@pytest.fixture
def said(monkeypatch) -> list[str]:
    """What a screen reader would say."""
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        "ui.widgets.announce.QAccessible.updateAccessibility",
        lambda event: heard.append(event.message()),
    )
    return heard


def test_that_saving_failed_and_works_again_is_said_once(qtbot, appearance, opened, said):
    disk = FullDisk(opened)
    page = QuestionnaireWindow(disk, "FDI screening", "Albania")  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.choose_level(3)
    page.choose_level(4)
    assert [words[:15] for words in said] == ["Not saved since"]
    disk.full = False
    page.choose_level(2)
    assert [words[:6] for words in said[1:]] == ["Saved "]


def test_a_cap_that_appears_is_said(window, opened, said):
    opened.record("FDI-1.1", Answer(2))
    window.go_to("FDI-1.4")
    said.clear()
    window.choose_level(3)
    assert len(said) == 1
    assert "Counts as 2" in said[0]


def test_trouble_in_a_dialog_is_said(qtbot, appearance, said):
    line = MarkedWords()
    qtbot.addWidget(line)
    line.say("The folder is gone.")
    line.say("The folder is gone.")
    assert said == ["The folder is gone."]
