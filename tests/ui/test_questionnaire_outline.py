"""The outline: filters, and a search that shows where it found what."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from benchmarks.large import INSTRUMENT, write_large
from tests.ui.drawn_pages import write_drawn
from tests.ui.finding_widgets import control, shown
from ui.questionnaire.outline.filter import Shown
from ui.questionnaire.outline.model import HIT
from ui.questionnaire.window import QuestionnaireWindow
from ui.widgets.ladder import Rung
from ui.widgets.segment import Segment
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Confidence, Evidence
from wb6assess.session.workspace import Workspace

ANSWERS = {
    "DRW-1.1": Answer(3, confidence=Confidence.LOW, evidence=(Evidence("law", title="Gazette 7"),)),
    "DRW-1.2": Answer(2, justification="Seen in the harbour report."),
    "DRW-1.3": Answer("yes", fields={}, confidence=Confidence.HIGH),
    "DRW-2.4": Answer("Ferries are left out."),
}


def opened_window(qtbot, workspace: Workspace, instrument: str, answers: dict[str, Answer]):
    new = {"country": "AL", "instrument": instrument, "expert": "E07", "round": "2026"}
    window = QuestionnaireWindow(
        workspace.open_assessment(workspace.new(**new, answers=answers)), instrument, "Albania"
    )
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def page(qtbot, appearance, tmp_path: Path) -> Iterator[QuestionnaireWindow]:
    with Workspace.open(tmp_path / "workspace", Library(write_drawn(tmp_path / "q"))) as workspace:
        window = opened_window(qtbot, workspace, "drawn", ANSWERS)
        window.go_to("DRW-2.2")
        yield window
        window.hide()


def listed(page) -> list[str]:
    """The rows a screen reader reads, headings left out."""
    return [name for name in page.parts.outline._model.pages() if name != page.page]


def choose(page, name: str) -> None:
    """A filter of the menu behind the three dots."""
    (action,) = [act for act in page.findChildren(QAction) if act.text().startswith(f"{name}\t")]
    action.trigger()


def search(qtbot, page, words: str) -> dict[str, str]:
    """What a search lists: page -> "part: words found"."""
    field = control(page, QLineEdit, "Search ids")
    field.clear()
    qtbot.keyClicks(field, words)
    QApplication.processEvents()
    model = page.parts.outline._model
    found = {}
    for place, name in enumerate(model.pages()):
        hit = model.index(place).data(HIT)
        part = f"{hit.part}: {hit.text[hit.start : hit.start + hit.length]}" if hit else ""
        found[name] = part
    return found


def test_each_filter_shows_its_rows_and_says_what_they_are(qtbot, page):
    for name, pages in (
        ("Low confidence", ["DRW-1.1"]),
        ("No evidence", ["DRW-1.2", "DRW-1.3", "DRW-2.4"]),
        ("Kept aside", []),
    ):
        choose(page, name)
        assert listed(page) == pages, name
    qtbot.mouseClick(control(page, QAbstractButton, "Show all"), Qt.MouseButton.LeftButton)
    assert len(listed(page)) == 8


def test_to_do_and_flagged_stand_beside_the_search(qtbot, page):
    qtbot.mouseClick(control(page, QAbstractButton, "To do "), Qt.MouseButton.LeftButton)
    assert listed(page) == ["DRW-2.1", "DRW-2.3", "DRW-V1"]
    page.toggle_flag()
    qtbot.mouseClick(control(page, QAbstractButton, "Flagged "), Qt.MouseButton.LeftButton)
    assert page.parts.outline._model.pages() == ["DRW-2.2"]


def test_filters_keep_their_words_in_the_narrowest_outline(page):
    """They break into two lines; bare marks would have to be learnt."""
    (filters,) = page.parts.outline.findChildren(Segment)
    parts = filters.findChildren(QAbstractButton)
    one_line = [part.y() for part in parts]
    assert len(set(one_line)) == 1
    page.resize(1024, 640)
    page.parts.outline.setFixedWidth(240)
    QApplication.processEvents()
    assert len({part.y() for part in parts}) == 2
    assert not any(part.compact for part in parts)
    assert all(part.width() >= part.sizeHint().width() for part in parts)


def test_an_answered_page_leaves_the_filter_with_the_next_page_only(qtbot, page):
    qtbot.mouseClick(control(page, QAbstractButton, "To do "), Qt.MouseButton.LeftButton)
    page.go_to("DRW-V1")
    qtbot.mouseClick(control(page, Rung, "2:"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert "DRW-V1" in page.parts.outline._model.pages()
    page.go_to("DRW-2.1")
    assert "DRW-V1" not in page.parts.outline._model.pages()


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("DRW-2.3", {"DRW-2.3": ""}),
        ("signs", {"DRW-2.3": "Guide: signs"}),
        ("calendar", {"DRW-2.2": "Guide: Calendar"}),
        ("sometimes", {"DRW-1.2": "Level 2: Sometimes"}),
        ("office", {"DRW-2.3": "Choice: office"}),
        ("harbour", {"DRW-1.2": "Justification: harbour"}),
        ("gazette 7", {"DRW-1.1": "Evidence: Gazette"}),
        ("ferries", {"DRW-2.4": "Your answer: Ferries"}),
        ("staff", {"context": "Question: Staff"}),
        ("alder draft", {"DRW-V1": ""}),
        ("zebra", {}),
    ],
)
def test_a_search_says_where_it_found_the_words(qtbot, page, words, where):
    assert search(qtbot, page, words) == where


@pytest.mark.parametrize(("words", "opened"), [("DRW-2.4", "DRW-2.4"), ("1.2", "DRW-1.2")])
def test_enter_opens_the_question_whose_id_was_typed(qtbot, page, words, opened):
    assert len(search(qtbot, page, words)) >= 1
    qtbot.keyClick(control(page, QLineEdit, "Search ids"), Qt.Key.Key_Return)
    assert page.page == opened


def test_enter_opens_the_first_question_found_and_nothing_without_one(qtbot, page):
    (first, *_) = search(qtbot, page, "harbour")
    qtbot.keyClick(control(page, QLineEdit, "Search ids"), Qt.Key.Key_Return)
    assert page.page == first
    search(qtbot, page, "no such words anywhere")
    qtbot.keyClick(control(page, QLineEdit, "Search ids"), Qt.Key.Key_Return)
    assert page.page == first


def test_a_search_finds_what_was_written_a_moment_ago(qtbot, page):
    page.go_to("DRW-2.4")
    box = page.parts.indicator.findChild(type(page.parts.indicator._sheet.justification))
    qtbot.keyClicks(box, "Lighthouses too")
    page.flush()
    assert "DRW-2.4" in search(qtbot, page, "lighthouses")


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> Library:
    folder = tmp_path_factory.mktemp("large")
    write_large(folder)
    return Library(folder)


def test_a_thousand_indicators_are_filtered_and_searched_alike(qtbot, appearance, tmp_path, large):
    with Workspace.open(tmp_path / "workspace", large) as workspace:
        window = opened_window(qtbot, workspace, INSTRUMENT, {})
        items = list(window.opened.instrument.by_id)
        assert len(items) >= 1000
        far = items[900]
        window.go_to(far)
        window.choose_level(2)
        window.toggle_flag()
        QApplication.processEvents()
        window.show_filter(Shown.FLAGGED)
        assert window.parts.outline._model.pages() == [far]
        window.show_filter(Shown.ALL)
        assert far in search(qtbot, window, far)
        assert shown(window, QAbstractButton, "To do ")
        window.hide()
