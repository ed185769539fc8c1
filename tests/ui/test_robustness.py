"""The robustness room: what it shows, by mouse and keys, and that nothing official changes."""

import json
import time
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSlider, QTreeWidget, QTreeWidgetItem

from exports.incoming import read_incoming
from tests.ui.cut_off import faults
from tests.ui.finding_widgets import control, shown
from ui.charts.drawn import DrawnChart
from ui.charts.view import ChartRow, ChartView
from ui.desk.export_view import export_to
from ui.desk.robustness.page import RobustnessRoom
from ui.desk.state import DeskState
from ui.desk.table.view import DeskTable
from ui.tasks import TaskQueue
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import Words
from ui.widgets.painted import PaintedButton
from ui.widgets.textbox import LineField
from wb6assess.errors import Cancelled
from wb6assess.exchange.written import document_as_json
from wb6assess.instruments.pseudo import PSEUDO, pseudo_text
from wb6assess.model.assessment import Document, Identity, Status
from wb6assess.reports.figures import interval_text, score_text, signed_text
from wb6assess.reports.region.sensitivity import first_fixes
from wb6assess.scoring.robustness import Robustness
from wb6assess.scoring.whatif import Changes
from wb6assess.session.samples import sample_answers
from wb6assess.session.workspace import Workspace

CORE = ("fdi-screening", "cybersecurity", "rule-of-law")
COUNTRIES = ("AL", "BA", "ME", "MK")
EXPERTS = ("E01", "E02", "E03")


@pytest.fixture(scope="module")
def state(appearance, library, tmp_path_factory) -> Iterator[DeskState]:
    """Four countries, three experts each, the core questionnaires; worked out once."""
    del appearance
    folder = tmp_path_factory.mktemp("files")
    for country in COUNTRIES:
        for item in CORE:
            made = library.instrument(item)
            for expert in EXPERTS:
                answers = sample_answers(made, country, expert, 1, library.framework.parameters)
                identity = Identity(country, item, made.version, "2026", expert)
                document = Document(identity, 1, Status.SUBMITTED, answers, sample=True)
                path = folder / f"{country}-{item}-{expert}.json"
                path.write_text(json.dumps(document_as_json(document)), encoding="utf-8")
    owner = QObject()
    with Workspace.open(tmp_path_factory.mktemp("workspace"), library) as workspace:
        workspace.inbox.take_in([folder], read_incoming)
        yield DeskState(workspace, TaskQueue(owner), owner)


@pytest.fixture
def room(qtbot, state) -> RobustnessRoom:
    made = RobustnessRoom(state)
    qtbot.addWidget(made)
    made.resize(1212, 860)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: bool(rows(made, "Scores with")), timeout=30_000)
    return made


def rows(room, chart) -> list[ChartRow]:
    """The rows of a chart, from top to bottom."""
    found = shown(room, ChartView, chart)
    return found[0].rows if found else []


def first_name(room, chart) -> str:
    """What the first row says; "" while there is none."""
    found = rows(room, chart)
    return found[0].accessibleName() if found else ""


def look_at(qtbot, room, part) -> None:
    """Press a part of a segment."""
    qtbot.mouseClick(control(room, PaintedButton, part), Qt.MouseButton.LeftButton)
    qtbot.wait(20)  # what is put into a window that stands already appears with the next event


def words(room) -> str:
    return "\n".join(label.text() for label in shown(room, Words))


def pick(qtbot, box: ChoiceBox, key: str) -> None:
    """Choose by keyboard, as a person would."""
    while box.key != key:
        before = box.currentIndex()
        place = box.findData(key)
        qtbot.keyClick(box, Qt.Key.Key_Down if place > before else Qt.Key.Key_Up)
        assert box.currentIndex() != before


def table(room, name) -> list[list[str]]:
    found = control(room, DeskTable, name).content
    return [[cell.text for cell in line.cells] for line in found.rows]


def albania(room) -> list[str]:
    """Official score, the score then and the difference; [] while they are being worked out."""
    found = table(room, "Scores beside the official ones")
    return found[0][1:4] if found else []


def test_every_country_shows_score_and_interval_in_code_order(room, state):
    robustness = state.result.analysis.robustness
    names = [found.accessibleName() for found in rows(room, "Scores with")]
    assert [name.split(":")[0] for name in names] == [
        "Albania", "Bosnia and Herzegovina", "Montenegro", "North Macedonia", "Serbia", "Kosovo*",
    ]  # fmt: skip
    for code, name in zip(COUNTRIES, names, strict=False):
        node = state.result.scores.countries[code].domains["FDI"].score.node
        assert f"{node.published}, " in name
        assert interval_text(robustness.node(code, "FDI").interval) in name
    assert "Serbia: no published score" in names


