"""One indicator: what is asked, the ladder, and everything that goes with the answer."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.evidence.desk import EvidenceDesk
from ui.evidence.list import EvidenceList
from ui.evidence.words import kind_words
from ui.icons import Icon
from ui.questionnaire.answer_area import AnswerArea
from ui.questionnaire.earlier_panel import EarlierPanel
from ui.questionnaire.facts import Facts
from ui.questionnaire.finding_notes import FindingNotes, RemarkLine
from ui.questionnaire.guide import Guide
from ui.questionnaire.kept_in_view import KeptInView
from ui.questionnaire.page_state import PageState, id_line
from ui.questionnaire.questions import Questions
from ui.questionnaire.state_row import StateRow
from ui.questionnaire.tab_order import top_down
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.grid import need_width
from ui.widgets.held import layouts_held
from ui.widgets.labels import Line, Words
from ui.widgets.textbox import TextBox
from wb6assess.model.assessment import Evidence, SpecialState
from wb6assess.model.instrument import Indicator, IndicatorType

COLUMN = 760
_FACTS = 224
_FACTS_BELOW = 560


class IndicatorPage(QScrollArea):
    """Shows one indicator and says what the expert did.

    Signals:
        value_chosen: A value, or None when taken back.
        state_toggled: A SpecialState was switched.
        confidence_chosen: A Confidence.
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
        self._make_parts()
        self.setWidget(self._build())
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._connect()

    # What it shows.

    def show_indicator(self, indicator: Indicator, state: PageState) -> None:
        """Show another indicator from its top."""
        self._bound = None
        with layouts_held(self.widget()):
            self._become(indicator, state)
            self._take_over(state)
        self.verticalScrollBar().setValue(0)

    def show_state(self, state: PageState) -> None:
        """Show the stored answer and what follows from it; emits nothing.

        Findings that are still being made stay as they were.
        """
        if state.findings is None and self._bound is not None:
            state = replace(state, findings=self._bound.findings)
        if self._bound is not None and _shape(state) == _shape(self._bound):
            self._take_over(state)
            return
        with layouts_held(self.widget()):
            self._take_over(state)

    def reword(self, indicator: Indicator, state: PageState) -> None:
        """The same indicator in other words: keyboard, cursor and what is being typed stay.

        What the person looks at stays where it is although texts above have become longer.
        """
        self._bound = None
        with KeptInView(self), layouts_held(self.widget()):
            self._say(indicator)
            self._answer.reword(indicator, state.ladder)
            self._facts.reword(indicator.fields)
            self._take_over(state)

    def _say(self, indicator: Indicator) -> None:
        self._indicator = indicator
        self._id.say(indicator.id)
        self._about.say(id_line(self._questions, indicator))
        self._title.setText(indicator.title)
        self._question.setText(indicator.question)
        self._guide.show_indicator(self._questions.instrument, indicator)

    def _become(self, indicator: Indicator, state: PageState) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and any(
            part.isAncestorOf(focused) for part in (self._facts, self._notes, self._evidence)
        ):
            # These parts go or ask for something else; the keyboard begins at the new answer.
            self._answer.ladder.setFocus()
        invented = indicator.type is IndicatorType.VIGNETTE
        self._say(indicator)
        self._answer.show_question(indicator, state.ladder)
        self._states.offer(
            not_applicable=indicator.na_allowed,
            withheld=indicator.sensitive,
            why_not="" if invented else self.tr("It applies everywhere, so there is no N/A."),
        )
        # Nobody has papers on an invented country.
        self._evidence.setVisible(not invented)
        self._guide_button.setVisible(not invented)
        self._facts.show_fields(indicator.fields, self._country)
        self._arrange_facts()

    def _take_over(self, state: PageState) -> None:
        """Show what is another than what is shown; all of it on a page that has just come."""
        was, self._bound = self._bound, state
        answer, locked = state.answer, state.locked
        anew = was is None or was.locked != locked
        self._not_asked.show_remark(state.not_asked)
        self._parked.show_remark(state.parked)
        self._answer.show_answer(answer.value, state.ladder, locked=locked)
        self._states.show_answer(answer.state, answer.confidence, locked=locked)
        self._cap.show_remark(state.cap)
        self._earlier.show_earlier(state.earlier)
        if state.findings is not None:
            self._notes.show_notes(state.findings, locked=locked)
        if was is None or anew or was.answer.justification != answer.justification:
            self._show_reasons(answer.justification, locked=locked)
        if was is None or anew or was.answer.state is not answer.state:
            self._justification_title.say(self._reason_title(answer.state))
            self._justification.setAccessibleName(self._reason_title(answer.state))
        if was is None or anew or was.answer.evidence != answer.evidence:
            self._show_evidence(answer.evidence, locked=locked)
        if was is None or anew or _facts_of(was) != _facts_of(state):
            self._facts.setVisible(bool(state.asked_fields))
            self._facts.show_values(dict(answer.fields), state.asked_fields, locked=locked)
        self._flag.setChecked(state.flagged)
        self._flag.rename(self.tr("Flagged") if state.flagged else self.tr("Flag"))

    def _show_reasons(self, justification: str, *, locked: bool) -> None:
        self._justification.show_text(justification)
        self._justification.setReadOnly(locked)
        self._count(justification)
        self._earlier.show_own(justification, locked=locked)

    def _show_evidence(self, evidence: tuple[Evidence, ...], *, locked: bool) -> None:
        indicator = self._indicator
        assert indicator is not None  # shown before
        self._evidence.show_items(
            indicator.id, evidence, self._expected(indicator), indicator.evidence, locked=locked
        )

    def show_guide(self, opened: bool) -> None:
        """Open or close the guide; emits nothing."""
        self._guide.setVisible(opened)
        self._guide_button.setChecked(opened)

    def toggle_guide(self) -> None:
        """F1."""
        self._guide_clicked(self._guide.isHidden())

    # What the window asks.

    def choose_level(self, level: int) -> None:
        """A digit key."""
        self._answer.choose_level(level)

    def add_evidence(self) -> None:
        """Open a form for new evidence, where there can be any."""
        if not self._evidence.isHidden():
            self._evidence.add()

    @property
    def evidence(self) -> EvidenceList:
        """Where evidence is pasted and used again."""
        return self._evidence

    def use_desk(self, desk: EvidenceDesk) -> None:
        """Take attached files and items of other questions from here."""
        self._evidence.use(desk)
        self._evidence.take_drops_of(self.viewport())

    def flush(self) -> None:
        """Say what is still being typed; before leaving, undoing or closing."""
        for part in (self._answer, self._justification, self._evidence, self._facts, self._notes):
            part.flush()

    def focus_answer(self) -> None:
        """Put the keyboard on the answer."""
        self._answer.focus()

    def clear_answer(self) -> None:
        """Take the chosen value back."""
        self.value_chosen.emit(None)

    # How it is made.

    def _make_parts(self) -> None:
        self._id = Line("", Style.SMALL_STRONG, "ink2")
        self._about = Line("", Style.SMALL, "ink2", stretch=True)
        self._flag = Button(self.tr("Flag"), Kind.QUIET, icon=Icon.FLAG)
        self._flag.setCheckable(True)
        self._flag.setToolTip(self.tr("Flag to come back to (F)"))
        self._guide_button = Button(self.tr("Guide"), Kind.QUIET, icon=Icon.GUIDE)
        self._guide_button.setCheckable(True)
        self._guide_button.setToolTip(self.tr("Legal anchors, evidence, how levels differ (F1)"))
        self._title = Words("", Style.TITLE)
        self._question = Words("", Style.READING, widest=580)
        self._guide = Guide()
        self._not_asked = RemarkLine()
        self._parked = RemarkLine()
        self._answer = AnswerArea()
        self._states = StateRow()
        self._cap = RemarkLine()
        self._notes = FindingNotes()
        self._earlier = EarlierPanel()
        self._justification_title = Line("", Style.SECTION)
        self._length = Line("", Style.SMALL, "ink3")
        self._justification = TextBox(4)
        self._evidence = EvidenceList()
        self._facts = Facts(self.tr("Facts"), self.tr("not scored"))
        self.show_guide(False)

    def _build(self) -> QWidget:
        sheet = QWidget()
        sheet.setObjectName("sheet")
        outer = QHBoxLayout(sheet)
        outer.setContentsMargins(px(32), px(12), px(32), px(20))
        self._outer = outer
        holder = QWidget()
        holder.setMaximumWidth(px(COLUMN))
        outer.addWidget(holder, 1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        for widget, gap in (
            (self._title, 4), (self._question, 4), (self._guide, 12), (self._not_asked, 12),
            (self._parked, 4), (self._answer, 12), (self._states, 8), (self._cap, 8), (self._notes, 8),
            (self._earlier, 8),
        ):  # fmt: skip
            column.addWidget(_Below(widget, gap))
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setContentsMargins(0, px(14), 0, 0)
        self._lower.setSpacing(px(24))
        self._lower.addLayout(self._reasons(), 1)
        facts = QVBoxLayout()
        facts.addWidget(self._facts)
        facts.addStretch(1)
        self._lower.addLayout(facts)
        column.addLayout(self._lower)
        column.addStretch(1)
        return sheet

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._id)
        row.addWidget(self._about, 1)
        row.addWidget(self._flag)
        row.addWidget(self._guide_button)
        return row

    def _reasons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.addWidget(self._justification_title)
        head.addStretch(1)
        head.addWidget(self._length)
        column.addLayout(head)
        column.addWidget(self._justification)
        column.addSpacing(px(10))
        column.addWidget(self._evidence)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self._answer.value_chosen.connect(self.value_chosen)
        self._states.state_toggled.connect(self.state_toggled)
        self._states.confidence_chosen.connect(self.confidence_chosen)
        self._justification.text_edited.connect(self.justification_edited)
        self._justification.textChanged.connect(lambda: self._count(self._justification.toPlainText()))
        self._earlier.taken_over.connect(self.justification_taken)
        self._evidence.items_edited.connect(self.evidence_edited)
        self._facts.fact_edited.connect(self.fact_edited)
        self._notes.comment_edited.connect(self.comment_edited)
        self._flag.clicked.connect(self.flag_toggled)
        self._guide_button.clicked.connect(self._guide_clicked)
        self._parked.link_activated.connect(self.parked_requested)
        for link in (self._not_asked, self._cap, self._notes):
            link.target_requested.connect(self.page_requested)

    def tab_parts(self) -> list[QWidget]:
        """What is on the page, in the order Tab goes through it."""
        return [
            self._flag, self._guide_button, self._guide, self._not_asked, self._parked,
            self._answer, self._states, self._cap, *top_down(self._notes), self._earlier,
            self._justification, *top_down(self._evidence), *self._facts.tab_parts(),
        ]  # fmt: skip

    # How it adapts.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Facts go below the evidence when the column is narrow."""
        super().resizeEvent(event)
        self._arrange_facts()

    def _arrange_facts(self) -> None:
        """Facts stand beside; below when the column is narrow or a table needs the width."""
        fields = self._indicator.fields if self._indicator else ()
        column = min(self.viewport().width() - 2 * px(32), px(COLUMN))
        below = column < px(_FACTS_BELOW) or need_width(fields)
        self._facts.setFixedWidth(px(_FACTS)) if not below else self._facts.setMaximumWidth(16777215)
        self._facts.setMinimumWidth(px(_FACTS))
        direction = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        self._lower.setDirection(direction)
        side = max(px(32), (self.viewport().width() - px(COLUMN)) // 2)
        self._outer.setContentsMargins(side, px(12), side, px(20))

    def _guide_clicked(self, opened: bool) -> None:
        self.show_guide(opened)
        self.guide_toggled.emit(opened)

    def _count(self, text: str) -> None:
        n = len(text.strip())
        words = self.tr("1 character") if n == 1 else self.tr("{n} characters")
        self._length.say(words.format(n=n) if n else "")

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


def _shape(state: PageState) -> tuple[object, ...]:
    """What decides which parts there are and how high they are."""
    answer = state.answer
    return (
        state.not_asked, state.parked, state.cap, state.findings, state.earlier, state.locked,
        state.asked_fields, answer.state, answer.evidence, answer.fields,
    )  # fmt: skip


class _Below(QWidget):
    """A part with the gap above it; both vanish together."""

    def __init__(self, part: QWidget, gap: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(gap), 0, 0)
        # Without a parent everything counts as hidden; only what was hidden on purpose stays so.
        on_purpose = part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        hidden = part.isHidden() and on_purpose
        column.addWidget(part)
        self._part = part
        part.installEventFilter(self)
        if hidden:
            # Never the other way round: showing a widget without a parent opens a window.
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the part's own visibility."""
        if watched is self._part and event.type() in {
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        }:
            self.setVisible(event.type() == QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)
