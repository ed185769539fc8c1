"""The left pane: search, filter, and every indicator with its state."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from ui.marks import Mark
from ui.questionnaire.outline_delegate import OutlineDelegate
from ui.questionnaire.outline_filter import Shown
from ui.questionnaire.outline_model import OPEN, ROW, OutlineModel
from ui.questionnaire.outline_rows import Row, counts
from ui.questionnaire.questions import CONTEXT, Questions
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.ground import Pane
from ui.widgets.labels import Words
from ui.widgets.search import SearchField
from ui.widgets.segment import Choice, Segment


class _List(QListView):
    """The list; Enter opens like a click, the ring shows for keyboard focus only."""

    _seen = False

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

    def __init__(self, questions: Questions, parent: QWidget | None = None) -> None:
        super().__init__("chrome", "r", parent)
        self._current = ""
        self.setAccessibleName(self.tr("Outline"))
        self._search = SearchField()
        self._search.setPlaceholderText(self.tr("Search ids, titles, texts"))
        self._search.setAccessibleName(self.tr("Search ids, titles, texts"))
        self._search.textChanged.connect(self._filter)
        self._filters = Segment(
            [
                Choice(Shown.ALL, self.tr("All")),
                Choice(Shown.TODO, self.tr("To do"), 0, Mark.TODO),
                Choice(Shown.FLAGGED, self.tr("Flagged"), 0, Mark.FLAGGED),
                Choice(Shown.FINDINGS, self.tr("Findings"), 0, Mark.LOOK),
            ],
            stretch=True,
        )
        self._filters.setAccessibleName(self.tr("Show"))
        self._filters.show_key(Shown.ALL)
        self._filters.chosen.connect(self._filter)
        self._model = OutlineModel(questions.haystacks)
        self._model.rearranged.connect(self._rearranged)
        self._delegate = OutlineDelegate()
        self._list = self._make_list()
        self._nothing = _Nothing()
        self._nothing.all_requested.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(4), 0)
        column.setSpacing(px(8))
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, px(8), 0)
        top.setSpacing(px(8))
        top.addWidget(self._search)
        top.addWidget(self._filters)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)

    def _make_list(self) -> QListView:
        view = _List()
        view.setObjectName("outline")
        view.setAccessibleName(self.tr("Indicators"))
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.viewport().setAutoFillBackground(False)
        view.clicked.connect(self._clicked)
        return view

    def show_rows(self, rows: list[Row]) -> None:
        """Show other states; only rows that differ are painted."""
        self._model.show_rows(rows)
        numbers = counts(rows)
        self._filters.show_counts(
            [None, numbers[Shown.TODO], numbers[Shown.FLAGGED], numbers[Shown.FINDINGS]]
        )

    def show_current(self, page: str) -> None:
        """Mark the open page and bring it into view."""
        before = self._model.index_of(self._current)
        self._current = self._delegate.current = page
        self._model.move_to(page)
        index = self._model.index_of(page)
        if before.isValid():
            self._list.update(before)
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._reveal(index)
            self._list.update(index)

    def _reveal(self, index: QModelIndex) -> None:
        """Bring a row into view, with its neighbours when it was out of sight."""
        if not self._list.isVisible():
            return
        inside = self._list.viewport().rect().contains(self._list.visualRect(index))
        if not inside:
            self._list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard on the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_filter(self, shown: Shown) -> None:
        """Choose a filter for the expert."""
        self._filters.show_key(shown)
        self._filter()

    def _filter(self, _text: str = "") -> None:
        shown = Shown(self._filters.key or Shown.ALL)
        self._model.show_filter(shown, self._search.text(), self._current)

    def _rearranged(self) -> None:
        index = self._model.index_of(self._current)
        if index.isValid():
            self._list.setCurrentIndex(index)
        pages = self._model.pages()
        others = [page for page in pages if page != self._current]
        empty = self._model.filtered and not others
        self._nothing.say(
            Shown(self._filters.key or Shown.ALL), self._search.text() if empty else "", empty
        )

    def _show_all(self) -> None:
        self._search.clear()
        self.show_filter(Shown.ALL)

    def _clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        if row.heading and row.page != CONTEXT:
            self._model.fold(row.group)
            place = next(
                (n for n in range(self._model.rowCount()) if self._model.index(n).data(ROW) == row), -1
            )
            self._list.setCurrentIndex(self._model.index(place))
        else:
            self.page_requested.emit(row.page)


class _Nothing(QWidget):
    """What stands there when a filter has no hits.

    Signals:
        all_requested: The expert wants every row back.
    """

    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), px(4), px(8), px(4))
        self._words = Words("", Style.BODY, "ink2")
        self._all = Button(self.tr("Show all"), Kind.LINK)
        self._all.clicked.connect(self.all_requested)
        row.addWidget(self._words, 1)
        row.addWidget(self._all)
        self.setVisible(False)

    def say(self, shown: Shown, needle: str, empty: bool) -> None:
        """One sentence for the filter, or nothing."""
        sentences = {
            Shown.ALL: self.tr("Nothing contains “{needle}”."),
            Shown.TODO: self.tr("Nothing is left to do."),
            Shown.FLAGGED: self.tr("No indicator is flagged."),
            Shown.FINDINGS: self.tr("No findings."),
        }
        key = Shown.ALL if needle else shown
        self._words.setText(sentences[key].format(needle=needle))
        self.setVisible(empty)
