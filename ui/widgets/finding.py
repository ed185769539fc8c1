"""A finding: mark, ids, one sentence, at most one link; the whole block is the button."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.marks import Mark, mark_name, paint_mark
from ui.text import block, draw_line, elided
from ui.theme import Style, line_height, px, tokens
from ui.widgets.painted import PaintedButton, draw_box, draw_ring


@dataclass(frozen=True, slots=True)
class FindingState:
    """What a block shows; `target` is the indicator a click leads to."""

    mark: Mark
    ids: str
    sentence: str
    action: str
    target: str


class FindingRow(PaintedButton):
    """One finding in the pane."""

    def __init__(self, state: FindingState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self.wrap_height()
        self.show_finding(state)

    def show_finding(self, state: FindingState) -> None:
        """Become the row of another finding."""
        self.state = state
        self._heights.clear()
        self.setText(state.sentence)
        self.setAccessibleName(f"{mark_name(state.mark)}: {state.ids}. {state.sentence} {state.action}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Sentences wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Ids, sentence, link; layouts ask for it again and again."""
        if width not in self._heights:
            action = line_height(Style.SMALL) if self.state.action else 0
            words = block(self.state.sentence, Style.BODY, self._room(width)).height
            high = px(6) + line_height(Style.SMALL) + words + action + px(6)
            self._heights[width] = max(px(44), high)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """A pane's width."""
        return QSize(px(264), self.heightForWidth(px(264)))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(160), px(44))

    def _room(self, width: int) -> int:
        return max(px(80), width - px(32) - px(8))

    def paint(self, painter: QPainter) -> None:
        """Mark at the left, words beside."""
        t = tokens()
        rect = QRectF(self.rect())
        if self.isDown() or self.hovered:
            draw_box(painter, rect, 6, fill=t.press if self.isDown() else t.hover)
        size, x, y = px(16), px(32), px(6)
        paint_mark(painter, self.state.mark, QRectF(px(8), y + px(1), size, size))
        line = line_height(Style.SMALL)
        head = t.block if self.state.mark is Mark.BLOCKS else t.ink2
        room = self._room(self.width())
        ids = elided(self.state.ids, Style.SMALL_STRONG, room)
        draw_line(painter, ids, Style.SMALL_STRONG, head, x, y, line)
        words = block(self.state.sentence, Style.BODY, room)
        words.draw(painter, x, y + line, t.ink)
        if self.state.action:
            action = elided(self.state.action, Style.SMALL, room)
            draw_line(painter, action, Style.SMALL, t.accent, x, y + line + words.height, line)
        if self.ring:
            draw_ring(painter, rect, 6)
