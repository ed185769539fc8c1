"""What was said to be stored survives the hardest end of a process."""

import signal
import sqlite3
import subprocess
import sys

import pytest

from tests.core.session.conftest import NEW
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer
from wb6assess.session.workspace import Workspace

ANSWERING = """
import sys
from pathlib import Path
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer
from wb6assess.session.workspace import Workspace

workspace = Workspace.open(Path(sys.argv[1]), Library(Path(sys.argv[2])))
assessment = workspace.open_assessment(sys.argv[3])
for number in range(1_000_000):
    assessment.record("DRW-1.1", Answer(number % 6, justification=f"{number} " + "x" * 500))
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the signal is POSIX's")
@pytest.mark.parametrize("after", [1, 37])
def test_every_stored_answer_survives_kill_9(folder, questionnaires, after):
    with Workspace.open(folder, Library(questionnaires)) as workspace:
        made = workspace.new(**NEW)
        workspace.assessments()
    command = [sys.executable, "-c", ANSWERING, str(folder), str(questionnaires), made]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for _ in range(after):
            stored = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        # What it had said before it died counts as stored too.
        stored = max([stored, *map(int, process.stdout.read().split("\n")[:-1])])
    with Workspace.open(folder, Library(questionnaires)) as workspace:
        # The list heals its counts without being told.
        assert [info.done for info in workspace.assessments()] == [1]
        opened = workspace.open_assessment(made)
        entries = opened.history("DRW-1.1")
        assert len(entries) in {stored + 1, stored + 2}
        assert entries[stored].after.justification.startswith(f"{stored} ")
        assert opened.answer("DRW-1.1") == entries[-1].after
        opened.undo()
        assert opened.answer("DRW-1.1") == entries[-1].before
    database = sqlite3.connect(folder / "wb6assess.sqlite3")
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


def test_an_answer_and_its_history_are_stored_together(workspace, monkeypatch):
    assessment = workspace.open_assessment(workspace.new(**NEW))
    assessment.record("DRW-1.1", Answer(1))

    class PowerCutError(Exception):
        pass

    def power_cut(*_):
        raise PowerCutError

    monkeypatch.setattr("wb6assess.store.assessments.touch", power_cut)
    with pytest.raises(PowerCutError):
        assessment.record("DRW-1.1", Answer(2))
    monkeypatch.undo()
    assert assessment.answer("DRW-1.1") == Answer(1)
    assert len(assessment.history("DRW-1.1")) == 1
    assessment.record("DRW-1.1", Answer(3))
    assert [entry.before.value for entry in assessment.history("DRW-1.1")] == [None, 1]
