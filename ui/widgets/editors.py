"""Which editor fits a companion fact or context question."""

from ui.widgets.fields import (
    DateEditor,
    Editor,
    LevelEditor,
    MultiEditor,
    NumericEditor,
    SingleEditor,
    TextEditor,
    YesNoEditor,
)
from ui.widgets.grid import GridEditor
from wb6assess.model.instrument import Field, FieldType


def editor_for(field: Field) -> Editor:
    """The fitting editor, without its label."""
    match field.type:
        case FieldType.SINGLE:
            return SingleEditor(field.label, field.options)
        case FieldType.MULTI:
            return MultiEditor(field.label, field.options)
        case FieldType.NUMERIC:
            return NumericEditor(field, field.label)
        case FieldType.DATE:
            return DateEditor(field.label)
        case FieldType.YESNO:
            return YesNoEditor(field.label)
        case FieldType.LEVEL:
            return LevelEditor(field.label, field.levels)
        case FieldType.GRID:
            return GridEditor(field)
        case FieldType.TEXT:
            return TextEditor(field.label)
