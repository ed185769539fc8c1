"""The validation meeting on a full screen, one indicator at a time.

The desk stays where it is: this window may stand on another screen. Nothing in it names an expert.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QScreen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.error_words import error_words
from ui.meeting.agenda_list import AgendaLine, AgendaList
from ui.meeting.bar import MeetingBar, Stage
from ui.meeting.decision_pane import DecisionPane
from ui.meeting.draft import Draft
from ui.meeting.parts import Scroller
from ui.meeting.question_pane import QuestionPane
from ui.meeting.said_pane import SaidPane
from ui.meeting.state import Entry, MeetingState
from ui.meeting.words import level_words
from ui.rooms import MEETING_SCREEN
from ui.theme import px
from ui.widgets.ground import Pane, Rule
from wb6assess.errors import AppError
from wb6assess.model.decision import REASON_MIN, Action, ReasonCode
from wb6assess.model.meeting import Meeting
from wb6assess.reports.meeting.rows import AgendaItem

_LEVELS = {getattr(Qt.Key, f"Key_{digit}"): float(digit) for digit in range(6)}
_HALF = {Qt.Key.Key_H, Qt.Key.Key_Period, Qt.Key.Key_Comma}
_TURN = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_SCROLL = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_NARROW = 1200
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class MeetingWindow(QWidget):
    """Shows the agenda's entries and takes decisions by keyboard or mouse.

    Signals:
        left: The meeting's screen was left.
    """

    left = Signal()

    def __init__(self, state: MeetingState, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(MEETING_SCREEN)
        self.setWindowTitle(state.meeting.title or self.tr("Validation meeting"))
        self._state = state
        state.setParent(self)
        self._reason_next = False
        self._bar = MeetingBar(sample=state.agenda.sample)
        self._question = QuestionPane()
        self._said = SaidPane()
        self._decision = DecisionPane()
        self._agenda = AgendaList(self)
        self._lay_out()
        self._listen()
        self._shortcuts()
        self._show_entry()

    def open_on(self, screen: QScreen | None) -> None:
        """Fill a screen; without one, the one this window is on."""
        if screen is not None:
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
        self.showFullScreen()

    def follow(self, meeting: Meeting) -> None:
        """Who is here was changed on the desk; what is being written stays."""
        self._state.follow(meeting)

    def _lay_out(self) -> None:
        side = QWidget()
        self._side = QVBoxLayout(side)
        self._side.setSpacing(px(12))
        self._side.addWidget(self._said, 1)
        self._side.addWidget(Rule())
        self._side.addWidget(self._decision)
        self._ground = Pane("chrome", "l")
        ground = QVBoxLayout(self._ground)
        ground.setContentsMargins(1, 0, 0, 0)
        ground.addWidget(Scroller(side))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._question, 1)
        row.addWidget(self._ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addLayout(row, 1)

    def _listen(self) -> None:
        state = self._state
        state.moved.connect(self._show_entry)
        state.edited.connect(self._show_draft)
        state.changed.connect(self._show_content)
        state.refused.connect(self._refused)
        state.failed.connect(self._failed)
        self._bar.leave_requested.connect(self.close)
        self._bar.agenda_requested.connect(self._open_agenda)
        self._agenda.closed.connect(self._close_agenda)
        self._agenda.entry_chosen.connect(self._go_to)
        self._question.level_chosen.connect(self._choose_level)
        pane = self._decision
        pane.code_chosen.connect(self._choose_code)
        pane.action_chosen.connect(self._choose)
        pane.record_requested.connect(self._record)
        pane.undo_requested.connect(self._take_back)
        pane.postpone_requested.connect(state.postpone)
        pane.reason_typed.connect(lambda text: self._edit(replace(state.draft, reason=text)))
        pane.reference_typed.connect(lambda text: self._edit(replace(state.draft, reference=text)))

    def _shortcuts(self) -> None:
        """Those that work inside the text fields, too."""
        for place, code in enumerate(ReasonCode, start=1):
            keys = QShortcut(QKeySequence(f"Alt+{place}"), self)
            keys.activated.connect(lambda code=code: self._choose_code(code))
        for keys_of, do in (("Ctrl+Return", self._record), ("Ctrl+Z", self._take_back)):
            QShortcut(QKeySequence(keys_of), self).activated.connect(do)

    # Showing.

    def _show_entry(self) -> None:
        entry = self._state.current
        self._bar.watch.go(self._state.place)
        country, title = entry.country_name, entry.instrument_title
        known = self.tr("Round {round}").format(round=self._state.agenda.round_title)
        self._bar.show_where((country, title, known))
        self._question.to_top()
        self._decision.complain("")
        self._show_content()
        self._question.scale.setFocus()

    def _show_content(self) -> None:
        """The entry as it stands now."""
        state, entry = self._state, self._state.current
        self._show_progress()
        if isinstance(entry, AgendaItem):
            self._question.show_item(entry)
            self._said.show_item(entry)
        else:
            self._question.show_rest(entry, confirmed=state.settled(entry))
            self._said.show_rest(entry)
        self._decision.show_aside(self._aside(entry))
        self._show_draft()

    def _show_progress(self) -> None:
        """Items count by themselves, pillars to confirm after them by themselves."""
        state = self._state
        items = len(state.items)
        if state.item is not None:
            first, last, words = 0, items, self.tr("{n} of {all}")
        else:
            first, last, words = items, state.count, self.tr("Pillar {n} of {all}")
        place = state.place - first
        stages = [self._stage(state.entry(number)) for number in range(first, last)]
        self._bar.show_progress(words.format(n=place + 1, all=len(stages)), stages, place)

    def _show_draft(self) -> None:
        """What is being decided."""
        state, entry, draft = self._state, self._state.current, self._state.draft
        if isinstance(entry, AgendaItem):
            self._question.show_draft(draft, entry)
            self._decision.show_draft(draft, entry, postponed=state.postponed(entry))
        else:
            self._decision.show_rest(entry, draft, confirmed=state.settled(entry))

    def _aside(self, entry: Entry) -> str:
        meeting = self._state.meeting
        here = len(meeting.present)
        if meeting.invited:
            words = self.tr("Present: {n} of {all}").format(n=here, all=meeting.invited)
        else:
            words = self.tr("Present: {n}").format(n=here)
        if isinstance(entry, AgendaItem) and entry.score is not None:
            level = level_words(entry.score / 20)
            stays = self.tr("the experts' {level} stays readable").format(level=level)
            return f"{words}  ·  {stays}"
        return words

    def _stage(self, entry: Entry) -> Stage:
        if self._state.settled(entry):
            return Stage.DONE
        return Stage.LATER if self._state.postponed(entry) else Stage.OPEN

    def _line(self, entry: Entry) -> AgendaLine:
        stage = self._stage(entry)
        words = {
            Stage.OPEN: self.tr("open"),
            Stage.DONE: self.tr("settled"),
            Stage.LATER: self.tr("postponed"),
        }[stage]
        if isinstance(entry, AgendaItem):
            title, name = entry.title, entry.indicator
        else:
            title, name = self.tr("Confirm: {pillar}").format(pillar=entry.pillar_title), entry.pillar
        aside = f"{name}  ·  {entry.country_name}  ·  {words}"
        return AgendaLine(title, aside, stage, f"{title}, {aside}")

    # Doing.

    def _edit(self, draft: Draft) -> None:
        self._decision.complain("")
        self._state.edit(draft)

    def _choose_level(self, level: float) -> None:
        if self._state.item is not None:
            self._edit(self._state.draft.at(level))

    def _choose(self, action: Action) -> None:
        if self._state.item is not None:
            self._edit(self._state.draft.choosing(action))

    def _choose_code(self, code: ReasonCode) -> None:
        self._edit(replace(self._state.draft, code=code))

    def _record(self) -> None:
        state = self._state
        if state.item is None:
            kept = state.confirm_pillar(state.draft.code, state.draft.reason)
        elif state.draft.action is None and state.settled(state.item):
            state.go(state.place + 1)
            return
        elif state.draft.action is None:
            self._refused(self.tr("Choose a level, confirm or N/A first."))
            return
        else:
            kept = state.record()
        if kept:
            self._decision.complain("")
            self._question.scale.setFocus()

    def _take_back(self) -> None:
        item, reason = self._state.item, self._state.draft.reason.strip()
        # The words of the record itself stay in the field; they say why it was made.
        known = item.standing.reason if item is not None and item.standing is not None else ""
        if len(reason) < REASON_MIN or reason == known:
            reason = self.tr("Taken back during the same meeting.")
        self._state.take_back(reason)

    def _refused(self, sentence: str) -> None:
        self._decision.complain(sentence)
        if self._state.draft.letters_missing:
            self._decision.focus_reason()

    def _failed(self, error: AppError) -> None:
        self._decision.complain(error_words(error))

    def _open_agenda(self) -> None:
        state = self._state
        self._agenda.open_at([self._line(state.entry(n)) for n in range(state.count)], state.place)

    def _close_agenda(self) -> None:
        self._agenda.setVisible(False)
        self._question.scale.setFocus()

    def _go_to(self, place: int) -> None:
        self._close_agenda()
        self._state.go(place)

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits reach this only while no text field has the focus."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key is Qt.Key.Key_Escape:
            self._escape()
        elif plain and not self._decision.typing() and self._pressed(key):
            return
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        """Out of a field, then out of the meeting."""
        if self._decision.typing():
            self._question.scale.setFocus()
        else:
            self.close()

    def _pressed(self, key: Qt.Key) -> bool:
        """Do what a key stands for; whether it stands for something."""
        awaited, self._reason_next = self._reason_next, False
        if awaited and key in _LEVELS and 1 <= _LEVELS[key] <= len(ReasonCode):
            self._choose_code(list(ReasonCode)[int(_LEVELS[key]) - 1])
        elif key in _LEVELS:
            self._choose_level(_LEVELS[key])
        elif key in _HALF:
            self._edit(self._state.draft.half())
        elif key in _TURN:
            self._state.go(self._state.place + _TURN[key])
        elif key in _SCROLL:
            self._said.turn(_SCROLL[key])
            self._question.turn(_SCROLL[key])
        elif key in _ENTER:
            self._record()
        elif key is Qt.Key.Key_R:
            self._reason_next = True
        else:
            return self._commanded(key)
        return True

    def _commanded(self, key: Qt.Key) -> bool:
        commands = {
            Qt.Key.Key_C: lambda: self._choose(Action.CONFIRM),
            Qt.Key.Key_N: lambda: self._choose(Action.NA),
            Qt.Key.Key_P: self._state.postpone,
            Qt.Key.Key_U: self._take_back,
            Qt.Key.Key_W: self._decision.focus_reason,
            Qt.Key.Key_E: self._decision.focus_reference,
            Qt.Key.Key_T: self._bar.watch.switch,
            Qt.Key.Key_A: self._open_agenda,
        }
        if key not in commands:
            return False
        commands[key]()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A third of the width for what was said, on a projector as on a laptop."""
        super().resizeEvent(event)
        self._ground.setFixedWidth(min(max(round(0.345 * self.width()), px(340)), px(560)))
        air = px(32) if self.width() > px(_NARROW) else px(18)
        self._side.setContentsMargins(air, px(20), air, px(16))
        self._decision.fit(self.height())
        if self._agenda.isVisible():
            self._agenda.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was typed a moment ago is kept; everything else is already."""
        self._state.keep()
        super().closeEvent(event)
        self.left.emit()
