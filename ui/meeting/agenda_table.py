"""The agenda while it is prepared: tick what the meeting shall look at, move it up or down."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QLocale, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.desk.table.view import DeskTable
from ui.marks import Mark
from ui.meeting.words import level_words
from ui.theme import px
from wb6assess.model.meeting import Place
from wb6assess.reports.meeting.rows import AgendaItem
from wb6assess.scoring.numbers import published

_LEAST = 232


class AgendaTable(DeskTable):
    """One row an item, in the meeting's order; a click on its box or Space ticks it.

    Signals:
        changed: Something was ticked, unticked or moved.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Agenda"))
        self._items: list[AgendaItem] = []
        self._ticked: set[Place] = set()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumHeight(px(_LEAST))
        head = self.horizontalHeader()  # the order is the meeting's, not a column's
        head.setSectionsClickable(False)
        head.setSortIndicatorShown(False)
        self.clicked.connect(self._clicked)

    def show_items(self, items: Sequence[AgendaItem], ticked: Collection[Place]) -> None:
        """Show other items; emits nothing."""
        self._items, self._ticked = list(items), set(ticked)
        self._show()

    @property
    def ticked(self) -> tuple[Place, ...]:
        """Places of the ticked rows, in order."""
        return tuple(item.place for item in self._items if item.place in self._ticked)

    @property
    def order(self) -> tuple[Place, ...]:
        """Places of all rows, in order."""
        return tuple(item.place for item in self._items)

    def switch(self, place: Place) -> None:
        """Tick an item, or take its tick away."""
        self._ticked ^= {place}
        self._show()
        self.changed.emit()

    def shift(self, step: int) -> None:
        """Move the current row up (-1) or down (1)."""
        row = self.currentIndex().row()
        if row < 0 or not 0 <= row + step < len(self._items):
            return
        self._items.insert(row + step, self._items.pop(row))
        self._show()
        self.scrollTo(self.currentIndex())
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the row, Space ticks it."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        row = self.currentIndex().row()
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift(step)
        elif key is Qt.Key.Key_Space and row >= 0:
            self.ring = True
            self.switch(self._items[row].place)
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.switch(self._items[index.row()].place)

    def _show(self) -> None:
        columns = (
            Column("indicator", self.tr("Indicator")),
            Column("title", self.tr("Title"), share=1),
            Column("country", self.tr("Country")),
            Column("range", self.tr("Range"), right=True, spare=1),
            Column("weight", self.tr("Weight"), right=True, spare=3),
            Column("experts", self.tr("Experts"), right=True, spare=4),
            Column("state", self.tr("State"), spare=2),
        )
        rows = [Row(" ".join(item.place), self._cells(item)) for item in self._items]
        self.show_content(TableContent(self.accessibleName(), columns, rows))

    def _cells(self, item: AgendaItem) -> tuple[Cell, ...]:
        mark, words = self._state(item)
        return (
            Cell(item.indicator, ticked=item.place in self._ticked),
            Cell(item.title),
            Cell(item.country_name, role="ink2"),
            Cell(level_words(item.range)),
            Cell(f"{QLocale().toString(float(published(item.weight)), 'f', 1)} %", role="ink2"),
            Cell(str(item.n), role="ink2"),
            Cell(words, mark=mark, role="ink2"),
        )

    def _state(self, item: AgendaItem) -> tuple[Mark, str]:
        if item.settled:
            return Mark.VALIDATED, self.tr("decided")
        if item.standing is not None:
            return Mark.LOOK, self.tr("to look at again")
        if item.contradicted:
            return Mark.CONFLICT, self.tr("contradicting records")
        return Mark.TODO, self.tr("open")
