"""Making an assessment: each rule through the visible controls."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from tests.ui.finding_widgets import control
from ui.overview.new_assessment import NewAssessment
from ui.widgets.choice_box import ChoiceBox
from wb6assess.model.assessment import EXPERT_CODE


@pytest.fixture
def dialog(qtbot, appearance, workspace) -> NewAssessment:
    made = NewAssessment(workspace)
    qtbot.addWidget(made)
    made.show()
    return made


def words(dialog: NewAssessment) -> str:
    labels = dialog.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(dialog))


def choose(dialog: NewAssessment, name: str, key: str) -> None:
    box = control(dialog, ChoiceBox, name)
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def tick(qtbot, dialog: NewAssessment, *titles: str) -> None:
    for title in titles:
        qtbot.mouseClick(control(dialog, QAbstractButton, title), Qt.MouseButton.LeftButton)


def test_the_button_waits_for_a_country_and_says_so(qtbot, dialog):
    tick(qtbot, dialog, "FDI screening")
    button = control(dialog, QAbstractButton, "Make assessment")
    assert not button.isEnabled()
    assert "Choose a country first." in words(dialog)
    choose(dialog, "Country", "XK")
    assert button.isEnabled()


def test_a_code_is_proposed_that_can_be_used(dialog):
    assert EXPERT_CODE.fullmatch(control(dialog, QLineEdit, "Expert code").text())


def test_enter_in_a_field_makes_the_assessment(qtbot, dialog, workspace):
    choose(dialog, "Country", "ME")
    tick(qtbot, dialog, "FDI screening")
    field = control(dialog, QLineEdit, "Expert code")
    field.clear()
    qtbot.keyClicks(field, "E-22")
    with qtbot.waitSignal(dialog.created) as made:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    identity = workspace.info(made.args[0]).identity
    assert (identity.country, identity.round, identity.expert) == ("ME", "2026", "E-22")
    assert not dialog.isVisible()


def test_a_name_instead_of_a_code_is_refused_in_place(qtbot, dialog, workspace):
    choose(dialog, "Country", "ME")
    field = control(dialog, QLineEdit, "Expert code")
    field.clear()
    qtbot.keyClicks(field, "First Last")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "“First Last” cannot be an expert code." in words(dialog)
    assert field.property("wrong") is True
    assert workspace.assessments() == []
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "E5")
    assert "cannot be an expert code" not in words(dialog)


def test_what_exists_already_is_said_in_place(qtbot, opened, appearance, workspace):
    dialog = NewAssessment(workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    tick(qtbot, dialog, "FDI screening")
    qtbot.mouseClick(control(dialog, QAbstractButton, "Make assessment"), Qt.MouseButton.LeftButton)
    assert "FDI screening: This expert already has this questionnaire" in words(dialog)
    assert dialog.isVisible()
    assert len(workspace.assessments()) == 1


def test_the_next_assessment_starts_from_the_last_ones_country_and_code(qtbot, opened, workspace):
    dialog = NewAssessment(workspace)
    qtbot.addWidget(dialog)
    assert control(dialog, ChoiceBox, "Country").key == "AL"
    assert control(dialog, QLineEdit, "Expert code").text() == "E07"


def test_a_questionnaire_must_be_ticked(dialog):
    choose(dialog, "Country", "RS")
    assert not control(dialog, QAbstractButton, "Make assessment").isEnabled()
    assert "Tick a questionnaire first." in words(dialog)


def test_several_questionnaires_are_made_at_once(qtbot, dialog, workspace, library):
    choose(dialog, "Country", "RS")
    titles = [library.instrument(item).title for item in library.ids()]
    tick(qtbot, dialog, *titles)
    button = control(dialog, QAbstractButton, f"Make {len(titles)} assessments")
    with qtbot.waitSignal(dialog.created):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    made = {info.identity.instrument for info in workspace.assessments()}
    assert made == set(library.ids())
