"""What follows from the answers: outline, where I stand, the bars, and the open page's own state."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from ui.error_words import error_words
from ui.questionnaire.bars import Heading
from ui.questionnaire.editing import Editing
from ui.questionnaire.outline.rows import OutlineRows
from ui.questionnaire.page.earlier import EarlierRound
from ui.questionnaire.page.page_state import Beside, PageState, page_state
from ui.questionnaire.parts import Parts
from ui.questionnaire.questions import CONTEXT, Questions, short_id
from ui.questionnaire.search_index import SearchIndex, written_on
from ui.questionnaire.standing_state import Pillars, standing_state
from ui.questionnaire.warming import Warming
from ui.questionnaire.wording import SOURCE
from wb6assess.errors import AppError, StorageError
from wb6assess.model.assessment import Status
from wb6assess.model.instrument import Indicator

_READY_MS = 100
"""After the questionnaire is on screen, and before anybody has read a question."""


class Following(QObject):
    """Shows what follows from the answers, wherever it differs from what is shown.

    Signals:
        undo_changed: What undo and redo are about changed; carries ids or None.
    """

    undo_changed = Signal(object, object)

    def __init__(
        self,
        editing: Editing,
        questions: Questions,
        rows: OutlineRows,
        index: SearchIndex,
        parts: Parts,
        names: tuple[str, str],
    ) -> None:
        """`names` are the words for the questionnaire and the country."""
        super().__init__(editing)
        self._editing, self._opened = editing, editing.opened
        self._questions, self._rows, self._index, self._parts = questions, rows, index, parts
        self._title, self._country = names
        self._returned = rows.returned
        self._earlier = EarlierRound(self._opened)
        self._pillars = Pillars()
        self._language = SOURCE
        self._page = ""
        self._seen: tuple[object, object, object] = (None, None, None)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._follow_page)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.follow_scores)
        editing.changed.connect(self._answer_changed)
        editing.saved.connect(self._saved)
        editing.not_saved.connect(self._not_saved)
        for page in questions.pages:
            self._note_words(page)
        self._warming = Warming(self._steps(), self)
        QTimer.singleShot(_READY_MS, self._warming, self._warming.start)

    # The page that is open.

    def open_page(self, page: str) -> None:
        """Show another page with its answer."""
        self._page = page
        indicator = self._questions.indicator(page)
        if indicator is None:
            self._refresh_page()
            self._parts.put_on_sheet(self._parts.context)
        else:
            self._parts.indicator.show_indicator(indicator, self._state(indicator))
            self._parts.put_on_sheet(self._parts.indicator)
        self.follow_scores()
        self._show_place()

    def reword(self, language: str) -> None:
        """The questions have other words now; `language` is the one that is read."""
        self._language = language
        self._index.reword()
        self._parts.outline.reword(self._rows.reword())
        self._parts.context.reword(self._questions.context)
        if (indicator := self._questions.indicator(self._page)) is not None:
            self._parts.indicator.reword(indicator, self._state(indicator))
        self.forget()
        self.follow_scores()

    def _refresh_page(self, *, findings: bool = True) -> None:
        """The page that is open shows its own new state."""
        indicator = self._questions.indicator(self._page)
        if indicator is None:
            answers = {field.id: self._editing.answer(field.id) for field in self._questions.context}
            self._parts.context.show_answers(answers, locked=self._context_locked)
            notes = [
                note for item, answer in answers.items() for note in self._returned.notes(item, answer)
            ]
            self._parts.context.show_queries(tuple(notes), locked=self._context_locked)
        else:
            self._parts.indicator.show_state(self._state(indicator, findings=findings))

    def _state(self, indicator: Indicator, *, findings: bool = True) -> PageState:
        answer = self._editing.answer(indicator.id)
        beside = Beside(
            self._earlier.state(self._questions.instrument, indicator.id),
            self._returned.notes(indicator.id, answer),
            self._returned.spread(indicator.id),
        )
        return page_state(
            self._opened, self._questions, indicator, answer, beside=beside, findings=findings
        )

    @property
    def _context_locked(self) -> bool:
        return self._opened.locked or self._opened.part is not None

    def _show_place(self) -> None:
        """Mark the open page in the panes."""
        parts, page = self._parts, self._page
        parts.outline.show_current(page)
        pillar = self._opened.instrument.pillar_of.get(page)
        parts.standing.show_current(pillar.id if pillar else "")
        parts.outline_rail.show_current(self._rows.rows[self._rows.place(page)].group)
        pages, place = self._questions.pages, self._questions.place[page]
        previous = self._page_name(pages[place - 1]) if place else ""
        following = self._page_name(pages[place + 1]) if place + 1 < len(pages) else ""
        parts.bottom.show_neighbours(previous, following)

    def _page_name(self, page: str) -> str:
        return self.tr("Context") if page == CONTEXT else short_id(page)

    # What follows from an answer.

    def _answer_changed(self, item: str) -> None:
        """Show a change at once, and what follows from it once it is painted.

        Scoring everything takes a good part of a frame, and the answer must not wait for it; several
        changes that come together are followed once: first on the page, then around it.
        """
        self._note_words(self._questions.page_of(item))
        self._refresh_page(findings=False)
        self._timer.start()

    def _steps(self) -> Iterator[None]:
        """What the first answer or page of its kind would have to wait for, in pieces."""
        instrument = self._opened.instrument
        _ = instrument.lookers
        yield
        _ = instrument.checks_on
        yield
        yield from self._parts.indicator.make_ready(instrument.indicators())

    def settle(self) -> None:
        """What is still to follow follows now: somebody asks for it."""
        if self._timer.isActive() or self._rest.isActive():
            self.follow()

    def follow(self) -> None:
        """Show what follows from the answers as they are now."""
        self._timer.stop()
        self._refresh_page()
        self.follow_scores()

    def _follow_page(self) -> None:
        """What checks found on the open page; what stands around it has a frame of its own."""
        self._refresh_page()
        self._rest.start()

    def forget(self) -> None:
        """Everything may be different: the next time all of it is looked at."""
        self._seen = (None, None, None)
        self._returned.refresh()

    def follow_scores(self) -> None:
        """Outline, where I stand and bars, if answers, flags or the lock are other ones."""
        self._rest.stop()
        opened, parts = self._opened, self._parts
        seen = (opened.scores, opened.flags, opened.locked)
        if all(now is before for now, before in zip(seen, self._seen, strict=True)):
            return
        self._seen = seen
        parts.outline.follow(self._rows.follow())
        shown, rows = self._questions.instrument, self._rows
        queries = self._returned.counts
        state = standing_state(
            opened, shown, pillars=self._pillars, parked=rows.n_parked, queries=queries
        )
        parts.standing.show_state(state)
        parts.standing_rail.show_state(state)
        parts.top.show_heading(self._heading())
        undo, redo = opened.undo_item, opened.redo_item
        parts.top.show_undo(undo, redo)
        self.undo_changed.emit(undo, redo)
        parts.outline_rail.show_groups(self._rows.headings())

    def _note_words(self, page: str) -> None:
        self._index.note(page, written_on(self._questions, page, self._opened.answers))

    # The bars.

    def _heading(self) -> Heading:
        info, part = self._opened.info, self._opened.part
        revision = self.tr("revision {n}, open").format(n=info.revision)
        if self._opened.locked:
            withdrawn = info.status is Status.WITHDRAWN
            words = (
                self.tr("revision {n}, withdrawn") if withdrawn else self.tr("revision {n}, handed in")
            )
            revision = words.format(n=info.revision)
        if part is not None:
            revision = self.tr("part for {name}").format(name=part.label)
        title = self._title if self._language == SOURCE else self._questions.instrument.title
        identity = f"{self._country} · {info.identity.round} · {info.identity.expert}"
        return Heading(
            title, identity, revision, info.sample, self._opened.locked,
            info.revision + 1, info.done, info.asked, part=part is not None,
        )  # fmt: skip

    def show_saving(self) -> None:
        """When it was stored last, or that nothing is being stored any more."""
        info, bottom = self._opened.info, self._parts.bottom
        bottom.show_locked(self._opened.locked)
        if self._opened.locked:
            words = self.tr("Revision {n} is handed in")
            if info.status is Status.WITHDRAWN:
                words = self.tr("Revision {n} is withdrawn")
            bottom.save_line.show_locked(words.format(n=info.revision))
        else:
            bottom.save_line.show_saved(info.updated_at)

    def _saved(self, at: object) -> None:
        self._parts.trouble.clear()
        self._parts.bottom.save_line.show_saved(at)  # type: ignore[arg-type]

    def _not_saved(self, error: object) -> None:
        assert isinstance(error, AppError)
        self._parts.bottom.save_line.show_not_saved()
        refused = not isinstance(error, StorageError)
        self._parts.trouble.show_sentence(error_words(error), refused=refused)
