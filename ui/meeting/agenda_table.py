"""The agenda while it is prepared: tick what the meeting shall look at, move it up or down."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from ui.marks import Mark, paint_mark
from ui.meeting.words import level_words
from ui.theme import px, tokens
from ui.widgets.painted import draw_box
from wb6assess.model.meeting import Place
from wb6assess.reports.meeting.rows import AgendaItem

_TICK, _TITLE, _COUNTRY, _RANGE, _WEIGHT, _EXPERTS, _STATE = range(7)
_PLACE = Qt.ItemDataRole.UserRole


class _Boxes(QStyledItemDelegate):
    """Paints the boxes as everywhere else; the platform's are hard to see in the dark."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row as usual, its box anew."""
        super().paint(painter, option, index)
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        table = shown.widget
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = QRectF(table.style().subElementRect(part, shown, table))
        t = tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked = shown.checkState is Qt.CheckState.Checked
        painter.fillRect(box, t.hover if shown.state & QStyle.StateFlag.State_Selected else t.surface)
        edge = None if ticked else t.control
        draw_box(painter, box, 3, fill=t.accent if ticked else t.surface, edge=edge, width=1.2)
        if ticked:
            paint_mark(painter, Mark.COMPLETE, box.adjusted(1, 1, -1, -1), t.on_accent)
        painter.restore()


class AgendaTable(QTreeWidget):
    """One row an item, in the meeting's order.

    Signals:
        changed: Something was ticked, unticked or moved.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("assessments")
        self.setAccessibleName(self.tr("Agenda"))
        self.setColumnCount(7)
        self.setHeaderLabels(
            [
                self.tr("Indicator"),
                self.tr("Title"),
                self.tr("Country"),
                self.tr("Range"),
                self.tr("Weight"),
                self.tr("Experts"),
                self.tr("State"),
            ]
        )
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setItemDelegateForColumn(_TICK, _Boxes(self))
        self.setMinimumHeight(px(232))
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumHeight(px(32))
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.itemChanged.connect(lambda _item, _column: self.changed.emit())

    def show_items(self, items: Sequence[AgendaItem], ticked: Collection[Place]) -> None:
        """Show other items; emits nothing."""
        self.blockSignals(True)
        self.clear()
        for item in items:
            self.addTopLevelItem(self._row(item, ticked=item.place in ticked))
        if (first := self.topLevelItem(0)) is not None:
            self.setCurrentItem(first, 0, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.blockSignals(False)

    def _row(self, item: AgendaItem, *, ticked: bool) -> QTreeWidgetItem:
        row = QTreeWidgetItem()
        texts = (
            item.indicator,
            item.title,
            item.country_name,
            level_words(item.range),
            f"{level_words(round(item.weight, 1))} %",
            str(item.n),
            self._state(item),
        )
        for column, text in enumerate(texts):
            row.setText(column, text)
            row.setToolTip(column, text)
            if column in {_RANGE, _WEIGHT, _EXPERTS}:
                row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.setData(_TICK, _PLACE, item.place)
        spoken = self.tr("{id}, {title}, {country}").format(
            id=item.indicator, title=item.title, country=item.country_name
        )
        row.setData(_TICK, Qt.ItemDataRole.AccessibleTextRole, spoken)
        row.setCheckState(_TICK, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        row.setSizeHint(_TICK, row.sizeHint(_TICK).expandedTo(_row_size()))
        return row

    def _state(self, item: AgendaItem) -> str:
        if item.settled:
            return self.tr("decided")
        if item.standing is not None:
            return self.tr("to look at again")
        return self.tr("contradicting records") if item.contradicted else self.tr("open")

    @property
    def ticked(self) -> tuple[Place, ...]:
        """Places of the ticked rows, in order."""
        rows = [self.topLevelItem(place) for place in range(self.topLevelItemCount())]
        found: list[Place] = []
        for row in rows:
            if row is not None and row.checkState(_TICK) is Qt.CheckState.Checked:
                country, indicator = row.data(_TICK, _PLACE)
                found.append((country, indicator))
        return tuple(found)

    def shift(self, step: int) -> None:
        """Move the current row up (-1) or down (1)."""
        row = self.currentItem()
        place = self.indexOfTopLevelItem(row) if row is not None else -1
        if row is None or not 0 <= place + step < self.topLevelItemCount():
            return
        self.takeTopLevelItem(place)
        self.insertTopLevelItem(place + step, row)
        self.setCurrentItem(row)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the row."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift(step)
            return
        super().keyPressEvent(event)


def _row_size() -> QSize:
    return QSize(0, px(30))
