"""An answer in words: its value, its state, and what changed between two answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from ui.dates import written_out
from wb6assess.model.assessment import Answer, Confidence, Evidence, SpecialState, Value
from wb6assess.model.instrument import Field, Indicator, Instrument
from wb6assess.model.query import is_reply
from wb6assess.model.vocabulary import FieldType, IndicatorType

Question = Indicator | Field


def _tr(text: str) -> str:
    return QCoreApplication.translate("Answer", text)


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of an answer before and after; "" where there was or is nothing."""

    part: str
    before: str
    after: str


def question_of(instrument: Instrument, item: str) -> Question | None:
    """The indicator, context question or the ladder a vignette is rated on; None for a stranger."""
    if item in instrument.vignette_by_id:
        return instrument.by_id.get(instrument.vignette_by_id[item].indicator)
    return instrument.by_id.get(item) or instrument.context_by_id.get(item)


def value_words(question: Question | None, value: Value | None) -> str:
    """A value as a person reads it: a level with its text, options by their labels."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return _grid_words(question, value)
    if isinstance(value, tuple):
        return "; ".join(_label(question, key) for key in value) or _tr("none of them")
    levels = question.levels if question is not None else ()
    if isinstance(value, int) and levels and 0 <= value < len(levels):
        return _tr("Level {n}: {text}").format(n=value, text=levels[value])
    kind = question.type if question is not None else None
    if kind in {IndicatorType.YESNO, FieldType.YESNO}:
        return {"yes": _tr("Yes"), "no": _tr("No")}.get(str(value), str(value))
    if kind is FieldType.DATE:
        return written_out(str(value))
    if kind in {IndicatorType.NUMERIC, FieldType.NUMERIC}:
        unit = question.unit if question is not None else ""
        return f"{_number_words(value)} {unit}".strip()
    return _label(question, str(value))


def answer_value_words(question: Question | None, answer: Answer) -> str:
    """The value or the special state."""
    return state_words(answer.state) or value_words(question, answer.value)


def state_words(state: SpecialState | None) -> str:
    """A special state; "" for none."""
    match state:
        case SpecialState.NOT_APPLICABLE:
            return _tr("Not applicable")
        case SpecialState.DONT_KNOW:
            return _tr("Don't know")
        case SpecialState.WITHHELD:
            return _tr("Withheld")
        case None:
            return ""


def confidence_words(confidence: Confidence | None) -> str:
    """How sure the expert is; "" when not said."""
    words = {
        Confidence.LOW: _tr("Low"),
        Confidence.MEDIUM: _tr("Medium"),
        Confidence.HIGH: _tr("High"),
    }
    return words[confidence] if confidence is not None else ""


def evidence_title(piece: Evidence) -> str:
    """What an item of evidence is called in a sentence."""
    return piece.title or piece.citation or piece.issuer or piece.file or piece.url


def differences(question: Question | None, before: Answer, after: Answer) -> list[Difference]:
    """What is different, part by part, in the order of the page."""
    found = [
        Difference(
            _tr("Answer"), answer_value_words(question, before), answer_value_words(question, after)
        ),
        Difference(
            _tr("Confidence"), confidence_words(before.confidence), confidence_words(after.confidence)
        ),
        Difference(_tr("Justification"), before.justification, after.justification),
        *_evidence_differences(before.evidence, after.evidence),
        *_fact_differences(question, before, after),
        *_comment_differences(before.comments, after.comments),
    ]
    return [one for one in found if one.before != one.after]


def _evidence_differences(
    before: tuple[Evidence, ...], after: tuple[Evidence, ...]
) -> Iterator[Difference]:
    gone = [piece for piece in before if piece not in after]
    come = [piece for piece in after if piece not in before]
    # Editing keeps the place: what goes and what comes are then the same item.
    for place in range(max(len(gone), len(come))):
        old = _evidence_words(gone[place]) if place < len(gone) else ""
        new = _evidence_words(come[place]) if place < len(come) else ""
        yield Difference(_tr("Evidence"), old, new)


def _evidence_words(piece: Evidence) -> str:
    parts = (evidence_title(piece), piece.reference, piece.page, written_out(piece.date), piece.url)
    shown = " · ".join(dict.fromkeys(part for part in parts if part))
    return shown or _tr("an empty item")


def _fact_differences(question: Question | None, before: Answer, after: Answer) -> Iterator[Difference]:
    for field_id in dict.fromkeys((*before.fields, *after.fields)):
        field = question.field_named(field_id) if isinstance(question, Indicator) else None
        yield Difference(
            field.label if field else field_id,
            value_words(field, before.fields.get(field_id)),
            value_words(field, after.fields.get(field_id)),
        )


def _comment_differences(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Difference]:
    for check in dict.fromkeys((*before, *after)):
        part = _tr("Reply to the coordinator") if is_reply(check) else _tr("Comment on a finding")
        yield Difference(part, before.get(check, ""), after.get(check, ""))


def _label(question: Question | None, key: str) -> str:
    options = question.options if question is not None else ()
    return next((option.label for option in options if option.key == key), key)


def _number_words(value: int | str) -> str:
    """With the language's decimal sign; digits stay as they were typed."""
    text = str(value)
    return text.replace(".", QLocale().decimalPoint()) if text.count(".") == 1 else text


def _grid_words(question: Question | None, value: Mapping[str, Mapping[str, int | str]]) -> str:
    rows = question.rows if isinstance(question, Field) else ()
    columns = question.columns if isinstance(question, Field) else ()
    row_names = {row.key: row.label for row in rows}
    column_names = {column.key: column.label for column in columns}
    lines = []
    for row, cells in value.items():
        figures = [f"{column_names.get(key, key)} {_number_words(cell)}" for key, cell in cells.items()]
        lines.append(f"{row_names.get(row, row)}: {', '.join(figures)}")
    return "; ".join(lines)
