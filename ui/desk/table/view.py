"""A table on screen: rows split by hairlines, one of them current, columns that share the width."""

from collections.abc import Sequence
from heapq import nlargest

from PySide6.QtCore import QItemSelection, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.desk.table.content import Column, Row, TableContent
from ui.desk.table.copying import copy_tables
from ui.desk.table.delegate import HEAD, ROW, SIDE, TICK, TableCells
from ui.desk.table.model import SORT, Index, TableModel
from ui.text import text_width
from ui.theme import Style, font, px

_MEASURED = 60
"""So many of the longest words are measured for the width of a column."""

_FEWEST = 3
"""Rows a table shows at least, besides its head."""
_CODE = 76
"""Design px a title cut in the middle may take above single digits."""
_SHARING = 136
"""Design px a column of words has at least before others go."""
_NAMED = 230
"""Design px it has at most where the others are scrolled to."""

_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class _Sorted(QSortFilterProxyModel):
    """Sorts by the cells' own order: figures before words, what is missing last."""

    def lessThan(self, left: Index, right: Index) -> bool:
        """Compare two cells of one column."""
        return bool(left.data(SORT) < right.data(SORT))


class DeskTable(QTableView):
    """Rows to look at and to choose; Ctrl+C copies the chosen ones, or all.

    Signals:
        row_shown: Another row is current; carries its key, "" for none.
        row_opened: Enter or a double click on a row; carries its key.
    """

    row_shown = Signal(str)
    row_opened = Signal(str)

    def __init__(self, name: str, *, scrolls: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty table.

        Args:
            name: What a screen reader calls it.
            scrolls: Columns without room are scrolled to instead of left out.
            parent: As of every widget.
        """
        super().__init__(parent)
        self.setObjectName("assessments")  # the style sheet's word for a table without frame
        self.setAccessibleName(name)
        self.ring = False
        self.hovered_row = -1
        self._model = TableModel(self)
        self._sorted = _Sorted(self)
        self._sorted.setSourceModel(self._model)
        self.setModel(self._sorted)
        self.setItemDelegate(TableCells(self))
        self._scrolls = scrolls
        self._set_up()
        self.entered.connect(self._hover)
        self.doubleClicked.connect(lambda index: self.row_opened.emit(self.row_at(index).key))

    def show_content(self, content: TableContent) -> None:
        """Show other rows; the current one stays where it is still there. Emits nothing."""
        known = self.current_key
        heads = self._model.content.columns != content.columns
        blocked = self.blockSignals(True)
        self._model.show_content(content)
        if heads:
            self._sorted.sort(-1)
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._share_width()
        # Scrolling would lay out a hundred columns at once, and once more when they are painted.
        self.setAutoScroll(False)
        if not self.choose(known):
            self._choose_first()
        self.setAutoScroll(True)
        self.blockSignals(blocked)

    @property
    def content(self) -> TableContent:
        """What is shown, in the order the person sorted it."""
        shown = self._model.content
        rows = [self.row_at(self._sorted.index(n, 0)) for n in range(self._sorted.rowCount())]
        return TableContent(shown.title, shown.columns, rows, shown.notes)

    @property
    def content_columns(self) -> Sequence[Column]:
        """Its columns, for the delegate."""
        return self._model.content.columns

    @property
    def first_column(self) -> int:
        """Place of the first column in sight."""
        places = range(len(self.content_columns))
        return next((place for place in places if not self.isColumnHidden(place)), 0)

    @property
    def current_key(self) -> str:
        """Key of the current row; "" for none."""
        index = self.currentIndex()
        return self.row_at(index).key if index.isValid() else ""

    def row_at(self, index: Index) -> Row:
        """The row behind an index of this view."""
        return self._model.row(self._sorted.mapToSource(index).row())

    def choose(self, key: str) -> bool:
        """Make a row current; whether it is there."""
        for place in range(self._sorted.rowCount()):
            index = self._sorted.index(place, 0)
            if key and self.row_at(index).key == key:
                self.setCurrentIndex(index)
                return True
        return False

    def copy(self) -> None:
        """Put the chosen rows on the clipboard; the whole table where at most one is chosen."""
        content = self.content
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        chosen = [content.rows[place] for place in places]
        rows = chosen if len(chosen) > 1 else content.rows
        copy_tables([TableContent(content.title, content.columns, rows)], content.notes)

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by a column, as a click on its head does."""
        place = [column.key for column in self.content_columns].index(key)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, order)
        self._sort_by(place)

    def fit_rows(self, most: int) -> None:
        """Be as high as the rows, at most so many; the others scroll."""
        self.show_rows(max(1, min(most, self._sorted.rowCount())))

    def show_rows(self, rows: int) -> None:
        """Be so many rows high."""
        bar = self.horizontalScrollBar()
        room = bar.sizeHint().height() if self._scrolls and bar.maximum() else 0
        self.setFixedHeight(px(HEAD) + rows * px(ROW) + room + 2)

    def _choose_first(self) -> None:
        if self._sorted.rowCount():
            self.setCurrentIndex(self._sorted.index(0, 0))

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        policies = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policies.ScrollBarAsNeeded if self._scrolls else policies.ScrollBarAlwaysOff
        )
        # The style would draw the edges of a size grip between two scroll bars.
        self.setCornerWidget(QWidget())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(px(ROW))
        self.setMinimumHeight(px(HEAD) + _FEWEST * px(ROW))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        modes = Qt.TextElideMode  # codes differ at their ends
        head.setTextElideMode(modes.ElideMiddle if self._scrolls else modes.ElideRight)
        head.setFont(font(Style.SMALL_STRONG))
        head.setFixedHeight(px(HEAD))
        head.setMinimumSectionSize(px(24))
        head.setSortIndicatorShown(True)
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._sort_by)

    def _sort_by(self, column: int) -> None:
        head = self.horizontalHeader()
        self._sorted.sort(column, head.sortIndicatorOrder())

    # Width.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width; what matters least goes when it is narrow."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        content = self._model.content
        if not content.columns:
            return
        least = [self._least(place) for place in range(len(content.columns))]
        room = self.viewport().width()
        if self._scrolls and sum(least) > room:
            # There is no room to share: names shall be readable before one scrolls on.
            least = [max(wide, self._named(place)) for place, wide in enumerate(least)]
        shown = self._fitting(least, room)
        for place in range(len(content.columns)):
            self.setColumnHidden(place, place not in shown)
        spare = room - sum(least[place] for place in shown)
        shares = sum(content.columns[place].share for place in shown)
        given = 0
        for place in shown:
            more = spare * content.columns[place].share // shares if shares and spare > 0 else 0
            given += more
            self.setColumnWidth(place, least[place] + more)
        self._give_rest(shown, spare - given)

    def _give_rest(self, shown: Sequence[int], rest: int) -> None:
        """A few pixels of rounding, or what no column wants, go to the last one that shares."""
        columns = self._model.content.columns
        takers = [place for place in shown if columns[place].share]
        if takers and rest > 0:
            self.setColumnWidth(takers[-1], self.columnWidth(takers[-1]) + rest)
        elif rest < 0 and takers and not self._scrolls:
            # Nothing more can go: the widest column gives way and cuts its words.
            widest = max(takers, key=self.columnWidth)
            self.setColumnWidth(widest, max(px(48), self.columnWidth(widest) + rest))

    def _fitting(self, least: Sequence[int], room: int) -> list[int]:
        """Places of the columns that have room."""
        columns = self._model.content.columns
        shown = list(range(len(columns)))
        while not self._scrolls and sum(least[place] for place in shown) > room:
            going = max(shown, key=lambda place: columns[place].spare)
            if not columns[going].spare:
                break
            shown.remove(going)
        return shown

    def _named(self, place: int) -> int:
        """Width of the longest words of a sharing column, within limits; 0 for any other."""
        if not self._model.content.columns[place].share:
            return 0
        return min(self._longest(place) + 2 * px(SIDE), px(_NAMED))

    def _longest(self, place: int) -> int:
        """Width of the longest words of a column: the first sixty rows may be of one country."""
        rows = self._model.content.rows
        texts = {(row.cells[place].text, row.cells[place].style) for row in rows}
        measured = nlargest(_MEASURED, texts, key=lambda words: len(words[0]))
        return max((text_width(text, style) for text, style in measured), default=0)

    def _least(self, place: int) -> int:
        """Width of the head and of the longest words; a sharing column may be cut."""
        content = self._model.content
        column = content.columns[place]
        head = text_width(column.head, Style.SMALL_STRONG) + px(24 if column.centre else 28)
        if column.share:
            return max(min(head, px(150)), px(_SHARING))
        if column.centre:
            return max(min(head, px(_CODE)) if column.middle else head, px(38))
        longest = self._longest(place)
        marked = any(row.cells[place].mark for row in content.rows)
        ticked = any(row.cells[place].ticked is not None for row in content.rows)
        before = (px(22) if marked and longest else 0) + (px(TICK + 8) if ticked else 0)
        return max(head, longest + 2 * px(SIDE) + before)

    # Keyboard and pointer.

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which row is current now."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.viewport().update()
            self.row_shown.emit(self.row_at(current).key if current.isValid() else "")

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Whole rows are drawn anew, the view alone would draw the cells."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self.ring = event.reason() in _KEYBOARD
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self.ring = False
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies, arrows move."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_key:
            self.row_opened.emit(self.current_key)
            return
        self.ring = True
        super().keyPressEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        self.hovered_row = index.row()
        self.viewport().update()

    def leaveEvent(self, event: object) -> None:
        """No row is under the pointer."""
        self.hovered_row = -1
        self.viewport().update()
        super().leaveEvent(event)  # type: ignore[arg-type]
