"""The pages of the open assessment: the questionnaire and, over it, the review."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from wb6assess.errors import AppError, ErrorCode

if TYPE_CHECKING:
    from ui.frame.pages import Pages
    from ui.language import Language
    from ui.preferences import Preferences
    from ui.questionnaire.beside import Beside
    from ui.questionnaire.window import QuestionnaireWindow
    from ui.questionnaire.wording import Languages
    from ui.review.page import ReviewPage
    from wb6assess.session.open_assessment import OpenAssessment
    from wb6assess.session.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Context:
    """What commands ask before they are offered.

    Attributes:
        title: Of the open questionnaire; "" without one.
        opened: The questionnaire is what is shown.
        locked: It cannot be changed.
        handed_in: Its revision is handed in.
        part: It is a part of a colleague's.
    """

    title: str = ""
    opened: bool = False
    locked: bool = False
    handed_in: bool = False
    part: bool = False


class OpenPages(QObject):
    """Makes them, stores what is typed before anything takes their place, lets them go.

    Signals:
        context_changed: Another page is shown, or the assessment stands differently.
        undo_changed: Carries the indicators that undo and redo are about.
        home_requested: The person wants back to the list.
        preferences_requested: The person wants another language of menus and buttons.
        part_requested: The person is done with a part, which is written back instead of handed in.
        failed: Something could not be done; carries the error.
    """

    context_changed = Signal()
    undo_changed = Signal(object, object)
    home_requested = Signal()
    preferences_requested = Signal()
    part_requested = Signal()
    failed = Signal(object)

    def __init__(
        self, pages: "Pages", preferences: "Preferences", language: "Language", owner: QObject
    ) -> None:
        super().__init__(owner)
        self._pages, self._preferences, self._language = pages, preferences, language
        self.questionnaire: QuestionnaireWindow | None = None
        self.review: ReviewPage | None = None
        self._beside: Beside | None = None
        self._held_back: AppError | None = None

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
        return page is not None and self._pages.currentWidget() is page

    def show_opened(self, opened: "OpenAssessment", workspace: "Workspace", country: str) -> None:
        """Show the questionnaire of an assessment where it was left; `country` in words."""
        from ui.garbage import set_aside
        from ui.questionnaire.beside import Beside
        from ui.questionnaire.window import QuestionnaireWindow
        from ui.questionnaire.wording import Languages

        preferences = self._preferences
        page = QuestionnaireWindow(opened, opened.info.title, country)
        page.home_requested.connect(self.home_requested)
        page.review_requested.connect(self.show_review)
        page.reopen_requested.connect(self.reopen)
        page.undo_changed.connect(self.undo_changed)
        page.outline_width_changed.connect(self._keep_outline_width)
        page.guide_toggled.connect(self._keep_guide)
        page.show_outline_width(preferences.outline_width)
        page.show_guide(preferences.guide_open)
        page.languages_changed.connect(self._keep_languages)
        page.editing.not_saved.connect(self._note_not_saved)
        page.preferences_requested.connect(self.preferences_requested)
        first, second = preferences.question_languages
        page.show_languages(Languages(first or self._language.tag, second))
        self.questionnaire = page
        self._pages.present(page)
        self._go_back(page)
        self.context_changed.emit()
        self.undo_changed.emit(opened.undo_item, opened.redo_item)
        self._beside = Beside(workspace, page)
        set_aside()

    def close_forms(self) -> None:
        """Both pages are about to be built anew."""
        self.flush()
        if self.questionnaire is not None:
            self.questionnaire.parts.indicator.evidence.close_form()

    def flush(self) -> None:
        """Store what is being typed, on either page."""
        if self.review is not None:
            self.review.flush()
        if self.questionnaire is not None:
            self.questionnaire.flush()

    def may_leave(self) -> bool:
        """The questionnaire is about to go: store everything; when that cannot be, ask."""
        self.flush()
        self._keep_place()
        if self.questionnaire is None:
            return True
        editing = self.questionnaire.editing
        if editing.all_stored() and not editing.copying:
            return True
        if lose := self._may_lose():
            editing.give_up()
        return lose

    def _may_lose(self) -> bool:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._pages.window())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Not everything is saved"))
        box.setText(self.tr("The last changes could not be stored; they are on the screen only."))
        box.setInformativeText(self.tr("Stay and choose What to do below the question to keep them."))
        if not self.unsaved:
            box.setText(self.tr("A file is still being copied; it is no evidence yet."))
            box.setInformativeText(self.tr("Stay until it is here to keep it."))
        stay = box.addButton(self.tr("Stay here"), QMessageBox.ButtonRole.RejectRole)
        lose = box.addButton(self.tr("Leave without it"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is lose

    def say_held_back(self) -> None:
        """Say now what waits for the end of the event in which it happened."""
        error, self._held_back = self._held_back, None
        if error is not None:
            self.failed.emit(error)

    def _note_not_saved(self, error: object) -> None:
        """The page says it until the next answer is stored; an exchanged database has to be read of."""
        if isinstance(error, AppError) and error.code is ErrorCode.DATABASE_REPLACED:
            self._held_back = error
            QTimer.singleShot(0, self, self.say_held_back)

    def context(self) -> Context:
        """What can be done now."""
        page = self.questionnaire
        if page is None:
            return Context()
        opened = page.opened
        return Context(
            title=opened.info.title,
            opened=self.on_questionnaire,
            locked=opened.locked,
            handed_in=opened.info.status == "submitted",
            part=opened.part is not None,
        )

    def leave(self) -> None:
        """Store and let both pages go."""
        self.leave_review()
        if self.questionnaire is not None:
            self.questionnaire.flush()
            self._pages.drop(self.questionnaire)
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

        page = self.questionnaire
        if page is None or self.review is not None:
            return
        if page.opened.part is not None:
            # A part is never handed in: it goes back to the colleague who asked.
            self.part_requested.emit()
            return
        page.flush()
        if self._beside is not None:
            self._beside.settle()
        review = ReviewPage(page.editing, page.questions, page.country, self._preferences)
        review.name_way_back(page.page)
        review.back_requested.connect(self.leave_review)
        review.page_requested.connect(self._go_from_review)
        review.handed_in.connect(self.show_again)
        review.home_requested.connect(self.home_requested)
        self.review = review
        self._pages.present(review)
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
        self._pages.present(page)
        self.context_changed.emit()

    def show_instead_of(self, page: QWidget) -> None:
        """Let a page go and show the questionnaire where it was left."""
        if self.questionnaire is not None:
            self.questionnaire.show_again()
            self._pages.present(self.questionnaire)
        self._pages.drop(page)
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
            self.failed.emit(error)
            return
        self.show_again()

    # What is remembered.

    def _keep_place(self) -> None:
        """Remember where in the open questionnaire the person is."""
        if self.questionnaire is None:
            return
        from ui.questionnaire.half_typed import packed
        from ui.questionnaire.left_at import place_in

        page, known = self.questionnaire, self._preferences
        known.keep_left_at(page.opened.id, place_in(page).packed())
        known.keep_half_typed(page.opened.id, packed(page.half_typed()))

    def _go_back(self, page: "QuestionnaireWindow") -> None:
        from ui.questionnaire.half_typed import unpacked
        from ui.questionnaire.left_at import go_back, left_at

        if not page.opened.locked:
            page.type_again(unpacked(self._preferences.half_typed(page.opened.id)))
        place = left_at(self._preferences.left_at(page.opened.id))
        if place is not None:
            go_back(page, place)

    def _keep_outline_width(self, width: int) -> None:
        self._preferences.outline_width = width

    def _keep_languages(self, languages: "Languages") -> None:
        self._preferences.question_languages = languages.first, languages.second

    def _keep_guide(self, opened: bool) -> None:
        self._preferences.guide_open = opened
