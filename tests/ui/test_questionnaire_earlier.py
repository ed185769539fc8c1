"""The earlier round's answer stands beside today's question."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTextEdit

from tests.ui.drawn_pages import write_drawn
from tests.ui.finding_widgets import control, shown
from ui.questionnaire.page.earlier_panel import EarlierPanel
from ui.questionnaire.window import QuestionnaireWindow
from ui.widgets.ladder import Rung
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Confidence, Evidence
from wb6assess.session.open_assessment import OpenAssessment
from wb6assess.session.workspace import Workspace

EARLIER = Answer(
    2,
    confidence=Confidence.HIGH,
    justification="A draft was published.",
    evidence=(Evidence("law", title="Draft act", page="4"),),
    fields={"cases": 12},
)


@pytest.fixture
def rounds(tmp_path: Path) -> Iterator[OpenAssessment]:
    """An assessment of 2026 whose expert answered one question in 2025."""
    library = Library(write_drawn(tmp_path / "q"))
    with Workspace.open(tmp_path / "workspace", library) as workspace:
        new = {"country": "AL", "instrument": "drawn", "expert": "E07"}
        workspace.new(**new, round="2025", answers={"DRW-1.1": EARLIER})
        yield workspace.open_assessment(workspace.new(**new, round="2026"))


@pytest.fixture
def page(qtbot, appearance, rounds: OpenAssessment) -> QuestionnaireWindow:
    window = QuestionnaireWindow(rounds, "Drawn", "Albania")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    return window


def click(qtbot, part) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def open_panel(qtbot, page) -> EarlierPanel:
    click(qtbot, control(page, QAbstractButton, "Show: Round 2025: level 2"))
    return control(page, EarlierPanel, "Earlier round")


def test_the_rung_of_the_earlier_round_says_its_year(page):
    assert "2025" in control(page, Rung, "2:").accessibleName()
    assert not any("2025" in rung.accessibleName() for rung in shown(page, Rung, "3:"))


def test_the_panel_opens_to_reasons_and_evidence(qtbot, page):
    assert not shown(page, QAbstractButton, "Take over")
    panel = open_panel(qtbot, page)
    said = " ".join(part.accessibleName() for part in shown(panel, type(panel._whose)))
    for words in ("A draft", "A draft was published.", "Draft act", "p. 4", "High", "12 cases"):
        assert words in said


def test_a_question_that_was_not_answered_then_shows_nothing(page):
    page.go_to("DRW-1.3")
    assert not shown(page, EarlierPanel)
    assert not any("2025" in rung.accessibleName() for rung in shown(page, Rung))


def test_the_earlier_justification_is_added_to_ones_own_and_undone_alone(qtbot, page, rounds):
    qtbot.keyClicks(control(page, QTextEdit, "Justification"), "Still so.")
    open_panel(qtbot, page)
    click(qtbot, control(page, QAbstractButton, "Take over the justification"))
    assert rounds.answer("DRW-1.1").justification == "Still so.\n\nA draft was published."
    assert not shown(page, QAbstractButton, "Take over the justification")
    page.undo()
    assert rounds.answer("DRW-1.1").justification == "Still so."


def test_a_handed_in_revision_shows_the_earlier_answer_without_taking_it_over(qtbot, page, rounds):
    rounds.record("DRW-1.1", Answer(3))
    open_panel(qtbot, page)
    for item in ("DRW-1.2", "DRW-1.3"):
        rounds.record(item, Answer(3 if item == "DRW-1.2" else "yes"))
    rounds.submit()
    page.show_again()
    assert shown(page, EarlierPanel)
    assert not shown(page, QAbstractButton, "Take over the justification")
