"""A condition of the questionnaire in words, for paper, where nothing is asked or hidden by itself."""

from collections.abc import Sequence

from wb6assess.model.conditions import (
    All,
    Answered,
    AnswerRef,
    Any,
    Compare,
    Condition,
    CountryIs,
    FieldRef,
    HasEvidence,
    Literal,
    Not,
    Op,
    Ref,
    Sum,
)
from wb6assess.model.instrument import Field, Indicator, Instrument
from wb6assess.reports.figures import number_text

_OPS = {
    Op.EQ: "is",
    Op.NE: "is not",
    Op.GT: "is above",
    Op.GE: "is at least",
    Op.LT: "is below",
    Op.LE: "is at most",
    Op.IN: "is one of",
}


def condition_words(condition: Condition, instrument: Instrument) -> str:
    """A clause that can follow "if": "FDI-1.1 is at least 2"."""
    match condition:
        case All(parts):
            return _joined(parts, instrument, " and ")
        case Any(parts):
            return _joined(parts, instrument, " or ")
        case Not(part):
            return f"it is not so that {condition_words(part, instrument)}"
        case Answered(item):
            return f"{item} is answered"
        case HasEvidence(item):
            return f"{item} has evidence"
        case CountryIs(codes):
            return f"the country is {' or '.join(codes)}"
        case Compare(left, op, right):
            return f"{_left(left, instrument)} {_OPS[op]} {_right(left, right, instrument)}"


def _joined(parts: Sequence[Condition], instrument: Instrument, word: str) -> str:
    clauses = [
        f"({condition_words(part, instrument)})"
        if isinstance(part, All | Any) and len(part.parts) > 1
        else condition_words(part, instrument)
        for part in parts
    ]
    return word.join(clauses)


def _left(left: Ref | Sum, instrument: Instrument) -> str:
    if isinstance(left, Sum):
        return "the sum of " + " and ".join(_name(term, instrument) for term in left.terms)
    return _name(left, instrument)


def _name(ref: Ref, instrument: Instrument) -> str:
    question = _question(ref, instrument)
    if isinstance(ref, FieldRef) and question is not None:
        return f"“{question.label}” of {ref.indicator}" if isinstance(question, Field) else str(ref)
    return ref.id if isinstance(ref, AnswerRef) else str(ref)


def _question(ref: Ref, instrument: Instrument) -> Indicator | Field | None:
    if isinstance(ref, AnswerRef):
        return instrument.by_id.get(ref.id) or instrument.context_by_id.get(ref.id)
    indicator = instrument.by_id.get(ref.indicator)
    return indicator.field_named(ref.field) if indicator else None


def _right(left: Ref | Sum, right: Literal | Ref, instrument: Instrument) -> str:
    if isinstance(right, AnswerRef | FieldRef):
        return _name(right, instrument)
    question = None if isinstance(left, Sum) else _question(left, instrument)
    labels = {option.key: option.label for option in question.options} if question else {}
    values = right if isinstance(right, tuple) else (right,)
    words = [f"“{labels[str(value)]}”" if value in labels else number_text(value) for value in values]
    return ", ".join(words)
