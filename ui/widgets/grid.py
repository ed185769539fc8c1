"""A table of numbers: rows by columns, as yearly statistics need them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Style, px
from ui.widgets.fields import Editor, number_from_text
from ui.widgets.labels import Line, Words
from ui.widgets.textbox import LineField
from wb6assess.model.assessment import Number, Value
from wb6assess.model.instrument import Field, FieldType


class GridEditor(Editor):
    """Numbers by row and column; empty cells are simply missing."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field.label, parent)
        self._plausible = field.plausible
        self._cells: dict[tuple[str, str], LineField] = {}
        table = QGridLayout()
        table.setHorizontalSpacing(px(8))
        table.setVerticalSpacing(px(6))
        for x, column in enumerate(field.columns, start=1):
            head = Line(column.label, Style.SMALL, "ink2", right=True, stretch=True)
            head.setFixedWidth(px(84))
            table.addWidget(head, 0, x)
        for y, row in enumerate(field.rows, start=1):
            table.addWidget(Words(row.label, Style.BODY, "ink"), y, 0, Qt.AlignmentFlag.AlignVCenter)
            for x, column in enumerate(field.columns, start=1):
                cell = LineField()
                cell.setAccessibleName(f"{field.label}: {row.label}, {column.label}")
                cell.setAlignment(Qt.AlignmentFlag.AlignRight)
                cell.setFixedWidth(px(84))
                cell.text_edited.connect(self._edited)
                self._cells[row.key, column.key] = cell
                table.addWidget(cell, y, x)
        table.setColumnStretch(0, 1)
        self.column.addLayout(table)

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


_MOST_CHECKS = 16


def need_width(fields: tuple[Field, ...]) -> bool:
    """Whether the facts hold a table, or so many check boxes that a narrow column would be endless."""
    checks = sum(len(field.options) for field in fields if field.type is FieldType.MULTI)
    return checks > _MOST_CHECKS or any(field.rows for field in fields)
