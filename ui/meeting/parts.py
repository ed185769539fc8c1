"""Small parts at a size that is read from the back of the room: buttons, bullets, key hints."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import Icon
from ui.marks import Mark, paint_mark
from ui.text import draw_line, text_width
from ui.theme import Style, font, line_height, px, tokens
from ui.widgets.button import Button, Kind
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.keycap import draw_keycap, keycap_width
from ui.widgets.labels import Words
from ui.widgets.painted import draw_box
from ui.widgets.scrolled import Scrolled


class MeetingButton(Button):
    """A button in the meeting's type; a chosen one carries a tint, an edge and weight."""

    def __init__(self, text: str, kind: Kind = Kind.DEFAULT, *, icon: Icon | None = None) -> None:
        super().__init__(text, kind, icon=icon)
        self._quiet = kind is Kind.QUIET

    def sizeHint(self) -> QSize:
        """Higher than on the desk."""
        return QSize(super().sizeHint().width() + px(6), px(38))

    def _style(self) -> Style:
        if self._quiet:
            return Style.MEETING_HINT
        primary = self._kind is Kind.PRIMARY
        return Style.MEETING_STRONG if primary or self.isChecked() else Style.MEETING_TEXT

    def _content_width(self) -> int:
        # Measured in the weight of the chosen one, so that nothing moves when it is.
        style = Style.MEETING_HINT if self._quiet else Style.MEETING_STRONG
        return text_width(self.text(), style) + (px(21) if self._icon else 0)

    def nextCheckState(self) -> None:
        """What is being decided says whether it is chosen."""

    def paint(self, painter: QPainter) -> None:
        """As a button; chosen ones stand out by more than colour."""
        super().paint(painter)
        if self.isChecked():
            t = tokens()
            draw_box(painter, QRectF(self.rect()), 6, edge=t.accent, width=2.0)


class Bullet(QWidget):
    """One thing that was said."""

    def __init__(self, text: str, style: Style = Style.MEETING_TEXT, role: str = "ink") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        row.addWidget(_Disc(line_height(style)), 0, Qt.AlignmentFlag.AlignTop)
        words = Words(text, style, role)
        words.setAccessibleName(text)
        row.addWidget(words, 1)


class _Disc(QWidget):
    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFixedSize(px(12), height)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens().ink2)
        size = px(7)
        painter.drawEllipse(QRectF(px(3), (self.height() - size) / 2, size, size))
        painter.end()


class Marked(QWidget):
    """A mark and a sentence."""

    def __init__(self, mark: Mark, text: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(_Sign(mark), 0, Qt.AlignmentFlag.AlignTop)
        words = Words(text, Style.MEETING_TEXT)
        words.setAccessibleName(text)
        row.addWidget(words, 1)


class Trouble(QWidget):
    """Why nothing was recorded; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("", Style.MEETING_HINT_STRONG)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(_Sign(Mark.BLOCKS), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.setVisible(False)

    def say(self, sentence: str) -> None:
        """Show a sentence, or hide when it is empty."""
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


class MeetingChoice(ChoiceBox):
    """A drop-down in the meeting's type."""

    words_style = Style.MEETING_TEXT

    def __init__(self, options: Sequence[tuple[str, str]]) -> None:
        super().__init__(options)
        self.setMinimumHeight(px(38))
        self.setFont(font(Style.MEETING_TEXT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down, Space and Enter are the list's; everything else is the meeting's."""
        own = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in own or event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()


class Scroller(Scrolled):
    """Scrolls what is too long; keys are left to the window, which scrolls by request."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__(inner)
        inner.setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows mean the previous and the next item."""
        event.ignore()

    def turn(self, pages: int) -> None:
        """Scroll by so many pages."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * round(0.8 * bar.pageStep()))


class _Sign(QWidget):
    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark
        self.setFixedSize(px(18), line_height(Style.MEETING_TEXT))

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        size = px(18)
        paint_mark(painter, self._mark, QRectF(0, (self.height() - size) / 2, size, size))
        painter.end()


class KeyHints(QWidget):
    """Keys and what they do, as many as fit in a line; the rest is in the list of keys."""

    def __init__(self, hints: Sequence[tuple[tuple[str, ...], str]], aside: str) -> None:
        super().__init__()
        self._hints, self._aside = hints, aside
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = "; ".join(f"{' '.join(keys)}: {words}" for keys, words in hints)
        self.setAccessibleName(f"{said}. {aside}")

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(px(320), px(24))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(80), px(24))

    def paintEvent(self, _event: object) -> None:
        """Caps with words from the left, the aside at the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        aside = text_width(self._aside, Style.MEETING_HINT)
        edge = self.width() - aside - px(20)
        draw_line(
            painter, self._aside, Style.MEETING_HINT, t.ink3, self.width() - aside, 0, self.height()
        )
        x = 0.0
        for keys, words in self._hints:
            room = sum(keycap_width(key) + px(4) for key in keys) + px(4)
            room += text_width(words, Style.MEETING_HINT)
            if x + room > edge:
                break
            for key in keys:
                draw_keycap(painter, key, x, self.height() / 2)
                x += keycap_width(key) + px(4)
            draw_line(painter, words, Style.MEETING_HINT, t.ink2, x + px(4), 0, self.height())
            x += px(4) + text_width(words, Style.MEETING_HINT) + px(22)
        painter.end()


def stacked(spacing: int) -> QVBoxLayout:
    """A column without margins."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(spacing))
    return column


def empty(column: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while (taken := column.takeAt(0)) is not None:
        widget = taken.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
