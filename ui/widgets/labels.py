"""Words on the page: wrapping with a line height, or one elided line."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.said import beside, stand_in_words, stands_in
from ui.text import block, draw_line, elided, laid_height, text_width
from ui.theme import Style, line_height, px, tokens


class Words(QLabel):
    """Wrapping text in a type style and a colour role; at most `widest` design px wide.

    `right` puts it at the right edge, as heads of figures need it.
    """

    def __init__(
        self,
        text: str = "",
        style: Style = Style.BODY,
        role: str = "ink",
        *,
        widest: int = 0,
        right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style_name, self._role, self._widest = style, role, widest
        self._text, self._right = "", right
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words, in two languages where they are given so."""
        if stands_in(self._text) or stands_in(text):
            self.setToolTip(stand_in_words() if stands_in(text) else "")
        again = text == self._text and beside(text) != beside(self._text)
        self._text = text
        self._heights.clear()
        super().setText(text)
        if again:
            # The label itself sees no difference.
            self.updateGeometry()
            self.update()

    def dress(self, style: Style, role: str) -> None:
        """Change style and colour."""
        self._style_name, self._role = style, role
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _room(self, width: int) -> int:
        narrow = self._widest and not beside(self._text)
        return min(width, px(self._widest)) if narrow else width

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the wrapped text; layouts ask for it again and again."""
        if width not in self._heights:
            self._heights[width] = laid_height(self._text, self._style_name, self._room(width))
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """One line if it may be that wide."""
        lines = [*self._text.split("\n"), *beside(self._text).split("\n")]
        natural = max(text_width(line, self._style_name) for line in lines)
        width = self._room(min(natural + 1, px(self._widest or 560)))
        return QSize(width, self.heightForWidth(max(1, width)))

    def minimumSizeHint(self) -> QSize:
        """Never forces its width on the page."""
        return QSize(px(40), line_height(self._style_name))

    def paintEvent(self, _event: object) -> None:
        """Draw the text."""
        painter = QPainter(self)
        laid = block(self._text, self._style_name, self._room(self.width()))
        x = self.width() - laid.widest if self._right else 0
        laid.draw(painter, x, 0, tokens().role(self._role), right=self._right)
        painter.end()


class Line(QLabel):
    """One line, elided when cramped; the full text stays as tooltip and accessible name."""

    def __init__(
        self,
        text: str = "",
        style: Style = Style.BODY,
        role: str = "ink",
        *,
        stretch: bool = False,
        right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style_name, self._role, self._right = style, role, right
        policy = QSizePolicy.Policy.Expanding if stretch else QSizePolicy.Policy.Maximum
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.say(text)

    def say(self, text: str) -> None:
        """Show other words."""
        self.setAccessibleName(text)
        if text != self.text():
            self.setText(text)
            self.updateGeometry()
            self.update()

    def dress(self, role: str) -> None:
        """Change the colour."""
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        """The whole text."""
        return QSize(text_width(self.text(), self._style_name) + 1, line_height(self._style_name))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(min(px(24), self.sizeHint().width()), line_height(self._style_name))

    def paintEvent(self, _event: object) -> None:
        """Draw the text, cut to the width."""
        painter = QPainter(self)
        words = elided(self.text(), self._style_name, self.width())
        self.setToolTip(self.text() if words != self.text() else "")
        x = self.width() - text_width(words, self._style_name) if self._right else 0
        draw_line(painter, words, self._style_name, tokens().role(self._role), x, 0, self.height())
        painter.end()
