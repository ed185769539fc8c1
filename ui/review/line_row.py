"""One line of the review: mark, ids, sentence, and what a click does at the right."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.icons import Icon, paint_icon
from ui.marks import Mark, mark_name, paint_mark
from ui.review.review_state import Item, ReviewLine
from ui.text import block, draw_line, elided, text_width
from ui.theme import Style, line_height, px, tokens
from ui.widgets.painted import PaintedButton, draw_box, draw_ring, inset

_LEFT, _RIGHT, _PAD = 46, 18, 10


class LineRow(PaintedButton):
    """A finding or a summary; the whole row is the button."""

    def __init__(self, line: ReviewLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.wrap_height()
        self.setText(line.sentence)
        self.setCheckable(bool(line.items))
        self.toggled.connect(self._name)
        self._name()

    @property
    def action(self) -> str:
        """What a click does."""
        if self.line.items and self.isChecked():
            return self.tr("Hide")
        return self.line.action

    def hasHeightForWidth(self) -> bool:
        """Sentences wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """58 for two lines; more when the sentence wraps."""
        words = block(self.line.sentence, Style.BODY, self._room(width)).height
        return max(px(58), 2 * px(_PAD) + line_height(Style.BODY) + words)

    def sizeHint(self) -> QSize:
        """A page's width."""
        return QSize(px(480), self.heightForWidth(px(480)))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(240), px(58))

    def paint(self, painter: QPainter) -> None:
        """Mark at the left, words, action at the right."""
        t = tokens()
        rect = inset(QRectF(self.rect()), 1)
        if self.isDown() or self.hovered:
            draw_box(painter, rect, 7, fill=t.press if self.isDown() else t.hover)
        size, line = px(17), line_height(Style.BODY)
        top = (self.height() - self._words_height()) / 2
        mark = QRectF(px(17), top + (line - size) / 2, size, size)
        paint_mark(painter, self.line.mark, mark)
        self._paint_words(painter, top)
        self._paint_action(painter)
        if self.ring:
            draw_ring(painter, rect, 7)

    def _paint_words(self, painter: QPainter, top: float) -> None:
        t = tokens()
        line, room, left = line_height(Style.BODY), self._room(self.width()), px(_LEFT)
        ids = elided(self.line.ids, Style.SECTION, room)
        head = t.block if self.line.mark is Mark.BLOCKS else t.ink
        draw_line(painter, ids, Style.SECTION, head, left, top, line)
        used = text_width(ids, Style.SECTION) + px(10)
        title = ""
        if self.line.title and room - used > px(40):
            title = elided(self.line.title, Style.BODY, room - used)
            draw_line(painter, title, Style.BODY, t.ink2, left + used, top, line)
        whole = (ids, title) == (self.line.ids, self.line.title)
        self.setToolTip("" if whole else " · ".join(filter(None, (self.line.ids, self.line.title))))
        block(self.line.sentence, Style.BODY, room).draw(painter, left, top + line, t.ink)

    def _paint_action(self, painter: QPainter) -> None:
        if not self.action:
            return
        t = tokens()
        icon = px(14)
        edge = self.width() - px(_RIGHT)
        box = QRectF(edge - icon, (self.height() - icon) / 2, icon, icon)
        shape = Icon.FORTH
        if self.line.items:
            shape = Icon.UP if self.isChecked() else Icon.DOWN
        paint_icon(painter, shape, box, t.accent)
        x = edge - icon - px(8) - text_width(self.action, Style.BODY)
        draw_line(painter, self.action, Style.BODY, t.accent, x, 0, self.height())

    def _words_height(self) -> int:
        sentence = block(self.line.sentence, Style.BODY, self._room(self.width())).height
        return line_height(Style.BODY) + sentence

    def _room(self, width: int) -> int:
        action = 0
        if self.line.action:
            action = text_width(self.line.action, Style.BODY) + px(8 + 14 + 16)
        return max(px(120), width - px(_LEFT) - px(_RIGHT) - action)

    def _name(self) -> None:
        line = self.line
        spoken = f"{mark_name(line.mark)}: {line.ids}. {line.title}. {line.sentence} {self.action}"
        self.setAccessibleName(spoken.replace(". . ", ". ").strip())
        self.update()


class ItemRow(PaintedButton):
    """One indicator of an opened list."""

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        words = self.tr("Go to {id}: {title}").format(id=item.id, title=item.title)
        self.setText(words)
        self.setAccessibleName(words)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """A list row."""
        return QSize(px(320), px(28))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(160), px(28))

    def paint(self, painter: QPainter) -> None:
        """Id and title."""
        t = tokens()
        rect = QRectF(self.rect()).adjusted(px(_LEFT) - px(8), 0, -px(8), 0)
        if self.isDown() or self.hovered:
            draw_box(painter, rect, 6, fill=t.press if self.isDown() else t.hover)
        left = px(_LEFT)
        draw_line(painter, self.item.id, Style.BODY_MEDIUM, t.accent, left, 0, self.height())
        used = left + text_width(self.item.id, Style.BODY_MEDIUM) + px(10)
        title = elided(self.item.title, Style.BODY, round(self.width() - used - px(16)))
        draw_line(painter, title, Style.BODY, t.ink2, used, 0, self.height())
        self.setToolTip(self.item.title if title != self.item.title else "")
        if self.ring:
            draw_ring(painter, rect, 6)
