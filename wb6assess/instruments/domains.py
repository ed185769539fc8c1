"""Which values an answer can have, as few as are needed to tell conditions apart.

Levels, options and yes/no are listed in full. Of numbers and dates only the figures that conditions
compare with matter, and one or more between each two of them.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from wb6assess.model.conditions import AnswerRef, Compare, FieldRef, Literal, Ref, Sum
from wb6assess.model.instrument import Field, Indicator, Instrument, Option, Vignette
from wb6assess.model.values import is_number
from wb6assess.model.vocabulary import LEVELS

Datum = float | str | frozenset[float | str]
"""A value as conditions compare it: numbers and days as floats, choices as sets."""
Term = Ref | Sum
Question = Indicator | Field | Vignette

_ORDERED = frozenset({"level", "vignette", "numeric", "date"})
_CODES = frozenset({"yesno", "single"})
_MAX_CHOICES = 8
_MAX_PAIRS = 12


def datum(value: int | float | str, kind: str) -> float | str:
    """A literal or stored value in the form in which values of this kind are compared."""
    if kind == "date":
        return float(date.fromisoformat(str(value)).toordinal())
    if isinstance(value, str):
        # Texts that look like numbers are compared as numbers.
        return float(value) if is_number(value) else value
    return float(value)


@dataclass(frozen=True)
class Questions:
    """What references of one instrument lead to."""

    instrument: Instrument

    def of(self, ref: Ref) -> Question | None:
        """The question; None for ids of another questionnaire."""
        if isinstance(ref, FieldRef):
            return self.instrument.field_by_key.get((ref.indicator, ref.field))
        found = self.instrument.by_id.get(ref.id) or self.instrument.context_by_id.get(ref.id)
        return found or self.instrument.vignette_by_id.get(ref.id)

    def kind(self, term: Term) -> str | None:
        """The answer type of a term; None where it is not known."""
        if isinstance(term, Sum):
            return "numeric" if all(self.kind(item) is not None for item in term.terms) else None
        question = self.of(term)
        return None if question is None else kind_of(question)

    def bounds(self, term: Term) -> tuple[float, float]:
        """Lowest and highest number a term can be."""
        if isinstance(term, Sum):
            pairs = [self.bounds(item) for item in term.terms]
            return sum(low for low, _ in pairs), sum(high for _, high in pairs)
        question = self.of(term)
        if question is not None and kind_of(question) in {"level", "vignette"}:
            return float(LEVELS[0]), float(LEVELS[-1])
        if isinstance(question, Indicator | Field) and question.plausible is not None:
            return question.plausible
        return -math.inf, math.inf


def kind_of(question: Question) -> str:
    """Answer type; vignettes are answered like levels."""
    return "vignette" if isinstance(question, Vignette) else question.type.value


def listable(leaves: Iterable[Compare], questions: Questions) -> frozenset[Compare]:
    """Comparisons that can be decided from lists of values; others may turn out either way."""
    found = [leaf for leaf in leaves if _is_listable(leaf, questions)]
    wide = {leaf.left for leaf in found if _mentions_much(leaf.left, found, questions)}
    pairs = [leaf for leaf in found if isinstance(leaf.right, AnswerRef | FieldRef)]
    left_out = frozenset(pairs if len(pairs) > _MAX_PAIRS else ())
    return frozenset(leaf for leaf in found if leaf.left not in wide) - left_out


def _is_listable(leaf: Compare, questions: Questions) -> bool:
    left = questions.kind(leaf.left)
    if left is None or left == "grid":
        return False
    if isinstance(leaf.right, AnswerRef | FieldRef):
        right = questions.kind(leaf.right)
        numbers = _ORDERED - {"date"}
        return any(left in group and right in group for group in (numbers, {"date"}, _CODES))
    return True


def _mentions_much(term: Term, leaves: list[Compare], questions: Questions) -> bool:
    """Whether a multiple choice has too many sets to list."""
    if questions.kind(term) != "multi":
        return False
    return len(frozenset(_literals(leaf for leaf in leaves if leaf.left == term))) > _MAX_CHOICES


def value_lists(leaves: Iterable[Compare], questions: Questions) -> Mapping[Term, tuple[Datum, ...]]:
    """The values to try for every term of comparisons that are listable."""
    comparisons = tuple(leaves)
    terms = dict.fromkeys(term for leaf in comparisons for term in terms_of(leaf))
    return {term: _values(term, comparisons, questions) for term in terms}


def terms_of(leaf: Compare) -> Iterator[Term]:
    """What stands on both sides of a comparison, literals aside."""
    yield leaf.left
    if isinstance(leaf.right, AnswerRef | FieldRef):
        yield leaf.right


def _values(term: Term, leaves: tuple[Compare, ...], questions: Questions) -> tuple[Datum, ...]:
    kind = questions.kind(term)
    question = None if isinstance(term, Sum) else questions.of(term)
    match kind:
        case "level" | "vignette":
            return tuple(float(level) for level in LEVELS)
        case "yesno":
            return ("yes", "no")
        case "single" if isinstance(question, Indicator | Field):
            return tuple(datum(option.key, kind) for option in question.options)
        case "multi" if isinstance(question, Indicator | Field):
            own = frozenset(_literals(leaf for leaf in leaves if leaf.left == term))
            return tuple(_choices(question.options, own))
        case "numeric" | "date":
            return tuple(_numbers(term, kind, leaves, questions))
        case _:
            return (*_literals(leaf for leaf in leaves if leaf.left == term), "\x00another text")


def _literals(leaves: Iterable[Compare], kind: str = "code") -> Iterator[float | str]:
    for leaf in leaves:
        if not isinstance(leaf.right, AnswerRef | FieldRef):
            yield from (datum(item, kind) for item in items_of(leaf.right))


def items_of(literal: Literal) -> tuple[int | float | str, ...]:
    """A literal as a list."""
    return literal if isinstance(literal, tuple) else (literal,)


def _choices(
    options: tuple[Option, ...], mentioned: frozenset[float | str]
) -> Iterator[frozenset[float | str]]:
    """Sets of options that differ for the conditions; unmentioned options count as one."""
    free = [datum(option.key, "code") for option in options if not option.exclusive]
    alone = [datum(option.key, "code") for option in options if option.exclusive]
    yield from (frozenset({key}) for key in alone)
    others = [key for key in free if key not in mentioned][:1]
    kept = [key for key in free if key in mentioned] + others
    for size in range(1, len(kept) + 1):
        yield from (frozenset(chosen) for chosen in combinations(kept, size))


def _numbers(
    term: Term, kind: str, leaves: tuple[Compare, ...], questions: Questions
) -> Iterator[float]:
    """Every figure of a comparison and points between, enough for every order of several answers."""
    low, high = questions.bounds(term)
    marks: set[float] = set()
    rivals = 1
    for leaf in leaves:
        sides = [side for side in terms_of(leaf) if questions.kind(side) in _ORDERED]
        if sides and (questions.kind(leaf.left) == "date") == (kind == "date"):
            rivals += len(sides) - 1
            marks.update(number for number in _literals((leaf,), kind) if isinstance(number, float))
            marks.update(limit for side in sides for limit in questions.bounds(side))
            if any(questions.kind(side) in {"level", "vignette"} for side in sides):
                marks.update(float(level) for level in LEVELS)
    cuts = sorted(mark for mark in marks | {low, high} if low <= mark <= high and math.isfinite(mark))
    yield from cuts
    yield from _between(low, high, cuts, rivals)


def _between(low: float, high: float, cuts: list[float], count: int) -> Iterator[float]:
    """Points below, between and above the cuts, `count` in each gap."""
    if not cuts:
        yield from (float(step) for step in range(count))
        return
    if low < cuts[0]:
        yield from (cuts[0] - 1 - step for step in range(count))
    if high > cuts[-1]:
        yield from (cuts[-1] + 1 + step for step in range(count))
    for start, end in pairwise(cuts):
        yield from (start + (end - start) * (step + 1) / (count + 1) for step in range(count))
