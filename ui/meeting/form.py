"""What a meeting is called, when it is, who is there, and what it looks at."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from ui.dates import date_fault, iso_date, written_out
from ui.text import text_width
from ui.theme import Style, px
from ui.widgets.check_row import CheckRow
from ui.widgets.dialog import labelled
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import Words
from ui.widgets.textbox import LineField, TextBox
from wb6assess.model.meeting import Meeting

_LONGEST_DATE = "30 September 2026"
_NARROW = 560
MOST = 20
"""Items ticked at first: more do not fit into an afternoon."""


class MeetingForm(QWidget):
    """Fields of one meeting.

    Signals:
        edited: A field of the meeting is different.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting = Meeting("M1", "")
        self._name, self._title, self._day, self._chair, self._invited = (LineField() for _ in range(5))
        self._present = TextBox(6)
        self._fault = Words("", Style.SMALL, "block")
        self._fault.setVisible(False)
        for field in (self._name, self._title, self._day, self._chair, self._invited, self._present):
            field.text_edited.connect(self._edited)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        grid.addLayout(labelled(self.tr("Short name"), self._name), 0, 0)
        grid.addLayout(labelled(self.tr("Title"), self._title), 0, 1)
        grid.addLayout(labelled(self.tr("Date"), self._day), 1, 0)
        grid.addLayout(labelled(self.tr("Chair"), self._chair), 1, 1)
        grid.addLayout(labelled(self.tr("Invited (number)"), self._invited), 2, 0)
        # A date written out is never cut.
        grid.setColumnMinimumWidth(0, text_width(_LONGEST_DATE, Style.BODY) + px(26))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        fields = QVBoxLayout()
        fields.addLayout(grid)
        fields.addStretch(1)  # labels stay with their fields, however many were present
        row = self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(px(16))
        row.addLayout(fields, 3)
        present = labelled(self.tr("Present, one line each"), self._present)
        present.addStretch(1)
        row.addLayout(present, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(row)
        column.addWidget(self._fault)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show another meeting; emits nothing."""
        self._meeting = meeting
        self.lock_name(False)
        self._name.show_text(meeting.id)
        self._title.show_text(meeting.title)
        self._day.show_text(written_out(meeting.held_on.isoformat()) if meeting.held_on else "")
        self._chair.show_text(meeting.chair)
        self._invited.show_text(str(meeting.invited) if meeting.invited else "")
        self._present.show_text("\n".join(meeting.present))
        self._show_fault()

    def lock_name(self, locked: bool) -> None:
        """A meeting that is kept goes by its name: records and papers say it."""
        self._name.setReadOnly(locked)
        why = self.tr("Records and papers name the meeting so. For another name begin a new meeting.")
        self._name.setToolTip(why if locked else "")
        self._name.setAccessibleDescription(why if locked else "")

    @property
    def naming(self) -> bool:
        """Whether the name is being written, and may not be whole."""
        return self._name.hasFocus() and not self._name.isReadOnly()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Who is present stands beside, below where it is narrow."""
        super().resizeEvent(event)
        ways, narrow = QBoxLayout.Direction, self.width() < px(_NARROW)
        self._halves.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def flush(self) -> None:
        """Say what is still being typed."""
        for field in (self._name, self._title, self._day, self._chair, self._invited, self._present):
            field.flush()

    @property
    def meeting(self) -> Meeting:
        """The meeting as the fields say; what cannot be read keeps its earlier value."""
        iso, invited = iso_date(self._day.text()), self._invited.text().strip()
        return replace(
            self._meeting,
            id=self._name.text().strip() or self._meeting.id,
            title=self._title.text().strip(),
            held_on=date.fromisoformat(iso) if iso else None,
            chair=self._chair.text().strip(),
            invited=int(invited) if invited.isdecimal() else 0,
            present=tuple(filter(None, map(str.strip, self._present.toPlainText().splitlines()))),
        )

    @property
    def fault(self) -> str:
        """What in the fields cannot be read, as a sentence."""
        wrong = date_fault(self._day.text())
        invited = self._invited.text().strip()
        if not wrong and invited and not invited.isdecimal():
            wrong = self.tr("The number of people invited is a whole number.")
        return wrong

    def _edited(self, _text: str) -> None:
        self._show_fault()
        self.edited.emit()

    def _show_fault(self) -> None:
        self._day.mark_wrong(bool(date_fault(self._day.text())))
        self._fault.setText(self.fault)
        self._fault.setAccessibleName(self.fault)
        self._fault.setVisible(bool(self.fault))


class Ticks(QWidget):
    """A label and boxes in a row that breaks; everything is ticked at first.

    Signals:
        changed: Another choice.
    """

    changed = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._rows: dict[str, CheckRow] = {}
        self._flow: FlowRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
        self._column.addWidget(Words(label, Style.SMALL, "ink2"))

    def offer(self, words: Mapping[str, str]) -> None:
        """Offer these; what was ticked stays so."""
        if tuple(words) == tuple(self._rows):
            return
        was = {key: row.isChecked() for key, row in self._rows.items()}
        if self._flow is not None:
            self._column.removeWidget(self._flow)
            self._flow.deleteLater()
        self._rows = {key: Tick(text) for key, text in words.items()}
        for key, row in self._rows.items():
            row.setChecked(was.get(key, True))
            row.setAccessibleDescription(self._label)
            row.clicked.connect(self.changed)
        self._flow = FlowRow(list(self._rows.values()), gap=14)
        self._column.addWidget(self._flow)

    @property
    def keys(self) -> tuple[str, ...]:
        """What is ticked."""
        return tuple(key for key, row in self._rows.items() if row.isChecked())

    def tick(self, keys: Sequence[str]) -> None:
        """Tick exactly these; emits nothing."""
        for key, row in self._rows.items():
            row.setChecked(key in keys)


class Tick(CheckRow):
    """A box as wide as its words."""

    def sizeHint(self) -> QSize:
        """Box, gap, words."""
        return QSize(text_width(self.text(), Style.BODY) + px(34), px(28))
