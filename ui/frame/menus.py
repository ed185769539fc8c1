"""The menu bar of the main window: made after the first paint, made anew with other words or rooms."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from ui.frame.commands import Commands, Desktop
    from ui.frame.open_pages import Context
    from wb6assess.session.open_assessment import OpenAssessment


class Menus:
    """Passes on what the commands must know; before they are made there is nobody to tell."""

    def __init__(self, main: "Desktop") -> None:
        self._main = main
        self._commands: Commands | None = None

    @property
    def made(self) -> bool:
        """Whether there are commands yet."""
        return self._commands is not None

    @property
    def actions(self) -> dict[str, QAction]:
        """Every command by its name."""
        return self._commands.actions if self._commands is not None else {}

    @property
    def themes(self) -> dict[str, QAction]:
        """The themes of the View menu by their keys."""
        return self._commands.themes if self._commands is not None else {}

    def make(self) -> None:
        """Make the menus, in place of those there were."""
        from ui.frame.commands import Commands

        if self._commands is not None:
            self._commands.remove()
        self._main.menuBar().clear()
        self._commands = Commands(self._main)

    def show_context(self, context: "Context") -> None:
        """Enable what can be done now."""
        if self._commands is not None:
            self._commands.show_context(context)

    def show_theme(self, choice: str) -> None:
        """Tick the theme in force."""
        if self._commands is not None:
            self._commands.show_theme(choice)

    def show_undo(self, undo: object, redo: object) -> None:
        """Name what undo and redo are about."""
        if self._commands is not None:
            self._commands.show_undo(undo, redo)

    def name_undo(self, opened: "OpenAssessment") -> None:
        """Say, in a menu about to open, what undo and redo would do."""
        if self._commands is not None:
            from ui.history.undo_words import undo_words

            self._commands.name_undo(*undo_words(opened))
