"""The assessments as a table: for whoever has more than a dozen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.marks import Mark, paint_mark
from ui.overview.words import edited_words, note_words
from ui.text import draw_line, elided, text_width
from ui.theme import Style, font, px, tokens
from ui.widgets.painted import draw_ring, hairline, inset

if TYPE_CHECKING:
    from wb6assess.session.workspace import AssessmentInfo

Index = QModelIndex | QPersistentModelIndex
_SORT = int(Qt.ItemDataRole.UserRole)
_ROW, _HEAD = 34, 32
_SIDE = 10


class Column(IntEnum):
    """From left to right."""

    TITLE = 0
    COUNTRY = 1
    ROUND = 2
    EXPERT = 3
    REVISION = 4
    ANSWERED = 5
    NOTE = 6
    EDITED = 7


_SHARES = {
    Column.TITLE: 24, Column.COUNTRY: 14, Column.ROUND: 7, Column.EXPERT: 12, Column.REVISION: 8,
    Column.ANSWERED: 9, Column.NOTE: 26, Column.EDITED: 16,
}  # fmt: skip
_RIGHT = {Column.REVISION, Column.ANSWERED}


@dataclass(frozen=True, slots=True)
class Line:
    """One assessment, every cell worked out."""

    id: str
    cells: tuple[str, ...]
    keys: tuple[object, ...]
    mark: Mark | None
    spoken: str


def _urgency(mark: Mark | None) -> int:
    order = (Mark.COMMENT, Mark.BLOCKS, Mark.FLAGGED, Mark.COMPLETE, None)
    return order.index(mark) if mark in order else len(order)


class _Model(QAbstractTableModel):
    """Lines of assessments; knows how to sort what is shown as words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._heads = (
            self.tr("Questionnaire"), self.tr("Country"), self.tr("Round"), self.tr("Expert"),
            self.tr("Revision"), self.tr("Answered"), self.tr("Most urgent"), self.tr("Last edited"),
        )  # fmt: skip

    def show_lines(self, lines: list[Line]) -> None:
        """Show other assessments."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, index: Index) -> Line:
        """The assessment of a row."""
        return self._lines[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """A flat list."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Always the same."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, the whole line for screen readers, and what to sort by."""
        line = self._lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return line.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        return line.keys[index.column()] if role == _SORT else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class _Cells(QStyledItemDelegate):
    """Rows split by hairlines; the current one has bar, tint and, by keyboard, the ring."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        t, rect = tokens(), QRectF(option.rect)
        view = self.parent()
        assert isinstance(view, AssessmentTable)
        column, current = index.column(), index.row() == view.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.fillRect(rect, t.tint if view.hasFocus() else t.hover)
        elif index.row() == view.hovered_row:
            painter.fillRect(rect, t.hover)
        hairline(painter, rect.left(), rect.right() + 1, rect.bottom())
        if current and column == 0:
            painter.fillRect(
                QRectF(rect.left(), rect.top() + px(6), px(4), rect.height() - px(12)), t.accent
            )
        self._paint_words(painter, rect, index, view.line(index).mark)
        if current and view.ring:
            whole = QRectF(0, rect.top(), view.viewport().width(), rect.height())
            draw_ring(painter, inset(whole, 2), 6)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, index: Index, mark: Mark | None) -> None:
        t, column = tokens(), index.column()
        left, room = rect.left() + px(_SIDE), rect.width() - 2 * px(_SIDE)
        if column == Column.NOTE and mark is not None:
            size = px(15)
            box = QRectF(left, rect.top() + (rect.height() - size) / 2, size, size)
            paint_mark(painter, mark, box)
            left, room = left + px(22), room - px(22)
        style = Style.BODY_MEDIUM if column == Column.TITLE else Style.BODY
        words = elided(str(index.data()), style, int(room), middle=column == Column.EXPERT)
        if column in _RIGHT:
            left = rect.right() - px(_SIDE) - text_width(words, style)
        ink = t.ink if column in {Column.TITLE, Column.NOTE, Column.ANSWERED} else t.ink2
        draw_line(painter, words, style, ink, left, rect.top(), rect.height())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All alike."""
        del option, index
        return QSize(px(60), px(_ROW))


class AssessmentTable(QTableView):
    """One line for each assessment; Enter, Space or a click opens it, a click on a head sorts.

    Signals:
        assessment_requested: Carries an assessment id.
    """

    assessment_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assessments")
        self.setAccessibleName(self.tr("Assessments"))
        self.ring = False
        self.hovered_row = -1
        self._model = _Model(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(_SORT)
        self.setModel(self._sorted)
        self.setItemDelegate(_Cells(self))
        self._set_up()
        self.clicked.connect(self._open)
        self.entered.connect(self._hover)

    def show_assessments(
        self,
        infos: Sequence["AssessmentInfo"],
        countries: Mapping[str, str],
        now: datetime,
        divided: Mapping[str, str],
    ) -> None:
        """Show other assessments; the order chosen by the person stays."""
        lines = [self._line_of(info, countries, now, divided.get(info.id, "")) for info in infos]
        self._model.show_lines(lines)
        if self._sorted.rowCount():
            self.setCurrentIndex(self._sorted.index(0, 0))

    def show_rows(self, rows: int) -> None:
        """Be so many rows high; the others scroll."""
        self.setFixedHeight(px(_HEAD) + rows * px(_ROW) + 2)

    def line(self, index: Index) -> Line:
        """The assessment in a row."""
        return self._model.line(self._sorted.mapToSource(index))

    def _line_of(
        self, info: "AssessmentInfo", countries: Mapping[str, str], now: datetime, divided: str
    ) -> Line:
        key = info.identity
        mark, note = note_words(info)
        note = ". ".join(filter(None, (note, divided)))
        country, answered = countries.get(key.country, key.country), f"{info.done} / {info.asked}"
        edited = edited_words(info, now)
        cells = (
            info.title, country, key.round, key.expert, str(info.revision), answered, note, edited,
        )  # fmt: skip
        share = info.done / info.asked if info.asked else 0.0
        keys = (
            info.title.casefold(), country.casefold(), key.round, key.expert.casefold(), info.revision,
            share, f"{_urgency(mark)}{note}", info.updated_at.timestamp(),
        )  # fmt: skip
        spoken = self.tr(
            "{title}, {country}, round {round}, {expert}, revision {revision}, {done} of {asked}"
            " answered. {note} {edited}"
        ).format(
            title=info.title, country=country, round=key.round, expert=key.expert,
            revision=info.revision, done=info.done, asked=info.asked, note=note and note + ".",
            edited=edited,
        )  # fmt: skip
        return Line(info.id, cells, keys, mark, " ".join(spoken.split()))

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSortingEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setFont(font(Style.SMALL_STRONG))
        head.setFixedHeight(px(_HEAD))
        head.setMinimumSectionSize(px(30))
        head.setSortIndicator(Column.EDITED, Qt.SortOrder.DescendingOrder)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width; what matters least goes when it is narrow."""
        super().resizeEvent(event)
        width = self.viewport().width()
        narrow = width < px(760)
        shown = [column for column in Column if not (narrow and column in {Column.ROUND, Column.EDITED})]
        for column in Column:
            self.setColumnHidden(column, column not in shown)
        head = self.horizontalHeader()
        least = {column: head.sectionSizeHint(column) for column in shown}
        # Columns of numbers are as wide as their head, the others share the rest.
        whole = sum(_SHARES[column] for column in shown if column not in _RIGHT)
        room = width - sum(least.values())
        for column in shown:
            if room < 0:
                wide = least[column] * width // sum(least.values())
            else:
                wide = least[column] + (0 if column in _RIGHT else room * _SHARES[column] // whole)
            self.setColumnWidth(column, wide)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self.ring = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        }
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self.ring = False
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open; arrows move."""
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if event.key() in keys and not event.modifiers() and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not self.ring:
            self.ring = True
        super().keyPressEvent(event)
        self.viewport().update()

    def _open(self, index: Index) -> None:
        self.assessment_requested.emit(self.line(index).id)

    def _hover(self, index: Index) -> None:
        self.hovered_row = index.row()
        self.viewport().update()

    def leaveEvent(self, event: object) -> None:
        """No row is under the pointer."""
        self.hovered_row = -1
        self.viewport().update()
        super().leaveEvent(event)  # type: ignore[arg-type]
