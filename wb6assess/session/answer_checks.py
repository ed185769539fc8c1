"""Whether an answer may be stored at all. What is merely unwise becomes a finding instead."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace

from wb6assess.errors import AnswerError, ErrorCode
from wb6assess.exchange.texts import tidy
from wb6assess.model.assessment import EVIDENCE_GRADES, Answer, Evidence, Value
from wb6assess.model.instrument import Field, FieldType, Instrument, Vignette
from wb6assess.model.values import Fault, Question, value_fault
from wb6assess.reports.wording import fault_words

_FILE_NAME = re.compile(r"[^/\\:\x00-\x1f]{0,255}")
_FREE_TEXT = Field("text", FieldType.TEXT, "")
_EVIDENCE_TEXTS = tuple(part.name for part in fields(Evidence) if part.name != "kind")


def checked_answer(instrument: Instrument, item: str, answer: Answer) -> Answer:
    """The answer as it is stored: texts in their one written form, nothing shared with the caller.

    Raises:
        AnswerError: ANSWER_NOT_ALLOWED with `item` and `reason`: the questionnaire does not ask
            this, or the value, a companion field or an item of evidence has not its form.
    """
    question = _question(instrument, item)
    tidied = _tidied(answer)
    if tidied.value is not None:
        tidied = replace(tidied, value=_fitting(item, question, tidied.value))
    given = {field_id: _field(instrument, item, field_id) for field_id in tidied.fields}
    facts = {name: _fitting(item, given[name], value) for name, value in tidied.fields.items()}
    for piece in tidied.evidence:
        _check_evidence(item, piece)
    for text in _texts(tidied):
        _refuse(item, value_fault(_FREE_TEXT, text))
    return replace(tidied, fields=facts)


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


def _check_evidence(item: str, piece: Evidence) -> None:
    if piece.kind not in EVIDENCE_GRADES:
        raise _not_allowed(item, f"“{piece.kind}” is no kind of evidence")
    if not _FILE_NAME.fullmatch(piece.file) or piece.file in {".", ".."}:
        raise _not_allowed(item, "an attachment is named without its folder")


def _refuse(item: str, fault: Fault | None) -> None:
    if fault is not None and fault.structural:
        raise _not_allowed(item, fault_words(fault))


def _not_allowed(item: str, reason: str) -> AnswerError:
    return AnswerError(ErrorCode.ANSWER_NOT_ALLOWED, item=item, reason=reason)


def _texts(answer: Answer) -> Iterator[str]:
    yield answer.justification
    yield from answer.comments.values()
    for piece in answer.evidence:
        yield from (getattr(piece, name) for name in _EVIDENCE_TEXTS)


def _tidied(answer: Answer) -> Answer:
    facts = {name: _tidied_value(value) for name, value in answer.fields.items()}
    comments = {name: tidy(text) for name, text in answer.comments.items()}
    return replace(
        answer,
        value=_tidied_value(answer.value),
        justification=tidy(answer.justification),
        evidence=tuple(map(_tidied_evidence, answer.evidence)),
        fields={name: value for name, value in facts.items() if value is not None},
        comments={name: text for name, text in comments.items() if text},
    )


def _tidied_value(value: Value | None) -> Value | None:
    """As files hold it: an empty text is no value, an empty row of a grid is none."""
    if isinstance(value, str):
        return tidy(value) or None
    if isinstance(value, Mapping):
        return {row: dict(cells) for row, cells in value.items() if cells} or None
    return value


def _tidied_evidence(piece: Evidence) -> Evidence:
    return replace(piece, **{name: tidy(getattr(piece, name)) for name in _EVIDENCE_TEXTS})
