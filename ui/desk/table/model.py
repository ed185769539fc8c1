"""The rows of a table for Qt's views."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.desk.table.content import Cell, Column, Row, TableContent

Index = QModelIndex | QPersistentModelIndex
SORT = int(Qt.ItemDataRole.UserRole)
CELL = SORT + 1
"""Roles: what to sort by, and the ready `Cell` a delegate paints."""

_NOTHING = TableContent("", ())


class TableModel(QAbstractTableModel):
    """Shows one content; another one resets it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.content = _NOTHING
        self._said: dict[int, str] = {}

    def show_content(self, content: TableContent) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.content = content
        self._said.clear()
        self.endResetModel()

    def row(self, place: int) -> Row:
        """The row at a place of the content."""
        return self.content.rows[place]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """A flat list."""
        return 0 if parent.isValid() else len(self.content.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Of the content."""
        return 0 if parent.isValid() else len(self.content.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, the whole line for screen readers, what to sort by, the cell."""
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip_words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row())
        if role == Qt.ItemDataRole.CheckStateRole and cell.ticked is not None:
            return Qt.CheckState.Checked if cell.ticked else Qt.CheckState.Unchecked
        if role == SORT:
            return cell.order
        return cell if role == CELL else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A box can be ticked: screen readers say so."""
        flags = super().flags(index)
        ticked = index.isValid() and self.cell(index).ticked is not None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticked else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.content.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or column.head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column) | Qt.AlignmentFlag.AlignVCenter
        return None

    def cell(self, index: Index) -> Cell:
        """What stands at a place."""
        return self.content.rows[index.row()].cells[index.column()]

    def _spoken(self, place: int) -> str:
        # Six hundred sentences are made when somebody listens, not when the table is shown.
        if place not in self._said:
            self._said[place] = self.content.said(self.content.rows[place])
        return self._said[place]


def _side(column: Column) -> Qt.AlignmentFlag:
    if column.centre:
        return Qt.AlignmentFlag.AlignHCenter
    return Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
