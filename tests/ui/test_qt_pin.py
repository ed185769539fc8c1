"""The pinned Qt wheel survives what one long day of painting asks of it.

The wheel of PySide6 6.12.0 loses a reference to `None` in every setter and aborts the interpreter on
Python 3.10 and 3.11 after some hundred thousand calls. In a process of its own, since it would take
the test run with it.
"""

import subprocess
import sys

SOAK = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
for number in range(500_000):
    label.setEnabled(True)
print("survived")
"""


def test_half_a_million_setter_calls_do_not_abort(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    done = subprocess.run(
        [sys.executable, "-c", SOAK], capture_output=True, text=True, check=False, timeout=120
    )
    assert (done.returncode, done.stdout.strip()) == (0, "survived"), done.stderr
