"""The assessments as cards, one group for each round."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.overview.words import card_state, count_words
from ui.theme import Style, px
from ui.widgets.card import AssessmentCard, CardState, NewCard
from ui.widgets.flow import CardGrid
from ui.widgets.labels import Line

if TYPE_CHECKING:
    from wb6assess.session.workspace import AssessmentInfo


class CardGroups(QWidget):
    """Rounds, newest first; the last place of the newest one makes another assessment.

    Signals:
        assessment_requested: Carries an assessment id.
        new_requested: The person wants a new assessment.
    """

    assessment_requested = Signal(str)
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: AssessmentCard | None = None
        self._groups = QVBoxLayout(self)
        self._groups.setContentsMargins(0, 0, 0, 0)
        self._groups.setSpacing(px(24))

    def show_assessments(
        self,
        infos: Sequence["AssessmentInfo"],
        countries: Mapping[str, str],
        now: datetime,
        divided: Mapping[str, str],
    ) -> None:
        """Show other assessments."""
        while (item := self._groups.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._first = None
        rounds = sorted({info.identity.round for info in infos}, reverse=True)
        for name in rounds:
            chosen = [info for info in infos if info.identity.round == name]
            cards: list[QWidget] = [
                self._card(card_state(info, countries, now, divided.get(info.id, ""))) for info in chosen
            ]
            if name == rounds[0]:
                cards.append(self._new_card())
            self._groups.addWidget(self._group(name, count_words(chosen), cards))

    @property
    def first(self) -> QWidget | None:
        """The newest card."""
        return self._first

    def _card(self, state: CardState) -> AssessmentCard:
        card = AssessmentCard(state)
        self._first = self._first or card
        card.clicked.connect(lambda _on=False, key=state.id: self.assessment_requested.emit(key))
        return card

    def _new_card(self) -> NewCard:
        new = NewCard(self.tr("New assessment"), self.tr("country, questionnaire, round"))
        new.clicked.connect(self.new_requested)
        return new

    @staticmethod
    def _group(name: str, count: str, cards: list[QWidget]) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        words = QCoreApplication.translate("Home", "Round {name}").format(name=name)
        head.addWidget(Line(words, Style.SECTION))
        head.addWidget(Line(count, Style.BODY, "ink2"))
        head.addStretch(1)
        column.addLayout(head)
        grid = CardGrid()
        grid.show_cards(cards)
        column.addWidget(grid)
        return group
