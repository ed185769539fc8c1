"""What stands beside a question has room for words two fifths longer, in small and in large letters."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.cut_off import faults, settle
from tests.ui.drawn_pages import write_drawn
from tests.ui.finding_widgets import shown
from ui.language import Language
from ui.questionnaire.page.parked import ParkedDialog
from ui.questionnaire.window import QuestionnaireWindow
from ui.questionnaire.wording import Languages
from wb6assess.exchange.queries import Return, write_return
from wb6assess.instruments.library import Library
from wb6assess.instruments.pseudo import PSEUDO
from wb6assess.model.assessment import Answer, Evidence, Identity
from wb6assess.model.query import Query, Spread
from wb6assess.session.workspace import Workspace

SIZES = {"wide": (1440, 900, 100), "small": (1024, 640, 100), "double": (1920, 1080, 200)}
KEY = Identity("AL", "drawn", "2025.1", "2026", "E07")
ASKED = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LONG = "Which article of which act says so, and from which day was it applied in practice? " * 3


@pytest.fixture
def window(request, qtbot, appearance, tmp_path: Path, qapp, monkeypatch) -> Iterator[QWidget]:
    """An answered question with an earlier answer, a query, a spread, and another kept aside."""
    monkeypatch.setenv("WB6ASSESS_PSEUDO", "1")
    language = Language(qapp)
    language.choose(PSEUDO)
    width, height, percent = SIZES[request.param]
    appearance.choose_size(percent)
    path = tmp_path / "back.wb6q"
    query = Query("q", KEY, "DRW-1.1", LONG, ASKED, 1)
    spread = Spread("DRW-1.1", (0, 9, 2, 14, 0, 1), own=1)
    path.write_bytes(write_return(Return(KEY, 1, "0" * 64, ASKED, "", (query,), (spread,))))
    with Workspace.open(tmp_path / "workspace", Library(write_drawn(tmp_path / "q"))) as workspace:
        new = {"country": "AL", "instrument": "drawn", "expert": "E07"}
        paper = Evidence("law", title="Act on the protection of everything " * 3, page="4")
        earlier = Answer(2, justification=LONG, evidence=(paper,), fields={"note": LONG})
        workspace.new(**new, round="2025", answers={"DRW-1.1": earlier})
        now = {"DRW-1.1": Answer(1, fields={"cases": 9}), "DRW-1.2": Answer(4, justification=LONG)}
        made = workspace.new(**new, round="2026", answers=now)
        workspace.take_return(path)
        page = QuestionnaireWindow(workspace.open_assessment(made), "Drawn", "Albania")
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.show_languages(Languages(PSEUDO))
        yield page
        for dialog in page.findChildren(ParkedDialog):
            dialog.close()
        page.hide()
    appearance.choose_size(100)
    language.choose("en")


@pytest.mark.parametrize("window", SIZES, indirect=True)
@pytest.mark.parametrize("item", ["DRW-1.1", "DRW-1.2", "DRW-2.2", "DRW-V1", "context"])
def test_nothing_beside_a_question_is_cut_off(qtbot, window, item):
    window.go_to(item)
    settle()
    head = next(iter(shown(window.parts.indicator._sheet.earlier, QAbstractButton)), None)
    if head is not None and window.parts.page is window.parts.indicator:
        qtbot.mouseClick(head, Qt.MouseButton.LeftButton)
    settle()
    found = faults(window)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("window", SIZES, indirect=True)
def test_the_list_of_what_is_kept_aside_is_not_cut_off(window):
    window.show_parked()
    settle()
    (dialog,) = window.findChildren(ParkedDialog)
    found = faults(dialog)
    assert found == [], "\n".join(found)
