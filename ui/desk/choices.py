"""The choices above a room: instrument, round, country."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desk.state import DeskState
from ui.text import text_width
from ui.theme import Style, px
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow_row import FlowRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("DeskRoom", text)


class WideBox(ChoiceBox):
    """A drop-down as wide as its longest words, within limits."""

    def __init__(self, name: str, least: int = 120, most: int = 260) -> None:
        """Widths in design px."""
        self._least, self._most = least, most
        super().__init__([])
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The longest words and the chevron."""
        words = [self.itemText(place) for place in range(self.count())]
        longest = max((text_width(text, Style.BODY) for text in words), default=0)
        wide = min(max(longest + px(44), px(self._least)), px(self._most))
        return QSize(wide, super().sizeHint().height())


class Choices(QWidget):
    """Makes the drop-downs of a room and keeps them in step with the state; shows nothing itself."""

    def __init__(self, state: DeskState, room: QWidget, *, every_instrument: bool = False) -> None:
        """`every_instrument` offers all of them together, too."""
        super().__init__(room)
        self.setVisible(False)
        self._state, self._every = state, every_instrument
        self.instrument = WideBox(_tr("Instrument"))
        self.round = WideBox(_tr("Round"))
        self.country = WideBox(_tr("Country"))
        self.instrument.picked.connect(lambda key: state.look_at(instrument=key))
        self.round.picked.connect(state.choose_round)
        self.country.picked.connect(lambda key: state.look_at(country=key))

    def show_state(self) -> None:
        """Offer what there is and show what is looked at; emits nothing."""
        state, result = self._state, self._state.result
        if result is None:
            return
        titles = [(key, state.shown(key).title) for key in result.instruments]
        offer(self.instrument, titles, state.instrument)
        known = result.framework.round_by_id
        rounds = [
            (key, _tr("Round {name}").format(name=known[key].title if key in known else key))
            for key in state.rounds
        ]
        offer(self.round, rounds, state.round)
        names = [(item.code, state.country_name(item.code)) for item in result.framework.countries]
        offer(self.country, [("", _tr("All countries")), *names], state.country)


def offer(box: ChoiceBox, options: list[tuple[str, str]], key: str) -> None:
    """Offer options and show the chosen one; emits nothing."""
    shown = [(box.itemData(place), box.itemText(place)) for place in range(box.count())]
    if shown != options:
        box.offer(options)
        row = box.parentWidget()
        if isinstance(row, FlowRow):
            row.rearrange()
    place = next((place for place, (known, _) in enumerate(options) if known == key), -1)
    box.setCurrentIndex(place)
