"""The main window: the rooms, the questionnaire over them, and the workspace behind both."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from ui.frame.extra_windows import ExtraWindows
from ui.frame.file_actions import FileActions
from ui.frame.menus import Menus
from ui.frame.open_pages import OpenPages
from ui.frame.opening import Opening
from ui.frame.pages import Pages
from ui.frame.room_pages import ASSESSMENTS, RoomPages
from ui.frame.window_size import take_first_size
from ui.host import Host
from ui.language import Language
from ui.overview.home import Home
from ui.preferences import Preferences
from ui.rooms import MEETING_SCREEN, Room
from ui.sharing.sharing import Sharing
from ui.text import forget_layouts
from ui.theme import Appearance
from wb6assess.errors import AppError

if TYPE_CHECKING:
    from ui.questionnaire.window import QuestionnaireWindow
    from ui.tasks import TaskQueue
    from wb6assess.session.workspace import AssessmentInfo, Workspace


class MainWindow(Host):
    """Shows one page at a time: the rooms beside their sidebar, or the open assessment.

    Nothing heavy is imported before the first paint: database, questionnaires, the coordinator's desk
    and the questionnaire's own pages follow right after it.

    Signals:
        ready: The workspace is open and answers input.
        stopped: The workspace cannot be opened; carries the error.
    """

    ready = Signal()
    stopped = Signal(object)

    def __init__(
        self,
        folder: Path,
        questionnaires: Path,
        appearance: Appearance,
        language: Language | None = None,
    ) -> None:
        super().__init__()
        self.appearance = appearance
        self.language = language or Language(appearance)
        self.folder = folder
        self.preferences = Preferences(folder)
        self.workspace: Workspace | None = None
        self._tasks: TaskQueue | None = None
        self.extras = ExtraWindows(self)
        self.sharing = Sharing(self)
        self.files = FileActions(self, self.sharing)
        self._commands = Menus(self)
        self.setWindowTitle("WB6 Assess")
        self.pages = Pages()
        self._rooms = RoomPages(self, self.pages)
        self._open = OpenPages(self.pages, self.preferences, self.language, self)
        self._opening = Opening(folder, questionnaires, self)
        self.setCentralWidget(self.pages)
        self.menuBar().addMenu(self.tr("&File"))
        self._connect()
        take_first_size(self, self.preferences.geometry)

    def _connect(self) -> None:
        self._rooms.room_requested.connect(self.go_to_room)
        self._rooms.assessment_requested.connect(self.open_assessment)
        self._rooms.new_requested.connect(self.files.new_assessment)
        self._rooms.file_requested.connect(self.files.open_file)
        self._rooms.sample_requested.connect(self.files.make_sample)
        self._rooms.keys_requested.connect(self.extras.show_keys)
        self._rooms.preferences_requested.connect(self.extras.show_preferences)
        self._rooms.manual_requested.connect(self.extras.show_manual)
        self._open.context_changed.connect(self._show_context)
        self._open.undo_changed.connect(self._commands.show_undo)
        self._open.home_requested.connect(self.go_home)
        self._open.preferences_requested.connect(self.extras.show_preferences)
        self._open.part_requested.connect(self.sharing.write_back)
        self._open.failed.connect(self.complain)
        self._opening.glanced.connect(self._glanced)
        self._opening.opened.connect(self._opened)
        self._opening.failed.connect(self._show_stopped)
        self.appearance.resized.connect(self.rebuild)

    # Starting.

    @property
    def first_paint_ms(self) -> float:
        """From the process's start to the first painted window; 0 before."""
        return self._opening.first_paint_ms

    def event(self, event: QEvent) -> bool:
        """Note the first paint and go on with the rest after it."""
        if event.type() == QEvent.Type.Paint:
            self._opening.first_paint()
        return super().event(event)

    def open_workspace(self) -> None:
        """Open the data now, if they are not open yet."""
        self._opening.open()

    def ready_workspace(self) -> "Workspace | None":
        """The workspace, opened now if the person was quicker than the import; None if it cannot be."""
        self._opening.open()
        return self.workspace

    def _glanced(self, infos: Sequence["AssessmentInfo"]) -> None:
        """Show the list by a quick look; the workspace follows while the person reads it."""
        from ui.crash import CrashHooks

        CrashHooks(self, lambda: not self.unsaved).install()
        names = self.preferences.country_names
        if not infos or any(info.identity.country not in names for info in infos):
            self._opening.open()
            return
        self._rooms.show_assessments(infos, names)
        self._get_ready()
        # After the list is painted: what opening needs is imported beside the event loop.
        QTimer.singleShot(0, self._opening, self._opening.warm_up)

    def _opened(self, workspace: "Workspace") -> None:
        self.workspace = workspace
        try:
            self.show_assessments()
        except AppError as error:
            self._show_stopped(error)
            return
        if not self._commands.made:
            self._get_ready()
        if self._rooms.on_room and self.preferences.room not in {"", ASSESSMENTS}:
            self.go_to_room(self.preferences.room)

    def _get_ready(self) -> None:
        self._rooms.furnish()
        self._add_menus()
        self.ready.emit()

    def _show_stopped(self, error: AppError) -> None:
        from ui.frame.stopped import present_stopped

        present_stopped(error, self.pages, self._try_again, self.close)
        self.stopped.emit(error)

    def _try_again(self) -> None:
        self._rooms.present()
        if self.workspace is None:
            self._opening.open()
        else:
            self._opened(self.workspace)

    # Rooms.

    @property
    def tasks(self) -> "TaskQueue":
        """Long work, one piece after another."""
        from ui.tasks import TaskQueue

        self._tasks = self._tasks or TaskQueue(self)
        return self._tasks

    @property
    def home(self) -> Home:
        """The list of assessments."""
        return self._rooms.home

    @property
    def rooms(self) -> tuple[Room, ...]:
        """The rooms of the sidebar."""
        return self._rooms.rooms

    def go_home(self) -> None:
        """Back to the assessments; the questionnaire is stored and goes."""
        self.go_to_room(ASSESSMENTS)

    def go_to_room(self, room: str) -> QWidget | None:
        """Leave the questionnaire and show a room; its page, or None when that cannot be now."""
        if self._open.writing or self.ready_workspace() is None or not self._open.may_leave():
            return None
        self.sharing.leave()
        self._open.leave()
        if room == ASSESSMENTS:
            self.show_assessments()
        self._rooms.present()
        self._show_context()
        try:
            return self._rooms.enter(room)
        except AppError as error:
            self.complain(error)
            return None

    def show_count(self, room: str, count: int) -> None:
        """The figure at the right of a room in the sidebar; 0 shows none."""
        self._rooms.shell.show_count(room, count)

    def show_desk(self, shown: bool) -> None:
        """Show or hide the coordinator's desk, now and the next time."""
        self._rooms.show_desk(shown)
        self._add_menus()

    def show_assessments(self) -> None:
        """The list as it is in the workspace now."""
        assert self.workspace is not None  # Home shows nothing before
        infos = self.workspace.assessments()
        known = self.preferences.country_names
        if any(info.identity.country not in known for info in infos):
            # Reading the framework takes longer than all the rest of the start.
            known = self.preferences.country_names = self._country_names()
        self._rooms.show_assessments(infos, known, self.workspace)

    def _country_names(self) -> dict[str, str]:
        assert self.workspace is not None  # asked only with data
        framework = self.workspace.library.framework
        return {country.code: country.name for country in framework.countries}

    # The open assessment.

    @property
    def questionnaire(self) -> "QuestionnaireWindow | None":
        """The open questionnaire."""
        return self._open.questionnaire

    @property
    def unsaved(self) -> bool:
        """Whether something is on the screen that the disk did not take."""
        return self._open.unsaved

    def open_assessment(self, assessment_id: str) -> None:
        """Show a questionnaire where it was left."""
        workspace = self.ready_workspace()
        # What is being typed is stored before, for it may be the same assessment.
        if workspace is None or self._open.writing or not self._open.may_leave():
            return
        try:
            opened = workspace.open_assessment(assessment_id, alone=True)
        except AppError as error:
            self.complain(error)
            return
        if self.questionnaire is not None:
            self.go_home()
        code = opened.info.identity.country
        self._open.show_opened(opened, workspace, self._country_names().get(code, code))

    def open_question(self, assessment_id: str, item: str) -> None:
        """Show a questionnaire at one of its questions."""
        self.open_assessment(assessment_id)
        if self.questionnaire is not None and self.questionnaire.opened.id == assessment_id:
            self.ask("go_to", item)

    def open_file(self) -> None:
        """Ask for a file to open."""
        self.files.open_file()

    def flush(self) -> None:
        """Store what is being typed."""
        self._open.flush()

    def ask(self, request: str, *arguments: object) -> None:
        """Pass a command on to the open questionnaire."""
        if self._open.on_questionnaire:
            getattr(self.questionnaire, request)(*arguments)

    def review(self) -> None:
        """Review and hand in."""
        self._open.show_review()

    def show_over(self, page: QWidget) -> None:
        """Show a page in the questionnaire's place, until `show_instead_of` lets it go."""
        self._open.show_over(page)

    def show_instead_of(self, page: QWidget) -> None:
        """Let a page go and show the questionnaire where it was left."""
        self._open.show_instead_of(page)

    def show_again(self) -> None:
        """The open assessment stands differently now: withdrawn, reopened."""
        self._open.show_again()

    def reopen(self) -> None:
        """Begin the next revision of a handed-in one."""
        self._open.reopen()

    def complain(self, error: AppError) -> None:
        """Say what could not be done, where no place on the page is meant for it."""
        from PySide6.QtWidgets import QMessageBox

        from ui.error_words import error_words

        QMessageBox.warning(self, "WB6 Assess", error_words(error))

    # How it looks.

    def choose_theme(self, choice: str) -> None:
        """Another theme, now and the next time."""
        self.appearance.choose(choice)
        self.preferences.theme = choice
        self._commands.show_theme(choice)

    def choose_size(self, percent: int) -> None:
        """Other letters, now and the next time."""
        self.preferences.percent = percent
        self.appearance.choose_size(percent)

    def choose_language(self, tag: str) -> None:
        """Another language, now and the next time."""
        self.preferences.language = tag
        if self.language.choose(tag):
            self.rebuild()

    def rebuild(self) -> None:
        """Build every page anew where it was: letters or words are other ones.

        What is not stored yet exists on the old page alone, so then the old pages stay; so they do
        while long work runs for one of them.
        """
        forget_layouts()
        self._open.close_forms()
        busy = self._open.writing or self.tasks.busy or self._held_meeting() is not None
        if busy or self.unsaved:
            return
        from ui.frame.page_place import keep_place

        go_back = keep_place(self.pages)
        review, page = self._open.forget()
        for old in (self.sharing.forget_page(), review, page):
            self.pages.drop(old)
        self._rooms.make_anew()
        if self._commands.made:
            self._rooms.furnish()
            self._add_menus()
        if self.workspace is not None:
            self.show_assessments()
        if page is not None:
            self._open_anew(page, review is not None)
        go_back()

    def _open_anew(self, page: "QuestionnaireWindow", reviewing: bool) -> None:
        self.open_assessment(page.opened.id)
        self.ask("go_to", page.page)
        self.ask("type_again", page.half_typed())
        if reviewing:
            self.review()
        self.sharing.show_again()

    # Leaving.

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store everything; stay when the person prefers that to losing words."""
        if not self._open.may_leave():
            event.ignore()
            return
        if (meeting := self._held_meeting()) is not None:
            meeting.close()
        self._opening.end()
        self.appearance.resized.disconnect(self.rebuild)
        from ui.tasks import end_tasks

        end_tasks(self._tasks)
        self.preferences.geometry = self.saveGeometry()
        self._open.say_held_back()
        try:
            self._opening.close()
        except AppError as error:
            self.complain(error)
        self.workspace = None
        super().closeEvent(event)

    def _held_meeting(self) -> QWidget | None:
        """The meeting on a screen of its own; it goes with the desk it belongs to, not by itself."""
        found = self.findChild(QWidget, MEETING_SCREEN)
        return found if isinstance(found, QWidget) and found.isVisible() else None

    # Menus and title.

    def _add_menus(self) -> None:
        self._commands.make()
        self._show_context()

    def _show_context(self) -> None:
        context = self._open.context()
        self._commands.show_context(context)
        self.setWindowTitle(f"{context.title} – WB6 Assess" if context.title else "WB6 Assess")

    def name_undo(self) -> None:
        """Say in the menu, which is about to open, what undo and redo would do."""
        if self.questionnaire is not None:
            self._commands.name_undo(self.questionnaire.opened)
