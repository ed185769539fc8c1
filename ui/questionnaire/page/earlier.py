"""What the same question was answered in an earlier round, in words ready to show."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.answer_words import answer_value_words, confidence_words, value_words
from ui.error_words import error_words
from ui.evidence.words import detail_words, title_of
from wb6assess.errors import AppError
from wb6assess.model.assessment import Answer
from wb6assess.model.instrument import Indicator, Instrument
from wb6assess.model.vocabulary import IndicatorType

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment
    from wb6assess.session.previous import PreviousAnswers

_CHOSEN = {IndicatorType.LEVEL, IndicatorType.YESNO, IndicatorType.SINGLE}
"""Types whose answer is a row of the ladder."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Earlier", text)


@dataclass(frozen=True, slots=True)
class EarlierState:
    """One earlier answer.

    Attributes:
        round: The round it is from.
        head: "Round 2025: level 2".
        whose: Whose answer, and whether it was handed in.
        parts: What was said as (name of the part, text).
        justification: What may be taken over; "" for nothing.
        rung: The row of the ladder it stands on; "" for none.
    """

    round: str
    head: str
    whose: str
    parts: tuple[tuple[str, str], ...]
    justification: str
    rung: str


class EarlierRound:
    """The earlier round's answers of one open assessment, read once."""

    def __init__(self, opened: "OpenAssessment") -> None:
        self._expert = opened.info.identity.expert
        self._ours = opened.instrument
        self._found: PreviousAnswers | None = None
        self._trouble = ""
        self._shown: Instrument | None = None
        self._states: dict[str, EarlierState | None] = {}
        try:
            self._found = opened.previous()
        except AppError as error:
            # Answering goes on without it; the pages say why it is not there.
            self._trouble = error_words(error)

    def state(self, shown: Instrument, item: str) -> EarlierState | None:
        """What was answered to a question; None for nothing. The same object as long as it is the same.

        Args:
            shown: The questionnaire in the language it is read in.
            item: Today's id.
        """
        if shown is not self._shown:
            self._shown, self._states = shown, {}
        if item not in self._states:
            self._states[item] = self._made(shown, item)
        return self._states[item]

    def _made(self, shown: Instrument, item: str) -> EarlierState | None:
        if self._trouble:
            return EarlierState("", _tr("The earlier round cannot be shown."), self._trouble, (), "", "")
        found = self._found
        answer = found.answers.get(item) if found is not None else None
        if found is None or answer is None:
            return None
        # Where the questionnaire is the very same, its words are those of the language on screen.
        then = shown if found.instrument.digest == self._ours.digest else found.instrument
        question = then.by_id.get(found.earlier_ids.get(item, item))
        if question is None:
            return None
        rung = str(answer.value) if question.type in _CHOSEN and answer.value is not None else ""
        return EarlierState(
            found.round,
            _tr("Round {round}: {answer}").format(round=found.round, answer=_short(question, answer)),
            self._whose(found),
            tuple(_parts(question, answer)),
            answer.justification,
            rung,
        )

    def _whose(self, found: "PreviousAnswers") -> str:
        facts = {"expert": found.expert, "n": found.revision}
        if found.expert == self._expert:
            if found.handed_in:
                return _tr("Your answer, handed in with revision {n}").format(**facts)
            return _tr("Your answer in revision {n}, which was not handed in").format(**facts)
        if found.handed_in:
            return _tr("Answered by {expert}, handed in with revision {n}").format(**facts)
        return _tr("Answered by {expert} in revision {n}, which was not handed in").format(**facts)


def _short(question: Indicator, answer: Answer) -> str:
    """A level by its number; the rest stands below."""
    if question.type is IndicatorType.LEVEL and isinstance(answer.value, int):
        return _tr("level {level}").format(level=answer.value)
    words = answer_value_words(question, answer)
    return words or _tr("no answer chosen")


def _parts(question: Indicator, answer: Answer) -> Iterator[tuple[str, str]]:
    if question.type is IndicatorType.LEVEL and isinstance(answer.value, int):
        yield _tr("Answer"), value_words(question, answer.value)
    if answer.confidence is not None:
        yield _tr("Confidence"), confidence_words(answer.confidence)
    if answer.justification:
        yield _tr("Justification"), answer.justification
    for piece in answer.evidence:
        yield (
            _tr("Evidence, grade {grade}").format(grade=piece.grade),
            f"{title_of(piece)} · {detail_words(piece)}",
        )
    for name, value in answer.fields.items():
        field = question.field_named(name)
        if field is not None:
            yield field.label, value_words(field, value)
