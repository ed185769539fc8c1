"""The outline as a flat list model: headings, and the rows of open groups that pass the filter."""

from collections.abc import Collection

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.questionnaire.outline.filter import Shown
from ui.questionnaire.outline.rows import Row
from ui.questionnaire.questions import CONTEXT
from ui.questionnaire.search_index import Hit, SearchIndex, folded_words

ROW = Qt.ItemDataRole.UserRole + 1
OPEN = Qt.ItemDataRole.UserRole + 2
HIT = Qt.ItemDataRole.UserRole + 3

_Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QAbstractListModel):
    """Rows for a list view; a search shows the pages found, without headings.

    Signals:
        rearranged: Which rows are visible changed.
    """

    rearranged = Signal()

    def __init__(self, index: SearchIndex) -> None:
        super().__init__()
        self._index = index
        self._rows: list[Row] = []
        self._visible: list[int] = []
        self._place_of: dict[str, int] = {}
        self._group_of: dict[str, str] = {}
        self._closed: set[str] = set()
        self._shown = Shown.ALL
        self._words: tuple[str, ...] = ()
        self._arranged_for: tuple[str, ...] = ()
        self._current = ""

    # What Qt asks.

    def rowCount(self, parent: _Index | None = None) -> int:
        """Visible rows; a list has no children."""
        return 0 if parent is not None and parent.isValid() else len(self._visible)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The ready row, and its words for screen readers and tooltips."""
        if not index.isValid() or index.row() >= len(self._visible):
            return None
        row = self._rows[self._visible[index.row()]]
        if role == ROW:
            return row
        if role == OPEN:
            return row.group not in self._closed or self.filtered
        if role == HIT:
            return self._index.hit(row.page, self._words) if self._words else None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._spoken(row)
        return row.spoken if role == Qt.ItemDataRole.ToolTipRole else None

    # What the pane asks.

    @property
    def filtered(self) -> bool:
        """Whether a filter or a search hides rows."""
        return self._shown is not Shown.ALL or bool(self._words)

    @property
    def searching(self) -> bool:
        """Whether the rows are what a search found."""
        return bool(self._words)

    def show_rows(self, rows: list[Row]) -> None:
        """Take over the rows of a questionnaire."""
        self._rows = list(rows)
        self._group_of = {row.page: row.group for row in rows if not row.heading}
        self._arrange()

    def change_rows(self, rows: list[Row], places: list[int]) -> None:
        """Take over rows that differ; only those are painted again."""
        for place in places:
            self._rows[place] = rows[place]
            visible = self._place_of.get(rows[place].page)
            if visible is not None:
                index = self.index(visible)
                self.dataChanged.emit(index, index)

    def show_filter(self, shown: Shown, text: str, current: str) -> None:
        """Show only what passes; the current page stays, so that nothing vanishes under the hand."""
        self._shown, self._words, self._current = shown, folded_words(text), current
        self._arrange()

    def move_to(self, current: str) -> None:
        """Another page is shown: its group opens; rows that no longer pass a filter go."""
        self._current = current
        group = self._group_of.get(current, "")
        opened = group in self._closed
        self._closed.discard(group)
        if opened or (self.filtered and not self.searching):
            self._arrange()

    def fold(self, group: str) -> None:
        """Open or close a group."""
        self._closed ^= {group}
        self._arrange()

    @property
    def folded(self) -> tuple[str, ...]:
        """The closed groups, in their order."""
        return tuple(dict.fromkeys(row.group for row in self._rows if row.group in self._closed))

    def fold_all(self, groups: Collection[str]) -> None:
        """Close these groups, but for the one of the current page; unknown ones are no matter."""
        known = {row.group for row in self._rows}
        here = {row.group for row in self._rows if row.page == self._current and not row.heading}
        self._closed = (set(groups) & known) - here
        self._arrange()

    def index_of(self, page: str) -> QModelIndex:
        """Where a page or heading stands; invalid when it is hidden."""
        place = self._place_of.get(page)
        return QModelIndex() if place is None else self.index(place)

    def pages(self) -> list[str]:
        """Visible pages in order, headings left out."""
        rows = [self._rows[source] for source in self._visible]
        return [row.page for row in rows if not row.heading or row.page == CONTEXT]

    def _arrange(self) -> None:
        visible = self._found() if self._words else self._passing()
        if visible != self._visible or self._words != self._arranged_for:
            self.beginResetModel()
            self._visible, self._arranged_for = visible, self._words
            self._place_of = {self._rows[source].page: place for place, source in enumerate(visible)}
            self.endResetModel()
        self.rearranged.emit()

    def _found(self) -> list[int]:
        """Places of the pages that hold every word, and pass the filter."""
        pages = {
            row.page: place
            for place, row in enumerate(self._rows)
            if self._passes(row) and (not row.heading or row.page == CONTEXT)
        }
        found = self._index.matching(self._words, pages)
        return [place for page, place in pages.items() if page in found]

    def _passing(self) -> list[int]:
        if self._shown is Shown.ALL:
            closed = self._closed
            return [
                place for place, row in enumerate(self._rows) if row.heading or row.group not in closed
            ]
        passing = {
            place
            for place, row in enumerate(self._rows)
            if (not row.heading or row.page == CONTEXT)
            and (self._passes(row) or (row.page == self._current and not row.heading))
        }
        groups = {self._rows[place].group for place in passing}
        return [
            place
            for place, row in enumerate(self._rows)
            if place in passing or (row.heading and row.group in groups)
        ]

    def _passes(self, row: Row) -> bool:
        return self._shown is Shown.ALL or self._shown in row.shown

    def _spoken(self, row: Row) -> str:
        hit: Hit | None = self._index.hit(row.page, self._words) if self._words else None
        return row.spoken if hit is None else f"{row.spoken}. {hit.part}: {hit.text}"
