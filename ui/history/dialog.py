"""The history of one answer, over all revisions: newest first, each state can be brought back."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.answer_words import differences, question_of
from ui.history.entry_row import EntryRow, kind_words, moment_words
from ui.history.writings import written_in_one_go
from ui.marks import Mark
from ui.questionnaire.editing import Editing
from ui.questionnaire.questions import CONTEXT, Questions
from ui.theme import Style, px
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog, MarkedWords, labelled
from ui.widgets.ground import CardFrame
from ui.widgets.labels import Line, Words
from ui.widgets.scroll_body import ScrollBody
from wb6assess.model.assessment import Answer

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import HistoryEntry

_SHOWN = 100


class HistoryDialog(Dialog):
    """Shows who changed an answer, when and how; "Restore this" records the old answer anew."""

    def __init__(
        self, editing: Editing, questions: Questions, page: str, parent: QWidget | None = None
    ) -> None:
        """`page` is what stands open; the context page has several questions to choose from."""
        super().__init__(self.tr("History of this answer"), "", 660, parent)
        self._editing, self._questions = editing, questions
        items = [field.id for field in questions.context] if page == CONTEXT else [page]
        self._item = items[0]
        self._subject = Words("", Style.HEADING)
        self._who = Words("", Style.SMALL, "ink2")
        self._note = MarkedWords(Mark.INFO)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, px(4), 0)
        self._list.setSpacing(px(8))
        inner = QWidget()
        inner.setLayout(self._list)
        self._area = ScrollBody(inner, 560)
        if len(items) > 1:
            self.body.addLayout(labelled(self.tr("Question"), self._chooser(items)))
        for part in (self._subject, self._who, self._note, self._area):
            self.body.addWidget(part)
        self.primary.setVisible(False)
        self.leave.rename(self.tr("Close"))
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_item(self._item)

    def show_item(self, item: str) -> None:
        """Show the history of another question."""
        self._item = item
        self._subject.setText(self._title(item))
        info = self._editing.opened.info
        who = self.tr("Changes are those of {expert}, except where they say whose they are.")
        self._who.setText(who.format(expert=info.identity.expert))
        self._show_entries()

    def restore(self, answer: Answer) -> None:
        """Record an old answer as a new change; undo takes it back."""
        self._editing.restore(self._item, answer)
        words = self.tr("Restored. It is a change of its own, so undo takes it back.")
        self._show_entries(words)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chooser(self, items: list[str]) -> ChoiceBox:
        box = ChoiceBox([(item, self._title(item)) for item in items])
        box.setAccessibleName(self.tr("Question"))
        box.show_key(self._item)
        box.picked.connect(self.show_item)
        return box

    def _title(self, item: str) -> str:
        indicator = self._questions.indicator(item) if item in self._questions.place else None
        if indicator is not None:
            return f"{indicator.id}  {indicator.title}"
        field = self._questions.instrument.context_by_id.get(item)
        return field.label if field is not None else item

    def _show_entries(self, note: str = "") -> None:
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        entries = written_in_one_go(self._editing.opened.history(self._item))
        locked = self._editing.opened.locked
        if locked and entries and not note:
            note = self.tr("This revision is handed in. Reopen it to restore an earlier answer.")
        if not entries:
            note = self.tr("This question was never answered, so nothing has changed yet.")
        elif len(entries) > _SHOWN:
            note = self.tr("Shown are the newest {n} changes.").format(n=_SHOWN)
        self._note.say(note)
        revision, marked = 0, False
        for entry in entries[: -_SHOWN - 1 : -1]:
            if entry.revision != revision:
                revision = entry.revision
                words = self.tr("Revision {n}").format(n=revision)
                self._list.addWidget(Line(words, Style.SMALL_STRONG, "ink2"))
            stands = entry.after == self._editing.answer(self._item)
            self._list.addWidget(
                self._card(entry, now=stands and not marked, restore=not (stands or locked))
            )
            marked = marked or stands
        self._list.addStretch(1)
        self._area.updateGeometry()

    def _card(self, entry: "HistoryEntry", *, now: bool, restore: bool) -> QWidget:
        question = question_of(self._questions.instrument, self._item)
        parts = differences(question, entry.before, entry.after)
        row = EntryRow(
            moment_words(entry.at, datetime.now(UTC)),
            kind_words(entry.kind, entry.source),
            parts,
            now=now,
            restore=restore,
        )
        row.restore_requested.connect(lambda: self.restore(entry.after))
        frame = CardFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(px(1), px(1), px(1), px(1))
        column.addWidget(row)
        return frame
