"""The right side, below: what is decided, why, on which evidence; recording and taking back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.meeting.draft import Draft
from ui.meeting.parts import MeetingButton, MeetingChoice, Trouble
from ui.meeting.words import code_words, level_words, outcome_words, range_rule
from ui.theme import Style, font, line_height, px
from ui.widgets.button import Kind
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import Words
from wb6assess.model.decision import REASON_MIN, Action, ReasonCode
from wb6assess.reports.meeting.rows import AgendaItem, PillarRest

_REASON_LINES, _LOW_SCREEN = 3, 820


class DecisionPane(QWidget):
    """Shows a draft and says what is changed in it.

    Signals:
        code_chosen: Another reason code; carries it.
        reason_typed: Carries the reason.
        reference_typed: Carries the references.
        action_chosen: "confirm" or "na"; carries the `Action`.
        record_requested: Keep what is chosen, or confirm the pillar.
        undo_requested: Take back what is in force.
        postpone_requested: Leave the item for another time, or take it up again.
    """

    code_chosen = Signal(object)
    reason_typed = Signal(str)
    reference_typed = Signal(str)
    action_chosen = Signal(object)
    record_requested = Signal()
    undo_requested = Signal()
    postpone_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._head = Words("", Style.MEETING_HINT_STRONG, "ink2")
        self._codes = MeetingChoice([(code.value, code_words(code)) for code in ReasonCode])
        self._codes.setAccessibleName(self.tr("Reason code"))
        self._codes.picked.connect(lambda key: self.code_chosen.emit(ReasonCode(key)))
        self._reason = QPlainTextEdit()
        self._reason.setAccessibleName(self.tr("Reason of the meeting"))
        self._reason.setTabChangesFocus(True)
        self._reason.setFont(font(Style.MEETING_TEXT))
        self._reason.textChanged.connect(lambda: self.reason_typed.emit(self._reason.toPlainText()))
        self._reference = QLineEdit()
        self._reference.setAccessibleName(self.tr("Reference to the evidence"))
        self._reference.setFont(font(Style.MEETING_TEXT))
        self._reference.textEdited.connect(self.reference_typed)
        self._reference_label = Words(
            self.tr("Reference to the evidence (several with ;)"), Style.MEETING_HINT, "ink2"
        )
        self._rule = Words("", Style.MEETING_HINT, "ink2")
        self._trouble = Trouble()
        self._aside = Words("", Style.MEETING_HINT, "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (
            self._head,
            self._codes,
            self._reason,
            self._reference_label,
            self._reference,
            self._rule,
            self._trouble,
            self._aside,
        ):
            column.addWidget(part)
        column.addSpacing(px(4))
        self._rows = self._buttons()
        for row in self._rows:
            column.addWidget(row)

    def _buttons(self) -> tuple[FlowRow, FlowRow]:
        """Two rows, so that no button moves when words get longer or one comes."""
        self._record = MeetingButton("", Kind.PRIMARY)
        self._record.clicked.connect(self.record_requested)
        self._confirm = MeetingButton(self.tr("Confirm"))
        self._confirm.clicked.connect(lambda: self.action_chosen.emit(Action.CONFIRM))
        self._na = MeetingButton(self.tr("N/A"))
        self._na.setToolTip(self.tr("Not applicable in this country"))
        self._na.clicked.connect(lambda: self.action_chosen.emit(Action.NA))
        for button in (self._confirm, self._na):
            button.setCheckable(True)
        self._later = MeetingButton("", Kind.QUIET)
        self._later.clicked.connect(self.postpone_requested)
        self._undo = MeetingButton(self.tr("Take back"), Kind.QUIET)
        self._undo.clicked.connect(self.undo_requested)
        first = FlowRow((self._record, self._confirm), gap=8)
        return first, FlowRow((self._na, self._later, self._undo), gap=8)

    def fit(self, height: int) -> None:
        """Fewer lines to write in on a low screen."""
        lines = _REASON_LINES if height > px(_LOW_SCREEN) else _REASON_LINES - 1
        self._reason.setFixedHeight(lines * line_height(Style.MEETING_TEXT) + px(14))

    def show_draft(self, draft: Draft, item: AgendaItem, *, postponed: bool) -> None:
        """Show what is being decided on an item."""
        self._show_texts(draft)
        wants_reference = draft.needs_reference(item)
        self._reference_label.setVisible(wants_reference)
        self._reference.setVisible(wants_reference)
        self._say(self._rule, range_rule(item))
        self._rule.setVisible(True)
        self._say(self._head, self._heading(draft, item))
        self._record.rename(self._verb(draft, item))
        self._record.setEnabled(draft.action is not None or item.settled)
        confirm = self.tr("Confirm {level}").format(level=_experts_level(item))
        self._confirm.rename(confirm if item.score is not None else self.tr("Confirm"))
        self._confirm.setEnabled(item.score is not None)
        self._confirm.setChecked(draft.action is Action.CONFIRM)
        self._na.setVisible(True)
        self._confirm.setVisible(True)
        self._na.setChecked(draft.action is Action.NA)
        self._later.setVisible(True)
        self._later.rename(self.tr("Take up again") if postponed else self.tr("Postpone"))
        self._undo.setVisible(item.standing is not None)
        self._rearrange()

    def show_rest(self, rest: PillarRest, draft: Draft, *, confirmed: bool) -> None:
        """Show what a pillar's confirmation needs."""
        self._show_texts(draft)
        for part in (
            self._reference_label,
            self._reference,
            self._rule,
            self._confirm,
            self._na,
            self._later,
            self._undo,
        ):
            part.setVisible(False)
        heading = self.tr("Confirmed") if confirmed else self.tr("Confirm the pillar, reason")
        self._say(self._head, heading)
        self._record.rename(self.tr("Confirm all {n}").format(n=len(rest.lines)))
        self._record.setEnabled(not confirmed)
        self._rearrange()

    def _rearrange(self) -> None:
        for row in self._rows:
            row.rearrange()

    def show_aside(self, words: str) -> None:
        """Who is here, and that earlier values stay."""
        self._say(self._aside, words)

    def complain(self, sentence: str) -> None:
        """Why nothing was recorded; "" for nothing to say."""
        self._trouble.say(sentence)

    def focus_reason(self) -> None:
        """Begin to write the reason."""
        self._reason.setFocus()

    def focus_reference(self) -> None:
        """Begin to write the reference, where one is wanted."""
        self._reference.setVisible(True)
        self._reference_label.setVisible(True)
        self._reference.setFocus()

    def typing(self) -> bool:
        """Whether a text field has the focus, so that letters are words."""
        return self._reason.hasFocus() or self._reference.hasFocus()

    def _show_texts(self, draft: Draft) -> None:
        self._codes.show_key(draft.code.value)
        if self._reason.toPlainText() != draft.reason:
            self._reason.blockSignals(True)
            self._reason.setPlainText(draft.reason)
            self._reason.moveCursor(QTextCursor.MoveOperation.End)  # where one goes on writing
            self._reason.blockSignals(False)
        if self._reference.text() != draft.reference:
            self._reference.setText(draft.reference)

    def _heading(self, draft: Draft, item: AgendaItem) -> str:
        missing = draft.letters_missing
        if draft.action is None and item.settled:
            return self.tr("Recorded. To change it, choose again and give the reason")
        if draft.action is None:
            return self.tr("Choose a level, confirm or N/A; then give the reason")
        what = outcome_words(draft.action, self._level(draft, item))
        if missing:
            return self.tr("{what}: reason, {n} of {least} characters").format(
                what=what, n=REASON_MIN - missing, least=REASON_MIN
            )
        return self.tr("{what}: reason").format(what=what)

    def _verb(self, draft: Draft, item: AgendaItem) -> str:
        match draft.action:
            case Action.SET:
                level = level_words(draft.level or 0.0)
                return self.tr("Record level {level}").format(level=level)
            case Action.CONFIRM:
                return self.tr("Record {level}").format(level=_experts_level(item))
            case Action.NA:
                return self.tr("Record N/A")
            case _:
                return self.tr("Next item") if item.settled else self.tr("Record")

    def _level(self, draft: Draft, item: AgendaItem) -> float | None:
        if draft.action is Action.CONFIRM:
            return None if item.score is None else round(item.score / 20, 2)
        return draft.level

    def _say(self, label: Words, words: str) -> None:
        label.setText(words)
        label.setAccessibleName(words)


def _experts_level(item: AgendaItem) -> str:
    return "" if item.score is None else level_words(item.score / 20)
