"""With two screens the meeting is offered on the one the desk is not on, whichever comes first."""

import json
import os
import subprocess
import sys

import pytest

_PROGRAM = """
import sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from ui.meeting.screens import ScreenBox
from ui.theme import Appearance

app = QApplication([])
Appearance(app, "light")
desk = QWidget()
box = ScreenBox()
QVBoxLayout(desk).addWidget(box)
here = {screen.name(): screen for screen in QGuiApplication.screens()}[sys.argv[1]]
desk.setGeometry(here.geometry().adjusted(10, 10, -300, -300))
desk.show()
app.processEvents()
print(box.screen_chosen.name())
wanted = box.findData(sys.argv[1])
box.setCurrentIndex(wanted)
box.picked.emit(sys.argv[1])
desk.hide()
desk.show()
print(box.screen_chosen.name(), box.currentText())
"""


def _screen(name, x, width):
    return {
        "name": name, "x": x, "y": 0, "width": width, "height": 900,
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
    }  # fmt: skip


@pytest.mark.parametrize(("desk", "other"), [("LEFT", "RIGHT"), ("RIGHT", "LEFT")])
def test_the_other_screen_is_chosen_and_a_choice_stays(desk, other, tmp_path):
    screens = tmp_path / "screens.json"
    found = [_screen("LEFT", 0, 1440), _screen("RIGHT", 1440, 1280)]
    screens.write_text(json.dumps({"screens": found}))
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM, desk],
        env={**os.environ, **platform},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    first, second = run.stdout.splitlines()
    assert first == other
    assert second.startswith(f"{desk} ")
    assert second.endswith("with the desk")
