"""The meeting's room on the desk: prepare it, hold it on a screen, write its papers."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from ui.desk.choices import Choices, WideBox, offer
from ui.desk.room import DeskRoom, flow
from ui.desk.state import DeskState
from ui.files.folders import output_folder
from ui.files.meeting_papers import Order, Papers
from ui.meeting.agenda_table import AgendaTable
from ui.meeting.form import MOST, MeetingForm, Tick, Ticks
from ui.meeting.opening import Opening
from ui.meeting.screens import ScreenBox
from ui.meeting.state import MeetingState
from ui.meeting.window import MeetingWindow
from ui.meeting.words import room_title
from ui.meeting.writing import PaperWriting
from ui.preferences import Preferences
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.labels import Words
from ui.widgets.page_head import PageHead
from wb6assess.errors import AppError
from wb6assess.model.meeting import Meeting, Place
from wb6assess.reports.meeting.agenda import Selection, selected, titled
from wb6assess.reports.meeting.rows import Agenda, AgendaItem
from wb6assess.session.meeting import Sitting, places

_NEW = "new"


class MeetingRoom(DeskRoom):
    """One meeting at a time; what is prepared is kept as it changes."""

    analysis = True

    def __init__(
        self, state: DeskState, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        self._start = Button("", Kind.PRIMARY)
        super().__init__(state, room_title(), buttons=(self._start,), tables=False, parent=parent)
        self._preferences = preferences
        self._window: MeetingWindow | None = None
        self._meeting = Meeting("M1", "")
        self._saved: Meeting | None = None
        self._wished: tuple[Place, ...] = ()
        self._looked: tuple[object, ...] = ()
        self._proposed: tuple[AgendaItem, ...] = ()
        self._make_parts()
        self._put_together()

    def _make_parts(self) -> None:
        self._start.rename(self.tr("Start on screen"))
        self._start.clicked.connect(self.start)
        self.choices = Choices(self.state, self)
        self._which = WideBox(self.tr("Meeting"), 140, 300)
        self._which.picked.connect(self._choose_meeting)
        self._screen = ScreenBox()
        self.form = MeetingForm()
        self.form.edited.connect(self._keep)
        self._countries = Ticks(self.tr("Countries"))
        self._instruments = Ticks(self.tr("Instruments"))
        self._everything = Tick(self.tr("Indicators the experts agree on, too"))
        for part in (self._countries.changed, self._instruments.changed, self._everything.clicked):
            part.connect(self._propose)
        self.agenda = AgendaTable()
        self.agenda.changed.connect(self._follow)
        self.agenda.changed.connect(self._keep)
        self._count = Words("", Style.SMALL, "ink2")
        self._count.setMinimumHeight(px(30))  # beside buttons
        self._count.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._opening = Opening(self.state, self)
        self._opening.opened.connect(self._show_meeting)
        self._opening.failed.connect(self._show_trouble)
        self._opening.busy_changed.connect(self._follow)
        self.papers = PaperWriting(self.state.tasks, self._preferences, self._order)
        self.papers.failed.connect(self._show_trouble)

    def _put_together(self) -> None:
        body = self.body
        body.addWidget(flow(self._which, self.choices.round, self._screen))
        body.addWidget(self._opening.line)
        body.addWidget(self.form)
        ticks = QHBoxLayout()
        ticks.setSpacing(px(24))
        ticks.addWidget(self._countries, 1)
        ticks.addWidget(self._instruments, 1)
        body.addLayout(ticks)
        up, down = (
            Button(self.tr("Move up"), Kind.QUIET),
            Button(self.tr("Move down"), Kind.QUIET),
        )
        up.setToolTip(self.tr("Move up (Alt+↑)"))
        down.setToolTip(self.tr("Move down (Alt+↓)"))
        up.clicked.connect(lambda: self.agenda.shift(-1))
        down.clicked.connect(lambda: self.agenda.shift(1))
        body.addWidget(PageHead((self._count,), (self._everything, up, down)))
        body.addWidget(self.agenda, 1)
        body.addWidget(self.papers)

    # Showing.

    def show_state(self) -> None:
        """Offer the meetings of the round, and the agenda of what is ticked."""
        self.choices.show_state()
        state, result = self.state, self.state.result
        assert result is not None  # shown only with one
        countries = {item.code: state.country_name(item.code) for item in result.framework.countries}
        self._countries.offer(countries)
        self._instruments.offer({key: state.shown(key).title for key in result.instruments})
        if self._meeting.round != result.round:
            self._begin_with(self._newest(result.round))
        self._offer_meetings(result.round)
        self._wished = state.workspace.inbox.wishes.open(result.round)
        if self._looked != (result, state.language, self._wished):
            self._looked = (result, state.language, self._wished)
            self._propose()

    def subtitle(self) -> str:
        """Which round."""
        return self.tr("Round {round}").format(round=self.state.round)

    def note_words(self) -> Sequence[str]:
        """No band stands here."""
        return self.status_note()

    def waiting_words(self) -> str:
        """What is worth a meeting's time is found with the rest of the analysis."""
        return self.tr("What is worth a meeting's time is being worked out…")

    def _newest(self, round_id: str) -> Meeting:
        """The meeting saved last, or a new one."""
        known = self.state.workspace.inbox.meetings(round_id)
        return known[-1] if known else self._new(round_id)

    def _new(self, round_id: str) -> Meeting:
        inbox = self.state.workspace.inbox
        taken = {meeting.id for meeting in inbox.meetings(round_id)}
        taken |= {record.meeting for record in inbox.decisions() if record.round == round_id}
        number = next(n for n in range(1, len(taken) + 2) if f"M{n}" not in taken)
        title = self.tr("Validation meeting M{n}").format(n=number)
        return Meeting(f"M{number}", round_id, title)

    def _offer_meetings(self, round_id: str) -> None:
        known = self.state.workspace.inbox.meetings(round_id)
        names = [(m.id, f"{m.id}  {m.title}") for m in known]
        here = self._meeting
        if here.id not in {m.id for m in known}:
            names.append((here.id, f"{here.id}  {here.title}"))
        offer(self._which, [*names, (_NEW, self.tr("New meeting"))], here.id)

    def _choose_meeting(self, key: str) -> None:
        self.save()
        round_id = self._meeting.round
        if key == _NEW:
            self._begin_with(self._new(round_id))
        else:
            known = {m.id: m for m in self.state.workspace.inbox.meetings(round_id)}
            self._begin_with(known.get(key, self._meeting))
        self._offer_meetings(round_id)
        self._propose()

    def _begin_with(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._saved = meeting if meeting.agenda else None
        self.form.show_meeting(meeting)
        self.form.lock_name(self._saved is not None)

    def _propose(self) -> None:
        """List what is saved or was added first, then what else is worth a meeting's time."""
        result = self.state.result
        if result is None or not self.state.ready:
            return
        shown = {key: self.state.shown(key) for key in result.instruments}
        every = {item.place: item for item in titled(result.candidates, shown)}
        picked = selected(every.values(), self.selection)
        wanted = dict.fromkeys((*self._meeting.agenda, *self._wished))
        first = [every[place] for place in wanted if place in every]
        known = {item.place for item in first}
        self._proposed = (*first, *(item for item in picked if item.place not in known))
        most = () if self._meeting.agenda else picked[:MOST]
        ticked = known | {item.place for item in most}
        self.agenda.show_items(self._proposed, ticked)
        self._follow()

    @property
    def selection(self) -> Selection:
        """What is ticked above the agenda; nothing ticked stands for nothing, not for all."""
        nothing = ("",)
        return Selection(
            self._countries.keys or nothing,
            self._instruments.keys or nothing,
            everything=self._everything.isChecked(),
        )

    def _follow(self) -> None:
        ticked = len(self.agenda.ticked)
        words = self.tr("Agenda: {n} of {of} ticked, most important first (weight × range)")
        self._count.setText(words.format(n=ticked, of=len(self._proposed)))
        self._start.setEnabled(bool(ticked) and not self._opening.busy)
        self._start.setToolTip("" if ticked else self.tr("Tick at least one item of the agenda."))
        self.papers.follow(self.state.workspace, ready=bool(ticked))

    # Doing.

    def save(self) -> bool:
        """Keep the meeting as it is here; whether it is kept now."""
        self.form.flush()
        agenda: tuple[Place, ...] = self.agenda.ticked
        wanted = replace(self.form.meeting, agenda=agenda, postponed=self._meeting.postponed)
        if not agenda or wanted == self._saved:
            self._meeting = wanted
            return bool(agenda)
        inbox = self.state.workspace.inbox
        try:
            inbox.save_meeting(wanted)
            if self._wished:
                inbox.wishes.settle(wanted.round, places(self._proposed))
        except AppError as error:
            self._show_trouble(error)
            return False
        self._meeting = self._saved = wanted
        self.form.lock_name(True)
        self._offer_meetings(wanted.round)
        return True

    def _keep(self) -> None:
        """Keep what is prepared as it changes; a meeting goes by its name only when that is whole."""
        if self.form.naming:
            return
        self.save()
        if self._window is not None and isValid(self._window):
            self._window.follow(self._meeting)

    def start(self) -> None:
        """Open the meeting on the chosen screen."""
        if self._window is not None and isValid(self._window):
            self._window.raise_()
            self._window.activateWindow()
            return
        if self._opening.busy or not self.save():
            return
        self.trouble.say("")
        self._opening.begin(self._meeting)

    def _show_meeting(self, sitting: Sitting, agenda: Agenda) -> None:
        try:
            meeting = MeetingState(sitting, agenda)
        except AppError as error:
            self._show_trouble(error)
            return
        meeting.meeting_changed.connect(self._changed)
        self._window = MeetingWindow(meeting, self)
        self._window.left.connect(self._left)
        self._window.open_on(self._screen.screen_chosen)

    def _changed(self, meeting: Meeting) -> None:
        """Something was postponed in the meeting."""
        self._meeting = meeting
        try:
            self.state.workspace.inbox.save_meeting(meeting)
        except AppError as error:
            self._show_trouble(error)
        else:
            self._saved = meeting

    def _left(self) -> None:
        """Scores are others where something was decided."""
        self._window = None
        self.state.recompute()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the room keeps what was prepared."""
        super().hideEvent(event)
        if self._saved is not None or self._touched():
            self.save()

    def _touched(self) -> bool:
        self.form.flush()
        return self.form.meeting != replace(self._meeting, agenda=self.form.meeting.agenda)

    def _order(self, papers: Papers) -> Order:
        """What to write now; the meeting is kept before, so that paper and screen agree."""
        self.save()
        self.trouble.say("")
        sensitive = self.papers.sensitive.isChecked()
        selection = replace(self.selection, sensitive=sensitive)
        folder, language = output_folder(self._preferences), self.state.language
        return Order(papers, self._meeting, selection, folder, language)
