"""Text with a line height of our own: plain labels cannot set one."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QStaticText,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from ui.said import ENGLISH_SIGN, Said
from ui.theme import Style, font, line_height, px, tokens

Span = tuple[int, int]
"""Start and length of a stretch of text, in characters."""

COLUMNS = 640
"""Width in design px from which two languages stand in equal columns."""

_COLUMN_GAP = 16
_LINES = 2048
"""Single lines that are kept."""
_LAYOUTS = 2560
"""Laid-out texts that are kept: those of a whole questionnaire, some 70 for each page."""
_NARROW = 4
"""Design px of a narrow letter: a text with more of them than fit into a line is not measured."""
_SIZES_APART = 1000
"""A length that is another one for every size of letters: it keeps what was measured apart."""

_SECOND = {
    Style.TITLE: Style.HEADING,
    Style.READING: Style.BODY,
    Style.SMALL_STRONG: Style.SMALL_STRONG,
}
"""Style of a second language under the first; small where none is named."""


class Block:
    """Wrapped text of one style, paragraphs apart; knows its height and paints itself.

    `strong` are stretches set apart by weight and a line below, never by colour alone. `signed` text
    ends with the sign that it is English for want of a translation.
    """

    def __init__(
        self,
        text: str,
        style: Style,
        width: float,
        strong: tuple[Span, ...] = (),
        *,
        signed: bool = False,
    ) -> None:
        self._line = line_height(style)
        shape = font(style)
        metrics = QFontMetricsF(shape)
        self._lead = (self._line - metrics.height()) / 2
        self._layouts: list[tuple[QTextLayout, int]] = []
        self.lines = 0
        self.widest = self._last = 0.0
        paragraphs = text.split("\n")
        self._gap = round(self._line / 3)
        begin = 0
        for paragraph in paragraphs:
            spans = [(start - begin, length) for start, length in strong]
            self._add(paragraph, shape, max(1.0, width), _ranges(paragraph, spans))
            begin += len(paragraph) + 1
        self._sign = self._place_of_sign(width) if signed else None
        self.height = self.lines * self._line + (len(paragraphs) - 1) * self._gap

    def _add(
        self, paragraph: str, shape: QFont, width: float, strong: list[QTextLayout.FormatRange]
    ) -> None:
        layout = QTextLayout(paragraph, shape)
        # Otherwise each drawing would shape the letters anew.
        layout.setCacheEnabled(True)
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
            self._last = line.naturalTextWidth()
            self.widest = max(self.widest, self._last)
            count += 1
        layout.endLayout()
        self._layouts.append((layout, first))
        self.lines += max(1, count)

    def _place_of_sign(self, width: float) -> tuple[float, int]:
        """Behind the last word, or on a line of its own: x and number of the line."""
        room = text_width(ENGLISH_SIGN, Style.CAPTION)
        x = self._last + px(6)
        if x + room > width:
            x = 0.0
            self.lines += 1
        self.widest = max(self.widest, x + room)
        return x, self.lines - 1

    def draw(
        self, painter: QPainter, x: float, y: float, colour: QColor, *, right: bool = False
    ) -> None:
        """Paint with the upper left corner at (x, y).

        With `right` all lines end where the widest does.
        """
        painter.setPen(colour)
        for place, (layout, first) in enumerate(self._layouts):
            corner = QPointF(x, y + first * self._line + place * self._gap)
            if not right:
                layout.draw(painter, corner)
                continue
            for number in range(layout.lineCount()):
                one = layout.lineAt(number)
                one.draw(painter, corner + QPointF(self.widest - one.naturalTextWidth(), 0))
        if self._sign is not None:
            left, line = self._sign
            top = y + line * self._line + (len(self._layouts) - 1) * self._gap
            draw_line(painter, ENGLISH_SIGN, Style.CAPTION, tokens().ink3, x + left, top, self._line)


class PairBlock(Block):
    """A text in two languages: the second smaller under the first, in equal columns where it is wide."""

    def __init__(self, text: Said, style: Style, width: float) -> None:
        wide = width >= px(COLUMNS)
        room = (width - px(_COLUMN_GAP)) / 2 if wide else width
        super().__init__(text, style, room, signed=text.english)
        lower = style if wide else _SECOND.get(style, Style.SMALL)
        self._beside = Block(text.beside, lower, room, signed=text.beside_english)
        self._at = (room + px(_COLUMN_GAP), 0) if wide else (0, self.height + px(1))
        self.lines = max(self.lines, self._beside.lines) if wide else self.lines + self._beside.lines
        self.height = max(self.height, self._at[1] + self._beside.height)
        self.widest = max(self.widest, self._at[0] + self._beside.widest)

    def draw(
        self, painter: QPainter, x: float, y: float, colour: QColor, *, right: bool = False
    ) -> None:
        """Paint both; the second one quieter."""
        super().draw(painter, x, y, colour, right=right)
        left = self.widest - self._beside.widest if right else self._at[0]
        self._beside.draw(painter, x + left, y + self._at[1], tokens().ink2, right=right)


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


def block(text: str, style: Style, width: float, strong: tuple[Span, ...] = ()) -> Block:
    """A laid-out text; the same one again while it is shown."""
    if isinstance(text, Said):
        signs = text.english, text.beside_english
        return _said_block(str(text), text.beside, signs, style, width)
    return _block(text, style, width, strong)


def laid_height(text: str, style: Style, width: float) -> int:
    """Height in px of a wrapped text; one that fits into a line need not be laid out for it."""
    plain = "\n" not in text and not isinstance(text, Said)
    may_fit = plain and len(text) * px(_NARROW) < width
    if may_fit and text_width(text, style) + px(_NARROW) < width:
        return line_height(style)
    return block(text, style, width).height


@lru_cache(maxsize=_LAYOUTS)
def _block(text: str, style: Style, width: float, strong: tuple[Span, ...]) -> Block:
    return Block(text, style, width, strong)


@lru_cache(maxsize=_LAYOUTS)
def _said_block(text: str, second: str, signs: tuple[bool, bool], style: Style, width: float) -> Block:
    # A `Said` equals the plain text it begins with, so it cannot be the key itself.
    if not second:
        return Block(text, style, width, signed=signs[0])
    return PairBlock(Said(text, second, english=signs[0], beside_english=signs[1]), style, width)


def forget_layouts() -> None:
    """Drop cached layouts, after the font changed."""
    _block.cache_clear()
    _said_block.cache_clear()
    elided.cache_clear()
    _line.cache_clear()


def text_width(text: str, style: Style) -> int:
    """Width of one line of text."""
    return _width(text, style, px(_SIZES_APART))


@lru_cache(maxsize=4096)
def _width(text: str, style: Style, _size: int) -> int:
    return round(QFontMetricsF(font(style)).horizontalAdvance(text) + 0.5)


@lru_cache(maxsize=64)
def _top(style: Style, _size: int) -> float:
    """Where a line that is centred in a row begins, from the middle of the row."""
    metrics = QFontMetricsF(font(style))
    return (metrics.ascent() - metrics.descent()) / 2 - metrics.ascent()


@lru_cache(maxsize=2048)
def elided(text: str, style: Style, width: int, *, middle: bool = False) -> str:
    """The text cut to a width, with an ellipsis at the end, or in the middle for file names."""
    mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
    return QFontMetricsF(font(style)).elidedText(text, mode, width)


def draw_line(
    painter: QPainter, text: str, style: Style, colour: QColor, x: float, y: float, height: float
) -> None:
    """One line of text, vertically centred in a row that starts at y."""
    painter.setFont(font(style))
    painter.setPen(colour)
    size = px(_SIZES_APART)
    line = _line(text, style, size)
    painter.drawStaticText(QPointF(x, y + height / 2 + _top(style, size)), line)


@lru_cache(maxsize=_LINES)
def _line(text: str, style: Style, _size: int) -> QStaticText:
    """One line with its letters in place: shaping them anew takes longer than painting them."""
    line = QStaticText(text.replace("\n", " "))
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.prepare(font=font(style))
    return line
