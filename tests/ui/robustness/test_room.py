"""The robustness room as a whole: draws, copies, export, languages, widths."""

import time
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSlider, QTreeWidget

from tests.ui.cut_off import faults
from tests.ui.finding_widgets import control, shown
from tests.ui.robustness.driving import first_name, lines, look_at, pick, rows, tree, words
from ui.desk.export_view import export_to
from ui.desk.table.view import DeskTable
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import Words
from ui.widgets.painted import PaintedButton
from ui.widgets.textbox import LineField
from wb6assess.errors import Cancelled
from wb6assess.instruments.pseudo import PSEUDO, pseudo_text
from wb6assess.reports.figures import interval_text
from wb6assess.scoring.robustness import Robustness


def test_more_draws_give_other_intervals_and_say_so(qtbot, room, state):
    with qtbot.waitSignal(room.drawn, timeout=20_000):
        pick(qtbot, control(room, ChoiceBox, "Number of draws"), "10000")
    result = state.result
    more = Robustness(result.framework, result.instruments, result.scores, 10_000)
    shown_then = interval_text(more.node("AL", "FDI").interval)
    qtbot.waitUntil(lambda: shown_then in first_name(room, "Scores with"))
    assert "10000 draws, seed 20240601" in words(room).replace("10,000", "10000")


def test_running_again_gives_the_same_digits(qtbot, room):
    before = [found.accessibleName() for found in rows(room, "Scores with")]
    with qtbot.waitSignal(room.drawn, timeout=20_000):
        qtbot.mouseClick(control(room, Button, "Run again"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(room, "Scores with")) == len(before))
    assert [found.accessibleName() for found in rows(room, "Scores with")] == before


def test_the_tables_of_every_view_can_be_copied(qtbot, room):
    for part, head in (
        ("Fix first", "Next step"),
        ("Swings", "Left out"),
        ("Experts", "Without expert"),
        ("Law, practice", "Institutions"),
        ("Ranks", "Ranks in nine of ten draws"),
    ):
        look_at(qtbot, room, part)
        qtbot.mouseClick(control(room, Button, "Copy table"), Qt.MouseButton.LeftButton)
        copied = QGuiApplication.clipboard().text()
        assert "90 % interval" in copied
        assert head in copied
        assert ("For coordinators only" in copied) is (part in {"Experts", "Ranks"})


def test_an_exported_view_has_its_charts_over_the_tables(qtbot, room, tmp_path):
    look_at(qtbot, room, "Ranks")
    target = tmp_path / "robustness.pdf"
    export_to(room, target)
    qtbot.waitUntil(target.exists, timeout=20_000)
    pages = [page.extract_text() for page in PdfReader(target).pages]
    assert all("COORDINATOR ONLY" in page for page in pages)
    said = "\n".join(pages)
    assert said.count("Ranks: FDI screening") == 1  # one head for chart and table
    assert said.count("Width in points") == 2  # a head of the bars, a head of the column
    assert "For coordinators only: not in any public output." in said
    figures = [node for node in structure(PdfReader(target)) if node.get("/S") == "/Figure"]
    assert any(str(node["/Alt"]).startswith("Ranks: FDI screening: Albania: ranks ") for node in figures)


def structure(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every element of the structure of a tagged file."""

    def below(node: object) -> Iterator[DictionaryObject]:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, DictionaryObject):
            yield node
            yield from below(node.get("/K"))
        elif isinstance(node, list):
            for part in node:
                yield from below(part)

    yield from below(reader.trailer["/Root"]["/StructTreeRoot"])


def test_notes_say_whose_bands_seed_and_sample(room):
    said = words(room)
    assert "Bands are the project's own" in said
    assert "seed 20240601, methodology 1.0" in said
    assert "not distinguishable" in said


@pytest.fixture
def pseudo(state, monkeypatch):
    """Questions in another language than the interface."""
    monkeypatch.setenv("WB6ASSESS_PSEUDO", "1")
    monkeypatch.setattr(state, "language", PSEUDO)


def test_titles_follow_the_language_of_the_questions(pseudo, qtbot, room, state):
    made = state.workspace.library.instrument("fdi-screening")
    titles = {item.id: pseudo_text(item.title) for item in made.indicators()}
    for part, chart in (("Fix first", "What to fix first"), ("Swings", "What moves the score")):
        look_at(qtbot, room, part)
        for row in rows(room, chart):
            assert f"{row.about} {titles[row.about]}:" in row.accessibleName()
    assert f"What moves the score: {pseudo_text(made.title)}" in words(room)
    assert pseudo_text(made.title) in [
        control(room, ChoiceBox, "Questionnaire").itemText(n) for n in range(3)
    ]
    look_at(qtbot, room, "Explain")
    found = tree(qtbot, room, f"FDI  {pseudo_text(made.title)}")
    said = {line.text(0) for line in lines(found.topLevelItem(0))}
    expected = {f"{part.id}  {pseudo_text(part.title)}" for part in (*made.pillars, *made.indicators())}
    assert expected <= said


def test_everything_that_can_be_operated_has_a_name(qtbot, room):
    for part in ("Fix first", "Swings", "Experts", "What if", "Law, practice", "Ranks", "Explain"):
        look_at(qtbot, room, part)
        for kind in (PaintedButton, ChoiceBox, QSlider, DeskTable, QTreeWidget, LineField):
            assert all(found.accessibleName() for found in shown(room, kind))


def test_narrow_rooms_put_the_side_pane_below(qtbot, room):
    room.resize(760, 640)
    qtbot.waitUntil(lambda: room.width() == 760)
    side = next(label for label in shown(room, Words) if label.text().startswith("Shortest path"))
    charts = rows(room, "Scores with")[0]
    qtbot.waitUntil(lambda: side.mapTo(room, side.rect().topLeft()).x() < 200)
    assert charts.width() > 600


def test_long_drawing_can_be_cancelled_and_leaves_what_was_there(qtbot, room, monkeypatch):
    before = [found.accessibleName() for found in rows(room, "Scores with")]
    stopped = []

    def endless(*args, **_more):
        progress = args[-1]
        try:
            while True:
                progress.step(1, 4)
                time.sleep(0.01)
        except Cancelled:
            stopped.append(True)
            raise

    monkeypatch.setattr("ui.desk.robustness.page.figures_of", endless)
    qtbot.mouseClick(control(room, Button, "Run again"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shown(room, Button, "Cancel")) == 1)
    qtbot.mouseClick(shown(room, Button, "Cancel")[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stopped == [True] and not shown(room, Button, "Cancel"))
    assert [found.accessibleName() for found in rows(room, "Scores with")] == before


@pytest.mark.parametrize("size", [(1212, 860), (796, 600), (860, 500)])
def test_no_text_is_cut_in_any_view(qtbot, room, size):
    room.resize(*size)
    qtbot.waitUntil(lambda: (room.width(), room.height()) == size)
    for part in ("Fix first", "Swings", "Experts", "What if", "Law, practice", "Ranks", "Explain"):
        look_at(qtbot, room, part)
        qtbot.waitUntil(lambda: faults(room) == [])