def test_a_borderline_band_names_its_neighbour(room, state):
    robustness = state.result.analysis.robustness
    for code, found in zip(COUNTRIES, rows(room, "Scores with"), strict=False):
        sure = robustness.node(code, "FDI").certainty
        assert ("bordering on" in found.accessibleName()) is robustness.is_borderline(sure)


def test_no_rank_stands_outside_the_view_for_coordinators(qtbot, room):
    assert "in code order, no ranks" in words(room)
    look_at(qtbot, room, "Ranks")
    assert "For coordinators only: not in any public output." in words(room)
    assert "Not distinguishable: " in words(room)


def test_overall_shows_the_whole(qtbot, room, state):
    look_at(qtbot, room, "Overall")
    whole = state.result.scores.countries["AL"].overall.node.published
    qtbot.waitUntil(lambda: f"Albania: {whole}," in first_name(room, "Scores with"))
    assert "What to fix first: Overall" in words(room)


def test_another_questionnaire_is_looked_at(qtbot, room, state):
    pick(qtbot, control(room, ChoiceBox, "Questionnaire"), "cybersecurity")
    score = state.result.scores.countries["AL"].domains["CYB"].score.node.published
    qtbot.waitUntil(lambda: f"Albania: {score}," in first_name(room, "Scores with"))
    state.look_at(instrument="fdi-screening")


def test_what_to_fix_first_says_the_next_step_and_who_decides(qtbot, room, state):
    fixes = first_fixes(state.result.analysis, "AL", "FDI")
    names = [found.accessibleName() for found in rows(room, "What to fix first")]
    assert len(names) == 10
    assert names[0].startswith(f"{fixes[0].indicator} {fixes[0].title}: level {fixes[0].level} to 5")
    second = rows(room, "What to fix first")[1]
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    said = words(room)
    assert fixes[1].next.text in said
    assert "Decided by " in said
    qtbot.mouseClick(control(room, Button, "Show all"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(room, "What to fix first")) == len(fixes))


def test_a_country_is_chosen_in_the_chart_by_arrows_too(qtbot, room, state):
    first = rows(room, "Scores with")[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: control(room, ChoiceBox, "Country").key == "BA")
    fixes = first_fixes(state.result.analysis, "BA", "FDI")
    qtbot.waitUntil(lambda: first_name(room, "What to fix first").startswith(fixes[0].indicator))


def test_the_way_up_stands_beside_as_arithmetic(room, state):
    path = state.result.analysis.path("AL", "FDI")
    assert "arithmetic, not advice" in words(room)
    spoken = [part.accessibleName() for part in room.findChildren(type(_side_line(room)))]
    assert any(name.startswith(f"{path.steps[0]}, level ") for name in spoken)


def _side_line(room):
    from ui.desk.robustness.side import _Pair

    return shown(room, _Pair)[0]


def test_the_sources_of_the_interval_add_up_to_what_was_drawn(room, state):
    widths = state.result.analysis.robustness.widths("AL", "FDI")
    chart = control(room, DrawnChart, "Where the interval comes from")
    spoken = {part.accessibleName() for part in chart.children()}
    assert f"Weights: {score_text(widths.weights)}" in spoken
    assert f"Experts and thin ratings: {score_text(widths.experts)}" in spoken


def test_swings_show_one_level_up_and_down_and_left_out(qtbot, room, state):
    look_at(qtbot, room, "Swings")
    swings = state.result.analysis.swings("AL", "FDI")
    first = rows(room, "What moves the score")[0].accessibleName()
    assert first.startswith(swings[0].indicator)
    assert f"one level up {signed_text(swings[0].up)}" in first
    assert f"left out {signed_text(swings[0].removed)}" in first


def test_leaving_out_each_expert_is_for_coordinators_only(qtbot, room, state):
    look_at(qtbot, room, "Experts")
    found = state.result.analysis.without_each_expert("AL", "FDI")
    assert [line[0] for line in table(room, "Scores without each expert")] == list(EXPERTS)
    assert table(room, "Scores without each expert")[0][3] == signed_text(found[0].difference)
    assert "For coordinators only: not in any public output." in words(room)


