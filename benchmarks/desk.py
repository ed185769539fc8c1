"""Work in the UI thread for what a coordinator does with the submissions of a hundred experts a country.

Each action is driven in the real main window, without a screen, until everything it caused is painted.
Time is the UI thread's own processor time; the yardstick is one repaint of a plain widget of the
window's size. `WB6ASSESS_BENCH_SUBMISSIONS` takes another number than 600. Run on its own:
`python -m benchmarks.desk`.
"""

import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import psutil
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from benchmarks.desktop import percentile, plain_repaint_ms, settle, timed
from benchmarks.measure import Figure, Measurement, told
from benchmarks.region import sample_document
from exports.incoming import read_incoming
from ui.desk.asking.query_dialog import QueryDialog
from ui.desk.disagreement.room import EXPERTS, RANKED, RELIABILITY, DisagreementRoom
from ui.desk.inbox.room import InboxRoom
from ui.desk.matrix.room import MatrixRoom
from ui.desk.state import DeskState
from ui.frame.desk_rooms import desk_rooms
from ui.frame.main_window import MainWindow
from ui.meeting.room import MeetingRoom
from ui.theme import Appearance
from wb6assess.exchange.answers import write_document
from wb6assess.instruments.library import Library
from wb6assess.reports.desk.matrix import DOMAIN, Measure
from wb6assess.session.workspace import Workspace
from wb6assess.settings import questionnaires_folder

SUBMISSIONS = int(os.environ.get("WB6ASSESS_BENCH_SUBMISSIONS", "600"))
_BUDGET = "100 ms"
_TIMES = 20
_WAIT_MS = 50

Actions = Iterator[Callable[[], object]]


class _Desk:
    """The main window with a result that is worked out."""

    def __init__(self, folder: Path) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.window = MainWindow(folder, questionnaires_folder(), Appearance(application, "light"))
        self.window.resize(1440, 900)
        self.window.show()
        self.window.open_workspace()
        self.window.go_to_room("matrix")
        # A defect belongs on the terminal here, not in a crash window.
        sys.excepthook = sys.__excepthook__
        self.state = self.window.findChildren(DeskState)[0]
        self.rest()

    def rest(self) -> None:
        """Everything that works beside the window is over."""
        while not self.state.ready or self.window.tasks.busy:
            QTest.qWait(_WAIT_MS)
        settle()

    def close_dialogs(self) -> None:
        """Leave what an action opened."""
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        settle()


def measurements() -> Iterator[Measurement | Figure]:
    """The slowest and the usual of every action, and the memory of the whole."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name:
        _hand_in(Path(name), SUBMISSIONS)
        desk = _Desk(Path(name) / "workspace")
        plain = plain_repaint_ms()
        for what, actions in _parts(desk):
            times = [sum(turns) for turns in timed(actions)]
            for label, share in (("median", 0.5), ("slowest", 1.0)):
                yield Measurement(
                    f"{what}, {label}", percentile(times, share),
                    "one repaint of a plain widget of the same size", plain, _BUDGET,
                )  # fmt: skip
        megabytes = psutil.Process().memory_info().rss / 1e6
        yield Figure(f"memory with {SUBMISSIONS} submissions", f"{megabytes:.0f} MB")
        # What was copied would outlive Python: the offscreen platform frees it when all has ended.
        QApplication.clipboard().clear()
        desk.window.close()
        settle()
    del application


def _hand_in(folder: Path, count: int) -> None:
    """A workspace that took in so many files, the experts' codes the same in every country."""
    library = Library(questionnaires_folder())
    countries = [country.code for country in library.framework.countries]
    incoming = folder / "incoming"
    incoming.mkdir()
    for number in range(count):
        country, expert = countries[number % len(countries)], f"E{number // len(countries):03}"
        made = sample_document(library, country, expert)
        (incoming / f"{country}_{expert}.json").write_bytes(write_document(made))
    with Workspace.open(folder / "workspace", library) as workspace:
        workspace.inbox.take_in([incoming], read_incoming)


