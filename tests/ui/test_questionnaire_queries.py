"""Queries of the coordinator are answered on the page; the spread shows where one stands."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextEdit

from tests.ui.drawn_pages import write_drawn
from tests.ui.finding_widgets import control, shown
from ui.questionnaire.page.spread_panel import SpreadPanel
from ui.questionnaire.questions import Questions
from ui.questionnaire.window import QuestionnaireWindow
from ui.review.review_state import ReviewState, review_state
from ui.widgets.dots import Dots
from ui.widgets.ladder import Rung
from ui.widgets.notice import Notice
from wb6assess.exchange.queries import Return, write_return
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Identity
from wb6assess.model.query import Query, Spread
from wb6assess.session.open_assessment import OpenAssessment
from wb6assess.session.workspace import Workspace

KEY = Identity("AL", "drawn", "2025.1", "2026", "E07")
ASKED = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON_RULE, ON_CONTEXT = "q-rule", "q-context"


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[OpenAssessment]:
    """A draft with a query on an indicator, one on a context question, and a spread."""
    content = Return(
        KEY, 1, "0" * 64, ASKED,
        queries=(
            Query(ON_RULE, KEY, "DRW-1.1", "Which article says so?", ASKED, 1),
            Query(ON_CONTEXT, KEY, "DRW-C1", "What do you mean?", ASKED, 1),
        ),
        spreads=(Spread("DRW-1.1", (0, 1, 2, 3, 0, 0), own=3),),
    )  # fmt: skip
    path = tmp_path / "back.wb6q"
    path.write_bytes(write_return(content))
    with Workspace.open(tmp_path / "workspace", Library(write_drawn(tmp_path / "q"))) as workspace:
        new = {"country": "AL", "instrument": "drawn", "expert": "E07", "round": "2026"}
        made = workspace.new(**new, answers={"DRW-1.1": Answer(3), "DRW-1.3": Answer("no")})
        workspace.take_return(path)
        yield workspace.open_assessment(made)


@pytest.fixture
def page(qtbot, appearance, asked: OpenAssessment) -> QuestionnaireWindow:
    window = QuestionnaireWindow(asked, "Drawn", "Albania")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.go_to("DRW-1.1")
    return window


def replies_to(asked: OpenAssessment) -> dict[str, str]:
    return {query.id: query.reply for query in asked.queries}


def reply(qtbot, page, asked, text: str) -> None:
    qtbot.keyClicks(control(page, QTextEdit, "Your reply: "), text)
    qtbot.waitUntil(lambda: text in replies_to(asked).values())


def test_a_query_stands_on_its_page_and_takes_the_reply_there(qtbot, page, asked):
    said = [notice.text() for notice in shown(page, Notice)]
    assert any("revision 1" in words and "Which article says so?" in words for words in said)
    reply(qtbot, page, asked, "Article 4.")
    assert replies_to(asked)[ON_RULE] == "Article 4."
    assert asked.answer("DRW-1.1").value == 3


def test_a_reply_that_is_being_written_keeps_its_field(qtbot, page, asked):
    box = control(page, QTextEdit, "Your reply: ")
    qtbot.keyClicks(box, "Art")
    qtbot.waitUntil(lambda: replies_to(asked)[ON_RULE] == "Art")
    QApplication.processEvents()
    assert control(page, QTextEdit, "Your reply: ") is box


def test_undo_takes_a_reply_back(qtbot, page, asked):
    reply(qtbot, page, asked, "Article 4.")
    page.undo()
    assert replies_to(asked)[ON_RULE] == ""
    assert control(page, QTextEdit, "Your reply: ").toPlainText() == ""


def test_where_i_stand_counts_queries_and_leads_to_them(qtbot, page, asked):
    reply(qtbot, page, asked, "Article 4.")
    link = control(page, QAbstractButton, "2 queries, 1 without a reply")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert page.parts.outline._model.pages() == ["DRW-1.1", "context"]


def test_the_outline_marks_what_waits_for_a_reply(qtbot, page, asked):
    rows = {row.page: row for row in page.parts.outline._rows.rows}
    assert "needs a comment" in rows["DRW-1.1"].spoken.lower()
    assert "needs a comment" not in rows["DRW-1.3"].spoken.lower()
    reply(qtbot, page, asked, "Article 4.")

    def marked() -> bool:
        rows = {row.page: row for row in page.parts.outline._rows.rows}
        return "needs a comment" in rows["DRW-1.1"].spoken.lower()

    qtbot.waitUntil(lambda: not marked())


def test_a_query_on_a_context_question_stands_on_the_context_page(qtbot, page, asked):
    page.go_to("context")
    reply(qtbot, page, asked, "The whole country.")
    assert replies_to(asked)[ON_CONTEXT] == "The whole country."


def test_the_spread_stands_in_the_rungs_where_the_ladder_is_wide(page):
    names = [rung.accessibleName() for rung in shown(page, Rung)]
    assert [name.rpartition(" (")[2] for name in names[1:4]] == ["1 expert)", "2 experts)", "3 experts)"]
    assert "expert" not in names[0] + names[4] + names[5]
    (panel,) = shown(page, SpreadPanel)
    words = " ".join(label.text() for label in shown(panel, QLabel))
    assert "middle level is 2.5. Yours was 3" in words
    assert not shown(page, Dots)
    page.go_to("DRW-1.3")
    assert not shown(page, SpreadPanel)
    assert not any("expert" in rung.accessibleName() for rung in shown(page, Rung))


def test_in_a_narrow_window_the_spread_stands_below_as_dots(page):
    page.resize(560, 700)
    QApplication.processEvents()
    (dots,) = shown(page, Dots)
    for words in ("level 1: 1 expert", "level 3: 3 experts", "middle level is 2.5", "Yours was 3"):
        assert words in dots.accessibleName()


def test_the_dots_take_no_row_away_and_none_moves_by_choosing(qtbot, page):
    rungs = shown(page, Rung)
    before = [rung.geometry() for rung in rungs]
    qtbot.mouseClick(rungs[2], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert [rung.geometry() for rung in rungs] == before


def test_the_spread_stays_while_one_answers_anew(qtbot, page, asked):
    qtbot.mouseClick(control(page, Rung, "2:"), Qt.MouseButton.LeftButton)
    assert asked.answer("DRW-1.1").value == 2
    assert control(page, Rung, "3:").accessibleName().endswith("(3 experts)")


def test_the_review_page_counts_queries_without_a_reply(asked):
    lines = [line for group in review_of(asked).groups for line in group.lines]
    line = next(line for line in lines if "coordinator asks" in line.sentence)
    assert (line.ids, [item.id for item in line.items]) == ("2 queries", ["DRW-1.1", "DRW-C1"])
    asked.reply(ON_RULE, "Article 4.")
    asked.reply(ON_CONTEXT, "That.")
    sentences = [line.sentence for group in review_of(asked).groups for line in group.lines]
    assert not any("coordinator asks" in sentence for sentence in sentences)


def review_of(asked: OpenAssessment) -> ReviewState:
    return review_state(asked, Questions(asked.instrument, "AL"))
