"""The earlier round's answer beside today's: one line, which opens to reasons and evidence."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.marks import Mark
from ui.questionnaire.page.earlier import EarlierState
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.ground import CardFrame, MarkSign
from ui.widgets.labels import Words

_NAMES = 132
"""Width of the column of names in design px."""


class EarlierPanel(CardFrame):
    """Shows one earlier answer; stays open or closed from page to page.

    Signals:
        taken_over: The expert takes over the earlier justification; carries it.
    """

    taken_over = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self.setAccessibleName(self.tr("Earlier round"))
        self._state: EarlierState | None = None
        self._filled: EarlierState | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(6), px(10), px(6))
        column.setSpacing(px(4))
        column.addLayout(self._head())
        self._body = QWidget()
        self._body.setVisible(False)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(px(26), 0, px(4), px(6))
        body.setSpacing(px(8))
        self._whose = Words("", Style.SMALL, "ink2")
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(px(12))
        self._table.setVerticalSpacing(px(6))
        self._table.setColumnStretch(1, 1)
        self._rows: list[tuple[Words, Words]] = []
        self._take = Button(self.tr("Take over the justification"))
        self._take.clicked.connect(self._take_over)
        body.addWidget(self._whose)
        body.addLayout(self._table)
        body.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._body)
        self.setVisible(False)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        sign = MarkSign(Mark.LAST_ROUND, 16)
        sign.setFixedSize(px(16), px(24))
        self._words = Words("", Style.BODY, "ink2")
        self._toggle = Button("", Kind.LINK)
        self._toggle.clicked.connect(self._switch)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setContentsMargins(0, px(3), 0, px(2))
        words.addWidget(self._words)
        row.addLayout(words, 1)
        row.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def show_earlier(self, state: EarlierState | None) -> None:
        """Show another earlier answer, or hide; emits nothing."""
        if state is self._state and (state is None) == self.isHidden():
            return
        self._state = state
        self.setVisible(state is not None)
        if state is None:
            return
        self._words.setText(state.head)
        self._words.setAccessibleName(state.head)
        self._name_toggle()
        if not self._body.isHidden():
            self._fill(state)

    def show_own(self, justification: str, *, locked: bool) -> None:
        """The justification of today: what stands in it already is not offered again."""
        earlier = self._state.justification if self._state is not None else ""
        self._take.setVisible(bool(earlier) and earlier not in justification and not locked)

    def _fill(self, state: EarlierState) -> None:
        if state is self._filled:
            return
        self._filled = state
        self._whose.setText(state.whose)
        while len(self._rows) < len(state.parts):
            name = Words("", Style.SMALL, "ink3", widest=_NAMES)
            name.setFixedWidth(px(_NAMES))
            text = Words("", Style.BODY)
            place = len(self._rows)
            self._table.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            self._table.addWidget(text, place, 1)
            self._rows.append((name, text))
        for place, (name, text) in enumerate(self._rows):
            used = place < len(state.parts)
            name.setVisible(used)
            text.setVisible(used)
            if used:
                name.setText(state.parts[place][0])
                text.setText(state.parts[place][1])
                text.setAccessibleName(": ".join(state.parts[place]))

    def _switch(self) -> None:
        opened = self._body.isHidden()
        if opened and self._state is not None:
            self._fill(self._state)
        self._body.setVisible(opened)
        self._name_toggle()

    def _name_toggle(self) -> None:
        opened = not self._body.isHidden()
        head = self._state.head if self._state is not None else ""
        self._toggle.rename(self.tr("Hide") if opened else self.tr("Show"))
        words = self.tr("Hide: {earlier}") if opened else self.tr("Show: {earlier}")
        self._toggle.setAccessibleName(words.format(earlier=head))

    def _take_over(self) -> None:
        if self._state is not None:
            self.taken_over.emit(self._state.justification)
