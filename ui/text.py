"""Text with a line height of our own: plain labels cannot set one."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from ui.theme import Style, font, line_height

Span = tuple[int, int]
"""Start and length of a stretch of text, in characters."""


class Block:
    """Wrapped text of one style, paragraphs apart; knows its height and paints itself.

    `strong` are stretches set apart by weight and a line below, never by colour alone.
    """

    def __init__(self, text: str, style: Style, width: float, strong: tuple[Span, ...] = ()) -> None:
        self._line = line_height(style)
        shape = font(style)
        metrics = QFontMetricsF(shape)
        self._lead = (self._line - metrics.height()) / 2
        self._layouts: list[tuple[QTextLayout, int]] = []
        self.lines = 0
        self.widest = 0.0
        paragraphs = text.split("\n")
        self._gap = round(self._line / 3)
        begin = 0
        for paragraph in paragraphs:
            spans = [(start - begin, length) for start, length in strong]
            self._add(paragraph, shape, max(1.0, width), _ranges(paragraph, spans))
            begin += len(paragraph) + 1
        self.height = self.lines * self._line + (len(paragraphs) - 1) * self._gap

    def _add(
        self, paragraph: str, shape: QFont, width: float, strong: list[QTextLayout.FormatRange]
    ) -> None:
        layout = QTextLayout(paragraph, shape)
        layout.setFormats(strong)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        first = self.lines
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * self._line + self._lead))
            self.widest = max(self.widest, line.naturalTextWidth())
            count += 1
        layout.endLayout()
        self._layouts.append((layout, first))
        self.lines += max(1, count)

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Paint with the upper left corner at (x, y)."""
        painter.setPen(colour)
        for place, (layout, first) in enumerate(self._layouts):
            layout.draw(painter, QPointF(x, y + first * self._line + place * self._gap))


def _ranges(paragraph: str, spans: list[Span]) -> list[QTextLayout.FormatRange]:
    """The parts of `spans` inside a paragraph, in Qt's units."""
    shape = QTextCharFormat()
    shape.setFontWeight(QFont.Weight.Bold)
    shape.setFontUnderline(True)
    ranges = []
    for start, length in spans:
        first, last = max(0, start), min(len(paragraph), start + length)
        if first < last:
            found = QTextLayout.FormatRange()
            found.start = _units(paragraph[:first])
            found.length = _units(paragraph[first:last])
            found.format = shape
            ranges.append(found)
    return ranges


def _units(text: str) -> int:
    """How long Qt takes a text to be: letters beyond the basic plane count twice."""
    return len(text) + sum(ord(letter) > 0xFFFF for letter in text)


@lru_cache(maxsize=512)
def block(text: str, style: Style, width: float, strong: tuple[Span, ...] = ()) -> Block:
    """A laid-out text; the same one again while it is shown."""
    return Block(text, style, width, strong)


def forget_layouts() -> None:
    """Drop cached layouts, after the font changed."""
    block.cache_clear()
    elided.cache_clear()


def text_width(text: str, style: Style) -> int:
    """Width of one line of text."""
    return round(QFontMetricsF(font(style)).horizontalAdvance(text) + 0.5)


@lru_cache(maxsize=2048)
def elided(text: str, style: Style, width: int, *, middle: bool = False) -> str:
    """The text cut to a width, with an ellipsis at the end, or in the middle for file names."""
    mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
    return QFontMetricsF(font(style)).elidedText(text, mode, width)


def draw_line(
    painter: QPainter, text: str, style: Style, colour: QColor, x: float, y: float, height: float
) -> None:
    """One line of text, vertically centred in a row that starts at y."""
    shape = font(style)
    painter.setFont(shape)
    painter.setPen(colour)
    metrics = QFontMetricsF(shape)
    painter.drawText(QPointF(x, y + (height + metrics.ascent() - metrics.descent()) / 2), text)
