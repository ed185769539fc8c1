"""Editors for facts that are chosen; each shows a value and says what the person entered."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.marks import Mark
from ui.said import one_line
from ui.text import text_width
from ui.theme import Style, px
from ui.widgets.check_row import CheckRow
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.column import Column
from ui.widgets.ground import MarkSign
from ui.widgets.labels import Words
from ui.widgets.segment import Choice, Segment
from wb6assess.model.assessment import Value
from wb6assess.model.instrument import Field, Indicator

Question = Field | Indicator

_CHECK_COLUMN, _LEAST_COLUMN, _CHECK_ROOM, _SHORT_LIST = 220, 160, 48, 5
SHORT_FIELD = 240
"""Widths in design px: columns of check boxes, the box beside its words, a number or date."""


class Editor(Column):
    """One fact: an editor below its label; becomes the editor of another fact of the same type.

    Signals:
        value_edited: The person entered something; carries the value, None when emptied.
    """

    value_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question: Question | None = None
        self.name = ""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(4))
        self._fault_line: QWidget | None = None
        self._fault_words: Words | None = None

    def show_question(self, question: Question, name: str) -> None:
        """Become the editor of another question, called `name`, with nothing entered yet."""
        self.reword(question, name)

    def reword(self, question: Question, name: str) -> None:
        """The same question in other words: what is entered or being typed stays. Emits nothing."""
        self.question, self.name = question, name

    def make_ready(self, question: Question) -> bool:
        """Make what showing this question needs and is not there yet; whether there was anything."""
        del question
        return False

    def show_value(self, value: Value | None) -> None:
        """Show a stored value; emits nothing."""
        raise NotImplementedError

    def lock(self, locked: bool) -> None:
        """Show without letting change."""
        raise NotImplementedError

    def flush(self) -> None:
        """Say what is still being typed."""

    def half_typed(self) -> dict[str, str]:
        """What stands here and is no answer yet, such as half a date, by field; "" for the only one."""
        return {}

    def type_again(self, texts: Mapping[str, str]) -> None:
        """Put back what was half typed; emits nothing."""

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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = ChoiceBox([])
        self.setFocusProxy(self._box)
        self._box.setMaximumWidth(px(2 * SHORT_FIELD))
        self._box.picked.connect(lambda key: self.value_edited.emit(key or None))
        self.column.addWidget(self._box)

    def show_question(self, question: Question, name: str) -> None:
        """Offer its options."""
        self._box.offer(_choices(question), empty=self.tr("Choose"))
        self.reword(question, name)

    def reword(self, question: Question, name: str) -> None:
        """Call the options otherwise."""
        super().reword(question, name)
        self._box.reword(_choices(question))
        self._box.setAccessibleName(name)

    def show_value(self, value: Value | None) -> None:
        """Select the option."""
        self._box.show_key(value if isinstance(value, str) else "")

    def lock(self, locked: bool) -> None:
        """No list opens."""
        self._box.lock(locked)


class YesNoEditor(Editor):
    """Yes or no; a second click takes it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choices = [Choice("yes", self.tr("Yes")), Choice("no", self.tr("No"))]
        self._segment = Segment(choices, clearable=True)
        self.setFocusProxy(self._segment)
        self._segment.chosen.connect(lambda key: self.value_edited.emit(key or None))
        self.column.addWidget(self._segment)

    def reword(self, question: Question, name: str) -> None:
        """Only the name differs."""
        super().reword(question, name)
        self._segment.setAccessibleName(name)

    def show_value(self, value: Value | None) -> None:
        """Show the choice."""
        self._segment.show_key(value if isinstance(value, str) else "")

    def lock(self, locked: bool) -> None:
        """Show only."""
        self._segment.lock(locked)


