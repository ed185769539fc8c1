"""One item of evidence as a row: grade, title, what is known, its link and file, a menu."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy

from ui.evidence.words import detail_words, grade_words, may_open, shown_url, size_words, title_of
from ui.icons import Icon
from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.button import Button, Kind
from ui.widgets.painted import PaintedButton, draw_box, draw_ring, hairline, inset
from wb6assess.model.assessment import Evidence

_LEFT = 54
_HEIGHT = 53


class EvidenceRow(PaintedButton):
    """One item; a click edits it, the menu does the rest. Missing parts are left out.

    Signals:
        removal_requested: The person wants it gone.
        file_requested: The person wants to see the attached file.
        copy_requested: The person wants the attached file somewhere else.
    """

    removal_requested = Signal()
    file_requested = Signal()
    copy_requested = Signal()

    def __init__(self, item: Evidence, size: int, *, locked: bool, last: bool) -> None:
        """`size` of the attached file in bytes, -1 when the file is not here."""
        super().__init__()
        self._item, self._size, self._locked, self._last = item, size, locked, last
        self._title, self._details = title_of(item), detail_words(item)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(self._title)
        self.setAccessibleName(self._spoken())
        self.setToolTip(grade_words(item.grade))
        self._links: list[Button] = []
        if may_open(item.url):
            self._add_link(shown_url(item.url), Icon.LINK, item.url).clicked.connect(self._open_link)
        if item.sha256:
            button = self._add_link(self._file_words(), Icon.CLIP, item.file)
            button.setAccessibleName(self.tr("Open file: {name}").format(name=item.file))
            button.clicked.connect(self.file_requested)
        self._more = Button("", Kind.QUIET, icon=Icon.MORE, parent=self)
        self._more.setAccessibleName(self.tr("More about evidence: {title}").format(title=self._title))
        self._more.setToolTip(self.tr("More"))
        self._more.clicked.connect(lambda: self.show_menu(self._more.mapToGlobal(QPoint(0, px(28)))))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)

    def menu(self) -> QMenu:
        """What can be done with this item."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not self._locked:
            menu.addAction(self.tr("Edit"), self.click)
        if may_open(self._item.url):
            menu.addAction(self.tr("Open link"), self._open_link)
        if self._item.sha256:
            menu.addAction(self.tr("Open file"), self.file_requested.emit)
            menu.addAction(self.tr("Save a copy of the file…"), self.copy_requested.emit)
        if not self._locked:
            menu.addSeparator()
            menu.addAction(self.tr("Remove"), self.removal_requested.emit)
        return menu

    def show_menu(self, at: QPoint) -> None:
        """Open the menu."""
        menu = self.menu()
        if menu.actions():
            menu.popup(at)

    def _add_link(self, words: str, icon: Icon, tip: str) -> Button:
        button = Button(words, Kind.LINK, icon=icon, parent=self)
        button.setToolTip(tip)
        self._links.append(button)
        return button

    def _file_words(self) -> str:
        if self._size < 0:
            return self.tr("{name}, not here").format(name=self._item.file)
        return f"{self._item.file}, {size_words(self._size)}"

    def _spoken(self) -> str:
        words = self.tr("Evidence, grade {grade}: {title}, {details}")
        file = ", " + self._file_words() if self._item.sha256 else ""
        details = self._details + file
        return words.format(grade=self._item.grade, title=self._title, details=details)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(px(320), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(160), px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Links follow the details; what does not fit is shortened."""
        super().resizeEvent(event)
        side = px(28)
        self._more.setGeometry(self.width() - side - px(8), (self.height() - side) // 2, side, side)
        x = px(_LEFT) + text_width(self._shown_details(), Style.SMALL) + px(6)
        end = self.width() - side - px(12)
        for place, link in enumerate(self._links):
            share = max(px(60), (end - x) // (len(self._links) - place))
            width = max(0, min(link.sizeHint().width(), share, end - x))
            link.setGeometry(x, px(26), width, px(22))
            link.setVisible(width > px(24))
            x += width + px(4)

    def _room(self) -> int:
        return self.width() - px(_LEFT) - px(44)

    def _shown_details(self) -> str:
        """Links get at least half of the line."""
        wanted = sum(link.sizeHint().width() + px(6) for link in self._links)
        return elided(self._details, Style.SMALL, self._room() - min(wanted, self._room() // 2))

    def paint(self, painter: QPainter) -> None:
        """Badge, title, details."""
        t = tokens()
        rect = QRectF(self.rect())
        if self.isDown() or self.hovered:
            painter.fillRect(inset(rect, 1), t.press if self.isDown() else t.hover)
        if not self._last:
            hairline(painter, 0, self.width(), self.height() - 1)
        badge = QRectF(px(16), (self.height() - px(24)) / 2, px(24), px(24))
        draw_box(painter, badge, 6, fill=t.surface, edge=t.control, width=1.2)
        grade = str(self._item.grade)
        x = badge.x() + (badge.width() - text_width(grade, Style.BADGE)) / 2 + 0.5
        draw_line(painter, grade, Style.BADGE, t.ink, x, badge.y(), badge.height())
        title = elided(self._title, Style.BODY_MEDIUM, self._room())
        draw_line(painter, title, Style.BODY_MEDIUM, t.ink, px(_LEFT), px(6), px(20))
        draw_line(painter, self._shown_details(), Style.SMALL, t.ink2, px(_LEFT), px(27), px(20))
        if self.ring:
            draw_ring(painter, inset(rect, 2), 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes."""
        if event.key() == Qt.Key.Key_Delete and not self._locked:
            self.removal_requested.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same menu under the right button and the menu key."""
        self.show_menu(event.globalPos())

    def _open_link(self) -> None:
        QDesktopServices.openUrl(QUrl.fromUserInput(self._item.url))
