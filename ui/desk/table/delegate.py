"""How the cells of a table look."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.desk.table.content import Cell, Column
from ui.desk.table.model import CELL, Index
from ui.marks import Mark, paint_mark
from ui.text import draw_line, elided, text_width
from ui.theme import px, tokens
from ui.widgets.painted import draw_box, draw_ring, hairline, inset

ROW, HEAD, SIDE = 34, 32, 10
TICK = 16
_MARK, _EDGED = 15, 28
BAR, BAR_GAP = 9, 2
_LOWEST = 2


class View(Protocol):
    """What the cells ask of their view."""

    ring: bool
    hovered_row: int

    @property
    def content_columns(self) -> Sequence[Column]:
        """Of what is shown."""

    @property
    def first_column(self) -> int:
        """Place of the first column in sight."""

    def hasFocus(self) -> bool:
        """Whether the keyboard is here."""

    def viewport(self) -> QWidget:
        """Where the cells are painted."""

    def currentIndex(self) -> QModelIndex:
        """The current cell."""

    def selectionModel(self) -> QItemSelectionModel:
        """What is chosen."""


class TableCells(QStyledItemDelegate):
    """Rows split by hairlines; the current one has bar, tint and, by keyboard, the ring."""

    def __init__(self, view: View) -> None:
        super().__init__(view)  # type: ignore[arg-type]
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        rect = QRectF(option.rect)
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
        if current or view.selectionModel().isRowSelected(index.row()):
            painter.fillRect(rect, t.tint if view.hasFocus() else t.hover)
        elif index.row() == view.hovered_row:
            painter.fillRect(rect, t.hover)
        hairline(painter, rect.left(), rect.right() + 1, rect.bottom())
        if current and index.column() == view.first_column:
            bar = QRectF(rect.left(), rect.top() + px(5), px(4), rect.height() - 2 * px(5))
            painter.fillRect(bar, t.accent)

    def _paint_cell(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        cell: Cell = index.data(CELL)
        column = self._view.content_columns[index.column()]
        side = px(2 if column.centre else SIDE)
        left, room = rect.left() + side, rect.width() - 2 * side
        if cell.bars:
            _paint_bars(painter, rect.adjusted(side, 0, -side, 0), cell.bars)
        if cell.ticked is not None:
            self._paint_tick(painter, QRectF(left, rect.top(), px(TICK), rect.height()), cell)
            left, room = left + px(TICK + 8), room - px(TICK + 8)
        size, marked = px(_MARK), px(22) if cell.text else px(_MARK)
        words = elided(
            cell.text,
            cell.style,
            max(0, int(room - (marked if cell.mark else 0))),
            middle=column.middle,
        )
        wide = text_width(words, cell.style) if words else 0
        used = wide + (marked if cell.mark else 0)
        if column.right:
            left = rect.right() - side - used
        elif column.centre:
            left = rect.left() + (rect.width() - used) / 2
        if cell.edged:
            edge = max(px(_EDGED), wide + px(12))
            box = QRectF(0, 0, edge, px(_EDGED))
            box.moveCenter(rect.center())
            draw_box(painter, box, 6, fill=tokens().surface, edge=tokens().warn, width=1.6)
        if cell.mark is not None:
            box = QRectF(left, rect.top() + (rect.height() - size) / 2, size, size)
            paint_mark(painter, cell.mark, box)
            left += marked
        draw_line(painter, words, cell.style, tokens().role(cell.role), left, rect.top(), rect.height())

    def _paint_tick(self, painter: QPainter, place: QRectF, cell: Cell) -> None:
        t, box = tokens(), QRectF(0, 0, px(TICK), px(TICK))
        box.moveCenter(place.center())
        edge = None if cell.ticked else t.control
        draw_box(painter, box, 3, fill=t.accent if cell.ticked else t.surface, edge=edge, width=1.2)
        if cell.ticked:
            paint_mark(painter, Mark.COMPLETE, box.adjusted(1, 1, -1, -1), t.on_accent)

    def editorEvent(self, *_given: object) -> bool:
        """Ticking is the view's business; the platform's own box is not where ours is."""
        return False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All alike."""
        del option, index
        return QSize(px(60), px(ROW))


def _paint_bars(painter: QPainter, room: QRectF, counts: Sequence[int]) -> None:
    """One bar a count from the left, the most the highest; a hairline stands for none."""
    t, most = tokens(), max(*counts, 1)
    whole = len(counts) * px(BAR + BAR_GAP) - px(BAR_GAP)
    x = room.left() + (room.width() - whole) / 2
    bottom = room.bottom() - px(7)
    top = room.height() - 2 * px(7)
    for count in counts:
        high = max(px(_LOWEST), round(top * count / most)) if count else t.edge
        painter.fillRect(QRectF(x, bottom - high, px(BAR), high), t.ink2 if count else t.line)
        x += px(BAR + BAR_GAP)
