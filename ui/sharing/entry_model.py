"""The questions to choose from as a list model, with headings between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from ui.marks import Mark, mark_name
from ui.questionnaire.questions import short_id
from ui.sharing.entries import Entry, Heading, Pick, Picks, Standing

ROW = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sharing", text)


class Shown(StrEnum):
    """What the list shows."""

    OPEN = "open"
    DIFFERENT = "different"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row, ready to paint; a heading has no item and no mark."""

    item: str
    number: str
    title: str
    word: str
    mark: Mark | None

    @property
    def spoken(self) -> str:
        """The row in words, for screen readers."""
        mark = mark_name(self.mark) if self.mark is not None else ""
        parts = (f"{self.number} {self.title}".strip(), self.word, mark)
        return ", ".join(dict.fromkeys(part for part in parts if part))


def entry_row(entry: Entry, pick: Pick | None) -> ListRow:
    """How a question stands in the list."""
    mark, word = _standing(entry, pick)
    return ListRow(entry.item, short_id(entry.item), entry.title, word, mark)


def passes(entry: Entry, shown: Shown, *, open_now: bool) -> bool:
    """Whether a filter lets a question through."""
    if shown is Shown.OPEN:
        return open_now
    return shown is Shown.ALL or entry.choosable


class EntryModel(QAbstractListModel):
    """Rows of the questions a filter shows; the one that stands open stays until another is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ListRow] = []
        self._entries: dict[str, Entry] = {}

    def show_entries(
        self,
        entries: Sequence[Entry],
        headings: Sequence[Heading],
        picks: Picks,
        shown: Shown,
        keep: str = "",
    ) -> None:
        """Show what passes `shown`; `keep` is the item that stays anyway."""
        by_group: dict[str, list[Entry]] = {}
        for entry in entries:
            open_now = entry.choosable and picks.pick(entry) is None
            if entry.item == keep or passes(entry, shown, open_now=open_now):
                by_group.setdefault(entry.group, []).append(entry)
        self.beginResetModel()
        self._entries = {entry.item: entry for entry in entries}
        self._rows = []
        for heading in headings:
            found = by_group.get(heading.group, [])
            if found or (heading.note and heading.group and shown is not Shown.OPEN):
                row = ListRow("", heading.number, heading.title, heading.note, None)
                self._rows.append(row)
            self._rows += [entry_row(entry, picks.pick(entry)) for entry in found]
        self.endResetModel()

    def show_pick(self, item: str, picks: Picks) -> None:
        """The person chose for one question; nothing else is painted again."""
        place = self.place(item)
        if place >= 0:
            entry = self._entries[item]
            self._rows[place] = entry_row(entry, picks.pick(entry))
            index = self.index(place)
            self.dataChanged.emit(index, index)

    def place(self, item: str) -> int:
        """Where a question stands; -1 when the filter hides it."""
        return next((place for place, row in enumerate(self._rows) if item and row.item == item), -1)

    @property
    def items(self) -> list[str]:
        """The questions shown, in order."""
        return [row.item for row in self._rows if row.item]

    def rowCount(self, parent: _Index | None = None) -> int:
        """Rows, headings among them."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, and its words for screen readers."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.number} {row.title}\n{row.word}".strip()
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        row = self._rows[index.row()]
        if not row.item:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _standing(entry: Entry, pick: Pick | None) -> tuple[Mark, str]:
    if not entry.choosable:
        return Mark.SAME, _tr("the same")
    if pick is None:
        return Mark.CONFLICT, _tr("choose")
    if not isinstance(pick, int):
        return Mark.ANSWERED, _tr("both")
    if entry.standing is Standing.OUTSIDE and pick == 0:
        return Mark.SKIPPED, _tr("left out")
    return Mark.ANSWERED, entry.columns[pick].label
