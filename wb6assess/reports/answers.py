"""What an answer says, in the questionnaire's own words."""

from wb6assess.model.assessment import Value
from wb6assess.model.instrument import Field, Indicator
from wb6assess.model.vocabulary import FieldType, IndicatorType


def answer_words(question: Indicator | Field, value: Value) -> str:
    """A valid value in words: the descriptor of a level, labels of choices, a number with its unit.

    Numbers keep the form files hold them in; texts and dates come back as they are.
    """
    match question.type, value:
        case ((IndicatorType.LEVEL | IndicatorType.VIGNETTE | FieldType.LEVEL), int(level)):
            return question.levels[level] if question.levels else str(level)
        case ((IndicatorType.SINGLE | FieldType.SINGLE), str(key)):
            return _label(question, key)
        case ((IndicatorType.MULTI | FieldType.MULTI), tuple(keys)):
            return "; ".join(_label(question, key) for key in keys)
        case ((IndicatorType.NUMERIC | FieldType.NUMERIC), int() | str()):
            return f"{value} {question.unit}".rstrip()
        case FieldType.GRID, _ if isinstance(question, Field) and not isinstance(
            value, int | str | tuple
        ):
            rows = {item.key: item.label for item in question.rows}
            columns = {item.key: item.label for item in question.columns}
            return "; ".join(
                f"{rows[row]}: "
                + ", ".join(f"{columns[column]} {number}" for column, number in cells.items())
                for row, cells in value.items()
            )
        case _:
            return str(value)


def _label(question: Indicator | Field, key: str) -> str:
    return next((option.label for option in question.options if option.key == key), key)
