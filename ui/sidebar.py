"""The sidebar of Home: where else one can go."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import Icon, paint_icon
from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.ground import Pane
from ui.widgets.keycap import key_names
from ui.widgets.labels import Line
from ui.widgets.painted import PaintedButton, draw_box, draw_ring

WIDTH = 228


class SidebarRow(PaintedButton):
    """One place to go, with a count or a key at the right."""

    def __init__(self, icon: Icon, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._right = icon, ""
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Home decides which row is chosen."""

    def show_right(self, text: str) -> None:
        """A count or a key."""
        self._right = text
        self.update()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(px(200), px(30))

    def paint(self, painter: QPainter) -> None:
        """Bar, icon, word, count."""
        t = tokens()
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            draw_box(painter, rect, 6, fill=t.tint, edge=t.tint_line if t.contrast else None, width=2)
            bar = QRectF(0, px(7), px(3), rect.height() - 2 * px(7))
            draw_box(painter, bar, 1.5, fill=t.accent)
        elif self.isDown() or self.hovered:
            draw_box(painter, rect, 6, fill=t.press if self.isDown() else t.hover)
        size = px(15)
        box = QRectF(px(12), (self.height() - size) / 2, size, size)
        paint_icon(painter, self._icon, box, t.accent if chosen else t.ink2)
        style = Style.SECTION if chosen else Style.BODY
        edge = self.width() - px(12)
        right = edge - text_width(self._right, Style.SMALL)
        if text_width(self.text(), style) <= right - px(46):
            draw_line(painter, self._right, Style.SMALL, t.ink3, right, 0, self.height())
        else:
            right = edge + px(8)  # the words matter more than the key, which the tooltip has too
        words = elided(self.text(), style, right - px(46))
        self.setToolTip(" · ".join(filter(None, (self.text() * (words != self.text()), self._right))))
        draw_line(painter, words, style, t.ink if chosen else t.ink2, px(38), 0, self.height())
        if self.ring:
            draw_ring(painter, rect, 6)


class Sidebar(Pane):
    """My work, and what stands by: preferences, manual, keys.

    Signals:
        keys_requested: The person wants the list of keys.
        preferences_requested: The person wants the preferences.
        manual_requested: The person wants the manual.
    """

    keys_requested = Signal()
    preferences_requested = Signal()
    manual_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chrome", "r", parent)
        self.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.setSpacing(px(2))
        head = Line(self.tr("My work"), Style.SMALL_STRONG, "ink2")
        heading = QHBoxLayout()
        heading.setContentsMargins(px(12), 0, 0, 0)
        heading.addWidget(head)
        heading.addStretch(1)
        column.addLayout(heading)
        column.addSpacing(px(4))
        self._assessments = SidebarRow(Icon.PAPERS, self.tr("Assessments"))
        self._assessments.setChecked(True)
        column.addWidget(self._assessments)
        column.addStretch(1)
        for icon, words, keys, requested in (
            (Icon.SETTINGS, self.tr("Preferences"), "Ctrl+,", self.preferences_requested),
            (Icon.GUIDE, self.tr("Manual"), "Ctrl+F1", self.manual_requested),
            (Icon.KEYBOARD, self.tr("Keyboard"), "Ctrl+/", self.keys_requested),
        ):
            row = SidebarRow(icon, words)
            row.setCheckable(False)
            row.show_right(key_names(keys))
            row.clicked.connect(requested)
            column.addWidget(row)

    def show_count(self, assessments: int) -> None:
        """How many assessments there are."""
        self._assessments.show_right(str(assessments) if assessments else "")
