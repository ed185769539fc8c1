"""The page on which answers are chosen: a list, one question side by side, joining below."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.answer_words import question_of
from ui.icons import Icon
from ui.marks import Mark
from ui.sharing.entries import Entry, Heading, Pick, Picks
from ui.sharing.entry_list import EntryList
from ui.sharing.entry_model import EntryModel, Shown
from ui.sharing.join_bar import JoinBar
from ui.sharing.outcome import Outcome
from ui.sharing.side_by_side import SideBySide
from ui.theme import Style, px
from ui.widgets.back_bar import BackBar
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import MarkedWords
from ui.widgets.ground import Pane
from ui.widgets.labels import Line
from ui.widgets.segment import Choice, Segment
from wb6assess.errors import AppError

if TYPE_CHECKING:
    from ui.questionnaire.window import QuestionnaireWindow

_LIST = 320
_NARROW = 820
"""Below this width (design px) the list goes; Alt+Left and Alt+Right still move."""


class ChoicePage(QWidget):
    """What joining parts and joining copies share; subclasses say what there is and store it.

    Signals:
        back_requested: Back to the questionnaire.
        joined: Answers of the open assessment are other ones now.
    """

    back_requested = Signal()
    joined = Signal()

    def __init__(self, title: str, questionnaire: "QuestionnaireWindow", picks: Picks) -> None:
        """`picks` are kept outside, so that a page made anew shows what was chosen on the old one."""
        super().__init__()
        self.setAccessibleName(title)
        self.opened, self.picks = questionnaire.opened, picks
        self.shown = questionnaire.questions.instrument
        """The questionnaire in the language it is shown in."""
        self._entries: dict[str, Entry] = {}
        self._headings: Sequence[Heading] = ()
        self.item = ""
        self._nothing = ""
        self._model = EntryModel()
        self._list = EntryList(self._model)
        self._list.item_shown.connect(self._show_item)
        self._filter = self._make_filter()
        self._place = Line("", Style.SMALL, "ink2")
        self._sides = SideBySide()
        self._sides.picked.connect(self._picked)
        self.trouble = MarkedWords()
        self.head = QVBoxLayout()
        self.bar = JoinBar()
        self.bar.join_requested.connect(self._join_clicked)
        self.bar.next_requested.connect(self.go_to_open)
        self.bar.all_requested.connect(self._pick_all)
        self._outcome = Outcome()
        self._outcome.back_requested.connect(self.back_requested)
        self._stack = QStackedWidget()
        self._put_together(title, questionnaire.country)

    # What subclasses say.

    def join(self) -> int:
        """Store what was chosen; returns how many answers are different now."""
        raise NotImplementedError

    def next_revision(self) -> int:
        """The revision the answers go into."""
        raise NotImplementedError

    # What it shows.

    def show_list(self, entries: Iterable[Entry], headings: Sequence[Heading], nothing: str) -> None:
        """Show other questions; `nothing` is what to say when there is none to choose."""
        self._entries = {entry.item: entry for entry in entries}
        self._headings = headings
        self._nothing = nothing
        self._refill(keep=self.item)
        self.follow()

    def follow(self) -> None:
        """Show how many choices are left and what the button would do."""
        entries = self._entries.values()
        left = len(self.picks.open(entries))
        differ = sum(entry.choosable for entry in entries)
        self._filter.show_counts((left, differ, len(self._entries)))
        self.bar.show_state(
            left=left,
            differ=differ,
            revision=self.next_revision(),
            begins=self.next_revision() if self.next_revision() > self.opened.info.revision else 0,
            handed_in=self.opened.info.revision if self.opened.locked else 0,
        )

    @property
    def entries(self) -> list[Entry]:
        """Everything in the list, whatever the filter shows."""
        return list(self._entries.values())

    def show_done(self, title: str, words: str) -> None:
        """Say what was joined; nothing is left to choose."""
        self._outcome.show_words(title, words)
        self._stack.setCurrentWidget(self._outcome)
        self._outcome.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where choosing begins."""
        if self._model.items and self._list.isVisibleTo(self):
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._sides.segment is not None:
            self._sides.segment.setFocus(Qt.FocusReason.TabFocusReason)

    # What the person does.

    def go_to_open(self) -> None:
        """The next question that needs a choice, from here on and round."""
        left = [entry.item for entry in self.picks.open(self._entries.values())]
        if not left:
            return
        order = list(self._entries)
        here = order.index(self.item) if self.item in self._entries else -1
        later = [item for item in left if order.index(item) > here]
        self.show_item((later or left)[0])

    def show_item(self, item: str) -> None:
        """Open a question, whatever the filter says."""
        if self._model.place(item) < 0:
            self._filter.show_key(Shown.ALL)
            self._refill(keep=item)
        self._list.show_item(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and arrows choose, Alt and arrows move, Esc goes back."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = modifiers in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if key is Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and modifiers & _CTRL:
            self.go_to_open()
        elif key in _STEPS and modifiers & Qt.KeyboardModifier.AltModifier:
            self._move(_STEPS[key])
        elif key in _STEPS and plain:
            self._choose_neighbour(_STEPS[key])
        elif event.text().isdigit() and plain:
            self._choose(int(event.text()) - 1)
        elif key is Qt.Key.Key_F6:
            self._cycle()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page shows one question at a time."""
        super().resizeEvent(event)
        self._left.setVisible(self.width() >= px(_NARROW))

    def _move(self, step: int) -> None:
        items = self._model.items
        if self.item in items:
            place = items.index(self.item) + step
            if 0 <= place < len(items):
                self._list.show_item(items[place])

    def _cycle(self) -> None:
        if self._list.hasFocus() and self._sides.segment is not None:
            self._sides.segment.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.take_focus()

    def _choose_neighbour(self, step: int) -> None:
        """Left is ours, Right the other; with more than two, one further."""
        entry = self._entries.get(self.item)
        if entry is None or not entry.choosable:
            return
        held = self.picks.pick(entry)
        last = len(entry.columns) - 1
        start = held if isinstance(held, int) else (0 if step > 0 else last)
        self._choose(min(max(start + step, 0), last))

    def _choose(self, place: int) -> None:
        entry = self._entries.get(self.item)
        if entry is None or not entry.choosable:
            return
        if 0 <= place < len(entry.columns):
            self._picked(place)
        elif place == len(entry.columns) and entry.mixable:
            held = self.picks.pick(entry)
            self._picked(dict.fromkeys(entry.facets, held if isinstance(held, int) else 0))

    def _picked(self, pick: Pick) -> None:
        entry = self._entries[self.item]
        self.picks.set(entry, dict(pick) if isinstance(pick, Mapping) else pick)
        self._sides.show_pick(self.picks.pick(entry))
        self._model.show_pick(entry.item, self.picks)
        self.trouble.say("")
        self.follow()

    def _pick_all(self, place: int) -> None:
        """One side for every question that is left."""
        for entry in self.picks.open(self._entries.values()):
            self.picks.set(entry, min(place, len(entry.columns) - 1))
            self._model.show_pick(entry.item, self.picks)
        if self.item:
            self._sides.show_pick(self.picks.pick(self._entries[self.item]))
        self.follow()

    def _join_clicked(self) -> None:
        revision = self.next_revision()
        try:
            n = self.join()
        except AppError as error:
            self.bar.show_error(error)
            return
        self.joined.emit()
        if n == 0:
            self.show_done(self.tr("Joined"), self.tr("Every answer stays as it was."))
            return
        counted = self.tr("One answer is") if n == 1 else self.tr("{n} answers are").format(n=n)
        words = self.tr("{counted} different now in revision {n}. One undo takes all of it back.")
        self.show_done(self.tr("Joined"), words.format(counted=counted, n=revision))

    # Following.

    def _show_item(self, item: str) -> None:
        self.item = item
        entry = self._entries[item]
        question = question_of(self.shown, item)
        self._sides.show_entry(entry, question, self.picks.pick(entry))
        items = self._model.items
        words = self.tr("{n} of {total}").format(n=items.index(item) + 1, total=len(items))
        self._place.say(words)

    def _filter_chosen(self, _key: str) -> None:
        self._refill()

    def _refill(self, keep: str = "") -> None:
        shown = Shown(self._filter.key)
        self._model.show_entries(list(self._entries.values()), self._headings, self.picks, shown, keep)
        items = self._model.items
        # An empty list shows no focus, so it takes none.
        policy = Qt.FocusPolicy.StrongFocus if items else Qt.FocusPolicy.ClickFocus
        self._list.setFocusPolicy(policy)
        if not items:
            self.item = ""
            self._place.say("")
            empty = self.tr("Every choice is made.") if shown is Shown.OPEN else self._nothing
            self._sides.show_nothing(empty if self._entries else self._nothing)
            return
        left = [entry.item for entry in self.picks.open(self._entries.values())]
        begin = next((item for item in items if item in left), items[0])
        self._list.show_item(self.item if self.item in items else begin)

    # Putting together.

    def _make_filter(self) -> Segment:
        choices = [
            Choice(Shown.OPEN, self.tr("To choose"), 0, Mark.CONFLICT),
            Choice(Shown.DIFFERENT, self.tr("Different"), 0, Mark.ANSWERED),
            Choice(Shown.ALL, self.tr("All"), 0, Mark.INFO),
        ]
        segment = Segment(choices, stretch=True)
        segment.setAccessibleName(self.tr("What the list shows"))
        segment.show_key(Shown.DIFFERENT)
        segment.chosen.connect(self._filter_chosen)
        return segment

    def _put_together(self, title: str, country: str) -> None:
        self._left = Pane("chrome", "r")
        self._left.setFixedWidth(px(_LIST))
        left = QVBoxLayout(self._left)
        left.setContentsMargins(px(10), px(10), px(4), 0)
        left.setSpacing(px(8))
        left.addWidget(self._filter)
        left.addWidget(self._list, 1)
        sheet = Pane("surface")
        right = QVBoxLayout(sheet)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(self._moving_row())
        right.addWidget(self._sides, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._left)
        middle.addWidget(sheet, 1)
        work = QWidget()
        inside = QVBoxLayout(work)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(self.head)
        inside.addLayout(middle, 1)
        inside.addWidget(self.bar)
        self._stack.addWidget(work)
        self._stack.addWidget(self._outcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = BackBar(title, self.opened.info, self.opened.info.title, country)
        bar.back.clicked.connect(self.back_requested)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)

    def _moving_row(self) -> QHBoxLayout:
        before = Button("", Kind.QUIET, icon=Icon.LEFT)
        before.setAccessibleName(self.tr("Previous question"))
        before.setToolTip(self.tr("Previous question (Alt+Left)"))
        before.clicked.connect(lambda: self._move(-1))
        after = Button("", Kind.QUIET, icon=Icon.RIGHT)
        after.setAccessibleName(self.tr("Next question"))
        after.setToolTip(self.tr("Next question (Alt+Right)"))
        after.clicked.connect(lambda: self._move(1))
        row = QHBoxLayout()
        row.setContentsMargins(px(20), px(8), px(20), 0)
        row.setSpacing(px(6))
        row.addStretch(1)
        for part in (before, self._place, after):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        return row


_CTRL = Qt.KeyboardModifier.ControlModifier
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
