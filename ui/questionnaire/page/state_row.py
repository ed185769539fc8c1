"""Below the ladder: special states at the left, confidence at the right."""

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.marks import Mark
from ui.theme import Style, px
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import Line
from ui.widgets.segment import Choice, Segment
from ui.widgets.toggle import StateToggle
from wb6assess.model.assessment import Confidence, SpecialState


def _tr(text: str) -> str:
    return QCoreApplication.translate("StateRow", text)


class StateRow(FlowRow):
    """Toggles and confidence; where it is narrow they stand on several lines.

    Signals:
        state_toggled: The expert switched a special state on or off; carries it.
        confidence_chosen: Carries a Confidence, None when taken back.
    """

    state_toggled = Signal(object)
    confidence_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._toggles = {
            SpecialState.NOT_APPLICABLE: StateToggle(Mark.NOT_APPLICABLE, _tr("Not applicable"), "N"),
            SpecialState.DONT_KNOW: StateToggle(Mark.DONT_KNOW, _tr("Don't know"), "D"),
            SpecialState.WITHHELD: StateToggle(Mark.WITHHELD, _tr("Withheld")),
        }
        self._heights: dict[int, int] = {}
        self._why_not = Line("", Style.SMALL, "ink2")
        self._confidence = Segment(
            [
                Choice(Confidence.LOW, _tr("Low")),
                Choice(Confidence.MEDIUM, _tr("Medium")),
                Choice(Confidence.HIGH, _tr("High")),
            ],
            clearable=True,
        )
        self._confidence.setAccessibleName(_tr("Confidence"))
        right = QWidget()
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(Line(_tr("Confidence"), Style.SMALL, "ink2"))
        row.addWidget(self._confidence)
        super().__init__([*self._toggles.values(), right, self._why_not], gap=8, parent=parent)
        for state, toggle in self._toggles.items():
            toggle.clicked.connect(lambda _on, chosen=state: self.state_toggled.emit(chosen))
        self._confidence.chosen.connect(
            lambda key: self.confidence_chosen.emit(Confidence(key) if key else None)
        )

    def offer(self, *, not_applicable: bool, withheld: bool, why_not: str) -> None:
        """Offer the states this question allows; `why_not` stands in the place of N/A."""
        if why_not != self._why_not.text():
            self._heights.clear()
        self._why_not.say(why_not)
        self._show(self._why_not, bool(why_not) and not not_applicable)
        self._show(self._toggles[SpecialState.NOT_APPLICABLE], not_applicable)
        self._show(self._toggles[SpecialState.WITHHELD], withheld)

    def show_answer(
        self, state: SpecialState | None, confidence: Confidence | None, *, locked: bool
    ) -> None:
        """Show what is stored; emits nothing."""
        for key, toggle in self._toggles.items():
            toggle.show_on(key is state, locked=locked)
            if key is state and toggle.isHidden():
                # An answer from a file may carry a state that is not offered: it must be seen.
                self._show(toggle, True)
                self._show(self._why_not, False)
        self._confidence.show_key(confidence.value if confidence else "")
        self._confidence.lock(locked)

    def _show(self, part: QWidget, shown: bool) -> None:
        if part.isHidden() is shown:
            self._heights.clear()
            part.setVisible(shown)
            self.rearrange()

    def heightForWidth(self, width: int) -> int:
        """Of all lines; layouts ask for it again and again."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def _places(self, width: int) -> list[QRect]:
        """Confidence stands at the right edge of its line, the reason before it or below."""
        *places, right, reason = super()._places(width)
        if reason.isValid() and abs(reason.center().y() - right.center().y()) <= 1:
            reason.moveLeft(right.left())
        right.moveRight(width - 1)
        return [*places, right, reason]
