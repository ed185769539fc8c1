"""Which hidden figures follow from published means together: linear equations, and whole steps."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

Equation = Mapping[str, float]
"""Part -> its weight in a published mean; parts that are shown may be among them."""

_NOTHING = 1e-9
"""Below this a number is what rounding left of a zero; weights are far larger."""

_MANY_WAYS = 5_000
"""Where hidden parts can lie in more ways, only the ends tell: many ways lead to each sum between."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What is known of several hidden parts: the sum of weight times value, give or take `slack`."""

    weights: Equation
    total: float
    slack: float


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


def pinned(sums: Sequence[Sum], choices: Mapping[str, Collection[float]]) -> frozenset[str]:
    """Hidden parts with a single value left, since scores come in steps: a sum of 0 says all are 0.

    Each sum strikes out what cannot be, until nothing changes.

    Args:
        sums: With positive weights; parts without choices are unknown altogether, and so is the sum.
        choices: Hidden part -> the scores it can have, 0-100, the true one among them.
    """
    left = {part: sorted(values) for part, values in choices.items()}
    usable = [found for found in sums if found.weights and left.keys() >= found.weights.keys()]
    again = True
    while again:
        again = False
        for found in usable:
            for part, possible in _possible(found, left).items():
                if possible and len(possible) < len(left[part]):
                    left[part] = possible
                    again = True
    return frozenset(part for part, values in left.items() if len(values) == 1 < len(choices[part]))


def _possible(found: Sum, left: Mapping[str, Sequence[float]]) -> Mapping[str, list[float]]:
    """Part -> values that some values of the others complete to the sum."""
    if prod(len(left[part]) for part in found.weights) > _MANY_WAYS:
        return {part: list(_between(part, found, left)) for part in found.weights}
    parts = sorted(found.weights)
    before, after = _sums(parts, found, left), _sums(parts[::-1], found, left)
    return {
        part: [
            value
            for value in left[part]
            if _reached(before[place], after[-1 - place], found, found.weights[part] * value)
        ]
        for place, part in enumerate(parts)
    }


def _between(part: str, found: Sum, left: Mapping[str, Sequence[float]]) -> Iterator[float]:
    """Values of a part that the others' lowest and highest values leave room for."""
    others = [(weight, left[other]) for other, weight in found.weights.items() if other != part]
    least = sum(weight * values[0] for weight, values in others)
    most = sum(weight * values[-1] for weight, values in others)
    for value in left[part]:
        own = found.weights[part] * value
        if own + least - found.slack <= found.total <= own + most + found.slack:
            yield value


def _sums(parts: Sequence[str], found: Sum, left: Mapping[str, Sequence[float]]) -> list[list[float]]:
    """Ascending sums over the first 0, 1, 2 … parts but the last."""
    rows = [[0.0]]
    for part in parts[:-1]:
        weight = found.weights[part]
        reached = {round(start + weight * value, 6) for start in rows[-1] for value in left[part]}
        rows.append(sorted(total for total in reached if total <= found.total + found.slack))
    return rows


def _reached(before: Sequence[float], after: Sequence[float], found: Sum, own: float) -> bool:
    """Whether a sum of the parts before, the part's own and one of the parts after make the total."""
    for start in before:
        missing = found.total - own - start
        place = bisect_left(after, missing - found.slack)
        if place < len(after) and after[place] <= missing + found.slack:
            return True
    return False


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
