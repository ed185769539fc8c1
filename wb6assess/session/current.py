"""The current answers of an open assessment and what follows from them, computed when asked for."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from wb6assess.model.assessment import Answer
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.scores import AssessmentScores, score_assessment
from wb6assess.scoring.states import AnswerSheet

_NOTHING = Answer()


class CurrentAnswers:
    """Answers in memory, always as they are on the disk; scores are kept until the next change."""

    def __init__(
        self, instrument: Instrument, framework: Framework, country: str, answers: dict[str, Answer]
    ) -> None:
        self._instrument = instrument
        self._framework = framework
        self._country = country
        self._answers = answers
        self._beside: tuple[AnswerSheet, ...] = ()
        self._sheet: AnswerSheet | None = None
        self._latest_sheet: AnswerSheet | None = None
        self._scores: AssessmentScores | None = None
        # What was computed last, by language: the next computation goes on from there.
        self._latest: dict[str, AssessmentScores] = {}

    @property
    def all(self) -> Mapping[str, Answer]:
        """Every answer; follows later changes."""
        return MappingProxyType(self._answers)

    def copy(self) -> dict[str, Answer]:
        """Every answer of this moment."""
        return dict(self._answers)

    def answer(self, item: str) -> Answer:
        """One answer; an empty one when there is none."""
        return self._answers.get(item, _NOTHING)

    def change(self, stored: Iterable[tuple[str, Answer]]) -> None:
        """Follow what was stored; an empty answer is none."""
        for item, answer in stored:
            if answer.empty:
                self._answers.pop(item, None)
            else:
                self._answers[item] = answer
        self._sheet = self._scores = None

    def look_beside(self, sheets: Sequence[AnswerSheet]) -> None:
        """Let checks compare with these sheets of the same expert."""
        self._beside = tuple(sheets)
        self._scores = None

    @property
    def sheet(self) -> AnswerSheet:
        """The answers in the light of the instrument's conditions."""
        if self._sheet is None:
            self._sheet = AnswerSheet(
                self._instrument,
                self.copy(),
                self._country,
                na_justification_min=self._framework.parameters.na_justification_min,
                earlier=self._latest_sheet,
            )
            self._latest_sheet = self._sheet
        return self._sheet

    @property
    def scores(self) -> AssessmentScores:
        """Scores and findings of the current answers."""
        if self._scores is None:
            self._scores = self.scores_in(self._instrument)
        return self._scores

    def scores_in(self, instrument: Instrument) -> AssessmentScores:
        """The same figures with the words of `instrument`, which is ours in another language."""
        domain = self._framework.domain_of.get(instrument.id)
        scores = score_assessment(
            instrument,
            self.copy(),
            self._country,
            self._framework.parameters,
            method=domain.method if domain else None,
            beside=self._beside,
            earlier=self._latest.get(instrument.language),
        )
        self._latest[instrument.language] = scores
        return scores
