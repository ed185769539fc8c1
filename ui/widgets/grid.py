"""A table of numbers: rows by columns, as yearly statistics need them."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Style, px
from ui.widgets.fields import Editor, Question
from ui.widgets.labels import Words
from ui.widgets.textbox import LineField
from ui.widgets.typed_fields import number_from_text, show_number
from wb6assess.model.assessment import Number, Value
from wb6assess.model.instrument import Column, Field
from wb6assess.model.vocabulary import FieldType

_CELL, _NAMES, _GAP = 84, 300, 32
"""Widths in design px: a cell, the names of rows, what divides two halves."""

_FOLDED_ROWS, _FOLDED_COLUMNS, _FOLDED_WIDTH = 6, 2, 640
"""A table of so many rows, with so few columns, in so much room stands in two halves."""

_MOST_FACTS, _MOST_CHECKS = 8, 16

_Shape = tuple[tuple[str, ...], tuple[str, ...]]
"""Keys of rows and columns."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of one shape; names of rows and columns by key."""

    widget: QWidget
    cells: dict[tuple[str, str], LineField]
    rows: dict[str, Words]
    columns: dict[str, list[Words]]
    """One head for each half that may stand."""
    grid: QGridLayout

    def arrange(self, *, folded: bool) -> None:
        """One half below the other, or beside it; read down, then right."""
        deep = -(-len(self.rows) // 2) if folded else len(self.rows)
        across = len(self.columns) + 2
        for x, heads in enumerate(self.columns.values(), start=1):
            for half, head in enumerate(heads):
                self.grid.addWidget(head, 0, half * across + x, Qt.AlignmentFlag.AlignBottom)
                head.setVisible(folded or not half)
        for place, row in enumerate(self.rows):
            half, y = divmod(place, deep)
            middle = Qt.AlignmentFlag.AlignVCenter
            self.grid.addWidget(self.rows[row], y + 1, half * across, middle)
            for x, column in enumerate(self.columns, start=1):
                self.grid.addWidget(self.cells[row, column], y + 1, half * across + x)
        gap = across - 1
        self.grid.setColumnMinimumWidth(gap, px(_GAP) if folded else 0)
        self.grid.setColumnStretch(across, 1 if folded else 0)
        # Figures stand near the names they belong to.
        cells = len(self.columns) * px(_CELL + 8)
        self.widget.setMaximumWidth(16777215 if folded else px(_NAMES) + cells)


class GridEditor(Editor):
    """Numbers by row and column; empty cells are simply missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plausible: tuple[float, float] | None = None
        self._cells: dict[tuple[str, str], LineField] = {}
        self._shape: _Shape = ((), ())
        self._tables: dict[_Shape, _Table] = {}
        self._folded: dict[_Shape, bool] = {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long table stands in two halves where there is room."""
        super().resizeEvent(event)
        self._fold()

    def make_ready(self, question: Question) -> bool:
        """Make the table of its shape."""
        assert isinstance(question, Field)  # no indicator is a grid
        shape = _keys(question.rows), _keys(question.columns)
        if shape in self._tables:
            return False
        table = self._tables[shape] = self._new_table(*shape)
        # A page with a table is wide, where the window is.
        self._folded[shape] = _may_fold(shape)
        table.arrange(folded=self._folded[shape])
        table.widget.setVisible(False)
        return True

    def show_question(self, question: Question, name: str) -> None:
        """Take over its rows and columns; a table of the same shape is used again."""
        assert isinstance(question, Field)  # no indicator is a grid
        shape = _keys(question.rows), _keys(question.columns)
        self.make_ready(question)
        if shape != self._shape:
            self._shape = shape
            self._show_table()
        for cell in self._cells.values():
            cell.show_anew()
        self.reword(question, name)

    def reword(self, question: Question, name: str) -> None:
        """Call rows and columns otherwise."""
        super().reword(question, name)
        assert isinstance(question, Field)  # no indicator is a grid
        self._plausible = question.plausible
        table = self._tables[self._shape]
        rows = {key: [words] for key, words in table.rows.items()}
        for names, axis in ((rows, question.rows), (table.columns, question.columns)):
            for one in axis:
                for words in names[one.key]:
                    words.setText(one.label)
        for (row, column), cell in self._cells.items():
            labels = table.rows[row].text(), table.columns[column][0].text()
            cell.setAccessibleName(f"{name}: {labels[0]}, {labels[1]}")
        self._judge()

    def _show_table(self) -> None:
        """Show the table of this shape; one that was made before is used again."""
        for other in self._tables.values():
            other.widget.setVisible(False)
        table = self._tables[self._shape]
        self._cells = table.cells
        self._fold()
        table.widget.setVisible(True)
        if self._cells:
            self.setFocusProxy(next(iter(self._cells.values())))

    def _fold(self) -> None:
        """Arrange the table for the width there is."""
        if self._shape not in self._tables:
            return
        folded = _may_fold(self._shape) and self.width() >= px(_FOLDED_WIDTH)
        if self._folded.get(self._shape) is not folded:
            self._folded[self._shape] = folded
            self._tables[self._shape].arrange(folded=folded)

    def _new_table(self, rows: tuple[str, ...], columns: tuple[str, ...]) -> _Table:
        widget = QWidget(self)
        halves = 2 if _may_fold((rows, columns)) else 1
        heads = {key: [self._head(widget) for _ in range(halves)] for key in columns}
        names = {key: Words("", Style.BODY, "ink", parent=widget) for key in rows}
        cells = {(row, column): self._cell(widget) for row in rows for column in columns}
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        self.column.insertWidget(0, widget)
        return _Table(widget, cells, names, heads, grid)

    @staticmethod
    def _head(parent: QWidget) -> Words:
        head = Words("", Style.SMALL, "ink2", right=True)
        head.setParent(parent)
        head.setFixedWidth(px(_CELL))
        return head

    def _cell(self, parent: QWidget) -> LineField:
        cell = LineField(parent)
        cell.setAlignment(Qt.AlignmentFlag.AlignRight)
        cell.setFixedWidth(px(_CELL))
        cell.text_edited.connect(self._edited)
        return cell

    def show_value(self, value: Value | None) -> None:
        """Fill the cells."""
        known = value if isinstance(value, dict) or hasattr(value, "keys") else {}
        for (row, column), cell in self._cells.items():
            number = known.get(row, {}).get(column)  # type: ignore[union-attr]
            if number is None and cell.text() and number_from_text(cell.text()) is None:
                continue
            show_number(cell, number)
        self._judge()

    def lock(self, locked: bool) -> None:
        """Show only."""
        for cell in self._cells.values():
            cell.setReadOnly(locked)

    def flush(self) -> None:
        """Say what is still being typed."""
        for cell in self._cells.values():
            cell.flush()

    def half_typed(self) -> dict[str, str]:
        """Cells that are no numbers, by row and column."""
        texts = {f"{row}/{column}": cell.text() for (row, column), cell in self._cells.items()}
        return {
            key: text for key, text in texts.items() if text.strip() and number_from_text(text) is None
        }

    def type_again(self, texts: Mapping[str, str]) -> None:
        """Put them back, marked."""
        for (row, column), cell in self._cells.items():
            if (text := texts.get(f"{row}/{column}")) is not None:
                cell.show_text(text)
        self._judge()

    def _edited(self, _text: str) -> None:
        self._judge()
        grid: dict[str, dict[str, Number]] = {}
        for (row, column), cell in self._cells.items():
            number = number_from_text(cell.text())
            if number is not None:
                grid.setdefault(row, {})[column] = number
        self.value_edited.emit(grid or None)

    def _judge(self) -> None:
        wrong = implausible = False
        for cell in self._cells.values():
            number = number_from_text(cell.text())
            not_number = bool(cell.text().strip()) and number is None
            outside = (
                number is not None
                and self._plausible is not None
                and not self._plausible[0] <= float(number) <= self._plausible[1]
            )
            cell.mark_wrong(not_number or outside)
            wrong, implausible = wrong or not_number, implausible or outside
        sentence = ""
        if wrong:
            sentence = self.tr("The marked cells are no numbers. Write digits only.")
        elif implausible and self._plausible is not None:
            words = self.tr("The marked figures lie outside {low} to {high}. They do not count.")
            sentence = words.format(low=f"{self._plausible[0]:g}", high=f"{self._plausible[1]:g}")
        self.show_fault(sentence)


def _keys(axis: tuple[Column, ...]) -> tuple[str, ...]:
    return tuple(one.key for one in axis)


def _may_fold(shape: _Shape) -> bool:
    rows, columns = shape
    return len(rows) >= _FOLDED_ROWS and len(columns) <= _FOLDED_COLUMNS


def need_width(fields: tuple[Field, ...]) -> bool:
    """Whether the facts hold a table, or are so many that a narrow column beside would be endless."""
    checks = sum(len(field.options) for field in fields if field.type is FieldType.MULTI)
    return len(fields) > _MOST_FACTS or checks > _MOST_CHECKS or any(field.rows for field in fields)
