"""Queries of the coordinator: opened like any file, counted, listed, each a link to its question."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel

from tests.ui.finding_widgets import control, shown
from ui.queries.return_dialog import ReturnDialog
from ui.widgets.card import AssessmentCard
from ui.widgets.sidebar_row import SidebarRow
from wb6assess.exchange.queries import Return, write_return
from wb6assess.model.assessment import Status
from wb6assess.model.query import Query, Spread
from wb6assess.session.samples import sample_answers

ASKED = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
IDS = [f"0198c1de-7a00-7000-8000-00000000000{n}" for n in "abc"]


@pytest.fixture
def handed_in(desktop):
    created = desktop.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    opened = desktop.workspace.open_assessment(created)
    opened.record_all(sample_answers(opened.instrument, "AL", "E07", 3, opened.parameters))
    opened.submit()
    desktop.go_home()
    return opened


@pytest.fixture
def file(handed_in, tmp_path):
    """Two queries and a spread about what was handed in."""
    key = handed_in.info.identity
    queries = tuple(
        Query(id_, key, item, f"Which article says so in {item}?", ASKED, revision=1)
        for id_, item in zip(IDS, ("FDI-2.1", "FDI-1.1"), strict=False)
    )
    spreads = (Spread("FDI-1.1", (0, 0, 1, 4, 0, 0), 3),)
    sent = Return(
        key, 1, handed_in.revisions()[1], ASKED, note="Thank you.", queries=queries, spreads=spreads
    )
    path = tmp_path / "queries.wb6q"
    path.write_bytes(write_return(sent))
    return path


def click(qtbot, part) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def words(root) -> str:
    return "\n".join(label.text() for label in shown(root, QLabel))


@pytest.fixture
def take(qtbot, desktop, file, monkeypatch):
    """Opens the file and, where wished, takes it in."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))

    def open_it() -> ReturnDialog:
        desktop.files.open_file()
        return desktop.findChildren(ReturnDialog)[-1]

    return open_it


def test_the_file_says_what_it_brings_before_anything_changes(take, handed_in):
    dialog = take()
    said = words(dialog)
    assert "It brings 2 queries." in said
    assert "how the country's experts rated one indicator" in said
    assert "Thank you." in said
    assert "Revision 1 is handed in. Taking the file begins revision 2" in said
    dialog.reject()
    assert handed_in.info.status is Status.SUBMITTED


def test_taking_it_opens_the_first_question_that_waits(qtbot, desktop, take, handed_in):
    click(qtbot, control(take(), QAbstractButton, "Take them in"))
    assert desktop.questionnaire.opened.id == handed_in.id
    assert desktop.questionnaire.page == "FDI-1.1"
    assert handed_in.info.revision == 2


def test_home_and_the_sidebar_say_how_many_wait(qtbot, desktop, take):
    click(qtbot, control(take(), QAbstractButton, "Take them in"))
    desktop.go_home()
    QApplication.processEvents()
    name = control(desktop, AssessmentCard, "").accessibleName()
    assert "2 queries from the coordinator" in name
    assert name.startswith("Answer:")
    assert control(desktop, SidebarRow, "Queries to answer").accessibleDescription() == "2"


def test_a_line_leads_to_its_question_and_goes_when_it_is_answered(qtbot, desktop, take, handed_in):
    click(qtbot, control(take(), QAbstractButton, "Take them in"))
    click(qtbot, control(enter(qtbot, desktop), QAbstractButton, "needs a comment: FDI-2.1"))
    assert desktop.questionnaire.page == "FDI-2.1"
    query = next(query for query in handed_in.queries if query.indicator == "FDI-2.1")
    handed_in.reply(query.id, "Article 4.")
    page = enter(qtbot, desktop)
    assert not shown(page, QAbstractButton, "needs a comment: FDI-2.1")
    assert shown(page, QAbstractButton, "needs a comment: FDI-1.1")
    assert "Note: Thank you." in words(page)


def test_without_queries_the_room_says_where_they_come_from(qtbot, desktop):
    page = enter(qtbot, desktop)
    assert "No query waits for you." in words(page)
    assert control(page, QAbstractButton, "Open file…")


def test_the_same_file_again_brings_nothing_new(qtbot, desktop, take, handed_in):
    click(qtbot, control(take(), QAbstractButton, "Take them in"))
    dialog = take()
    assert "was taken in before" in words(dialog)
    click(qtbot, control(dialog, QAbstractButton, "Open the assessment"))
    assert len(handed_in.queries) == 2


def test_a_file_for_another_expert_is_refused_in_words(qtbot, desktop, take, file, handed_in):
    file.write_text(file.read_text().replace('"E07"', '"E08"'))
    dialog = take()
    assert "E08" in words(dialog)
    assert not shown(dialog, QAbstractButton, "Take them in")
    dialog.reject()


def enter(qtbot, desktop):
    desktop.go_home()
    click(qtbot, control(desktop, SidebarRow, "Queries to answer"))
    QApplication.processEvents()
    return desktop._rooms.shell.page


def test_a_card_says_who_answers_what_and_what_came_back(qtbot, desktop, handed_in):
    created = desktop.workspace.new(country="BA", instrument="fdi-screening", expert="E07", round="2026")
    opened = desktop.workspace.open_assessment(created)
    opened.assign({"FDI-1": "Ana", "FDI-3": "Ben", "FDI-2": "Ana"})
    opened.note_back("Ben", ["FDI-3"])
    desktop.go_home()
    QApplication.processEvents()
    cards = shown(desktop, AssessmentCard)
    name = next(c.accessibleName() for c in cards if "Bosnia" in c.accessibleName())
    assert "Pillars: 1, 2 with Ana; 3 back from Ben; 4, 5, 6, 7 with you." in name


def test_a_card_says_when_queries_came(qtbot, desktop, file):
    desktop.workspace.take_return(file)
    desktop.go_home()
    QApplication.processEvents()
    (card,) = shown(desktop, AssessmentCard, "Answer")
    assert "Returned today" in card.accessibleName()
