"""One indicator: what is asked, the ladder, and everything that goes with the answer."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.evidence.desk import EvidenceDesk
from ui.evidence.list import EvidenceList
from ui.evidence.words import kind_words
from ui.questionnaire.page.facts import HalfTyped
from ui.questionnaire.page.indicator_sheet import IndicatorSheet
from ui.questionnaire.page.kept_in_view import KeptInView
from ui.questionnaire.page.page_state import PageState, id_line
from ui.questionnaire.page.remark import Note
from ui.questionnaire.questions import Questions
from ui.widgets.announce import announce
from ui.widgets.held import Layouts
from ui.widgets.quiet_bar import QuietBar
from ui.widgets.scrolled import Scrolled
from wb6assess.model.assessment import Evidence, SpecialState
from wb6assess.model.instrument import Indicator
from wb6assess.model.vocabulary import IndicatorType


class IndicatorPage(Scrolled):
    """Shows one indicator and says what the expert did.

    Signals:
        value_chosen: A value, or None when taken back.
        state_toggled: A SpecialState was switched.
        confidence_chosen: A Confidence, or None when taken back.
        justification_edited: A text.
        justification_taken: The earlier round's, to stand with what is there.
        evidence_edited: A tuple of Evidence.
        fact_edited: Field id and value.
        comment_edited: Check id and text.
        flag_toggled: The expert marks or unmarks the indicator.
        guide_toggled: Whether the guide is open now.
        page_requested: Another indicator's id.
        parked_requested: The expert wants the list of what is kept aside.
    """

    value_chosen = Signal(object)
    state_toggled = Signal(object)
    confidence_chosen = Signal(object)
    justification_edited = Signal(str)
    justification_taken = Signal(str)
    evidence_edited = Signal(object)
    fact_edited = Signal(str, object)
    comment_edited = Signal(str, str)
    flag_toggled = Signal()
    guide_toggled = Signal(bool)
    page_requested = Signal(str)
    parked_requested = Signal()

    def __init__(self, questions: Questions, country: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions, self._country = questions, country
        self._indicator: Indicator | None = None
        self._bound: PageState | None = None
        self._sheet = IndicatorSheet()
        self._layouts = Layouts(self._sheet)
        self.show_sheet(self._sheet)
        self.setVerticalScrollBar(QuietBar())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._connect()

    # What it shows.

    def show_indicator(self, indicator: Indicator, state: PageState) -> None:
        """Show another indicator from its top."""
        self._bound = None
        with self._layouts.held():
            self._become(indicator, state)
            self._take_over(state)
        self.verticalScrollBar().setValue(0)

    def show_state(self, state: PageState) -> None:
        """Show the stored answer and what follows from it; emits nothing.

        Findings that are still being made stay as they were, with the comment that is being typed.
        """
        made = state.findings is not None
        if not made and self._bound is not None:
            state = replace(state, findings=self._bound.findings)
        was = self._bound
        if was is not None and _shape(state) == _shape(was):
            self._take_over(state, notes=made)
            return
        # Most answers change what checks find and nothing else that has a height.
        only_notes = was is not None and _shape(state) == _shape(replace(was, findings=state.findings))
        with self._layouts.held(self._sheet.notes if only_notes else None):
            self._take_over(state, notes=made)

    def reword(self, indicator: Indicator, state: PageState) -> None:
        """The same indicator in other words: keyboard, cursor and what is being typed stay.

        What the person looks at stays where it is although texts above have become longer.
        """
        self._bound = None
        with KeptInView(self), self._layouts.held():
            self._say(indicator)
            self._sheet.answer.reword(indicator, state.ladder)
            self._sheet.facts.reword(indicator.fields)
            self._take_over(state)

    def _say(self, indicator: Indicator) -> None:
        sheet = self._sheet
        self._indicator = indicator
        sheet.id.say(indicator.id)
        sheet.about.say(id_line(self._questions, indicator))
        sheet.title.setText(indicator.title)
        sheet.question.setText(indicator.question)
        sheet.guide.show_indicator(self._questions.instrument, indicator)

    def _become(self, indicator: Indicator, state: PageState) -> None:
        sheet = self._sheet
        focused = QApplication.focusWidget()
        if focused is not None and any(
            part.isAncestorOf(focused)
            for part in (sheet.facts, sheet.notes, sheet.queries, sheet.evidence)
        ):
            # These parts go or ask for something else; the keyboard begins at the new answer.
            sheet.answer.ladder.setFocus()
        invented = indicator.type is IndicatorType.VIGNETTE
        sheet.justification.forget_steps()
        self._say(indicator)
        sheet.answer.show_question(indicator, state.ladder)
        sheet.states.offer(
            not_applicable=indicator.na_allowed,
            withheld=indicator.sensitive,
            why_not="" if invented else self.tr("It applies everywhere, so there is no N/A."),
        )
        # Nobody has papers on an invented country.
        sheet.evidence.setVisible(not invented)
        sheet.guide_button.setVisible(not invented)
        sheet.facts.show_fields(indicator.fields, self._country)
        self._adapt()

    def _take_over(self, state: PageState, *, notes: bool = True) -> None:
        """Show what is another than what is shown; all of it on a page that has just come.

        `notes` are left alone where they are those of the answer before.
        """
        sheet = self._sheet
        was, self._bound = self._bound, state
        answer, locked = state.answer, state.locked
        anew = was is None or was.locked != locked
        sheet.not_asked.show_remark(state.not_asked)
        sheet.parked.show_remark(state.parked)
        sheet.answer.show_answer(answer.value, state.ladder, locked=locked)
        sheet.states.show_answer(answer.state, answer.confidence, locked=locked)
        sheet.cap.show_remark(state.cap)
        if was is not None and state.cap is not None and was.cap != state.cap:
            announce(sheet.cap, state.cap.text)
        sheet.earlier.show_earlier(state.earlier)
        sheet.queries.show_notes(state.queries, locked=locked)
        sheet.spread.show_spread(state.spread, on_ladder=bool(state.ladder.crowd))
        if state.findings is not None and notes:
            sheet.notes.show_notes(state.findings, locked=locked)
        if was is None or anew or was.answer.justification != answer.justification:
            self._show_reasons(answer.justification, locked=locked)
        if was is None or anew or was.answer.state is not answer.state:
            sheet.justification_title.say(self._reason_title(answer.state))
            sheet.justification.setAccessibleName(self._reason_title(answer.state))
        if was is None or anew or was.answer.evidence != answer.evidence:
            self._show_evidence(answer.evidence, locked=locked)
        if was is None or anew or _facts_of(was) != _facts_of(state):
            sheet.facts.setVisible(bool(state.asked_fields))
            sheet.facts.show_values(dict(answer.fields), state.asked_fields, locked=locked)
        sheet.flag.setChecked(state.flagged)
        sheet.flag.rename(self.tr("Flagged") if state.flagged else self.tr("Flag"))

    def _show_reasons(self, justification: str, *, locked: bool) -> None:
        sheet = self._sheet
        sheet.justification.show_text(justification)
        sheet.justification.setReadOnly(locked)
        self._count(justification)
        sheet.earlier.show_own(justification, locked=locked)

    def _show_evidence(self, evidence: tuple[Evidence, ...], *, locked: bool) -> None:
        indicator = self._indicator
        assert indicator is not None  # shown before
        expected, invented = self._expected(indicator), indicator.type is IndicatorType.VIGNETTE
        self._sheet.evidence.show_items(
            indicator.id, evidence, expected, indicator.evidence, locked=locked or invented
        )

    def show_guide(self, opened: bool) -> None:
        """Open or close the guide; emits nothing."""
        self._sheet.guide.setVisible(opened)
        self._sheet.guide_button.setChecked(opened)

    def toggle_guide(self) -> None:
        """F1."""
        self._guide_clicked(self._sheet.guide.isHidden())

    def make_ready(self, indicators: Iterable[Indicator]) -> Iterator[None]:
        """Make what their pages need and is not there yet, one part after another."""
        sheet = self._sheet
        yield from sheet.notes.make_ready()
        for indicator in indicators:
            yield from sheet.answer.make_ready(indicator)
            yield from sheet.facts.make_ready(indicator.fields)

    # What the window asks.

    def choose_level(self, level: int) -> None:
        """A digit key."""
        self._sheet.answer.choose_level(level)

    def add_evidence(self) -> None:
        """Open a form for new evidence, where there can be any."""
        self._sheet.evidence.add()

    @property
    def evidence(self) -> EvidenceList:
        """Where evidence is pasted and used again."""
        return self._sheet.evidence

    def use_desk(self, desk: EvidenceDesk) -> None:
        """Take attached files and items of other questions from here."""
        self._sheet.evidence.use(desk)
        self._sheet.evidence.take_drops_of(self.viewport())

    def flush(self) -> None:
        """Say what is still being typed; before leaving, undoing or closing."""
        for part in (
            self._sheet.answer,
            self._sheet.justification,
            self._sheet.evidence,
            self._sheet.facts,
            self._sheet.notes,
            self._sheet.queries,
        ):
            part.flush()

    def half_typed(self) -> HalfTyped:
        """What stands here and is no answer yet, such as half a date."""
        own = {("", key): text for key, text in self._sheet.answer.half_typed().items()}
        return {**own, **self._sheet.facts.half_typed()}

    def type_again(self, texts: HalfTyped) -> None:
        """Put back what was half typed; emits nothing."""
        if own := {key: text for (field, key), text in texts.items() if not field}:
            self._sheet.answer.type_again(own)
        self._sheet.facts.type_again(texts)

    def focus_answer(self) -> None:
        """Put the keyboard on the answer."""
        self._sheet.answer.focus()

    def clear_answer(self) -> None:
        """Take the chosen value back."""
        self.value_chosen.emit(None)

    # How it is connected.

    def _connect(self) -> None:
        sheet = self._sheet
        sheet.answer.value_chosen.connect(self.value_chosen)
        sheet.states.state_toggled.connect(self.state_toggled)
        sheet.states.confidence_chosen.connect(self.confidence_chosen)
        sheet.justification.text_edited.connect(self.justification_edited)
        sheet.justification.textChanged.connect(lambda: self._count(sheet.justification.toPlainText()))
        sheet.earlier.taken_over.connect(self.justification_taken)
        sheet.evidence.items_edited.connect(self.evidence_edited)
        sheet.facts.fact_edited.connect(self.fact_edited)
        sheet.notes.comment_edited.connect(self.comment_edited)
        sheet.queries.comment_edited.connect(self.comment_edited)
        sheet.flag.clicked.connect(self.flag_toggled)
        sheet.guide_button.clicked.connect(self._guide_clicked)
        sheet.parked.link_activated.connect(self.parked_requested)
        for link in (sheet.not_asked, sheet.cap, sheet.notes):
            link.target_requested.connect(self.page_requested)

    def tab_parts(self) -> list[QWidget]:
        """What is on the page, in the order Tab goes through it."""
        return self._sheet.tab_parts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Facts go below the evidence when the column is narrow."""
        super().resizeEvent(event)
        self._adapt()

    def _adapt(self) -> None:
        fields = self._indicator.fields if self._indicator else ()
        self._sheet.adapt(self.viewport().width(), fields)

    def _guide_clicked(self, opened: bool) -> None:
        self.show_guide(opened)
        self.guide_toggled.emit(opened)

    def _count(self, text: str) -> None:
        n = len(text.strip())
        words = self.tr("1 character") if n == 1 else self.tr("{n} characters")
        self._sheet.length.say(words.format(n=n) if n else "")

    def _reason_title(self, state: SpecialState | None) -> str:
        match state:
            case SpecialState.NOT_APPLICABLE:
                return self.tr("Why it does not apply, in 20 characters or more")
            case SpecialState.DONT_KNOW:
                return self.tr("What keeps you from knowing")
            case SpecialState.WITHHELD:
                return self.tr("Why it is withheld")
            case None:
                return self.tr("Justification")

    def _expected(self, indicator: Indicator) -> str:
        kinds = [kind_words(kind).lower() for kind in indicator.evidence]
        if not kinds:
            return self.tr("No evidence yet.")
        return self.tr("No evidence yet. Here counts: {kinds}.").format(kinds=", ".join(kinds))


def _facts_of(state: PageState) -> tuple[object, object]:
    return state.answer.fields, state.asked_fields


def _texts(notes: tuple[Note, ...]) -> tuple[str, ...]:
    return tuple(note.remark.text for note in notes)


def _shape(state: PageState) -> tuple[object, ...]:
    """What decides which parts there are and how high they are."""
    answer = state.answer
    return (
        state.not_asked, state.parked, state.cap, state.findings, state.earlier, state.spread,
        _texts(state.queries), state.locked, state.asked_fields, answer.state, answer.evidence,
        answer.fields,
    )  # fmt: skip
