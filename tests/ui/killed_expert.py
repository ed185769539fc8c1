"""Kills the desktop at random moments while the scripted expert answers; tells what was lost.

Run as `python -m tests.ui.killed_expert FOLDER KILLS SEED`. Each time a process is forked that has
everything imported already, so that two hundred deaths take minutes, not hours.
"""

import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from wb6assess.instruments.library import Library
from wb6assess.session.workspace import Workspace
from wb6assess.settings import questionnaires_folder

COUNTRY = "AL"


class _Story:
    """What one process said was saved: item -> its answers in order, as text."""

    def __init__(self, said: str) -> None:
        lines = [line.split("\t", 1) for line in said.split("\n")[:-1]]
        self.saved: dict[str, list[str]] = {}
        for item, answer in lines:
            self.saved.setdefault(item, []).append(answer)
        self.count = len(lines)


def main(folder: Path, kills: int, seed: int) -> None:
    """Kill, look, go on where it stopped; print one line of counts at the end."""
    library = Library(questionnaires_folder())
    draw = random.Random(seed)
    said = 0
    for number in range(kills):
        assessment = _assessment(folder, library)
        story = _live_and_die(folder, library, assessment, draw)
        said += story.count
        _look(folder, library, assessment, story, number)
    sys.stdout.write(f"{kills} kills, {said} answers said to be saved, none lost\n")


def _assessment(folder: Path, library: Library) -> str:
    """The assessment to go on with; a new one when everything is answered."""
    with Workspace.open(folder, library) as workspace:
        known = workspace.assessments()
        for info in known:
            if info.done < info.asked:
                return info.id
        instrument = library.ids()[len(known) % len(library.ids())]
        expert = f"E{len(known):02}"
        return workspace.new(country=COUNTRY, instrument=instrument, expert=expert, round="2026")


def _live_and_die(folder: Path, library: Library, assessment: str, draw: random.Random) -> _Story:
    answers, delay = draw.randint(1, 25), draw.random() * 0.03
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            with os.fdopen(writing, "w", buffering=1) as out:
                _live(folder, library, assessment, out)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as out:
        said = ""
        for _ in range(answers):
            line = out.readline()
            said += line
            if not line:
                break
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        said += out.read()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the process had ended by itself"
    return _Story(said)


def _live(folder: Path, library: Library, assessment: str, out: TextIO) -> None:
    """Answer until killed, saying what is saved as soon as the window says so."""
    from PySide6.QtWidgets import QApplication

    from tests.ui.scripted_expert import Expert, scripted_answers
    from ui.frame.main_window import MainWindow
    from ui.theme import Appearance

    app = QApplication([])
    window = MainWindow(folder, questionnaires_folder(), Appearance(app, "light"))
    window.show()
    window.open_workspace()
    assert window.workspace is not None
    window.workspace.library = library
    window.open_assessment(assessment)
    window.activateWindow()
    app.processEvents()
    questionnaire = window.questionnaire
    assert questionnaire is not None
    opened, editing = questionnaire.opened, questionnaire.editing

    def say(item: str) -> None:
        if not editing.waiting:
            out.write(f"{item}\t{opened.answer(item)!r}\n")

    editing.changed.connect(say)
    answers = scripted_answers(opened.instrument, COUNTRY, library.framework.parameters)
    for _ in Expert(window, answers, COUNTRY).answer_everything():
        pass
    # Everything is answered: nothing more to say, the end comes all the same.
    out.close()
    time.sleep(60)


def _look(folder: Path, library: Library, assessment: str, story: _Story, number: int) -> None:
    """Nothing that was said to be saved is missing, and the database is sound."""
    database = sqlite3.connect(folder / "wb6assess.sqlite3")
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",), number
    database.close()
    with Workspace.open(folder, library) as workspace:
        opened = workspace.open_assessment(assessment)
        for item, answers in story.saved.items():
            stored = [repr(entry.after) for entry in opened.history(item)]
            places: Iterator[str] = iter(stored)
            # In the order they were said, others may stand between.
            assert all(answer in places for answer in answers), f"kill {number}: {item}"
            assert repr(opened.answer(item)) == stored[-1], f"kill {number}: {item}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
