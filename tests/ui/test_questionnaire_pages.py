"""Every page of every questionnaire: what is asked has its control, what is stored is seen."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QTextEdit, QWidget

from tests.ui.finding_widgets import shown
from ui.questionnaire.questions import CONTEXT
from ui.questionnaire.window import QuestionnaireWindow
from ui.widgets.fields import Editor
from ui.widgets.ladder import Rung
from ui.widgets.notice import Notice
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Value
from wb6assess.model.instrument import Field, Indicator
from wb6assess.model.vocabulary import FieldType
from wb6assess.session.workspace import Workspace

QUESTIONNAIRES = ("fdi-screening", "cybersecurity", "rule-of-law", "fimi", "operational-integration")


def fact(field: Field) -> Value:
    """Some valid fact of each type."""
    match field.type:
        case FieldType.SINGLE:
            return field.options[-1].key
        case FieldType.MULTI:
            return (field.options[0].key,)
        case FieldType.NUMERIC:
            return int(field.plausible[0]) + 1 if field.plausible else 7
        case FieldType.DATE:
            return "2024-03-12"
        case FieldType.GRID:
            low = int(field.plausible[0]) + 1 if field.plausible else 7
            return {field.rows[0].key: {field.columns[0].key: low}}
        case FieldType.LEVEL:
            return 3
        case FieldType.YESNO:
            return "yes"
        case FieldType.TEXT:
            return f"About {field.id}"


def answered(indicator: Indicator) -> Answer:
    return Answer(4, justification="Because.", fields={each.id: fact(each) for each in indicator.fields})


@pytest.fixture(params=QUESTIONNAIRES)
def window(request, qtbot, appearance, workspace: Workspace, library: Library) -> QuestionnaireWindow:
    """A questionnaire with every question and fact answered, for the country with most facts."""
    instrument = library.instrument(request.param)
    answers = {item.id: answered(item) for item in instrument.indicators()}
    answers |= {item.id: Answer(2) for item in instrument.vignettes}
    answers |= {field.id: Answer(fact(field)) for field in instrument.context}
    new = {"country": "BA", "instrument": request.param, "expert": "E07", "round": "2026"}
    opened = workspace.open_assessment(workspace.new(**new, answers=answers))
    made = QuestionnaireWindow(opened, instrument.title, "Bosnia and Herzegovina")
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def entered(editor: QWidget) -> bool:
    """Whether an editor shows something else than nothing."""
    texts = [part.text() for part in editor.findChildren(QLineEdit)]
    texts += [part.toPlainText() for part in editor.findChildren(QTextEdit)]
    checked = any(part.isChecked() for part in shown(editor, QAbstractButton))
    chosen = [box.currentIndex() for box in shown(editor, QComboBox)]
    return any(texts) or checked or any(place > 0 for place in chosen)


def check_facts(window: QuestionnaireWindow, fields: tuple[Field, ...], asked: set[str]) -> None:
    editors = {part.question.id: part for part in shown(window.parts.page, Editor) if part.question}
    for field in fields:
        if field.id in asked:
            assert field.id in editors, field.id
            assert editors[field.id].name == field.label
            assert entered(editors[field.id]), f"{field.id}: {field.type}"
        else:
            assert field.id not in editors, field.id


def test_what_is_asked_has_its_control_and_shows_what_is_stored(window):
    opened, instrument = window.opened, window.opened.instrument
    for item, indicator in instrument.by_id.items():
        window.go_to(item)
        QApplication.processEvents()
        assert [rung.isChecked() for rung in shown(window, Rung)] == [n == 4 for n in range(6)], item
        by_design = {field.id for field in indicator.fields if "BA" in field.na_for}
        asked = {
            field.id for field in indicator.fields if opened.sheet.field_asked(item, field.id)
        } - by_design
        check_facts(window, indicator.fields, asked)
    window.go_to(CONTEXT)
    check_facts(window, window.questions.context, {field.id for field in window.questions.context})


def test_every_cap_and_every_question_not_asked_says_why(window):
    opened = window.opened
    for item in opened.instrument.by_id:
        window.go_to(item)
        said = " ".join(notice.text() for notice in shown(window, Notice))
        if opened.sheet.score(item).cap is not None:
            assert "because" in said, item
            assert "Your level 4 is kept." in said, item
        if opened.sheet.state(item).skipped:
            assert "Not asked" in said, item
            assert "Kept aside: Level 4" in said, item
