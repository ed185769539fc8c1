"""What the meeting window works on: which item, what is being decided, what was decided."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ui.meeting.draft import Draft
from ui.meeting.words import refusal_words
from ui.widgets.textbox import Pause
from wb6assess.errors import AppError
from wb6assess.model.decision import ReasonCode
from wb6assess.model.meeting import Meeting, Place
from wb6assess.reports.meeting.rows import Agenda, AgendaItem, PillarRest
from wb6assess.session.deciding import DecisionRefusedError
from wb6assess.session.meeting import Sitting

Entry = AgendaItem | PillarRest
"""One page: an indicator, or a pillar to confirm."""


class MeetingState(QObject):
    """The agenda with the place it is at.

    What is being decided is kept as it changes, words at the next pause; another state of the same
    meeting goes on there.

    Signals:
        moved: Another entry is shown.
        edited: What is being decided on the entry shown is different.
        changed: The entry shown is different: decided, taken back, postponed.
        refused: Carries why a decision was not kept, as a sentence.
        failed: Carries the `AppError` for which nothing could be kept.
        recorded: A record was kept: scores are different now.
        meeting_changed: Something was postponed or taken up again; carries the meeting.
    """

    moved = Signal()
    edited = Signal()
    changed = Signal()
    refused = Signal(str)
    failed = Signal(object)
    recorded = Signal()
    meeting_changed = Signal(object)

    def __init__(self, sitting: Sitting, agenda: Agenda, parent: QObject | None = None) -> None:
        """Go on where the meeting was left.

        `agenda` is the sitting's own; it may take seconds to make, so it is made elsewhere.
        """
        super().__init__(parent)
        self._sitting = sitting
        self.agenda = agenda
        self.items = list(self.agenda.items)
        self.rest = [part for part in self.agenda.rest if part.lines]
        self._confirmed: set[tuple[str, str]] = set()
        left = sitting.drafts()
        self._drafts = {place: Draft.of(kept) for place, kept in left.items()}
        keys = [_key_of(self.entry(place)) for place in range(self.count)]
        known = [place for place in left if place in keys]
        self.place = keys.index(known[-1]) if known else 0
        self._pause = Pause(self)
        self._pause.over.connect(self.keep)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self._sitting.meeting

    def follow(self, meeting: Meeting) -> None:
        """Who is here, or what the meeting is called, was changed on the desk."""
        self._sitting.meeting = replace(
            meeting, agenda=self.meeting.agenda, postponed=self.meeting.postponed
        )
        self.changed.emit()

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self.items) + len(self.rest)

    def entry(self, place: int) -> Entry:
        """An entry by its number from 0: items first, then pillars."""
        return self.items[place] if place < len(self.items) else self.rest[place - len(self.items)]

    @property
    def current(self) -> Entry:
        """The entry shown."""
        return self.entry(self.place)

    @property
    def item(self) -> AgendaItem | None:
        """The item shown; None on a pillar."""
        entry = self.current
        return entry if isinstance(entry, AgendaItem) else None

    @property
    def draft(self) -> Draft:
        """What is being decided on the item shown."""
        return self._drafts.get(self._key(), Draft())

    def settled(self, entry: Entry) -> bool:
        """Whether nothing is left to do on an entry."""
        if isinstance(entry, AgendaItem):
            return entry.settled
        return (entry.country, entry.pillar) in self._confirmed

    def postponed(self, entry: Entry) -> bool:
        """Whether an item is left for another time."""
        return isinstance(entry, AgendaItem) and entry.place in self.meeting.postponed

    def go(self, place: int) -> None:
        """Show another entry; nothing happens beyond the ends."""
        if 0 <= place < self.count and place != self.place:
            self.keep()
            self.place = place
            self.moved.emit()
            self._keep_draft()

    def edit(self, draft: Draft) -> None:
        """Something else is being decided."""
        before = self.draft
        if draft == before:
            return
        self._drafts[self._key()] = draft
        self.edited.emit()
        if replace(draft, reason=before.reason, reference=before.reference) == before:
            self._pause.typed()
        else:
            self._keep_draft()

    def keep(self) -> None:
        """Keep what was typed since the last pause."""
        if self._pause.waiting:
            self._keep_draft()

    def _keep_draft(self) -> None:
        self._pause.stop()
        try:
            self._sitting.keep_draft(self._key(), self.draft)
        except AppError as error:
            self.failed.emit(error)

    def record(self) -> bool:
        """Keep what is chosen on the item shown; whether it was kept."""
        item, draft = self.item, self.draft
        if item is None or draft.action is None:
            return False
        if not self._tried(lambda: self._sitting.decide(item, draft.finding())):
            return False
        if self.postponed(item):
            self._postpone(item, postponed=False)
        self._kept(item)
        return True

    def take_back(self, reason: str) -> bool:
        """Take back what decides the item shown; whether it was."""
        item = self.item
        if item is None or not self._tried(lambda: self._sitting.take_back(item, reason)):
            return False
        self._kept(item)
        return True

    def confirm_pillar(self, code: ReasonCode, reason: str) -> bool:
        """Confirm every indicator of the pillar shown, each with a record of its own."""
        rest = self.current
        if not isinstance(rest, PillarRest) or self.settled(rest):
            return False
        if not self._tried(lambda: self._sitting.confirm(rest, code, reason)):
            return False
        self._confirmed.add((rest.country, rest.pillar))
        self.recorded.emit()
        self.changed.emit()
        return True

    def postpone(self) -> None:
        """Leave the item shown for another time, or take it up again."""
        item = self.item
        if item is not None:
            self._postpone(item, postponed=not self.postponed(item))
            self.changed.emit()

    def _tried(self, keep: Callable[[], object]) -> bool:
        """Keep something; a refusal or fault is said, and nothing was kept."""
        try:
            keep()
        except DecisionRefusedError as error:
            self.refused.emit(refusal_words(error.why))
            return False
        except AppError as error:
            self.failed.emit(error)
            return False
        return True

    def _postpone(self, item: AgendaItem, *, postponed: bool) -> None:
        self.meeting_changed.emit(self._sitting.postpone(item.place, postponed=postponed))

    def _kept(self, item: AgendaItem) -> None:
        place = self.items.index(item)
        self.items[place] = self._sitting.item(item)
        # What was chosen is recorded; the words stay until the next choice, in case of a correction.
        self._drafts[item.place] = replace(
            self._drafts.get(item.place, Draft()), action=None, level=None
        )
        self._keep_draft()
        self.recorded.emit()
        self.changed.emit()

    def _key(self) -> Place:
        return _key_of(self.current)


def _key_of(entry: Entry) -> Place:
    return entry.place if isinstance(entry, AgendaItem) else (entry.country, entry.pillar)
