"""What each answer of one expert counts as: state, score 0-100, cap (methodology 1.1-1.3, 1.6)."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from wb6assess.model.assessment import Answer, SpecialState, Value
from wb6assess.model.conditions import Condition, FieldRef, references
from wb6assess.model.instrument import Cap, Indicator, Instrument
from wb6assess.model.vocabulary import SkipEffect
from wb6assess.scoring.conditions import Meaning, Truth
from wb6assess.scoring.rules import FactRule, rules_of
from wb6assess.scoring.value_scores import value_score

NOTHING = Answer()


class State(StrEnum):
    """How an indicator enters score and coverage; `validated` comes from a meeting only."""

    ANSWERED = "answered"
    NOT_APPLICABLE = "not_applicable"
    DONT_KNOW = "dont_know"
    WITHHELD = "withheld"
    UNANSWERED = "unanswered"
    SKIPPED_EXCLUDE = "skipped_exclude"
    SKIPPED_ZERO = "skipped_zero"
    VALIDATED = "validated"

    @property
    def applicable(self) -> bool:
        """Counts in the denominator of coverage."""
        return self is not _NOT_APPLICABLE and self is not _SKIPPED_EXCLUDE

    @property
    def counted(self) -> bool:
        """Has a score (unless the type is never scored)."""
        return self is _ANSWERED or self is _SKIPPED_ZERO or self is _VALIDATED

    @property
    def skipped(self) -> bool:
        """Not asked because a condition is false."""
        return self is _SKIPPED_EXCLUDE or self is _SKIPPED_ZERO


# Names of the module: these are asked some thousand times after each keystroke, and neither the hash
# nor the lookup of a member is quick.
_ANSWERED, _VALIDATED = State.ANSWERED, State.VALIDATED
_NOT_APPLICABLE = State.NOT_APPLICABLE
_SKIPPED_EXCLUDE, _SKIPPED_ZERO = State.SKIPPED_EXCLUDE, State.SKIPPED_ZERO


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """One indicator's state and score.

    Attributes:
        state: How it counts.
        score: 0-100 after caps; None when it has no score.
        uncapped: The score before caps.
        cap: The cap that lowered it, or None.
        by_design: Not applicable because the instrument says so for this country.
    """

    state: State
    score: float | None = None
    uncapped: float | None = None
    cap: Cap | None = None
    by_design: bool = False


@dataclass(slots=True)
class Known:
    """What was computed of a sheet, by indicator id; `fields` by field id inside.

    `fields` holds what was given: the valid value, None for any other, and the rule of a field that
    is asked on a condition nobody has looked at yet.
    """

    states: dict[str, State] = field(default_factory=dict)
    scores: dict[str, IndicatorScore] = field(default_factory=dict)
    values: dict[str, Value | None] = field(default_factory=dict)
    fields: dict[str, dict[str, Value | FactRule | None]] = field(default_factory=dict)

    def without(self, items: Iterable[str]) -> "Known":
        """A copy that knows nothing of these indicators."""
        kept = Known(self.states.copy(), self.scores.copy(), self.values.copy(), self.fields.copy())
        for item in items:
            kept.states.pop(item, None)
            kept.scores.pop(item, None)
            kept.values.pop(item, None)
            kept.fields.pop(item, None)
        return kept


class AnswerSheet:
    """One expert's answers to one instrument, read in the light of its conditions.

    `beside` are the same expert's sheets of other instruments for the same country and round; checks
    may look at them, scores never do. Serves as the `Facts` of conditions. States are computed once,
    on demand; the instrument has no condition cycles (checked when it is loaded).

    Attributes:
        again: What has to be computed anew after `earlier`, a sheet of the same questions: indicators
            whose answer changed or that look at such an answer. None without an earlier sheet.
    """

    def __init__(
        self,
        instrument: Instrument,
        answers: Mapping[str, Answer],
        country: str,
        *,
        na_justification_min: int = 20,
        beside: Sequence["AnswerSheet"] = (),
        earlier: "AnswerSheet | None" = None,
    ) -> None:
        self.beside = tuple(beside)
        self.instrument = instrument
        self.answers = answers
        self.country = country
        self.na_justification_min = na_justification_min
        self.known = Known()
        self._rules = rules_of(instrument)
        self.again: frozenset[str] | None = None
        if earlier is not None and self._same_questions(earlier):
            self.again = self._to_look_at(earlier)
            self.known = earlier.known.without(self.again)

    def _same_questions(self, earlier: "AnswerSheet") -> bool:
        return (
            earlier.instrument is self.instrument
            and earlier.country == self.country
            and earlier.na_justification_min == self.na_justification_min
            and len(earlier.beside) == len(self.beside)
            and all(one is other for one, other in zip(earlier.beside, self.beside, strict=True))
        )

    def _to_look_at(self, earlier: "AnswerSheet") -> frozenset[str]:
        """Whatever a changed answer can have touched."""
        old, new = earlier.answers, self.answers
        waiting = [item for item in old.keys() | new.keys() if old.get(item) is not new.get(item)]
        found = set(waiting)
        while waiting:
            looking = self.instrument.lookers.get(waiting.pop(), frozenset()) - found
            found |= looking
            waiting.extend(looking)
        return frozenset(found)

    # What conditions ask.

    def answer_value(self, item: str) -> Value | None:
        """The valid value of an answer, or None when it is unknown."""
        known = self.known.values
        if item not in known:
            known[item] = self._find_value(item)
        return known[item]

    def _find_value(self, item: str) -> Value | None:
        owner = self._owner_of(item)
        if owner is None:
            return self._unasked_value(item)
        return owner.answers[item].value if owner.state(item) is _ANSWERED else None

    def answered(self, indicator: str) -> Truth:
        """Whether an indicator has a valid value; None when it is skipped or not at hand."""
        owner = self._owner_of(indicator)
        if owner is None:
            return None
        state = owner.state(indicator)
        return None if state.skipped else state is State.ANSWERED

    def has_evidence(self, indicator: str) -> Truth:
        """Whether evidence is attached to an indicator; None when it is skipped or not at hand."""
        owner = self._owner_of(indicator)
        if owner is None or owner.state(indicator).skipped:
            return None
        return bool(owner.answer(indicator).evidence)

    def _owner_of(self, indicator: str) -> "AnswerSheet | None":
        """The sheet that holds an indicator: checks may compare questionnaires of the same expert."""
        if indicator in self.instrument.by_id:
            return self
        return next((sheet for sheet in self.beside if indicator in sheet.instrument.by_id), None)

    # What everybody else asks.

    def vignette_level(self, item: str) -> int | None:
        """The level given to a vignette; None without a valid one."""
        value = self._unasked_value(item)
        return value if isinstance(value, int) else None

    def answer(self, item: str) -> Answer:
        """The stored answer; an empty one when there is none."""
        return self.answers.get(item, NOTHING)

    def state(self, item: str) -> State:
        """How an indicator counts.

        Raises:
            KeyError: the instrument has no such indicator (a defect).
        """
        known = self.known.states.get(item)
        if known is None:
            known = self.known.states[item] = self._find_state(self.instrument.by_id[item])
        return known

    def field_value(self, item: str, field_id: str) -> Value | None:
        """The valid value of a companion field that is asked; None otherwise."""
        known = self.known.fields.get(item)
        if known is None:
            known = self._fields(item)
        value = known.get(field_id)
        if isinstance(value, FactRule):
            given = self.answers[item].fields[field_id]
            value = known[field_id] = given if self._asks(value) else None
        return value

    def fields_count(self, item: str) -> bool:
        """Whether every companion field that was filled in counts."""
        known = self._fields(item)
        for key, value in known.items():
            if value is None or (isinstance(value, FactRule) and self.field_value(item, key) is None):
                return False
        return len(known) == len(self.answer(item).fields)

    def _fields(self, item: str) -> dict[str, Value | FactRule | None]:
        known = self.known.fields.get(item)
        if known is None:
            known = self.known.fields[item] = self._find_fields(item)
        return known

    def _find_fields(self, item: str) -> dict[str, Value | FactRule | None]:
        """All fields of an indicator at once; conditions of their own are left until they are asked."""
        owner = self._owner_of(item)
        given = owner.answer(item).fields if owner else None
        if owner is None or not given or owner.state(item).skipped:
            return {}
        if owner is not self:
            return {field_id: owner.field_value(item, field_id) for field_id in given}
        found: dict[str, Value | FactRule | None] = {}
        rules = self._rules.facts[item]
        for field_id, value in given.items():
            rule = rules.get(field_id)
            if rule is None or self.country in rule.field.na_for or rule.gate(value) is not None:
                found[field_id] = None
            else:
                found[field_id] = value if rule.ask is None else rule
        return found

    def field_asked(self, item: str, field_id: str) -> bool:
        """Whether a companion field is shown; an unknown condition asks."""
        rule = self._rules.facts[item].get(field_id) if item in self.instrument.by_id else None
        return rule is not None and self.country not in rule.field.na_for and self._asks(rule)

    def _asks(self, rule: FactRule) -> bool:
        return rule.ask is None or rule.ask(self) is not False

    def cap(self, indicator: Indicator, below: float = math.inf) -> Cap | None:
        """The lowest cap that is true and stands below a score, on raw answers; unknown is no cap."""
        for rule in self._rules.caps[indicator.id]:
            # Looking at the conditions of the others would be most of the work of scoring.
            if rule.score >= below:
                break
            if rule.when(self) is True:
                return rule.cap
        return None

    def blocking_reference(self, condition: Condition) -> str | None:
        """The first indicator a condition refers to that is itself skipped."""
        for ref in references(condition):
            item = ref.indicator if isinstance(ref, FieldRef) else ref.id
            if item in self.instrument.by_id and self.state(item).skipped:
                return item
        return None

    def score(self, item: str) -> IndicatorScore:
        """State, score and cap of one indicator."""
        known = self.known.scores.get(item)
        if known is None:
            known = self.known.scores[item] = self._find_score(item)
        return known

    def _find_score(self, item: str) -> IndicatorScore:
        indicator = self.instrument.by_id[item]
        state = self.state(item)
        if state is _SKIPPED_ZERO:
            return _plain(state, 0.0 if indicator.scored else None)
        if state is not _ANSWERED or not indicator.scored:
            return _plain(state, None, by_design=self.country in indicator.na_for)
        value = self.answers[item].value
        assert value is not None  # an answered state has a value
        uncapped = value_score(indicator, value)
        cap = self.cap(indicator, uncapped)
        if cap is None:
            return _plain(state, uncapped)
        return IndicatorScore(state, 20.0 * cap.at, uncapped, cap)

    def _find_state(self, indicator: Indicator) -> State:
        if self.country in indicator.na_for:
            return _NOT_APPLICABLE
        condition = indicator.ask_if
        if condition is not None and self._is_skipped(condition, self._rules.asked[indicator.id]):
            zero = indicator.skip_effect is SkipEffect.SCORE_ZERO
            return _SKIPPED_ZERO if zero else _SKIPPED_EXCLUDE
        return self._given_state(indicator)

    def _is_skipped(self, condition: Condition, meaning: Meaning) -> bool:
        truth = meaning(self)
        if truth is None:
            return self.blocking_reference(condition) is not None
        return not truth

    def _given_state(self, indicator: Indicator) -> State:
        answer = self.answer(indicator.id)
        if answer.state is None:
            valid = answer.value is not None and self._rules.gates[indicator.id](answer.value) is None
            return _ANSWERED if valid else State.UNANSWERED
        match answer.state:
            case SpecialState.NOT_APPLICABLE:
                valid = indicator.na_allowed and self.na_justified(answer)
                return State.NOT_APPLICABLE if valid else State.UNANSWERED
            case SpecialState.WITHHELD:
                return State.WITHHELD if indicator.sensitive else State.UNANSWERED
        return State.DONT_KNOW

    def na_justified(self, answer: Answer) -> bool:
        """Whether the reason is long enough for "not applicable"."""
        return len(answer.justification.strip()) >= self.na_justification_min

    def _unasked_value(self, item: str) -> Value | None:
        """A context question's or vignette's valid value; foreign ids are unknown."""
        gate, value = self._rules.unasked.get(item), self.answer(item).value
        return None if gate is None or value is None or gate(value) is not None else value


@lru_cache(maxsize=4096, typed=True)  # there are few different scores, and making an object takes long
def _plain(state: State, score: float | None, *, by_design: bool = False) -> IndicatorScore:
    """What counts as it stands, without a cap."""
    return IndicatorScore(state, score, score, by_design=by_design)
