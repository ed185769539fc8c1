"""The rooms of the coordinator's desk, in the order of the sidebar; imported after the first paint."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from ui.host import Host
from ui.icons import Icon
from ui.rooms import Room

if TYPE_CHECKING:
    from ui.desk.state import DeskState


def _tr(text: str) -> str:
    return QCoreApplication.translate("DeskRooms", text)


def desk_rooms() -> tuple[Room, ...]:
    """Every room; pages and what they need are imported when one is first visited."""
    return (
        Room("inbox", Icon.INBOX, lambda: _tr("Inbox"), _inbox),
        Room("matrix", Icon.MATRIX, lambda: _tr("Matrix"), _matrix),
        Room("disagreement", Icon.SPREAD, lambda: _tr("Disagreement"), _disagreement),
        Room("meeting", Icon.MEETING, lambda: _tr("Validation meeting"), _meeting),
        Room("progress", Icon.UP, lambda: _tr("Progress"), _progress),
        Room("decisions", Icon.PAPERS, lambda: _tr("Decisions"), _decisions),
        Room("asking", Icon.SEND, lambda: _tr("Queries, second round"), _asking),
        Room("robustness", Icon.BARS, lambda: _tr("Robustness"), _robustness),
        Room("report", Icon.FILE, lambda: _tr("Regional report"), _report),
    )


def state_of(host: Host) -> "DeskState":
    """The one result all rooms of a window share, made anew for another workspace."""
    from ui.desk.state import DeskState

    assert host.workspace is not None  # a room is made only after that
    language = host.preferences.question_languages[0] or host.preferences.language or "en"
    for found in host.findChildren(DeskState):
        if found.workspace is host.workspace:
            found.language = language
            return found
        found.deleteLater()
    state = DeskState(host.workspace, host.tasks, host, language)
    state.room_requested.connect(host.go_to_room)
    # The person reads the first result by now; the other rooms are entered without waiting for code.
    once = Qt.ConnectionType.SingleShotConnection
    state.analysed.connect(lambda: host.tasks.run(lambda _progress: _import_rooms(), state), once)
    return state


def _import_rooms() -> None:
    """Import the rooms that bring much along, beside the event loop."""
    for module in (
        "ui.desk.inbox.room",
        "ui.desk.disagreement.room",
        "ui.meeting.room",
        "ui.desk.robustness.page",
        "ui.desk.report.room",
    ):
        import_module(module)


def _inbox(host: Host) -> QWidget:
    from ui.desk.inbox.room import InboxRoom

    return InboxRoom(state_of(host))


def _matrix(host: Host) -> QWidget:
    from ui.desk.matrix.room import MatrixRoom

    return MatrixRoom(state_of(host))


def _disagreement(host: Host) -> QWidget:
    from ui.desk.disagreement.room import DisagreementRoom

    return DisagreementRoom(state_of(host))


def _progress(host: Host) -> QWidget:
    from ui.desk.rounds.room import ProgressRoom

    return ProgressRoom(state_of(host))


def _decisions(host: Host) -> QWidget:
    from ui.desk.decisions.room import DecisionsRoom

    return DecisionsRoom(state_of(host))


def _meeting(host: Host) -> QWidget:
    from ui.meeting.room import MeetingRoom

    return MeetingRoom(state_of(host), host.preferences)


def _robustness(host: Host) -> QWidget:
    from ui.desk.robustness.page import RobustnessRoom

    return RobustnessRoom(state_of(host))


def _report(host: Host) -> QWidget:
    from ui.desk.report.room import ReportRoom

    return ReportRoom(state_of(host), host.preferences)


def _asking(host: Host) -> QWidget:
    from ui.desk.asking.room import AskingRoom

    return AskingRoom(state_of(host), host.preferences)