class LevelEditor(Editor):
    """A level 0-5 with the descriptor of the chosen one below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels: tuple[str, ...] = ()
        self._segment = Segment([Choice(str(n), str(n)) for n in range(6)], clearable=True)
        self.setFocusProxy(self._segment)
        self._segment.chosen.connect(self._chosen)
        self._text = Words("", Style.SMALL, "ink2")
        self.column.addWidget(self._segment)
        self.column.addWidget(self._text)
        self.show_value(None)

    def reword(self, question: Question, name: str) -> None:
        """Take over its descriptors."""
        super().reword(question, name)
        self._levels = question.levels
        self._segment.setAccessibleName(name)
        self._describe()

    def show_value(self, value: Value | None) -> None:
        """Show the level and its words."""
        known = isinstance(value, int) and 0 <= value < 6
        self._segment.show_key(str(value) if known else "")
        self._describe()

    def lock(self, locked: bool) -> None:
        """Show only."""
        self._segment.lock(locked)

    def _describe(self) -> None:
        chosen = int(self._segment.key or -1)
        words = self._levels[chosen] if 0 <= chosen < len(self._levels) else ""
        self._text.setText(words)
        self._text.setVisible(bool(words))

    def _chosen(self, key: str) -> None:
        self.value_edited.emit(int(key) if key else None)


class MultiEditor(Editor):
    """Any number of options."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pool: list[CheckRow] = []
        self._rows: dict[str, CheckRow] = {}
        self._exclusive: set[str] = set()
        self._columns = 0
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(px(16))
        self._table.setVerticalSpacing(0)
        self.column.addLayout(self._table)

    def make_ready(self, question: Question) -> bool:
        """Make a row for each option."""
        missing = len(question.options) - len(self._pool)
        for _ in range(missing):
            row = CheckRow("", self)
            row.clicked.connect(self._clicked)
            row.setVisible(False)
            self._pool.append(row)
        return missing > 0

    def show_question(self, question: Question, name: str) -> None:
        """Offer its options."""
        options = question.options
        self.make_ready(question)
        for row in self._pool[len(options) :]:
            row.setVisible(False)
        self._rows = {option.key: row for option, row in zip(options, self._pool, strict=False)}
        for row in self._rows.values():
            row.setChecked(False)
            row.setVisible(True)
        self.reword(question, name)
        self._exclusive = {option.key for option in options if option.exclusive}
        # Qt takes None for "no proxy"; its stubs do not say so.
        self.setFocusProxy(self._pool[0] if options else None)  # type: ignore[arg-type]
        self._columns = 0
        self._arrange(self._fitting_columns())

    def reword(self, question: Question, name: str) -> None:
        """Call the options otherwise."""
        super().reword(question, name)
        for option in question.options:
            self._rows[option.key].rename(option.label, name)

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
        self._arrange(self._fitting_columns())

    def _fitting_columns(self) -> int:
        """So many that every label of a short list stays on its line; a long list's may wrap."""
        wide = px(_CHECK_COLUMN)
        if self.question is not None and len(self._rows) <= _SHORT_LIST:
            labels = (text_width(option.label, Style.BODY) for option in self.question.options)
            wide = max(labels, default=0) + px(_CHECK_ROOM)
        fitting = self.width() // max(wide, px(_LEAST_COLUMN))
        return max(1, min(fitting, len(self._rows)))

    def _arrange(self, columns: int) -> None:
        """Read down, then right."""
        if columns == self._columns:
            return
        self._columns = columns
        deep = -(-len(self._rows) // columns)
        for place, row in enumerate(self._rows.values()):
            self._table.addWidget(row, place % deep, place // deep, Qt.AlignmentFlag.AlignTop)
        for column in range(max(columns, self._table.columnCount())):
            self._table.setColumnStretch(column, 1 if column < columns else 0)

    def _clicked(self) -> None:
        chosen = tuple(key for key, row in self._rows.items() if row.isChecked())
        self.value_edited.emit(chosen or None)


def _choices(question: Question) -> list[tuple[str, str]]:
    return [(option.key, one_line(option.label)) for option in question.options]
