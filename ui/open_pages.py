"""The pages of the open assessment: the questionnaire and, over it, the review."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wb6assess.errors import AppError

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.questionnaire.beside import Beside
    from ui.questionnaire.window import QuestionnaireWindow
    from ui.questionnaire.wording import Languages
    from ui.review.page import ReviewPage
    from wb6assess.session.open_assessment import OpenAssessment


class OpenPages(QObject):
    """Makes them, stores what is typed before anything takes their place, lets them go.

    Signals:
        context_changed: Another page is shown, or the assessment stands differently.
        undo_changed: Carries the indicators that undo and redo are about.
    """

    context_changed = Signal()
    undo_changed = Signal(object, object)

    def __init__(self, main: "MainWindow") -> None:
        super().__init__(main)
        self._main = main
        self.questionnaire: QuestionnaireWindow | None = None
        self.review: ReviewPage | None = None
        self._beside: Beside | None = None

    @property
    def unsaved(self) -> bool:
        """Whether something is on the screen that the disk did not take."""
        return self.questionnaire is not None and self.questionnaire.editing.waiting

    @property
    def writing(self) -> bool:
        """Files are being written: the page that will say where they are must stay."""
        return self.review is not None and self.review.writing

    @property
    def on_questionnaire(self) -> bool:
        """Whether the questionnaire is what is shown."""
        page = self.questionnaire
        return page is not None and self._main.pages.currentWidget() is page

    def show_opened(self, opened: "OpenAssessment", country: str) -> None:
        """Show the questionnaire of an assessment where it was left; `country` in words."""
        from ui.garbage import set_aside
        from ui.questionnaire.beside import Beside
        from ui.questionnaire.window import QuestionnaireWindow
        from ui.questionnaire.wording import Languages

        main, preferences = self._main, self._main.preferences
        page = QuestionnaireWindow(opened, opened.info.title, country)
        page.home_requested.connect(main.go_home)
        page.review_requested.connect(self.show_review)
        page.reopen_requested.connect(self.reopen)
        page.undo_changed.connect(self.undo_changed)
        page.outline_width_changed.connect(self._keep_outline_width)
        page.guide_toggled.connect(self._keep_guide)
        page.show_outline_width(preferences.outline_width)
        page.show_guide(preferences.guide_open)
        page.languages_changed.connect(self._keep_languages)
        page.preferences_requested.connect(main.extras.show_preferences)
        first, second = preferences.question_languages
        page.show_languages(Languages(first or main.language.tag, second))
        self.questionnaire = page
        main.pages.present(page)
        self.context_changed.emit()
        self.undo_changed.emit(opened.undo_item, opened.redo_item)
        assert main.workspace is not None  # the assessment came from it
        self._beside = Beside(main.workspace, page)
        set_aside()

    def flush(self) -> None:
        """Store what is being typed, on either page."""
        if self.review is not None:
            self.review.flush()
        if self.questionnaire is not None:
            self.questionnaire.flush()

    def store_all(self) -> bool:
        """The window is about to close: store everything; False when the disk does not take it."""
        self.flush()
        if self.questionnaire is not None and self.unsaved:
            self.questionnaire.editing.save_again()
        return not self.unsaved

    def leave(self) -> None:
        """Store and let both pages go."""
        self.leave_review()
        if self.questionnaire is not None:
            self.questionnaire.flush()
            self._main.pages.drop(self.questionnaire)
            self.questionnaire = self._beside = None

    def forget(self) -> "tuple[ReviewPage | None, QuestionnaireWindow | None]":
        """Both pages are built anew: these go."""
        old = self.review, self.questionnaire
        self.review = self.questionnaire = None
        return old

    # The review.

    def show_review(self) -> None:
        """Show what is missing or contradictory, and hand in; the files of a handed-in revision."""
        from ui.review.page import ReviewPage

        page, main = self.questionnaire, self._main
        if page is None or self.review is not None:
            return
        if page.opened.part is not None:
            # A part is never handed in: it goes back to the colleague who asked.
            main.sharing.write_back()
            return
        page.flush()
        if self._beside is not None:
            self._beside.settle()
        review = ReviewPage(page.editing, page.questions, page.country, main.preferences)
        review.back_requested.connect(self.leave_review)
        review.page_requested.connect(self._go_from_review)
        review.handed_in.connect(self.show_again)
        review.home_requested.connect(main.go_home)
        self.review = review
        main.pages.present(review)
        self.context_changed.emit()

    def leave_review(self) -> None:
        """Back to where the questionnaire was left."""
        if self.writing:
            return
        if self.review is not None:
            self.review.flush()
        review, self.review = self.review, None
        if review is not None and self.questionnaire is not None:
            self.show_instead_of(review)
        self.context_changed.emit()

    def _go_from_review(self, page: str) -> None:
        self.leave_review()
        if self.questionnaire is not None:
            self.questionnaire.go_to(page)

    # What stands in the questionnaire's place for a while.

    def show_over(self, page: QWidget) -> None:
        """Show a page in the questionnaire's place, until `show_instead_of` lets it go."""
        self._main.pages.present(page)
        self.context_changed.emit()

    def show_instead_of(self, page: QWidget) -> None:
        """Let a page go and show the questionnaire where it was left."""
        if self.questionnaire is not None:
            self.questionnaire.show_again()
            self._main.pages.present(self.questionnaire)
        self._main.pages.drop(page)
        self.context_changed.emit()

    def show_again(self) -> None:
        """The open assessment stands differently now: withdrawn, reopened."""
        if self.questionnaire is not None:
            self.questionnaire.show_again()
        self.context_changed.emit()

    def reopen(self) -> None:
        """Begin the next revision of a handed-in one."""
        if self.questionnaire is None:
            return
        try:
            self.questionnaire.opened.reopen()
        except AppError as error:
            self._main.complain(error)
            return
        self.show_again()

    # What is remembered.

    def _keep_outline_width(self, width: int) -> None:
        self._main.preferences.outline_width = width

    def _keep_languages(self, languages: "Languages") -> None:
        self._main.preferences.question_languages = languages.first, languages.second

    def _keep_guide(self, opened: bool) -> None:
        self._main.preferences.guide_open = opened
