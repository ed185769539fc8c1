"""The main window: Home, the questionnaire, and the workspace behind them."""

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QThreadPool, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QStackedWidget, QWidget

from ui.home import Home, utc_now
from ui.preferences import Preferences
from ui.start_clock import since_process_start_ms
from ui.theme import Appearance, px
from wb6assess.errors import AppError

if TYPE_CHECKING:
    from ui.commands import Commands
    from ui.questionnaire.window import QuestionnaireWindow
    from ui.review.page import ReviewPage
    from wb6assess.session.workspace import Workspace


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

    def __init__(self, folder: Path, questionnaires: Path, appearance: Appearance) -> None:
        super().__init__()
        self.appearance = appearance
        self.workspace: Workspace | None = None
        self._closed = False
        self.first_paint_ms = 0.0
        self._folder, self._questionnaires = folder, questionnaires
        self._preferences = Preferences(folder)
        self._questionnaire: QuestionnaireWindow | None = None
        self._review: ReviewPage | None = None
        self._commands: Commands | None = None
        self._key_list: QWidget | None = None
        self.setWindowTitle("WB6 Assess")
        self.home = Home()
        self.home.assessment_requested.connect(self.open_assessment)
        self.home.new_requested.connect(self.new_assessment)
        self.home.file_requested.connect(self.open_file)
        self.home.sample_requested.connect(self.make_sample)
        self.home.keys_requested.connect(self.show_keys)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.home)
        self.setCentralWidget(self._stack)
        self.menuBar().addMenu(self.tr("&File"))
        self.setMinimumSize(px(720), px(480))
        if not self.restoreGeometry(self._preferences.geometry):
            self.resize(px(1440), px(900))

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

        CrashHooks(self).install()
        self._glance()

    def _glance(self) -> None:
        """Show the list by a quick look; the workspace follows while the person reads it."""
        from wb6assess.session.glance import glance

        infos = glance(self._folder)
        names = self._preferences.country_names
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
            self.workspace = Workspace.open(self._folder, library, database_url())
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

    def _add_menus(self) -> None:
        from ui.commands import Commands

        if self._commands is None:
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
        if self._questionnaire is not None:
            self._questionnaire.flush()
            self._drop(self._questionnaire)
            self._questionnaire = None
        self._show_home()
        self._stack.setCurrentWidget(self.home)
        self._show_context()

    def _show_home(self) -> None:
        assert self.workspace is not None  # Home shows nothing before
        infos = self.workspace.assessments()
        known = self._preferences.country_names
        if any(info.identity.country not in known for info in infos):
            # Reading the framework takes longer than all the rest of the start.
            known = self._preferences.country_names = self._country_names()
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
        from ui.file_actions import open_file

        if not self._has_workspace() or self.workspace is None:
            return
        if self._questionnaire is not None:
            # What is being typed counts when the file's answers are compared.
            self._questionnaire.flush()
        dialog = open_file(self.workspace, self)
        if dialog is not None:
            dialog.filled.connect(self.open_assessment)
            dialog.created.connect(self._created)

    def export(self) -> None:
        """Write files of the open assessment as it is now."""
        from ui.file_actions import export

        if self._questionnaire is None:
            return
        self._questionnaire.flush()
        export(self._questionnaire.opened, self._preferences, self)

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
        from ui.questionnaire.window import QuestionnaireWindow

        if not self._has_workspace() or self.workspace is None:
            return
        if self._writing:
            return
        try:
            opened = self.workspace.open_assessment(assessment_id)
        except AppError as error:
            self.complain(error)
            return
        if self._questionnaire is not None:
            self.go_home()
        code = opened.info.identity.country
        page = QuestionnaireWindow(opened, opened.info.title, self._country_names().get(code, code))
        page.home_requested.connect(self.go_home)
        page.review_requested.connect(self.review)
        page.reopen_requested.connect(self.reopen)
        page.undo_changed.connect(self._undo_changed)
        page.outline_width_changed.connect(self._keep_outline_width)
        page.guide_toggled.connect(self._keep_guide)
        page.show_outline_width(self._preferences.outline_width)
        page.show_guide(self._preferences.guide_open)
        self._questionnaire = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._show_context()
        self._undo_changed(opened.undo_item, opened.redo_item)

    def ask(self, request: str, *arguments: object) -> None:
        """Pass a command on to the open questionnaire."""
        if self._questionnaire is not None and self._stack.currentWidget() is self._questionnaire:
            getattr(self._questionnaire, request)(*arguments)

    def ask_state(self, state: str) -> None:
        """Switch a special state on the open page."""
        from wb6assess.model.assessment import SpecialState

        self.ask("toggle_state", SpecialState(state))

    def review(self) -> None:
        """Show what is missing or contradictory, and hand in; the files of a handed-in revision."""
        from ui.review.page import ReviewPage

        page = self._questionnaire
        if page is None or self._review is not None:
            return
        page.flush()
        review = ReviewPage(page.editing, page.questions, page.country, self._preferences)
        review.back_requested.connect(self._leave_review)
        review.page_requested.connect(self._go_from_review)
        review.handed_in.connect(self._handed_in)
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
        if review is not None and self._questionnaire is not None:
            self._questionnaire.show_again()
            self._stack.setCurrentWidget(self._questionnaire)
            self._drop(review)
        self._show_context()

    def _go_from_review(self, page: str) -> None:
        self._leave_review()
        self.ask("go_to", page)

    @property
    def _writing(self) -> bool:
        """Files are being written: the page that will say where they are must stay."""
        return self._review is not None and self._review.writing

    def _handed_in(self) -> None:
        if self._questionnaire is not None:
            self._questionnaire.show_again()
        self._show_context()

    def reopen(self) -> None:
        """Begin the next revision of a handed-in one."""
        if self._questionnaire is None:
            return
        try:
            self._questionnaire.opened.reopen()
        except AppError as error:
            self.complain(error)
            return
        self._questionnaire.show_again()
        self._show_context()

    # Windows over the page.

    def show_keys(self) -> None:
        """The list of keys."""
        from ui.key_list import KeyList

        if self._key_list is None:
            self._key_list = KeyList(self)
        assert isinstance(self._key_list, KeyList)
        self._key_list.open()

    def show_about(self) -> None:
        """Which version this is and where the data lie."""
        from wb6assess import __version__

        words = self.tr("WB6 Assess {version}\n\nYour data lie in {folder}.")
        QMessageBox.about(
            self, self.tr("About WB6 Assess"), words.format(version=__version__, folder=self._folder)
        )

    def complain(self, error: AppError) -> None:
        """Say what could not be done, where no place on the page is meant for it."""
        from ui.error_words import error_words

        QMessageBox.warning(self, "WB6 Assess", error_words(error))

    def choose_theme(self, choice: str) -> None:
        """Another theme, now and the next time."""
        self.appearance.choose(choice)
        self._preferences.theme = choice

    # Leaving.

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store everything; stay when the person prefers that to losing words."""
        if self._questionnaire is not None:
            if self._review is not None:
                self._review.flush()
            self._questionnaire.flush()
            if self._questionnaire.editing.waiting:
                self._questionnaire.editing.save_again()
            if self._questionnaire.editing.waiting and not self._may_lose():
                event.ignore()
                return
        self._closed = True
        QThreadPool.globalInstance().waitForDone()
        self._preferences.geometry = self.saveGeometry()
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
        page = self._questionnaire
        on_page = page is not None and self._stack.currentWidget() is page
        if self._commands is not None:
            locked = page is not None and page.opened.locked
            self._commands.show_context(opened=on_page, locked=locked)
        title = f"{page.opened.info.title} – WB6 Assess" if page is not None else "WB6 Assess"
        self.setWindowTitle(title)

    def _undo_changed(self, undo: object, redo: object) -> None:
        if self._commands is not None:
            self._commands.show_undo(undo, redo)

    def _keep_outline_width(self, width: int) -> None:
        self._preferences.outline_width = width

    def _keep_guide(self, opened: bool) -> None:
        self._preferences.guide_open = opened

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
