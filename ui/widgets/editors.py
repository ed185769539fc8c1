"""Which editor fits a companion fact or context question."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from ui.widgets.fields import Editor, LevelEditor, MultiEditor, SingleEditor, YesNoEditor
from ui.widgets.grid import GridEditor
from ui.widgets.typed_fields import DateEditor, NumericEditor, TextEditor
from wb6assess.model.vocabulary import FieldType

_EDITORS: Mapping[FieldType, Callable[[QWidget], Editor]] = {
    FieldType.SINGLE: SingleEditor,
    FieldType.MULTI: MultiEditor,
    FieldType.NUMERIC: NumericEditor,
    FieldType.DATE: DateEditor,
    FieldType.YESNO: YesNoEditor,
    FieldType.LEVEL: LevelEditor,
    FieldType.GRID: GridEditor,
    FieldType.TEXT: lambda parent: TextEditor(parent=parent),
}


def editor_for(kind: FieldType, parent: QWidget) -> Editor:
    """The fitting editor, without its label; it waits for its question."""
    return _EDITORS[kind](parent)
