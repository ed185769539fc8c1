"""Work in the UI thread for what an expert does: in a thousand indicators, and in a real questionnaire.

Each action is driven in the real main window, without a screen, until everything it caused is
painted. Time is the UI thread's own processor time, whatever else the machine does: until nothing
waits any more, and that of the longest turn of the event loop, which is how long a frame is held up
at most. The yardstick is one repaint of a plain widget of the window's size, with as much text.
"""

import gc
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

import psutil
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from benchmarks.large import INSTRUMENT, write_large
from benchmarks.measure import Measurement
from ui.frame.main_window import MainWindow
from ui.theme import Appearance
from wb6assess.instruments.library import Library
from wb6assess.session.workspace import Workspace
from wb6assess.settings import questionnaires_folder

_FRAME = "16 ms"
_TIMES, _SCRIPT = 150, 1_500
_LOOKING_MS = 1_000
_SEARCHES = ("screening of investors", "court", "incident", "a", "media law", "12", "zebra", "cyber")


class _Plain(QWidget):
    """A window of text lines and nothing else."""

    def paintEvent(self, _event: QEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for line in range(60):
            painter.drawText(
                20, 15 * line, f"Line {line} of a plain widget with as many words as a page"
            )
        painter.end()


class _Desk:
    """The main window with one questionnaire open."""

    def __init__(self, folder: Path, questionnaires: Path, instrument: str) -> None:
        with Workspace.open(folder, Library(questionnaires)) as workspace:
            made = workspace.new(country="AL", instrument=instrument, expert="E01", round="2026")
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.window = MainWindow(folder, questionnaires, Appearance(application, "light"))
        self.window.resize(1440, 900)
        self.window.show()
        self.window.open_workspace()
        self.window.open_assessment(made)
        self.window.activateWindow()
        assert self.window.questionnaire is not None
        self.page = self.window.questionnaire
        # A person looks at the first page before going on.
        QTest.qWait(_LOOKING_MS)
        settle()
        # A defect belongs on the terminal here, not in a crash window.
        sys.excepthook = sys.__excepthook__

    def close(self) -> None:
        self.window.close()
        settle()


def settle() -> None:
    """Everything that waits is done."""
    for _ in range(6):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def timed(actions: Iterator[Callable[[], object]], *, all_of_it: bool = True) -> list[list[float]]:
    """Milliseconds of each action until it is painted, and with `all_of_it` until nothing waits.

    Each has the turns of the event loop it took; the action itself belongs to the first.
    """
    times = []
    for action in actions:
        settle()
        turns = []
        started = time.thread_time()
        action()
        for _ in range(4):
            # Layout and painting are posted events; what may wait for a later frame is a timer.
            QApplication.processEvents() if all_of_it else QApplication.sendPostedEvents()
            ended = time.thread_time()
            turns.append((ended - started) * 1000)
            started = ended
        times.append(turns)
    return times


def percentile(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def measurements() -> Iterator[Measurement]:
    """Both questionnaires, then memory over many actions."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "questionnaires"
        write_large(large)
        for name, questionnaires, instrument in (
            ("1,000 indicators", large, INSTRUMENT),
            ("fdi-screening", questionnaires_folder(), "fdi-screening"),
        ):
            desk = _Desk(Path(folder) / instrument, questionnaires, instrument)
            plain = plain_repaint_ms()
            for what, times in _actions(desk):
                wholes, longest = [sum(turns) for turns in times], [max(turns) for turns in times]
                for label, each, share in (
                    ("median", wholes, 0.5),
                    ("99th percentile", wholes, 0.99),
                    ("longest turn, 99th percentile", longest, 0.99),
                ):
                    yield Measurement(
                        f"{what}, {name}, {label}", percentile(each, share),
                        "one repaint of a plain widget of the same size", plain, _FRAME,
                    )  # fmt: skip
            if instrument != INSTRUMENT:
                yield _growth(desk)
            desk.close()
    del application


def plain_repaint_ms() -> float:
    plain = _Plain()
    plain.resize(1440, 900)
    plain.show()
    times = timed(plain.repaint for _ in range(50))
    plain.close()
    return median(sum(turns) for turns in times)


def _actions(desk: _Desk) -> Iterator[tuple[str, list[list[float]]]]:
    draw = random.Random(7)
    page, pages = desk.page, list(desk.page.questions.pages)
    timed(partial(page.go_to, p) for p in draw.sample(pages, min(40, len(pages))))
    gc.collect()
    targets = [draw.choice(pages) for _ in range(_TIMES)]
    yield "go to any indicator", timed(partial(page.go_to, p) for p in targets)
    page.go_to(pages[0])
    # There and back again, as often as it takes.
    there = len(pages) - 1
    steps = (page.go_next if n // there % 2 == 0 else page.go_previous for n in range(_TIMES))
    yield "go to the next indicator", timed(steps)
    yield "answer key to painted answer", timed(_answers(desk, draw), all_of_it=False)
    yield "answer key to scores, outline and findings", timed(_answers(desk, draw))
    yield "search keystroke", timed(_search_keys(desk))


def _answers(desk: _Desk, draw: random.Random) -> Iterator[Callable[[], object]]:
    page = desk.page
    indicators = list(page.opened.instrument.by_id)
    for _ in range(_TIMES):
        page.go_to(draw.choice(indicators))
        level = draw.randrange(6)
        yield partial(page.choose_level, level)


def _search_keys(desk: _Desk) -> Iterator[Callable[[], object]]:
    desk.page.search()
    fields = desk.page.findChildren(QLineEdit)
    field = next(field for field in fields if field.accessibleName().startswith("Search "))
    for words in _SEARCHES:
        field.clear()
        for letter in words:
            yield partial(QTest.keyClicks, field, letter)
    field.clear()


def _growth(desk: _Desk) -> Measurement:
    """Memory after many scripted actions, against before them (in MB, though the table says ms)."""
    draw = random.Random(11)
    process = psutil.Process()
    script = _mixed(desk, draw)
    for _ in range(_SCRIPT // 5):
        next(script)()
        settle()
    gc.collect()
    before = process.memory_info().rss / 1e6
    for _ in range(_SCRIPT):
        next(script)()
        settle()
    gc.collect()
    after = process.memory_info().rss / 1e6
    what = f"memory after {_SCRIPT:,} more actions, MB"
    return Measurement(what, after, "memory before them, MB", before, "1.03x")


def _mixed(desk: _Desk, draw: random.Random) -> Iterator[Callable[[], object]]:
    page = desk.page
    pages = list(page.questions.pages)
    while True:
        yield lambda: page.go_to(draw.choice(pages))
        yield lambda: page.choose_level(draw.randrange(6))
        yield page.toggle_flag
        yield page.undo
        yield page.go_next
        yield page.toggle_guide
