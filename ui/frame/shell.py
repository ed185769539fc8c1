"""The frame of all rooms: the sidebar at the left, the chosen room beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.frame.sidebar import Sidebar
from ui.host import Host
from ui.rooms import Counting, Entered, Room
from ui.theme import px

_NARROW = 1000
"""Below this width, in design px, the sidebar is a rail."""


class Shell(QWidget):
    """Shows one room at a time, each made on its first visit.

    Signals:
        room_requested: The person chose a room in the sidebar; carries its id.
        keys_requested: The person wants the key list.
        preferences_requested: The person wants the preferences.
        manual_requested: The person wants the manual.
    """

    room_requested = Signal(str)
    keys_requested = Signal()
    preferences_requested = Signal()
    manual_requested = Signal()

    def __init__(self, host: Host, rooms: Sequence[Room], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._rooms: dict[str, Room] = {}
        self._pages: dict[str, QWidget] = {}
        self._counts: dict[str, int] = {}
        self.current = ""
        self._sidebar = Sidebar()
        self._sidebar.room_requested.connect(self.room_requested)
        self._sidebar.keys_requested.connect(self.keys_requested)
        self._sidebar.preferences_requested.connect(self.preferences_requested)
        self._sidebar.manual_requested.connect(self.manual_requested)
        self._stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(self._stack, 1)
        self.show_rooms(rooms)

    @property
    def rooms(self) -> tuple[Room, ...]:
        """The rooms of the sidebar, in its order."""
        return tuple(self._rooms.values())

    @property
    def page(self) -> QWidget | None:
        """The page of the room that is shown."""
        return self._pages.get(self.current)

    def show_rooms(self, rooms: Sequence[Room]) -> None:
        """Offer these rooms; pages made already stay unless their room is gone."""
        self._rooms = {room.id: room for room in rooms}
        self._sidebar.show_rooms(rooms)
        for gone in self._pages.keys() - self._rooms.keys():
            page = self._pages.pop(gone)
            self._stack.removeWidget(page)
            page.deleteLater()
        for room, count in self._counts.items():
            self._sidebar.show_count(room, count)
        if self.current not in self._rooms and self._rooms:
            self.go_to(next(iter(self._rooms)))
        self._sidebar.show_chosen(self.current)

    def go_to(self, room: str) -> QWidget:
        """Show a room; returns its page.

        Raises:
            KeyError: there is no such room.
        """
        page = self._pages.get(room) or self._make(room)
        self.current = room
        self._sidebar.show_chosen(room)
        self._stack.setCurrentWidget(page)
        if isinstance(page, Entered):
            page.enter()
        return page

    def show_count(self, room: str, count: int) -> None:
        """The figure at the right of a room; 0 shows none."""
        self._counts[room] = count
        self._sidebar.show_count(room, count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the sidebar makes room."""
        super().resizeEvent(event)
        self._sidebar.show_narrow(self.width() < px(_NARROW))

    def _make(self, room: str) -> QWidget:
        page = self._pages[room] = self._rooms[room].make(self._host)
        if isinstance(page, Counting):
            page.counted.connect(lambda count: self.show_count(room, count))
        self._stack.addWidget(page)
        return page
