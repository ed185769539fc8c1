"""Every change goes through here: to the disk at once, or kept on screen until the disk takes it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from wb6assess.errors import AppError, ErrorCode, StorageError
from wb6assess.model.assessment import Answer, Confidence, Evidence, SpecialState, Value

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import Change, OpenAssessment

_RETRY_MS = 5_000


class Editing(QObject):
    """Records what the expert does; knows what could not be stored yet.

    Signals:
        changed: An answer is different now; carries its item.
        saved: Everything is stored; carries the time of the last change.
        not_saved: Something is on screen only; carries the error.
    """

    changed = Signal(str)
    saved = Signal(object)
    not_saved = Signal(object)

    def __init__(self, opened: "OpenAssessment", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened = opened
        self.last_change: datetime = opened.info.updated_at
        """When something was last stored; asking the assessment would score it first."""
        self.copying = False
        """Whether a file is still on its way into the evidence."""
        self._waiting: dict[str, Answer] = {}
        self._retry = QTimer(self)
        self._retry.setInterval(_RETRY_MS)
        self._retry.timeout.connect(self.save_again)

    @property
    def waiting(self) -> bool:
        """Whether something is on screen only."""
        return bool(self._waiting)

    def answer(self, item: str) -> Answer:
        """The newest answer, stored or not yet."""
        return self._waiting.get(item, self.opened.answer(item))

    # What the expert does.

    def set_value(self, item: str, value: Value | None) -> None:
        """A value takes the place of a special state; reasons stay."""
        self._record(item, replace(self.answer(item), value=value, state=None))

    def type_value(self, item: str, value: Value | None) -> None:
        """A value that is being typed: its steps are undone together."""
        self._record(item, replace(self.answer(item), value=value, state=None), fold="value")

    def toggle_state(self, item: str, state: SpecialState) -> None:
        """Switch a special state; reasons and evidence stay."""
        known = self.answer(item)
        wanted = None if known.state is state else state
        self._record(item, replace(known, value=None, state=wanted))

    def set_confidence(self, item: str, confidence: Confidence | None) -> None:
        """How sure the expert is; None takes it back."""
        self._record(item, replace(self.answer(item), confidence=confidence))

    def set_justification(self, item: str, text: str) -> None:
        """The reasons."""
        self._record(item, replace(self.answer(item), justification=text), fold="justification")

    def add_justification(self, item: str, text: str) -> None:
        """Reasons taken from elsewhere, below those that stand there; undone by themselves."""
        known = self.answer(item)
        own = known.justification.rstrip()
        self._record(item, replace(known, justification=f"{own}\n\n{text}" if own else text))

    def set_evidence(self, item: str, evidence: tuple[Evidence, ...]) -> None:
        """The whole list of evidence."""
        self._record(item, replace(self.answer(item), evidence=evidence), fold="evidence")

    def change_evidence(self, item: str, evidence: tuple[Evidence, ...]) -> None:
        """Items that came or went; undone by itself, not with what is typed."""
        self._record(item, replace(self.answer(item), evidence=evidence))

    def restore(self, item: str, answer: Answer) -> None:
        """An answer of the history, recorded as a change of its own."""
        self._record(item, answer)

    def set_fact(self, item: str, field: str, value: Value | None) -> None:
        """One companion fact; None takes it away."""
        known = self.answer(item)
        facts = {key: held for key, held in known.fields.items() if key != field}
        if value is not None:
            facts[field] = value
        self._record(item, replace(known, fields=facts), fold=f"field:{field}")

    def set_comment(self, item: str, check: str, text: str) -> None:
        """The expert's comment on a finding."""
        known = self.answer(item)
        comments = {key: held for key, held in known.comments.items() if key != check}
        if text.strip():
            comments[check] = text
        self._record(item, replace(known, comments=comments), fold=f"comment:{check}")

    def undo(self) -> str:
        """Take the last step back; returns the item it was about, "" when there was none."""
        return self._step(self.opened.undo, lambda: self.opened.undo_item)

    def redo(self) -> str:
        """Bring the last undone step back; returns its item."""
        return self._step(self.opened.redo, lambda: self.opened.redo_item)

    def toggle_flag(self, item: str) -> None:
        """Mark or unmark to come back to."""
        on = item not in self.opened.flags
        if self._attempt(lambda: self.opened.set_flag(item, on)):
            self.changed.emit(item)

    def remember_place(self, item: str) -> None:
        """Where to begin next time."""
        self._attempt(lambda: self.opened.remember_place(item))

    def all_stored(self) -> bool:
        """Whether everything on screen is stored, be it at a second try."""
        if self._waiting:
            self.save_again()
        return not self._waiting

    def save_again(self) -> None:
        """Try to store what is waiting; an answer that is refused keeps no other from it."""
        for item, answer in list(self._waiting.items()):
            self._retry.stop()
            if self._store(partial(self.opened.record, item, answer)):
                del self._waiting[item]
            elif self._retry.isActive():
                return  # the disk takes none of them
        if not self._waiting:
            self._retry.stop()
            self.saved.emit(self.last_change)

    def give_up(self) -> None:
        """The person leaves and lets go what could not be stored."""
        self._waiting.clear()
        self._retry.stop()

    def note_copying(self, copying: bool) -> None:
        """Files are being copied now, or no longer."""
        self.copying = copying

    # How.

    def _record(self, item: str, answer: Answer, fold: str = "") -> None:
        if self.opened.locked or not self.opened.is_ours(item) or answer == self.answer(item):
            return
        others = bool(self._waiting)
        # It waits until it is stored for certain, also when storing it ends in a defect.
        self._waiting[item] = answer
        if others:
            # What failed first must not be overtaken.
            self.save_again()
        elif self._store(partial(self.opened.record, item, answer, fold=fold)):
            del self._waiting[item]
            self.saved.emit(self.last_change)
        self.changed.emit(item)

    def _step(self, step: Callable[[], "Change"], about: Callable[[], str | None]) -> str:
        # What is on screen only is the last step; it has to be stored before it can be taken back.
        item = about() if self.all_stored() else None
        if item is None or not self._store(step):
            return ""
        self.saved.emit(self.last_change)
        self.changed.emit(item)
        return item

    def _store(self, action: Callable[[], "Change"]) -> bool:
        """Do something that changes an answer, and note when."""

        def noting() -> None:
            self.last_change = action().saved_at

        return self._attempt(noting)

    def _attempt(self, action: Callable[[], object]) -> bool:
        """Do something that stores; on a failure of the disk say so and keep trying.

        What the questionnaire refuses stays on screen until the person changes it; no time helps.
        """
        try:
            action()
        except StorageError as error:
            self._retry.start()
            self.not_saved.emit(error)
            return False
        except AppError as error:
            if error.code is not ErrorCode.ANSWER_NOT_ALLOWED:
                raise
            self.not_saved.emit(error)
            return False
        return True
