"""Paints the outline's rows: no formatting here, one ready struct per row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import Icon, paint_icon
from ui.marks import paint_mark
from ui.questionnaire.outline.model import HIT, OPEN, ROW
from ui.questionnaire.outline.rows import Row
from ui.questionnaire.questions import CONTEXT
from ui.questionnaire.search_index import Hit
from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.painted import draw_box, draw_ring, inset

_Index = QModelIndex | QPersistentModelIndex

_ROW, _FOUND = 28, 46
"""Heights in design px."""


class OutlineDelegate(QStyledItemDelegate):
    """One row of the outline; `current` is the page that is open."""

    current = ""
    ring = False
    found = False
    """Whether rows are what a search found: two lines, the second with the hit."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """The same for every row, so that a thousand of them are laid out at once."""
        return QSize(px(200), px(_FOUND if self.found else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, then heading or indicator."""
        row = index.data(ROW)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        self._paint_ground(painter, rect, row, option)
        if self.found:
            self._paint_found(painter, rect, row, index.data(HIT))
        elif row.heading:
            self._paint_heading(painter, rect, row, bool(index.data(OPEN)))
        else:
            self._paint_item(painter, rect, row)
        state = option.state
        if self.ring and state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, inset(rect, 1), 6)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, row: Row, option: QStyleOptionViewItem
    ) -> None:
        t = tokens()
        if row.page == self.current:
            edge = t.tint_line if t.contrast else None
            draw_box(painter, rect, 6, fill=t.tint, edge=edge, width=t.edge)
            bar = QRectF(rect.x(), rect.y() + px(5), px(3), rect.height() - 2 * px(5))
            draw_box(painter, bar, 1.5, fill=t.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, rect, 6, fill=t.hover)

    def _paint_found(self, painter: QPainter, rect: QRectF, row: Row, hit: object) -> None:
        """The row, and below it where the words were found."""
        line = px(_ROW - 4)
        upper = QRectF(rect.x(), rect.y() + px(2), rect.width(), line)
        if not isinstance(hit, Hit):
            upper.moveTop(rect.center().y() - line / 2)
        self._paint_item(painter, upper, row)
        if not isinstance(hit, Hit):
            return
        t = tokens()
        y, height = upper.bottom() - px(2), px(18)
        x = rect.x() + px(35)
        part = hit.part + ": "
        draw_line(painter, part, Style.SMALL, t.ink3, x, y, height)
        x += text_width(part, Style.SMALL)
        room = round(rect.right() - px(8) - x)
        before, found = hit.text[: hit.start], hit.text[hit.start : hit.start + hit.length]
        lead = text_width(before, Style.SMALL)
        if lead + text_width(found, Style.SMALL) > room:
            # The hit itself must be seen; the words before it give way.
            before, lead = "… ", text_width("… ", Style.SMALL)
        wide = min(text_width(found, Style.SMALL), room - lead)
        if wide > 0:
            box = QRectF(x + lead - 1, y + px(2), wide + 2, height - px(3))
            draw_box(painter, box, 3, fill=t.warn_tint, edge=t.warn if t.contrast else None)
        text = elided(before + hit.text[hit.start :], Style.SMALL, room)
        draw_line(painter, text, Style.SMALL, t.ink2, x, y, height)

    def _paint_heading(self, painter: QPainter, rect: QRectF, row: Row, opened: bool) -> None:
        t = tokens()
        size = px(12)
        x = rect.x() + px(4)
        if row.page != CONTEXT:
            box = QRectF(x, rect.center().y() - size / 2, size, size)
            paint_icon(painter, Icon.DOWN if opened else Icon.FORTH, box, t.ink2)
        right = rect.right() - px(8) - text_width(row.count, Style.SMALL)
        draw_line(painter, row.count, Style.SMALL, t.ink3, right, rect.y(), rect.height())
        if row.mark is not None:
            right -= px(20)
            box = QRectF(right, rect.center().y() - px(7), px(14), px(14))
            paint_mark(painter, row.mark, box)
        x += px(20)
        if row.number:
            draw_line(painter, row.number, Style.SECTION, t.ink, x, rect.y(), rect.height())
            x += text_width(row.number, Style.SECTION) + px(7)
        title = elided(row.title, Style.SECTION, round(right - x - px(8)))
        draw_line(painter, title, Style.SECTION, t.ink, x, rect.y(), rect.height())

    def _paint_item(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        t = tokens()
        chosen = row.page == self.current
        x = rect.x() + px(14)
        if row.mark is not None:
            box = QRectF(x, rect.center().y() - px(7), px(14), px(14))
            paint_mark(painter, row.mark, box)
        x += px(21)
        right = rect.right() - px(8)
        for mark in reversed(row.right):
            right -= px(15)
            paint_mark(painter, mark, QRectF(right, rect.center().y() - px(7), px(14), px(14)))
            right -= px(4)
        number_style = Style.BODY
        draw_line(painter, row.number, number_style, t.ink3, x, rect.y(), rect.height())
        x += max(px(24), text_width(row.number, number_style) + px(7))
        style = Style.SECTION if chosen else Style.BODY
        settled = row.mark is not None and row.mark.value != "todo"
        ink = t.ink2 if settled and not chosen else t.ink
        title = elided(row.title, style, round(right - x - px(4)))
        draw_line(painter, title, style, ink, x, rect.y(), rect.height())
