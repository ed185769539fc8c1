"""The questionnaire: bars, panes and pages put together around one open assessment."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.error_words import error_words
from ui.evidence.desk import EvidenceDesk
from ui.marks import Mark
from ui.questionnaire.bars import BottomBar, Heading, TopBar
from ui.questionnaire.context_page import ContextPage
from ui.questionnaire.editing import Editing
from ui.questionnaire.indicator_page import IndicatorPage
from ui.questionnaire.language_button import Offer
from ui.questionnaire.outline import Outline
from ui.questionnaire.outline_filter import Shown
from ui.questionnaire.outline_rail import OutlineRail
from ui.questionnaire.outline_rows import OutlineRows
from ui.questionnaire.page_state import page_state
from ui.questionnaire.panes import Panes
from ui.questionnaire.questions import CONTEXT, Questions, short_id
from ui.questionnaire.search_index import SearchIndex, written_on
from ui.questionnaire.standing import Standing, StandingRail
from ui.questionnaire.standing_state import standing_state
from ui.questionnaire.tab_order import move_focus
from ui.questionnaire.trouble import SaveTrouble
from ui.questionnaire.wording import SOURCE, Languages, offered, share_translated, worded
from ui.widgets.ground import Pane
from wb6assess.errors import AppError
from wb6assess.model.assessment import Answer, SpecialState, Status
from wb6assess.model.instrument import IndicatorType

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment

_PLACE_MS = 300
_LARGE = 250
"""Indicators from which scoring all of them takes a good part of a frame."""

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
        self.opened = opened
        self._title, self.country = title, country
        code = opened.info.identity.country
        self.questions = Questions(opened.instrument, code)
        self.editing = Editing(opened, self)
        self.page = ""
        self.languages = Languages()
        self._beside = ""
        # Whoever leafs through pages need not wait for the disk at each.
        self._place_due = False
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(_PLACE_MS)
        self._place_timer.timeout.connect(self._remember_place)
        self._large = len(opened.instrument.by_id) > _LARGE
        self._follow_timer = QTimer(self)
        self._follow_timer.setSingleShot(True)
        self._follow_timer.timeout.connect(self.follow)
        self._index = SearchIndex(self.questions)
        self._outline_rows = OutlineRows(opened, self.questions)
        self._followed: tuple[object, object, object] = (None, None, None)
        self._top = TopBar()
        self._bottom = BottomBar()
        self._outline = Outline(self._outline_rows, self._index)
        self._outline_rail = OutlineRail()
        self._standing = Standing()
        self._standing_rail = StandingRail()
        self._indicator = IndicatorPage(self.questions, code)
        self._context = ContextPage(self.questions.context, code)
        self._trouble = SaveTrouble()
        self._stack = QStackedWidget()
        self._panes = self._put_together()
        self._connect_bars()
        self._connect_panes()
        self._connect_page()
        for page in self.questions.pages:
            self._note_words(page)
        self._show_saving()
        self.go_to(self.questions.page_of(opened.info.last_item))

    # Commands, for menus and keys.

    def go_to(self, page: str) -> None:
        """Open a page; what is being typed on the old one is stored first."""
        self._flush_page()
        page = self.questions.page_of(page)
        moved, self.page = page != self.page, page
        indicator = self.questions.indicator(page)
        if indicator is None:
            self._context.show_answers(self._context_answers(), locked=self._context_locked)
            self._stack.setCurrentWidget(self._context)
        else:
            state = page_state(self.opened, self.questions, indicator, self.editing.answer(page))
            self._indicator.show_indicator(indicator, state)
            self._stack.setCurrentWidget(self._indicator)
        self._follow()
        self._show_place()
        if moved:
            self._panes.close_over()
            self._place_due = True
            self._place_timer.start()
            self.place_changed.emit(page)

    def go_previous(self) -> None:
        """The page before."""
        self._go_by(-1)

    def go_next(self) -> None:
        """The page after."""
        self._go_by(1)

    def go_to_do(self) -> None:
        """The next unanswered indicator, from here on and round."""
        todo = [row.page for row in self._outline_rows.rows if row.mark is Mark.TODO]
        here = self.questions.place[self.page]
        later = [page for page in todo if self.questions.place[page] > here]
        if target := next(iter(later or [page for page in todo if page != self.page]), ""):
            self.go_to(target)
            self._indicator.focus_answer()
        elif not todo:
            self.review_requested.emit()

    def choose_level(self, level: int) -> None:
        """Answer with a level."""
        if self._on_indicator and not self.opened.locked:
            self._indicator.choose_level(level)

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
            self._indicator.add_evidence()

    def paste_evidence(self) -> None:
        """Take a file, link or citation from the clipboard."""
        if self._on_indicator:
            self._indicator.evidence.paste()

    def reuse_evidence(self) -> None:
        """Choose evidence of other questions."""
        if self._on_indicator:
            self._indicator.evidence.reuse()

    def toggle_guide(self) -> None:
        """Open or close the guide."""
        if self._on_indicator:
            self._indicator.toggle_guide()

    def show_languages(self, languages: Languages) -> None:
        """Show the questions in other languages; whatever the person is doing goes on.

        Nothing is stored and nothing emitted: keyboard, cursor, selection, what is being typed and
        what is in sight stay. Languages this questionnaire does not have are left out.
        """
        languages = offered(self.opened, languages)
        self._beside = languages.second or self._beside
        if languages == self.languages:
            return
        self.languages = languages
        self.questions.reword(worded(self.opened, languages))
        self._index.reword()
        self._outline.reword(self._outline_rows.reword())
        self._context.reword(self.questions.context)
        if (indicator := self.questions.indicator(self.page)) is not None:
            answer = self.editing.answer(self.page)
            state = page_state(self.opened, self.questions, indicator, answer)
            self._indicator.reword(indicator, state)
        self._followed = (None, None, None)
        self._follow()
        self._top.language.show_languages(languages, self._offers)

    def choose_language(self) -> None:
        """Open the menu of languages."""
        self._top.language.open_menu()

    def toggle_second_language(self) -> None:
        """Show the second language again, or for the first time the first there is; or no longer."""
        if self.languages.second:
            self._languages_chosen(Languages(self.languages.first))
            return
        known = [tag for tag in self.opened.languages() if tag != self.languages.first]
        if known:
            second = self._beside if self._beside in known else known[0]
            self._languages_chosen(Languages(self.languages.first, second))

    def undo(self) -> None:
        """Take the last step back and show where."""
        self._step(self.editing.undo)

    def redo(self) -> None:
        """Bring the last undone step back and show where."""
        self._step(self.editing.redo)

    def search(self) -> None:
        """Put the cursor into the search field."""
        self._panes.open_over(self._outline)
        self._outline.focus_search()

    def show_filter(self, shown: Shown) -> None:
        """Let the outline show a selection."""
        self._outline.show_filter(shown)

    def cycle_panes(self, step: int) -> None:
        """Move the keyboard to the next pane."""
        self._panes.cycle(step)

    def flush(self) -> None:
        """Store what is still being typed, and the place."""
        self._flush_page()
        self._remember_place()

    def _flush_page(self) -> None:
        if self.page:
            (self._indicator if self._on_indicator else self._context).flush()

    def show_again(self) -> None:
        """Everything may be different: handed in, withdrawn, reopened, filled from a file."""
        self._followed = (None, None, None)
        self._show_saving()
        self._followed = (None, None, None)
        self.go_to(self.page)

    def show_outline_width(self, width: int) -> None:
        """A width the person chose earlier."""
        self._panes.show_outline_width(width)

    def show_guide(self, opened: bool) -> None:
        """Open or close the guide; emits nothing."""
        self._indicator.show_guide(opened)

    @property
    def save_words(self) -> str:
        """What the save line says."""
        return self._bottom.save_line.text()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins where answering happens."""
        super().showEvent(event)
        self._indicator.focus_answer()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves comes back to the same place."""
        super().hideEvent(event)
        self._remember_place()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the eye does: bar, outline, page, bar below, where I stand."""
        page = self._indicator if self._on_indicator else self._context
        parts = [
            self._top, self._outline, self._outline_rail, *page.tab_parts(), self._trouble,
            self._bottom, self._standing, self._standing_rail,
        ]  # fmt: skip
        return move_focus(parts, forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes a rail, then goes back to the sheet."""
        if event.key() == Qt.Key.Key_Escape and not self._panes.close_over():
            self._panes.focus_sheet()
        super().keyPressEvent(event)

    # Putting together.

    def _put_together(self) -> Panes:
        self._stack.addWidget(self._indicator)
        self._stack.addWidget(self._context)
        sheet = Pane("surface")
        middle = QVBoxLayout(sheet)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self._trouble)
        middle.addWidget(self._bottom)
        panes = Panes(self._outline, self._outline_rail, sheet, self._standing, self._standing_rail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(panes, 1)
        return panes

    def _connect_bars(self) -> None:
        self._top.home_requested.connect(self.home_requested)
        self._top.undo_requested.connect(self.undo)
        self._top.redo_requested.connect(self.redo)
        self._top.review_requested.connect(self.review_requested)
        self._top.reopen_requested.connect(self.reopen_requested)
        self._top.language.chosen.connect(self._languages_chosen)
        self._top.language.menus_requested.connect(self.preferences_requested)
        self._top.language.show_languages(self.languages, self._offers)
        self._bottom.previous_requested.connect(self.go_previous)
        self._bottom.next_requested.connect(self.go_next)
        self._bottom.todo_requested.connect(self.go_to_do)
        self._bottom.save_line.help_requested.connect(self._trouble.toggle)
        self._trouble.again_requested.connect(self._save_again)
        self.editing.saved.connect(self._saved)
        self.editing.not_saved.connect(self._not_saved)
        self.editing.changed.connect(self._answer_changed)

    def _connect_panes(self) -> None:
        self._outline.page_requested.connect(self._open_from_pane)
        self._outline_rail.opened.connect(lambda: self._panes.focus_pane(self._outline))
        self._outline_rail.search_requested.connect(self.search)
        self._outline_rail.group_requested.connect(self._open_group)
        self._standing.page_requested.connect(self._open_from_pane)
        self._standing.pillar_requested.connect(self._open_group)
        self._standing.review_requested.connect(self.review_requested)
        self._standing_rail.clicked.connect(lambda: self._panes.focus_pane(self._standing))
        self._panes.outline_width_changed.connect(self.outline_width_changed)

    def _connect_page(self) -> None:
        page, editing = self._indicator, self.editing
        page.value_chosen.connect(self._value_chosen)
        page.state_toggled.connect(self.toggle_state)
        page.confidence_chosen.connect(lambda value: editing.set_confidence(self.page, value))
        page.justification_edited.connect(lambda text: editing.set_justification(self.page, text))
        page.evidence_edited.connect(lambda items: editing.set_evidence(self.page, items))
        page.fact_edited.connect(lambda field, value: editing.set_fact(self.page, field, value))
        page.comment_edited.connect(lambda check, text: editing.set_comment(self.page, check, text))
        page.use_desk(EvidenceDesk(self.opened, editing.answer, editing.change_evidence, self))
        page.flag_toggled.connect(self.toggle_flag)
        page.page_requested.connect(self.go_to)
        page.guide_toggled.connect(self.guide_toggled)
        self._context.context_edited.connect(editing.type_value)

    # Following changes.

    @property
    def _context_locked(self) -> bool:
        return self.opened.locked or self.opened.part is not None

    @property
    def _on_indicator(self) -> bool:
        return self.page != CONTEXT

    def _value_chosen(self, value: object) -> None:
        self.flush()
        indicator = self.questions.indicator(self.page)
        typed = indicator is not None and indicator.type in _TYPED
        record = self.editing.type_value if typed else self.editing.set_value
        record(self.page, value)  # type: ignore[arg-type]

    def _answer_changed(self, item: str) -> None:
        """Show a change, then what follows from it: in a very large one after it is painted."""
        self._note_words(self.questions.page_of(item))
        if self._large:
            self._refresh_page(findings=False)
            self._follow_timer.start()
        else:
            self.follow()

    def follow(self) -> None:
        """Show what follows from the answers as they are now, wherever it differs."""
        self._follow_timer.stop()
        self._refresh_page()
        self._follow()

    def _refresh_page(self, *, findings: bool = True) -> None:
        """The page that is open shows its own new state."""
        indicator = self.questions.indicator(self.page)
        if indicator is None:
            self._context.show_answers(self._context_answers(), locked=self._context_locked)
        else:
            answer = self.editing.answer(self.page)
            state = page_state(self.opened, self.questions, indicator, answer, findings=findings)
            self._indicator.show_state(state)

    def _note_words(self, page: str) -> None:
        self._index.note(page, written_on(self.questions, page, self.opened.answers))

    def _context_answers(self) -> dict[str, Answer]:
        return {field.id: self.editing.answer(field.id) for field in self.questions.context}

    def _follow(self) -> None:
        """Show what follows from the answers wherever they differ from what is shown."""
        seen = (self.opened.scores, self.opened.flags, self.opened.locked)
        if all(now is before for now, before in zip(seen, self._followed, strict=True)):
            return
        self._followed = seen
        self._outline.follow(self._outline_rows.follow())
        state = standing_state(self.opened, self.questions.instrument)
        self._standing.show_state(state)
        self._standing_rail.show_state(state)
        self._top.show_heading(self._heading())
        undo, redo = self.opened.undo_item, self.opened.redo_item
        self._top.show_undo(undo, redo)
        self.undo_changed.emit(undo, redo)
        self._outline_rail.show_groups(self._outline_rows.headings())

    def _show_place(self) -> None:
        """Mark the open page in the panes."""
        self._outline.show_current(self.page)
        pillar = self.opened.instrument.pillar_of.get(self.page)
        self._standing.show_current(pillar.id if pillar else "")
        rows = self._outline_rows
        self._outline_rail.show_current(rows.rows[rows.place(self.page)].group)
        self._show_neighbours()

    def _heading(self) -> Heading:
        info = self.opened.info
        if self.opened.locked:
            withdrawn = info.status is Status.WITHDRAWN
            words = (
                self.tr("revision {n}, withdrawn") if withdrawn else self.tr("revision {n}, handed in")
            )
            revision = words.format(n=info.revision)
        else:
            revision = self.tr("revision {n}, open").format(n=info.revision)
        title = self._title
        if self.languages.first != SOURCE:
            title = self.questions.instrument.title
        identity = f"{self.country} · {info.identity.round} · {info.identity.expert}"
        part = self.opened.part
        if part is not None:
            revision = self.tr("part for {name}").format(name=part.label)
        return Heading(
            title, identity, revision, info.sample, self.opened.locked,
            info.revision + 1, info.done, info.asked, part=part is not None,
        )  # fmt: skip

    def _show_neighbours(self) -> None:
        pages, place = self.questions.pages, self.questions.place[self.page]
        previous = self._page_name(pages[place - 1]) if place else ""
        following = self._page_name(pages[place + 1]) if place + 1 < len(pages) else ""
        self._bottom.show_neighbours(previous, following)

    def _page_name(self, page: str) -> str:
        return self.tr("Context") if page == CONTEXT else short_id(page)

    def _show_saving(self) -> None:
        info = self.opened.info
        self._bottom.show_locked(self.opened.locked)
        if self.opened.locked:
            words = self.tr("Revision {n} is handed in")
            if info.status is Status.WITHDRAWN:
                words = self.tr("Revision {n} is withdrawn")
            self._bottom.save_line.show_locked(words.format(n=info.revision))
        else:
            self._bottom.save_line.show_saved(info.updated_at)

    def _languages_chosen(self, languages: object) -> None:
        assert isinstance(languages, Languages)
        self.show_languages(languages)
        self.languages_changed.emit(self.languages)

    def _offers(self) -> list[Offer]:
        return [Offer(tag, share_translated(self.opened, tag)) for tag in self.opened.languages()]

    def _save_again(self) -> None:
        self.flush()
        self.editing.save_again()

    def _saved(self, at: object) -> None:
        self._trouble.clear()
        self._bottom.save_line.show_saved(at)  # type: ignore[arg-type]

    def _not_saved(self, error: object) -> None:
        assert isinstance(error, AppError)
        self._bottom.save_line.show_not_saved()
        self._trouble.show_sentence(error_words(error))

    # Moving.

    def _remember_place(self) -> None:
        self._place_timer.stop()
        if self._place_due:
            self._place_due = False
            item = self.questions.context[0].id if self.page == CONTEXT else self.page
            self.editing.remember_place(item)

    def _go_by(self, step: int) -> None:
        place = self.questions.place[self.page] + step
        if 0 <= place < len(self.questions.pages):
            self.go_to(self.questions.pages[place])

    def _open_from_pane(self, page: str) -> None:
        self.go_to(page)
        self._panes.close_over()

    def _open_group(self, group: str) -> None:
        """The first page of a pillar that is to do, else its first."""
        rows = [
            row
            for row in self._outline_rows.rows
            if row.group == group and (not row.heading or row.page == CONTEXT)
        ]
        todo = [row.page for row in rows if row.mark is Mark.TODO]
        if rows:
            self._open_from_pane((todo or [rows[0].page])[0])

    def _step(self, step: Callable[[], str]) -> None:
        self.flush()
        item = step()
        if item and self.questions.page_of(item) != self.page:
            self.go_to(item)
