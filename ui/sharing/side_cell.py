"""One side of one facet: whose it is, its words with what differs set apart; a click chooses it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.marks import Mark, paint_mark
from ui.text import Block, Span, block, draw_line, elided
from ui.theme import Style, line_height, px, tokens
from ui.widgets.painted import PaintedButton, draw_box, draw_ring

_PAD_X, _PAD_Y = 14, 10


class SideCell(PaintedButton):
    """Shows whose words these are; checked when they are the ones that will be kept.

    Set apart are `strong` stretches, by weight and a line below. Nothing said has its own words.
    """

    def __init__(
        self, label: str, name: str, text: str, strong: tuple[Span, ...], parent: QWidget | None = None
    ) -> None:
        """`name` is what the facet is called."""
        super().__init__(parent)
        self._label, self._strong = label, strong
        self._said = bool(text)
        self._words = text or self.tr("nothing")
        self.setText(self._words)
        self.setCheckable(True)
        self.wrap_height()
        self.setAccessibleName(f"{label}, {name}: {self._words}")
        marked = "; ".join(text[start : start + length] for start, length in strong)
        if marked:
            self.setAccessibleDescription(self.tr("Different here: {words}").format(words=marked))

    def nextCheckState(self) -> None:
        """The page decides what is chosen and shows it."""

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Label and words."""
        return 2 * px(_PAD_Y) + line_height(Style.SMALL) + px(4) + self._laid(width).height

    def sizeHint(self) -> QSize:
        """Half a sheet."""
        return QSize(px(320), self.heightForWidth(px(320)))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(140), px(52))

    def paint(self, painter: QPainter) -> None:
        """Frame, bar, label, words, check."""
        t = tokens()
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        fill = t.tint if chosen else t.press if self.isDown() else t.hover if self.hovered else t.surface
        edge = (t.tint_line if t.contrast else t.accent) if chosen else t.line
        draw_box(painter, rect, 8, fill=fill, edge=edge, width=t.edge)
        if chosen:
            draw_box(painter, QRectF(0, px(8), px(4), rect.height() - 2 * px(8)), 2, fill=t.accent)
            box = QRectF(rect.right() - px(14) - px(14), px(_PAD_Y) + px(2), px(14), px(14))
            paint_mark(painter, Mark.COMPLETE, box, t.accent)
        line = line_height(Style.SMALL)
        room = self.width() - 2 * px(_PAD_X) - px(20)
        style = Style.SMALL_STRONG if chosen else Style.SMALL
        label = elided(self._label, style, room)
        ink = t.ink if chosen else t.ink2
        draw_line(painter, label, style, ink, px(_PAD_X), px(_PAD_Y), line)
        words_ink = t.ink if self._said else t.ink3
        self._laid(self.width()).draw(painter, px(_PAD_X), px(_PAD_Y) + line + px(4), words_ink)
        if self.ring:
            draw_ring(painter, rect, 8)

    def _laid(self, width: int) -> Block:
        room = max(px(80), width - 2 * px(_PAD_X))
        return block(self._words, Style.BODY, room, self._strong)
