"""The meeting's room on the desk: prepare it, hold it on a screen, write its papers."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.desk.choices import Choices, WideBox, offer
from ui.desk.room import DeskRoom, flow
from ui.desk.scrolled import scrolled
from ui.desk.state import DeskState
from ui.folders import folder_words, output_folder
from ui.marks import Mark
from ui.meeting.agenda_table import AgendaTable
from ui.meeting.form import MOST, MeetingForm, Tick, Ticks
from ui.meeting.screens import ScreenBox
from ui.meeting.state import MeetingState
from ui.meeting.window import MeetingWindow
from ui.meeting.words import room_title
from ui.meeting_papers import Order, Papers, write_papers
from ui.preferences import Preferences
from ui.tasks import Task
from ui.theme import Style, px
from ui.widgets.busy import BusyLine
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import MarkedWords
from ui.widgets.labels import Words
from wb6assess.errors import AppError
from wb6assess.model.meeting import Meeting, Place
from wb6assess.progress import Progress
from wb6assess.reports.meeting.agenda import Selection, agenda_at, agenda_of
from wb6assess.reports.meeting.rows import AgendaItem
from wb6assess.session.consolidation import Consolidation
from wb6assess.session.meeting import Sitting, ground_of

_NEW = "new"


class MeetingRoom(DeskRoom):
    """One meeting at a time; it is saved when it starts, when papers are written, on leaving."""

    def __init__(
        self, state: DeskState, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        self._start = Button("", Kind.PRIMARY)
        super().__init__(state, room_title(), buttons=(self._start,), tables=False, parent=parent)
        self._preferences = preferences
        self._task: Task | None = None
        self._window: MeetingWindow | None = None
        self._meeting = Meeting("M1", "")
        self._saved: Meeting | None = None
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
        self._countries = Ticks(self.tr("Countries"))
        self._instruments = Ticks(self.tr("Instruments"))
        self._everything = Tick(self.tr("Indicators the experts agree on, too"))
        for part in (self._countries.changed, self._instruments.changed, self._everything.clicked):
            part.connect(self._propose)
        self.agenda = AgendaTable()
        self.agenda.changed.connect(self._follow)
        self._count = Words("", Style.SMALL, "ink2")
        self._writing = BusyLine()
        self._writing.cancel_requested.connect(self._stop)
        self._outcome = MarkedWords(Mark.ANSWERED)
        self._open = Button(self.tr("Open folder"))
        self._open.clicked.connect(self._open_folder)
        self._open.setVisible(False)
        self._buttons = {
            Papers.PACK: Button(self.tr("Write the meeting pack")),
            Papers.MINUTES: Button(self.tr("Write the minutes")),
            Papers.MATRIX: Button(self.tr("Write the comment matrix")),
        }
        for papers, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, papers=papers: self.write(papers))

    def _put_together(self) -> None:
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, px(8), 0)
        body.setSpacing(px(12))
        self.body.addWidget(flow(self._which, self.choices.round, self._screen))
        self.body.addWidget(scrolled(inner), 1)
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
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self._count, 1)
        line.addWidget(self._everything)
        line.addWidget(up)
        line.addWidget(down)
        body.addLayout(line)
        body.addWidget(self.agenda, 1)
        papers = QVBoxLayout()
        papers.setSpacing(px(6))
        papers.addWidget(flow(*self._buttons.values(), self._open))
        papers.addWidget(self._writing)
        papers.addWidget(self._outcome)
        self.body.addLayout(papers)

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
        if self._looked != (result, state.language, state.agenda):
            self._looked = (result, state.language, state.agenda)
            self._propose()

    def subtitle(self) -> str:
        """Which round."""
        return self.tr("Round {round}").format(round=self.state.round)

    def note_words(self) -> Sequence[str]:
        """No band stands here."""
        return self.status_note()

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

    def _propose(self) -> None:
        """List what is saved or was added first, then what else is worth a meeting's time."""
        result = self.state.result
        if result is None:
            return
        ground = ground_of(result, {key: self.state.shown(key) for key in result.instruments})
        picked = agenda_of(ground, self.selection)
        added = (place for place in self.state.agenda if place not in self._meeting.agenda)
        wanted = (*self._meeting.agenda, *added)
        saved = agenda_at(ground, wanted) if wanted else None
        first = saved.items if saved is not None else ()
        known = {item.place for item in first}
        self._proposed = (*first, *(item for item in picked.items if item.place not in known))
        most = () if self._meeting.agenda else picked.items[:MOST]
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
        self._start.setEnabled(bool(ticked))
        self._start.setToolTip("" if ticked else self.tr("Tick at least one item of the agenda."))
        busy = self._task is not None
        self._buttons[Papers.PACK].setEnabled(bool(ticked) and not busy)
        for papers in (Papers.MINUTES, Papers.MATRIX):
            self._buttons[papers].setEnabled(not busy)

    # Doing.

    def save(self) -> bool:
        """Keep the meeting as it is here; whether it is kept now."""
        self.form.flush()
        agenda: tuple[Place, ...] = self.agenda.ticked
        wanted = replace(self.form.meeting, agenda=agenda, postponed=self._meeting.postponed)
        if not agenda or wanted == self._saved:
            self._meeting = wanted
            return bool(agenda)
        try:
            self.state.workspace.inbox.save_meeting(wanted)
        except AppError as error:
            self._show_trouble(error)
            return False
        self._meeting = self._saved = wanted
        self._offer_meetings(wanted.round)
        return True

    def start(self) -> None:
        """Open the meeting on the chosen screen."""
        if self._window is not None and isValid(self._window):
            self._window.raise_()
            self._window.activateWindow()
            return
        result = self.state.result
        if result is None or not self.save():
            return
        sitting = self._sitting(result)
        try:
            meeting = MeetingState(sitting)
        except AppError as error:
            self._show_trouble(error)
            return
        meeting.meeting_changed.connect(self._changed)
        self._window = MeetingWindow(meeting, self)
        self._window.left.connect(self._left)
        self._window.open_on(self._screen.screen_chosen)

    def _sitting(self, result: Consolidation) -> Sitting:
        shown = {key: self.state.shown(key) for key in result.instruments}
        return Sitting(self.state.workspace, self._meeting, instruments=shown)

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

    # Writing.

    def write(self, papers: Papers) -> None:
        """Write papers in the background."""
        if self._task is not None:
            return
        self.save()
        workspace, folder = self.state.workspace, output_folder(self._preferences)
        order = Order(papers, self._meeting, self.selection, folder)

        def job(progress: Progress) -> list[Path]:
            return write_papers(workspace, order, progress)

        self.trouble.say("")
        self._outcome.say("")
        self._open.setVisible(False)
        self._writing.begin(self.tr("Writing…"))
        task = self._task = self.state.tasks.run(job, self)
        task.progressed.connect(self._show_writing)
        task.succeeded.connect(self._written)
        task.failed.connect(self._show_trouble)
        task.stopped.connect(self._stopped)
        task.finished.connect(self._ended)
        self._follow()

    def _show_writing(self, done: int, total: int, name: str) -> None:
        words = self.tr("Writing {name}").format(name=name)
        self._writing.show_step(done, total, words)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _written(self, paths: object) -> None:
        assert isinstance(paths, list)
        names = ", ".join(path.name for path in paths)
        folder = folder_words(output_folder(self._preferences))
        words = self.tr("{names} in {folder}. They name no expert, but are not for publication.")
        self._outcome.say(words.format(names=names, folder=folder), Mark.ANSWERED)
        self._open.setVisible(True)

    def _stopped(self) -> None:
        self._outcome.say(self.tr("Stopped. No half file was left."), Mark.INFO)

    def _ended(self) -> None:
        self._task = None
        self._writing.end()
        self._follow()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(output_folder(self._preferences))))
