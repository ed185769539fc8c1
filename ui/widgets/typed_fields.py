"""Editors for facts that are typed: numbers, dates, texts."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.dates import date_fault, iso_date, written_out
from ui.theme import Style, px
from ui.widgets.fields import SHORT_FIELD, Editor, Question
from ui.widgets.labels import Line
from ui.widgets.textbox import LineField, TextBox
from wb6assess.model.assessment import Value
from wb6assess.model.values import Fault, is_number, value_fault


class NumericEditor(Editor):
    """A number with its unit; a decimal comma is as good as a point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Value | None = None
        self._field = LineField()
        self.setFocusProxy(self._field)
        self._unit = Line("", Style.SMALL, "ink2")
        self._field.text_edited.connect(self._edited)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self._field.setMaximumWidth(px(SHORT_FIELD))
        row.addWidget(self._field, 1)
        row.addWidget(self._unit)
        row.addStretch(0)
        self.column.addLayout(row)

    def show_question(self, question: Question, name: str) -> None:
        """Take over its unit and bounds."""
        self._field.show_anew()
        self._value = None
        super().show_question(question, name)

    def reword(self, question: Question, name: str) -> None:
        """Unit and name may differ, and so does what is said about a wrong number."""
        super().reword(question, name)
        self._unit.say(question.unit)
        self._unit.setVisible(bool(question.unit))
        self._field.setAccessibleName(name)
        self._judge(self._field.text())

    def show_value(self, value: Value | None) -> None:
        """Show the number; what was typed and is no number stays."""
        if value == self._value and self.half_typed():
            return
        self._value = value
        show_number(self._field, value)
        self._judge(self._field.text())

    def lock(self, locked: bool) -> None:
        """Show only."""
        self._field.setReadOnly(locked)

    def flush(self) -> None:
        """Say what is still being typed."""
        self._field.flush()

    def half_typed(self) -> dict[str, str]:
        """What is no number."""
        return half_typed(self._field, number_from_text(self._field.text()) is None)

    def type_again(self, texts: Mapping[str, str]) -> None:
        """Put it back, with what is wrong about it."""
        self._field.show_text(texts[""])
        self._judge(texts[""])

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
        elif number is not None and self._implausible(number):
            assert self.question is not None
            assert self.question.plausible is not None
            low, high = self.question.plausible
            words = self.tr("Outside {low} to {high}. The figure is kept but does not count.")
            sentence = words.format(low=f"{low:g}", high=f"{high:g}")
        self._field.mark_wrong(bool(sentence))
        self.show_fault(sentence)

    def _implausible(self, number: int | str) -> bool:
        return self.question is not None and value_fault(self.question, number) is Fault.IMPLAUSIBLE


class DateEditor(Editor):
    """A date, written out; typed in any of the usual forms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Value | None = None
        self._field = LineField()
        self.setFocusProxy(self._field)
        self._field.setPlaceholderText(self.tr("day month year"))
        self._field.setMaximumWidth(px(SHORT_FIELD))
        self._field.text_edited.connect(self._edited)
        self._field.editingFinished.connect(self._finished)
        self.column.addWidget(self._field)

    def show_question(self, question: Question, name: str) -> None:
        """Begin with nothing."""
        super().show_question(question, name)
        self._field.show_anew()
        self._value = None
        self._say("")

    def reword(self, question: Question, name: str) -> None:
        """Only the name differs."""
        super().reword(question, name)
        self._field.setAccessibleName(name)

    def show_value(self, value: Value | None) -> None:
        """Show the date; what was typed and is no date yet stays."""
        if (value == self._value and self.half_typed()) or iso_date(self._field.text()) == value:
            self._value = value
            return
        self._value = value
        self._field.show_text(written_out(value) if isinstance(value, str) else "")

    def lock(self, locked: bool) -> None:
        """Show only."""
        self._field.setReadOnly(locked)

    def flush(self) -> None:
        """Say what is still being typed."""
        self._field.flush()

    def half_typed(self) -> dict[str, str]:
        """What is no date yet."""
        return half_typed(self._field, not iso_date(self._field.text()))

    def type_again(self, texts: Mapping[str, str]) -> None:
        """Put it back, with what is wrong about it."""
        self._field.show_text(texts[""])
        self._say(date_fault(texts[""]))

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

    def __init__(self, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = TextBox(lines)
        self.setFocusProxy(self._box)
        self._box.text_edited.connect(lambda text: self.value_edited.emit(text or None))
        self.column.addWidget(self._box)

    def show_question(self, question: Question, name: str) -> None:
        """Begin with nothing."""
        super().show_question(question, name)
        self._box.show_anew()

    def reword(self, question: Question, name: str) -> None:
        """Only the name differs."""
        super().reword(question, name)
        self._box.setAccessibleName(name)

    def show_value(self, value: Value | None) -> None:
        """Show the text."""
        self._box.show_text(value if isinstance(value, str) else "")

    def lock(self, locked: bool) -> None:
        """Show only."""
        self._box.setReadOnly(locked)

    def flush(self) -> None:
        """Say what is still being typed."""
        self._box.flush()


def half_typed(field: LineField, wrong: bool) -> dict[str, str]:
    """The text of a field that is no answer, under the one key there is; nothing of an empty one."""
    return {"": field.text()} if wrong and field.text().strip() else {}


def show_number(field: LineField, number: Value | None) -> None:
    """Show a number; emits nothing. As long as it is the number that was typed, it stays as typed."""
    if number is None or number_from_text(field.said) != number:
        field.show_text("" if number is None else str(number).replace(".", QLocale().decimalPoint()))


def number_from_text(text: str) -> int | str | None:
    """A typed number as it is stored: an `int`, or a decimal string; None when it is none."""
    plain = text.strip().replace("\u00a0", "").replace(" ", "").replace(",", ".").removeprefix("+")
    if not is_number(plain):
        return None
    if "." not in plain:
        return int(plain)
    trimmed = plain.rstrip("0").rstrip(".")
    return trimmed if "." in trimmed else int(trimmed)
