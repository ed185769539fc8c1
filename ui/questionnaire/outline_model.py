"""The outline as a flat list model: headings, and the rows of open groups that pass the filter."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.questionnaire.outline_filter import Shown
from ui.questionnaire.outline_rows import Row, matches
from ui.questionnaire.questions import CONTEXT

ROW = Qt.ItemDataRole.UserRole + 1
OPEN = Qt.ItemDataRole.UserRole + 2

_Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QAbstractListModel):
    """Rows for a list view.

    Signals:
        rearranged: Which rows are visible changed.
    """

    rearranged = Signal()

    def __init__(self, haystacks: Mapping[str, str]) -> None:
        super().__init__()
        self._haystacks = haystacks
        self._rows: list[Row] = []
        self._visible: list[int] = []
        self._closed: set[str] = set()
        self._shown = Shown.ALL
        self._needle = ""
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
            return row.group not in self._closed
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.spoken
        return None

    # What the pane asks.

    @property
    def filtered(self) -> bool:
        """Whether a filter or a search hides rows."""
        return self._shown is not Shown.ALL or bool(self._needle)

    def show_rows(self, rows: list[Row]) -> None:
        """Take over new rows; only those that differ are painted again."""
        if [row.page for row in rows] != [row.page for row in self._rows]:
            self._rows = rows
            self._arrange()
            return
        old, self._rows = self._rows, rows
        for place, source in enumerate(self._visible):
            if old[source] != rows[source]:
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def show_filter(self, shown: Shown, needle: str, current: str) -> None:
        """Show only what passes; the current page stays, so that nothing vanishes under the hand."""
        self._shown, self._needle, self._current = shown, needle.casefold().strip(), current
        self._arrange()

    def move_to(self, current: str) -> None:
        """Another page is shown: its group opens; rows that no longer pass a filter go."""
        self._current = current
        group = next((row.group for row in self._rows if row.page == current and not row.heading), "")
        opened = group in self._closed
        self._closed.discard(group)
        if opened or self.filtered:
            self._arrange()

    def fold(self, group: str) -> None:
        """Open or close a group."""
        self._closed ^= {group}
        self._arrange()

    def index_of(self, page: str) -> QModelIndex:
        """Where a page stands; invalid when it is hidden."""
        for place, source in enumerate(self._visible):
            if self._rows[source].page == page:
                return self.index(place)
        return QModelIndex()

    def pages(self) -> list[str]:
        """Visible pages in order, headings left out."""
        rows = [self._rows[source] for source in self._visible]
        return [row.page for row in rows if not row.heading or row.page == CONTEXT]

    def _arrange(self) -> None:
        self.beginResetModel()
        passing = [not row.heading and self._passes(row) for row in self._rows]
        groups = {row.group for row, passes in zip(self._rows, passing, strict=True) if passes}
        self._visible = [
            place
            for place, row in enumerate(self._rows)
            if self._is_visible(row, passing[place], groups)
        ]
        self.endResetModel()
        self.rearranged.emit()

    def _is_visible(self, row: Row, passes: bool, groups: set[str]) -> bool:
        if row.page == CONTEXT:
            return not self.filtered or (bool(self._needle) and self._needle in self._haystacks[CONTEXT])
        if row.heading:
            return not self.filtered or row.group in groups
        return passes and (self.filtered or row.group not in self._closed)

    def _passes(self, row: Row) -> bool:
        if row.page == self._current and not self._needle:
            return True
        found = not self._needle or self._needle in self._haystacks[row.page]
        return found and matches(row, self._shown)
