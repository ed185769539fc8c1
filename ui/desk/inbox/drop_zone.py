"""Where files are dropped."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import Icon, paint_icon
from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.painted import draw_box


class DropZone(QWidget):
    """A dashed field that says what may be dropped; the page around it takes the files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = self.tr("Drop files or a folder here")
        self._hint = self.tr("workbooks, packages, answers.json; a bad file never stops the others")
        self._over = False
        self.setAccessibleName(f"{self._words}: {self._hint}")
        self.setToolTip(self._hint)

    def show_over(self, over: bool) -> None:
        """Files are held above the page."""
        self._over = over
        self.update()

    def sizeHint(self) -> QSize:
        """One line with room around."""
        return QSize(px(400), px(46))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(160), px(46))

    def paintEvent(self, _event: object) -> None:
        """Dashed edge, icon, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        fill, edge = (t.tint, t.accent) if self._over else (t.sunken, t.control)
        draw_box(painter, QRectF(self.rect()), 8, fill=fill, edge=edge, width=1.4, dashed=True)
        size = px(17)
        box = QRectF(px(20), (self.height() - size) / 2, size, size)
        paint_icon(painter, Icon.INBOX, box, t.ink2)
        left = px(50)
        words = elided(self._words, Style.SECTION, max(0, self.width() - left - px(8)))
        draw_line(painter, words, Style.SECTION, t.ink, left, 0, self.height())
        left += text_width(words, Style.SECTION) + px(14)
        hint = elided(self._hint, Style.BODY, max(0, self.width() - left - px(10)))
        draw_line(painter, hint, Style.BODY, t.ink2, left, 0, self.height())
        painter.end()
