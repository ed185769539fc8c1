"""Companion facts beside the justification; asked ones only, never scored."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Style, px
from ui.widgets.editors import editor_for
from ui.widgets.fields import Editor
from ui.widgets.labels import Line, Words
from wb6assess.model.assessment import Value
from wb6assess.model.instrument import Field


class Facts(QWidget):
    """Editors for the facts of one indicator, or for context questions.

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
        head.addWidget(Line(hint, Style.SMALL, "ink3"))
        self._column.addLayout(head)
        self._blocks: dict[str, tuple[QWidget, Editor | None]] = {}
        self._fields: tuple[Field, ...] = ()
        self._country = ""

    def show_fields(self, fields: tuple[Field, ...], country: str) -> None:
        """Build editors for other fields."""
        self._fields, self._country = fields, country
        for block, _ in self._blocks.values():
            self._column.removeWidget(block)
            block.hide()
            block.deleteLater()
        self._blocks = {}
        for field in fields:
            block, editor = self._block(field)
            self._blocks[field.id] = (block, editor)
            self._column.addWidget(block)

    def show_values(self, values: dict[str, Value], asked: frozenset[str], *, locked: bool) -> None:
        """Show stored values; hide what is not asked. Emits nothing."""
        for field in self._fields:
            block, editor = self._blocks[field.id]
            by_design = self._country in field.na_for
            block.setVisible(field.id in asked or by_design)
            if editor is not None:
                editor.show_value(values.get(field.id))
                editor.lock(locked)

    def flush(self) -> None:
        """Say what is still being typed."""
        for _, editor in self._blocks.values():
            if editor is not None:
                editor.flush()

    def focus_field(self, field_id: str) -> None:
        """Put the cursor into a fact once it is laid out."""
        _, editor = self._blocks.get(field_id, (None, None))
        if editor is not None:
            QTimer.singleShot(0, editor, editor.setFocus)

    def _block(self, field: Field) -> tuple[QWidget, Editor | None]:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        label = Words(field.label, Style.SMALL, "ink2")
        column.addWidget(label)
        if self._country in field.na_for:
            reason = self.tr("Not applicable: {reason}").format(reason=field.na_for[self._country])
            column.addWidget(Words(reason, Style.SMALL, "ink3"))
            return block, None
        editor = editor_for(field)
        label.setBuddy(editor)
        editor.value_edited.connect(lambda value, key=field.id: self.fact_edited.emit(key, value))
        column.addWidget(editor)
        return block, editor
