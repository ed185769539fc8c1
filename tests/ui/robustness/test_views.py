"""What the robustness room shows, by mouse and keys, and that nothing official changes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QTreeWidget, QTreeWidgetItem

from tests.ui.finding_widgets import control, shown
from tests.ui.robustness.driving import (
    COUNTRIES,
    EXPERTS,
    first_name,
    lines,
    look_at,
    pick,
    rows,
    table,
    tree,
    words,
)
from ui.charts.drawn import DrawnChart
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.textbox import LineField
from wb6assess.reports.figures import interval_text, score_text, signed_text
from wb6assess.reports.region.sensitivity import first_fixes
from wb6assess.scoring.whatif import Changes


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
