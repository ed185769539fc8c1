"""Answers that a condition hides are kept aside, listed, and back when it is true again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit

from tests.ui.drawn_pages import write_drawn
from tests.ui.finding_widgets import control, shown
from ui.questionnaire.outline.filter import Shown
from ui.questionnaire.page.parked import ParkedDialog
from ui.questionnaire.window import QuestionnaireWindow
from ui.widgets.finding import FindingRow
from ui.widgets.labels import Line
from ui.widgets.ladder import Rung
from ui.widgets.notice import Notice
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer
from wb6assess.session.open_assessment import OpenAssessment
from wb6assess.session.workspace import Workspace


@pytest.fixture
def drawn(tmp_path: Path) -> Iterator[OpenAssessment]:
    """An answered question, asked while the rule is a draft at least."""
    answers = {"DRW-1.1": Answer(3), "DRW-1.2": Answer(4, justification="Every month.")}
    with Workspace.open(tmp_path / "workspace", Library(write_drawn(tmp_path / "q"))) as workspace:
        new = {"country": "AL", "instrument": "drawn", "expert": "E07", "round": "2026"}
        yield workspace.open_assessment(workspace.new(**new, answers=answers))


@pytest.fixture
def page(qtbot, appearance, drawn: OpenAssessment) -> Iterator[QuestionnaireWindow]:
    window = QuestionnaireWindow(drawn, "Drawn", "Albania")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    yield window
    for dialog in window.findChildren(ParkedDialog):
        dialog.close()


def click(qtbot, part) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def said(page) -> str:
    return " ".join(notice.text() for notice in shown(page, Notice))


def hide_the_practice(qtbot, page) -> None:
    page.go_to("DRW-1.1")
    click(qtbot, control(page, Rung, "1:"))


def test_an_answer_that_is_not_asked_any_more_is_listed(qtbot, page, drawn):
    assert not shown(page, QAbstractButton, "1 answer is kept aside")
    hide_the_practice(qtbot, page)
    click(qtbot, control(page, QAbstractButton, "1 answer is kept aside"))
    (dialog,) = page.findChildren(ParkedDialog)
    (row,) = shown(dialog, FindingRow)
    assert "Level 4: Mostly. Not asked because DRW-1.1 is at level 1." in row.accessibleName()
    click(qtbot, row)
    assert page.page == "DRW-1.2"
    assert drawn.answer("DRW-1.2").value == 4


def test_its_page_says_what_is_kept_and_leads_to_the_list_and_the_cause(qtbot, page):
    hide_the_practice(qtbot, page)
    page.go_to("DRW-1.2")
    assert "Not asked because DRW-1.1 is at level 1. It counts as 0." in said(page)
    assert "Kept aside: Level 4: Mostly." in said(page)
    click(qtbot, control(page, QAbstractButton, "All that is kept aside"))
    (dialog,) = page.findChildren(ParkedDialog)
    click(qtbot, control(dialog, QAbstractButton, "Close"))
    click(qtbot, control(page, QAbstractButton, "Go to DRW-1.1"))
    assert page.page == "DRW-1.1"


def test_it_is_back_as_it_was_when_the_condition_is_true_again(qtbot, page, drawn):
    hide_the_practice(qtbot, page)
    before = drawn.scores.domain.value
    click(qtbot, control(page, Rung, "4:"))
    page.go_to("DRW-1.2")
    assert "Kept aside" not in said(page)
    assert control(page, Rung, "4:").isChecked()
    assert control(page, QTextEdit, "Justification").toPlainText() == "Every month."
    assert not shown(page, QAbstractButton, "1 answer is kept aside")
    assert drawn.scores.domain.value > before


def test_a_fact_is_kept_aside_and_comes_back(qtbot, page, drawn):
    page.go_to("DRW-2.3")
    yes, no = control(page, QAbstractButton, "Yes"), control(page, QAbstractButton, "No")
    click(qtbot, yes)
    qtbot.keyClicks(control(page, QTextEdit, "Name of the post"), "Head of office")
    qtbot.waitUntil(lambda: "name" in drawn.answer("DRW-2.3").fields)
    click(qtbot, no)
    assert not shown(page, QTextEdit, "Name of the post")
    assert "Kept aside, because not asked now: Name of the post (Head of office)." in said(page)
    click(qtbot, control(page, QAbstractButton, "All that is kept aside"))
    (dialog,) = page.findChildren(ParkedDialog)
    (row,) = shown(dialog, FindingRow)
    assert "“It has a head” at DRW-2.3 is “No”" in row.accessibleName()
    click(qtbot, row)
    click(qtbot, yes)
    assert control(page, QTextEdit, "Name of the post").toPlainText() == "Head of office"
    assert drawn.parked_fields() == ()


def test_the_outline_filters_what_is_kept_aside(qtbot, page):
    hide_the_practice(qtbot, page)
    page.show_filter(Shown.PARKED)
    QApplication.processEvents()
    assert "DRW-1.2" in page.parts.outline._model.pages()
    assert "DRW-1.3" not in page.parts.outline._model.pages()


def test_undo_brings_it_back(qtbot, page, drawn):
    hide_the_practice(qtbot, page)
    assert drawn.parked() == ("DRW-1.2",)
    page.undo()
    assert drawn.parked() == ()


def test_an_invented_country_says_what_it_is_for_and_asks_for_no_papers(qtbot, page, drawn):
    page.go_to("DRW-V1")
    assert "An invented country. Your answer is not scored" in said(page)
    assert not shown(page, QAbstractButton, "Add")
    page.add_evidence()
    assert not shown(page, QLineEdit, "Title")
    QApplication.clipboard().setText("Act 1/2026, Art. 4")
    page.paste_evidence()
    assert drawn.answer("DRW-V1").empty
    click(qtbot, control(page, Rung, "2:"))
    assert drawn.answer("DRW-V1").value == 2
    click(qtbot, control(page, QAbstractButton, "The ladder is that of DRW-1.1"))
    assert page.page == "DRW-1.1"


def test_where_na_is_not_offered_the_page_says_why(page):
    page.go_to("DRW-1.1")
    assert not shown(page, QAbstractButton, "Not applicable")
    assert shown(page, Line, "It applies everywhere, so there is no N/A.")
    page.go_to("DRW-1.2")
    assert shown(page, QAbstractButton, "Not applicable")


def test_na_by_design_says_the_reason(qtbot, appearance, tmp_path: Path):
    with Workspace.open(tmp_path / "workspace", Library(write_drawn(tmp_path / "q"))) as workspace:
        new = {"country": "BA", "instrument": "drawn", "expert": "E07", "round": "2026"}
        opened = workspace.open_assessment(workspace.new(**new))
        window = QuestionnaireWindow(opened, "Drawn", "Bosnia and Herzegovina")
        qtbot.addWidget(window)
        window.show()
        window.go_to("DRW-1.3")
        assert "Not applicable here: the coast is under another rule." in said(window)
        window.hide()
