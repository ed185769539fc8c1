"""What a person does and sees in the robustness room."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from tests.ui.finding_widgets import control, shown
from ui.charts.view import ChartRow, ChartView
from ui.desk.table.view import DeskTable
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import Words
from ui.widgets.painted import PaintedButton

CORE = ("fdi-screening", "cybersecurity", "rule-of-law")
COUNTRIES = ("AL", "BA", "ME", "MK")
EXPERTS = ("E01", "E02", "E03")


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
