"""The questionnaire at every width, by keyboard, in every theme."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from tests.ui.finding_widgets import control, shown
from ui.questionnaire.outline.pane import Outline
from ui.questionnaire.outline.rail import OutlineRail
from ui.questionnaire.standing import Standing, StandingRail
from ui.theme import Appearance, tokens
from ui.tokens import CONTRAST, DARK, LIGHT, Tokens
from ui.widgets.ladder import Rung
from wb6assess.model.assessment import Answer

INPUTS = (QAbstractButton, QLineEdit, QTextEdit, QComboBox)


@pytest.mark.parametrize(
    ("width", "outline", "standing"), [(1440, True, True), (1024, True, False), (960, False, False)]
)
def test_outer_panes_become_rails_when_it_is_narrow(qtbot, window, width, outline, standing):
    window.resize(width, 640)
    assert bool(shown(window, Outline)) is outline
    assert bool(shown(window, OutlineRail)) is not outline
    assert bool(shown(window, Standing)) is standing
    assert bool(shown(window, StandingRail)) is not standing


def test_a_rail_opens_over_the_sheet_and_esc_closes_it(qtbot, window):
    window.resize(960, 640)
    control(window, QAbstractButton, "Where I stand").click()
    assert shown(window, Standing)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not shown(window, Standing)


@pytest.mark.parametrize("width", [1440, 1024, 960])
def test_no_page_is_wider_than_its_window(qtbot, window, width):
    window.resize(width, 640)
    for page in ("FDI-1.1", "FDI-1.4", "FDI-5.4", "context"):
        window.go_to(page)
        QApplication.processEvents()
        for rung in shown(window, Rung):
            assert rung.mapTo(window, rung.rect().topRight()).x() <= width


def test_every_control_has_a_name(window, opened):
    for page in ("FDI-1.1", "FDI-1.4", "FDI-5.4", "context"):
        window.go_to(page)
        nameless = [
            part
            for kind in INPUTS
            for part in shown(window, kind)
            if not part.accessibleName() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert nameless == []


def test_tab_reaches_ladder_states_reasons_and_facts_in_this_order(qtbot, window):
    window.activateWindow()
    QApplication.processEvents()
    control(window, Rung, "0:").setFocus(Qt.FocusReason.TabFocusReason)
    names = []
    for _ in range(8):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert names[0].startswith("0:")
    assert names[1:4] == ["Don't know", "Low", "Justification"]
    assert names[4] == "Add evidence"


def test_showing_an_answer_emits_nothing(qtbot, window, opened):
    opened.record("FDI-1.1", Answer(2, justification="Written elsewhere."))
    with qtbot.assertNotEmitted(window.editing.changed):
        window.go_to("FDI-1.1")
    assert control(window, Rung, "2:").isChecked()


def test_a_handed_in_revision_shows_everything_and_takes_nothing(qtbot, window, opened):
    opened.record("FDI-1.1", Answer(2))
    opened._info = opened._info.__class__(
        **{name: getattr(opened._info, name) for name in opened._info.__slots__ if name != "status"},
        status="submitted",
    )
    window.show_again()
    qtbot.mouseClick(control(window, Rung, "4:"), Qt.MouseButton.LeftButton)
    assert opened.answer("FDI-1.1").value == 2
    assert control(window, QTextEdit, "Justification").isReadOnly()
    assert control(window, QAbstractButton, "Reopen as revision 2")


@pytest.mark.parametrize("choice", ["dark", "contrast", "light"])
def test_a_theme_reaches_palette_and_painted_parts(qtbot, window, appearance: Appearance, choice):
    appearance.choose(choice)
    expected = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}[choice]
    assert tokens() is expected
    picture = window.grab().toImage()
    assert picture.pixelColor(5, 300) == expected.chrome
    appearance.choose("light")


def luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: QColor, b: QColor) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ["ink", "ink2", "ink3", "accent", "block", "warn", "ok", "info"])
def test_text_can_be_read_on_every_ground(theme: Tokens, role: str):
    for ground in ("surface", "chrome", "sunken"):
        assert contrast(theme.role(role), theme.role(ground)) >= 4.5


def test_no_part_flashes_up_as_a_window_of_its_own(window):
    # A dialog another test left open is no part of this page.
    strangers = [
        part
        for part in QApplication.topLevelWidgets()
        if part.isVisible() and part is not window and not isinstance(part, QDialog)
    ]
    assert [type(part) for part in strangers if isinstance(part, QWidget)] == []


def test_where_i_stand_is_as_wide_with_its_scroll_bar_as_without(qtbot, window):
    pane = window.findChild(Standing)
    widths = set()
    for high in (2400, 420):
        window.resize(1440, high)
        QApplication.processEvents()
        widths.add((pane._inner.width(), pane._inner.height() > pane.height()))
    assert {scrolls for _, scrolls in widths} == {True, False}
    assert len({wide for wide, _ in widths}) == 1
