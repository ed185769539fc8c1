"""A table of numbers: rows by columns, as yearly statistics need them."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Style, px
from ui.widgets.fields import Editor, Question
from ui.widgets.labels import Words
from ui.widgets.textbox import LineField
from ui.widgets.typed_fields import number_from_text
from wb6assess.model.assessment import Number, Value
from wb6assess.model.instrument import Column, Field, FieldType

_CELL = 84
"""Width of a cell in design px."""

_MOST_FACTS, _MOST_CHECKS = 8, 16

_Shape = tuple[tuple[str, ...], tuple[str, ...]]
"""Keys of rows and columns."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of one shape; names of rows and columns by key."""

    widget: QWidget
    cells: dict[tuple[str, str], LineField]
    rows: dict[str, Words]
    columns: dict[str, Words]


class GridEditor(Editor):
    """Numbers by row and column; empty cells are simply missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plausible: tuple[float, float] | None = None
        self._cells: dict[tuple[str, str], LineField] = {}
        self._shape: _Shape = ((), ())
        self._tables: dict[_Shape, _Table] = {}

    def show_question(self, question: Question, name: str) -> None:
        """Take over its rows and columns; a table of the same shape is used again."""
        assert isinstance(question, Field)  # no indicator is a grid
        shape = _keys(question.rows), _keys(question.columns)
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
        for names, axis in ((table.rows, question.rows), (table.columns, question.columns)):
            for one in axis:
                names[one.key].setText(one.label)
        for (row, column), cell in self._cells.items():
            labels = table.rows[row].text(), table.columns[column].text()
            cell.setAccessibleName(f"{name}: {labels[0]}, {labels[1]}")
        self._judge()

    def _show_table(self) -> None:
        """Show the table of this shape; one that was made before is used again."""
        for other in self._tables.values():
            other.widget.setVisible(False)
        if self._shape not in self._tables:
            self._tables[self._shape] = self._new_table(*self._shape)
        table = self._tables[self._shape]
        self._cells = table.cells
        table.widget.setVisible(True)
        if self._cells:
            self.setFocusProxy(next(iter(self._cells.values())))

    def _new_table(self, rows: tuple[str, ...], columns: tuple[str, ...]) -> _Table:
        widget = QWidget(self)
        cells: dict[tuple[str, str], LineField] = {}
        heads = {key: Words("", Style.SMALL, "ink2", right=True) for key in columns}
        names = {key: Words("", Style.BODY, "ink") for key in rows}
        table = QGridLayout(widget)
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(px(8))
        table.setVerticalSpacing(px(6))
        for x, column in enumerate(columns, start=1):
            heads[column].setFixedWidth(px(_CELL))
            table.addWidget(heads[column], 0, x, Qt.AlignmentFlag.AlignBottom)
        for y, row in enumerate(rows, start=1):
            table.addWidget(names[row], y, 0, Qt.AlignmentFlag.AlignVCenter)
            for x, column in enumerate(columns, start=1):
                cell = LineField()
                cell.setAlignment(Qt.AlignmentFlag.AlignRight)
                cell.setFixedWidth(px(_CELL))
                cell.text_edited.connect(self._edited)
                cells[row, column] = cell
                table.addWidget(cell, y, x)
        table.setColumnStretch(0, 1)
        self.column.insertWidget(0, widget)
        return _Table(widget, cells, names, heads)

    def show_value(self, value: Value | None) -> None:
        """Fill the cells."""
        known = value if isinstance(value, dict) or hasattr(value, "keys") else {}
        for (row, column), cell in self._cells.items():
            number = known.get(row, {}).get(column)  # type: ignore[union-attr]
            if number is None and cell.text() and number_from_text(cell.text()) is None:
                continue
            cell.show_text("" if number is None else str(number))
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


def need_width(fields: tuple[Field, ...]) -> bool:
    """Whether the facts hold a table, or are so many that a narrow column beside would be endless."""
    checks = sum(len(field.options) for field in fields if field.type is FieldType.MULTI)
    return len(fields) > _MOST_FACTS or checks > _MOST_CHECKS or any(field.rows for field in fields)
