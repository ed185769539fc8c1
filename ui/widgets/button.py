"""Buttons: one filled a page, the others outlined, quiet or links."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import Icon, paint_icon
from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.painted import PaintedButton, draw_box, draw_ring


class Kind(StrEnum):
    """How loud a button is."""

    PRIMARY = "primary"
    DEFAULT = "default"
    QUIET = "quiet"
    LINK = "link"


class Button(PaintedButton):
    """A verb with an object; or an icon with a tooltip and a name.

    `trailing` draws the icon after the words. `checked_words` marks a quiet toggle as on.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.DEFAULT,
        *,
        icon: Icon | None = None,
        trailing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon, self._trailing = kind, icon, trailing
        self._filled_icon = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def rename(self, text: str) -> None:
        """Show other words."""
        self.setAccessibleName(text)
        if text != self.text():
            self.setText(text)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Words, icon and padding; at least 24 high."""
        width = 2 * self._padding() + self._content_width()
        return QSize(width, px(24 if self._kind is Kind.LINK else 30))

    def minimumSizeHint(self) -> QSize:
        """Never less than its words; a link carries data, which may be long, and elides them."""
        if self._kind is not Kind.LINK:
            return self.sizeHint()
        return QSize(min(self.sizeHint().width(), px(48)), self.sizeHint().height())

    def _style(self) -> Style:
        if self._kind is Kind.PRIMARY or (self.isCheckable() and self.isChecked()):
            return Style.SECTION
        return Style.BODY

    def _padding(self) -> int:
        if self._kind is Kind.LINK:
            return px(4)
        return px(8 if not self.text() or self._kind is Kind.QUIET else 13)

    def _content_width(self) -> int:
        icon = px(16) if self._icon else 0
        if not self.text():
            return icon
        words = text_width(self.text(), Style.SECTION if self.isCheckable() else self._style())
        return words + (icon + px(5) if icon else 0)

    def paint(self, painter: QPainter) -> None:
        """Ground, edge, words, ring."""
        rect = QRectF(self.rect())
        ink = self._paint_ground(painter, rect)
        icon = px(16) if self._icon else 0
        gap = px(5) if icon and self.text() else 0
        room = self.width() - 2 * self._padding() - icon - gap
        words = elided(self.text(), self._style(), room + 1)
        used = text_width(words, self._style()) if words else 0
        x = (self.width() - used - icon - gap) / 2 if self._kind is not Kind.LINK else self._padding()
        icon_x = x + used + gap if self._trailing else x
        text_x = x if self._trailing else x + icon + gap
        if self._icon:
            box = QRectF(icon_x, (self.height() - icon) / 2, icon, icon)
            paint_icon(painter, self._icon, box, ink)
        if words:
            draw_line(painter, words, self._style(), ink, text_x, 0, self.height())
        if self.ring:
            draw_ring(painter, rect, 6, tokens().on_accent if self._kind is Kind.PRIMARY else None)

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> QColor:
        """Fill and edge of the kind and state; the colour for words on it."""
        t = tokens()
        down = self.isDown() or (self._kind is Kind.QUIET and self.isChecked())
        fill = t.press if down else t.hover if self.hovered else None
        if not self.isEnabled():
            if self._kind in {Kind.PRIMARY, Kind.DEFAULT}:
                draw_box(painter, rect, 6, fill=t.sunken, edge=t.line, width=t.edge)
            return t.disabled
        if self._kind is Kind.PRIMARY:
            shade = t.accent.darker(112) if self.isDown() else t.accent
            draw_box(painter, rect, 6, fill=shade if not self.hovered else shade.lighter(106))
            return t.on_accent
        if self._kind is Kind.DEFAULT:
            draw_box(painter, rect, 6, fill=fill or t.surface, edge=t.control, width=t.edge)
            return t.ink
        if fill is not None:
            draw_box(painter, rect, 6, fill=fill)
        return t.accent if self._kind is Kind.LINK else t.ink2
