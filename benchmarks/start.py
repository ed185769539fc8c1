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
import json, sys
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from ui.start_clock import since_process_start_ms

class Window(QMainWindow):
    painted = False

    def event(self, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            QTimer.singleShot(0, self, self.report)
        return super().event(event)

    def report(self):
        print(json.dumps({"first_paint_ms": since_process_start_ms()}))
        app.quit()

app = QApplication(sys.argv[:1])
window = Window()
window.setCentralWidget(QLabel("bare"))
window.resize(1280, 800)
window.show()
app.exec()
"""
"""Notes its first paint as our window does, on the same clock."""


def measurements() -> Iterator[Measurement]:
    """First paint and ready, both from process start, with assessments in the workspace."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder)
        _fill(workspace)
        command = [sys.executable, "-m", "ui", "--workspace", str(workspace), "--quit-when-shown"]
        shown, ready, bare = [], [], []
        compiled = workspace / "compiled"
        # Installed programs are compiled once, whatever this machine says about it.
        _run(command, compiled)
        for _ in range(RUNS):
            report = _run(command, compiled)
            shown.append(report["first_paint_ms"])
            ready.append(report["ready_ms"])
            bare.append(_run([sys.executable, "-c", BARE], compiled)["first_paint_ms"])
    yardstick = "a bare QMainWindow, process start to first paint"
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


def _run(command: list[str], compiled: Path) -> dict[str, float]:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(compiled),
    }
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    return {name: float(ms) for name, ms in json.loads(done.stdout.splitlines()[-1]).items()}
