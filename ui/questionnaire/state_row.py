"""Below the ladder: special states at the left, confidence at the right."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.marks import Mark
from ui.text import text_width
from ui.theme import Style, px
from ui.widgets.labels import Line
from ui.widgets.segment import Choice, Segment
from ui.widgets.toggle import StateToggle
from wb6assess.model.assessment import Confidence, SpecialState


class StateRow(QWidget):
    """Toggles and confidence.

    Signals:
        state_toggled: The expert switched a special state on or off; carries it.
        confidence_chosen: Carries a Confidence.
    """

    state_toggled = Signal(object)
    confidence_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        self._row = row = QHBoxLayout()
        row.setSpacing(px(8))
        column.addLayout(row)
        self._toggles = {
            SpecialState.NOT_APPLICABLE: StateToggle(
                Mark.NOT_APPLICABLE, self.tr("Not applicable"), "N"
            ),
            SpecialState.DONT_KNOW: StateToggle(Mark.DONT_KNOW, self.tr("Don't know"), "D"),
            SpecialState.WITHHELD: StateToggle(Mark.WITHHELD, self.tr("Withheld")),
        }
        for state, toggle in self._toggles.items():
            row.addWidget(toggle)
            toggle.clicked.connect(lambda _on, chosen=state: self.state_toggled.emit(chosen))
        self._why_not, self._why_not_below = Line("", Style.SMALL, "ink2"), Line("", Style.SMALL, "ink2")
        column.addWidget(self._why_not_below)
        row.addWidget(self._why_not)
        row.addStretch(1)
        self._label = Line(self.tr("Confidence"), Style.SMALL, "ink2")
        self._confidence = Segment(
            [
                Choice(Confidence.LOW, self.tr("Low")),
                Choice(Confidence.MEDIUM, self.tr("Medium")),
                Choice(Confidence.HIGH, self.tr("High")),
            ]
        )
        self._confidence.setAccessibleName(self.tr("Confidence"))
        self._confidence.chosen.connect(lambda key: self.confidence_chosen.emit(Confidence(key)))
        row.addWidget(self._label)
        row.addWidget(self._confidence)

    def offer(self, *, not_applicable: bool, withheld: bool, why_not: str) -> None:
        """Offer the states this question allows; `why_not` stands in the place of N/A."""
        self._reason = "" if not_applicable else why_not
        self._toggles[SpecialState.NOT_APPLICABLE].setVisible(not_applicable)
        self._toggles[SpecialState.WITHHELD].setVisible(withheld)
        self._place_reason()

    def show_answer(
        self, state: SpecialState | None, confidence: Confidence | None, *, locked: bool
    ) -> None:
        """Show what is stored; emits nothing."""
        for key, toggle in self._toggles.items():
            toggle.setChecked(key is state)
            toggle.setEnabled(not locked)
            if key is state and not toggle.isVisibleTo(self):
                # An answer from a file may carry a state that is not offered: it must be seen.
                toggle.setVisible(True)
                self._reason = ""
                self._place_reason()
        self._confidence.show_key(confidence.value if confidence else "")
        self._confidence.lock(locked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow row has the reason below it."""
        super().resizeEvent(event)
        self._place_reason()

    def _place_reason(self) -> None:
        """Why there is no N/A: in its place, or on a line of its own where the row is full."""
        parts = [*self._toggles.values(), self._label, self._confidence]
        widths = [part.sizeHint().width() + self._row.spacing() for part in parts if not part.isHidden()]
        room = self.width() - sum(widths) - self._row.spacing()
        beside = text_width(self._reason, Style.SMALL) < room
        for line, shown in ((self._why_not, beside), (self._why_not_below, not beside)):
            line.say(self._reason if shown else "")
            line.setVisible(bool(self._reason) and shown)
