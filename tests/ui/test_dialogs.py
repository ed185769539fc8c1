"""What every dialog has in common: where the keyboard begins, what Enter does, the order of Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.widgets.dialog import Dialog
from ui.widgets.labels import Words
from ui.widgets.option_row import OptionRow


@pytest.fixture
def dialog(qtbot, appearance):
    made = Dialog("A title", "Go on", 400)
    qtbot.addWidget(made)
    return made


def _opened(qtbot, dialog: Dialog) -> Dialog:
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def test_a_dialog_begins_at_its_first_field_and_ends_with_its_buttons(qtbot, dialog):
    first, second = QLineEdit(), QLineEdit()
    for part in (Words("A sentence"), first, Words("Another"), second, Words("The last")):
        dialog.body.addWidget(part)
    _opened(qtbot, dialog)
    walked = [QApplication.focusWidget()]
    for _ in range(3):
        qtbot.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked == [first, second, dialog.leave, dialog.primary]


def test_a_dialog_without_fields_does_nothing_on_enter(qtbot, dialog):
    dialog.body.addWidget(Words("This cannot be undone."))
    _opened(qtbot, dialog)
    with qtbot.assertNotEmitted(dialog.primary.clicked), qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_enter_on_another_way_chooses_it_and_on_the_chosen_one_goes_on(qtbot, dialog):
    rows = [OptionRow("a", "One way", ""), OptionRow("b", "Another way", "")]
    for row in rows:
        dialog.body.addWidget(row)
    rows[0].setChecked(True)
    _opened(qtbot, dialog)
    with qtbot.assertNotEmitted(dialog.primary.clicked):
        qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    assert rows[1].isChecked()
    with qtbot.waitSignal(dialog.primary.clicked):
        qtbot.keyClick(rows[1], Qt.Key.Key_Return)
