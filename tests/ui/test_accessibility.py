"""Every page with a keyboard alone and with a screen reader: names, roles, reach, visible focus."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from tests.builders import indicator
from tests.ui.every_page import PAGES, questionnaire
from tests.ui.finding_widgets import shown
from ui.frame.main_window import MainWindow
from ui.marks import Mark, mark_name
from ui.widgets.ground import MarkSign
from wb6assess.instruments.writer import write_framework, write_instrument
from wb6assess.model.instrument import Column, Field, Instrument, Option, Vignette
from wb6assess.model.vocabulary import FieldType, IndicatorType

Role = QAccessible.Role
ROLES = {
    QAbstractButton: {
        Role.Button, Role.PushButton, Role.CheckBox, Role.RadioButton, Role.ButtonMenu,
        Role.ButtonDropDown,
    },
    QLineEdit: {Role.EditableText},
    QTextEdit: {Role.EditableText},
    QPlainTextEdit: {Role.EditableText},
    QComboBox: {Role.ComboBox},
    QAbstractItemView: {Role.List, Role.Table, Role.Tree},
    QScrollArea: {Role.ScrollBar, Role.Pane, Role.Client, Role.Grouping, Role.StaticText},
}  # fmt: skip
"""Kinds of controls and what a screen reader may call them."""

MOST_STOPS = 400


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


@pytest.fixture(params=PAGES, ids=lambda page: page.__name__)
def page(request, desktop) -> QWidget:
    """Each page in turn, as a person first sees it."""
    root = request.param(desktop)
    settle()
    root.window().activateWindow()
    settle()
    return root


FIELDS = (
    Field("status", FieldType.SINGLE, "Status", options=(Option("x", "Ex"), Option("y", "Why"))),
    Field("groups", FieldType.MULTI, "Groups", options=(Option("x", "Ex"), Option("y", "Why"))),
    Field("cases", FieldType.NUMERIC, "Cases", unit="cases"),
    Field("since", FieldType.DATE, "Since"),
    Field("name", FieldType.TEXT, "Name"),
    Field("public", FieldType.YESNO, "Public"),
    Field("table", FieldType.GRID, "Table", rows=(Column("r", "Row"),), columns=(Column("c", "Col"),)),
)


@pytest.fixture
def whole_instrument(small_instrument: Instrument) -> Instrument:
    """Every kind of question and of fact."""
    (first,) = small_instrument.pillars
    options = (Option("x", "Ex", score=0), Option("y", "Why", score=100))
    more = (
        indicator("k", IndicatorType.SINGLE, options=options, fields=FIELDS),
        indicator("l", IndicatorType.TEXT),
    )
    rated = Vignette("v", "A country", "It does this and that.", "a")
    longer = replace(first, indicators=(*first.indicators, *more))
    return replace(small_instrument, pillars=(longer,), vignettes=(rated,))


@pytest.fixture
def every_kind(qtbot, appearance, tmp_path, whole_instrument, small_framework) -> MainWindow:
    """A questionnaire in which every kind of question occurs, open."""
    folder = tmp_path / "questionnaires"
    (folder / whole_instrument.id).mkdir(parents=True)
    (folder / "framework.yaml").write_text(write_framework(small_framework))
    text = write_instrument(whole_instrument)
    (folder / whole_instrument.id / "instrument.yaml").write_text(text)
    made = MainWindow(tmp_path / "small", folder, appearance)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitSignal(made.ready, timeout=30_000):
        made.show()
    made.open_workspace()
    made.open_assessment(
        made.workspace.new(
            country=small_framework.countries[0].code,
            instrument=whole_instrument.id,
            expert="E07",
            round=small_framework.rounds[0].id,
        )
    )
    return made


@pytest.fixture(params=list(IndicatorType), ids=str)
def question(request, every_kind, whole_instrument) -> QWidget:
    """A question of each kind, wherever there is one."""
    kind = request.param
    found = [item.id for item in whole_instrument.by_id.values() if item.type is kind]
    if kind is IndicatorType.VIGNETTE:
        found = list(whole_instrument.vignette_by_id)
    every_kind.questionnaire.go_to(found[0])
    settle()
    every_kind.activateWindow()
    settle()
    return every_kind


def stops(root: QWidget) -> list[QWidget]:
    """Visible controls Tab should reach."""
    return [
        part
        for part in shown(root, QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.isEnabled()
        and part.window() is root.window()
        and part.focusProxy() is None
        and part.width() > 0
    ]


def described(part: QWidget) -> str:
    return f"{type(part).__name__} {part.accessibleName()!r}"


def check_names(root: QWidget) -> None:
    nameless = [described(part) for part in stops(root) if not part.accessibleName().strip()]
    assert nameless == []


def check_roles(root: QWidget) -> None:
    wrong = []
    for part in stops(root):
        interface = QAccessible.queryAccessibleInterface(part)
        known = next((roles for kind, roles in ROLES.items() if isinstance(part, kind)), None)
        if interface is None or known is None or interface.role() not in known:
            wrong.append(f"{described(part)}: {interface.role() if interface else None}")
    assert wrong == []


def walk(root: QWidget, key: Qt.Key) -> list[QWidget]:
    """Press Tab until it comes round; returns the stops in their order."""
    from PySide6.QtTest import QTest

    first = stops(root)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    QApplication.processEvents()
    for _ in range(MOST_STOPS):
        focused = root.window().focusWidget()
        if focused is None or focused in seen:
            break
        seen.append(focused)
        QTest.keyClick(focused, key)
    return seen


def check_reach(root: QWidget) -> None:
    wanted = set(stops(root))
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        seen = walk(root, key)
        missed = sorted(described(part) for part in wanted - set(seen) if part.isVisibleTo(root))
        assert missed == [], f"{key.name} stays within {[described(part) for part in seen[-3:]]}"


def check_visible_focus(root: QWidget) -> None:
    unseen = []
    parts = stops(root)
    for place, part in enumerate(parts):
        parts[place - 1].setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not part.isVisibleTo(root):
            continue
        before = part.grab().toImage()
        part.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert part.hasFocus(), described(part)
        if part.grab().toImage() == before:
            unseen.append(described(part))
    assert unseen == []


def check_marks(root: QWidget) -> None:
    mute = [sign for sign in shown(root, MarkSign) if not sign.accessibleName() or not sign.toolTip()]
    assert mute == []


def test_every_page_is_named_reached_and_seen_with_the_keyboard(page):
    check_names(page)
    check_roles(page)
    check_marks(page)
    check_reach(page)
    check_visible_focus(page)


def test_every_kind_of_question_is_named_reached_and_seen_with_the_keyboard(question):
    check_names(question)
    check_roles(question)
    check_marks(question)
    check_reach(question)
    check_visible_focus(question)


@pytest.mark.parametrize("mark", Mark)
def test_every_mark_has_a_word_and_a_shape_of_its_own(appearance, mark):
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QPainter

    from ui.marks import paint_mark

    def picture(of: Mark) -> QImage:
        image = QImage(32, 32, QImage.Format.Format_ARGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_mark(painter, of, QRectF(0, 0, 32, 32), QColor("black"))
        painter.end()
        return image

    assert mark_name(mark)
    same = [other for other in Mark if other is not mark and picture(other) == picture(mark)]
    assert same == [], "told apart by colour alone"


def test_lists_speak_whole_lines(desktop):
    questionnaire(desktop)
    settle()
    silent = []
    for view in shown(desktop, QAbstractItemView):
        model = view.model()
        for row in range(model.rowCount()):
            if not model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole):
                silent.append((type(view).__name__, row))
    assert silent == []