def test_what_if_stands_beside_the_official_figure_and_goes_back(qtbot, room, state):
    before = state.result.scores.countries["AL"].domains["FDI"].score.node
    look_at(qtbot, room, "What if")
    pick(qtbot, control(room, ChoiceBox, "Aggregation"), "geometric")
    expected = state.result.analysis.what_if(_geometric())["AL"].domains["FDI"]
    then = [str(before.published), str(expected.changed.published), signed_text(expected.difference)]
    qtbot.waitUntil(lambda: albania(room) == then)
    assert expected.difference != 0
    assert "never replace them" in words(room)
    qtbot.mouseClick(control(room, Button, "Back to the official weights"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: albania(room)[2:] == ["0.0"])
    assert state.result.scores.countries["AL"].domains["FDI"].score.node is before


def _geometric() -> Changes:
    from ui.desk.robustness.whatif_controls import _METHODS

    return Changes(methods=_METHODS["geometric"])


def test_a_weight_moves_by_slider_and_keyboard(qtbot, room, state):
    look_at(qtbot, room, "What if")
    slider = control(room, QSlider, "Weight of FDI-1")
    official = slider.value() / 4
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    pillar = state.result.instruments["fdi-screening"].pillars[0]
    assert official == pillar.weight
    expected = state.result.analysis.what_if(Changes(pillar_weights={("FDI", pillar.id): 0.0}))
    shown_then = str(expected["AL"].domains["FDI"].changed.published)
    qtbot.waitUntil(lambda: albania(room)[1:2] == [shown_then])


def test_law_and_practice_of_every_country(qtbot, room, state):
    look_at(qtbot, room, "Law, practice")
    aspects = state.result.scores.countries["AL"].domains["FDI"].aspects
    first = rows(room, "Law and practice")[0].accessibleName()
    assert f"law {aspects.law.published}, practice {aspects.practice.published}" in first
    assert f"institutions {aspects.institution.published}" in first
    assert f"interface with the EU {aspects.interface.published}" in first


def lines(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    yield item
    for place in range(item.childCount()):
        yield from lines(item.child(place))


def tree(qtbot, room, begins) -> QTreeWidget:
    found = control(room, QTreeWidget, "How the number came about")
    qtbot.waitUntil(
        lambda: found.topLevelItemCount() == 1 and found.topLevelItem(0).text(0).startswith(begins)
    )
    return found


def test_a_click_explains_a_number_down_to_the_answers(qtbot, room, state):
    first = first_fixes(state.result.analysis, "AL", "FDI")[0]
    qtbot.mouseClick(control(room, Button, "How this value came about"), Qt.MouseButton.LeftButton)
    found = tree(qtbot, room, first.indicator)
    said = [line.text(0) for line in lines(found.topLevelItem(0))]
    assert [name for name in said if name.startswith("Expert ")] == [
        f"Expert {code}, revision 1" for code in EXPERTS
    ]
    assert all(line.data(0, Qt.ItemDataRole.AccessibleTextRole) for line in lines(found.topLevelItem(0)))


def test_the_whole_domain_opens_to_every_indicator(qtbot, room, state):
    look_at(qtbot, room, "Explain")
    found = tree(qtbot, room, "FDI")
    said = {line.text(0).split("  ")[0] for line in lines(found.topLevelItem(0))}
    assert set(state.result.instruments["fdi-screening"].by_id) <= said
    assert "Interval" in said


def test_one_draw_is_opened_and_closed(qtbot, room, state):
    look_at(qtbot, room, "Explain")
    tree(qtbot, room, "FDI")
    number = control(room, LineField, "Number of a draw")
    number.setText("0")
    qtbot.mouseClick(control(room, Button, "Open up this draw"), Qt.MouseButton.LeftButton)
    assert "A whole number from 1 to 2000." in words(room)
    number.setText("7")
    qtbot.mouseClick(control(room, Button, "Open up this draw"), Qt.MouseButton.LeftButton)
    drawn = state.result.analysis.robustness.draw("AL", 7)

    def opened() -> list[QTreeWidgetItem]:
        top = control(room, QTreeWidget, "How the number came about").topLevelItem(0)
        return [line for line in lines(top) if line.text(0) == "Draw 7"] if top else []

    qtbot.waitUntil(lambda: bool(opened()))
    assert opened()[0].text(1) == score_text(drawn.scores["FDI"])
    qtbot.mouseClick(control(room, Button, "All draws"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not opened())


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
