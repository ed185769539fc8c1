"""The heat map: a table whose cells are painted, walked with arrows, opened with Enter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.desk.matrix.heat_cell import HeatCell, paint_heat_cell
from ui.desk.table.model import CELL, Index
from ui.text import block, draw_line, elided, text_width
from ui.theme import Style, line_height, px, tokens

_ROW, _APART, _LEAST, _NAMES = 49, 8, 70, 196
_HEAD_LINES = 3


@dataclass(frozen=True, slots=True)
class RowHead:
    """A country: its code, its name, how many experts."""

    key: str
    name: str
    right: str


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """A pillar or the domain: its id, what stands bold above, its title below."""

    key: str
    short: str
    title: str


@dataclass(frozen=True, slots=True)
class HeatContent:
    """Rows, columns and cells; the last column stands apart."""

    rows: tuple[RowHead, ...] = ()
    columns: tuple[ColumnHead, ...] = ()
    cells: Sequence[Sequence[HeatCell]] = ()


class _Model(QAbstractTableModel):
    content = HeatContent()

    def show_content(self, content: HeatContent) -> None:
        self.beginResetModel()
        self.content = content
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.content.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.content.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.content.cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return cell.spoken
        return cell if role == CELL else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if orientation is Qt.Orientation.Horizontal:
            column = self.content.columns[section]
            return f"{column.short} {column.title}".strip()
        row = self.content.rows[section]
        return f"{row.name}, {row.right}"


class _Cells(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, HeatMap)
        rect = QRectF(option.rect)
        if index.column() == view.last_column:
            rect.setLeft(rect.left() + px(_APART))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, focused = index == view.currentIndex(), view.hasFocus()
        paint_heat_cell(painter, rect, index.data(CELL), chosen=chosen, focused=focused)
        painter.restore()


class _ColumnHeads(QHeaderView):
    """The id in bold over the title, which wraps."""

    def __init__(self, view: "HeatMap") -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._map = view
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        height = line_height(Style.SMALL_STRONG) + _HEAD_LINES * line_height(Style.CAPTION)
        return QSize(super().sizeHint().width(), height + px(10))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        t = tokens()
        column = self._map.content.columns[section]
        left = rect.left() + px(4) + (px(_APART) if section == self._map.last_column else 0)
        room = rect.right() - left - px(8)
        painter.save()
        painter.fillRect(rect, t.surface)
        top = rect.top()
        line = line_height(Style.SMALL_STRONG)
        short = elided(column.short, Style.SMALL_STRONG, room)
        draw_line(painter, short, Style.SMALL_STRONG, t.ink, left, top, line)
        words = block(_fitting(column.title, room), Style.CAPTION, room)
        words.draw(painter, left, top + line, t.ink2)
        painter.restore()


class _RowHeads(QHeaderView):
    """The country and how many experts; the one looked at in bold."""

    def __init__(self, view: "HeatMap") -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._map = view
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(px(_ROW))
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(self._map.names_width, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        t = tokens()
        row = self._map.content.rows[section]
        painter.save()
        painter.fillRect(rect, t.surface)
        chosen = section == self._map.currentIndex().row()
        style = Style.SECTION if chosen else Style.BODY
        right = rect.right() - px(8) - text_width(row.right, Style.SMALL)
        draw_line(painter, row.right, Style.SMALL, t.ink3, right, rect.top(), rect.height())
        words = elided(row.name, style, right - px(8) - rect.left())
        draw_line(painter, words, style, t.ink, rect.left(), rect.top(), rect.height())
        painter.restore()


class HeatMap(QTableView):
    """Countries by pillars.

    Signals:
        cell_opened: A click, Enter, or the arrows went to a cell; carries country and pillar.
    """

    cell_opened = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assessments")  # the style sheet's word for a table without frame
        self.setAccessibleName(name)
        self.names_width = px(_NAMES)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setHorizontalHeader(_ColumnHeads(self))
        self.setVerticalHeader(_RowHeads(self))
        self.setItemDelegate(_Cells(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setStyleSheet("QTableCornerButton::section { background: transparent; border: 0; }")
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        self.horizontalHeader().sectionClicked.connect(lambda n: self._go(0, n))
        self.verticalHeader().sectionClicked.connect(lambda n: self._go(n, self.last_column))

    @property
    def content(self) -> HeatContent:
        """What is shown."""
        return self._model.content

    @property
    def last_column(self) -> int:
        """The one that stands apart."""
        return len(self.content.columns) - 1

    def show_content(self, content: HeatContent) -> None:
        """Show other cells; the chosen one stays. Emits nothing."""
        chosen = self.chosen
        blocked = self.blockSignals(True)
        self._model.show_content(content)
        self.choose(*chosen)
        self.blockSignals(blocked)
        self._share_width()

    @property
    def chosen(self) -> tuple[str, str]:
        """Country and pillar of the chosen cell; "" where there is none."""
        index = self.currentIndex()
        if not index.isValid():
            return "", ""
        return self.content.rows[index.row()].key, self.content.columns[index.column()].key

    def choose(self, country: str, pillar: str) -> None:
        """Choose a cell; emits nothing."""
        rows = [row.key for row in self.content.rows]
        columns = [column.key for column in self.content.columns]
        if country in rows and pillar in columns:
            blocked = self.blockSignals(True)
            self.setCurrentIndex(self._model.index(rows.index(country), columns.index(pillar)))
            self.blockSignals(blocked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        columns = len(self.content.columns)
        if not columns:
            return
        longest = max(text_width(row.name, Style.SECTION) for row in self.content.rows)
        right = max(text_width(row.right, Style.SMALL) for row in self.content.rows)
        wanted = longest + right + px(28)
        self.names_width = min(wanted, max(px(96), self.width() // 5))
        self.verticalHeader().setFixedWidth(self.names_width)
        room = self.width() - self.names_width - px(_APART) - 2
        wide = max(px(_LEAST), room // columns)
        for place in range(columns):
            self.setColumnWidth(place, wide + (px(_APART) if place == self.last_column else 0))
        scrolls = wide * columns > room
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + len(self.content.rows) * px(_ROW) + bar + 2)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Rings and bold names move along; the arrows show what lies behind the cell."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self.verticalHeader().viewport().update()
        if current.isValid():
            self.cell_opened.emit(*self.chosen)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring takes the colour of focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring takes the colour of ink."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # the page copies the whole table
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.cell_opened.emit(*self.chosen)

    def _go(self, row: int, column: int) -> None:
        here = self.currentIndex()
        place = self._model.index(here.row() if row == 0 and here.isValid() else row, column)
        self.setCurrentIndex(place)


def _fitting(title: str, room: int) -> str:
    """A title of at most three lines, no word broken in the middle."""
    title = " ".join(elided(word, Style.CAPTION, room) for word in title.split())
    words = title
    while words and block(words + "…", Style.CAPTION, room).lines > _HEAD_LINES:
        words = words.rpartition(" ")[0]
    if block(title, Style.CAPTION, room).lines <= _HEAD_LINES:
        return title
    return f"{words}…" if words else elided(title, Style.CAPTION, room)
