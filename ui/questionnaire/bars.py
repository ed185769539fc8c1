"""The bars above and below the sheet."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.dates import clock
from ui.icons import Icon
from ui.marks import Mark
from ui.questionnaire.language_button import LanguageButton
from ui.theme import Style, px
from ui.widgets.announce import announce
from ui.widgets.button import Button, Kind
from ui.widgets.ground import Chip, MarkSign, Pane, Separator
from ui.widgets.keycap import draw_keycap, keycap_width
from ui.widgets.labels import Line

_BAR = 46


class KeyCap(QWidget):
    """A key cap beside a button."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The cap."""
        return QSize(keycap_width(self._keys), px(20))

    def paintEvent(self, _event: object) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_keycap(painter, self._keys, 0, self.height() / 2)
        painter.end()


@dataclass(frozen=True, slots=True)
class Heading:
    """What the top bar says about the assessment."""

    title: str
    identity: str
    revision: str
    sample: bool
    locked: bool
    next_revision: int
    done: int
    asked: int
    part: bool = False


class TopBar(Pane):
    """Back, what is open, undo, count, review.

    Signals:
        home_requested, undo_requested, redo_requested, review_requested: As named.
        reopen_requested: The person wants the next revision of a handed-in one.
    """

    home_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    review_requested = Signal()
    reopen_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chrome", "b", parent)
        self.setFixedHeight(px(_BAR))
        self._heading: Heading | None = None
        home = Button(self.tr("Home"), Kind.QUIET, icon=Icon.BACK)
        home.clicked.connect(self.home_requested)
        self._title = Line("", Style.HEADING)
        self._identity = Line("", Style.BODY, "ink2")
        self._chip = Chip(self.tr("SAMPLE DATA"), "warn", dashed=True)
        self._lock = MarkSign(Mark.LOCKED, 16)
        self._undo = self._icon_button(Icon.UNDO, self.tr("Undo"), self.tr("Undo (Ctrl+Z)"))
        self._undo.clicked.connect(self.undo_requested)
        self._redo = self._icon_button(Icon.REDO, self.tr("Redo"), self.tr("Redo (Ctrl+Shift+Z)"))
        self._redo.clicked.connect(self.redo_requested)
        self.language = LanguageButton()
        self._count = Line("", Style.SECTION)
        self._answered = Line(self.tr("answered"), Style.BODY, "ink2")
        self._reopen = Button("")
        self._reopen.clicked.connect(self.reopen_requested)
        self._review = Button(self.tr("Review and hand in"))
        self._review.clicked.connect(self.review_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), 0, px(16), 1)
        row.setSpacing(px(10))
        for part in (
            home, Separator(), self._title, self._lock, self._identity, self._chip,
        ):  # fmt: skip
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for part in (
            self._undo, self._redo, self.language, Separator(), self._count, self._answered,
            self._reopen, self._review,
        ):  # fmt: skip
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_heading(self, heading: Heading) -> None:
        """Show what is open."""
        was, self._heading = self._heading, heading
        count = self.tr("{done} of {asked}").format(done=heading.done, asked=heading.asked)
        width = self._count.sizeHint().width()
        self._count.say(count)
        if was is not None and replace(heading, done=was.done) == was:
            # An answer more or less: nothing else differs.
            if self._count.sizeHint().width() != width:
                self._fit()
            return
        self._title.say(heading.title)
        self._chip.setVisible(heading.sample)
        self._lock.setVisible(heading.locked)
        reopen = self.tr("Reopen as revision {n}").format(n=heading.next_revision)
        self._reopen.rename(reopen)
        self._reopen.setVisible(heading.locked)
        for part in (self._undo, self._redo):
            part.setVisible(not heading.locked)
        self._fit()

    def show_undo(self, undo: str | None, redo: str | None) -> None:
        """Say what undo and redo are about; None disables them."""
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)
        nothing = self.tr("Nothing to undo"), self.tr("Nothing to redo")
        self._undo.setToolTip(self.tr("Undo {id} (Ctrl+Z)").format(id=undo) if undo else nothing[0])
        self._redo.setToolTip(
            self.tr("Redo {id} (Ctrl+Shift+Z)").format(id=redo) if redo else nothing[1]
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow bar leaves the revision out."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What matters least goes first: revision, name of the language, the word beside the count.

        In a bar narrower than the window is meant to be, the whole identity and the count go, too, and
        the button has one word.
        """
        if self._heading is None:
            return
        self._count.setVisible(True)
        self._name_review(short=False)
        identity, revision = self._heading.identity, self._heading.revision
        self._identity.say(f"{identity} · {revision}")
        self.language.show_name(True)
        self._answered.setVisible(True)
        if self._lacks_room() and not self._heading.locked:
            self._identity.say(identity)
        if self._lacks_room():
            self.language.show_name(False)
        if self._lacks_room():
            self._answered.setVisible(False)
        if self._lacks_room():
            self._identity.say("")
        if self._lacks_room():
            self._count.setVisible(False)
        if self._lacks_room():
            self._name_review(short=True)

    def _name_review(self, *, short: bool) -> None:
        assert self._heading is not None  # asked only then
        words, brief = self.tr("Review and hand in"), self.tr("Review")
        if self._heading.locked:
            words = brief = self.tr("Export")
        if self._heading.part:
            words, brief = self.tr("Write my part back"), self.tr("Write back")
        self._review.rename(brief if short else words)
        self._review.setAccessibleName(words)
        self._review.setToolTip(words if short else "")

    def _lacks_room(self) -> bool:
        return _needed(self) > self.width()

    @staticmethod
    def _icon_button(icon: Icon, name: str, tip: str) -> Button:
        button = Button("", Kind.QUIET, icon=icon)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        return button


class SaveLine(QWidget):
    """When the last change was stored; or that it was not, and what to do.

    Signals:
        help_requested: The person asks what to do.
    """

    help_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._since: datetime | None = None
        self._failed = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        self._sign = MarkSign(Mark.COMPLETE, 14)
        self._words = Line("", Style.SMALL, "ink2")
        self._help = Button(self.tr("What to do"), Kind.LINK)
        self._help.clicked.connect(self.help_requested)
        for part in (self._sign, self._words, self._help):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_saved(self, at: datetime) -> None:
        """Everything is stored; the last change at this time."""
        failed, self._failed = self._failed, False
        self._since = at
        self._sign.show_mark(Mark.COMPLETE)
        self._words.say(self.tr("Saved {time}").format(time=clock(at)))
        if failed:
            announce(self, self._words.text())
        self._words.dress("ink2")
        self._help.setVisible(False)

    def show_not_saved(self) -> None:
        """Something is on screen only."""
        self._sign.show_mark(Mark.BLOCKS)
        since = clock(self._since) if self._since else "–"
        self._words.say(self.tr("Not saved since {time}").format(time=since))
        if not self._failed:
            self._failed = True
            announce(self, self._words.text(), urgent=True)
        self._words.dress("block")
        self._help.setVisible(True)

    def show_locked(self, words: str) -> None:
        """Handed in: nothing is being stored."""
        self._sign.show_mark(Mark.LOCKED)
        self._words.say(words)
        self._words.dress("ink2")
        self._help.setVisible(False)

    def text(self) -> str:
        """The words shown."""
        return self._words.text()


class BottomBar(Pane):
    """Previous, the save line, next, next to do.

    Signals:
        previous_requested, next_requested, todo_requested: As named.
    """

    previous_requested = Signal()
    next_requested = Signal()
    todo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "t", parent)
        self.setFixedHeight(px(_BAR))
        self._previous = Button("", Kind.QUIET, icon=Icon.LEFT)
        self._previous.clicked.connect(self.previous_requested)
        self._next = Button("", Kind.QUIET, icon=Icon.RIGHT)
        self._next.clicked.connect(self.next_requested)
        self._todo = Button(self.tr("Next to do"), Kind.PRIMARY)
        self._todo.clicked.connect(self.todo_requested)
        self.save_line = SaveLine()
        self._caps = [KeyCap("Alt+Left"), KeyCap("Alt+Right"), KeyCap("Ctrl+Return")]
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), 1, px(20), 0)
        row.setSpacing(px(10))
        for part in (self._previous, self._caps[0]):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.save_line, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for part in (self._caps[1], self._next, self._caps[2], self._todo):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_locked(self, locked: bool) -> None:
        """A handed-in revision has nothing to do."""
        self._todo.setVisible(not locked)
        self._show_caps()

    def show_neighbours(self, previous: str, following: str) -> None:
        """Name the pages before and after; "" hides."""
        for button, words, name in (
            (self._previous, previous, self.tr("Previous: {page}")),
            (self._next, following, self.tr("Next: {page}")),
        ):
            button.rename(words)
            button.setAccessibleName(name.format(page=words))
            button.setVisible(bool(words))
        self._show_caps()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cramped bars leave the caps out."""
        super().resizeEvent(event)
        self._show_caps()

    def _show_caps(self) -> None:
        """All or none, where buttons and save line keep their words in full."""
        buttons = (self._previous, self._next, self._todo)
        wanted = [not button.isHidden() for button in buttons]
        now = sum(cap.sizeHint().width() + px(10) for cap in self._caps if not cap.isHidden())
        then = sum(
            cap.sizeHint().width() + px(10) for cap, on in zip(self._caps, wanted, strict=True) if on
        )
        roomy = _needed(self) - now + then <= self.width()
        for cap, on in zip(self._caps, wanted, strict=True):
            cap.setVisible(on and roomy)


def _needed(bar: QWidget) -> int:
    """Width at which every part of a bar has all its words."""
    row = bar.layout()
    assert row is not None  # every bar has one
    items = [row.itemAt(place) for place in range(row.count())]
    parts = [part for item in items if item is not None and (part := item.widget()) is not None]
    shown = [part.sizeHint().width() for part in parts if not part.isHidden()]
    margins = row.contentsMargins()
    return sum(shown) + len(shown) * row.spacing() + margins.left() + margins.right()
