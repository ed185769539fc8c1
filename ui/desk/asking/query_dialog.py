"""Writing a query about one answer of one expert."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.answer_words import answer_value_words, question_of
from ui.desk.choices import WideBox, offer
from ui.desk.state import DeskState
from ui.said import one_line
from ui.theme import Style, px
from ui.widgets.dialog import Dialog, labelled
from ui.widgets.labels import Words
from ui.widgets.textbox import TextBox
from wb6assess.model.assessment import Answer, Identity


class QueryDialog(Dialog):
    """Asks whom, about which answer, and what.

    Signals:
        asked: Carries the expert's key, the indicator and the text.
    """

    asked = Signal(object, str, str)

    def __init__(
        self,
        state: DeskState,
        country: str = "",
        item: str = "",
        expert: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Begin at an indicator of the instrument looked at, where one is named."""
        super().__init__(self.tr("Query an expert"), self.tr("Keep the query"), 580, parent)
        self._state = state
        self._country = WideBox(self.tr("Country"), 160, 240)
        self._instrument = WideBox(self.tr("Instrument"), 160, 240)
        self._expert = WideBox(self.tr("Expert"), 160, 240)
        self._item = WideBox(self.tr("Indicator"), 240, 480)
        self._said = Words("", Style.SMALL, "ink2")
        self._text = TextBox(4)
        self._text.textChanged.connect(self._follow)
        self._missing = Words("", Style.SMALL, "ink2")
        self._country.picked.connect(lambda _key: self._offer_experts())
        self._instrument.picked.connect(lambda _key: self._offer_items())
        self._expert.picked.connect(lambda _key: self._show_answer())
        self._item.picked.connect(lambda _key: self._show_answer())
        self._put_together()
        self._begin(country, item, expert)
        self.primary.clicked.connect(self._ask)
        self._text.setFocus()

    def _put_together(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(10))
        grid.addLayout(labelled(self.tr("Country"), self._country), 0, 0)
        grid.addLayout(labelled(self.tr("Instrument"), self._instrument), 0, 1)
        grid.addLayout(labelled(self.tr("Expert"), self._expert), 1, 0)
        grid.addLayout(labelled(self.tr("Indicator"), self._item), 1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self._said)
        hint = self.tr("The expert sees it beside the question and answers in the next revision.")
        column: QVBoxLayout = labelled(self.tr("Query"), self._text, hint)
        self.body.addLayout(column)
        self.body.addWidget(self._missing)

    def _begin(self, country: str, item: str, expert: str) -> None:
        result = self._state.result
        assert result is not None  # opened only with one
        names = [(code, self._state.country_name(code)) for code in self._codes()]
        offer(self._country, names, country or names[0][0])
        titles = [(key, self._state.shown(key).title) for key in result.instruments]
        offer(self._instrument, titles, self._state.instrument)
        self._offer_items(item, expert)

    def _codes(self) -> list[str]:
        assert self._state.result is not None  # opened only with one
        return list(dict.fromkeys(key.country for key in self._state.result.effective))

    def _offer_items(self, item: str = "", expert: str = "") -> None:
        shown = self._state.shown(self._instrument.key)
        items = [(one.id, f"{one.id}  {one_line(one.title)}") for one in shown.indicators()]
        offer(self._item, items, item or items[0][0])
        self._offer_experts(expert)

    def _offer_experts(self, expert: str = "") -> None:
        codes = [(key.expert, key.expert) for key in self._keys()]
        offer(self._expert, codes, expert or (codes[0][0] if codes else ""))
        self._show_answer()

    def _keys(self) -> list[Identity]:
        """Whose answers count for the country and instrument chosen."""
        assert self._state.result is not None  # opened only with one
        place = (self._country.key, self._instrument.key)
        return [key for key in self._state.result.effective if (key.country, key.instrument) == place]

    @property
    def _key(self) -> Identity | None:
        return next((key for key in self._keys() if key.expert == self._expert.key), None)

    def _show_answer(self) -> None:
        """What the expert said, so that the query can be about it."""
        key, words = self._key, ""
        if key is not None and self._state.result is not None:
            answer = self._state.result.effective[key].answers.get(self._item.key, Answer())
            shown = self._state.shown(self._instrument.key)
            said = answer_value_words(question_of(shown, self._item.key), answer)
            words = self.tr("{expert} said: {answer}").format(
                expert=key.expert, answer=said or self.tr("nothing")
            )
            if answer.justification.strip():
                words += f"\n{answer.justification.strip()}"
        self._said.setText(words)
        self._follow()

    def _follow(self) -> None:
        missing = ""
        if self._key is None:
            missing = self.tr("Nobody of this country answered this instrument.")
        elif not self._text.toPlainText().strip():
            missing = self.tr("Write what you want to know.")
        self._missing.setText(missing)
        self.primary.setEnabled(not missing)

    def _ask(self) -> None:
        key = self._key
        if key is not None:
            self.asked.emit(key, self._item.key, self._text.toPlainText().strip())
            self.accept()
