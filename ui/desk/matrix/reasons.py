"""What the experts wrote to one indicator, side by side: level, code, confidence, reason, evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.marks import Mark, paint_mark
from ui.text import Block, block, draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.painted import draw_box, hairline

_BADGE, _GAP, _LEAST, _MOST_COLUMNS = 26, 20, 210, 3


@dataclass(frozen=True, slots=True)
class Reason:
    """One expert's answer.

    Attributes:
        expert: Code.
        level: What counts, as a digit; "" where a mark stands.
        mark: Of a special state.
        apart: More than one level from the median.
        said: Whole words of the answer, where they are more than the digit.
        confidence: In words.
        text: The justification.
        evidence: One line each, beginning with the grade.
    """

    expert: str
    level: str
    mark: Mark | None
    apart: bool
    said: str
    confidence: str
    text: str
    evidence: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """Everything, for a screen reader."""
        parts = (self.expert, self.said or self.level, self.confidence, self.text, *self.evidence)
        return ". ".join(part for part in parts if part)


class ReasonCard(QWidget):
    """One answer, painted; its accessible name has every word."""

    def __init__(self, reason: Reason, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = reason
        self.setAccessibleName(reason.spoken)

    def wanted_height(self, width: int) -> int:
        """Of all lines at a width."""
        return sum(part.height + px(4) for part, _ in self._blocks(width)) + px(_BADGE + 10)

    def _blocks(self, width: int) -> Iterator[tuple[Block, str]]:
        """Reason and evidence with their colours."""
        room = max(px(80), width - px(4))
        reason = self.reason
        if reason.confidence and not self._beside(width):
            yield block(reason.confidence, Style.SMALL, room), "ink2"
        if reason.said:
            yield block(reason.said, Style.SMALL, room), "ink2"
        yield (
            block(reason.text or self.tr("No justification."), Style.BODY, room),
            ("ink" if reason.text else "ink3"),
        )
        for line in reason.evidence:
            yield block(line, Style.SMALL, room), "ink2"

    def _beside(self, width: int) -> bool:
        """Whether the confidence has room beside the code; else it stands below."""
        code = text_width(self.reason.expert, Style.SECTION)
        return px(_BADGE + 21) + code + text_width(self.reason.confidence, Style.SMALL) <= width

    def paintEvent(self, _event: object) -> None:
        """Badge, code, confidence; then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, reason = tokens(), self.reason
        size = px(_BADGE)
        box = QRectF(px(1), px(2), size, size)
        edge = t.warn if reason.apart else t.control
        draw_box(painter, box, 6, fill=t.surface, edge=edge, width=1.6 if reason.apart else t.edge)
        if reason.mark is not None:
            inner = box.adjusted(px(5), px(5), -px(5), -px(5))
            paint_mark(painter, reason.mark, inner)
        else:
            x = box.x() + (size - text_width(reason.level, Style.BADGE)) / 2
            draw_line(painter, reason.level, Style.BADGE, t.ink, x, box.y(), size)
        left = size + px(9)
        code = elided(reason.expert, Style.SECTION, max(px(24), self.width() - left))
        draw_line(painter, code, Style.SECTION, t.ink, left, box.y(), size)
        after = left + text_width(code, Style.SECTION) + px(12)
        if self._beside(self.width()):
            draw_line(painter, reason.confidence, Style.SMALL, t.ink2, after, box.y(), size)
        y = px(_BADGE + 6)
        for part, role in self._blocks(self.width()):
            part.draw(painter, px(1), y, t.role(role))
            y += part.height + px(4)
        painter.end()


class ReasonGrid(QWidget):
    """Cards in as many columns as fit, each row as high as its longest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[ReasonCard] = []
        self._lines: list[int] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """Show other answers; cards that said the same before stay."""
        known = {card.reason: card for card in self._cards}
        kept = {reason: known.pop(reason) for reason in reasons if reason in known}
        for card in known.values():
            card.hide()
            card.deleteLater()
        self._cards = []
        for reason in reasons:
            card = kept.get(reason) or ReasonCard(reason, self)
            self._cards.append(card)
            card.show()
        self._place()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of all rows."""
        return sum(self._heights(width)) + px(_GAP)

    def sizeHint(self) -> QSize:
        """Two columns."""
        return QSize(px(480), self.heightForWidth(px(480)))

    def minimumSizeHint(self) -> QSize:
        """One narrow column."""
        return QSize(px(160), px(80))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards anew."""
        super().resizeEvent(event)
        self._place()

    def _columns(self, width: int) -> int:
        fit = (width + px(_GAP)) // (px(_LEAST) + px(_GAP))
        return max(1, min(_MOST_COLUMNS, fit, max(1, len(self._cards))))

    def _card_width(self, width: int) -> int:
        columns = self._columns(width)
        return (width - (columns - 1) * px(_GAP)) // columns

    def _heights(self, width: int) -> list[int]:
        columns, wide = self._columns(width), self._card_width(width)
        heights = [card.wanted_height(wide) for card in self._cards]
        return [
            max(heights[start : start + columns]) + px(12) for start in range(0, len(heights), columns)
        ]

    def _place(self) -> None:
        width = self.width()
        columns, wide, heights = self._columns(width), self._card_width(width), self._heights(width)
        y = 0
        self._lines = []
        for line, height in enumerate(heights):
            for column, card in enumerate(self._cards[line * columns : (line + 1) * columns]):
                card.setGeometry(column * (wide + px(_GAP)), y, wide, height - px(12))
            y += height
            self._lines.append(y - px(6))
        self.update()

    def paintEvent(self, _event: object) -> None:
        """Hairlines between the rows of cards."""
        painter = QPainter(self)
        for y in self._lines[:-1]:
            hairline(painter, 0, self.width(), y)
        painter.end()
