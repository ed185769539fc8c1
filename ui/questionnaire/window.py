"""The questionnaire: one open assessment on screen, and every command it answers to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.evidence.desk import EvidenceDesk
from ui.marks import Mark
from ui.questionnaire.editing import Editing
from ui.questionnaire.following import Following
from ui.questionnaire.languages import ShownLanguages
from ui.questionnaire.outline.filter import Shown
from ui.questionnaire.outline.rows import OutlineRows
from ui.questionnaire.page.facts import HalfTyped
from ui.questionnaire.page.parked import ParkedDialog, parked_states
from ui.questionnaire.parts import Parts
from ui.questionnaire.place import Place
from ui.questionnaire.questions import CONTEXT, Questions
from ui.questionnaire.search_index import SearchIndex
from ui.questionnaire.wording import Languages
from ui.widgets.textbox import take_composed
from wb6assess.model.assessment import SpecialState
from wb6assess.model.vocabulary import IndicatorType

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment

_TYPED = {IndicatorType.NUMERIC, IndicatorType.TEXT}


class QuestionnaireWindow(QWidget):
    """One open assessment on screen.

    Signals:
        home_requested: Back to the list.
        review_requested: To the review page; for a handed-in revision, to its export.
        reopen_requested: The person wants the next revision.
        undo_changed: What undo and redo are about changed; carries ids or None.
        place_changed: Another page is open; carries its id.
        outline_width_changed: Design px.
        guide_toggled: Whether the guide is open now.
        languages_changed: The person chose other languages for the questions; carries `Languages`.
        preferences_requested: The person wants another language of menus and buttons.
    """

    home_requested = Signal()
    review_requested = Signal()
    reopen_requested = Signal()
    undo_changed = Signal(object, object)
    place_changed = Signal(str)
    outline_width_changed = Signal(int)
    guide_toggled = Signal(bool)
    languages_changed = Signal(object)
    preferences_requested = Signal()

    def __init__(self, opened: "OpenAssessment", title: str, country: str) -> None:
        """Show `opened`; `title` and `country` are the words for its questionnaire and country."""
        super().__init__()
        self.opened, self.country = opened, country
        code = opened.info.identity.country
        self.questions = Questions(opened.instrument, code)
        self.editing = Editing(opened, self)
        self.page = ""
        self._half_typed: dict[str, HalfTyped] = {}
        self._place = Place(self.editing.remember_place, self)
        index = SearchIndex(self.questions)
        self._rows = OutlineRows(opened, self.questions)
        self.parts = Parts(self, self.questions, self._rows, index, code)
        self._following = Following(
            self.editing, self.questions, self._rows, index, self.parts, (title, country)
        )
        self._following.undo_changed.connect(self.undo_changed)
        self._shown = ShownLanguages(opened, self.questions, self._following, self.parts.top.language)
        self._shown.chosen.connect(self.languages_changed)
        self._connect_bars()
        self._connect_panes()
        self._connect_page()
        self._following.show_saving()
        self.go_to(self.questions.page_of(opened.info.last_item))

    # Commands, for menus and keys.

    def go_to(self, page: str) -> None:
        """Open a page; what is being typed on the old one is stored first."""
        self._flush_page()
        self._note_half_typed()
        page = self.questions.page_of(page)
        moved, self.page = page != self.page, page
        self._following.open_page(page)
        if page in self._half_typed:
            self.parts.page.type_again(self._half_typed[page])
        if moved:
            self.parts.panes.close_over()
            self._place.move(self.questions.context[0].id if page == CONTEXT else page)
            self.place_changed.emit(page)

    def go_previous(self) -> None:
        """The page before."""
        self._go_by(-1)

    def go_next(self) -> None:
        """The page after."""
        self._go_by(1)

    def go_to_do(self) -> None:
        """The next unanswered indicator, from here on and round."""
        self._following.settle()
        todo = [row.page for row in self._rows.rows if row.mark is Mark.TODO]
        here = self.questions.place[self.page]
        later = [page for page in todo if self.questions.place[page] > here]
        if target := next(iter(later or [page for page in todo if page != self.page]), ""):
            self.go_to(target)
            self.parts.indicator.focus_answer()
        elif not todo:
            self.review_requested.emit()

    def choose_level(self, level: int) -> None:
        """Answer with a level."""
        if self._on_indicator and not self.opened.locked:
            self.parts.indicator.choose_level(level)

    def toggle_state(self, state: SpecialState) -> None:
        """Switch a special state, where it is offered."""
        indicator = self.questions.indicator(self.page)
        if indicator is None or self.opened.locked:
            return
        offered = state is not SpecialState.NOT_APPLICABLE or indicator.na_allowed
        if offered or self.editing.answer(self.page).state is state:
            self.flush()
            self.editing.toggle_state(self.page, state)

    def toggle_flag(self) -> None:
        """Mark the page to come back to, or unmark it."""
        if self._on_indicator:
            self.editing.toggle_flag(self.page)

    def clear_answer(self) -> None:
        """Take the value or state back; reasons stay."""
        if self._on_indicator and not self.opened.locked:
            self.editing.set_value(self.page, None)

    def add_evidence(self) -> None:
        """Open a form for new evidence."""
        if self._on_indicator:
            self.parts.indicator.add_evidence()

    def paste_evidence(self) -> None:
        """Take a file, link or citation from the clipboard."""
        if self._on_indicator:
            self.parts.indicator.evidence.paste()

    def reuse_evidence(self) -> None:
        """Choose evidence of other questions."""
        if self._on_indicator:
            self.parts.indicator.evidence.reuse()

    def toggle_guide(self) -> None:
        """Open or close the guide."""
        if self._on_indicator:
            self.parts.indicator.toggle_guide()

    @property
    def languages(self) -> Languages:
        """What the questions are shown in."""
        return self._shown.languages

    def show_languages(self, languages: Languages) -> None:
        """Show the questions in other languages; whatever the person is doing goes on.

        Nothing is stored and nothing emitted: keyboard, cursor, selection, what is being typed and
        what is in sight stay. Languages this questionnaire does not have are left out.
        """
        self._shown.show(languages)

    def choose_language(self) -> None:
        """Open the menu of languages."""
        self.parts.top.language.open_menu()

    def toggle_second_language(self) -> None:
        """Show the second language again, or for the first time the first there is; or no longer."""
        self._shown.toggle_second()

    def undo(self) -> None:
        """Take the last step back and show where."""
        self._step(self.editing.undo)

    def redo(self) -> None:
        """Bring the last undone step back and show where."""
        self._step(self.editing.redo)

    def search(self) -> None:
        """Put the cursor into the search field."""
        self.parts.panes.open_over(self.parts.outline)
        self.parts.outline.focus_search()

    def show_filter(self, shown: Shown) -> None:
        """Let the outline show a selection."""
        self._following.settle()
        self.parts.outline.show_filter(shown)

    def show_queries(self) -> None:
        """Let the outline show the pages the coordinator asks about."""
        self.parts.panes.open_over(self.parts.outline)
        self.show_filter(Shown.QUERIES)

    def show_parked(self) -> None:
        """List the answers that are stored but not asked now."""
        self.flush()
        dialog = ParkedDialog(parked_states(self.opened, self.questions), self)
        dialog.page_requested.connect(self._open_from_pane)
        dialog.open()

    def cycle_panes(self, step: int) -> None:
        """Move the keyboard to the next pane."""
        self.parts.panes.cycle(step)

    def flush(self) -> None:
        """Store what is still being typed, and the place."""
        self._flush_page()
        self._place.store()

    def all_stored(self) -> bool:
        """Store what is being typed; when the disk does not take it, the page says why."""
        self.flush()
        stored = self.editing.all_stored()
        if not stored:
            self.parts.trouble.setVisible(True)
        return stored

    def half_typed(self) -> dict[str, HalfTyped]:
        """What stands on each page and is no answer yet, such as half a date; it is kept here only."""
        self._note_half_typed()
        return self._half_typed

    def type_again(self, texts: dict[str, HalfTyped]) -> None:
        """Put back what was half typed, as the window before this one had it; emits nothing."""
        self._half_typed = dict(texts)
        self.parts.page.type_again(texts.get(self.page, {}))

    def _note_half_typed(self) -> None:
        if not self.page:
            return
        self._half_typed.pop(self.page, None)
        if texts := self.parts.page.half_typed():
            self._half_typed[self.page] = texts

    def _flush_page(self) -> None:
        if self.page:
            take_composed(self)
            self.parts.page.flush()

    def show_again(self) -> None:
        """Everything may be different: handed in, withdrawn, reopened, filled from a file."""
        self._following.forget()
        self._following.show_saving()
        self.go_to(self.page)

    def follow(self) -> None:
        """Checks may find something else now, although no answer changed."""
        self._following.follow()

    def show_outline_width(self, width: int) -> None:
        """A width the person chose earlier."""
        self.parts.panes.show_outline_width(width)

    def show_guide(self, opened: bool) -> None:
        """Open or close the guide; emits nothing."""
        self.parts.indicator.show_guide(opened)

    @property
    def save_words(self) -> str:
        """What the save line says."""
        return self.parts.bottom.save_line.text()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins where answering happens."""
        super().showEvent(event)
        self.parts.indicator.focus_answer()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves comes back to the same place."""
        super().hideEvent(event)
        self._place.store()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the eye does: bar, outline, page, bar below, where I stand."""
        return self.parts.move_focus(forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes a rail, then goes back to the sheet."""
        if event.key() == Qt.Key.Key_Escape and not self.parts.panes.close_over():
            self.parts.panes.focus_sheet()
        super().keyPressEvent(event)

    # How its parts are connected.

    def _connect_bars(self) -> None:
        top, bottom = self.parts.top, self.parts.bottom
        top.home_requested.connect(self.home_requested)
        top.undo_requested.connect(self.undo)
        top.redo_requested.connect(self.redo)
        top.review_requested.connect(self.review_requested)
        top.reopen_requested.connect(self.reopen_requested)
        top.language.menus_requested.connect(self.preferences_requested)
        bottom.previous_requested.connect(self.go_previous)
        bottom.next_requested.connect(self.go_next)
        bottom.todo_requested.connect(self.go_to_do)
        bottom.save_line.help_requested.connect(self.parts.trouble.toggle)
        self.parts.trouble.again_requested.connect(self._save_again)

    def _connect_panes(self) -> None:
        parts = self.parts
        parts.outline.page_requested.connect(self._open_from_pane)
        parts.outline_rail.opened.connect(lambda: parts.panes.focus_pane(parts.outline))
        parts.outline_rail.search_requested.connect(self.search)
        parts.outline_rail.group_requested.connect(self._open_group)
        parts.standing.page_requested.connect(self._open_from_pane)
        parts.standing.pillar_requested.connect(self._open_group)
        parts.standing.queries_requested.connect(self.show_queries)
        parts.standing.parked_requested.connect(self.show_parked)
        parts.standing.review_requested.connect(self.review_requested)
        parts.standing_rail.clicked.connect(lambda: parts.panes.focus_pane(parts.standing))
        parts.panes.outline_width_changed.connect(self.outline_width_changed)

    def _connect_page(self) -> None:
        page, editing = self.parts.indicator, self.editing
        page.value_chosen.connect(self._value_chosen)
        page.state_toggled.connect(self.toggle_state)
        page.confidence_chosen.connect(lambda value: editing.set_confidence(self.page, value))
        page.justification_edited.connect(lambda text: editing.set_justification(self.page, text))
        page.justification_taken.connect(self._take_over)
        page.evidence_edited.connect(lambda items: editing.set_evidence(self.page, items))
        page.fact_edited.connect(lambda field, value: editing.set_fact(self.page, field, value))
        page.comment_edited.connect(self._comment_edited)
        desk = EvidenceDesk(self.opened, editing.answer, editing.change_evidence, self)
        desk.busy_changed.connect(editing.note_copying)
        page.use_desk(desk)
        page.flag_toggled.connect(self.toggle_flag)
        page.page_requested.connect(self.go_to)
        page.parked_requested.connect(self.show_parked)
        page.guide_toggled.connect(self.guide_toggled)
        self.parts.context.comment_edited.connect(self._comment_edited)
        self.parts.context.context_edited.connect(editing.type_value)

    @property
    def _on_indicator(self) -> bool:
        return self.page != CONTEXT

    def _value_chosen(self, value: object) -> None:
        # The answer does not wait until the place is stored, too.
        self._flush_page()
        indicator = self.questions.indicator(self.page)
        typed = indicator is not None and indicator.type in _TYPED
        record = self.editing.type_value if typed else self.editing.set_value
        record(self.page, value)  # type: ignore[arg-type]

    def _comment_edited(self, key: str, text: str) -> None:
        """A comment belongs to the open page's answer, a reply to the one the query is about."""
        self.editing.set_comment(self._rows.returned.item_of(key) or self.page, key, text)

    def _take_over(self, justification: str) -> None:
        """Put an earlier justification below what is written already."""
        self.flush()
        self.editing.add_justification(self.page, justification)

    def _save_again(self) -> None:
        self.flush()
        self.editing.save_again()

    # Moving.

    def _go_by(self, step: int) -> None:
        place = self.questions.place[self.page] + step
        if 0 <= place < len(self.questions.pages):
            self.go_to(self.questions.pages[place])

    def _open_from_pane(self, page: str) -> None:
        self.go_to(page)
        self.parts.panes.close_over()

    def _open_group(self, group: str) -> None:
        """The first page of a pillar that is to do, else its first."""
        self._following.settle()
        if page := self._rows.first_in(group):
            self._open_from_pane(page)

    def _step(self, step: Callable[[], str]) -> None:
        self.flush()
        item = step()
        if item and self.questions.page_of(item) != self.page:
            self.go_to(item)
