"""Start to first painted window and to ready, against a bare Qt window."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.measure import Measurement
from wb6assess.instruments.library import Library
from wb6assess.session.workspace import Workspace
from wb6assess.settings import questionnaires_folder

RUNS = 7

BARE = """
import json, time
started = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow, QLabel
from PySide6.QtCore import QTimer
class Window(QMainWindow):
    painted = 0.0
    def paintEvent(self, event):
        super().paintEvent(event)
        if not Window.painted:
            Window.painted = time.perf_counter()
            QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window()
window.setCentralWidget(QLabel("bare"))
window.resize(1280, 800)
window.show()
app.exec()
print(json.dumps({"first_paint_ms": 0}))
"""


def measurements() -> Iterator[Measurement]:
    """First paint and ready, both from process start, with assessments in the workspace."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder)
        _fill(workspace)
        command = [sys.executable, "-m", "ui", "--workspace", str(workspace), "--quit-when-shown"]
        shown, ready, bare = [], [], []
        for _ in range(RUNS):
            _, report = _run(command)
            shown.append(float(report["first_paint_ms"]))
            ready.append(float(report["ready_ms"]))
            bare.append(_run([sys.executable, "-c", BARE])[0])
    yardstick = "a bare QMainWindow, process start to first paint and exit"
    yield Measurement("start to first painted window", median(shown), yardstick, median(bare), "1.5x")
    yield Measurement("start to ready for input", median(ready), yardstick, median(bare), "3x")


def _fill(folder: Path) -> None:
    library = Library(questionnaires_folder())
    with Workspace.open(folder, library) as workspace:
        for number in range(10):
            for domain in library.framework.domains:
                workspace.new(
                    country="AL", instrument=domain.instrument, expert=f"E{number:02}", round="2026"
                )


def _run(command: list[str]) -> tuple[float, dict[str, float]]:
    import time

    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    elapsed = (time.perf_counter() - started) * 1000
    return elapsed, json.loads(done.stdout.splitlines()[-1])
