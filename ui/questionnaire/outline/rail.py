"""The outline as a rail of pillar numbers, for narrow windows."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.icons import Icon
from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from ui.widgets.button import Button, Kind
from ui.widgets.ground import Pane
from ui.widgets.painted import PaintedButton, draw_box, draw_ring


class OutlineRail(Pane):
    """The outline as a rail of pillar numbers.

    Signals:
        opened: The person wants the outline.
        search_requested: The person wants to search.
        group_requested: Carries a pillar id.
    """

    opened = Signal()
    search_requested = Signal()
    group_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chrome", "r", parent)
        self.setAccessibleName(self.tr("Outline"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(4), px(8), px(5), px(8))
        column.setSpacing(px(4))
        show = Button("", Kind.QUIET, icon=Icon.FORTH)
        show.setAccessibleName(self.tr("Open the outline"))
        show.setToolTip(self.tr("Open the outline (F6)"))
        show.clicked.connect(self.opened)
        search = Button("", Kind.QUIET, icon=Icon.SEARCH)
        search.setAccessibleName(self.tr("Search"))
        search.setToolTip(self.tr("Search ids, titles, texts (Ctrl+F)"))
        search.clicked.connect(self.search_requested)
        for button in (show, search):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(px(4))
        self._column = column
        self._stops: list[_RailStop] = []
        self._current = ""
        column.addStretch(1)

    def show_groups(self, groups: list[tuple[str, str, str, str]]) -> None:
        """Show pillars as (id, number, title, count)."""
        while len(self._stops) < len(groups):
            stop = _RailStop()
            stop.clicked.connect(
                lambda _on=False, rail_stop=stop: self.group_requested.emit(rail_stop.pillar)
            )
            self._column.insertWidget(self._column.count() - 1, stop)
            self._stops.append(stop)
        for stop, shown in zip(self._stops, groups, strict=True):
            stop.show_group(*shown)

    def show_current(self, group: str) -> None:
        """Mark the pillar of the open page."""
        for stop in self._stops:
            if stop.pillar in {group, self._current}:
                stop.show_current(stop.pillar == group)
        self._current = group


class _RailStop(PaintedButton):
    """One pillar in the rail."""

    def __init__(self) -> None:
        super().__init__()
        self.pillar = ""
        self._number, self._count, self._current = "", "", False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(38), px(40))

    def show_group(self, group: str, number: str, title: str, count: str) -> None:
        if (group, count) == (self.pillar, self._count):
            return
        self.pillar, self._number, self._count = group, number or title[:1], count
        name = self.tr("{number} {title}, {count}").format(number=number, title=title, count=count)
        self.setAccessibleName(name.strip())
        self.setToolTip(title)
        self.update()

    def show_current(self, current: bool) -> None:
        self._current = current
        self.update()

    def paint(self, painter: QPainter) -> None:
        t = tokens()
        rect = QRectF(self.rect())
        if self._current:
            draw_box(painter, rect, 6, fill=t.tint, edge=t.tint_line if t.contrast else None, width=2)
            draw_box(painter, QRectF(0, px(6), px(3), rect.height() - px(12)), 1.5, fill=t.accent)
        elif self.hovered or self.isDown():
            draw_box(painter, rect, 6, fill=t.press if self.isDown() else t.hover)
        style = Style.SECTION if self._current else Style.BODY
        for text, shape, y, ink in (
            (self._number, style, px(3), t.ink),
            (self._count, Style.CAPTION, px(20), t.ink2),
        ):
            x = (self.width() - text_width(text, shape)) / 2
            draw_line(painter, text, shape, ink, x, y, px(17))
        if self.ring:
            draw_ring(painter, rect, 6)
