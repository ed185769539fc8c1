"""Editors for every kind of fact; each shows a value and says what the person entered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.dates import date_fault, iso_date, written_out
from ui.marks import Mark
from ui.theme import Style, px
from ui.widgets.check_row import CheckRow
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.ground import MarkSign
from ui.widgets.labels import Line, Words
from ui.widgets.segment import Choice, Segment
from ui.widgets.textbox import LineField, TextBox
from wb6assess.model.assessment import Value
from wb6assess.model.instrument import Field, Indicator, Option
from wb6assess.model.values import Fault, is_number, value_fault

_CHECK_COLUMN, _SHORT_LIST = 220, 5
_SHORT_FIELD = 240
"""Widths in design px of a column of check boxes and of a field for a number or date."""


class Editor(QWidget):
    """One fact: an editor below its label.

    Signals:
        value_edited: The person entered something; carries the value, None when emptied.
    """

    value_edited = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(4))
        self._fault_line: QWidget | None = None
        self._fault_words: Words | None = None

    def show_value(self, value: Value | None) -> None:
        """Show a stored value; emits nothing."""
        raise NotImplementedError

    def lock(self, locked: bool) -> None:
        """Show without letting change."""
        raise NotImplementedError

    def flush(self) -> None:
        """Say what is still being typed."""

    def show_fault(self, sentence: str) -> None:
        """An octagon and a sentence below, or nothing."""
        if sentence and self._fault_line is None:
            self._fault_line = QWidget(self)
            row = QHBoxLayout(self._fault_line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(px(6))
            self._fault_words = Words("", Style.SMALL)
            row.addWidget(MarkSign(Mark.BLOCKS, 14))
            row.addWidget(self._fault_words, 1)
            self.column.addWidget(self._fault_line)
        if self._fault_line is not None and self._fault_words is not None:
            self._fault_words.setText(sentence)
            self._fault_words.setAccessibleName(sentence)
            self._fault_line.setVisible(bool(sentence))


class SingleEditor(Editor):
    """One of several options."""

    def __init__(self, name: str, options: tuple[Option, ...], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        keys = [(option.key, option.label) for option in options]
        self._box = ChoiceBox(keys, empty=self.tr("Choose"))
        self._box.setAccessibleName(name)
        self._box.setMaximumWidth(px(2 * _SHORT_FIELD))
        self._box.picked.connect(lambda key: self.value_edited.emit(key or None))
        self.column.addWidget(self._box)

    def show_value(self, value: Value | None) -> None:
        """Select the option."""
        self._box.show_key(value if isinstance(value, str) else "")

    def lock(self, locked: bool) -> None:
        """No list opens."""
        self._box.setEnabled(not locked)


class YesNoEditor(Editor):
    """Yes or no; a second click takes it back."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        choices = [Choice("yes", self.tr("Yes")), Choice("no", self.tr("No"))]
        self._segment = Segment(choices, clearable=True)
        self._segment.setAccessibleName(name)
        self._segment.chosen.connect(lambda key: self.value_edited.emit(key or None))
        self.column.addWidget(self._segment)

    def show_value(self, value: Value | None) -> None:
        """Show the choice."""
        self._segment.show_key(value if isinstance(value, str) else "")

    def lock(self, locked: bool) -> None:
        """Show only."""
        self._segment.lock(locked)


