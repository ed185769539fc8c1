"""The main window: Home, the questionnaire, and the workspace behind them."""

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QStackedWidget, QStyle, QWidget

from ui.extra_windows import ExtraWindows
from ui.home import Home, utc_now
from ui.language import Language
from ui.preferences import Preferences
from ui.sharing.sharing import Sharing
from ui.start_clock import since_process_start_ms
from ui.text import forget_layouts
from ui.theme import Appearance, px
from wb6assess.errors import AppError

if TYPE_CHECKING:
    from ui.commands import Commands
    from ui.page_place import PagePlace
    from ui.questionnaire.beside import Beside
    from ui.questionnaire.window import QuestionnaireWindow
    from ui.questionnaire.wording import Languages
    from ui.review.page import ReviewPage
    from wb6assess.session.workspace import Workspace

_TITLE_BAR = 40


class MainWindow(QMainWindow):
    """Shows one page at a time.

    Nothing heavy is imported before the first paint: database, questionnaires and the questionnaire's
    own pages follow right after it.

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
        self.workspace: Workspace | None = None
        self._closed = False
        self.first_paint_ms = 0.0
        self.folder, self._questionnaires = folder, questionnaires
        self.preferences = Preferences(folder)
        self.questionnaire: QuestionnaireWindow | None = None
        self._beside: Beside | None = None
        self._review: ReviewPage | None = None
        self._commands: Commands | None = None
        self.extras = ExtraWindows(self)
        self.sharing = Sharing(self)
        self.setWindowTitle("WB6 Assess")
        self._stack = QStackedWidget()
        self.home = self._make_home()
        self.setCentralWidget(self._stack)
        self.menuBar().addMenu(self.tr("&File"))
        appearance.resized.connect(self.rebuild)
        self.setMinimumSize(px(720), px(480))
        if not self.restoreGeometry(self.preferences.geometry):
            self._take_first_size()

    def _take_first_size(self) -> None:
        """As large as is comfortable, never larger than the screen; where there is room, centred."""
        room = self.screen().availableGeometry()
        # The frame is not known before the window is shown; a title bar is about this high.
        frame = px(_TITLE_BAR) if room.height() > px(900) else 0
        size = QSize(px(1440), px(900)).boundedTo(room.size() - QSize(0, frame))
        self.setMinimumSize(self.minimumSize().boundedTo(room.size()))
        self.setGeometry(
            QStyle.alignedRect(Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignCenter, size, room)
        )

    def _make_home(self) -> Home:
        home = Home(self.folder, self.preferences)
        home.assessment_requested.connect(self.open_assessment)
        home.new_requested.connect(self.new_assessment)
        home.file_requested.connect(self.open_file)
        home.sample_requested.connect(self.make_sample)
        home.keys_requested.connect(self.extras.show_keys)
        home.preferences_requested.connect(self.extras.show_preferences)
        home.manual_requested.connect(self.extras.show_manual)
        self._stack.insertWidget(0, home)
        return home

    # Starting.

    def event(self, event: QEvent) -> bool:
        """Note the first paint and go on with the rest after it."""
        if event.type() == QEvent.Type.Paint and not self.first_paint_ms:
            self.first_paint_ms = 1.0
            QTimer.singleShot(0, self, self._painted)
        return super().event(event)

    def _painted(self) -> None:
        self.first_paint_ms = since_process_start_ms()
        from ui.crash import CrashHooks

        CrashHooks(self, lambda: not self.unsaved).install()
        self._glance()

    def _glance(self) -> None:
        """Show the list by a quick look; the workspace follows while the person reads it."""
        from wb6assess.session.glance import glance

        infos = glance(self.folder)
        names = self.preferences.country_names
        if not infos or any(info.identity.country not in names for info in infos):
            self.open_workspace()
            return
        self.home.show_assessments(infos, names, utc_now())
        self._add_menus()
        self.ready.emit()
        # After the list is painted: what opening needs is imported beside the event loop.
        QTimer.singleShot(0, self, self._warm_up)

    def _warm_up(self) -> None:
        if self._closed:
            return
        from ui.tasks import Task

        task = Task(_import_workspace, self)
        task.finished.connect(self.open_workspace)
        task.start()

    def open_workspace(self) -> None:
        """Open the data; when it cannot be, say why in place of the list."""
        if self.workspace is not None or self._closed:
            return
        from wb6assess.instruments.library import Library
        from wb6assess.session.workspace import Workspace
        from wb6assess.settings import database_url

        try:
            library = Library(self._questionnaires)
            self.workspace = Workspace.open(self.folder, library, database_url())
            self._show_home()
        except AppError as error:
            self._show_stopped(error)
            self.stopped.emit(error)
            return
        if self._commands is None:
            self._add_menus()
            self.ready.emit()

    def _has_workspace(self) -> bool:
        """Open the workspace now if the person was quicker than the import."""
        self.open_workspace()
        return self.workspace is not None

    def _add_menus(self, *, again: bool = False) -> None:
        from ui.commands import Commands

        if self._commands is None or again:
            if self._commands is not None:
                self._commands.remove()
            self.menuBar().clear()
            self._commands = Commands(self)

    def _show_stopped(self, error: AppError) -> None:
        from ui.stopped import StoppedPage

        page = StoppedPage(error)
        page.again_requested.connect(self._try_again)
        page.quit_requested.connect(self.close)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _try_again(self) -> None:
        page = self._stack.currentWidget()
        self._stack.setCurrentWidget(self.home)
        self._drop(page)
        self.open_workspace()

    # Home.

    def go_home(self) -> None:
        """Back to the list; the questionnaire is stored and goes."""
        if self._writing:
            return
        self._leave_review()
        self.sharing.leave()
        if self.questionnaire is not None:
            self.questionnaire.flush()
            self._drop(self.questionnaire)
            self.questionnaire = self._beside = None
        self._show_home()
        self._stack.setCurrentWidget(self.home)
        self._show_context()

    def _show_home(self) -> None:
        assert self.workspace is not None  # Home shows nothing before
        infos = self.workspace.assessments()
        known = self.preferences.country_names
        if any(info.identity.country not in known for info in infos):
            # Reading the framework takes longer than all the rest of the start.
            known = self.preferences.country_names = self._country_names()
        self.home.show_assessments(infos, known, utc_now())

    def _country_names(self) -> dict[str, str]:
        assert self.workspace is not None  # asked only with data
        framework = self.workspace.library.framework
        return {country.code: country.name for country in framework.countries}

    def new_assessment(self) -> None:
        """Ask for country, questionnaire and round."""
        from ui.new_assessment import NewAssessment

        if not self._has_workspace() or self.workspace is None:
            return
        dialog = NewAssessment(self.workspace, self)
        dialog.created.connect(self._created)
        dialog.open()

    def _created(self, assessment_id: str) -> None:
        self._show_home()
        self.open_assessment(assessment_id)

    def open_file(self) -> None:
        """Take answers from a file, into a draft or a new assessment."""
        from ui.file_actions import ask_for_file, open_file

        if not self._has_workspace() or self.workspace is None:
            return
        if self.questionnaire is not None:
            # What is being typed counts when the file's answers are compared.
            self.questionnaire.flush()
        path = ask_for_file(self)
        if path is None or self.sharing.open_part(path):
            return
        dialog = open_file(path, self.workspace, self)
        dialog.filled.connect(self.open_assessment)
        dialog.created.connect(self._created)

    def export(self) -> None:
        """Write files of the open assessment as it is now."""
        from ui.file_actions import export

        if self.questionnaire is None:
            return
        self.questionnaire.flush()
        export(self.questionnaire.opened, self.preferences, self)

    def make_sample(self) -> None:
        """An assessment with invented answers, marked as such everywhere."""
        from ui.sample import sample_assessment

        if not self._has_workspace() or self.workspace is None:
            return
        try:
            created = sample_assessment(self.workspace)
        except AppError as error:
            self.complain(error)
            return
        self.open_assessment(created)

    # The questionnaire.

    def open_assessment(self, assessment_id: str) -> None:
        """Show a questionnaire where it was left."""
        from ui.garbage import set_aside
        from ui.questionnaire.beside import Beside
        from ui.questionnaire.window import QuestionnaireWindow
        from ui.questionnaire.wording import Languages

        if not self._has_workspace() or self.workspace is None:
            return
        if self._writing:
            return
        try:
            opened = self.workspace.open_assessment(assessment_id, alone=True)
        except AppError as error:
            self.complain(error)
            return
        if self.questionnaire is not None:
            self.go_home()
        code = opened.info.identity.country
        page = QuestionnaireWindow(opened, opened.info.title, self._country_names().get(code, code))
        page.home_requested.connect(self.go_home)
        page.review_requested.connect(self.review)
        page.reopen_requested.connect(self.reopen)
        page.undo_changed.connect(self._undo_changed)
        page.outline_width_changed.connect(self._keep_outline_width)
        page.guide_toggled.connect(self._keep_guide)
        page.show_outline_width(self.preferences.outline_width)
        page.show_guide(self.preferences.guide_open)
        page.languages_changed.connect(self._keep_languages)
        page.preferences_requested.connect(self.extras.show_preferences)
        first, second = self.preferences.question_languages
        page.show_languages(Languages(first or self.language.tag, second))
        self.questionnaire = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._show_context()
        self._undo_changed(opened.undo_item, opened.redo_item)
        self._beside = Beside(self.workspace, page)
        set_aside()

    def ask(self, request: str, *arguments: object) -> None:
        """Pass a command on to the open questionnaire."""
        if self.questionnaire is not None and self._stack.currentWidget() is self.questionnaire:
            getattr(self.questionnaire, request)(*arguments)

    def ask_state(self, state: str) -> None:
        """Switch a special state on the open page."""
        from wb6assess.model.assessment import SpecialState

        self.ask("toggle_state", SpecialState(state))

    def review(self) -> None:
        """Show what is missing or contradictory, and hand in; the files of a handed-in revision."""
        from ui.review.page import ReviewPage

        page = self.questionnaire
        if page is None or self._review is not None:
            return
        if page.opened.part is not None:
            # A part is never handed in: it goes back to the colleague who asked.
            self.sharing.write_back()
            return
        page.flush()
        if self._beside is not None:
            self._beside.settle()
        review = ReviewPage(page.editing, page.questions, page.country, self.preferences)
        review.back_requested.connect(self._leave_review)
        review.page_requested.connect(self._go_from_review)
        review.handed_in.connect(self.show_again)
        review.home_requested.connect(self.go_home)
        self._review = review
        self._stack.addWidget(review)
        self._stack.setCurrentWidget(review)
        self._show_context()

    def _leave_review(self) -> None:
        """Back to where the questionnaire was left."""
        if self._writing:
            return
        if self._review is not None:
            self._review.flush()
        review, self._review = self._review, None
        if review is not None and self.questionnaire is not None:
            self.questionnaire.show_again()
            self._stack.setCurrentWidget(self.questionnaire)
            self._drop(review)
        self._show_context()

    def show_over(self, page: QWidget) -> None:
        """Show a page in the questionnaire's place, until `show_instead_of` lets it go."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._show_context()

    def show_instead_of(self, page: QWidget) -> None:
        """Let a page go and show the questionnaire where it was left."""
        if self.questionnaire is not None:
            self.questionnaire.show_again()
            self._stack.setCurrentWidget(self.questionnaire)
        self._drop(page)
        self._show_context()

    def _go_from_review(self, page: str) -> None:
        self._leave_review()
        self.ask("go_to", page)

    @property
    def unsaved(self) -> bool:
        """Whether something is on the screen that the disk did not take."""
        return self.questionnaire is not None and self.questionnaire.editing.waiting

    @property
    def _writing(self) -> bool:
        """Files are being written: the page that will say where they are must stay."""
        return self._review is not None and self._review.writing

    def show_again(self) -> None:
        """The open assessment stands differently now: withdrawn, reopened."""
        if self.questionnaire is not None:
            self.questionnaire.show_again()
        self._show_context()

    def reopen(self) -> None:
        """Begin the next revision of a handed-in one."""
        if self.questionnaire is None:
            return
        try:
            self.questionnaire.opened.reopen()
        except AppError as error:
            self.complain(error)
            return
        self.show_again()

    # Windows over the page.

    def complain(self, error: AppError) -> None:
        """Say what could not be done, where no place on the page is meant for it."""
        from ui.error_words import error_words

        QMessageBox.warning(self, "WB6 Assess", error_words(error))

    # How it looks.

    def choose_theme(self, choice: str) -> None:
        """Another theme, now and the next time."""
        self.appearance.choose(choice)
        self.preferences.theme = choice
        if self._commands is not None:
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

        What is not stored yet exists on the old page alone, so then the old pages stay.
        """
        forget_layouts()
        page, review = self.questionnaire, self._review
        if page is not None:
            page.flush()
        if self._writing or (page is not None and page.editing.waiting):
            return
        if review is not None:
            review.flush()
        from ui.page_place import place_on

        current = self._stack.currentWidget()
        place = place_on(current) if current is not None else None
        self._review = self.questionnaire = None
        for old in (self.sharing.forget_page(), review, page, self.home):
            self._drop(old)
        self.home = self._make_home()
        if self.workspace is not None:
            self._show_home()
        if self._commands is not None:
            self._add_menus(again=True)
        if page is not None:
            self.open_assessment(page.opened.id)
            self.ask("go_to", page.page)
        if review is not None:
            self.review()
        self.sharing.show_again()
        if place is not None:
            QTimer.singleShot(0, self, lambda: self._go_back(place))

    def _go_back(self, place: "PagePlace") -> None:
        from ui.page_place import go_back_to

        if (current := self._stack.currentWidget()) is not None:
            go_back_to(place, current)

    # Leaving.

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store everything; stay when the person prefers that to losing words."""
        if self.questionnaire is not None:
            if self._review is not None:
                self._review.flush()
            self.questionnaire.flush()
            if self.questionnaire.editing.waiting:
                self.questionnaire.editing.save_again()
            if self.questionnaire.editing.waiting and not self._may_lose():
                event.ignore()
                return
        self._closed = True
        QThreadPool.globalInstance().waitForDone()
        self.preferences.geometry = self.saveGeometry()
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None
        super().closeEvent(event)

    def _may_lose(self) -> bool:
        answer = QMessageBox.question(
            self,
            self.tr("Not everything is saved"),
            self.tr("The last changes could not be stored. Close and lose them?"),
        )
        return answer == QMessageBox.StandardButton.Yes

    # Small things.

    def _show_context(self) -> None:
        page = self.questionnaire
        on_page = page is not None and self._stack.currentWidget() is page
        if self._commands is not None:
            locked = page is not None and page.opened.locked
            handed_in = page is not None and page.opened.info.status == "submitted"
            part = page is not None and page.opened.part is not None
            self._commands.show_context(opened=on_page, locked=locked, handed_in=handed_in, part=part)
        title = f"{page.opened.info.title} – WB6 Assess" if page is not None else "WB6 Assess"
        self.setWindowTitle(title)

    def _undo_changed(self, undo: object, redo: object) -> None:
        if self._commands is not None:
            self._commands.show_undo(undo, redo)

    def name_undo(self) -> None:
        """Say in the menu, which is about to open, what undo and redo would do."""
        if self.questionnaire is not None and self._commands is not None:
            from ui.history.undo_words import undo_words

            self._commands.name_undo(*undo_words(self.questionnaire.opened))

    def _keep_outline_width(self, width: int) -> None:
        self.preferences.outline_width = width

    def _keep_languages(self, languages: "Languages") -> None:
        self.preferences.question_languages = languages.first, languages.second

    def _keep_guide(self, opened: bool) -> None:
        self.preferences.guide_open = opened

    def _drop(self, page: QWidget | None) -> None:
        if page is not None:
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()


def _import_workspace(_progress: object) -> None:
    """Load what opening and the questionnaire need; creates nothing."""
    importlib.import_module("wb6assess.session.workspace")
    importlib.import_module("wb6assess.instruments.library")
    importlib.import_module("ui.questionnaire.window")
