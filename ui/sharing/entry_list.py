"""The list at the left: each question with its mark and what was chosen for it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.marks import paint_mark
from ui.sharing.entry_model import ROW, EntryModel, ListRow
from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.painted import draw_box, draw_ring, inset

_Index = QModelIndex | QPersistentModelIndex
_ROW = 30
_PASSED_ON = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Delegate(QStyledItemDelegate):
    ring = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(px(200), px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, ListRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(0, 0, -px(6), 0)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if row.item:
            self._paint_ground(painter, rect, state)
            self._paint_item(painter, rect, row, chosen=chosen)
        else:
            self._paint_heading(painter, rect, row)
        if self.ring and state & QStyle.StateFlag.State_HasFocus and row.item:
            draw_ring(painter, inset(rect, 1), 6)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        t = tokens()
        if state & QStyle.StateFlag.State_Selected:
            edge = t.tint_line if t.contrast else None
            draw_box(painter, rect, 6, fill=t.tint, edge=edge, width=t.edge)
            bar = QRectF(rect.x(), rect.y() + px(5), px(3), rect.height() - 2 * px(5))
            draw_box(painter, bar, 1.5, fill=t.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, rect, 6, fill=t.hover)

    def _paint_heading(self, painter: QPainter, rect: QRectF, row: ListRow) -> None:
        t = tokens()
        y, height = rect.y(), rect.height()
        note = elided(row.word, Style.SMALL, round(rect.width() * 0.45))
        right = rect.right() - px(8) - text_width(note, Style.SMALL)
        draw_line(painter, note, Style.SMALL, t.ink2, right, y, height)
        words = f"{row.number}  {row.title}".strip()
        title = elided(words, Style.SECTION, round(right - rect.x() - px(16)))
        draw_line(painter, title, Style.SECTION, t.ink, rect.x() + px(8), y, height)

    def _paint_item(self, painter: QPainter, rect: QRectF, row: ListRow, *, chosen: bool) -> None:
        t = tokens()
        y, height = rect.y(), rect.height()
        x = rect.x() + px(12)
        assert row.mark is not None  # only headings have none
        paint_mark(painter, row.mark, QRectF(x, rect.center().y() - px(7), px(14), px(14)))
        x += px(21)
        word = elided(row.word, Style.SMALL, round(rect.width() * 0.36))
        right = rect.right() - px(8) - text_width(word, Style.SMALL)
        draw_line(painter, word, Style.SMALL, t.ink2, right, y, height)
        style = Style.SECTION if chosen else Style.BODY
        words = elided(f"{row.number}  {row.title}", style, round(right - x - px(8)))
        draw_line(painter, words, style, t.ink, x, y, height)


class EntryList(QListView):
    """Shows the rows of a model; Up and Down move, other keys belong to the page.

    Signals:
        item_shown: Another question is current; carries its id.
    """

    item_shown = Signal(str)

    def __init__(self, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = _Delegate()
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Questions"))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)

    def show_item(self, item: str) -> None:
        """Make a question current; says so only when it is another one."""
        place = self._model.place(item)
        if place >= 0:
            index = self._model.index(place)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Say which question it is."""
        super().currentChanged(current, previous)
        row = current.data(ROW)
        if isinstance(row, ListRow) and row.item:
            self.item_shown.emit(row.item)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring shows for the keyboard."""
        self._delegate.ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choosing is the page's business; typing letters searches nothing here."""
        self._delegate.ring = True
        if event.key() in _PASSED_ON or event.text().isdigit():
            event.ignore()
            return
        super().keyPressEvent(event)
