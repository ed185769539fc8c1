"""The main window as rooms and other parts of it see it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from ui.preferences import Preferences
    from ui.questionnaire.window import QuestionnaireWindow
    from ui.tasks import TaskQueue
    from wb6assess.errors import AppError
    from wb6assess.session.workspace import Workspace


class Host(QMainWindow):
    """What parts may ask of the main window, which is the one host there is.

    Attributes:
        folder: Where the data lie.
        workspace: The open data; None until they are open. A room is made only after that.
        preferences: What the desktop remembers.
    """

    folder: "Path"
    workspace: "Workspace | None"
    preferences: "Preferences"

    if TYPE_CHECKING:

        @property
        def tasks(self) -> "TaskQueue":
            """Long work, one piece after another."""

        @property
        def questionnaire(self) -> "QuestionnaireWindow | None":
            """The open questionnaire."""

        def ready_workspace(self) -> "Workspace | None":
            """The workspace, opened now if need be; None if it cannot be."""

        def show_assessments(self) -> None:
            """The list as it is in the workspace now."""

        def open_assessment(self, assessment_id: str) -> None:
            """Show a questionnaire where it was left."""

        def open_question(self, assessment_id: str, item: str) -> None:
            """Show a questionnaire at one of its questions."""

        def open_file(self) -> None:
            """Ask for a file to open."""

        def flush(self) -> None:
            """Store what is being typed."""

        def go_to_room(self, room: str) -> QWidget | None:
            """Leave the questionnaire and show a room; its page, or None when that cannot be now."""

        def show_count(self, room: str, count: int) -> None:
            """The figure at the right of a room in the sidebar; 0 shows none."""

        def complain(self, error: "AppError") -> None:
            """Say what could not be done, where no place on the page is meant for it."""
