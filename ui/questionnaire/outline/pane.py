"""The left pane: search, filter, and every indicator with its state."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from ui.questionnaire.outline.delegate import OutlineDelegate
from ui.questionnaire.outline.filter import Shown
from ui.questionnaire.outline.filters import FilterLine, Filters
from ui.questionnaire.outline.model import OPEN, ROW, OutlineModel
from ui.questionnaire.outline.rows import OutlineRows, Row
from ui.questionnaire.questions import CONTEXT
from ui.questionnaire.search_index import SearchIndex
from ui.theme import px
from ui.widgets.ground import Pane
from ui.widgets.quiet_bar import QuietBar
from ui.widgets.search import SearchField

AnyIndex = QModelIndex | QPersistentModelIndex


class _List(QListView):
    """The list; Enter opens like a click, the ring shows for keyboard focus only."""

    _seen = False

    def dataChanged(self, top: AnyIndex, bottom: AnyIndex, roles: Sequence[int] | None = None) -> None:
        """Rows keep their height, so nothing need be laid out or painted but these."""
        # QListView's own would lay out and paint all rows.
        QAbstractItemView.dataChanged(self, top, bottom, roles or [])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._seen:
            # Sizes before the first paint are not real: a tiny view would scroll too far.
            self.verticalScrollBar().setValue(0)
            self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._seen = True
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        delegate = self.itemDelegate()
        assert isinstance(delegate, OutlineDelegate)
        delegate.ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        delegate = self.itemDelegate()
        assert isinstance(delegate, OutlineDelegate)
        delegate.ring = True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.clicked.emit(self.currentIndex())
            return
        row = self.currentIndex().data(ROW)
        if isinstance(row, Row) and row.heading:
            is_open = bool(self.currentIndex().data(OPEN))
            if (event.key() == Qt.Key.Key_Left and is_open) or (
                event.key() == Qt.Key.Key_Right and not is_open
            ):
                self.clicked.emit(self.currentIndex())
                return
        super().keyPressEvent(event)


class Outline(Pane):
    """Shows the outline and says where the expert wants to go.

    Signals:
        page_requested: Carries a page id.
    """

    page_requested = Signal(str)

    def __init__(self, rows: OutlineRows, index: SearchIndex, parent: QWidget | None = None) -> None:
        super().__init__("chrome", "r", parent)
        self._current = ""
        self._rows = rows
        self.setAccessibleName(self.tr("Outline"))
        self._search = SearchField()
        self._search.setPlaceholderText(self.tr("Search words or ids"))
        self._search.setAccessibleName(
            self.tr("Search ids, titles, questions, levels, your reasons and evidence")
        )
        self._search.textChanged.connect(self._filter)
        self._search.down_pressed.connect(self._go_into_list)
        self._search.returnPressed.connect(self._go_to_found)
        self._filters = Filters()
        self._filters.chosen.connect(self._filter)
        self._model = OutlineModel(index)
        self._delegate = OutlineDelegate()
        self._list = self._make_list()
        self._scroll = QTimer(self)
        self._scroll.setSingleShot(True)
        self._scroll.timeout.connect(self._reveal_current)
        self._line = FilterLine()
        self._line.all_requested.connect(self._show_all)
        self._model.rearranged.connect(self._rearranged)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(4), 0)
        column.setSpacing(px(8))
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, px(8), 0)
        top.setSpacing(px(8))
        search = QHBoxLayout()
        search.setSpacing(px(4))
        search.addWidget(self._search, 1)
        search.addWidget(self._filters.more)
        top.addLayout(search)
        top.addWidget(self._filters)
        column.addLayout(top)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        self._model.show_rows(rows.rows)
        self._filters.show_counts(rows.counts())

    def _make_list(self) -> QListView:
        view = _List()
        view.setObjectName("outline")
        view.setAccessibleName(self.tr("Indicators"))
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Rows keep their width when a filter leaves few of them.
        view.setVerticalScrollBar(QuietBar())
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.viewport().setAutoFillBackground(False)
        view.clicked.connect(self._clicked)
        return view

    def follow(self, places: list[int]) -> None:
        """Show rows that differ; nothing else is painted again."""
        if places:
            self._model.change_rows(self._rows.rows, places)
            self._filters.show_counts(self._rows.counts())

    def reword(self, places: list[int]) -> None:
        """Titles are in another language, and so is what a search finds."""
        self._model.change_rows(self._rows.rows, places)
        if self._search.text().strip():
            self._filter()

    def show_current(self, page: str) -> None:
        """Mark the open page and bring it into view."""
        if page == self._current:
            return
        before = self._model.index_of(self._current)
        self._current = self._delegate.current = page
        self._model.move_to(page)
        index = self._model.index_of(page)
        if before.isValid():
            self._list.update(before)
        if index.isValid():
            self._choose(index)
            self._list.update(index)
            # The page comes first: a scrolled list is painted anew, and has a frame of its own.
            self._scroll.start()

    def _choose(self, index: QModelIndex) -> None:
        """Make a row current where the list stands now."""
        self._list.setAutoScroll(False)
        self._list.setCurrentIndex(index)
        self._list.setAutoScroll(True)

    def _reveal_current(self) -> None:
        """Scroll to the open page when it is out of sight."""
        index = self._model.index_of(self._current)
        if index.isValid():
            self._reveal(index)

    def _reveal(self, index: QModelIndex) -> None:
        """Bring a row into view, with its neighbours when it was out of sight."""
        if not self._list.isVisible():
            return
        inside = self._list.viewport().rect().contains(self._list.visualRect(index))
        if not inside:
            self._list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    @property
    def folded(self) -> tuple[str, ...]:
        """The pillars whose indicators are hidden."""
        return self._model.folded

    def fold(self, groups: Collection[str]) -> None:
        """Hide the indicators of these pillars, but for the open page's."""
        self._model.fold_all(groups)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard on the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_filter(self, shown: Shown) -> None:
        """Choose a filter for the expert."""
        self._filters.choose(shown)

    def _filter(self, _chosen: object = None) -> None:
        text = self._search.text().strip()
        self._delegate.found = bool(text)
        self._model.show_filter(self._filters.shown, text, self._current)

    def _rearranged(self) -> None:
        index = self._model.index_of(self._current)
        if index.isValid():
            self._choose(index)
            self._reveal(index)
        elif self._model.searching:
            self._list.scrollToTop()
        text = self._search.text().strip()
        pages = self._model.pages()
        found = len(pages) if text else sum(page != self._current or self._fits(page) for page in pages)
        self._line.say(self._filters.shown, text, found)

    def _fits(self, page: str) -> bool:
        """Whether a page passes the filter itself, not only because it is open."""
        shown = self._filters.shown
        return shown is Shown.ALL or shown in self._rows.rows[self._rows.place(page)].shown

    def _go_into_list(self) -> None:
        """Down in the search field goes to what was found."""
        if self._model.rowCount():
            if not self._list.currentIndex().isValid():
                self._list.setCurrentIndex(self._model.index(0))
            self.focus_list()

    def _go_to_found(self) -> None:
        """Enter in the search field opens the page whose id was typed, else the first one found."""
        if not self._model.searching:
            return
        pages, typed = self._model.pages(), self._search.text().strip().casefold()
        named = [page for page in pages if typed in {page.casefold(), page.casefold().split("-")[-1]}]
        for page in (*named, *pages)[:1]:
            self.page_requested.emit(page)

    def _show_all(self) -> None:
        self._search.clear()
        self.show_filter(Shown.ALL)

    def _clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        if row.heading and row.page != CONTEXT:
            self._model.fold(row.group)
            self._list.setCurrentIndex(self._model.index_of(row.page))
        else:
            self.page_requested.emit(row.page)
