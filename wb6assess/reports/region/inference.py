"""Which hidden figures follow from published means together: linear equations, and whole steps."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Equation = Mapping[str, float]
"""Part -> its weight in a published mean; parts that are shown may be among them."""

_NOTHING = 1e-9
"""Below this a number is what rounding left of a zero; weights are far larger."""

_TRIES, _MOVES, _NEXT, _VALUES = 8, 5, 3, 10
"""A search for other values looks at so many states, changes so many parts, tries the next best so
often, for so many values. Where it finds nothing the part counts as told, whether or not it is."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What is known of several hidden parts.

    Attributes:
        weights: Part -> its weight in the sum, above 0.
        room: How far the sum may fall (0 or less) and rise until something else would be printed.
    """

    weights: Equation
    room: tuple[float, float]


def determined(equations: Iterable[Equation], hidden: Collection[str]) -> frozenset[str]:
    """Hidden parts whose values can be computed from the means, all shown parts being known.

    In the reduced form of the equations such a part stands alone in its row (Gauss and Jordan).
    """
    parts = sorted(hidden)
    alone = ([place for place, _ in _entries(row)] for row in _restricted(equations, parts))
    return frozenset(parts[places[0]] for places in alone if len(places) == 1)


def follows(equations: Iterable[Equation], wanted: Equation, hidden: Collection[str]) -> bool:
    """Whether a mean over hidden parts can be computed from other means, all shown parts being known."""
    parts = sorted(hidden)
    rest = [wanted.get(part, 0.0) for part in parts]
    largest = max(map(abs, rest), default=0.0)
    if largest <= _NOTHING:
        return False  # nothing in it is hidden
    for row in _restricted(equations, parts):
        leading, _ = next(_entries(row))
        factor = rest[leading]
        rest = [number - factor * first for number, first in zip(rest, row, strict=True)]
    return all(abs(number) <= _NOTHING * max(1.0, largest) for number in rest)


def certain(
    part: str,
    sums: Sequence[Sum],
    choices: Mapping[str, Collection[float]],
    values: Mapping[str, float],
) -> bool:
    """Whether nobody can doubt a hidden part's value, since scores come in steps.

    It can be doubted once other values of the parts are found that make the same printed sums: where a
    sum is 0 there are none, for all are 0. Two parts of weights 1 and 7 have none either.

    Args:
        part: A hidden part.
        sums: Every sum it and the others are in.
        choices: Hidden part -> the scores it can have, 0-100.
        values: Hidden part -> the score it has.
    """
    return not _Search(sums, choices, values).finds_another(part)


class _Search:
    """Looks for other values: change one part, then make good what that does to the sums."""

    def __init__(
        self,
        sums: Sequence[Sum],
        choices: Mapping[str, Collection[float]],
        values: Mapping[str, float],
    ) -> None:
        self._sums = sums
        self._choices = choices
        self._values = values
        self._inside: dict[str, list[tuple[int, float]]] = {}
        for place, found in enumerate(sums):
            for part, weight in found.weights.items():
                self._inside.setdefault(part, []).append((place, weight))
        self._left = 0

    def finds_another(self, part: str) -> bool:
        own, still = self._values[part], [0.0] * len(self._sums)
        others = sorted(
            (value for value in self._choices[part] if abs(value - own) > _NOTHING),
            key=lambda value: (abs(value - own), value),
        )
        for value in others[:_VALUES]:
            self._left = _TRIES
            if self._evens_out(self._moved(still, part, value), (part,)):
                return True
        return False

    def _evens_out(self, off: list[float], changed: tuple[str, ...]) -> bool:
        """Whether further changes bring every sum back to where the same is printed."""
        worst = max(range(len(off)), key=lambda place: self._excess(place, off[place]))
        if self._excess(worst, off[worst]) <= 0:
            return True
        if len(changed) == _MOVES or self._left <= 0:
            return False
        self._left -= 1
        return any(
            self._evens_out(after, (*changed, part)) for part, after in self._best(worst, off, changed)
        )

    def _best(
        self, worst: int, off: list[float], changed: tuple[str, ...]
    ) -> list[tuple[str, list[float]]]:
        """Changes of one more part of the sum that is furthest off, the most helpful first."""
        found = sorted(
            (self._gain(off, part, value), part, value)
            for part in self._sums[worst].weights
            if part not in changed
            for value in self._choices[part]
            if (value - self._values[part]) * off[worst] < 0
        )
        return [(part, self._moved(off, part, value)) for _, part, value in found[:_NEXT]]

    def _gain(self, off: list[float], part: str, value: float) -> float:
        """How much further out the sums would lie after a change; below 0 where it helps."""
        change = value - self._values[part]
        return sum(
            self._excess(place, off[place] + weight * change) - self._excess(place, off[place])
            for place, weight in self._inside[part]
        )

    def _moved(self, off: list[float], part: str, value: float) -> list[float]:
        after = off.copy()
        for place, weight in self._inside.get(part, ()):
            after[place] += weight * (value - self._values[part])
        return after

    def _excess(self, place: int, off: float) -> float:
        """How far a sum lies outside its room, in widths of the room."""
        low, high = self._sums[place].room
        return max(low - off, off - high, 0.0) / (high - low)


def _restricted(equations: Iterable[Equation], parts: Sequence[str]) -> list[list[float]]:
    """The equations in the hidden parts alone, in reduced row echelon form."""
    rows = [[equation.get(part, 0.0) for part in parts] for equation in equations]
    return _reduced([row for row in rows if any(row)], len(parts))


def _entries(row: Sequence[float]) -> Iterator[tuple[int, float]]:
    return ((place, number) for place, number in enumerate(row) if abs(number) > _NOTHING)


def _reduced(rows: list[list[float]], width: int) -> list[list[float]]:
    """Reduced row echelon form; changes `rows`."""
    done = 0
    for column in range(width):
        pivot = max(range(done, len(rows)), key=lambda row: abs(rows[row][column]), default=None)
        if pivot is None:
            break
        if abs(rows[pivot][column]) <= _NOTHING:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        lead = rows[done][column]
        rows[done] = [number / lead for number in rows[done]]
        for place, row in enumerate(rows):
            factor = row[column]
            if place != done and abs(factor) > _NOTHING:
                rows[place] = [
                    number - factor * first for number, first in zip(row, rows[done], strict=True)
                ]
        done += 1
    return rows[:done]
