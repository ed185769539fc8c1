"""Every command of the desktop with its place in the menus and its keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.frame.extra_windows import ExtraWindows
from ui.frame.file_actions import FileActions
from ui.frame.open_pages import Context
from ui.frame.sidebar import room_keys
from ui.questionnaire.outline.filter import Shown
from ui.rooms import Room
from ui.sharing.sharing import Sharing
from ui.theme import Appearance
from wb6assess.model.assessment import SpecialState


class Desktop(Protocol):
    """What the commands ask of the main window."""

    appearance: Appearance
    extras: ExtraWindows
    sharing: Sharing
    files: FileActions

    @property
    def rooms(self) -> tuple[Room, ...]:
        """The rooms of the sidebar."""

    def menuBar(self) -> QMenuBar:
        """Where the menus go."""

    def ask(self, request: str, *arguments: object) -> None:
        """Pass a request on to the open questionnaire."""

    def choose_theme(self, choice: str) -> None:
        """Another theme."""

    def name_undo(self) -> None:
        """The Edit menu is about to open."""

    def go_home(self) -> None:
        """Back to the list."""

    def go_to_room(self, room: str) -> object:
        """Show a room of the sidebar."""

    def review(self) -> None:
        """Review and hand in."""

    def reopen(self) -> None:
        """Begin the next revision."""

    def close(self) -> bool:
        """Leave."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)


@dataclass(frozen=True, slots=True)
class Command:
    """One entry; `open_only` when it needs an open questionnaire, `edits` when it needs a draft,
    `locked` when it needs anything but one, `handed_in` when it needs a revision that is handed in,
    `part` or `whole` when it needs a colleague's part or anything but one; a line follows it in the menu
    when it `ends_group`.
    """

    name: str
    text: str
    do: Callable[[], object]
    keys: tuple[str, ...] = ()
    open_only: bool = True
    edits: bool = False
    locked: bool = False
    handed_in: bool = False
    part: bool = False
    whole: bool = False
    ends_group: bool = False


