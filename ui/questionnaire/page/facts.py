"""Companion facts beside the justification; asked ones only, never scored."""

from collections import Counter
from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Style, px
from ui.widgets.column import Column
from ui.widgets.editors import editor_for
from ui.widgets.labels import Line, Words
from ui.widgets.polished import polish
from wb6assess.model.assessment import Value
from wb6assess.model.instrument import Field
from wb6assess.model.vocabulary import FieldType

_TWO_COLUMNS = 520
"""Width in design px from which short facts stand in two columns."""

_WIDE = {FieldType.TEXT, FieldType.MULTI, FieldType.GRID}

HalfTyped = Mapping[tuple[str, str], str]
"""What is no answer yet, by fact ("" for the question itself) and field of its editor."""


class _Block(Column):
    """A label and its editor; becomes the block of another fact of the same type.

    Signals:
        edited: Carries field id and value.
    """

    edited = Signal(str, object)

    def __init__(self, kind: FieldType, parent: QWidget) -> None:
        super().__init__(parent)
        self.field_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        self._label = Words("", Style.SMALL, "ink2")
        self._reason = Words("", Style.SMALL, "ink3")
        self.editor = editor_for(kind, self)
        self._label.setBuddy(self.editor)
        self.editor.value_edited.connect(lambda value: self.edited.emit(self.field_id, value))
        for part in (self._label, self._reason, self.editor):
            column.addWidget(part)

    def show_field(self, field: Field, country: str) -> None:
        """Ask for another fact; in a country where it cannot exist, say why instead."""
        self.field_id = field.id
        by_design = country in field.na_for
        self._reason.setVisible(by_design)
        self.editor.setVisible(not by_design)
        self.editor.show_question(field, field.label)
        self._say(field, country)

    def reword(self, field: Field, country: str) -> None:
        """The same fact in other words; what is entered or being typed stays."""
        self.editor.reword(field, field.label)
        self._say(field, country)

    def _say(self, field: Field, country: str) -> None:
        self._label.setText(field.label)
        by_design = country in field.na_for
        if by_design:
            words = self.tr("Not applicable: {reason}")
            self._reason.setText(words.format(reason=field.na_for[country]))


class Facts(Column):
    """Editors for the facts of one indicator, or for context questions.

    Editors are kept and used again: making them takes longer than anything else on a page.

    Signals:
        fact_edited: The person entered a fact; carries field id and value (None when emptied).
    """

    fact_edited = Signal(str, object)

    def __init__(self, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        head = QHBoxLayout()
        head.addWidget(Line(title, Style.SECTION))
        head.addStretch(1)
        self._hint, self._hinted = Line(hint, Style.SMALL, "ink3"), hint
        head.addWidget(self._hint)
        self._column.addLayout(head)
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(px(24))
        self._table.setVerticalSpacing(px(10))
        self._column.addLayout(self._table)
        self._columns = 1
        self._pool: dict[FieldType, list[_Block]] = {}
        self._blocks: dict[str, _Block] = {}
        self._fields: tuple[Field, ...] = ()
        self._placed: tuple[Field, ...] = ()
        """Those asked now, which have a place."""
        self._country = ""

    def show_fields(self, fields: tuple[Field, ...], country: str) -> None:
        """Ask for other facts; what is typed is said before."""
        self._country = country
        if fields is self._fields:
            return
        self._fields = fields
        taken: dict[FieldType, int] = {}
        blocks: dict[str, _Block] = {}
        for field in fields:
            place = taken.get(field.type, 0)
            taken[field.type] = place + 1
            block = self._block(field.type, place)
            block.show_field(field, country)
            blocks[field.id] = block
        for block in set(self._blocks.values()) - set(blocks.values()):
            block.setVisible(False)
        self._blocks = blocks
        self._placed = ()

    def make_ready(self, fields: tuple[Field, ...]) -> Iterator[None]:
        """Make the editors these facts need and the pool does not have yet."""
        taken: Counter[FieldType] = Counter()
        for field in fields:
            pool = self._pool.get(field.type, ())
            known = pool[taken[field.type]] if taken[field.type] < len(pool) else None
            block = known or self._block(field.type, taken[field.type])
            taken[field.type] += 1
            if block.editor.make_ready(field) or known is None:
                polish(block)
                yield

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room, short facts stand in two columns."""
        super().resizeEvent(event)
        columns = 2 if self.width() >= px(_TWO_COLUMNS) else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange(self._placed)

    def _arrange(self, fields: tuple[Field, ...]) -> None:
        """From left to right, then down; what needs the width has a row of its own."""
        self._placed = fields
        row = column = 0
        for field in fields:
            block = self._blocks[field.id]
            if field.type in _WIDE and column:
                row, column = row + 1, 0
            span = self._columns if field.type in _WIDE else 1
            self._table.addWidget(block, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
            if column >= self._columns:
                row, column = row + 1, 0
        for place in range(2):
            self._table.setColumnStretch(place, 1 if place < self._columns else 0)

    def reword(self, fields: tuple[Field, ...]) -> None:
        """The same facts in other words; what is entered or being typed stays."""
        self._fields = fields
        for field in fields:
            self._blocks[field.id].reword(field, self._country)

    def show_values(self, values: Mapping[str, Value], asked: frozenset[str], *, locked: bool) -> None:
        """Show stored values; hide what is not asked. Emits nothing."""
        shown = tuple(f for f in self._fields if f.id in asked or self._country in f.na_for)
        names = [field.id for field in shown]
        if names != [field.id for field in self._placed]:
            # What is not asked leaves no gap.
            self._arrange(shown)
        for field in self._fields:
            block = self._blocks[field.id]
            by_design = self._country in field.na_for
            block.setVisible(field.id in names)
            if not by_design:
                block.editor.show_value(values.get(field.id))
                block.editor.lock(locked)
        open_to_answer = [f.id for f in shown if self._country not in f.na_for]
        self._count(sum(name in values for name in open_to_answer), len(open_to_answer))

    def _count(self, filled: int, asked: int) -> None:
        """Say how many facts are there; long pages hide that."""
        words = self.tr("{n} of {total} filled in").format(n=filled, total=asked)
        self._hint.say(f"{words}  ·  {self._hinted}" if asked > 1 else self._hinted)

    def flush(self) -> None:
        """Say what is still being typed."""
        for block in self._blocks.values():
            block.editor.flush()

    def half_typed(self) -> HalfTyped:
        """What stands here and is no answer yet."""
        return {
            (name, key): text
            for name, block in self._blocks.items()
            for key, text in block.editor.half_typed().items()
        }

    def type_again(self, texts: HalfTyped) -> None:
        """Put back what was half typed; emits nothing."""
        for name, block in self._blocks.items():
            own = {key: text for (field, key), text in texts.items() if field == name}
            if own:
                block.editor.type_again(own)

    def tab_parts(self) -> list[QWidget]:
        """The blocks in the order of the questions."""
        return [self._blocks[field.id] for field in self._fields if field.id in self._blocks]

    def focus_field(self, field_id: str) -> None:
        """Put the cursor into a fact once it is laid out."""
        block = self._blocks.get(field_id)
        if block is not None:
            QTimer.singleShot(0, block.editor, block.editor.setFocus)

    def _block(self, kind: FieldType, place: int) -> _Block:
        pool = self._pool.setdefault(kind, [])
        if place == len(pool):
            block = _Block(kind, self)
            block.edited.connect(self.fact_edited)
            pool.append(block)
        return pool[place]
