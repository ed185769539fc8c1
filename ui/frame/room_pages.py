"""The rooms of this desktop: Home, the coordinator's desk, and which of them is shown."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.frame.pages import Pages
from ui.frame.shell import Shell
from ui.host import Host
from ui.icons import Icon
from ui.overview.home import Home, utc_now
from ui.rooms import MY_WORK, Room

if TYPE_CHECKING:
    from wb6assess.session.workspace import AssessmentInfo, Workspace

ASSESSMENTS, QUERIES = "assessments", "queries"
"""Ids of Home and of the list of queries to answer."""


class RoomPages(QObject):
    """Makes the frame with its rooms, makes it anew in other letters, remembers the room.

    Signals:
        room_requested: The person chose a room; carries its id.
        assessment_requested: The person chose an assessment; carries its id.
        new_requested: The person wants a new assessment.
        file_requested: The person wants to open a file.
        sample_requested: The person wants to look around with sample answers.
        keys_requested: The person wants the key list.
        preferences_requested: The person wants the preferences.
        manual_requested: The person wants the manual.
    """

    room_requested = Signal(str)
    assessment_requested = Signal(str)
    new_requested = Signal()
    file_requested = Signal()
    sample_requested = Signal()
    keys_requested = Signal()
    preferences_requested = Signal()
    manual_requested = Signal()

    def __init__(self, host: Host, pages: Pages) -> None:
        super().__init__(host)
        self._host, self._pages, self._preferences = host, pages, host.preferences
        self._desk: tuple[Room, ...] = ()
        self.home, self.shell = self._make()

    @property
    def rooms(self) -> tuple[Room, ...]:
        """The rooms of the sidebar."""
        return self.shell.rooms

    @property
    def on_room(self) -> bool:
        """Whether a room is what is shown."""
        return self._pages.currentWidget() is self.shell

    def furnish(self) -> None:
        """Add the coordinator's desk; after the first paint, because it is imported here."""
        from ui.frame.desk_rooms import desk_rooms

        self._desk = desk_rooms()
        self.shell.show_rooms(self._offered())

    def show_desk(self, shown: bool) -> None:
        """Show or hide the coordinator's desk, now and the next time."""
        self._preferences.desk_shown = shown
        self.shell.show_rooms(self._offered())

    def show_assessments(
        self,
        infos: Sequence["AssessmentInfo"],
        countries: Mapping[str, str],
        workspace: "Workspace | None" = None,
    ) -> None:
        """The list on Home; at the first glance the workspace is not open yet."""
        words, backed_up = {}, None
        if workspace is not None:
            from ui.overview.words import divided_words

            words, backed_up = divided_words(workspace.divided()), workspace.backed_up_at
        self.home.show_assessments(infos, countries, utc_now(), words)
        self.home.show_backup(backed_up, utc_now())
        self.shell.show_count(ASSESSMENTS, len(infos))
        self.shell.show_count(QUERIES, sum(info.queries for info in infos))

    def present(self) -> None:
        """Show the rooms instead of what stands over them."""
        self._pages.present(self.shell)

    def enter(self, room: str) -> QWidget | None:
        """Show a room and remember it; None if there is none of that name."""
        if all(room != known.id for known in self.rooms):
            return None
        page = self.shell.go_to(room)
        self._preferences.room = room
        return page

    def make_anew(self) -> None:
        """Other letters or words: new pages in place of the old ones."""
        room, old = self.shell.current, self.shell
        self.home, self.shell = self._make()
        self._pages.drop(old)
        if room != ASSESSMENTS:
            self.enter(room)

    def _offered(self) -> tuple[Room, ...]:
        mine = Room(ASSESSMENTS, Icon.PAPERS, lambda: self.tr("Assessments"), self._home_page, MY_WORK)
        asked = Room(QUERIES, Icon.QUERY, lambda: self.tr("Queries to answer"), _queries, MY_WORK)
        return (mine, asked, *(self._desk if self._preferences.desk_shown else ()))

    def _home_page(self, _host: Host) -> QWidget:
        """Home is made at once: it is what is painted first."""
        return self.home

    def _make(self) -> tuple[Home, Shell]:
        home = self.home = Home(self._host.folder, self._preferences)
        home.assessment_requested.connect(self.assessment_requested)
        home.new_requested.connect(self.new_requested)
        home.file_requested.connect(self.file_requested)
        home.sample_requested.connect(self.sample_requested)
        shell = Shell(self._host, self._offered())
        shell.room_requested.connect(self.room_requested)
        shell.keys_requested.connect(self.keys_requested)
        shell.preferences_requested.connect(self.preferences_requested)
        shell.manual_requested.connect(self.manual_requested)
        self._pages.insertWidget(0, shell)
        return home, shell


def _queries(host: Host) -> QWidget:
    from ui.queries.room import QueriesRoom

    return QueriesRoom(host)
