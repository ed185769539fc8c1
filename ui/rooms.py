"""Rooms: what stands in the sidebar, each a page of its own beside it.

A room's page is any `QWidget`. It may have `enter()`, called each time it is shown, and a signal
`counted(int)` for the figure at the right of its row. Pages are made on the first visit and dropped
when the window is built anew in other letters or another language.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from ui.host import Host
from ui.icons import Icon

MY_WORK, DESK = "work", "desk"
"""The groups of the sidebar."""
MEETING_SCREEN = "meeting-screen"
"""Object name of the window a meeting is held in; the main window takes it along when it closes."""


@dataclass(frozen=True, slots=True)
class Room:
    """One room.

    Attributes:
        id: Its name in preferences, never shown.
        title: Its name in the sidebar and the Go menu, in the language in force.
        make: Makes its page. The argument is the main window, for `workspace`, `preferences`, `tasks`,
            `complain(error)`, `open_assessment(id)`, `go_to_room(id)`, `show_count(id, n)`.
        group: `MY_WORK` or `DESK`.
    """

    id: str
    icon: Icon
    title: Callable[[], str]
    make: Callable[[Host], QWidget]
    group: str = DESK


@runtime_checkable
class Entered(Protocol):
    """A page that wants to know when it is shown."""

    def enter(self) -> None:
        """The page is shown, the first time or again."""


@runtime_checkable
class Counting(Protocol):
    """A page that has a figure for the sidebar."""

    counted: SignalInstance
