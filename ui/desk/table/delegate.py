"""How the cells of a table look."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.desk.table.content import Cell
from ui.desk.table.model import CELL, Index
from ui.marks import paint_mark
from ui.text import draw_line, elided, text_width
from ui.theme import px, tokens
from ui.widgets.painted import draw_ring, hairline, inset

if TYPE_CHECKING:
    from ui.desk.table.view import DeskTable

ROW, HEAD, SIDE = 34, 32, 10
_MARK = 15


class TableCells(QStyledItemDelegate):
    """Rows split by hairlines; the current one has bar, tint and, by keyboard, the ring."""

    @property
    def _view(self) -> "DeskTable":
        return self.parent()  # type: ignore[return-value]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, index)
        self._paint_cell(painter, rect, index)
        view = self._view
        if view.ring and index.row() == view.currentIndex().row():
            whole = QRectF(0, rect.top(), view.viewport().width(), rect.height())
            draw_ring(painter, inset(whole, 2), 6)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        t, view = tokens(), self._view
        current = index.row() == view.currentIndex().row()
        if current or view.selectionModel().isRowSelected(index.row(), index.parent()):  # type: ignore[arg-type]
            painter.fillRect(rect, t.tint if view.hasFocus() else t.hover)
        elif index.row() == view.hovered_row:
            painter.fillRect(rect, t.hover)
        hairline(painter, rect.left(), rect.right() + 1, rect.bottom())
        if current and rect.left() <= 0:
            bar = QRectF(rect.left(), rect.top() + px(5), px(4), rect.height() - 2 * px(5))
            painter.fillRect(bar, t.accent)

    def _paint_cell(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        cell: Cell = index.data(CELL)
        column = self._view.content_columns[index.column()]
        left, room = rect.left() + px(SIDE), rect.width() - 2 * px(SIDE)
        if cell.mark is not None:
            size = px(_MARK)
            box = QRectF(left, rect.top() + (rect.height() - size) / 2, size, size)
            paint_mark(painter, cell.mark, box)
            left, room = left + px(22), room - px(22)
        words = elided(cell.text, cell.style, max(0, int(room)), middle=column.middle)
        if column.right:
            left = rect.right() - px(SIDE) - text_width(words, cell.style)
        draw_line(painter, words, cell.style, tokens().role(cell.role), left, rect.top(), rect.height())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All alike."""
        del option, index
        return QSize(px(60), px(ROW))
