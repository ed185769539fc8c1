"""The right pane of the review: where the revision stands, what is written, and the button."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.files.file_choice import FileChoice
from ui.files.outputs import Output, Wanted
from ui.files.paper_choice import PaperChoice
from ui.files.writer import Writer
from ui.marks import Mark
from ui.preferences import Preferences
from ui.questionnaire.standing_state import standing_state
from ui.report_words import own_bands
from ui.review.progress_strip import ProgressStrip
from ui.theme import Style, px
from ui.widgets.band_tile import BandTile
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import MarkedWords
from ui.widgets.ground import MarkSign, Pane, Rule
from ui.widgets.labels import Line, Words
from ui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment

_WIDTH = 360

KINDS = (Output.WORKBOOK, Output.SUMMARY, Output.RECORD, Output.PACKAGE)
"""What can be written when handing in."""

_TICKED = (Output.WORKBOOK, Output.SUMMARY)


class HandInPane(Pane):
    """Files, folder, reason, button.

    Signals:
        hand_in_requested: The person hands in.
        choice_changed: Other files or another folder.
    """

    hand_in_requested = Signal()
    choice_changed = Signal()

    def __init__(
        self, preferences: Preferences, papers: PaperChoice, parent: QWidget | None = None
    ) -> None:
        super().__init__("chrome", "l", parent)
        self.setFixedWidth(px(_WIDTH))
        self._revision = Line("", Style.HEADING)
        self._strip = ProgressStrip()
        self._score = Line("", Style.DISPLAY)
        self._tile = BandTile(26)
        self._band = Words("", Style.SECTION)
        self._notes = Words("", Style.SMALL, "ink2")
        self._expert = Words("", Style.BODY, "ink2")
        self._choice = FileChoice(KINDS, _TICKED, preferences, papers)
        self._choice.changed.connect(self.choice_changed)
        self._reason = MarkedWords()
        self._trouble = MarkedWords()
        self._button = Button("", Kind.PRIMARY)
        self._button.setSizePolicy(
            self._button.sizePolicy().Policy.Expanding, self._button.sizePolicy().verticalPolicy()
        )
        self._button.clicked.connect(self.hand_in_requested)
        self._after = Words("", Style.SMALL, "ink2")
        self.writer = Writer(preferences)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._upper(), 1)
        column.addWidget(self._lower())

    def wanted(self) -> tuple[Wanted, ...]:
        """The files to write."""
        return self._choice.wanted()

    @property
    def choice(self) -> FileChoice:
        """Files and folder."""
        return self._choice

    def show_assessment(self, opened: "OpenAssessment", names: Mapping[Output, str]) -> None:
        """Show where it stands."""
        state, info = standing_state(opened), opened.info
        self._revision.say(self.tr("Revision {n}").format(n=info.revision))
        self._strip.show_states(opened.sheet.state(item) for item in opened.instrument.by_id)
        self._score.say(state.score)
        spoken = self.tr("Score {score}, {band}").format(score=state.score, band=state.band_words)
        self._score.setAccessibleName(spoken)
        self._tile.show_band(state.band, state.letter, state.band_words)
        provisional = self.tr("{band}, provisional") if state.provisional else "{band}"
        self._band.setText(provisional.format(band=state.band_words))
        dagger = self.tr(" A dagger marks a coverage below 80 %.") if state.provisional else ""
        self._notes.setText(f"{state.coverage}.{dagger} {own_bands()}")
        code = self.tr("You appear as {code}.")
        self._expert.setText(code.format(code=info.identity.expert))
        self._choice.show_names(names)
        button = self.tr("Write the files") if opened.locked else self.tr("Hand in revision {n}")
        self._button.rename(button.format(n=info.revision))
        after = self.tr("Handing in locks it. Reopening starts revision {n}.")
        if opened.locked:
            after = self.tr("It is locked. Reopening starts revision {n}.")
        self._after.setText(after.format(n=info.revision + 1))

    def show_reason(self, reason: str) -> None:
        """Disable the button with its reason; "" enables it."""
        self._reason.say(reason)
        busy = self.writer.running
        self._button.setEnabled(not reason and not busy)

    def show_trouble(self, sentence: str) -> None:
        """Say what could not be stored; the button stays, to try again."""
        self._trouble.say(sentence)

    def show_handed_in(self, handed_in: bool) -> None:
        """After handing in there is nothing left to press here."""
        for part in (self._button, self._after, self._files, self._choice):
            part.setVisible(not handed_in)

    def _upper(self) -> QWidget:
        inner = QWidget()
        inner.setObjectName("sheet")
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(22), px(18), px(22), px(12))
        column.setSpacing(px(8))
        column.addWidget(self._revision)
        column.addWidget(self._strip)
        column.addSpacing(px(4))
        column.addWidget(Rule())
        score = QHBoxLayout()
        score.addWidget(self._score)
        score.addStretch(1)
        score.addWidget(self._tile)
        column.addLayout(score)
        column.addWidget(self._band)
        column.addWidget(self._notes)
        column.addSpacing(px(4))
        column.addWidget(Rule())
        self._files = Line(self.tr("Files to write"), Style.SECTION)
        column.addWidget(self._files)
        column.addWidget(self._choice)
        note = QHBoxLayout()
        note.setSpacing(px(8))
        note.addWidget(MarkSign(Mark.INFO, 15), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._expert, 1)
        column.addLayout(note)
        column.addStretch(1)
        return Scrolled(inner)

    def _lower(self) -> QWidget:
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(px(22), px(8), px(22), px(16))
        column.setSpacing(px(8))
        column.addWidget(self.writer)
        column.addWidget(self._trouble)
        column.addWidget(self._reason)
        column.addWidget(self._button)
        column.addWidget(self._after)
        return lower
