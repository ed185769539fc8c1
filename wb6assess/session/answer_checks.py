"""Whether an answer may be stored at all. What is merely unwise becomes a finding instead."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace

from wb6assess.errors import AnswerError, ErrorCode
from wb6assess.exchange.texts import tidy
from wb6assess.model.assessment import EVIDENCE_GRADES, Answer, Evidence, Value
from wb6assess.model.instrument import Field, Instrument, Vignette
from wb6assess.model.values import Fault, Question, value_fault
from wb6assess.model.vocabulary import FieldType
from wb6assess.reports.wording import fault_words
from wb6assess.store.history import Edit

_FILE_NAME = re.compile(r"[^/\\:\x00-\x1f]{0,255}")
_FREE_TEXT = Field("text", FieldType.TEXT, "")
_EVIDENCE_TEXTS = tuple(part.name for part in fields(Evidence) if part.name != "kind")


def checked_answer(instrument: Instrument, item: str, answer: Answer, before: Answer) -> Answer:
    """The answer as it is stored: texts in their one written form, nothing shared with the caller.

    Args:
        instrument: The questionnaire.
        item: Id of the question.
        answer: What the caller wants stored.
        before: What is stored; the parts that stay are not looked at again.

    Raises:
        AnswerError: ANSWER_NOT_ALLOWED with `item` and `reason`: the questionnaire does not ask
            this, or the value, a companion field or an item of evidence has not its form.
    """
    question = _question(instrument, item)
    value = _tidied_value(answer.value)
    return Answer(
        value=None if value is None else _fitting(item, question, value),
        state=answer.state,
        confidence=answer.confidence,
        justification=_text(item, answer.justification),
        evidence=(
            before.evidence
            if answer.evidence == before.evidence
            else tuple(_evidence(item, piece) for piece in answer.evidence)
        ),
        fields=_facts(instrument, item, answer.fields) if answer.fields else {},
        comments={name: _text(item, text) for name, text in answer.comments.items() if tidy(text)},
    )


def first_edits(instrument: Instrument, answers: Mapping[str, Answer]) -> list[Edit]:
    """Answers of a new assessment, checked like any other; empty ones left out.

    Raises:
        AnswerError: ANSWER_NOT_ALLOWED with `item` and `reason`.
    """
    nothing = Answer()
    checked = (
        Edit(item, nothing, checked_answer(instrument, item, answer, nothing))
        for item, answer in answers.items()
    )
    return [edit for edit in checked if not edit.after.empty]


def refuse_unknown(instrument: Instrument, item: str) -> None:
    """Raise when the questionnaire does not ask `item`."""
    _question(instrument, item)


def _question(instrument: Instrument, item: str) -> Question:
    found = (
        instrument.by_id.get(item)
        or instrument.vignette_by_id.get(item)
        or instrument.context_by_id.get(item)
    )
    if found is None:
        raise _not_allowed(item, "this questionnaire has no such question")
    return found


def _field(instrument: Instrument, item: str, field_id: str) -> Field:
    indicator = instrument.by_id.get(item)
    found = indicator.field_named(field_id) if indicator else None
    if found is None:
        raise _not_allowed(item, f"it has no field “{field_id}”")
    return found


def _fitting(item: str, question: Question, value: Value) -> Value:
    """The value, a multiple choice in the order of its options, so that equal choices are equal."""
    _refuse(item, value_fault(question, value))
    if isinstance(value, tuple) and not isinstance(question, Vignette):
        return tuple(option.key for option in question.options if option.key in value)
    return value


def _facts(instrument: Instrument, item: str, given: Mapping[str, Value]) -> dict[str, Value]:
    asked = {field_id: _field(instrument, item, field_id) for field_id in given}
    tidied = ((field_id, _tidied_value(value)) for field_id, value in given.items())
    return {
        field_id: _fitting(item, asked[field_id], value)
        for field_id, value in tidied
        if value is not None
    }


def _evidence(item: str, piece: Evidence) -> Evidence:
    if piece.kind not in EVIDENCE_GRADES:
        raise _not_allowed(item, f"“{piece.kind}” is no kind of evidence")
    if not _FILE_NAME.fullmatch(piece.file) or piece.file in {".", ".."}:
        raise _not_allowed(item, "an attachment is named without its folder")
    return replace(piece, **{name: _text(item, getattr(piece, name)) for name in _EVIDENCE_TEXTS})


def _text(item: str, text: str) -> str:
    tidied = tidy(text)
    _refuse(item, value_fault(_FREE_TEXT, tidied))
    return tidied


def _refuse(item: str, fault: Fault | None) -> None:
    if fault is not None and fault.structural:
        raise _not_allowed(item, fault_words(fault))


def _not_allowed(item: str, reason: str) -> AnswerError:
    return AnswerError(ErrorCode.ANSWER_NOT_ALLOWED, item=item, reason=reason)


def _tidied_value(value: Value | None) -> Value | None:
    """As files hold it: an empty text is no value, an empty row of a grid is none."""
    if isinstance(value, str):
        return tidy(value) or None
    if isinstance(value, Mapping):
        return {row: dict(cells) for row, cells in value.items() if cells} or None
    return value
