"""What every room of the desk has: a head, the result's age and trouble, notes, an empty page."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from exports.sketch import AnySketch
from ui.desk.state import DeskState
from ui.desk.table.content import TableContent
from ui.desk.table.copying import copy_tables
from ui.error_words import error_words
from ui.icons import Icon
from ui.report_words import own_bands
from ui.theme import Style, px
from ui.widgets.busy import BusyLine
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import MarkedWords
from ui.widgets.flow_row import FlowRow
from ui.widgets.ground import Chip, Pane
from ui.widgets.labels import Words
from ui.widgets.page_head import PageHead
from ui.widgets.scrolled import Scrolled
from wb6assess.errors import AppError

INBOX = "inbox"
"""Id of the room an empty one sends people to."""

_STRIP, _SHARE = 150, 0.4
QWIDGETSIZE_MAX = 16_777_215
"""Qt's word for no limit."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("DeskRoom", text)


class Empty(QWidget):
    """Why there is nothing, in a sentence, and the one button that helps.

    Signals:
        wanted: The person takes the way offered.
    """

    wanted = Signal()

    def __init__(self, kind: Kind = Kind.PRIMARY, parent: QWidget | None = None) -> None:
        """`kind` is another one where the page's filled button stands elsewhere."""
        super().__init__(parent)
        self._words = Words("", Style.READING, "ink2", widest=560)
        self._button = Button("", kind)
        self._button.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(24), 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def say(self, words: str, button: str) -> None:
        """The sentence and what the button does; no button where nothing helps."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._button.rename(button)
        self._button.setVisible(bool(button))


class _Head(PageHead):
    """Title and subtitle at the left, chip and buttons at the right, below them when it is narrow."""

    def __init__(self, title: str, buttons: Sequence[QWidget]) -> None:
        subtitle = Words("", Style.SMALL, "ink2")
        chip = Chip(_tr("SAMPLE DATA"), "warn", dashed=True)
        chip.setVisible(False)
        super().__init__((Words(title, Style.TITLE), subtitle), (chip, *buttons))
        self.subtitle, self.chip = subtitle, chip


class DeskRoom(Pane):
    """A page on the desk; subclasses fill `body`, show the state and say what can be copied.

    `show_state` is called for every new result and whenever something else is looked at; `analysis`
    says whether it waits for intervals and agreement, too, and
    `always` whether the page has something to show without a result.
    """

    analysis = False
    always = False

    def __init__(
        self,
        state: DeskState,
        title: str,
        *,
        buttons: Sequence[QWidget] = (),
        tables: bool = True,
        reading: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty page.

        Args:
            state: What is looked at.
            title: Of the page.
            buttons: At its right.
            tables: Whether it can be copied and exported.
            reading: Name of the page as a stop for the keyboard, where there is more to read than
                to operate; "" makes none.
            parent: As of every widget.
        """
        super().__init__("surface", parent=parent)
        self.state = state
        self.setAccessibleName(title)
        own = [self._copy_button(), self._export_button()] if tables else []
        self._table_buttons, self._buttons = own, tuple(buttons)
        self.head = _Head(title, [*own, *buttons])
        self.busy = BusyLine()
        self.busy.cancel_requested.connect(state.cancel)
        self.trouble = MarkedWords()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(px(12))
        self.notes = Words("", Style.SMALL, "ink3")
        self._full = QWidget()
        self._full.setLayout(self.body)
        self.empty = Empty()
        self.empty.wanted.connect(self.help_out)
        # Large letters in a low window: the page goes on below, its head leaves with the rest.
        self._page = Scrolled(self._sheet(), reading)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        self.row.addWidget(self._page, 1)
        self._listen()

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(px(32), px(22), px(24), px(12))
        column.setSpacing(px(10))
        column.addWidget(self.head)
        column.addWidget(self.busy)
        column.addWidget(self.trouble)
        column.addWidget(self._full, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.notes)
        return sheet

    def _listen(self) -> None:
        state = self.state
        state.updated.connect(self.refresh)
        state.analysed.connect(self.refresh)
        state.looked_at.connect(self.refresh)
        state.busy_changed.connect(self._show_busy)
        state.progressed.connect(self._show_step)
        state.failed.connect(self._show_trouble)

    def enter(self) -> None:
        """The room is shown: what is old by now is made anew."""
        self.state.enter()
        self.refresh()

    # For subclasses.

    def show_state(self) -> None:
        """Show the result; called only when there is one."""
        raise NotImplementedError

    def tables(self) -> Sequence[TableContent]:
        """What copying and exporting take."""
        return ()

    def charts(self) -> Sequence[AnySketch]:
        """What is drawn of the tables' figures: an exported view shows it, too."""
        return ()

    def subtitle(self) -> str:
        """Below the title, when there is a result."""
        return ""

    def note_words(self) -> Sequence[str]:
        """At the foot of the page: whose bands, whose status."""
        return (own_bands(), *self.status_note())

    def status_note(self) -> Sequence[str]:
        """The footnote of a starred country, where one is looked at."""
        framework = self.state.workspace.library.framework
        note = framework.note_on(country.code for country in self.state.countries)
        return (note,) if note else ()

    def help_out(self) -> None:
        """The button of the empty page."""
        self.state.room_requested.emit(INBOX)

    def empty_words(self) -> tuple[str, str]:
        """What to say and offer where there is no result."""
        return _tr("Nothing was taken in yet. Files of experts come in through the inbox."), _tr(
            "Go to the inbox"
        )

    def waiting_words(self) -> str:
        """What to say while the analysis is being worked out."""
        return _tr("Intervals and agreement are being worked out…")

    # Showing.

    def refresh(self) -> None:
        """Show what there is now; work that nobody sees waits until the room is entered."""
        if not self.isVisible():
            return
        result = self.state.result
        waits = result is not None and self.analysis and not self.state.ready
        shows = self.always or (result is not None and not waits)
        if result is None and not self.always:
            reading = self.state.busy and not self.state.known
            self.empty.say(*((_tr("Reading what was received…"), "") if reading else self.empty_words()))
        elif waits:
            self.empty.say(self.waiting_words(), "")
        self._full.setVisible(shows)
        self.empty.setVisible(not shows)
        for button in self._table_buttons:
            button.setVisible(shows and result is not None)
        for part in self._buttons:
            part.setVisible(shows)
        self.head.chip.setVisible(result is not None and result.sample)
        self.head.rearrange()
        if shows:
            self.show_state()
        self.head.subtitle.setText(self.subtitle() if shows else "")
        notes = " ".join(self.note_words()) if shows else ""
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        self._show_busy()

    def _show_busy(self) -> None:
        if not self.state.busy:
            self.busy.end()
        elif not self.busy.isVisible() and self.isVisible():
            self.busy.begin(_tr("Scoring…"))
            self.trouble.say("")

    def _show_step(self, done: int, total: int, _what: str) -> None:
        self.busy.show_step(done, total, scoring_words(done, total))

    def _show_trouble(self, error: object) -> None:
        assert isinstance(error, AppError)
        self.trouble.say(error_words(error))
        self._page.ensureWidgetVisible(self.trouble)

    # Copying and exporting.

    def _copy_button(self) -> Button:
        button = Button(_tr("Copy table"), Kind.QUIET, icon=Icon.PAPERS)
        button.setToolTip(_tr("Put the tables of this page on the clipboard"))
        button.clicked.connect(self.copy)
        return button

    def _export_button(self) -> Button:
        button = Button(_tr("Export view…"))
        button.clicked.connect(self.export)
        return button

    def all_notes(self) -> tuple[str, ...]:
        """What must stand under every copy of the figures."""
        sample = self.state.result is not None and self.state.result.sample
        invented = (_tr("SAMPLE DATA: the answers are invented."),) if sample else ()
        own = (note for table in self.tables() for note in table.notes)
        return (*invented, *dict.fromkeys(own), *self.note_words())

    def copy(self) -> None:
        """All tables of the page, with their notes."""
        copy_tables(self.tables(), self.all_notes())

    def export(self) -> None:
        """Write the tables of the page to a file."""
        from ui.desk.export_view import ask_and_export

        ask_and_export(self)


def scoring_words(done: int, total: int) -> str:
    """How far scoring is."""
    return _tr("Scoring, {n} %").format(n=100 * done // max(total, 1))


def flow(*parts: QWidget, gap: int = 8) -> FlowRow:
    """Controls in a row that breaks when it is narrow."""
    return FlowRow(parts, gap)


def stand_beside(pane: QWidget, width: int, room: QWidget, *, below: bool) -> None:
    """Give a pane its width (design px) beside the page, or a low strip below it in the room."""
    strip = min(px(_STRIP), round(_SHARE * room.height()))
    pane.setMinimumSize(0, strip if below else 0)
    pane.setMaximumSize(QWIDGETSIZE_MAX if below else px(width), strip if below else QWIDGETSIZE_MAX)
    if not below:
        pane.setMinimumWidth(px(width))
