"""Which truth values a condition can take, before anybody has answered.

The answers a condition looks at are tried out, together with the conditions under which those answers
are asked. Where that would take too long, parts are taken for independent: too much is then held to
be possible, never too little, so that nothing is called impossible that is not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import gcd, prod

from wb6assess.instruments.domains import (
    Datum,
    Questions,
    Term,
    datum,
    items_of,
    listable,
    value_lists,
)
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
    Not,
    Op,
    Ref,
    Sum,
    leaves,
    references,
)
from wb6assess.model.instrument import Instrument

MAX_WORLDS = 20_000
"""Combinations of answers tried for one condition."""
MAX_EFFORT = 200_000
"""Combinations tried for one questionnaire."""

_GOLDEN = 0.618

Truth = bool | None


class Outcome(StrEnum):
    """What a condition can come to; BLOCKED is unknown because something it looks at is skipped."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"
    BLOCKED = "blocked"


EVERYTHING = frozenset(Outcome)
_TELLING = frozenset({Outcome.TRUE, Outcome.FALSE})


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Whether evidence is attached."""

    indicator: str


@dataclass(frozen=True, slots=True)
class _Skipped:
    """Whether an indicator is skipped, where its condition is not followed."""

    indicator: str


_COUNTRY = CountryIs(())
_ANOTHER = "another country"
_Variable = Term | _Evidence | _Skipped | CountryIs | Compare | Answered | HasEvidence
_Choice = Datum | bool | None


@dataclass
class Reasoner:
    """Finds the outcomes of conditions of one instrument.

    Attributes:
        instrument: Has no circles of conditions.
        countries: Codes an assessment can be about; None when any code can.
    """

    instrument: Instrument
    countries: frozenset[str] | None = None
    _effort: int = field(default=0, init=False)

    def outcomes(self, condition: Condition) -> frozenset[Outcome]:
        """Every outcome that is possible, perhaps also some that are not."""
        scope = _Scope(condition, self.instrument, self.countries)
        scope.follow()
        if scope.size <= MAX_WORLDS and self._effort < MAX_EFFORT:
            return self._tried(condition, scope)
        match condition:
            case All(parts):
                return _joined([self.outcomes(part) for part in parts], Outcome.FALSE, Outcome.TRUE)
            case Any(parts):
                return _joined([self.outcomes(part) for part in parts], Outcome.TRUE, Outcome.FALSE)
            case Not(part):
                return frozenset(_OPPOSITE.get(found, found) for found in self.outcomes(part))
        return EVERYTHING

    def _tried(self, condition: Condition, scope: "_Scope") -> frozenset[Outcome]:
        found: set[Outcome] = set()
        for world in scope.worlds():
            self._effort += 1
            found.add(world.outcome(condition))
            if found >= _TELLING:
                return EVERYTHING
        return frozenset(found)


_OPPOSITE: Mapping[Outcome, Outcome] = {Outcome.TRUE: Outcome.FALSE, Outcome.FALSE: Outcome.TRUE}


def _joined(parts: list[frozenset[Outcome]], deciding: Outcome, needed: Outcome) -> frozenset[Outcome]:
    """Outcomes of `all` (FALSE decides) or `any` (TRUE decides) of independent parts."""
    found = {Outcome.UNKNOWN, Outcome.BLOCKED}
    if any(deciding in part for part in parts):
        found.add(deciding)
    if all(needed in part for part in parts):
        found.add(needed)
    return frozenset(found)


class _Scope:
    """What has to be tried out for a condition: its variables with their choices.

    `gates` are the conditions under which the answers looked at are asked, as far as they are
    followed: indicator id or field -> its `ask_if`.
    """

    def __init__(
        self, condition: Condition, instrument: Instrument, countries: frozenset[str] | None
    ) -> None:
        self.instrument = instrument
        self.questions = Questions(instrument)
        self.countries = countries
        self.gates: dict[str | FieldRef, Condition] = {}
        self._conditions = [condition]
        self._wanted: dict[Compare, frozenset[float | str]] = {}
        self.variables = self._variables()

    @property
    def size(self) -> int:
        """How many combinations there are."""
        return prod(len(choices) for choices in self.variables.values())

    def follow(self) -> None:
        """Take in the conditions of what is looked at, then of what those look at, while it is few."""
        pending = list(self._gated(self._conditions[0]))
        seen = set(pending)
        while pending:
            gate = pending.pop(0)
            condition = self._gate(gate)
            assert condition is not None  # only gated ones are pending
            self.gates[gate] = condition
            self._conditions.append(condition)
            before, self.variables = self.variables, self._variables()
            if self.size > MAX_WORLDS:
                del self.gates[gate]
                self._conditions.pop()
                self.variables = before
                return
            fresh = [found for found in self._gated(condition) if found not in seen]
            seen.update(fresh)
            pending += fresh

    def worlds(self) -> Iterator["_World"]:
        """Every combination of answers once, neighbours in the order far apart.

        Far apart, because different outcomes are then found early and the rest need not be tried.
        """
        size = self.size
        stride = next(step for step in range(int(size * _GOLDEN) + 1, size + 2) if gcd(step, size) == 1)
        for turn in range(size):
            number = turn * stride % size
            chosen: dict[_Variable, _Choice] = {}
            for name, choices in self.variables.items():
                number, place = divmod(number, len(choices))
                chosen[name] = choices[place]
            yield _World(self, chosen)

    def wanted(self, leaf: Compare) -> frozenset[float | str]:
        """The literals of a comparison, as values are compared."""
        known = self._wanted.get(leaf)
        if known is None:
            assert not isinstance(leaf.right, AnswerRef | FieldRef)  # literals only
            kind = self.questions.kind(leaf.left) or "code"
            known = frozenset(datum(item, kind) for item in items_of(leaf.right))
            self._wanted[leaf] = known
        return known

    def _gated(self, condition: Condition) -> Iterator[str | FieldRef]:
        """Indicators and fields a condition looks at that are asked only under a condition."""
        found: dict[str | FieldRef, None] = {}
        for ref in references(condition):
            if isinstance(ref, FieldRef):
                found[ref] = None
            found[_owner(ref)] = None
        yield from (gate for gate in found if self._gate(gate) is not None)

    def _gate(self, gate: str | FieldRef) -> Condition | None:
        if isinstance(gate, FieldRef):
            companion = self.instrument.field_by_key.get((gate.indicator, gate.field))
            return companion.ask_if if companion is not None else None
        indicator = self.instrument.by_id.get(gate)
        return indicator.ask_if if indicator is not None else None

    def _variables(self) -> dict[_Variable, tuple[_Choice, ...]]:
        found: dict[_Variable, tuple[_Choice, ...]] = {}
        every = [leaf for condition in self._conditions for leaf in leaves(condition)]
        compared = listable((leaf for leaf in every if isinstance(leaf, Compare)), self.questions)
        # In the order of the conditions, so that what is tried first does not vary.
        ordered = [leaf for leaf in every if leaf in compared]
        for term, values in value_lists(ordered, self.questions).items():
            found[term] = (*values, None)
        for leaf in every:
            if leaf not in compared:
                self._add_leaf(leaf, found)
        for gate in (gate for condition in self._conditions for gate in self._gated(condition)):
            if isinstance(gate, str) and gate not in self.gates:
                found[_Skipped(gate)] = (False, True)
        codes = self._countries_that_matter(every)
        if codes:
            found[_COUNTRY] = codes
        return found

    def _add_leaf(
        self,
        leaf: Compare | Answered | HasEvidence | CountryIs,
        found: dict[_Variable, tuple[_Choice, ...]],
    ) -> None:
        """Variables of a leaf beside the values of comparisons that can be listed."""
        match leaf:
            case Answered(item) | HasEvidence(item) if item not in self.instrument.by_id:
                found[leaf] = (True, False, None)
            case Answered(item):
                found.setdefault(AnswerRef(item), ("\x00something", None))
            case HasEvidence(item):
                found[_Evidence(item)] = (True, False)
            case Compare():
                found[leaf] = (True, False, None)

    def _countries_that_matter(
        self, every: Iterable[Compare | Answered | HasEvidence | CountryIs]
    ) -> tuple[str, ...]:
        named = {code for leaf in every if isinstance(leaf, CountryIs) for code in leaf.codes}
        for condition in self._conditions:
            for ref in references(condition):
                named.update(self.never_for(ref))
        if not named:
            return ()
        if self.countries is None:
            return (*sorted(named), _ANOTHER)
        rest = sorted(self.countries - named)[:1]
        return (*sorted(named & self.countries), *rest)

    def never_for(self, ref: Ref) -> Mapping[str, str]:
        """Countries for which the answer behind a reference is not applicable by design."""
        if isinstance(ref, FieldRef):
            companion = self.instrument.field_by_key.get((ref.indicator, ref.field))
            return companion.na_for if companion is not None else {}
        indicator = self.instrument.by_id.get(ref.id)
        return indicator.na_for if indicator is not None else {}


class _World:
    """One combination of answers; reads conditions as scoring does."""

    def __init__(self, scope: _Scope, choices: Mapping[_Variable, _Choice]) -> None:
        self._scope = scope
        self._choices = choices
        self._skipped: dict[str, bool] = {}

    def outcome(self, condition: Condition) -> Outcome:
        truth = self.truth(condition)
        if truth is not None:
            return Outcome.TRUE if truth else Outcome.FALSE
        return Outcome.BLOCKED if self._is_blocked(condition) else Outcome.UNKNOWN

    def truth(self, condition: Condition) -> Truth:
        match condition:
            case All(parts):
                return _every(self.truth(part) for part in parts)
            case Any(parts):
                return _opposite(_every(_opposite(self.truth(part)) for part in parts))
            case Not(part):
                return _opposite(self.truth(part))
            case CountryIs(codes):
                return self._choices.get(_COUNTRY) in codes
            case _ if condition in self._choices:
                return _truth_of(self._choices[condition])
            case Answered(item):
                return None if self._is_skipped(item) else self._value(AnswerRef(item)) is not None
            case HasEvidence(item):
                chosen = self._choices[_Evidence(item)]
                return None if self._is_skipped(item) else _truth_of(chosen)
            case Compare():
                return self._compared(condition)

    def _compared(self, leaf: Compare) -> Truth:
        left = self._value(leaf.left)
        if left is None:
            return None
        if isinstance(leaf.right, AnswerRef | FieldRef):
            right = self._value(leaf.right)
            return None if right is None else _holds(left, leaf.op, right)
        wanted = self._scope.wanted(leaf)
        if leaf.op is Op.IN:
            return not wanted.isdisjoint(left if isinstance(left, frozenset) else {left})
        if isinstance(left, frozenset) or isinstance(leaf.right, tuple):
            same = (left if isinstance(left, frozenset) else frozenset({left})) == wanted
            return same is (leaf.op is Op.EQ)
        return _holds(left, leaf.op, next(iter(wanted)))

    def _value(self, term: Term) -> Datum | None:
        value = self._choices[term]
        assert not isinstance(value, bool)  # terms have values, the rest has truth
        if value is None or isinstance(term, Sum):
            hidden = isinstance(term, Sum) and any(self._is_hidden(item) for item in term.terms)
            return None if hidden else value
        return None if self._is_hidden(term) else value

    def _is_hidden(self, ref: Ref) -> bool:
        """Whether an answer does not count, whatever was typed."""
        if self._is_skipped(_owner(ref)) or self._choices.get(_COUNTRY) in self._scope.never_for(ref):
            return True
        gate = self._scope.gates.get(ref) if isinstance(ref, FieldRef) else None
        return gate is not None and self.truth(gate) is False

    def _is_skipped(self, item: str) -> bool:
        known = self._skipped.get(item)
        if known is None:
            known = self._skipped[item] = self._find_skipped(item)
        return known

    def _find_skipped(self, item: str) -> bool:
        indicator = self._scope.instrument.by_id.get(item)
        if indicator is None or self._choices.get(_COUNTRY) in indicator.na_for:
            return False
        gate = self._scope.gates.get(item)
        if gate is None:
            return self._choices.get(_Skipped(item)) is True
        truth = self.truth(gate)
        return self._is_blocked(gate) if truth is None else not truth

    def _is_blocked(self, condition: Condition) -> bool:
        return any(self._is_skipped(_owner(ref)) for ref in references(condition))


def _owner(ref: Ref) -> str:
    return ref.indicator if isinstance(ref, FieldRef) else ref.id


def _truth_of(choice: _Choice) -> Truth:
    return choice if isinstance(choice, bool) else None


def _opposite(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _every(truths: Iterable[Truth]) -> Truth:
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def _holds(left: Datum, op: Op, right: Datum) -> Truth:
    if op is Op.EQ or op is Op.IN:
        return left == right
    if op is Op.NE:
        return left != right
    if not isinstance(left, float) or not isinstance(right, float):
        return None
    return {Op.GT: left > right, Op.GE: left >= right, Op.LT: left < right, Op.LE: left <= right}[op]