def _parts(desk: _Desk) -> Iterator[tuple[str, Actions]]:
    yield from _rooms(desk)
    yield from _matrix(desk)
    yield from _disagreement(desk)
    yield from _meeting(desk)
    desk.window.go_to_room("inbox")
    inbox = desk.window.findChildren(InboxRoom)[0]
    inbox.table.setFocus()
    yield "inbox: next file", _keys(inbox.table, Qt.Key.Key_Down)


def _rooms(desk: _Desk) -> Iterator[tuple[str, Actions]]:
    for room in desk_rooms():
        desk.window.go_to_room(room.id)
        desk.rest()

        def visits(room_id: str = room.id) -> Actions:
            for _ in range(3):
                desk.window.go_to_room("inbox" if room_id == "matrix" else "matrix")
                yield partial(desk.window.go_to_room, room_id)

        yield f"go to {room.id}", visits()


def _matrix(desk: _Desk) -> Iterator[tuple[str, Actions]]:
    draw, state = random.Random(5), desk.state
    desk.window.go_to_room("matrix")
    room = desk.window.findChildren(MatrixRoom)[0]
    measures = list(Measure)
    choices = (measures[n % len(measures)].value for n in range(_TIMES))
    yield "matrix: another measure", (partial(room.measure.chosen.emit, key) for key in choices)
    countries = [country.code for country in state.countries]
    shown = (countries[n % len(countries)] if n % 2 else "" for n in range(1, _TIMES + 1))
    yield "matrix: another country", (partial(state.look_at, country=code) for code in shown)
    state.look_at(country="")
    pillars = [head.key for head in room.map.content.columns if head.key != DOMAIN]
    cells = [(draw.choice(countries), draw.choice(pillars)) for _ in range(_TIMES)]
    yield "matrix: a cell", (partial(room.map.cell_opened.emit, *cell) for cell in cells)
    wholes = [(countries[n % len(countries)], DOMAIN) for n in range(_TIMES)]
    yield "matrix: a whole domain", (partial(room.map.cell_opened.emit, *cell) for cell in wholes)
    table = room.behind.table
    table.setFocus()
    yield "behind a cell: next indicator", _keys(table, Qt.Key.Key_Down)
    bar = table.horizontalScrollBar()
    places = (bar.maximum() * n // _TIMES for n in range(_TIMES))
    yield "behind a cell: scroll over experts", (partial(bar.setValue, place) for place in places)
    yield "matrix: copy", (room.copy for _ in range(3))
    yield "write a query", _queries(desk, room)


def _queries(desk: _Desk, room: MatrixRoom) -> Actions:
    for _ in range(3):
        yield partial(room.behind.query_requested.emit, desk.state.countries[0].code, _item(desk), "")
        assert [box for box in desk.window.findChildren(QueryDialog) if box.isVisible()]
        desk.close_dialogs()


def _item(desk: _Desk) -> str:
    return next(iter(desk.state.shown().by_id))


def _disagreement(desk: _Desk) -> Iterator[tuple[str, Actions]]:
    desk.window.go_to_room("disagreement")
    room = desk.window.findChildren(DisagreementRoom)[0]

    def tables(key: str) -> Actions:
        for _ in range(3):
            for other in (RELIABILITY if key == RANKED else RANKED, key):
                room.which.show_key(other)
                if other != key:
                    room.which.chosen.emit(other)
            yield partial(room.which.chosen.emit, key)

    for key in (RANKED, RELIABILITY, EXPERTS):
        yield f"disagreement: {key}", tables(key)
    room.table.setFocus()
    yield "list of experts: next page", _keys(room.table, Qt.Key.Key_PageDown)
    columns = [column.key for column in room.table.content_columns]
    yield "list of experts: sort", (partial(room.table.sort_by, key) for key in columns)


def _meeting(desk: _Desk) -> Iterator[tuple[str, Actions]]:
    desk.window.go_to_room("meeting")
    room = desk.window.findChildren(MeetingRoom)[0]
    places = room.agenda.order[:_TIMES]
    yield "meeting: tick an item", (partial(room.agenda.switch, place) for place in places)


def _keys(widget: object, key: Qt.Key) -> Actions:
    for _ in range(_TIMES):
        yield partial(QTest.keyClick, widget, key)


if __name__ == "__main__":
    print(told(measurements()))
