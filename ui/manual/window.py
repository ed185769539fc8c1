"""The manual in a window of its own: sections at the left, what they say at the right."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.icons import Icon
from ui.manual.book import book
from ui.manual.live_picture import LivePicture
from ui.manual.section import Section
from ui.marks import Mark
from ui.theme import Style, px
from ui.widgets.button import Button
from ui.widgets.dialog import MarkedWords
from ui.widgets.ground import Pane
from ui.widgets.labels import Words
from ui.widgets.scrolled import Scrolled
from ui.widgets.search import SearchField
from ui.widgets.sidebar_row import SidebarRow


class ManualWindow(QWidget):
    """Reads like a short book; the search leaves the sections that mention every word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Manual"))
        self.setAccessibleName(self.tr("Manual"))
        self._sections = book()
        self._rows: list[SidebarRow] = []
        self._find = SearchField()
        self._find.setPlaceholderText(self.tr("Search the manual"))
        self._find.setAccessibleName(self.tr("Search the manual"))
        self._find.textChanged.connect(self._search)
        self._none = MarkedWords(Mark.INFO)
        self._column = QVBoxLayout()
        self._area = self._reader()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._contents())
        row.addWidget(self._area, 1)
        self.setMinimumSize(px(560), px(360))
        self.resize(px(920), px(720))
        self.show_section(0)

    def show_section(self, place: int) -> None:
        """Open a section."""
        for number, row in enumerate(self._rows):
            row.setChecked(number == place)
        self._places.ensureWidgetVisible(self._rows[place], 0, 0)
        self._fill(self._sections[place])
        self._area.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Pictures follow a new theme when they are painted next."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def _contents(self) -> QWidget:
        pane = Pane("chrome", "r")
        pane.setFixedWidth(px(272))
        column = QVBoxLayout(pane)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.setSpacing(px(2))
        column.addWidget(self._find)
        column.addSpacing(px(8))
        self._places = Scrolled(self._list())
        column.addWidget(self._places, 1)
        close = Button(self.tr("Close"))
        close.clicked.connect(self.close)
        column.addWidget(close)
        return pane

    def _list(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        for place, section in enumerate(self._sections):
            row = SidebarRow(Icon.GUIDE, section.title)
            row.clicked.connect(lambda _on=False, place=place: self.show_section(place))
            self._rows.append(row)
            column.addWidget(row)
        column.addWidget(self._none)
        column.addStretch(1)
        return holder

    def _reader(self) -> QScrollArea:
        inner = Pane("surface")
        outer = QHBoxLayout(inner)
        outer.setContentsMargins(px(32), px(22), px(32), px(28))
        holder = QWidget()
        holder.setMaximumWidth(px(640))
        holder.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(14))
        outer.addWidget(holder, 1, Qt.AlignmentFlag.AlignTop)
        # Reading on by keyboard needs the focus here: nothing inside takes it.
        return Scrolled(inner, self.tr("Text of the manual"))

    def _fill(self, section: Section) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(Words(section.title, Style.TITLE))
        for part in section.parts:
            if isinstance(part, str):
                self._column.addWidget(Words(part, Style.READING, widest=600))
                continue
            self._column.addWidget(LivePicture(part.make, part.words, part.width))
            self._column.addWidget(Words(part.words, Style.SMALL, "ink2"))
        self._area.setAccessibleDescription(section.text)

    def _search(self, text: str) -> None:
        words = text.casefold().split()
        first = -1
        for place, (row, section) in enumerate(zip(self._rows, self._sections, strict=True)):
            fits = all(word in section.text.casefold() for word in words)
            row.setVisible(fits)
            first = place if fits and first < 0 else first
        self._none.say("" if first >= 0 else self.tr("Nothing in the manual mentions this."))
        shown = next((place for place, row in enumerate(self._rows) if row.isChecked()), 0)
        if first >= 0 and self._rows[shown].isHidden():
            self.show_section(first)