class LevelEditor(Editor):
    """A level 0-5 with the descriptor of the chosen one below."""

    def __init__(self, name: str, levels: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._levels = levels
        self._segment = Segment([Choice(str(n), str(n)) for n in range(6)], clearable=True)
        self._segment.setAccessibleName(name)
        self._segment.chosen.connect(self._chosen)
        self._text = Words("", Style.SMALL, "ink2")
        self.column.addWidget(self._segment)
        self.column.addWidget(self._text)
        self.show_value(None)

    def show_value(self, value: Value | None) -> None:
        """Show the level and its words."""
        known = isinstance(value, int) and 0 <= value < 6
        self._segment.show_key(str(value) if known else "")
        words = self._levels[value] if isinstance(value, int) and value < len(self._levels) else ""
        self._text.setText(words)
        self._text.setVisible(bool(words))

    def lock(self, locked: bool) -> None:
        """Show only."""
        self._segment.lock(locked)

    def _chosen(self, key: str) -> None:
        self.value_edited.emit(int(key) if key else None)


class MultiEditor(Editor):
    """Any number of options."""

    def __init__(self, name: str, options: tuple[Option, ...], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._rows = {option.key: CheckRow(option.label) for option in options}
        self._exclusive = {option.key for option in options if option.exclusive}
        self._columns = 0
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(px(16))
        self._table.setVerticalSpacing(0)
        self.column.addLayout(self._table)
        for row in self._rows.values():
            row.clicked.connect(self._clicked)
        self._arrange(1)

    def show_value(self, value: Value | None) -> None:
        """Tick the chosen ones."""
        chosen = value if isinstance(value, tuple) else ()
        for key, row in self._rows.items():
            row.setChecked(key in chosen)
        alone = len(chosen) > 1 and self._exclusive & set(chosen)
        self.show_fault(self.tr("One of these stands alone. Untick it or the others.") if alone else "")

    def lock(self, locked: bool) -> None:
        """Show only."""
        for row in self._rows.values():
            row.lock(locked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Long lists stand in columns where there is room."""
        super().resizeEvent(event)
        self._arrange(max(1, self.width() // px(_CHECK_COLUMN)) if len(self._rows) > _SHORT_LIST else 1)

    def _arrange(self, columns: int) -> None:
        """Read down, then right."""
        if columns == self._columns:
            return
        self._columns = columns
        deep = -(-len(self._rows) // columns)
        for place, row in enumerate(self._rows.values()):
            self._table.addWidget(row, place % deep, place // deep, Qt.AlignmentFlag.AlignTop)
        for column in range(columns):
            self._table.setColumnStretch(column, 1)

    def _clicked(self) -> None:
        chosen = tuple(key for key, row in self._rows.items() if row.isChecked())
        self.value_edited.emit(chosen or None)


class NumericEditor(Editor):
    """A number with its unit; a decimal comma is as good as a point."""

    def __init__(self, question: Field | Indicator, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._question = question
        self._field = LineField()
        self._field.setAccessibleName(name)
        self._field.text_edited.connect(self._edited)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self._field.setMaximumWidth(px(_SHORT_FIELD))
        row.addWidget(self._field, 1)
        if question.unit:
            row.addWidget(Line(question.unit, Style.SMALL, "ink2"))
        row.addStretch(0)
        self.column.addLayout(row)

    def show_value(self, value: Value | None) -> None:
        """Show the number; what was typed and is no number stays."""
        if value is None and self._field.text() and number_from_text(self._field.text()) is None:
            return
        self._field.show_text("" if value is None else str(value))
        self._judge(self._field.text())

    def lock(self, locked: bool) -> None:
        """Show only."""
        self._field.setReadOnly(locked)

    def flush(self) -> None:
        """Say what is still being typed."""
        self._field.flush()

    def _edited(self, text: str) -> None:
        self._judge(text)
        number = number_from_text(text)
        if number is not None or not text.strip():
            self.value_edited.emit(number)

    def _judge(self, text: str) -> None:
        sentence = ""
        number = number_from_text(text)
        if text.strip() and number is None:
            sentence = self.tr("Not a number. Write digits only, for example 12 or 3.5.")
        elif number is not None and value_fault(self._question, number) is Fault.IMPLAUSIBLE:
            assert self._question.plausible is not None
            low, high = self._question.plausible
            words = self.tr("Outside {low} to {high}. The figure is kept but does not count.")
            sentence = words.format(low=f"{low:g}", high=f"{high:g}")
        self._field.mark_wrong(bool(sentence))
        self.show_fault(sentence)


class DateEditor(Editor):
    """A date, written out; typed in any of the usual forms."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._field = LineField()
        self._field.setAccessibleName(name)
        self._field.setPlaceholderText(self.tr("day month year"))
        self._field.setMaximumWidth(px(_SHORT_FIELD))
        self._field.text_edited.connect(self._edited)
        self._field.editingFinished.connect(self._finished)
        self.column.addWidget(self._field)

    def show_value(self, value: Value | None) -> None:
        """Show the date; what was typed and is no date yet stays."""
        typed = self._field.text()
        if (value is None and typed and not iso_date(typed)) or iso_date(typed) == value:
            return
        self._field.show_text(written_out(value) if isinstance(value, str) else "")

    def lock(self, locked: bool) -> None:
        """Show only."""
        self._field.setReadOnly(locked)

    def flush(self) -> None:
        """Say what is still being typed."""
        self._field.flush()

    def _edited(self, text: str) -> None:
        if iso_date(text) or not text.strip():
            self._say("")
            self.value_edited.emit(iso_date(text) or None)

    def _finished(self) -> None:
        """Only a finished text can be wrong: half a date is on its way."""
        self._say(date_fault(self._field.text()))
        iso = iso_date(self._field.text())
        if iso:
            self._field.show_text(written_out(iso))

    def _say(self, sentence: str) -> None:
        self._field.mark_wrong(bool(sentence))
        self.show_fault(sentence)


class TextEditor(Editor):
    """Free text."""

    def __init__(self, name: str, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._box = TextBox(lines)
        self._box.setAccessibleName(name)
        self._box.text_edited.connect(lambda text: self.value_edited.emit(text or None))
        self.column.addWidget(self._box)

    def show_value(self, value: Value | None) -> None:
        """Show the text."""
        self._box.show_text(value if isinstance(value, str) else "")

    def lock(self, locked: bool) -> None:
        """Show only."""
        self._box.setReadOnly(locked)

    def flush(self) -> None:
        """Say what is still being typed."""
        self._box.flush()


def number_from_text(text: str) -> int | str | None:
    """A typed number as it is stored: an `int`, or a decimal string; None when it is none."""
    plain = text.strip().replace("\u00a0", "").replace(" ", "").replace(",", ".").removeprefix("+")
    if not is_number(plain):
        return None
    if "." not in plain:
        return int(plain)
    trimmed = plain.rstrip("0").rstrip(".")
    return trimmed if "." in trimmed else int(trimmed)
