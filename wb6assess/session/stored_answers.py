"""The answers of an open assessment as they are stored, and what follows from them.

Nothing here changes an answer; `recording` does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from wb6assess.model.assessment import Answer, Status
from wb6assess.model.finding import Finding
from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.scores import AssessmentScores
from wb6assess.scoring.states import AnswerSheet, State
from wb6assess.session.current import CurrentAnswers
from wb6assess.session.surroundings import Surroundings
from wb6assess.store import assessments as table
from wb6assess.store import history
from wb6assess.store.answers import load_answers
from wb6assess.store.parts import load_part
from wb6assess.store.records import AssessmentInfo, HistoryEntry


class StoredAnswers:
    """Answers, marks, scores and findings of one assessment.

    Attributes:
        id: The assessment's id.
        instrument: The version the answers were given to.
        framework: Countries, rounds, parameters.
        part: What part of a colleague's questionnaire this is; None for a whole one.
    """

    def __init__(self, around: Surroundings, info: AssessmentInfo, instrument: Instrument) -> None:
        self.id = info.id
        self.instrument = instrument
        self.framework = around.library.framework
        self._around = around
        self._database = around.database
        self._now = around.now
        self._info = info
        with self._database.reading() as connection:
            answers = load_answers(connection, info.id)
            self._flags = table.load_flags(connection, info.id)
            self._trail = history.load_trail(connection, info.id, info.revision)
            self.part = load_part(connection, info.id)
        self._current = CurrentAnswers(instrument, self.framework, info.identity.country, answers)
        # Counts are compared once per opening: a crash may have left old ones.
        self._counts_noted = False

    @property
    def info(self) -> AssessmentInfo:
        """Its line in the list, with counts of this moment."""
        done, asked = self._progress()
        return replace(
            self._info,
            done=done,
            asked=asked,
            flagged=len(self._flags),
            blocking=len(self.open_findings()),
        )

    def is_ours(self, item: str) -> bool:
        """Whether a question is answered in this assessment: in a part, those of its pillars only."""
        if self.part is None:
            return True
        pillar = self.instrument.pillar_of.get(item)
        return pillar is not None and pillar.id in self.part.pillars

    def _progress(self) -> tuple[int, int]:
        """How many questions are answered, of how many that are asked here."""
        if self.part is None:
            return self.scores.progress.done, self.scores.progress.asked
        states = [score.state for item, score in self.scores.indicators.items() if self.is_ours(item)]
        asked = [state for state in states if not state.skipped]
        return len(asked) - asked.count(State.UNANSWERED), len(asked)

    @property
    def parameters(self) -> Parameters:
        """The framework's parameters."""
        return self.framework.parameters

    @property
    def locked(self) -> bool:
        """Whether this revision is handed in."""
        return self._info.status is not Status.DRAFT

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The current answers; an unanswered question has none."""
        return self._current.all

    @property
    def flags(self) -> frozenset[str]:
        """Ids of the questions the expert marked."""
        return self._flags

    @property
    def sheet(self) -> AnswerSheet:
        """The answers in the light of the instrument's conditions."""
        return self._current.sheet

    @property
    def scores(self) -> AssessmentScores:
        """Scores and findings of the current answers, computed when first asked for."""
        return self._current.scores

    def answer(self, item: str) -> Answer:
        """The current answer; an empty one when there is none."""
        return self._current.answer(item)

    def history(self, item: str) -> list[HistoryEntry]:
        """Every change of one answer, oldest first, over all revisions."""
        with self._database.reading() as connection:
            return history.load_history(connection, self.id, item)

    def revisions(self) -> Mapping[int, str]:
        """Number -> content hash of every state that was handed in."""
        with self._database.reading() as connection:
            return table.load_revisions(connection, self.id)

    def look_beside(self, sheets: Sequence[AnswerSheet]) -> None:
        """Let checks compare with the same expert's other questionnaires, as they are now."""
        self._current.look_beside(sheets)

    def open_findings(self) -> tuple[Finding, ...]:
        """What stands against handing in."""
        return tuple(finding for finding in self.scores.findings if finding.open)

    def parked(self) -> tuple[str, ...]:
        """Indicators that are not asked now although an answer is stored.

        The answer is kept and counts for nothing; it is back when the condition turns true.
        """
        return tuple(item for item in self._answered() if self.sheet.state(item).skipped)

    def parked_fields(self) -> tuple[tuple[str, str], ...]:
        """Companion facts, as indicator and field id, that are not asked now although stored."""
        answers, sheet = self._current.all, self.sheet
        return tuple(
            (item, field.id)
            for item in self._answered()
            if (stored := answers[item].fields) and not sheet.state(item).skipped
            for field in self.instrument.by_id[item].fields
            if field.id in stored and not sheet.field_asked(item, field.id)
        )

    def _answered(self) -> list[str]:
        """Indicators with an answer, in the order of the questionnaire; few in a large one at first."""
        known = self.instrument.by_id.keys() & self._current.all.keys()
        return sorted(known, key=self.instrument.place_of.__getitem__)
