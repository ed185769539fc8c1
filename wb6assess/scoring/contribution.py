"""What one expert's answers add to a country's domain; the answers themselves are needed no longer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wb6assess.model.assessment import Answer, Confidence, Value
from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.consensus import Rating
from wb6assess.scoring.scores import documented, field_levels
from wb6assess.scoring.states import AnswerSheet, State


@dataclass(frozen=True, slots=True)
class Contribution:
    """One expert's share.

    Attributes:
        ratings: Indicator id -> rating, after caps, in instrument order.
        values: Id of an indicator or vignette -> raw value, before caps, where valid.
        documented: Indicators with evidence of grade A or B.
        levels: Sub-index id -> indicator id -> levels of the companion field it looks at.
    """

    ratings: Mapping[str, Rating]
    values: Mapping[str, Value]
    documented: frozenset[str]
    levels: Mapping[str, Mapping[str, Sequence[int]]]


class Contributions:
    """Every expert's share, worked out once however often the same answers are scored again.

    A meeting's decision, another choice between files or a change of round leaves nearly all answers as
    they were, and taking in what hundreds of experts said takes a second or more.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[_Asked, Contribution]] = {}

    def of(
        self,
        instrument: Instrument,
        answers: Mapping[str, Answer],
        country: str,
        parameters: Parameters,
    ) -> Contribution:
        """As `contribution`; answers are the same only as the same object."""
        asked = _Asked(instrument, answers, country, parameters.na_justification_min)
        known = self._known.get(id(answers))
        if known is not None and known[0].same(asked):
            return known[1]
        found = contribution(instrument, answers, country, parameters)
        # Kept with the answers: no others can come to lie at their place.
        self._known[id(answers)] = asked, found
        return found


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """All a contribution depends on."""

    instrument: Instrument
    answers: Mapping[str, Answer]
    country: str
    na_justification_min: int

    def same(self, other: "_Asked") -> bool:
        # By identity: comparing what they hold would take as long as scoring.
        return (
            self.instrument is other.instrument
            and self.answers is other.answers
            and self.country == other.country
            and self.na_justification_min == other.na_justification_min
        )


def contribution(
    instrument: Instrument, answers: Mapping[str, Answer], country: str, parameters: Parameters
) -> Contribution:
    """Score one expert's answers for the consensus.

    Args:
        instrument: The version to score with.
        answers: As they were handed in.
        country: Country code.
        parameters: The framework's.
    """
    # Answers of many files come packed; scoring asks for each of them again and again.
    given = dict(answers.items())
    sheet = AnswerSheet(instrument, given, country, na_justification_min=parameters.na_justification_min)
    return Contribution(
        _ratings(sheet),
        _values(sheet),
        documented(sheet),
        {index.id: field_levels(sheet, index.field) for index in instrument.indices},
    )


def _ratings(sheet: AnswerSheet) -> Mapping[str, Rating]:
    ratings = {}
    for item in sheet.instrument.by_id:
        result = sheet.score(item)
        confidence = sheet.answer(item).confidence or Confidence.MEDIUM
        ratings[item] = _rated(result.state, result.score, confidence.weight)
    return ratings


@lru_cache(maxsize=4096, typed=True)
def _rated(state: State, score: float | None, confidence: int) -> Rating:
    """A rating; hundreds of experts share one object for what they say alike."""
    return Rating(state, score, confidence)


def _values(sheet: AnswerSheet) -> Mapping[str, Value]:
    """Valid raw values; skipped questions and special states have none."""
    answered = {
        item: value
        for item in sheet.instrument.by_id
        if sheet.state(item) is State.ANSWERED and (value := sheet.answer(item).value) is not None
    }
    vignettes = {
        item: level
        for item in sheet.instrument.vignette_by_id
        if (level := sheet.vignette_level(item)) is not None
    }
    return answered | vignettes