class Commands:
    """The actions of one main window."""

    def __init__(self, window: Desktop) -> None:
        self._window = window
        self.actions: dict[str, QAction] = {}
        self._commands: dict[str, Command] = {}
        self.themes: dict[str, QAction] = {}
        bar = window.menuBar()
        self._bar_menus: list[QMenu] = []
        for title, commands in self._menus().items():
            menu = bar.addMenu(title)
            self._bar_menus.append(menu)
            for command in commands:
                self._add(menu, command)
            if title == _tr("&View"):
                self._add_appearance(menu)
            if title == _tr("&Edit"):
                menu.aboutToShow.connect(window.name_undo)
        self.show_context(Context())

    def show_context(self, now: Context) -> None:
        """Enable what can be done now."""
        for name, command in self._commands.items():
            fits = now.opened or not command.open_only
            fits = fits and not (command.edits and now.locked) and (now.locked or not command.locked)
            fits = fits and (now.part or not command.part) and not (command.whole and now.part)
            self.actions[name].setEnabled(fits and (now.handed_in or not command.handed_in))

    def remove(self) -> None:
        """Let menus and keys go; others take their place."""
        for action in self.actions.values():
            action.setShortcuts([])
        for menu in self._bar_menus:
            menu.deleteLater()

    def show_theme(self, choice: str) -> None:
        """Tick the theme in force."""
        self.themes[choice].setChecked(True)

    def name_undo(self, undo: str, redo: str) -> None:
        """Say what undo and redo would do, in words; "" when there is nothing."""
        for name, words in (("undo", undo), ("redo", redo)):
            if words:
                self.actions[name].setText(words)

    def show_undo(self, undo: object, redo: object) -> None:
        """Name what undo and redo are about."""
        for name, item, words, bare in (
            ("undo", undo, _tr("&Undo {id}"), _tr("&Undo")),
            ("redo", redo, _tr("&Redo {id}"), _tr("&Redo")),
        ):
            self.actions[name].setText(words.format(id=item) if item else bare)
            self.actions[name].setEnabled(bool(item))

    def _menus(self) -> Mapping[str, list[Command]]:
        w, x, f = self._window, self._window.extras, self._window.files
        return {
            _tr("&File"): [
                Command("new", _tr("&New assessment"), f.new_assessment, ("Ctrl+N",), open_only=False),
                Command("open_file", _tr("&Open file…"), f.open_file, ("Ctrl+O",), open_only=False),
                Command("export", _tr("&Export…"), f.export, ("Ctrl+Shift+E",)),
                Command(
                    "blank",
                    _tr("&Print a blank questionnaire…"),
                    f.print_blank,
                    ("Ctrl+P",),
                    open_only=False,
                ),
                Command("home", _tr("&Home"), w.go_home, ("Alt+Home",)),
                Command(
                    "preferences", _tr("&Preferences…"), x.show_preferences, ("Ctrl+,",), open_only=False
                ),
                Command("quit", _tr("&Quit"), w.close, ("Ctrl+Q",), open_only=False),
            ],
            _tr("&Edit"): [
                Command("undo", _tr("&Undo"), partial(w.ask, "undo"), ("Ctrl+Z",), edits=True),
                Command(
                    "redo", _tr("&Redo"), partial(w.ask, "redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), edits=True
                ),
                Command("clear", _tr("&Clear the answer"), partial(w.ask, "clear_answer"), edits=True),
                Command(
                    "search", _tr("&Search the questionnaire"), partial(w.ask, "search"), ("Ctrl+F",)
                ),
            ],
            _tr("&View"): self._view_commands(),
            _tr("&Go"): [
                *self._room_commands(),
                Command(
                    "previous", _tr("&Previous indicator"), partial(w.ask, "go_previous"), ("Alt+Left",)
                ),
                Command("next", _tr("&Next indicator"), partial(w.ask, "go_next"), ("Alt+Right",)),
                Command(
                    "todo", _tr("Next to &do"), partial(w.ask, "go_to_do"), ("Ctrl+Return", "Ctrl+Enter")
                ),
                Command("pane", _tr("Next p&ane"), partial(w.ask, "cycle_panes", 1), ("F6",)),
                Command(
                    "pane_back", _tr("P&revious pane"), partial(w.ask, "cycle_panes", -1), ("Shift+F6",)
                ),
            ],
            _tr("&Assessment"): self._assessment_commands(),
            _tr("&Help"): [
                Command("manual", _tr("&Manual"), x.show_manual, ("Ctrl+F1",), open_only=False),
                Command("keys", _tr("&Keyboard"), x.show_keys, ("Ctrl+/",), open_only=False),
                Command("preview", _tr("&Preview a questionnaire…"), x.show_preview, open_only=False),
                Command("about", _tr("&About WB6 Assess"), x.show_about, open_only=False),
            ],
        }

    def _room_commands(self) -> list[Command]:
        w = self._window
        return [
            Command(
                f"room_{room.id}", room.title().replace("&", "&&"), partial(w.go_to_room, room.id),
                (room_keys(place),), open_only=False, ends_group=room is w.rooms[-1],
            )
            for place, room in enumerate(w.rooms)
        ]  # fmt: skip

    def _view_commands(self) -> list[Command]:
        w = self._window
        words = {
            Shown.ALL: _tr("&All indicators"),
            Shown.TODO: _tr("&To do"),
            Shown.FLAGGED: _tr("&Flagged"),
            Shown.FINDINGS: _tr("F&indings"),
            Shown.QUERIES: _tr("&Queries"),
        }
        filters = [
            Command(f"show_{shown}", text, partial(w.ask, "show_filter", shown))
            for shown, text in words.items()
        ]
        return [
            *filters,
            Command("parked", _tr("&Kept aside…"), partial(w.ask, "show_parked")),
            Command("guide", _tr("&Guide"), partial(w.ask, "toggle_guide"), ("F1",)),
            Command("language", _tr("L&anguage…"), partial(w.ask, "choose_language"), ("Ctrl+L",)),
            Command(
                "beside", _tr("S&econd language beside"), partial(w.ask, "toggle_second_language"),
                ("Ctrl+Shift+L",),
            ),
        ]  # fmt: skip

    def _assessment_commands(self) -> list[Command]:
        w, x = self._window, self._window.extras
        levels = [
            Command(
                f"level_{n}", _tr("Choose level &{n}").format(n=n), partial(w.ask, "choose_level", n),
                (str(n),), edits=True,
            )
            for n in range(6)
        ]  # fmt: skip
        return [
            *levels,
            Command(
                "na", _tr("&Not applicable"),
                partial(w.ask, "toggle_state", SpecialState.NOT_APPLICABLE), ("N",), edits=True,
            ),
            Command(
                "dk", _tr("&Don't know"),
                partial(w.ask, "toggle_state", SpecialState.DONT_KNOW), ("D",), edits=True,
            ),
            Command("flag", _tr("&Flag to come back to"), partial(w.ask, "toggle_flag"), ("F",)),
            Command(
                "evidence", _tr("Add &evidence"), partial(w.ask, "add_evidence"), ("Ctrl+E",), edits=True
            ),
            Command(
                "paste_evidence", _tr("&Paste as evidence"), partial(w.ask, "paste_evidence"),
                ("Ctrl+Shift+V",), edits=True,
            ),
            Command(
                "reuse_evidence", _tr("&Use evidence again…"), partial(w.ask, "reuse_evidence"),
                ("Ctrl+Shift+U",), edits=True,
            ),
            Command("history", _tr("&History of this answer…"), x.show_history, ("Ctrl+H",)),
            Command("chart", _tr("&Chart of pillars…"), x.show_chart),
            Command("revisions", _tr("Re&visions handed in…"), x.show_revisions),
            Command("reopen", _tr("Re&open as the next revision"), w.reopen, locked=True),
            Command("withdraw", _tr("&Withdraw this revision…"), x.withdraw, handed_in=True),
            *self._sharing_commands(),
            Command("review", _tr("&Review and hand in"), w.review, ("Ctrl+Shift+Return",)),
        ]  # fmt: skip

    def _sharing_commands(self) -> list[Command]:
        sharing = self._window.sharing
        return [
            Command(
                "share", _tr("&Share with colleagues…"), sharing.share, ("Ctrl+Shift+S",), whole=True
            ),
            Command(
                "take_back", _tr("&Take parts back…"), sharing.take_back, ("Ctrl+Shift+B",), whole=True
            ),
            # Of these two one is enabled at a time, so that they can share their keys.
            Command(
                "write_back",
                _tr("Write my part &back…"),
                sharing.write_back,
                ("Ctrl+Shift+B",),
                part=True,
            ),
            Command("compare", _tr("C&ompare with another copy…"), sharing.compare, ("Ctrl+Shift+K",)),
        ]

    def _add(self, menu: QMenu, command: Command) -> None:
        action = QAction(command.text, menu)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys if keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        # Keeping a digit down must not write the same answer thirty times a second.
        action.setAutoRepeat(command.name in {"previous", "next", "undo", "redo", "pane", "pane_back"})
        action.triggered.connect(lambda _on=False: command.do())
        menu.addAction(action)
        if command.ends_group:
            menu.addSeparator()
        self.actions[command.name] = action
        self._commands[command.name] = command

    def _add_appearance(self, menu: QMenu) -> None:
        menu.addSeparator()
        group = QActionGroup(menu)
        for choice, words in (
            ("system", _tr("Like the &system")),
            ("light", _tr("&Light")),
            ("dark", _tr("&Dark")),
            ("contrast", _tr("High &contrast")),
        ):
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(self._window.appearance.choice == choice)
            action.triggered.connect(lambda _on=False, key=choice: self._window.choose_theme(key))
            group.addAction(action)
            self.themes[choice] = action
            menu.addAction(action)
